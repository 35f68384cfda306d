"""Two bars, labelled in the language."""

from matplotlib.figure import Figure


def draw(data, language):
    figure = Figure(figsize=(4, 2.4), layout="constrained")
    axes = figure.add_subplot()
    rows = data["cities.csv"]
    axes.bar([row["city"] for row in rows], [float(row["people"]) for row in rows], color="#446688")
    axes.set_ylabel(language.text({"id": "penduduk", "en": "people"}))
    return figure
