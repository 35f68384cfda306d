"""Locators read by meaning: "hlm.", "halaman", "p." and "pp." are one page locator in both languages.

Pandoc reads locator words in the document's language only and is silent about the rest, so each edition gets
the word of its own language before citeproc sees it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from thesis_build import pandoc_ast
from thesis_build.languages import Language, data_files, known, language
from thesis_build.model import Element, Elements, ResolvedChapter

_LOCATOR = re.compile(
    r"^(?P<lead>[\s,]*)(?P<brace>\{?)(?P<word>[^\W\d_]+)\.?[\s\u00a0]+(?P<value>[\divxlcdmIVXLCDM(][^}]*)(?P<rest>\}?.*)$",
    re.DOTALL,
)
_SEVERAL = re.compile(r"\d\s*[-–—,&]\s*\d")
_DASHES = re.compile(r"(?:(?<!\s)\s++)?[-–—]++\s*+")
_ARTICLE = re.compile(
    r"(?<!\d)(?P<article>\d++\w?)\s*(?:(?:ayat|para\.?|paragraph|par\.?)\s*\(?(?P<spoken>\d+)\)?|\((?P<short>\d+)\))"
)


@dataclass(frozen=True, slots=True)
class Locator:
    """A locator by meaning: `label` is the CSL locator label, `value` what it points to, without words."""

    label: str
    value: str


def translate_locators(chapters: tuple[ResolvedChapter, ...], language: Language) -> tuple[ResolvedChapter, ...]:
    """The chapters with every locator given in the words of the edition's language."""

    def change(element: Element) -> Element | None:
        citations = pandoc_ast.citations(element)
        new = [_translated(citation, language) for citation in citations]
        return pandoc_ast.with_citations(element, new) if new != citations else None

    return tuple(replace(chapter, blocks=pandoc_ast.rewrite(chapter.blocks, {"Cite": change})) for chapter in chapters)


def read_locator(suffix: Elements) -> Locator | None:
    """The locator a citation's suffix begins with, whatever language its word is in; None where there is none."""
    match = _LOCATOR.match(pandoc_ast.plain_text(suffix))
    label = _labels().get(match["word"].lower()) if match else None
    if match is None or label is None:
        return None
    return Locator(label, _bare(label, match["value"].strip(" ,")))


def _translated(citation: pandoc_ast.Citation, language: Language) -> pandoc_ast.Citation:
    match = _LOCATOR.match(pandoc_ast.plain_text(pandoc_ast.citation_suffix(citation)))
    label = _labels().get(match["word"].lower()) if match else None
    if match is None or label is None or label not in language.words["locators"]:
        return citation
    forms = language.words["locators"][label]
    value = _articles(match["value"], language) if label == "article-locator" else match["value"]
    word = forms.get("many", forms["print"]) if _SEVERAL.search(value) else forms["print"]
    written = f"{match['lead']}{match['brace']}{word} {value}{match['rest']}"
    if not match["lead"]:
        written = f", {written}"
    return pandoc_ast.with_suffix(citation, pandoc_ast.text(written))


def _articles(value: str, language: Language) -> str:
    """An article of a law with its paragraph in the language's way: 367 ayat (2), 367(2)."""
    form = language.words["article-paragraph"]
    return _ARTICLE.sub(
        lambda match: form.format(article=match["article"], paragraph=match["spoken"] or match["short"]), value
    )


def _bare(label: str, value: str) -> str:
    if label == "article-locator":
        value = _ARTICLE.sub(lambda match: f"{match['article']}({match['spoken'] or match['short']})", value)
    return _DASHES.sub("–", value)


@data_files.remembered()
def _labels() -> dict[str, str]:
    return {
        word: label
        for tag in known()
        for label, forms in language(tag).words["locators"].items()
        for word in forms["words"]
    }
