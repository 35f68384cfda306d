"""Which quantities are taken for the same one: by value first, then by kind and position."""

from __future__ import annotations

import pytest

from thesis_build.alignment.compare.quantity_pairs import (
    QuantityContext,
    QuantityMatching,
    background,
    differ_in_scale,
    is_number,
    match,
    same_unit,
)
from thesis_build.languages.quantities.read import read


def matched(indonesian: str, english: str) -> QuantityMatching:
    spans = (0, len(indonesian)), (0, len(english))
    return match(read(indonesian, "id"), read(english, "en"), QuantityContext(("id", "en"), spans))


@pytest.mark.parametrize(
    ("indonesian", "english", "equal", "unlike", "alone"),
    [
        ("Ada 12 guru dan 15 siswa.", "There are 15 pupils and 12 teachers.", ["12 12", "15 15"], [], ([], [])),
        ("Jumlah guru adalah 12.", "There are 13 teachers.", [], ["12 13"], ([], [])),
        ("Ada 12 guru.", "There are 13 teachers.", [], ["12 13"], ([], [])),
        ("Ada 12 guru dan 40 siswa.", "There are 12 teachers.", ["12 12"], [], (["40"], [])),
        ("Ada 12 guru.", "There are 12 teachers and 40 pupils.", ["12 12"], [], ([], ["40"])),
        ("Pada Mei 2020.", "In May 2021.", [], ["Mei 2020 May 2021"], ([], [])),
        ("Rasio 1:2.", "A ratio of one to two.", [], [], ([], [])),
        ("Rasio 7:2.", "A ratio of 1 to 2.", [], ["7:2 1"], ([], [])),
        ("A ratio of 1 to 2.", "Rasio 7:2.", [], ["1 7:2"], ([], [])),
        ("Tanggal 3 dan 7 Mei 2020.", "May 3 and 7, 2020.", None, [], ([], [])),
        ("Mulai pukul 23.45.", "It starts at 23:45.", ["pukul 23.45 23:45"], [], ([], [])),
    ],
)
def test_couples(
    indonesian: str, english: str, equal: list[str] | None, unlike: list[str], alone: tuple[list[str], list[str]]
) -> None:
    found = matched(indonesian, english)
    if equal is not None:
        assert [f"{ours.text} {theirs.text}" for ours, theirs in found.equal] == equal
    assert [f"{ours.text} {theirs.text}" for ours, theirs in found.unlike] == unlike
    assert tuple([each.text for each in side] for side in found.alone) == alone


def test_of_equal_values_those_that_stand_at_the_same_position_are_a_couple() -> None:
    found = matched("Ada 12 guru, lalu ada pula 12 siswa.", "There are 12 teachers, and there are 12 pupils.")
    assert [ours.start < 10 for ours, _ in found.equal] == [theirs.start < 15 for _, theirs in found.equal]
    assert len(found.equal) == 2


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("kg", "kg", True),
        ("kg", "", True),
        ("", "kg", True),
        ("kg", "g", False),
        ("dollar", "USD", True),
        ("SGD", "dollar", True),
        ("dollar", "AUD", True),
        ("dollar", "IDR", False),
        ("dollar", "dollar/h", False),
        ("degree", "celsius", True),
        ("fahrenheit", "degree", True),
        ("degree", "kelvin", False),
        ("celsius", "fahrenheit", False),
        ("km/h", "km", True),
        ("m", "m/s", True),
        ("km/h", "m", False),
        ("km/h", "km/s", False),
    ],
)
def test_units(ours: str, theirs: str, same: bool) -> None:
    assert same_unit(ours, theirs) is same


@pytest.mark.parametrize(
    ("indonesian", "english", "differ"),
    [
        ("Rp2 miliar", "IDR 2 million", True),
        ("Rp2 juta", "IDR 2 trillion", True),
        ("Rp2 miliar", "IDR 3 million", False),
        ("Rp2 miliar", "IDR 2 billion", False),
        ("Rp200", "IDR 200,000", False),
        ("Rp200", "IDR 200 thousand", True),
    ],
)
def test_scales(indonesian: str, english: str, differ: bool) -> None:
    (ours,), (theirs,) = read(indonesian, "id"), read(english, "en")
    assert differ_in_scale(ours, theirs) is differ
    assert differ_in_scale(theirs, ours) is differ


@pytest.mark.parametrize(
    ("text", "plain"),
    [("12", True), ("1.5", True), ("1/3", True), ("1.2.3", False), ("1/2/3", False), ("", False), ("1:2", False)],
)
def test_plain_numbers(text: str, plain: bool) -> None:
    assert is_number(text) is plain


def test_the_background_counts_each_value_in_each_text() -> None:
    indonesian, english = read("Ada 12 dan 15 siswa.", "id"), read("There are 12 pupils and 12 teachers.", "en")
    whole = background({"id": indonesian, "en": english})
    assert [whole.has("en", each) for each in indonesian] == [True, False]
    assert not whole.has("fr", indonesian[0])
    assert not any(whole.is_balanced(each) for each in indonesian)
    assert background({"id": indonesian, "en": english[:1]}).is_balanced(indonesian[0])
    assert not background({"id": indonesian}).is_balanced(indonesian[0])


def test_a_value_is_balanced_where_every_text_has_it_as_often() -> None:
    indonesian, english = read("Ada 12 siswa.", "id"), read("There are 15 pupils.", "en")
    whole = background({"id": indonesian, "en": english})
    assert [whole.is_balanced(each) for each in (*indonesian, *english)] == [False, False]
    assert not background({"id": [], "en": []}).is_balanced(indonesian[0])
