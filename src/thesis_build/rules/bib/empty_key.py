"""BIB005."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rules.rule import Rule


class EmptyKey(Rule):
    """An entry has no key.

    It cannot be cited, and Pandoc rejects the whole file because of it.

    Flagged: `@misc{, title = {…}}`; `@misc{title = {…}}`.

    Not flagged: a key of one letter or digit, `@misc{1, …}`.
    """

    code = "BIB005"
    name = "empty-key"
    message = {
        "en": "this entry has no key",
        "id": "entri ini tidak punya kunci",
    }
    hint = {
        "en": "write a key and a comma after the brace: @misc{{name2020, …",
        "id": "tulis kunci dan koma sesudah kurung kurawal: @misc{{nama2020, …",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.EMPTY_KEY:
                yield self.finding(broken.span)
