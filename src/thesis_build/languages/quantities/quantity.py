"""A quantity in running text, by value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, amount, date, time … at text[start:end].

    `kind` is number, percent, points, money, unit, date, time, ordinal, decade, ratio, reference, version or code.
    `readings` are the canonical decimal strings of every value it may mean, `usual` the one that the conventions of
    its language give ("" where they give none). `unit` names the unit or currency, `relation` the symbol or words
    before it (`<`), `scale` the power of ten of a scale word. `form` is digits, words or roman; `separator` is the
    character in it that is or may be the decimal separator, `grouping` the one that may group thousands. `optional`
    ones come and go with the turn of phrase. `parts` are the values that a composite (date, ratio) is made of;
    `month` is the name of the month.
    """

    start: int
    end: int
    text: str
    kind: str
    readings: frozenset[str]
    usual: str = ""
    unit: str = ""
    scale: int = 0
    relation: str = ""
    sign: str = ""
    form: str = "digits"
    separator: str = ""
    grouping: str = ""
    optional: bool = False
    parts: tuple[str, ...] = ()
    month: str = ""
