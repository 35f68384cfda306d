"""The EGDI of Indonesia and the Republic of Korea: two lines, the gap between them, the period of the thesis."""

from itertools import pairwise

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

FONT = {"family": "STIXGeneral", "size": 11}
SMALL = {"family": "STIXGeneral", "size": 9.5, "color": "#333333", "linespacing": 1.1}
PERIOD = (2016, 2020)
GAPS = (2010, 2016, 2022)  # years in which the gap is marked

# line style and marker differ, so that the lines can be told apart in grey and by readers who do not see colours
LINES = {
    "KOR": {
        "color": "#9a4a00",
        "linestyle": "--",
        "marker": "s",
        "words": {"id": "Republik Korea", "en": "Republic of Korea"},
    },
    "IDN": {"color": "#00467f", "linestyle": "-", "marker": "o", "words": {"id": "Indonesia", "en": "Indonesia"}},
}


def draw(data, language):
    """The figure, from the rows of egdi.csv; a year without a score has no marker and a dotted line across it."""
    figure = Figure(figsize=(5.0, 3.6), layout="constrained")
    axes = figure.add_subplot()
    axes.axvspan(*PERIOD, color="#e9e9e9", linewidth=0, zorder=0)
    scores = {country: _scores(data["egdi.csv"], country) for country in LINES}
    for country, form in LINES.items():
        _line(axes, scores[country], form)
        year, score = max((year, score) for year, score in scores[country].items() if score is not None)
        axes.annotate(
            language.text(form["words"]),
            (year, score),
            xytext=(9, 0),
            textcoords="offset points",
            va="center",
            color=form["color"],
            **FONT,
        )
    for year in GAPS:
        _gap(axes, year, scores["IDN"][year], scores["KOR"][year], language)
    _remark(axes, (sum(PERIOD) / 2, 0.08), language.text({"id": "periode skripsi", "en": "period of the thesis"}))
    for year in (year for year, score in scores["KOR"].items() if score is None):
        words = {"id": f"skor {year}\ntidak terlihat", "en": f"{year} score\nnot seen"}
        _remark(axes, (year, 0.83), language.text(words))
    _axes(axes, sorted(scores["IDN"]), language)
    return figure


def _scores(rows, country):
    """Scores of one country by year; None where the file has none."""
    return {int(row["year"]): float(row["egdi"]) if row["egdi"] else None for row in rows if row["iso3"] == country}


def _line(axes, scores, form):
    known = [(year, score) for year, score in sorted(scores.items()) if score is not None]
    for (start, low), (end, high) in pairwise(known):
        missing = any(start < year < end for year in scores)
        style = (0, (1, 2.5)) if missing else form["linestyle"]
        axes.plot([start, end], [low, high], color=form["color"], linestyle=style, linewidth=1.5, zorder=2)
    years, values = zip(*known, strict=True)
    axes.plot(years, values, color=form["color"], linestyle="none", marker=form["marker"], markersize=5.5, zorder=3)


def _gap(axes, year, low, high, language):
    """An arrow from the lower to the upper line, with the distance beside it."""
    arrow = {"arrowstyle": "<->", "color": "#555555", "linewidth": 0.8, "shrinkA": 5, "shrinkB": 5}
    axes.annotate("", (year, high), xytext=(year, low), arrowprops=arrow, zorder=1)
    words = {"id": "selisih", "en": "gap"}
    label = f"{language.text(words)}\n{language.number(round(high - low, 4), 4)}"
    place = (year, (low + high) / 2)
    axes.annotate(label, place, xytext=(5, 0), textcoords="offset points", va="center", **SMALL)


def _remark(axes, place, words):
    axes.text(*place, words, ha="center", va="center", **SMALL)


def _axes(axes, years, language):
    axes.set_xlim(years[0] - 0.5, years[-1] + 3.3)
    axes.set_ylim(0, 1)
    axes.set_xticks(years)
    axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1])
    axes.set_xlabel(language.text({"id": "Tahun", "en": "Year"}), **FONT)
    axes.set_ylabel(language.text({"id": "EGDI (skala 0–1)", "en": "EGDI (scale 0–1)"}), **FONT)
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: language.number(round(value, 1), 1)))
    for label in [*axes.get_xticklabels(), *axes.get_yticklabels()]:
        label.set_family(FONT["family"])
        label.set_size(10)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_bounds(years[0] - 0.5, years[-1])
