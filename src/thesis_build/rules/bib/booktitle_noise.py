"""BIB225."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.latex_text import folded
from thesis_build.model import Entry, Finding, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_PAGES = re.compile(r"(?<![\w.])(?:pp?\.?|pages|hlm\.?|hal\.|halaman)\s*\d+(?:\s*[-–—]+\s*\d+)?\W*$", re.IGNORECASE)
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mei agu okt des"
    " january february march april june july august september october november december"
    " januari februari maret juni juli agustus oktober desember"
)
_YEAR = re.compile(
    rf"[,(]\s*(?P<date>(?:\d{{1,2}}(?:\s*[-–]+\s*\d{{1,2}})?\s+)?(?:(?:{'|'.join(_MONTHS.split())})\.?\s+)?"
    r"(?:\d{1,2}(?:\s*[-–]+\s*\d{1,2})?,?\s+)?(?P<year>(?:19|20)\d\d))\s*[).]*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r",\s*(?P<place>[^,]+(?:,[^,]+)?)$")


class BooktitleNoise(Rule):
    """The title of a book or of proceedings also contains the year, the pages or the place.

    They have fields of their own and are printed from there, so that the reference prints them twice, or in the
    wrong position.

    Flagged: `Prosiding Seminar Nasional, 2019` where `year = 2019`; `…, Bandung` where `location = {Bandung}`;
    `…, hlm. 12–18` at the end.

    Not flagged: a year that belongs to the name, `2019 International Conference` or `Seminar Nasional 2019`.
    """

    code = "BIB225"
    name = "booktitle-noise"
    severity = Severity.INFO
    message = {
        "en": "the field “booktitle” also contains {what}: {text}",
        "id": "ruas “booktitle” juga memuat {what}: {text}",
    }
    hint = {
        "en": "write it only in its own field ({field})",
        "id": "cukup ditulis di ruasnya sendiri ({field})",
    }
    pages = {"en": "the pages", "id": "halaman"}
    year = {"en": "the year", "id": "tahun"}
    place = {"en": "the place", "id": "tempat"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the ends of book titles."""
        for entry in project.library.entries:
            field = entry.fields.get("booktitle")
            if not field:
                continue
            value = field.value
            found = self._noise(entry, value)
            if found:
                match, what, named = found
                group = match[1] if match.lastindex else match[0]
                span = inside(field, match.start(), match.end(), project)
                yield self.finding(span, what=what, text=group.strip(), field=named)

    def _noise(self, entry: Entry, value: str) -> tuple[re.Match[str], dict[str, str], str] | None:
        if value[-1:].isdigit() or value[-2:-1].isdigit():
            match = _PAGES.search(value)
            if match:
                return match, self.pages, "pages"
            match = _YEAR.search(value)
            if match and match["year"] in entry.value("date") + entry.value("year"):
                return match, self.year, "year"
        for named in ("location", "address", "venue"):
            match = _PLACE.search(value) if named in entry.fields else None
            if match and folded(entry.value(named)) in (folded(match["place"]), folded(match["place"].split(",")[-1])):
                return match, self.place, named
        return None
