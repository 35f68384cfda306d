"""BIB227."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from thesis_build.model import Entry, Field, Finding, Project, Severity
from thesis_build.rules._edits import inside, new_value
from thesis_build.rules.rule import Rule

_NEW = re.compile(r"(?P<year>\d\d)(?P<month>\d\d)\.(?P<number>\d{4,5})(?:v[1-9]\d?)?")
_OLD = re.compile(r"[a-z-]+(?:\.[A-Za-z-]{2,})?/(?P<year>\d\d)(?P<month>\d\d)\d{3}(?:v[1-9]\d?)?")
_AROUND = re.compile(
    r"^(?:(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv\s*:\s*)+|\.pdf$|(?<!\s)\s*\[[\w., -]+\]$", re.IGNORECASE
)
_IN_TEXT = re.compile(r"arXiv:\s*(\d{4}\.\d{4,5})(?!\d)", re.IGNORECASE)
_MENTIONING = ("journal", "journaltitle", "howpublished")


class ArxivId(Rule):
    """An arXiv identifier is not valid, or the field contains more than the identifier.

    Pandoc makes the address in the reference from it, which then leads nowhere: from `arXiv:2101.00001` it makes
    `https://arxiv.org/abs/arXiv:2101.00001`. An identifier begins with year and month; the number after the
    full stop has four digits up to 2014, five since.

    Flagged: `eprint = {2113.00001}` (there is no month 13); `1501.0001`; `arXiv:2101.00001`; an address.

    Not flagged: `2101.00001v2`, `math/0307200`, `hep-th/9901001`; identifiers of other archives.
    """

    code = "BIB227"
    name = "arxiv-id"
    severity = Severity.WARNING
    message = {
        "en": "“{written}” is not an arXiv identifier",
        "id": "“{written}” bukan pengenal arXiv",
    }
    hint = {
        "en": "look it up: year and month, a full stop, and five digits (four up to 2014), such as 2101.00001",
        "id": "periksa lagi: tahun dan bulan, titik, lalu lima angka (empat angka sampai 2014), misalnya 2101.00001",
    }
    more_message = {
        "en": "“{written}” is more than the arXiv identifier, so that the printed address is wrong",
        "id": "“{written}” bukan hanya pengenal arXiv, sehingga alamat yang tercetak salah",
    }
    more_hint = {"en": "write {bare} only", "id": "tulis {bare} saja"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at `eprint`, and at journals that name an identifier."""
        today = project.settings.date
        for entry in project.library.entries:
            field = entry.fields.get("eprint")
            if field and _is_arxiv(entry, field):
                yield from self._eprint(field, today)
                continue
            for name in _MENTIONING:
                field = entry.fields.get(name)
                found = _IN_TEXT.search(field.value) if field and "rXiv" in field.value else None
                if field and found and not _is_identifier(found[1], today):
                    yield self.finding(inside(field, found.start(1), found.end(1), project), written=found[1])

    def _eprint(self, field: Field, today: date) -> Iterator[Finding]:
        written = field.value
        if _is_identifier(written, today):
            return
        bare = _AROUND.sub("", written.strip("{} "))
        if bare != written and _is_identifier(bare, today):
            fix = new_value(field, bare)
            yield self.finding(
                field.written, message=self.more_message, hint=self.more_hint, fix=fix, written=written, bare=bare
            )
        else:
            yield self.finding(field.written, written=written)


def _is_arxiv(entry: Entry, field: Field) -> bool:
    archive = entry.value("eprinttype") or entry.value("archiveprefix")
    return archive.lower() == "arxiv" or (not archive and "arxiv" in field.value.lower())


def _is_identifier(text: str, today: date) -> bool:
    """Whether arXiv can have given this identifier by today."""
    new = _NEW.fullmatch(text)
    match = new or _OLD.fullmatch(text)
    if not match or not 1 <= int(match["month"]) <= 12:
        return False
    year = int(match["year"])
    if not new:
        return year >= 91 or year <= 7
    since = (year, int(match["month"]))
    digits = 4 if year < 15 else 5
    return (7, 4) <= since <= (today.year % 100, today.month) and len(new["number"]) == digits
