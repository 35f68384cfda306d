"""Commands that take something: fractions, derivatives, roots, accents, labels, operators with a name, dots."""

from __future__ import annotations

from thesis_build.languages.maths.formula_reader import Construct, FormulaReader
from thesis_build.languages.maths.tex_tables import ALIASES, TEXT
from thesis_build.languages.maths.tokens import bare
from thesis_build.languages.maths.wording import FUNCTION, LARGE, OPERATOR, TERM, Phrase

_SERIES = frozenset({",", "+", "-", "<", "=", "\\times", "\\cdot", "\\le", "\\cup", "\\cap"})


def _fraction(reader: FormulaReader, _: str) -> Phrase:
    above = _group(reader, reader.at)
    below = _group(reader, above[1] + 1) if above else None
    if above and below and (derivative := _derivative(reader, above, below)):
        reader.at = below[1] + 1
        return derivative
    upper, lower = reader.argument(), reader.argument()
    if upper.weight or lower.weight:
        return Phrase(reader.forms["long-fraction"].format(upper.text, lower.text), TERM)
    times = reader.has_operand() and reader.next()[0] not in (TEXT, "-", "!") and reader.next() != "\\pm"
    text = reader.forms["fraction-then" if times else "fraction"].format(upper.text, lower.text)
    return Phrase(text, TERM, takes=times)


def _group(reader: FormulaReader, at: int) -> tuple[int, int] | None:
    """Where the inside of the braces here begins and ends."""
    close = reader.partner.get(at, reader.end)
    return (at + 1, close) if reader.tokens[at : at + 1] == ["{"] and close < reader.end else None


def _derivative(reader: FormulaReader, above: tuple[int, int], below: tuple[int, int]) -> Phrase | None:
    """`\\frac{d^2 y}{dx^2}` and the like; nothing where the fraction is no derivative."""
    cut, forms, start, order = reader.tokens, reader.forms, above[0] + 1, ""
    operator = cut[above[0]]
    starts = [at for at in range(*below) if cut[at] == operator]
    ends = [*starts[1:], below[1]]
    variables = [(at + 1, _without_power(reader, at + 1, end)) for at, end in zip(starts, ends, strict=False)]
    power = _group(reader, start + 1) or (start + 1, start + 2) if cut[start] == "^" else None
    if power:
        start = power[1] + (cut[start + 1] == "{")
    if operator not in ("d", "\\partial") or starts[:1] != [below[0]] or start > above[1]:
        return None
    if any(first == last or cut[first] in ("_", "^") for first, last in variables):
        return None
    kind = forms["derivative" if operator == "d" else "partial-derivative"]
    if power and (order := reader.span(*power).text):
        kind = forms["ordered"].format(kind, reader.words.orders.get(order) or forms["order"].format(order))
    what = reader.span(start, above[1]).text
    by = forms["and"].join(reader.span(*variable).text for variable in variables)
    parts = (kind, what, by) if what else (kind, by)
    form = forms["derivative-of" if what else "derivative-operator"]
    return Phrase(form.format(*parts), TERM, takes=not what)


def _without_power(reader: FormulaReader, start: int, end: int) -> int:
    """Where what a derivative is by ends, if a power follows it."""
    for at in range(start, end):
        group = _group(reader, at + 1)
        if reader.tokens[at] == "^" and (group[1] + 1 if group else at + 2) == end:
            return at
    return end


def _binomial(reader: FormulaReader, _: str) -> Phrase:
    return Phrase(reader.forms["binomial"].format(reader.argument().text, reader.argument().text), TERM)


def _root(reader: FormulaReader, _: str) -> Phrase:
    degree = ""
    close = reader.partner.get(reader.at, reader.end)
    if reader.next() == "[" and close < reader.end:
        degree = reader.span(reader.at + 1, close).text
        reader.at = close + 1
    inner = reader.argument()
    form = {"": "square-root", "2": "square-root", "3": "cube-root"}.get(degree, "root")
    return reader.closed(reader.forms[form].format(inner.text, degree), inner, "end-root")


def _accent(reader: FormulaReader, token: str) -> Phrase:
    inner = reader.argument()
    form = bare(token) if inner.weight <= TERM else f"long-{bare(token)}"
    return Phrase(reader.forms[form].format(inner.text), min(inner.weight, TERM))


def _stacked(reader: FormulaReader, token: str) -> Phrase:
    """`\\stackrel{a}{b}`: b labelled a; below a maximum or limit it is what that goes over."""
    label = reader.script()[0].text
    base = reader.argument()
    if token == "\\underset" and (base.applies or base.weight == LARGE):
        return reader.of(reader.forms["over"].format(base.text, label))
    return Phrase(reader.forms["labelled"].format(base.text, label), base.weight)


def _denied(reader: FormulaReader, _: str) -> Phrase:
    return Phrase(reader.forms["not"].format(reader.argument().text).strip(), OPERATOR)


def _operator(reader: FormulaReader, token: str) -> Phrase:
    name = reader.next()[1:]
    reader.at += 1
    found = reader.words.names.get(ALIASES.get(name, name))
    return found if found and found.weight >= FUNCTION else Phrase(name, LARGE if token[-1] == "*" else FUNCTION)


def _dots(reader: FormulaReader, _: str) -> Phrase:
    """Dots; before the last of a list or sum: "and so on up to"."""
    before = reader.tokens[reader.at - 2] if reader.at > 1 else ""
    if reader.at + 1 < reader.end and reader.next() in _SERIES and reader.next() in (",", before):
        reader.at += 1
        return Phrase(reader.forms["dots-to"])
    return Phrase(reader.forms["dots"])


CONSTRUCTS: dict[str, Construct] = {
    "\\frac": _fraction,
    "\\binom": _binomial,
    "\\sqrt": _root,
    "\\not": _denied,
    "\\ldots": _dots,
    **dict.fromkeys(("\\stackrel", "\\underset"), _stacked),
    **dict.fromkeys(("\\operatorname", "\\operatorname*"), _operator),
    **dict.fromkeys(("\\underbrace", "\\overbrace"), lambda reader, _: reader.argument()),
    **dict.fromkeys(("\\bar", "\\hat", "\\tilde", "\\vec", "\\dot", "\\ddot", "\\underline"), _accent),
}
"""How each command is read."""
