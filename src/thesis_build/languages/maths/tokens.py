"""TeX maths cut into tokens, which of them belong together, and the words that a language has for them.

Spacing, sizes, fonts and comments are dropped; several names of one thing become one name; a text is one token.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from thesis_build.languages import FALLBACK, data_files, known

TEXT = "\0"
"""How a token begins that is a text (`\\text{…}`), to be said as it is."""

ATOM, TERM, PRODUCT, SUM, OPERATOR, MARK, FUNCTION, LARGE = range(8)
"""What was read: one word, one thing, several side by side, several joined by signs; or a sign, or what needs more."""


class Spoken(NamedTuple):
    """A piece of a formula in words, and what it is."""

    text: str
    weight: int = ATOM
    applies: bool = False  # begins with a function or a sum
    takes: bool = False  # belongs to what follows: nothing comes between


class MathsWords(NamedTuple):
    """The words of one language: what every command or sign is called and is, and whole phrases."""

    names: Mapping[str, Spoken]
    greek: frozenset[str]
    relations: frozenset[str]
    limits: Mapping[str, str]
    orders: Mapping[str, str]
    forms: Mapping[str, str]


@data_files.remembered()
def words_of(language: str) -> MathsWords:
    """The words of a language from its file; those of another one where it is not known."""
    data = data_files.load(f"maths-{language if language in known() else FALLBACK}.yaml")
    names = {name: Spoken(word, kind) for section, kind in KINDS.items() for name, word in data[section].items()}
    for name, word in data["greek"].items():
        names[name.capitalize()] = Spoken(data["forms"]["capital"].format(word))
    for name in TAKES_NEXT:
        names[name] = names[name]._replace(takes=True)
    names |= {"lvert": names["|"], "lVert": names["Vert"], "rVert": names["Vert"], "\\": Spoken(";", MARK)}
    return MathsWords(
        names, frozenset(data["greek"]), frozenset(data["relations"]), data["limits"], data["orders"], data["forms"]
    )


def weight(parts: list[Spoken]) -> int:
    """What a sequence of pieces is together."""
    signs = sum(part.weight == OPERATOR for part in parts)
    if len(parts) == 2 and parts[0].weight == OPERATOR and parts[1].weight < OPERATOR:
        return max(parts[1].weight, TERM)
    return SUM if signs else PRODUCT if parts else ATOM


def bare(token: str) -> str:
    """The name of a command without its backslash; other tokens as they are."""
    return token[1:] if len(token) > 1 and token[0] == "\\" else token


def tokens(tex: str, depth: int = 0) -> list[str]:
    """A formula cut into tokens: `\\command`, `\\begin:name`, texts, numbers, letters, signs; in linear time."""
    out: list[str] = []
    at = 0
    lone_bars = _LONE_BAR.search(tex) is not None
    listing = 0
    while at < len(tex):
        found = _TOKEN.match(tex, at)
        assert found is not None, "the pattern takes any character"
        at = found.end()
        sign = found[0]
        if sign.startswith("\\"):
            listing += {"\\{": 1, "\\}": -1}.get(sign, 0)
            at = _command(_ROW.sub(r"\\\\", sign), tex, at, depth, out)
        elif found["number"]:
            at = _number(sign, tex, found, listing > 0, out)
        elif found["letters"]:
            out.extend([sign[0], *_letters(sign[1:])] if _takes_one(out) else _letters(sign))
        elif sign == "||" and lone_bars:
            out += "||"
        else:
            _put(_sign(sign), out)
    return out


def pairs(cut: list[str]) -> tuple[dict[int, int], set[int]]:
    """Where what opens at a place is closed, and the places of braces `\\{` that hold a list or a condition."""
    partner: dict[int, int] = {}
    lists: set[int] = set()
    frames = [_Frame(-1, "")]
    opened = {"}": 0, "\\end": 0}

    def leave(close: int | None) -> None:
        frame = frames.pop()
        if close is not None:
            partner[frame.at] = close
        if frame.closer in opened:
            opened[frame.closer] -= 1
        if frame.settle(partner):
            lists.add(frame.at)

    for at, token in enumerate(cut):
        kind = token.partition(":")[0] if token.startswith(("\\begin:", "\\end:")) else token
        top = frames[-1]
        if kind in CLOSERS:
            frames.append(_Frame(at, CLOSERS[kind]))
            if CLOSERS[kind] in opened:
                opened[CLOSERS[kind]] += 1
        elif opened.get(kind):
            while frames[-1].closer != kind:
                leave(None)
            leave(at)
        elif kind == top.closer or {kind, top.closer} == {")", "]"}:
            leave(at)
        elif kind in ("|", "\\Vert"):
            top.bars[kind].append(at)
        elif kind in (",", ":", "\\mid"):
            top.listed = True
    while frames:
        leave(None)
    return partner, lists


def table(text: str) -> dict[str, str]:
    """Lines of pairs `name=name` as a table."""
    return dict(pair.split("=", 1) for pair in text.split())


class _Frame:
    """What is open while pairs are sought: where, what closes it, the bars directly in it."""

    def __init__(self, at: int, closer: str) -> None:
        self.at = at
        self.closer = closer
        self.bars: dict[str, list[int]] = {"|": [], "\\Vert": []}
        self.listed = False

    def settle(self, partner: dict[int, int]) -> bool:
        """Bars by twos are pairs; an odd one is a condition. Whether this is a list."""
        for bars in self.bars.values():
            if len(bars) % 2 == 0:
                partner.update(zip(bars[::2], bars[1::2], strict=True))
        return self.listed or len(self.bars["|"]) % 2 == 1


def _command(sign: str, tex: str, at: int, depth: int, out: list[str]) -> int:
    """Puts what a command stands for on the list; where to go on reading."""
    name = sign[1:]
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
        out += [sign, TEXT + (re.sub(r"\\[A-Za-z]+|[^\w]", "", inner) or name)]
    elif name in FONTS:
        at = _font(name, tex, at, out)
    elif name not in SILENT:
        _put(EXPANDED.get(name) or [PLAIN.get(name) or "\\" + ALIASES.get(name, name)], out)
    return at


def _put(signs: list[str], out: list[str]) -> None:
    """Signs on the list; `\\not` and what it denies become one sign, `\\arg\\max` too."""
    for sign in signs:
        joined = JOINED.get(f"{out[-1]} {sign}") if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(sign)


def _delimiter(name: str, tex: str, at: int, out: list[str]) -> int:
    """What stands behind `\\left`, `\\bigr` …: a bar opens or closes, a full stop is nothing."""
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
    for place, part in enumerate(inner.split("$") if depth < 3 else [inner]):
        if place % 2:
            out += ["{", *tokens(part, depth + 1), "}"]
        else:
            said = re.sub(r"\\[A-Za-z]+ ?|[{}]", "", re.sub(r"\\[ ,;:!_]|[~_\s]", " ", part)).replace("\\", "")
            said = " ".join(said.split())
            out += [TEXT + said] if said else []
    return out


def _number(sign: str, tex: str, found: re.Match[str], listing: bool, out: list[str]) -> int:
    """A number, or the first digit where TeX takes one (`x^10`, `\\frac12`); `1,2` in an index or a set are two."""
    if _takes_one(out) and len(sign) > 1:
        out.append(sign[0])
        return found.start() + 1
    before, after = "".join(out[-2:]), tex[found.end() : found.end() + 1]
    in_list = listing or before.endswith((",", "_{")) or after == ","
    pair = before[-1:] in ("(", "[") and after in (")", "]") and re.fullmatch(r"\d,\d", sign)
    many = sign.count(",") - sign.count("{,}") > 1 and not re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", sign)
    parts = re.split(r"(?<!\{)(,)(?!\})", sign) if in_list or pair or many else [sign]
    out += [part.replace("{", "").replace("}", "") for part in parts]
    return found.end()


def _letters(run: str) -> list[str]:
    """Letters one by one, but a name someone wrote without `\\text` in one piece: PDB, price, log."""
    if run in BARE:
        return ["\\" + run]
    named = len(run) > 3 or (len(run) == 3 and run.isupper())
    return [TEXT + run] if named and not re.fullmatch(r"(d[a-z])+", run) else list(run)


def _sign(sign: str) -> list[str]:
    if sign.isspace() or sign[0] in "%~":
        return []
    if sign.isascii():
        if sign[0] == "(" and len(sign) > 1:
            return ["(", "\\placeholder", ")"]
        return ["\\" + DIGRAPHS[sign]] if sign in DIGRAPHS else [sign]
    if sign in UNICODE:
        return ["\\" + UNICODE[sign]]
    if sign in RAISED:
        return ["^", RAISED[sign]]
    return [unicodedata.normalize("NFKC", sign)] if "\U0001d400" <= sign <= "\U0001d7ff" else [sign]


def _takes_one(out: list[str]) -> bool:
    """Whether TeX takes a single digit or letter next, without braces."""
    second = len(out) > 1 and out[-2] in FRACTIONS and len(out[-1]) == 1 and out[-1] not in "{["
    return second or (bool(out) and (out[-1] in ("_", "^", "\\sqrt") or out[-1] in FRACTIONS))


def _braced(tex: str, at: int) -> tuple[str, int]:
    """What stands in the braces at a place (to the end where they stay open), and the place behind them."""
    found = _BRACE_NEXT.match(tex, at)
    if not found:
        return "", at
    depth = 0
    for brace in _BRACES.finditer(tex, found.end() - 1):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return tex[found.end() : brace.start()], brace.end()
    return tex[found.end() :], len(tex)


def _list(text: str) -> frozenset[str]:
    return frozenset(text.split())


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

CLOSERS = table(
    "{=} (=) [=] \\{=\\} \\lvert=\\rvert \\lVert=\\rVert \\langle=\\rangle \\lfloor=\\rfloor \\lceil=\\rceil"
)
CLOSERS["\\begin"] = "\\end"
TAKES_NEXT = ("Delta", "nabla", "partial", "forall", "exists", "nexists", "neg")
KINDS = {"greek": ATOM, "symbols": ATOM, "marks": MARK, "operators": OPERATOR, "relations": OPERATOR}
KINDS |= {"functions": FUNCTION, "large": LARGE}
FRACTIONS = frozenset({"\\frac", "\\binom"})
SIZES = frozenset({"left", "right", "middle"})
SKIPPED = _list("label tag tag* hspace hspace* vspace vspace* phantom hphantom vphantom color textcolor ref eqref cite")
TEXTS = _list("text textrm textit textbf textsf texttt textnormal textup mbox hbox emph intertext")
FONTS = _list("mathrm mathit mathbf mathsf mathtt mathcal mathfrak mathscr mathbb mathnormal boldsymbol bm pmb symbf")
SILENT = frozenset((" ", "\n", "\t")) | _list(
    ", ; : ! > / - @ quad qquad displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag "
    "hline thinspace medspace thickspace enspace allowbreak mathstrut strut smash rm bf it sf boxed cancel mathop "
    "mathrel mathbin mathord mathopen mathclose substack noindent centering relax"
)
BARE = _list("log ln exp max min sin cos tan Var Cov Corr")
SETS = {"N": "ℕ", "Z": "ℤ", "Q": "ℚ", "R": "ℝ", "C": "ℂ"}
PLAIN = table("lt=< gt=> colon=: vert=| ast=* star=*")
ALIASES = table(
    "dfrac=frac tfrac=frac cfrac=frac nicefrac=frac sfrac=frac dbinom=binom tbinom=binom leq=le leqslant=le geq=ge "
    "geqslant=ge neq=ne varepsilon=epsilon vartheta=theta varphi=phi varrho=rho varsigma=sigma "
    "varkappa=kappa varpi=pi dots=ldots cdots=ldots dotsc=ldots dotsb=ldots dotsm=ldots dotso=ldots dotsi=ldots "
    "vdots=ldots ddots=ldots hdots=ldots rightarrow=to longrightarrow=to gets=leftarrow "
    "longleftarrow=leftarrow longmapsto=mapsto Longrightarrow=implies Rightarrow=implies "
    "Longleftarrow=impliedby Leftarrow=impliedby Leftrightarrow=iff Longleftrightarrow=iff "
    "longleftrightarrow=leftrightarrow land=wedge lor=vee lnot=neg varnothing=emptyset lbrace={ rbrace=} "
    "owns=ni cong=simeq thickapprox=approx asymp=simeq doteq=simeq triangleq=coloneqq coloneq=coloneqq "
    "bmod=mod pmod=mod widehat=hat widetilde=tilde overline=bar overrightarrow=vec intercal=top "
    "smallsetminus=setminus overset=stackrel cdotp=cdot var=Var cov=Cov corr=Corr cor=Corr Tr=tr sign=sgn"
) | {"|": "Vert"}
JOINED = {
    "\\not =": "\\ne",
    "\\not \\in": "\\notin",
    "\\not \\exists": "\\nexists",
    "\\not \\subset": "\\nsubset",
    "\\not \\equiv": "\\nequiv",
    "\\arg \\max": "\\argmax",
    "\\arg \\min": "\\argmin",
}
DIGRAPHS = {":=": "coloneqq", "<=": "le", ">=": "ge", "->": "to", "=>": "implies", "||": "Vert"}
EXPANDED = {"degree": ["^", "\\circ"], "xrightarrow": ["\\to", "^"], "xleftarrow": ["\\leftarrow", "^"]}
RAISED = {"°": "\\circ", "²": "2", "³": "3", "¹": "1", "⁰": "0", "ⁿ": "n"}
UNICODE = table(
    "α=alpha β=beta γ=gamma δ=delta ε=epsilon ϵ=epsilon ζ=zeta η=eta θ=theta ϑ=theta ι=iota κ=kappa λ=lambda μ=mu "
    "µ=mu ν=nu ξ=xi ο=omicron π=pi ρ=rho σ=sigma ς=sigma τ=tau υ=upsilon φ=phi ϕ=phi χ=chi ψ=psi ω=omega Γ=Gamma "
    "Δ=Delta Θ=Theta Λ=Lambda Ξ=Xi Π=Pi Σ=Sigma Φ=Phi Ψ=Psi Ω=Omega ≤=le ≥=ge ≠=ne ≈=approx ≡=equiv ±=pm ∓=mp "
    "×=times ÷=div ·=cdot ⋅=cdot ∑=sum ∏=prod ∫=int √=sqrt ∞=infty ∂=partial ∇=nabla ∈=in ∉=notin ⊂=subset "
    "⊆=subseteq ⊃=supset ⊇=supseteq ∪=cup ∩=cap ∅=emptyset ∀=forall ∃=exists ¬=neg ∧=wedge ∨=vee →=to ←=leftarrow "
    "⇒=implies ⇐=impliedby ⇔=iff ↔=leftrightarrow ↦=mapsto ∝=propto ∼=sim …=ldots ⋯=ldots ′=prime ∣=mid "
    "⊥=perp ∥=Vert ⊤=top ℓ=ell ≪=ll ≫=gg"
)
