"""What may translate what; the tables are those that their sources give."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from thesis_build import languages
from thesis_build.languages.lexicon import lexicon
from thesis_build.languages.stems import stem
from thesis_build.languages.word_lists import respelt, uninflected, words

FOLDER = Path(languages.__file__).parent / "lexicon"


def strength(english: str, indonesian: str) -> float:
    return lexicon("id", "en").links(0, stem(english, "en"), stem(indonesian, "id"))


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [("research", "penelitian"), ("society", "masyarakat"), ("law", "hukum"), ("UN", "PBB"), ("city", "perkotaan")],
)
def test_translations(english: str, indonesian: str) -> None:
    assert strength(english, indonesian) >= 0.9


@pytest.mark.parametrize(("english", "indonesian"), [("research", "kota"), ("law", "masyarakat"), ("qwxyz", "kota")])
def test_no_translations(english: str, indonesian: str) -> None:
    assert strength(english, indonesian) == 0.0


def test_the_order_of_the_languages_is_that_of_the_tables() -> None:
    assert lexicon("id", "en").languages == lexicon("en", "id").languages == ("en", "id")


def test_both_sides_know_their_words() -> None:
    table = lexicon("id", "en")
    assert table.knows(0, stem("law", "en")) and table.knows(1, stem("hukum", "id"))
    assert not table.knows(0, "qwxyz") and not table.knows(1, "qwxyz")


def test_languages_without_tables_have_an_empty_lexicon() -> None:
    table = lexicon("fr", "de")
    assert table.languages == ("fr", "de")
    assert table.partners("ville") == {}


def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", FOLDER / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tables_are_up_to_date() -> None:
    """Where this fails, run `python src/thesis_build/languages/lexicon/generate.py`."""
    script = generate()
    own = (FOLDER / "own-stems.tsv").read_text(encoding="utf-8")
    shared = (FOLDER / "share-alike" / "words.tsv").read_text(encoding="utf-8")
    assert script.stem_table(script.own_pairs()) == own
    assert script.stem_table(script.share_alike_pairs()) == shared


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [("photography", "fotografi"), ("classification", "klasifikasi"), ("activity", "aktivitas")],
)
def test_borrowed_words_are_spelt_alike(english: str, indonesian: str) -> None:
    assert respelt(english, "en") == respelt(indonesian, "id")


@pytest.mark.parametrize(
    ("word", "language", "bare"),
    [("cities", "en", "city"), ("ties", "en", "tie"), ("status", "en", "status"), ("kotanya", "id", "kota")],
)
def test_uninflected(word: str, language: str, bare: str) -> None:
    assert uninflected(word, language) == bare


def test_every_language_has_its_words() -> None:
    for tag in languages.known():
        assert words(tag).function and words(tag).negation.words
