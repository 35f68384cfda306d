"""BIB216."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.identifiers import doi_of, plain
from thesis_build.model import Field, Finding, Fix, Project, Severity, Texts
from thesis_build.rules._edits import new_value, unsafe
from thesis_build.rules.bib._values import is_undefined, shown
from thesis_build.rules.rule import Rule

_RIGHT = re.compile(
    r"(?:https?|ftp)://[^\s/\\{}<>:][^\s\\{}<>]*|(?:file|urn|mailto|doi|hdl|data|news|gopher):\S+", re.I
)
_HOST = re.compile(
    r"//?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[:/?#]\S*)?", re.I
)
_FILE = re.compile(r"[^/]+\.(?:pdf|html?|ps|docx?|txt|php|gz|zip)", re.IGNORECASE)
_SLIP = re.compile(r"(?:h+t+p+(s?)|ttps?)\s*[:;]?\s*/*\s*(?=[\w-]+\.)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


class OddUrl(Rule):
    """The field `url` is not an address that a browser can open.

    Pandoc prints the field as it is and links to that: TeX is not removed, and with a space in it or without `https://`
    the link leads nowhere, or to the right page only by chance.

    Flagged: `url = {www.example.org}`, `url = {\\url{https://example.org}}`, `url = {https://example.org/a\\_b}` (with
    a fix); `url = {https://example.org/a b}`; `url = {Diakses dari https://example.org}`.

    Not flagged: `http`, `https`, `ftp`; a DOI (BIB203); `%20`.
    """

    code = "BIB216"
    name = "odd-url"
    severity = Severity.WARNING
    message = {
        "en": "“{value}” is not an address that a browser can open; the printed link would be broken",
        "id": "“{value}” bukan alamat yang dapat dibuka peramban; tautan yang tercetak akan rusak",
    }
    hint = {
        "en": "write the whole address, beginning with https://, and nothing else",
        "id": "tulis alamat lengkap yang diawali https:// dan tidak ada yang lain",
    }
    better_hint = {
        "en": "write {better}",
        "id": "tulis {better}",
    }
    scheme_message = {
        "en": "the address {value} does not begin with https://",
        "id": "alamat {value} tidak diawali https://",
    }
    tex_message = {
        "en": "the address contains TeX, which is printed as it is: {value}",
        "id": "alamat ini memuat TeX, yang tercetak apa adanya: {value}",
    }
    space_message = {
        "en": "the address contains a space: {value}",
        "id": "alamat ini memuat spasi: {value}",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at every `url`."""
        for entry in project.library.entries:
            field = entry.fields.get("url")
            if field and field.value and not _RIGHT.fullmatch(field.value) and not is_undefined(project, field):
                yield from self._judged(field)

    def _judged(self, field: Field) -> Iterator[Finding]:
        text = plain(field.value)
        if doi_of(text):
            return  # BIB203
        message, better, safe = self._seen(field.value, text)
        fix: Fix | None = new_value(field, better) if better else None
        yield self.finding(
            field.written,
            value=shown(field.value),
            better=shown(better),
            message=message,
            hint=self.better_hint if better else None,
            fix=fix if safe else unsafe(fix),
        )

    def _seen(self, value: str, text: str) -> tuple[Texts, str, bool]:
        """What is wrong with an address, a better one (or none), and whether that is certain."""
        if text != value:
            whole = text if _RIGHT.fullmatch(text) else f"https://{text}" if _HOST.fullmatch(text) else ""
            return self.tex_message, whole, True
        if _HOST.fullmatch(text) and not _FILE.fullmatch(text):
            return self.scheme_message, f"https://{text.lstrip('/')}", True
        joined = "".join(line.strip() for line in text.split("\n"))
        if joined != text and _RIGHT.fullmatch(joined) and len(_ADDRESS.findall(joined)) == 1:
            return self.space_message, joined, False
        slip = _SLIP.match(text)
        if slip:
            corrected = f"http{slip[1] or ''}://{text[slip.end() :]}"
            if corrected != text and _RIGHT.fullmatch(corrected):
                return self.message, corrected, False
        addresses = list(_ADDRESS.finditer(text))
        if len(addresses) == 1 and addresses[0].start() and _RIGHT.fullmatch(text, addresses[0].start()):
            return self.message, text[addresses[0].start() :], False
        spaced = _ADDRESS.match(text) and re.search(r"\s", text)
        return self.space_message if spaced else self.message, "", False
