"""What can be wrong with the settings: what `thesis.schema.json` finds, and what a schema cannot say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from thesis_build.model import Span, Texts
from thesis_build.readers.settings.messages import (
    PATH,
    TYPES,
    Mistake,
    allowed,
    definition,
    example,
    flow,
    inside,
    joined,
    key_span,
    mistake,
    named,
    nearest,
    short,
    written,
)
from thesis_build.readers.settings.schema import schema
from thesis_build.readers.yaml_source_map import YamlDocument
from thesis_build.tools.project_files import Files
from thesis_build.tools.similar_names import similar


def orcid_is_right(orcid: str) -> bool:
    """Whether the last character of an ORCID (0000-0002-1825-0097) is its check digit (ISO/IEC 7064, MOD 11-2)."""
    digits = orcid.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits[-1] == "0123456789X"[(12 - total % 11) % 11]


# ── what the schema finds ───────────────────────────────────────────────────────────────────────


def mistakes(document: YamlDocument, files: Files, known: Collection[str]) -> Iterator[Mistake]:
    """All that is wrong with readable settings; a value that the schema refuses is not looked at again."""
    found = list(_by_schema(document))
    yield from found
    refused = {mistake.path for mistake in found}
    if isinstance(document.data, dict):
        for mistake in _beyond_schema(document, files, known):
            if mistake.path not in refused:
                yield mistake


def _by_schema(document: YamlDocument) -> Iterator[Mistake]:
    said = set()
    for error in sorted(_validator().iter_errors(document.data), key=lambda error: error.validator != "type"):
        path = ".".join(map(str, error.absolute_path))
        name_of_key = "propertyNames" in error.absolute_schema_path
        topic = "keys" if error.validator in _OF_KEYS else "value"
        subject = (path, topic, str(error.instance) if name_of_key else "")
        if subject not in said:  # jsonschema repeats itself: once per missing key, or type and enum of one value
            said.add(subject)
            yield from _say(document, path, error, name_of_key)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator, ValidationError, validators

    def pattern(_validator: object, wanted: str, value: object, _schema: object) -> Iterator[ValidationError]:
        # as ECMAScript reads it, and so editors: `$` is the very end, not also before a last line end
        if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", wanted), value):
            yield ValidationError("pattern")

    def integer(_checker: object, value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)

    checker = Draft202012Validator.TYPE_CHECKER.redefine("integer", integer)
    # the stubs leave `extend` untyped
    extended: Any = validators.extend(Draft202012Validator, {"pattern": pattern}, type_checker=checker)  # type: ignore[no-untyped-call]
    return extended(schema())


def _say(document: YamlDocument, path: str, error: Any, name_of_key: bool) -> Iterator[Mistake]:
    """What one error of jsonschema means."""
    rules, value, kind = error.schema, error.instance, error.validator
    span = document.spans.get(path, Span(PATH))
    as_written = written(document, span, value)
    if kind in _OF_KEYS:
        yield from _keys(document, path, value, rules)
    elif kind == "uniqueItems":
        for index, item in enumerate(value):
            if isinstance(item, str) and item in value[:index]:
                yield mistake("twice", f"{path}.{index}", document.spans[f"{path}.{index}"], value=item)
    elif name_of_key:
        own = f"{path}.{value}"
        if path not in BY_LANGUAGE or not _texts(document.data.get("languages")):  # else `_languages` says it better
            span = document.key_spans.get(own, span)
            yield mistake("form", own, span, value=short(value), form=rules["x-form"], hint=example(rules))
    elif value is None or (isinstance(value, str) and not value.strip()):
        yield mistake("blank", path, span, name=named(path))
    elif kind == "type" and (isinstance(value, dict | list) or "enum" not in rules):
        yield mistake("type", path, span, name=named(path), **_types(rules, value, as_written))
    elif "enum" in rules:
        hint = allowed(as_written, rules["enum"])
        yield mistake("choice", path, span, value=as_written, name=named(path), hint=hint)
    elif kind in ("minimum", "maximum"):
        limits = {"least": rules["minimum"], "most": rules["maximum"]}
        yield mistake("range", path, span, name=named(path), value=as_written, **limits)
    elif kind == "minItems":
        yield mistake("few", path, span, name=named(path), hint=example(rules))
    else:
        yield mistake("form", path, span, value=as_written, form=rules["x-form"], hint=example(rules))


def _keys(document: YamlDocument, path: str, value: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[Mistake]:
    """The keys that are unknown or missing in one mapping; one that is misspelt is not missing as well."""
    known = rules["properties"]
    unknown = {name: nearest(name, known) for name in value if name not in known}
    for name, near in unknown.items():
        own = joined(path, name)
        span = document.key_spans.get(own, Span(PATH))
        yield mistake("unknown", own, span, name=short(name), hint=allowed(near, known))
    for name in rules.get("required", ()):
        if name not in value and name not in unknown.values():
            span, where = key_span(document, path), inside(path)
            example = flow((known[name].get("examples") or definition(known[name])["examples"])[0])
            yield mistake("missing", joined(path, name), span, name=name, where=where, example=example)


def _types(rules: Mapping[str, Any], value: Any, written: str) -> dict[str, Any]:
    """How to say that a value is of the wrong type, and what to write."""
    quotable = rules["type"] == "string" and re.search(rules.get("pattern", ""), written)
    if quotable and not isinstance(value, dict | list):
        hint: Texts = {"en": f'put it in quotes: "{written}"', "id": f'apit dengan tanda kutip: "{written}"'}
    else:
        hint = example(rules)
    return {"found": TYPES[_type(value)], "wanted": TYPES[rules["type"]], "hint": hint}


def _type(value: Any) -> str:
    names: Mapping[type, str] = {dict: "object", list: "array", bool: "boolean", str: "string"}
    return names.get(type(value), "number")


# ── what a schema cannot say ────────────────────────────────────────────────────────────────────


def _beyond_schema(document: YamlDocument, files: Files, known: Collection[str]) -> Iterator[Mistake]:
    data = document.data
    spans = document.spans
    languages = list(dict.fromkeys(tag for _, tag in _texts(data.get("languages"))))
    with_abstracts = list(dict.fromkeys([*languages, *(tag for _, tag in _texts(data.get("abstracts")))]))
    yield from _languages(document, with_abstracts if languages else [], known)
    date = data.get("date")
    if isinstance(date, str) and not _is_day(date):
        yield mistake("day", "date", spans["date"], value=date)
    for index, author in enumerate(data["authors"] if isinstance(data.get("authors"), list) else ()):
        orcid, path = _mapping(author).get("orcid"), f"authors.{index}.orcid"
        if isinstance(orcid, str) and _ORCID.fullmatch(orcid) and not orcid_is_right(orcid):
            yield mistake("digit", path, spans[path], value=orcid)
    for index, name in _texts(data.get("bibliography")):
        path = f"bibliography.{index}"
        if not name.lower().endswith(LIBRARIES):
            yield mistake("not-library", path, spans[path], value=name)
        elif not _is_inside(files, name):
            near = similar(files, name)
            yield mistake("other-library" if near else "no-library", path, spans[path], value=name, near=near)
    yield from _parts(document, files, languages)
    check = _mapping(data.get("check"))
    least, most = check.get("keywords-min"), check.get("keywords-max")
    if isinstance(least, int) and isinstance(most, int) and 0 < most < least:
        yield mistake("limits", "check.keywords-max", spans["check.keywords-max"], least=least, most=most)


def _languages(document: YamlDocument, languages: list[str], known: Collection[str]) -> Iterator[Mistake]:
    """What does not fit together: languages that are not known, and texts by language."""
    for name in ("languages", "abstracts"):
        for index, tag in _texts(document.data.get(name)):
            if tag not in known:
                path, hint = f"{name}.{index}", allowed(tag, sorted(known))
                yield mistake("language", path, document.spans[path], value=short(tag), hint=hint)
    for path in BY_LANGUAGE if languages else ():
        *above, name = path.split(".")
        texts = _mapping(_mapping(document.data.get(above[0])) if above else document.data).get(name)
        if not isinstance(texts, dict):
            continue
        for tag in texts:
            own = f"{path}.{tag}"
            if tag not in languages:
                hint = allowed(tag, languages)
                yield mistake("extra", own, document.key_spans[own], value=short(tag), hint=hint)
        for tag in languages if path in ("title", "keywords") else ():
            if tag not in texts and tag in known:
                yield mistake("lacking", f"{path}.{tag}", key_span(document, path), name=path, value=tag)


def _parts(document: YamlDocument, files: Files, languages: list[str]) -> Iterator[Mistake]:
    """Names in `front` and `back` that are neither a part nor a page, in the wrong one of the two, or in both."""
    properties = schema()["properties"]
    front = [name for _, name in _texts(document.data.get("front"))]
    for where, other in (("front", "back"), ("back", "front")):
        known, elsewhere = (properties[side]["items"]["anyOf"][0]["enum"] for side in (where, other))
        for index, name in _texts(document.data.get(where)):
            path = f"{where}.{index}"
            pages = [f"paper/{tag}/{name}.md" for tag in languages]
            if name in known:
                continue
            if name in elsewhere:
                yield mistake("side", path, document.spans[path], value=name, where=where, other=other)
            elif where == "back" and name in front:
                yield mistake("both", path, document.spans[path], value=name)
            elif pages and not any(_is_inside(files, page) for page in pages):
                hint = allowed(name, known)
                yield mistake("no-page", path, document.spans[path], value=name, file=pages[0], hint=hint)


LIBRARIES = (".bib", ".json", ".yaml", ".yml")
"""What the names of bibliographies end in."""


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_inside(files: Files, name: str) -> bool:
    """Whether there is such a file inside the project (a link may lead out of it)."""
    return files.exists(name) and not files.leads_out(name)


def _texts(value: Any) -> list[tuple[int, str]]:
    return [(i, item) for i, item in enumerate(value) if isinstance(item, str)] if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


_ORCID = re.compile(r"([0-9]{4}-){3}[0-9]{3}[0-9X]")
_OF_KEYS = ("required", "additionalProperties")
BY_LANGUAGE = (
    "title",
    "subtitle",
    "type",
    "institution",
    "keywords",
    "layout.chapter-numerals",
    "check.abstract-words",
)
