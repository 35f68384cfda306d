"""What rules about lists of names share: what the parts of a name between commas can be."""

from __future__ import annotations

import re

from thesis_build.bibliography.person_names import SUFFIX

_SUFFIX_ONLY = re.compile(r"(?:Jr|Sr|Jnr|Snr|II|III|IV)\.?")


def is_misplaced(parts: tuple[str, ...]) -> bool:
    """Whether the last of three parts is a suffix, which belongs between the other two."""
    return bool(_SUFFIX_ONLY.fullmatch(parts[2])) and bool(parts[1]) and not SUFFIX.fullmatch(parts[1])


def are_full(parts: tuple[str, ...]) -> bool:
    """Whether each part is a whole name, of two words or more."""
    return all(len(part.split()) > 1 for part in parts)
