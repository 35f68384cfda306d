"""A thesis of any length for the benchmark of parity: this one's chapters again and again, with other numbers."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

OWN = Path(__file__).parents[2]
_NAMES = re.compile(r"(?<=[#@])(fig|tbl|sec|eq):(?P<name>[\w-]*\w)")
_NUMBERS = re.compile(r"(?<![\w.,:#@/-])(?P<digits>[1-9]\d*)(?![\w:/-]|[.,]\d)")


def write_parity_thesis(root: Path, words: int) -> None:
    """A thesis of about `words` words in each language: as many copies of every chapter of ours as that takes."""
    for folder in ("references", "paper/data", "paper/figures", "paper/fonts"):
        shutil.copytree(OWN / folder, root / folder, dirs_exist_ok=True)
    for name in ("thesis.yaml", "glossary.yaml"):
        shutil.copy(OWN / "paper" / name, root / "paper" / name)
    chapters = {tag: sorted((OWN / f"paper/{tag}").glob("0[1-6]-*.md")) for tag in ("id", "en")}
    once = sum(len(path.read_text(encoding="utf-8").split()) for path in chapters["en"])
    copies = max(1, round(words / once))
    for tag, paths in chapters.items():
        (root / "paper" / tag).mkdir(parents=True, exist_ok=True)
        shutil.copy(OWN / f"paper/{tag}/companion.md", root / f"paper/{tag}/companion.md")
        for copy in range(copies):
            for path in paths:
                text = path.read_text(encoding="utf-8")
                name = f"{copy * len(paths) + int(path.name[:2]):02}-{path.name[3:-3]}-{copy}.md"
                (root / f"paper/{tag}/{name}").write_text(_changed(text, copy), encoding="utf-8")


def _changed(text: str, copy: int) -> str:
    """A text with names of its own, and every plain number that many greater, alike in both languages."""
    named = _NAMES.sub(lambda found: f"{found[0]}-{copy}", text) if copy else text
    return _NUMBERS.sub(lambda found: str(int(found["digits"]) + copy), named)
