"""What `--fix`, `--unsafe-fixes` and `--diff` do to files, however their lines end: read again, by Pandoc too."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pypandoc
import pytest

from tests.conftest import Run

ID, EN, BIB = "paper/id/01-start.md", "paper/en/01-start.md", "references/library.bib"
SPOILT = {
    ID: "# Awal {#sec:start}\n\nKota “Ibu” [@budi2020].\n\nDesa [@watti2021].\n",
    EN: (
        "# Start {#sec:start}\n\nThe “mother” city [@budi2020].\n\n"
        '<!-- check: ignore[DOC011] reason="no longer true" -->\n\nA village [@watti2021].\n'
    ),
    BIB: (
        "@book{budi2020, author = {Budi, Ali}, title = {“Kota”}, publisher = {Contoh},\n"
        "  year = {2020},\n  year = {2020},\n  doi = {https://doi.org/10.1234/kota}, langid = {indonesian}}\n\n"
        "@book{wati2021, author = {Wati, Ani}, title = {Desa}, publisher = {Contoh}, year = {2021},\n"
        "  langid = {indonesian}}\n"
    ),
}
FIXED = {
    **SPOILT,
    EN: "# Start {#sec:start}\n\nThe “mother” city [@budi2020].\n\nA village [@watti2021].\n",
    BIB: SPOILT[BIB].replace("  year = {2020},\n", "", 1).replace("https://doi.org/", ""),
}
FIXED_UNSAFELY = {path: text.replace("@watti2021", "@wati2021") for path, text in FIXED.items()}
# ¶ is a blank line, which begins with a space in a diff
DIFF_OF_EN = """\
--- a/paper/en/01-start.md
+++ b/paper/en/01-start.md
@@ -2,6 +2,4 @@
¶
 The “mother” city [@budi2020].
¶
-<!-- check: ignore[DOC011] reason="no longer true" -->
-
 A village [@watti2021].
""".replace("¶", " ")
DIFF_OF_BIB = """\
--- a/references/library.bib
+++ b/references/library.bib
@@ -1,7 +1,6 @@
 @book{budi2020, author = {Budi, Ali}, title = {“Kota”}, publisher = {Contoh},
   year = {2020},
-  year = {2020},
-  doi = {https://doi.org/10.1234/kota}, langid = {indonesian}}
+  doi = {10.1234/kota}, langid = {indonesian}}
¶
 @book{wati2021, author = {Wati, Ani}, title = {Desa}, publisher = {Contoh}, year = {2021},
   langid = {indonesian}}
""".replace("¶", " ")
UNSAFE_DIFF = """\
--- a/paper/en/01-start.md
+++ b/paper/en/01-start.md
@@ -2,6 +2,4 @@
¶
 The “mother” city [@budi2020].
¶
-<!-- check: ignore[DOC011] reason="no longer true" -->
-
-A village [@watti2021].
+A village [@wati2021].
--- a/paper/id/01-start.md
+++ b/paper/id/01-start.md
@@ -2,4 +2,4 @@
¶
 Kota “Ibu” [@budi2020].
¶
-Desa [@watti2021].
+Desa [@wati2021].
""".replace("¶", " ")

Encode = Callable[[str], bytes]
ENCODINGS: dict[str, Encode] = {
    "LF": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "BOM and CRLF": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
}


@pytest.fixture(params=ENCODINGS)
def encode(request: pytest.FixtureRequest) -> Encode:
    return ENCODINGS[request.param]


@pytest.fixture
def spoilt(thesis: Path, encode: Encode) -> Iterator[Path]:
    """A thesis with three findings that can be fixed safely, and two that cannot."""
    for path, text in SPOILT.items():
        (thesis / path).write_bytes(encode(text))
    yield thesis


def holds(thesis: Path, texts: dict[str, str], encode: Encode) -> bool:
    return {path: (thesis / path).read_bytes() for path in texts} == {
        path: encode(text) for path, text in texts.items()
    }


def codes(run: Run, thesis: Path) -> set[str]:
    """What is found, but for the byte order mark of a library, which is no edit of a text."""
    found = json.loads(run("check", thesis, "--format", "json").out)
    return {one["code"] for one in found} - {"BIB009"}


def read_by_pandoc(thesis: Path) -> None:
    for path, form in ((ID, "markdown"), (EN, "markdown"), (BIB, "biblatex")):
        assert "wati2021" in pypandoc.convert_file(str(thesis / path), "json", format=form)


def test_a_diff_shows_the_safe_edits_and_makes_none(spoilt: Path, run: Run, encode: Encode) -> None:
    ran = run("check", spoilt, "--diff", "--locale", "en")
    assert (ran.status, ran.out) == (1, DIFF_OF_EN + DIFF_OF_BIB)
    assert holds(spoilt, SPOILT, encode)
    assert codes(run, spoilt) == {"CIT001", "CIT101", "LNT001", "BIB004", "BIB201"}


def test_a_diff_shows_the_unsafe_edits_where_they_are_asked_for(spoilt: Path, run: Run, encode: Encode) -> None:
    ran = run("check", spoilt, "--diff", "--unsafe-fixes", "--locale", "en")
    assert ran.out == UNSAFE_DIFF + DIFF_OF_BIB
    assert holds(spoilt, SPOILT, encode)


def test_fixing_makes_the_safe_edits_and_nothing_else(spoilt: Path, run: Run, encode: Encode) -> None:
    ran = run("check", spoilt, "--fix", "--format", "json", "--locale", "en")
    assert ran.status == 1
    assert {one["code"] for one in json.loads(ran.out)} - {"BIB009"} == {"CIT001", "CIT101"}
    assert holds(spoilt, FIXED, encode)
    assert codes(run, spoilt) == {"CIT001", "CIT101"}
    assert run("check", spoilt, "--diff", "--locale", "en").out == ""
    run("check", spoilt, "--fix")
    assert holds(spoilt, FIXED, encode)


def test_unsafe_fixing_makes_every_edit_and_the_thesis_is_right(spoilt: Path, run: Run, encode: Encode) -> None:
    ran = run("check", spoilt, "--unsafe-fixes", "--locale", "en")
    assert ran.status == 0
    assert holds(spoilt, FIXED_UNSAFELY, encode)
    assert codes(run, spoilt) == set()
    read_by_pandoc(spoilt)
    run("check", spoilt, "--unsafe-fixes")
    assert holds(spoilt, FIXED_UNSAFELY, encode)


def test_a_library_alone_is_fixed_where_it_lies(
    spoilt: Path, run: Run, encode: Encode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spoilt / "references")
    run("check", "library.bib", "--fix")
    assert holds(spoilt, {BIB: FIXED[BIB]}, encode)


def test_a_file_that_is_not_utf_8_is_left_as_it_is(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "library.bib"
    path.write_bytes(b"@book{a, author = {M\xf6ller, Ana}, title = {Kota}, doi = {https://doi.org/10.1016/abc}}\n")
    before = path.read_bytes()
    ran = run("check", path, "--unsafe-fixes", "--select", "BIB201")
    assert "BIB201" in ran.out and ran.status != 70
    assert path.read_bytes() == before


def test_a_chapter_that_is_not_utf_8_is_left_as_it_is(thesis: Path, run: Run) -> None:
    path = thesis / "paper/id/01-start.md"
    path.write_bytes(path.read_bytes() + b"\nNilai M\xf6ller 12,5%  itu, lihat @@satu \\cite{a}.\n")
    before = path.read_bytes()
    assert run("check", thesis, "--unsafe-fixes").status == 1
    assert path.read_bytes() == before


def test_a_link_stays_a_link_and_the_file_keeps_its_mode(tmp_path: Path, run: Run) -> None:
    real, link = tmp_path / "real.bib", tmp_path / "library.bib"
    real.write_text(
        "@book{a, author = {M, Ana}, title = {Kota}, doi = {https://doi.org/10.1016/abc}}\n", encoding="utf-8"
    )
    real.chmod(0o600)
    link.symlink_to("real.bib")
    run("check", link, "--fix", "--select", "BIB201")
    assert link.is_symlink()
    assert "doi = {10.1016/abc}" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600
