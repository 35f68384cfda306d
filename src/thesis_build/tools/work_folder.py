"""The folder `.thesis-build/` of a project: trusted only where it cannot have come with somebody's branch."""

from __future__ import annotations

from pathlib import Path

from thesis_build.tools import files

_SECONDS = 10


def work_folder(root: Path) -> Path | None:
    """The folder of caches of the project at `root`; None where it is refused: see `refusal`."""
    return None if refusal(root) else root / files.WORK


def refusal(root: Path) -> str:
    """Why `.thesis-build/` is not used: "link" (it is a symbolic link or has one in it), "tracked" by git, or ""."""
    folder = root / files.WORK
    if folder.is_symlink() or _links(folder):
        return "link"
    return "tracked" if _tracked(root) else ""


def _links(folder: Path) -> bool:
    """Whether a link stands where we write; the pieces of the cache are looked at one by one when they are used."""
    try:
        listed = [*folder.iterdir(), *(folder / "cache").iterdir()] if folder.is_dir() else []
    except OSError:
        listed = list(folder.iterdir())
    return any(path.is_symlink() for path in listed)


def _tracked(root: Path) -> bool:
    if not any((above / ".git").exists() for above in (root.absolute(), *root.absolute().parents)):
        return False
    if not (root / files.WORK).exists():
        return False
    import subprocess  # a command with nothing to do loads no more than it needs

    try:
        listed = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-z", "--", files.WORK],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):  # without git nothing was checked out by it
        return False
    return bool(listed.stdout)
