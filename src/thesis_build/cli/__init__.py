"""The command line: arguments, streams and exit statuses; no logic.

Exit statuses: 0 done; 1 findings of severity error; 2 cannot go on, or wrong arguments; 70 a bug of ours; 130 Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

from thesis_build.cli.arguments import commands, parse
from thesis_build.cli.locales import locale_of
from thesis_build.cli.output import CRASHED, written
from thesis_build.cli.words import WORDS

__all__ = ["commands", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit status."""
    gc.disable()  # a command lives for seconds, and what it reads stays in use to its end
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    arguments = sys.argv[1:] if arguments is None else arguments
    locale = locale_of(arguments)
    options = parse(arguments, locale)
    locale = options.locale or locale  # an option may be abbreviated
    try:
        status: int = options.run(options, locale)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(WORDS[locale]["interrupted"], file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _stop(error, locale)
    return status


def _stop(error: Exception, locale: str) -> int:
    """Say why we cannot go on; a bug of ours shows its traceback."""
    import traceback

    from thesis_build.errors import SettingsError, ThesisBuildError
    from thesis_build.model import Checked
    from thesis_build.reports.lines import printable, printable_lines

    words = WORDS[locale]
    if not isinstance(error, ThesisBuildError):
        print(printable_lines("".join(traceback.format_exception(error))), file=sys.stderr, end="")
        print(words["bug"], file=sys.stderr)
        return CRASHED
    if isinstance(error, SettingsError) and error.findings:
        sys.stderr.write(written("text", Checked(error.findings), error.sources, locale, sys.stderr))
        return 2
    where = f"{error.span.path}:{error.span.line}:{error.span.column}: " if error.span else ""
    said = f"{words['error']}: {error.message[locale]}\n  {words['hint']}: {error.hint[locale]}"
    print(printable_lines(f"{printable(where)}{said}"), file=sys.stderr)
    return 2
