"""Citations and bibliography, by Pandoc's citeproc in the edition's locale, once per manuscript.

citeproc gets a skeleton that holds only the citations, in reading order: its answer equals that for the whole
document line for line, save for note styles, which get the whole (measured; punctuation moves around notes).
Works that are only listed under `nocite` are given as its metadata, as they are in a document of Pandoc’s.
What Pandoc's locale has wrong is mended in the style and in the references beforehand.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from thesis_build import pandoc_ast
from thesis_build.errors import ToolError
from thesis_build.languages import Language, standard_tag
from thesis_build.model import Element, Elements, Library, Reference, ResolvedChapter, Source
from thesis_build.tools.pandoc import Request

_MONTH_DAY = re.compile(
    r'<date-part(?P<month>(?:\s+form="(?:long|short)")?)\s+name="month"\s*/>\s*'
    r'<date-part\s+name="day"\s+prefix=" "\s*/>'
)
_DAY_MONTH = r'<date-part name="day"/><date-part\g<month> name="month" prefix=" "/>'
"""Dates that a style writes out month first, and their order in a language that puts the day first."""


def cite_request(
    chapters: tuple[ResolvedChapter, ...], listed: Sequence[str], library: Library, style: Source, language: Language
) -> Request:
    """What to ask Pandoc for: citations of all chapters and the bibliography, in this language.

    `listed` are the keys of works that the bibliography has whether they are cited or not.
    """
    if _is_note_style(style):
        blocks = [pandoc_ast.div(chapter.blocks, name=f"chapter-{i}") for i, chapter in enumerate(chapters)]
    else:
        blocks = [pandoc_ast.paragraph([cite]) for cite in _cites(chapters)]
    csl = base64.b64encode(_mended_style(style.text, language).encode()).decode()
    references = [_mended(reference, language) for reference in library.references]
    meta: dict[str, Any] = {
        "lang": {"t": "MetaString", "c": language.locale},
        "csl": {"t": "MetaString", "c": f"data:application/xml;base64,{csl}"},
        "link-citations": {"t": "MetaBool", "c": True},
        "references": {"t": "MetaList", "c": references},
    }
    if listed:
        meta["nocite"] = {"t": "MetaInlines", "c": [pandoc_ast.cite(key) for key in listed]}
    return Request("cite", "json", pandoc_ast.dumps(blocks, meta))


def apply_citations(
    chapters: tuple[ResolvedChapter, ...], answer: str, error: str, library: Library, style: Source
) -> tuple[tuple[ResolvedChapter, ...], tuple[Reference, ...], bool]:
    """The chapters with citations as printed, the bibliography, and whether its entries hang; from Pandoc's answer.

    Raises `ToolError` where Pandoc could not use the style.
    """
    if error:
        raise _style_fault(style, error)
    blocks = pandoc_ast.loads(answer)
    listed = [block for block in blocks if pandoc_ast.identifier(block) == "refs" and block["t"] == "Div"]
    rest = [block for block in blocks if block not in listed]
    if _is_note_style(style):
        printed = tuple(replace(chapter, blocks=block["c"][1]) for chapter, block in zip(chapters, rest, strict=True))
    else:
        printed = _put_back(chapters, iter(rest))
    languages = {entry.key: standard_tag(entry.value("langid")) for entry in library.entries}
    references = tuple(
        Reference(key, entry["c"][1], languages.get(key, ""))
        for block in listed
        for entry in block["c"][1]
        if entry["t"] == "Div" and (key := pandoc_ast.identifier(entry).removeprefix("ref-"))
    )
    hanging = any("hanging-indent" in pandoc_ast.classes(block) for block in listed)
    return printed, references, hanging


def _cites(chapters: tuple[ResolvedChapter, ...]) -> Elements:
    found: Elements = []
    for chapter in chapters:
        pandoc_ast.rewrite(chapter.blocks, {"Cite": found.append})
    return found


def _put_back(chapters: tuple[ResolvedChapter, ...], printed: Iterator[Element]) -> tuple[ResolvedChapter, ...]:
    def change(_: Element) -> Elements:
        content: Elements = next(printed)["c"]
        return content

    return tuple(replace(chapter, blocks=pandoc_ast.rewrite(chapter.blocks, {"Cite": change})) for chapter in chapters)


def _is_note_style(style: Source) -> bool:
    return re.search(r"<style\b[^>]*\bclass=\"note\"", style.text) is not None


def _mended_style(csl: str, language: Language) -> str:
    """The style with the terms that Pandoc's locale for this language lacks or has wrong, and dates in its order."""
    if language.words["dates"].get("day-first"):
        csl = _MONTH_DAY.sub(_DAY_MONTH, csl)
    terms = "".join(_term(term) for term in language.words["csl-terms"])
    if not terms:
        return csl
    locale = f'<locale xml:lang="{language.locale}"><terms>{terms}</terms></locale>'
    return re.sub(r"(?=<(?:macro|citation)\b)", lambda _: locale, csl, count=1)


def _term(term: dict[str, str]) -> str:
    form = f' form="{term["form"]}"' if "form" in term else ""
    if "text" in term:
        return f'<term name="{term["name"]}"{form}>{term["text"]}</term>'
    parts = f"<single>{term['single']}</single><multiple>{term['multiple']}</multiple>"
    return f'<term name="{term["name"]}"{form}>{parts}</term>'


def _mended(reference: dict[str, Any], language: Language) -> dict[str, Any]:
    """A reference (Pandoc metadata) with language tag, kind of thesis and edition as this language wants them."""
    fields = dict(reference["c"])
    if "language" in fields:
        fields["language"] = _string(standard_tag(_words(fields["language"])))
    if "genre" in fields:
        fields["genre"] = _string(_genre(_words(fields["genre"]), language))
    if "edition" in fields and language.words["edition"] and _words(fields["edition"]).isdigit():
        fields["edition"] = _string(language.words["edition"].format(number=_words(fields["edition"])))
    return {"t": "MetaMap", "c": fields}


def _genre(written: str, language: Language) -> str:
    plain = written.strip().lower()
    return next((str(kind["print"]) for kind in language.words["genres"] if plain in kind["words"]), written)


def _words(meta: dict[str, Any]) -> str:
    content = meta["c"]
    return content if isinstance(content, str) else pandoc_ast.plain_text(content).strip()


def _string(value: str) -> dict[str, Any]:
    return {"t": "MetaString", "c": value}


def _style_fault(style: Source, error: str) -> ToolError:
    first = error.strip().splitlines()[0] if error.strip() else "?"
    return ToolError(
        {
            "en": f"{style.path}: Pandoc cannot use this citation style: {first}",
            "id": f"{style.path}: Pandoc tidak dapat memakai gaya sitasi ini: {first}",
        },
        {
            "en": "choose another `style:` in paper/thesis.yaml, or mend the CSL file",
            "id": "pilih `style:` lain di paper/thesis.yaml, atau perbaiki berkas CSL itu",
        },
    )
