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
from thesis_build.readers.yaml_problems import SyntaxFault, problem, syntax_fault


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """A YAML file as data, None where it is empty or (then there are problems) cannot be read.

    `spans` maps a dotted path (`keywords.id.2`, indexes from 0, "" for the whole) to the span of the value, and
    `key_spans` to that of its key. A value that is left out (`title:`) stands at its key.
    """

    source: Source
    data: Any
    spans: Mapping[str, Span] = field(default_factory=dict)
    key_spans: Mapping[str, Span] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_yaml(source: Source) -> YamlDocument:
    """The data of a YAML text with the spans of its values and keys, and all that is wrong with it as YAML."""
    import yaml

    builder = _Builder(source)
    if source.broken_at:
        builder.problem("not-utf8", source.broken_at)
    found = _FORBIDDEN.search(source.text)
    if found:
        if not source.broken_at:
            builder.problem("character", builder.span(*found.span()), name=f"U+{ord(found[0]):04X}")
        return YamlDocument(source, None, problems=tuple(builder.problems))
    try:
        for event in yaml.parse(source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(type(event).__name__, event)
    except _StopReading:
        pass
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible \U escape, without the C parser
        builder.data = None
        builder.syntax(syntax_fault(error, source.text))
    return YamlDocument(source, builder.data, builder.spans, builder.key_spans, tuple(builder.problems))


class _StopReading(Exception):
    """What follows is not read; why is among the problems."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list being read; `path` is None where its spans are not kept."""

    value: Any
    path: str | None
    start: int
    end: int
    flow: bool
    key: str | None = None
    key_span: Span | None = None
    drop: bool = False


class _Builder:
    """Turns YAML events into data, noting spans and problems; keeps its own stack, so no file is too deep for it."""

    def __init__(self, source: Source) -> None:
        self.data: Any = None
        self.spans: dict[str, Span] = {}
        self.key_spans: dict[str, Span] = {}
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
        """Note a problem of this kind."""
        self.problems.append(problem(kind, span, **arguments))

    def syntax(self, fault: SyntaxFault) -> None:
        """Note that what follows is no YAML."""
        end = fault.index + len(fault.character.rstrip("\n"))
        self.problem(fault.kind, self.span(fault.index, end), character=fault.character, close=fault.close)

    def span(self, start: int, end: int) -> Span:
        """The span from one index into the text to another."""
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
            self.spans.setdefault(path, span)
        if frame is not None:
            frame.end = max(frame.end, end)

    def _put_key(self, frame: _Frame, key: str | None, span: Span) -> None:
        frame.key, frame.key_span = key or "", span
        if key is None:
            self.problem("key", span)
            frame.drop = True
        elif key in frame.value:
            path = _join(frame.path, key)
            first = self.key_spans.get(path, span).line if path is not None else span.line
            self.problem("twice", span, name=_short(key), line=first)
            frame.drop = True
        else:
            path = _join(frame.path, key)
            if path is not None:
                self.key_spans.setdefault(path, span)

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
