"""What readers are given: the fixtures of this repository, and what becomes of them by a few strokes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import strategies as st

from tests.conftest import KITCHEN_SINK, ONE_PAGE, ROOT

FENCE = re.compile(r"^(`{3,})(bib|md|yaml)[^`\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
LIMIT = 4096
"""Bytes of a fixture that is cut at every byte; of a larger one the beginning is taken."""


def fenced(kind: str) -> list[bytes]:
    """The inputs of this kind in the cases of the rules."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "rules").glob("*.md"))]
    return [found[3].encode() for text in texts for found in FENCE.finditer(text) if found[2] == kind]


def files(*patterns: str) -> list[bytes]:
    found: list[Path] = []
    for pattern in patterns:
        for root in (ROOT, KITCHEN_SINK, ONE_PAGE):
            found += sorted(root.glob(pattern))
    assert found, patterns
    return [path.read_bytes() for path in found]


RECORD = {
    "type": "journal-article",
    "title": ["Kota"],
    "subtitle": [],
    "author": [{"family": "Rahayu", "given": "Siti", "sequence": "first"}, {"name": "Pusat"}],
    "issued": {"date-parts": [[2020, 5]]},
    "updated-by": [{"type": "retraction", "DOI": "10.1/a"}],
    "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.1/b"}]},
}
BASELINE = {"version": 1, "findings": [["a.md", "CIT001", "0123456789abcdef", "said"]]}
STAMP = {"inputs": "0", "made": {"build/thesis.html": "0"}, "status": 0, "report": "a"}

FIXTURES: dict[str, list[bytes]] = {
    "library": [*files("references/library.bib"), *fenced("bib")],
    "chapter": [*files("paper/??/*.md"), *fenced("md")],
    "settings": [*files("paper/thesis.yaml"), *fenced("yaml")],
    "glossary": files("paper/glossary.yaml"),
    "table": files("paper/data/*.csv"),
    "heads": files("paper/data/[!v]*.yaml"),
    "values": files("paper/data/values.yaml"),
    "style": [b'<style><info><link href="http://a.org/styles/b" rel="independent-parent"/></info></style>'],
    "baseline": [json.dumps(BASELINE).encode()],
    "stamp": [json.dumps(STAMP).encode()],
    "record": [json.dumps(RECORD).encode()],
}

MARKDOWN = [
    "```",
    "~~~",
    "`",
    "$",
    "$$",
    "<!--",
    "-->",
    "{#",
    "}",
    "@",
    "[@",
    "::: ",
    "---\n",
    "...",
    "\n\n",
    "\\",
    ":",
]
MARKDOWN += [
    "<!-- check: ignore[",
    "ignore-start",
    "ignore-end",
    'reason="',
    "until=2027-13",
    "```x\n",
    "~~~y\n",
    "](",
    "{",
]
YAML = [
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a ",
    "!x ",
    "|\n",
    ">\n",
    "'",
    '"',
    "#",
    "\t",
    "? ",
    "---\n",
    "%YAML",
    "\\",
]
YAML += ["0x", "1e999", "null", "~", "id: ", "en: ", "- {id: a, en: b}\n", "a: {file: a.csv, where: {year: 2020}}\n"]
BIB = ["@", "{", "}", '"', "%", "#", "=", ",", "\\", "(", ")", "@a{", "@string{", "@comment{", " and ", "crossref={a},"]
BIB += ["check-ignore={", "author={", "doi={10.1/", "@a{k,", "\n@a{k,t={", "title = {a} # b,", "\\'", "$"]
JSON = ["{", "}", "[", "]", '"', ",", ":", "\\u", "1e999", "null", "[[", "-", "[]", "{}", '{"a":']
SIGNS = [
    "\0",
    "\ufeff",
    "\ufffd",
    "\u2028",
    "\r",
    "\r\n",
    "\x85",
    " ",
    "\n",
    "\t",
    "é",
    "e\u0301",
    "𝔘",
    "\ud7ff",
    "a" * 9,
]
CSV = [",", ";", '"', '""', "\n", "\r", "\0", "year,", "2020,"]
XML = ["<link", ' href="', "/", '"', ">", ' rel="independent-parent"', "&x;", "<![CDATA["]

PIECES: dict[str, list[str]] = {
    "library": BIB,
    "chapter": MARKDOWN,
    "settings": YAML,
    "glossary": YAML,
    "table": CSV,
    "heads": YAML,
    "values": YAML,
    "style": XML,
    "baseline": JSON,
    "stamp": JSON,
    "record": JSON,
}


def shapes(name: str, size: int) -> Iterator[tuple[str, bytes]]:
    """Texts of about `size` bytes that are more than one piece again and again."""
    half = size // 2
    found = {
        "library": {
            "names in spaces": "@a{k, author = {a" + " " * size + "b}}",
            "names": "@a{k, author = {" + "a and " * (size // 6) + "}}",
            "accents": "@a{k, title = {" + "\\'" * half + "}}",
            "braces in braces": "@a{k, title = " + "{" * half + "}" * half + "}",
            "strings of strings": "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(size // 24)),
        },
        "chapter": {
            "attributes": "{" + "#a" * half,
            "ticks of all lengths": " ".join("`" * n for n in range(int((2 * size) ** 0.5))),
            "long fences, short ends": "````x\n```\n" * (size // 10),
            "fences and comments": "<!-- check: ignore[A] -->\n```\n" * (size // 30),
            "citations": "@a " * (size // 3),
        },
        "table": {
            "wide head, short rows": "," * half + "\n1" * (half // 2),
            "many heads of one name": "year," * (size // 10) + "\n2020" * (size // 10),
        },
        "heads": {"unknown columns": "columns:\n" + "".join(f"  c{n}: {{}}\n" for n in range(size // 12))},
        "style": {"slashes": '<link href="' + "/a" * half + '" rel="independent-parent"'},
    }
    for shape, text in found.get(name, {}).items():
        yield shape, text.encode()


@st.composite
def mutated(draw: st.DrawFn, name: str) -> bytes:
    """A fixture after up to six strokes: a piece cut, doubled, moved, repeated, or special signs put in."""
    content = draw(st.sampled_from(FIXTURES[name]))[:LIMIT]
    for _ in range(draw(st.integers(0, 6))):
        at, to = sorted((draw(st.integers(0, len(content))), draw(st.integers(0, len(content)))))
        piece, rest = content[at:to], content[to:]
        put = draw(st.sampled_from([*PIECES[name], *SIGNS])).encode("utf-8", "surrogatepass")
        strokes = {
            "cut": content[:at] + rest,
            "double": content[:at] + piece + piece + rest,
            "move": rest + piece + content[:at],
            "put": content[:at] + put * draw(st.integers(1, 20)) + content[at:],
            "instead": content[:at] + put + rest,
            "bytes": content[:at] + draw(st.binary(min_size=1, max_size=4)) + content[at:],
        }
        content = strokes[draw(st.sampled_from(sorted(strokes)))][: 4 * LIMIT]
    return content


def anything(name: str) -> st.SearchStrategy[bytes]:
    """Any bytes, any text, any heap of the pieces that mean something in such a file."""
    pieces = st.lists(st.sampled_from([*PIECES[name], *SIGNS]), max_size=60).map("".join)
    texts = st.one_of(pieces, st.text(max_size=200)).map(lambda text: text.encode("utf-8", "surrogatepass"))
    return st.one_of(st.binary(max_size=200), texts)
