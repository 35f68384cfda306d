"""DOC011."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from thesis_build import pandoc_ast
from thesis_build.model import Finding, Project, Span
from thesis_build.readers.markdown import positions
from thesis_build.rules.rule import Rule

_PLACEHOLDER = re.compile(
    r"\b(?:(?i:lorem ipsum|keyword \d|kata kunci \d|isi (?:abstrak|teks) di sini|your text here)|TODO|FIXME|TBD|XXX+)\b"
    r"|\?\?\?"
)

_PROSE: dict[str, pandoc_ast.Change] = {
    "Code": lambda _: [],
    "CodeBlock": lambda _: [],
    "Math": lambda _: [],
    "Note": pandoc_ast.blocks,
}
"""What turns a document into its prose, including its notes."""


class PlaceholderLeft(Rule):
    """Placeholder text was left in the thesis.

    Flagged: `Lorem ipsum`, `TODO`, `keyword 1`, `???`.
    """

    code = "DOC011"
    name = "placeholder-left"
    message = {"en": "placeholder text: “{text}”", "id": "teks pengganti sementara: “{text}”"}
    hint = {"en": "replace or remove it", "id": "ganti dengan teks yang sebenarnya, atau hapus"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Look for placeholders in prose, titles and keywords."""
        for chapter in project.chapters:
            if not _PLACEHOLDER.search(chapter.source.text):
                continue
            seen: Counter[str] = Counter()
            for block in chapter.blocks:
                for match in _PLACEHOLDER.finditer(pandoc_ast.plain_text(pandoc_ast.rewrite([block], _PROSE))):
                    span = positions.find_words(chapter, match[0], seen[match[0]])
                    if span is None and seen[match[0]]:
                        continue  # Pandoc has it twice, in a caption and in the alternative text
                    seen[match[0]] += 1
                    yield self.finding(span or positions.element_span(chapter, block), text=match[0])
        for tag, keywords in project.settings.keywords.items():
            for index, keyword in enumerate(keywords):
                if _PLACEHOLDER.search(keyword.lower()):
                    span = project.settings.spans.get(f"keywords.{tag}.{index}", Span("paper/thesis.yaml"))
                    yield self.finding(span, text=keyword)
