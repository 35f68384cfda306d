"""Finds the quantities of a text one after the other, from left to right."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from thesis_build.languages.quantities.dates_and_times import dates, times
from thesis_build.languages.quantities.digits import NUMBER, Digits, canonical, digits, roman
from thesis_build.languages.quantities.not_quantities import address_end, citation_end, code_end, pages_end, ruling_end
from thesis_build.languages.quantities.number_words import numeral
from thesis_build.languages.quantities.quantity import Quantity
from thesis_build.languages.quantities.roman_numerals import roman_ordinal
from thesis_build.languages.quantities.units import Tails, decades
from thesis_build.languages.quantities.vocabulary import SPACE, vocabulary

_START = re.compile(r"[^\W_]|(?<![.\w])\.(?=\d)|[$€£¥₩(]")
_PLAIN = re.compile(r"[a-z]+(?![^\W_]|[-–/@.:])")
_RUN = re.compile(r"[^\W_]+")
_RATIO = re.compile(rf"({NUMBER.pattern})(\s?):(\s?)({NUMBER.pattern})(?![\d:])")
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/])")  # not 2018/2019, No. 11/2020
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_]+(?:[ ][^\W\d_]+)?)[.)]?[\s\u00a0]*[(#]?$")
_ARTICLE = re.compile(rf"{SPACE}+([^\W\d_]+){SPACE}+")
_LETTERS = re.compile(r"[^\W\d_]+")
_POWER = re.compile(
    r"(\d{1,12}(?:[.,]\d{1,12})?)(?:[eE]([-−+]?\d{1,2})(?![^\W_])|\s?[x×·]\s?10\^\{?([-−]?\d{1,2})\}?(?![\d.,]))"
)
_ITEM_OPENS = re.compile(r"(?:^|\s)\(?$")
_ITEM_CLOSES = re.compile(r"\)(?=\s)")
_TIMES = re.compile(r"[x×](?=\d)")
_INSIDE = re.compile(r"[^\W_],?\s$")
_LONGEST = 40


class Reader:
    """Reads one text; `quantities` are those found so far."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language
        self._words = vocabulary(language)
        self._tails = Tails(text, self._words)
        self.quantities: list[Quantity] = []
        self._steps = (
            self._skipped,
            self._dated,
            self._prefixed,
            self._paid,
            self._coded,
            self._numbered,
            self._worded,
        )

    def read(self) -> list[Quantity]:
        """All quantities of the text in order."""
        at = 0
        while found := _START.search(self._text, at):
            at = max(self._step(found.start()), found.end())
        return self.quantities

    def _step(self, start: int) -> int:
        """Reads what begins here; returns where it ends."""
        text = self._text
        plain = _PLAIN.match(text, start)
        if plain and plain.group() not in self._words.openers:
            return plain.end()
        if text[start] == "(":
            return citation_end(text, start) or start + 1
        if _TIMES.match(text, start) and text[start - 1 : start].isdecimal():
            return start + 1
        for read in self._steps:
            end = read(start)
            if end:
                return end
        run = _RUN.match(text, start)
        return run.end() if run else start + 1

    # ── what is no number by itself ─────────────────────────────────────────────────────────────

    def _skipped(self, start: int) -> int:
        if self._text[start].isdigit() and self._before(start)[0] in self._words.listed("locators"):
            return pages_end(self._text, start)
        return address_end(self._text, start)

    def _dated(self, start: int) -> int:
        found = dates(self._text, start, self._language) or times(self._text, start, self._language)
        self.quantities.extend(found)
        return found[-1].end if found else 0

    def _coded(self, start: int) -> int:
        """Codes, names and rulings with digits in them: YOLOv8, COVID-19, 46/PUU-VIII/2010, 28E."""
        text = self._text
        if end := ruling_end(text, start):
            self._add(start, end, "version", frozenset({text[start:end].lower()}))
        elif end := code_end(text, start):
            values = {str(int(run)) for run in re.findall(r"\d+", text[start:end]) if len(run) < _LONGEST}
            self._add(start, end, "code", frozenset({text[start:end].lower(), *values}))
        return end

    # ── digits ──────────────────────────────────────────────────────────────────────────────────

    def _paid(self, start: int) -> int:
        """An amount after the symbol of its currency."""
        currency = self._words.currency_signs.at(self._text, start)
        if not currency:
            return 0
        gap = re.compile(rf"{SPACE}*").match(self._text, currency[1])
        number = NUMBER.match(self._text, gap.end() if gap else currency[1])
        if not number or len(number.group()) > _LONGEST:
            return 0
        return self._valued(start, number, currency[0])

    def _numbered(self, start: int) -> int:
        text = self._text
        number = NUMBER.match(text, start)
        if not number:
            return 0
        if len(number.group()) > _LONGEST:
            return number.end()
        return self._powered(start) or self._ratio(start) or self._fraction(start) or self._valued(start, number, "")

    def _prefixed(self, start: int) -> int:
        """An ordinal whose number follows a prefix: ke-3, ke-XX."""
        for prefix in self._words.listed("ordinal-prefixes"):
            pattern = re.compile(rf"(?i:{prefix})(?:[-–]?(\d{{1,6}})|[-–]([IVXLC]+))(?![^\W_]|[.,]\d)")
            found = pattern.match(self._text, start)
            value = found and (int(found.group(1)) if found.group(1) else roman(found.group(2)))
            if found and value is not None:
                self._add(start, found.end(), "ordinal", frozenset({str(value)}))
                return found.end()
        return 0

    def _powered(self, start: int) -> int:
        """A number with a power of ten: 1e-4, 1,2 × 10^5."""
        found = _POWER.match(self._text, start)
        values = digits(found.group(1)).values if found else ()
        if not found or not values:
            return 0
        power = int((found.group(2) or found.group(3)).replace("−", "-"))
        readings = frozenset(canonical(value * Fraction(10) ** power) for value in values)
        self._add(start, found.end(), "number", readings)
        return found.end()

    def _ratio(self, start: int) -> int:
        """A ratio, which may be a time of day and is its parts as well: 1:2, 14:45."""
        found = _RATIO.match(self._text, start)
        if not found or found.group(2) != found.group(3) or len(found.group()) > _LONGEST:
            return 0
        sides = digits(found.group(1)), digits(found.group(4))
        if not all(side.values for side in sides):
            return 0
        first, second = map(self._usual, sides)
        clock = _CLOCK.fullmatch(found.group())
        time = {f"T{int(clock.group(1)) % 24:02}:{clock.group(2)}"} if clock else set()
        self._add(start, found.end(), "ratio", frozenset({f"{first}:{second}", *time}), parts=(first, second))
        return found.end()

    def _fraction(self, start: int) -> int:
        """A fraction or two numbers over each other, which are its parts as well: 3/4, 130/80."""
        found = _FRACTION.match(self._text, start)
        if not found or not int(found.group(2)):
            return 0
        above, below = int(found.group(1)), int(found.group(2))
        readings = frozenset({f"{above}/{below}", canonical(Fraction(above, below))})
        self._add(start, found.end(), "ratio", readings, parts=(str(above), str(below)))
        return found.end()

    def _valued(self, start: int, number: re.Match[str], currency: str) -> int:
        """A number in digits and all that belongs to it."""
        read = digits(number.group())
        if not read.values:
            return self._listed(start, number)
        kind = "money" if currency else self._kind(start)
        readings = frozenset(map(canonical, read.values))
        made = Quantity(
            start,
            number.end(),
            self._text[start : number.end()],
            kind,
            readings | ({number.group()} if kind in ("reference", "version") else set()),
            usual=self._usual(read),
            unit=currency,
            separator=read.decimal,
            grouping=read.grouping,
            optional=kind == "number" and self._counts_only(start, number.end()),
        )
        return self._finish(made)

    def _kind(self, start: int) -> str:
        """The kind of a bare number by the word before it: Tabel 4.1, Python 3.9."""
        word, pair = self._before(start)
        critical = pair[1:2] == " "  # t tabel, F table: a critical value
        if not critical and not {word, pair}.isdisjoint(self._words.listed("references")):
            return "reference"
        return "version" if word in self._words.versions else "number"

    def _counts_only(self, start: int, end: int) -> bool:
        """Whether a number only counts the items of a list, (1) or 2), or belongs to a name (Strata 1)."""
        if self._before(start)[0] in self._words.listed("names"):
            return True
        opened = _ITEM_OPENS.search(self._text[max(0, start - 3) : start])
        return end - start < 3 and opened is not None and _ITEM_CLOSES.match(self._text, end) is not None

    def _usual(self, read: Digits) -> str:
        if read.sure:
            return canonical(read.values[0])
        return canonical(read.values[1 if read.decimal == self._words.decimal else 0])

    def _listed(self, start: int, number: re.Match[str]) -> int:
        """A string of digits that is no single number: a list (1,2,3) or a version (2.0.1)."""
        if "." in number.group():
            self._add(start, number.end(), "version", frozenset({number.group()}))
            return number.end()
        for part in re.finditer(r"\d+", number.group()):
            at = number.start() + part.start()
            self._add(at, at + len(part.group()), "number", frozenset({str(int(part.group()))}))
        return number.end()

    # ── words ───────────────────────────────────────────────────────────────────────────────────

    def _worded(self, start: int) -> int:
        text, words = self._text, self._words
        run = _LETTERS.match(text, start)
        if not run:
            return 0
        if idiom := words.idioms.at(text, start):
            return idiom[1]
        if decade := words.decade_words.at(text, start):
            self._add(start, decade[1], "decade", decades(int(decade[0])), form="words")
            return decade[1]
        if run.group().lower() in words.listed("vague"):
            return self._vague(run.end())
        before = self.quantities[-1] if self.quantities else None
        if numbered := roman_ordinal(text, run, self._before(start), before, words):
            self.quantities.append(numbered)
            return run.end()
        found = numeral(text, start, words)
        if not found:
            return 0
        value = canonical(found.value)
        others = frozenset({value, *map(canonical, found.others)})
        kind = "ordinal" if found.ordinal else "number"
        named = text[start].isupper() and _INSIDE.search(text[max(0, start - 3) : start]) is not None
        end = self._past_article(found.end) if found.value < 1 else found.end
        made = Quantity(start, end, text[start:end], kind, others, value, form="words")
        return self._finish(replace(made, optional=found.optional or named, scale=3 if found.value >= 1000 else 0))

    def _past_article(self, end: int) -> int:
        """Past the article between a fraction and its unit: half a second."""
        article = _ARTICLE.match(self._text, end)
        known = article and article[1].lower() in self._words.listed("articles")
        return article.end(1) if article and known and self._words.units.at(self._text, article.end()) else end

    def _vague(self, end: int) -> int:
        """Past numbers that nobody counted: puluhan ribu, hundreds of thousands."""
        more = re.compile(rf"(?:{SPACE}+(?:of{SPACE}+)?(?:{'|'.join(self._words.scales) or '(?!)'})s?(?![^\W_]))+")
        found = more.match(self._text, end)
        return found.end() if found else end

    def _finish(self, made: Quantity) -> int:
        whole = self._tails.of(made)
        self.quantities.append(whole)
        return whole.end

    def _before(self, start: int) -> tuple[str, str]:
        """The word before, and the two words before, in lower case."""
        found = _WORD_BEFORE.search(self._text[max(0, start - 40) : start])
        pair = found.group(1).lower() if found else ""
        return pair.split(" ")[-1], pair

    def _add(
        self,
        start: int,
        end: int,
        kind: str,
        readings: frozenset[str],
        form: str = "digits",
        parts: tuple[str, ...] = (),
    ) -> None:
        text = self._text[start:end]
        usual = next(iter(readings)) if len(readings) == 1 else ""
        self.quantities.append(Quantity(start, end, text, kind, readings, usual, form=form, parts=parts))
