"""PAR005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Edit, Finding, Fix, Project, Related, Span, Texts, derived
from thesis_build.readers.markdown import positions
from thesis_build.rules.par._block_pairs import COUNTERPART, Both, both, caption
from thesis_build.rules.rule import Rule


class IdentifierDiffers(Rule):
    """A heading, figure, table or equation has another identifier in the other language, or none there.

    References, links from outside and the pairing of both languages go by the identifier.

    The fix takes over the identifier of the counterpart, and is offered only where nothing refers to the old one.

    Flagged: `{#sec:metode}` in Indonesian, `{#sec:method}` in English.

    Not flagged: an identifier that is missing with the whole caption it stands in (PAR015).
    """

    code = "PAR005"
    name = "identifier-differs"
    message = {
        "en": "the identifier “{here}” is “{there}” in paper/{other}/{name}.md",
        "id": "pengenal “{here}” adalah “{there}” di paper/{other}/{name}.md",
    }
    hint = {
        "en": "give both the same identifier, in the references too",
        "id": "samakan pengenal keduanya, juga dalam acuan",
    }
    none: Texts = {
        "en": "the counterpart of this has no identifier “{here}” in paper/{other}/{name}.md",
        "id": "padanannya di paper/{other}/{name}.md tidak punya pengenal “{here}”",
    }
    none_hint: Texts = {"en": "write {{#{here}}} there too", "id": "tulis {{#{here}}} di sana juga"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the explicit identifiers inside paired blocks."""
        for where in both(project):
            names = [_names(where, side) for side in (0, 1)]
            rest = [[name for name in names[side] if name not in names[1 - side]] for side in (0, 1)]
            if len(rest[0]) == len(rest[1]):
                for one, other in zip(*rest, strict=True):
                    yield self._different(project, where, (one, other))
            elif caption(where.blocks[0]) != "" and caption(where.blocks[1]) != "":
                for side in (0, 1):
                    for name in rest[side]:
                        yield self._absent(where, side, name)

    def _different(self, project: Project, where: Both, names: tuple[str, str]) -> Finding:
        side = next((s for s in (1, 0) if not _referred(project, where.chapters[s].language, names[s])), None)
        here = 1 if side is None else side
        span = _place(where.chapters[here], names[here])
        wanted = names[1 - here]
        fix = None
        if side is not None and not any(wanted in _written(c) for c in _chapters(project, where, here)):
            fix = Fix((Edit(span, f"#{wanted}"),))
        return self.finding(
            span,
            related=(Related(_place(where.chapters[1 - here], wanted), COUNTERPART),),
            fix=fix,
            here=names[here],
            there=wanted,
            other=where.chapters[1 - here].language,
            name=where.chapter,
        )

    def _absent(self, where: Both, side: int, name: str) -> Finding:
        return self.finding(
            _place(where.chapters[side], name),
            related=where.related(1 - side),
            message=self.none,
            hint=self.none_hint,
            here=name,
            other=where.chapters[1 - side].language,
            name=where.chapter,
        )


def _names(where: Both, side: int) -> list[str]:
    """The explicit identifiers in a block, in order; those of equations stand in its text."""
    chapter, block = where.chapters[side], where.blocks[side]
    found = [name for element in pandoc_ast.walk([block]) if (name := pandoc_ast.identifier(element))]
    found += re.findall(r"\{#(eq:[^\s}]+)", pandoc_ast.plain_text(block))
    return [name for name in dict.fromkeys(found) if name in _written(chapter)]


@derived
def _written(chapter: Chapter) -> frozenset[str]:
    return frozenset(located.name for located in positions.identifiers(chapter.source))


def _place(chapter: Chapter, name: str) -> Span:
    return next(located.span for located in positions.identifiers(chapter.source) if located.name == name)


def _chapters(project: Project, where: Both, side: int) -> tuple[Chapter, ...]:
    return project.manuscripts[where.chapters[side].language].chapters


def _referred(project: Project, language: str, name: str) -> bool:
    """Whether anything in a language refers to an identifier."""
    return any(name in _references(chapter) for chapter in project.manuscripts[language].chapters)


@derived
def _references(chapter: Chapter) -> frozenset[str]:
    links = {pandoc_ast.address(e, "Link").removeprefix("#") for e in chapter.elements if e["t"] == "Link"}
    keys = {key[:1].lower() + key[1:] for key in pandoc_ast.cited_keys(chapter.elements)}
    return frozenset(links | keys)
