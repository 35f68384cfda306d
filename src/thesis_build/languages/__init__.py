"""Languages: what the editions print in each, and how they write numbers, dates and locators (`TAG.yaml`).

All that the program knows of a language is data; how to add one stands in CONTRIBUTING, section “A language”.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thesis_build.languages import data_files
from thesis_build.languages.numerals import numeral

FALLBACK = "en"
"""The language whose words and forms stand in for those of a language that is not known."""

LOOSE_PAIR = ("id", "en")
"""The languages of two loose texts, in their order, where nothing in the texts shows which they are in."""


@dataclass(frozen=True, slots=True)
class Language:
    """The words and forms of one language; `tag` is its BCP 47 language tag, `locale` the CSL locale."""

    tag: str
    locale: str
    name: str
    words: Mapping[str, Any]
    labels: Mapping[str, str]

    def number(self, value: str | float, decimals: int | None = None) -> str:
        """A number as this language writes it (0,6612 in Indonesian); `decimals` pads or rounds (half even)."""
        from decimal import Decimal

        amount = Decimal(str(value))
        if decimals is not None:
            amount = amount.quantize(Decimal(1).scaleb(-decimals))
        forms = self.words["numbers"]
        digits = f"{abs(amount):,f}".translate(str.maketrans({",": forms["thousands"], ".": forms["decimal"]}))
        return (forms["minus"] if amount < 0 else "") + digits

    def percent(self, value: str | float, decimals: int | None = None) -> str:
        """A share in percent: `12.5` is 12,5% or 12.5%."""
        return str(self.words["numbers"]["percent"].format(number=self.number(value, decimals)))

    def money(self, value: str | float, currency: str, scale: str = "", decimals: int | None = None) -> str:
        """An amount: `7.1`, IDR, trillion is Rp7,1 triliun in Indonesian and Rp 7.1 trillion in English."""
        forms = self.words["numbers"]
        amount = forms["currencies"][currency].format(amount=self.number(value, decimals)).replace(" ", "\u00a0")
        return f"{amount}\u00a0{forms['scales'][scale]}" if scale else str(amount)

    def date(self, value: str) -> str:
        """A date `2015-05-20` as 20 Mei 2015; `2015-05` as Mei 2015; `2015` as it is."""
        parts = value.split("-")
        if len(parts) == 1:
            return value
        forms = self.words["dates"]
        month = forms["months"][int(parts[1]) - 1]
        form = forms["full"] if len(parts) == 3 else forms["month"]
        day = str(int(parts[2])) if len(parts) == 3 else ""
        return str(form.format(day=day, month=month, year=parts[0])).replace(" ", "\u00a0", 1)

    def text(self, texts: Mapping[str, str]) -> str:
        """The one of several texts that is in this language."""
        return texts[self.tag]

    def heading(self, kind: str, number: str) -> str:
        """How a numbered thing is labelled where it stands: BAB I, Gambar 1.1, 1.1, (1.1)."""
        if kind == "equation":
            return f"({number})"
        word = self.words["numbered"][kind]["heading"]
        return f"{word} {number}" if word else number

    def count(self, kind: str, value: int, numerals: str = "") -> str:
        """The number of a chapter or appendix in this language's numerals (or those of the settings)."""
        return numeral(value, numerals or self.words["numbered"][kind].get("numeral", "arabic"))

    def is_name_of(self, langid: str) -> bool:
        """Whether a `langid` as libraries write it ("indonesian", "id-ID") means this language."""
        return langid.strip().lower() in (self.tag, *self.words["aliases"])


@data_files.remembered()
def language(tag: str) -> Language:
    """The language with this tag; raises `KeyError` where it is not one of `known()`."""
    if tag not in known():
        raise KeyError(tag)
    words = data_files.load(f"{tag}.yaml")
    return Language(tag, words["locale"], words["name"], words, data_files.load(f"labels-{tag}.yaml"))


@data_files.remembered()
def known() -> tuple[str, ...]:
    """The tags of the languages there are files for: those of the package, and those that the project brings."""
    return data_files.tags()


def standard_tag(langid: str) -> str:
    """A `langid` as libraries write it as a BCP 47 tag: indonesian is id, korean is ko; empty where not known."""
    name = langid.strip().lower()
    found = next((tag for tag in known() if language(tag).is_name_of(name)), "")
    return found or _OTHERS.get(name, name if len(name) in (2, 3) else "")


_OTHERS = {
    "arabic": "ar",
    "chinese": "zh",
    "dutch": "nl",
    "french": "fr",
    "german": "de",
    "ngerman": "de",
    "italian": "it",
    "japanese": "ja",
    "javanese": "jv",
    "korean": "ko",
    "malay": "ms",
    "melayu": "ms",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "sundanese": "su",
    "thai": "th",
    "turkish": "tr",
    "vietnamese": "vi",
}
"""biblatex's names (manual 3.20, table 2) of languages that works in a library may be in."""
