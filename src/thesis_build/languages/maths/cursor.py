"""Where the reader of a formula stands among its tokens, and what it can tell from those around."""

from __future__ import annotations

from thesis_build.languages.maths.brackets import pairs
from thesis_build.languages.maths.tex_tables import ALIASES, SETS
from thesis_build.languages.maths.tokens import bare
from thesis_build.languages.maths.wording import (
    ATOM,
    FUNCTION,
    LARGE,
    MARK,
    OPERATOR,
    TERM,
    MathsVocabulary,
    Phrase,
)

_LETTERS = {name: letter for letter, name in SETS.items()}
_STOPS = frozenset({"", ")", "]", "\\}", "\\\\", "&"})
_NO_OPERANDS = frozenset({"}", "^", "_", "\\ldots", "\\mid", "\\rvert"})


class Cursor:
    """A position among the tokens of a formula: `at`, before `end`, in `depth` brackets and commands.

    `brief` is set in an index or a power, `quantified` after "for all", `in_set` between braces that hold a set.
    """

    def __init__(self, cut: list[str], words: MathsVocabulary) -> None:
        self.tokens = cut
        self.words = words
        self.forms = words.forms
        self.partner, self.lists = pairs(cut)
        self.at = 0
        self.end = len(cut)
        self.depth = 0
        self.brief = self.quantified = self.in_set = False

    def word(self, name: str) -> Phrase:
        """What a command or symbol is called."""
        if name == ":" and (self.tokens[self.at - 2][:1] + self.next()[:1]).isdigit() and self.at > 1:
            return self.words.names["ratio"]
        if name == ":" and self.in_set:
            self.quantified = False
            return Phrase(self.forms["such-that"], OPERATOR)
        found = self.words.names.get(name, Phrase(name))
        if (self.brief or self.quantified) and name in self.words.limits:
            self.quantified = False
            return Phrase(self.words.limits[name], OPERATOR if name in self.words.relations else ATOM)
        self.quantified = name in ("forall", "exists") or (self.quantified and found.weight != MARK)
        return Phrase(_LETTERS[name]) if name in _LETTERS and self.next() in ("^", "_") else found

    def text(self, text: str) -> Phrase:
        """A text; the name of a function that stands before its parenthesis is that function."""
        found = self.words.names.get(ALIASES.get(text, text))
        if found and (found.weight, self.next()) in ((FUNCTION, "("), (FUNCTION, "["), (LARGE, "_")):
            return found
        return Phrase(text, takes=True)

    def next(self) -> str:
        """The token that follows; empty at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def is_letter(self, token: str) -> bool:
        """Whether a token is a letter, a Greek one too."""
        return (len(token) == 1 and token.isalpha()) or token[1:].lower() in self.words.greek

    def goes_on(self) -> bool:
        """Whether a listener could take what follows for a part of what was just read."""
        token = self.next()
        known = self.words.names.get(bare(token), Phrase(""))
        ends = known.weight == MARK or bare(token) in self.words.relations or token.startswith("\\end:")
        return token not in _STOPS and not ends

    def has_operand(self) -> bool:
        """Whether something follows that a function or a sum can be of."""
        token = self.next()
        known = self.words.names.get(bare(token), Phrase(""))
        if self.at >= self.end or token in _NO_OPERANDS or not self.goes_on():
            return False
        if token in ("|", "\\Vert"):
            return self.at in self.partner
        return known.weight != OPERATOR or token in ("-", "\\pm")

    def closed(self, text: str, inner: Phrase, end: str) -> Phrase:
        """A phrase, closed by a word where a listener could not tell how far its inner part goes."""
        unclear = self.next() in ("^", "_") or (inner.weight > TERM and self.goes_on())
        return Phrase(f"{text} {self.forms[end]}".replace(" ,", ",") if unclear else text, TERM)
