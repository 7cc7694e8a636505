"""On what a result was computed: platform, Python, packages, and checksums of what was built."""

from __future__ import annotations

import hashlib
import platform
import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from report.bibliography import cff
from report.project import ROOT

SHOWN = ("matplotlib", "numpy", "pandas", "pyfixest", "pysyncon", "scipy", "statsmodels")


def describe() -> dict:
    """Version of the report, platform, Python and packages.

    Returns
    -------
    dict
        ``report``, ``platform``, ``python`` (str); ``packages``, version by name;
        ``not_as_locked``, list of str.
    """
    return {"report": version(), "platform": f"{platform.system()} {platform.machine()}",
            "python": platform.python_version(),
            "packages": {name: metadata.version(name) for name in SHOWN},
            "not_as_locked": not_as_locked(ROOT / "requirements.txt")}


def version() -> str:
    """Version of the report, from CITATION.cff.

    Raises
    ------
    report.bibliography.cff.CitationError
        If the file cannot be used.
    """
    return cff.read().version


def not_as_locked(lock: Path) -> list[str]:
    """Packages that are installed in another version than the lock names.

    Packages that are not installed, such as those of another platform, are not named: what needs
    one of them does not run.

    Parameters
    ----------
    lock : Path
        Requirements with exact versions.
    """
    found = []
    for line in re.findall(r"^[\w.-]+==[^\\\n]+", lock.read_text(encoding="utf-8"), re.M):
        wanted = Requirement(line.strip())
        if wanted.marker is not None and not wanted.marker.evaluate():
            continue
        try:
            installed = metadata.version(wanted.name)
        except metadata.PackageNotFoundError:
            continue
        if installed not in wanted.specifier:
            found.append(f"{wanted.name} {installed} (locked: {str(wanted.specifier)[2:]})")
    return found


def checksum(path: Path) -> str:
    """SHA-256 of a file, or of all files below a folder with their names.

    Parameters
    ----------
    path : Path
    """
    state = hashlib.sha256()
    if path.is_file():
        state.update(path.read_bytes())
        return state.hexdigest()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        state.update(f"{file.relative_to(path).as_posix()}\0{checksum(file)}\n".encode())
    return state.hexdigest()


def checksums(project: Path) -> dict[str, str]:
    """Checksums of the HTML folder and of each PDF that a project has built.

    Parameters
    ----------
    project : Path
        Its folder.
    """
    built = project / "_build"
    pdfs = {f"PDF {p.name}": checksum(p) for p in sorted((built / "pdf").glob("*.pdf"))}
    return {"HTML folder": checksum(built / "html")} | pdfs


def main() -> None:
    """Print the checksums of what was built last."""
    for what, found in checksums(ROOT).items():
        print(f"SHA-256 of the {what}: {found}")


if __name__ == "__main__":
    main()
