"""BIB001."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thesis_build.model import BrokenEntry, Edit, Finding, Fix, LibraryFault, Project, Related, Texts
from thesis_build.readers.bibtex.syntax import Reason
from thesis_build.readers.csl.library import INVALID, NO_ITEM
from thesis_build.rules._edits import between, offset
from thesis_build.rules.rule import Rule

_REASONS: Mapping[str, tuple[Texts, Texts]] = {
    Reason.STRAY_AT: (
        {"en": "this “@” does not begin an entry", "id": "“@” ini tidak memulai entri apa pun"},
        {"en": "remove it, or begin the line with %", "id": "hapus, atau awali barisnya dengan %"},
    ),
    Reason.COMMENT: (
        {"en": "“@comment” without braces", "id": "“@comment” tanpa kurung kurawal"},
        {
            "en": "write @comment{{…}} with braces, or begin the line with % instead",
            "id": "tulis @comment{{…}} dengan kurung kurawal, atau awali barisnya dengan % saja",
        },
    ),
    Reason.TYPE: (
        {"en": "an entry type consists of letters only", "id": "jenis entri hanya boleh terdiri atas huruf"},
        {
            "en": "write the type in letters, right after “@”, then the brace: @book{{…",
            "id": "tulis jenisnya dengan huruf, langsung sesudah “@”, lalu kurung kurawal: @book{{…",
        },
    ),
    Reason.PARENTHESES: (
        {"en": "{what} is in parentheses", "id": "{what} memakai kurung biasa"},
        {"en": "write braces instead: @book{{ … }}", "id": "pakai kurung kurawal: @book{{ … }}"},
    ),
    Reason.KEY_CHARACTER: (
        {
            "en": "the key “{name}” contains a character that is not allowed in keys",
            "id": "kunci “{name}” memuat karakter yang tidak diizinkan dalam kunci",
        },
        {
            "en": "use only letters, digits and - _ : . here and where the key is cited",
            "id": "pakai huruf, angka, dan - _ : . saja, di sini dan di setiap sitasinya",
        },
    ),
    Reason.KEY_SPACE: (
        {"en": "the key “{name}” contains a space", "id": "kunci “{name}” memuat spasi"},
        {
            "en": "remove the space, here and where the key is cited",
            "id": "hapus spasinya, di sini dan di setiap sitasinya",
        },
    ),
    Reason.KEY_COMMA: (
        {"en": "a comma is missing after the key “{name}”", "id": "tidak ada koma sesudah kunci “{name}”"},
        {"en": "put a comma after the key", "id": "bubuhkan koma sesudah kunci"},
    ),
    Reason.FIELD_NAME: (
        {"en": "{what}: this is not the name of a field", "id": "{what}: ini bukan nama ruas"},
        {
            "en": "remove a superfluous comma, or use only letters, digits and - _ : + in the name",
            "id": "hapus koma yang berlebih, atau pakai huruf, angka, dan - _ : + saja dalam nama ruas",
        },
    ),
    Reason.NAME_CHARACTER: (
        {
            "en": "{what}: a name contains a character that is not allowed in names",
            "id": "{what}: ada nama yang memuat karakter yang tidak diizinkan dalam nama",
        },
        {
            "en": "use only letters, digits and - _ : + in names of fields and of @string",
            "id": "pakai huruf, angka, dan - _ : + saja dalam nama ruas dan nama @string",
        },
    ),
    Reason.EQUALS: (
        {"en": "{what}: a field without “=”", "id": "{what}: ada ruas tanpa “=”"},
        {"en": "write name = {{value}}", "id": "tulis nama = {{nilai}}"},
    ),
    Reason.VALUE: (
        {"en": "{what}: a value is missing here", "id": "{what}: tidak ada nilai di sini"},
        {
            "en": "put the value in braces, and # only between two values",
            "id": "apit nilainya dengan kurung kurawal, dan pakai # hanya di antara dua nilai",
        },
    ),
    Reason.FIELD_COMMA: (
        {
            "en": "{what}: a comma or the closing brace is missing here",
            "id": "{what}: tidak ada koma atau kurung kurawal tutup di sini",
        },
        {
            "en": "put a comma after each field, and braces around a value that is not one word or number",
            "id": "bubuhkan koma sesudah tiap ruas, dan kurung kurawal pada nilai yang bukan satu kata atau angka",
        },
    ),
    Reason.STRING_END: (
        {
            "en": "an @string defines one name only",
            "id": "sebuah @string hanya mendefinisikan satu nama",
        },
        {
            "en": "write @string{{name = {{…}}}} once for each name",
            "id": "tulis @string{{nama = {{…}}}} satu kali untuk tiap nama",
        },
    ),
    Reason.PERCENT: (
        {
            "en": "{what}: outside braces % begins a comment, which contains the end of the entry",
            "id": "{what}: di luar kurung kurawal, % memulai komentar, dan akhir entri ikut menjadi komentar",
        },
        {"en": "remove the %, or begin a new line after it", "id": "hapus %, atau mulai baris baru sesudahnya"},
    ),
    Reason.UNCLOSED: (
        {
            "en": "{what} is never closed: a brace or a quotation mark is missing",
            "id": "{what} tidak pernah ditutup: ada kurung kurawal atau tanda kutip yang hilang",
        },
        {
            "en": "close every brace and every quotation mark that is opened",
            "id": "tutup setiap kurung kurawal dan tanda kutip yang dibuka",
        },
    ),
}
"""Message and hint for each reason; an entry without a key is BIB005."""


_OF_MENDELEY = {
    "book_section": "incollection",
    "computer_program": "software",
    "conference_proceedings": "inproceedings",
    "encyclopedia_article": "inreference",
    "magazine_article": "article",
    "newspaper_article": "article",
    "television_broadcast": "video",
    "web_page": "online",
    "working_paper": "report",
}
"""Types that Mendeley exports under its own names → those of biblatex (manual, section 2.1)."""

_NEAR = 80
"""The type is among that many characters from the beginning of the line."""

_TYPE = re.compile(r"@([a-z]+_[a-z]+)(?=\s*\{)", re.IGNORECASE)


class UnparseableEntry(Rule):
    """An entry cannot be read; the entries around it are read all the same.

    Pandoc rejects the whole file for one such fault and reports the line where it gave up, often several entries
    further on, so that no work of the file could be cited. Where only Pandoc rejects the file, its own message
    says why. A value in which another entry begins is flagged as well: Pandoc takes that entry for text.

    A file of CSL items (JSON or YAML) is read up to where it is not valid.

    Flagged: an entry whose brace is never closed; `@book(…)` in parentheses; `@book{budi 2020, …}` with a space
    in the key; a missing comma between fields; `@comment` without braces.

    Not flagged: lines that begin with `%`; `@comment{…}`; an `@` inside a value.
    """

    code = "BIB001"
    name = "unparseable-entry"
    message = {
        "en": "Pandoc rejects the file here: {reason}",
        "id": "Pandoc menolak berkas ini di sini: {reason}",
    }
    hint = {
        "en": "close every brace and quote, and put a comma after the key and each field",
        "id": "tutup setiap kurung dan tanda kutip, dan bubuhkan koma sesudah kunci dan tiap ruas",
    }
    csl_message = {
        "en": "the file cannot be read from here on: it is not valid {format}",
        "id": "berkas ini tidak terbaca mulai dari sini: bukan {format} yang benar",
    }
    csl_hint = {
        "en": "look for a comma, quotation mark or bracket that is missing or superfluous just before this",
        "id": "cari koma, tanda kutip, atau kurung yang kurang atau berlebih tepat sebelumnya",
    }
    item_message = {
        "en": "this is no CSL item: a bibliography is a list of items, each with its own fields",
        "id": "ini bukan butir CSL: daftar pustaka berupa senarai butir, masing-masing dengan ruasnya sendiri",
    }
    item_hint = {
        "en": "export the library again as CSL JSON, for example from Zotero",
        "id": "ekspor ulang pustakanya sebagai CSL JSON, misalnya dari Zotero",
    }
    type_message = {
        "en": "“@{name}” is Mendeley’s own entry type, which no other program reads",
        "id": "“@{name}” adalah jenis entri khas Mendeley, yang tidak dibaca program lain",
    }
    type_hint = {"en": "write @{other}", "id": "tulis @{other}"}
    block = {"en": "this block", "id": "blok ini"}
    origin = {"en": "probably in this value", "id": "mungkin pada nilai ini"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Report what reading the library found, by ourselves or by Pandoc."""
        for broken in project.library.broken:
            if broken.fault in (LibraryFault.UNPARSEABLE, LibraryFault.REJECTED):
                yield self._of_mendeley(broken, project) or self._finding(broken)

    def _of_mendeley(self, broken: BrokenEntry, project: Project) -> Finding | None:
        """The finding for a type that only Mendeley has, with the fix that gives it the name in biblatex."""
        text = project.sources.get(broken.span.path, "") if broken.detail == Reason.TYPE else ""
        start = offset(text, broken.span.line, 1) if text else 0
        found = _TYPE.search(text, start, start + _NEAR) if text else None
        other = _OF_MENDELEY.get(found[1].lower()) if found else None
        if not found or not other:
            return None
        span = between(text, broken.span.path, found.start(1), found.end(1))
        return self.finding(
            broken.span,
            message=self.type_message,
            hint=self.type_hint,
            fix=Fix((Edit(span, other),)),
            name=found[1],
            other=other,
        )

    def _finding(self, broken: BrokenEntry) -> Finding:
        if broken.detail == INVALID:
            written = "JSON" if broken.span.path.lower().endswith(".json") else "YAML"
            return self.finding(broken.span, message=self.csl_message, hint=self.csl_hint, format=written)
        if broken.detail == NO_ITEM:
            return self.finding(broken.span, message=self.item_message, hint=self.item_hint)
        message, hint = _REASONS.get(broken.detail, (self.message, self.hint))
        what = dict.fromkeys(self.block, f"“{broken.name}”") if broken.name else self.block
        related = (Related(broken.other, self.origin),) if broken.other else ()
        return self.finding(
            broken.span, message=message, hint=hint, related=related, name=broken.name, what=what, reason=broken.detail
        )
