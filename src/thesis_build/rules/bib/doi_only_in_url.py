"""BIB203."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.identifiers import doi_of, plain
from thesis_build.model import Edit, Finding, Fix, Project, Severity
from thesis_build.rules._edits import added_field, new_value, unsafe
from thesis_build.rules.rule import Rule

_RESOLVER = re.compile(r"\{?\\?(?:url\{)?\s*(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|10\.\d{4,9}/", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"https?://[^\s{}]*?/(10\.\d{4,9}/[^\s{}?#&;%]+?)"
    r"(?:\.pdf|/(?:full|abstract|abs|pdf|epdf|html|meta|references|summary|fulltext|tables|figures)"
    r"(?:\.html?|\.pdf)?)?/?(?:[?#][^\s{}]*)?\}?$",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"arxiv\.org|web\.archive\.org", re.IGNORECASE)


class DoiOnlyInUrl(Rule):
    """A DOI is given in `url`, and there is no `doi`.

    Many styles print a DOI but leave an address out, others print a date of access with every address, and programs
    that look works up use `doi`.

    Flagged: `url = {https://doi.org/10.1000/182}` without `doi`; `url = {10.1000/182}`; the address of a publisher with
    a DOI in it, such as `https://onlinelibrary.wiley.com/doi/abs/10.1111/x`.

    Not flagged: an entry that has a `doi` as well; a DOI in an address after which more follows than `/pdf`.
    """

    code = "BIB203"
    name = "doi-only-in-url"
    severity = Severity.INFO
    message = {
        "en": "“{key}” has its DOI in the field url only",
        "id": "DOI “{key}” hanya ada di ruas url",
    }
    hint = {
        "en": "write doi = {{{doi}}} instead",
        "id": "tulis doi = {{{doi}}} sebagai gantinya",
    }

    address_hint = {
        "en": "write doi = {{{doi}}} as well",
        "id": "tulis juga doi = {{{doi}}}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `url` of an entry without a DOI."""
        for entry in project.library.entries:
            field = entry.fields.get("url")
            if not field or entry.value("doi"):
                continue
            if _RESOLVER.match(field.value):
                doi = doi_of(field.value)
                value = new_value(field, doi) if doi and "doi" not in entry.fields else None
                fix = Fix((Edit(field.span, "doi"), *value.edits)) if value else None
                if doi:
                    yield self.finding(field.written, key=entry.key, doi=doi, fix=fix)
            elif doi := _in_address(field.value):
                fix = unsafe(added_field(entry, "doi", doi)) if "doi" not in entry.fields else None
                yield self.finding(field.written, key=entry.key, doi=doi, hint=self.address_hint, fix=fix)


def _in_address(address: str) -> str:
    """The DOI in the address of a page of its publisher; empty where there is none, or more follows."""
    found = _IN_ADDRESS.search(plain(address))
    if not found or _ARXIV.search(address):
        return ""
    return doi_of(found[1]) if found[1].count("/") == 1 else ""
