"""The types of entries: which there are, and what Pandoc makes of them."""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTS = frozenset({"bookinbook", "inbook", "incollection", "inproceedings", "inreference"})
"""Types whose `booktitle` Pandoc 3.9 prints; it prints that of no other type (measured)."""

HALF_PARTS = {"conference": "inproceedings", "suppbook": "inbook", "suppcollection": "incollection"}
"""Types of parts whose `booktitle` Pandoc 3.9 drops (measured), each with a type whose `booktitle` it prints."""

THESES = frozenset({"thesis", "phdthesis", "mastersthesis"})
"""Types of theses (biblatex manual, sections 2.1.1 and 2.1.2)."""

NOT_PRINTED = frozenset({"xdata", "set", "bibnote", "ieeetranbstctl", "bstctl", "control", "comment"})
"""Types that are not works: containers of fields, groups, notes and instructions to styles."""

LAWS = frozenset({"jurisdiction", "legislation", "legal", "standard", "bill"})
"""Types of works that have no author by nature (biblatex manual, section 2.1.3)."""

WHOLES = frozenset(
    {"collection", "mvcollection", "mvproceedings", "mvreference", "periodical", "proceedings", "reference"}
)
"""Types of works that contain works of others and have at most an editor (biblatex manual, section 2.1.1)."""

KNOWN = (
    PARTS
    | frozenset(HALF_PARTS)
    | THESES
    | NOT_PRINTED
    | LAWS
    | WHOLES
    | _words(
        "article artwork audio book booklet commentary dataset electronic image letter manual misc movie music "
        "mvbook online patent performance report review software suppperiodical techreport unpublished video www "
        "customa customb customc customd custome customf"
    )
    | frozenset(["softwaremodule", "softwareversion", "codefragment"])
)
"""Entry types of BibTeX, of the biblatex manual (sections 2.1.1 to 2.1.4), of IEEEtran and of biblatex-software."""

COMMON = {
    "artikel": "article",
    "bachelorsthesis": "thesis",
    "bachelorthesis": "thesis",
    "blog": "online",
    "buku": "book",
    "chapter": "incollection",
    "disertasi": "thesis",
    "dissertation": "thesis",
    "journal": "article",
    "jurnal": "article",
    "laporan": "report",
    "masterthesis": "mastersthesis",
    "phd": "phdthesis",
    "prosiding": "inproceedings",
    "preprint": "unpublished",
    "skripsi": "thesis",
    "tesis": "thesis",
    "web": "online",
    "webpage": "online",
    "website": "online",
}
"""Words that are written as types but are none, each with the type that is meant."""


@lru_cache(maxsize=1024)
def meant_type(written: str) -> str:
    """The type that an unknown one stands for, or the one most like it; empty where there is none."""
    if written in COMMON:
        return COMMON[written]
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(written) < 7 else 2
    found = process.extractOne(written, sorted(KNOWN), scorer=OSA.distance, score_cutoff=most)
    return str(found[0]) if found else ""
