"""Renaming a key of the library: in its entry, in entries that refer to it, and in every chapter that cites it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping

from thesis_build.model import Edit, Entry, Field, Fix, Library, LibraryFault, Project, Span, derived
from thesis_build.resolve.crossrefs import is_cross_reference
from thesis_build.rules._citations import recited
from thesis_build.rules._edits import inside, offset, unsafe

_NAMING = ("crossref", "entryset", "related", "xdata", "xref")
_BARE = re.compile(r"\w+(?:[:.#$%&+?<>~/-]\w+)*")
_ODD = re.compile(r"[^0-9A-Za-z_:.+/-]+")
_DOUBLE = re.compile(r"[:.+/-]*([:.+/-])(?=\w)")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "ł": "l", "Ł": "L", "đ": "d"})


def is_bare(key: str) -> bool:
    """Whether `@key` cites this key without braces (measured with Pandoc 3.9), and is not a cross-reference."""
    return _BARE.fullmatch(key) is not None and not is_cross_reference(key)


def plain_key(key: str) -> str:
    """The key in letters, digits and single punctuation marks that every program accepts; empty if nothing remains."""
    letters = unicodedata.normalize("NFKD", key.translate(_LETTERS))
    letters = "".join(character for character in letters if not unicodedata.combining(character))
    plain = _DOUBLE.sub(r"\1", _ODD.sub("-", letters)).strip(":.+/-")
    return plain.replace(":", "-", 1) if is_cross_reference(plain) else plain


def renamed_key(entry: Entry, key: str, project: Project) -> Fix | None:
    """The fix that gives an entry another key everywhere; None where some occurrence cannot be located for certain."""
    library = project.library
    if not key or key == entry.key or key.lower() in _taken(library) or entry.key in _doubtful(library):
        return None
    edits = [Edit(entry.span, key)]
    for field, start, end in _naming(library).get(entry.key, ()):
        span = inside(field, start, end, project)
        if not field.literal or _text(span, project) != entry.key:
            return None
        edits.append(Edit(span, key))
    cited = recited(project, entry.key, key)
    if cited is None or len(cited) != _mentions(entry.key, project):
        return None
    return unsafe(Fix((*edits, *cited)))


def _mentions(key: str, project: Project) -> int:
    """How often a key occurs in any text but the library: data files and settings among them."""
    libraries = {source.path for source in project.library.sources}
    return sum(text.count(key) for path, text in project.sources.items() if path not in libraries)


def _text(span: Span, project: Project) -> str:
    text = project.sources[span.path]
    return text[offset(text, span.line, span.column) : offset(text, span.end_line, span.end_column)]


@derived
def _taken(library: Library) -> frozenset[str]:
    return frozenset(entry.key.lower() for entry in library.entries)


@derived
def _doubtful(library: Library) -> frozenset[str]:
    """The keys that may mean more than one entry."""
    clashes = (LibraryFault.DUPLICATE_KEY, LibraryFault.CASE_VARIANT_KEY)
    found = [broken for broken in library.broken if broken.fault in clashes]
    return frozenset(broken.name for broken in found) | frozenset(broken.detail for broken in found)


@derived
def _naming(library: Library) -> Mapping[str, list[tuple[Field, int, int]]]:
    """Where entries refer to others: by key, the field and the offsets in its value."""
    found: dict[str, list[tuple[Field, int, int]]] = defaultdict(list)
    for entry in library.entries:
        for name in _NAMING:
            if name in entry.fields:
                for match in re.finditer(r"[^\s,]+", entry.fields[name].value):
                    found[match[0]].append((entry.fields[name], match.start(), match.end()))
    return found
