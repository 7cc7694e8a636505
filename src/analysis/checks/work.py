"""Checks on work done in public: people who push from Belarus against their counterfactual."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from analysis.checks.customs import FALSE_ALARM, LEVEL, NEARLY_ALL, POINTS
from report.checks import Check, Outcome, by_count, by_row, moves, span
from report.evidence import Evidence
from report.text import digits

ESTIMATORS, YEARS = "exodus-estimators", "exodus-years"
# Its rows with chosen and with equal weights, by pool of donors.
WEIGHTS = {"all": ("penalised", "equal"), "western": ("penalised-western", "equal-western")}


def _leads(e: Evidence) -> Outcome:
    p = {"people": e.value("exodus.study.leads.p"),
         "pushes": e.value("exodus.study.leads.p.pushes")}
    return Outcome(result=f"p {span(p.values(), '.2f')}",
                   tests={name: one > LEVEL for name, one in p.items()})


def _ranks(e: Evidence) -> Outcome:
    p = {"gap": e.value("exodus.pushers.mit.gap.p"),
         "ratio of errors": e.value("exodus.pushers.mit.gap.p.ratio"),
         "curve": e.value("exodus.curve.p")}
    return Outcome(result="p " + ", ".join(digits(one, ".3f") for one in p.values()),
                   tests={name: one <= LEVEL for name, one in p.items()})


def _estimators(e: Evidence) -> Outcome:
    rows = e.table(ESTIMATORS)
    return Outcome(result=f"gaps {span(rows['gap'])}%, p {span(rows['p_value'], '.3f')}",
                   tests=by_row(rows, "key", rows["p_value"] <= LEVEL),
                   elsewhere={f"{key}, false date": p <= LEVEL
                              for key, p in zip(rows["key"], rows["false_p_value"])})


def _one_donor_out(e: Evidence) -> Outcome:
    rows = e.table(ESTIMATORS)
    moved = moves(rows, "gap")
    return Outcome(result=f"moves {span(moved, '.1f')} points",
                   tests=by_row(rows, "key", moved <= POINTS))


def _false_date(e: Evidence) -> Outcome:
    rows = e.table(ESTIMATORS)
    return Outcome(
        result=f"gaps {span(rows['false_gap'])}%, p {span(rows['false_p_value'], '.3f')}",
        tests=by_row(rows, "key", rows["false_p_value"] > FALSE_ALARM))


def _held_out(e: Evidence) -> Outcome:
    errors = {pool: [e.row(ESTIMATORS, "key", key)["held_out"] for key in pair]
              for pool, pair in WEIGHTS.items()}
    return Outcome(result="; ".join(f"{digits(chosen, '.2f')} against {digits(equal, '.2f')}"
                                    for chosen, equal in errors.values()),
                   tests={pool: chosen < equal for pool, (chosen, equal) in errors.items()})


def _mixtures(e: Evidence) -> Outcome:
    ends = {"low": e.value("exodus.fitset.low"), "high": e.value("exodus.fitset.high")}
    return Outcome(result=f"gaps {span(ends.values())}%",
                   tests={name: end < 0 for name, end in ends.items()})


def _average(e: Evidence) -> Outcome:
    people, pushes = e.interval("exodus.pushers.did"), e.interval("exodus.pushes.did")
    p = e.value("exodus.pushers.all.p")
    return Outcome(
        result=f"people {span([people.low, people.high])}%, rank p {digits(p, '.3f')}; "
               f"pushes {span([pushes.low, pushes.high])}%",
        tests={"people": people.high < 0, "pushes": pushes.high < 0, "people, rank": p <= LEVEL})


def _each_year(e: Evidence) -> Outcome:
    rows, early = e.table(YEARS), e.row(YEARS, "key", "false-start")
    rows = rows[rows["key"].str.isdigit()]
    return Outcome(result=f"p {span(rows['mit_p'], '.3f')}",
                   tests=by_row(rows, "key", rows["mit_p"] <= LEVEL),
                   elsewhere={"false-start": early["mit_p"] <= LEVEL})


def _trends(e: Evidence) -> Outcome:
    """Whether a step as large as the one before leaves a gap."""
    found = e.value("exodus.breakdown")
    return Outcome(result=f"holds up to {digits(found, '.2f')} of the step",
                   tests={"as large": found >= 1})


def _curve_sign(e: Evidence) -> Outcome:
    rows = e.table("exodus-curve")
    return Outcome(result=f"gaps {span(rows['estimate'])}%",
                   tests=by_row(rows, "key", rows["estimate"] < 0))


def _curve_size(e: Evidence) -> Outcome:
    rows, whole = e.table("exodus-curve"), e.value("exodus.curve.median")
    medians = {option: held.median() for option, held in _by_option(rows)}
    return Outcome(result=f"medians {span(medians.values())}%, of all {digits(whole, '.0f')}%",
                   tests={option: abs(median - whole) <= POINTS
                          for option, median in medians.items()})


def _by_option(rows: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    """Estimates by each option of the keys of a curve."""
    for _, options in rows["key"].str.split("/", expand=True).items():
        yield from ((option, held) for option, held in rows["estimate"].groupby(options))


def _curve_2022(e: Evidence) -> Outcome:
    n, share = e.value("exodus.curve.n"), e.value("exodus.curve2022.negative")
    found = e.interval("exodus.curve2022.median")
    return Outcome(result=f"gaps {span([found.low, found.high])}%",
                   tests=by_count(n * share / 100, n))


def _hosts_beyond_chance(e: Evidence) -> Outcome:
    rows = e.table("exodus-hosts")
    above = int((rows["last_low"] > 0).sum())
    return Outcome(result=f"{above} of {len(rows)} hosts above their range",
                   tests={"more than by chance": above > LEVEL * len(rows)})


def _hosts_one_sign(e: Evidence) -> Outcome:
    chosen, equal = e.value("exodus.hosts.small"), e.value("exodus.hosts.small.equal")
    return Outcome(result=f"{digits(chosen, ',.0f')} and {digits(equal, ',.0f')} people",
                   tests={"small": chosen * equal > 0})


def _pushes_fell(e: Evidence) -> Outcome:
    change = e.value("exodus.pushes.change")
    return Outcome(result=f"{digits(change, '.0f')}%", tests={"last four quarters": change < 0})


def _pushes_fell_after_election(e: Evidence) -> Outcome:
    effect = e.interval("exodus.election.effect")
    return Outcome(result=f"interval {span([effect.low, effect.high])}%",
                   tests={"interval": effect.high < 0})


def _pushes_fell_2022(e: Evidence) -> Outcome:
    share, p = e.value("exodus.curve2022.negative"), e.value("exodus.curve2022.p")
    return Outcome(result=f"{digits(share, '.0f')}% of specifications, joint p {digits(p, '.2f')}",
                   tests={"nearly all": share >= NEARLY_ALL, "beyond chance": p <= LEVEL})


CHECKS = (
    Check(id="exodus-leads", chapter="exodus", exhibit="fig-exodus-study",
          asks="Leads of the event study are jointly zero (p above 0.05)",
          fails_if="the leads differ from zero with p at most 0.05",
          test=_leads),
    Check(id="exodus-ranks", chapter="exodus", exhibit="fig-exodus-placebos",
          asks="Belarus is lowest by gap, by ratio of errors and by the curve (p at most 0.05)",
          fails_if="a rank among donors is above 0.05",
          test=_ranks),
    Check(id="exodus-estimators", chapter="exodus", exhibit="tab-exodus-estimators",
          asks="Each estimator and pool of donors gives p at most 0.05",
          fails_if="an estimator or pool gives a rank above 0.05",
          test=_estimators),
    Check(id="exodus-one-donor-out", chapter="exodus", exhibit="tab-exodus-estimators",
          asks="No single donor moves an estimate by over ten points",
          fails_if="an estimate moves by over ten points without one donor",
          test=_one_donor_out),
    Check(id="exodus-false-date", chapter="exodus", exhibit="tab-exodus-estimators",
          asks="Nothing is found at a false date (p above 0.1)",
          fails_if="a gap at the false date has a rank of at most 0.1",
          test=_false_date),
    Check(id="exodus-held-out", chapter="exodus", exhibit="tab-exodus-estimators",
          asks="Chosen weights predict donors better than equal weights",
          fails_if="equal weights miss donors by less",
          test=_held_out),
    Check(id="exodus-each-year", chapter="exodus", exhibit="tab-exodus-years",
          asks="Belarus is beyond its placebos in each year (p at most 0.05)",
          fails_if="a year has a rank above 0.05",
          test=_each_year),
    Check(id="exodus-trends", chapter="exodus", exhibit="fig-exodus-sensitivity",
          asks="The gap survives trends that fail as much as from 2020 to 2021",
          fails_if="a step smaller than that from 2020 to 2021 is enough to explain the gap",
          test=_trends),
    Check(id="exodus-mixtures", chapter="exodus", exhibit="fig-exodus-pushers",
          asks="Both extremes of all mixtures that fit as well imply a loss",
          fails_if="one of the mixtures that fit as well implies no loss",
          test=_mixtures),
    Check(id="exodus-average", chapter="exodus", exhibit="tab-exodus-estimators",
          asks="The mean since 2022 is below zero by interval and by rank",
          fails_if="an interval reaches zero, or the rank is above 0.05",
          test=_average),
    Check(id="exodus-curve-sign", chapter="exodus", exhibit="fig-exodus-curve",
          asks="Every specification finds a loss, last four quarters",
          fails_if="one specification finds no loss",
          test=_curve_sign),
    Check(id="exodus-curve-size", chapter="exodus", exhibit="fig-exodus-curve",
          asks="No choice moves the median by over ten points",
          fails_if="the median of one option is over ten points from that of all",
          test=_curve_size),
    Check(id="exodus-curve-2022", chapter="exodus", exhibit="fig-exodus-curve",
          asks="Every specification finds a loss, year 2022",
          fails_if="one specification finds no loss",
          test=_curve_2022),
    Check(id="exodus-hosts-beyond-chance", chapter="exodus", exhibit="fig-exodus-hosts",
          asks="Some hosts gained beyond chance (over one in twenty)",
          fails_if="no more than one host in twenty lies above its range",
          test=_hosts_beyond_chance),
    Check(id="exodus-hosts-one-sign", chapter="exodus", exhibit="fig-exodus-hosts",
          asks="The gain of hosts has one sign under both weights",
          fails_if="the two weights give gains of opposite signs",
          test=_hosts_one_sign),
    Check(id="exodus-pushes-fell", exhibit="fig-exodus-against",
          asks="Fewer pushes come from Belarus than in 2021",
          fails_if="pushes of the last four quarters reach those of 2021",
          test=_pushes_fell),
    Check(id="exodus-pushes-fell-after-election", exhibit="fig-exodus-study",
          asks="Fewer people pushed after the election, before the invasion (95%)",
          fails_if="the interval reaches zero",
          test=_pushes_fell_after_election),
    Check(id="exodus-pushes-fell-2022", exhibit="fig-exodus-curve",
          asks="Fewer people pushed in 2022, by 95% of specifications and beyond chance",
          fails_if="fewer than 95% of specifications find a fall, or the joint rank is above 0.05",
          test=_pushes_fell_2022),
)
