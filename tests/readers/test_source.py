"""What reading a file settles: BOM, line ends, encoding."""

from __future__ import annotations

import pytest

from thesis_build.model import Span
from thesis_build.readers.source import decode


def test_a_byte_order_mark_is_dropped_and_told() -> None:
    assert decode(b"\xef\xbb\xbfKota", "a.bib").bom
    assert decode(b"\xef\xbb\xbfKota", "a.bib").text == "Kota"
    assert not decode(b"Kota", "a.bib").bom


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"a\r\nb\nc\n", 2),
        (b"a\nb\nc\r\n", 3),
        (b"a\rb\nc", 2),
        (b"a\r\nb\r\nc", 0),
        (b"a\nb\nc", 0),
        (b"a", 0),
    ],
)
def test_the_first_line_that_ends_unlike_the_first_is_told(content: bytes, line: int) -> None:
    source = decode(content, "a.bib")
    assert source.mixed_at == (Span("a.bib", line) if line else None)
    assert "\r" not in source.text
