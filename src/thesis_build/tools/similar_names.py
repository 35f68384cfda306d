"""A file that is called almost as a path says: in another case, with other spaces, or escaped as in web addresses."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from urllib.parse import unquote

from thesis_build.tools.project_files import Files, leaves


def similar(files: Files, path: str) -> str:
    """The path of a file that only case, spaces or escapes distinguish from one that is not there, or empty."""
    folder, name = posixpath.split(posixpath.normpath(path))
    for candidate in dict.fromkeys(form for plain in (folder, unquote(folder)) for form in (plain, plain.lower())):
        if candidate and not leaves(candidate):
            for found in _names(files, candidate):
                if _plain(found) == _plain(name):
                    return f"{candidate}/{found}"
    return ""


def _names(files: Files, folder: str) -> list[str]:
    try:
        return [name for name in files.names(folder) if files.exists(f"{folder}/{name}")]
    except OSError:
        return []


def _plain(name: str) -> str:
    """A name without what is easily mistaken in it."""
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFC", unquote(name)).casefold()).replace(".jpeg", ".jpg")
