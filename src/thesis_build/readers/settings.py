"""`paper/thesis.yaml` → `Settings`: every mistake is reported, with its place, what is allowed and the nearest key.

What is allowed stands in `thesis.schema.json`, by which editors complete and check the file too; here are the
sentences for what the schema finds, and the few checks that a schema cannot make.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from thesis_build.errors import SettingsError
from thesis_build.model import Author, CheckSettings, Finding, Layout, Margins, Settings, Severity, Source, Span, Texts
from thesis_build.readers.source import read_source
from thesis_build.readers.yaml_places import YamlDocument, read_yaml

PATH = "paper/thesis.yaml"


def read_settings(root: Path, known_languages: Collection[str]) -> Settings:
    """The settings of the project in `root`; raises `SettingsError` with all mistakes, or where there is no file."""
    source = _source(root)
    document = read_yaml(source)
    mistakes = [_Mistake("", problem.span, problem.message, problem.hint) for problem in document.problems]
    unread = {problem.span for problem in document.problems}
    if document.data is not None:
        found = _mistakes(document, root, known_languages)
        mistakes += [mistake for mistake in found if mistake.span not in unread]
    elif not mistakes:
        mistakes.append(_mistake("empty", "", Span(PATH)))
    if mistakes:
        raise _wrong(mistakes, source)
    return _settings(document)


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema of the settings."""
    text = resources.files("thesis_build.readers").joinpath("thesis.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def orcid_is_right(orcid: str) -> bool:
    """Whether the last sign of an ORCID (0000-0002-1825-0097) is its check digit (ISO/IEC 7064, MOD 11-2)."""
    digits = orcid.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits[-1] == "0123456789X"[(12 - total % 11) % 11]


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def _source(root: Path) -> Source:
    try:
        return read_source(root / PATH, PATH)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SettingsError(*_filled("no-file", folder=root)) from error
    except OSError as error:
        raise SettingsError(*_filled("unreadable", folder=root, reason=error.strerror)) from error


def _wrong(mistakes: Sequence[_Mistake], source: Source) -> SettingsError:
    ordered = sorted(mistakes, key=lambda mistake: (mistake.span.line, mistake.span.column))
    findings = tuple(Finding("CFG001", "settings", Severity.ERROR, m.span, m.message, m.hint) for m in ordered)
    return SettingsError(*_filled("wrong", count=len(findings)), findings, {PATH: source.text})


def _settings(document: YamlDocument) -> Settings:
    data = document.data
    given = _fields(data)
    given["authors"] = tuple(Author(**author) for author in data["authors"])
    given["date"] = datetime.date.fromisoformat(data["date"])
    if "layout" in data:
        layout = _fields(data["layout"])
        if "margins" in layout:
            layout["margins"] = Margins(**layout["margins"])
        given["layout"] = Layout(**layout)
    if "check" in data:
        check = _fields(data["check"])
        check["severity"] = {code: Severity(grade) for code, grade in check.get("severity", {}).items()}
        given["check"] = CheckSettings(**check)
    return Settings(**given, places=document.places)


def _fields(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a dataclass, from the keys of the file; lists as tuples."""
    return {name.replace("-", "_"): _frozen(value) for name, value in data.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _frozen(item) for name, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


# ── what the schema finds ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Mistake:
    """One mistake; `path` is the dotted path of the value it is about."""

    path: str
    span: Span
    message: Texts
    hint: Texts


def _mistakes(document: YamlDocument, root: Path, known: Collection[str]) -> Iterator[_Mistake]:
    """All that is wrong with readable settings; a value that the schema refuses is not looked at again."""
    found = list(_by_schema(document))
    yield from found
    refused = {mistake.path for mistake in found}
    if isinstance(document.data, dict):
        for mistake in _beyond_schema(document, root, known):
            if mistake.path not in refused:
                yield mistake


def _by_schema(document: YamlDocument) -> Iterator[_Mistake]:
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


def _say(document: YamlDocument, path: str, error: Any, name_of_key: bool) -> Iterator[_Mistake]:
    """What one error of jsonschema means."""
    rules, value, kind = error.schema, error.instance, error.validator
    place = document.places.get(path, Span(PATH))
    written = _written(document, place, value)
    if kind in _OF_KEYS:
        yield from _keys(document, path, value, rules)
    elif kind == "uniqueItems":
        for index, item in enumerate(value):
            if isinstance(item, str) and item in value[:index]:
                yield _mistake("twice", f"{path}.{index}", document.places[f"{path}.{index}"], value=item)
    elif name_of_key:
        own = f"{path}.{value}"
        if path not in _BY_LANGUAGE or not _texts(document.data.get("languages")):  # else `_languages` says it better
            span = document.key_places.get(own, place)
            yield _mistake("form", own, span, value=_short(value), form=rules["x-form"], hint=_example(rules))
    elif value is None or (isinstance(value, str) and not value.strip()):
        yield _mistake("blank", path, place, name=_named(path))
    elif kind == "type" and (isinstance(value, dict | list) or "enum" not in rules):
        yield _mistake("type", path, place, name=_named(path), **_types(rules, value, written))
    elif "enum" in rules:
        hint = _allowed(written, rules["enum"])
        yield _mistake("choice", path, place, value=written, name=_named(path), hint=hint)
    elif kind in ("minimum", "maximum"):
        limits = {"least": rules["minimum"], "most": rules["maximum"]}
        yield _mistake("range", path, place, name=_named(path), value=written, **limits)
    elif kind == "minItems":
        yield _mistake("few", path, place, name=_named(path), hint=_example(rules))
    else:
        yield _mistake("form", path, place, value=written, form=rules["x-form"], hint=_example(rules))


def _keys(document: YamlDocument, path: str, value: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[_Mistake]:
    """The keys that are unknown or missing in one mapping; one that is misspelt is not missing as well."""
    known = rules["properties"]
    unknown = {name: _nearest(name, known) for name in value if name not in known}
    for name, near in unknown.items():
        own = _joined(path, name)
        place = document.key_places.get(own, Span(PATH))
        yield _mistake("unknown", own, place, name=_short(name), hint=_allowed(near, known))
    for name in rules.get("required", ()):
        if name not in value and name not in unknown.values():
            place, where = _key_place(document, path), _inside(path)
            example = _flow((known[name].get("examples") or _definition(known[name])["examples"])[0])
            yield _mistake("missing", _joined(path, name), place, name=name, where=where, example=example)


def _types(rules: Mapping[str, Any], value: Any, written: str) -> dict[str, Any]:
    """How to say that a value is of the wrong type, and what to write."""
    quotable = rules["type"] == "string" and re.search(rules.get("pattern", ""), written)
    if quotable and not isinstance(value, dict | list):
        hint: Texts = {"en": f'put it in quotes: "{written}"', "id": f'apit dengan tanda kutip: "{written}"'}
    else:
        hint = _example(rules)
    return {"found": _TYPES[_type(value)], "wanted": _TYPES[rules["type"]], "hint": hint}


def _type(value: Any) -> str:
    names: Mapping[type, str] = {dict: "object", list: "array", bool: "boolean", str: "string"}
    return names.get(type(value), "number")


# ── what a schema cannot say ────────────────────────────────────────────────────────────────────


def _beyond_schema(document: YamlDocument, root: Path, known: Collection[str]) -> Iterator[_Mistake]:
    data = document.data
    places = document.places
    languages = list(dict.fromkeys(tag for _, tag in _texts(data.get("languages"))))
    yield from _languages(document, languages, known)
    date = data.get("date")
    if isinstance(date, str) and not _is_day(date):
        yield _mistake("day", "date", places["date"], value=date)
    for index, author in enumerate(data["authors"] if isinstance(data.get("authors"), list) else ()):
        orcid, path = _mapping(author).get("orcid"), f"authors.{index}.orcid"
        if isinstance(orcid, str) and _ORCID.fullmatch(orcid) and not orcid_is_right(orcid):
            yield _mistake("digit", path, places[path], value=orcid)
    for index, name in _texts(data.get("bibliography")):
        path = f"bibliography.{index}"
        if not _is_file(root, name):
            yield _mistake("no-library", path, places[path], value=name)
    yield from _parts(document, root, languages)
    check = _mapping(data.get("check"))
    least, most = check.get("keywords-min"), check.get("keywords-max")
    if isinstance(least, int) and isinstance(most, int) and 0 < most < least:
        yield _mistake("limits", "check.keywords-max", places["check.keywords-max"], least=least, most=most)


def _languages(document: YamlDocument, languages: list[str], known: Collection[str]) -> Iterator[_Mistake]:
    """What does not fit together: languages that are not known, and texts by language."""
    for index, tag in _texts(document.data.get("languages")):
        if tag not in known:
            path, hint = f"languages.{index}", _allowed(tag, sorted(known))
            yield _mistake("language", path, document.places[path], value=_short(tag), hint=hint)
    for path in _BY_LANGUAGE if languages else ():
        *above, name = path.split(".")
        texts = _mapping(_mapping(document.data.get(above[0])) if above else document.data).get(name)
        if not isinstance(texts, dict):
            continue
        for tag in texts:
            own = f"{path}.{tag}"
            if tag not in languages:
                hint = _allowed(tag, languages)
                yield _mistake("extra", own, document.key_places[own], value=_short(tag), hint=hint)
        for tag in languages if path in ("title", "keywords") else ():
            if tag not in texts and tag in known:
                yield _mistake("lacking", f"{path}.{tag}", _key_place(document, path), name=path, value=tag)


def _parts(document: YamlDocument, root: Path, languages: list[str]) -> Iterator[_Mistake]:
    """Names in `front` and `back` that are neither a part nor a page, in the wrong one of the two, or in both."""
    properties = schema()["properties"]
    front = [name for _, name in _texts(document.data.get("front"))]
    for where, other in (("front", "back"), ("back", "front")):
        known, elsewhere = (properties[side]["items"]["anyOf"][0]["enum"] for side in (where, other))
        for index, name in _texts(document.data.get(where)):
            path = f"{where}.{index}"
            files = [f"paper/{tag}/{name}.md" for tag in languages]
            if name in known:
                continue
            if name in elsewhere:
                yield _mistake("side", path, document.places[path], value=name, where=where, other=other)
            elif where == "back" and name in front:
                yield _mistake("both", path, document.places[path], value=name)
            elif files and not any(_is_file(root, file) for file in files):
                hint = _allowed(name, known)
                yield _mistake("no-page", path, document.places[path], value=name, file=files[0], hint=hint)


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_file(root: Path, name: str) -> bool:
    """Whether there is such a file inside the project (a link may lead out of it)."""
    try:
        path = (root / name).resolve()
        return path.is_file() and path.is_relative_to(root.resolve())
    except (OSError, ValueError):  # a name that no file can have
        return False


def _texts(value: Any) -> list[tuple[int, str]]:
    return [(i, item) for i, item in enumerate(value) if isinstance(item, str)] if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


# ── sentences ───────────────────────────────────────────────────────────────────────────────────


def _mistake(kind: str, path: str, span: Span, **arguments: object) -> _Mistake:
    return _Mistake(path, span, *_filled(kind, **arguments))


def _filled(kind: str, **arguments: Any) -> tuple[Texts, Texts]:
    """Message and hint of a kind; an argument in several languages gives each its own."""

    def filled(language: str, template: str) -> str:
        own = {k: v[language] if isinstance(v, Mapping) else v for k, v in arguments.items()}
        return template.format(**own)

    en, in_id, hint_en, hint_id = _SENTENCES[kind]
    message = {"en": filled("en", en), "id": filled("id", in_id)}
    return message, {"en": filled("en", hint_en), "id": filled("id", hint_id)}


def _named(path: str) -> Texts:
    """How to call the value at a path."""
    *above, last = path.split(".")
    if last.isdigit() and above:
        name = ".".join(above)
        return {"en": f"an item of “{name}”", "id": f"butir dari “{name}”"}
    name = path or PATH
    return {"en": f"“{name}”", "id": f"“{name}”"}


def _allowed(written: str, known: Iterable[str]) -> Texts:
    near = _nearest(written, known)
    listed = ", ".join(known)
    did_you_mean = {"en": f"did you mean “{near}”? ", "id": f"maksud Anda “{near}”? "} if near else {"en": "", "id": ""}
    return {"en": f"{did_you_mean['en']}allowed: {listed}", "id": f"{did_you_mean['id']}yang diizinkan: {listed}"}


def _nearest(written: str, known: Any) -> str:
    from rapidfuzz import fuzz, process

    names = [name for name in known if isinstance(name, str)] if isinstance(known, Iterable) else []
    found = process.extractOne(_short(written).lower(), names, scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else ""


def _example(rules: Mapping[str, Any]) -> Texts:
    """What to write, from a part of the schema."""
    if "examples" in rules:
        shown = ", ".join(map(_flow, rules["examples"]))
        return {"en": f"for example: {shown}", "id": f"misalnya: {shown}"}
    if "enum" in rules:
        return _allowed("", rules["enum"])
    return {"en": f"write {rules['x-form']['en']}", "id": f"tulis {rules['x-form']['id']}"}


def _flow(value: Any) -> str:
    """A value as YAML in one line."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _definition(rules: Mapping[str, Any]) -> Mapping[str, Any]:
    definition: Mapping[str, Any] = schema()["$defs"][rules["$ref"].rpartition("/")[2]]
    return definition


def _written(document: YamlDocument, span: Span, value: Any) -> str:
    """A value for a message: a text itself, anything else as it is written in the file."""
    if isinstance(value, str):
        return _short(value)
    line = document.source.text.split("\n")[span.line - 1]
    return _short(line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None])


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _inside(path: str) -> Texts:
    named = _named(path)
    return {"en": f" in {named['en']}", "id": f" pada {named['id']}"} if path else {"en": "", "id": ""}


def _key_place(document: YamlDocument, path: str) -> Span:
    """The key of a mapping, or the point where it begins."""
    begins = document.places.get(path, Span(PATH))
    return document.key_places.get(path, Span(PATH, begins.line, begins.column))


_ORCID = re.compile(r"([0-9]{4}-){3}[0-9]{3}[0-9X]")
_OF_KEYS = ("required", "additionalProperties")
_BY_LANGUAGE = (
    "title",
    "subtitle",
    "type",
    "institution",
    "keywords",
    "layout.chapter-numerals",
    "check.abstract-words",
)
_TYPES: Mapping[str, Texts] = {
    "object": {"en": "a mapping (key: value)", "id": "pemetaan (kunci: nilai)"},
    "array": {"en": "a list", "id": "daftar"},
    "string": {"en": "a text", "id": "teks"},
    "number": {"en": "a number", "id": "bilangan"},
    "integer": {"en": "a whole number", "id": "bilangan bulat"},
    "boolean": {"en": "true or false", "id": "true atau false"},
}
_SENTENCES: Mapping[str, tuple[str, str, str, str]] = {
    "no-file": (
        f"no {PATH} in {{folder}}", f"tidak ada {PATH} di {{folder}}",
        "run it in the folder of the thesis, or give that folder: thesis-build build FOLDER",
        "jalankan di folder skripsi, atau sebutkan foldernya: thesis-build build FOLDER",
    ),
    "unreadable": (
        f"cannot read {PATH} in {{folder}}: {{reason}}", f"tidak dapat membaca {PATH} di {{folder}}: {{reason}}",
        "see what that file is, and who may read it", "periksa apa berkas itu, dan siapa yang boleh membacanya",
    ),
    "wrong": (
        f"mistakes in {PATH}: {{count}}", f"kesalahan di {PATH}: {{count}}",
        "mend the settings", "perbaiki pengaturannya",
    ),
    "empty": (
        "the file is empty", "berkas ini kosong",
        "begin with title, authors, date, languages and keywords",
        "mulailah dengan title, authors, date, languages, dan keywords",
    ),
    "missing": (
        "the key “{name}” is missing{where}", "kunci “{name}” tidak ada{where}",
        "add for example: {name}: {example}", "tambahkan misalnya: {name}: {example}",
    ),
    "unknown": ("unknown key “{name}”", "kunci “{name}” tidak dikenal", "{hint}", "{hint}"),
    "blank": (
        "{name} is empty", "{name} kosong",
        "write a value, or delete the line", "isi nilainya, atau hapus baris ini",
    ),
    "type": (
        "{name} is {found}, but must be {wanted}", "{name} berupa {found}, padahal harus {wanted}",
        "{hint}", "{hint}",
    ),
    "choice": ("“{value}” is not allowed for {name}", "“{value}” tidak diizinkan untuk {name}", "{hint}", "{hint}"),
    "form": ("“{value}” is not {form}", "“{value}” bukan {form}", "{hint}", "{hint}"),
    "range": (
        "{name} is {value}, which is out of range", "{name} bernilai {value}, di luar rentang",
        "write a number from {least} to {most}", "tulis bilangan dari {least} sampai {most}",
    ),
    "few": ("{name} is an empty list", "{name} adalah daftar kosong", "{hint}", "{hint}"),
    "twice": ("“{value}” is listed twice", "“{value}” tercantum dua kali", "list it once", "cantumkan sekali saja"),
    "day": (
        "there is no day {value}", "tidak ada tanggal {value}",
        "write a day of the calendar, year-month-day", "tulis tanggal yang ada di kalender, tahun-bulan-hari",
    ),
    "digit": (
        "{value} is not an ORCID: its check digit does not fit", "{value} bukan ORCID: digit ceknya tidak cocok",
        "copy it again from orcid.org", "salin ulang dari orcid.org",
    ),
    "no-library": (
        "there is no file {value} in the project", "tidak ada berkas {value} di dalam proyek",
        "paths begin at the folder that holds paper/, like references/library.bib",
        "alamat dimulai dari folder yang memuat paper/, misalnya references/library.bib",
    ),
    "limits": (
        "keywords-max is {most}, less than keywords-min, {least}",
        "keywords-max bernilai {most}, kurang dari keywords-min, {least}",
        "make it at least {least}, or 0 for no limit", "isi sedikitnya {least}, atau 0 bila tanpa batas",
    ),
    "language": (
        "the language “{value}” is not known", "bahasa “{value}” tidak dikenal", "{hint}", "{hint}",
    ),
    "extra": (
        "“{value}” is not among the languages", "“{value}” tidak termasuk `languages`",
        "{hint}; or add it to `languages`", "{hint}; atau tambahkan ke `languages`",
    ),
    "lacking": (
        "“{name}” has nothing for the language “{value}”", "“{name}” belum diisi untuk bahasa “{value}”",
        "add `{value}:` under `{name}:`", "tambahkan `{value}:` di bawah `{name}:`",
    ),
    "side": (
        "“{value}” does not belong in `{where}`", "“{value}” tidak termasuk `{where}`",
        "move it to `{other}`", "pindahkan ke `{other}`",
    ),
    "both": (
        "“{value}” already stands in `front`", "“{value}” sudah ada di `front`",
        "keep it in one of the two", "pertahankan di salah satunya",
    ),
    "no-page": (
        "“{value}” is neither a part nor a page", "“{value}” bukan bagian dan bukan halaman",
        "{hint}; or write the page {file}", "{hint}; atau tulis halaman {file}",
    ),
}  # fmt: skip
"""Message in English and Indonesian, hint in English and Indonesian."""
