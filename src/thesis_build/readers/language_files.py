"""`paper/languages/`: the languages that a project brings, checked, as plain data for `languages.data_files`.

There stand the files of a language as the package has them (`ms.yaml`, `words-ms.yaml` …), `tables.yaml` with the
tables of words that it names, and tables of roots; files of other kinds are not looked at. Nothing in them is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from thesis_build.errors import SettingsError
from thesis_build.languages import FALLBACK, data_files
from thesis_build.languages.data_faults import Fault, faults, files_of, kind_of, tag_of
from thesis_build.model import Finding, Severity, Source, Span, Texts
from thesis_build.readers.refused_files import as_mistake
from thesis_build.readers.source import decode
from thesis_build.readers.yaml_source_map import YamlDocument, read_yaml
from thesis_build.tools.project_files import Files, RefusedFile

FOLDER = "paper/languages"
"""Where a project has the data of its languages."""

_LARGEST = 1_000_000
"""Bytes of a file."""

_MOST = 100
"""Files that are read."""

_SENTENCES: Mapping[str, tuple[str, str, str, str]] = {
    "wrong folder": (
        "mistakes in {folder}: {count}", "kesalahan di {folder}: {count}",
        "correct the data of the language", "perbaiki data bahasa itu",
    ),
    "missing": (
        "the key “{path}” is missing", "kunci “{path}” tidak ada",
        "write it as in the file of another language ({like})", "tulis seperti pada berkas bahasa lain ({like})",
    ),
    "unknown": (
        "unknown key “{path}”", "kunci “{path}” tidak dikenal",
        "correct its name, or delete it", "perbaiki namanya, atau hapus",
    ),
    "wrong": (
        "“{path}” must be {wanted}", "“{path}” harus berupa {wanted}",
        "write it as in the file of another language ({like})", "tulis seperti pada berkas bahasa lain ({like})",
    ),
    "lacking": (
        "the language “{tag}” has no file {name}", "bahasa “{tag}” tidak punya berkas {name}",
        "write one as that of another language ({like})", "buat berkas itu seperti pada bahasa lain ({like})",
    ),
    "shipped": (
        "{name} belongs to the package", "{name} sudah ada dalam paket",
        "remove it; a project can only add languages", "hapus; sebuah proyek hanya dapat menambah bahasa",
    ),
    "name": (
        "no language has a file {name}", "tidak ada bahasa yang punya berkas {name}",
        "rename it, or move it to another folder", "ganti namanya, atau pindahkan ke folder lain",
    ),
    "large": (
        "this file is too large", "berkas ini terlalu besar",
        "keep it below a megabyte", "jaga agar di bawah satu megabita",
    ),
    "many": (
        "there are too many files", "terlalu banyak berkas",
        "keep only the files of languages in this folder", "sisakan hanya berkas bahasa di folder ini",
    ),
    "outside": (
        "this file is outside the project", "berkas ini di luar proyek",
        "copy it into the folder", "salin ke dalam folder",
    ),
    "unreadable": (
        "this file cannot be read as UTF-8", "berkas ini tidak dapat dibaca sebagai UTF-8",
        "save it as UTF-8", "simpan sebagai UTF-8",
    ),
    "row": (
        "this line is not {wanted}", "baris ini bukan {wanted}",
        "correct or delete the line", "perbaiki atau hapus baris ini",
    ),
    "no table": (
        "there is no table {name}", "tidak ada tabel {name}",
        "add the file, or correct the name", "tambahkan berkasnya, atau perbaiki namanya",
    ),
    "unused": (
        "no file names this table", "tidak ada berkas yang menyebut tabel ini",
        "name it in tables.yaml (`words`) or as `roots` of a stemmer",
        "sebutkan di tables.yaml (`words`) atau sebagai `roots` sebuah stemmer",
    ),
}  # fmt: skip
"""Message in English and Indonesian, hint in English and Indonesian."""

_PAIR: Texts = {"en": "two words with a tab between them", "id": "dua kata dengan tab di antaranya"}
_ROOT: Texts = {"en": "a root, a tab and a whole number", "id": "akar kata, tab, dan bilangan bulat"}


def use_languages(files: Files | None) -> data_files.Brought:
    """Use, from here on, the languages that a project brings; those of the package alone without one.

    Raises `SettingsError` with all mistakes in their files.
    """
    try:
        brought = read_language_files(files) if files else {}
    except RefusedFile as refused:
        raise as_mistake(refused) from refused
    data_files.use(brought)
    return brought


def read_language_files(files: Files) -> data_files.Brought:
    """The data files that a project brings, by name; raises `SettingsError` with all mistakes in them."""
    names = _names(files)
    if not names:
        return {}
    reading = _Reading()
    for name in names[:_MOST]:
        reading.take(files, name)
    if len(names) > _MOST:
        reading.note("many", Span(f"{FOLDER}/{names[_MOST]}"))
    reading.compare()
    if reading.findings:
        message, hint = _filled("wrong folder", folder=FOLDER, count=len(reading.findings))
        raise SettingsError(message, hint, tuple(sorted(reading.findings, key=lambda f: f.span)), reading.sources)
    return reading.brought


def _names(files: Files) -> list[str]:
    return [name for name in files.names(FOLDER) if name.endswith((".yaml", ".tsv"))]


class _Reading:
    """The files that were read so far, and what is wrong with them."""

    def __init__(self) -> None:
        self.brought: dict[str, Any] = {}
        self.sources: dict[str, str] = {}
        self.findings: list[Finding] = []
        self._names: set[str] = set()
        self._documents: dict[str, YamlDocument] = {}

    def note(self, kind: str, span: Span, **arguments: object) -> None:
        """Note a mistake."""
        message, hint = _filled(kind, **arguments)
        self.findings.append(Finding("CFG001", "settings", Severity.ERROR, span, message, hint))

    def take(self, files: Files, name: str) -> None:
        """Read one file."""
        self._names.add(name)
        span = Span(f"{FOLDER}/{name}")
        source = self._source(files, span)
        if source is None:
            return
        self.sources[source.path] = source.text
        if name.endswith(".tsv"):
            self.brought[name] = source.text
        elif tag_of(name) in data_files.packaged_tags():
            self.note("shipped", span, name=name)
        elif not tag_of(name) and name != data_files.TABLES:
            self.note("name", span, name=name)
        else:
            self._take_yaml(name, read_yaml(source))

    def _source(self, files: Files, span: Span) -> Source | None:
        kind, source = "", None
        if files.leads_out(span.path):
            kind = "outside"
        elif (files.size(span.path) or 0) > _LARGEST:
            kind = "large"
        else:
            source = decode(files.read(span.path) or b"", span.path)
            kind, span = ("unreadable", source.broken_at) if source.broken_at else ("", span)
        if kind:
            self.note(kind, span)
            return None
        return source

    def _take_yaml(self, name: str, document: YamlDocument) -> None:
        for problem in document.problems:
            self.findings.append(
                Finding("CFG001", "settings", Severity.ERROR, problem.span, problem.message, problem.hint)
            )
        if document.problems:
            return
        found = list(faults(name, document.data))
        for fault in found:
            self._fault(name, fault, document)
        if not found:
            self.brought[name] = document.data
            self._documents[name] = document

    def _fault(self, name: str, fault: Fault, document: YamlDocument) -> None:
        like = name.replace(tag_of(name), FALLBACK) if tag_of(name) else f"lexicon/{name}"
        wanted = fault.wanted or {"en": "", "id": ""}
        self.note(fault.kind, _span(fault, document), path=fault.path or name, wanted=wanted, like=like)

    def compare(self) -> None:
        """Look whether the files fit together: all of a language, and the tables that they name."""
        tags = {tag_of(name) for name in self.brought} - {""}
        for tag in sorted(tags):
            for name in files_of(tag):
                if name not in self._names:
                    like = name.replace(tag, FALLBACK)
                    self.note("lacking", Span(f"{FOLDER}/{name}"), tag=tag, name=name, like=like)
        named = {*self._check_tables(tags | data_files.packaged_tags()), *self._check_roots()}
        for name in self.brought if not self.findings else ():
            if name.endswith(".tsv") and name not in named:
                self.note("unused", Span(f"{FOLDER}/{name}"))

    def _check_tables(self, tags: Set[str]) -> Iterator[str]:
        """The tables of words that `tables.yaml` names."""
        for pair, form in self.brought.get(data_files.TABLES, {}).items():
            first, _, second = pair.partition("-")
            place = self._documents[data_files.TABLES].key_spans[pair]
            if not {first, second} <= tags:
                wanted = {tongue: ", ".join(sorted(tags)) for tongue in ("en", "id")}
                self.note("wrong", place, path=pair, wanted=wanted, like="lexicon/tables.yaml")
            elif {first, second} <= data_files.packaged_tags() or "tables" in form:
                self.note("shipped", place, name=pair)
            for name in form.get("words", ()):
                yield name
                self._check_rows(name, place, _PAIR)

    def _check_roots(self) -> Iterator[str]:
        """The tables of roots that stemmers name."""
        for name, document in self._documents.items():
            roots = document.data.get("stemmer", {}).get("roots") if kind_of(name) == "words" else None
            if roots:
                yield roots
                self._check_rows(roots, document.spans["stemmer.roots"], _ROOT)

    def _check_rows(self, name: str, place: Span, wanted: Texts) -> None:
        """Look whether a table is there, and every line of it is as it must be."""
        if not name.endswith(".tsv") or name not in self.brought:
            self.note("no table", place, name=name)
            return
        for number, line in enumerate(self.brought[name].splitlines(), 1):
            cells = [cell.strip() for cell in line.split("\t")]
            whole = len(cells) == 2 and all(cells) and (wanted is _PAIR or (cells[1].isascii() and cells[1].isdigit()))
            if line.strip() and not line.startswith("#") and not whole:
                self.note("row", Span(f"{FOLDER}/{name}", number), wanted=wanted)


def _span(fault: Fault, document: YamlDocument) -> Span:
    """Where the value or key of a fault stands; the mapping that lacks it where it is missing."""
    path = fault.path
    spans = document.key_spans if fault.kind == "unknown" else document.spans
    while path and path not in spans:
        path = path.rpartition(".")[0]
        spans = document.key_spans if path in document.key_spans else document.spans
    return spans.get(path, Span(document.source.path))


def _filled(kind: str, **arguments: Any) -> tuple[Texts, Texts]:
    """Message and hint of a kind; an argument in several languages gives each its own."""

    def filled(locale: str, template: str) -> str:
        own = {name: value[locale] if isinstance(value, Mapping) else value for name, value in arguments.items()}
        return template.format(**own)

    en, in_id, hint_en, hint_id = _SENTENCES[kind]
    message = {"en": filled("en", en), "id": filled("id", in_id)}
    return message, {"en": filled("en", hint_en), "id": filled("id", hint_id)}
