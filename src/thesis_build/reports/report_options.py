"""What a report needs besides the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thesis_build.model import Severity


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The text of each file by path, the language of the messages (id or en), and how they are to be shown.

    `colour`: a terminal shows colours. `full`: every finding of a rule is wanted. `base`: the project's folder as seen
    from where the command runs, empty for that folder itself. `failing`: the severities that give exit status 1.
    """

    sources: Mapping[str, str]
    locale: str
    colour: bool = False
    full: bool = False
    base: str = ""
    failing: Sequence[str] = (Severity.ERROR,)

    def address(self, path: str) -> str:
        """A file's path as seen from where the command runs: that is where servers look for it."""
        return f"{self.base}/{path}" if self.base else path
