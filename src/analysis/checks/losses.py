"""Checks on what the park and the sector lost, when, and through which channel."""

from __future__ import annotations

import pandas as pd

from analysis.checks import printed
from analysis.checks.customs import COVERAGE, HALF, LEVEL, POINTS, TENTH
from analysis.checks.events import RAID
from report.checks import Check, Outcome, by_row, moves, span
from report.evidence import Evidence
from report.text import digits

SYNTHETIC = "park-synthetic"


def _half(e: Evidence, low: str, high: str) -> Outcome:
    rows = e.table("park-channel")
    rows = rows[rows["period"] == printed.FALL]
    return Outcome(result=f"people {span([rows[low].min(), rows[high].max()])}% of the fall",
                   tests=by_row(rows, "basis", rows[high] < HALF))


def _people_half(e: Evidence) -> Outcome:
    return _half(e, "share_low", "share_high")


def _people_half_strictly(e: Evidence) -> Outcome:
    return _half(e, "strict_low", "strict_high")


def _split_path(e: Evidence) -> Outcome:
    rows = e.table("park-channel")
    rise = rows[rows["period"] == printed.RISE].set_index("basis")
    steps, ends = (rise.loc[basis] for basis in (printed.STEPS, printed.ENDS))
    return Outcome(
        result=f"{span([steps['factor_low'], steps['factor_high']], ',.0f')} and "
               f"{span([ends['factor_low'], ends['factor_high']], ',.0f')} USD million",
        tests={"ranges meet": steps["factor_low"] <= ends["factor_high"]
               and ends["factor_low"] <= steps["factor_high"]})


def _above_floor(e: Evidence) -> Outcome:
    rows = e.table("park-shortfall")
    floor = rows.loc[rows["base"] == printed.NO_GROWTH, "two_high"].max()
    models = rows[rows["base"] != printed.NO_GROWTH]
    return Outcome(
        result=f"lower ends {span(models['two_low'], '.1f')}, floor to "
               f"{digits(floor, '.1f')} USD billion",
        tests=by_row(models, ["base", "model"], models["two_low"] > floor))


def _level_2019(e: Evidence) -> Outcome:
    derived = e.value("park.shortfall.walk.derived")
    printed_level = e.value("park.shortfall.walk.printed")
    return Outcome(
        result=f"{digits(printed_level, '.1f')} for {digits(derived, '.1f')} USD billion",
        tests={"random walk": abs(printed_level / derived - 1) < TENTH})


def _coverage(e: Evidence) -> Outcome:
    rows = e.table("park-backtest")
    return Outcome(result=f"held in {span(rows['inside95'])}% of tests",
                   tests=by_row(rows, ["series", "model"], rows["inside95"] >= COVERAGE))


def _miss_rank(e: Evidence) -> Outcome:
    p = {"all": e.value("park.backtest.rank"), "calm": e.value("park.backtest.rank.calm")}
    return Outcome(result=f"ranks {digits(p['all'], '.2f')} and {digits(p['calm'], '.2f')}",
                   tests={name: one <= LEVEL for name, one in p.items()})


def _hosts_rose(e: Evidence) -> Outcome:
    rows = e.table("park-hosts")
    rows = rows[~rows["economy"].isin(printed.NOT_HOSTS)]
    below = rows.loc[rows["excess_low"] <= 0, "economy"]
    return Outcome(result=f"not {', '.join(below)}" if len(below) else "all",
                   tests=by_row(rows, "economy", rows["excess_low"] > 0))


def _lowest(e: Evidence) -> Outcome:
    """Rank one among n gives p = 1 / n."""
    rows = e.table(SYNTHETIC)
    first = (rows["p"] * rows["n"].astype(float)).round(6) == 1
    return Outcome(result=f"gaps {span(rows['gap'])}%", tests=by_row(rows, "specification", first))


def _p_value(e: Evidence) -> Outcome:
    rows = e.table(SYNTHETIC)
    return Outcome(result=f"p {span(rows['p'], '.2f')}",
                   tests=by_row(rows, "specification", rows["p"] <= LEVEL))


def _one_donor_out(e: Evidence) -> Outcome:
    rows = e.table(SYNTHETIC)
    moved = moves(rows, "gap")
    return Outcome(result=f"moves {span(moved, '.1f')} points",
                   tests=by_row(rows, "specification", moved <= POINTS))


def _false_date(e: Evidence) -> Outcome:
    rows = e.table(SYNTHETIC)
    return Outcome(result=f"gaps {span(rows['early'])}%",
                   tests=by_row(rows, "specification", rows["early"].abs() < POINTS))


def _breaks_lagged(e: Evidence) -> Outcome:
    rows = e.table("park-breaks").dropna(subset="lagged")
    return Outcome(result=f"p {span(rows['lagged'], '.3f')}",
                   tests=by_row(rows, "series", rows["lagged"] <= LEVEL))


def _breaks_at_raid(e: Evidence) -> Outcome:
    """Set of dates of each break, such as ``2022 to 2023`` or ``2023 Q1 to 2023 Q4``."""
    rows = e.table("park-breaks").dropna(subset="dates")
    ends = rows["dates"].str.replace(" Q", "Q").str.split(" to ", expand=True)
    first, last = (ends[end].map(lambda date: pd.Period(date).year) for end in ends)
    return Outcome(result="; ".join(rows["dates"]),
                   tests=by_row(rows, "series", (first <= RAID.year) & (last >= RAID.year)))


def _fell(result: str, low: float) -> Outcome:
    return Outcome(result=result, tests={"fell": low > 0})


def _exports_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.exports.fall")
    return _fell(f"{span([fall.low, fall.high])}%", fall.low)


def _staff_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.staff.fall.counted")
    return _fell(f"{span([fall.low, fall.high])}%", fall.low)


def _value_added_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.gva.fall")
    return _fell(span([fall.low, fall.high], ",.0f", "USD million"), fall.low)


def _pay_fell(e: Evidence) -> Outcome:
    change = e.interval("park.pay.real2023")
    return _fell(f"{digits(change.value, '.0f')}%", -change.high)


def _exports_fell_2021(e: Evidence) -> Outcome:
    change = e.interval("park.exports.growth2021")
    return _fell(f"growth of {span([change.low, change.high])}%", -change.high)


def _services_fell(e: Evidence) -> Outcome:
    fall, park = e.value("park.services.fall"), e.interval("park.exports.loss")
    return Outcome(
        result=f"{digits(fall, ',.0f')} against {span([park.low, park.high], ',.0f')} USD million",
        tests={"as-much": fall >= park.low})


CHECKS = (
    Check(id="park-people-half", chapter="park", exhibit="tab-park-channel",
          asks="People are less than half of the fall, by each reading of staff",
          test=_people_half),
    Check(id="park-people-half-strictly", chapter="park", exhibit="tab-park-channel",
          asks="The same, read five times as strictly", test=_people_half_strictly),
    Check(id="park-split-path", chapter="park", exhibit="tab-park-channel",
          asks="Steps and ends give the same split of the rise, within ranges",
          test=_split_path),
    Check(id="park-above-floor", chapter="park", exhibit="tab-park-shortfall",
          asks="The loss exceeds that against no growth, by each model (95%)",
          test=_above_floor),
    Check(id="park-level-2019", chapter="park", exhibit="tab-park-shortfall",
          asks="Printed exports of 2019 move the loss by less than a tenth", test=_level_2019),
    Check(id="park-coverage", chapter="park", exhibit="tab-park-backtest",
          asks="95% intervals held nine tests of ten, by each model and sample", test=_coverage),
    Check(id="park-miss-rank", chapter="park", exhibit="tab-park-backtest",
          asks="The park's miss is rare among economies (rank at most 0.05)", test=_miss_rank),
    Check(id="park-hosts-rose", chapter="park", exhibit="tab-park-hosts",
          asks="Each host of firms rose above its own trend by all models", test=_hosts_rose),
    Check(id="park-services-lowest", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: Belarus is lowest in each specification", test=_lowest),
    Check(id="park-services-p", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: p at most 0.05", test=_p_value),
    Check(id="park-services-one-donor-out", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: no donor moves the gap by over ten points",
          test=_one_donor_out),
    Check(id="park-services-false-date", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: the gap at a false date is below ten points",
          test=_false_date),
    Check(id="park-breaks-lagged", chapter="park", exhibit="tab-park-breaks",
          asks="Breaks are found with a lag too (p at most 0.05)", test=_breaks_lagged),
    Check(id="park-breaks-at-raid", exhibit="tab-park-breaks",
          asks="Each series that can be dated breaks in the year of the raid, or may",
          test=_breaks_at_raid),
    Check(id="park-exports-fell", exhibit="fig-park-exports",
          asks="Exports fell from 2021 to 2023", test=_exports_fell),
    Check(id="park-staff-fell", exhibit="fig-park-staff",
          asks="Headcounts fell from 2021 to 2025", test=_staff_fell),
    Check(id="park-value-added-fell", exhibit="tab-park-carried",
          asks="Value added fell from 2021 to 2023", test=_value_added_fell),
    Check(id="park-pay-fell", exhibit="tab-park-pay",
          asks="Real pay fell in early 2023", test=_pay_fell),
    Check(id="park-exports-fell-2021", exhibit="fig-park-exports",
          asks="Exports fell in 2021, so that 2020 was their height", test=_exports_fell_2021),
    Check(id="park-services-fell", exhibit="tab-park-services",
          asks="All services exports fell by as much as the park's", test=_services_fell),
)
