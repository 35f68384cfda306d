"""Reading `paper/glossary.yaml`: the agreed pairs of terms."""

from __future__ import annotations

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
            problems += [_unknown(read.key_spans[f"{index}.{key}"], key, near) for key, near in _misspelt(entry)]
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


def _misspelt(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The keys of a term that are nearly one that is read, each with that one."""
    from rapidfuzz import fuzz, process

    for key in entry:
        near = process.extractOne(str(key), _KEYS, scorer=fuzz.ratio, score_cutoff=75)
        if near and near[0] != key and near[0] not in entry:
            yield str(key), str(near[0])


def _unknown(span: Span, key: str, near: str) -> Problem:
    return Problem(
        span,
        {"en": f"unknown key “{key}”", "id": f"kunci “{key}” tidak dikenal"},
        {"en": f"did you mean “{near}”?", "id": f"maksud Anda “{near}”?"},
    )


def _lists(value: Any, languages: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found = value if isinstance(value, Mapping) else {}
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
