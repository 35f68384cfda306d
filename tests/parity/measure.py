"""Measures the comparison of texts on real abstracts with labelled defects, and on correct sentence pairs.

    python -m tests.parity.measure CORPUS [--seed 7] [--per-kind 4] [--show KIND] [--half even|odd] [--findings]

CORPUS holds `abstracts/`, `mutate.py` and `sentences.tsv`. A defect counts as found when there is a finding of a
fitting code that the untouched pair does not have. Pairs of even and odd index are reported apart: thresholds are set
on the even ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.reported import reported
from thesis_build.alignment.compare.keywords import unlike_keywords
from thesis_build.alignment.compare.texts import compare, context
from thesis_build.alignment.difference import Difference
from thesis_build.alignment.text.passages import from_text
from thesis_build.model import Severity

FITTING = {
    "drop_sentence": {"PAR120", "PAR124", "PAR125"},
    "duplicate_sentence": {"PAR121", "PAR120"},
    "swap_sentences": {"PAR122"},
    "untranslated": {"PAR402", "PAR403"},
    "truncate": {"PAR120", "PAR123", "PAR124", "PAR125"},
    "change_number": {f"PAR{n}" for n in range(201, 214)} | {"PAR307"},
    "change_year": {f"PAR{n}" for n in range(201, 214)},
    "swap_name": {"PAR304", "PAR306", "PAR307", "PAR310", "PAR301"},
    "drop_keyword": {"PAR701"},
    "drop_negation": {"PAR308"},
    "swap_term": {"PAR301", "PAR310", "PAR304", "PAR306", "PAR307"},
    "drop_citation": {"PAR101"},
}
Found = Counter[tuple[str, Severity, str]]


def main() -> None:
    options = _options()
    mutate = _load(options.corpus / "mutate.py")
    folders = [d for d in sorted((options.corpus / "abstracts").iterdir()) if (d / "meta.yaml").exists()]
    for half, chosen in (("even", folders[::2]), ("odd", folders[1::2])):
        if options.half in (None, half):
            print(f"── {half} half ─────────────────────────────")
            _abstracts(chosen, mutate, options)
    lines = (options.corpus / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t")[1:] for line in lines if not line.startswith("#")]
    _sentences(pairs, options)
    _paragraphs(pairs, mutate, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", default="7")
    parser.add_argument("--per-kind", type=int, default=4)
    parser.add_argument("--show", default="", help="print the defects of this kind that are missed")
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--findings", action="store_true", help="print every finding on untouched texts")
    return parser.parse_args()


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def findings(texts: Mapping[str, str], keywords: Mapping[str, Sequence[str]] | None) -> Found:
    """What the comparison finds, without places, so that it can be compared with a control."""
    passages = {tag: from_text(texts[tag], tag) for tag in ("id", "en")}
    found: Found = Counter()
    whole = context(passages["id"], passages["en"], keywords=keywords)
    for difference in compare(passages["id"], passages["en"], whole):
        found[*reported(difference), _evidence(difference)] += 1
    if keywords and len({len(listed) for listed in keywords.values()}) > 1:
        found["PAR701", Severity.ERROR, ""] += 1
    for pair in unlike_keywords(keywords) if keywords else ():
        found["PAR703", Severity.WARNING, str(pair)] += 1
    return found


def _evidence(difference: Difference) -> str:
    return " · ".join(f"{name}={value}" for name, value in sorted(asdict(difference.evidence).items()))


# ── abstracts ───────────────────────────────────────────────────────────────────────────────────


def _abstracts(folders: Sequence[Path], mutate: ModuleType, options: argparse.Namespace) -> None:
    bases: dict[str, dict[str, Any]] = {}
    for folder in folders:
        meta, base = mutate.load(folder)
        bases[folder.name] = base
        started = time.perf_counter()
        found = findings(base, base["kw"])
        spent = (time.perf_counter() - started) * 1000
        print(f"{folder.name} {meta['verdict']:6} {spent:4.0f} ms {_counts(found)}")
        _print(found, options)
    wanted = [folder.name for folder in folders if mutate.load(folder)[0]["verdict"] != "drift"]
    _recall({name: bases[name] for name in wanted}, mutate, options)


def _counts(found: Found) -> str:
    grades = Counter(grade for _, grade, _ in found.elements())
    return " ".join(f"{grade}:{count}" for grade, count in grades.items())


def _print(found: Found, options: argparse.Namespace) -> None:
    if options.findings:
        for code, grade, said in found.elements():
            print(f"      {code} {grade:7} {said[:230]}")


def _recall(bases: Mapping[str, Mapping[str, Any]], mutate: ModuleType, options: argparse.Namespace) -> None:
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for name, base in bases.items():
        control = findings(base, base.get("kw"))
        for kind, label, mutant in _mutants(name, base, mutate, options):
            against = findings(mutant["control"], mutant["control"]["kw"]) if "control" in mutant else control
            new = findings(mutant, mutant.get("kw") or None) - against
            grades = {grade for code, grade, _ in new if code in FITTING[kind]}
            hit = Severity.ERROR in grades
            some = hit or Severity.WARNING in grades
            total = totals[kind]
            total[0] += 1
            total[1] += hit
            total[2] += some
            if kind == options.show and not (hit if kind != "drop_negation" else some):
                print(f"  missed {name} {label} {'(warned)' if some else ''}\n      got {[*new]}")
    for kind, (count, errors, some) in totals.items():
        print(f"{kind:20} {count:4}  error {errors / count:.2f}  any {some / count:.2f}")
    if not totals:
        return
    count, errors, some = (sum(column) for column in zip(*totals.values(), strict=True))
    print(f"{'all':20} {count:4}  error {errors / count:.3f}  any {some / count:.3f}")


def _mutants(
    name: str, base: Mapping[str, Any], mutate: ModuleType, options: argparse.Namespace
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for kind in mutate.KINDS:
        if options.show and kind.__name__ != options.show:
            continue
        for number in range(options.per_kind):
            chance = random.Random(f"{options.seed}-{name}-{kind.__name__}-{number}")
            tag = chance.choice(["id", "en", "en"])
            for language in (tag, "id" if tag == "en" else "en"):
                mutant = {"id": base["id"], "en": base["en"], "kw": {t: list(k) for t, k in base.get("kw", {}).items()}}
                if not mutant["kw"] and kind.__name__ in ("swap_term", "drop_keyword"):
                    continue
                if (label := kind(mutant, language, chance)) is not None:
                    yield kind.__name__, {"lang": language, **label}, mutant
                    break


# ── correct pairs ───────────────────────────────────────────────────────────────────────────────


def _sentences(pairs: Sequence[Sequence[str]], options: argparse.Namespace) -> None:
    """False alarms on single correct sentence pairs, by code; words count as rare as in all of them."""
    print("── correct sentence pairs ──────────────────")
    sides = {"id": 0, "en": 1}
    passages = {tag: [p for pair in pairs for p in from_text(pair[at], tag)] for tag, at in sides.items()}
    whole = context(passages["id"], passages["en"])
    codes: Counter[tuple[str, Severity]] = Counter()
    for pair in pairs:
        one, other = (from_text(pair[at], tag) for tag, at in sides.items())
        for difference in compare(one, other, whole):
            codes[reported(difference)] += 1
            if options.findings:
                code, severity = reported(difference)
                print(f"      {code} {severity:7} {_evidence(difference)[:250]}")
    for (code, severity), count in sorted(codes.items()):
        print(f"{code} {severity:8} {count:3}  {count / len(pairs):.1%}")


def _paragraphs(pairs: Sequence[Sequence[str]], mutate: ModuleType, options: argparse.Namespace) -> None:
    """False alarms and recall on paragraphs of five correct sentences."""
    print("── paragraphs of five correct sentences ────")
    errors = some = 0
    bases = {}
    for at in range(0, len(pairs) - 4, 5):
        base = {tag: " ".join(pair[side] for pair in pairs[at : at + 5]) for tag, side in (("id", 0), ("en", 1))}
        bases[f"{at:03}"] = base
        found = findings(base, None)
        grades = {grade for _, grade, _ in found}
        errors += Severity.ERROR in grades
        some += bool(grades - {Severity.INFO})
        if grades - {Severity.INFO} and options.findings:
            print(f"   {at}")
            _print(found, options)
    print(f"{len(bases)} paragraphs: with an error {errors}, with any {some}")
    _recall(dict(list(bases.items())[::3]), mutate, options)


if __name__ == "__main__":
    sys.exit(main())
