"""Organisations as authors, for the rules about names."""

from __future__ import annotations

import re

from thesis_build.rules.persons import Person
from thesis_build.rules.word_lists import word_set

_FIRST = word_set(
    "badan kementerian kementrian departemen dinas direktorat pemerintah pemprov pemkot pemkab universitas institut"
    " politeknik lembaga komisi biro balai sekretariat mahkamah asosiasi perhimpunan perkumpulan persatuan yayasan"
    " perpustakaan otoritas kepolisian kejaksaan republik komite panitia fakultas perusahaan himpunan ikatan"
    " ministry department university institute government bureau council commission committee office"
    " association international national european federal american"
)
"""First words of organisations, Indonesian and English, that are no given names."""

_OPENINGS = (
    "bank indonesia",
    "bank dunia",
    "bank mandiri",
    "bank central",
    "bank pembangunan",
    "bank of ",
    "central bank",
    "dewan perwakilan",
    "dewan pers",
    "kantor wilayah",
    "majelis permusyawaratan",
    "majelis ulama",
    "pusat bahasa",
    "pusat data",
    "pusat penelitian",
    "pusat statistik",
    "tim nasional",
    "tim penyusun",
    "tim redaksi",
    "united nations",
    "world bank",
    "world economic",
    "world health",
    "world tourism",
    "world trade",
)
"""First words together, where the first alone may be a name."""

_LAST = word_set(
    "organization organisation ministry university institute association agency corporation foundation commission"
    " committee council bureau department consortium collaboration federation inc ltd llc gmbh nations authority"
    " society team group centre center company secretariat laboratory"
)
"""Last words of organisations."""

_WORD = re.compile(r"[A-Za-z]+")


def is_corporate(person: Person) -> bool:
    """Whether a name is that of an organisation of at least two words, going by its first or last word."""
    text = person.written.replace("{", "").replace("}", "").lower()
    words = _WORD.findall(text)
    if len(words) < 2:
        return False
    return words[0] in _FIRST or words[-1] in _LAST or text.startswith(_OPENINGS)
