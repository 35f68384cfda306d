"""Reading `paper/glossary.yaml`: the agreed pairs of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from thesis_build.model import Glossary, Problem, Source, Span, Term
from thesis_build.readers.yaml_source_map import YamlDocument, read_yaml


def read_glossary(source: Source, languages: tuple[str, ...]) -> tuple[Glossary, tuple[Problem, ...]]:
    """The terms of a glossary file, and what in it cannot be used."""
    read = read_yaml(source)
    problems = list(read.problems)
    terms: list[Term] = []
    for index, entry in enumerate(read.data if isinstance(read.data, list) else []):
        span = read.spans.get(str(index), Span(source.path))
        missing = [tag for tag in languages if not (isinstance(entry, Mapping) and isinstance(entry.get(tag), str))]
        if missing:
            problems.append(_incomplete(span, missing))
        else:
            terms.append(_term(entry, languages, span))
            problems += _problems_of(entry, languages, f"{index}.", read)
    if read.data is not None and not isinstance(read.data, list):
        problems.append(_not_a_list(read, source))
    return Glossary(tuple(terms)), tuple(problems)


def _term(entry: Mapping[str, Any], languages: tuple[str, ...], span: Span) -> Term:
    short = entry.get("abbreviation") or ""
    return Term(
        identifier=str(entry[languages[0]]),
        texts={tag: entry[tag] for tag in languages},
        variants=_lists(entry.get("variants"), languages),
        forbidden=_lists(entry.get("forbidden"), languages),
        abbreviation={tag: str(short.get(tag, "")) for tag in languages}
        if isinstance(short, Mapping)
        else dict.fromkeys(languages, str(short)),
        note=str(entry.get("note") or ""),
        span=span,
    )


_KEYS = ("abbreviation", "variants", "forbidden", "note")
_LISTS = ("variants", "forbidden")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The tag of a language; a glossary may have more of them than the thesis."""


def _problems_of(
    entry: Mapping[str, Any], languages: tuple[str, ...], path: str, read: YamlDocument
) -> Iterator[Problem]:
    """The keys of a term that are not read, and the values that are not of the form that is read."""
    for key, value in entry.items():
        span = read.spans.get(f"{path}{key}", Span(read.source.path))
        if key in languages or _TAG.fullmatch(key):
            continue
        if key not in _KEYS:
            yield _unknown(read.key_spans.get(f"{path}{key}", span), key, _nearest(key, entry))
        elif key in _LISTS and not _is_lists(value):
            yield _not_lists(span, key)
        elif (key == "abbreviation" and not (_is_text(value) or _is_texts(value))) or (
            key == "note" and not _is_text(value)
        ):
            yield _not_text(span, key)


def _nearest(key: str, entry: Mapping[str, Any]) -> str:
    """The key that is meant; empty where none is near."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(key, [name for name in _KEYS if name not in entry], scorer=fuzz.ratio, score_cutoff=75)
    return str(near[0]) if near else ""


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str | int | float)


def _is_texts(value: Any) -> bool:
    return isinstance(value, Mapping) and all(map(_is_text, value.values()))


def _is_lists(value: Any) -> bool:
    return value is None or (
        isinstance(value, Mapping)
        and all(entry is None or (isinstance(entry, list) and all(map(_is_text, entry))) for entry in value.values())
    )


def _unknown(span: Span, key: str, near: str) -> Problem:
    names = ", ".join(_KEYS)
    return Problem(
        span,
        {"en": f"unknown key “{key}”", "id": f"kunci “{key}” tidak dikenal"},
        {"en": f"did you mean “{near}”?", "id": f"maksud Anda “{near}”?"}
        if near
        else {
            "en": f"remove it, or use one of: a language of the thesis, {names}",
            "id": f"hapus, atau pakai salah satu: bahasa skripsi, {names}",
        },
    )


def _not_lists(span: Span, key: str) -> Problem:
    return Problem(
        span,
        {"en": f"“{key}” is not a list for each language", "id": f"“{key}” bukan daftar untuk tiap bahasa"},
        {"en": f"write {key}: {{id: [a, b], en: [c]}}", "id": f"tulis {key}: {{id: [a, b], en: [c]}}"},
    )


def _not_text(span: Span, key: str) -> Problem:
    return Problem(
        span,
        {"en": f"“{key}” is not a text", "id": f"“{key}” bukan teks"},
        {"en": "put the text in quotes", "id": "apit teksnya dengan tanda kutip"},
    )


def _lists(value: Any, languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found = value if _is_lists(value) and value else {}
    return {tag: tuple(map(str, found.get(tag) or ())) for tag in languages}


def _incomplete(span: Span, missing: list[str]) -> Problem:
    names = ", ".join(missing)
    return Problem(
        span,
        {"en": f"this term has no text for: {names}", "id": f"istilah ini tidak punya teks untuk: {names}"},
        {"en": f"add {names}: … to the term", "id": f"tambahkan {names}: … pada istilah ini"},
    )


def _not_a_list(read: YamlDocument, source: Source) -> Problem:
    return Problem(
        read.spans.get("", Span(source.path)),
        {"en": "the glossary is not a list of terms", "id": "glosarium ini bukan daftar istilah"},
        {"en": "write `- {id: …, en: …}` for each term", "id": "tulis `- {id: …, en: …}` untuk tiap istilah"},
    )
