"""The kinds of difference between two texts that should say the same, in the words of the field."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What differs. Which rule reports a kind, and how much it matters, is decided by the rules."""

    # references
    CITATION_MISSING = "citation-missing"
    CITATION_SUBSTITUTED = "citation-substituted"
    CITATION_LOCATOR = "citation-locator"
    CROSS_REFERENCE_MISSING = "cross-reference-missing"
    CROSS_REFERENCE_SUBSTITUTED = "cross-reference-substituted"
    LINK_MISSING = "link-missing"
    LINK_SUBSTITUTED = "link-substituted"
    INLINE_CODE_MISSING = "inline-code-missing"
    INLINE_CODE_SUBSTITUTED = "inline-code-substituted"
    # sentences
    SENTENCE_MISSING = "sentence-missing"
    SENTENCE_REPEATED = "sentence-repeated"
    SENTENCE_ORDER = "sentence-order"
    SENTENCE_CONTENT = "sentence-content"
    SENTENCE_UNTRANSLATED = "sentence-untranslated"
    TEXT_TRUNCATED = "text-truncated"
    TEXT_UNTRANSLATED = "text-untranslated"
    CLAUSE_MISSING = "clause-missing"
    # quantities
    QUANTITY_MISSING = "quantity-missing"
    QUANTITY_VALUE = "quantity-value"
    ORDER_OF_MAGNITUDE = "order-of-magnitude"
    CURRENCY = "currency"
    PERCENTAGE = "percentage"
    UNIT = "unit"
    DATE = "date"
    TIME = "time"
    RELATION = "relation"
    AMBIGUOUS_SEPARATOR = "ambiguous-separator"
    # how one text writes them
    DECIMAL_POINT = "decimal-point"
    DECIMAL_COMMA = "decimal-comma"
    THOUSANDS_SEPARATOR = "thousands-separator"
    MONTH_NAME = "month-name"
    # terms and names
    GLOSSARY_TERM_MISSING = "glossary-term-missing"
    TERM_MISSING = "term-missing"
    TERM_SUBSTITUTED = "term-substituted"
    TERM_FORBIDDEN = "term-forbidden"
    NAME_MISSING = "name-missing"
    NAME_MISSPELT = "name-misspelt"
    NAME_SUBSTITUTED = "name-substituted"
    ACRONYM_SUBSTITUTED = "acronym-substituted"
    ALPHANUMERIC_SUBSTITUTED = "alphanumeric-substituted"
    # polarity
    NEGATION = "negation"
    ANTONYM = "antonym"


ABOUT_QUANTITIES = frozenset(
    {
        Kind.QUANTITY_MISSING,
        Kind.QUANTITY_VALUE,
        Kind.ORDER_OF_MAGNITUDE,
        Kind.CURRENCY,
        Kind.PERCENTAGE,
        Kind.UNIT,
        Kind.DATE,
        Kind.TIME,
        Kind.RELATION,
        Kind.AMBIGUOUS_SEPARATOR,
    }
)
"""The kinds that the comparison of quantities finds."""
