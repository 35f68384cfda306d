"""An item of a list that the other language lacks while it has the items before and after."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.align.one_to_one import Matched
from thesis_build.alignment.compare import lists
from thesis_build.alignment.compare.lists import list_items
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import MissingClause
from thesis_build.alignment.kinds import Kind

EN = 0


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("We saw rice, tea, and salt.", ["We saw rice", "tea", "salt"]),
        ("We saw rice, tea and salt.", ["We saw rice", "tea", "salt"]),
        ("Then we saw rice, tea, or salt here and.", ["we saw rice", "tea", "salt here and"]),
        ("Today we saw rice, *tea*, _milk_, and salt in all the shops.", ["we saw rice", "tea", "milk", "salt in all"]),
        ("Rice, tea, and salt.", ["Rice", "tea", "salt"]),
        ("White rice, tea, and salt.", ["White rice", "tea", "salt"]),
        # no list: one item, a conjunction at either end
        ("We saw rice and salt.", None),
        ("And rice, tea.", None),
        ("Rice, tea, and", None),
        (", and salt.", None),
        ("And, and salt.", None),
        # another mark ends it, and so does an item of a clause
        ("We saw (rice, tea, and salt).", None),
        ("We saw: rice, tea, milk, and salt.", ["tea", "milk", "salt"]),
        ("We saw rice (old), tea, milk, and salt.", None),
        ("We saw rice; tea, and salt.", None),
        ("Rice, tea, _milk, and salt.", ["Rice", "tea", "milk", "salt"]),
        ("We saw rice, tea, milk; and salt.", None),
        ("Rice, one two three four five six, and salt.", ["Rice", "one two three four five six", "salt"]),
        ("Rice, one two three four five six seven, and salt.", None),
        ("One two three four five six seven, tea, and salt.", ["five six seven", "tea", "salt"]),
        ("Rice, one two three four five six seven, tea, and salt.", ["five six seven", "tea", "salt"]),
    ],
)
def test_the_items_of_a_list(text: str, items: list[str] | None) -> None:
    texts, bead = sentence_pair("Ya.", text)
    found = [[" ".join(token.text for token in item) for item in each] for each in lists._lists(texts, EN, bead)]
    assert (found[0] if found else None) == items


def test_every_conjunction_ends_a_list() -> None:
    texts, bead = sentence_pair("Ya.", "Rice, tea, and salt, milk, or fruit. Maize, beans, and peas.")
    assert len(list(lists._lists(texts, EN, bead))) == 3


LONG = "Petani menjual padi, jagung, buah, dan garam di pasar."
SHORT = "Farmers sell rice, fruit, and salt in the market."


def test_the_item_that_the_other_side_lacks() -> None:
    texts, _ = sentence_pair(LONG, SHORT)
    (found,) = list_items(texts, Extents())
    start = LONG.index("jagung")
    assert (found.kind, found.language) == (Kind.CLAUSE_MISSING, "en")
    assert found.extents == {"en": (0, len(SHORT)), "id": (start, start + len("jagung"))}
    assert found.evidence == MissingClause("jagung")


def test_the_item_that_the_first_side_has_more() -> None:
    english = "Farmers sell rice, fresh maize, fruit, and salt in the market."
    indonesian = "Petani menjual padi, buah, dan garam di pasar."
    texts, _ = sentence_pair(indonesian, english)
    (found,) = list_items(texts, Extents())
    assert (found.language, found.evidence) == ("id", MissingClause("fresh maize"))
    assert found.extents == {"id": (0, len(indonesian)), "en": (19, 30)}
    assert list(list_items(texts, texts.extents((0, 0)))) == []


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Petani menjual padi, buah, dan garam di pasar.", SHORT),
        # a word that the other side has more may stand for it
        (LONG, "Farmers sell rice, fruit, and salt in the big market."),
        # a word that says nothing, or that begins with a preposition
        ("Petani menjual padi, hal, buah, dan garam di pasar.", SHORT),
        ("Petani menjual padi, dengan jagung, buah, dan garam di pasar.", SHORT),
        # the item before or after it is missing too
        ("Petani menjual padi, jagung, teh, buah, dan garam di pasar.", SHORT),
        # the neighbours do not follow each other
        (LONG, "Farmers sell fruit, rice, and salt in the market."),
        (LONG, "Farmers sell rice in the city in the village in the market in the country, fruit, and salt."),
    ],
)
def test_no_item_is_missing(indonesian: str, english: str) -> None:
    texts, _ = sentence_pair(indonesian, english)
    assert [each.evidence for each in list_items(texts, Extents())] == []


@pytest.mark.parametrize(
    ("partners", "items", "missing"),
    [
        ([0, None, 1], [[0], [1], [2]], [1]),
        ([0, None, 4], [[0], [1], [2]], [1]),
        ([0, None, 5], [[0], [1], [2]], []),
        ([3, None, 3], [[0], [1], [2]], []),
        ([4, None, 3], [[0], [1], [2]], []),
        ([None, None, 1], [[0], [1], [2]], []),
        ([0, None, None], [[0], [1], [2]], []),
        ([0, -1, 1], [[0], [1], [2]], []),
        ([0, 2, 1], [[0], [1], [2]], []),
        ([-1, None, 1], [[0], [1], [2]], []),
        ([0, None, -1], [[0], [1], [2]], []),
        # of an item of several words the one nearest to the missing item that has a partner
        ([9, 0, None, 1, 9], [[0, 1], [2], [3, 4]], [1]),
        ([0, None, None, None, 1], [[0, 1], [2], [3, 4]], [1]),
        ([7, 8, 9, None, 12], [[0, 1, 2], [3], [4]], [1]),
        ([0, None, 1, 2], [[0], [1, 2], [3]], []),
        # every item but the first and last may be missing
        ([0, None, 1, None, 2], [[0], [1], [2], [3], [4]], [1, 3]),
        ([0, 1, 2, None, 3], [[0], [1], [2], [3], [4]], [3]),
        ([0, None, 1], [[0], [1], [2], []], []),
    ],
)
def test_which_items_are_missing(partners: list[int | None], items: list[list[int]], missing: list[int]) -> None:
    texts, bead = sentence_pair("Ya.", " ".join(["medicine"] * len(partners)))
    tokens = tuple(texts.tokens(EN, bead.sentences[EN]))
    here = Matched(tokens, tuple(partners), tuple(partner is not None for partner in partners))
    assert list(lists._missing(texts, EN, items, (here, Matched((), (), ())))) == missing
    # a telling word that the other side has more may stand for one
    other = tuple(sentence_pair("Obat.", "Yes.")[0].sentence(1, 0).content)
    taken, free = (Matched(other, (None,), (linked,)) for linked in (True, False))
    assert list(lists._missing(texts, EN, items, (here, taken))) == missing
    assert list(lists._missing(texts, EN, items, (here, free))) == []


def test_an_item_that_tells_nothing_may_be_left_out_and_the_next_is_looked_at() -> None:
    texts, bead = sentence_pair("Ya.", "medicine zzyzx medicine medicine medicine")
    tokens = tuple(texts.tokens(EN, bead.sentences[EN]))
    here = Matched(tokens, (0, None, 1, None, 2), (True, False, True, False, True))
    assert list(lists._missing(texts, EN, [[0], [1], [2], [3], [4]], (here, Matched((), (), ())))) == [3]
