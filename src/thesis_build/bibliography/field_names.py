"""The fields of entries: which there are, and which one a misspelt name means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from thesis_build.model import Entry, Field


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRINTED = _words(
    "author booktitle booktitleaddon booksubtitle chapter date day doi edition editor editortype eprint "
    "eprinttype eventdate eventtitle howpublished institution isbn issn journal journalsubtitle journaltitle "
    "langid location address maintitle mainsubtitle month note number organization origdate origtitle pages "
    "pagetotal part pubstate publisher school series subtitle title titleaddon translator type url urldate "
    "venue version volume volumes year"
)
"""Fields from which Pandoc 3.9 makes something that styles print (measured)."""

_BIBLATEX = _words(
    "abstract addendum afterword annotation annotator annote archiveprefix author authortype bookauthor "
    "bookpagination commentator crossref editora editoratype editorb editorbtype editorc editorctype eid "
    "entryset entrysubtype eprintclass eventtitleaddon execute file foreword gender holder hyphenation ids "
    "indexsorttitle indextitle introduction isan ismn isrn issue issuesubtitle issuetitle issuetitleaddon iswc "
    "journaltitleaddon keywords label langidopts language library maintitleaddon nameaddon options origlanguage "
    "origlocation origpublisher pagination pdf presort primaryclass related relatedoptions relatedstring "
    "relatedtype reprinttitle shortauthor shorteditor shorthand shorthandintro shortjournal shortseries "
    "shorttitle sortkey sortname sortshorthand sorttitle sortyear xdata xref authoraddon editoraddon key"
) | frozenset(f"{kind}{letter}" for kind in ("user", "verb", "name", "list") for letter in "abcdef")
"""Fields of the biblatex manual (section 2.2) and of BibTeX that are not in `PRINTED`."""

_OF_MANAGERS = _words(
    "accessed accessdate accession added adsnote adsurl affiliation affiliations archive archivelocation "
    "arxivid bibdate articleid articleno articlenumber bibcode bibsource biburl booklanguage cdate citation "
    "citationkey coden collaboration collaborator comment comments contents copyright created crossrefs custom "
    "dateadded datemodified ddc dimensions director ee eissn entrytype eventplace fjournal funding groups icon "
    "id inspire interhash intrahash issued issnl keyword lang lastaccessed lastchecked lcc lccn localfile "
    "markedentry modificationdate mrclass mrnumber mrreviewer nationality nlm nlmid numpages oclc openaccess "
    "owner pagecount paper pdfurl place pmc pmcid pmid posted priority pubstatus printed producer "
    "publicationstatus publishername pubmedid rating ranking read readstatus redactor refid relevance report "
    "reportnumber repec review rights size slaccitation source sourcetype status subject subjects submitted "
    "summary support tags thesistype timestamp translatedtitle urlaccessed username zbl zblnumber"
)
"""Fields that Zotero, Mendeley, JabRef, BibDesk, Web of Science, Scopus and the like write; styles ignore them."""

_INDONESIAN = {
    "bulan": "month",
    "catatan": "note",
    "halaman": "pages",
    "jilid": "volume",
    "judul": "title",
    "jurnal": "journal",
    "nomor": "number",
    "penerbit": "publisher",
    "pengarang": "author",
    "penulis": "author",
    "tahun": "year",
    "universitas": "school",
}
"""Names of fields in Indonesian, with the name that programs read."""

KNOWN = PRINTED | _BIBLATEX | _OF_MANAGERS


def misspelt(entry: Entry) -> Iterator[tuple[Field, str]]:
    """The fields of an entry whose names are nearly a known one, or Indonesian, each with the name that is meant."""
    for name in entry.fields.keys() - KNOWN:
        near = _near(name)
        if near and near not in entry.fields:
            yield entry.fields[name], near


@lru_cache(maxsize=4096)
def _near(written: str) -> str:
    """The known field that differs by one letter (by two in a long name); empty where none or several do."""
    if written in _INDONESIAN:
        return _INDONESIAN[written]
    if len(written) < 4 or not written.isalpha():
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    for most in (1,) if len(written) < 8 else (1, 2):
        found = process.extract(written, _TARGETS, scorer=OSA.distance, score_cutoff=most, limit=3)
        if found:
            best = [name for name, distance, _ in found if distance == found[0][1]]
            return str(best[0]) if len(best) == 1 or best[0] in PRINTED else ""
    return ""


_TARGETS = sorted((name for name in PRINTED | _BIBLATEX if len(name) > 3), key=lambda name: (name not in PRINTED, name))
"""Names that a misspelt one may mean: printed ones first, so that they win where two are as near."""
