"""The abstracts: those of this thesis say the same, and the drift of the published pair is found, each by its rule."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

PUBLISHED = ROOT / "tests" / "projects" / "published-abstract"
OURS = [ROOT / f"paper/{tag}/00-abstract.md" for tag in ("id", "en")]

KEYWORDS = {
    "id": "Kata kunci: kerja sama, sister city, smart city, e-government, Kota Bandung, dan Kota Seoul",
    "en": "Keywords: cooperation, sister city, smart city, e-government, Bandung City and Seoul City",
}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A copy of the thesis with the drift of the published abstracts."""
    return Path(shutil.copytree(PUBLISHED, tmp_path / "published"))


def found(run: Run, *options: str | Path) -> list[dict[str, str]]:
    ran = run("parity", *options, "--format", "json")
    return list(json.loads(ran.out))


def of(findings: list[dict[str, str]], code: str, path: str) -> str:
    """What one rule says of a file, as one text."""
    return "\n".join(each["message"] for each in findings if each["code"] == code and each["path"].endswith(path))


def test_the_abstracts_of_this_thesis_say_the_same(run: Run) -> None:
    assert [each for each in found(run, *OURS) if each["severity"] != "info"] == []
    inside = [each for each in found(run, ROOT) if each["path"].endswith("00-abstract.md")]
    assert [each for each in inside if each["severity"] != "info"] == []


def test_another_field_is_found_as_another_term(run: Run, published: Path) -> None:
    said = of(found(run, published), "PAR310", "en/00-abstract.md")
    assert "“smart city” here is “e-government” in the other language" in said


def test_relations_of_cities_that_became_those_of_parties_are_found(run: Run, published: Path) -> None:
    assert "“kedua kota” is not rendered here" in of(found(run, published), "PAR301", "en/00-abstract.md")


def test_a_city_that_became_its_government_is_found_in_the_title(run: Run, published: Path) -> None:
    said = of(found(run, published), "PAR310", "thesis.yaml")
    assert "“Seoul Metropolitan Government” is not rendered here" in said
    assert "“Pemerintah Metropolitan Seoul”" in said


def test_two_names_of_the_work_are_found(run: Run, published: Path) -> None:
    said = of(found(run, published), "PAR303", "en/00-abstract.md")
    assert "“this research” and “this study”" in said
    assert "“penelitian ini”" in said


def test_a_list_of_keywords_that_ends_in_and_has_six_of_them(run: Run, tmp_path: Path) -> None:
    paths = []
    for tag, line in KEYWORDS.items():
        text = (PUBLISHED / f"paper/{tag}/00-abstract.md").read_text(encoding="utf-8")
        paths.append(tmp_path / f"{tag}.md")
        paths[-1].write_text(f"{text}\n{line}\n", encoding="utf-8")
    codes = {each["code"] for each in found(run, *paths)}
    assert not codes & {"PAR701", "PAR703"}
    assert "PAR310" in codes  # the pair is read, and its drift found
    short = paths[1].read_text(encoding="utf-8").replace(", e-government, Bandung City and", ", Bandung City and")
    paths[1].write_text(short, encoding="utf-8")
    said = of(found(run, *paths), "PAR701", "en.md")
    assert "5 keywords" in said and "6 in" in said
