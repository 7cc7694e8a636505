"""Checks on where the sector sells: published shares, and shares of recorded work."""

from __future__ import annotations

from analysis.checks.customs import HALF
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.text import digits

DEFINITIONS = "pivot-definitions"
LEADING = ("united_states", "eu", "russia", "asia")


def _asia_little(e: Evidence) -> Outcome:
    rows = e.table("pivot-years")
    most = rows["asia_replaced_high"]
    return Outcome(result=f"upper bounds {span(most)}%",
                   tests=by_row(rows, "key", most < HALF))


def _rest_gained(e: Evidence) -> Outcome:
    rows = e.table("pivot-years")
    low, high = rows["rest_replaced_low"], rows["rest_replaced_high"]
    return Outcome(result=f"bounds {span([low.min(), high.max()])}%",
                   tests=by_row(rows, "key", low > 0))


def _made_good(e: Evidence) -> Outcome:
    """Gains elsewhere against the American loss, by year since the invasion."""
    rows = e.table("pivot-yearly")
    rows = rows[rows["key"] >= "2022"]
    return Outcome(result=f"gains {span(rows['gains'])}%, net {span(rows['net'])}%",
                   tests={f"{row['key']}/{side}": row[side] >= 100
                          for row in rows.to_dict("records") for side in ("gains", "net")})


def _work(e: Evidence, market: str) -> dict[str, dict]:
    """Shares of work of one market by the key of its definition, which begins with the market."""
    return {row["key"]: row for row in e.rows(DEFINITIONS)
            if row["key"].partition("-")[0] == market}


def _changes(e: Evidence, market: str) -> dict[str, float]:
    return {name: row["change"] for name, row in _work(e, market).items()}


def _definitions(e: Evidence) -> Outcome:
    asia, west = _changes(e, "asia"), _changes(e, "west")
    return Outcome(result=f"Asia {span(asia.values(), '.1f')}, "
                          f"West {span(west.values(), '.1f')} points",
                   tests={name: change > 0 for name, change in asia.items()}
                   | {name: change < 0 for name, change in west.items()})


def _suppression(e: Evidence) -> Outcome:
    rows = e.table("pivot-blocs")
    rows = rows[rows["key"].isin(LEADING)]
    apart = ((rows["before_span_high"] < rows["after_span_low"])
             | (rows["after_span_high"] < rows["before_span_low"]))
    return Outcome(result="ranges before and after", tests=by_row(rows, "key", apart))


def _west_before(e: Evidence) -> Outcome:
    """Shares that others reported for earlier years, against what the news report says of them."""
    said = e.reading("park.exports.share.west-2021-newsreport2025")
    found = {"2018": e.interval("pivot.west.share2018"), "2020": e.interval("pivot.west.share2020")}
    told = {year: f"{span([share.low, share.high])}% in {year}" for year, share in found.items()}
    return Outcome(result="; ".join(told.values()), found=told,
                   tests={year: said.overlaps(share) for year, share in found.items()})


def _west_level(e: Evidence) -> Outcome:
    """The West's share of work, against the shares of exports that the news report names."""
    work = _work(e, "west")["west"]
    before = e.reading("park.exports.share.west-2021-newsreport2025")
    now = e.reading("park.exports.share.west-2024-newsreport2025")
    return Outcome(
        result=f"{digits(work['before'], '.0f')}% before, {digits(work['after'], '.0f')}% now",
        tests={"before": before.low <= work["before"] <= before.high,
               "now": now.low <= work["after"] <= now.high})


def _asia_level(e: Evidence) -> Outcome:
    """Asia's share of work by each definition, against its share of exports in the news report."""
    said = e.reading("park.exports.share.asia-2024-newsreport2025")
    found = {name: row["after"] for name, row in _work(e, "asia").items()}
    return Outcome(result=f"{span(found.values())}%",
                   tests={name: said.low <= share <= said.high for name, share in found.items()})


def _asia_grew(e: Evidence) -> Outcome:
    times, asia = e.value("pivot.flow.asia.times"), e.row("pivot-blocs", "key", "asia")
    return Outcome(result=f"flow {digits(times, '.1f')} times, share from "
                          f"{digits(asia['before'], '.1f')} to {digits(asia['after'], '.1f')}%",
                   tests={"flow": times > 1, "share": asia["after"] > asia["before"]},
                   elsewhere={row["key"]: row["after"] > row["before"]
                              for row in e.rows("pivot-blocs") if row["key"] != "asia"})


def _asia_most(e: Evidence) -> Outcome:
    rows = e.table("pivot-blocs").set_index("key")
    gain = rows["after"] - rows["before"]
    return Outcome(result=f"largest gain: {rows.loc[gain.idxmax(), 'bloc']}",
                   tests={"largest": gain["asia"] == gain.max()})


CHECKS = (
    Check(id="pivot-asia-little", chapter="pivot", exhibit="tab-pivot-years",
          asks="Asia made good less than half of the Western loss, by each reading of the years",
          fails_if="Asia can have made good half by one reading",
          test=_asia_little),
    Check(id="pivot-rest-gained", chapter="pivot", exhibit="tab-pivot-years",
          asks="Russia and the rest gained, by each reading of the years",
          fails_if="the rest can have lost by one reading",
          test=_rest_gained),
    Check(id="pivot-made-good", chapter="pivot", exhibit="tab-pivot-yearly",
          asks="Work gained elsewhere made the American loss good, in each year since 2022",
          fails_if="in one year gains elsewhere are smaller than the American loss",
          test=_made_good),
    Check(id="pivot-definitions", chapter="pivot", exhibit="tab-pivot-definitions",
          asks="Asia's share of work rose and the West's fell, by each definition",
          fails_if="a definition gives Asia a smaller or the West a larger share than before",
          test=_definitions),
    Check(id="pivot-suppression", chapter="pivot", exhibit="tab-pivot-blocs",
          asks="Suppressed flows cannot undo the change of four main shares",
          fails_if="the ranges of one share before and after overlap",
          test=_suppression),
    Check(id="pivot-west-before", exhibit="fig-pivot-published",
          asks="Shares of the West that were reported earlier meet what the news report says",
          fails_if="an earlier share and what the news report says have no common range",
          test=_west_before),
    Check(id="pivot-west-level", exhibit="tab-pivot-definitions",
          asks="The West's share of work has the level that the news report gives its exports",
          fails_if="the share of work lies outside what is said of exports",
          test=_west_level),
    Check(id="pivot-asia-level", exhibit="tab-pivot-definitions",
          asks="Asia's share of work has the level that the news report gives its exports, by each "
               "definition",
          fails_if="the share of work lies outside what is said of exports",
          test=_asia_level),
    Check(id="pivot-asia-grew", exhibit="tab-pivot-blocs",
          asks="Work for Asia grew, and its share",
          fails_if="the flow or the share is no larger than in 2021",
          test=_asia_grew),
    Check(id="pivot-asia-most", exhibit="tab-pivot-blocs",
          asks="Asia's share of work gained most of all",
          fails_if="another bloc gained more",
          test=_asia_most),
)
