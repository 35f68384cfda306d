"""Every finding stands inside its file, also where Pandoc or a salvaged entry counts otherwise."""

from __future__ import annotations

import pytest

from tests.fuzz.inputs import KINDS, sound
from tests.fuzz.properties import Checker
from thesis_build.tools.pandoc import Pandoc

LIBRARY = KINDS["library"].path
CHAPTER = KINDS["chapter"].path


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (LIBRARY, "@comment{ a\n}}\n@a{pada\nBudi }\n\ndoi = {10.1/x},\n\\doi={10.1/x}\n}\n", "BIB101"),
        (CHAPTER, "# Judul\n\n$$\n{#. 12 : a\n <!--\n$$x^2$$ {#eq:a}\n", "DOC008"),
        (CHAPTER, "---\nn\u2028\u2028\u2028\u2028\u2028\u2028\u2028\u2028ocite: '@*'\n---\n\n# Judul\n", "DOC013"),
    ],
)
def test_a_finding_stands_inside_its_file(path: str, text: str, code: str) -> None:
    with Pandoc(1) as pandoc:
        checker = Checker.of(sound(), pandoc)
        found = checker.check({**sound(), path: text.encode()}, ("ALL",), typeset=False)
    assert found is not None
    assert code in {finding.code for finding in found[1].findings}
