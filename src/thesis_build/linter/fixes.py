"""Applying the fixes of findings to texts: by span, all edits of a fix or none, and nothing else is touched."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from thesis_build.model import Edit, Finding, Fix, Span
from thesis_build.tools import files

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class FixedTexts:
    """The new text of each file that changes, by path, how many findings that fixes, and the edits as a diff.

    `edits` are those that were applied, as offsets into the old text, in order.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    count: int = 0
    diff: str = ""
    edits: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)

    def contents(self, root: Path) -> dict[str, bytes]:
        """The bytes of each file below `root` with the edits applied: its BOM and its line ends stay."""
        return {path: _rewritten(files.read(root / path) or b"", edits) for path, edits in self.edits.items()}


def apply_fixes(findings: Sequence[Finding], sources: Mapping[str, str], *, unsafe: bool) -> FixedTexts:
    """The texts with every safe fix applied (or every fix, if `unsafe`); of fixes that overlap, the first."""
    starts = {path: _line_starts(text) for path, text in sources.items()}
    taken: dict[str, list[tuple[int, int, str]]] = {}
    count = 0
    for finding in findings:
        if finding.fix and (finding.fix.safe or unsafe) and _take(finding.fix, starts, taken):
            count += 1
    texts = {path: _edited(sources[path], edits) for path, edits in taken.items() if edits}
    diff = "".join(_diff(path, sources[path], text) for path, text in sorted(texts.items()))
    return FixedTexts(texts, count, diff, {path: sorted(edits) for path, edits in taken.items() if edits})


def _take(fix: Fix, starts: Mapping[str, Sequence[int]], taken: dict[str, list[tuple[int, int, str]]]) -> bool:
    """Add the edits of a fix, unless one overlaps with those taken before; the same edit twice is one."""
    wanted = [
        (edit.span.path, _offsets(edit, starts[edit.span.path])) for edit in fix.edits if edit.span.path in starts
    ]
    if len(wanted) != len(fix.edits):
        return False
    new = [(path, edit) for path, edit in wanted if edit not in taken.get(path, ())]
    if any(_overlap(edit, other) for path, edit in new for other in taken.get(path, ())):
        return False
    for path, edit in new:
        taken.setdefault(path, []).append(edit)
    return True


def _overlap(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]


def _offsets(edit: Edit, starts: Sequence[int]) -> tuple[int, int, str]:
    span: Span = edit.span
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1, edit.text


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    cursor = 0
    for start, end, new in sorted(edits):
        parts += [text[cursor:start], new]
        cursor = end
    return "".join([*parts, text[cursor:]])


def _rewritten(content: bytes, edits: Sequence[tuple[int, int, str]]) -> bytes:
    """A file's bytes with edits whose offsets count in the text as read: without BOM, and with `\\n` as line end."""
    bom = _BOM if content.startswith(_BOM) else b""
    raw = content.removeprefix(_BOM).decode()
    pairs = [index for index in range(len(raw) - 1) if raw[index] == "\r" and raw[index + 1] == "\n"]
    shifted = [index - number for number, index in enumerate(pairs)]
    end_of_line = "\r\n" if len(pairs) * 2 > raw.count("\n") else "\n"

    def at(offset: int) -> int:
        return offset + bisect_left(shifted, offset)

    placed = [(at(start), at(end), new.replace("\n", end_of_line)) for start, end, new in edits]
    return bom + _edited(raw, placed).encode()


def _diff(path: str, old: str, new: str) -> str:
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
