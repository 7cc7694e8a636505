"""Checks on what a return to the exports of 2021 would need."""

from __future__ import annotations

from analysis.measures.recovery import SEEN
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence


def _needed(e: Evidence, grower: str) -> Outcome:
    """Growth needed at most, by the year of recovery, against the fastest growth on record."""
    rows = e.table("pivot-required")
    record = rows[rows["key"] == SEEN].set_index("year")["growth"]
    need = rows[rows["key"] == grower].set_index("year")["high"]
    fine = need <= record.loc[need.index]
    return Outcome(result=f"{need.index.min():.0f} to {need.index.max():.0f}: {span(need)}% needed "
                          f"at most, record {span(record)}%",
                   tests=by_row(fine.index.to_frame(), "year", fine))


def _asia_alone(e: Evidence) -> Outcome:
    return _needed(e, "asia")


def _all_but_west(e: Evidence) -> Outcome:
    return _needed(e, "both")


CHECKS = (
    Check(id="pivot-recovery-asia", chapter="pivot", exhibit="fig-pivot-required",
          asks="Recovery by Asia alone lies within the record, by each year",
          fails_if="a year needs faster growth than any on record",
          test=_asia_alone),
    Check(id="pivot-recovery-all", chapter="pivot", exhibit="fig-pivot-required",
          asks="Recovery by all markets but the West lies within the record",
          fails_if="a year needs faster growth than any on record",
          test=_all_but_west),
)
