"""The Jinja environments: strict, escaping for their target, sandboxed. No line of prose passes through them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2 import TemplateError as JinjaError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from thesis_build.errors import TemplateError
from thesis_build.tools import typst
from thesis_build.tools.project_files import DiskFiles, RefusedFile

Html = Markup
"""Text that is HTML already."""


class Typst(str):
    """Text that is Typst markup already."""

    __slots__ = ()


def render_html(root: Path, name: str, context: dict[str, Any]) -> str:
    """The template `html/NAME` with every value escaped for HTML, save those that are `Html`."""
    environment = _environment(root, "html", autoescape=True)
    return _render(environment, name, context)


def render_typst(root: Path, name: str, context: dict[str, Any]) -> str:
    """The template `pdf/NAME` with every value escaped for Typst markup, save those that are `Typst`."""
    environment = _environment(root, "pdf", autoescape=False)
    environment.finalize = lambda value: value if isinstance(value, Typst) else typst.escape(str(value))
    environment.filters["string"] = lambda value: Typst(typst.string(str(value)))
    return _render(environment, name, context)


def render_plain(name: str, context: dict[str, Any]) -> str:
    """The package's template `new/NAME`, whose values are escaped where it says so: `| yaml` makes a YAML value."""
    environment = _environment(Path(__file__).parent, "new", autoescape=False)
    environment.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    return _render(environment, name, context)


def shipped(name: str) -> Path:
    """A file or folder among the package's templates; raises `TemplateError` where it is not there."""
    for templates in folders(Path(__file__).parent):
        if (templates / name).exists():
            return templates / name
    raise _fault(name, "not found", "tidak ditemukan")


def asset(root: Path, folder: str, name: str) -> str:
    """The text of a file beside the templates (CSS, JavaScript), which is no template; raises `TemplateError`."""
    own = _own(root, f"{folder}/{name}")
    if own is not None:
        return own
    for templates in folders(root)[1:]:
        path = templates / folder / name
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise _fault(f"{folder}/{name}", "not found", "tidak ditemukan")


def _own(root: Path, name: str) -> str | None:
    """The text of a template of the project; None where it has none. Raises `TemplateError` where it cannot be read."""
    try:
        content = DiskFiles(root).read(f"templates/{name}")
        return None if content is None else content.decode().replace("\r\n", "\n")
    except RefusedFile as refused:
        raise _fault(name, refused.reason["en"], refused.reason["id"]) from refused
    except UnicodeDecodeError as error:
        raise _fault(name, "it is not UTF-8", "berkas ini bukan UTF-8") from error


class _OwnTemplates(BaseLoader):
    """The templates in a folder of a project's `templates/`."""

    def __init__(self, root: Path, folder: str) -> None:
        self._root, self._folder = root, folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """The text of a template and where it is; raises `TemplateNotFound` where the project has none."""
        del environment
        name = f"{self._folder}/{'/'.join(split_template_path(template))}"
        text = _own(self._root, name)
        if text is None:
            raise TemplateNotFound(template)
        return text, str(self._root / "templates" / name), None


def folders(root: Path) -> tuple[Path, ...]:
    """Where templates are looked up: the project's own first, then the package's, then the checkout's."""
    package = Path(__file__).parent
    return (root / "templates", package / "templates", package.parents[1] / "templates")


def _environment(root: Path, folder: str, autoescape: bool) -> ImmutableSandboxedEnvironment:
    shipped = folders(root)[1:]
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([_OwnTemplates(root, folder), *(FileSystemLoader(place / folder) for place in shipped)]),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _render(environment: ImmutableSandboxedEnvironment, name: str, context: dict[str, Any]) -> str:
    try:
        return environment.get_template(name).render(context)
    except TemplateSyntaxError as error:
        place = f"{Path(error.filename or error.name or name).name}:{error.lineno}"
        raise _fault(place, str(error.message), str(error.message)) from error
    except TemplateNotFound as error:
        raise _fault(str(error.name), "not found", "tidak ditemukan") from error
    except JinjaError as error:
        raise _fault(f"{name}{_line(error)}", str(error), str(error)) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _fault(f"{name}{_line(error)}", str(error), str(error)) from error


def _line(error: BaseException) -> str:
    """The template line an error arose on, from its traceback."""
    lines = []
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return f":{lines[-1]}" if lines else ""


def _fault(place: str, english: str, indonesian: str) -> TemplateError:
    return TemplateError(
        {
            "en": f"the template {place} cannot be used: {english}",
            "id": f"templat {place} tidak dapat dipakai: {indonesian}",
        },
        {
            "en": "fix the file in templates/, or remove it to use the one that ships",
            "id": "perbaiki berkas di templates/, atau hapus agar templat bawaan dipakai",
        },
    )
