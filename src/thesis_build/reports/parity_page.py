"""The two languages side by side with what was found about each pair: a page that a supervisor can read.

Like the page of a check it is one file that asks for nothing, needs no script, and uses the program's own template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.alignment.lock_matching import State
from thesis_build.alignment.pair_states import agreement
from thesis_build.alignment.text.passages import OBJECT, Passage, from_blocks
from thesis_build.model import Chapter, ChapterPairs, Checked, Element, Finding, Pair, Project
from thesis_build.readers.markdown import positions
from thesis_build.reports.html import policy
from thesis_build.reports.lines import one_line
from thesis_build.reports.words import count
from thesis_build.templating import Html, asset, render_html

_OWN = Path(__file__).parents[1]
_WORDS = {
    "en": {
        "title": "Do the two languages say the same?",
        "error": "Error",
        "warning": "Warning",
        "info": "Note",
        "hint": "What to do",
        "show": "Show",
        "all": "all pairs",
        "reported": "with findings",
        "open": "not confirmed",
        "confirmed": "confirmed",
        "stale": "one side changed",
        "both-changed": "both sides changed",
        "new": "never confirmed",
        "alone": "without counterpart",
        "elsewhere": "About the whole",
        "pairs": "pairs",
        "of": "of",
        "none": "nothing here",
    },
    "id": {
        "title": "Apakah kedua bahasa menyatakan hal yang sama?",
        "error": "Kesalahan",
        "warning": "Peringatan",
        "info": "Catatan",
        "hint": "Yang perlu dilakukan",
        "show": "Tampilkan",
        "all": "semua pasangan",
        "reported": "yang ada temuan",
        "open": "yang belum dinyatakan",
        "confirmed": "dinyatakan sama",
        "stale": "satu sisi berubah",
        "both-changed": "kedua sisi berubah",
        "new": "belum pernah dinyatakan",
        "alone": "tanpa padanan",
        "elsewhere": "Tentang keseluruhan",
        "pairs": "pasangan",
        "of": "dari",
        "none": "tidak ada di sini",
    },
}


def page(checked: Checked, project: Project, locale: str) -> str:
    """The pairs of a project (or of two loose texts) with the findings about each, as one HTML page."""
    css = "\n".join(asset(_OWN, "html", name).strip() for name in ("report.css", "parity.css"))
    left = list(checked.findings)
    chapters = [
        _chapter(project, chapter, left, locale)
        for chapter in agreement(project).chapters
        if len(project.languages_of(chapter.name)) > 1
    ]
    return render_html(
        _OWN,
        "parity.html.j2",
        {
            "locale": locale,
            "words": _WORDS[locale],
            "csp": policy(css),
            "css": Html(css),
            "count": count(checked.findings, locale),
            "languages": list(project.manuscripts),
            "chapters": chapters,
            "chosen": "reported" if checked.findings else "all",
            "rest": [_said(finding, locale) for finding in left],
        },
    )


def _chapter(project: Project, chapter: ChapterPairs, left: list[Finding], locale: str) -> dict[str, Any]:
    """A chapter's pairs; the findings at one of them are taken out of `left`."""
    known = agreement(project).known
    chapters = project.in_each_language(chapter.name)
    states = [known[pair.identifier].state for pair in chapter.pairs if pair.identifier in known]
    rows = []
    for pair in chapter.pairs:
        found = [finding for finding in left if _is_about(finding, pair, chapters)]
        for finding in found:
            left.remove(finding)
        state = str(known[pair.identifier].state) if pair.identifier in known else "alone"
        texts = {tag: _text(chapters[tag].blocks[pair.blocks[tag]], tag) for tag in chapters if tag in pair.blocks}
        if any(texts.values()) or found:
            rows.append({"state": state, "texts": texts, "findings": [_said(f, locale) for f in found]})
    return {
        "name": chapter.name,
        "rows": rows,
        "total": len(states),
        "confirmed": states.count(State.CONFIRMED),
        "stale": states.count(State.STALE) + states.count(State.BOTH_CHANGED),
        "reported": sum(bool(row["findings"]) for row in rows),
        "open": sum(row["state"] != "confirmed" for row in rows),
    }


def _is_about(finding: Finding, pair: Pair, chapters: Mapping[str, Chapter]) -> bool:
    """Whether a finding stands in one of a pair's blocks."""
    for tag, index in pair.blocks.items():
        if finding.span.path == chapters[tag].source.path:
            first, last = positions.block_lines(chapters[tag], index)
            if first <= finding.span.line <= last:
                return True
    return False


def _said(finding: Finding, locale: str) -> dict[str, str]:
    return {
        "severity": str(finding.severity),
        "code": finding.code,
        "name": finding.name,
        "message": one_line(finding.message[locale]),
        "hint": one_line(finding.hint[locale]),
        "place": f"{finding.span.path}:{finding.span.line}",
    }


def _text(block: Element, language: str) -> str:
    """A block's text as it is read, with what it cites or refers to in brackets."""
    passages: Sequence[Passage] = from_blocks([block], language)
    return " ¶ ".join("".join(_signs(passage)) for passage in passages) or pandoc_ast.plain_text(block).strip()


def _signs(passage: Passage) -> Iterator[str]:
    for offset, sign in enumerate(passage.text):
        mark = passage.marks.get(offset)
        yield f"[{mark.value}]" if sign == OBJECT and mark else sign
