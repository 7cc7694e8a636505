"""Shares of markets, as they were printed."""

from analysis.measures.market_shares import AREAS, printed_shares
from report import tables

PUBLISHED = tables.load("published")


def test_shares_stand_in_the_order_of_areas_and_periods():
    areas = list(dict.fromkeys(printed_shares(PUBLISHED)["area"]))
    assert areas == [name for name in AREAS.values() if name in areas]


def test_every_share_of_exports_is_there_once():
    asked = PUBLISHED[PUBLISHED["indicator"].isin(AREAS)
                      & (PUBLISHED["unit"] == "percent of exports")]
    assert sorted(printed_shares(PUBLISHED)["key"]) == sorted(asked["figure"])


def test_statement_without_years_says_previously_and_now():
    said = printed_shares(PUBLISHED).set_index("key")
    before = said.loc["park.exports.share.west-2021-newsreport2025"]
    now = said.loc["park.exports.share.west-2024-newsreport2025"]
    assert (before["label"], before["low"], before["high"]) == ("West, previously", 80, 90)
    assert (now["label"], now["low"], now["high"]) == ("West, now", 55, 65)  # about 60
    assert said.loc["park.exports.share.west-2018-bne2019", "label"] == "West, 2018"


def test_other_units_are_left_out():
    assert printed_shares(PUBLISHED.assign(unit="percent of staff")).empty
