"""PAR123."""

from __future__ import annotations

from thesis_build.rules.par._difference_rule import DifferenceRule


class TextTruncated(DifferenceRule):
    """A text breaks off, where the other language goes on to the end.

    Flagged: a last sentence without its end and full stop.

    Not flagged: headings and list items, which have no full stop in either language.
    """

    code = "PAR123"
    name = "text-truncated"
    message = {"en": "the text breaks off here: “{sentence}”", "id": "teks terpotong di sini: “{sentence}”"}
    hint = {
        "en": "write the sentence to its end, with a full stop",
        "id": "tulis kalimatnya sampai selesai, dengan titik",
    }
