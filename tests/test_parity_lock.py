"""The lock: what it knows again after edits, moves and merges, what it says when it is broken, what is never lost."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

SETTINGS = """\
title: {id: Kota, en: City}
authors: [{name: Ani Penulis}]
date: 2026-11-24
languages: [id, en]
keywords: {id: [kota], en: [city]}
"""
TEXTS = {
    "id": {
        "01-kota": [
            "# Kota {#sec:kota}",
            "Kota Bandung bekerja sama dengan Kota Seoul sejak tahun 2016.",
            "Kerja sama itu mencakup layanan publik yang diberikan secara daring.",
            "Pemerintah kota menyediakan anggaran untuk pelatihan pegawai.",
        ],
        "02-desa": [
            "# Desa {#sec:desa}",
            "Desa menerima bantuan dari pemerintah pusat setiap tahun.",
            "Warga desa memakai bantuan itu untuk memperbaiki jalan dan jembatan.",
        ],
    },
    "en": {
        "01-kota": [
            "# City {#sec:kota}",
            "The city of Bandung has cooperated with the city of Seoul since 2016.",
            "The cooperation covers public services that are provided online.",
            "The city government provides a budget for the training of its staff.",
        ],
        "02-desa": [
            "# Village {#sec:desa}",
            "The village receives support from the central government every year.",
            "The villagers use the support to repair roads and bridges.",
        ],
    },
}


@pytest.fixture
def village(tmp_path: Path, run: Run) -> Path:
    """A thesis of two chapters, every pair of which is confirmed."""
    root = tmp_path / "thesis"
    for tag, chapters in TEXTS.items():
        for name, blocks in chapters.items():
            path = root / "paper" / tag / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    (root / "references").mkdir()
    (root / "references/library.bib").write_text("", encoding="utf-8")
    (root / "paper/thesis.yaml").write_text(SETTINGS, encoding="utf-8")
    ran = run("parity", "confirm", ".", "--project", root)
    assert "confirmed: 7" in ran.err, ran.said
    assert states(run, root) == {"01-kota": [4, 0, 0, 0], "02-desa": [3, 0, 0, 0]}
    return root


def states(run: Run, root: Path) -> dict[str, list[int]]:
    """Confirmed, stale, both changed and new pairs of each chapter."""
    ran = run("parity", root, "--locale", "en")
    table = re.split(r"^chapter +confirmed.*$", ran.out, flags=re.MULTILINE)[1].split("\n")[1:-1]
    return {cells[0]: [int(cell) for cell in cells[1:5]] for cells in (line.split() for line in table)}


def found(run: Run, root: Path, *options: str) -> list[dict[str, object]]:
    ran = run("parity", root, "--format", "json", "--select", "PAR6", *options)
    return list(json.loads(ran.out))


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "paper" / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand once in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def lock(root: Path) -> Path:
    return root / "paper/parity.lock"


# ── edits ───────────────────────────────────────────────────────────────────────────────────────


def test_one_side_changed_is_stale_with_the_words_that_changed(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "tahun 2016", "tahun 2017")
    assert states(run, village)["01-kota"] == [3, 1, 0, 0]
    (stale,) = found(run, village)
    assert (stale["code"], stale["severity"], stale["path"], stale["line"]) == (
        "PAR601",
        "warning",
        "paper/en/01-kota.md",
        3,
    )
    assert "“2016.” → “2017.”" in str(stale["message"])
    assert stale["related"][0]["path"] == "paper/id/01-kota.md"  # type: ignore[index]


def test_a_release_fails_on_a_stale_pair(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "pelatihan pegawai", "pelatihan para pegawai")
    assert run("check", village).status == 0
    assert run("check", village, "--profile", "release").status == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bekerja sama dengan Kota Seoul", "bekerja sama\ndengan   Kota Seoul"),
        ("layanan publik", "layanan publik<!-- catatan -->"),
    ],
)
def test_what_does_not_matter_is_no_change(village: Path, run: Run, old: str, new: str) -> None:
    edit(village, "id/01-kota.md", old, new)
    assert states(run, village)["01-kota"] == [4, 0, 0, 0]


def test_quotes_and_the_name_of_a_key_do_not_matter(village: Path, run: Run) -> None:
    for tag, old in (("id", "setiap tahun."), ("en", "every year.")):
        edit(village, f"{tag}/02-desa.md", old, f'"{old[:-1]}" [@budi2020].')
    run("parity", "confirm", "02-desa", "--project", village)
    edit(village, "id/02-desa.md", '"setiap tahun" [@budi2020]', "“setiap tahun” [@wati2021]")
    assert states(run, village)["02-desa"] == [3, 0, 0, 0]


def test_both_sides_changed_is_to_be_looked_at_again(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "untuk pelatihan pegawai", "untuk pelatihan pegawai baru")
    edit(village, "en/01-kota.md", "training of its staff", "training of its new staff")
    assert states(run, village)["01-kota"] == [3, 0, 1, 0]
    (both,) = found(run, village)
    assert (both["code"], both["severity"]) == ("PAR602", "info")
    assert "numbers and citations are the same" in str(both["message"])


def test_confirming_a_place_confirms_that_pair_only(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "tahun 2016", "tahun 2017")
    edit(village, "id/02-desa.md", "setiap tahun", "setiap bulan")
    ran = run("parity", "confirm", "paper/en/01-kota.md:3", "--project", village)
    assert "confirmed: 1" in ran.err
    assert states(run, village) == {"01-kota": [4, 0, 0, 0], "02-desa": [2, 1, 0, 0]}


def test_a_place_without_a_pair_is_said(village: Path, run: Run) -> None:
    ran = run("parity", "confirm", "paper/id/09-laut.md:3", "--project", village)
    assert ran.status == 2
    assert "no pair is at paper/id/09-laut.md:3" in ran.err and "hint: " in ran.err


# ── splits, merges, moves, names ────────────────────────────────────────────────────────────────


def test_a_new_paragraph_is_new_and_the_others_stay(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "Kerja sama itu", "Warga kota membayar pajak.\n\nKerja sama itu")
    edit(village, "en/01-kota.md", "The cooperation", "The citizens pay taxes.\n\nThe cooperation")
    assert states(run, village)["01-kota"] == [4, 0, 0, 1]


def test_a_deleted_paragraph_leaves_its_line_only_until_the_next_confirmation(village: Path, run: Run) -> None:
    edit(village, "id/02-desa.md", "Desa menerima bantuan dari pemerintah pusat setiap tahun.\n\n", "")
    edit(village, "en/02-desa.md", "The village receives support from the central government every year.\n\n", "")
    assert states(run, village)["02-desa"] == [2, 0, 0, 0]
    assert [f["code"] for f in found(run, village)] == ["PAR605"]
    run("parity", "confirm", "02-desa", "--project", village)
    assert found(run, village) == []


def test_a_paragraph_that_one_language_lacks_for_a_while_keeps_its_confirmation(village: Path, run: Run) -> None:
    english = TEXTS["en"]["02-desa"][2]
    edit(village, "en/02-desa.md", f"\n\n{english}", "")
    assert "PAR605" not in [f["code"] for f in found(run, village)]
    edit(village, "id/01-kota.md", "untuk pelatihan pegawai", "untuk pelatihan pegawai baru")
    run("parity", "confirm", "01-kota", "--project", village)
    path = village / "paper/en/02-desa.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{english}\n", encoding="utf-8")
    assert states(run, village) == {"01-kota": [4, 0, 0, 0], "02-desa": [3, 0, 0, 0]}


def test_a_paragraph_moved_to_another_chapter_stays_confirmed(village: Path, run: Run) -> None:
    for tag, blocks in TEXTS.items():
        said = blocks["01-kota"][3]
        edit(village, f"{tag}/01-kota.md", f"\n\n{said}", "")
        path = village / "paper" / tag / "02-desa.md"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{said}\n", encoding="utf-8")
    assert states(run, village) == {"01-kota": [3, 0, 0, 0], "02-desa": [4, 0, 0, 0]}
    assert found(run, village) == []


def test_a_chapter_with_another_name_stays_confirmed(village: Path, run: Run) -> None:
    for tag in TEXTS:
        (village / "paper" / tag / "02-desa.md").rename(village / "paper" / tag / "03-kampung.md")
    assert states(run, village)["03-kampung"] == [3, 0, 0, 0]
    assert found(run, village) == []


def test_a_split_paragraph_is_stale_and_new_and_the_rest_stays(village: Path, run: Run) -> None:
    edit(village, "id/02-desa.md", "untuk memperbaiki", "setiap hari.\n\nMereka juga memakainya untuk memperbaiki")
    edit(village, "en/02-desa.md", "to repair roads", "every day.\n\nThey also use it to repair roads")
    now = states(run, village)["02-desa"]
    assert now[0] == 2 and sum(now) == 4, now


def test_the_identifier_of_a_pair_stays_when_its_text_changes(village: Path, run: Run) -> None:
    assert run("build", village, "--format", "html").status == 0
    page = village / "build/thesis.html"
    anchors = re.findall(r'id="(?:id-)?(p[a-z2-7]{5,})"', page.read_text(encoding="utf-8"))
    edit(village, "id/01-kota.md", "untuk pelatihan pegawai", "untuk pelatihan pegawai baru")
    assert run("build", village, "--format", "html").status == 0
    assert re.findall(r'id="(?:id-)?(p[a-z2-7]{5,})"', page.read_text(encoding="utf-8")) == anchors
    assert anchors


# ── two branches ────────────────────────────────────────────────────────────────────────────────


def test_branches_that_touched_different_paragraphs_merge_without_conflict(village: Path, run: Run) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main", *arguments]
        subprocess.run(command, cwd=village, check=True, capture_output=True)

    (village / ".gitattributes").write_text("paper/parity.lock merge=union\n", encoding="utf-8")
    (village / ".gitignore").write_text(".thesis-build/\n", encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "start")
    git("checkout", "-b", "satu")
    for name, old, new in (
        ("id/01-kota.md", "tahun 2016", "tahun 2017"),
        ("en/01-kota.md", "since 2016", "since 2017"),
    ):
        edit(village, name, old, new)
    run("parity", "confirm", ".", "--project", village)
    git("commit", "-am", "satu")
    git("checkout", "main")
    for name, old, new in (
        ("id/02-desa.md", "setiap tahun", "setiap bulan"),
        ("en/02-desa.md", "every year", "every month"),
    ):
        edit(village, name, old, new)
    run("parity", "confirm", ".", "--project", village)
    git("commit", "-am", "dua")
    git("merge", "satu")
    assert states(run, village) == {"01-kota": [4, 0, 0, 0], "02-desa": [3, 0, 0, 0]}


def test_two_lines_for_one_pair_that_disagree_count_neither(village: Path, run: Run) -> None:
    lines = lock(village).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("01-kota#p"))
    other = re.sub(r"id=[0-9a-f]{16}", "id=" + "0" * 16, lines[number])
    lock(village).write_text("\n".join([*lines, other]) + "\n", encoding="utf-8")
    assert states(run, village)["01-kota"] == [3, 0, 0, 1]
    codes = [f["code"] for f in found(run, village)]
    assert codes.count("PAR605") == 1
    run("parity", "confirm", "01-kota", "--project", village)
    assert states(run, village)["01-kota"] == [4, 0, 0, 0]
    assert found(run, village) == []


def test_the_same_line_twice_counts_once(village: Path, run: Run) -> None:
    text = lock(village).read_text(encoding="utf-8")
    lock(village).write_text(text + "".join(text.splitlines(keepends=True)[1:]), encoding="utf-8")
    assert states(run, village)["01-kota"] == [4, 0, 0, 0]
    assert found(run, village) == []


# ── a lock that is broken, old, or not there ────────────────────────────────────────────────────


def test_a_line_cut_in_half_is_named_and_costs_no_other_confirmation(village: Path, run: Run) -> None:
    lines = lock(village).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("02-desa#p"))
    lines[number] = lines[number][:40]
    lock(village).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert states(run, village)["02-desa"] == [2, 0, 0, 1]
    broken = [f for f in found(run, village) if f["code"] == "PAR605"]
    assert [(f["path"], f["line"]) for f in broken] == [("paper/parity.lock", number + 1)]
    edit(village, "id/01-kota.md", "tahun 2016", "tahun 2017")
    run("parity", "confirm", "01-kota", "--project", village)
    assert lines[number] in lock(village).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("part", [r" id=\S+", r" en=\S+", r" facts=\S+", r" \d{4}-\d\d-\d\d$"])
def test_a_line_without_one_of_its_parts_is_named_and_fails_a_release(village: Path, run: Run, part: str) -> None:
    lines = lock(village).read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith("02-desa#p"))
    lines[number] = re.sub(part, "", lines[number])
    lock(village).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert states(run, village)["02-desa"] == [2, 0, 0, 1]
    broken = [f for f in found(run, village) if f["code"] == "PAR605"]
    assert [(f["path"], f["line"]) for f in broken] == [("paper/parity.lock", number + 1)]
    assert run("check", village, "--profile", "release").status == 1
    run("parity", "confirm", "01-kota", "--project", village)
    assert lines[number] in lock(village).read_text(encoding="utf-8").splitlines()
    run("parity", "confirm", "02-desa", "--project", village)
    assert states(run, village)["02-desa"] == [3, 0, 0, 0]


def test_marks_of_a_conflict_are_named(village: Path, run: Run) -> None:
    text = lock(village).read_text(encoding="utf-8")
    lock(village).write_text(f"{text}<<<<<<< HEAD\n=======\n>>>>>>> satu\n", encoding="utf-8")
    assert [f["code"] for f in found(run, village)] == ["PAR605"] * 3
    assert states(run, village)["01-kota"] == [4, 0, 0, 0]


def test_a_lock_of_another_version_is_read_but_not_written(village: Path, run: Run) -> None:
    text = lock(village).read_text(encoding="utf-8").replace("lock 1\n", "lock 9\n")
    lock(village).write_text(text, encoding="utf-8")
    assert states(run, village)["01-kota"] == [4, 0, 0, 0]
    assert [f["code"] for f in found(run, village)] == ["PAR605"]
    ran = run("parity", "confirm", ".", "--project", village)
    assert ran.status == 2 and "another version" in ran.err
    assert lock(village).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{}\n" * 3, b"a#b id=x facts=y 2026\n"])
def test_a_lock_of_anything_is_survived(village: Path, run: Run, content: bytes) -> None:
    lock(village).write_bytes(content)
    ran = run("parity", village, "--format", "json")
    assert ran.status == 0 and "Traceback" not in ran.err


def test_without_a_lock_nothing_is_said_about_one(village: Path, run: Run) -> None:
    lock(village).unlink()
    assert found(run, village) == []
    assert states(run, village)["01-kota"] == [0, 0, 0, 4]


def test_check_and_build_never_write_the_lock(village: Path, run: Run) -> None:
    edit(village, "id/01-kota.md", "tahun 2016", "tahun 2017")
    before = lock(village).read_bytes()
    run("check", village)
    run("build", village, "--format", "html")
    run("parity", village)
    assert lock(village).read_bytes() == before


def test_a_change_is_reported_without_its_words_where_the_texts_are_gone(village: Path, run: Run) -> None:
    shutil.rmtree(village / ".thesis-build")
    edit(village, "id/01-kota.md", "tahun 2016", "tahun 2017")
    (stale,) = found(run, village)
    assert stale["code"] == "PAR601" and "→" not in str(stale["message"])
