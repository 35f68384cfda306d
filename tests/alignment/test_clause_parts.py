"""Which words of a sentence are a run that the other lacks, what the run weighs, and how much is needed."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import sentence_pair
from thesis_build.alignment.align.one_to_one import Matched, one_to_one
from thesis_build.alignment.compare import clauses
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import MissingClause, MissingSentence
from thesis_build.alignment.kinds import Kind
from thesis_build.alignment.text.segmentation import Token

EN = 0


def words(text: str, first: str, last: str) -> tuple[list[Token], list[Token]]:
    """The tokens of an English sentence, and those from one to another."""
    texts, bead = sentence_pair("Ya.", text)
    tokens = texts.tokens(EN, bead.sentences[EN])
    spelt = [token.text for token in tokens]
    return tokens, tokens[spelt.index(first) : spelt.index(last) + 1]


@pytest.mark.parametrize(
    ("text", "first", "last", "unit"),
    [
        ("fresh fruit", "fresh", "fruit", True),
        ("Rice, fresh fruit, tea", "fresh", "fruit", True),
        ("Rice (fresh fruit) tea", "fresh", "fruit", True),
        ("Rice; fresh fruit.", "fresh", "fruit", True),
        ("Rice: *fresh fruit* – tea", "fresh", "fruit", True),
        ("Rice — _fresh fruit_: tea", "fresh", "fruit", True),
        ("Rice — fresh fruit ; tea", "fresh", "fruit", True),
        ("*fresh fruit*", "fresh", "fruit", True),
        ("Rice fresh fruit, tea", "fresh", "fruit", False),
        ("Rice, fresh fruit tea", "fresh", "fruit", False),
        ("Rice) fresh fruit, tea", "fresh", "fruit", False),
        ("Rice, fresh fruit (tea", "fresh", "fruit", False),
        ("RiceX, freshX fruit.", "freshX", "fruit", True),
        ("Rice X fresh fruit X", "fresh", "fruit", False),
        ("Rice,X fresh fruit", "fresh", "fruit", False),
        ("Rice, fresh fruit X,", "fresh", "fruit", False),
        ("Rice,\nfresh fruit", "fresh", "fruit", False),
        ("Rice, fresh fruit\n, tea", "fresh", "fruit", False),
    ],
)
def test_what_stands_between_commas_or_brackets_is_a_unit(text: str, first: str, last: str, unit: bool) -> None:
    texts, _ = sentence_pair("Ya.", text)
    _, run = words(text, first, last)
    assert clauses._is_unit(texts, EN, run) is unit


@pytest.mark.parametrize(
    ("indonesian", "text", "spelt"),
    [
        ("Kami memakai CNN di sini.", "We use convolutional neural network CNN here.", True),
        ("Kami memakai CNN di sini.", "We use convolutional neural network (CNN) here.", True),
        ("Kami memakai itu di sini.", "We use convolutional neural network CNN here.", False),
        ("Kami memakai CNN di sini.", "We use convolutional neural network of CNN here.", False),
        ("Kami memakai RNN di sini.", "We use convolutional neural network RNN here.", False),
        ("Kami memakai Cnn di sini.", "We use convolutional neural network Cnn here.", False),
        ("Kami memakai cnn di sini.", "We use convolutional neural network cnn here.", False),
        ("Kami memakai CNN di sini.", "We use convolutional neural network", False),
        ("Kami memakai itu di sini.", "We use convolutional neural network N here.", False),
    ],
)
def test_words_that_spell_the_acronym_after_them(indonesian: str, text: str, spelt: bool) -> None:
    texts, bead = sentence_pair(indonesian, text)
    _, run = words(text, "convolutional", "network")
    assert clauses._is_spelling(texts, bead, EN, run) is spelt


def test_the_surplus_of_a_side_is_counted_in_characters_of_its_words() -> None:
    texts, bead = sentence_pair("Obat ini, aman.", "This safe medicine is here.")
    english, indonesian = 5 + 5 + 9 + 3 + 5, 5 + 4 + 5
    ratio = texts.links.lexicon.length
    assert ratio != 1
    assert clauses._surplus(texts, bead, 0) == pytest.approx(english - indonesian / ratio)
    assert clauses._surplus(texts, bead, 1) == pytest.approx(indonesian - english * ratio)


TELLING, UNKNOWN = "medicine", "zzyzx"


def side(*kinds: str) -> tuple[Matched, list[Token]]:
    """A side whose words are lost (telling or unknown), taken by another word, or found."""
    text = " ".join(UNKNOWN if kind == "unknown" else TELLING for kind in kinds)
    texts, bead = sentence_pair("Ya.", text)
    tokens = texts.tokens(EN, bead.sentences[EN])
    partners = tuple(0 if kind == "found" else None for kind in kinds)
    linked = tuple(kind in ("found", "taken") for kind in kinds)
    return Matched(tuple(tokens), partners, linked), tokens


@pytest.mark.parametrize(
    ("kinds", "run", "weight"),
    [
        (["lost"], range(0, 1), 0.7),
        (["unknown"], range(0, 1), 0.2),
        (["taken"], range(0, 1), 0.3),
        (["found"], range(0, 0), 0.0),
        (["found", "lost", "lost", "found"], range(1, 3), 1.4),
        (["lost", "found", "lost", "lost"], range(0, 4), 1.5),
        (["unknown", "found", "lost", "unknown"], range(2, 4), 0.9),
        (["lost", "unknown", "found", "lost"], range(0, 4), 1.0),
        (["lost", "found", "found", "lost"], range(0, 1), 0.7),
        (["found", "found", "lost"], range(2, 3), 0.7),
        (["taken", "taken", "found", "lost"], range(3, 4), 0.7),
    ],
)
def test_the_heaviest_run(kinds: list[str], run: range, weight: float) -> None:
    texts, _ = sentence_pair("Ya.", "Yes.")
    found, heavy = clauses._heaviest_run(texts, EN, side(*kinds)[0])
    assert found == run
    assert heavy == pytest.approx(weight)


@pytest.mark.parametrize(
    ("partners", "run", "place"),
    [
        # from two words before the first partner on either side to two after the last
        ([4, 5, None, 7, 8], range(2, 3), range(2, 11)),
        ([0, 4, 5, None, 7, 8, 20], range(3, 4), range(2, 11)),
        ([5, None, 7], range(1, 2), range(3, 10)),
        ([8, None, 4], range(1, 2), range(2, 11)),
        # the ends of the sentences are partners of each other
        ([None, 4], range(0, 1), range(-2, 7)),
        ([4, None], range(1, 2), range(2, 33)),
        ([None], range(0, 1), range(-2, 33)),
        # where nothing stands beside it that has a partner, it may be anywhere
        ([4, None, None, None, 5], range(2, 3), range(2, 8)),
        ([4, None, None, None, None, 5], range(3, 4), range(30)),
        ([4, None, None, None, None, 5], range(2, 3), range(30)),
        ([-1, None, 5], range(1, 2), range(30)),
        ([0, None, 5], range(1, 2), range(-2, 8)),
        ([5, None, 0], range(1, 2), range(-2, 8)),
        ([5, None, -1], range(1, 2), range(30)),
    ],
)
def test_where_the_counterpart_of_a_run_should_stand(partners: list[int | None], run: range, place: range) -> None:
    _, tokens = side(*["lost"] * len(partners))
    matched = Matched(tuple(tokens), tuple(partners), tuple(partner is not None for partner in partners))
    assert clauses._place(matched, run, 30) == place


@pytest.mark.parametrize(
    ("indonesian", "needed"),
    [
        # every word of the other side has a partner
        ("Petani menanam padi.", 1.25),
        # … but a pronoun may stand for the run
        ("Petani menanam padi itu.", 1.55),
        # a telling word, a name, and an unknown one without partner
        ("Petani menanam padi hijau.", 2.55),
        ("Petani menanam padi Kwyjibo.", 2.55),
        ("Petani menanam padi kwyjibo.", 2.05),
        ("Petani menanam padi hijau kwyjibo.", 3.05),
        # far from where the counterpart should stand
        ("Petani menanam padi dari kota besar Jawa lama hijau.", 1.55 + 2 * 1.0),
    ],
)
def test_what_a_run_must_weigh(indonesian: str, needed: float) -> None:
    texts, bead = sentence_pair(indonesian, "Farmers plant fresh rice.")
    matched = one_to_one(texts, bead)[EN]
    at = [token.text for token in matched.tokens].index("fresh")
    assert clauses._needed(texts, bead, EN, range(at, at + 1)) == pytest.approx(needed)


TWO = "Petani menanam padi di sawah desa. Pedagang menjual buah segar di pasar kota."
FARMERS = "Farmers plant rice in the village fields."
TRADERS = "Traders sell fresh fruit in the city market."


def test_a_sentence_of_several_that_is_missing_is_marked_whole() -> None:
    english = f"{FARMERS} {TRADERS}"
    texts, bead = sentence_pair("Petani menanam padi di sawah desa.", english)
    tokens = list(texts.sentence(EN, 1).content)
    expected = {"en": (len(FARMERS) + 1, len(english)), "id": (0, 34)}
    # from four fifths of its words on
    assert len(tokens) == 6
    for count, whole in ((6, True), (5, True), (4, False)):
        found = clauses._missing(texts, bead, EN, tokens[:count])
        assert found.kind is (Kind.SENTENCE_MISSING if whole else Kind.CLAUSE_MISSING)
        assert found.language == "id"
        if whole:
            assert (found.extents, found.evidence) == (expected, MissingSentence(TRADERS))
        else:
            assert found.extents == {"en": (tokens[0].start, tokens[3].end), "id": (0, 34)}
            assert found.evidence == MissingClause("Traders sell fresh fruit")
    first = clauses._missing(texts, bead, EN, list(texts.sentence(EN, 0).content))
    assert (first.kind, first.evidence) == (Kind.SENTENCE_MISSING, MissingSentence(FARMERS))


def test_four_fifths_are_enough() -> None:
    texts, bead = sentence_pair("Ya.", "Yes. Farmers plant fresh rice daily.")
    tokens = list(texts.sentence(EN, 1).content)
    assert len(tokens) == 5
    assert clauses._missing(texts, bead, EN, tokens[:4]).kind is Kind.SENTENCE_MISSING
    assert clauses._missing(texts, bead, EN, tokens[:3]).kind is Kind.CLAUSE_MISSING


def test_a_single_sentence_is_never_missing_whole() -> None:
    texts, bead = sentence_pair("Petani menanam padi.", TRADERS)
    found = clauses._missing(texts, bead, EN, list(texts.sentence(EN, 0).content))
    assert (found.kind, found.evidence) == (Kind.CLAUSE_MISSING, MissingClause(TRADERS[:-1]))


@pytest.mark.parametrize(
    ("indonesian", "english", "marked"),
    [
        (TWO, f"{FARMERS} {TRADERS}", []),
        (
            "Petani menanam padi di sawah desa.",
            f"{FARMERS[:-1]}, and traders sell fresh fruit.",
            ["fields, and traders sell fresh fruit"],
        ),
        # two words are a run; where a pronoun may stand for them, between commas only
        (
            "Petani menanam padi di sawah desa.",
            "Farmers fresh fruit plant rice in the village rice fields.",
            ["fresh fruit"],
        ),
        (
            "Petani itu menanam padi di sawah desa.",
            "Farmers, fresh fruit, plant rice in the village rice fields.",
            ["fresh fruit"],
        ),
        ("Petani itu menanam padi di sawah desa.", "Farmers fresh fruit plant rice in the village rice fields.", []),
        ("Petani itu menanam padi.", "The farmers in the big fresh fruit plant the rice.", ["big fresh fruit"]),
        # a word without counterpart on the other side may say it in another way
        ("Petani itu menanam padi hijau.", "The farmers in the big fresh fruit plant the rice.", []),
        # the second side has it
        ("Petani di pasar kota besar itu menanam padi.", "The farmers plant the rice.", ["pasar kota besar"]),
        # a heading may be shorter
        ("Petani menanam.", "The farmers, in the big fresh fruit, plant.", []),
        ("Petani menanam padi.", "The farmers, in the big fresh fruit, plant rice.", ["big fresh fruit"]),
    ],
)
def test_a_run_is_reported_from_a_weight_on(indonesian: str, english: str, marked: list[str]) -> None:
    texts, _ = sentence_pair(indonesian, english)
    found = [each.evidence for each in clauses.clauses(texts, Extents())]
    assert found == [MissingClause(each) for each in marked]
