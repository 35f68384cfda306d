"""Dissolved oxygen year by year, with numbers and labels as the language writes them."""

from matplotlib.figure import Figure


def draw(data, language):
    figure = Figure(figsize=(4, 2.4), layout="constrained")
    axes = figure.add_subplot()
    rows = data["oxygen.csv"]
    bars = axes.bar([row["year"] for row in rows], [float(row["oxygen"]) for row in rows], color="#446688")
    axes.bar_label(bars, labels=[language.number(row["oxygen"], 1) for row in rows])
    axes.set_ylabel(language.text({"ms": "oksigen terlarut (mg/L)", "en": "dissolved oxygen (mg/L)"}))
    return figure
