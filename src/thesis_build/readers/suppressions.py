"""The author's suppressions: from comments in chapters, `check-ignore` fields in the library, and the settings.

- `<!-- check: ignore[PAR201, BIB2] reason="…" until=2027-01-31 -->` before a block silences that block;
  `ignore-start[…]` and `ignore-end` enclose a stretch; `ignore-file[…]` stands for the whole file.
- `check-ignore = {BIB101, BIB217: in press; until=2027-03-01}` in an entry silences that entry.
- `check: {suppress: [{key: …, path: …, rules: […], reason: …, until: …}]}` in `thesis.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase

from thesis_build.model import Chapter, Entry, Project, Silence, Span, Suppression
from thesis_build.readers import places
from thesis_build.readers.masking import stretch

FIELD = "check-ignore"
"""The field of an entry that silences findings about it."""

_COMMENT = re.compile(
    r"<!--\s*check:\s*(?P<verb>ignore(?:-start|-end|-file)?)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>.*?)-->", re.DOTALL
)
_REASON = re.compile(r"reason\s*=\s*[\"“”](?P<reason>[^\"“”]*)[\"“”]")
_UNTIL = re.compile(r"until\s*=\s*[\"“”]?(?P<day>\d{4}-\d{2}(?:-\d{2})?)[\"“”]?")


def read_suppressions(project: Project) -> tuple[Suppression, ...]:
    """Every suppression of a project, those in chapters first."""
    found: list[Suppression] = []
    for chapter in project.chapters:
        found += _in_chapter(chapter)
    for entry in project.library.entries:
        if FIELD in entry.fields:
            found.append(_in_entry(entry))
    for number, silence in enumerate(project.settings.check.suppress):
        span = project.settings.places.get(f"check.suppress.{number}", Span("paper/thesis.yaml"))
        found.append(_in_settings(silence, span, project))
    return tuple(found)


def covers(suppression: Suppression, span: Span) -> bool:
    """Whether a place lies where a suppression silences."""
    return suppression.first <= span.line <= suppression.last and (
        suppression.path == span.path or fnmatchcase(span.path, suppression.path)
    )


def _in_chapter(chapter: Chapter) -> Iterator[Suppression]:
    source = chapter.source
    if "check:" not in source.text:
        return
    comments = [match for match in places.comments(source) if _COMMENT.fullmatch(match[0])]
    for number, comment in enumerate(comments):
        said = _COMMENT.fullmatch(comment[0])
        assert said is not None  # it was one above
        span = stretch(source, comment.start(), comment.end())
        verb = said["verb"]
        if verb == "ignore-end":
            continue
        first, last = span.end_line, 1_000_000_000
        if verb == "ignore":
            last = _end_of_block(source.text, comment.end())
        elif verb == "ignore-start":
            ends = (stretch(source, c.start(), c.end()).line for c in comments[number + 1 :] if "ignore-end" in c[0])
            last = next(ends, last)
        else:
            first = 1
        yield Suppression(
            _names(said["rules"] or "ALL"), _reason(said["rest"]), _until(said["rest"]), span, source.path, first, last
        )


def _end_of_block(text: str, position: int) -> int:
    """The last line of the block behind a comment: up to the next blank line, in a fenced block up to its end."""
    start = position + len(text[position:]) - len(text[position:].lstrip())
    fence = re.match(r"(:{3,}|`{3,}|~{3,})", text[start:])
    if fence:
        end = re.compile(rf"^{re.escape(fence[0][0])}{{3,}}[ \t]*$", re.MULTILINE).search(text, start + len(fence[0]))
    else:
        end = re.compile(r"\n[ \t]*\n").search(text, start)
    return text.count("\n", 0, end.start() if end else len(text)) + 1


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


def _in_settings(silence: Silence, span: Span, project: Project) -> Suppression:
    entry = project.library.entry(silence.key) if silence.key else None
    if entry:
        path, first, last = entry.span.path, entry.whole.line, entry.whole.end_line
    else:
        path, first, last = "" if silence.key else silence.path or "*", 1, 1_000_000_000
    return Suppression(silence.rules, silence.reason, silence.until, span, path, first, last)


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
