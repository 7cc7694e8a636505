"""The rule of inclusion, test by test and on the whole table."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.assumptions import REPORTED, Switches
from analysis.measures.routes import ROUTES, route_table
from report import tables


def figures(*changes):
    row = {"figure": "f", "topic": "staff_flows", "indicator": "sectionj.outflow",
           "geography": "BY", "period_start": "2022-01-01", "period_end": "2022-12-31",
           "unit": "persons", "concept": "leavers less hires", "preferred": True}
    table = pd.DataFrame([row | {"figure": f"f{i}"} | change for i, change in enumerate(changes)])
    return table.assign(**{end: pd.to_datetime(table[end]) for end in ("period_start",
                                                                       "period_end")})


def why(*changes):
    return measures.inventory(figures(*changes))["why"].to_list()


def test_what_fails_no_test_is_included():
    assert why({}) == [""]
    assert len(measures.included(figures({}))) == 1


@pytest.mark.parametrize("change, reason", [
    ({"period_end": "2020-07-31"}, "ends before the departures began"),
    ({"preferred": False}, "another figure is preferred"),
    ({"topic": "companies", "indicator": "companies.epam.staff"}, "of single companies"),
    ({"indicator": "visas.pbh.issued", "unit": "visas"}, "counts papers, not people"),
    ({"indicator": "visas.pbh.entries", "concept": "all citizens who entered on the visa"},
     "people of other countries among them"),
    ({"indicator": "estimates.github.moved.share", "geography": "RU"},
     "people of other countries among them"),
    ({"topic": "estimates", "indicator": "estimates.it.left"}, "a claim that shows no count"),
    ({"indicator": "estimates.it.moved.share", "geography": "PL",
      "unit": "percent of IT specialists"}, "a claim that shows no count"),
    ({"indicator": "survey.respondents"}, "size of a survey"),
    ({"indicator": "survey.destination.share", "geography": "GE"},
     "a host without a count of specialists"),
    ({"indicator": "sectionj.headcount", "period_end": "2021-12-31"},
     "no figure of this concept after the invasion")])
def test_reason(change, reason):
    assert why(change) == [reason]


def test_a_host_may_count_who_came():
    assert why({"topic": "estimates", "indicator": "estimates.it.moved", "geography": "UA"}) == [""]


def test_window_within_another_is_left_out_and_the_invasion_divides():
    month = {"period_start": "2022-03-01", "period_end": "2022-03-31"}
    winter = {"period_end": "2022-02-28"}  # ends before the invasion, so no part of the year
    assert why({}, month, winter) == ["", "its window lies within that of another", ""]


def test_the_last_of_a_cumulative_count_holds_the_others():
    early, late = ({"indicator": "survey.left.share", "period_start": day, "period_end": day}
                   for day in ("2021-04-30", "2022-03-31"))
    assert why(early, late) == ["a later count of the same holds it", ""]


def test_headcounts_need_a_second_date():
    before = {"indicator": "sectionj.headcount", "period_start": "2021-01-01",
              "period_end": "2021-12-31"}
    assert why(before, {"indicator": "sectionj.headcount"}) == ["", ""]


@pytest.mark.parametrize("indicator", ["hosts.developers", "estimates.it"])
def test_unknown_indicator_is_an_error(indicator):
    with pytest.raises(LookupError, match=indicator):
        measures.inventory(figures({"indicator": indicator}))


def test_figures_on_all_belarusians_are_none_of_the_sector():
    assert why({}, {"indicator": "hosts.residents"}, {"indicator": "hosts.applications"}) == [""]
    assert len(why({"indicator": "hosts.applications.it", "unit": "applications"})) == 1


def test_no_included_figure_is_left_without_a_use():
    published = tables.load("published")
    kept = set(measures.included(published)["figure"])
    every = [REPORTED, Switches(software=False, all_hosts=True, base="specialists"),
             Switches(base="sectionj")]
    used = {row for switches in every
            for persons in route_table(published, switches)["persons"] for row in persons.rows}
    lost = {row for jobs in measures.jobs_lost(published)["jobs"] for row in jobs.rows}
    assert used | lost == kept
    assert {route.end for route in ROUTES.values()} == {"lower", "upper"}
