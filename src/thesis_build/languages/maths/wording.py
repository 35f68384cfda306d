"""The words that a language has for maths (`maths-TAG.yaml`): what each command or symbol is called, and phrases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from thesis_build.languages import FALLBACK, data_files, known

ATOM, TERM, PRODUCT, SUM, OPERATOR, MARK, FUNCTION, LARGE = range(8)
"""What was read: one word, one thing, several side by side, several joined by operators; an operator, a mark of
punctuation, or what takes an argument."""


TAKES_NEXT = ("Delta", "nabla", "partial", "forall", "exists", "nexists", "neg")
KINDS = {"greek": ATOM, "symbols": ATOM, "marks": MARK, "operators": OPERATOR, "relations": OPERATOR}
KINDS |= {"functions": FUNCTION, "large": LARGE}


class Phrase(NamedTuple):
    """A piece of a formula in words, and what it is."""

    text: str
    weight: int = ATOM
    applies: bool = False  # begins with a function or a sum
    takes: bool = False  # belongs to what follows: nothing comes between


class MathsVocabulary(NamedTuple):
    """The words of one language: what every command or symbol is called and is, and whole phrases."""

    names: Mapping[str, Phrase]
    greek: frozenset[str]
    relations: frozenset[str]
    limits: Mapping[str, str]
    orders: Mapping[str, str]
    forms: Mapping[str, str]


@data_files.remembered()
def maths_vocabulary(language: str) -> MathsVocabulary:
    """The words of a language from its file; those of another one where it is not known."""
    data = data_files.load(f"maths-{language if language in known() else FALLBACK}.yaml")
    names = {name: Phrase(word, kind) for section, kind in KINDS.items() for name, word in data[section].items()}
    for name, word in data["greek"].items():
        names[name.capitalize()] = Phrase(data["forms"]["capital"].format(word))
    for name in TAKES_NEXT:
        names[name] = names[name]._replace(takes=True)
    names |= {"lvert": names["|"], "lVert": names["Vert"], "rVert": names["Vert"], "\\": Phrase(";", MARK)}
    return MathsVocabulary(
        names, frozenset(data["greek"]), frozenset(data["relations"]), data["limits"], data["orders"], data["forms"]
    )


def weight(parts: list[Phrase]) -> int:
    """What a sequence of pieces is together."""
    operators = sum(part.weight == OPERATOR for part in parts)
    if len(parts) == 2 and parts[0].weight == OPERATOR and parts[1].weight < OPERATOR:
        return max(parts[1].weight, TERM)
    return SUM if operators else PRODUCT if parts else ATOM
