"""Running the rules over a project: which of them, with which severities, what is suppressed, and in which order."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from thesis_build.languages import data_files
from thesis_build.linter.baseline import Baseline, fingerprints
from thesis_build.linter.registry import families, rules_for
from thesis_build.model import (
    Checked,
    Crash,
    Finding,
    Profile,
    Project,
    Severity,
    Suppressed,
    Suppression,
    derived,
    is_csl,
)
from thesis_build.readers.suppressions import covers, read_suppressions
from thesis_build.rules.rule import Rule, Run, RunRule, matches

_OF_LIBRARIES = ("BIB", "LNT")
"""Beginnings of the codes of rules that need no manuscripts."""

_OF_REFERENCES = ("BIB1", "BIB2", "BIB301", "BIB302")
"""Beginnings of the codes of rules about what is printed: of an entry that nobody cites they are only notes."""

RULE_CRASHED = "LNT005"
"""The rule that reports that another one crashed: it runs whatever is selected."""

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked of a check besides the settings: `today` decides which suppressions still hold.

    Rules are named by code, by the beginning of one, by name, or ALL. `only` are the rules that run, where it is not
    empty (of a whole family those that are on); `profile` replaces that of the settings; what `baseline` knows is
    suppressed. Rules that need the network run only where `online` is set, whatever is named.
    """

    today: date
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: Profile | None = None
    baseline: Baseline | None = None
    online: bool = False


def check(project: Project, selection: Selection) -> Checked:
    """What the rules find, errors first, then in the order of the files, and what was suppressed."""
    data_files.use(project.language_files)
    known = rules_for(selection.only)
    chosen = [rule for rule in known if _is_wanted(rule, project, selection)]
    found, crashes = _run(chosen, project)
    suppressions = read_suppressions(project)
    kept, suppressed = _suppress(
        in_order(_with_severities(found, known, project, selection)), suppressions, chosen, selection
    )
    remaining, accepted, lost = _compare(kept, project, selection.baseline)
    run = Run(
        rules=known,
        ran=frozenset(rule.code for rule in chosen) - {crash.code for crash in crashes},
        crashed={crash.code: crash.reason for crash in crashes},
        suppressions=suppressions,
        used=frozenset(s.suppression for s in suppressed if s.suppression),
        lost=lost,
        today=selection.today,
    )
    reviewed, more = _review(chosen, run, project)
    findings = in_order([*remaining, *_with_severities(reviewed, known, project, selection)])
    return Checked(findings, (*suppressed, *accepted), run.ran, (*crashes, *more))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without repetition: errors first, then by file, position and code."""
    unique = {(f.code, f.span, f.message["en"]): f for f in findings}
    return tuple(sorted(unique.values(), key=lambda f: (_RANK[f.severity], f.span, f.code)))


def _is_wanted(rule: Rule, project: Project, selection: Selection) -> bool:
    settings = project.settings.check
    if not project.manuscripts and not rule.code.startswith(_OF_LIBRARIES):
        return False
    if rule.online and not selection.online:
        return False
    if any(matches(named, rule) for named in (*selection.ignore, *settings.ignore)):
        return False
    if selection.only and rule.code != RULE_CRASHED:
        named = [name for name in selection.only if matches(name, rule)]
        if not named or not families().issuperset(named):  # a whole family does not mean those in it that are off
            return bool(named)
    return rule.default or any(matches(named, rule) for named in settings.select)


def _with_severities(
    findings: Iterable[Finding], known: Iterable[Rule], project: Project, selection: Selection
) -> Iterable[Finding]:
    """The findings with the severities that the profile and the settings give them."""
    settings = project.settings.check
    profile = selection.profile or settings.profile
    by_code = {rule.code: rule for rule in known}
    unprinted = _unprinted(project)
    for finding in findings:
        rule = by_code.get(finding.code)
        severity = rule.profiles.get(profile, finding.severity) if rule else finding.severity
        if finding.code.startswith(_OF_REFERENCES) and finding.span.line in unprinted.get(finding.span.path, ()):
            severity = Severity.INFO
        for named, wanted in settings.severity.items():
            if rule and matches(named, rule):
                severity = wanted
        yield replace(finding, severity=severity) if severity is not finding.severity else finding


@derived
def _unprinted(project: Project) -> Mapping[str, Set[int]]:
    """The lines of the entries that are not used, by file; a line with one that is used on it is left out."""
    if not (project.manuscripts and project.library.entries):
        return {}
    from thesis_build.bibliography.cited_works import is_used

    lines: dict[str, set[int]] = {}
    printed: dict[str, set[int]] = {}
    for entry in project.library.entries:
        group = printed if is_used(project, entry.key) else lines
        group.setdefault(entry.whole.path, set()).update(range(entry.whole.line, entry.whole.end_line + 1))
    return {path: found - printed.get(path, set()) for path, found in lines.items()}


def _suppress(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], chosen: Sequence[Rule], selection: Selection
) -> tuple[list[Finding], list[Suppressed]]:
    """The findings that remain, and those that a suppression in force covers."""
    holding = [s for s in suppressions if s.until is None or s.until >= selection.today]
    by_code = {rule.code: rule for rule in chosen}
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    for finding in findings:
        rule = by_code.get(finding.code)
        means = (s for s in holding if covers(s, finding.span) and rule and any(matches(n, rule) for n in s.rules))
        suppression = next(means, None)
        if suppression:
            suppressed.append(Suppressed(finding, suppression))
        else:
            kept.append(finding)
    return kept, suppressed


def _compare(
    findings: Sequence[Finding], project: Project, baseline: Baseline | None
) -> tuple[Sequence[Finding], list[Suppressed], tuple[tuple[str, str], ...]]:
    """The findings that the baseline does not know, those it knows, and what it knows that is not there any more."""
    if baseline is None:
        return findings, [], ()
    prints = fingerprints(findings, project.sources)
    kept = [f for f, mark in zip(findings, prints, strict=True) if mark not in baseline.marks]
    known = [Suppressed(f, None) for f, mark in zip(findings, prints, strict=True) if mark in baseline.marks]
    lost = tuple(said for mark, said in baseline.marks.items() if mark not in prints)
    return kept, known, lost


def _run(chosen: Sequence[Rule], project: Project) -> tuple[list[Finding], list[Crash]]:
    """What the rules find; one that crashes is named, and the others still run."""
    crashes: list[Crash] = []
    found = [f for rule in chosen for f in _findings(rule, partial(rule.check, project), crashes)]
    return found, crashes


def _review(chosen: Sequence[Rule], run: Run, project: Project) -> tuple[list[Finding], list[Crash]]:
    """What the rules about the run find; the one that names those that crashed comes last, to name these too."""
    crashes: list[Crash] = []
    found: list[Finding] = []
    for rule in sorted(chosen, key=lambda rule: rule.code == RULE_CRASHED):
        if isinstance(rule, RunRule):
            crashed = {**run.crashed, **{crash.code: crash.reason for crash in crashes}}
            found += _findings(rule, partial(rule.review, replace(run, crashed=crashed), project), crashes)
    return found, crashes


def _without_unmade_fix(finding: Finding) -> Finding:
    """The finding without a fix that would edit CSL items, which the rules cannot write."""
    if finding.fix and any(is_csl(edit.span.path) for edit in finding.fix.edits):
        return replace(finding, fix=None)
    return finding


def _findings(rule: Rule, find: Callable[[], Iterator[Finding]], crashes: list[Crash]) -> Iterator[Finding]:
    """What a rule finds, up to where it crashes; that is added to `crashes`."""
    try:
        for finding in find():
            if not (rule.of_bibtex and is_csl(finding.span.path)):
                yield _without_unmade_fix(finding)
    except Exception as error:  # a bug in one rule must not hide what the others see
        reason = f"{type(error).__name__}: {error}"
        crashes.append(Crash(rule.code, reason, "".join(traceback.format_exception(error))))
