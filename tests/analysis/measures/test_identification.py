"""Bounds of the specialists who left, from the printed figures by hand."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.assumptions import REPORTED
from analysis.measures.identification import Identified
from report import tables
from report.intervals import Interval

TRADERS = 0.855 * 0.655 * 11_715.5  # software, of 66% of the businesses opened, read low


@pytest.fixture(scope="module")
def published():
    return tables.load("published")


@pytest.fixture(scope="module")
def shown(published):
    return measures.effects(published).set_index("key")


def test_reported_bounds_by_hand(published):
    found = measures.identify(published)
    assert (found.low, found.high) == pytest.approx((TRADERS, 0.555 * 75_000))
    assert (found.lower_route, found.upper_route) == ("traders", "plans")
    assert "hosts.soletraders.software.share-2022-01to2023-06-pulshr2023" in found.lower.rows


@pytest.mark.parametrize("key, low, high", [
    ("newcomers.off", 1_100, 41_625), ("newcomers.off.families", 4_625, 41_625),
    ("software.off", 0.655 * 11_715.5, 41_625), ("hosts.all", TRADERS / 0.5345, 41_625),
    ("trace", 0.1915 * 51_000, 41_625), ("entrants.hide", 11_939.5, 41_625),
    ("entrants.hide.sectionj", 18_993, 41_625),
    ("entrants.balance", TRADERS, 0.27 * 75_000 + 18_995),
    ("plans.off", TRADERS, 75_000), ("plans.off.balance", TRADERS, 0.27 * 75_000 + 18_995),
    ("plans.off.turnover", TRADERS, 52_339.5), ("readiness.off", TRADERS, 75_000),
    ("base.specialists", TRADERS, 0.555 * 65_000),
    ("base.sectionj", TRADERS, 0.555 * 113_587.5),
    ("net", TRADERS * 48_925.5 / 62_844.5, 41_625), ("weakest", 1_100, 113_587.5)])
def test_each_setting_by_hand(shown, key, low, high):
    assert (shown.loc[key, "low"], shown.loc[key, "high"]) == pytest.approx((low, high))


@pytest.mark.parametrize("changes", [
    {"newcomers": True}, {"all_hosts": True}, {"families": True}, {"trace": True},
    {"entrants": "hide"}, {"entrants": "balance"}, {"readiness": True, "plans": True},
    {"readiness": True, "turnover": True}])
def test_an_assumption_more_never_widens_the_bounds(published, changes):
    bare = replace(REPORTED, newcomers=False, readiness=False, plans=False)
    for start in (bare, REPORTED):
        less, more = (measures.identify(published, s) for s in (start, replace(start, **changes)))
        assert less.low <= more.low <= more.high <= less.high


def test_who_is_abroad_lies_below_who_left(published):
    gross, net = (measures.identify(published, replace(REPORTED, gross=g)) for g in (True, False))
    assert net.low < gross.low and net.high == gross.high


def test_bounds_that_cross_are_an_error():
    with pytest.raises(ValueError, match="'a'.*'b'"):
        Identified(lower=Interval(3, 3, 4), upper=Interval(1, 1, 2), lower_route="a",
                   upper_route="b")


def registers(*rows):
    return pd.DataFrame([
        {"figure": f"f{i}", "indicator": "hosts.residents", "geography": host, "concept": "c",
         "period_end": pd.Timestamp(day), "value": float(n), "value_high": None,
         "resolution": 1.0, "qualifier": "plain", "preferred": preferred}
        for i, (host, day, n, preferred) in enumerate(rows)])


def test_the_register_that_shrank_most_is_taken():
    table = registers(("LT", "2024-04-01", 200, True), ("LT", "2026-06-01", 150, True),
                      ("PL", "2025-06-01", 100, True), ("PL", "2026-06-01", 95, True),
                      ("GE", "2025-01-01", 100, True), ("GE", "2026-01-01", 1, False))
    kept = measures.kept_by_hosts(table)
    assert (kept.value, kept.rows) == (0.75, ("f0", "f1"))


def test_a_register_that_grew_has_kept_all():
    grown = measures.kept_by_hosts(registers(("PL", "2020-01-01", 50, True),
                                             ("PL", "2026-01-01", 100, True)))
    assert (grown.low, grown.high) == (1, 1)


def test_lithuania_lost_most_since_its_peak(published):
    assert measures.kept_by_hosts(published).value == pytest.approx(48_926 / 62_844)
