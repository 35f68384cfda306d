"""The published JSON Schema of the settings."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def schema() -> dict[str, Any]:
    """The published JSON Schema of the settings."""
    text = resources.files("thesis_build.readers.settings").joinpath("thesis.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
