"""Checks of the chapter on the exodus."""

from __future__ import annotations

from analysis.robustness.rules import Check, Outcome, counted, span
from report.evidence import Evidence
from report.text import digits

LEVEL = 0.05


def leads(r: Evidence) -> Outcome:
    """Both joint tests of the leads leave zero standing."""
    p = [r.value("exodus.study.leads.p"), r.value("exodus.study.leads.p.perdev")]
    return counted(f"p {span(p, '.2f')}", [one > LEVEL for one in p])


def ranks(r: Evidence) -> Outcome:
    """The gap of Belarus by size, by ratio of errors, and by the curve."""
    p = [r.value(f"exodus.{name}") for name in ("pushes.gap.p", "pushes.gap.p.ratio", "curve.p")]
    return counted("p " + ", ".join(digits(one, ".3f") for one in p), [one <= LEVEL for one in p])


def estimators(r: Evidence) -> Outcome:
    """Every estimator and pool gives a small p-value."""
    rows = r.table("exodus-estimators")
    return counted(f"gaps {span(rows['gap'])}%, p {span(rows['p_value'], '.3f')}",
                   rows["p_value"] <= LEVEL)


def one_out(r: Evidence) -> Outcome:
    """No donor moves any estimate by more than ten points."""
    rows = r.table("exodus-estimators")
    moves = [max(row["high"] - row["gap"], row["gap"] - row["low"])
             for row in rows.to_dict("records")]
    return counted(f"moves {span(moves, '.1f')} points", [move <= 10 for move in moves])


def false_start(r: Evidence) -> Outcome:
    """Nothing remarkable at a date when nothing happened."""
    rows = r.table("exodus-estimators")
    return counted(f"gaps {span(rows['false_gap'])}%, p {span(rows['false_p_value'], '.3f')}",
                   rows["false_p_value"] > 0.1)


def held_out(r: Evidence) -> Outcome:
    """Chosen weights predict donors better than equal weights."""
    error = r.table("exodus-estimators").set_index("specification")["held_out"]
    pairs = [(error[f"Penalised{pool}"], error[f"Equal weights{pool}"])
             for pool in ("", ", Western donors")]
    return counted("; ".join(f"{digits(a, '.2f')} against {digits(b, '.2f')}" for a, b in pairs),
                   [a < b for a, b in pairs])


def mixtures(r: Evidence) -> Outcome:
    """All mixtures that fit as well imply a loss."""
    ends = [r.value(f"exodus.fitset.{end}") for end in ("low", "high")]
    return counted(f"gaps {span(ends)}%", [end < 0 for end in ends])


def curve_sign(r: Evidence) -> Outcome:
    """Every specification finds a loss."""
    found = r.table("exodus-curve")["estimate"]
    return counted(f"gaps {span(found)}%", found < 0)


def curve_size(r: Evidence) -> Outcome:
    """No option moves the median by more than ten points."""
    medians, whole = r.table("exodus-choices")["median"], r.value("exodus.curve.median")
    return counted(f"medians {span(medians)}%, of all {digits(whole, '.0f')}%",
                   (medians - whole).abs() <= 10)


def curve_2022(r: Evidence) -> Outcome:
    """Every specification finds a loss for the year 2022."""
    n, share = r.value("exodus.curve.n"), r.value("exodus.curve2022.negative")
    found = r.interval("exodus.curve2022.median")
    return Outcome(f"gaps {span([found.low, found.high])}%", round(n * share / 100), round(n))


def average(r: Evidence) -> Outcome:
    """The mean effect differs from zero by its interval and by its rank."""
    found = r.interval("exodus.pushes.did")
    p = r.value("exodus.pushes.did.p")
    return counted(f"interval {span([found.low, found.high])}%; rank p {digits(p, '.3f')}",
                   [found.high < 0, p <= LEVEL])


def bend(r: Evidence) -> Outcome:
    """The gap has stopped widening."""
    found = r.interval("exodus.slope.change")
    return counted(f"change of slope {span([found.low, found.high], '.2f')}", [found.low > 0])


def registers_rose(r: Evidence) -> Outcome:
    """All registers at least doubled."""
    times = r.table("exodus-counts")["times"]
    return counted(f"{span(times, '.1f')} times", times >= 2)


def registers_slowed(r: Evidence) -> Outcome:
    """All registers grow at less than half of their fastest pace."""
    rows = r.table("exodus-slowed")
    rows = rows[~rows["count"].str.startswith("Pushes")]
    return counted(f"{(rows['verdict'] == 'reversed').sum()} reversed, "
                   f"{(rows['verdict'] == 'slowed').sum()} slowed",
                   rows["verdict"].isin(["slowed", "reversed"]))


def two_counts(r: Evidence) -> Outcome:
    """Narrow and wide counts of a host lie within a tenth of each other."""
    rows = r.table("exodus-people").query("host != 'Together'")
    ratio = rows["wide_high"] / rows["narrow_low"]
    return counted(f"wide over narrow {span(ratio, '.1f')}", ratio <= 1.1)


def specialists(r: Evidence) -> Outcome:
    """Estimates of the whole sector lie within a factor of two of each other."""
    rows = r.table("exodus-triangulation").query("scope == 'whole'")
    factor = rows["value"].max() / rows["value"].min()
    return counted(f"{span(rows['value'], ',.0f')} persons", [factor <= 2])


def hosts_by_estimator(r: Evidence) -> Outcome:
    """The gain of hosts has one sign whatever the weights."""
    pairs = [(r.value(f"exodus.hosts.{group}"), r.value(f"exodus.hosts.{group}.equal"))
             for group in ("small", "all")]
    return counted("; ".join(f"{digits(a, '.1f')} and {digits(b, '.1f')} million"
                             for a, b in pairs), [a * b > 0 for a, b in pairs])


def hosts_by_chance(r: Evidence) -> Outcome:
    """More hosts gained than one in twenty, as would by chance."""
    rows = r.table("exodus-hosts")
    above = int((rows["last_low"] > 0).sum())
    return counted(f"{above} of {len(rows)} hosts above their range", [above > len(rows) / 20])


CHECKS = [
    Check("All registers of people at least doubled", "tab-exodus-counts", registers_rose),
    Check("Narrow and wide count of each host differ by less than a tenth", "tab-exodus-people",
          two_counts),
    Check("Estimates of specialists who left lie within a factor of two",
          "fig-exodus-triangulation",
          specialists),
    Check("Leads of the event study are jointly zero (p above 0.05)", "fig-exodus-study", leads),
    Check("Belarus is lowest by gap, by ratio of errors and by the curve (p at most 0.05)",
          "fig-exodus-placebos", ranks),
    Check("Each estimator and pool of donors gives p at most 0.05", "tab-exodus-estimators",
          estimators),
    Check("No single donor moves an estimate by over ten points", "tab-exodus-estimators", one_out),
    Check("Nothing is found at a false date (p above 0.1)", "tab-exodus-estimators", false_start),
    Check("Chosen weights predict donors better than equal weights", "tab-exodus-estimators",
          held_out),
    Check("Both extremes of all mixtures that fit as well imply a loss", "fig-exodus-pushes",
          mixtures),
    Check("The mean since 2022 is below zero by interval and by rank", "tab-exodus-estimators",
          average),
    Check("Every specification finds a loss, last four quarters", "fig-exodus-curve", curve_sign),
    Check("No choice moves the median by over ten points", "tab-exodus-choices", curve_size),
    Check("Every specification finds a loss, year 2022", "tab-exodus-choices", curve_2022),
    Check("Some hosts gained beyond chance (over one in twenty)", "fig-exodus-hosts",
          hosts_by_chance),
    Check("The gain of hosts has one sign under both weights", "tab-exodus-gains",
          hosts_by_estimator),
    Check("All registers grow at less than half of their fastest pace", "tab-exodus-slowed",
          registers_slowed),
    Check("The gap in pushes widens more slowly than before (95%)", "fig-exodus-pace", bend),
]
