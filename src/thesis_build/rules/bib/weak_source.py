"""BIB304."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build.bibliography.cited_works import is_used
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules._edits import inside
from thesis_build.rules.rule import Rule

_ADDRESS = re.compile(r"(?P<scheme>https?|ftp|file)://(?P<rest>[^\s{}<>\"|]*)|^(?P<bare>www\.[^\s{}]+)", re.IGNORECASE)
_FIELDS = ("url", "howpublished")


class WeakSource(Rule):
    """A source is one that guides for theses do not accept, or nobody else can open.

    Wikipedia, blogs and shortened addresses change or disappear; a `file://` address is only on the author's disk.
    Which hosts count is set in `check.weak-sources` of `paper/thesis.yaml`.

    Flagged: `https://id.wikipedia.org/wiki/Bandung`; `file:///C:/Users/…`.

    Not flagged: the field `file` of a reference manager; entries that are not used; hosts that only end with the
    same letters (`notwikipedia.org`).
    """

    code = "BIB304"
    name = "weak-source"
    severity = Severity.INFO
    message = {"en": "“{host}” is a weak source", "id": "“{host}” adalah sumber yang lemah"}
    hint = {
        "en": "cite the source it draws on, or take the host out of check.weak-sources if it is your subject",
        "id": "sitasi sumber aslinya, atau keluarkan dari check.weak-sources bila itu objek penelitian Anda",
    }
    local = {
        "en": "this address points to a file on your own disk",
        "id": "alamat ini menunjuk berkas di komputer Anda sendiri",
    }
    local_hint = {
        "en": "give the address where readers can find it, or remove the field",
        "id": "beri alamat tempat pembaca menemukannya, atau hapus ruasnya",
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look at the addresses of entries that are used."""
        weak = tuple(host.lower().removeprefix("www.") for host in project.settings.check.weak_sources)
        for entry in project.library.entries:
            for name in _FIELDS:
                field = entry.fields.get(name)
                found = _ADDRESS.search(field.value) if field else None
                if not field or not found:
                    continue
                is_local = (found["scheme"] or "").lower() == "file"
                host = _weak_host(found["rest"] or found["bare"] or "", weak)
                if (is_local or host) and is_used(project, entry.key):
                    span = inside(field, found.start(), found.end(), project)
                    texts = (self.local, self.local_hint) if is_local else (None, None)
                    yield self.finding(span, message=texts[0], hint=texts[1], host=host)
                    break


def _weak_host(address: str, weak: tuple[str, ...]) -> str:
    """The host of an address if it, or a domain that it belongs to, is weak; what is weak may be a host and a path."""
    address = address.lower()
    host = re.split(r"[/:?#]", address, maxsplit=1)[0]
    for name in weak:
        if "/" in name and address.removeprefix("www.").startswith(name):
            return name
        if host == name or host.endswith(f".{name}"):
            return host
    return ""
