"""The size of an image from its first bytes, without a library that decodes it."""

from __future__ import annotations

import io
import re
import struct

_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}


def size(content: bytes) -> tuple[float, float] | None:
    """Width and height in CSS pixels of a PNG, JPEG, GIF, WebP or SVG; None where it is none of them or broken."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) > 24:
        across, down = struct.unpack(">II", content[16:24])
        return (float(across), float(down)) if across and down else None
    if content[:2] == b"\xff\xd8" or content[:6] in (b"GIF87a", b"GIF89a") or content[8:12] == b"WEBP":
        return _raster(content)
    return _svg(content)


def _raster(content: bytes) -> tuple[float, float] | None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(content)) as image:
            return float(image.width), float(image.height)
    except (OSError, ValueError, SyntaxError):
        return None


def _svg(content: bytes) -> tuple[float, float] | None:
    match = re.search(rb"<svg\b[^>]*>", content[:20000])
    if match is None or b"</svg>" not in content[-2000:]:
        return None
    opening = match[0].decode(errors="replace")
    across, down = _length(opening, "width"), _length(opening, "height")
    if across and down:
        return across, down
    box = re.search(r'viewBox\s*=\s*["\']\s*([-\d.eE]+)[\s,]+([-\d.eE]+)[\s,]+([\d.eE]+)[\s,]+([\d.eE]+)', opening)
    try:
        return (float(box[3]), float(box[4])) if box else None
    except ValueError:
        return None


def _length(opening: str, name: str) -> float:
    match = re.search(rf'\b{name}\s*=\s*["\']\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*["\']', opening)
    return float(match[1]) * _UNITS.get(match[2], 0.0) if match else 0.0
