"""What can still be read of what Pandoc refuses, by bibtexparser, which takes more: a part of the text → an entry."""

from __future__ import annotations

import logging
import re
from typing import Any

from thesis_build.readers.bibtex.strings import parts_of
from thesis_build.readers.bibtex.syntax import Assignment, WrittenEntry

_COMMENT_LINE = re.compile(r"^[ \t]*%[^\n]*", re.MULTILINE)


def salvage(text: str, start: int, end: int) -> tuple[WrittenEntry | None, int]:
    """The entry in a refused part, None where even bibtexparser finds none, and the offset after what it read."""
    piece = _COMMENT_LINE.sub(lambda comment: " " * len(comment[0]), text[start:end])
    block = _first_block(piece)
    if block is None:
        return None, end
    end = start + len(block.raw)
    if not hasattr(block, "entry_type") or not block.key:
        return None, end
    key_at = max(0, piece.find(block.key))
    fields: list[Assignment] = []
    cursor = key_at + len(block.key)
    for field in block.fields:
        found = re.compile(rf"(?<![\w-]){re.escape(field.key)}\s*=\s*").search(piece, cursor)
        at = found.start() if found else cursor
        value_at = found.end() if found else cursor
        cursor = min(len(piece), value_at + len(field.value))
        parts = tuple(parts_of(field.value))
        fields.append(Assignment(field.key.lower(), parts, start + at, start + value_at, start + cursor))
    return WrittenEntry(start, end, block.entry_type.lower(), block.key, start + key_at, tuple(fields)), end


def _first_block(piece: str) -> Any | None:
    """bibtexparser's first block, None where it could not read it; its log is kept quiet, a crash of its is None."""
    from bibtexparser.model import DuplicateFieldKeyBlock, ExplicitComment, ImplicitComment, ParsingFailedBlock
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        blocks = Splitter(piece).split().blocks
    except Exception:  # it raises what it likes on hostile input
        return None
    block = blocks[0] if blocks else None
    if isinstance(block, DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    return None if isinstance(block, (ExplicitComment, ImplicitComment, ParsingFailedBlock)) else block
