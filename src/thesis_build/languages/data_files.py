"""The data files of languages: those of the package, and those that the project at hand brings.

A project brings languages in `paper/languages/`; whoever begins to work on a project says so by `use`. Its files come
as plain data that were checked (see `data_faults`), and are asked for by the names that the package's own files have.
A process works on one project at a time: what was remembered of another one's languages is then forgotten.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

T = TypeVar("T")

Brought = Mapping[str, Any]
"""The files that a project brings, by name: YAML as data, tables as text."""

TABLES = "tables.yaml"
"""Which pair of languages has which word tables; the package's own stands in its folder `lexicon`."""

_PACKAGE = resources.files("thesis_build.languages")
_caches: list[functools._lru_cache_wrapper[Any]] = []
_brought: dict[str, Any] = {}


def use(files: Brought) -> None:
    """From here on languages come from the package and from these files of a project."""
    if files == _brought:
        return
    _brought.clear()
    _brought.update(files)
    for cache in _caches:
        cache.cache_clear()


def remembered(maxsize: int | None = None) -> Callable[[Callable[..., T]], functools._lru_cache_wrapper[T]]:
    """A cache for what depends on the data of languages: it is emptied where those of another project are used."""

    def remember(function: Callable[..., T]) -> functools._lru_cache_wrapper[T]:
        cached = functools.lru_cache(maxsize)(function)
        _caches.append(cached)
        return cached

    return remember


def exists(name: str) -> bool:
    """Whether the project brings this file, or the package has it."""
    return name in _brought or _packaged(name).is_file()


def load(name: str) -> Any:
    """The data of a YAML file; raises `FileNotFoundError` where there is none of this name."""
    return _brought[name] if name in _brought else parse(_packaged(name).read_text(encoding="utf-8"))


def text(name: str) -> str:
    """The text of a table; raises `FileNotFoundError` where there is none of this name."""
    return str(_brought[name]) if name in _brought else _packaged(name).read_text(encoding="utf-8")


def brought(name: str) -> Any:
    """The data of a file that the project brings, or None."""
    return _brought.get(name)


def tags() -> tuple[str, ...]:
    """The tags of the languages there are files for."""
    return tuple(sorted({*packaged_tags(), *map(_tag, _brought)} - {""}))


def packaged_tags() -> frozenset[str]:
    """The tags of the languages of the package."""
    return frozenset(_tag(entry.name) for entry in _PACKAGE.iterdir()) - {""}


def _tag(name: str) -> str:
    is_labels = name.startswith("labels-") and name.endswith(".yaml")
    return name.removeprefix("labels-").removesuffix(".yaml") if is_labels else ""


def parse(source: str) -> Any:
    """A YAML text as data, by the parser in C where PyYAML has it."""
    import yaml

    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _packaged(name: str) -> Traversable:
    return _PACKAGE.joinpath(*name.split("/"))
