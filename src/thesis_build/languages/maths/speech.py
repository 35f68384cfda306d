"""TeX maths as words, for readers who do not see the formula (PDF/UA-1 wants a text for every equation).

The words are data (`maths-TAG.yaml`); a command that is not known is read by its name. What ends where only the eye
can see it (a fraction, a root that goes on) is closed by a word. Nothing here raises.
"""

from __future__ import annotations

from collections.abc import Callable

from thesis_build.languages.maths.tokens import (
    ALIASES,
    ATOM,
    FUNCTION,
    LARGE,
    MARK,
    OPERATOR,
    SETS,
    SUM,
    TERM,
    TEXT,
    MathsWords,
    Spoken,
    bare,
    pairs,
    table,
    tokens,
    weight,
    words_of,
)


def spoken(tex: str, language: str) -> str:
    """A formula in words of the language (English where it has none): `\\frac{a}{b}` is "a per b", "a over b"."""
    words = words_of(language)
    said = _Reader(tokens(tex.replace(TEXT, "")), words).formula()
    return _tidy(said) or _tidy(tex.translate(_NO_MARKS)) or words.forms["empty"]


def _tidy(text: str) -> str:
    """A text in one line, without signs that do not print."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


class _Reader:
    """Reads tokens from left to right; what nests deeper than the limit is read flat."""

    def __init__(self, cut: list[str], words: MathsWords) -> None:
        self._tokens = cut
        self._words = words
        self._forms = words.forms
        self._partner, self._lists = pairs(cut)
        self._at = 0
        self._end = len(cut)
        self._depth = 0
        self._brief = self._quantified = self._in_set = False

    def formula(self) -> str:
        """All of it."""
        return self._sequence(len(self._tokens)).text.strip("; ")

    def _sequence(self, end: int) -> Spoken:
        """From here to a place."""
        outer, self._end = self._end, end
        self._depth += 1
        parts: list[Spoken] = []
        while self._at < end:
            part = self._term()
            if part.applies and parts and parts[-1].weight < OPERATOR and not parts[-1].takes:
                parts.append(self._words.names["times"]._replace(weight=TERM))
            if part.text:
                parts.append(part)
        self._depth -= 1
        self._end = outer
        if len(parts) == 1:
            return parts[0]
        text = "".join(part.text if part.weight == MARK else f" {part.text}" for part in parts)
        return Spoken(text.strip(), weight(parts))

    def _span(self, start: int, end: int) -> Spoken:
        """Another stretch of the formula; the place here stays."""
        here, self._at = self._at, start
        said = self._sequence(end)
        self._at = here
        return said

    def _term(self) -> Spoken:
        """One thing with its indices and powers."""
        at = self._at
        token = self._tokens[at]
        said = Spoken("") if token in ("_", "^") else self._item()
        if said.weight == LARGE:
            return self._large(said)
        if said.weight == FUNCTION:
            return self._function(said)
        if said.weight == MARK:
            return said
        said = self._scripts(said, token)
        applied = token in _FUNCTIONS or (self._is_letter(token) and self._tokens[at + 1 : at + 2] != ["^"])
        argument = self._short_argument(numbers=token in _FUNCTIONS) if applied else ""
        return Spoken(f"{self._forms['of'].format(said.text)} {argument}", TERM) if argument else said

    def _item(self) -> Spoken:
        at = self._at
        token = self._tokens[at]
        self._at += 1
        deep = self._depth >= _DEPTH
        if not deep and self._partner.get(at, self._end) < self._end:
            return self._enclosed(at, self._partner[at])
        if token in ("{", "}", "&", "\\") or token.startswith(("\\begin:", "\\end:")):
            return Spoken("")
        if token[0] == TEXT:
            return self._text(token[1:])
        if token in ("|", "\\rvert", "\\mid"):
            return self._bar(token)
        if token in _READ and not deep:
            return _READ[token](self, token)
        return self._word(bare(token))

    def _word(self, name: str) -> Spoken:
        """What a command or sign is called."""
        if name == ":" and (self._tokens[self._at - 2][:1] + self._next()[:1]).isdigit() and self._at > 1:
            return self._words.names["ratio"]
        if name == ":" and self._in_set:
            self._quantified = False
            return Spoken(self._forms["such-that"], OPERATOR)
        found = self._words.names.get(name, Spoken(name))
        if (self._brief or self._quantified) and name in self._words.limits:
            self._quantified = False
            return Spoken(self._words.limits[name], OPERATOR if name in self._words.relations else ATOM)
        self._quantified = name in ("forall", "exists") or (self._quantified and found.weight != MARK)
        return Spoken(_LETTERS[name]) if name in _LETTERS and self._next() in ("^", "_") else found

    def _text(self, text: str) -> Spoken:
        """A text; the name of a function that stands before its parenthesis is that function."""
        found = self._words.names.get(ALIASES.get(text, text))
        if found and (found.weight, self._next()) in ((FUNCTION, "("), (FUNCTION, "["), (LARGE, "_")):
            return found
        return Spoken(text, takes=True)

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _is_letter(self, token: str) -> bool:
        return (len(token) == 1 and token.isalpha()) or token[1:].lower() in self._words.greek

    def _goes_on(self) -> bool:
        """Whether a listener could take what follows for a part of what was just read."""
        token = self._next()
        known = self._words.names.get(bare(token), Spoken(""))
        ends = known.weight == MARK or bare(token) in self._words.relations or token.startswith("\\end:")
        return token not in _STOPS and not ends

    def _has_operand(self) -> bool:
        """Whether something follows that a function or a sum can be of."""
        token = self._next()
        known = self._words.names.get(bare(token), Spoken(""))
        if self._at >= self._end or token in _NO_OPERANDS or not self._goes_on():
            return False
        if token in ("|", "\\Vert"):
            return self._at in self._partner
        return known.weight != OPERATOR or token in ("-", "\\pm")

    def _closed(self, text: str, inner: Spoken, end: str) -> Spoken:
        """A phrase, closed by a word where a listener could not tell how far its inner part goes."""
        unclear = self._next() in ("^", "_") or (inner.weight > TERM and self._goes_on())
        return Spoken(f"{text} {self._forms[end]}".replace(" ,", ",") if unclear else text, TERM)

    def _argument(self) -> Spoken:
        """What a command takes: a group or a single thing."""
        if self._at >= self._end or self._depth >= _DEPTH:
            return Spoken("")
        self._depth += 1
        said = self._item()
        self._depth -= 1
        return said

    def _enclosed(self, at: int, close: int) -> Spoken:
        """What stands between two signs that belong together."""
        opener = self._tokens[at]
        if opener.startswith("\\begin:"):
            return self._environment(opener[7:], at, close)
        listed = opener == "\\{" and at in self._lists
        outer, self._in_set = self._in_set, opener == "\\{" or (opener == "{" and self._in_set)
        self._quantified |= listed
        inner = self._sequence(close)
        self._at = close + 1
        self._in_set = outer
        if opener == "{":
            return inner
        form = "set" if listed else _NAMED.get(opener)
        if form:
            return self._closed(self._forms[form].format(inner.text), inner, f"end-{form}")
        signs = (self._words.names[bare(self._tokens[place])].text for place in (at, close))
        return Spoken(f" {inner.text} ".join(signs), TERM)

    def _bar(self, token: str) -> Spoken:
        """A bar without a partner: a condition, or the place where something is evaluated."""
        if token != "\\mid" and self._next() == "_":
            self._at += 1
            below = self._script()[0].text
            if self._next() != "^":
                return Spoken(self._forms["evaluated"].format(below), TERM)
            self._at += 1
            return Spoken(self._forms["evaluated-between"].format(below, self._script()[0].text), TERM)
        if token == "\\rvert":
            return self._words.names["|"]
        self._quantified = False
        return Spoken(self._forms["such-that" if self._in_set else "given"], OPERATOR)

    # ── indices, powers, limits ─────────────────────────────────────────────────────────────────

    def _script(self) -> tuple[Spoken, list[str]]:
        """An index or a power in words, and its tokens."""
        start = self._at
        outer, self._brief = self._brief, True
        said = self._argument()
        self._brief = outer
        inner = self._tokens[start : self._at]
        return said, inner[1:-1] if inner[:1] == ["{"] else inner

    def _marks(self) -> tuple[Spoken, Spoken, list[str], int]:
        """One index, one power (with its tokens) and primes, in whatever order they stand."""
        below, above, inner, primes = Spoken(""), Spoken(""), [""], 0
        seen = set()
        while self._at < self._end and self._next() in ("_", "^", "'") and self._next() not in seen:
            mark = self._next()
            self._at += 1
            if mark == "'":
                primes += 1
                continue
            seen.add(mark)
            if mark == "_":
                below = self._script()[0]
            else:
                above, inner = self._script()
        return below, above, inner, primes

    def _scripts(self, said: Spoken, token: str) -> Spoken:
        """A thing with what `_`, `^`, primes and a factorial sign add to it."""
        below, above, inner, primes = self._marks()
        text = said.text
        if said.weight == OPERATOR or token in ("\\underbrace", "\\overbrace"):
            for label in filter(None, (below.text, above.text)):
                text = self._forms["labelled"].format(text, label)
            return Spoken(text, said.weight)
        if below.text:
            text = self._forms["index"].format(text, below.text)
            if below.weight == SUM and (above.text or primes or self._goes_on()):
                text = f"{text} {self._forms['end-index']}"
        if primes:
            form = _PRIMES.get(primes, "superscript")
            text = self._forms[form].format(text, f"{primes} {self._words.names['prime'].text}")
        if above.text:
            text = self._power(text, above, inner, token)
        after = []
        while text and self._at < self._end and self._next() in ("!", "\\%"):
            after.append(self._word(bare(self._next())).text)
            self._at += 1
        text = " ".join([text, *after])
        return said._replace(text=text, weight=said.weight if text == said.text else max(said.weight, TERM))

    def _power(self, text: str, above: Spoken, inner: list[str], token: str) -> str:
        only = inner[0] if len(set(inner)) == 1 else ""
        if only == "*" and 1 < len(inner) < 4:
            return self._power(self._forms["starred"].format(text), above, inner[1:], token)
        if only in _RAISED and (len(inner) == 1 or only in "*+-"):
            return self._forms[_RAISED[only]].format(text, above.text).strip()
        if inner == ["T"] and len(token) == 1 and token.isupper():
            return self._forms["transpose"].format(text)
        if inner[:1] == ["("] and inner[-1:] == [")"]:
            return self._forms["superscript"].format(text, above.text)
        return self._closed(self._forms["power"].format(text, above.text), above, "end-power").text.strip()

    def _large(self, said: Spoken) -> Spoken:
        """A sum, an integral, a limit … with what it goes over."""
        below, above, _, _ = self._marks()
        forms = self._forms
        text = said.text
        if below.text and above.text:
            text = forms["from-to"].format(text, below.text, above.text)
        elif below.text:
            limit = said in [self._words.names[name] for name in ("lim", "limsup", "liminf", "plim")]
            text = forms["as" if limit else "over"].format(text, below.text)
        elif above.text:
            text = forms["up-to"].format(text, above.text)
        return self._of(text)

    def _of(self, text: str) -> Spoken:
        """A function or a sum before what it is of, if anything follows."""
        takes = self._has_operand()
        return Spoken(self._forms["of"].format(text) if takes else text, ATOM, True, takes)

    def _function(self, said: Spoken) -> Spoken:
        """A function with its base or power, and its argument if that is short."""
        below, above, inner, _ = self._marks()
        text = said.text
        if below.text:
            based = said in [self._words.names[name] for name in ("log", "ln", "lg")]
            text = self._forms["base" if based else "index"].format(text, below.text)
        if inner == ["-", "1"]:
            text = self._forms["inverse"].format(text)
        elif above.text:
            text = self._power(text, above, inner, "")
        argument = self._short_argument()
        if argument:
            return Spoken(f"{self._forms['of'].format(text)} {argument}", TERM, applies=True)
        return self._of(text)

    def _short_argument(self, numbers: bool = True) -> str:
        """A single thing in parentheses (read without them), or nothing."""
        at = self._at
        close = self._partner.get(at, self._end)
        if self._next() not in ("(", "[") or close >= self._end or close - at > 10 or self._depth >= _DEPTH:
            return ""
        if self._tokens[close + 1 : close + 2] in (["^"], ["_"], ["'"], ["!"]):
            return ""
        said = self._span(at + 1, close)
        if said.weight > TERM or not (numbers or not said.text[:1].isdigit()):
            return ""
        self._at = close + 1 if said.text else at
        return said.text

    # ── commands that take something ────────────────────────────────────────────────────────────

    def _fraction(self, _: str) -> Spoken:
        above = self._group(self._at)
        below = self._group(above[1] + 1) if above else None
        if above and below and (said := self._derivative(above, below)):
            self._at = below[1] + 1
            return said
        upper, lower = self._argument(), self._argument()
        if upper.weight or lower.weight:
            return Spoken(self._forms["long-fraction"].format(upper.text, lower.text), TERM)
        times = self._has_operand() and self._next()[0] not in (TEXT, "-", "!") and self._next() != "\\pm"
        text = self._forms["fraction-then" if times else "fraction"].format(upper.text, lower.text)
        return Spoken(text, TERM, takes=times)

    def _group(self, at: int) -> tuple[int, int] | None:
        """Where the inside of the braces at a place begins and ends."""
        close = self._partner.get(at, self._end)
        return (at + 1, close) if self._tokens[at : at + 1] == ["{"] and close < self._end else None

    def _derivative(self, above: tuple[int, int], below: tuple[int, int]) -> Spoken | None:
        """`\\frac{d^2 y}{dx^2}` and the like; nothing where the fraction is no derivative."""
        cut, forms, start, order = self._tokens, self._forms, above[0] + 1, ""
        sign = cut[above[0]]
        places = [at for at in range(*below) if cut[at] == sign]
        ends = [*places[1:], below[1]]
        variables = [(at + 1, self._without_power(at + 1, end)) for at, end in zip(places, ends, strict=False)]
        power = self._group(start + 1) or (start + 1, start + 2) if cut[start] == "^" else None
        if power:
            start = power[1] + (cut[start + 1] == "{")
        if sign not in ("d", "\\partial") or places[:1] != [below[0]] or start > above[1]:
            return None
        if any(first == last or cut[first] in ("_", "^") for first, last in variables):
            return None
        kind = forms["derivative" if sign == "d" else "partial-derivative"]
        if power and (order := self._span(*power).text):
            kind = forms["ordered"].format(kind, self._words.orders.get(order) or forms["order"].format(order))
        what = self._span(start, above[1]).text
        by = forms["and"].join(self._span(*variable).text for variable in variables)
        parts = (kind, what, by) if what else (kind, by)
        form = forms["derivative-of" if what else "derivative-operator"]
        return Spoken(form.format(*parts), TERM, takes=not what)

    def _without_power(self, start: int, end: int) -> int:
        """Where what a derivative is by ends, if a power stands behind it."""
        for at in range(start, end):
            group = self._group(at + 1)
            if self._tokens[at] == "^" and (group[1] + 1 if group else at + 2) == end:
                return at
        return end

    def _binomial(self, _: str) -> Spoken:
        return Spoken(self._forms["binomial"].format(self._argument().text, self._argument().text), TERM)

    def _root(self, _: str) -> Spoken:
        degree = ""
        close = self._partner.get(self._at, self._end)
        if self._next() == "[" and close < self._end:
            degree = self._span(self._at + 1, close).text
            self._at = close + 1
        inner = self._argument()
        form = {"": "square-root", "2": "square-root", "3": "cube-root"}.get(degree, "root")
        return self._closed(self._forms[form].format(inner.text, degree), inner, "end-root")

    def _accent(self, token: str) -> Spoken:
        inner = self._argument()
        form = bare(token) if inner.weight <= TERM else f"long-{bare(token)}"
        return Spoken(self._forms[form].format(inner.text), min(inner.weight, TERM))

    def _stacked(self, token: str) -> Spoken:
        """`\\stackrel{a}{b}`: b labelled a; below a maximum or limit it is what that goes over."""
        label = self._script()[0].text
        base = self._argument()
        if token == "\\underset" and (base.applies or base.weight == LARGE):
            return self._of(self._forms["over"].format(base.text, label))
        return Spoken(self._forms["labelled"].format(base.text, label), base.weight)

    def _denied(self, _: str) -> Spoken:
        return Spoken(self._forms["not"].format(self._argument().text).strip(), OPERATOR)

    def _operator(self, token: str) -> Spoken:
        name = self._next()[1:]
        self._at += 1
        found = self._words.names.get(ALIASES.get(name, name))
        return found if found and found.weight >= FUNCTION else Spoken(name, LARGE if token[-1] == "*" else FUNCTION)

    def _dots(self, _: str) -> Spoken:
        """Dots; before the last of a list or sum: "and so on up to"."""
        before = self._tokens[self._at - 2] if self._at > 1 else ""
        if self._at + 1 < self._end and self._next() in _SERIES and self._next() in (",", before):
            self._at += 1
            return Spoken(self._forms["dots-to"])
        return Spoken(self._forms["dots"])

    # ── rows and columns ────────────────────────────────────────────────────────────────────────

    def _environment(self, kind: str, at: int, close: int) -> Spoken:
        """A matrix, cases, or aligned lines, in reading order."""
        rows = [
            [(self._span(*cell).text.strip(" ,;."), self._tokens[cell[0]]) for cell in row]
            for row in self._rows(at, close)
        ]
        self._at = close + 1
        forms = self._forms
        lines = [", ".join(text for text, _ in row) for row in rows if any(text for text, _ in row)]
        if kind in _MATRICES and lines:
            body = "; ".join(forms["row"].format(place, line) for place, line in enumerate(lines, 1))
            text = forms[_MATRICES[kind]].format(body, len(lines), max(map(len, rows)))
            return self._closed(text, Spoken(body, SUM), "end-matrix")
        if kind in ("cases", "dcases", "rcases"):
            body = "; ".join(self._case(row) for row in rows if row[0][0])
            return self._closed(forms["cases"].format(body), Spoken(body, SUM), "end-cases")
        return Spoken("; ".join(" ".join(text for text, _ in row).strip() for row in rows), SUM)

    def _case(self, row: list[tuple[str, str]]) -> str:
        """A case and its condition, which may be a formula or begin with a text that says "if"."""
        if len(row) == 2 and row[1][0] and row[1][1][0] != TEXT:
            return self._forms["case-if"].format(row[0][0], row[1][0])
        return ", ".join(text for text, _ in row)

    def _rows(self, at: int, close: int) -> list[list[tuple[int, int]]]:
        """Where the cells of every row begin and end."""
        rows: list[list[tuple[int, int]]] = [[]]
        at = start = at + 1
        while at <= close:
            token = self._tokens[at]
            if at == close or token in ("&", "\\\\"):
                rows[-1].append((start, at))
                start = at + 1
                if token == "\\\\" and at < close - 1:
                    rows.append([])
            at = max(at, self._partner.get(at, at) if self._partner.get(at, at) < close else at) + 1
        return rows


_DEPTH = 30
_NO_MARKS = str.maketrans(dict.fromkeys("\\{}&~", " "))
_LETTERS = {sign: letter for letter, sign in SETS.items()}
_FUNCTIONS = frozenset({"f", "g", "h", "F", "G", "P", "E", "\\phi", "\\Phi", "\\Gamma"})
_STOPS = frozenset({"", ")", "]", "\\}", "\\\\", "&"})
_NO_OPERANDS = frozenset({"}", "^", "_", "\\ldots", "\\mid", "\\rvert"})
_SERIES = frozenset({",", "+", "-", "<", "=", "\\times", "\\cdot", "\\le", "\\cup", "\\cap"})
_PRIMES = {1: "primed", 2: "double-primed", 3: "triple-primed"}
_RAISED = table("2=squared 3=cubed \\circ=degrees \\prime=primed \\top=transpose *=starred +=superscript -=superscript")
_NAMED = table("|=absolute \\lvert=absolute \\Vert=norm \\lVert=norm \\lfloor=floor \\lceil=ceiling")
_MATRICES = dict.fromkeys(("matrix", "pmatrix", "bmatrix", "Bmatrix", "Vmatrix", "smallmatrix", "array"), "matrix")
_MATRICES["vmatrix"] = "determinant"
_READ: dict[str, Callable[[_Reader, str], Spoken]] = {
    "\\frac": _Reader._fraction,
    "\\binom": _Reader._binomial,
    "\\sqrt": _Reader._root,
    "\\not": _Reader._denied,
    "\\ldots": _Reader._dots,
    **dict.fromkeys(("\\stackrel", "\\underset"), _Reader._stacked),
    **dict.fromkeys(("\\operatorname", "\\operatorname*"), _Reader._operator),
    **dict.fromkeys(("\\underbrace", "\\overbrace"), lambda reader, _: reader._argument()),
    **dict.fromkeys(("\\bar", "\\hat", "\\tilde", "\\vec", "\\dot", "\\ddot", "\\underline"), _Reader._accent),
}
