"""Five ties between an Indonesian and a Korean city, drawn across the levels of government of both states."""

from matplotlib.figure import Figure

FONT = {"family": "STIXGeneral", "size": 11.5, "ha": "center", "va": "center", "linespacing": 1.15}
PLAIN, MARKED = "#ffffff", "#d9d9d9"
PLACES = {  # column and height of each city
    "Jakarta": (0.9, 2.3),
    "Bandung": (0.9, 1.05),
    "Bogor": (0.9, 0.35),
    "Seoul": (3.1, 2.3),
    "Suwon": (3.1, 1.05),
    "Seongdong": (3.1, 0.35),
}
TIES = (  # pair, and whether both stand at the same level
    ("Jakarta", "Seoul", True),
    ("Bandung", "Seoul", False),
    ("Bogor", "Seoul", False),
    ("Bandung", "Suwon", True),
    ("Bandung", "Seongdong", True),
)


def draw(_data, language):
    """Two columns of boxes with a line a tie: whole where the levels are equal, dashed where they are not."""
    figure = Figure(figsize=(4.6, 3.4), layout="constrained")
    axes = figure.add_subplot()

    def word(indonesian, english):
        return language.text({"id": indonesian, "en": english})

    for left, right, equal in TIES:
        (start, low), (end, high) = PLACES[left], PLACES[right]
        axes.plot(
            [start + 0.42, end - 0.42],
            [low, high],
            color="#00467f" if equal else "#9a4a00",
            linestyle="-" if equal else (0, (5, 2.5)),
            linewidth=2.2 if (left, right) == ("Bandung", "Seoul") else 1.4,
            zorder=0,
        )
    for name, (x, y) in PLACES.items():
        heavy = name in ("Bandung", "Seoul")
        box = {
            "boxstyle": "square,pad=0.4",
            "facecolor": MARKED if heavy else PLAIN,
            "edgecolor": "#222222",
            "linewidth": 1.6 if heavy else 0.8,
        }
        axes.text(x, y, name, bbox=box, fontweight="bold" if heavy else "normal", **FONT)
    for x, words in ((0.9, "Indonesia"), (3.1, word("Republik Korea", "Republic of Korea"))):
        axes.text(x, 2.95, words, **{**FONT, "size": 12})
    for y, words in ((2.3, word("tingkat\npertama", "first\nlevel")), (0.7, word("tingkat\nkedua", "second\nlevel"))):
        axes.text(-0.35, y, words, color="#333333", style="italic", **FONT)
    axes.axhline(1.68, color="#bbbbbb", linewidth=0.8, linestyle=":")
    for y, style, colour, words in (
        (-0.3, "-", "#00467f", word("tingkat setara", "equal levels")),
        (-0.62, (0, (5, 2.5)), "#9a4a00", word("tingkat tidak setara", "unequal levels")),
    ):
        axes.plot([0.5, 1.0], [y, y], color=colour, linestyle=style, linewidth=1.4)
        axes.text(1.12, y, words, **{**FONT, "ha": "left"})
    axes.set_xlim(-0.85, 3.75)
    axes.set_ylim(-0.85, 3.2)
    axes.axis("off")
    return figure
