"""PAR304."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class AcronymDiffers(DifferenceRule):
    """An acronym is another one in the other language.

    Acronyms that have their own form in each language are known (PBB is UN, PDB is GDP, UMKM is MSMEs).

    Flagged: “PBB” beside “ASEAN”.

    Not flagged: “AS” and “US”; an acronym beside its written-out form.
    """

    code = "PAR304"
    name = "acronym-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "mend the one that is wrong", "id": "perbaiki yang salah"}
