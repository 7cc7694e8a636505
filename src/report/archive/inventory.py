"""Files of an archive: where each is taken from, what it holds, and its checksum."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from report.archive.facts import PackageError

LEFT_OUT = {"_build", ".venv", ".git", "__pycache__", ".pytest_cache", ".ruff_cache"}
PROJECT, REPORT = "project", "report"
_RUN = {"run.sh", f"{PROJECT}/.ci/run", f"{PROJECT}/binder/postBuild"}


def of_project(project: Path) -> dict[str, bytes]:
    """Files of the project by their place in the archive.

    Those that git knows; in a folder without a history all but outputs.

    Parameters
    ----------
    project : Path
        Its folder.
    """
    return {f"{PROJECT}/{name}": (project / name).read_bytes() for name in _names(project)}


def _names(project: Path) -> list[str]:
    if (project / ".git").exists():
        told = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True,
                              text=True, check=True).stdout
        return sorted(name for name in told.split("\0") if name and (project / name).is_file())
    return sorted(path.relative_to(project).as_posix() for path in _walk(project))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not LEFT_OUT & set(path.relative_to(folder).parts):
            yield path


def of_build(built: Path, exhibits: Iterable[str], day: date) -> dict[str, bytes]:
    """What the build left, by its place in the archive.

    PDFs, record and the data of each exhibit stand as files; the pages are one archive.

    Parameters
    ----------
    built : Path
        Folder of outputs.
    exhibits : iterable of str
        Ids.
    day : datetime.date
        Of the release.

    Raises
    ------
    PackageError
        If a PDF, the pages or the data of an exhibit are missing.
    """
    pdfs = sorted((built / "pdf").glob("*.pdf"))
    pages = {path.relative_to(built).as_posix(): path.read_bytes()
             for path in _walk(built / "html")}
    if not pdfs or not pages:
        raise PackageError("the build left no PDF or no pages: run `make book` first")
    files = {f"{REPORT}/{path.name}": path.read_bytes() for path in pdfs}
    files[f"{REPORT}/html.zip"] = zipped(pages, day)
    files[f"{REPORT}/ledger.json"] = (built / "ledger.json").read_bytes()
    for name in exhibits:
        path = built / "exhibits" / f"{name}.csv"
        if not path.exists():
            raise PackageError(f"{path.name} is missing among the exhibits: run `make book` first")
        files[f"{REPORT}/exhibits/{name}.csv"] = path.read_bytes()
    return files


def sums(files: dict[str, bytes]) -> str:
    """Lines that ``sha256sum --check`` reads.

    Parameters
    ----------
    files : dict
        Content by place.
    """
    return "".join(f"{hashlib.sha256(held).hexdigest()}  {name}\n"
                   for name, held in sorted(files.items()))


def zipped(files: dict[str, bytes], day: date, folder: str = "") -> bytes:
    """Archive that is the same, byte for byte, whenever it is made of the same files.

    Parameters
    ----------
    files : dict
        Content by place.
    day : datetime.date
        Given to every file.
    folder : str
        Folder inside the archive that holds them all.
    """
    made, midnight = io.BytesIO(), (day.year, day.month, day.day, 0, 0, 0)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, held in sorted(files.items()):
            entry = zipfile.ZipInfo(str(Path(folder, name)), midnight)
            entry.external_attr = (0o755 if name in _RUN else 0o644) << 16
            entry.create_system = 3  # the bits above are those of Unix, wherever it is made
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, held)
    return made.getvalue()
