"""PAR105."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thesis_build.languages import language
from thesis_build.model import Finding, Manuscript, Project, Severity
from thesis_build.resolve.numbers import number
from thesis_build.rules.par._passages import own_words, replaced
from thesis_build.rules.rule import Rule

_PREFIXES = {"fig": "figure", "tbl": "table", "eq": "equation", "sec": "chapter"}
_KINDS = ("figure", "table", "equation", "chapter", "appendix")


class HardCodedCrossReference(Rule):
    """The number of a figure, table or chapter of this thesis is typed.

    Numbers change when something is added before; a typed one then points to another figure, and is no link.

    Flagged: “lihat Gambar 3.1” where the thesis has a figure 3.1.

    Not flagged: a number that nothing in the thesis has; figures of other works, which are named beside a citation.
    """

    code = "PAR105"
    name = "hard-coded-cross-reference"
    severity = Severity.WARNING
    message = {"en": "the number in “{text}” is typed by hand", "id": "nomor dalam “{text}” diketik langsung"}
    hint = {"en": "refer to it by its identifier: @{name}", "id": "rujuk dengan pengenalnya: @{name}"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for the words of numbered things before a number that one of them has."""
        for tag, manuscript in project.manuscripts.items():
            words = language(tag).words["numbered"]
            kinds = {str(words[kind]["one"]): kind for kind in _KINDS if words[kind]["one"]}
            pattern = re.compile(
                rf"(?<![\w-])(?P<word>{'|'.join(kinds)})[ \u00a0](?P<number>\d+(?:\.\d+)*|[IVX]+)(?![\w.]*\w)"
            )
            yield from self._found(project, manuscript, pattern, kinds)

    def _found(
        self, project: Project, manuscript: Manuscript, pattern: re.Pattern[str], kinds: Mapping[str, str]
    ) -> Iterator[Finding]:
        names: dict[tuple[str, str], list[str]] | None = None
        for chapter in manuscript.chapters:
            for said in own_words(chapter):
                for match in pattern.finditer(said.text):
                    names = _names(manuscript, project) if names is None else names
                    known = names.get((kinds[match["word"]], match["number"]), [])
                    if not known or "\ufffc" in said.text[match.end() : match.end() + 25]:
                        continue
                    span = said.span(*match.span())
                    source = chapter.source.text
                    fix = replaced(span, f"@{known[0]}", match[0], source, safe=False) if len(known) == 1 else None
                    yield self.finding(span, text=match[0], name=known[0], fix=fix)


def _names(manuscript: Manuscript, project: Project) -> dict[tuple[str, str], list[str]]:
    """The identifiers of the numbered things of a manuscript, by kind and number."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, label in number(manuscript, project.settings, language(manuscript.language)).labels.items():
        if name.partition(":")[0] in _PREFIXES:
            found.setdefault((label.kind, label.number), []).append(name)
    return found
