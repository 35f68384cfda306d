"""A small sample of the measure on this repository's thesis: each defect is found where it is, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import ROOT
from tests.parity.mutate_thesis import KINDS, Thesis, judge, mutants, read
from thesis_build.tools.pandoc import Pandoc

SURE = (
    "delete", "add", "move", "delete_in_both", "split", "delete_section", "move_section",
    "untranslate", "change_citation", "change_heading_level", "drop_table_row", "add_footnote",
)  # fmt: skip


@pytest.fixture(scope="module")
def thesis() -> Iterator[Thesis]:
    with Pandoc(1) as pandoc:
        yield Thesis(read(ROOT, pandoc, plain=True), pandoc)


@pytest.mark.parametrize("kind", SURE)
def test_a_defect_is_found_where_it_is(thesis: Thesis, kind: str) -> None:
    assert kind in KINDS
    (mutant,) = mutants(thesis, "sample", 1, [kind])
    right, wrong = judge(mutant, thesis.new(mutant), thesis)
    assert right, mutant.label
    assert not wrong, [(finding.span, finding.message["en"]) for finding in wrong]
