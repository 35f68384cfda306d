"""BIB306."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.same_work import IdentifiedEntry, are_known_apart, namesakes, pairs
from thesis_build.model import Finding, Project, Related, Severity
from thesis_build.rules.rule import Rule

_MOST_YEARS = 6
"""The most years between a preprint and its publication."""


class PreprintAndPublished(Rule):
    """The library has a preprint and the published version of one work.

    The published version has been reviewed and is the one to cite; if both are cited, they look like two works.

    Flagged: an entry on arXiv and an article in a journal with the same title and first author.

    Not flagged: a published article that names its arXiv identifier; a preprint alone; pairs with one DOI (BIB301).
    """

    code = "BIB306"
    name = "preprint-and-published"
    severity = Severity.INFO
    message = {
        "en": "“{preprint}” is the preprint of “{published}”",
        "id": "“{preprint}” adalah pracetak dari “{published}”",
    }
    hint = {
        "en": "cite the published version, unless the difference matters",
        "id": "sitasi versi terbitannya, kecuali bila perbedaannya penting",
    }
    other = {"en": "the published version", "id": "versi terbitan"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the works that share title and first author."""
        for group in namesakes(project.library):
            for pair in pairs(group):
                preprint, published = sorted(pair, key=lambda work: not work.is_preprint)
                if preprint.is_preprint and _is_published(published) and _belong(preprint, published):
                    yield self._finding(preprint, published)

    def _finding(self, preprint: IdentifiedEntry, published: IdentifiedEntry) -> Finding:
        related = (Related(published.entry.span, self.other),)
        keys = preprint.entry.key, published.entry.key
        return self.finding(preprint.entry.span, related=related, preprint=keys[0], published=keys[1])


def _is_published(work: IdentifiedEntry) -> bool:
    return not work.is_preprint and bool(work.container)


def _belong(preprint: IdentifiedEntry, published: IdentifiedEntry) -> bool:
    if (preprint.doi and preprint.doi == published.doi) or are_known_apart(preprint.entry, published.entry):
        return False
    return not preprint.year or not published.year or abs(preprint.year - published.year) <= _MOST_YEARS
