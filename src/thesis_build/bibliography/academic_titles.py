"""What is written with a name but is no part of it: academic titles, “et al.”, and separators between persons.

The titles are common ones of universities in Indonesia and in English-speaking countries.
"""

from __future__ import annotations

import re
from functools import lru_cache

from thesis_build.bibliography.person_names import SUFFIX, Name, outside

ET_AL = re.compile(
    r"\{?(?:et\.?\s*al(?:ii)?\b[.,]*|(?:dkk|dll)\b[.,]*|(?:dan|and)\s+(?:kawan|lain|rekan)[- ]?(?:kawan|lain|rekan)\b"
    r"\.?|Others|OTHERS)\}?"
)
"""“And others” in words that Pandoc takes for a name."""

_BEFORE = re.compile(
    r"(?:(?:Prof(?:essor)?|Dr|Drs|Dra|Assoc\.\s?Prof|Asst\.\s?Prof)\b(?![{\\'’-](?!Ing))\.?(?:-Ing\.?)?|"
    r"(?:Ir|Hj|KH|Ns|apt|dr|drg)\.(?=\s*\S))\s*"
)
_CERTAIN = re.compile(
    r"(?:S\.?(?:Kom|Si|Pd|Sos|Ag|Hum|Ked|Kep|Farm|Psi|Ak|I\.?Kom|I\.?P|Sn|Ds|Tr|Stat|Gz|KM|K\.M|Ars|Par|Hut|Ling|Mat|TP"
    r"|Th|IIP)|M\.?(?:Kom|Si|Pd|Sc|Sos|Ag|Hum|Kes|Ked|Eng|Ak|I\.?Kom|Psi|Farm|Ars|Phil|Res|Stat|Tr|Div|Biomed|Kep|Cs|Sn"
    r"|Ds|Ed|Han|Keb|B\.?A|P\.?H)|Ph\.?\s?D|B\.?(?:Sc|Eng|Ed)|A\.?Md|D\.?Phil|Ed\.?D|Psy\.?D|LL\.?[MB]|Drs?|Dra|Prof"
    r"|Sp\.[A-Z]\w*)(?:\.?\s?(?:I|T|K|Kom|Sc|Eng|Hons?))?\.?"
)
_UNCERTAIN = re.compile(r"(?:[SMB]\.?\s?[TEHMASPI]|M\.?\s?D)\.?")
_TITLES_LAST = re.compile(
    r"(?:(?<!\s)\s+(?:S\.(?:Kom|Si|Pd|Sos|Ag|Hum)|M\.(?:Kom|Si|Pd|Sc|Sos|Ag|Hum|Kes|Eng)|Ph\.D)\b\.?)+$"
)
_ALONE = re.compile(
    r"[SM]\.?(?:Kom|Si|Pd|Sc|Sos|Hum|Kes|Farm|Psi|Ak|Ked|Kep|Eng|Stat|Ag)|[SM]\.?[TEMH]|Ph\.?D|A\.?Md|Drs?|Dra|Ir|Prof"
)
_SEMICOLON = re.compile(r"(?<!\\);")
_AMPERSAND = re.compile(r"(?<![^\s,.])&(?=\s|$)")
_ENTITY = re.compile(r"&#?\w+;")
_DAN = re.compile(r"(?<!\S)dan(?!\S)")
_CAPITAL = re.compile(r"[A-Z][\w.'-]*")
_INITIALS = re.compile(r"(?:[A-Z]\w?\.?[\s-]*){1,4}")


@lru_cache(maxsize=20_000)
def untitled(name: Name) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts of a name without titles and “et al.”, and the titles."""
    parts: list[str] = []
    titles: list[str] = []
    for position, part in enumerate(name.parts):
        if position and _is_title(name, position, titles):
            titles.append(part)
            continue
        if ET_AL.fullmatch(part) and position:
            continue
        while found := _BEFORE.match(part):
            titles.append(found[0].strip())
            part = part[found.end() :]
        if not position and (last := _TITLES_LAST.search(part)):
            titles += last[0].split()
            part = part[: last.start()]
        parts.append(part)
    return tuple(parts), tuple(titles)


def is_degree_alone(text: str) -> bool:
    """Whether a whole name is a degree as it is written without dots (`MSi`, `SKom`): no name is spelt like that."""
    return bool(_ALONE.fullmatch(text.strip(" .,")))


def _is_title(name: Name, position: int, titles: list[str]) -> bool:
    """Whether a part is a title; two letters such as `M.T.` may be the initials of the given names."""
    part = name.parts[position]
    if _CERTAIN.fullmatch(part):
        return True
    return bool(_UNCERTAIN.fullmatch(part)) and (bool(titles) or (position > 1 and not SUFFIX.fullmatch(name.parts[1])))


def separators(name: Name) -> tuple[tuple[int, int, str], ...]:
    """What was meant to separate persons in a name: the start and end of each in its text, and `;`, `&` or `dan`."""
    text = name.text
    if ";" not in text and "&" not in text and "dan" not in text:
        return ()
    visible = outside(_ENTITY.sub(lambda entity: "x" * len(entity[0]), text.replace("\\&", " &")))
    found = [(match.start(), match.end(), ";") for match in _SEMICOLON.finditer(visible)]
    if not name.is_institution:
        found += [(m.start() - text[: m.start()].endswith("\\"), m.end(), "&") for m in _AMPERSAND.finditer(visible)]
        found += [(m.start(), m.end(), "dan") for m in _DAN.finditer(visible) if _are_persons(visible, m)]
    return tuple(sorted(found))


def _are_persons(text: str, separator: re.Match[str]) -> bool:
    """Whether what is on both sides of `dan` looks like persons: `Family, Given`, or two or three names."""
    sides = (text[: separator.start()].strip(" ,"), text[separator.end() :].strip())
    if all("," in side for side in sides):
        return True
    return all(
        2 <= len(side.split()) <= 3 and all(_CAPITAL.fullmatch(word) for word in side.split())
        for side in (re.split(r"[,;&]", sides[0])[-1], sides[1])
    )


def persons_meant(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The persons that are meant where commas separate them; empty where that is not certain."""
    kept = [part for part in parts if part]
    if len(kept) < 2:
        return ()
    if len(kept) % 2 == 0 and len(kept) > 2 and all(_INITIALS.fullmatch(given) for given in kept[1::2]):
        return tuple(f"{family}, {given}" for family, given in zip(kept[::2], kept[1::2], strict=True))
    words = [len(part.split()) for part in kept]
    if min(words) > 1 or (max(words) == 1 and len(kept) % 2 and not any("." in part for part in kept)):
        return tuple(kept)
    return ()
