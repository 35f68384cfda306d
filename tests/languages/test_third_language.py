"""A language that only a project brings: Malay, added to a thesis in Malay and English by the files in one folder."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import ONE_PAGE, ROOT, Ran, Run
from thesis_build.errors import SettingsError
from thesis_build.languages import data_files, known, language
from thesis_build.languages.lexicon import lexicon
from thesis_build.languages.maths.speech import spoken
from thesis_build.languages.stems import parts, stem
from thesis_build.linter.run import Selection, check
from thesis_build.model import Project
from thesis_build.readers.language_files import FOLDER, read_language_files, use_languages
from thesis_build.readers.project import read_project
from thesis_build.resolve import resolve
from thesis_build.tools.pandoc import Pandoc
from thesis_build.tools.project_files import DiskFiles

MALAY = ROOT / "tests" / "projects" / "malay-english"
TODAY = date(2024, 8, 31)


@pytest.fixture
def thesis(tmp_path: Path) -> Path:
    """The thesis in Malay and English, to be spoilt."""
    return Path(shutil.copytree(MALAY, tmp_path / "malay", ignore=shutil.ignore_patterns(".thesis-build")))


def change(thesis: Path, name: str, old: str, new: str) -> None:
    path = thesis / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def codes(ran: Ran) -> set[str]:
    return {each["code"] for each in json.loads(ran.out) if each["severity"] != "info"}


def test_the_thesis_has_no_finding_and_both_editions(thesis: Path, run: Run) -> None:
    ran = run("check", thesis, "--format", "json")
    assert (ran.status, json.loads(ran.out)) == (0, [])
    ran = run("build", thesis, "--output", thesis / "out")
    assert ran.status == 0, ran.said
    page = (thesis / "out" / "thesis.html").read_text(encoding="utf-8")
    for printed in ("Jadual 2.1", "Rajah 2.1", "Bab\u00a02", "Senarai Rujukan", "31\u00a0Ogos 2024", "Kata kunci"):
        assert printed in page
    text = " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "(Lim dkk., 2020)" in text
    assert "Dicapai 3 Ogos 2020, daripada" in text
    with pikepdf.open(thesis / "out" / "thesis-ms.pdf") as pdf:
        assert str(pdf.Root.Lang).startswith("ms")


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("paper/en/02-method.md", "Five schools support the program. ", "", "PAR120"),
        ("paper/ms/02-method.md", " Lima sekolah menyokong program itu.", "", "PAR120"),
        ("paper/en/02-method.md", "RM 2.4 million", "RM 2.7 million", "PAR202"),
        ("paper/ms/01-introduction.md", "120,000", "130,000", "PAR202"),
        ("paper/ms/01-introduction.md", "38.5 km", "38,5 km", "PAR204"),
        ("paper/ms/02-method.md", "RM2.4\njuta", "RM2,4\njuta", "PAR204"),
        ("paper/ms/01-introduction.md", "120,000", "120.000", "PAR205"),
        ("paper/ms/01-introduction.md", "5 Ogos 2018", "6 Ogos 2018", "PAR209"),
        ("paper/ms/02-method.md", "14 Mac 2020", "14 March 2020", "PAR210"),
        (
            "paper/ms/02-method.md",
            "Kerajaan tempatan mencadangkan pemantauan yang lebih kuat.",
            "The local government recommends stronger monitoring.",
            "PAR403",
        ),
        ("paper/ms/01-introduction.md", "Kajian itu tidak mengukur", "Kajian itu mengukur", "PAR308"),
        ("paper/ms/01-introduction.md", "@lim2020]", "@lim2020, table 2]", "PAR102"),
        ("paper/ms/01-introduction.md", "@hassan2018, hlm. 12;", "@hassan2018, hlm. 13;", "PAR102"),
        ("paper/ms/02-method.md", "Rekod setiap tahun", "Lim et al. dan rekod setiap tahun", "PAR406"),
    ],
)
def test_every_defect_is_found_and_nothing_else(
    thesis: Path, run: Run, name: str, old: str, new: str, code: str
) -> None:
    change(thesis, name, old, new)
    assert codes(run("check", thesis, "--format", "json")) == {code}


# ── what a project brings stays with it ─────────────────────────────────────────────────────────


def read(root: Path) -> Project:
    with Pandoc(1) as pandoc:
        return read_project(DiskFiles(root), pandoc)


def test_two_projects_in_one_process_have_each_its_own_languages(thesis: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(MALAY, tmp_path / "other", ignore=shutil.ignore_patterns(".thesis-build")))
    change(other, f"{FOLDER}/labels-ms.yaml", "Senarai Rujukan", "Bibliografi")
    change(other, f"{FOLDER}/ms.yaml", "one: Jadual, many: Jadual", "one: Tabel, many: Tabel")
    malay, changed, indonesian = read(thesis), read(other), read(ONE_PAGE)
    assert known() == ("en", "id")
    for project, label, table in ((malay, "Senarai Rujukan", "Jadual"), (changed, "Bibliografi", "Tabel")):
        assert check(project, Selection(TODAY)).findings == ()
        with Pandoc(1) as pandoc:
            printed = json.dumps(resolve(project, pandoc)["ms"].chapters[2].blocks)
        assert language("ms").labels["bibliography"] == label
        assert f'"{table}' in printed
    check(indonesian, Selection(TODAY))
    with pytest.raises(KeyError):
        language("ms")


def test_differences_that_were_kept_are_not_those_of_other_words(thesis: Path, run: Run) -> None:
    assert codes(run("check", thesis, "--format", "json")) == set()
    change(thesis, f"{FOLDER}/quantities-ms.yaml", "lima: 5", "lima: 6")
    assert codes(run("check", thesis, "--format", "json")) == {"PAR202"}


def test_words_and_stems_and_maths_come_from_the_project() -> None:
    use_languages(DiskFiles(MALAY))
    assert stem("membandingkan", "ms") == stem("perbandingan", "ms") == "banding"
    assert lexicon("ms", "en").links(0, stem("river", "en"), stem("sungai", "ms")) == 1
    assert spoken(r"\sqrt{x^2}", "ms") == "punca kuasa dua x kuasa dua"
    use_languages(None)


def test_a_language_may_have_no_stemmer_and_no_table(thesis: Path, run: Run) -> None:
    words = (thesis / FOLDER / "words-ms.yaml").read_text(encoding="utf-8")
    bare = re.sub(r"stemmer:\n(?:  .*\n)+", "", words)
    assert bare != words
    (thesis / FOLDER / "words-ms.yaml").write_text(bare, encoding="utf-8")
    for name in ("tables.yaml", "en-ms.tsv", "roots-ms.tsv"):
        (thesis / FOLDER / name).unlink()
    use_languages(DiskFiles(thesis))
    assert stem("Membandingkan", "ms") == "membandingkan"
    assert parts("isi-rumah", "ms") == ("isi", "rumah")
    assert lexicon("ms", "en").tables == ()
    assert run("build", thesis, "--output", thesis / "out", "--draft").status in (0, 1)
    assert (thesis / "out" / "thesis-ms.pdf").is_file()
    use_languages(None)


# ── mistakes in the files ───────────────────────────────────────────────────────────────────────


def mistakes(root: Path) -> list[tuple[str, int, str]]:
    with pytest.raises(SettingsError) as caught:
        read_language_files(DiskFiles(root))
    assert all(set(each.message) == set(each.hint) == {"en", "id"} for each in caught.value.findings)
    return [
        (each.span.path.removeprefix(f"{FOLDER}/"), each.span.line, each.message["en"])
        for each in caught.value.findings
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "said"),
    [
        ("ms.yaml", '  decimal: "."\n', "", 7, "the key “numbers.decimal” is missing"),
        ("ms.yaml", "Ogos, ", "", 16, "“dates.months” must be a list of twelve months"),
        ("ms.yaml", "tag: ms", "tag: my", 2, "“tag” must be “ms”"),
        ("ms.yaml", "locale: ", "script: Latn\nlocale: ", 3, "unknown key “script”"),
        ("ms.yaml", "edition: ", "edition: [", 65, "what begins with “[” lacks a comma or its “]”"),
        ("labels-ms.yaml", "by: oleh\n", "", 2, "the key “by” is missing"),
        ("words-ms.yaml", "joining: [dan, serta]", "joining: dan", 74, "“joining” must be a list of one text or more"),
        ("words-ms.yaml", "(nya|lah", "(nya|(lah", 18, "“endings.0.0” must be a regular expression of Python"),
        ("words-ms.yaml", "roots: roots-ms.tsv", "roots: roots-my.tsv", 37, "there is no table roots-my.tsv"),
        ("quantities-ms.yaml", "lima: 5", "lima: five", 4, "“cardinals.lima” must be a whole number"),
        ("maths-ms.yaml", "  end-root: tamat punca\n", "", 218, "the key “forms.end-root” is missing"),
        ("tables.yaml", "en-ms:", "en-my:", 2, "“en-my” must be en, id, ms"),
        ("tables.yaml", "en-ms.tsv", "../../../en-ms.tsv", 2, "there is no table ../../../en-ms.tsv"),
        ("en-ms.tsv", "water\tair\n", "water air\n", 2, "this line is not two words with a tab between them"),
        ("roots-ms.tsv", "sungai\t998\n", "sungai\tmany\n", 2, "this line is not a root, a tab and a whole number"),
    ],
)
def test_a_mistake_is_said_with_its_file_key_and_line(
    thesis: Path, name: str, old: str, new: str, line: int, said: str
) -> None:
    change(thesis, f"{FOLDER}/{name}", old, new)
    assert mistakes(thesis) == [(name, line, said)]


@pytest.mark.parametrize("name", ["ms", "words-ms", "labels-ms", "quantities-ms", "maths-ms"])
def test_every_file_of_a_language_is_needed(thesis: Path, name: str) -> None:
    (thesis / FOLDER / f"{name}.yaml").unlink()
    assert mistakes(thesis) == [(f"{name}.yaml", 1, f"the language “ms” has no file {name}.yaml")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("words-id.yaml", "function: [ada]", "words-id.yaml belongs to the package"),
        ("quantities.yaml", "units: {}", "no language has a file quantities.yaml"),
        ("sounds-ms.yaml", "a: b", "no language has a file sounds-ms.yaml"),
        ("ms-en.tsv", "air\twater\n", "no file names this table"),
        ("large.tsv", "a" * 1_000_001, "this file is too large"),
    ],
)
def test_a_file_that_does_not_belong_there_is_refused(thesis: Path, name: str, content: str, said: str) -> None:
    (thesis / FOLDER / name).write_text(content, encoding="utf-8")
    assert mistakes(thesis) == [(name, 1, said)]


def test_a_file_outside_the_project_is_not_read(thesis: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("token: 1", encoding="utf-8")
    (thesis / FOLDER / "words-jv.yaml").symlink_to(tmp_path / "secret.yaml")
    assert mistakes(thesis) == [("words-jv.yaml", 1, "this file is outside the project")]


def test_bytes_that_are_no_text_are_reported(thesis: Path) -> None:
    (thesis / FOLDER / "labels-ms.yaml").write_bytes(b"contents: Isi\nby: \xff\n")
    assert mistakes(thesis) == [("labels-ms.yaml", 2, "this file cannot be read as UTF-8")]


def test_the_command_line_says_the_mistakes(thesis: Path, run: Run) -> None:
    change(thesis, f"{FOLDER}/words-ms.yaml", "joining:", "joinings:")
    ran = run("check", thesis)
    assert ran.status == 2
    assert "paper/languages/words-ms.yaml:74:1" in ran.said
    assert "unknown key “joinings”" in ran.said and "the key “joining” is missing" in ran.said
    data_files.use({})


def test_a_project_without_the_folder_brings_nothing() -> None:
    assert read_language_files(DiskFiles(ONE_PAGE)) == {}
