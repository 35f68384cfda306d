"""Which tokens of a formula belong together: brackets, braces, bars, the begin and end of an environment."""

from __future__ import annotations

from thesis_build.languages.maths.tex_tables import table

CLOSERS = table(
    "{=} (=) [=] \\{=\\} \\lvert=\\rvert \\lVert=\\rVert \\langle=\\rangle \\lfloor=\\rfloor \\lceil=\\rceil"
)
CLOSERS["\\begin"] = "\\end"


def pairs(cut: list[str]) -> tuple[dict[int, int], set[int]]:
    """Where each bracket is closed, by where it opens, and where braces `\\{` hold a list or a condition."""
    partner: dict[int, int] = {}
    lists: set[int] = set()
    frames = [_Frame(-1, "")]
    opened = {"}": 0, "\\end": 0}

    def leave(close: int | None) -> None:
        frame = frames.pop()
        if close is not None:
            partner[frame.at] = close
        if frame.closer in opened:
            opened[frame.closer] -= 1
        if frame.settle(partner):
            lists.add(frame.at)

    for at, token in enumerate(cut):
        kind = token.partition(":")[0] if token.startswith(("\\begin:", "\\end:")) else token
        top = frames[-1]
        if kind in CLOSERS:
            frames.append(_Frame(at, CLOSERS[kind]))
            if CLOSERS[kind] in opened:
                opened[CLOSERS[kind]] += 1
        elif opened.get(kind):
            while frames[-1].closer != kind:
                leave(None)
            leave(at)
        elif kind == top.closer or {kind, top.closer} == {")", "]"}:
            leave(at)
        elif kind in ("|", "\\Vert"):
            top.bars[kind].append(at)
        elif kind in (",", ":", "\\mid"):
            top.listed = True
    while frames:
        leave(None)
    return partner, lists


class _Frame:
    """What is open while pairs are sought: where, what closes it, the bars directly in it."""

    def __init__(self, at: int, closer: str) -> None:
        self.at = at
        self.closer = closer
        self.bars: dict[str, list[int]] = {"|": [], "\\Vert": []}
        self.listed = False

    def settle(self, partner: dict[int, int]) -> bool:
        """Bars by twos are pairs; an odd one is a condition. Whether this is a list."""
        for bars in self.bars.values():
            if len(bars) % 2 == 0:
                partner.update(zip(bars[::2], bars[1::2], strict=True))
        return self.listed or len(self.bars["|"]) % 2 == 1
