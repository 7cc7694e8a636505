"""Checks on published figures of the park: whether they fit each other and what is said of them."""

from __future__ import annotations

from analysis.checks.customs import CORNERSTONE_EXPORTS, CORNERSTONE_GDP, LONG
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.intervals import Interval, resolution
from report.text import digits

SERVICES = "park-services"
# Key of a panel of fig-park-record.
SHARES = "park.share.services_exports"
# Keys of tab-park-conflicts that are settled, and of fig-park-readings: headcounts beside bases.
SETTLED, COUNTED, GROWN = "settled/", "counted", "grown"
# Year to which the news report lets growth last.
LAST_OF_GROWTH = "2020"


def _conflicts(e: Evidence) -> Outcome:
    rows = e.table("park-conflicts")
    settled = rows["key"].str.startswith(SETTLED)
    return Outcome(result=f"{(~settled).sum()} stay open", tests=by_row(rows, "key", settled))


def _agreement(e: Evidence, column: str) -> dict[str, bool]:
    """Tests named after statements, so that a claim can take its own."""
    rows = e.table("park-statements")
    return by_row(rows, "key", rows[column])


def _statements(e: Evidence) -> Outcome:
    return Outcome(result="read by the rule of this book", tests=_agreement(e, "agree"),
                   found=_implied(e, "said", "implied"))


def _statements_strictly(e: Evidence) -> Outcome:
    return Outcome(result="read five times as strictly", tests=_agreement(e, "agree_tight"),
                   found=_implied(e, "", "implied_tight"))


def _implied(e: Evidence, said: str, implied: str) -> dict[str, str]:
    """Ranges of each statement as text: what is said, where it is named, and what is implied."""
    parts = [(part, word) for part, word in ((said, "said"), (implied, "implied")) if part]
    return {row["key"]: ", ".join(
        f"{span((row[f'{part}_low'], row[f'{part}_high']), ',.0f')} {word}"
        for part, word in parts) for row in e.rows("park-statements")}


def _reached(e: Evidence, key: str) -> Outcome:
    """The base that each reading of two statements implies, against a headcount."""
    rows = e.table("park-readings").set_index("key")
    implied = rows.drop([COUNTED, GROWN]).reset_index()
    highest = rows.loc[key, "high"]
    return Outcome(
        result=f"staff to {digits(highest, ',.0f')}; base from {span(implied['low'], ',.0f')}",
        tests=by_row(implied, "key", implied["low"] <= highest))


def _base(e: Evidence) -> Outcome:
    return _reached(e, GROWN)


def _base_counted(e: Evidence) -> Outcome:
    return _reached(e, COUNTED)


def _hold(e: Evidence, *keys: str) -> Outcome:
    """Sets of statements on staff that can all be true: those that leave a base."""
    found = {key: e.row("park-together", "key", key)["base_low"] for key in keys}
    tests = {key: base is not None for key, base in found.items()}
    return Outcome(result="all can be true" if all(tests.values()) else "not all can be true",
                   tests=tests)


def _staff_together(e: Evidence) -> Outcome:
    return _hold(e, "all")


def _staff_no_growth(e: Evidence) -> Outcome:
    return _hold(e, "all-no-growth")


def _staff_strictly(e: Evidence) -> Outcome:
    return _hold(e, "strict")


def _services_share(e: Evidence) -> Outcome:
    rows = e.table(SERVICES).dropna(subset="agree")
    apart = [str(year) for year, agree in zip(rows["key"], rows["agree"]) if not agree]
    found = {row["key"]: f"{span((row['computed_low'], row['computed_high']))}% computed, "
                         f"{span((row['stated_low'], row['stated_high']))}% stated"
             for row in rows.to_dict("records")}
    return Outcome(result=f"apart in {' and '.join(apart) or 'no year'}",
                   tests=by_row(rows, "key", rows["agree"]), found=found)


def _growth(e: Evidence) -> Outcome:
    rows = e.table("park-growth").dropna(subset="agree")
    return Outcome(result=f"{len(rows)} years have both", tests=by_row(rows, "key", rows["agree"]))


def _rise(e: Evidence) -> dict[str, float]:
    """Lower end of the growth of exports by year: as printed, else by levels."""
    return {row["key"]: row["implied_low"] if row["said_low"] is None else row["said_low"]
            for row in e.rows("park-growth")}


def _growth_to_2020(e: Evidence) -> Outcome:
    rise = {year: low for year, low in _rise(e).items() if year <= LAST_OF_GROWTH}
    later = {row["key"]: row["implied_low"] > 0 for row in e.rows("park-growth")
             if row["key"] > LAST_OF_GROWTH}
    return Outcome(result=f"growth of {span(rise.values())}% a year",
                   tests={year: low > 0 for year, low in rise.items()}, elsewhere=later)


def _no_growth_2021(e: Evidence) -> Outcome:
    low = _rise(e)["2021"]
    return Outcome(result=f"growth of {digits(low, '.0f')}% or more", tests={"2021": low <= 0})


def _cornerstone(e: Evidence) -> Outcome:
    gdp = e.value("park.gdpshare.spring")
    exports = e.row(SERVICES, "key", "2021")["computed_low"]
    return Outcome(
        result=f"{digits(gdp, '.1f')}% of GDP, {digits(exports, '.0f')}% of services exports",
        tests={"gdp": gdp >= CORNERSTONE_GDP, "services-exports": exports >= CORNERSTONE_EXPORTS},
        elsewhere={year: share >= CORNERSTONE_EXPORTS for year, share in _shares(e).items()
                   if year != "2021"})


def _shares(e: Evidence) -> dict[str, float]:
    """Park's share of services exports by year, from levels."""
    return {row["period"]: row["central"] for row in e.rows("park-record")
            if row["key"] == SHARES and row["figure"] == ""}


def _cornerstone_long(e: Evidence) -> Outcome:
    """Whether the share was as high ten years before the news report."""
    shares = _shares(e)
    then = shares[str(LONG)]
    first = next(year for year, share in shares.items() if share >= CORNERSTONE_EXPORTS)
    said = (f"it had become one by {first} and not long before: the park made "
            f"{digits(then, '.0f')}% of services exports in {LONG} and "
            f"{digits(shares[first], '.0f')}% in {first}")
    return Outcome(result=f"{digits(then, '.0f')}% of services exports in {LONG}",
                   tests={str(LONG): then >= CORNERSTONE_EXPORTS}, correction=said)


def _residents(e: Evidence) -> Outcome:
    """Each count since 2021 that was not the agency's, against what the news report says."""
    said = e.reading("park.residents-2025-02-newsreport2025")
    counts = {"2021": e.figure("park.residents-2021-03-ahk2021"),
              "2023": e.figure("park.residents-2023-09-22-wikipedia2023"),
              "2024": e.figure("park.residents-2024-luzgina2024"),
              "2025": e.figure("park.residents-2025-planb2025"),
              "2025-09": e.figure("park.residents-2025-09-22-kompyuternyevesti2025")}
    before = {row["figure"]: row["central"] >= said.low for row in e.rows("park-record")
              if row["key"] == "park.residents" and row["middle"] < 2021}
    return Outcome(result=f"{span(counts.values(), ',.0f')} companies",
                   tests={when: count >= said.low for when, count in counts.items()},
                   elsewhere=before)


def _own_result_2021(e: Evidence) -> Outcome:
    said, own = e.reading("park.exports-2021-newsreport2025"), e.interval("park.exports.2021")
    return Outcome(result=f"{span([own.low, own.high], ',.0f', 'USD million')}",
                   tests={"2021": said.overlaps(own)})


def _mean_exports(e: Evidence) -> Outcome:
    said, levels = e.interval("park.exports.mean"), e.interval("park.exports.mean.earlier")
    return Outcome(result=f"{span([levels.low, levels.high], ',.0f', 'USD million')} by levels",
                   tests={"five-years": said.overlaps(levels)})


def _fifth_of_services(e: Evidence) -> Outcome:
    """The share stated for 2024, against the share that the exports of 2023 were."""
    year, later = (e.row(SERVICES, "key", year) for year in ("2023", "2024"))
    computed = Interval(year["computed_low"], year["computed_low"], year["computed_high"])
    stated = Interval(later["stated_low"], later["stated_low"], later["stated_high"])
    return Outcome(result=f"{span([computed.low, computed.high], '.0f', 'percent')}",
                   tests={"2024": computed.overlaps(stated)})


def _printed_fall(e: Evidence) -> Outcome:
    """Levels as printed, against "nearly 45%": short of it, and nearer to it than to the next."""
    said = e.figure("park.exports.change-2021to2023-newsreport2025")
    change = 100 * (e.value("park.exports.2023") / e.value("park.exports.2021") - 1)
    step = resolution(abs(said))
    return Outcome(result=f"{digits(change, '.2f')}%",
                   tests={"short-of-it": change > said,
                          "rounds-to-it": step * round(change / step) == said})


CHECKS = (
    Check(id="park-conflicts", chapter="park", exhibit="tab-park-conflicts",
          asks="Differences between sources can be settled",
          fails_if="a difference is left unexplained",
          test=_conflicts),
    Check(id="park-statements", chapter="park", exhibit="tab-park-statements",
          asks="Each statement meets what other statements imply",
          fails_if="a statement and what others imply have no common range",
          test=_statements),
    Check(id="park-statements-strictly", chapter="park", exhibit="tab-park-statements",
          asks="Each statement meets what others imply, read five times as strictly",
          fails_if="the same with ranges a fifth as wide",
          test=_statements_strictly),
    Check(id="park-staff-together", chapter="park", exhibit="tab-park-together",
          asks="All statements on staff hold together, with growth up to the pace of 2020",
          fails_if="no headcounts satisfy all statements at once",
          test=_staff_together),
    Check(id="park-staff-no-growth", chapter="park", exhibit="tab-park-together",
          asks="All statements on staff hold together without growth after June 2021",
          fails_if="no headcounts do so without growth",
          test=_staff_no_growth),
    Check(id="park-staff-strictly", chapter="park", exhibit="tab-park-together",
          asks="All statements on staff hold together, read five times as strictly",
          fails_if="no headcounts do so with ranges a fifth as wide",
          test=_staff_strictly),
    Check(id="park-base", chapter="park", exhibit="fig-park-readings",
          asks="Staff could have grown to the base that two statements imply, in each reading",
          fails_if="the least base of a reading lies above what growth at the pace of 2020 gives",
          test=_base),
    Check(id="park-base-counted", chapter="park", exhibit="fig-park-readings",
          asks="The highest headcount reaches the base that two statements imply, in each reading",
          fails_if="the least base of a reading lies above the highest headcount",
          test=_base_counted),
    Check(id="park-services-share", chapter="park", exhibit="tab-park-services",
          asks="The stated share of services exports is the computed one",
          fails_if="a stated share and the computed one have no common range",
          test=_services_share),
    Check(id="park-growth", chapter="park", exhibit="tab-park-growth",
          asks="Growth as printed is growth by levels",
          fails_if="growth as printed and by levels have no common range",
          test=_growth),
    Check(id="park-growth-to-2020", exhibit="tab-park-growth",
          asks="Exports rose in each year to 2020",
          fails_if="exports of one year to 2020 did not exceed those before",
          test=_growth_to_2020),
    Check(id="park-no-growth-2021", exhibit="tab-park-growth",
          asks="Exports did not rise in 2021",
          fails_if="exports of 2021 exceed those of 2020",
          test=_no_growth_2021),
    Check(id="park-cornerstone", exhibit="fig-park-gdpshare",
          asks="A twentieth of GDP and a quarter of services exports or more, at the peak",
          fails_if="either share stays below at its peak",
          test=_cornerstone),
    Check(id="park-cornerstone-long", exhibit="fig-park-record",
          asks="The park made a quarter of services exports ten years before the news report",
          fails_if="its share of that year is below a quarter", test=_cornerstone_long),
    Check(id="park-residents", exhibit="fig-park-record",
          asks="Each count of companies since 2021 reaches what the news report says",
          fails_if="one count lies below what the news report says",
          test=_residents),
    Check(id="park-own-result-2021", exhibit="fig-park-exports",
          asks="Exports of 2021 as reported meet the park's own result",
          fails_if="the two have no common range",
          test=_own_result_2021),
    Check(id="park-mean-exports", exhibit="tab-park-statements",
          asks="The stated mean of five years meets the levels",
          fails_if="the two have no common range",
          test=_mean_exports),
    Check(id="park-fifth-of-services", exhibit="tab-park-services",
          asks="Exports of 2023 are a fifth of services exports, as stated later",
          fails_if="the two have no common range",
          test=_fifth_of_services),
    Check(id="park-printed-fall", exhibit="fig-park-exports",
          asks="Levels as printed fall by nearly what is said",
          fails_if="the printed fall is larger than said, or rounds to another number",
          test=_printed_fall),
)
