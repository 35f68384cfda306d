"""Proving fixes of the library: a fix is applied only if the library is read afterwards as the fix means it.

The library with the fixes is read again, by our own reader and by Pandoc. An entry that no fix edits must be the same;
of one that is edited, only what is printed from the edited fields may differ. Fixes that fail this are withheld.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.linter.fixes import FixedTexts, apply_fixes
from thesis_build.model import Edit, Entry, Finding, Library, LibraryFault, Source
from thesis_build.readers.bibtex.library import read_library

Reading = Mapping[str, Sequence[Mapping[str, Any]]]
"""What Pandoc reads of one file: by key, the printed fields of each entry."""

Reader = Callable[[Sequence[str]], Sequence[Reading | None]]
"""Gives Pandoc's reading of each text, None for one that it refuses."""

_NEVER_MADE = frozenset(
    {
        LibraryFault.UNPARSEABLE,
        LibraryFault.EMPTY_KEY,
        LibraryFault.TEXT_BETWEEN,
        LibraryFault.DUPLICATE_FIELD,
        LibraryFault.DUPLICATE_KEY,
        LibraryFault.UNDEFINED_STRING,
        LibraryFault.DANGLING,
        LibraryFault.CIRCULAR,
    }
)
"""Faults of which no fix may make a new one."""

_PRINTED_FROM: Mapping[str, Set[str]] = {
    name: frozenset(printed.split())
    for names, printed in (
        ("title subtitle titleaddon shorttitle", "title title-short container-title volume-title"),
        ("maintitle mainsubtitle volume part", "title volume volume-title container-title number title-short"),
        ("booktitle booksubtitle booktitleaddon eventtitle", "container-title container-title-short event-title title"),
        ("journal journaltitle journalsubtitle shortjournal", "container-title container-title-short"),
        ("series", "collection-title"),
        ("number issue", "number issue collection-number"),
        ("author", "author issued"),
        ("editor editortype", "editor container-author author collection-editor"),
        ("translator", "translator"),
        ("date year month day", "issued"),
        ("urldate", "accessed"),
        ("pages pagetotal", "page page-first number-of-pages"),
        ("edition", "edition"),
        ("version", "version"),
        ("doi url eprint eprinttype archiveprefix primaryclass eprintclass", "doi url archive archive-place"),
        ("publisher institution school organization howpublished", "publisher"),
        ("address location", "publisher-place event-place"),
        ("note addendum annote annotation abstract keywords file", "note annote abstract keyword"),
        ("isbn issn", "isbn issn"),
    )
    for name in names.split()
}
"""What is printed from a field, by the names that Pandoc gives it; a field that is not here may change anything."""


@dataclass(frozen=True, slots=True)
class Proved:
    """The texts with the fixes that are proved, and the findings whose fix was withheld."""

    fixed: FixedTexts
    withheld: tuple[Finding, ...] = ()


def prove_fixes(
    findings: Sequence[Finding], texts: Mapping[str, str], library: Library, read: Reader, *, unsafe: bool
) -> Proved:
    """Apply the fixes of the findings to the texts, but for those after which the library would be read wrongly."""
    proof = _Proof(texts, library, read, unsafe)
    kept = [finding for finding in findings if finding.fix and (finding.fix.safe or unsafe)]
    return proof.run(kept)


class _Proof:
    """The proof over one library; what is read before any fix is read once."""

    def __init__(self, texts: Mapping[str, str], library: Library, read: Reader, unsafe: bool) -> None:
        self._texts = texts
        self._library = library
        self._read = read
        self._unsafe = unsafe
        self._before: dict[str, Reading | None] = {}
        self._entries = {entry.key: entry for entry in library.entries}

    def run(self, findings: list[Finding]) -> Proved:
        withheld: list[Finding] = []
        while True:
            fixed = apply_fixes(findings, self._texts, unsafe=self._unsafe)
            bad = self._harmful(findings, fixed)
            if not bad:
                return Proved(fixed, tuple(withheld))
            withheld += bad
            findings = [finding for finding in findings if finding not in bad]

    def _harmful(self, findings: list[Finding], fixed: FixedTexts) -> list[Finding]:
        """Some findings whose fixes do harm: those of the entries that are read wrongly; none where all is well."""
        changed = {source.path for source in self._library.sources if source.path in fixed.texts}
        if not changed:
            return []
        after = read_library([self._with(source, fixed) for source in self._library.sources])
        touching = [finding for finding in findings if any(edit.span.path in changed for edit in _edits(finding))]
        readings = self._readings(sorted(changed), fixed)
        refused = _is_worse(self._library, after) or readings is None
        if refused:
            return touching if len(touching) == 1 else self._half(touching)
        keys = self._misread(after, touching, readings or {})
        harmful = [finding for finding in touching if keys & self._keys(finding)] or touching
        return self._half(harmful) if keys else []

    def _half(self, findings: list[Finding]) -> list[Finding]:
        """The findings that do harm, found by halves."""
        if len(findings) == 1:
            return findings
        middle = len(findings) // 2
        bad: list[Finding] = []
        for half in (findings[:middle], findings[middle:]):
            fixed = apply_fixes(half, self._texts, unsafe=self._unsafe)
            bad += self._harmful(half, fixed)
        return bad or findings

    def _with(self, source: Source, fixed: FixedTexts) -> Source:
        return replace(source, text=fixed.texts.get(source.path, source.text))

    def _readings(self, paths: Sequence[str], fixed: FixedTexts) -> dict[str, tuple[Reading, Reading]] | None:
        """Pandoc's readings of each file before and after, of those it read before; None where it refuses one now."""
        new = [path for path in paths if path not in self._before]
        answers = self._read([*(self._texts[path] for path in new), *(fixed.texts[path] for path in paths)])
        self._before.update(zip(new, answers, strict=False))
        pairs: dict[str, tuple[Reading, Reading]] = {}
        for path, after in zip(paths, answers[len(new) :], strict=True):
            before = self._before[path]
            if before is not None and after is None:
                return None
            if before is not None and after is not None:
                pairs[path] = (before, after)
        return pairs

    def _misread(
        self, after: Library, findings: Sequence[Finding], readings: Mapping[str, tuple[Reading, Reading]]
    ) -> set[str]:
        """The keys of the entries that are not read as their fixes mean it."""
        now = {entry.key: entry for entry in after.entries}
        moved = {key for finding in findings for key in self._keys_edited(finding)}
        bad = {key for key in self._entries.keys() - now.keys() if key not in moved}
        for before, later in readings.values():
            for key in before.keys() & later.keys():
                twice = len(before[key]) > 1  # which of them a field belongs to, our own reader does not say
                if key not in now or key not in self._entries or key in moved or twice:
                    continue
                names = _changed(self._entries[key], now[key])
                if not _may_differ(before[key], later[key], names, self._entries[key], now[key]):
                    bad.add(key)
            bad |= {key for key in before.keys() - later.keys() if key in now and key not in moved}
        return bad

    def _keys(self, finding: Finding) -> set[str]:
        """The entries that a fix edits."""
        return {entry.key for edit in _edits(finding) for entry in self._library.entries if _overlaps(edit, entry)}

    def _keys_edited(self, finding: Finding) -> set[str]:
        """The entries that a fix removes, or whose keys it edits."""
        return {
            entry.key
            for edit in _edits(finding)
            for entry in self._library.entries
            if _overlaps(edit, entry) and _covers(edit, entry)
        }


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return finding.fix.edits if finding.fix else ()


def _overlaps(edit: Edit, entry: Entry) -> bool:
    span, whole = edit.span, entry.whole
    return span.path == whole.path and span.line <= whole.end_line and whole.line <= span.end_line


def _covers(edit: Edit, entry: Entry) -> bool:
    """Whether an edit replaces the key of an entry."""
    span, key = edit.span, entry.span
    starts, ends = (span.line, span.column), (span.end_line, span.end_column)
    return starts <= (key.line, key.column) and (key.end_line, key.end_column) <= ends


def _is_worse(before: Library, after: Library) -> bool:
    """Whether a fault is there that was not."""
    return bool(_faults(after) - _faults(before))


def _faults(library: Library) -> Counter[LibraryFault]:
    return Counter(broken.fault for broken in library.broken if broken.fault in _NEVER_MADE)


def _changed(before: Entry, after: Entry) -> set[str]:
    """The fields, own or inherited, that differ; `type` of the entry counts as the field “@”."""
    names = before.fields.keys() | after.fields.keys() | before.inherited.keys() | after.inherited.keys()
    different = {name for name in names if before.value(name) != after.value(name)}
    different |= before.fields.keys() ^ after.fields.keys()
    return different if before.type == after.type else {*different, "@"}


def _may_differ(
    before: Sequence[Mapping[str, Any]],
    after: Sequence[Mapping[str, Any]],
    names: Iterable[str],
    old: Entry,
    new: Entry,
) -> bool:
    """Whether what is printed of an entry differs only where these fields are printed, and nothing is lost."""
    if len(before) != len(after):
        return False
    allowed: set[str] = set()
    gone = False
    for name in names:
        if name not in _PRINTED_FROM:
            return True
        allowed |= _PRINTED_FROM[name]
        gone = gone or (name in old.fields and name not in new.fields)
    for one, other in zip(before, after, strict=True):
        for printed in one.keys() | other.keys():
            if one.get(printed) == other.get(printed):
                continue
            is_lost = printed not in other and not gone and not pandoc_ast.is_empty(one[printed])
            if printed not in allowed or is_lost:
                return False
    return True
