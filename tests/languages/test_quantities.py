"""Quantities in running text: what each means, in either language, and that no text is too strange to read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thesis_build.languages.quantities.digits import digits, roman
from thesis_build.languages.quantities.read import Quantity, numbers, read

SAME = [
    # Indonesian, English, values that both have
    ("dua puluh lima guru", "twenty-five teachers", ["25"]),
    ("seratus dua puluh tiga ribu", "one hundred and twenty-three thousand", ["123000"]),
    ("seribu lima ratus rumah tangga", "one thousand five hundred households", ["1500"]),
    ("sebelas, dua belas, sejuta", "eleven, twelve, a million", ["11", "12", "1000000"]),
    ("dua pertiga, sepertiga, tiga perempat", "two thirds, one third, three-quarters", ["2/3", "1/3", "0.75"]),
    ("satu setengah tahun", "one and a half years", ["1.5"]),
    ("setengah juta orang", "half a million people", ["500000"]),
    ("dua lusin telur", "two dozen eggs", ["24"]),
    ("yang ketiga, ke-4, kelima belas", "the third, 4th, fifteenth", ["3", "4", "15"]),
    ("abad ke-20, abad XX", "the 20th century, the twentieth century", ["20", "20"]),
    ("kelas VIII, Bab IV, Perang Dunia II", "eighth grade, Chapter IV, World War II", ["8", "4", "2"]),
    ("tahun 1960-an dan 80-an", "the 1960s and the eighties", ["1960s", "1980s"]),
    ("2016–2020, 15-24 tahun", "2016–2020, aged 15–24", ["2016", "2020", "15", "24"]),
    ("p < 0,05; n = 30", "p < .05; n = 30", ["0.05", "30"]),
    ("92,5 persen dan 5%", "92.5 per cent and 5 %", ["92.5", "5"]),
    ("Rp5.000.000,00", "IDR 5,000,000.00", ["5000000"]),
    ("Rp 2,5 miliar", "2.5 billion rupiah", ["2500000000"]),
    ("US$1,2 juta", "$1.2m", ["1200000"]),
    ("17 Agustus 2023", "August 17th, 2023", ["2023-08-17"]),
    ("Mei 2020, 3 Juni", "May 2020, 3rd of June", ["2020-05", "--06-03"]),
    ("14.45 WIB", "2:45 p.m.", ["T14:45"]),
    ("rasio 1:2", "a ratio of 1:2", ["1:2"]),
    ("tekanan darah 130/80 mmHg", "a blood pressure of 130/80 mmHg", ["130/80"]),
    ("UU No. 19 Tahun 2016", "Law Number 19 of 2016", ["19", "2016"]),
    ("citra 224x224 piksel", "images of 224 × 224 pixels", ["224", "224"]),
    ("inkubasi 2 x 24 jam", "48 hours of incubation", ["48"]),
    ("laju 0,0001", "a rate of 1e-4", ["0.0001"]),
]


@pytest.mark.parametrize(("indonesian", "english", "values"), SAME)
def test_both_languages_say_the_same_value(indonesian: str, english: str, values: list[str]) -> None:
    for text, tag in ((indonesian, "id"), (english, "en")):
        found = read(text, tag)
        assert len(found) == len(values), (text, found)
        for quantity, value in zip(found, values, strict=True):
            assert value in quantity.readings, (text, quantity)


READ = [
    # text, language, what is read: (text, kind, unit)
    ("60 km/jam", "id", [("60 km/jam", "unit", "km/hour")]),
    ("60 km/h", "en", [("60 km/h", "unit", "km/hour")]),
    ("a 10-week course of 500ms", "en", [("10-week", "unit", "week"), ("500ms", "unit", "ms")]),
    ("37,5°C atau 120 mg/dL", "id", [("37,5°C", "unit", "celsius"), ("120 mg/dL", "unit", "mg/dl")]),
    ("naik 5 poin persentase", "id", [("5 poin persentase", "points", "percent")]),
    ("up 5 percentage points", "en", [("5 percentage points", "points", "percent")]),
    ("250 juta rupiah", "id", [("250 juta rupiah", "money", "IDR")]),
    ("Gambar 3.1 dan 3.2", "id", [("3.1", "reference", ""), ("3.2", "reference", "")]),
    ("Python 3.9, versi 2.0.1", "id", [("3.9", "version", ""), ("2.0.1", "version", "")]),
    ("Pasal 28E ayat (1)", "id", [("28E", "code", ""), ("1", "reference", "")]),
    ("Putusan 46/PUU-VIII/2010", "id", [("46/PUU-VIII/2010", "version", "")]),
    ("YOLOv8, p95, COVID-19", "en", [("YOLOv8", "code", ""), ("p95", "code", ""), ("COVID-19", "code", "")]),
    ("pukul 08.00–16.00", "id", [("pukul 08.00", "time", ""), ("16.00", "time", "")]),
    ("pidana 5 (lima) tahun", "id", [("5", "number", "")]),
]


@pytest.mark.parametrize(("text", "tag", "expected"), READ)
def test_kind_and_unit(text: str, tag: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(each.text, each.kind, each.unit) for each in read(text, tag)] == expected


NOTHING = [
    ("(Sutanto, 2020) dan (Sari & Budi, 2019: 15; Rahma, 2018)", "id"),
    ("hlm. 5–10 dan halaman 7", "id"),
    ("pp. 5–10 and page 7", "en"),
    ("doi:10.1234/abc.5 https://contoh.id/2020/05 nama12@contoh.id", "id"),
    ("0812-3456-7890, 192.168.0.1", "id"),
    ("puluhan ribu orang, jutaan, ratusan", "id"),
    ("tens of thousands, hundreds, a person, may they march on", "en"),
    ("tujuan, dirinya, satunya-satunya bersama", "id"),
]


@pytest.mark.parametrize(("text", "tag"), NOTHING)
def test_what_is_no_quantity(text: str, tag: str) -> None:
    assert read(text, tag) == ()


def _one(text: str, tag: str) -> Quantity:
    (found,) = read(text, tag)
    return found


def test_one_separator_before_three_digits_allows_two_values() -> None:
    indonesian, english = _one("1.250", "id"), _one("1.250", "en")
    assert indonesian.readings == english.readings == {"1250", "1.25"}
    assert (indonesian.usual, english.usual) == ("1250", "1.25")
    assert _one("0.082", "id").readings == {"0.082"}
    assert _one("1.250,5", "id").readings == {"1250.5"}


def test_a_numeric_date_is_ambiguous_in_english_only() -> None:
    assert _one("05/04/2023", "id").readings == {"2023-04-05"}
    assert _one("05/04/2023", "en").readings == {"2023-04-05", "2023-05-04"}
    assert _one("17/08/2023", "en").readings == {"2023-08-17"}


def test_signs_before_a_number() -> None:
    assert _one("p < 0,05", "id").relation == "<"
    assert _one("tidak kurang dari 30", "id").relation == "≥"
    assert _one("koefisien −0,215", "id").sign == "-"
    assert [each.sign for each in read("5–7", "id")] == ["", ""]


def test_a_list_shares_unit_and_scale() -> None:
    first, second = read("antara 5 dan 7 juta", "id")
    assert first.readings == {"5", "5000000"}
    assert second.readings == {"7000000"}
    assert [each.unit for each in read("25, 50, and 75%", "en")] == ["percent"] * 3


def test_what_may_be_left_out_is_marked() -> None:
    assert all(each.optional for each in read("satu, pertama, keduanya", "id"))
    assert all(each.optional for each in read("one, first, both", "en"))
    assert not _one("tiga", "id").optional


def test_numbers_leaves_out_what_is_not_measured() -> None:
    found = numbers("Pada 2020, Tabel 4.1 memuat 92,5% dari tiga kelas YOLOv8.", "id")
    assert [each.text for each in found] == ["2020", "92,5%"]


@pytest.mark.parametrize(("text", "values"), [("2.0.1", 0), ("1,2,3", 0), ("1.000.000", 1), ("1,250", 2), ("007", 1)])
def test_digits(text: str, values: int) -> None:
    assert len(digits(text).values) == values


@pytest.mark.parametrize(("text", "value"), [("IV", 4), ("XIX", 19), ("MMXXV", 2025), ("IIX", None), ("", None)])
def test_roman(text: str, value: int | None) -> None:
    assert roman(text) == value


SIGNS = """
    0 1 12 1.250 1,5 .5 2023 % ‰ ° x × / : - – − . , ; ( ) [ ] < = ± Rp $ € juta million ribu k bn persen per cent
    Mei May 17 Agustus August pukul jam p.m. WIB ke- ke-3 kedua third half setengah a an and dan satu dua puluh belas
    I IV X 28E p95 COVID-19 tahun year s st th an -an 's hlm. p. Pasal ayat ² ٣ \ufffc e-5 ^ 10^ 0/0 99999
"""
PIECES = st.sampled_from([*SIGNS.split(), "\u00a0", "\n"])


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join)))
def test_any_text_is_read(text: str) -> None:
    for tag in ("id", "en", "xx"):
        for quantity in read(text, tag):
            assert 0 <= quantity.start < quantity.end <= len(text)
            assert quantity.readings
