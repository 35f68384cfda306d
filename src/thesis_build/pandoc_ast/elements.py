"""What elements hold, by the names of their parts."""

from __future__ import annotations

from thesis_build.model import Element, Elements


def level(block: Element) -> int:
    """The level of a heading; 0 where the block is none."""
    return int(block["c"][0]) if block["t"] == "Header" else 0


def table_rows(table: Element) -> list[list[Elements]]:
    """The rows of a table, those of its head first: the blocks of each cell."""
    _, _, _, head, bodies, foot = table["c"]
    rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
    return [[cell[4] for cell in row[1]] for row in rows]


def caption_inlines(element: Element) -> Elements:
    """The caption of a Figure or Table as inlines (its paragraphs joined by spaces)."""
    out: Elements = []
    for block in element["c"][1][1]:
        if block["t"] in ("Plain", "Para"):
            if out:
                out.append({"t": "Space"})
            out.extend(block["c"])
    return out
