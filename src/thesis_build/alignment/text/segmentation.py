"""The sentences of a passage and the words in them, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thesis_build.alignment.text.passages import OBJECT, Mark, Passage
from thesis_build.languages import data_files
from thesis_build.languages.stems import parts, stem
from thesis_build.languages.word_lists import words

_END = re.compile(
    rf"(?P<stop>[.!?…])[\"”’»)\]{OBJECT}]*(?P<space>\s+)(?=[\"“‘«(\[]*[A-Z0-9À-Þ{OBJECT}])"
    r"|(?<=[a-zß-ÿ]{4})(?P<small>\.)(?P<gap>\s+)(?=[a-zß-ÿ]{2})"
    r"|(?P<break>\n\s*\n)"
)
_ENUMERATOR = re.compile(r"\d+|[IVXLC]+")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘]+$")
_CLOSED = re.compile(rf"[.!?…:][\"”’»)\]{OBJECT}\s]*$")
_CODE = r"[A-Z][^\W_]*-\d+[^\W_]*(?![^\W_-])"
_TOKEN = rf"{OBJECT}|(?:[A-Z]\.){{2,}}|{_CODE}|\d+(?:[.,:]\d+)*[^\W\d_]*|[^\W_]+(?:['’][^\W\d_]+)*"


_OPENS = re.compile(r"[:–—•→|>][\"“‘*_(\s]*$")
"""What stands before a word that has its capital as the first one of something."""

_PLURAL = re.compile(r"(?<=[A-Z]{2})s$")
"""The ending of an acronym in the plural."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, code (letters and digits in one, YOLOv8) or object of a sentence.

    `key` is what it is compared by: a word's stem, a number's digits, a code in lower case, an object's value.
    `content` says that it is neither a function word nor a single letter. `opens` says that it begins the sentence.
    """

    start: int
    end: int
    text: str
    kind: str
    key: str
    content: bool
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands, and its tokens in order; `content` are those that carry its meaning."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    content: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """The text of one language cut into sentences; `closed` says that the last one has its full stop."""

    language: str
    text: str
    marks: Mapping[int, Mark]
    sentences: tuple[Sentence, ...]
    closed: bool


@data_files.remembered(4096)
def segmented(passage: Passage) -> SegmentedText:
    """A passage cut into sentences and words; an empty one has none, whatever its language."""
    if not passage.text:
        return SegmentedText(passage.language, "", {}, (), closed=False)
    sentences = tuple(
        _sentence(passage, start, end) for start, end in _spans(passage.text, words(passage.language).abbreviations)
    )
    closed = _CLOSED.search(passage.text) is not None
    return SegmentedText(passage.language, passage.text, passage.marks, sentences, closed)


def _spans(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        stopped = match["stop"] == "." or match["small"]
        if stopped and _is_abbreviation(text[start : match.start()], abbreviations):
            continue
        end = match.start() if match["break"] else match.start("space" if match["space"] else "gap")
        if text[start:end].strip():
            yield start, end
        start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _is_abbreviation(before: str, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop after this text belongs to its last word."""
    match = _LAST_WORD.search(before)
    word = match[0] if match else ""
    return (
        word in abbreviations
        or _INITIALS.fullmatch(word) is not None
        or (_ENUMERATOR.fullmatch(word) is not None and word == before.strip())
    )


def _sentence(passage: Passage, start: int, end: int) -> Sentence:
    tokens: list[Token] = []
    for match in _tokeniser(passage.language).finditer(passage.text, start, end):
        opens = not tokens or _OPENS.search(passage.text, max(start, match.start() - 4), match.start()) is not None
        tokens.extend(_tokens(match, passage, opens))
    joined = tuple(_compounds(tokens, passage))
    return Sentence(start, end, joined, tuple(token for token in joined if token.content))


def _tokens(match: re.Match[str], passage: Passage, opens: bool) -> Iterator[Token]:
    text, start = match[0], match.start()
    if text == OBJECT:
        mark = passage.marks.get(start, Mark("", ""))
        yield Token(start, start + 1, text, "mark", f"{mark.kind} {mark.value}", False, opens)
        return
    shown, kind, key, content = _read(text, passage.language)
    yield Token(start, start + len(text), shown, kind, key, content, opens)


@data_files.remembered(50_000)
def _read(text: str, language: str) -> tuple[str, str, str, bool]:
    """A token as it is shown, its kind, its key, and whether it has content."""
    lists = words(language)
    digits = text.rstrip("".join(sign for sign in set(text) if sign.isalpha()))
    if text[0].isdigit() and (digits == text or text[len(digits) :].lower() in lists.number_endings):
        return text, "number", "".join(filter(str.isdigit, text)), True
    if any(map(str.isdigit, text)) and any(map(str.isalpha, text)):
        return text, "code", text.lower(), True
    bare = _PLURAL.sub("", re.sub(r"'s$", "", text.replace("’", "'").replace(".", "")))
    lower = bare.lower()
    acronym = bare.isupper() and len(bare) > 1 and lower not in lists.conjunctions  # ITS is not its
    content = (
        (acronym or lower not in lists.stop) and (len(bare) > 1 or bare.isupper()) and lower not in lists.negation.words
    )
    return bare, "word", stem(lower, language), content


def _compounds(tokens: list[Token], passage: Passage) -> Iterator[Token]:
    """Tokens with doubled words and prefixes like non- made one."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following and token.kind == following.kind == "word" and _hyphen(passage.text[token.end : following.start]):
            whole = f"{token.text}-{following.text}"
            if len(joined := parts(whole, passage.language)) == 1:
                lower = joined[0].lower()
                key = stem(lower, passage.language)
                yield Token(token.start, following.end, whole, "word", key, lower not in _stop(passage), token.opens)
                index += 2
                continue
        yield token
        index += 1


def _hyphen(between: str) -> bool:
    return between.strip() in ("-", "–") and len(between) < 4


@data_files.remembered()
def _tokeniser(language: str) -> re.Pattern[str]:
    """Finds the tokens of a text; a currency glued to a number is one of its own."""
    glued = "|".join(map(re.escape, words(language).number_prefixes))
    return re.compile(rf"(?:{glued})(?=\d)|{_TOKEN}")


@data_files.remembered()
def _stops(language: str) -> frozenset[str]:
    return words(language).stop


def _stop(passage: Passage) -> frozenset[str]:
    return _stops(passage.language)
