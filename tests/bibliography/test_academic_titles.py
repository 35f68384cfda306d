"""What is written with a name but is no part of it."""

from __future__ import annotations

import pytest

from thesis_build.bibliography.academic_titles import ET_AL, persons_meant, separators, untitled
from thesis_build.bibliography.person_names import names


@pytest.mark.parametrize(
    ("written", "parts", "titles"),
    [
        ("Sutanto, Budi", ("Sutanto", "Budi"), ()),
        ("Sutanto, Budi, S.Kom., M.T.", ("Sutanto", "Budi"), ("S.Kom.", "M.T.")),
        ("Sutanto, Budi, Ph.D.", ("Sutanto", "Budi"), ("Ph.D.",)),
        ("Prof. Dr. Ir. Budi Sutanto", ("Budi Sutanto",), ("Prof.", "Dr.", "Ir.")),
        ("Dr. Budi Sutanto, M.Si.", ("Budi Sutanto",), ("Dr.", "M.Si.")),
        ("Ana Wijaya S.Pd. M.Pd.", ("Ana Wijaya",), ("S.Pd.", "M.Pd.")),
        ("Goodrich, M.T.", ("Goodrich", "M.T."), ()),
        ("Sutanto, Jr., M.T.", ("Sutanto", "Jr.", "M.T."), ()),
        ("Sutanto, Budi, dkk.", ("Sutanto", "Budi"), ()),
        ("Drajat, Ana", ("Drajat", "Ana"), ()),
    ],
)
def test_a_name_is_read_without_its_titles(written: str, parts: tuple[str, ...], titles: tuple[str, ...]) -> None:
    (name,) = names(written)
    assert untitled(name) == (parts, titles)


@pytest.mark.parametrize("written", ["et al.", "et al", "et. al.", "dkk.", "dan kawan-kawan", "Others", "{et al.}"])
def test_et_al_in_words_is_known(written: str) -> None:
    assert ET_AL.fullmatch(written)


@pytest.mark.parametrize("written", ["others", "Alia", "Dani", "et"])
def test_names_and_others_are_not_et_al(written: str) -> None:
    assert not ET_AL.fullmatch(written)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Sutanto, Budi; Wijaya, Ana", [";"]),
        ("Budi Sutanto \\& Ana Wijaya", ["&"]),
        ("Sutanto, Budi dan Wijaya, Ana", ["dan"]),
        ("Budi Sutanto dan Ana Wijaya", ["dan"]),
        ("{Riset; Inovasi}", []),
        ("Badan Riset dan Inovasi", []),
        ("Sutanto AT&T", []),
        ("Jos&eacute; Budi", []),
        ("Ramadan", []),
    ],
)
def test_separators_are_found_between_persons(written: str, found: list[str]) -> None:
    (name,) = names(written)
    assert [separator for _, _, separator in separators(name)] == found
    assert all(separator in name.text[start:end] for start, end, separator in separators(name))


@pytest.mark.parametrize(
    ("parts", "meant"),
    [
        (("Sutanto", "Wijaya", "Pratama"), ("Sutanto", "Wijaya", "Pratama")),
        (("Budi Sutanto", "Ana Wijaya"), ("Budi Sutanto", "Ana Wijaya")),
        (("Sutanto", "B.", "Wijaya", "A. N."), ("Sutanto, B.", "Wijaya, A. N.")),
        (("Sutanto", "Budi"), ()),
        (("Sutanto", "Budi Ana", "Wijaya"), ()),
        (("Sutanto", ""), ()),
    ],
)
def test_commas_may_separate_persons(parts: tuple[str, ...], meant: tuple[str, ...]) -> None:
    assert persons_meant(parts) == meant
