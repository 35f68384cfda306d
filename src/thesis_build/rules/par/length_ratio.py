"""PAR501."""

from __future__ import annotations

from collections.abc import Iterator

from thesis_build.alignment.text.passages import from_blocks, joined
from thesis_build.alignment.text.segmentation import segmented
from thesis_build.languages.lexicon import lexicon
from thesis_build.model import Finding, Project, Severity
from thesis_build.rules.par._block_pairs import Both, both, differing, whole
from thesis_build.rules.rule import Rule

_LEAST, _MOST = 0.787, 1.25
"""What the lengths of paragraphs may be of those expected: 0.85 and 1.35 characters of Indonesian to one of English."""
_SENTENCES = 4


class LengthRatio(Rule):
    """A long paragraph is much shorter or longer than its counterpart, and nothing else explains it.

    On correct paragraphs of five sentences Indonesian has 0.96 to 1.21 characters for one of English; outside 0.85 to
    1.35 one in two hundred is right all the same. Text may have been shortened inside its sentences.

    Flagged: four long sentences in Indonesian, four short ones in English.

    Not flagged: paragraphs of fewer than four sentences; a pair about which another finding is reported.
    """

    code = "PAR501"
    name = "length-ratio"
    severity = Severity.WARNING
    message = {
        "en": "this paragraph has {here} characters, its counterpart {there}: one says more than the other",
        "id": "paragraf ini {here} karakter, padanannya {there}: yang satu memuat lebih banyak",
    }
    hint = {"en": "read both; write what the shorter one lacks", "id": "baca keduanya; tulis yang kurang"}

    def check(self, project: Project) -> Iterator[Finding]:
        """Compare the lengths of paired paragraphs."""
        for where in both(project):
            if not (whole(project, where.chapter) and all(block["t"] == "Para" for block in where.blocks)):
                continue
            lengths = _lengths(where)
            if lengths and not _LEAST <= lengths[1] / lengths[0] / _expected(where) <= _MOST:
                if differing(project, where):
                    continue
                side = 0 if lengths[0] * _expected(where) < lengths[1] else 1
                yield self.finding(
                    where.span(side), related=where.related(1 - side), here=lengths[side], there=lengths[1 - side]
                )


def _lengths(where: Both) -> tuple[int, int] | None:
    """The characters of two paragraphs; None where one has too few sentences."""
    texts = [joined(from_blocks([b], v.language)) for b, v in zip(where.blocks, where.chapters, strict=True)]
    if min(len(segmented(text).sentences) for text in texts) < _SENTENCES:
        return None
    return len(texts[0].text), len(texts[1].text)


def _expected(where: Both) -> float:
    """How many characters of the second language say what one of the first says."""
    one, other = (each.language for each in where.chapters)
    table = lexicon(one, other)
    return table.length if table.languages[0] == one else 1 / table.length
