"""Knowledge of bibliographies says what is so; how bad that is, and under which code, is said by rules."""

from __future__ import annotations

import re
from pathlib import Path

from thesis_build import bibliography

RULES = re.compile(r"\bSeverity\b|\b(?:BIB|CIT|DOC|LNT|PAR)\d{3}\b")


def test_no_severity_and_no_code_of_a_rule_stands_here() -> None:
    modules = list(Path(bibliography.__path__[0]).glob("*.py"))
    assert len(modules) > 10
    assert not [module.name for module in modules if RULES.search(module.read_text(encoding="utf-8"))]
