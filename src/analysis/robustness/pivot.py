"""Checks of the chapter on the market pivot."""

from __future__ import annotations

from analysis.robustness.rules import Check, Outcome, counted, span
from report.evidence import Evidence
from report.text import digits

LEVEL = 0.05
LEADING = ["United States", "European Union", "Russia", "Asia"]


def asia_little(r: Evidence) -> Outcome:
    """By each reading of the years Asia made good less than half."""
    most = r.table("pivot-years")["asia_replaced_high"]
    return counted(f"upper bounds {span(most)}%", most < 50)


def rest_sign(r: Evidence) -> Outcome:
    """By each reading the rest gained."""
    rows = r.table("pivot-years")
    low, high = rows["rest_replaced_low"], rows["rest_replaced_high"]
    return counted(f"bounds {span([low.min(), high.max()])}%", low > 0)


def definitions(r: Evidence) -> Outcome:
    """However the lines are drawn Asia's share rose and the West's fell."""
    rows = r.table("pivot-definitions")
    asia = rows.loc[rows["market"].str.startswith("Asia"), "change"]
    west = rows.loc[rows["market"].str.startswith("West"), "change"]
    return counted(f"Asia {span(asia, '.1f')}, West {span(west, '.1f')} points",
                   [*(asia > 0), *(west < 0)])


def suppression(r: Evidence) -> Outcome:
    """Ranges of shares before and after do not meet, whatever is suppressed."""
    rows = r.table("pivot-blocs").set_index("bloc").loc[LEADING]
    apart = ((rows["before_span_high"] < rows["after_span_low"])
             | (rows["after_span_high"] < rows["before_span_low"]))
    return counted("ranges before and after", apart)


def _breaks(r: Evidence, column: str) -> Outcome:
    p = r.table("pivot-breaks")[column]
    return counted(f"p {span(p, '.4f')}", p <= LEVEL)


def step(r: Evidence) -> Outcome:
    """One step in the shares."""
    return _breaks(r, "p")


def step_lag(r: Evidence) -> Outcome:
    """The same with the quarter before among the regressors."""
    return _breaks(r, "lag")


def step_trend(r: Evidence) -> Outcome:
    """The same with a trend among the regressors."""
    return _breaks(r, "trend")


def before(r: Evidence) -> Outcome:
    """In 2020 no market's path is remarkable among senders."""
    least = r.value("pivot.paths.pre.least")
    return counted(f"least share {digits(least, '.2f')}", [least > 0.1])


def designs(r: Evidence) -> Outcome:
    """Ties to the United States fell in each design, at 95%."""
    row = r.table("pivot-gravity").set_index("bloc").loc["United States"]
    highs = [row[f"{design}_span_high"] for design in ("world", "market", "shift")]
    values = [row[f"{design}_value"] for design in ("world", "market", "shift")]
    return counted(f"{span(values)}%", [high < 0 for high in highs])


def _treated(r: Evidence, market: str, sign: int) -> Outcome:
    row = r.table("pivot-suppressed").set_index("bloc").loc[f"{market}, against other senders"]
    values = row.astype(float).dropna()
    return counted(f"{span(values)}%", sign * values > 0)


def treated_us(r: Evidence) -> Outcome:
    """The American fall stands under each treatment of suppressed flows."""
    return _treated(r, "United States", -1)


def treated_russia(r: Evidence) -> Outcome:
    """So does the fall of ties to Russia."""
    return _treated(r, "Russia", -1)


def treated_asia(r: Evidence) -> Outcome:
    """The Asian rise stands under each treatment."""
    return _treated(r, "Asia", 1)


def choices_us(r: Evidence) -> Outcome:
    """The American fall exceeds one half under each choice of date and sample."""
    found = r.table("pivot-choices")["us"]
    return counted(f"{span(found)}%", found < -50)


def choices_asia(r: Evidence) -> Outcome:
    """The Asian rise stands under each choice."""
    found = r.table("pivot-choices")["asia"]
    return counted(f"{span(found)}%", found > 0)


def ranks_us(r: Evidence) -> Outcome:
    """The American fall is rare among senders, one-sided and two-sided."""
    p = [r.value("pivot.ranks.us.below"), r.value("pivot.ranks.us.p")]
    return counted(f"p {digits(p[0], '.2f')} and {digits(p[1], '.2f')}",
                   [one <= LEVEL for one in p])


def ranks_others(r: Evidence) -> Outcome:
    """Changes of other ties are rare among senders."""
    p = r.table("pivot-ranks").query("bloc != 'United States'")["market_p"]
    return counted(f"p {span(p, '.2f')}", p <= LEVEL)


def _own(r: Evidence, keep: bool) -> Outcome:
    rows = r.table("pivot-own")
    rows = rows[(rows["bloc"] == "United States") == keep]
    spans = [(row[f"{peers}_span_low"], row[f"{peers}_span_high"])
             for row in rows.to_dict("records") for peers in ("near", "wide")]
    return counted(f"intervals within {span([end for ends in spans for end in ends], '.1f')}",
                   [low > 0 or high < 0 for low, high in spans])


def own_us(r: Evidence) -> Outcome:
    """A part of the American fall is Belarus's own, among six and fourteen peers."""
    return _own(r, keep=True)


def own_others(r: Evidence) -> Outcome:
    """Gains elsewhere are Belarus's own."""
    return _own(r, keep=False)


def incoming(r: Evidence) -> Outcome:
    """Incoming work rose more than in Ukraine and in Russia."""
    change = r.table("pivot-yardsticks").set_index("economy")["change"]
    return counted(f"{digits(change['Belarus'], '.0f')}% against "
                   f"{digits(change['Ukraine'], '.0f')} and {digits(change['Russia'], '.0f')}%",
                   change["Belarus"] > change.drop("Belarus"))


def steady(r: Evidence) -> Outcome:
    """Senders on record in each quarter of 2021 are so still."""
    kept, base = (round(r.value(f"pivot.steady.{key}")) for key in ("kept", "base"))
    return Outcome(f"{kept} of {base} senders", kept, base)


def _needed(r: Evidence, line: str) -> Outcome:
    rows = r.table("pivot-required")
    record = rows[rows["line"] == "Fastest seen"].set_index("year")["growth"]
    need = rows[rows["line"] == line].set_index("year")["high"]
    fine = need <= record.loc[need.index]
    return counted(f"{need.index.min():.0f} to {need.index.max():.0f}: {span(need)}% needed at "
                   f"most, record {span(record)}%", fine)


def needed_asia(r: Evidence) -> Outcome:
    """What Asia alone would need lies within the record, by each year."""
    return _needed(r, "Asia alone")


def needed_both(r: Evidence) -> Outcome:
    """What all markets but the West would need lies within the record."""
    return _needed(r, "All but the West")


CHECKS = [
    Check("Asia made good less than half of the Western loss, by each reading of the years",
          "tab-pivot-years", asia_little),
    Check("Russia and the rest gained, by each reading of the years", "tab-pivot-years", rest_sign),
    Check("Asia's share of work rose and the West's fell, by each definition",
          "tab-pivot-definitions", definitions),
    Check("Suppressed flows cannot undo the change of four main shares", "tab-pivot-blocs",
          suppression),
    Check("Shares broke in one step (p at most 0.05)", "tab-pivot-breaks", step),
    Check("The same with the quarter before among the regressors", "tab-pivot-breaks", step_lag),
    Check("The same with a trend among the regressors", "tab-pivot-breaks", step_trend),
    Check("Paths of 2020 are unremarkable among senders (share above 0.1)", "fig-pivot-paths",
          before),
    Check("Ties to the United States fell, by each gravity design (95%)", "tab-pivot-gravity",
          designs),
    Check("United States: a fall under each treatment of suppressed flows", "tab-pivot-suppressed",
          treated_us),
    Check("Russia: a fall under each treatment", "tab-pivot-suppressed", treated_russia),
    Check("Asia: a rise under each treatment", "tab-pivot-suppressed", treated_asia),
    Check("United States: a fall by over half, by each date and sample", "tab-pivot-choices",
          choices_us),
    Check("Asia: a rise by each date and sample", "tab-pivot-choices", choices_asia),
    Check("The American fall is rare, one-sided and two-sided (p at most 0.05)", "tab-pivot-ranks",
          ranks_us),
    Check("Changes of the other ties are rare (p at most 0.05)", "tab-pivot-ranks", ranks_others),
    Check("Part of the American fall is Belarus's own, by both groups of peers (95%)",
          "tab-pivot-own", own_us),
    Check("Changes of other shares are Belarus's own (95%)", "tab-pivot-own", own_others),
    Check("Incoming work rose more than in Ukraine and Russia", "tab-pivot-yardsticks", incoming),
    Check("Senders that were steady in 2021 are steady still", "tab-pivot-yardsticks", steady),
    Check("Recovery by Asia alone lies within the record, by each year", "fig-pivot-required",
          needed_asia),
    Check("Recovery by all markets but the West lies within the record", "fig-pivot-required",
          needed_both),
]
