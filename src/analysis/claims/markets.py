"""Rules for claims on markets and on the ties that last."""

from __future__ import annotations

from analysis.claims.verdict import Checks
from report.evidence import Evidence
from report.intervals import reading


def west_share(e: Evidence) -> Checks:
    """Earlier reports meet 80 to 90%, work turned from the West however it is drawn; its level."""
    before, now = reading(80, "range", value_high=90), reading(60, "about")
    work = _definitions(e, "West")
    core = {f"share reported for {year}": before.overlaps(e.interval(f"pivot.west.share{year}"))
            for year in (2018, 2020)}
    core |= {f"{row['market']}: share of work fell": row["change"] < 0 for row in work}
    return Checks(core, {
        "share of work before": before.low <= work[0]["before"] <= before.high,
        "share of work now": now.low <= work[0]["after"] <= now.high})


def asia_share(e: Evidence) -> Checks:
    """Asia's share of work rose and lies within the rounding of a tenth, however it is drawn."""
    tenth, work = reading(10, "about"), _definitions(e, "Asia")
    near = {f"{row['market']}: near a tenth": tenth.low <= row["after"] <= tenth.high
            for row in work}
    first = next(iter(near))
    return Checks({f"{row['market']}: share of work rose": row["change"] > 0 for row in work}
                  | {first: near.pop(first)}, near)


def asia_seeking(e: Evidence) -> Checks:
    """Work for Asia grew; against other senders too; and more than work for any other bloc."""
    blocs = {row["bloc"]: row["after"] - row["before"] for row in e.rows("pivot-blocs")}
    model = next(r for r in e.rows("pivot-gravity") if r["bloc"] == "Asia")
    return Checks({"the flow grew": e.value("pivot.flow.asia.times") > 1,
                   "the share rose": blocs["Asia"] > 0},
                  {"against other senders": model["market_span_low"] > 0,
                   "the largest gain of all": blocs["Asia"] == max(blocs.values())})


def connections(e: Evidence) -> Checks:
    """Work that comes in grew, from hosts too; most steady senders stayed; ties are mutual."""
    return Checks({
        "incoming work grew": e.value("pivot.incoming.change") > 0,
        "from the hosts too": e.value("pivot.incoming.hosts") > 1,
        "most steady senders stayed":
            e.value("pivot.steady.kept") > e.value("pivot.steady.base") / 2,
        "more of it is mutual": e.value("pivot.ties.matched.now") > e.value("pivot.ties.matched")})


def _definitions(e: Evidence, market: str) -> list[dict]:
    return [r for r in e.rows("pivot-definitions") if r["market"].split()[0] == market]


RULES = {"west-share": west_share, "asia-share": asia_share, "asia-seeking": asia_seeking,
         "connections": connections}
