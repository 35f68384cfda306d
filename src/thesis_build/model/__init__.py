"""The values that flow through the build: frozen, without I/O, importing nothing of ours.

A new type per stage: `Project` is what was read, `ResolvedManuscript` is what is ready to print,
`Pair` says which blocks of two manuscripts say the same. Pandoc documents are kept as the plain
JSON that Pandoc writes (lists and dicts, see `pandoc_ast`); they are never changed in place.
"""

from thesis_build.model.data import Data, DataTable, Glossary, Image, Problem, Term, Value
from thesis_build.model.derived import derived
from thesis_build.model.findings import (
    Checked,
    Crash,
    Edit,
    Finding,
    Fix,
    Profile,
    Related,
    Severity,
    Suppressed,
    Suppression,
)
from thesis_build.model.library import BrokenEntry, Definition, Entry, Field, Library, LibraryFault, is_csl
from thesis_build.model.manuscripts import Chapter, Manuscript, Message, is_abstract
from thesis_build.model.printing import ChapterKind, Reference, ResolvedChapter, ResolvedManuscript
from thesis_build.model.project import Cache, ChapterPairs, Pair, Project
from thesis_build.model.settings import Author, CheckSettings, Layout, Margins, Settings, SuppressionSetting
from thesis_build.model.spans import Element, Elements, Located, Source, Span, Texts
from thesis_build.model.works import Address, Notice, NoticeKind, Standing, Work

__all__ = [
    "Address",
    "Author",
    "BrokenEntry",
    "Cache",
    "Chapter",
    "ChapterKind",
    "ChapterPairs",
    "CheckSettings",
    "Checked",
    "Crash",
    "Data",
    "DataTable",
    "Definition",
    "Edit",
    "Element",
    "Elements",
    "Entry",
    "Field",
    "Finding",
    "Fix",
    "Glossary",
    "Image",
    "Layout",
    "Library",
    "LibraryFault",
    "Located",
    "Manuscript",
    "Margins",
    "Message",
    "Notice",
    "NoticeKind",
    "Pair",
    "Problem",
    "Profile",
    "Project",
    "Reference",
    "Related",
    "ResolvedChapter",
    "ResolvedManuscript",
    "Settings",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Suppressed",
    "Suppression",
    "SuppressionSetting",
    "Term",
    "Texts",
    "Value",
    "Work",
    "derived",
    "is_abstract",
    "is_csl",
]
