"""`paper/thesis.yaml` → `Settings`: every mistake is reported, with its position, what is allowed and the nearest key.

What is allowed stands in `thesis.schema.json`, by which editors complete and check the file too; here are the
sentences for what the schema finds, and the few checks that a schema cannot make.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from thesis_build.errors import SettingsError
from thesis_build.model import (
    Author,
    CheckSettings,
    Finding,
    Layout,
    Margins,
    Profile,
    Settings,
    Severity,
    Source,
    Span,
    SuppressionSetting,
)
from thesis_build.readers.settings.messages import PATH, Mistake, filled, mistake
from thesis_build.readers.settings.validation import mistakes as mistakes_in
from thesis_build.readers.source import read_source
from thesis_build.readers.yaml_source_map import YamlDocument, read_yaml
from thesis_build.tools.project_files import Files


def read_settings(files: Files, known_languages: Collection[str]) -> Settings:
    """The settings of a project; raises `SettingsError` with all mistakes, or where there is no file."""
    source = _source(files)
    document = read_yaml(source)
    mistakes = [Mistake("", problem.span, problem.message, problem.hint) for problem in document.problems]
    unread = {problem.span for problem in document.problems}
    if document.data is not None:
        found = mistakes_in(document, files, known_languages)
        mistakes += [mistake for mistake in found if mistake.span not in unread]
    elif not mistakes:
        mistakes.append(mistake("empty", "", Span(PATH)))
    if mistakes:
        raise _wrong(mistakes, source)
    return _settings(document)


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def _source(files: Files) -> Source:
    try:
        source = read_source(files, PATH)
    except OSError as error:
        raise SettingsError(
            *filled("unreadable", folder=files.root, reason=getattr(error, "reason", error.strerror))
        ) from error
    if source is None:
        raise SettingsError(*filled("no-file", folder=files.root))
    return source


def _wrong(mistakes: Sequence[Mistake], source: Source) -> SettingsError:
    ordered = sorted(mistakes, key=lambda mistake: (mistake.span.line, mistake.span.column))
    findings = tuple(Finding("CFG001", "settings", Severity.ERROR, m.span, m.message, m.hint) for m in ordered)
    return SettingsError(*filled("wrong", count=len(findings)), findings, {PATH: source.text})


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
        check["severity"] = {code: Severity(severity) for code, severity in check.get("severity", {}).items()}
        check["profile"] = Profile(check.get("profile", Profile.DEFENCE))
        check["suppress"] = tuple(_suppression(entry) for entry in check.get("suppress", ()))
        given["check"] = CheckSettings(**check)
    return Settings(**given, spans=document.spans)


def _suppression(entry: Mapping[str, Any]) -> SuppressionSetting:
    until = entry.get("until")
    return SuppressionSetting(**{**entry, "until": datetime.date.fromisoformat(until) if until else None})


def _fields(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a dataclass, from the keys of the file; lists as tuples."""
    return {name.replace("-", "_"): _frozen(value) for name, value in data.items()}


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _frozen(item) for name, item in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
