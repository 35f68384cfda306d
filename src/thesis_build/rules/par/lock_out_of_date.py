"""PAR605."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.lock import LockFault
from thesis_build.alignment.pair_states import agreement
from thesis_build.model import Finding, Profile, Project, Severity, Span, Texts
from thesis_build.readers.project import LOCK
from thesis_build.rules.rule import Rule


class LockOutOfDate(Rule):
    """A line of `paper/parity.lock` cannot be used, or is about a pair that is not there any more.

    Every other line is used all the same: no confirmation is lost. Where a merge left two lines for one pair, neither
    counts unless both agree. In a release it is an error, as a pair without its line cannot be out of date (PAR601).

    Flagged: a line cut in half, or without one of the languages; marks of a merge conflict; a paragraph that was
    deleted in both languages.

    Not flagged: two equal lines; a paragraph that has moved, or whose chapter has another name.
    """

    code = "PAR605"
    name = "lock-out-of-date"
    severity = Severity.WARNING
    profiles = {Profile.RELEASE: Severity.ERROR}
    message = {
        "en": "{count} lines are about pairs that are not there any more (the first: {name})",
        "id": "{count} baris tentang pasangan yang sudah tidak ada (yang pertama: {name})",
    }
    hint = {
        "en": "they are removed when a pair is confirmed: thesis-build parity confirm PLACE",
        "id": "baris itu dihapus saat ada pasangan yang dinyatakan: thesis-build parity confirm TEMPAT",
    }
    faults: dict[LockFault, Texts] = {
        LockFault.VERSION: {
            "en": "this lock was written by another version of thesis-build",
            "id": "kunci ini ditulis oleh versi thesis-build yang lain",
        },
        LockFault.LINE: {"en": "this line cannot be read", "id": "baris ini tidak dapat dibaca"},
        LockFault.LANGUAGE: {
            "en": "this line lacks one of the languages of its pair",
            "id": "baris ini tidak memuat salah satu bahasa pasangannya",
        },
        LockFault.CONFLICT: {"en": "the mark of a merge conflict", "id": "tanda konflik penggabungan"},
        LockFault.DISAGREEING: {
            "en": "two lines about one pair that disagree; neither counts",
            "id": "dua baris tentang satu pasangan yang berbeda; keduanya tidak berlaku",
        },
    }
    fault_hint: Texts = {
        "en": "remove the line, and confirm its pair again; the other lines count",
        "id": "hapus baris ini, lalu nyatakan lagi pasangannya; baris lain tetap berlaku",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report the faults of the lock, and the lines that are about no pair."""
        found = agreement(project)
        for fault, line in found.faults:
            yield self.finding(Span(LOCK, line), message=self.faults[fault], hint=self.fault_hint)
        if found.lost:
            first = min(found.lost, key=lambda lost: lost.line)
            name = f"{first.chapter}#{first.identifier}"
            yield self.finding(Span(LOCK, first.line), count=len(found.lost), name=name)
