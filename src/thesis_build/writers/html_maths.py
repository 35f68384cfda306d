"""Corrections that browsers need in Pandoc's MathML."""

from __future__ import annotations

import re

from thesis_build.languages import language

_DECIMAL_COMMA = re.compile(r"<mn>(\d+)</mn>(?:<mrow>)?<mo(?: [^>]*)?>,</mo>(?:</mrow>)?<mn>(\d+)</mn>")


def tidy_maths(html: str, tag: str) -> str:
    """HTML whose decimal commas are one number in languages that have them, and whose bars every engine draws.

    `0{,}2` comes as number, operator, number, set apart as "0, 2"; U+203E has no size in WebKit, U+00AF has.
    """
    if "<math" not in html:
        return html
    if language(tag).words["numbers"]["decimal"] == ",":
        html = _DECIMAL_COMMA.sub(r"<mn>\1,\2</mn>", html)
    return html.replace("‾</mo>", "¯</mo>")
