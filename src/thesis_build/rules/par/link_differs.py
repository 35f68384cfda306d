"""PAR106."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class LinkDiffers(DifferenceRule):
    """An address stands in one language only.

    Flagged: a link to `https://egov.go.id/a` in Indonesian, to `https://egov.go.id/b` in English.

    Not flagged: the versions of a site for two languages.
    """

    code = "PAR106"
    name = "link-differs"
    message = {
        "en": "the address {value} is not here, but in the other language",
        "id": "alamat {value} tidak ada di sini, tetapi ada dalam bahasa yang lain",
    }
    hint = {"en": "give the same address in both languages", "id": "tulis alamat yang sama dalam kedua bahasa"}
