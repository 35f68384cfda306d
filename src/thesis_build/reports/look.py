"""What a report needs besides the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The text of each file by path, the language of the messages (id or en), and whether a terminal shows colours."""

    sources: Mapping[str, str]
    locale: str
    colour: bool = False
