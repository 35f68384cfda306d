"""The public record by field, announced and reported told apart, below the mayors' terms of office."""

from matplotlib.figure import Figure

FONT = {"family": "STIXGeneral", "size": 11}
SPAN = (2014, 2022.2)
PERIOD = (2016, 2021)
TERMS = {"bandung": (9.9, "Bandung", "#cfe0ee"), "seoul": (8.8, "Seoul", "#f3dcc8")}
LANES = {
    "E": (7, {"id": "e-government", "en": "e-government"}),
    "T": (6, {"id": "transportasi", "en": "transport"}),
    "P": (5, {"id": "perencanaan", "en": "planning"}),
    "C": (4, {"id": "budaya, ekonomi", "en": "culture, economy"}),
    "K": (3, {"id": "kapasitas", "en": "capacity"}),
    "R": (2, {"id": "sungai", "en": "river"}),
    "G": (1, {"id": "ikatan", "en": "tie"}),
}
SIX = "ETPCK"  # the fields of the letter of intent; culture and economy share a lane
MARKS = {
    "rep": ({"marker": "o", "markerfacecolor": "#00467f"}, {"id": "dilaporkan", "en": "reported"}),
    "ann": ({"marker": "o", "markerfacecolor": "#ffffff"}, {"id": "diumumkan", "en": "announced"}),
    "st": ({"marker": "D", "markerfacecolor": "#d9a441"}, {"id": "dinyatakan", "en": "stated"}),
}
PANDEMIC = 2020 + 2 / 12


def draw(data, language):
    """Lanes by field with a mark an entry; bars for the terms of office above them."""
    figure = Figure(figsize=(4.8, 4.6), layout="constrained")
    axes = figure.add_subplot()
    axes.axvspan(*PERIOD, color="#ececec", linewidth=0, zorder=0)
    axes.plot([PANDEMIC] * 2, [0.4, 7.6], color="#777777", linewidth=0.9, linestyle=":", zorder=1)
    for row in data["terms.csv"]:
        _term(axes, row, row[f"label_{language.tag}"])
    for height, name, _ in TERMS.values():
        _name(axes, height, name, fontweight="bold")
    for field, (height, words) in LANES.items():
        axes.axhline(height, color="#cccccc", linewidth=0.6, zorder=0)
        _name(
            axes,
            height,
            language.text(words),
            fontstyle="italic" if language.tag == "id" and field == "E" else "normal",
        )
    for row in data["register.csv"]:
        for field in SIX if row["fields"] == "A" else row["fields"].split():
            axes.plot(
                [_year(row["date"])],
                [LANES[field][0]],
                linestyle="none",
                markersize=6.5,
                markeredgecolor="#222222",
                markeredgewidth=0.9,
                **MARKS[row["kind"]][0],
            )
    for place, (form, words) in zip((2014.2, 2016.5, 2019), MARKS.values(), strict=True):
        axes.plot([place], [-0.1], markersize=6.5, markeredgecolor="#222222", clip_on=False, **form)
        axes.text(place + 0.15, -0.1, language.text(words), ha="left", va="center", **FONT)
    _text(axes, sum(PERIOD) / 2, 10.75, language.text({"id": "periode skripsi", "en": "period of the thesis"}))
    _text(axes, PANDEMIC, 7.95, language.text({"id": "pandemi", "en": "pandemic"}))
    axes.set_xlim(SPAN)
    axes.set_ylim(-0.6, 11.1)
    axes.set_yticks([])
    axes.set_xticks(range(SPAN[0], int(SPAN[1]) + 1))
    axes.tick_params(labelsize=11, labelfontfamily="STIXGeneral")
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    return figure


def _term(axes, row, words):
    height, _, colour = TERMS[row["row"]]
    start = max(_year(row["start"]) if row["start"] else SPAN[0], SPAN[0])
    end = min(_year(row["end"]) if row["end"] else SPAN[1], SPAN[1])
    axes.barh(height, end - start, left=start, height=0.85, color=colour, edgecolor="#222222", linewidth=0.8)
    if end - start > 1:
        short = words if end - start > 1.5 else words.split()[0] + " " + words.split()[-1]
        axes.text((start + end) / 2, height, short, ha="center", va="center", **{**FONT, "size": 10})


def _name(axes, height, words, **form):
    axes.text(SPAN[0] - 0.12, height, words, ha="right", va="center", **FONT, **form)


def _text(axes, place, height, words):
    axes.text(place, height, words, ha="center", va="center", color="#333333", **{**FONT, "size": 10.5})


def _year(date):
    parts = [int(part) for part in date.split("-")]
    months = (parts[1] - 1) / 12 if len(parts) > 1 else 0
    days = (parts[2] - 1) / 365 if len(parts) > 2 else 0
    return parts[0] + months + days
