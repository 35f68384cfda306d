"""Which rules run, with which severity their findings are reported, and what suppressions and baselines leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

import pytest

from thesis_build.linter.baseline import Baseline, fingerprints
from thesis_build.linter.run import Selection, check, in_order
from thesis_build.model import (
    Checked,
    CheckSettings,
    Data,
    Entry,
    Finding,
    Glossary,
    Library,
    Manuscript,
    Profile,
    Project,
    Settings,
    Severity,
    Source,
    Span,
    Suppressed,
    Suppression,
)
from thesis_build.rules.rule import Rule, Run, RunRule

TODAY = date(2026, 11, 24)
YESTERDAY = date(2026, 11, 23)
ERROR, WARNING, INFO = Severity
WORDS = {"en": "odd", "id": "ganjil"}
PLACE = Span("a.md", 2)

Check = Callable[..., Checked]


class Fake(Rule):
    """Finds something at each of its spans."""

    spans: ClassVar[tuple[Span, ...]] = ()
    message = hint = WORDS

    def check(self, project: Project) -> Iterator[Finding]:
        del project
        return (self.finding(span) for span in self.spans)


class Watching(RunRule):
    """Keeps the run that it is shown."""

    code, name, message, hint = "LNT900", "watching", WORDS, WORDS
    seen: ClassVar[list[Run]] = []

    def review(self, run: Run, project: Project) -> Iterator[Finding]:
        del project
        self.seen.append(run)
        yield self.finding(Span("b.md", 1))


def fake(code: str, *spans: Span, **more: Any) -> Rule:
    made: Rule = type(code, (Fake,), {"code": code, "name": f"name-{code.lower()}", "spans": spans, **more})()
    return made


def thesis(manuscripts: tuple[str, ...] = ("id",), library: Library | None = None, **settings: Any) -> Project:
    return Project(
        root=Path(),
        settings=Settings({}, (), TODAY, ("id", "en"), {}, check=CheckSettings(**settings)),
        manuscripts={tag: Manuscript(tag, ()) for tag in manuscripts},
        library=library or Library(),
        glossary=Glossary(),
        data=Data(),
        images={},
        style=Source("", ""),
        sources={"a.md": "satu\ndua\ntiga\n"},
    )


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Check:
    def run(
        *rules: Rule, project: Project | None = None, suppressions: tuple[Suppression, ...] = (), **selection: Any
    ) -> Checked:
        monkeypatch.setattr("thesis_build.linter.run.rules_for", lambda _: rules)
        monkeypatch.setattr("thesis_build.linter.run.read_suppressions", lambda _: suppressions)
        return check(project or thesis(), Selection(TODAY, **selection))

    return run


# ── which rules run ─────────────────────────────────────────────────────────────────────────────

ON, OFF, ONLINE = fake("BIB001"), fake("BIB002", default=False), fake("BIB003", online=True)
OF_TEXT, CRASHED = fake("CIT001"), fake("LNT005")
ALL = (ON, OFF, ONLINE, OF_TEXT, CRASHED)


@pytest.mark.parametrize(
    ("selection", "settings", "ran"),
    [
        ({}, {}, "BIB001 CIT001 LNT005"),
        ({"online": True}, {}, "BIB001 BIB003 CIT001 LNT005"),
        ({"only": ("BIB",)}, {}, "BIB001 LNT005"),
        ({"only": ("BIB",), "online": True}, {}, "BIB001 BIB003 LNT005"),
        ({"only": ("BIB0",)}, {}, "BIB001 BIB002 LNT005"),
        ({"only": ("ALL",)}, {}, "BIB001 BIB002 CIT001 LNT005"),
        ({"only": ("BIB002",)}, {}, "BIB002 LNT005"),
        ({"only": ("name-bib002",)}, {}, "BIB002 LNT005"),
        ({"only": ("BIB", "BIB002")}, {}, "BIB001 BIB002 LNT005"),
        ({"only": ("BIB003",)}, {}, "LNT005"),
        ({"only": ("CIT",)}, {"select": ("BIB002",)}, "CIT001 LNT005"),
        ({"only": ("BIB",)}, {"select": ("BIB002",)}, "BIB001 BIB002 LNT005"),
        ({}, {"select": ("BIB002",)}, "BIB001 BIB002 CIT001 LNT005"),
        ({}, {"select": ("BIB002",), "ignore": ("BIB002",)}, "BIB001 CIT001 LNT005"),
        ({}, {"ignore": ("BIB",)}, "CIT001 LNT005"),
        ({"ignore": ("name-cit001", "LNT")}, {}, "BIB001"),
        ({"only": ("BIB001",), "ignore": ("BIB",)}, {}, "LNT005"),
    ],
)
def test_what_is_named_decides_which_rules_run(
    selection: Mapping[str, Any], settings: Mapping[str, Any], ran: str, checked: Check
) -> None:
    assert checked(*ALL, project=thesis(**settings), **selection).ran == frozenset(ran.split())


def test_a_library_alone_is_checked_by_the_rules_of_libraries(checked: Check) -> None:
    assert checked(*ALL, project=thesis(())).ran == {"BIB001", "LNT005"}
    assert checked(*ALL, project=thesis(()), only=("CIT001",)).ran == {"LNT005"}


# ── order ───────────────────────────────────────────────────────────────────────────────────────


def test_findings_come_errors_first_then_by_file_position_and_code(checked: Check) -> None:
    rules = (
        fake("ZZZ003", Span("a.md", 1), severity=INFO),
        fake("ZZZ002", Span("b.md", 1), Span("a.md", 2), Span("a.md", 1, 5)),
        fake("ZZZ001", Span("a.md", 2), Span("a.md", 3), severity=ERROR),
        fake("ZZZ004", Span("a.md", 1), severity=WARNING),
    )
    found = [(f.code, f.span.path, f.span.line, f.span.column) for f in checked(*rules).findings]
    assert found == [
        ("ZZZ002", "a.md", 1, 5),
        ("ZZZ001", "a.md", 2, 1),
        ("ZZZ002", "a.md", 2, 1),
        ("ZZZ001", "a.md", 3, 1),
        ("ZZZ002", "b.md", 1, 1),
        ("ZZZ004", "a.md", 1, 1),
        ("ZZZ003", "a.md", 1, 1),
    ]


def test_equal_findings_are_one_and_others_are_not() -> None:
    one = fake("ZZZ001").finding(PLACE)
    others = [
        replace(one, code="ZZZ002"),
        replace(one, span=Span("a.md", 3)),
        replace(one, message={"en": "even", "id": "genap"}),
    ]
    assert in_order([one, one, replace(one), replace(one, hint={"en": "x", "id": "y"})])[1:] == ()
    assert len(in_order([one, *others])) == 4


# ── severity ────────────────────────────────────────────────────────────────────────────────────


def severities(result: Checked) -> dict[str, str]:
    return {finding.code: str(finding.severity) for finding in result.findings}


def test_a_profile_gives_the_severity_that_the_rule_declares_for_it(checked: Check) -> None:
    rule = fake("ZZZ001", PLACE, severity=INFO, profiles={Profile.RELEASE: ERROR, Profile.DRAFT: WARNING})
    assert severities(checked(rule)) == {"ZZZ001": "info"}
    assert severities(checked(rule, profile=Profile.RELEASE)) == {"ZZZ001": "error"}
    draft = thesis(profile=Profile.DRAFT)
    assert severities(checked(rule, project=draft)) == {"ZZZ001": "warning"}
    assert severities(checked(rule, project=draft, profile=Profile.DEFENCE)) == {"ZZZ001": "info"}


def test_the_settings_decide_last_and_the_last_of_them(checked: Check) -> None:
    rules = (fake("ZZZ001", PLACE, profiles={Profile.DEFENCE: INFO}), fake("YYY001", PLACE))
    assert severities(checked(*rules, project=thesis(severity={"ZZZ": WARNING}))) == {
        "YYY001": "error",
        "ZZZ001": "warning",
    }
    both = {"ZZZ": WARNING, "name-zzz001": ERROR}
    assert severities(checked(*rules, project=thesis(severity=both)))["ZZZ001"] == "error"


class Mislabelled(Fake):
    """Finds something in the name of a rule that is not there."""

    code, name = "ZZZ001", "mislabelled"

    def check(self, project: Project) -> Iterator[Finding]:
        del project
        yield replace(self.finding(PLACE), code="YYY009", severity=WARNING)


def test_a_finding_of_no_known_rule_keeps_its_severity(checked: Check) -> None:
    assert severities(checked(Mislabelled(), project=thesis(severity={"ALL": INFO}))) == {"YYY009": "warning"}


class Stopping(Fake):
    """Stops with an error of its own."""

    code, name = "ZZZ001", "stopping"

    def check(self, project: Project) -> Iterator[Finding]:
        yield self.finding(PLACE)
        raise ValueError(project.settings.date)


def test_a_crash_has_its_reason_and_its_traceback(checked: Check) -> None:
    result = checked(Stopping())
    ((code, reason, traceback),) = ((crash.code, crash.reason, crash.traceback) for crash in result.crashes)
    assert (code, reason) == ("ZZZ001", "ValueError: 2026-11-24")
    assert traceback.startswith('Traceback (most recent call last):\n  File "')
    assert traceback.endswith("\nValueError: 2026-11-24\n")
    assert [finding.span for finding in result.findings] == [PLACE]


def entry(key: str, first: int, last: int) -> Entry:
    return Entry(key, "book", {}, Span("l.bib", first), Span("l.bib", first, 1, last, 2))


def test_what_is_printed_of_an_entry_that_nobody_cites_is_a_note(
    checked: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thesis_build.bibliography.cited_works.is_used", lambda _, key: key == "cited")
    library = Library(entries=(entry("cited", 1, 3), entry("other", 4, 6), entry("cited", 6, 7)))
    spans = [Span("l.bib", line) for line in (3, 4, 5, 6, 7, 8)]
    for code in ("BIB101", "BIB299", "BIB301", "BIB302"):
        result = checked(fake(code, *spans), project=thesis(library=library))
        assert {f.span.line for f in result.findings if f.severity is INFO} == {4, 5}, code
    for code in ("BIB001", "BIB303", "CIT101"):
        assert severities(checked(fake(code, *spans), project=thesis(library=library))) == {code: "error"}
    elsewhere = checked(fake("BIB101", Span("m.bib", 4)), project=thesis(library=library))
    assert severities(elsewhere) == {"BIB101": "error"}
    alone = checked(fake("BIB101", *spans), project=thesis((), library=library))
    assert severities(alone) == {"BIB101": "error"}
    asked = thesis(library=library, severity={"BIB101": WARNING})
    assert severities(checked(fake("BIB101", Span("l.bib", 4)), project=asked)) == {"BIB101": "warning"}


# ── suppressions ────────────────────────────────────────────────────────────────────────────────


def suppression(*rules: str, until: date | None = None, first: int = 2, last: int = 2) -> Suppression:
    return Suppression(rules, "known", until, Span("a.md", 1), "a.md", first, last)


@pytest.mark.parametrize("named", ["ZZZ001", "name-zzz001", "ZZZ", "ALL"])
def test_a_suppression_covers_the_rules_it_names_in_its_lines(named: str, checked: Check) -> None:
    held = suppression(named)
    result = checked(fake("ZZZ001", PLACE, Span("a.md", 3), Span("b.md", 2)), suppressions=(held,))
    assert [item.suppression for item in result.suppressed] == [held]
    assert [finding.span for finding in result.findings] == [Span("a.md", 3), Span("b.md", 2)]


def test_a_suppression_of_other_rules_covers_nothing(checked: Check) -> None:
    assert checked(fake("ZZZ001", PLACE), suppressions=(suppression("ZZZ002", "YYY"),)).suppressed == ()


@pytest.mark.parametrize(("until", "holds"), [(None, True), (TODAY, True), (YESTERDAY, False)])
def test_a_suppression_holds_to_the_end_of_its_last_day(until: date | None, holds: bool, checked: Check) -> None:
    result = checked(fake("ZZZ001", PLACE), suppressions=(suppression("ALL", until=until),))
    assert (len(result.suppressed), len(result.findings)) == (int(holds), int(not holds))


def test_the_first_suppression_in_force_counts_as_used(checked: Check) -> None:
    past, first, second = suppression("ALL", until=YESTERDAY), suppression("ZZZ"), suppression("ALL")
    Watching.seen.clear()
    result = checked(fake("ZZZ001", PLACE), Watching(), suppressions=(past, first, second))
    (run,) = Watching.seen
    assert (run.used, run.suppressions) == ({first}, (past, first, second))
    assert [item.suppression for item in result.suppressed] == [first]


# ── the run, and the baseline ───────────────────────────────────────────────────────────────────


def test_rules_about_the_run_see_it_and_what_they_find_cannot_be_suppressed(checked: Check) -> None:
    Watching.seen.clear()
    everything = Suppression(("ALL",), "", None, Span("a.md"), "*")
    rules = (fake("ZZZ001"), fake("ZZZ002", default=False), Watching())
    result = checked(*rules, suppressions=(everything,), project=thesis(severity={"LNT": INFO}))
    (run,) = Watching.seen
    assert (run.rules, run.ran, run.crashed, run.used, run.lost, run.today) == (
        rules,
        {"ZZZ001", "LNT900"},
        {},
        frozenset(),
        (),
        TODAY,
    )
    assert severities(result) == {"LNT900": "info"}
    assert checked(Watching(), ignore=("LNT900",)).findings == ()


def test_a_baseline_leaves_what_is_new_and_says_what_is_gone(checked: Check) -> None:
    rule = fake("ZZZ001", Span("a.md", 1), PLACE)
    first, second = checked(rule).findings
    (mark,) = fingerprints([first], thesis().sources)
    known = Baseline({mark: ("a.md", "ZZZ001 odd"), "0" * 32: ("b.md", "ZZZ002 gone")})
    Watching.seen.clear()
    result = checked(rule, Watching(), baseline=known)
    assert result.suppressed == (Suppressed(first, None),)
    assert second in result.findings and first not in result.findings
    assert Watching.seen[0].lost == (("b.md", "ZZZ002 gone"),)


def test_what_is_suppressed_is_not_in_the_baseline_too(checked: Check) -> None:
    rule = fake("ZZZ001", PLACE)
    (mark,) = fingerprints(checked(rule).findings, thesis().sources)
    Watching.seen.clear()
    held = suppression("ALL")
    known = Baseline({mark: ("a.md", "ZZZ001 odd")})
    result = checked(rule, Watching(), suppressions=(held,), baseline=known)
    assert result.suppressed == (Suppressed(fake("ZZZ001").finding(PLACE), held),)
    assert Watching.seen[0].lost == (("a.md", "ZZZ001 odd"),)
