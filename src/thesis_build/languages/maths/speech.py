"""TeX maths as words, for readers who do not see the formula (PDF/UA-1 wants a text for every equation).

The words are data (`maths-TAG.yaml`); a command that is not known is read by its name. What ends where only the eye
can see it (a fraction, a root that goes on) is closed by a word. Nothing here raises.
"""

from __future__ import annotations

from thesis_build.languages.maths.arrays import environment
from thesis_build.languages.maths.constructs import CONSTRUCTS
from thesis_build.languages.maths.formula_reader import FormulaReader
from thesis_build.languages.maths.tex_tables import TEXT
from thesis_build.languages.maths.tokens import tokens
from thesis_build.languages.maths.wording import maths_vocabulary

_NO_MARKS = str.maketrans(dict.fromkeys("\\{}&~", " "))
_CONSTRUCTS = {**CONSTRUCTS, "\\begin": environment}


def spoken(tex: str, language: str) -> str:
    """A formula in words of the language (English where it has none): `\\frac{a}{b}` is "a per b", "a over b"."""
    words = maths_vocabulary(language)
    phrase = FormulaReader(tokens(tex.replace(TEXT, "")), words, _CONSTRUCTS).formula()
    return _tidy(phrase) or _tidy(tex.translate(_NO_MARKS)) or words.forms["empty"]


def _tidy(text: str) -> str:
    """A text in one line, without characters that do not print."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
