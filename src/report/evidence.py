"""What the chapters recorded, as verdicts on claims and robustness checks ask for it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from report import ledger, tables
from report.intervals import Interval


@dataclass(frozen=True)
class Evidence:
    """Recorded numbers and exhibits, events and published figures.

    Attributes
    ----------
    numbers, exhibits : dict
        By id, as `report.ledger.evidence` gives them.
    events, published : DataFrame
        The tables of these names.
    """

    numbers: dict[str, dict]
    exhibits: dict[str, dict]
    events: pd.DataFrame
    published: pd.DataFrame

    @classmethod
    def gather(cls) -> Evidence:
        """All that is at hand; see `report.ledger.evidence`."""
        found = ledger.evidence()
        return cls(found["numbers"], found["exhibits"], tables.load("events"),
                   tables.load("published"))

    def value(self, name: str) -> float | str:
        """Central value of a number.

        Raises
        ------
        LookupError
            If no chapter recorded it.
        """
        if name not in self.numbers:
            raise LookupError(f"a verdict rests on {name!r}, which no chapter records")
        return self.numbers[name]["value"]

    def interval(self, name: str) -> Interval:
        """Number with its bounds; without any they are the value."""
        value, record = self.value(name), self.numbers[name]
        low, high = (record[end] if record[end] is not None else value for end in ("low", "high"))
        return Interval(value, low, high)

    def rows(self, exhibit: str) -> list[dict]:
        """Data of an exhibit, a dictionary a row.

        Raises
        ------
        LookupError
            If no chapter recorded it.
        """
        data = self._data(exhibit)
        return [dict(zip(data["columns"], row)) for row in data["rows"]]

    def table(self, exhibit: str) -> pd.DataFrame:
        """Data of an exhibit.

        Raises
        ------
        LookupError
            If no chapter recorded it.
        """
        data = self._data(exhibit)
        return pd.DataFrame(data["rows"], columns=data["columns"])

    def _data(self, exhibit: str) -> dict:
        if exhibit not in self.exhibits:
            raise LookupError(f"a verdict rests on {exhibit!r}, which no chapter shows")
        return self.exhibits[exhibit]["data"]

    def date(self, event: str) -> pd.Timestamp:
        """Day of an event.

        Raises
        ------
        LookupError
            If the table has no such event.
        """
        return _held(self.events, "event", event, "date")

    def figure(self, name: str) -> float:
        """Value of a published figure as printed.

        Raises
        ------
        LookupError
            If the table has no such figure.
        """
        return float(_held(self.published, "figure", name, "value"))


def _held(table: pd.DataFrame, key: str, name: str, column: str) -> object:
    found = table.loc[table[key] == name, column]
    if found.empty:
        raise LookupError(f"a verdict rests on the {key} {name!r}, which no row has")
    return found.iloc[0]
