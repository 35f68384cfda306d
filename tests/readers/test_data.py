"""Tables that no thesis has: a small file must not fill the memory."""

from __future__ import annotations

import time
from pathlib import Path

from thesis_build.readers.data import read_data
from thesis_build.tools.project_files import DiskFiles


def test_a_table_of_too_many_cells_is_read_in_part(tmp_path: Path) -> None:
    folder = tmp_path / "paper" / "data"
    folder.mkdir(parents=True)
    head = ",".join(f"c{number}" for number in range(20_000))
    (folder / "a.csv").write_text(head + "\n1" * 50_000, encoding="utf-8")
    (folder / "a.yaml").write_text("columns: {d: {head: {id: D}}}\n", encoding="utf-8")
    start = time.process_time()
    data = read_data(DiskFiles(tmp_path))
    assert time.process_time() - start < 5
    assert len(data.tables["a.csv"].rows) == 50
    large, column = data.problems
    assert (large.span.line, large.message["en"]) == (52, "this table has more than a million cells")
    assert column.hint["en"].endswith("c18, c19, …")
