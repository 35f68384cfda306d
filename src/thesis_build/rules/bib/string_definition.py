"""BIB008."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Definition, Finding, LibraryFault, Project, Related, Severity
from thesis_build.rules._edits import removed_block, unsafe
from thesis_build.rules.rule import Rule


class StringDefinition(Rule):
    """An `@string` is defined twice, or never used.

    Pandoc takes the last definition before a value, so that the same name may mean two journals in one file. A string
    is defined for its own file only.

    Flagged: `@string{jti = {Jurnal Teknologi}}` twice in one file; as a note, a string that no value after it uses.

    Not flagged: the same definition in two files, each of which needs it; a string that only a value in another file,
    or one before the definition, names (BIB007); strings of a file without entries, which other files use.
    """

    code = "BIB008"
    name = "string-definition"
    severity = Severity.WARNING
    message = {
        "en": "the string “{name}” is defined twice in this file",
        "id": "string “{name}” didefinisikan dua kali dalam berkas ini",
    }
    hint = {"en": "keep one of the two", "id": "pertahankan salah satunya"}
    unused_message = {"en": "the string “{name}” is never used", "id": "string “{name}” tidak pernah dipakai"}
    unused_hint = {
        "en": "use it, or remove it",
        "id": "pakai, atau hapus",
    }
    first = {"en": "the first definition", "id": "definisi yang pertama"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the definitions of each file with each other and with what is used."""
        broken = project.library.broken
        wanted = {fault.name.lower() for fault in broken if fault.fault is LibraryFault.UNDEFINED_STRING}
        before: dict[tuple[str, str], Definition] = {}
        with_entries = {entry.span.path for entry in project.library.entries}
        for definition in project.library.definitions:
            scope = (definition.span.path, definition.name)
            other = before.setdefault(scope, definition)
            if other is not definition:
                related = (Related(other.span, self.first),)
                fix = removed_block(definition.whole, project) if definition.value == other.value else None
                yield self.finding(definition.span, name=definition.name, related=related, fix=fix)
            elif not definition.used and definition.name not in wanted and definition.span.path in with_entries:
                yield self.finding(
                    definition.span,
                    severity=Severity.INFO,
                    message=self.unused_message,
                    hint=self.unused_hint,
                    fix=unsafe(removed_block(definition.whole, project)),
                    name=definition.name,
                )
