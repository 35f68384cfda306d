"""BIB204."""

from __future__ import annotations

from thesis_build.bibliography.identifiers import is_isbn, is_issn
from thesis_build.rules.bib._check_digit_rule import NumberRule


class BadIsbn(NumberRule):
    """The field `isbn` contains a number that is not an ISBN.

    Its last digit is computed from the others, so that a typing error shows. With such a number readers find no book,
    or another one. Reference managers often put the ISSN of a journal here; that is only noted.

    Flagged: `isbn = {0-306-40615-3}` (should end in 2); `isbn = {123}`; an ISSN in `isbn` (as information).

    Not flagged: several numbers in one field, hyphens or spaces in them, words such as “ISBN” or “(pbk.)”.
    """

    code = "BIB204"
    name = "bad-isbn"
    kept = "isbn"
    other = "issn"
    message = {
        "en": "“{number}” is not an ISBN: its last digit does not match the others",
        "id": "“{number}” bukan ISBN: digit terakhirnya tidak cocok dengan yang lain",
    }
    hint = {
        "en": "compare it with the number on the back of the title page",
        "id": "bandingkan dengan nomor di balik halaman judul buku",
    }
    form_message = {
        "en": "“{number}” is not an ISBN, which has 10 digits, or 13 that begin with 978 or 979",
        "id": "“{number}” bukan ISBN, yang terdiri atas 10 digit, atau 13 digit dengan awalan 978 atau 979",
    }
    other_message = {
        "en": "“{number}” is an ISSN, but is in the field isbn",
        "id": "“{number}” adalah ISSN, tetapi berada di ruas isbn",
    }
    other_hint = {
        "en": "rename the field to issn",
        "id": "ganti nama ruas itu menjadi issn",
    }

    def is_right(self, digits: str) -> bool:
        """Whether these digits are an ISBN."""
        return is_isbn(digits)

    def is_others(self, digits: str) -> bool:
        """Whether these digits are an ISSN."""
        return is_issn(digits)

    def is_shaped(self, digits: str) -> bool:
        """Whether there are as many digits as an ISBN has."""
        return len(digits) == 10 or (len(digits) == 13 and digits.startswith(("978", "979")))
