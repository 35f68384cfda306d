"""Which fixes are applied to a text, in which order, and the diff that shows them."""

from __future__ import annotations

from pathlib import Path

from thesis_build.linter.fixes import FixedTexts, apply_fixes
from thesis_build.model import Edit, Finding, Fix, Severity, Span

TEXT = "one two three\nfour five six\nseven\n"


def edit(line: int, column: int, end: int, new: str, path: str = "a.md", end_line: int = 0) -> Edit:
    return Edit(Span(path, line, column, end_line or line, end), new)


def finding(*edits: Edit, safe: bool = True) -> Finding:
    words = {"en": "odd", "id": "ganjil"}
    return Finding("ZZZ001", "odd", Severity.INFO, Span("a.md"), words, words, fix=Fix(edits, safe) if edits else None)


def fixed(*findings: Finding, unsafe: bool = False, text: str = TEXT) -> FixedTexts:
    return apply_fixes(findings, {"a.md": text, "b.md": "b\n"}, unsafe=unsafe)


def test_edits_are_applied_by_position_in_any_order() -> None:
    done = fixed(finding(edit(2, 6, 10, "5")), finding(), finding(edit(1, 1, 4, "1"), edit(3, 1, 6, "7")))
    assert done.texts == {"a.md": "1 two three\nfour 5 six\n7\n"}
    assert (done.count, done.edits) == (2, {"a.md": [(0, 3, "1"), (19, 23, "5"), (28, 33, "7")]})


def test_an_edit_may_cross_lines_and_insert() -> None:
    done = fixed(finding(edit(1, 9, 5, "", end_line=2)), finding(edit(3, 6, 6, "!")))
    assert done.texts == {"a.md": "one two  five six\nseven!\n"}


def test_an_unsafe_fix_waits_until_it_is_asked_for() -> None:
    careful, bold = finding(edit(1, 1, 4, "1")), finding(edit(2, 1, 5, "4"), safe=False)
    assert fixed(bold, careful).texts == {"a.md": "1 two three\nfour five six\nseven\n"}
    assert fixed(bold, careful).count == 1
    assert fixed(bold, careful, unsafe=True).texts == {"a.md": "1 two three\n4 five six\nseven\n"}


def test_of_fixes_that_overlap_the_first_is_applied_whole_and_the_other_not_at_all() -> None:
    done = fixed(finding(edit(1, 1, 8, "12")), finding(edit(1, 5, 14, "23"), edit(3, 1, 6, "7")))
    assert (done.texts, done.count) == ({"a.md": "12 three\nfour five six\nseven\n"}, 1)
    done = fixed(finding(edit(1, 5, 14, "23")), finding(edit(1, 1, 8, "12")))
    assert done.texts == {"a.md": "one 23\nfour five six\nseven\n"}


def test_edits_that_touch_do_not_overlap() -> None:
    first, second = finding(edit(1, 1, 4, "1")), finding(edit(1, 4, 5, "-"))
    for done in (fixed(first, second), fixed(second, first)):
        assert (done.texts, done.count) == ({"a.md": "1-two three\nfour five six\nseven\n"}, 2)


def test_two_insertions_at_one_position_overlap_and_equal_edits_are_one() -> None:
    one, same, other = (finding(edit(1, 4, 4, text)) for text in ("!", "!", "?"))
    done = fixed(one, same, other)
    assert (done.texts, done.count) == ({"a.md": "one! two three\nfour five six\nseven\n"}, 2)


def test_a_fix_of_an_unknown_file_is_left_out_and_others_go_on() -> None:
    done = fixed(finding(edit(1, 1, 4, "1"), edit(1, 1, 2, "c", "c.md")), finding(edit(1, 1, 2, "B", "b.md")))
    assert (done.texts, done.count, set(done.edits)) == ({"b.md": "B\n"}, 1, {"b.md"})


def test_nothing_to_fix_gives_nothing() -> None:
    assert fixed(finding()) == FixedTexts()


def test_the_diff_names_the_files_and_shows_three_lines_around() -> None:
    text = "".join(f"{number}\n" for number in range(1, 10))
    done = apply_fixes(
        [finding(edit(9, 1, 2, "nine"), edit(1, 1, 2, "B", "b.md"))], {"b.md": "b\n", "a.md": text}, unsafe=False
    )
    assert done.diff == (
        "--- a/a.md\n+++ b/a.md\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+nine\n--- a/b.md\n+++ b/b.md\n@@ -1 +1 @@\n-b\n+B\n"
    )


def test_the_diff_says_where_a_file_does_not_end_in_a_line_end() -> None:
    done = fixed(finding(edit(1, 1, 4, "1")), text="one")
    assert done.diff == (
        "--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+1\n\\ No newline at end of file\n"
    )


def contents(tmp_path: Path, raw: bytes, *edits: Edit) -> bytes:
    (tmp_path / "a.md").write_bytes(raw)
    text = raw.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n")
    done = apply_fixes([finding(*edits)], {"a.md": text}, unsafe=False)
    return done.contents(tmp_path)["a.md"]


def test_bytes_keep_their_mark_and_their_line_ends(tmp_path: Path) -> None:
    edits = (edit(1, 1, 4, "1\n"), edit(2, 1, 5, "4"))
    assert contents(tmp_path, b"one\nfour\n", *edits) == b"1\n\n4\n"
    assert contents(tmp_path, b"one\r\nfour\r\n", *edits) == b"1\r\n\r\n4\r\n"
    assert contents(tmp_path, b"\xef\xbb\xbfone\r\nfour\r\n", *edits) == b"\xef\xbb\xbf1\r\n\r\n4\r\n"
    assert contents(tmp_path, "“a”\r\nfour".encode(), edit(2, 5, 5, "!")) == "“a”\r\nfour!".encode()


def test_a_new_line_ends_as_most_lines_of_the_file(tmp_path: Path) -> None:
    assert contents(tmp_path, b"one\r\ntwo\nx\n", edit(2, 1, 4, "2\n")) == b"one\r\n2\n\nx\n"
    assert contents(tmp_path, b"one\r\ntwo\r\nx\n", edit(3, 1, 2, "y\n")) == b"one\r\ntwo\r\ny\r\n\n"
    assert contents(tmp_path, b"one\r\ntwo\n", edit(1, 1, 4, "1\n")) == b"1\n\r\ntwo\n"


def test_an_edit_over_a_line_end_takes_all_of_it(tmp_path: Path) -> None:
    assert contents(tmp_path, b"one\r\nfour\r\nx", edit(1, 3, 3, "", end_line=2)) == b"onur\r\nx"
    assert contents(tmp_path, b"a\rb\r\nc", edit(2, 1, 2, "d")) == b"a\rb\r\nd"


def test_a_file_that_went_away_is_written_anew(tmp_path: Path) -> None:
    done = apply_fixes([finding(edit(1, 1, 1, "new\n"))], {"a.md": ""}, unsafe=False)
    assert done.contents(tmp_path) == {"a.md": b"new\n"}
