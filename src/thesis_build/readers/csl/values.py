"""Values of CSL items as BibTeX writes them, so that one set of checks serves both: types, fields, names and dates.

CSL 1.0.2, appendices III (types) and IV (variables).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, str] = {
    "article": "unpublished",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "bill": "bill",
    "book": "book",
    "broadcast": "video",
    "chapter": "incollection",
    "classic": "book",
    "collection": "collection",
    "dataset": "dataset",
    "document": "misc",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "event": "misc",
    "figure": "image",
    "graphic": "image",
    "hearing": "jurisdiction",
    "interview": "misc",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "map": "misc",
    "motion_picture": "movie",
    "musical_score": "music",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "regulation": "legislation",
    "report": "report",
    "review": "article",
    "review-book": "article",
    "software": "software",
    "song": "music",
    "speech": "misc",
    "standard": "standard",
    "thesis": "thesis",
    "treaty": "legal",
    "webpage": "online",
}
"""The types of CSL, each with that of biblatex."""

NAMES = frozenset({"author", "container-author", "editor", "translator"})
"""Variables that hold names and have a field in biblatex."""

DATES = frozenset({"accessed", "issued"})
"""Variables that hold dates and have a field in biblatex."""

_FIELDS: Mapping[str, str] = {
    "accessed": "urldate",
    "collection-title": "series",
    "container-author": "bookauthor",
    "event": "eventtitle",
    "event-title": "eventtitle",
    "genre": "type",
    "issue": "number",
    "issued": "date",
    "keyword": "keywords",
    "language": "langid",
    "page": "pages",
    "publisher-place": "location",
    "title-short": "shorttitle",
}

_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?]?(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?[~?]?)?)?")


def field_name(variable: str, kind: str) -> str:
    """The field of biblatex for a variable of an entry of this type; the variable where there is none."""
    if variable == "container-title":
        parts = ("incollection", "inproceedings", "inreference")
        return "booktitle" if kind in parts else "organization" if kind == "online" else "journal"
    return _FIELDS.get(variable, variable.lower())


def names(value: Any) -> str:
    """A list of names as BibTeX writes it; empty where it is none."""
    found = [_name(each) for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return " and ".join(name for name in found if name)


def _name(parts: Mapping[str, Any]) -> str:
    def part(name: str) -> str:
        return text(parts.get(name)).replace("{", "").replace("}", "").strip()

    family = " ".join(p for p in (part("dropping-particle"), part("non-dropping-particle"), part("family")) if p)
    given, literal = part("given"), part("literal")
    if literal or not (family and given):
        return f"{{{literal or family or given}}}" if literal or family or given else ""
    family = f"{{{family}}}" if "," in family or " and " in family else family
    given = f"{{{given}}}" if " and " in given else given
    return ", ".join(each for each in (family, part("suffix"), given) if each)


def date(value: Any) -> tuple[str, bool]:
    """A date in the notation of biblatex, and whether it is one; what is no date (“n.d.”) as it is written."""
    if isinstance(value, dict):
        parts = value.get("date-parts")
        days = [_day(each) for each in parts if isinstance(each, list)] if isinstance(parts, list) else []
        if days and days[0]:
            return "/".join(days), True
        value = value.get("raw") or value.get("literal")
    written = text(value)
    return written, bool(_EDTF.fullmatch(written))


def _day(parts: list[Any]) -> str:
    numbers = [text(part).strip() for part in parts]
    return "-".join(number.zfill(2 if index else 4) for index, number in enumerate(numbers) if number)


def text(value: Any, levels: int = 8) -> str:
    """A value as one text; empty where there is none, and for lists in more than `levels` lists."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (str, int, float)):
        return str(value)
    return ", ".join(text(each, levels - 1) for each in value) if isinstance(value, list) and levels else ""
