"""Mayors of both cities and the cooperation on one time line; the period of the thesis is shaded."""

from matplotlib.figure import Figure

FONT = {"family": "STIXGeneral", "size": 10}
ROWS = {"bandung": (2, "Bandung", "#cfe0ee"), "seoul": (1, "Seoul", "#f3dcc8")}
PERIOD = (2016, 2021)
SPAN = (2013, 2023)
PLACES = {  # height of each event's label, and on which side of its line it stands
    "2014-04": (-1.6, "left"),
    "2015-05-20": (-0.8, "left"),
    "2016-03-24": (-0.4, "left"),
    "2018-09-05": (-0.8, "right"),
    "2020-04-22": (-1.2, "right"),
    "2020-07-10": (-0.4, "left"),
}


def draw(data, language):
    """Bars for the terms of office, marks for what the record dates."""
    figure = Figure(figsize=(5.9, 3.3), layout="constrained")
    axes = figure.add_subplot()
    axes.axvspan(*PERIOD, color="#e9e9e9", linewidth=0, zorder=0)
    label = f"label_{language.tag}"
    for row in data["timeline.csv"]:
        if row["row"] in ROWS:
            _term(axes, row, row[label])
    events = [row for row in data["timeline.csv"] if row["row"] == "events"]
    for row in events:
        _event(axes, _year(row["start"]), row[label], *PLACES[row["start"]])
    words = language.text({"id": "periode skripsi", "en": "period of the thesis"})
    axes.text(sum(PERIOD) / 2, 2.62, words, ha="center", va="bottom", color="#333333", **FONT)
    for height, name, _ in ROWS.values():
        axes.text(SPAN[0] - 0.12, height, name, ha="right", va="center", fontweight="bold", **FONT)
    axes.set_xlim(SPAN)
    axes.set_ylim(-1.95, 2.95)
    axes.set_yticks([])
    axes.set_xticks(range(SPAN[0], SPAN[1] + 1))
    axes.tick_params(labelsize=9, labelfontfamily="STIXGeneral")
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    return figure


def _term(axes, row, words):
    height, _, colour = ROWS[row["row"]]
    start = max(_year(row["start"]) if row["start"] else SPAN[0], SPAN[0])
    end = min(_year(row["end"]) if row["end"] else SPAN[1], SPAN[1])
    axes.barh(height, end - start, left=start, height=0.62, color=colour, edgecolor="#222222", linewidth=0.8)
    short = end - start < 1
    axes.text(
        (start + end) / 2,
        height + (0.42 if short else 0),
        words,
        ha="center",
        va="bottom" if short else "center",
        **{**FONT, "size": 8.5 if short else 10},
    )


def _event(axes, year, words, height, side):
    axes.plot([year, year], [0.42, height - 0.1], color="#222222", linewidth=0.7)
    axes.plot([year], [0.42], marker="o", color="#222222", markersize=4)
    axes.text(year + (0.08 if side == "left" else -0.08), height, words, ha=side, va="center", **FONT)


def _year(date):
    parts = [int(part) for part in date.split("-")]
    months = (parts[1] - 1) / 12 if len(parts) > 1 else 0
    days = (parts[2] - 1) / 365 if len(parts) > 2 else 0
    return parts[0] + months + days
