"""What only one side says of quantities, and what speaks for or against it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.alignment.test_quantity_evidence import NOTHING, SPANS, quantity
from thesis_build.alignment.compare.quantities import Background, QuantityContext, compare
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.evidence import MissingQuantity
from thesis_build.alignment.kinds import Kind
from thesis_build.languages.quantities.read import Quantity


def missing(quantity: Quantity, *others: Quantity, background: Background = NOTHING) -> list[Difference]:
    """What is found where only ours has a quantity, beside others."""
    context = QuantityContext(("id", "en"), SPANS, background)
    theirs = [each for each in others if each.text == "theirs"]
    ours = [quantity, *(each for each in others if each.text != "theirs")]
    return list(compare(ours, theirs, context))


@pytest.mark.parametrize(
    ("text", "other", "evidence"),
    [
        ("55", {}, MissingQuantity("55")),
        ("5", {}, MissingQuantity("5", bare=True)),
        ("5", {"unit": "kg"}, MissingQuantity("5")),
        ("XIV", {"form": "roman"}, MissingQuantity("XIV", bare=True)),
        ("XIV", {"form": "roman", "unit": "kg"}, MissingQuantity("XIV")),
        ("dua belas", {"form": "words", "value": "12"}, MissingQuantity("dua belas", small_word=True)),
        ("ketiga", {"form": "words", "value": "3", "kind": "ordinal"}, MissingQuantity("ketiga", small_word=True)),
        ("tiga belas", {"form": "words", "value": "13"}, MissingQuantity("tiga belas", bare=True)),
        ("tiga", {"form": "words", "value": "3", "kind": "percent"}, MissingQuantity("tiga", bare=True)),
        ("dua", {"form": "words", "value": "1:2"}, MissingQuantity("dua", bare=True)),
        ("satu", {"form": "words", "value": "1"}, None),
        ("dua", {"form": "words", "value": "2"}, None),
        ("55", {"optional": True}, None),
        ("55", {"kind": "code"}, None),
    ],
)
def test_a_quantity_that_only_one_side_has(text: str, other: dict[str, Any], evidence: MissingQuantity | None) -> None:
    extents = {"id": (0, 4), "en": (200, 300)}
    expected = [Difference(Kind.QUANTITY_MISSING, extents, evidence, "en")] if evidence else []
    assert missing(quantity(text, **{"at": 0, **other})) == expected


def test_a_quantity_that_only_the_second_side_has() -> None:
    context = QuantityContext(("id", "en"), SPANS, Background({"id": {"5": 1}}))
    extents = {"en": (200, 204), "id": (0, 100)}
    evidence = MissingQuantity("theirs", in_other_text=True)
    assert compare([], [quantity("theirs")], context) == (Difference(Kind.QUANTITY_MISSING, extents, evidence, "id"),)


def test_a_missing_quantity_that_stands_elsewhere_in_the_other_text() -> None:
    (found,) = missing(quantity("55"), background=Background({"en": {"5": 1}}))
    assert found.evidence == MissingQuantity("55", in_other_text=True)
    (found,) = missing(quantity("55"), background=Background({"id": {"5": 1}}))
    assert found.evidence == MissingQuantity("55")


def test_a_missing_quantity_that_is_said_once_more() -> None:
    (found,) = missing(quantity("55", at=9), quantity("ours"), quantity("theirs"))
    assert found.evidence == MissingQuantity("55", repeated=True)
    words = quantity("lima", at=9, form="words")
    assert missing(words, quantity("ours"), quantity("theirs")) == []
    (found,) = missing(quantity("55", at=9, value="7"), quantity("ours"), quantity("theirs"))
    assert found.evidence == MissingQuantity("55")
