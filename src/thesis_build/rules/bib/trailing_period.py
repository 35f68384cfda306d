"""BIB222."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.word_lists import word_set
from thesis_build.model import Edit, Finding, Fix, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_PERIOD = re.compile(r"(?<![.\s])(\.)[\s}]*$")
_LAST_WORD = re.compile(r"[^\s{}(]+$")
_LONGEST = 40
"""The letters of a word that is an abbreviation; longer ones are not."""

_ABBREVIATIONS = word_set(
    "al bros cf co corp dkk dll dr dsb dst ed eds etc hlm inc jl jr kab kec ltd no op prof pt sr st tbk tel vol vs yth"
    " adv ann appl assoc autom biol bull chem comm commun comput conf dept econ educ electr electron eng environ ges"
    " gesch hist hrsg ind inf inst int intell internat jahrb j lang lect lett libr mach mag math mech med mfg mgmt mod"
    " nachr natl neth netw notes optim org pers phil philos phys pol proc psychol publ res rev robot sci ser sign soc"
    " softw spec stat stud suppl surv symp syst tech technol teknol theor trans univ verl wiss zeitschr ztschr"
    " jan feb mar apr jun jul aug sep sept oct okt nov dec des"
)
_SHORTENED = re.compile(r"(?:^|\s)[A-Z][a-z]{1,6}\.\s")


class TrailingPeriod(Rule):
    """A title ends with a full stop.

    The citation style adds the punctuation mark that belongs there; where that is a comma (IEEE), the full stop of the
    title is printed instead.

    Flagged: `title = {Kota dan Desa.}`.

    Not flagged: `?`, `!` and `…`; abbreviations at the end (`Inc.`, `U.S.`, `dkk.`, `Proc. Int. Conf. Softw.`).
    """

    code = "BIB222"
    name = "trailing-period-in-title"
    severity = Severity.INFO
    message = {"en": "the field “{field}” ends with a full stop", "id": "ruas “{field}” berakhir dengan titik"}
    hint = {
        "en": "remove it; the citation style adds the punctuation",
        "id": "hapus titiknya; gaya sitasi membubuhkan tanda baca yang sesuai",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the ends of titles."""
        for entry in project.library.entries:
            for name in ("title", "subtitle", "booktitle"):
                field = entry.fields.get(name)
                if not field or "." not in field.value[-4:]:
                    continue
                found = _PERIOD.search(field.value)
                if found and not _is_abbreviated(name, field.value[: found.start()]):
                    span = inside(field, found.start(1), found.end(1), project)
                    fix = Fix((Edit(span, ""),)) if field.literal else None
                    yield self.finding(span, fix=fix, field=name)


def _is_abbreviated(field: str, text: str) -> bool:
    """Whether the text ends with a word that takes a full stop; of a `booktitle`, whether it abbreviates its words."""
    if field == "booktitle" and _SHORTENED.search(text):
        return True
    last = _LAST_WORD.search(text[-_LONGEST:])
    word = last[0] if last else ""
    return len(word) < 2 or "." in word or word.lower() in _ABBREVIATIONS
