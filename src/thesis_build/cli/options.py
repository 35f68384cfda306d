"""What arguments mean."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thesis_build.model import Profile


def listed(named: Sequence[str]) -> tuple[str, ...]:
    """The names in `--select A,B --select C`."""
    return tuple(name for part in named for name in part.replace(",", " ").split())


def profile(options: argparse.Namespace) -> Profile | None:
    """The profile that `--profile` names, if any."""
    from thesis_build.model import Profile

    return Profile(options.profile) if options.profile else None
