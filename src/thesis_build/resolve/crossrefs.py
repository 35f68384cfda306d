"""Cross-references in pandoc-crossref's spelling: `@fig:a`, `[@fig:a; @fig:b]`, `[-@fig:a]`.

Source of the spelling: https://lierdakil.github.io/pandoc-crossref/ (References). They are resolved before
citeproc, which would take them for citations.
"""

from __future__ import annotations

import re
from dataclasses import replace

from thesis_build import pandoc_ast
from thesis_build.languages import Language
from thesis_build.model import Element, Elements, ResolvedChapter
from thesis_build.resolve.numbers import Label, Numbered

_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|eq|sec):", re.IGNORECASE)
_NBSP = "\u00a0"


def is_cross_reference(key: str) -> bool:
    """Whether a citation key names a figure, table, equation or section of this thesis."""
    return _CROSS_REFERENCE.match(key) is not None


def target(key: str) -> str:
    """The identifier a cross-reference points to: `@Fig:a` is `fig:a`."""
    return key[0].lower() + key[1:]


def resolve_cross_references(numbered: Numbered, language: Language) -> tuple[ResolvedChapter, ...]:
    """The chapters with every cross-reference printed in the language's words, linked to what it names."""

    def change(element: Element) -> Elements | None:
        citations = pandoc_ast.citations(element)
        if not all(is_cross_reference(pandoc_ast.citation_key(citation)) for citation in citations):
            return None
        return _Printer(numbered.labels, language).inlines(citations)

    return tuple(
        replace(
            chapter,
            blocks=pandoc_ast.rewrite(chapter.blocks, {"Cite": change}),
            title=pandoc_ast.rewrite(chapter.title, {"Cite": change}),
        )
        for chapter in numbered.chapters
    )


class _Printer:
    """Prints the citations of one `Cite` that are cross-references."""

    def __init__(self, labels: dict[str, Label], language: Language) -> None:
        self._labels = labels
        self._language = language

    def inlines(self, citations: list[pandoc_ast.Citation]) -> Elements:
        """The inlines for one group: references of one kind stand together, consecutive numbers become a range."""
        out: Elements = []
        for group in self._groups(citations):
            if out:
                out += pandoc_ast.text(self._language.words["punctuation"]["separator"])
            out += self._group(group)
        return out

    def _groups(self, citations: list[pandoc_ast.Citation]) -> list[list[pandoc_ast.Citation]]:
        groups: list[list[pandoc_ast.Citation]] = []
        for citation in citations:
            kind = self._kind(citation)
            if groups and kind and self._kind(groups[-1][0]) == kind and not pandoc_ast.citation_prefix(citation):
                groups[-1].append(citation)
            else:
                groups.append([citation])
        return groups

    def _kind(self, citation: pandoc_ast.Citation) -> str:
        label = self._labels.get(target(pandoc_ast.citation_key(citation)))
        return label.kind if label else ""

    def _group(self, group: list[pandoc_ast.Citation]) -> Elements:
        first = group[0]
        key = pandoc_ast.citation_key(first)
        label = self._labels.get(target(key))
        if label is None:
            return pandoc_ast.text(f"[{key}?]")
        forms = self._language.words["numbered"][label.kind]
        word = forms["one"] if len(group) == 1 else forms["many"]
        bare = pandoc_ast.suppresses_author(first)
        prefix = pandoc_ast.plain_text(pandoc_ast.citation_prefix(first)).strip()
        lead = "" if bare else f"{prefix or word}{_NBSP}"
        suffix = pandoc_ast.citation_suffix(group[-1])
        numbers = self._numbers(group)
        if len(numbers) == 1 and lead:
            linked = pandoc_ast.text(lead + pandoc_ast.plain_text(numbers))
            return [pandoc_ast.link(linked, pandoc_ast.address(numbers[0], "Link"), ["xref"]), *suffix]
        return [*pandoc_ast.text(lead), *numbers, *suffix]

    def _numbers(self, group: list[pandoc_ast.Citation]) -> Elements:
        names = [target(pandoc_ast.citation_key(citation)) for citation in group]
        names = sorted(dict.fromkeys(names), key=lambda name: self._labels[name].position)
        runs: list[list[str]] = []
        for name in names:
            if runs and self._follows(runs[-1][-1], name):
                runs[-1].append(name)
            else:
                runs.append([name])
        pieces = [piece for run in runs for piece in self._run(run)]
        return self._joined(pieces)

    def _follows(self, before: str, name: str) -> bool:
        a, b = self._labels[before].position, self._labels[name].position
        return a[:-1] == b[:-1] and a[-1] + 1 == b[-1]

    def _run(self, run: list[str]) -> list[Elements]:
        if len(run) < 3:
            return [[self._link(name)] for name in run]
        dash = pandoc_ast.text(self._language.words["punctuation"]["range"])
        return [[self._link(run[0]), *dash, self._link(run[-1])]]

    def _joined(self, pieces: list[Elements]) -> Elements:
        words = self._language.words["punctuation"]
        out: Elements = list(pieces[0])
        for index, piece in enumerate(pieces[1:], 2):
            out += pandoc_ast.text(words["last"] if index == len(pieces) else words["separator"])
            out += piece
        return out

    def _link(self, name: str) -> Element:
        label = self._labels[name]
        shown = f"({label.number})" if label.kind == "equation" else label.number
        return pandoc_ast.link([pandoc_ast.word(shown)], f"#{name}", ["xref"])
