"""Every regular expression of the package, with the methods by which it is used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import ModuleType

import thesis_build

METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_STARTED = ("__main__", "drawing_child", "generate", "pytest_plugin", "typst_child")
"""Modules that do something where they are imported."""


@dataclass(frozen=True)
class Expression:
    """A pattern, the methods it is used by, and where it stands."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    methods: frozenset[str]
    where: str

    def run(self, text: str) -> None:
        """Use it on a text, as the package does."""
        content = text.encode() if isinstance(self.pattern.pattern, bytes) else text
        for method in self.methods:
            found = _USES[method](self.pattern, content)
            if method == "finditer":
                for _ in islice(found, 100_000):
                    pass


_USES: dict[str, Callable[..., Iterator[object]]] = {
    method: (
        lambda pattern, text, method=method: getattr(pattern, method)(
            *((lambda found: "",) if "sub" in method else ()), text
        )
    )
    for method in METHODS
}


def expressions() -> list[Expression]:
    """All of them: those with a name, and those written where they are used."""
    found = []
    for module in _modules():
        path = Path(str(module.__file__))
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += list(_named(module, path))
        found += list(_written(tree, path))
    return found


def _modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(thesis_build.__path__, "thesis_build."):
        if not any(name in info.name for name in _STARTED):
            yield importlib.import_module(info.name)


def _named(module: ModuleType, path: Path) -> Iterator[Expression]:
    """The patterns that a module keeps under a name."""
    source = path.read_text(encoding="utf-8")
    spaces = [
        vars(module),
        *(vars(v) for v in vars(module).values() if isinstance(v, type) and v.__module__ == module.__name__),
    ]
    for space in spaces:
        for name, value in space.items():
            if isinstance(value, re.Pattern) and f"{name} =" in source:
                used = {m for m in METHODS if re.search(rf"\b{name}\.{m}\b", _source())}
                yield Expression(value, frozenset(used or {"search"}), f"{path.name}: {name}")


def _written(tree: ast.Module, path: Path) -> Iterator[Expression]:
    """The patterns that are given to a function of `re`."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr in METHODS
            and isinstance(node.args[0], ast.Constant)
        ):
            yield Expression(re.compile(node.args[0].value), frozenset({node.func.attr}), f"{path.name}:{node.lineno}")


def _source() -> str:
    global _text
    if not _text:
        _text = "\n".join(path.read_text(encoding="utf-8") for path in Path(thesis_build.__path__[0]).rglob("*.py"))
    return _text


_text = ""
