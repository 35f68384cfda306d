"""The data files of languages: what is wrong with one is said with its key, and all of the package are right."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
import yaml

from thesis_build.languages import data_files, known, language
from thesis_build.languages.data_faults import Fault, faults, files_of, kind_of
from thesis_build.languages.maths.speech import spoken
from thesis_build.languages.months import month_numbers
from thesis_build.languages.quantities.vocabulary import vocabulary
from thesis_build.languages.word_lists import words
from thesis_build.writers.html_maths import tidy_maths

FOLDER = resources.files("thesis_build.languages")
NAMES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".yaml"))


def loaded(name: str) -> Any:
    return yaml.safe_load(FOLDER.joinpath(name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*NAMES, "lexicon/tables.yaml"])
def test_every_file_of_the_package_is_right_with_either_parser(name: str) -> None:
    data = loaded(name)
    assert data == data_files.load(name)
    assert not list(faults(name.rpartition("/")[2], data))


def test_every_language_of_the_package_has_all_its_files() -> None:
    shared = {"quantities.yaml", "closed-sets.yaml"}
    assert {name for tag in known() for name in files_of(tag)} | shared == set(NAMES)
    assert all(kind_of(name) for name in NAMES)
    assert not kind_of("words-english.yaml")


WITHOUT = object()


def changed(name: str, path: str, value: Any) -> Any:
    data = loaded(name)
    *above, last = path.split(".")
    inner = data
    for part in above:
        inner = inner[int(part) if isinstance(inner, list) else part]
    if value is WITHOUT:
        del inner[last]
    else:
        inner[int(last) if isinstance(inner, list) else last] = value
    return data


@pytest.mark.parametrize(
    ("name", "path", "value", "kind"),
    [
        ("en.yaml", "dates.months", WITHOUT, "missing"),
        ("en.yaml", "numbers.decimal", ";", "wrong"),
        ("en.yaml", "numbers.percent", "{n}%", "wrong"),
        ("en.yaml", "tag", "de", "wrong"),
        ("en.yaml", "dates.months", ["January"], "wrong"),
        ("en.yaml", "colour", "red", "unknown"),
        ("en.yaml", "locators.page.print", 3, "wrong"),
        ("id.yaml", "csl-terms.0.text", "<b>ed.</b>", "wrong"),
        ("en.yaml", "edition", "{number.__class__}", "wrong"),
        ("labels-en.yaml", "by", WITHOUT, "missing"),
        ("labels-en.yaml", "byline", "by", "unknown"),
        ("words-en.yaml", "negation.words", WITHOUT, "missing"),
        ("words-en.yaml", "negation.words", "not", "wrong"),
        ("words-en.yaml", "function.3", True, "wrong"),
        ("words-en.yaml", "endings.0.0", "(ies", "wrong"),
        ("words-en.yaml", "stemmer.name", "klingon", "wrong"),
        ("words-id.yaml", "stemmer.roots", "../../secret.tsv", "wrong"),
        ("quantities-en.yaml", "cardinals.two", "2", "wrong"),
        ("quantities-en.yaml", "fractions.half", "1/0", "wrong"),
        ("maths-en.yaml", "forms.index", WITHOUT, "missing"),
        ("maths-en.yaml", "forms.index", "{0} sub {2}", "wrong"),
        ("maths-en.yaml", "forms.index", "{0", "wrong"),
        ("maths-en.yaml", "greek", "alpha", "wrong"),
    ],
)
def test_a_missing_or_mistyped_part_is_one_fault_with_its_key(name: str, path: str, value: Any, kind: str) -> None:
    found = list(faults(name, changed(name, path, value)))
    assert [(each.kind, each.path) for each in found] == [(kind, path)]
    assert all(each.wanted is None or set(each.wanted) == {"en", "id"} for each in found)


def test_every_missing_key_is_named_once() -> None:
    data = loaded("en.yaml")
    del data["dates"], data["locators"]["page"], data["locators"]["line"]
    assert [each.path for each in faults("en.yaml", data)] == ["dates", "locators.page", "locators.line"]


@pytest.mark.parametrize("data", [None, [], "text", 3])
@pytest.mark.parametrize("name", ["en.yaml", "words-en.yaml", "labels-en.yaml", "maths-en.yaml", "tables.yaml"])
def test_a_file_of_another_shape_is_one_fault(name: str, data: Any) -> None:
    assert [(each.kind, each.path) for each in faults(name, data)] == [("wrong", "")]


def test_words_are_not_demanded_of_a_language_that_has_none() -> None:
    data = loaded("words-id.yaml")
    for optional in ("stemmer", "poles", "spelling", "endings", "joined", "number-prefixes", "number-endings"):
        del data[optional]
    assert not list(faults("words-id.yaml", data))


@pytest.fixture
def _package_only() -> Iterator[None]:
    yield
    data_files.use({})


@pytest.mark.usefixtures("_package_only")
def test_what_a_project_brings_is_forgotten_with_the_project() -> None:
    brought = {name.replace("id", "xx"): loaded(name) for name in files_of("id")}
    brought["xx.yaml"] |= {"name": "Sample", "aliases": ["samplish"]}
    data_files.use(brought)
    assert known() == ("en", "id", "xx")
    assert language("xx").name == "Sample"
    data_files.use({**brought, "xx.yaml": brought["xx.yaml"] | {"name": "Another"}})
    assert language("xx").name == "Another"
    data_files.use({})
    assert known() == ("en", "id")
    with pytest.raises(KeyError):
        language("xx")


@pytest.mark.usefixtures("_package_only")
def test_all_works_without_the_parser_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = [(language(tag), words(tag), vocabulary(tag), spoken("x^2", tag)) for tag in known()]
    monkeypatch.delattr(yaml, "CSafeLoader")
    data_files.use({"none.tsv": ""})  # what was remembered is forgotten
    without = [(language(tag), words(tag), vocabulary(tag), spoken("x^2", tag)) for tag in known()]
    assert without == with_it
    assert all(one[0] is not other[0] for one, other in zip(with_it, without, strict=True))


def test_months_are_known_in_every_language() -> None:
    numbers = month_numbers()
    for names, number in {
        "january jan januari": 1,
        "august aug agustus agust agu agt ags": 8,
        "nopember nop": 11,
    }.items():
        assert {numbers[name] for name in names.split()} == {number}
    assert "monday" not in numbers


def test_maths_keep_a_decimal_comma_in_languages_that_have_one() -> None:
    comma = "<math><mn>0</mn><mo>,</mo><mn>2</mn></math>"
    assert tidy_maths(comma, "id") == "<math><mn>0,2</mn></math>"
    assert tidy_maths(comma, "en") == comma


def test_a_fault_says_what_is_wanted() -> None:
    (fault,) = faults("en.yaml", changed("en.yaml", "numbers.decimal", ";"))
    assert fault == Fault("wrong", "numbers.decimal", {"en": '"," or "."', "id": '"," atau "."'})
