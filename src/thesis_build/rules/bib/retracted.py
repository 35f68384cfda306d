"""BIB404."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thesis_build.bibliography import registry_comparison
from thesis_build.model import Entry, Finding, NoticeKind, Project, Severity, Standing, Texts
from thesis_build.rules.rule import Rule

_KNOWN = re.compile(r"retract|withdraw|expression of concern|ditarik|penarikan", re.IGNORECASE)
_GRAVITY = (NoticeKind.RETRACTION, NoticeKind.WITHDRAWAL, NoticeKind.CONCERN)


class Retracted(Rule):
    """A work was retracted or withdrawn, or its publisher warns about it.

    Works may be retracted years later, so Crossref is asked again every day. Anyone who cites one on purpose should say
    so.

    Flagged: an article for which Crossref has a notice of retraction, withdrawal, removal or concern.

    Not flagged: an entry whose title or note says it; the notice itself; corrections.
    """

    code = "BIB404"
    name = "retracted"
    severity = Severity.WARNING
    online = True
    message = {"en": "this work was retracted{notice}", "id": "karya ini telah ditarik kembali{notice}"}
    hint = {
        "en": "do not rely on it; if you cite it on purpose, say so: note = {{Retracted}}",
        "id": "jangan dijadikan sandaran; jika sengaja disitasi, nyatakan: note = {{Ditarik}}",
    }
    other_messages: Mapping[NoticeKind, Texts] = {
        NoticeKind.WITHDRAWAL: {"en": "this work was withdrawn{notice}", "id": "karya ini telah dicabut{notice}"},
        NoticeKind.CONCERN: {
            "en": "the publisher expresses concern about this work{notice}",
            "id": "penerbit menyatakan keraguan atas karya ini{notice}",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for notices about the works that are registered."""
        for entry, field, work in registry_comparison.registered(project, Standing.FOUND):
            notices = sorted(work.notices, key=lambda notice: _GRAVITY.index(notice.kind))
            if notices and not _says_so(entry):
                notice = f": https://doi.org/{notices[0].doi}" if notices[0].doi else ""
                yield self.finding(field.written, message=self.other_messages.get(notices[0].kind), notice=notice)


def _says_so(entry: Entry) -> bool:
    return any(_KNOWN.search(entry.value(name)) for name in ("title", "note", "addendum", "titleaddon", "pubstate"))
