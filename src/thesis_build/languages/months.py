"""The names of the months in every language that is known."""

from __future__ import annotations

from collections.abc import Mapping

from thesis_build.languages import data_files, known, language


@data_files.remembered()
def month_numbers() -> Mapping[str, int]:
    """The numbers of the months by their names, full and short, in lower case, in every language."""
    numbers: dict[str, int] = {}
    for tag in known():
        dates = language(tag).words["dates"]
        short = data_files.load(f"quantities-{tag}.yaml").get("month-abbreviations", {})
        named = {name: number for number, name in enumerate(dates["months"], 1)}
        every = {**short, **dates.get("further-months", {}), **named}
        numbers |= {name.lower(): number for name, number in every.items()}
    return numbers
