"""What can still be read of an entry that Pandoc refuses, by bibtexparser, which takes more: a piece → an entry."""

from __future__ import annotations

import logging
import re
from typing import Any

from thesis_build.readers.bibtex_blocks import Assignment, Refused, WrittenEntry
from thesis_build.readers.bibtex_strings import parts_of

_COMMENT_LINE = re.compile(r"^[ \t]*%[^\n]*", re.MULTILINE)


def salvage(text: str, refused: Refused) -> WrittenEntry | None:
    """The refused entry with its key and fields, or None where even bibtexparser cannot read it."""
    piece = text[refused.start : refused.end]
    piece = _COMMENT_LINE.sub(lambda comment: " " * len(comment[0]), piece)
    block = _first_entry(piece)
    if block is None or not block.key:
        return None
    key_at = refused.start + max(0, piece.find(block.key))
    fields: list[Assignment] = []
    cursor = key_at - refused.start + len(block.key)
    for field in block.fields:
        found = re.compile(rf"(?<![\w-]){re.escape(field.key)}\s*=\s*").search(piece, cursor)
        at = found.start() if found else cursor
        cursor = min(len(piece), (found.end() if found else cursor) + len(field.value))
        fields.append(Assignment(field.key.lower(), tuple(parts_of(field.value)), refused.start + at))
    return WrittenEntry(refused.start, refused.end, block.entry_type.lower(), block.key, key_at, tuple(fields))


def _first_entry(piece: str) -> Any | None:
    """The first block of bibtexparser's, if it is an entry; its log is kept quiet, a crash of its is no entry."""
    from bibtexparser.model import DuplicateFieldKeyBlock, Entry
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    try:
        blocks = Splitter(piece).split().blocks
    except Exception:  # it raises what it likes on hostile input
        return None
    block = blocks[0] if blocks else None
    if isinstance(block, DuplicateFieldKeyBlock):
        block = block.ignore_error_block
    return block if isinstance(block, Entry) else None
