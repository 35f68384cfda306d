"""The message for each mistake in the settings, in every language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from thesis_build.model import Span, Texts
from thesis_build.readers.settings.schema import schema
from thesis_build.readers.yaml_source_map import YamlDocument

PATH = "paper/thesis.yaml"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `path` is the dotted path of the value it is about."""

    path: str
    span: Span
    message: Texts
    hint: Texts


def mistake(kind: str, path: str, span: Span, **arguments: object) -> Mistake:
    """A mistake of one kind at one position, in every language."""
    return Mistake(path, span, *filled(kind, **arguments))


def filled(kind: str, **arguments: Any) -> tuple[Texts, Texts]:
    """Message and hint of a kind; an argument in several languages gives each its own."""

    def filled(language: str, template: str) -> str:
        own = {k: v[language] if isinstance(v, Mapping) else v for k, v in arguments.items()}
        return template.format(**own)

    en, in_id, hint_en, hint_id = _SENTENCES[kind]
    message = {"en": filled("en", en), "id": filled("id", in_id)}
    return message, {"en": filled("en", hint_en), "id": filled("id", hint_id)}


def named(path: str) -> Texts:
    """How to call the value at a path."""
    *above, last = path.split(".")
    if last.isdigit() and above:
        name = ".".join(above)
        return {"en": f"an item of “{name}”", "id": f"butir dalam “{name}”"}
    name = path or PATH
    return {"en": f"“{name}”", "id": f"“{name}”"}


def allowed(written: str, known: Iterable[str]) -> Texts:
    """What is allowed, the nearest name first."""
    near = nearest(written, known)
    listed = ", ".join(known)
    did_you_mean = {"en": f"did you mean “{near}”? ", "id": f"maksud Anda “{near}”? "} if near else {"en": "", "id": ""}
    return {"en": f"{did_you_mean['en']}allowed: {listed}", "id": f"{did_you_mean['id']}yang diizinkan: {listed}"}


def nearest(written: str, known: Any) -> str:
    """The known name most like the written one; empty where none is alike."""
    from rapidfuzz import fuzz, process

    names = [name for name in known if isinstance(name, str)] if isinstance(known, Iterable) else []
    found = process.extractOne(short(written).lower(), names, scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else ""


def example(rules: Mapping[str, Any]) -> Texts:
    """What to write, from a part of the schema."""
    if "examples" in rules:
        shown = ", ".join(map(flow, rules["examples"]))
        return {"en": f"for example: {shown}", "id": f"misalnya: {shown}"}
    if "enum" in rules:
        return allowed("", rules["enum"])
    return {"en": f"write {rules['x-form']['en']}", "id": f"tulis {rules['x-form']['id']}"}


def flow(value: Any) -> str:
    """A value as YAML in one line."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def definition(rules: Mapping[str, Any]) -> Mapping[str, Any]:
    """The definition in the schema that rules refer to."""
    found: Mapping[str, Any] = schema()["$defs"][rules["$ref"].rpartition("/")[2]]
    return found


def written(document: YamlDocument, span: Span, value: Any) -> str:
    """A value for a message: a text itself, anything else as it is written in the file."""
    if isinstance(value, str):
        return short(value)
    line = document.source.text.split("\n")[span.line - 1]
    return short(line[span.column - 1 : span.end_column - 1 if span.end_line == span.line else None])


def short(text: str) -> str:
    """A text cut to sixty characters, in one line."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def joined(path: str, name: str) -> str:
    """A dotted path and a name as one path."""
    return f"{path}.{name}" if path else name


def inside(path: str) -> Texts:
    """Where a path is, as the end of a sentence."""
    name = named(path)
    return {"en": f" in {name['en']}", "id": f" pada {name['id']}"} if path else {"en": "", "id": ""}


def key_span(document: YamlDocument, path: str) -> Span:
    """The key of a mapping, or the point where it begins."""
    begins = document.spans.get(path, Span(PATH))
    return document.key_spans.get(path, Span(PATH, begins.line, begins.column))


TYPES: Mapping[str, Texts] = {
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
        "run it in the folder of the thesis, or give that folder (thesis-build build FOLDER); "
        "to begin a thesis: thesis-build new FOLDER",
        "jalankan di folder skripsi, atau sebutkan foldernya (thesis-build build FOLDER); "
        "untuk memulai skripsi: thesis-build new FOLDER",
    ),
    "unreadable": (
        f"cannot read {PATH} in {{folder}}: {{reason}}", f"tidak dapat membaca {PATH} di {{folder}}: {{reason}}",
        "check what that file is and who may read it", "periksa berkas itu dan siapa yang boleh membacanya",
    ),
    "wrong": (
        f"mistakes in {PATH}: {{count}}", f"kesalahan di {PATH}: {{count}}",
        "fix the settings", "perbaiki pengaturannya",
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
        "alamat berkas dimulai dari folder yang memuat paper/, misalnya references/library.bib",
    ),
    "not-library": (
        "{value} is not a bibliography", "{value} bukan berkas daftar pustaka",
        "name a file that ends in .bib, .json, .yaml or .yml",
        "sebutkan berkas yang berakhiran .bib, .json, .yaml, atau .yml",
    ),
    "other-library": (
        "there is no file {value} in the project", "tidak ada berkas {value} di dalam proyek",
        "the file is called {near}: write exactly that, capital letters too",
        "berkas itu bernama {near}: tulis persis begitu, termasuk huruf besarnya",
    ),
    "limits": (
        "keywords-max is {most}, less than keywords-min, {least}",
        "keywords-max bernilai {most}, kurang dari keywords-min, {least}",
        "make it at least {least}, or 0 for no limit", "isi sekurang-kurangnya {least}, atau 0 bila tanpa batas",
    ),
    "language": (
        "the language “{value}” is not known", "bahasa “{value}” tidak dikenal",
        "{hint}; or add its data in paper/languages/", "{hint}; atau tambahkan datanya di paper/languages/",
    ),
    "extra": (
        "“{value}” is not among the languages", "“{value}” tidak tercantum dalam `languages`",
        "{hint}; or add it to `languages` (`abstracts`: for the abstract only)",
        "{hint}; atau tambahkan ke `languages` (`abstracts`: hanya untuk abstrak)",
    ),
    "lacking": (
        "“{name}” lacks the language “{value}”", "“{name}” belum diisi untuk bahasa “{value}”",
        "add `{value}:` under `{name}:`", "tambahkan `{value}:` di bawah `{name}:`",
    ),
    "side": (
        "“{value}” does not belong in `{where}`", "“{value}” tidak boleh berada di `{where}`",
        "move it to `{other}`", "pindahkan ke `{other}`",
    ),
    "both": (
        "“{value}” is already in `front`", "“{value}” sudah ada di `front`",
        "keep it in one of the two", "pertahankan di salah satunya",
    ),
    "no-page": (
        "“{value}” is neither a part nor a page", "“{value}” bukan nama bagian ataupun halaman",
        "{hint}; or write the page {file}", "{hint}; atau tulis halaman {file}",
    ),
}  # fmt: skip
"""Message in English and Indonesian, hint in English and Indonesian."""
