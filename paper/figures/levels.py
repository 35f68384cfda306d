"""The two cities' place in their states' levels of government."""

from matplotlib.figure import Figure

FONT = {"family": "STIXGeneral", "size": 10.5, "ha": "center", "va": "center", "linespacing": 1.15}
PLAIN, MARKED = "#ffffff", "#d9d9d9"


def draw(_data, language):
    """Two columns of boxes, state above city; the two cities are grey and thickly framed."""
    figure = Figure(figsize=(5.9, 3.4), layout="constrained")
    axes = figure.add_subplot()

    def word(indonesian, english):
        return language.text({"id": indonesian, "en": english})

    def box(x, y, text, colour=PLAIN):
        heavy = colour == MARKED
        axes.text(
            x,
            y,
            text,
            bbox={
                "boxstyle": "square,pad=0.45",
                "facecolor": colour,
                "edgecolor": "#222222",
                "linewidth": 1.6 if heavy else 0.8,
            },
            fontweight="bold" if heavy else "normal",
            **FONT,
        )

    def line(x, above, below):
        axes.plot([x, x], [above, below], color="#222222", linewidth=0.9, zorder=0)

    line(1, 3, 1)
    box(1, 3, word("Pemerintah\nRepublik Indonesia", "Government of\nIndonesia"))
    box(1, 2, word("provinsi: Jawa Barat", "province: West Java"))
    box(1, 1, word("kota: Bandung", "city: Bandung"), MARKED)
    line(3, 3, 1)
    box(3, 3, word("Pemerintah\nRepublik Korea", "Government of the\nRepublic of Korea"))
    box(3, 2, word("kota khusus: Seoul", "special city: Seoul"), MARKED)
    box(3, 1, word("25 distrik otonom (gu)", "25 autonomous districts (gu)"))
    for height, words in ((2, word("tingkat\npertama", "first\nlevel")), (1, word("tingkat\nkedua", "second\nlevel"))):
        axes.text(-0.35, height, words, color="#333333", style="italic", **FONT)
        axes.axhline(height - 0.5, color="#bbbbbb", linewidth=0.7, linestyle=":")
    axes.axhline(2.5, color="#bbbbbb", linewidth=0.7, linestyle=":")
    axes.set_xlim(-0.9, 4.3)
    axes.set_ylim(0.45, 3.5)
    axes.axis("off")
    return figure
