"""The texts of confirmed blocks are kept after a run, so that a later change can be shown word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thesis_build.model import Project


def keep_texts(project: Project) -> None:
    """Keep the texts of the blocks that the lock of a thesis confirms; without a lock nothing is kept."""
    from thesis_build.alignment.pair_states import texts_of_confirmed
    from thesis_build.readers.project import LOCK
    from thesis_build.tools import confirmed_texts

    if project.sources.get(LOCK, "").strip():
        confirmed_texts.keep(project.root, texts_of_confirmed(project, confirmed_texts.recall(project.root)))
