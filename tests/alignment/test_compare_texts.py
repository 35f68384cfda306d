"""Two texts that say the same are left alone; each kind of fault is told once, at its place, under its code."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.reported import reported
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.text.passages import from_text, joined
from thesis_build.model import Glossary, Severity, Span, Term

INDONESIAN = [
    "Penelitian ini membahas pengelolaan sampah rumah tangga di Kota Surabaya.",
    "Data dikumpulkan melalui wawancara dengan 24 warga dan pengamatan lapangan pada 2021 [@wibowo2019, hlm. 12].",
    "Hasil penelitian menunjukkan bahwa bank sampah menurunkan timbunan sampah sebesar 18 persen.",
    "Namun, petugas kebersihan tidak menerima pelatihan dari pemerintah daerah.",
    "Program TPS3R dan program Adipura dibiayai oleh anggaran kecamatan.",
    "Penelitian ini menyarankan agar jadwal pengangkutan diumumkan kepada masyarakat setiap minggu.",
]
ENGLISH = [
    "This study discusses the management of household waste in Surabaya City.",
    "Data were collected through interviews with 24 residents and field observation in 2021 [@wibowo2019, p. 12].",
    "The results show that waste banks reduced the accumulation of waste by 18 percent.",
    "However, the cleaning staff did not receive training from the local government.",
    "The TPS3R programme and the Adipura programme are financed by the budget of the district.",
    "This study recommends that the transport schedule be announced to the community every week.",
]
KEYWORDS = {"id": ["bank sampah", "Surabaya"], "en": ["waste bank", "Surabaya"]}


def differences(indonesian: list[str], english: list[str], glossary: Glossary | None = None) -> tuple[Difference, ...]:
    sides = from_text(" ".join(indonesian), "id"), from_text(" ".join(english), "en")
    return compare(*sides, context(*sides, glossary, KEYWORDS))


def codes(found: tuple[Difference, ...]) -> list[tuple[str, Severity]]:
    return [reported(each) for each in found if not each.evidence.slight]


def shown(found: Difference, sentences: Mapping[str, list[str]]) -> dict[str, str]:
    texts = {tag: joined(from_text(" ".join(lines), tag)).text for tag, lines in sentences.items()}
    return {tag: texts[tag][start:end] for tag, (start, end) in found.extents.items()}


def test_texts_that_say_the_same_are_left_alone() -> None:
    assert differences(INDONESIAN, ENGLISH) == ()


def test_the_order_of_the_languages_does_not_matter() -> None:
    sides = from_text(" ".join(INDONESIAN), "id"), from_text(" ".join([*ENGLISH[:2], *ENGLISH[3:]]), "en")
    whole = context(*sides)
    assert compare(*sides, whole) == compare(*reversed(sides), whole) != ()


def replaced(sentences: list[str], old: str, new: str) -> list[str]:
    text = "\n".join(sentences)
    assert text.count(old) == 1
    return text.replace(old, new).split("\n")


ERROR, WARNING = Severity.ERROR, Severity.WARNING
FAULTS = {
    "a sentence left out": (INDONESIAN, [*ENGLISH[:2], *ENGLISH[3:]], "PAR120", ERROR),
    "a sentence added": ([*INDONESIAN[:4], *INDONESIAN[5:]], ENGLISH, "PAR120", ERROR),
    "a sentence twice": (INDONESIAN, [*ENGLISH[:3], ENGLISH[2], *ENGLISH[3:]], "PAR121", ERROR),
    "two sentences exchanged": (INDONESIAN, [*ENGLISH[:2], ENGLISH[3], ENGLISH[2], *ENGLISH[4:]], "PAR122", ERROR),
    "the end cut off": (INDONESIAN, [*ENGLISH[:5], "This study recommends that the"], "PAR123", ERROR),
    "a sentence not translated": ([*INDONESIAN[:3], ENGLISH[3], *INDONESIAN[4:]], ENGLISH, "PAR403", ERROR),
    "nothing translated": (INDONESIAN, INDONESIAN, "PAR402", ERROR),
    "a citation left out": (INDONESIAN, replaced(ENGLISH, " [@wibowo2019, p. 12]", ""), "PAR101", ERROR),
    "another page": (INDONESIAN, replaced(ENGLISH, "p. 12", "p. 21"), "PAR102", ERROR),
    "another number": (INDONESIAN, replaced(ENGLISH, "18 percent", "13 percent"), "PAR202", ERROR),
    "another year": (replaced(INDONESIAN, "2021", "2012"), ENGLISH, "PAR202", ERROR),
    "another code": (INDONESIAN, replaced(ENGLISH, "TPS3R", "TPS4R"), "PAR307", ERROR),
    "a negation left out": (INDONESIAN, replaced(ENGLISH, "did not receive", "did receive"), "PAR308", WARNING),
    "a name for another": (
        INDONESIAN,
        replaced(ENGLISH, "the Adipura programme", "the Surabaya programme"),
        "PAR310",
        ERROR,
    ),
    "a clause added": (
        INDONESIAN,
        replaced(
            ENGLISH, "Surabaya City.", "Surabaya City, whose river port welcomes thousands of cargo vessels daily."
        ),
        "PAR125",
        WARNING,
    ),
}


@pytest.mark.parametrize(("indonesian", "english", "code", "severity"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_once(indonesian: list[str], english: list[str], code: str, severity: Severity) -> None:
    found = differences(indonesian, english)
    if code in ("PAR202", "PAR307", "PAR310"):
        assert (code, severity) in codes(found)
        assert len(set(codes(found))) == 1
    else:
        assert codes(found) == [(code, severity)]


def test_a_missing_sentence_is_shown_where_it_stands_and_where_it_should_stand() -> None:
    english = [*ENGLISH[:2], *ENGLISH[3:]]
    (found,) = differences(INDONESIAN, english)
    places = shown(found, {"id": INDONESIAN, "en": english})
    assert places["id"] == INDONESIAN[2]
    assert places["en"].startswith("Data were collected")
    assert found.language == "en"


def test_a_full_stop_alone_is_no_cut() -> None:
    found = differences([*INDONESIAN[:5], INDONESIAN[5].rstrip(".")], ENGLISH)
    assert [reported(each) for each in found] == [("PAR123", Severity.INFO)]


def test_one_sentence_may_become_two() -> None:
    english = replaced(
        ENGLISH, "residents and field observation", "residents. Further data come from field observation"
    )
    assert codes(differences(INDONESIAN, english)) == []


def test_citations_may_stand_in_another_sentence() -> None:
    english = replaced(ENGLISH, " [@wibowo2019, p. 12].", ".")
    english[2] = english[2].replace("18 percent.", "18 percent [@wibowo2019, p. 12].")
    assert codes(differences(INDONESIAN, english)) == []


# ── terms ───────────────────────────────────────────────────────────────────────────────────────


def term(indonesian: str, english: str, variants: tuple[str, ...] = (), forbidden: tuple[str, ...] = ()) -> Term:
    return Term(
        indonesian,
        {"id": indonesian, "en": english},
        {"id": (), "en": variants},
        {"id": (), "en": forbidden},
        {"id": "", "en": ""},
        "",
        Span("paper/glossary.yaml"),
    )


def test_an_agreed_term_is_expected() -> None:
    glossary = Glossary((term("timbunan sampah", "waste heap"),))
    assert codes(differences(INDONESIAN, ENGLISH, glossary)) == []  # "accumulation of waste" says it in other words
    glossary = Glossary((term("petugas kebersihan", "sanitation workers"),))
    english = replaced(ENGLISH, "the cleaning staff did", "the dustmen did")
    assert codes(differences(INDONESIAN, english, glossary)) == [("PAR301", Severity.WARNING)]


def test_a_variant_counts_as_the_term_and_plurals_too() -> None:
    glossary = Glossary((term("petugas kebersihan", "sanitation worker", variants=("cleaner",)),))
    english = replaced(ENGLISH, "the cleaning staff did", "the cleaners did")
    assert codes(differences(INDONESIAN, english, glossary)) == []


def test_a_forbidden_wording_is_told() -> None:
    glossary = Glossary((term("bank sampah", "waste bank", forbidden=("garbage bank",)),))
    english = replaced(ENGLISH, "waste banks", "garbage bank schemes")
    assert ("PAR302", Severity.WARNING) in codes(differences(INDONESIAN, english, glossary))
