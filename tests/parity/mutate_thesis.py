"""Measures the checker on a thesis into which one labelled defect at a time is put.

    python tests/parity/mutate_thesis.py [PROJECT] [--seed 1] [--count 200] [--kinds delete,move] [--plain] [--show]

A defect counts as found when there is a new error or warning whose place, or second place, lies in the changed block
or in its counterpart. New findings elsewhere are false. Only the changed chapter is read and checked again.
With --plain the headings have no identifiers by which they pair.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from thesis_build import pandoc_ast
from thesis_build.alignment.pair_states import agreement
from thesis_build.linter.run import Selection, check
from thesis_build.model import Chapter, Finding, Manuscript, Project, Severity, Source
from thesis_build.readers.markdown import positions
from thesis_build.readers.project import LOCK, read_project
from thesis_build.tools.pandoc import MARKDOWN, Pandoc, Request
from thesis_build.tools.project_files import DiskFiles

ROOT = Path(__file__).parents[2]
RULES = ("PAR0", "PAR1", "PAR2", "PAR3", "PAR4", "PAR5")


@dataclass(frozen=True)
class Block:
    """A block of a chapter with its counterpart: the lines (from 1) of each, and its text."""

    chapter: str
    language: str
    other: str
    kind: str
    index: int
    lines: tuple[int, int]
    there: tuple[int, int]
    text: str


@dataclass
class Mutant:
    """A chapter's new lines, and where a finding is right: lines of the changed and of the other file."""

    kind: str
    label: str
    block: Block
    lines: list[str]
    here: list[tuple[int, int]]
    there: list[tuple[int, int]]


@dataclass
class Total:
    """What became of the mutants of one kind."""

    count: int = 0
    found: int = 0
    errors: int = 0
    false: int = 0
    codes: Counter[str] = field(default_factory=Counter)


class Thesis:
    """A thesis whose chapters are changed one at a time."""

    def __init__(self, project: Project, pandoc: Pandoc) -> None:
        self.project = project
        self._pandoc = pandoc
        self._controls: dict[str, Counter[tuple[str, str]]] = {}
        self.blocks = list(self._pairs())

    def _pairs(self) -> Iterator[Block]:
        for chapter in agreement(self.project).chapters:
            versions = self.project.in_each_language(chapter.name)
            if len(versions) < 2 or re.match(r"\d+-abstract", chapter.name):
                continue
            for pair in chapter.pairs:
                for tag, index in pair.blocks.items():
                    if len(pair.blocks) == 2:
                        other = next(each for each in pair.blocks if each != tag)
                        lines = {t: positions.block_lines(versions[t], i) for t, i in pair.blocks.items()}
                        first, last = lines[tag]
                        source = versions[tag].source.text.split("\n")
                        kind = versions[tag].blocks[index]["t"]
                        text = "\n".join(source[first - 1 : last])
                        yield Block(chapter.name, tag, other, kind, index, lines[tag], lines[other], text)

    def lines(self, block: Block) -> list[str]:
        """The lines of the file a block stands in."""
        return self.project.in_each_language(block.chapter)[block.language].source.text.split("\n")

    def new(self, mutant: Mutant) -> list[Finding]:
        """The errors and warnings that the unchanged chapter does not have."""
        control = self._controls.get(mutant.block.chapter)
        if control is None:
            control = Counter(map(_told, self._findings(self.project.in_each_language(mutant.block.chapter))))
            self._controls[mutant.block.chapter] = control
        versions = dict(self.project.in_each_language(mutant.block.chapter))
        old = versions[mutant.block.language]
        versions[mutant.block.language] = _chapter(old, "\n".join(mutant.lines), self._pandoc)
        rest, out = Counter(control), []
        for finding in self._findings(versions):
            if rest[_told(finding)]:
                rest[_told(finding)] -= 1
            else:
                out.append(finding)
        return out

    def _findings(self, versions: dict[str, Chapter]) -> list[Finding]:
        manuscripts = {tag: Manuscript(tag, (chapter,)) for tag, chapter in versions.items()}
        sources = {chapter.source.path: chapter.source.text for chapter in versions.values()} | {LOCK: ""}
        project = replace(self.project, manuscripts=manuscripts, sources=sources)
        found = check(project, Selection(date(2026, 1, 1), only=RULES)).findings
        return [finding for finding in found if finding.severity is not Severity.INFO]


def _told(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message["en"]


# ── mutations: each gives new text for a block, with a label, or None ───────────────────────────

Change = Callable[[Block, random.Random, Thesis], "tuple[str, str] | None"]
PROSE = ("Para", "Plain", "BulletList", "OrderedList", "BlockQuote")
SENTENCE = re.compile(r"(?<=[a-z\]%)*][.!?])\s+(?=[A-Z*])")


def _replaced(block: Block, pattern: str, chance: random.Random, new: Callable[[re.Match[str]], str]) -> str | None:
    """The text with one match of a pattern replaced."""
    matches = list(re.finditer(pattern, block.text))
    if not matches:
        return None
    match = chance.choice(matches)
    text = new(match)
    return None if text == match[0] else block.text[: match.start()] + text + block.text[match.end() :]


def _labelled(text: str | None, label: str) -> tuple[str, str] | None:
    return None if text is None else (text, label)


def change_number(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A number outside citations, identifiers and years gets another last digit."""
    del thesis
    masked = _masked(block.text)
    found = list(re.finditer(r"(?<![\w.,@:/-])\d{1,3}(?:[.,]\d+)*(?![\w-])", masked))
    if not found:
        return None
    match = chance.choice(found)
    digit = str((int(match[0][-1]) + chance.randint(2, 7)) % 10)
    if match[0] == "0" + digit or match[0][:-1] + digit == "0":
        return None
    new = match[0][:-1] + digit
    return block.text[: match.end() - 1] + digit + block.text[match.end() :], f"{match[0]} → {new}"


def change_year(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A year becomes another year."""
    del thesis
    found = list(re.finditer(r"(?<![\w.,@:/–-])(?:19|20)\d\d(?![\w–-])", _masked(block.text)))
    if not found:
        return None
    match = chance.choice(found)
    new = str(int(match[0]) + chance.choice([-11, -7, -3, 3, 7]))
    return block.text[: match.start()] + new + block.text[match.end() :], f"{match[0]} → {new}"


def _masked(text: str) -> str:
    """The text with citations, links, attributes, code and the numbers of list items blanked out."""
    pattern = (
        r"\[[^\[\]]*@[^\[\]]*\]|@[\w:.-]+|\{[^{}]*\}|\]\([^)]*\)|`[^`]*`|<[^<>]*>|\$[^$]*\$|\(https?[^)]*\)|^\d+\."
    )
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.MULTILINE)


_KEY = r"@(?!fig:|tbl:|sec:|eq:)\w[\w:-]*\w"


def change_citation(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A citation is of another work."""
    keys = sorted(
        {key for each in thesis.blocks for key in re.findall(_KEY, each.text)} - set(re.findall(_KEY, block.text))
    )
    return _labelled(_replaced(block, _KEY, chance, lambda _: chance.choice(keys)), "another key") if keys else None


def drop_citation(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A whole group of citations goes."""
    del thesis
    return _labelled(_replaced(block, r" \[@[^\[\]]*\]", chance, lambda _: ""), "group dropped")


def change_locator(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A locator has another number."""
    del thesis
    pattern = r"(?<=, )(?:hlm\.|halaman|p\.|pp\.|pasal|art\.|article) \d+"
    return _labelled(_replaced(block, pattern, chance, lambda match: match[0] + "7"), "locator")


def change_cross_reference(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A cross-reference points elsewhere."""
    pattern = r"@(?:fig|tbl|sec|eq):[\w-]+"
    targets = sorted(
        {each for b in thesis.blocks for each in re.findall(pattern, b.text)} - set(re.findall(pattern, block.text))
    )
    return _labelled(_replaced(block, pattern, chance, lambda _: chance.choice(targets)), "another target")


def change_term(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """An agreed term becomes another one."""
    terms = [term.texts[block.language] for term in thesis.project.glossary.terms if len(term.texts) > 1]
    masked = _masked(block.text)
    used = [t for t in terms if re.search(rf"(?<![\w*-]){re.escape(t)}(?![\w-])", masked, re.IGNORECASE) and len(t) > 5]
    others = [t for t in terms if t.lower() not in block.text.lower() and not t.isupper() and len(t) > 5]
    if not (used and others):
        return None
    old, new = chance.choice(used), chance.choice(others)
    match = re.search(rf"(?<![\w*-]){re.escape(old)}(?![\w-])", masked, re.IGNORECASE)
    assert match
    return block.text[: match.start()] + new + block.text[match.end() :], f"{old} → {new}"


def change_name(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A name that both languages use becomes another."""
    other = next(
        b for b in thesis.blocks if (b.chapter, b.language, b.lines) == (block.chapter, block.other, block.there)
    )
    names = [
        match
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b", _masked(block.text))
        if re.search(rf"\b{match[0]}\b", other.text)
    ]
    new = [name for name in ("Surabaya", "Osaka", "Wijaya", "Hartono", "Praha", "Medan") if name not in block.text]
    if not names:
        return None
    match, name = chance.choice(names), chance.choice(new)
    return block.text[: match.start()] + name + block.text[match.end() :], f"{match[0]} → {name}"


def _sentences(block: Block, least: int) -> list[str] | None:
    if block.kind != "Para":
        return None
    found = SENTENCE.split(block.text)
    return found if len(found) >= least and all(len(each.split()) > 6 for each in found) else None


def drop_sentence(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A sentence goes."""
    del thesis
    if not (found := _sentences(block, 2)):
        return None
    at = chance.randrange(len(found))
    return " ".join(found[:at] + found[at + 1 :]), found[at][:40]


def duplicate_sentence(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A sentence stands twice."""
    del thesis
    if not (found := _sentences(block, 2)):
        return None
    at = chance.randrange(len(found))
    return " ".join([*found[: at + 1], *found[at:]]), found[at][:40]


def swap_sentences(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """Two sentences that follow each other change places."""
    del thesis
    if not (found := _sentences(block, 2)):
        return None
    at = chance.randrange(len(found) - 1)
    found[at : at + 2] = found[at + 1], found[at]
    return " ".join(found), found[at][:40]


def change_heading_level(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A heading sinks by one level."""
    del chance, thesis
    return ("#" + block.text, "level") if block.kind == "Header" and block.text.startswith("##") else None


def drop_list_item(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """An item of a list goes."""
    del thesis
    items = re.split(r"\n(?=(?:\d+\.|[-*]) )", block.text.strip("\n"))
    if block.kind not in ("BulletList", "OrderedList") or len(items) < 2:
        return None
    items.pop(chance.randrange(len(items)))
    return "\n".join(items), "item"


def drop_table_row(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A row of a table goes."""
    del thesis
    lines = block.text.split("\n")
    rows = [n for n, line in enumerate(lines) if line.startswith("|")][2:]
    if block.kind != "Table" or len(rows) < 2:
        return None
    lines.pop(chance.choice(rows[:-1]))
    return "\n".join(lines), "row"


def change_table_number(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A number in a cell changes."""
    del thesis
    if block.kind != "Table":
        return None
    return _labelled(
        _replaced(block, r"(?<=\| )\d+(?= *\|)", chance, lambda match: str(int(match[0]) + chance.randint(2, 6))),
        "cell",
    )


def add_footnote(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A footnote stands in one language only."""
    del chance, thesis
    if block.kind != "Para" or "^[" in block.text:
        return None
    note = {"id": "Lihat juga bagian sebelumnya.", "en": "See also the section before."}[block.language]
    return block.text.rstrip() + f"^[{note}]", "note"


def drop_caption_words(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A sentence of a caption goes."""
    del thesis
    match = re.match(r"!\[(?P<caption>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(", block.text)
    if block.kind != "Figure" or not match:
        return None
    found = SENTENCE.split(match["caption"])
    if len(found) < 2:
        return None
    gone = found.pop(chance.randrange(len(found) - 1))
    return f"![{' '.join(found)}](" + block.text[match.end() :], gone[:40]


def untranslate(block: Block, chance: random.Random, thesis: Thesis) -> tuple[str, str] | None:
    """A paragraph stands in the other language."""
    del chance
    other = next(
        b for b in thesis.blocks if (b.chapter, b.language, b.lines) == (block.chapter, block.other, block.there)
    )
    return (other.text, "untranslated") if block.kind == "Para" and len(block.text.split()) > 12 else None


INSIDE: tuple[Change, ...] = (
    untranslate, change_number, change_year, change_citation, drop_citation, change_locator, change_cross_reference,
    change_term, change_name, drop_sentence, duplicate_sentence, swap_sentences, change_heading_level, drop_list_item,
    drop_table_row, change_table_number, add_footnote, drop_caption_words,
)  # fmt: skip


def _inside(change: Change, block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    made = change(block, chance, thesis)
    if made is None:
        return None
    lines = thesis.lines(block)
    first, last = block.lines
    new = made[0].split("\n")
    changed = [*lines[: first - 1], *new, *lines[last:]]
    return Mutant(change.__name__, made[1], block, changed, [(first, first + len(new) - 1)], [block.there])


# ── mutations of whole paragraphs ───────────────────────────────────────────────────────────────


def _is_paragraph(block: Block) -> bool:
    return block.kind == "Para" and len(block.text.split()) > 12


def delete(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A paragraph goes."""
    del chance
    if not _is_paragraph(block):
        return None
    lines = thesis.lines(block)
    first, last = block.lines
    return Mutant("delete", block.text[:40], block, lines[: first - 1] + lines[last + 1 :], [], [block.there])


def add(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A paragraph of another chapter comes behind a block."""
    if block.kind not in ("Para", "Header"):
        return None
    others = [
        b for b in thesis.blocks if b.chapter != block.chapter and b.language == block.language and _is_paragraph(b)
    ]
    new = chance.choice(others).text.split("\n")
    lines = thesis.lines(block)
    last = block.lines[1]
    changed = [*lines[:last], "", *new, *lines[last:]]
    return Mutant("add", new[0][:40], block, changed, [(last + 2, last + 1 + len(new))], [])


def move(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A paragraph moves behind another one of its chapter, over at least one block of text."""
    others = [
        b
        for b in thesis.blocks
        if (b.chapter, b.language) == (block.chapter, block.language) and b.kind in ("Para", "Header")
        and not -3 < b.index - block.index < 3
    ]  # fmt: skip
    if not _is_paragraph(block) or not others:
        return None
    target = chance.choice(others)
    lines: list[str | None] = [*thesis.lines(block)]
    first, last = block.lines
    moved = [str(line) for line in lines[first - 1 : last]]
    lines[first - 1 : last + 1] = [None] * (last + 1 - (first - 1))
    lines[target.lines[1] : target.lines[1]] = ["", *moved]
    changed = [line for line in lines if line is not None]
    at = len([line for line in lines[: target.lines[1]] if line is not None]) + 2
    return Mutant("move", f"behind “{target.text[:30]}”", block, changed, [(at, at + len(moved) - 1)], [block.there])


def delete_in_both(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A paragraph goes, and another one comes in its section, so that both languages have as many."""
    made = delete(block, chance, thesis)
    others = [
        b for b in thesis.blocks if b.chapter != block.chapter and b.language == block.language and _is_paragraph(b)
    ]
    if not made or not others:
        return None
    new = chance.choice(others).text.split("\n")
    at = block.lines[0] - 1
    changed = [*made.lines[:at], *new, "", *made.lines[at:]]
    return replace(made, kind="delete_in_both", lines=changed, here=[(at + 1, at + len(new))])


def split(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A paragraph becomes two."""
    found = _sentences(block, 4)
    if not found:
        return None
    at = chance.randrange(2, len(found) - 1)
    lines = thesis.lines(block)
    first, last = block.lines
    changed = [*lines[: first - 1], " ".join(found[:at]), "", " ".join(found[at:]), *lines[last:]]
    return Mutant("split", found[at][:40], block, changed, [(first, first + 2)], [block.there])


def _section(block: Block, thesis: Thesis) -> tuple[int, int, list[tuple[int, int]]] | None:
    """The first and last line of the section of a heading, and where its blocks stand in the other language."""
    own = [b for b in thesis.blocks if (b.chapter, b.language) == (block.chapter, block.language)]
    own.sort(key=lambda b: b.index)
    if block.kind != "Header" or not block.text.startswith("## "):
        return None
    later = [b for b in own if b.index > block.index and b.kind == "Header" and re.match("##? ", b.text)]
    end = later[0].index if later else own[-1].index + 1
    there = [b.there for b in own if block.index <= b.index < end]
    return block.lines[0], later[0].lines[0] - 1 if later else len(thesis.lines(block)), there


def delete_section(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A whole section goes."""
    del chance
    if not (found := _section(block, thesis)):
        return None
    first, last, there = found
    lines = thesis.lines(block)
    return Mutant("delete_section", block.text, block, lines[: first - 1] + lines[last:], [], there)


def move_section(block: Block, chance: random.Random, thesis: Thesis) -> Mutant | None:
    """A whole section goes to the end of its chapter."""
    del chance
    if not (found := _section(block, thesis)) or found[1] >= len(thesis.lines(block)):
        return None
    first, last, there = found
    lines = thesis.lines(block)
    rest = [*lines[: first - 1], *lines[last:], ""]
    # either the section counts as moved, or those behind it
    return Mutant("move_section", block.text, block, rest + lines[first - 1 : last], [(first, 9999)], there)


WHOLE = (delete, add, move, delete_in_both, split, delete_section, move_section)
KINDS = {change.__name__: change for change in (*WHOLE, *INSIDE)}


def mutants(thesis: Thesis, seed: str, count: int, kinds: Sequence[str]) -> Iterator[Mutant]:
    """So many mutants, of each kind about as many, as far as the thesis has places for them."""
    for kind in kinds:
        chance = random.Random(f"{seed}-{kind}")
        blocks = chance.sample(thesis.blocks, len(thesis.blocks))
        made = 0
        for block in blocks:
            if made * len(kinds) >= count:
                break
            change = KINDS[kind]
            mutant = change(block, chance, thesis) if change in WHOLE else _inside(change, block, chance, thesis)  # type: ignore[arg-type]
            if mutant:
                made += 1
                yield mutant


# ── judging ─────────────────────────────────────────────────────────────────────────────────────


def judge(mutant: Mutant, found: Sequence[Finding], thesis: Thesis) -> tuple[list[Finding], list[Finding]]:
    """The findings at the right place, and those elsewhere."""
    versions = thesis.project.in_each_language(mutant.block.chapter)
    right = {
        versions[mutant.block.language].source.path: mutant.here,
        versions[mutant.block.other].source.path: mutant.there,
    }

    def is_right(finding: Finding) -> bool:
        spans = [finding.span, *(related.span for related in finding.related)]
        return any(a <= span.line <= b for span in spans for a, b in right.get(span.path, ()))

    return [f for f in found if is_right(f)], [f for f in found if not is_right(f)]


def measure(thesis: Thesis, made: Iterator[Mutant], show: bool = False) -> dict[str, Total]:
    """What the checker finds of each kind."""
    totals: dict[str, Total] = defaultdict(Total)
    for mutant in made:
        right, wrong = judge(mutant, thesis.new(mutant), thesis)
        total = totals[mutant.kind]
        total.count += 1
        total.found += bool(right)
        total.errors += any(finding.severity is Severity.ERROR for finding in right)
        total.false += bool(wrong)
        total.codes.update({finding.code for finding in right})
        if show and (wrong or not right):
            print(f"{'false' if right else 'MISSED'} {mutant.kind} {mutant.block.chapter} {mutant.block.language} "
                  f"{mutant.here} {mutant.there} {mutant.label}")  # fmt: skip
            for finding in wrong:
                print(f"      {finding.span.path}:{finding.span.line} {finding.code} {finding.message['en'][:140]}")
    return dict(totals)


def read(root: Path, pandoc: Pandoc, plain: bool = False) -> Project:
    """A thesis; `plain` without the identifiers of its headings."""
    project = read_project(DiskFiles(root), pandoc)
    if not plain:
        return project
    bare = {
        tag: Manuscript(tag, tuple(_without_identifiers(chapter, pandoc) for chapter in manuscript.chapters))
        for tag, manuscript in project.manuscripts.items()
    }
    return replace(project, manuscripts=bare)


def _without_identifiers(chapter: Chapter, pandoc: Pandoc) -> Chapter:
    text = re.sub(r"^(#+ .*?) *\{#[^{}]*\}$", r"\1", chapter.source.text, flags=re.MULTILINE)
    return _chapter(chapter, text, pandoc)


def _chapter(old: Chapter, text: str, pandoc: Pandoc) -> Chapter:
    """A chapter with another text."""
    blocks = pandoc_ast.loads(pandoc.ask(Request("read", MARKDOWN, text)).text)
    source = Source(old.source.path, text)
    return Chapter(old.name, old.language, source, blocks, tuple(pandoc_ast.walk(blocks)))


def main() -> int:
    """Print a table of recall and false findings by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--plain", action="store_true", help="take the identifiers of the headings away")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is false")
    options = parser.parse_args()
    started = time.perf_counter()
    with Pandoc(1) as pandoc:
        thesis = Thesis(read(options.project, pandoc, options.plain), pandoc)
        made = mutants(thesis, options.seed, options.count, options.kinds.split(","))
        totals = measure(thesis, made, options.show)
    for kind, total in totals.items():
        print(
            f"{kind:22} {total.count:4} found {total.found / total.count:6.1%}  error {total.errors / total.count:6.1%}"
            f"  with false {total.false:3}  {' '.join(f'{code}×{n}' for code, n in total.codes.most_common(6))}"
        )
    print(f"{sum(t.count for t in totals.values())} mutants in {time.perf_counter() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
