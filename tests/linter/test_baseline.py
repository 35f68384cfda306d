"""Fingerprints, which other programs keep, and the form of baseline files."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from thesis_build.linter.baseline import Baseline, acceptable, fingerprints, read_baseline, write_baseline
from thesis_build.model import Finding, Severity, Span

SOURCES = {"a.md": "# A\n\nSatu  dua\ttiga.\n", "b.md": "# B\n"}
ODD = Finding(
    "CIT001",
    "odd",
    Severity.ERROR,
    Span("a.md", 3, 1, 3, 5),
    {"en": "“satu” is odd", "id": "“satu” ganjil"},
    {"en": "even it", "id": "genapkan"},
)


def marks(*findings: Finding, sources: dict[str, str] = SOURCES) -> tuple[str, ...]:
    return fingerprints(findings, sources)


def test_a_fingerprint_stays_while_text_around_it_and_inside_the_line_moves() -> None:
    (mark,) = marks(ODD)
    assert len(mark) == 32 and int(mark, 16) >= 0
    moved = replace(ODD, span=Span("a.md", 5, 9, 5, 10), severity=Severity.INFO, hint={"en": "x", "id": "y"})
    assert marks(moved, sources={"a.md": "# A\n\nBaru.\n\n  Satu dua tiga.  \n"}) == (mark,)


def test_a_fingerprint_tells_rules_files_lines_and_messages_apart() -> None:
    others = [
        replace(ODD, code="CIT002"),
        replace(ODD, span=Span("b.md", 1)),
        replace(ODD, span=Span("a.md", 1)),
        replace(ODD, message={"en": "“dua” is odd", "id": "“dua” ganjil"}),
    ]
    assert len(set(marks(ODD, *others))) == 5
    assert marks(replace(ODD, message={**ODD.message, "id": "lain"})) == marks(ODD)


def test_equal_findings_are_counted() -> None:
    first, second = marks(ODD, ODD)
    assert (first,) == marks(ODD)
    assert first != second
    assert marks(ODD, ODD, ODD)[:2] == (first, second)


@pytest.mark.parametrize("line", [0, -1, 4, 5, 99])
def test_a_finding_outside_the_text_is_like_one_on_a_blank_line(line: int) -> None:
    assert marks(replace(ODD, span=Span("a.md", line))) == marks(replace(ODD, span=Span("a.md", 2)))


def test_a_finding_before_the_first_line_is_not_one_on_the_last() -> None:
    before, last = (replace(ODD, span=Span("c.md", line)) for line in (0, 2))
    assert marks(before, sources={"c.md": "a\nb"}) != marks(last, sources={"c.md": "a\nb"})


def test_a_finding_in_a_file_without_text_has_a_fingerprint() -> None:
    away = replace(ODD, span=Span("c.md", 1))
    assert marks(away) == marks(away, sources={"c.md": "\n"})


def test_a_finding_on_the_last_line_has_the_words_of_that_line() -> None:
    at_end = replace(ODD, span=Span("b.md", 1))
    assert marks(at_end, sources={"b.md": "# B"}) == marks(at_end, sources={"b.md": "# B\n\n"})
    assert marks(at_end, sources={"b.md": "# B"}) != marks(at_end, sources={"b.md": "# C"})


EARLIER = ("a1f3b3f68f73075af7a46913e6568883", "49c30dea574fad57d9a9bd78d23309a9")


def test_fingerprints_are_those_that_earlier_releases_wrote() -> None:
    assert marks(ODD, ODD) == EARLIER


def test_a_baseline_is_a_line_for_each_finding_sorted() -> None:
    later = replace(ODD, span=Span("b.md", 1), message={"en": 'a "b"', "id": "x"})
    text = write_baseline([later, ODD], SOURCES)
    (mark,), (other,) = marks(ODD), marks(later)
    assert text == (
        '{"version": 1, "findings": [\n'
        f'  ["a.md", "CIT001", "{mark}", "“satu” is odd"],\n'
        f'  ["b.md", "CIT001", "{other}", "a \\"b\\""]\n'
        "]}\n"
    )
    assert read_baseline(text) == Baseline(
        {mark: ("a.md", "CIT001 “satu” is odd"), other: ("b.md", 'CIT001 a "b"')},
    )


def test_a_baseline_without_findings_knows_nothing() -> None:
    assert read_baseline(write_baseline([], SOURCES)) == Baseline() == Baseline({})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "Expecting value: line 1 column 1 (char 0)"),
        ("[]", "no baseline"),
        ("{}", "no baseline"),
        ('{"version": 1}', "no baseline"),
        ('{"version": 1, "findings": [1]}', "no baseline"),
        ("[" * 100_000, "no baseline"),
        ('{"version": 2, "findings": []}', "no baseline of version 1"),
    ],
)
def test_what_is_no_baseline_is_refused(content: str, reason: str) -> None:
    with pytest.raises(ValueError) as raised:
        read_baseline(content)
    assert str(raised.value) == reason


def test_findings_about_the_checker_cannot_be_accepted() -> None:
    own = replace(ODD, code="LNT001")
    assert acceptable([ODD, own, ODD]) == (ODD, ODD)
    assert json.loads(write_baseline(acceptable([own]), SOURCES))["findings"] == []
