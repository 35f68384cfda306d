"""Organisations as authors: which names may be those of one, and which certainly are."""

from __future__ import annotations

import re

from thesis_build.bibliography.word_lists import word_set

_FIRST = word_set(
    "badan kementerian kementrian departemen dinas direktorat pemerintah pemprov pemkot pemkab universitas institut"
    " politeknik lembaga komisi biro balai sekretariat mahkamah asosiasi perhimpunan perkumpulan persatuan yayasan"
    " perpustakaan otoritas kepolisian kejaksaan republik komite panitia fakultas perusahaan himpunan ikatan"
    " ministry department university institute government bureau council commission committee office"
    " association international national european federal american"
)
"""Words with which names of organisations begin, Indonesian and English, that are not given names."""

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
"""Beginnings of names of organisations whose first word alone may be a given name."""

_LAST = word_set(
    "organization organisation ministry university institute association agency corporation foundation commission"
    " committee council bureau department consortium collaboration federation inc ltd llc gmbh nations authority"
    " society team group centre center company secretariat laboratory"
)
"""Words with which names of organisations end."""

_INSTITUTION = re.compile(
    r"\b(?:badan|kementerian|kemen\w+|departemen|dinas|direktorat|ditjen|lembaga|dewan\s+\w+|majelis|komisi|komite|pusat|balai|"
    r"biro|pemerintah|pemkot|pemkab|pemprov|sekretariat|universitas|institut|fakultas|jurusan|perpustakaan|yayasan|"
    r"asosiasi|ikatan|himpunan|perhimpunan|bank|perusahaan|republik|kedutaan|mahkamah|kepolisian|tentara|"
    r"ministry|department|office|bureau|agency|board|council|commission|committee|cent(?:er|re)|institute|institution|"
    r"university|college|faculty|school|library|association|society|organi[sz]ation|foundation|federation|union|"
    r"consortium|group|team|network|program(?:me)?|project|government|embassy|corporation|company|"
    r"inc|ltd|llc|gmbh|corp|pt|cv|nations|international|national|laborator(?:y|ies)|observatory|collaboration|fund|"
    r"academy|division|administration|authority|service|services|research|technologies|development|kota|kabupaten|"
    r"provinsi|city|working|statistik|statistics|developers|contributors)\b\.?",
    re.IGNORECASE,
)
"""Words that are in names of institutions but not of persons, in Indonesian and English."""

_WORD = re.compile(r"[A-Za-z]+")


def may_be_corporate(text: str) -> bool:
    """Whether a name has a word that names of organisations have."""
    return bool(_INSTITUTION.search(text))


def is_corporate(written: str) -> bool:
    """Whether a name of two words or more is that of an organisation, by its first or last word."""
    text = written.replace("{", "").replace("}", "").lower()
    words = _WORD.findall(text)
    if len(words) < 2:
        return False
    return words[0] in _FIRST or words[-1] in _LAST or text.startswith(_OPENINGS)
