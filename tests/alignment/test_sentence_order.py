"""Which sentences stand in another order, which are missing or cut off, and beside what they are marked."""

from __future__ import annotations

import pytest

from tests.alignment.side_by_side import Found, bitext, found
from thesis_build.alignment.compare.sentences import _heaviest_chain, _Match, cut_off, differing, missing, moved
from thesis_build.alignment.difference import Extents
from thesis_build.alignment.evidence import MissingSentence, QuotedSentence, TruncatedText
from thesis_build.alignment.kinds import Kind

PAIRS = {
    "F": ("Petani menanam padi di sawah desa.", "Farmers plant rice in the village fields."),
    "T": ("Guru mengajar siswa di sekolah.", "Teachers teach pupils at school."),
    "H": ("Harga beras naik di seluruh kota.", "Rice prices rose in all cities."),
    "D": ("Dokter memeriksa pasien di rumah sakit.", "Doctors examine patients at the hospital."),
}


def text(side: int, letters: str) -> str:
    """The sentences that letters stand for, in Indonesian (0) or English (1)."""
    return " ".join(PAIRS[letter][side] for letter in letters)


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        ("FTHD", "FTHD", ""),
        ("FTHD", "FDTH", "D"),
        ("FTHD", "DFTH", "D"),
        ("FTHD", "TFHD", "F"),
        ("FTHD", "FHTD", "H"),
        ("FTHD", "TFDH", "FD"),
        ("FTHD", "DHTF", "DTF"),
        ("DFTH", "FTHD", "D"),
        ("TF", "FT", "F"),
        ("HTF", "FTH", "FH"),
    ],
)
def test_the_fewest_sentences_are_out_of_order(indonesian: str, english: str, expected: str) -> None:
    result = found(text(0, indonesian), text(1, english))
    assert sorted(result, key=lambda each: each[2]) == sorted(
        ((Kind.SENTENCE_ORDER, "en", *PAIRS[letter], QuotedSentence(PAIRS[letter][1])) for letter in expected),
        key=lambda each: each[2],
    )


def test_moved_gives_the_number_of_a_sentence_on_each_side() -> None:
    texts = bitext(text(0, "FTHD"), text(1, "FDTH"))
    assert moved(texts) == [(1, 3) if texts.language(0) == "en" else (3, 1)]


def test_of_sentences_in_two_orders_the_chain_of_greatest_coverage_stays() -> None:
    def match(one: int, other: int, coverage: float) -> _Match:
        return _Match((one, other), coverage, clear=True)

    assert _heaviest_chain([]) == set()
    assert _heaviest_chain([match(0, 1, 0.5), match(1, 0, 0.6)]) == {(1, 0)}
    assert _heaviest_chain([match(0, 1, 0.6), match(1, 0, 0.5)]) == {(0, 1)}
    assert _heaviest_chain([match(0, 2, 0.9), match(1, 0, 0.5), match(2, 1, 0.5)]) == {(1, 0), (2, 1)}
    assert _heaviest_chain([match(0, 2, 0.9), match(1, 0, 0.4), match(2, 1, 0.4)]) == {(0, 2)}
    assert _heaviest_chain([match(0, 0, 0.5), match(1, 1, 0.5), match(2, 2, 0.5)]) == {(0, 0), (1, 1), (2, 2)}


@pytest.mark.parametrize(
    ("indonesian", "english", "sentence", "language", "beside"),
    [
        ("FTH", "FH", "T", "en", "F"),
        ("FTH", "FT", "H", "en", "T"),
        ("FTH", "TH", "F", "en", ""),
        ("FH", "FTH", "T", "id", "F"),
        ("TH", "FTH", "F", "id", ""),
        ("FTHD", "FTD", "H", "en", "T"),
    ],
)
def test_a_missing_sentence_is_marked_beside_the_one_before_it(
    indonesian: str, english: str, sentence: str, language: str, beside: str
) -> None:
    here, there = (0, 1) if language == "en" else (1, 0)
    marked = PAIRS[sentence][here], PAIRS[beside][there] if beside else ""
    evidence = MissingSentence(marked[0], found_elsewhere=False, short=False)
    assert found(text(0, indonesian), text(1, english)) == [
        (Kind.SENTENCE_MISSING, language, *(marked if language == "en" else marked[::-1]), evidence)
    ]


@pytest.mark.parametrize(
    ("sentence", "elsewhere", "short"),
    [
        ("Guru mengajar.", True, True),
        ("Dokter memeriksa pasien.", False, True),
        ("Dokter tua memeriksa pasien.", False, False),
    ],
)
def test_a_missing_sentence_is_short_or_found_elsewhere(sentence: str, elsewhere: bool, short: bool) -> None:
    longer = f"{PAIRS['F'][0]} {sentence} {PAIRS['T'][0]}"
    evidence = MissingSentence(sentence, found_elsewhere=elsewhere, short=short)
    assert found(longer, text(1, "FT")) == [(Kind.SENTENCE_MISSING, "en", sentence, PAIRS["F"][1], evidence)]


@pytest.mark.parametrize("sentence", ["Ya.", "Itu dia.", "Guru itu."])
def test_a_sentence_of_one_word_with_content_is_not_missed(sentence: str) -> None:
    assert found(f"{PAIRS['F'][0]} {sentence} {PAIRS['T'][0]}", text(1, "FT")) == []


CUT: list[tuple[str, str, list[Found]]] = [
    (text(0, "FTH"), text(1, "FTH"), []),
    (
        text(0, "FTH"),
        f"{text(1, 'FT')} Rice prices rose in",
        [
            (
                Kind.TEXT_TRUNCATED,
                "en",
                PAIRS["H"][0],
                "Rice prices rose in",
                TruncatedText("Rice prices rose in", complete=False),
            )
        ],
    ),
    (
        f"{text(0, 'FT')} Harga beras naik di",
        text(1, "FTH"),
        [
            (
                Kind.TEXT_TRUNCATED,
                "id",
                "Harga beras naik di",
                PAIRS["H"][1],
                TruncatedText("Harga beras naik di", complete=False),
            )
        ],
    ),
    (
        text(0, "FTH"),
        text(1, "FTH").rstrip("."),
        [
            (
                Kind.TEXT_TRUNCATED,
                "en",
                PAIRS["H"][0],
                "Rice prices rose in all cities",
                TruncatedText("Rice prices rose in all cities", complete=True),
            )
        ],
    ),
    (text(0, "FTH").rstrip("."), text(1, "FTH").rstrip("."), []),
    (PAIRS["H"][0].rstrip("."), PAIRS["H"][1], []),
    (PAIRS["H"][0], PAIRS["H"][1].rstrip("."), []),
]


@pytest.mark.parametrize(("indonesian", "english", "expected"), CUT)
def test_a_text_without_full_stop_is_cut_off_or_lacks_the_full_stop_only(
    indonesian: str, english: str, expected: list[Found]
) -> None:
    assert found(indonesian, english) == expected


@pytest.mark.parametrize(("words", "cut"), [(11, False), (12, True)])
def test_a_phrase_of_fewer_than_twelve_words_may_be_a_heading(words: int, cut: bool) -> None:
    indonesian = " ".join(
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "padi", "sawah"][
            :words
        ]
    )
    english = " ".join(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "rice", "field"][:words]
    )
    result = list(cut_off(bitext(indonesian, f"{english}."), Extents()))
    assert [each.language for each, _ in result] == ["id"] * cut


def test_a_text_that_is_cut_off_explains_both_last_sentences_and_one_that_lacks_the_full_stop_none() -> None:
    texts = bitext(f"{text(0, 'FT')} Harga beras naik di", text(1, "FTH"))
    both = texts.extents((0, 2), (1, 2))
    assert [explained for _, explained in cut_off(texts, Extents())] == [both]
    assert list(cut_off(texts, texts.extents((0, 2)))) == []
    assert list(cut_off(texts, texts.extents((1, 2)))) == []
    assert len(list(cut_off(texts, texts.extents((0, 0), (1, 1))))) == 1
    whole = bitext(text(0, "FTH").rstrip("."), text(1, "FTH"))
    assert [explained for _, explained in cut_off(whole, Extents())] == [Extents()]
    assert len(list(cut_off(whole, both))) == 1


OTHER = "Electric cars need large expensive batteries."
OTHER_INDONESIAN = "Mobil listrik memerlukan baterai besar yang mahal."


@pytest.mark.parametrize(
    ("indonesian", "english", "expected"),
    [
        (PAIRS["F"][0], OTHER, (PAIRS["F"][0], OTHER)),
        (OTHER_INDONESIAN, PAIRS["F"][1], (OTHER_INDONESIAN, PAIRS["F"][1])),
        (OTHER_INDONESIAN, OTHER, None),
        (
            f"{text(0, 'T')} {PAIRS['F'][0]} {text(0, 'D')}",
            f"{text(1, 'T')} {OTHER} {text(1, 'D')}",
            (PAIRS["F"][0], OTHER),
        ),
        (f"{text(0, 'T')} {PAIRS['F'][0]}", f"{text(1, 'T')} {OTHER}", (PAIRS["F"][0], OTHER)),
        (f"{PAIRS['F'][0]} {text(0, 'D')}", f"{OTHER} {text(1, 'D')}", (PAIRS["F"][0], OTHER)),
    ],
)
def test_a_sentence_about_something_else(indonesian: str, english: str, expected: tuple[str, str] | None) -> None:
    assert found(indonesian, english) == (
        [(Kind.SENTENCE_CONTENT, "en", *expected, QuotedSentence(expected[1]))] if expected else []
    )


def test_a_sentence_about_something_else_explains_both_sides_and_is_not_looked_at_where_one_is_explained() -> None:
    texts = bitext(f"{text(0, 'T')} {PAIRS['F'][0]} {text(0, 'D')}", f"{text(1, 'T')} {OTHER} {text(1, 'D')}")
    results = [*missing(texts, Extents()), *differing(texts, Extents())]
    assert [explained for _, explained in results] == [texts.extents((0, 1), (1, 1))]
    both = texts.extents((0, 1), (1, 1))
    assert [*missing(texts, both), *differing(texts, both)] == []


def test_an_explained_sentence_is_not_missing() -> None:
    texts = bitext(text(0, "FTH"), text(1, "FH"))
    side = 0 if texts.language(0) == "id" else 1
    assert [explained for _, explained in missing(texts, Extents())] == [texts.extents((side, 1))]
    assert list(missing(texts, texts.extents((side, 1)))) == []
    assert len(list(missing(texts, texts.extents((side, 0), (side, 2))))) == 1
