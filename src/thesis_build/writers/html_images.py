"""Images of the HTML edition: inlined as `data:` addresses, once each, however many languages show them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from html import escape

from thesis_build.tools.images import size


class Pictures:
    """The images of all languages; one that several languages share is defined once and used by each."""

    def __init__(self, contents: Mapping[str, Mapping[str, bytes]]) -> None:
        self._contents = contents
        self._shared: dict[str, dict[str, str]] = {}

    def html(self, tag: str, address: str, alt: str, width: str) -> str:
        """The HTML of an image in one language; `width` is a share of the text's width ("80%") or empty."""
        content = self._contents[tag].get(address, b"")
        kind = _width_class(width)
        across, down = size(content) or (0, 0)
        if (
            across
            and all(other.get(address) == content for other in self._contents.values())
            and len(self._contents) > 1
        ):
            name = self._share(content, address, across, down)
            measured = f'viewBox="0 0 {across:g} {down:g}" width="{across:g}" height="{down:g}"'
            label = f'role="img" aria-label="{escape(alt)}"'
            return f'<svg {label}{kind} {measured}><use href="#{name}"></use></svg>'
        measured = f' width="{across:.0f}" height="{down:.0f}"' if across else ""
        return f'<img src="{_data_address(content, address)}" alt="{escape(alt)}"{measured}{kind}>'

    def shared(self) -> list[dict[str, str]]:
        """The images to be defined once in the page: identifier, size and address."""
        return list(self._shared.values())

    def _share(self, content: bytes, address: str, across: float, down: float) -> str:
        name = f"image-{hashlib.sha256(content).hexdigest()[:10]}"
        self._shared[name] = {
            "id": name,
            "width": f"{across:g}",
            "height": f"{down:g}",
            "href": _data_address(content, address),
        }
        return name


def _width_class(width: str) -> str:
    """A class for a share of the width, in steps of five percent: the policy of the page forbids `style=`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)%", width)
    if match is None:
        return ""
    return f' class="w{min(100, max(5, round(float(match[1]) / 5) * 5))}"'


def _data_address(content: bytes, address: str) -> str:
    """An image's content as a `data:` address."""
    kind = _MEDIA.get(address.rsplit(".", 1)[-1].lower(), "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


_MEDIA = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
}
