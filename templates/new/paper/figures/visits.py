"""Visits a year, as bars."""

from matplotlib.figure import Figure


def draw(data, language):
    """The figure, from the rows of visits.csv; `language.text` chooses the words of the edition."""
    rows = data["visits.csv"]
    figure = Figure(figsize=(5.5, 3), layout="constrained")
    axes = figure.add_subplot()
    axes.bar([row["year"] for row in rows], [float(row["visits"]) for row in rows], color="#00467f")
    axes.set_xlabel(language.text({"id": "Tahun", "en": "Year"}))
    axes.set_ylabel(language.text({"id": "Kunjungan", "en": "Visits"}))
    return figure
