"""BIB211."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.bibliography.academic_titles import separators
from thesis_build.bibliography.person_names import Name, name_lists
from thesis_build.model import Finding, Project
from thesis_build.rules._edits import inside, new_value, unsafe
from thesis_build.rules.rule import Rule


class NamesJoinedBySemicolonOrAmpersand(Rule):
    """Names are separated by `;`, `&` or `dan` instead of `and`.

    Only `and` separates names, whatever the language of the thesis; the style prints “&”, “and” or “dan”. Anything
    else makes one person of them all: “Sutanto, A., Budi; Wijaya”.

    Flagged: `Sutanto, Budi; Wijaya, Ana`; `Budi Sutanto \\& Ana Wijaya`; `Sutanto, Budi dan Wijaya, Ana`.

    Not flagged: anything in braces; institutions without braces (BIB223); `AT&T`; `&eacute;` (BIB219).
    """

    code = "BIB211"
    name = "names-joined-by-semicolon-or-ampersand"
    message = {
        "en": "“{separator}” does not separate names; all of them would be printed as one person",
        "id": "“{separator}” tidak memisahkan nama; semuanya akan tercetak sebagai satu orang",
    }
    hint = {
        "en": "write “and” between persons; put the name of an institution in braces",
        "id": "tulis “and” di antara nama orang; apit nama lembaga dengan kurung kurawal",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every list of names: one finding for a list, about its first separator."""
        for _entry, field, listed in name_lists(project):
            found = [(name, wrong) for name in listed if (wrong := separators(name))]
            if not found:
                continue
            name, wrong = found[0]
            start, end, separator = wrong[0]
            value = " and ".join(_separated(one) for one in listed)
            yield self.finding(
                inside(field, name.start + start, name.start + end, project),
                separator=separator,
                fix=unsafe(new_value(field, value)),
            )


def _separated(name: Name) -> str:
    """The persons in a name with `and` between them; commas separate them as well if the last has none."""
    pieces: list[str] = []
    cursor = 0
    for start, end, _separator in separators(name):
        pieces.append(name.text[cursor:start].rstrip(" ,\n\t"))
        cursor = end
    pieces.append(name.text[cursor:])
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    if len(pieces) > 1 and "," not in pieces[-1]:
        pieces = [person.strip() for piece in pieces for person in piece.split(",") if person.strip()]
    return " and ".join(pieces)
