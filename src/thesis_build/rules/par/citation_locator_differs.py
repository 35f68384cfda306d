"""PAR102."""

from __future__ import annotations

from thesis_build.alignment.evidence import Locators
from thesis_build.alignment.kinds import Kind
from thesis_build.rules.par._difference_rule import DifferenceRule


class CitationLocatorDiffers(DifferenceRule[Locators]):
    """A citation names another page or article in the other language.

    Locators are compared by meaning: `hlm. 5` is `p. 5`, `pasal 367 ayat (2)` is `art. 367(2)`.

    Flagged: `[@budi2020, hlm. 5]` and `[@budi2020, p. 15]`.

    Not flagged: `hlm. 5` and `p. 5`; `bab 2` and `chap. 2`.
    """

    code = "PAR102"
    name = "citation-locator-differs"
    kinds = frozenset({Kind.CITATION_LOCATOR})
    message = {
        "en": "the locator of “{key}” is “{here}” in one language, “{there}” in the other",
        "id": "penunjuk “{key}” adalah “{here}” dalam satu bahasa, “{there}” dalam bahasa yang lain",
    }
    hint = {
        "en": "look the place up in the work and give it in both",
        "id": "periksa tempatnya dalam karya itu, lalu samakan keduanya",
    }
