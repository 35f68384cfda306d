"""CIT001."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, Project
from thesis_build.readers import places
from thesis_build.resolve.crossrefs import is_cross_reference
from thesis_build.rule import Rule
from thesis_build.rules.citing import cited_keys, nearest, same_but_for_case


class UndefinedCitation(Rule):
    """A citation names a key that is not in the library.

    Pandoc would print the key with a question mark and go on. The nearest key of the library is suggested.

    Flagged: `[@sutanto2002]` where the library has `sutanto2020`.
    """

    code = "CIT001"
    name = "undefined-citation"
    fact = {
        "en": "the citation key “{key}” is not in the library",
        "id": "kunci sitasi “{key}” tidak ada di pustaka",
    }
    hint = {
        "en": "add the entry to {files}, or mend the key",
        "id": "tambahkan entri ke {files}, atau perbaiki kuncinya",
    }
    near_hint = {"en": "did you mean “{near}”?", "id": "maksud Anda “{near}”?"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look every cited key up in the library."""
        known = {entry.key for entry in project.library.entries}
        files = ", ".join(project.settings.bibliography)
        for chapter in project.chapters:
            missing = [
                key
                for key in cited_keys(chapter)
                if key not in known and not is_cross_reference(key) and not same_but_for_case(key, known)
            ]
            for key, spans in places.citations(chapter, missing).items() if missing else ():
                near = nearest(key, known)
                hint = self.near_hint if near else self.hint
                for span in spans:
                    yield self.finding(span, key=key, near=near, files=files, hint=hint)
