"""BIB007."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.model import Finding, LibraryFault, Project
from thesis_build.rule import Rule


class UndefinedString(Rule):
    """A value without braces names a string that is nowhere defined; its name would be printed.

    Flagged: `journal = undefinedstr` without `@string{undefinedstr = …}`.
    """

    code = "BIB007"
    name = "undefined-string"
    fact = {
        "en": "“{name}” is no defined string; the word itself would be printed",
        "id": "“{name}” bukan string yang terdefinisi; kata itu sendiri yang akan tercetak",
    }
    hint = {
        "en": "put the value into braces, or define @string{{{name} = {{…}}}}",
        "id": "apit nilainya dengan kurung kurawal, atau definisikan @string{{{name} = {{…}}}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found."""
        for broken in project.library.broken:
            if broken.fault is LibraryFault.UNDEFINED_STRING:
                yield self.finding(broken.span, name=broken.name, detail=broken.detail)
