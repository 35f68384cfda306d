"""The author's suppressions: from comments in chapters, `check-ignore` fields in the library, and the settings.

- `<!-- check: ignore[PAR201, BIB2] reason="…" until=2027-01-31 -->` before a block suppresses findings in that block;
  `ignore-start[…]` and `ignore-end` enclose a part of the file; `ignore-file[…]` stands for the whole file.
- `check-ignore = {BIB101, BIB217: in press; until=2027-03-01}` in an entry suppresses what is found about it.
- `check: {suppress: [{key: …, path: …, rules: […], reason: …, until: …}]}` in `thesis.yaml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property

from thesis_build.model import Chapter, Entry, Project, Span, Suppression, SuppressionSetting
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import span_between

FIELD = "check-ignore"
"""The field of an entry that suppresses findings about it."""

_COMMENT = re.compile(
    r"<!--\s*check:\s*(?P<verb>ignore(?:-start|-end|-file)?)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>.*?)-->", re.DOTALL
)
_REASON = re.compile(r"reason\s*=\s*[\"“”](?P<reason>[^\"“”]*)[\"“”]")
_SPACES = re.compile(r"\s*")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_FENCE = re.compile(r":{3,}|`{3,}|~{3,}")
_CLOSING = re.compile(r"^([:`~])\1{2,}[ \t]*$", re.MULTILINE)
_LAST_LINE = 1_000_000_000
_UNTIL = re.compile(r"until\s*=\s*[\"“”]?(?P<day>\d{4}-\d{2}(?:-\d{2})?)[\"“”]?")


def read_suppressions(project: Project) -> tuple[Suppression, ...]:
    """Every suppression of a project, those in chapters first."""
    found: list[Suppression] = []
    for chapter in project.chapters:
        found += _in_chapter(chapter)
    for entry in project.library.entries:
        if FIELD in entry.fields:
            found.append(_in_entry(entry))
    for number, wanted in enumerate(project.settings.check.suppress):
        span = project.settings.spans.get(f"check.suppress.{number}", Span("paper/thesis.yaml"))
        found.append(_in_settings(wanted, span, project))
    return tuple(found)


def covers(suppression: Suppression, span: Span) -> bool:
    """Whether a position lies where a suppression holds."""
    return suppression.first <= span.line <= suppression.last and (
        suppression.path == span.path or fnmatchcase(span.path, suppression.path)
    )


def _in_chapter(chapter: Chapter) -> Iterator[Suppression]:
    source = chapter.source
    if "check:" not in source.text:
        return
    text = source.text
    said = ((hidden, _COMMENT.fullmatch(text, hidden.start, hidden.end)) for hidden in positions.comments(source))
    comments = [(span_between(source, hidden.start, hidden.end), found) for hidden, found in said if found]
    ends = [span.line for span, found in comments if found["verb"] == "ignore-end"]
    blocks = _Blocks(text)
    for span, found in comments:
        first, last = span.end_line, _LAST_LINE
        if found["verb"] == "ignore-end":
            continue
        if found["verb"] == "ignore":
            last = span_between(source, end := blocks.end(found.end()), end).line
        elif found["verb"] == "ignore-start":
            last = next(iter(ends[bisect_left(ends, span.line) :][:1]), last)
        else:
            first = 1
        yield Suppression(
            _names(found["rules"] or "ALL"),
            _reason(found["rest"]),
            _until(found["rest"]),
            span,
            source.path,
            first,
            last,
        )


class _Blocks:
    """Where the blocks of a text end; what is looked for is found once for the whole text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def end(self, position: int) -> int:
        """The end of the block after a comment: the next blank line, of a fenced block its closing fence."""
        start = _SPACES.match(self._text, position).end()  # type: ignore[union-attr] # it matches nothing, too
        fence = _FENCE.match(self._text, start)
        positions = self._closing[fence[0][0]] if fence else self._blanks
        index = bisect_left(positions, start + len(fence[0]) if fence else start)
        return positions[index] if index < len(positions) else len(self._text)

    @cached_property
    def _blanks(self) -> list[int]:
        return [match.start() for match in _BLANK.finditer(self._text)]

    @cached_property
    def _closing(self) -> dict[str, list[int]]:
        closing: dict[str, list[int]] = {":": [], "`": [], "~": []}
        for match in _CLOSING.finditer(self._text):
            closing[match[1]].append(match.start())
        return closing


def _in_entry(entry: Entry) -> Suppression:
    field = entry.fields[FIELD]
    named, _, rest = field.value.partition(":")
    reason = ";".join(part for part in rest.split(";") if not _UNTIL.search(part)).strip()
    return Suppression(
        _names(_UNTIL.sub("", named)),
        reason,
        _until(field.value),
        field.span,
        entry.span.path,
        entry.whole.line,
        entry.whole.end_line,
    )


def _in_settings(wanted: SuppressionSetting, span: Span, project: Project) -> Suppression:
    entry = project.library.entry(wanted.key) if wanted.key else None
    if entry:
        path, first, last = entry.span.path, entry.whole.line, entry.whole.end_line
    else:
        path, first, last = "" if wanted.key else wanted.path or "*", 1, 1_000_000_000
    return Suppression(wanted.rules, wanted.reason, wanted.until, span, path, first, last)


def _names(written: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[\s,;]+", written) if name)


def _reason(written: str) -> str:
    found = _REASON.search(written)
    return found["reason"].strip() if found else ""


def _until(written: str) -> date | None:
    """The last day on which a suppression holds; of a month, its last day. None where there is no such day."""
    found = _UNTIL.search(written)
    if not found:
        return None
    year, month, *day = map(int, found["day"].split("-"))
    try:
        if day:
            return date(year, month, day[0])
        return date(year + month // 12, month % 12 + 1, 1) - date.resolution
    except ValueError:
        return date.min
