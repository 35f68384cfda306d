"""Theses of any size for the benchmarks, made of words by a fixed seed."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = {
    "id": """kota kerja sama pemerintah daerah layanan publik warga data sistem kebijakan program wilayah hasil
        penelitian menunjukkan bahwa dan dengan dalam untuk pada yang tidak lebih antara sebagai melalui perubahan
        lembaga anggaran pegawai aplikasi jaringan pelatihan teknologi informasi pembangunan hubungan luar negeri""",
    "en": """city cooperation government regional service public citizens data system policy programme area results
        research shows that and with in for on which not more between as through change agency budget staff
        application network training technology information development relations foreign""",
}
SETTINGS = """\
title: {id: Kerja sama kota, en: City cooperation}
authors: [{name: Siti Rahayu}]
date: 2026-11-24
languages: [id, en]
keywords: {id: [kota], en: [city]}
"""


def write_library(path: Path, entries: int) -> None:
    """A library of correct entries, keys `penulis0` and so on."""
    rng = random.Random(1)
    words = WORDS["en"].split()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for number in range(entries):
            title = " ".join(rng.choice(words) for _ in range(9)).capitalize()
            file.write(
                f"@article{{penulis{number},\n  author = {{Rahayu{number}, Siti and Wijaya{number % 97}, Budi}},\n"
                f"  title = {{{title} {number}}},\n  journal = {{Jurnal Contoh {number % 41}}},\n"
                f"  year = {{{1990 + number % 36}}},\n  volume = {{{number % 30 + 1}}},\n"
                f"  number = {{{number % 4 + 1}}},\n"
                f"  pages = {{{number % 300 + 1}--{number % 300 + 15}}},\n  doi = {{10.1234/contoh.{number}}},\n}}\n\n"
            )


def write_thesis(root: Path, entries: int, words: int, chapters: int = 10) -> None:
    """A thesis of `words` words a language, in paragraphs of 100 with two citations each, over a library."""
    write_library(root / "references/library.bib", entries)
    (root / "paper").mkdir(parents=True, exist_ok=True)
    (root / "paper/thesis.yaml").write_text(SETTINGS, encoding="utf-8")
    for tag, known in WORDS.items():
        rng = random.Random(2)
        vocabulary = known.split()
        (root / "paper" / tag).mkdir(parents=True, exist_ok=True)
        for chapter in range(chapters):
            lines = [f"# {vocabulary[chapter].capitalize()} {{#sec:bab{chapter}}}\n"]
            for paragraph in range(words // chapters // 100):
                if paragraph % 8 == 0:
                    lines.append(f"## {vocabulary[paragraph % 20].capitalize()} {paragraph}\n")
                keys = [f"penulis{rng.randrange(entries)}" for _ in range(2)]
                lines.append(_paragraph(rng, vocabulary, keys))
            (root / f"paper/{tag}/{chapter + 1:02}-bab.md").write_text("\n".join(lines), encoding="utf-8")


def _paragraph(rng: random.Random, vocabulary: list[str], keys: list[str]) -> str:
    sentences = []
    for number in range(5):
        said = " ".join(vocabulary[rng.randrange(len(vocabulary))] for _ in range(20)).capitalize()
        sentences.append(f"{said} [@{keys[number // 2]}]." if number in (1, 3) else f"{said}.")
    return "\n".join(sentences) + "\n"
