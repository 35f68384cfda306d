"""PAR306."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class NameDiffers(DifferenceRule):
    """A name is another one in the other language.

    A name is a capitalised word that both texts use; one that only one sentence has is not reported.

    Flagged: “Sutanto” beside “Wibowo”.

    Not flagged: translated names (Tiongkok is China); a pronoun in place of the name.
    """

    code = "PAR306"
    name = "name-differs"
    message = {
        "en": "“{here}” here is “{there}” in the other language",
        "id": "“{here}” di sini adalah “{there}” dalam bahasa yang lain",
    }
    hint = {"en": "mend the one that is wrong", "id": "perbaiki yang salah"}
    lacking = (
        {
            "en": "the name “{name}” is not in this sentence, but in the other language",
            "id": "nama “{name}” tidak ada dalam kalimat ini, tetapi ada dalam bahasa yang lain",
        },
        {"en": "name it here too, or mend the other text", "id": "sebutkan juga di sini, atau perbaiki teks yang lain"},
    )
