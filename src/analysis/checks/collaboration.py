"""Checks on recorded work by partner: breaks, gravity, ranks among senders, ties that last."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from analysis.checks.customs import FALSE_ALARM, HALF, LEVEL
from report.checks import Check, Outcome, by_count, by_row, span
from report.evidence import Evidence
from report.text import digits

# Keys of blocs in exhibits, those of table ``blocs``.
US, RUSSIA, ASIA = "united_states", "russia", "asia"
TIES = "pivot-treatments"
# Keys of treatments that fill suppressed flows, and that move dates and samples; see
# `analysis.models.market_effects.TREATMENTS`.
SUPPRESSED = ("missing", "zero", "bound", "lowest", "highest")
CHOICES = ("missing", "complete", "from-2022Q3", "since-2021", "up-to-2023", "no-combatants",
           "donors-only")
RELATIVE = ("shift", "shift-zero", "shift-bound")


def _breaks(e: Evidence, column: str) -> Outcome:
    rows = e.table("pivot-breaks")
    return Outcome(result=f"p {span(rows[column], '.4f')}",
                   tests=by_row(rows, "key", rows[column] <= LEVEL))


def _step(e: Evidence) -> Outcome:
    return _breaks(e, "p")


def _step_lag(e: Evidence) -> Outcome:
    return _breaks(e, "lag")


def _step_trend(e: Evidence) -> Outcome:
    return _breaks(e, "trend")


def _paths_before(e: Evidence) -> Outcome:
    least = e.value("pivot.paths.pre.least")
    return Outcome(result=f"least share {digits(least, '.2f')}",
                   tests={"least": least > FALSE_ALARM})


def _effects(e: Evidence, bloc: str, treatments: Iterable[str]) -> pd.DataFrame:
    """Rows of the ties to one bloc under some treatments, named by the treatment."""
    rows = e.table(TIES)
    own = rows[rows["key"].str.startswith(f"{bloc}/")]
    own = own.assign(name=own["key"].str.partition("/")[2])
    return own[own["name"].isin(list(treatments))]


def _apart(rows: pd.DataFrame, sign: int) -> Outcome:
    """Placebo intervals that lie on one side of nought."""
    apart = rows["high"] < 0 if sign < 0 else rows["low"] > 0
    return Outcome(result=f"placebo intervals within "
                          f"{span([rows['low'].min(), rows['high'].max()])}%",
                   tests=by_row(rows, "name", apart))


def _signs(rows: pd.DataFrame, most: float, sign: int) -> Outcome:
    return Outcome(result=f"{span(rows['change'])}%",
                   tests=by_row(rows, "name", sign * rows["change"] > most))


def _us_apart(e: Evidence) -> Outcome:
    return _apart(_effects(e, US, {*SUPPRESSED, *CHOICES}), -1)


def _relative_apart(e: Evidence) -> Outcome:
    rows = pd.concat([_effects(e, bloc, RELATIVE).assign(name=lambda d: d["key"])
                      for bloc in ("eu", ASIA)])
    return _apart(rows, 1)


def _us_treated(e: Evidence) -> Outcome:
    return _signs(_effects(e, US, SUPPRESSED), 0, -1)


def _russia_treated(e: Evidence) -> Outcome:
    return _signs(_effects(e, RUSSIA, SUPPRESSED), 0, -1)


def _asia_treated(e: Evidence) -> Outcome:
    return _signs(_effects(e, ASIA, SUPPRESSED), 0, 1)


def _us_choices(e: Evidence) -> Outcome:
    return _signs(_effects(e, US, CHOICES), HALF, -1)


def _asia_choices(e: Evidence) -> Outcome:
    return _signs(_effects(e, ASIA, CHOICES), 0, 1)


def _us_rare(e: Evidence) -> Outcome:
    p = {"one-sided": e.value("pivot.ranks.us.below"), "two-sided": e.value("pivot.ranks.us.p")}
    return Outcome(result=f"p {' and '.join(digits(one, '.2f') for one in p.values())}",
                   tests={name: one <= LEVEL for name, one in p.items()},
                   elsewhere=_others_rare(e).tests)


def _others_rare(e: Evidence) -> Outcome:
    rows = e.table(TIES)
    rows = rows.assign(name=rows["key"].str.partition("/")[0])
    rows = rows[rows["key"].str.endswith("/missing") & (rows["name"] != US)]
    return Outcome(result=f"p {span(rows['p'], '.2f')}",
                   tests=by_row(rows, "name", rows["p"] <= LEVEL))


def _own(rows: pd.DataFrame) -> Outcome:
    """Intervals that exclude nought, one a bloc and group of peers."""
    ends = {f"{row['key']}/{peers}": (row[f"{peers}_span_low"], row[f"{peers}_span_high"])
            for row in rows.to_dict("records") for peers in ("near", "wide")}
    within = span((end for pair in ends.values() for end in pair), ".1f")
    return Outcome(result=f"intervals within {within}",
                   tests={name: low > 0 or high < 0 for name, (low, high) in ends.items()})


def _us_own(e: Evidence) -> Outcome:
    rows = e.table("pivot-own")
    return _own(rows[rows["key"] == US])


def _others_own(e: Evidence) -> Outcome:
    rows = e.table("pivot-own")
    return _own(rows[rows["key"] != US])


def _incoming_most(e: Evidence) -> Outcome:
    rows = e.table("pivot-yardsticks")
    own = rows.loc[rows["key"] == "BY", "change"].item()
    peers = rows[rows["key"] != "BY"]
    shown = " and ".join(digits(change, ".0f") for change in peers["change"])
    return Outcome(result=f"{digits(own, '.0f')}% against {shown}%",
                   tests=by_row(peers, "key", own > peers["change"]))


def _steady(e: Evidence) -> Outcome:
    kept, base = e.value("pivot.steady.kept"), e.value("pivot.steady.base")
    return Outcome(result=f"{round(kept)} of {round(base)} senders", tests=by_count(kept, base))


def _steady_most(e: Evidence) -> Outcome:
    kept, base = e.value("pivot.steady.kept"), e.value("pivot.steady.base")
    return Outcome(result=f"{round(kept)} of {round(base)} senders",
                   tests={"most": 100 * kept / base > HALF},
                   elsewhere=_peers(e, lambda row: 100 * row["kept"] / row["base"] > HALF))


def _peers(e: Evidence, passes: Callable[[dict], bool]) -> dict[str, bool]:
    """The same test for Ukraine and Russia, by key."""
    return {row["key"]: passes(row) for row in e.rows("pivot-yardsticks") if row["key"] != "BY"}


def _asia_against_senders(e: Evidence) -> Outcome:
    return _apart(_effects(e, ASIA, ("missing",)), 1)


def _incoming_grew(e: Evidence) -> Outcome:
    change, hosts = e.value("pivot.incoming.change"), e.value("pivot.incoming.hosts")
    return Outcome(
        result=f"{digits(change, '.0f')}% more, from hosts {digits(hosts, '.1f')} times",
        tests={"all": change > 0, "hosts": hosts > 1},
        elsewhere=_peers(e, lambda row: row["change"] > 0))


def _mutual(e: Evidence) -> Outcome:
    before, now = e.value("pivot.ties.matched"), e.value("pivot.ties.matched.now")
    return Outcome(result=f"from {digits(before, '.0f')} to {digits(now, '.0f')}%",
                   tests={"matched": now > before},
                   elsewhere=_peers(e, lambda row: row["matched_now"] > row["matched"]))


CHECKS = (
    Check(id="pivot-step", chapter="pivot", exhibit="tab-pivot-breaks",
          asks="Shares broke in one step (p at most 0.05)",
          fails_if="p of one series is above 0.05",
          test=_step),
    Check(id="pivot-step-lag", chapter="pivot", exhibit="tab-pivot-breaks",
          asks="The same with the quarter before among the regressors",
          fails_if="p of one series is above 0.05",
          test=_step_lag),
    Check(id="pivot-step-trend", chapter="pivot", exhibit="tab-pivot-breaks",
          asks="The same with a trend among the regressors",
          fails_if="p of one series is above 0.05",
          test=_step_trend),
    Check(id="pivot-paths-before", chapter="pivot", exhibit="fig-pivot-paths",
          asks="Paths of 2020 are unremarkable among senders (share above 0.1)",
          fails_if="a tenth of senders or fewer moved as far in 2020",
          test=_paths_before),
    Check(id="pivot-us-apart", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Ties to the United States fell against other senders, under each treatment "
               "(placebo intervals, about 90%)",
          fails_if="an interval of one treatment holds zero",
          test=_us_apart),
    Check(id="pivot-relative-apart", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Ties to the Union and Asia rose against Belarus's other ties, under each "
               "treatment (placebo intervals, about 90%)",
          fails_if="an interval of one tie and treatment holds zero",
          test=_relative_apart),
    Check(id="pivot-us-treated", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="United States: a fall under each treatment of suppressed flows",
          fails_if="one treatment gives no fall",
          test=_us_treated),
    Check(id="pivot-russia-treated", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Russia: a fall under each treatment",
          fails_if="one treatment gives no fall",
          test=_russia_treated),
    Check(id="pivot-asia-treated", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Asia: a rise under each treatment",
          fails_if="one treatment gives no rise",
          test=_asia_treated),
    Check(id="pivot-us-choices", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="United States: a fall by over half, by each date and sample",
          fails_if="one date or sample gives a fall of half or less",
          test=_us_choices),
    Check(id="pivot-asia-choices", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Asia: a rise by each date and sample",
          fails_if="one date or sample gives no rise",
          test=_asia_choices),
    Check(id="pivot-us-rare", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="The American fall is rare, one-sided and two-sided (p at most 0.05)",
          fails_if="the rank is above 0.05",
          test=_us_rare),
    Check(id="pivot-others-rare", chapter="pivot", exhibit="fig-pivot-treatments",
          asks="Changes of the other ties are rare (p at most 0.05)",
          fails_if="the rank of one tie is above 0.05",
          test=_others_rare),
    Check(id="pivot-us-own", chapter="pivot", exhibit="tab-pivot-own",
          asks="Part of the American fall is Belarus's own, by both groups of peers (95%)",
          fails_if="the interval of one group of peers holds zero",
          test=_us_own),
    Check(id="pivot-others-own", chapter="pivot", exhibit="tab-pivot-own",
          asks="Changes of other shares are Belarus's own (95%)",
          fails_if="the interval of one share and group of peers holds zero",
          test=_others_own),
    Check(id="pivot-incoming-most", chapter="pivot", exhibit="tab-pivot-yardsticks",
          asks="Incoming work rose more than in Ukraine and Russia",
          fails_if="it rose as much in Ukraine or Russia",
          test=_incoming_most),
    Check(id="pivot-steady", chapter="pivot", exhibit="tab-pivot-yardsticks",
          asks="Senders that were steady in 2021 are steady still",
          fails_if="a steady sender is missing in one of the last four quarters",
          test=_steady),
    Check(id="pivot-steady-most", exhibit="tab-pivot-yardsticks",
          asks="More than half of the senders that were steady in 2021 are so still",
          fails_if="half of them or more are missing",
          test=_steady_most),
    Check(id="pivot-asia-against-senders", exhibit="fig-pivot-treatments",
          asks="Work for Asia grew against other senders (placebo interval, about 90%)",
          fails_if="the interval reaches zero",
          test=_asia_against_senders),
    Check(id="pivot-incoming-grew", exhibit="fig-pivot-incoming",
          asks="Work that comes in grew, from hosts of people who left too",
          fails_if="work from all or from hosts is no more than in 2021",
          test=_incoming_grew),
    Check(id="pivot-mutual", exhibit="tab-pivot-yardsticks",
          asks="More of the recorded work is mutual than in 2021",
          fails_if="a smaller or equal part is mutual",
          test=_mutual),
)
