"""Quantities of two texts: equal ones are silent, each fault has one code, and no pair of texts is too strange."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.alignment.side_by_side import found_in, with_marks
from tests.reported import reported, severity
from thesis_build.alignment.compare.number_notation import forms
from thesis_build.alignment.compare.quantities import QuantityContext, background, compare, compare_texts
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.passages import Mark
from thesis_build.languages.quantities.read import read
from thesis_build.model import Severity

EQUAL = [
    ("Pasal 28E ayat (1) dan UU No. 19 Tahun 2016.", "Article 28E paragraph (1) and Law Number 19 of 2016."),
    ("Pidana paling lama 5 (lima) tahun, denda Rp1.000.000.000,00.", "At most five years, a fine of IDR 1 billion."),
    ("OR = 2,35; 95% CI 1,20–4,10; p = 0,003.", "OR = 2.35; 95% CI 1.20–4.10; p = .003."),
    ("Suhu 37,5°C, tekanan 130/80 mmHg.", "A temperature of 37.5 °C, a pressure of 130/80 mmHg."),
    ("Nilainya Rp1,5 triliun, naik 5,02%; US$1 = Rp15.000.", "Worth IDR 1.5 trillion, up 5.02%; US$1 = IDR 15,000."),
    ("Siswa kelas VIII berusia 13–14 tahun.", "Eighth-grade students aged 13-14."),
    ("Kelas IV, V, dan VI.", "Fourth, fifth, and sixth grade."),
    ("Sidang dimulai pukul 14.45 WIB pada 3–5 Mei 2021.", "The hearing began at 2:45 p.m. on May 3–5, 2021."),
    ("Buka pukul 08.00–11.30.", "Open between 8:00 and 11:30."),
    ("Stasiun I, II, dan III pada siklus I.", "Stations 1, 2, and 3 in Cycle 1."),
    ("Kelas VIIA dan VIIB selama 2 x 24 jam.", "Classes VII A and VII B for 48 hours."),
    ("Januari 2020 – Maret 2020, lalu 1966–1998.", "January to March 2020, then 1966–98."),
    ("Tanggal 3, 5, dan 7 Mei 2020.", "May 3, 5, and 7, 2020."),
    ("UU 1/1974 dan Pasal 27 ayat (3).", "Law No. 1 of 1974 and Article 27(3)."),
    ("Tujuannya: (1) minat; (2) bakat.", "The aims are interest and talent."),
    ("Rasio 1:2 dan 80:20.", "A ratio of one to two, and 80/20."),
    ("Salah satu faktor pertama adalah usia.", "An early factor is age."),
    ("Ketiga variabel naik dua kali lipat.", "All three variables doubled."),
    ("Konsentrasi 25, 50, dan 75%.", "Concentrations of 25%, 50%, and 75%."),
    ("Terdapat 6.000 data dengan akurasi 92,5%.", "There are 6,000 records with an accuracy of 92.5%."),
    ("Persentil 95 dan YOLOv8.", "The p95 and YOLOv8."),
    ("Antara 5 dan 7 juta rupiah.", "Between 5 million and 7 million rupiah."),
    ("Pada tahun 60-an dan abad ke-19.", "In the 1960s and the nineteenth century."),
    ("Nilai t hitung 5,342 > t tabel 1,984.", "The t-count 5.342 > the t-table 1.984."),
]


@pytest.mark.parametrize(("indonesian", "english"), EQUAL)
def test_equal_quantities_are_silent(indonesian: str, english: str) -> None:
    assert compare_texts({"id": indonesian, "en": english}) == ()
    for text, tag in ((indonesian, "id"), (english, "en")):
        assert forms(text, tag, read(text, tag)) == ()


ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
UNLIKE = [
    # Indonesian, English, code, severity, what is marked in each (None: the whole text, where something lacks)
    ("Akurasinya 92,5%.", "The accuracy is 95.2%.", "PAR202", ERROR, "92,5%", "95.2%"),
    ("Label KSS 1 sampai 3.", "Labels KSS 1 to 5.", "PAR202", ERROR, "3", "5"),
    ("Turun tiga poin.", "Down by six points.", "PAR202", ERROR, "tiga", "six"),
    ("Rasio 7:2.", "A ratio of 1 to 2.", "PAR202", ERROR, "7:2", "1"),
    ("Dibuka pada 2004.", "It was opened.", "PAR201", ERROR, "2004", None),
    ("Data diambil.", "Data of 120 students were taken.", "PAR201", ERROR, None, "120"),
    ("Ada kelas 5.", "There is a class.", "PAR201", WARNING, "5", None),
    ("Robot berkaki empat.", "A quadruped robot.", "PAR201", INFO, "empat", None),
    ("Dua siklus.", "Two cycles of 3.", "PAR201", WARNING, None, "3"),
    ("Sebanyak 1.250 orang.", "As many as 1.250 people.", "PAR205", ERROR, "1.250", "1.250"),
    ("Sebanyak 1,250 orang.", "As many as 1,250 people.", "PAR205", ERROR, "1,250", "1,250"),
    ("Anggaran Rp2 miliar.", "A budget of IDR 2 million.", "PAR206", ERROR, "Rp2 miliar", "IDR 2 million"),
    ("Dana Rp500.", "A fund of USD 500.", "PAR207", ERROR, "Rp500", "USD 500"),
    ("Naik 5 persen.", "Up 5 percentage points.", "PAR208", WARNING, "5 persen", "5 percentage points"),
    ("Sebesar 40%.", "As many as 40.", "PAR208", WARNING, "40%", "40"),
    ("Pada 17 Agustus 2023.", "On August 18, 2023.", "PAR209", ERROR, "17 Agustus 2023", "August 18, 2023"),
    ("Pada 17 Agustus 2023.", "On 17 July 2023.", "PAR209", ERROR, "17 Agustus 2023", "17 July 2023"),
    ("Pada Mei 2020.", "In May 2021.", "PAR209", ERROR, "Mei 2020", "May 2021"),
    ("Mulai pukul 14.45 WIB.", "It starts at 3:45 p.m.", "PAR211", ERROR, "pukul 14.45 WIB", "3:45 p.m."),
    ("Pukul 14.45–15.15 WIB.", "At 14:45–15:14.", "PAR211", ERROR, "15.15 WIB", "15:14"),
    ("Beratnya 5 kg.", "It weighs 5 g.", "PAR212", ERROR, "5 kg", "5 g"),
    ("Lajunya 60 km/jam.", "It runs at 60 m/s.", "PAR212", ERROR, "60 km/jam", "60 m/s"),
    ("Nilai p < 0,05.", "The p > 0.05.", "PAR213", ERROR, "0,05", "0.05"),
    ("Lebih dari 30 orang.", "Fewer than 30 people.", "PAR213", ERROR, "30", "30"),
    ("Koefisien −0,215.", "A coefficient of 0.215.", "PAR213", WARNING, "0,215", "0.215"),
    (
        "Putusan 46/PUU-VIII/2010.",
        "Decision 48/PUU-VIII/2010.",
        "PAR202",
        ERROR,
        "46/PUU-VIII/2010",
        "48/PUU-VIII/2010",
    ),
]


@pytest.mark.parametrize(("indonesian", "english", "code", "expected", "ours", "theirs"), UNLIKE)
def test_each_fault_has_one_code_and_both_places(
    indonesian: str, english: str, code: str, expected: Severity, ours: str | None, theirs: str | None
) -> None:
    texts = {"id": indonesian, "en": english}
    (found,) = compare_texts(texts)
    assert reported(found) == (code, expected)
    marked = {tag: texts[tag][start:end] for tag, (start, end) in found.extents.items()}
    assert marked == {"id": indonesian if ours is None else ours, "en": english if theirs is None else theirs}


def test_the_order_of_the_languages_does_not_matter() -> None:
    for indonesian, english, code, expected, *_ in UNLIKE:
        (found,) = compare_texts({"en": english, "id": indonesian})
        assert reported(found) == (code, expected), english


def test_a_value_that_stands_elsewhere_in_the_other_text_is_a_warning() -> None:
    ours, theirs = read("Sebanyak 120 siswa.", "id"), read("The students.", "en")
    spans = (0, 19), (40, 53)
    apart = QuantityContext(("id", "en"), spans, background({"id": ours, "en": read("A total of 120.", "en")}))
    (found,) = compare(ours, theirs, apart)
    assert (severity(found), found.extents["en"]) == (WARNING, (40, 53))
    (found,) = compare(ours, theirs, QuantityContext(("id", "en"), spans))
    assert severity(found) == ERROR


def test_a_value_that_is_said_as_often_in_both_texts_has_moved() -> None:
    ours, theirs = read("Ada 12 siswa. Ada 15 guru.", "id"), read("There are 15 teachers. There are 12 students.", "en")
    spans = (0, 13), (0, 22)
    moved = QuantityContext(("id", "en"), spans, background({"id": ours, "en": theirs}))
    (found,) = compare(ours[:1], theirs[:1], moved)
    assert reported(found) == ("PAR202", WARNING)
    changed = QuantityContext(("id", "en"), spans, background({"id": ours, "en": theirs[:1]}))
    (found,) = compare(ours[:1], theirs[:1], changed)
    assert reported(found) == ("PAR202", ERROR)


FORMS = [
    ("Akurasi 92.5% tercapai.", "id", "PAR203", "92.5%"),
    ("Galatnya 0.082 saja.", "id", "PAR203", "0.082"),
    ("Anggaran Rp2.5 miliar.", "id", "PAR203", "Rp2.5 miliar"),
    ("Dengan rerata 27.35 dan lainnya.", "id", "PAR203", "27.35"),
    ("An accuracy of 92,5% was reached.", "en", "PAR204", "92,5%"),
    ("A rate of 0,05 is used.", "en", "PAR204", "0,05"),
    ("Nilainya di atas F tabel 2.87.", "id", "PAR203", "2.87"),
    ("Kotanya berpenduduk 2.9 juta jiwa.", "id", "PAR203", "2.9 juta"),
    ("Sebanyak 1,250,000 orang.", "id", "PAR205", "1,250,000"),
    ("As many as 1.250.000 people.", "en", "PAR205", "1.250.000"),
    ("Pada 17 August 2023.", "id", "PAR210", "17 August 2023"),
    ("In Mei 2023 it rained.", "en", "PAR210", "Mei 2023"),
]


@pytest.mark.parametrize(("text", "tag", "code", "marked"), FORMS)
def test_numbers_and_months_of_another_language(text: str, tag: str, code: str, marked: str) -> None:
    (found,) = forms(text, tag, read(text, tag))
    start, end = found.extents[tag]
    assert (*reported(found), text[start:end]) == (code, WARNING, marked)


WELL_FORMED = [
    ("Versi 2.0, Python 3.9, Industri 4.0, Tabel 4.2, subbab 3.1, pukul 08.30, 6.000 orang, 2.0.1, 17.08.2023.", "id"),
    ("IEEE 802.11, SPSS 25.0, titik -6.914744 dan 107.609810.", "id"),
    ("Sebanyak 12.345 orang pada April 2023; rasio 1:2.5 dan 1.250,75.", "id"),
    ("Items [1,2], 1,250 people, 12.5%, April 2023, Figure 3.1, and 1,2,3.", "en"),
]


@pytest.mark.parametrize(("text", "tag"), WELL_FORMED)
def test_what_only_looks_like_a_wrong_sign(text: str, tag: str) -> None:
    assert forms(text, tag, read(text, tag)) == ()


def test_a_text_that_writes_decimal_points_means_them_before_three_digits_too() -> None:
    indonesian = "Sudutnya 27.011° selama 13.3 detik dan 7.9 detik dari 6.000 data."
    marked = [indonesian[slice(*each.extents["id"])] for each in forms(indonesian, "id", read(indonesian, "id"))]
    assert marked == ["27.011°", "13.3 detik", "7.9 detik"]
    english = "The angle is 27,011° for 13.3 seconds and 7.9 seconds from 6,000 records."
    (found,) = compare_texts({"id": indonesian, "en": english})
    assert reported(found) == ("PAR205", ERROR)
    counted = {"id": indonesian.replace("27.011°", "27.011 kata"), "en": english.replace("27,011°", "27,011 words")}
    (found,) = compare_texts(counted)
    assert reported(found) == ("PAR205", WARNING)


WORDS = [word for row in UNLIKE for text in row[:2] for word in text.split()]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS)).map(" ".join), st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_two_texts_are_compared(indonesian: str, english: str) -> None:
    for found in compare_texts({"id": indonesian, "en": english}):
        assert set(found.extents) == {"id", "en"}


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join), st.sampled_from(["id", "en"]))
def test_a_text_does_not_differ_from_itself(text: str, tag: str) -> None:
    quantities = read(text, tag)
    assert compare(quantities, quantities, QuantityContext((tag, tag), ((0, len(text)), (0, len(text))))) == ()


@pytest.mark.parametrize(
    ("english", "missing"),
    [
        ("The model {} was trained on many machines.", False),  # the number stands there in code
        ("The model was trained on many machines. The farmers use {}.", True),  # in another sentence
    ],
)
def test_a_number_that_the_other_side_has_in_code_of_the_same_sentence_is_there(english: str, missing: bool) -> None:
    ours = "Model llama 33 dilatih pada banyak mesin."
    ours += " Petani memakai alat itu." if missing else ""
    sides = with_marks("id", ours, []), with_marks("en", english, [Mark("code", "llama-33")])
    kinds = [kind for kind, *_ in found_in(*sides)]
    assert (Kind.QUANTITY_MISSING in kinds) == missing
