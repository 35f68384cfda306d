"""What is worked out from a value is kept on that value, and goes with it.

A function marked `derived` works out its result once for each value: the passages of a chapter, the names in a library.
The result lives as long as the value. A run that takes over the chapters that did not change (see `read_project`) takes
over what was worked out from them; what did change is another value, and nothing stale can be found under it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

Memo = dict[Any, Any]
"""Function, or function and arguments → result."""


class Remembering(Protocol):
    """A value that keeps what is worked out from it."""

    @property
    def memo(self) -> Memo:
        """The results kept so far."""


Value = TypeVar("Value", bound=Remembering)
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def derived(function: Callable[Concatenate[Value, Rest], Result]) -> Callable[Concatenate[Value, Rest], Result]:
    """Keep the results of `function` on its first argument; further arguments, given by position, must be hashable.

    Two threads that ask at the same time may both work it out; they get equal results.
    """

    @wraps(function)
    def remembered(value: Value, *rest: Rest.args, **named: Rest.kwargs) -> Result:
        key = (function, *rest, *named.items()) if rest or named else function
        memo = value.memo
        if key not in memo:
            memo[key] = function(value, *rest, **named)
        result: Result = memo[key]
        return result

    return cast("Callable[Concatenate[Value, Rest], Result]", remembered)
