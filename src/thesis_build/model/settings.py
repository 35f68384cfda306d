"""`paper/thesis.yaml` as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from thesis_build.model.findings import Profile, Severity
from thesis_build.model.spans import Span, Texts


@dataclass(frozen=True, slots=True)
class Author:
    """A person; `orcid` is the bare identifier (0000-0002-1825-0097) or empty."""

    name: str
    orcid: str = ""


@dataclass(frozen=True, slots=True)
class Margins:
    """Page margins as lengths with a unit (cm, mm, in, pt)."""

    left: str = "4cm"
    top: str = "4cm"
    right: str = "3cm"
    bottom: str = "3cm"


@dataclass(frozen=True, slots=True)
class Layout:
    """How the PDF edition is set."""

    paper: str = "a4"
    margins: Margins = Margins()
    font: str = "Libertinus Serif"
    size: str = "12pt"
    spacing: float = 1.5
    chapter_numerals: Mapping[str, str] = field(default_factory=dict)
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class SuppressionSetting:
    """Findings that the settings suppress: of `rules`, in files that match `path` or about the entry `key`."""

    rules: tuple[str, ...]
    path: str = ""
    key: str = ""
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Settings of the checker; rules are named by code, by name, or by the beginning of a code (`BIB2`).

    `severity` gives a rule another severity, `ignore` leaves rules out, `select` adds those that are off by default,
    `suppress` suppresses findings in files or about entries. The rest are limits (0: no limit), raw formats allowed in
    prose, addresses of weak sources, and the mail address that online checks give to the registries they ask.
    """

    profile: Profile = Profile.DEFENCE
    severity: Mapping[str, Severity] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    suppress: tuple[SuppressionSetting, ...] = ()
    references_min: int = 0
    references_years: int = 0
    references_share: float = 0.8
    citations_max: int = 6
    weak_sources: tuple[str, ...] = ("wikipedia.org", "blogspot.com", "wordpress.com", "bit.ly", "tinyurl.com")
    abstract_words: Mapping[str, int] = field(default_factory=dict)
    keywords_min: int = 0
    keywords_max: int = 0
    raw: tuple[str, ...] = ()
    mailto: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """`paper/thesis.yaml`, checked. `spans` maps a dotted key (`keywords.id.2`) to where it stands.

    `languages` are those of the editions; one that is in `abstracts` alone has nothing but its abstract, a title and
    keywords. `authors` can be empty; `based_on` is the key of the work that this one rests on, or empty.
    """

    title: Texts
    authors: tuple[Author, ...]
    date: date
    languages: tuple[str, ...]
    keywords: Mapping[str, tuple[str, ...]]
    abstracts: tuple[str, ...] = ()
    subtitle: Texts = field(default_factory=dict)
    type: Texts = field(default_factory=dict)
    institution: Texts = field(default_factory=dict)
    based_on: str = ""
    url: str = ""
    style: str = "apa"
    bibliography: tuple[str, ...] = ("references/library.bib",)
    layout: Layout = Layout()
    front: tuple[str, ...] = (
        "title-page",
        "abstracts",
        "contents",
        "list-of-tables",
        "list-of-figures",
        "abbreviations",
    )
    back: tuple[str, ...] = ("bibliography", "appendices")
    check: CheckSettings = CheckSettings()
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def abstract_only(self) -> tuple[str, ...]:
        """The languages that have an abstract and no edition."""
        return tuple(tag for tag in self.abstracts if tag not in self.languages)
