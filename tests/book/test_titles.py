"""What the title of an exhibit says in words is so in the data that the exhibit draws.

A title is typed, its data are computed: a refresh that turns a finding has to turn its title.
Thresholds are what the words mean: "halved" is a fall by 40 to 60 percent, "a third" 25 to 42.
"""

import json

import pandas as pd
import pytest


@pytest.fixture(scope="module")
def exhibits(built_html):
    return json.loads((built_html.parent / "ledger.json").read_text("utf-8"))["exhibits"]


@pytest.fixture
def shown(exhibits):
    """Data of an exhibit, whose title must be the one that is tested."""
    def data(name, title):
        assert exhibits[name]["title"] == title, "the title has changed: test what it says now"
        held = exhibits[name]["data"]
        return pd.DataFrame(held["rows"], columns=held["columns"])
    return data


def latest(data, by="year"):
    return data[data[by] == data[by].max()]


def test_front_page(shown):
    told = shown("index-story", "People left in two steps; income, work and Western ties fell "
                                "after the invasion").set_index("year")

    def level(series, year):
        return told.loc[told["series"] == series, "value"].loc[year]

    steps = [level("EU", 2022) - level("EU", 2021), level("EU", 2023) - level("EU", 2022)]
    usual = level("EU", 2021) - level("EU", 2020)
    assert min(steps) > 2 * usual > 0
    assert level("Exports", 2021.5) > level("Exports", 2022.5) > level("Exports", 2023.5)
    assert level("Belarus", 2025.5) < level("Belarus", 2022)
    assert level("United States", 2025.5) < level("United States", 2022)


def test_permits_rose_above_all_in_poland(shown):
    data = shown("exodus-permits", "Residence permits of Belarusians rose in 2021 and 2022, above "
                                   "all in Poland")
    valid = data[data["key"].str.startswith("valid/")].pivot(index="year", columns="key",
                                                             values="persons")
    for year in (2021, 2022):
        rise = valid.loc[year] - valid.loc[year - 1]
        assert rise["valid/PL"] > 0 and rise.idxmax() == "valid/PL"


def test_permits_grew_most_where_the_title_says(shown):
    data = shown("exodus-destinations", "Permits grew most in Poland, Cyprus, Slovakia and "
                                        "Lithuania").set_index("key")
    assert list((data["after"] / data["before"]).nlargest(4).index) == ["PL", "CY", "SK", "LT"]


def test_belarus_fell_behind_its_donors_after_the_invasion(exhibits, shown):
    title = exhibits["exodus-study"]["title"]
    words = "Belarus fell behind its donors after the invasion, beyond their spread from "
    year, quarter = title.removeprefix(words).split(" Q")
    data = shown("exodus-study", title)
    pushes = data[data["key"] == "pushes"].set_index("year")
    below = pushes.index[pushes["donor_high"] < 0]
    assert below.min() == int(year) + (int(quarter) - 1) / 4 > 2022
    assert len(below) == (pushes.index >= below.min()).sum()
    accounts = data[data["key"] == "pushes-per-developer"].set_index("year")
    later = accounts.index[accounts["donor_high"] < 0].min()
    assert below.min() < later <= below.min() + 1  # "a little later", as the text has it


def test_few_hosts_gained(shown):
    data = shown("exodus-hosts", "Few hosts gained more than chance explains")
    assert 0 < (data["last_low"] > 0).sum() <= len(data) / 4


def test_belarus_had_stopped_falling(shown):
    data = latest(shown("exodus-pace", "Belarus had stopped falling by late 2025; its "
                                       "counterfactual kept growing")).set_index("key")
    assert data.index.size == 2 and (data["year"] >= 2025.5).all()
    assert data.loc["observed", "change"] > -2 and data.loc["synthetic", "change"] > 5


def test_exports_grew_every_year_then_fell(exhibits, shown):
    title = exhibits["park-exports"]["title"]
    assert title.startswith("The park's exports grew every year to 2021, then fell by")
    data = shown("park-exports", title)
    line = data[data["key"].str.startswith("preferred/")]
    line = line.astype({"period": int}).set_index("period")
    assert (line.loc[:2021, "central"].diff().dropna() > 0).all()
    assert (line.loc[2021:, "central"].diff().dropna() < 0).all() and line.index.max() == 2023


def test_no_firm_headcount_between(shown):
    data = shown("park-staff", "Staff of the park: nothing reliable between the middle of 2021 and "
                               "early 2025")
    preferred = data.loc[data["preferred"], "period"].str[:7]
    assert not preferred.between("2021-08", "2024-12").any()


def test_statements_hold_together_with_growth_and_only_then(shown):
    data = shown("park-together", "All statements on staff hold together if it grew after June "
                                  "2021").set_index("key")
    assert data.loc["all", "base_low"] > 75_000 and pd.isna(data.loc["all", "clash"])
    assert pd.isna(data.loc["all-no-growth", "base_low"]) and data.loc["all-no-growth", "clash"]


def test_implied_staff_is_within_reach(shown):
    data = shown("park-readings", "The staff of early 2022 that two statements imply is within "
                                  "reach of the headcount of 2021").set_index("key")
    implied = data.drop(["counted", "grown"])
    assert (implied["low"] <= data.loc["grown", "high"]).all() and len(implied) == 8


def test_coverage_rose_until_2020_and_was_smaller_in_2023(shown):
    data = shown("park-coverage", "The park's part of the country's exports rose until 2020 and "
                                  "was smaller in 2023").set_index("key")["central"]
    assert data["national/2020"] > 1 > data["national/2019"] > data["national/2013"]
    for total in ("digital", "services"):
        assert data[f"{total}/2020"] > data[f"{total}/2019"] > data[f"{total}/2013"]
        assert data[f"{total}/2023"] < 0.8 * data[f"{total}/2020"]


def test_exports_of_2023_lie_below_every_path(shown):
    data = shown("park-counterfactual", "In 2023 the park's exports lay below every path, "
                                        "whichever growth is continued")
    observed = data["key"].str.startswith("observed/")
    seen = data[observed].set_index("year")["median"]
    modelled = data[~observed & (data["year"] == 2023)]
    assert set(modelled["key"]) == {"national-2021/line", "national-2021/walk",
                                    "national-2021/damped", "national-2021/damped-last",
                                    "park-2021/line", "park-2021/walk"}
    assert (modelled["median"] > seen[2023]).all()


def test_digital_services_fell_and_most_others_grew(shown):
    data = shown("park-peers", "Digitally deliverable services of Belarus fell, the park's exports "
                               "fell further, and most others grew")
    ends = latest(data[data["key"].isin(["BY", "park"]) | (data["year"] == 2023)])
    ends = ends[ends["year"] == 2023].set_index("key")["index"]
    assert ends["park"] < ends["BY"] - 10 < 80
    assert (ends.drop(["BY", "park"]) > 100).mean() > 0.5


def test_share_of_gdp_fell_by_a_third(shown):
    data = shown("park-gdpshare", "Information technology's share of GDP peaked early in 2022, "
                                  "then fell by a third")
    branch = data[data["concept"] == "Section J"].set_index("period")["central"]
    assert branch.idxmax() == "2022-01/2022-04"
    assert 25 <= 100 * (1 - branch["2024"] / branch["2021"]) <= 42


def test_staff_turned_in_march(shown):
    data = shown("park-months", "Staff turned between the end of February and the end of March "
                                "2022")
    assert data["central"].iloc[0] > 0 and (data["central"].iloc[1:] < 0).all()
    assert data["months"].iloc[1] == "2022-03"


def test_published_shares_in_tenths(shown):
    data = shown("pivot-published", "Published shares: the West took nine tenths before the "
                                    "election, six tenths now").set_index("key")["central"]
    assert data["park.exports.share.west-2018-bne2019"] == pytest.approx(90, abs=5)
    assert data["park.exports.share.west-2024-newsreport2025"] == pytest.approx(60, abs=5)


def test_share_of_the_united_states_halved(shown):
    data = shown("pivot-shares", "Work for the United States halved as a share; the Union, Russia "
                                 "and Asia gained")
    at = data.pivot_table(index="year", columns="key", values="share")
    times = at.loc[at.index.max()] / at.loc[2022]
    assert 0.4 <= times["united_states"] <= 0.6
    assert (times[["eu", "russia", "asia"]] > 1).all()


def test_three_peers_turned_as_belarus_did(shown):
    data = shown("pivot-peers", "Russia, Georgia and Armenia turned from the United States as "
                                "Belarus did").set_index("key")["United States"]
    assert (data[["RU", "GE", "AM"]] < 0.6 * data["BY"]).all()
    assert (data.drop(["BY", "RU", "GE", "AM"]) > 0.3 * data["BY"]).all()


def test_work_from_abroad_doubled(shown):
    data = shown("pivot-incoming", "Work from abroad doubled, in Belarus as in Russia")
    ends = data[data["year"] > data["year"].max() - 1].groupby("key")["index"].mean()
    start = data[data["year"].between(2021, 2021.75)].groupby("key")["index"].mean()
    times = ends / start
    assert 1.8 <= times["BY"] <= 2.3 and 1.8 <= times["RU"] <= 2.3


def test_asia_would_need_the_fastest_growth_on_record(shown):
    data = shown("pivot-required", "Up to 2030 Asia alone would have to grow at about the fastest "
                                   "pace on record")
    growth = data.pivot(index="year", columns="key", values="growth")
    times = growth["asia"] / growth["seen"]
    assert times.loc[:2030].between(0.9, 1.15).all() and times[2031] < 0.9


def test_claims_hold_but_for_causes(shown):
    data = shown("claims-kinds", "Most statements on quantities and events hold; none on causes is "
                                 "shown")
    kinds = data.pivot(index="kind", columns="verdict", values="claims")
    held = kinds[["holds", "holds with a correction"]].sum(axis=1)
    assert (held[["Quantity", "Event"]] > kinds.loc[["Quantity", "Event"]].sum(axis=1) / 2).all()
    assert held["Cause"] == 0
