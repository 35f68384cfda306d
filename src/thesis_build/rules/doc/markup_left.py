"""DOC023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Chapter, Element, Finding, Project, Severity, Texts
from thesis_build.readers.markdown import positions
from thesis_build.readers.markdown.prose import prose, span_between
from thesis_build.rules.rule import Rule

_HIDDEN = frozenset({"Code", "Math", "RawInline", "Image", "Note"})
_PATTERNS = {
    "attributes": re.compile(
        r"\{(?:#(?!eq:)(?:[\w.-]+:[\w:.-]+|[A-Za-z][\w.-]*(?=\}?[ \t]*$))|\.[A-Za-z][\w-]*)(?=[\s}]|$)", re.MULTILINE
    ),
    "heading": re.compile(r"^(?:##+(?=[^\W\d_])|#{1,6}(?= [^\W\d_]))[^\n]*", re.MULTILINE),
    "list": re.compile(r"(?<=\n)(?:1[.)] [^\n]*(?=\n[ ]*2[.)] )|[-*+•] [^\n]*(?=\n[ ]*[-*+•] ))"),
    "link": re.compile(r"\[[^\]\[\n@^]+\] \(https?://[^\s)]*\)?"),
    "citation": re.compile(r"\[-?@ \w[^\s\]]*\]?"),
    "code": re.compile(r"^(?:```|~~~)[^\n`]*", re.MULTILINE),
    "comment": re.compile(r"<!(?:--|–)"),
}
"""What is left of markup in the text of a paragraph, and in the same form in its source."""


class MarkupLeft(Rule):
    """Markdown that is not written as Pandoc reads it is printed as it stands.

    Flagged: a heading without a space after `##`, or without a blank line before it; a list right below a line of text;
    a table without its line `|---|---|`; attributes after a space, or not closed; `[text] (https://…)`; `[@ key]`;
    `[name]` of a value without `{.value}`; an opening ```` ``` ```` or `<!--` that nothing closes.

    An error where it is an identifier, to which nothing can refer then.

    Not flagged: code; the label after an equation; `{#name}` without a colon within a
    line; a single line that begins with a number or a dash.
    """

    code = "DOC023"
    name = "markup-left"
    severity = Severity.WARNING
    severities = (Severity.ERROR,)
    message = {
        "en": "“{written}” is printed as it stands",
        "id": "“{written}” tercetak apa adanya",
    }
    hint = {
        "en": "attributes stand directly after ] or ), or end a heading or a caption, and are closed by a brace",
        "id": "atribut ditulis tepat sesudah ] atau ), atau di akhir judul atau keterangan, dan ditutup kurung kurawal",
    }
    hints: dict[str, Texts] = {
        "heading": {
            "en": "leave a blank line before a heading, and write a space after #",
            "id": "beri baris kosong sebelum judul, dan spasi sesudah #",
        },
        "list": {
            "en": "leave a blank line before a list",
            "id": "beri baris kosong sebelum daftar",
        },
        "link": {
            "en": "write [text](address), without a space between them",
            "id": "tulis [teks](alamat), tanpa spasi di antaranya",
        },
        "citation": {"en": "write [@key], without a space after @", "id": "tulis [@kunci], tanpa spasi sesudah @"},
        "code": {
            "en": "close the block of code with a line of the same characters",
            "id": "tutup blok kode dengan sebaris karakter yang sama",
        },
        "comment": {"en": "close the comment with -->", "id": "tutup komentar dengan -->"},
        "table": {
            "en": "put a line |---|---| below the heads of the columns",
            "id": "beri baris |---|---| di bawah kepala kolom",
        },
        "value": {
            "en": "write {written}{{.value}} for the value of that name",
            "id": "tulis {written}{{.value}} untuk nilai bernama itu",
        },
    }

    def check(self, project: Project) -> Iterator[Finding]:
        """Look through the paragraphs for what Pandoc did not read as markup."""
        names = "|".join(re.escape(f"[{name}]") for name in project.data.values)
        patterns = _PATTERNS | ({"value": re.compile(rf"(?:{names})(?![\w{{(\[])")} if names else {})
        for chapter in project.chapters:
            for index, block in enumerate(chapter.blocks):
                texts = tuple(_texts(block))
                for kind, pattern in patterns.items():
                    if left := {_start(match) for text in texts for match in pattern.finditer(text)}:
                        yield from self._found(chapter, index, kind, pattern, left)
                if _is_table(block):
                    span = positions.block_span(chapter, index)
                    written = chapter.source.text.split("\n")[span.line - 1].strip()
                    yield self.finding(span, written=written[:60], hint=self.hints["table"])

    def _found(
        self, chapter: Chapter, index: int, kind: str, pattern: re.Pattern[str], left: set[str]
    ) -> Iterator[Finding]:
        """Where what is left in the text of a block stands in its source."""
        first, last = positions.block_extent(chapter, index)
        source = prose(chapter.source)
        for match in pattern.finditer(source, first, last):
            is_escaped = source[max(0, match.start() - 1) : match.start()] == "\\"
            if (
                is_escaped
                or _start(match) not in left
                or (kind == "attributes" and not _is_read_wrongly(match, source))
            ):
                continue
            named = Severity.ERROR if "{#" in match[0] else None  # nothing could refer to it
            span = span_between(chapter.source, *match.span())
            yield self.finding(span, written=match[0][:60], hint=self.hints.get(kind), severity=named)


def _start(match: re.Match[str]) -> str:
    """The beginning of what was found, as it is in the text and in its source: up to what may be markup in it."""
    return re.split(r"(?<=\S)[*_`$\\]", match[0].replace("<!–", "<!--"), maxsplit=1)[0][:20]


def _is_read_wrongly(match: re.Match[str], source: str) -> bool:
    """Whether attributes are not those of something before them; those of a heading that is none are told with it."""
    line = source[source.rfind("\n", 0, match.start()) + 1 : match.start()]
    return not re.match(r"##+[^\W\d_]", line) and (match[0][1] == "#" or line[-1:].isspace())


def _texts(block: Element) -> Iterator[str]:
    """The texts of the paragraphs of a block, line by line; what may hold such characters on purpose left out."""
    for element in pandoc_ast.walk([block]):
        if element["t"] in ("Para", "Plain", "Header"):
            inlines = pandoc_ast.inlines(element)
            yield "".join("\n" if i["t"] == "SoftBreak" else _text(i) for i in inlines)


def _text(inline: Element) -> str:
    return "" if inline["t"] in _HIDDEN else pandoc_ast.plain_text([inline])


def _is_table(block: Element) -> bool:
    """Whether lines that Pandoc keeps as verse are the rows of a table."""
    if block["t"] != "LineBlock":
        return False
    lines = [pandoc_ast.plain_text(line).rstrip() for line in pandoc_ast.children(block)]
    return len(lines) > 1 and all(line.endswith("|") for line in lines)
