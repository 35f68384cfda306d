"""Citations: the `Cite` elements of a document, and the single citations in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from thesis_build.model import Element, Elements

Citation = dict[str, Any]
"""One citation of a `Cite`: its key, the words before and after it, and how the author is named."""


def citation(key: str) -> Citation:
    """A citation of a work in brackets, without other words."""
    words: dict[str, Any] = {"citationPrefix": [], "citationSuffix": []}
    return {
        "citationId": key,
        **words,
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def cite(citations: list[Citation], inlines: Elements) -> Element:
    """A `Cite` of these citations; the inlines are what is printed where no citeproc runs."""
    return {"t": "Cite", "c": [citations, inlines]}


def citations(cite: Element) -> list[Citation]:
    """The citations of a `Cite`."""
    found: list[Citation] = cite["c"][0]
    return found


def with_citations(cite: Element, citations: list[Citation]) -> Element:
    """A `Cite` with other citations."""
    return {"t": "Cite", "c": [citations, cite["c"][1]]}


def cited_keys(elements: Iterable[Element]) -> Iterator[str]:
    """The keys of all citations among these elements, in reading order, cross-references among them."""
    return (citation["citationId"] for element in elements if element["t"] == "Cite" for citation in element["c"][0])


def citation_key(citation: Citation) -> str:
    """The key of the work that is cited."""
    return str(citation["citationId"])


def citation_prefix(citation: Citation) -> Elements:
    """The inlines before the key."""
    found: Elements = citation["citationPrefix"]
    return found


def citation_suffix(citation: Citation) -> Elements:
    """The inlines after the key."""
    found: Elements = citation["citationSuffix"]
    return found


def with_suffix(citation: Citation, suffix: Elements) -> Citation:
    """A citation with other inlines after its key."""
    return {**citation, "citationSuffix": suffix}


def names_author_in_text(citation: Citation) -> bool:
    """Whether the author's name is part of the sentence: `@key`."""
    return bool(citation["citationMode"]["t"] == "AuthorInText")


def suppresses_author(citation: Citation) -> bool:
    """Whether the author's name is left out: `[-@key]`."""
    return bool(citation["citationMode"]["t"] == "SuppressAuthor")
