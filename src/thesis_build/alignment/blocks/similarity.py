"""How much two blocks, one of each language, say the same: the share of each that is found in the other.

What counts are words, numbers, citations, references, formulas, links, image files and words of code, each the more
the rarer it is in the chapter. Words count as found where they may stand for each other (see `links`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.alignment.align.word_alignment import Links, Weights
from thesis_build.alignment.models import BlockSimilarityModel
from thesis_build.alignment.text.passages import Passage, from_blocks, joined
from thesis_build.alignment.text.segmentation import SegmentedText, Sentence, Token, segmented
from thesis_build.languages.lexicon import lexicon
from thesis_build.model import Chapter, Element

_ATTRIBUTES = re.compile(r"\{#[^{}]*\}")
_CODE = re.compile(r"\w+")
_MODEL = BlockSimilarityModel()


class Similarity:
    """Compares the blocks of a chapter in two languages, by their indexes."""

    def __init__(self, ours: Chapter, theirs: Chapter) -> None:
        table = lexicon(ours.language, theirs.language)
        self._swapped = table.languages[0] != ours.language
        sides = (theirs, ours) if self._swapped else (ours, theirs)
        texts = (_version(sides[0]), _version(sides[1]))
        self._links = Links(texts, table, (), _weights(texts))
        self._length = table.length
        self.scale = 1.0 if table.tables else _MODEL.without_tables
        self.threshold = _MODEL.threshold * self.scale

    def mutual(self, one: int, other: int) -> float:
        """The share of two blocks (of our language and of theirs) that is found in each other, on average."""
        return (self.coverage(0, one, (other,)) + self.coverage(1, other, (one,))) / 2

    def coverage(self, side: int, index: int, others: tuple[int, ...]) -> float:
        """The share of a block (0: of our language) that is found in blocks of the other language."""
        return self._links.coverage(self._side(side), index, others)

    def size(self, side: int, index: int) -> int:
        """How many words and objects of a block can be compared."""
        return len(self._sentence(side, index).content)

    def blocks(self, side: int) -> range:
        """The indexes of the blocks of one language."""
        return range(len(self._links.sides[self._side(side)].sentences))

    def marks(self, side: int, index: int) -> Counter[str]:
        """The citations, references, numbers and the like of a block."""
        kinds = ("mark", "number", "code")
        return Counter(token.key for token in self._sentence(side, index).content if token.kind in kinds)

    def trust(self, one: int, other: int, like: float) -> float:
        """How much it says that two blocks are so similar, from 0 to 1: little where one of them is very short."""
        enough = _MODEL.found if like >= self.threshold else _MODEL.missed
        return min(1.0, min(self.size(0, one), self.size(1, other)) / enough)

    def deviation(self, one: int, other: int) -> float:
        """How far the lengths of two blocks are from alike, in standard deviations."""
        lengths = [s.end - s.start for s in (self._sentence(0, one), self._sentence(1, other))]
        first, second = reversed(lengths) if self._swapped else lengths
        expected = self._length * max(1, first)
        return abs(second - expected) / math.sqrt(_MODEL.variance * expected)

    def _side(self, side: int) -> int:
        return 1 - side if self._swapped else side

    def _sentence(self, side: int, index: int) -> Sentence:
        return self._links.sides[self._side(side)].sentences[index]


def _version(chapter: Chapter) -> SegmentedText:
    """A chapter as one text whose sentences are its blocks."""
    sentences = tuple(_whole(block, chapter.language) for block in chapter.blocks)
    return SegmentedText(chapter.language, "", {}, sentences, closed=True)


def _whole(block: Element, language: str) -> Sentence:
    """A block as one sentence, in which objects are content too."""
    passages = from_blocks([block], language)
    text = joined(passages) if passages else Passage(language, "")
    if "{#" in text.text:  # of an equation: no words of the text
        text = Passage(language, _ATTRIBUTES.sub(lambda match: " " * len(match[0]), text.text), text.marks)
    tokens = [t for sentence in segmented(text).sentences for t in sentence.tokens] + list(_objects(block))
    content = tuple(token for token in tokens if token.content or token.kind == "mark")
    return Sentence(0, len(text.text), tuple(tokens), content)


def _objects(block: Element) -> Iterator[Token]:
    """What a block shows that is not in its text: image files, code, the files of tables."""
    for element in pandoc_ast.walk(block):
        values: list[str] = []
        if element["t"] == "Image":
            values = [pandoc_ast.address(element, "Image")]
        elif element["t"] == "CodeBlock":
            values = _CODE.findall(pandoc_ast.code_text(element))
        elif element["t"] == "Div" and (file := pandoc_ast.attribute(element, "file")):
            values = [file]
        for value in values:
            yield Token(0, 0, value, "mark", f"{element['t']} {value}", False)


def _weights(texts: tuple[SegmentedText, SegmentedText]) -> Weights:
    """The weight of each word or object, by its key: what stands in few blocks says more."""
    found = []
    for text in texts:
        counts = Counter(key for block in text.sentences for key in {token.key for token in block.content})
        total = max(1, len(text.sentences))
        found.append({key: math.log(1 + total / count) for key, count in counts.items()})
    return Weights((found[0], found[1]), math.log(1 + max(1, *(len(text.sentences) for text in texts))))
