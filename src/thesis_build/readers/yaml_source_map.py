"""YAML text → plain data that knows where everything stands. Nothing here raises.

Values are read as in the core schema of YAML 1.2, by which editors read them too: `no` and `2026-11-24` are text, and a
key is the text that is written. Aliases are refused, so that the data is never larger than the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thesis_build.model import Problem, Source, Span


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file as data, None where it is empty or (then there are problems) cannot be read.

    `places` maps a dotted path (`keywords.id.2`, indexes from 0, "" for the whole) to the place of the value, and
    `key_places` to that of its key. A value that is left out (`title:`) stands at its key.
    """

    source: Source
    data: Any
    places: Mapping[str, Span] = field(default_factory=dict)
    key_places: Mapping[str, Span] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_yaml(source: Source) -> YamlDocument:
    """The data of a YAML text with the places of its values and keys, and all that is wrong with it as YAML."""
    import yaml

    builder = _Builder(source)
    if source.broken_at:
        builder.problem("not-utf8", source.broken_at)
    sign = _FORBIDDEN.search(source.text)
    if sign:
        if not source.broken_at:
            builder.problem("sign", builder.span(sign.start(), sign.end()), name=f"U+{ord(sign[0]):04X}")
        return YamlDocument(source, None, problems=tuple(builder.problems))
    try:
        for event in yaml.parse(source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(type(event).__name__, event)
    except _StopReading:
        pass
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible \U escape, without the C parser
        builder.data = None
        _say_syntax(builder, error)
    return YamlDocument(source, builder.data, builder.places, builder.key_places, tuple(builder.problems))


class _StopReading(Exception):
    """What follows is not read; why is among the problems."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list being read; `path` is None where its places are not kept."""

    value: Any
    path: str | None
    start: int
    end: int
    flow: bool
    key: str | None = None
    key_span: Span | None = None
    drop: bool = False


class _Builder:
    """Turns YAML events into data, noting places and problems; keeps its own stack, so no file is too deep for it."""

    def __init__(self, source: Source) -> None:
        self.data: Any = None
        self.places: dict[str, Span] = {}
        self.key_places: dict[str, Span] = {}
        self.problems: list[Problem] = []
        self.source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
        self._frames: list[_Frame] = []
        self._documents = 0

    def take(self, kind: str, event: Any) -> None:
        """The next event of PyYAML's parser, of the class named `kind`."""
        if kind == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                self.problem("documents", self._event_span(event))
                raise _StopReading
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open({} if kind == "MappingStartEvent" else [], event)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close(event)
        elif kind == "ScalarEvent":
            self._scalar(event)
        elif kind == "AliasEvent":
            self.problem("alias", self._event_span(event))
            self._put(None, self._event_span(event), "", event.end_mark.index)

    def problem(self, kind: str, span: Span, **arguments: object) -> None:
        """Note the problem `kind` of the table below."""
        en, in_id, hint_en, hint_id = (text.format(**arguments) for text in _PROBLEMS[kind])
        self.problems.append(Problem(span, {"en": en, "id": in_id}, {"en": hint_en, "id": hint_id}))

    def span(self, start: int, end: int) -> Span:
        """The place from one index into the text to another."""
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, end)
        columns = start - self._starts[first - 1] + 1, end - self._starts[last - 1] + 1
        return Span(self.source.path, first, columns[0], last, columns[1])

    def _open(self, value: Any, event: Any) -> None:
        self._check_properties(event)
        if len(self._frames) == _DEPTH:
            self.problem("deep", self._event_span(event))
            self.data = None
            raise _StopReading
        start = event.start_mark.index
        self._frames.append(_Frame(value, self._path(), start, event.end_mark.index, bool(event.flow_style)))

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        end = event.end_mark.index if frame.flow else frame.end
        self._put(frame.value, self.span(frame.start, end), None, end)

    def _scalar(self, event: Any) -> None:
        self._check_properties(event)
        span = self._event_span(event)
        text = event.value
        if _FORBIDDEN.search(text):  # by an escape, "\0"
            self.problem("escaped", span)
            text = ""
        plain = not event.style and event.tag is None
        frame = self._frames[-1] if self._frames else None
        if plain and not text and frame is not None and frame.key_span:
            span = frame.key_span
        self._put(_core(text) if plain else text, span, text, event.end_mark.index)

    def _put(self, value: Any, span: Span, key: str | None, end: int) -> None:
        """Hang a finished value (or a key: `key` is its text) into what is being read."""
        path = self._path()
        frame = self._frames[-1] if self._frames else None
        if frame is None:
            self.data = value
        elif isinstance(frame.value, dict) and frame.key is None:
            self._put_key(frame, key, span)
            frame.end = max(frame.end, end)
            return
        elif isinstance(frame.value, list):
            frame.value.append(value)
        else:
            if not frame.drop:
                frame.value[frame.key] = value
            frame.key, frame.key_span, frame.drop = None, None, False
        if path is not None:
            self.places.setdefault(path, span)
        if frame is not None:
            frame.end = max(frame.end, end)

    def _put_key(self, frame: _Frame, key: str | None, span: Span) -> None:
        frame.key, frame.key_span = key or "", span
        if key is None:
            self.problem("key", span)
            frame.drop = True
        elif key in frame.value:
            path = _join(frame.path, key)
            first = self.key_places.get(path, span).line if path is not None else span.line
            self.problem("twice", span, name=_short(key), line=first)
            frame.drop = True
        else:
            path = _join(frame.path, key)
            if path is not None:
                self.key_places.setdefault(path, span)

    def _path(self) -> str | None:
        """The path of the value that comes next; None where it is dropped, is a key, or stands in such a value."""
        if not self._frames:
            return ""
        frame = self._frames[-1]
        if isinstance(frame.value, list):
            return _join(frame.path, str(len(frame.value)))
        return None if frame.key is None or frame.drop else _join(frame.path, frame.key)

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.problem("alias", self._event_span(event))
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            self.problem("tag", self._event_span(event))

    def _event_span(self, event: Any) -> Span:
        start, end = event.start_mark.index, event.end_mark.index
        return self.span(start, start + len(self.source.text[start:end].rstrip()))


def _core(text: str) -> Any:
    """A plain scalar as YAML 1.2 reads it; numbers with a leading zero or over 18 digits stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _say_syntax(builder: _Builder, error: Any) -> None:
    """Note a syntax error: what PyYAML means by it, at the place where it has to be mended."""
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    name, at_context = next(
        (entry[1:] for entry in _SYNTAX if all(part in said for part in entry[0])), ("syntax", False)
    )
    mark = (at_context and getattr(error, "context_mark", None)) or getattr(error, "problem_mark", None)
    text = builder.source.text
    index = min(mark.index, len(text)) if mark else 0
    sign = text[index : index + 1]
    name = "tab" if name == "start" and sign == "\t" else name
    builder.problem(name, builder.span(index, index + len(sign.rstrip("\n"))), sign=sign, close=_CLOSING.get(sign, ""))


def _join(path: str | None, name: str) -> str | None:
    return None if path is None else f"{path}.{name}" if path else name


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


_DEPTH = 30
"""Levels of nesting that are read; settings need five."""

_FORBIDDEN = re.compile(r"\A\ufeff|[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)?\.[0-9]+|(?:0|[1-9][0-9]*)\.|[1-9][0-9]*(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
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

_PROBLEMS: Mapping[str, tuple[str, str, str, str]] = {
    "not-utf8": (
        "the file is not UTF-8 from here on", "berkas ini bukan UTF-8 mulai dari sini",
        "save it again as UTF-8 in your editor", "simpan ulang sebagai UTF-8 di editor Anda",
    ),
    "sign": (
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
        "write the value out; put text that begins with & or * in quotes",
        "tulis nilainya secara lengkap; apit teks yang diawali & atau * dengan tanda kutip",
    ),
    "tag": (
        "tags (!name) are not read", "tag (!nama) tidak dibaca",
        "delete it; put text that begins with ! in quotes",
        "hapus tag itu; apit teks yang diawali ! dengan tanda kutip",
    ),
    "deep": (
        "this is nested too deeply", "ini bersarang terlalu dalam",
        "take some levels away", "kurangi tingkatannya",
    ),
    "key": (
        "a list or mapping cannot be a key", "daftar atau pemetaan tidak dapat menjadi kunci",
        "write key: value; put text that begins with [ or {{ in quotes",
        "tulis kunci: nilai; apit teks yang diawali [ atau {{ dengan tanda kutip",
    ),
    "twice": (
        "the key “{name}” is given twice, first in line {line}",
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
        "“{sign}” cannot begin a value", "nilai tidak dapat diawali “{sign}”",
        "put the text in quotes", "apit teks itu dengan tanda kutip",
    ),
    "quote": (
        "this quotation mark is not closed", "tanda kutip ini tidak ditutup",
        "put {sign} at the end of the text", "beri {sign} di akhir teks",
    ),
    "escape": (
        "this backslash means nothing in double quotes",
        "garis miring terbalik ini tidak bermakna di dalam kutip ganda",
        "write \\\\, or use single quotes", "tulis \\\\, atau pakai kutip tunggal",
    ),
    "bracket": (
        "what begins with “{sign}” lacks a comma or its “{close}”",
        "yang diawali “{sign}” kekurangan koma atau “{close}”",
        "close it, and put a comma between the items", "tutuplah, dan beri koma di antara butir-butirnya",
    ),
    "dash": (
        "a list with “-” cannot begin here", "daftar dengan “-” tidak dapat dimulai di sini",
        "begin it in a line of its own, or write [a, b]", "mulailah di baris tersendiri, atau tulis [a, b]",
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
