"""BIB011."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.model import Finding, Project, Severity
from thesis_build.resolve.crossrefs import is_cross_reference
from thesis_build.rules.bib._rename_key import is_bare, plain_key, renamed_key
from thesis_build.rules.rule import Rule

_REFUSED = re.compile(r"[@'()=\ufffd\s]")


class KeyNeedsBraces(Rule):
    """A key cannot be cited as `@key`, only as `@{key}`, or not at all.

    Pandoc ends a key at a punctuation mark that no letter or digit follows, and at two of them in a row: `@budi--2020`
    cites “budi”. Keys that begin with `fig:`, `tbl:`, `eq:` or `sec:` are read as cross-references.

    Flagged: `budi--2020`, `budi2020.`, `[budi]`, `budi;2020`, `fig:budi`.

    Not flagged: a key of digits (`@4` works); one punctuation mark inside a key, as in `DBLP:conf/x`; a key that is
    cited in braces; characters that BibTeX rejects (BIB010); spaces (BIB001).
    """

    code = "BIB011"
    name = "key-needs-braces"
    severity = Severity.WARNING
    message = {
        "en": "“@{key}” does not cite this entry: Pandoc ends the key earlier",
        "id": "“@{key}” tidak menyitasi entri ini: Pandoc mengakhiri kuncinya lebih awal",
    }
    hint = {
        "en": "cite it as @{{{key}}}, or give it a simpler key",
        "id": "sitasi sebagai @{{{key}}}, atau beri kunci yang lebih sederhana",
    }
    reference_message = {
        "en": "“@{key}” is read as a cross-reference, not as a citation",
        "id": "“@{key}” dibaca sebagai rujukan silang, bukan sitasi",
    }
    reference_hint = {"en": "give the entry another key", "id": "beri entri itu kunci lain"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for keys that Pandoc does not read to their end."""
        for entry in project.library.entries:
            key = entry.key
            if is_bare(key) or _REFUSED.search(key):
                continue
            reference = is_cross_reference(key)
            if reference or not (project.manuscripts and is_used(project, key)):
                yield self.finding(
                    entry.span,
                    message=self.reference_message if reference else None,
                    hint=self.reference_hint if reference else None,
                    fix=None if reference and project.manuscripts else renamed_key(entry, plain_key(key), project),
                    key=key,
                )
