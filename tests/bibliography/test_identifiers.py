"""DOI, ISBN and ISSN as they are written in fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thesis_build.bibliography.identifiers import doi_of, is_isbn, is_issn, numbers, registered_doi


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_no_isbn(digits: list[int], place: int, step: int) -> None:
    check = -sum((10 - number) * digit for number, digit in enumerate(digits)) % 11
    written = "".join(map(str, digits)) + ("X" if check == 10 else str(check))
    assert is_isbn(written)
    if written[place] != "X":
        wrong = written[:place] + str((int(written[place]) + step) % 10) + written[place + 1 :]
        assert not is_isbn(wrong)


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_no_isbn_of_thirteen(digits: list[int], place: int, step: int) -> None:
    body = [9, 7, 8, *digits]
    check = -sum(digit * (3 if number % 2 else 1) for number, digit in enumerate(body)) % 10
    right = [*body, check]
    wrong = [*right[:place], (right[place] + step) % 10, *right[place + 1 :]]
    assert is_isbn("".join(map(str, right)))
    assert not is_isbn("".join(map(str, wrong)))


def test_an_issn_may_end_in_ten() -> None:
    assert is_issn("1050124X")
    assert not is_issn("10501240")
    assert not is_issn("1050X124")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ISBN-13: 978-0-306-40615-7 (cet. 2)", ["978-0-306-40615-7"]),
        ("9780306406157 0306406152", ["9780306406157", "0306406152"]),
        ("978 0 306 40615 7; 2049-3630 (Print)", ["978 0 306 40615 7", "2049-3630"]),
        ("jilid 2", []),
    ],
)
def test_numbers_are_found_where_they_stand(written: str, found: list[str]) -> None:
    listed = list(numbers(written))
    assert [number.text for number in listed] == found
    assert all(written[number.start :].startswith(number.text) for number in listed)


@given(st.text(alphabet="10./:doikta()<>;_\\{}$% hps", max_size=40))
def test_a_doi_that_was_taken_out_is_one(value: str) -> None:
    doi = doi_of(value)
    assert not doi or doi_of(doi) == doi


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1234/Kota", "10.1234/kota"),
        ("https://doi.org/10.1234/kota", "10.1234/kota"),
        ("http://dx.doi.org/10.1234/kota", "10.1234/kota"),
        ("doi: 10.1234/kota", "10.1234/kota"),
        (r"10.1007/978-3-319-1\_2", "10.1007/978-3-319-1_2"),
        ("10.1002/(SICI)1097<1::AID>3.0.CO;2-#", "10.1002/(sici)1097<1::aid>3.0.co;2-#"),
        ("10.1234/kota.", "10.1234/kota"),
        ("10/abc1", ""),
        ("10.1234/kota baru", ""),
        ("kota", ""),
        ("", ""),
    ],
)
def test_a_doi_has_one_form_for_registries(written: str, doi: str) -> None:
    assert registered_doi(written) == doi


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1234/Kota", "10.1234/Kota"),
        ("https://doi.org/https://doi.org/10.1234/kota", "10.1234/kota"),
        (r"\url{https://doi.org/10.1234/a\_b}", "10.1234/a_b"),
        ("https://doi.org/10.1234/a%3Cb%3E", "10.1234/a<b>"),
        ("doi:10.1234/kota.", "10.1234/kota"),
        ("(10.1234/kota)", ""),
        ("10.1234/kota)", "10.1234/kota"),
        ("10.1016/S0140(20)30183", "10.1016/S0140(20)30183"),
        ("10/abc1", "10/abc1"),
        ("10.12/kota", ""),
        ("-", ""),
    ],
)
def test_a_doi_is_taken_out_of_what_is_written(written: str, doi: str) -> None:
    assert doi_of(written) == doi
