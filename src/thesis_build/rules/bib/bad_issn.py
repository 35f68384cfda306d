"""BIB205."""

from __future__ import annotations

from thesis_build.bibliography.identifiers import is_isbn, is_issn
from thesis_build.rules.bib._check_digit_rule import NumberRule


class BadIssn(NumberRule):
    """The field `issn` contains a number that is not an ISSN.

    Its last digit is computed from the others, so that a typing error shows; with such a number nobody finds the
    journal.

    Flagged: `issn = {2049-3631}` (should end in 0); `issn = {123}`; an ISBN in `issn` (as information).

    Not flagged: several numbers in one field, even with words such as “(Print)”; a number without its hyphen.
    """

    code = "BIB205"
    name = "bad-issn"
    kept = "issn"
    other = "isbn"
    message = {
        "en": "“{number}” is not an ISSN: its last digit does not match the others",
        "id": "“{number}” bukan ISSN: digit terakhirnya tidak cocok dengan yang lain",
    }
    hint = {
        "en": "compare it with the journal's own page, or remove the field",
        "id": "bandingkan dengan laman jurnalnya, atau hapus ruas ini",
    }
    form_message = {
        "en": "“{number}” is not an ISSN, which has 8 digits: 1234-5679",
        "id": "“{number}” bukan ISSN, yang terdiri atas 8 digit: 1234-5679",
    }
    other_message = {
        "en": "“{number}” is an ISBN, but is in the field issn",
        "id": "“{number}” adalah ISBN, tetapi berada di ruas issn",
    }
    other_hint = {
        "en": "rename the field to isbn",
        "id": "ganti nama ruas itu menjadi isbn",
    }

    def is_right(self, digits: str) -> bool:
        """Whether these digits are an ISSN."""
        return is_issn(digits)

    def is_others(self, digits: str) -> bool:
        """Whether these digits are an ISBN."""
        return is_isbn(digits)

    def is_shaped(self, digits: str) -> bool:
        """Whether there are as many digits as an ISSN has."""
        return len(digits) == 8
