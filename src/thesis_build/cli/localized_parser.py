"""A parser whose help and errors are in the language of the user, argparse's own words among them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from thesis_build.cli.help_texts import ARGPARSE_ERRORS, HELP

_ERRORS = tuple((re.compile(pattern, re.DOTALL), words) for pattern, words in ARGPARSE_ERRORS)


class LocalizedParser(argparse.ArgumentParser):
    """A parser with a group for arguments and one for options, and with `-h`; every text is in one language."""

    def __init__(self, *, locale: str, **settings: Any) -> None:
        self.locale = locale
        self.texts = HELP[locale]
        formatter = partial(_Formatter, usage=f"{self.texts['usage']}: ")
        super().__init__(add_help=False, formatter_class=formatter, **settings)
        self.arguments = self.add_argument_group(self.texts["arguments"])
        self.options = self.add_argument_group(self.texts["options"])
        self.options.add_argument("-h", "--help", action="help", help=self.texts["help"])

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with the arguments; the exit status is 2."""
        from thesis_build.reports.lines import one_line

        self.print_usage(sys.stderr)
        self.exit(2, one_line(f"{self.prog}: {self.texts['error']}: {localized(message, self.locale)}") + "\n")


def localized(message: str, locale: str) -> str:
    """One of argparse's error messages in a language; the message itself where there is no translation of it."""
    for pattern, words in _ERRORS:
        found = pattern.fullmatch(message)
        if found and locale in words:
            return words[locale].format(*(localized(part, locale) for part in found.groups()))
    return message


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose usage line begins with a word of the user's language."""

    def __init__(self, prog: str, *, usage: str, **settings: Any) -> None:
        super().__init__(prog, **settings)
        self._word = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add the usage line, after the word for it."""
        super().add_usage(usage, actions, groups, self._word if prefix is None else prefix)
