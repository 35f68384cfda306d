"""What is written as a name, and in which form it is counted."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.compare import names
from thesis_build.alignment.compare.names import count_forms, form, is_name
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


@pytest.mark.parametrize(
    ("side", "word", "meant"),
    [
        (0, "Medicine", True),
        (0, "Period", True),
        (1, "Pertanian", True),
        (1, "Obat", True),
        # the tables leave it as it is, in both languages or but for the cut of its stem
        (0, "Data", False),
        (0, "Weibull", False),
        (1, "Weibull", False),
        (1, "Detil", True),
        # a word that they do not have, or that is not written as one
        (0, "Zzyzx", False),
        (0, "mEDICINE", False),
        (0, "MEDICINE", False),
        (0, "A-12", False),
        (0, "12", False),
    ],
)
def test_a_word_with_a_translation_unlike_itself_is_no_name(side: int, word: str, meant: bool) -> None:
    sentence = f"Here {word} is read."
    texts, bead = sentence_pair("Ya." if side == 0 else sentence, sentence if side == 0 else "Yes.")
    found = next(each for each in texts.tokens(side, bead.sentences[side]) if each.text == word)
    assert names.is_meant(texts, side, found) is meant


def test_a_name_is_proven_by_either_text_where_neither_writes_it_small() -> None:
    texts, _ = sentence_pair("Kami bertemu Budi dan Wati. Wati di sini.", "Jambi is here, and wati. Rice is here.")
    assert names.proven_names(texts) == {"budi"}


@pytest.mark.parametrize(
    ("indonesian", "english", "labels"),
    [
        # a word that begins a sentence is a name where another place shows it
        ("Ia di sini. Kwyjibo di sana.", "It is here. It is there.", []),
        ("Ia melihat Kwyjibo. Kwyjibo di sana.", "It saw Kwyjibo. It is there.", ["kwyjibo"]),
        ("Ia melihat Kwyjibo. Lihat kwyjibo di sana. Kwyjibo di sana.", "It saw Kwyjibo. It is there.", []),
        # one that is small is none, whatever another place shows
        ("Kami membaca excel, excel, dan excel.", "We read Excel.", []),
        # one name with its translation: either is written as a name
        ("Kami di jerman, jerman.", "We are in Germany and germany and Germany.", ["germany"]),
        ("Kami di Jerman, Jerman, Jerman.", "We are in germany and germany.", ["jerman"]),
        ("Kami di obat, obat.", "We are in medicine.", []),
    ],
)
def test_names_at_the_beginning_of_a_sentence(indonesian: str, english: str, labels: list[str]) -> None:
    assert [label for label, *_ in differing(indonesian, english)] == labels


@pytest.mark.parametrize("letters", ["E5", "Ue", "U"])
def test_what_is_no_acronym_is_not_spelt_out(letters: str) -> None:
    spelt = {"E5": "Eropa 5", "Ue": "Uni eropa", "U": "Uni"}[letters]
    assert names._spelt_out(tokens(f"It is {letters}."), tokens(f"a {spelt}")) == frozenset()
