"""The texts of confirmed blocks, kept in `.thesis-build/` so that a later change can be shown word by word.

The lock holds digests only; where the folder was deleted, a change is reported without its words.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from thesis_build.errors import FilesError
from thesis_build.tools import files
from thesis_build.tools.work_folder import work_folder

_NAME = "confirmed.json"


def recall(root: Path) -> dict[str, str]:
    """The texts kept for a project, by digest; empty where there are none that can be read."""
    folder = work_folder(root)
    try:
        kept = json.loads((files.read(folder / _NAME) if folder else None) or b"{}")
    except ValueError:
        return {}
    return {str(digest): str(text) for digest, text in kept.items()} if isinstance(kept, dict) else {}


def keep(root: Path, texts: Mapping[str, str]) -> None:
    """Keep these texts in place of those that were kept; says nothing where that is not possible."""
    folder = work_folder(root)
    if folder and dict(texts) != recall(root):
        with contextlib.suppress(FilesError):
            files.write_whole(folder / _NAME, json.dumps(texts, ensure_ascii=False, sort_keys=True).encode())
