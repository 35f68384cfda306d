"""The straight line of the commands about parity: what has happened to each pair, and confirming pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thesis_build.errors import ThesisBuildError
from thesis_build.tools import files

if TYPE_CHECKING:
    from thesis_build.alignment.lock import Confirmed
    from thesis_build.alignment.lock_matching import Known
    from thesis_build.alignment.pair_states import Agreement
    from thesis_build.model import Checked, Pair, Project


NOT_OF_LOOSE_PAIRS = ("PAR001", "PAR006", "PAR707")
"""Rules that make no sense for two loose texts."""

_HEADS = {
    "en": ("chapter", "confirmed", "stale", "both changed", "new", "alone"),
    "id": ("bab", "dinyatakan", "usang", "keduanya berubah", "baru", "sendiri"),
}


_TERM_WORDS = {
    "en": {
        "new": "pairs that the text uses consistently, for paper/glossary.yaml",
        "two": "translated in two ways",
        "none": "no further pair of terms is used consistently",
    },
    "id": {
        "new": "pasangan yang dipakai ajek, untuk paper/glossary.yaml",
        "two": "diterjemahkan dengan dua cara",
        "none": "tidak ada pasangan istilah lain yang dipakai ajek",
    },
}
_MOST = 40
"""Pairs of terms that are proposed."""


@dataclass(frozen=True, slots=True)
class Standings:
    """How many pairs of a chapter are in each state (in the order of `State`), and how many blocks stand alone."""

    chapter: str
    states: tuple[int, ...]
    alone: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair as it is shown to be confirmed: where it stands, its state, and its text in each language."""

    place: str
    state: str
    texts: tuple[tuple[str, str], ...]


Ask = Callable[[Shown], str]
"""Asks whether a pair is confirmed: `y` yes, `n` no, `q` this and no other."""


def standings(project: Project) -> tuple[Standings, ...]:
    """The states of the pairs, for every chapter that is expected in several languages."""
    from thesis_build.alignment.lock_matching import State
    from thesis_build.alignment.pair_states import agreement

    found = agreement(project)
    rows = []
    for chapter in (each for each in found.chapters if len(project.languages_of(each.name)) > 1):
        known = [found.known[pair.identifier] for pair in chapter.pairs if pair.identifier in found.known]
        counts = tuple(sum(pair.state is state for pair in known) for state in State)
        rows.append(Standings(chapter.name, counts, len(chapter.pairs) - len(known)))
    return tuple(rows)


def table(rows: Sequence[Standings], locale: str) -> str:
    """The states of all chapters as a table for a terminal."""
    cells = [_HEADS[locale], *((row.chapter, *(str(n) for n in (*row.states, row.alone))) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADS[locale]))]
    return "".join(
        "  ".join(
            cell.ljust(widths[0]) if not column else cell.rjust(widths[column]) for column, cell in enumerate(row)
        )
        + "\n"
        for row in cells
    )


def page(checked: Checked, project: Project, locale: str) -> str:
    """The pairs side by side with what was found, as an HTML page."""
    from thesis_build.reports.parity_page import page as written

    return written(checked, project, locale)


def terms(root: Path, locale: str, jobs: int = 2) -> str:
    """The pairs of terms that a thesis uses consistently and its glossary lacks, and terms translated in two ways."""
    from thesis_build.alignment.pair_states import agreement
    from thesis_build.alignment.term_extraction import mine
    from thesis_build.alignment.text.passages import from_blocks
    from thesis_build.languages.lexicon import lexicon

    project = _read(root, jobs)
    first, second = _two(project)
    table = lexicon(first, second)
    blocks = []
    for chapter in agreement(project).chapters:
        chapters = project.in_each_language(chapter.name)
        for pair in chapter.pairs:
            if pair.identifier in agreement(project).known:
                one, other = (from_blocks([chapters[t].blocks[pair.blocks[t]]], t) for t in table.languages)
                blocks.append((one, other))
    found = mine(blocks, table)
    known = {text.lower() for term in project.glossary.terms for text in term.texts.values()}
    new = [usage for usage in found.consistent if not known & set(usage.texts) and " " in "".join(usage.texts)]
    words = _TERM_WORDS[locale]
    order = [table.languages.index(first), table.languages.index(second)]
    lines = [f"{words['new']} ({first} = {second}):"] if new else []
    lines += [
        f"  {usage.texts[order[0]]} = {usage.texts[order[1]]}  ({usage.together}/{usage.either})"
        for usage in new[:_MOST]
    ]
    lines += [f"{words['two']}:"] if found.two_ways else []
    lines += [
        f"  {way.text} ({way.language}): " + ", ".join(f"{text} ({count})" for text, count in way.translations)
        for way in found.two_ways
    ]
    return "".join(f"{line}\n" for line in lines or [words["none"]])


def _two(project: Project) -> tuple[str, str]:
    """The first two languages; raises `ThesisBuildError` where there is only one."""
    first, *others = project.manuscripts
    if others:
        return first, others[0]
    raise ThesisBuildError(
        {"en": "this thesis has one language only", "id": "skripsi ini hanya memakai satu bahasa"},
        {
            "en": "name two in `languages`, or the two of the abstract in `abstracts`",
            "id": "sebutkan dua bahasa dalam `languages`, atau kedua bahasa abstrak dalam `abstracts`",
        },
        project.settings.spans.get("languages"),
    )


def confirm(root: Path, places: Sequence[str], today: date, ask: Ask | None, jobs: int = 2) -> int:
    """Confirm the pairs at these places, or those to which `ask` answers yes; the result is their number.

    A place is `paper/id/03-method.md:28`, a file, a folder, a chapter (`03-method`), or the identifier of a pair.
    Raises `ThesisBuildError` where a place names no pair, or the lock was written by another version.
    """
    from thesis_build.alignment.lock_matching import State
    from thesis_build.alignment.pair_states import agreement
    from thesis_build.commands.confirmed import keep_texts

    project = _read(root, jobs)
    found = agreement(project)
    _refuse_other_version(found)
    chosen: set[str] = set()
    for place in places:
        chosen |= _at(place, project, found)
    if ask:
        for pair, known in _waiting(found, chosen if places else None):
            if known.state is not State.CONFIRMED and (answer := ask(_shown(project, pair, known))) != "n":
                if answer == "q":
                    break
                chosen.add(pair.identifier)
            else:
                chosen.discard(pair.identifier)
    changed = {name for name in chosen if found.known[name].state is not State.CONFIRMED}
    if changed or found.lost:
        _write(project, found, changed, today)
        keep_texts(_read(root, jobs))
    return len(changed)


def _read(root: Path, jobs: int) -> Project:
    from thesis_build.readers.project import read_project
    from thesis_build.tools.pandoc import Pandoc
    from thesis_build.tools.project_files import DiskFiles
    from thesis_build.tools.store import Store

    with Pandoc(jobs, Store.of(root)) as pandoc:
        return read_project(DiskFiles(root), pandoc)


def _refuse_other_version(found: Agreement) -> None:
    from thesis_build.alignment.lock import LockFault
    from thesis_build.model import Span
    from thesis_build.readers.project import LOCK

    if any(fault is LockFault.VERSION for fault, _ in found.faults):
        raise ThesisBuildError(
            {
                "en": "this lock was written by another version of thesis-build, and is left as it is",
                "id": "kunci ini ditulis oleh versi thesis-build yang lain, dan dibiarkan apa adanya",
            },
            {
                "en": "install that version, or remove the file and confirm the pairs again",
                "id": "pasang versi itu, atau hapus berkasnya dan nyatakan lagi pasangannya",
            },
            Span(LOCK),
        )


def _at(place: str, project: Project, found: Agreement) -> set[str]:
    """The identifiers of the pairs at a place."""
    from thesis_build.readers.markdown import positions

    path, _, line = place.rpartition(":") if place.rpartition(":")[2].isdecimal() else (place, "", "")
    wanted = Path(path).as_posix().removeprefix("./")
    names: set[str] = set()
    for chapter in found.chapters:
        for tag, written in project.in_each_language(chapter.name).items():
            shown = written.source.path
            inside = wanted in (".", shown, chapter.name) or shown.startswith(f"{wanted.rstrip('/')}/")
            for pair in chapter.pairs:
                if pair.identifier not in found.known:
                    continue
                if line and inside:
                    first, last = positions.block_lines(written, pair.blocks[tag])
                    if first <= int(line) <= last:
                        names.add(pair.identifier)
                elif inside or wanted in (pair.identifier, f"{chapter.name}#{pair.identifier}"):
                    names.add(pair.identifier)
    if not names:
        raise ThesisBuildError(
            {"en": f"no pair is at {place}", "id": f"tidak ada pasangan di {place}"},
            {
                "en": "name a place as the findings do (paper/id/03-method.md:28), a file, or a chapter (03-method)",
                "id": "sebutkan tempat seperti pada temuan (paper/id/03-method.md:28), berkas, atau bab (03-method)",
            },
        )
    return names


def _waiting(found: Agreement, chosen: set[str] | None) -> Iterator[tuple[Pair, Known]]:
    for chapter in found.chapters:
        for pair in chapter.pairs:
            if pair.identifier in found.known and (chosen is None or pair.identifier in chosen):
                yield pair, found.known[pair.identifier]


def _shown(project: Project, pair: Pair, known: Known) -> Shown:
    from thesis_build.alignment.pair_states import block_text
    from thesis_build.readers.markdown import positions

    chapters = project.in_each_language(known.pair.chapter)
    first = next(iter(pair.blocks))
    span = positions.block_span(chapters[first], pair.blocks[first])
    texts = tuple((tag, block_text(chapters[tag].blocks[index], tag)) for tag, index in pair.blocks.items())
    return Shown(f"{span.path}:{span.line}", known.state.value, texts)


def _write(project: Project, found: Agreement, changed: set[str], today: date) -> None:
    """The lock with these pairs confirmed: what was confirmed stays, what is about no pair goes."""
    from thesis_build.alignment.lock import Confirmed, read_lock, write_lock
    from thesis_build.readers.project import LOCK

    lines: list[Confirmed] = []
    for name, known in found.known.items():
        if name in changed:
            lines.append(Confirmed(known.pair.chapter, name, known.pair.prints, known.pair.facts, today))
        elif known.confirmed:
            lines.append(known.confirmed)
    lines += (*found.waiting, *(line for name, line in found.incomplete.items() if name not in changed))
    unused = read_lock(project.sources.get(LOCK, "")).unused
    kept = [line for name, line in unused if name not in changed]
    files.write_whole(project.root / LOCK, write_lock(lines, kept).encode())
