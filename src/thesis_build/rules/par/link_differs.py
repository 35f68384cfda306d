"""PAR106."""

from __future__ import annotations

from thesis_build.alignment.evidence import MissingReference, SubstitutedReference
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class LinkDiffers(DifferenceRule[MissingReference | SubstitutedReference]):
    """An address stands in one language only.

    Flagged: a link to `https://egov.go.id/a` in Indonesian, to `https://egov.go.id/b` in English.

    Not flagged: the versions of a site for two languages.
    """

    code = "PAR106"
    name = "link-differs"
    kinds = frozenset({Kind.LINK_MISSING, Kind.LINK_SUBSTITUTED})
    message = {
        "en": "the address {value} is in the other language, but not here",
        "id": "alamat {value} tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {"en": "give the same address in both languages", "id": "tulis alamat yang sama dalam kedua bahasa"}
    texts = {
        Kind.LINK_SUBSTITUTED: (
            {
                "en": "the address here is {here}, in the other language {there}",
                "id": "alamat di sini {here}, dalam bahasa yang lain {there}",
            },
            {"en": "give the same address in both languages", "id": "tulis alamat yang sama dalam kedua bahasa"},
        )
    }
