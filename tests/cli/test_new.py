"""`thesis-build new`: a folder that builds at once, in every choice of languages, and that overwrites nothing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import Run

FILES = {
    "01-introduction.md",
    "02-theory.md",
    "03-method.md",
    "04-results.md",
    "05-conclusion.md",
}


def settings(folder: Path) -> dict[str, object]:
    read: dict[str, object] = yaml.safe_load((folder / "paper/thesis.yaml").read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize(
    ("asked", "languages", "abstracts", "editions"),
    [
        (["--language", "id"], ["id"], ["id", "en"], {"thesis-id.pdf", "thesis.html"}),
        (["--language", "en"], ["en"], ["en"], {"thesis-en.pdf", "thesis.html"}),
        (["--language", "id,en"], ["id", "en"], ["id", "en"], {"thesis-id.pdf", "thesis-en.pdf", "thesis.html"}),
        (["--language", "en", "--language", "id"], ["en", "id"], ["en", "id"], None),
        (["--language", "en", "--abstract", "id"], ["en"], ["en", "id"], None),
    ],
    ids=["id", "en", "both", "en first", "abstract of another language"],
)
@pytest.mark.parametrize("locale", ["id", "en"])
def test_it_has_no_finding_and_is_built_at_once(
    asked: list[str],
    languages: list[str],
    abstracts: list[str],
    editions: set[str] | None,
    locale: str,
    tmp_path: Path,
    run: Run,
) -> None:
    folder = tmp_path / "my thesis"
    assert run("new", folder, *asked, "--yes", "--locale", locale).out == f"{folder}\n"
    given = settings(folder)
    assert (given["languages"], given["abstracts"]) == (languages, abstracts)
    for tag in ("id", "en"):
        names = {path.name for path in (folder / "paper" / tag).glob("*")}
        assert names == (FILES if tag in languages else set()) | ({"00-abstract.md"} if tag in abstracts else set())
    checked = run("check", folder, "--select", "ALL", "--profile", "release", "--locale", "en")
    assert (checked.status, checked.said.strip()) == (0, "no findings")
    if editions:
        assert run("build", folder).status == 0
        assert {path.name for path in (folder / "build").iterdir()} == editions


def test_what_is_given_stands_in_the_settings(tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "new"
    titles = ("Pajak: “siapa” 'membayar'?", "Taxes: who #pays")
    given = ["--title", titles[0], "--title", titles[1], "--author", "Siti: R", "--institution", "Universitas [X]"]
    assert run("new", folder, "--language", "id", *given, "--yes").status == 0
    read = settings(folder)
    assert read["title"] == dict(zip(("id", "en"), titles, strict=True))
    assert (read["authors"], read["institution"]) == ([{"name": "Siti: R"}], {"id": "Universitas [X]"})


def test_what_is_not_given_is_asked_on_a_terminal(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    library = tmp_path / "own.bib"
    library.write_text("@misc{own2020,\n  title = {Own},\n}\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", Terminal(f"id\nJudul\n\nSiti\nUniversitas\n{library}\n"))
    folder = tmp_path / "asked"
    ran = run("new", folder, "--locale", "en")
    assert ran.status == 0, ran.said
    assert "Language of the text (id, en; both: id,en) [en] " in ran.out
    read = settings(folder)
    assert read["title"] == {"id": "Judul", "en": "Title of the Thesis"}
    assert (read["authors"], read["institution"]) == ([{"name": "Siti"}], {"id": "Universitas"})
    text = (folder / "references/library.bib").read_text(encoding="utf-8")
    assert text.startswith("@misc{own2020,") and "@book{yin2018case," in text


def test_a_library_that_has_the_works_of_the_sample_gets_them_once(tmp_path: Path, run: Run) -> None:
    library = tmp_path / "own.bib"
    own = "@book{yin2018case,\n  author = {Yin, Robert K.},\n  title = {Case Study},\n  year = {2018},\n}\n"
    library.write_text(own, encoding="utf-8")
    run("new", tmp_path / "x", "--language", "en", "--bibliography", library, "--yes")
    text = (tmp_path / "x/references/library.bib").read_text(encoding="utf-8")
    assert text.startswith(own.rstrip()) and text.count("yin2018case") == 1 and "creswell2018research" in text
    assert run("check", tmp_path / "x", "--select", "BIB002,CIT001").status == 0


def test_a_library_of_csl_items_stands_beside_that_of_the_sample(tmp_path: Path, run: Run) -> None:
    library = tmp_path / "refs.json"
    library.write_text('[{"id": "own", "type": "book", "title": "Own"}]', encoding="utf-8")
    run("new", tmp_path / "x", "--language", "en", "--bibliography", library, "--yes")
    assert settings(tmp_path / "x")["bibliography"] == ["references/refs.json", "references/library.bib"]
    assert (tmp_path / "x/references/refs.json").read_bytes() == library.read_bytes()
    assert run("check", tmp_path / "x", "--select", "BIB001,BIB002,CIT001").status == 0


def test_nothing_is_overwritten(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    for name, message in (("a", "is not empty"), ("b", "is a file")):
        ran = run("new", tmp_path / name, "--yes", "--locale", "en")
        assert ran.status == 2
        assert f"{tmp_path / name} {message}" in ran.err and "thesis-build new my-thesis" in ran.err
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["notes.txt"]


def test_an_empty_folder_with_git_can_be_begun(tmp_path: Path, run: Run) -> None:
    (tmp_path / ".git").mkdir()
    assert run("new", tmp_path, "--yes").status == 0


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ["--language", "fr"],
            "a new thesis cannot begin in the language “fr”",
            "choose one of: id (bahasa",
        ),
        (
            ["--bibliography", "gone.bib"],
            "cannot read gone.bib: No such file or directory",
            "give a .bib, .json or .yaml file",
        ),
    ],
)
def test_a_mistake_is_said_and_writes_nothing(
    arguments: list[str], message: str, hint: str, tmp_path: Path, run: Run
) -> None:
    ran = run("new", tmp_path / "x", *arguments, "--yes", "--locale", "en")
    assert ran.status == 2
    assert message in ran.err and hint in ran.err
    assert not (tmp_path / "x").exists()


def test_where_there_is_no_thesis_every_command_names_new(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["build"], ["parity"], ["parity", "terms"], ["parity", "confirm", "."]):
        ran = run(*command, "--locale", "en")
        assert ran.status == 2
        assert "to begin a thesis: thesis-build new FOLDER" in ran.err, command


def test_the_schema_for_editors_is_that_of_the_settings(tmp_path: Path, run: Run) -> None:
    run("new", tmp_path / "x", "--yes")
    editor = json.loads((tmp_path / "x/.vscode/settings.json").read_text(encoding="utf-8"))
    (schema,) = editor["yaml.schemas"]
    assert "abstracts" in json.loads((tmp_path / "x" / schema).read_text(encoding="utf-8"))["properties"]
