"""Components of the EGDI of both states in 2016, 2018 and 2022."""

from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

FONT = {"family": "STIXGeneral", "size": 10}
YEARS = (2016, 2018, 2022)
PARTS = ("osi", "tii", "hci")
STATES = {
    "IDN": {"color": "#00467f", "marker": "o", "linestyle": "-", "words": {"id": "Indonesia", "en": "Indonesia"}},
    "KOR": {
        "color": "#9a4a00",
        "marker": "s",
        "linestyle": "--",
        "words": {"id": "Republik Korea", "en": "Republic of Korea"},
    },
}
NAMES = {
    "osi": {"id": "layanan daring (OSI)", "en": "online service (OSI)"},
    "tii": {"id": "infrastruktur (TII)", "en": "infrastructure (TII)"},
    "hci": {"id": "modal manusia (HCI)", "en": "human capital (HCI)"},
}


def draw(data, language):
    """Three panels, one a component, with both states in each."""
    figure = Figure(figsize=(5.9, 2.9), layout="constrained")
    panels = figure.subplots(1, 3, sharey=True)
    for axes, part in zip(panels, PARTS, strict=True):
        for country, form in STATES.items():
            rows = [r for r in data["egdi.csv"] if r["iso3"] == country and int(r["year"]) in YEARS]
            values = [float(row[part]) for row in rows]
            axes.plot(
                YEARS,
                values,
                color=form["color"],
                marker=form["marker"],
                linestyle=form["linestyle"],
                markersize=5,
                linewidth=1.5,
            )
            if part == "osi":
                axes.annotate(
                    language.text(form["words"]),
                    (YEARS[0], values[0]),
                    xytext=(2, -14),
                    textcoords="offset points",
                    color=form["color"],
                    **{**FONT, "size": 9},
                )
        axes.set_title(language.text(NAMES[part]), **FONT)
        axes.set_xticks(YEARS)
        axes.set_xlim(YEARS[0] - 0.9, YEARS[-1] + 0.9)
        axes.set_ylim(0, 1.1)
        axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: language.number(round(value, 1), 1)))
        axes.tick_params(labelsize=9, labelfontfamily="STIXGeneral")
        for side in ("right", "top"):
            axes.spines[side].set_visible(False)
    return figure
