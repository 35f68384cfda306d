"""PAR502."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.text.passages import from_blocks, joined
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._block_pairs import both, differing, whole
from thesis_build.rules.rule import Rule


class SentenceCount(Rule):
    """A paragraph has two sentences or more fewer than its counterpart, though no sentence is missing.

    Off by default: sentences may be joined or divided in a good translation.

    Flagged: five short sentences in Indonesian, three long ones in English.

    Not flagged: a difference of one; a pair about which another finding is reported.
    """

    code = "PAR502"
    name = "sentence-count"
    severity = Severity.INFO
    default = False
    message = {
        "en": "{here} sentences here, {there} in the other language",
        "id": "{here} kalimat di sini, {there} dalam bahasa yang lain",
    }
    hint = {"en": "see whether both say everything", "id": "periksa apakah isi keduanya lengkap"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the numbers of sentences of paired paragraphs."""
        for where in both(project):
            if not (whole(project, where.chapter) and all(block["t"] == "Para" for block in where.blocks)):
                continue
            counts = [
                len(segmented(joined(from_blocks([block], each.language))).sentences)
                for block, each in zip(where.blocks, where.chapters, strict=True)
            ]
            if abs(counts[0] - counts[1]) >= 2 and not differing(project, where):
                side = counts.index(min(counts))
                yield self.finding(
                    where.span(side), related=where.related(1 - side), here=min(counts), there=max(counts)
                )
