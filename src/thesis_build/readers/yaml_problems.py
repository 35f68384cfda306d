"""What can be wrong with a YAML text, in words; and which of it a syntax error of PyYAML means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from thesis_build.model import Problem, Span


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """What a syntax error means: the kind of problem, and the index and the character where it has to be fixed.

    `close` is what closes that character, where it opens something.
    """

    kind: str
    index: int
    character: str
    close: str


def problem(kind: str, span: Span, **arguments: object) -> Problem:
    """A problem of this kind at this position."""
    english, indonesian, english_hint, indonesian_hint = (text.format(**arguments) for text in _MESSAGES[kind])
    return Problem(span, {"en": english, "id": indonesian}, {"en": english_hint, "id": indonesian_hint})


def syntax_fault(error: Any, text: str) -> SyntaxFault:
    """What an error that PyYAML raised for a text means."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    kind, at_context = next((entry[1:] for entry in _SYNTAX if all(part in said for part in entry[0])), _UNKNOWN)
    mark = (at_context and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    index = min(mark.index, len(text)) if mark else 0
    found_at = getattr(getattr(error, "problem_mark", None), "index", index)
    kind, index = _quotation(text, found_at) or (kind, index)
    character = text[index : index + 1]
    kind = "tab" if kind == "start" and character == "\t" else kind
    return SyntaxFault(kind, index, character, _CLOSING.get(character, ""))


def _quotation(text: str, index: int) -> tuple[str, int] | None:
    """What an error at an index comes from, where that is a quotation mark before it: the kind of problem, and where.

    A text that is not closed ends at the next quotation mark, in a line below or before the value of another key.
    """
    for start, end in _quoted(text):
        inside = text[start + 1 : end - 1]
        is_beside = _KEY_BESIDE.search(inside) and text[end : end + 1].isalnum()
        if end <= index + 1 and (_KEY_BELOW.search(inside) or is_beside):
            return "quote", start
        if end <= index and not text[end:index].strip(" ") and text[index : index + 1].isalnum():
            return "inner-quote", end - 1
    return None


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the quoted texts reach, as far as they can be read."""
    import yaml

    with suppress(yaml.YAMLError, ValueError):
        for token in yaml.scan(text):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                yield token.start_mark.index, token.end_mark.index


_KEY_BELOW = re.compile(r"\n[ ]*(?:- )?[A-Za-z][\w-]*:(?:\s|$)")
_KEY_BESIDE = re.compile(r",[ ]*[A-Za-z][\w-]*:[ ]*$")

_UNKNOWN = ("syntax", False)
_CLOSING = {"[": "]", "{": "}"}

_SYNTAX: tuple[tuple[tuple[str, ...], str, bool], ...] = (
    (("mapping values are not allowed",), "colon", False),
    (("cannot start any token",), "start", False),
    (("quoted scalar", "end of stream"), "quote", True),
    (("quoted scalar", "document"), "quote", True),
    (("quoted scalar",), "escape", False),
    (("flow",), "bracket", True),
    (("sequence entries are not allowed",), "dash", False),
    (("scanning a simple key",), "no-colon", True),
    (("scanning an a",), "alias", True),
    (("tag",), "tag", True),
    (("block collection",), "misfit", False),
    (("block mapping",), "misfit", False),
    (("document start",), "misfit", False),
)
"""What PyYAML says (all these words), the problem it means, and whether that stands where the construct begins."""

_MESSAGES: Mapping[str, tuple[str, str, str, str]] = {
    "not-utf8": (
        "the file is not UTF-8 from here on", "berkas ini bukan UTF-8 mulai dari sini",
        "save it again as UTF-8 in your editor", "simpan ulang sebagai UTF-8 di editor Anda",
    ),
    "character": (
        "the invisible character {name} is not allowed", "karakter tak terlihat {name} tidak diizinkan",
        "delete it", "hapus karakter itu",
    ),
    "escaped": (
        "this text holds a control character", "teks ini berisi karakter kendali",
        "delete the escape, or write \\\\ for a backslash",
        "hapus escape-nya, atau tulis \\\\ untuk garis miring terbalik",
    ),
    "documents": (
        "a second YAML document begins here", "dokumen YAML kedua dimulai di sini",
        "delete the line “---”", "hapus baris “---”",
    ),
    "alias": (
        "anchors and aliases (&name, *name) are not read", "jangkar dan alias (&nama, *nama) tidak dibaca",
        "write the value in full; put text that begins with & or * in quotes",
        "tulis nilainya secara lengkap; apit teks yang diawali & atau * dengan tanda kutip",
    ),
    "tag": (
        "tags (!name) are not read", "tag (!nama) tidak dibaca",
        "delete it; put text that begins with ! in quotes",
        "hapus tag itu; apit teks yang diawali ! dengan tanda kutip",
    ),
    "deep": (
        "this is nested too deeply", "ini bersarang terlalu dalam",
        "remove some levels", "kurangi tingkat sarangnya",
    ),
    "key": (
        "a list or mapping cannot be a key", "daftar atau pemetaan tidak dapat menjadi kunci",
        "write key: value; put text that begins with [ or {{ in quotes",
        "tulis kunci: nilai; apit teks yang diawali [ atau {{ dengan tanda kutip",
    ),
    "twice": (
        "the key “{name}” is given twice, first on line {line}",
        "kunci “{name}” ditulis dua kali, pertama di baris {line}",
        "keep one of the two", "pertahankan salah satunya",
    ),
    "colon": (
        "a colon is not allowed here", "titik dua tidak diizinkan di sini",
        "put text that holds “: ” in quotes, and check the indentation of this line",
        "apit teks yang berisi “: ” dengan tanda kutip, dan periksa indentasi baris ini",
    ),
    "tab": (
        "a tab cannot indent", "tab tidak dapat menjadi indentasi",
        "indent with spaces", "pakai spasi untuk indentasi",
    ),
    "start": (
        "“{character}” cannot begin a value", "nilai tidak dapat diawali “{character}”",
        "put the text in quotes", "apit teks itu dengan tanda kutip",
    ),
    "quote": (
        "this quotation mark is not closed", "tanda kutip ini tidak ditutup",
        "put {character} at the end of the text", "beri {character} di akhir teks",
    ),
    "inner-quote": (
        "this quotation mark closes the text, and more follows",
        "tanda kutip ini menutup teks, padahal masih ada lanjutannya",
        "put the whole text in quotes, and write “ ” or ’ inside it",
        "apit seluruh teksnya dengan tanda kutip, dan pakai “ ” atau ’ di dalamnya",
    ),
    "escape": (
        "this backslash means nothing in double quotes",
        "garis miring terbalik ini tidak bermakna di dalam kutip ganda",
        "write \\\\, or use single quotes", "tulis \\\\, atau pakai kutip tunggal",
    ),
    "bracket": (
        "what begins with “{character}” lacks a comma or its “{close}”",
        "yang diawali “{character}” kekurangan koma atau “{close}”",
        "close it, and put a comma between the items", "tutuplah, dan beri koma di antara butir-butirnya",
    ),
    "dash": (
        "a list with “-” cannot begin here", "daftar dengan “-” tidak dapat dimulai di sini",
        "begin it on a line of its own, or write [a, b]", "mulailah di baris tersendiri, atau tulis [a, b]",
    ),
    "no-colon": (
        "this line has no colon", "baris ini tidak punya titik dua",
        "write key: value, or indent the line under the text it continues",
        "tulis kunci: nilai, atau indentasikan di bawah teks yang disambungnya",
    ),
    "misfit": (
        "this does not fit the lines above", "ini tidak cocok dengan baris-baris di atasnya",
        "check the indentation; text that holds quotation marks goes in quotes as a whole",
        "periksa indentasi; apit seluruh teks yang berisi tanda kutip",
    ),
    "syntax": (
        "this cannot be read as YAML", "ini tidak dapat dibaca sebagai YAML",
        "check indentation and colons here and in the line above",
        "periksa indentasi dan titik dua di sini dan di baris sebelumnya",
    ),
}  # fmt: skip
"""Message in English and Indonesian, hint in English and Indonesian."""
