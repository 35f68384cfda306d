"""What rules about citations share: what a chapter cites, in which groups, and which keys are similar."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from thesis_build import pandoc_ast
from thesis_build.bibliography.cited_works import printed
from thesis_build.model import Chapter, Edit, Element, Fix, Manuscript, Project, Severity, derived
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.keys_in_document import KEY, mentions_of
from thesis_build.readers.markdown.positions import Cited
from thesis_build.resolve.crossrefs import is_cross_reference, target
from thesis_build.rules._edits import offset

_NEAR = 75
"""Least similarity (0–100, rapidfuzz ratio) of a key or identifier that is suggested."""

_SAME = 90
"""Least similarity of a key that replaces another one."""


@dataclass(frozen=True, slots=True)
class Member:
    """One citation of a group: its position, and Pandoc's citation (prefix, suffix, mode)."""

    cited: Cited
    citation: pandoc_ast.Citation

    @property
    def key(self) -> str:
        """The key of the work."""
        return self.cited.key

    @property
    def in_text(self) -> bool:
        """Whether the author's name is part of the sentence: `@key`."""
        return pandoc_ast.names_author_in_text(self.citation)

    @property
    def prefix(self) -> str:
        """The words before the key."""
        return pandoc_ast.plain_text(pandoc_ast.citation_prefix(self.citation)).strip()

    @property
    def suffix(self) -> str:
        """The words after the key: a locator, or others."""
        return pandoc_ast.plain_text(pandoc_ast.citation_suffix(self.citation)).strip()


@dataclass(frozen=True, slots=True)
class Group:
    """The citations in one pair of brackets, or one without; `cite` is Pandoc's element."""

    cite: Element
    members: tuple[Member, ...]

    @property
    def bracketed(self) -> bool:
        """Whether it is `[@key]`."""
        return not self.members[0].in_text


@derived
def groups(chapter: Chapter) -> tuple[Group, ...]:
    """The citations of a chapter by group, cross-references left out, in reading order."""
    found: dict[int, tuple[Element, list[Member]]] = {}
    read = [mention for mention in mentions_of(chapter) if mention.citation]
    for mention, cited in zip(read, positions.cited(chapter), strict=True) if read else ():
        if mention.cite and mention.citation and not is_cross_reference(mention.key):
            found.setdefault(id(mention.cite), (mention.cite, []))[1].append(Member(cited, mention.citation))
    return tuple(Group(cite, tuple(members)) for cite, members in found.values())


def all_cited(chapter: Chapter) -> tuple[Cited, ...]:
    """Every citation of a chapter with its position, those under `nocite` first."""
    listed = positions.nocite(chapter.source)
    return (*(Cited(located.name, located.span, True, 0) for located in listed), *positions.cited(chapter))


def severity_for(project: Project, key: str, severity: Severity) -> Severity:
    """The severity of a fault in an entry: info where it is not printed, at most a warning in a library alone."""
    if key not in printed(project):
        return Severity.INFO
    return Severity.WARNING if severity is Severity.ERROR and not project.manuscripts else severity


def nearest(name: str, known: Collection[str]) -> str:
    """The known name most similar to `name`; empty where none is similar enough."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return str(found[0]) if found else ""


def only_near(name: str, known: Sequence[str]) -> tuple[str, bool]:
    """The first of the known names most similar to `name`, and whether only that one is nearly the same."""
    from rapidfuzz import fuzz, process

    found = process.extract(name, known, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2)
    near = str(found[0][0]) if found else ""
    return near, [score >= _SAME for _, score, _ in found].count(True) == 1


def rekeyed(cited: Cited, key: str, *, safe: bool = True) -> Fix | None:
    """The fix that puts another key at a citation; None where its position is not known exactly."""
    if not cited.exact:
        return None
    written = f"@{key}" if KEY.fullmatch(f"@{key}") else f"@{{{key}}}"
    return Fix((Edit(cited.span, written),), safe)


def is_undefined(project: Project, key: str) -> bool:
    """Whether a citation or cross-reference is reported as pointing to nothing, so that no other rule has to.

    Where there is no library, or nothing has an identifier such as `fig:…`, nothing is known of what is meant.
    """
    if is_cross_reference(key):
        known = {name for names in targets(project).values() for name in names if is_cross_reference(name)}
        return bool(known) and target(key) not in known
    return bool(project.library.entries) and project.library.entry(key) is None


@derived
def targets(project: Project) -> Mapping[str, frozenset[str]]:
    """By language, the identifiers that cross-references and links can point to."""
    return {tag: _targets(manuscript) for tag, manuscript in project.manuscripts.items()}


def in_missing_chapters(project: Project, language: str) -> frozenset[str]:
    """The identifiers that stand in chapters which a language lacks, and another one has."""
    own = {chapter.name for chapter in project.manuscripts[language].chapters}
    others = (chapter for chapter in project.chapters if chapter.name not in own)
    return frozenset(located.name for chapter in others for located in positions.identifiers(chapter.source))


def _targets(manuscript: Manuscript) -> frozenset[str]:
    found = {pandoc_ast.identifier(element) for chapter in manuscript.chapters for element in chapter.elements}
    named = (located.name for chapter in manuscript.chapters for located in positions.identifiers(chapter.source))
    return frozenset(found.union(name for name in named if name.startswith("eq:")) - {""})


def recited(project: Project, key: str, new: str) -> list[Edit] | None:
    """The edits that cite `new` wherever a chapter cites `key`; None where a position is not known exactly."""
    edits: list[Edit] = []
    for found in _by_key(project).get(key, ()):
        fix = rekeyed(found, new)
        if fix is None:
            return None
        edits += fix.edits
    return edits


@derived
def _by_key(project: Project) -> dict[str, list[Cited]]:
    found: dict[str, list[Cited]] = {}
    for chapter in project.chapters:
        for cited in all_cited(chapter):
            found.setdefault(cited.key, []).append(cited)
    return found


def offsets(cited: Cited, text: str) -> tuple[int, int]:
    """The offsets of a citation with an exact position, from its “@” to the end of its key."""
    span = cited.span
    return offset(text, span.line, span.column), offset(text, span.end_line, span.end_column)


def is_stray(chapter: Chapter, cited: Cited) -> bool:
    """Whether the “@” belongs to a web address or to the name of an account, and not to a citation."""
    if not cited.exact:
        return False
    text = chapter.source.text
    start, end = offsets(cited, text)
    before = text[max(0, start - 300) : start]
    if _IN_ADDRESS.search(before):
        return True
    return bool((_ACCOUNT.search(before) and not _DATED.search(cited.key)) or _INSTANCE.match(text, end))


_IN_ADDRESS = re.compile(r"(?:://|\bwww\.)[^\s<>\[\]()]*$|\b[\w-]+\.(?:com|org|net|id|social|online)/[^\s<>\[\]()]*$")
_ACCOUNT = re.compile(
    r"\b(?:akun|(?<!into )account|handle|twitter|instagram|tiktok|telegram|mastodon|youtube|threads)"
    r"(?: resmi)?:?\s+[“\"'(]?$",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:19|20)\d\d")
_INSTANCE = re.compile(r"@[\w-]+\.[a-z]")
"""What makes `@name` an account and not a citation."""
