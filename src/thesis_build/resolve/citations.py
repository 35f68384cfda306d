"""Citations and bibliography, by Pandoc's citeproc in the edition's locale, once per manuscript.

citeproc gets a skeleton that holds only the citations, in reading order: its answer equals that for the whole
document line for line, save for note styles, which get the whole (measured; punctuation moves around notes).
Works that are only listed under `nocite` are given as its metadata, as they are in a document of Pandoc’s.
What Pandoc's locale has wrong is corrected in the style and in the references beforehand.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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

_LAWS = ("legislation", "regulation")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


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
    csl = base64.b64encode(_corrected_style(style.text, language).encode()).decode()
    references = [_corrected(reference, library, language) for reference in library.references]
    meta = {
        "lang": pandoc_ast.meta_string(language.locale),
        "csl": pandoc_ast.meta_string(f"data:application/xml;base64,{csl}"),
        "link-citations": pandoc_ast.meta_flag(True),
        "references": pandoc_ast.meta_list(references),
    }
    if listed:
        cites = [pandoc_ast.cite([pandoc_ast.citation(key)], []) for key in listed]
        meta["nocite"] = pandoc_ast.meta_inlines(cites)
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
        printed = tuple(
            replace(chapter, blocks=pandoc_ast.blocks(block)) for chapter, block in zip(chapters, rest, strict=True)
        )
    else:
        printed = _put_back(chapters, iter(rest))
    languages = {entry.key: standard_tag(entry.value("langid")) for entry in library.entries}
    references = tuple(
        Reference(key, pandoc_ast.blocks(entry), languages.get(key, ""))
        for block in listed
        for entry in pandoc_ast.blocks(block)
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
        return pandoc_ast.inlines(next(printed))

    return tuple(replace(chapter, blocks=pandoc_ast.rewrite(chapter.blocks, {"Cite": change})) for chapter in chapters)


def _is_note_style(style: Source) -> bool:
    return re.search(r"<style\b[^>]*\bclass=\"note\"", style.text) is not None


def _corrected_style(csl: str, language: Language) -> str:
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


def _corrected(reference: Element, library: Library, language: Language) -> Element:
    """A reference (Pandoc metadata) with tag, translated title, kind of thesis and edition as this language wants them.

    A law whose short title names its year (“Undang-Undang Nomor 37 Tahun 1999”) is not given the year again.
    """
    fields = pandoc_ast.meta_fields(reference)
    entry = library.entry(pandoc_ast.meta_text(fields["id"]))
    translated = entry.value(f"title-{language.tag}") if entry else ""
    if translated:
        fields["title"] = _glossed(fields["title"], translated)
    kind, short = (pandoc_ast.meta_text(fields.get(name)) for name in ("type", "title-short"))
    if kind in _LAWS and _YEAR.search(short):
        fields["issued"] = pandoc_ast.meta_string("")
    if "language" in fields:
        fields["language"] = pandoc_ast.meta_string(standard_tag(pandoc_ast.meta_text(fields["language"])))
    if "genre" in fields:
        fields["genre"] = pandoc_ast.meta_string(_genre(pandoc_ast.meta_text(fields["genre"]), language))
    if "edition" in fields and language.words["edition"] and pandoc_ast.meta_text(fields["edition"]).isdigit():
        fields["edition"] = pandoc_ast.meta_string(
            language.words["edition"].format(number=pandoc_ast.meta_text(fields["edition"]))
        )
    return pandoc_ast.meta_map(fields)


def _glossed(title: Element, translated: str) -> Element:
    """The title with its translation in brackets after it; one in brackets only describes, and is replaced."""
    written = pandoc_ast.meta_text(title)
    if written.startswith("[") and written.endswith("]"):
        return pandoc_ast.meta_string(f"[{translated}]")
    (words,) = pandoc_ast.meta_blocks(title) or [pandoc_ast.paragraph(pandoc_ast.text(written))]
    return pandoc_ast.meta_inlines([*pandoc_ast.inlines(words), *pandoc_ast.text(f" [{translated}]")])


def _genre(written: str, language: Language) -> str:
    plain = written.strip().lower()
    return next((str(kind["print"]) for kind in language.words["genres"] if plain in kind["words"]), written)


def _style_fault(style: Source, error: str) -> ToolError:
    first = error.strip().splitlines()[0] if error.strip() else "?"
    return ToolError(
        {
            "en": f"{style.path}: Pandoc cannot use this citation style: {first}",
            "id": f"{style.path}: Pandoc tidak dapat memakai gaya sitasi ini: {first}",
        },
        {
            "en": "choose another `style:` in paper/thesis.yaml, or fix the CSL file",
            "id": "pilih `style:` lain di paper/thesis.yaml, atau perbaiki berkas CSL itu",
        },
    )
