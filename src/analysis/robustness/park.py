"""Checks of the chapter on the economics of the park."""

from __future__ import annotations

from analysis.robustness.rules import Check, Outcome, counted, span
from report.evidence import Evidence
from report.text import digits


def statements(r: Evidence) -> Outcome:
    """Each statement meets what others imply, by the rule for readings."""
    agree = r.table("park-statements")["agree"]
    return counted("read by the rule of this book", agree)


def strictly(r: Evidence) -> Outcome:
    """The same with intervals five times as narrow."""
    return counted("read five times as strictly", r.table("park-statements")["agree_tight"])


def base(r: Evidence) -> Outcome:
    """The highest headcount reaches the base that each reading implies."""
    rows = r.table("park-readings")
    counted_heads = rows[rows["kind"] == "counted"].iloc[0]
    implied = rows[rows["kind"] != "counted"]
    return counted(f"headcount to {digits(counted_heads['high'], ',.0f')}; base from "
                   f"{span(implied['low'], ',.0f')}", implied["low"] <= counted_heads["high"])


def growth(r: Evidence) -> Outcome:
    """Growth as printed is growth by levels wherever both exist."""
    agree = r.table("park-growth")["agree"].dropna()
    return counted(f"{len(agree)} years have both", agree)


def services(r: Evidence) -> Outcome:
    """The stated share of services exports is the computed one."""
    rows = r.table("park-services").dropna(subset="agree")
    apart = [str(year) for year, agree in zip(rows["year"], rows["agree"]) if not agree]
    return counted(f"apart in {' and '.join(apart) or 'no year'}", rows["agree"])


def conflicts(r: Evidence) -> Outcome:
    """Differences between sources could be settled."""
    states = r.table("park-conflicts")["state"]
    return counted(f"{(states == 'open').sum()} stay open", states == "settled")


def _half(r: Evidence, low: str, high: str) -> Outcome:
    rows = r.table("park-channel").query("period == '2021 to 2023'")
    return counted(f"people {span([rows[low].min(), rows[high].max()])}% of the fall",
                   rows[high] < 50)


def half(r: Evidence) -> Outcome:
    """All readings of staff put the part of people below one half."""
    return _half(r, "share_low", "share_high")


def half_strictly(r: Evidence) -> Outcome:
    """The same with all figures read five times as strictly."""
    return _half(r, "strict_low", "strict_high")


def path(r: Evidence) -> Outcome:
    """The split of the rise does not depend on the path, within its ranges."""
    rows = r.table("park-channel").query("period == '2017 to 2021'").to_dict("records")
    steps, ends = rows
    return counted(f"{span([steps['factor_low'], steps['factor_high']], ',.0f')} and "
                   f"{span([ends['factor_low'], ends['factor_high']], ',.0f')} USD million",
                   [steps["factor_low"] <= ends["factor_high"]
                    and ends["factor_low"] <= steps["factor_high"]])


def boom(r: Evidence) -> Outcome:
    """Against each model the loss exceeds that against no growth, at 95%."""
    rows = r.table("park-shortfall")
    floor = rows.loc[rows["base"] == "No growth", "two_high"].iloc[0]
    models = rows[rows["base"] != "No growth"]
    return counted(f"lower ends {span(models['two_low'], '.1f')}, floor to "
                   f"{digits(floor, '.1f')} USD billion", models["two_low"] > floor)


def level_2019(r: Evidence) -> Outcome:
    """The printed exports of 2019 change the loss by less than a tenth."""
    derived, printed = (r.value(f"park.shortfall.walk.{key}") for key in ("derived", "printed"))
    return counted(f"{digits(printed, '.1f')} for {digits(derived, '.1f')} USD billion",
                   [abs(printed / derived - 1) < 0.1])


def coverage(r: Evidence) -> Outcome:
    """95% intervals of forecasts held what came in at least nine tests of ten."""
    inside = r.table("park-backtest")["inside95"]
    return counted(f"held in {span(inside)}% of tests", inside >= 90)


def rank(r: Evidence) -> Outcome:
    """The park's miss is rare among economies, with and without those at war."""
    p = [r.value(f"park.backtest.rank{end}") for end in ("", ".calm")]
    return counted(f"ranks {digits(p[0], '.2f')} and {digits(p[1], '.2f')}",
                   [one <= 0.05 for one in p])


def lowest(r: Evidence) -> Outcome:
    """Belarus has the lowest gap of all in each specification."""
    rows = r.table("park-synthetic")
    return counted(f"gaps {span(rows['gap'])}%",
                   (rows["p"] * rows["n"].astype(float)).round(6) == 1)


def significant(r: Evidence) -> Outcome:
    """The p-value is at most 0.05; small pools cannot give it."""
    p = r.table("park-synthetic")["p"]
    return counted(f"p {span(p, '.2f')}", p <= 0.05)


def one_out(r: Evidence) -> Outcome:
    """No donor moves the gap by more than ten points."""
    rows = r.table("park-synthetic")
    moves = [max(row["high"] - row["gap"], row["gap"] - row["low"])
             for row in rows.to_dict("records")]
    return counted(f"moves {span(moves, '.1f')} points", [move <= 10 for move in moves])


def false_start(r: Evidence) -> Outcome:
    """At a false date the gap is below ten points."""
    early = r.table("park-synthetic")["early"]
    return counted(f"gaps {span(early)}%", early.abs() < 10)


def hosts(r: Evidence) -> Outcome:
    """Each host rose above its own trend by all models."""
    rows = r.table("park-hosts")
    rows = rows[~rows["economy"].isin(["Russia", "The park"])]
    below = rows.loc[rows["excess_low"] <= 0, "economy"]
    return counted(f"not {', '.join(below)}" if len(below) else "all", rows["excess_low"] > 0)


def lag(r: Evidence) -> Outcome:
    """A break is found with serial dependence too."""
    rows = r.table("park-breaks").dropna(subset="lagged")
    return counted(f"p {span(rows['lagged'], '.3f')}", rows["lagged"] <= 0.05)


CHECKS = [
    Check("Differences between sources can be settled", "tab-park-conflicts", conflicts),
    Check("Each statement meets what other statements imply", "tab-park-statements", statements),
    Check("The same, read five times as strictly", "tab-park-statements", strictly),
    Check("The highest headcount reaches the base that two statements imply, in each reading",
          "fig-park-readings", base),
    Check("The stated share of services exports is the computed one", "tab-park-services",
          services),
    Check("Growth as printed is growth by levels", "tab-park-growth", growth),
    Check("People are less than half of the fall, by each reading of staff", "tab-park-channel",
          half),
    Check("The same, read five times as strictly", "tab-park-channel", half_strictly),
    Check("Steps and ends give the same split of the rise, within ranges", "tab-park-channel",
          path),
    Check("The loss exceeds that against no growth, by each model (95%)", "tab-park-shortfall",
          boom),
    Check("Printed exports of 2019 move the loss by less than a tenth", "tab-park-shortfall",
          level_2019),
    Check("95% intervals held nine tests of ten, by each model and sample", "tab-park-backtest",
          coverage),
    Check("The park's miss is rare among economies (rank at most 0.05)", "tab-park-backtest", rank),
    Check("Each host of firms rose above its own trend by all models", "tab-park-hosts", hosts),
    Check("Services exports: Belarus is lowest in each specification", "tab-park-synthetic",
          lowest),
    Check("Services exports: p at most 0.05", "tab-park-synthetic", significant),
    Check("Services exports: no donor moves the gap by over ten points", "tab-park-synthetic",
          one_out),
    Check("Services exports: the gap at a false date is below ten points", "tab-park-synthetic",
          false_start),
    Check("Breaks are found with a lag too (p at most 0.05)", "tab-park-breaks", lag),
]
