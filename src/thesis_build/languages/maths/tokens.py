"""TeX maths cut into tokens: commands, texts, numbers, letters, symbols.

Spacing, sizes, fonts and comments are dropped; several names of one thing become one name; a text is one token.
"""

from __future__ import annotations

import re
import unicodedata

from thesis_build.languages.maths.tex_tables import (
    ALIASES,
    BARE,
    DIGRAPHS,
    EXPANDED,
    FONTS,
    FRACTIONS,
    JOINED,
    PLAIN,
    RAISED,
    SETS,
    SILENT,
    SIZES,
    SKIPPED,
    TEXT,
    TEXTS,
    UNICODE,
)


def bare(token: str) -> str:
    """The name of a command without its backslash; other tokens as they are."""
    return token[1:] if len(token) > 1 and token[0] == "\\" else token


def tokens(tex: str, depth: int = 0) -> list[str]:
    """A formula cut into tokens: `\\command`, `\\begin:name`, texts, numbers, letters, symbols; in linear time."""
    out: list[str] = []
    at = 0
    lone_bars = _LONE_BAR.search(tex) is not None
    listing = 0
    while at < len(tex):
        found = _TOKEN.match(tex, at)
        assert found is not None, "the pattern takes any character"
        at = found.end()
        symbol = found[0]
        if symbol.startswith("\\"):
            listing += {"\\{": 1, "\\}": -1}.get(symbol, 0)
            at = _command(_ROW.sub(r"\\\\", symbol), tex, at, depth, out)
        elif found["number"]:
            at = _number(symbol, tex, found, listing > 0, out)
        elif found["letters"]:
            out.extend([symbol[0], *_letters(symbol[1:])] if _takes_one(out) else _letters(symbol))
        elif symbol == "||" and lone_bars:
            out += "||"
        else:
            _put(_symbol(symbol), out)
    return out


def _command(symbol: str, tex: str, at: int, depth: int, out: list[str]) -> int:
    """Puts what a command stands for on the list; where to go on reading."""
    name = symbol[1:]
    if name in SIZES or _BIG.fullmatch(name):
        return _delimiter(name, tex, at, out)
    if name in ("begin", "end"):
        return _environment(name, tex, at, out)
    if name in SKIPPED:
        return _braced(tex, at)[1]
    if name in TEXTS:
        inner, at = _braced(tex, at)
        out += _text(inner, depth)
    elif name.startswith("operatorname"):
        inner, at = _braced(tex, at)
        out += [symbol, TEXT + (re.sub(r"\\[A-Za-z]+|[^\w]", "", inner) or name)]
    elif name in FONTS:
        at = _font(name, tex, at, out)
    elif name not in SILENT:
        _put(EXPANDED.get(name) or [PLAIN.get(name) or "\\" + ALIASES.get(name, name)], out)
    return at


def _put(symbols: list[str], out: list[str]) -> None:
    """Symbols on the list; `\\not` and what it denies become one symbol, `\\arg\\max` too."""
    for symbol in symbols:
        joined = JOINED.get(f"{out[-1]} {symbol}") if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(symbol)


def _delimiter(name: str, tex: str, at: int, out: list[str]) -> int:
    """What follows `\\left`, `\\bigr` …: a bar opens or closes, a full stop is nothing."""
    found = _DELIMITER.match(tex, at)
    if not found:
        return at
    side = "l" if name == "left" or name.endswith("l") else "r" if name == "right" or name.endswith("r") else ""
    bar = {"|": "vert", "\\vert": "vert", "\\|": "Vert", "\\Vert": "Vert"}.get(found[1])
    if bar:
        plain = "mid" if name == "middle" else "|" if bar == "vert" else "Vert"
        out.append("\\" + side + bar if side else plain if plain == "|" else "\\" + plain)
    elif found[1] in "<>":
        out.append("\\langle" if found[1] == "<" else "\\rangle")
    return found.end() if bar or found[1] in "<>." else at


def _environment(name: str, tex: str, at: int, out: list[str]) -> int:
    inner, at = _braced(tex, at)
    kind = inner.strip().rstrip("*")
    if name == "begin":
        if kind in ("array", "tabular", "alignedat", "alignat", "subarray"):
            optional = _OPTIONAL.match(tex, at)
            at = _braced(tex, optional.end() if optional else at)[1]
        if kind == "array" and out and out[-1] == "\\{":
            out.pop()
            kind = "cases"
    out.append(f"\\{name}:{kind}")
    return at


def _font(name: str, tex: str, at: int, out: list[str]) -> int:
    """`\\mathrm{GDP}` is one word, `\\mathbb{R}` a set; other things are read as if there were no font."""
    found = _WORD.match(tex, at)
    if not found:
        return at
    word = found[1] or found[2]
    if name == "mathbb" and word in SETS:
        out.append(SETS[word])
    else:
        out.append(word if len(word) == 1 else TEXT + word)
    return found.end()


def _text(inner: str, depth: int) -> list[str]:
    """A text, and the formulas inside it."""
    out: list[str] = []
    for number, part in enumerate(inner.split("$") if depth < 3 else [inner]):
        if number % 2:
            out += ["{", *tokens(part, depth + 1), "}"]
        else:
            plain = re.sub(r"\\[A-Za-z]+ ?|[{}]", "", re.sub(r"\\[ ,;:!_]|[~_\s]", " ", part)).replace("\\", "")
            plain = " ".join(plain.split())
            out += [TEXT + plain] if plain else []
    return out


def _number(symbol: str, tex: str, found: re.Match[str], listing: bool, out: list[str]) -> int:
    """A number, or the first digit where TeX takes one (`x^10`, `\\frac12`); `1,2` in an index or a set are two."""
    if _takes_one(out) and len(symbol) > 1:
        out.append(symbol[0])
        return found.start() + 1
    before, after = "".join(out[-2:]), tex[found.end() : found.end() + 1]
    in_list = listing or before.endswith((",", "_{")) or after == ","
    pair = before[-1:] in ("(", "[") and after in (")", "]") and re.fullmatch(r"\d,\d", symbol)
    many = symbol.count(",") - symbol.count("{,}") > 1 and not re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", symbol)
    parts = re.split(r"(?<!\{)(,)(?!\})", symbol) if in_list or pair or many else [symbol]
    out += [part.replace("{", "").replace("}", "") for part in parts]
    return found.end()


def _letters(run: str) -> list[str]:
    """Letters one by one, but a name someone wrote without `\\text` in one piece: PDB, price, log."""
    if run in BARE:
        return ["\\" + run]
    named = len(run) > 3 or (len(run) == 3 and run.isupper())
    return [TEXT + run] if named and not re.fullmatch(r"(d[a-z])+", run) else list(run)


def _symbol(symbol: str) -> list[str]:
    if symbol.isspace() or symbol[0] in "%~":
        return []
    if symbol.isascii():
        if symbol[0] == "(" and len(symbol) > 1:
            return ["(", "\\placeholder", ")"]
        return ["\\" + DIGRAPHS[symbol]] if symbol in DIGRAPHS else [symbol]
    if symbol in UNICODE:
        return ["\\" + UNICODE[symbol]]
    if symbol in RAISED:
        return ["^", RAISED[symbol]]
    return [unicodedata.normalize("NFKC", symbol)] if "\U0001d400" <= symbol <= "\U0001d7ff" else [symbol]


def _takes_one(out: list[str]) -> bool:
    """Whether TeX takes a single digit or letter next, without braces."""
    second = len(out) > 1 and out[-2] in FRACTIONS and len(out[-1]) == 1 and out[-1] not in "{["
    return second or (bool(out) and (out[-1] in ("_", "^", "\\sqrt") or out[-1] in FRACTIONS))


def _braced(tex: str, at: int) -> tuple[str, int]:
    """What stands in the braces that begin here (to the end where they stay open), and where they end."""
    found = _BRACE_NEXT.match(tex, at)
    if not found:
        return "", at
    depth = 0
    for brace in _BRACES.finditer(tex, found.end() - 1):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return tex[found.end() : brace.start()], brace.end()
    return tex[found.end() :], len(tex)


_TOKEN = re.compile(
    r"%[^\n]*|\s+"
    r"|\\(?:operatorname|[hv]space|tag)\*|\\[A-Za-z]+|\\\\\*?(?:\[-?[\d.]+ ?[a-z]{2}\])?|\\."
    r"|(?P<number>\.?[0-9]+(?:(?:\{[.,]\}|[.,])[0-9]+)*)"
    r"|(?P<letters>[A-Za-z]+)"
    r"|\|\||:=|<=|>=|->|=>|\(\s*\\cdot\s*\)|.",
    re.DOTALL,
)
_ROW = re.compile(r"\\\\.*", re.DOTALL)
_LONE_BAR = re.compile(r"(?<!\|)\|(?!\|)")
_BIG = re.compile(r"[bB]igg?[lrm]?")
_DELIMITER = re.compile(r"\s*(\\[A-Za-z]+|\\.|[^\s\\])", re.DOTALL)
_OPTIONAL = re.compile(r"\s*\[[a-z]\]")
_WORD = re.compile(r"\s*\{\s*([A-Za-z]+)\s*\}|\s*([A-Za-z])(?![A-Za-z])")
_BRACE_NEXT = re.compile(r"\s*\{")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
