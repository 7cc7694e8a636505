"""What a deposit says of the report: read once, from the files of the project."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from report.bibliography import cff


class PackageError(RuntimeError):
    """The archive cannot be made of the project as it stands."""


@dataclass(frozen=True)
class Facts:
    """Report, tables, record and measurements of a project.

    Attributes
    ----------
    report : report.bibliography.cff.Report
    package : dict
        ``data/datapackage.json``.
    ledger : dict
        Record of the last build, with the printed number of each exhibit.
    verification : dict
        Last verification that was kept, empty where there is none.
    times : dict
        ``benchmarks/build_times.json``, empty where there is none.
    """

    report: cff.Report
    package: dict
    ledger: dict
    verification: dict
    times: dict

    @property
    def name(self) -> str:
        """Name of the archive and of its folder."""
        return f"{self.package['name']}-{self.report.version}"

    @property
    def tables(self) -> list[dict]:
        """Tables of data as the data package describes them."""
        return self.package["resources"]

    @property
    def exhibits(self) -> list[dict]:
        """Figures and tables in the order of the record."""
        return list(self.ledger["exhibits"].values())


def read(project: Path) -> Facts:
    """Read the facts of a project that has been built.

    Parameters
    ----------
    project : Path
        Its folder.

    Raises
    ------
    PackageError
        If it has not been built.
    """
    built = project / "_build" / "ledger.json"
    if not built.exists():
        raise PackageError("the report is not built: run `make book` first")
    return Facts(
        report=cff.read(project / "CITATION.cff"),
        package=_json(project / "data" / "datapackage.json"), ledger=_json(built),
        verification=_json(project / "results" / "verification.json"),
        times=_json(project / "benchmarks" / "build_times.json"))


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
