"""What the last verification that was kept said of a number or an exhibit."""

from __future__ import annotations

import json
from dataclasses import dataclass

from report.ledger import RECORD
from report.project import ROOT
from report.run import environment

FILE = ROOT / "results" / "verification.json"


@dataclass(frozen=True)
class Verification:
    """Outcome of a rerun by id.

    Attributes
    ----------
    known : frozenset of str
        Numbers and exhibits of the record.
    failed : dict of str
        Outcome of each that did not pass, by id.
    by : str
        Version and Python of the rerun; '' where none was kept.
    is_of_record : bool
        Whether it was about the present record.
    """

    known: frozenset[str]
    failed: dict[str, str]
    by: str
    is_of_record: bool

    @classmethod
    def read(cls) -> Verification:
        """The one of the project."""
        record = ROOT / RECORD
        if not FILE.exists() or not record.exists():
            return cls(frozenset(), {}, "", False)
        found = json.loads(FILE.read_text(encoding="utf-8"))
        held = json.loads(record.read_text(encoding="utf-8"))
        return cls(frozenset([*held["numbers"], *held["exhibits"]]),
                   {one["id"]: one["outcome"] for one in found["not_passed"]},
                   f"version {found['report']}, Python {found['python']}",
                   found["record"] == environment.checksum(record))

    def of(self, name: str) -> str:
        """Sentence on one number or exhibit.

        Parameters
        ----------
        name : str
            Its id.

        Examples
        --------
        >>> Verification(frozenset({"a"}), {}, "version 1, Python 3.12.1", True).of("a")
        'Last verification: PASS (version 1, Python 3.12.1).'
        >>> Verification(frozenset(), {}, "", False).of("a")
        'Not verified yet.'
        """
        if not self.by or name not in self.known:
            return "Not verified yet."
        if not self.is_of_record:
            return f"Last verified with an earlier record ({self.by})."
        return f"Last verification: {self.failed.get(name, 'PASS')} ({self.by})."
