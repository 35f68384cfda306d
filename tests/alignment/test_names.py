"""What is written as a name, and in which form it is counted."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.compare import names, neighbours
from thesis_build.alignment.compare.names import count_forms, form, is_name
from thesis_build.alignment.compare.neighbours import around, run, span
from thesis_build.alignment.compare.terms import TermOccurrences
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import Token, segmented


def tokens(text: str) -> list[Token]:
    return [token for sentence in segmented(Passage("en", text)).sentences for token in sentence.tokens]


def token(text: str, said: str) -> Token:
    return next(each for each in tokens(text) if each.text == said)


@pytest.mark.parametrize(
    ("text", "said", "named"),
    [
        ("We used Kubernetes here.", "Kubernetes", True),
        ("Kubernetes was used here.", "Kubernetes", False),  # a capital at the beginning of a sentence says nothing
        ("GeoJSON was used here.", "GeoJSON", True),
        ("We used eBay data here.", "eBay", True),
        ("We used YOLOv8 here.", "YOLOv8", True),
        ("We used ropes here.", "ropes", False),
        ("We visited Stage XIV again.", "XIV", False),
    ],
)
def test_names(text: str, said: str, named: bool) -> None:
    assert is_name(token(text, said)) is named


def test_a_name_is_counted_without_capitals_and_plural() -> None:
    assert form(token("We met Robots there.", "Robots")) == "robot"
    counts = count_forms(tokens("Nomads and YOLOv8 met a Nomad 12 times."))
    assert (counts["nomad"], counts["yolov8"], counts["12"]) == (2, 1, 0)


def test_the_neighbours_of_a_word_are_two_content_words_on_each_side() -> None:
    text = "Old farmers carefully planted fresh Nomad rice and muddy rivers."
    every = tokens(text)
    named = token(text, "Nomad")
    assert [each.text for each in around(every, [named])] == ["planted", "fresh", "rice", "muddy"]
    assert [each.text for each in around(every, [every[0]])] == ["farmers", "carefully"]
    assert [each.text for each in around(every, [every[-1]])] == ["rice", "muddy"]


def test_words_with_a_capital_in_a_row() -> None:
    text = "We saw Uni Eropa Baru there."
    every = tokens(text)
    assert [run(every, each) for each in every] == [1, 1, 3, 3, 3, 1]
    start, end = span(every[2:5])
    assert text[start:end] == "Uni Eropa Baru"


Places = tuple[list[str], list[str]]


def differing(indonesian: str, english: str, *known: str) -> list[tuple[str, Places, list[str]]]:
    """The names that two sentences do not have equally often: label, places (English first), forms."""
    texts, bead = sentence_pair(indonesian, english)
    tokens = [token for side in (0, 1) for token in texts.tokens(side, bead.sentences[side])]
    taken = frozenset(token for token in tokens if token.text in known)
    found = names.differing_names(texts, bead, taken)
    return [
        (unit.label, ([p.text for (p,) in unit.places[0]], [p.text for (p,) in unit.places[1]]), sorted(unit.forms))
        for unit in found
    ]


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        ("Kami di Bandung.", "We are here.", [("bandung", ([], ["Bandung"]), ["bandung"])]),
        ("Kami di sini.", "We are in Bandung.", [("bandung", (["Bandung"], []), ["bandung"])]),
        ("Kami di Bandung.", "We are in Bandung.", []),
        ("Kami memakai Robot.", "We used Robots.", []),
        # a name and its translation are one
        (
            "Kami di Indonesia dan Jerman.",
            "We are in Indonesia and Germany and Germany.",
            [("germany", (["Germany", "Germany"], ["Jerman"]), ["germany", "jerman"])],
        ),
        ("Kami di Jerman.", "We are in Germany.", []),
        # more than half must be written as names; those that are not come first
        ("Kami bertemu Budi dan budi.", "We met them.", []),
        (
            "Kami bertemu Budi, Budi, dan budi.",
            "We met budi.",
            [("budi", (["budi"], ["budi", "Budi", "Budi"]), ["budi"])],
        ),
        ("Kami bertemu Budi.", "We met budi.", []),
        # titles, and words that say nothing
        ("Kami bertemu Prof Budi.", "We met Budi.", []),
        ("Kami bertemu Budi.", "We met Mr Budi.", []),
        ("Kami bertemu Budi.", "We met Budi and The.", []),
        ("Kami bertemu Budi.", "We met Budi and THE.", [("the", (["THE"], []), ["the"])]),
        ("Kami memakai YOLOv8.", "We used it.", [("yolov8", ([], ["YOLOv8"]), ["yolov8"])]),
        ("Kami memakai 12.", "We used it.", []),
        # acronyms that the other side spells out, and names that it runs together
        ("Kami memakai CNN di sini.", "We use a convolutional neural network here.", []),
        ("Kami memakai jaringan saraf tiruan di sini.", "We use JST here.", []),
        ("Kami memakai OSM.", "We use OpenStreetMap.", []),
        ("Kami memakai OpenStreetMap.", "We use OSM.", []),
        ("Kami memakai OSM Tracker.", "We use OSMTracker.", []),
        ("Kami memakai OSMTracker.", "We use OSM Tracker.", []),
        (
            "Kami memakai OSMTracker dan CNN.",
            "We use OSM Tracker.",
            [("cnn", ([], ["CNN"]), ["cnn"])],
        ),
        # part of words that the other side has a translation of
        ("Bahasa Indonesia itu di sini.", "The Indonesian language is here.", []),
    ],
)
def test_names_that_differ(indonesian: str, english: str, expected: list[tuple[str, Places, list[str]]]) -> None:
    assert differing(indonesian, english) == expected


def test_what_belongs_to_a_term_is_no_name() -> None:
    assert differing("Kami di Bandung.", "We are here.", "Bandung") == []
    assert len(differing("Kami di Bandung dan Jambi.", "We are here.", "Bandung")) == 1


@pytest.mark.parametrize(
    ("text", "there", "spelt"),
    [
        ("We use CNN.", "a convolutional neural network here", ["CNN", "convolutional", "neural", "network"]),
        ("We use CNN.", "convolutional neural network", ["CNN", "convolutional", "neural", "network"]),
        ("We use UE.", "the Uni Eropa here", ["UE", "Uni", "Eropa"]),
        ("We use UE and CNN.", "Uni Eropa", ["UE", "Uni", "Eropa"]),
        ("We use CNN and UE.", "Uni Eropa", ["UE", "Uni", "Eropa"]),
        ("We use UE.", "Uni Eropa, Unter Ebene", ["UE", "Uni", "Eropa"]),
        # two words without capitals, or small ones
        ("We use UE.", "united europe", []),
        ("We use UTE.", "united the europe", []),
        # the acronym stands there too, or spells what stands here
        ("We use UE.", "Uni Eropa UE", []),
        ("We use Uni Eropa UE.", "Uni Eropa", []),
        # one letter, no capitals, no letters
        ("We use U.", "Uni", []),
        ("We use Ue.", "Uni Eropa", []),
        ("We use U2.", "Uni 2000", []),
        ("We use UX.", "Uni Eropa", []),
    ],
)
def test_acronyms_that_the_other_side_spells_out(text: str, there: str, spelt: list[str]) -> None:
    found = names._spelt_out(tokens(text), tokens(there))
    assert {each.text for each in found} == set(spelt)


@pytest.mark.parametrize(
    ("text", "there", "joined"),
    [
        ("We use OpenStreetMap.", "an OSM map", ["OpenStreetMap", "OSM"]),
        ("We use OSMTracker.", "an OSM Tracker here", ["OSMTracker", "OSM", "Tracker"]),
        ("We use OSMTracker.", "an OSM here Tracker", []),
        ("We use OSMTracker.", "the OSM", []),
        ("We use Openmap.", "O", []),
        ("We use OpenMap.", "the OM", ["OpenMap", "OM"]),
        ("We use MAsPE.", "a MAPE", []),
        ("We use OpMa.", "an OM", ["OpMa", "OM"]),
        ("We use OpM.", "an OM", []),
        ("We use open and OpenMap.", "the OM", ["OpenMap", "OM"]),
    ],
)
def test_names_that_the_other_side_writes_as_one_word_or_by_their_capitals(
    text: str, there: str, joined: list[str]
) -> None:
    found = names._run_together(tokens(text), tokens(there))
    assert {each.text for each in found} == set(joined)


@pytest.mark.parametrize(
    ("text", "said", "named"),
    [
        ("We read The Times here.", "The", False),
        ("We read about Xi here.", "Xi", True),
        ("We used 12 here.", "12", False),
        ("We read about B here.", "B", False),
        ("We used A-12 here.", "A-12", True),
    ],
)
def test_short_words_and_numbers(text: str, said: str, named: bool) -> None:
    assert is_name(token(text, said)) is named


def test_a_code_is_counted_as_it_is() -> None:
    assert form(token("We used YOLOv8s here.", "YOLOv8s")) == "yolov8s"


# ── neighbours ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Uni Eropa here", [2, 2, 1]),
        ("here Uni Eropa", [1, 2, 2]),
        ("Uni", [1]),
        ("uni Eropa uni Baru", [1, 1, 1, 1]),
        ("Uni eropa Uni", [1, 1, 1]),
    ],
)
def test_rows_of_capitals_at_the_ends_of_a_text(text: str, lengths: list[int]) -> None:
    every = tokens(text)
    assert [neighbours.run(every, each) for each in every] == lengths


def test_the_neighbours_at_the_beginning() -> None:
    every = tokens("Old farmers planted rice.")
    assert [each.text for each in around(every, [every[1]])] == ["Old", "planted", "rice"]


def test_a_neighbour_counts_once_it_has_a_sure_partner() -> None:
    texts, bead = sentence_pair("Obat aman itu murah.", "Safe medicine is cheap of zzyzx.")
    english, indonesian = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    named = {each.text: each for each in english}
    assert neighbours.shared_neighbours(texts, 0, list(named.values()), indonesian) == 3
    assert neighbours.shared_neighbours(texts, 0, [named["zzyzx"]], indonesian) == 0
    assert neighbours.shared_neighbours(texts, 0, [named["Safe"]], indonesian[:1]) == 0
    assert neighbours.shared_neighbours(texts, 1, indonesian, [named["medicine"], named["Safe"]]) == 2


@pytest.mark.parametrize(
    ("text", "said", "known"),
    [
        ("Zzyzx medicine Kwyjibo kwyjibo GeoJSON geo of", "Zzyzx", False),
        ("Zzyzx medicine Kwyjibo kwyjibo", "medicine", True),
        ("Zzyzx medicine Kwyjibo kwyjibo", "Kwyjibo", True),
        ("Zzyzx medicine Kwyjibo kwyjibo", "kwyjibo", False),
        ("Medicine Kwyjibo kwyjibo", "Medicine", True),
    ],
)
def test_a_word_is_known_from_the_tables_or_as_a_name(text: str, said: str, known: bool) -> None:
    texts, bead = sentence_pair("Ya.", text)
    found = next(each for each in texts.tokens(0, bead.sentences[0]) if each.text == said)
    assert bool(neighbours._is_known(texts, 0, found)) is known


@pytest.mark.parametrize(
    ("english", "known", "but", "replaced"),
    [
        ("The safe medicine was cheap.", False, "", False),
        # a word without partner between the same neighbours
        ("The safe zzyzx was cheap.", False, "", True),
        ("The safe zzyzx was cheap.", False, "zzyzx", False),
        ("The safe zzyzx was cheap.", True, "", False),
        ("The safe Kwyjibo was cheap.", True, "", True),
        ("The safe Kwyjibo was cheap.", True, "Kwyjibo", False),
        ("The safe fruit was cheap.", True, "", True),
        # between others
        ("The zzyzx fruit fell.", False, "", False),
        # a word whose partner another one took
        ("The safe safe was cheap.", False, "", False),
        ("The safe safe was cheap.", True, "", True),
    ],
)
def test_what_is_in_the_place_of_a_term(english: str, known: bool, but: str, replaced: bool) -> None:
    texts, bead = sentence_pair("Obat aman kuning murah.", english)
    here, there = (texts.tokens(side, bead.sentences[side]) for side in (0, 1))
    place = [each for each in there if each.text == "kuning"]
    assert neighbours.is_replaced(texts, bead, 0, place, [t for t in here if t.text == but], known) is replaced
    if not known and not but:
        assert neighbours.is_replaced(texts, bead, 0, place) is replaced


def test_the_place_that_is_least_like_those_of_the_other_side() -> None:
    indonesian = "Obat aman Kwyjibo murah, lalu petani Kwyjibo padi."
    texts, bead = sentence_pair(indonesian, "Safe medicine Kwyjibo cheap.")
    english, other = ([[t] for t in texts.tokens(side, bead.sentences[side]) if t.text == "Kwyjibo"] for side in (0, 1))

    def apart(here: list[list[Token]], there: list[list[Token]]) -> list[Token]:
        return neighbours.apart(texts, bead, TermOccurrences("kwyjibo", (there, here)), 1)

    assert apart(other, english) == other[1]
    assert apart(other[::-1], english) == other[1]
    assert apart(other[:1], english) == other[0]
    assert apart(other, []) == other[1]
    assert apart(other[::-1], []) == other[0]
    turned = TermOccurrences("kwyjibo", (english, other))
    assert neighbours.apart(texts, bead, turned, 0) == english[0]
