"""What belongs to a number in running text: its scale word, percent sign, currency, unit, relation and sign."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from thesis_build.languages.quantities.digits import canonical
from thesis_build.languages.quantities.quantity import Quantity
from thesis_build.languages.quantities.vocabulary import SPACE, Vocabulary

_RUN = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MINUS = re.compile(r"(?:^|[\s(\[=<>≈±~])[-−]$")
_SYMBOL_BEFORE = re.compile(r"(<=|>=|[<>≤≥=±])[^\d<>≤≥=±,;:.!?%]{0,20}$")
_SYMBOLS = {"<=": "≤", ">=": "≥"}


class Tails:
    """Reads on from the numbers of one text."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text, self._words = text, words
        articles = "|".join(words.listed("articles")) or "(?!)"
        per = "|".join(words.listed("per")) or "(?!)"
        self._to_scale = re.compile(rf"(?:{SPACE}|-)?(?:(?:{articles}){SPACE})?")
        denials = "|".join(words.listed("denials")) or "(?!)"
        self._denial = re.compile(rf"\b(?:{denials})\b[^.;:!?]*$", re.IGNORECASE)
        self._over = re.compile(rf"{SPACE}?/{SPACE}?|{SPACE}+(?:{per}){SPACE}+")

    def of(self, made: Quantity) -> Quantity:
        """A number with its scale, unit, percent sign, relation and sign."""
        before = self._text[max(0, made.start - 28) : made.start]
        relation = self._relation(before)
        denied = relation in ("<", ">") and self._denial.search(self._text, max(0, made.start - 48), made.start)
        made = replace(made, relation="" if denied else relation)
        if _MINUS.search(before[-3:]) and made.kind != "money":
            made = replace(made, sign="-")
        made = self._tail(self._scaled(made))
        return replace(made, text=self._text[made.start : made.end])

    def _relation(self, before: str) -> str:
        """The symbol or words of comparison before a number; the name of the other value may stand after a symbol."""
        found = self._words.relation_before.search(before)
        if found and (named := self._words.relations.at(found.group(), 0)):
            return named[0]
        symbol = _SYMBOL_BEFORE.search(before)
        return _SYMBOLS.get(symbol.group(1), symbol.group(1)) if symbol else ""

    def _scaled(self, made: Quantity) -> Quantity:
        """Times the scale word after it: 2,5 juta, 2.5bn, half a million."""
        gap = self._to_scale.match(self._text, made.end)
        at = gap.end() if gap else made.end
        word = _LETTERS.match(self._text, at)
        if not word or made.kind in ("reference", "ordinal"):
            return made
        power = self._words.scales.get(word.group().lower())
        if power is None and (
            made.unit or (at == made.end and len(word.group()) > 1) or word.group() in ("k", "jt", "rb")
        ):
            power = self._words.words.get("scale-symbols", {}).get(word.group()) if made.form == "digits" else None
        if power is None:
            return made
        readings = frozenset(canonical(Fraction(value) * 10**power) for value in made.readings)
        usual = canonical(Fraction(made.usual) * 10**power)
        return self._scaled(replace(made, end=word.end(), readings=readings, usual=usual, scale=power))

    def _tail(self, made: Quantity) -> Quantity:
        """With the ordinal or decade ending, percent sign, currency or unit after it."""
        text, words, end = self._text, self._words, made.end
        letters = _LETTERS.match(text, end)
        if letters and letters.group() in words.listed("ordinal-suffixes"):
            return replace(made, end=letters.end(), kind="ordinal")
        decade = next(
            (mark for mark in words.listed("decades") if re.match(rf"{mark}(?![^\W_])", text[end : end + 8])), ""
        )
        if decade and made.usual.isdecimal() and made.usual.endswith("0") and made.kind == "number":
            return replace(made, end=end + len(decade), kind="decade", readings=decades(int(made.usual)))
        gap = re.compile(rf"{SPACE}?-?").match(text, end)
        after = gap.end() if gap else end
        for kind, terms in (("points", words.points), ("percent", words.percent)):
            if found := terms.at(text, after):
                return replace(made, end=found[1], kind=kind, unit="percent")
        if not made.unit and (found := words.currencies.at(text, after)):
            return replace(made, end=found[1], kind="money", unit=found[0])
        if made.kind in ("reference", "ordinal"):
            return made if made.kind == "ordinal" or not letters else self._glued(made)
        unit = self._unit(after)
        if unit:
            return replace(
                made, end=unit[1], kind="unit" if made.kind == "number" else made.kind, unit=made.unit or unit[0]
            )
        return self._glued(made) if letters and made.form == "digits" else made

    def _unit(self, at: int) -> tuple[str, int] | None:
        """A unit, or one over another (km/jam, kg per hectare)."""
        found = self._words.units.at(self._text, at)
        if not found:
            return None
        over = self._over.match(self._text, found[1])
        below = self._words.units.at(self._text, over.end()) if over else None
        return (f"{found[0]}/{below[0]}", below[1]) if below else found

    def _glued(self, made: Quantity) -> Quantity:
        """A code where letters of no known meaning follow the digits (28E, 2D); 64x64 are two numbers,
        and 0,567X1 is a number before a name."""
        run = _RUN.match(self._text, made.end)
        if not run or re.match(r"[x×]\d", run.group()) or made.unit or made.separator:
            return made
        whole = self._text[made.start : run.end()]
        return replace(
            made, end=run.end(), kind="code", readings=made.readings | {whole.lower()}, usual="", separator=""
        )


def decades(year: int) -> frozenset[str]:
    """The readings of a decade: 1960s and 60s are the same."""
    if year < 100:
        return frozenset({f"{year}s", f"{1900 + year}s"})
    return frozenset({f"{year}s", f"{year % 100}s"} if 1900 <= year < 2000 else {f"{year}s"})
