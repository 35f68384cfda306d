"""Numbers, dates and words of each language."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from thesis_build.languages import known, language, standard_tag
from thesis_build.languages.numerals import numeral

FORMS = [
    ("number", ("0.6612",), "0,6612", "0.6612"),
    ("number", ("9911088",), "9.911.088", "9,911,088"),
    ("number", ("-1234.5", 2), "−1.234,50", "−1,234.50"),
    ("percent", ("12.5",), "12,5%", "12.5%"),
    ("money", ("7.1", "IDR", "trillion"), "Rp7,1\u00a0triliun", "Rp\u00a07.1\u00a0trillion"),
    ("money", ("1250000", "IDR"), "Rp1.250.000", "Rp\u00a01,250,000"),
    ("date", ("2015-05-20",), "20\u00a0Mei 2015", "20\u00a0May 2015"),
    ("date", ("2015-05",), "Mei\u00a02015", "May\u00a02015"),
    ("date", ("2015",), "2015", "2015"),
]


@pytest.mark.parametrize(("form", "arguments", "indonesian", "english"), FORMS)
def test_each_language_has_its_form(form: str, arguments: tuple[object, ...], indonesian: str, english: str) -> None:
    assert getattr(language("id"), form)(*arguments) == indonesian
    assert getattr(language("en"), form)(*arguments) == english


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ArithmeticError):
        language("id").number("abc")


def keys(value: object, path: str = "") -> set[str]:
    """The dotted keys of a mapping; words and lists are the language's own."""
    if not isinstance(value, dict):
        return {path}
    return {key for name, child in value.items() for key in keys(child, f"{path}.{name}" if path else name)}


@pytest.mark.parametrize("stem", ["labels-{}", "maths-{}"])
def test_all_languages_have_the_same_words(stem: str) -> None:
    folder = resources.files("thesis_build.languages")
    loaded = {tag: yaml.safe_load(folder.joinpath(f"{stem.format(tag)}.yaml").read_text()) for tag in known()}
    assert keys(loaded["id"]) == keys(loaded["en"])
    assert all(str(word).strip() for words in loaded.values() for word in words.values())


def test_the_language_files_say_the_same_things() -> None:
    optional = {"day-first", "further-months", "many", "numeral", "csl-terms"}
    found = [{key for key in keys(language(tag).words) if not optional & set(key.split("."))} for tag in known()]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("written", "tag"),
    [("indonesian", "id"), ("bahasa", "id"), ("id-ID", "id"), ("english", "en"), ("korean", "ko"), ("zz9", "zz9")],
)
def test_names_of_languages_become_tags(written: str, tag: str) -> None:
    assert standard_tag(written) == tag


def test_a_name_that_is_no_language_has_no_tag() -> None:
    assert standard_tag("klingonese") == ""


@pytest.mark.parametrize(
    ("value", "roman", "letter"),
    [(1, "I", "A"), (4, "IV", "D"), (9, "IX", "I"), (26, "XXVI", "Z"), (27, "XXVII", "AA")],
)
def test_numerals(value: int, roman: str, letter: str) -> None:
    assert numeral(value, "roman") == roman
    assert numeral(value, "letter") == letter
    assert numeral(value, "arabic") == str(value)
