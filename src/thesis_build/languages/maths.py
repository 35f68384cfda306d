"""TeX maths as words, for readers who do not see the formula (PDF/UA-1 wants a text for every equation).

The words are data (`maths-TAG.yaml`); what is not known is read by its name. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|\d+(?:(?:\{,\}|[.,])\d+)*|[A-Za-z]|\S", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)%.*")
_DEPTH = 60
_NO_MARKS = str.maketrans(dict.fromkeys("\\{}&~", " "))


def spoken(tex: str, language: str) -> str:
    """A formula in words of the language: `\\frac{a}{b^2}` is "a per b kuadrat", "a over b squared"."""
    words = _words(language)
    tokens = _TOKEN.findall(_COMMENT.sub("", tex.replace("\x00", "")))[:20_000]
    said = " ".join(_Reader(tokens, words).sequence().split())
    said = "".join(sign for sign in said if sign.isprintable())
    written = "".join(sign for sign in tex.translate(_NO_MARKS) if sign.isprintable() or sign.isspace())
    return said or " ".join(written.split()) or str(words["forms"]["empty"])


class _Reader:
    """Reads tokens from left to right; groups nest up to a limit, then their braces are ignored."""

    def __init__(self, tokens: list[str], words: Mapping[str, Any]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self._names: Mapping[str, str] = words["names"]
        self._forms: Mapping[str, str] = words["forms"]
        self._signs: Mapping[str, str] = words["signs"]

    def sequence(self, end: str = "") -> str:
        """Everything up to the token `end` (or the end of the formula)."""
        out: list[str] = []
        while self._at < len(self._tokens):
            if self._tokens[self._at] == end:
                self._at += 1
                break
            said = self._scripts(self._item(), self._tokens[self._at - 1])
            if said:
                out.append(said)
        return " ".join(out)

    def _item(self) -> str:
        token = self._tokens[self._at]
        self._at += 1
        if token == "{":
            return self._group()
        if token in ("}", "&", "~"):
            return ""
        if token.startswith("\\"):
            return self._command(token[1:])
        if token[0].isdigit():
            return token.replace("{,}", ",")
        return self._signs.get(token, token)

    def _group(self) -> str:
        if self._depth >= _DEPTH:
            return ""
        self._depth += 1
        said = self.sequence("}")
        self._depth -= 1
        return said

    def _argument(self) -> str:
        if self._at >= len(self._tokens) or self._depth >= _DEPTH:
            return ""
        self._depth += 1
        said = self._item()
        self._depth -= 1
        return said

    def _optional(self) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at] == "[":
            self._at += 1
            return self.sequence("]")
        return ""

    def _text(self) -> str:
        """The letters of a `\\text{…}` joined again: its words are those of the source, spaces apart."""
        return self._argument()

    def _command(self, name: str) -> str:
        forms = self._forms
        if name in ("frac", "dfrac", "tfrac", "cfrac"):
            return self._fraction()
        if name in ("binom", "dbinom", "tbinom"):
            return forms["binomial"].format(self._argument(), self._argument())
        if name == "sqrt":
            degree = self._optional()
            return forms["root" if degree else "square-root"].format(self._argument(), degree)
        if name in _ACCENTS:
            return forms[_ACCENTS[name]].format(self._argument())
        if name in _WRAPPERS:
            return self._joined()
        if name in ("begin", "end"):
            self._environment()
            return ""
        if name in ("\\", "\\*"):
            return forms["row"]
        if name in ("left", "right", "middle") or re.fullmatch(r"[bB]igg?[lrm]?", name):
            return ""
        if name in _SILENT:
            return ""
        return self._names.get(name, self._signs.get(name, name if name.isalpha() else ""))

    def _fraction(self) -> str:
        above, below = self._argument(), self._argument()
        form = "fraction" if _is_simple(above) and _is_simple(below) else "long-fraction"
        return self._forms[form].format(above, below)

    def _joined(self) -> str:
        """The argument of `\\text` and the like, its letters as words."""
        start = self._at
        said = self._argument()
        inner = self._tokens[start : self._at]
        letters = [token for token in inner if token not in "{}"]
        if letters and all(len(token) == 1 and token.isalpha() for token in letters):
            return "".join(letters)
        return said

    def _environment(self) -> None:
        if self._at < len(self._tokens) and self._tokens[self._at] == "{":
            while self._at < len(self._tokens) and self._tokens[self._at] != "}":
                self._at += 1
            self._at += 1

    def _scripts(self, said: str, token: str) -> str:
        """What `_` and `^` behind an item add to it."""
        below = above = ""
        while self._at < len(self._tokens) and self._tokens[self._at] in ("_", "^", "'"):
            mark = self._tokens[self._at]
            self._at += 1
            if mark == "'":
                said = f"{said} {self._forms['prime']}"
            elif mark == "_":
                below = self._argument()
            else:
                above = self._argument()
        if token.lstrip("\\") in _BIG and (below or above):
            return f"{said} {self._limits(below, above)}"
        said = self._forms["index"].format(said, below) if below else said
        return self._power(said, above) if above else said

    def _limits(self, below: str, above: str) -> str:
        if below and above:
            return self._forms["from-to"].format(below, above)
        return self._forms["under"].format(below) if below else self._forms["up-to"].format(above)

    def _power(self, said: str, above: str) -> str:
        plain = {"2": "squared", "3": "cubed"}.get(above)
        if above in (self._names.get("prime"), self._names.get("circ")):
            return f"{said} {above}"
        return self._forms[plain].format(said) if plain else self._forms["power"].format(said, above)


def _is_simple(said: str) -> bool:
    return len(said.split()) == 1


_ACCENTS = {
    "bar": "bar",
    "overline": "bar",
    "hat": "hat",
    "widehat": "hat",
    "tilde": "tilde",
    "widetilde": "tilde",
    "vec": "vector",
    "overrightarrow": "vector",
    "dot": "dot",
    "ddot": "double-dot",
}
_WRAPPERS = frozenset(
    {
        "text",
        "textrm",
        "textit",
        "textbf",
        "textsf",
        "mathrm",
        "mathit",
        "mathbf",
        "mathsf",
        "mathcal",
        "mathbb",
        "mathfrak",
        "boldsymbol",
        "bm",
        "operatorname",
        "operatorname*",
        "mbox",
    }
)
_SILENT = frozenset(
    {
        ",",
        ";",
        ":",
        "!",
        ">",
        "quad",
        "qquad",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "hline",
        "thinspace",
        "enspace",
        "hspace",
        "vspace",
        "phantom",
        "label",
        "allowbreak",
    }
)
_BIG = frozenset(
    {
        "sum",
        "prod",
        "int",
        "iint",
        "iiint",
        "oint",
        "lim",
        "max",
        "min",
        "sup",
        "inf",
        "bigcup",
        "bigcap",
        "limsup",
        "liminf",
        "argmax",
        "argmin",
    }
)


@cache
def _words(language: str) -> Mapping[str, Any]:
    import yaml

    text = resources.files("thesis_build.languages").joinpath(f"maths-{language}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded
