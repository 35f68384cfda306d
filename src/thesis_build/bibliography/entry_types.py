"""What rules share about the types of entries: which there are, and what Pandoc makes of them."""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTS = frozenset({"bookinbook", "inbook", "incollection", "inproceedings", "inreference"})
"""Types of which Pandoc 3.9 prints the `booktitle` (measured: of no other)."""

HALF_PARTS = {"conference": "inproceedings", "suppbook": "inbook", "suppcollection": "incollection"}
"""Types of parts of which Pandoc 3.9 loses the `booktitle` (measured), and the type of which it prints it."""

THESES = frozenset({"thesis", "phdthesis", "mastersthesis"})

NOT_PRINTED = frozenset({"xdata", "set", "bibnote", "ieeetranbstctl", "bstctl", "control", "comment"})
"""Types that are no works: containers of fields, groups, notes and instructions to styles."""

LAWS = frozenset({"jurisdiction", "legislation", "legal", "standard", "bill"})
"""Types of works that have no author by nature (biblatex manual, section 2.1.3)."""

WHOLES = frozenset(
    {"collection", "mvcollection", "mvproceedings", "mvreference", "periodical", "proceedings", "reference"}
)
"""Types of works that hold those of others, with an editor at the most."""

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
"""Words that are written as types and are none, with the type that is meant."""


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
