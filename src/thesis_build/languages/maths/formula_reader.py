"""A formula read from left to right: terms in a row, what brackets enclose, indices, powers, limits, functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from thesis_build.languages.maths.cursor import Cursor
from thesis_build.languages.maths.tex_tables import TEXT, table
from thesis_build.languages.maths.tokens import bare
from thesis_build.languages.maths.wording import (
    ATOM,
    FUNCTION,
    LARGE,
    MARK,
    OPERATOR,
    SUM,
    TERM,
    MathsVocabulary,
    Phrase,
    weight,
)

_DEPTH = 30
_FUNCTIONS = frozenset({"f", "g", "h", "F", "G", "P", "E", "\\phi", "\\Phi", "\\Gamma"})
_PRIMES = {1: "primed", 2: "double-primed", 3: "triple-primed"}
_RAISED = table("2=squared 3=cubed \\circ=degrees \\prime=primed \\top=transpose *=starred +=superscript -=superscript")
_NAMED = table("|=absolute \\lvert=absolute \\Vert=norm \\lVert=norm \\lfloor=floor \\lceil=ceiling")


class FormulaReader(Cursor):
    """Reads tokens from left to right; what nests deeper than the limit is read flat.

    `constructs` says how each command that takes something is read, and `\\begin` with what it encloses.
    """

    def __init__(self, cut: list[str], words: MathsVocabulary, constructs: Mapping[str, Construct]) -> None:
        super().__init__(cut, words)
        self._constructs = constructs

    def formula(self) -> str:
        """All of it."""
        return self.sequence(len(self.tokens)).text.strip("; ")

    def sequence(self, end: int) -> Phrase:
        """From here to this token."""
        outer, self.end = self.end, end
        self.depth += 1
        parts: list[Phrase] = []
        while self.at < end:
            part = self.term()
            if part.applies and parts and parts[-1].weight < OPERATOR and not parts[-1].takes:
                parts.append(self.words.names["times"]._replace(weight=TERM))
            if part.text:
                parts.append(part)
        self.depth -= 1
        self.end = outer
        if len(parts) == 1:
            return parts[0]
        text = "".join(part.text if part.weight == MARK else f" {part.text}" for part in parts)
        return Phrase(text.strip(), weight(parts))

    def span(self, start: int, end: int) -> Phrase:
        """Another part of the formula; the reader stays where it is."""
        here, self.at = self.at, start
        phrase = self.sequence(end)
        self.at = here
        return phrase

    def term(self) -> Phrase:
        """One thing with its indices and powers."""
        at = self.at
        token = self.tokens[at]
        phrase = Phrase("") if token in ("_", "^") else self.item()
        if phrase.weight == LARGE:
            return self._large(phrase)
        if phrase.weight == FUNCTION:
            return self._function(phrase)
        if phrase.weight == MARK:
            return phrase
        phrase = self._scripts(phrase, token)
        applied = token in _FUNCTIONS or (self.is_letter(token) and self.tokens[at + 1 : at + 2] != ["^"])
        argument = self._short_argument(numbers=token in _FUNCTIONS) if applied else ""
        return Phrase(f"{self.forms['of'].format(phrase.text)} {argument}", TERM) if argument else phrase

    def item(self) -> Phrase:
        """One thing without its indices and powers."""
        at = self.at
        token = self.tokens[at]
        self.at += 1
        deep = self.depth >= _DEPTH
        if not deep and self.partner.get(at, self.end) < self.end:
            return self._enclosed(at, self.partner[at])
        if token in ("{", "}", "&", "\\") or token.startswith(("\\begin:", "\\end:")):
            return Phrase("")
        if token[0] == TEXT:
            return self.text(token[1:])
        if token in ("|", "\\rvert", "\\mid"):
            return self._bar(token)
        if token in self._constructs and not deep:
            return self._constructs[token](self, token)
        return self.word(bare(token))

    def argument(self) -> Phrase:
        """What a command takes: a group or a single thing."""
        if self.at >= self.end or self.depth >= _DEPTH:
            return Phrase("")
        self.depth += 1
        phrase = self.item()
        self.depth -= 1
        return phrase

    def _enclosed(self, at: int, close: int) -> Phrase:
        """What stands between two brackets that belong together."""
        opener = self.tokens[at]
        if opener.startswith("\\begin:"):
            return self._constructs["\\begin"](self, opener)
        listed = opener == "\\{" and at in self.lists
        outer, self.in_set = self.in_set, opener == "\\{" or (opener == "{" and self.in_set)
        self.quantified |= listed
        inner = self.sequence(close)
        self.at = close + 1
        self.in_set = outer
        if opener == "{":
            return inner
        form = "set" if listed else _NAMED.get(opener)
        if form:
            return self.closed(self.forms[form].format(inner.text), inner, f"end-{form}")
        brackets = (self.words.names[bare(self.tokens[bracket])].text for bracket in (at, close))
        return Phrase(f" {inner.text} ".join(brackets), TERM)

    def _bar(self, token: str) -> Phrase:
        """A bar without a partner: a condition, or where something is evaluated."""
        if token != "\\mid" and self.next() == "_":
            self.at += 1
            below = self.script()[0].text
            if self.next() != "^":
                return Phrase(self.forms["evaluated"].format(below), TERM)
            self.at += 1
            return Phrase(self.forms["evaluated-between"].format(below, self.script()[0].text), TERM)
        if token == "\\rvert":
            return self.words.names["|"]
        self.quantified = False
        return Phrase(self.forms["such-that" if self.in_set else "given"], OPERATOR)

    def script(self) -> tuple[Phrase, list[str]]:
        """An index or a power in words, and its tokens."""
        start = self.at
        outer, self.brief = self.brief, True
        phrase = self.argument()
        self.brief = outer
        inner = self.tokens[start : self.at]
        return phrase, inner[1:-1] if inner[:1] == ["{"] else inner

    def _marks(self) -> tuple[Phrase, Phrase, list[str], int]:
        """One index, one power (with its tokens) and primes, in whatever order they stand."""
        below, above, inner, primes = Phrase(""), Phrase(""), [""], 0
        seen = set()
        while self.at < self.end and self.next() in ("_", "^", "'") and self.next() not in seen:
            mark = self.next()
            self.at += 1
            if mark == "'":
                primes += 1
                continue
            seen.add(mark)
            if mark == "_":
                below = self.script()[0]
            else:
                above, inner = self.script()
        return below, above, inner, primes

    def _scripts(self, phrase: Phrase, token: str) -> Phrase:
        """A thing with what `_`, `^`, primes and a factorial add to it."""
        below, above, inner, primes = self._marks()
        text = phrase.text
        if phrase.weight == OPERATOR or token in ("\\underbrace", "\\overbrace"):
            for label in filter(None, (below.text, above.text)):
                text = self.forms["labelled"].format(text, label)
            return Phrase(text, phrase.weight)
        if below.text:
            text = self.forms["index"].format(text, below.text)
            if below.weight == SUM and (above.text or primes or self.goes_on()):
                text = f"{text} {self.forms['end-index']}"
        if primes:
            form = _PRIMES.get(primes, "superscript")
            text = self.forms[form].format(text, f"{primes} {self.words.names['prime'].text}")
        if above.text:
            text = self._power(text, above, inner, token)
        after = []
        while text and self.at < self.end and self.next() in ("!", "\\%"):
            after.append(self.word(bare(self.next())).text)
            self.at += 1
        text = " ".join([text, *after])
        return phrase._replace(text=text, weight=phrase.weight if text == phrase.text else max(phrase.weight, TERM))

    def _power(self, text: str, above: Phrase, inner: list[str], token: str) -> str:
        only = inner[0] if len(set(inner)) == 1 else ""
        if only == "*" and 1 < len(inner) < 4:
            return self._power(self.forms["starred"].format(text), above, inner[1:], token)
        if only in _RAISED and (len(inner) == 1 or only in "*+-"):
            return self.forms[_RAISED[only]].format(text, above.text).strip()
        if inner == ["T"] and len(token) == 1 and token.isupper():
            return self.forms["transpose"].format(text)
        if inner[:1] == ["("] and inner[-1:] == [")"]:
            return self.forms["superscript"].format(text, above.text)
        return self.closed(self.forms["power"].format(text, above.text), above, "end-power").text.strip()

    def _large(self, phrase: Phrase) -> Phrase:
        """A sum, an integral, a limit … with what it goes over."""
        below, above, _, _ = self._marks()
        forms = self.forms
        text = phrase.text
        if below.text and above.text:
            text = forms["from-to"].format(text, below.text, above.text)
        elif below.text:
            limit = phrase in [self.words.names[name] for name in ("lim", "limsup", "liminf", "plim")]
            text = forms["as" if limit else "over"].format(text, below.text)
        elif above.text:
            text = forms["up-to"].format(text, above.text)
        return self.of(text)

    def of(self, text: str) -> Phrase:
        """A function or a sum before what it is of, if anything follows."""
        takes = self.has_operand()
        return Phrase(self.forms["of"].format(text) if takes else text, ATOM, True, takes)

    def _function(self, phrase: Phrase) -> Phrase:
        """A function with its base or power, and its argument if that is short."""
        below, above, inner, _ = self._marks()
        text = phrase.text
        if below.text:
            based = phrase in [self.words.names[name] for name in ("log", "ln", "lg")]
            text = self.forms["base" if based else "index"].format(text, below.text)
        if inner == ["-", "1"]:
            text = self.forms["inverse"].format(text)
        elif above.text:
            text = self._power(text, above, inner, "")
        argument = self._short_argument()
        if argument:
            return Phrase(f"{self.forms['of'].format(text)} {argument}", TERM, applies=True)
        return self.of(text)

    def _short_argument(self, numbers: bool = True) -> str:
        """A single thing in parentheses (read without them), or nothing."""
        at = self.at
        close = self.partner.get(at, self.end)
        if self.next() not in ("(", "[") or close >= self.end or close - at > 10 or self.depth >= _DEPTH:
            return ""
        if self.tokens[close + 1 : close + 2] in (["^"], ["_"], ["'"], ["!"]):
            return ""
        phrase = self.span(at + 1, close)
        if phrase.weight > TERM or not (numbers or not phrase.text[:1].isdigit()):
            return ""
        self.at = close + 1 if phrase.text else at
        return phrase.text


Construct = Callable[[FormulaReader, str], Phrase]
"""Reads what follows a token."""
