"""What is wrong with a data file of a language: what `language.schema.json` finds, and what a schema cannot say.

The package's own files are checked by the tests; those that a project brings are checked when they are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any

from thesis_build.languages import FALLBACK, data_files
from thesis_build.model import Texts

_KINDS = ("words", "quantities", "labels", "maths")
"""The kinds of files that a language has besides `TAG.yaml`, as their names begin."""

_OTHERS = {
    data_files.TABLES: "tables",
    data_files.CLOSED_SETS: "closed-sets",
    "quantities.yaml": "shared-quantities",
}
_NAME = re.compile(rf"(?:(?P<kind>{'|'.join(_KINDS)})-)?(?P<tag>[a-z]{{2,3}})\.yaml")
_LIKE = ("labels", "maths")
"""The kinds of files that have the keys of the English ones, for the program asks for each of them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a file, at the dotted `path` of the value or key it is about.

    `kind` is missing, unknown or wrong; of a wrong value `wanted` says what it must be.
    """

    kind: str
    path: str
    wanted: Texts | None = None


def kind_of(name: str) -> str:
    """The kind of the file with this name, as the schema calls it; empty where no language has such a file."""
    if name in _OTHERS:
        return _OTHERS[name]
    found = _NAME.fullmatch(name)
    return (found["kind"] or "language") if found else ""


def tag_of(name: str) -> str:
    """The tag of the language that the file with this name belongs to; empty where it belongs to none alone."""
    found = _NAME.fullmatch(name)
    return found["tag"] if found and name not in _OTHERS else ""


def files_of(tag: str) -> tuple[str, ...]:
    """The names of all files that a language has."""
    return f"{tag}.yaml", *(f"{kind}-{tag}.yaml" for kind in _KINDS)


def faults(name: str, data: Any) -> Iterator[Fault]:
    """All that is wrong with the data of the file with this name."""
    kind = kind_of(name)
    found = {(fault.kind, fault.path): fault for fault in _by_schema(kind, data)}  # jsonschema repeats missing keys
    yield from found.values()
    if not found and kind in _LIKE:
        yield from _unlike(data, data_files.load(f"{kind}-{FALLBACK}.yaml"))
    elif not found and kind == "language" and data["tag"] != tag_of(name):
        yield Fault("wrong", "tag", {"en": f"“{tag_of(name)}”", "id": f"“{tag_of(name)}”"})


def _by_schema(kind: str, data: Any) -> Iterator[Fault]:
    for error in sorted(_validator(kind).iter_errors(data), key=lambda error: [str(part) for part in error.path]):
        path = ".".join(map(str, error.absolute_path))
        if error.validator == "required":
            yield from (
                Fault("missing", _joined(path, key)) for key in error.validator_value if key not in error.instance
            )
        elif error.validator == "additionalProperties":
            known = error.schema.get("properties", {})
            yield from (Fault("unknown", _joined(path, str(key))) for key in error.instance if key not in known)
        elif error.validator == "dependentRequired":
            yield Fault("wrong", path, error.schema["x-form"])
        elif "propertyNames" in error.absolute_schema_path:
            yield Fault("wrong", _joined(path, str(error.instance)), error.schema["x-form"])
        else:
            yield Fault("wrong", path, error.schema["x-form"])


def _unlike(data: Any, model: Any, path: str = "") -> Iterator[Fault]:
    """Where a file lacks a key of the English one, has one more, or has other fields in a text."""
    if isinstance(model, str):
        if _fields(data) - _fields(model):
            fields = ", ".join(sorted(_fields(model))) or "–"
            yield Fault("wrong", path, {"en": f"a text with {fields}", "id": f"teks dengan {fields}"})
        return
    yield from (Fault("missing", _joined(path, key)) for key in model if key not in data)
    for key, value in data.items():
        if key in model:
            yield from _unlike(value, model[key], _joined(path, key))
        else:
            yield Fault("unknown", _joined(path, key))


def _fields(text: str) -> set[str]:
    """The fields of a text that are filled in ({0}); a text that cannot be filled in has itself as a field."""
    try:
        return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text}


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker

    checker = FormatChecker(())

    @checker.checks("regex", raises=re.error)
    def is_pattern(value: object) -> bool:
        return not isinstance(value, str) or bool(re.compile(value))

    @checker.checks("snowball")
    def is_stemmer(value: object) -> bool:
        import snowballstemmer

        return value in snowballstemmer.algorithms()

    text = resources.files("thesis_build.languages").joinpath("language.schema.json").read_text(encoding="utf-8")
    whole = json.loads(text)
    return Draft202012Validator({"$defs": whole["$defs"], "$ref": f"#/$defs/{kind}"}, format_checker=checker)


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
