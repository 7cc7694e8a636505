"""What the chapters recorded, as checks of robustness and of claims ask for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pandas as pd

from report import ledger, published, tables
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
    asked : list of str
        Ids and names that were read, in order; see `watched`.
    """

    numbers: dict[str, dict]
    exhibits: dict[str, dict]
    events: pd.DataFrame
    published: pd.DataFrame
    asked: list[str] = field(default_factory=list, repr=False, compare=False)

    @classmethod
    def gather(cls) -> Evidence:
        """All that is at hand; see `report.ledger.evidence`."""
        found = ledger.evidence()
        return cls(found["numbers"], found["exhibits"], tables.load("events"),
                   tables.load("published"))

    def watched(self) -> Evidence:
        """The same evidence with a list of its own of what is read from it."""
        return replace(self, asked=[])

    def value(self, name: str) -> float | str:
        """Central value of a number.

        Raises
        ------
        LookupError
            If no chapter recorded it.
        """
        self.asked.append(name)
        if name not in self.numbers:
            raise LookupError(f"it rests on {name!r}, which no chapter records")
        return self.numbers[name]["value"]

    def interval(self, name: str) -> Interval:
        """Number with its bounds; without any they are the value."""
        value, record = self.value(name), self.numbers[name]
        low, high = (record[end] if record[end] is not None else value for end in ("low", "high"))
        return Interval(value, low, high)

    def rows(self, exhibit: str) -> list[dict]:
        """Data of an exhibit, a dictionary a row; a missing value is None.

        Raises
        ------
        LookupError
            If no chapter recorded it.
        """
        data = self._data(exhibit)
        return [dict(zip(data["columns"], row)) for row in data["rows"]]

    def table(self, exhibit: str) -> pd.DataFrame:
        """Data of an exhibit; see `rows`."""
        data = self._data(exhibit)
        return pd.DataFrame(data["rows"], columns=data["columns"])

    def _data(self, exhibit: str) -> dict:
        self.asked.append(exhibit)
        if exhibit not in self.exhibits:
            raise LookupError(f"it rests on {exhibit!r}, which no chapter shows")
        return self.exhibits[exhibit]["data"]

    def row(self, exhibit: str, column: str, name: str) -> dict:
        """The row of an exhibit that has this name in a column.

        Raises
        ------
        LookupError
            If no chapter recorded the exhibit, or not one row has the name.
        """
        found = [row for row in self.rows(exhibit) if row[column] == name]
        if len(found) != 1:
            raise LookupError(f"{len(found)} rows of {exhibit!r} have {name!r} as {column}")
        return found[0]

    def date(self, event: str) -> pd.Timestamp:
        """Day of an event.

        Raises
        ------
        LookupError
            If the table has no such event.
        """
        self.asked.append(event)
        found = self.events.loc[self.events["event"] == event, "date"]
        if found.empty:
            raise LookupError(f"it rests on the event {event!r}, which no row has")
        return found.iloc[0]

    def figure(self, name: str) -> float:
        """Value of a published figure as printed; see `reading`."""
        return float(self._published(name)["value"])

    def reading(self, name: str) -> Interval:
        """Published figure as the interval that its wording stands for.

        Raises
        ------
        LookupError
            If the table has no such figure.
        """
        return published.as_interval(self._published(name))

    def _published(self, name: str) -> pd.Series:
        self.asked.append(name)
        return published.row_of(self.published, name)
