"""Checks on what the park and the sector lost, when, and through which channel."""

from __future__ import annotations

import pandas as pd

from analysis.checks.customs import COVERAGE, HALF, LEVEL, POINTS, TENTH
from analysis.checks.events import RAID
from report.checks import Check, Outcome, by_row, moves, span
from report.evidence import Evidence
from report.text import P_VALUE, digits

SYNTHETIC, SERVICES, DIGITAL = "park-synthetic", "services/", "digital/"
# Keys of tab-park-channel: readings of the fall, and two ways to split the rise.
FALL, STEPS, ENDS = "2021-2023/", "2017-2021/steps", "2017-2021/ends"
# Key of tab-park-shortfall: what the models are held against.
NO_GROWTH = "none/level"
# Keys of tab-park-hosts that are no host of firms.
NOT_HOSTS = ("RU", "park")
# Keys of tab-park-breaks with years enough before the raid; pushes have three quarters.
DATABLE = ("services", "ict")


def _part(e: Evidence, exhibit: str, prefix: str) -> pd.DataFrame:
    """Rows of an exhibit whose keys begin with a prefix, which is taken off."""
    rows = e.table(exhibit)
    rows = rows[rows["key"].str.startswith(prefix)]
    return rows.assign(key=rows["key"].str.removeprefix(prefix))


def _less_than_half(rows: pd.DataFrame, low: str, high: str) -> Outcome:
    return Outcome(result=f"people {span([rows[low].min(), rows[high].max()])}% of the fall",
                   tests=by_row(rows, "key", rows[high] < HALF))


def _people_together(e: Evidence) -> Outcome:
    rows = e.table("park-together").dropna(subset="people_high")
    return _less_than_half(rows, "people_low", "people_high")


def _people_half(e: Evidence) -> Outcome:
    return _less_than_half(_part(e, "park-channel", FALL), "share_low", "share_high")


def _people_half_drawn(e: Evidence) -> Outcome:
    return _less_than_half(_part(e, "park-channel", FALL), "drawn_low", "drawn_high")


def _most(e: Evidence, end: str) -> Outcome:
    """Part of the fall that is fewer people, in each set of statements that holds together."""
    rows = e.table("park-together").dropna(subset="people_high")
    return Outcome(result=f"people {span([rows['people_low'].min(), rows['people_high'].max()])}% "
                          "of the fall",
                   tests=by_row(rows, "key", rows[end] > HALF))


def _people_most(e: Evidence) -> Outcome:
    return _most(e, "people_low")


def _people_perhaps_most(e: Evidence) -> Outcome:
    return _most(e, "people_high")


def _split_path(e: Evidence) -> Outcome:
    steps, ends = (e.row("park-channel", "key", key) for key in (STEPS, ENDS))
    return Outcome(
        result=f"{span([steps['factor_low'], steps['factor_high']], ',.0f')} and "
               f"{span([ends['factor_low'], ends['factor_high']], ',.0f')} USD million",
        tests={"ranges meet": steps["factor_low"] <= ends["factor_high"]
               and ends["factor_low"] <= steps["factor_high"]})


def _own_growth(e: Evidence) -> Outcome:
    shares = {when: e.interval(name) for when, name in (
        ("2013-2021", "park.coverage.growthshare"),
        ("2019-2021", "park.coverage.growthshare.late"))}
    ends = [end for share in shares.values() for end in (share.low, share.high)]
    return Outcome(result=f"coverage {span(ends)}% of the growth",
                   tests={when: share.high < 100 * TENTH for when, share in shares.items()})


def _above_benchmark(e: Evidence) -> Outcome:
    rows = e.table("park-shortfall").set_index("key")
    benchmark = rows.loc[NO_GROWTH, "two_high"]
    models = rows.drop(NO_GROWTH).reset_index()
    return Outcome(
        result=f"lower ends {span(models['two_low'], '.1f')}, benchmark to "
               f"{digits(benchmark, '.1f')} USD billion",
        tests=by_row(models, "key", models["two_low"] > benchmark))


def _level_2019(e: Evidence) -> Outcome:
    derived = e.row("park-shortfall", "key", "park-2019/walk")["median"]
    printed = e.value("park.shortfall.walk.printed")
    return Outcome(
        result=f"{digits(printed, '.1f')} for {digits(derived, '.1f')} USD billion",
        tests={"random walk": abs(printed / derived - 1) < TENTH})


def _coverage(e: Evidence) -> Outcome:
    rows = e.table("park-backtest")
    return Outcome(result=f"held in {span(rows['inside95'])}% of tests",
                   tests=by_row(rows, "key", rows["inside95"] >= COVERAGE))


def _miss_rank(e: Evidence) -> Outcome:
    p = {"all": e.value("park.backtest.rank"), "calm": e.value("park.backtest.rank.calm")}
    return Outcome(result=f"ranks {digits(p['all'], P_VALUE)} and {digits(p['calm'], P_VALUE)}",
                   tests={name: one <= LEVEL for name, one in p.items()})


def _hosts_rose(e: Evidence) -> Outcome:
    rows = e.table("park-hosts")
    rows = rows[~rows["key"].isin(NOT_HOSTS)]
    below = rows.loc[rows["excess_low"] <= 0, "economy"]
    russia = e.row("park-hosts", "key", "RU")
    return Outcome(result=f"not {', '.join(below)}" if len(below) else "all",
                   tests=by_row(rows, "key", rows["excess_low"] > 0),
                   elsewhere={"RU": russia["excess_low"] > 0})


def _lowest(rows: pd.DataFrame) -> Outcome:
    """Rank one among n gives p = 1 / n."""
    first = (rows["p"] * rows["n"].astype(float)).round(6) == 1
    return Outcome(result=f"gaps {span(rows['gap'])}%", tests=by_row(rows, "key", first))


def _services_lowest(e: Evidence) -> Outcome:
    return _lowest(_part(e, SYNTHETIC, SERVICES))


def _digital_lowest(e: Evidence) -> Outcome:
    return _lowest(_part(e, SYNTHETIC, DIGITAL))


def _p_value(e: Evidence) -> Outcome:
    rows = _part(e, SYNTHETIC, SERVICES)
    return Outcome(result=f"p {span(rows['p'], P_VALUE)}",
                   tests=by_row(rows, "key", rows["p"] <= LEVEL))


def _one_donor_out(e: Evidence) -> Outcome:
    rows = _part(e, SYNTHETIC, SERVICES)
    moved = moves(rows, "gap")
    return Outcome(result=f"moves {span(moved, '.1f')} points",
                   tests=by_row(rows, "key", moved <= POINTS))


def _false_date(rows: pd.DataFrame) -> Outcome:
    return Outcome(result=f"gaps {span(rows['early'])}%",
                   tests=by_row(rows, "key", rows["early"].abs() < POINTS))


def _services_false_date(e: Evidence) -> Outcome:
    return _false_date(_part(e, SYNTHETIC, SERVICES))


def _digital_false_date(e: Evidence) -> Outcome:
    return _false_date(_part(e, SYNTHETIC, DIGITAL))


def _digital_rank(e: Evidence) -> Outcome:
    lower, like = e.value("park.dds.lower.like"), e.value("park.dds.like")
    return Outcome(result=f"{digits(lower, '.0f')} of {digits(like, '.0f')} fell further",
                   tests={"like-size": (1 + lower) / (1 + like) <= LEVEL})


def _breaks_lagged(e: Evidence) -> Outcome:
    rows = e.table("park-breaks").dropna(subset="lagged")
    return Outcome(result=f"p {span(rows['lagged'], P_VALUE)}",
                   tests=by_row(rows, "key", rows["lagged"] <= LEVEL))


def _breaks_at_raid(e: Evidence) -> Outcome:
    """Set of dates of each break, such as ``2022 to 2023`` or ``2023 Q1 to 2023 Q4``."""
    rows = e.table("park-breaks")
    rows = rows[rows["key"].isin(DATABLE)]
    ends = rows["dates"].str.replace(" Q", "Q").str.split(" to ", expand=True)
    first, last = (ends[end].map(lambda date: pd.Period(date).year) for end in ends)
    return Outcome(result="; ".join(rows["dates"]),
                   tests=by_row(rows, "key", (first <= RAID.year) & (last >= RAID.year)))


def _digital_fell(e: Evidence) -> Outcome:
    fall, park = e.value("park.dds.loss"), e.interval("park.exports.loss")
    return Outcome(
        result=f"{digits(fall, ',.0f')} against {span([park.low, park.high], ',.0f')} USD million",
        tests={"fell": fall > 0, "as-much": fall >= park.low})


CHECKS = (
    Check(id="park-people-together", chapter="park", exhibit="tab-park-together",
          asks="People are less than half of the fall, in each set that holds together",
          fails_if="people can be half of the fall in one set",
          test=_people_together),
    Check(id="park-people-half", chapter="park", exhibit="tab-park-channel",
          asks="People are less than half of the fall, by each reading of staff",
          fails_if="people can be half of the fall by one reading",
          test=_people_half),
    Check(id="park-people-half-drawn", chapter="park", exhibit="tab-park-channel",
          asks="The same, by intervals that hold 90% under equal chances",
          fails_if="the interval of one reading reaches a half",
          test=_people_half_drawn),
    Check(id="park-people-most", exhibit="tab-park-together",
          asks="People are more than half of the fall, in each set that holds together",
          fails_if="people can be half of the fall or less in one set", test=_people_most),
    Check(id="park-people-perhaps-most", exhibit="tab-park-together",
          asks="People can be more than half of the fall, in each set that holds together",
          fails_if="people are at most half of the fall in one set", test=_people_perhaps_most),
    Check(id="park-split-path", chapter="park", exhibit="tab-park-channel",
          asks="Steps and ends give the same split of the rise, within ranges",
          fails_if="the two ranges do not meet",
          test=_split_path),
    Check(id="park-own-growth", chapter="park", exhibit="fig-park-coverage",
          asks="Less than a tenth of the park's growth is growth of its coverage",
          fails_if="coverage can be a tenth of the growth or more",
          test=_own_growth),
    Check(id="park-above-benchmark", chapter="park", exhibit="tab-park-shortfall",
          asks="The loss exceeds that against the level of 2021, by each model (95%)",
          fails_if="the lower end of one model lies within the benchmark",
          test=_above_benchmark),
    Check(id="park-level-2019", chapter="park", exhibit="tab-park-shortfall",
          asks="Printed exports of 2019 move the loss by less than a tenth",
          fails_if="the loss moves by a tenth or more",
          test=_level_2019),
    Check(id="park-coverage", chapter="park", exhibit="tab-park-backtest",
          asks="95% intervals held nine tests of ten, by each model and sample",
          fails_if="the intervals of one model and sample held less than nine tests of ten",
          test=_coverage),
    Check(id="park-miss-rank", chapter="park", exhibit="tab-park-backtest",
          asks="The park's miss is rare among economies (rank at most 0.05)",
          fails_if="the rank is above 0.05",
          test=_miss_rank),
    Check(id="park-hosts-rose", chapter="park", exhibit="tab-park-hosts",
          asks="Each host of firms rose above its own trend by all models",
          fails_if="the lower end of one host is below its trend",
          test=_hosts_rose),
    Check(id="park-services-lowest", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: Belarus is lowest in each specification",
          fails_if="another economy is lower in one specification",
          test=_services_lowest),
    Check(id="park-services-p", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: p at most 0.05",
          fails_if="p is above 0.05 in one specification",
          test=_p_value),
    Check(id="park-services-one-donor-out", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: no donor moves the gap by over ten points",
          fails_if="the gap moves by over ten points without one donor",
          test=_one_donor_out),
    Check(id="park-services-false-date", chapter="park", exhibit="tab-park-synthetic",
          asks="Services exports: the gap at a false date is below ten points",
          fails_if="the gap at the false date is ten points or more",
          test=_services_false_date),
    Check(id="park-digital-fell", chapter="park", exhibit="fig-park-peers",
          asks="Digital services fell, and by as much as the park's exports",
          fails_if="digital services did not fall, or by less than the park's exports",
          test=_digital_fell),
    Check(id="park-digital-rank", chapter="park", exhibit="fig-park-peers",
          asks="Digital services: the fall is rare among economies of like size (at most 0.05)",
          fails_if="more than one in twenty fell as far",
          test=_digital_rank),
    Check(id="park-digital-lowest", chapter="park", exhibit="tab-park-synthetic",
          asks="Digital services: Belarus is lowest in each specification",
          fails_if="another economy is lower in one specification",
          test=_digital_lowest),
    Check(id="park-digital-false-date", chapter="park", exhibit="tab-park-synthetic",
          asks="Digital services: the gap at a false date is below ten points",
          fails_if="the gap at the false date is ten points or more",
          test=_digital_false_date),
    Check(id="park-breaks-lagged", chapter="park", exhibit="tab-park-breaks",
          asks="Breaks are found with a lag too (p at most 0.05)",
          fails_if="a break has p above 0.05 with a lag",
          test=_breaks_lagged),
    Check(id="park-breaks-at-raid", exhibit="tab-park-breaks",
          asks="Each series that can be dated breaks in the year of the raid, or may",
          fails_if="the set of dates of one series leaves out 2020",
          test=_breaks_at_raid),
)
