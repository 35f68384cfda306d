"""The language that the command line uses: that of `--locale`, else that of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from thesis_build.cli.words import WORDS

LOCALES = tuple(sorted(WORDS))
"""The languages of messages and help."""

_NAMES = {"ind": "id", "indonesian": "id"}
"""Other names that systems have for them."""


def locale_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """The language of help and messages; needed before the arguments are parsed, for what is wrong with them."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        value = value or "".join(arguments[index + 1 : index + 2])
        if name == "--locale" and value in LOCALES:
            return value
    named = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "").lower()
    language = named.partition(".")[0].partition("_")[0]
    language = _NAMES.get(language, language)
    return language if language in LOCALES else "en"
