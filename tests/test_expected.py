"""What is made of two theses, whole: the pages of one that uses everything, the reports of one that is spoilt.

`pytest tests/test_expected.py --accept` writes the files in `expected/`; their diff is to be read like any other.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import KITCHEN_SINK, SPOILT, Expected, Run
from thesis_build.cli import main
from thesis_build.reports import FORMATS
from thesis_build.tools import typst

LANGUAGES = ("id", "en")
SUFFIXES = {"text": "txt", "concise": "txt", "json": "json", "sarif": "json", "junit": "xml", "html": "html"}
IMAGE = re.compile(r"(data:[\w/+]+;base64,)[\w+/=]+")


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The main part of the HTML edition, and the text that Typst is given for each language."""
    copy = Path(shutil.copytree(KITCHEN_SINK, tmp_path_factory.mktemp("expected") / "sink"))
    pages: list[str] = []

    def compile_pdf(page: str, *_: object) -> bytes:
        pages.append(page)
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typst, "compile_pdf", compile_pdf)
        assert main(["build", str(copy), "--locale", "en"]) == 0
    html = (copy / "build/thesis.html").read_text(encoding="utf-8")
    main_part = html[html.index("<main") : html.index("</main>")]
    by_language = {re.findall(r'lang: "(\w+)"', page)[0]: page for page in pages}
    yield {"thesis.html": IMAGE.sub(r"\1…", main_part), **{f"thesis-{tag}.typ": by_language[tag] for tag in LANGUAGES}}


@pytest.mark.parametrize("name", ["thesis.html", *(f"thesis-{tag}.typ" for tag in LANGUAGES)])
def test_the_editions_are_as_expected(name: str, typeset: dict[str, str], request: pytest.FixtureRequest) -> None:
    accept = request.config.getoption("--accept")
    Expected(KITCHEN_SINK / "expected", accept).same(name, typeset[name])


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_reports_are_as_expected(
    form: str,
    locale: str,
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(shutil.copytree(SPOILT, tmp_path / "thesis"))
    monkeypatch.setattr("thesis_build.reports.sarif.__version__", "VERSION")
    ran = run("check", "--format", form, "--locale", locale)
    assert (ran.status, ran.err) == (1, "")
    name = f"{form}-{locale}.{SUFFIXES.get(form, 'txt')}"
    Expected(SPOILT / "expected", request.config.getoption("--accept")).same(name, ran.out)
