"""Terms of a glossary and keywords: how they are made, and how often each occurs."""

from __future__ import annotations

from thesis_build.alignment.compare.terms import AgreedTerm, count_terms, keyword_terms
from thesis_build.alignment.text.passages import Passage
from thesis_build.alignment.text.segmentation import segmented

TAGS = "id", "en"


def terms(*pairs: tuple[str, str]) -> tuple[AgreedTerm, ...]:
    keywords = {tag: [pair[side] for pair in pairs] for side, tag in enumerate(TAGS)}
    return keyword_terms(keywords, [(at, at) for at in range(len(pairs))], TAGS)


def counted(text: str, *pairs: tuple[str, str]) -> dict[str, int]:
    sentences = [sentence.tokens for sentence in segmented(Passage("id", text)).sentences]
    agreed = terms(*pairs)
    counts = count_terms(sentences, agreed, 0, "id")
    return {each.texts[0]: counts[each.label] for each in agreed}


def test_a_pair_of_keywords_is_a_term() -> None:
    (found,) = terms(("wali kota", "mayor"))
    assert (found.texts, found.keyword, found.forbidden) == (("wali kota", "mayor"), True, ((), ()))
    assert found.wordings == ((("wali", "kota"),), (("mayor",),))
    assert found.label == "term wali kota mayor"


def test_a_term_is_counted_in_every_sentence() -> None:
    assert counted("Wali kota hadir. Warga memilih wali kota.", ("wali kota", "mayor")) == {"wali kota": 2}
    assert counted("Kota itu punya wali.", ("wali kota", "mayor")) == {"wali kota": 0}
    assert counted("Wali", ("wali kota", "mayor")) == {"wali kota": 0}


def test_a_longer_term_hides_the_one_inside_it() -> None:
    pairs = ("kota", "city"), ("wali kota", "mayor")
    assert counted("Wali kota hadir.", *pairs) == {"kota": 0, "wali kota": 1}
    assert counted("Wali kota datang ke kota.", *pairs) == {"kota": 1, "wali kota": 1}
    assert counted("Di kota wali kota hadir.", *pairs) == {"kota": 1, "wali kota": 1}


def test_of_terms_that_overlap_the_first_counts() -> None:
    pairs = ("wali kota", "mayor"), ("kota bandung", "city of Bandung")
    assert counted("Wali kota Bandung hadir.", *pairs) == {"wali kota": 1, "kota bandung": 0}


def test_terms_that_touch_both_count() -> None:
    pairs = ("wali kota", "mayor"), ("rumah sakit", "hospital")
    assert counted("Wali kota rumah sakit.", *pairs) == {"wali kota": 1, "rumah sakit": 1}
    assert counted("Rumah sakit wali kota.", *pairs) == {"wali kota": 1, "rumah sakit": 1}
