"""Derived results belong to the value they come from, and to nothing else."""

from __future__ import annotations

import ast
import gc
import weakref
from dataclasses import dataclass, field, replace

import pytest

from tests.conftest import ROOT
from thesis_build.model import Source, derived
from thesis_build.model.derived import Memo

OF_A_RUN = {"Project", "Chapter", "Library", "Source", "Manuscript", "Settings"}
"""Values that are read anew in every run: a cache of the process must not be keyed by them."""


@dataclass(frozen=True, eq=False)
class Text:
    words: str
    memo: Memo = field(default_factory=dict, init=False, repr=False, compare=False)


def test_a_result_is_worked_out_once_for_each_value_and_arguments() -> None:
    calls: list[tuple[str, int]] = []

    @derived
    def repeated(text: Text, times: int) -> str:
        calls.append((text.words, times))
        return text.words * times

    one, other = Text("a"), Text("a")
    assert [repeated(one, 2), repeated(one, 2), repeated(one, 3), repeated(other, 2)] == ["aa", "aa", "aaa", "aa"]
    assert calls == [("a", 2), ("a", 3), ("a", 2)]


def test_two_functions_do_not_share_results() -> None:
    upper = derived(lambda text: text.words.upper())
    length = derived(lambda text: len(text.words))
    text = Text("abc")
    assert (upper(text), length(text)) == ("ABC", 3)


def test_a_changed_copy_begins_anew() -> None:
    length = derived(lambda source: len(source.text))
    source = Source("a.md", "one")
    assert length(source) == 3
    changed = replace(source, text="three")
    assert length(changed) == 5
    assert source == Source("a.md", "one"), "what is kept is no part of the value"


def test_results_go_with_their_value() -> None:
    class Heavy:
        pass

    heavy = derived(lambda _: Heavy())
    text = Text("a")
    result = weakref.ref(heavy(text))
    assert result() is not None
    del text
    gc.collect()
    assert result() is None


def test_an_error_is_not_kept() -> None:
    seen: list[int] = []

    @derived
    def fragile(text: Text) -> str:
        seen.append(1)
        if len(seen) == 1:
            raise ValueError("once")
        return text.words

    text = Text("a")
    with pytest.raises(ValueError, match="once"):
        fragile(text)
    assert fragile(text) == "a"


def test_no_cache_of_the_process_is_keyed_by_a_value_of_a_run() -> None:
    found = []
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            decorators = {
                name.id for each in node.decorator_list for name in ast.walk(each) if isinstance(name, ast.Name)
            }
            annotations = [argument.annotation for argument in node.args.args if argument.annotation]
            named = {name.id for each in annotations for name in ast.walk(each) if isinstance(name, ast.Name)}
            if decorators & {"cache", "lru_cache"} and named & OF_A_RUN:
                found.append(f"{path.name}:{node.name}")
    assert found == []
