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
    assert level("The park", 2021.5) > level("The park", 2022.5) > level("The park", 2023.5)
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


def test_people_fell_since_2021_and_pushes_since_2023(shown):
    data = shown("exodus-against", "People who push from Belarus have fallen since 2021, pushes "
                                   "only since 2023")
    own = data[data["key"] == "BY"].pivot(index="year", columns="flow", values="index")
    ends = own.loc[[2022, 2023, 2024, 2025]]  # ends of 2021 to 2024
    assert (ends["MIT pushers"].diff().dropna() < 0).all()
    assert ends.loc[2023, "Pushes"] > 100 > ends.loc[2024, "Pushes"] > ends.loc[2025, "Pushes"]


def test_fewer_people_push_beyond_the_spread_of_donors(exhibits, shown):
    title = exhibits["exodus-study"]["title"]
    words = "Fewer people push from Belarus than donors imply, beyond their spread from "
    year, quarter = title.removeprefix(words).split(" Q")
    people = shown("exodus-study", title).query("key == 'mit'").set_index("year")
    below = people.index[people["donor_high"] < 0]
    assert below.min() == int(year) + (int(quarter) - 1) / 4 > 2022
    assert len(below) == (people.index >= below.min()).sum()


def test_gap_survives_half_a_step_and_not_three_quarters(shown):
    data = shown("exodus-sensitivity", "Half of the step from 2020 to 2021 leaves the gap, "
                                       "three quarters do not")
    high = data.set_index("key")["high"]
    assert (high[["ratio", "mean", "conformal", "parallel", "0.25", "0.5"]] < 0).all()
    assert (high[["0.75", "1"]] > 0).all()


def test_belarus_is_behind_in_each_language(shown):
    data = shown("exodus-languages", "By 2023 fewer pushed from Belarus than elsewhere in each of "
                                     "its ten largest languages")
    assert len(data) == 10 and (data["gap_late"] < 0).all()
    assert data["key"].iloc[-1] == "Python"  # "Python least", as the text has it


def test_every_combination_finds_fewer(shown):
    data = shown("exodus-curve", "Under every combination of choices fewer people push from "
                                 "Belarus")
    assert (data["estimate"] < 0).all()


def test_small_hosts_gained_georgia_most(shown):
    data = shown("exodus-hosts", "Small hosts gained people who push in 2022, Georgia most")
    above = data[data["2022_low"] > 0].set_index("key")
    assert above["2022"].idxmax() == "GE" and len(above) >= 3
    assert not set(above.index) & {"PL", "DE", "UA", "TR", "IL", "ES", "CZ"}  # large ones


def test_gap_widens_while_the_own_count_hardly_falls(shown):
    data = shown("exodus-widening", "The gap still widens, Belarus's own count hardly falls")
    last = data.iloc[-1]
    assert last["gap"] < -10 and -5 < last["own"] < 0


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
    data = shown("park-readings", "The staff of early 2022 that is implied is within reach of "
                                  "that of 2021").set_index("key")
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
    data = shown("park-peers", "Belarus's digital services fell, the park's exports fell "
                               "further, most others grew")
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


def test_gains_exceeded_the_american_loss_in_2023_alone(shown):
    data = shown("pivot-work", "Work gained elsewhere exceeded the American loss in 2023 alone")
    made_good = data[data["panel"] == "made-good"].set_index("key")["value"]
    in_2023 = made_good.index.str.endswith("/2023")
    assert (made_good[in_2023] > 100).all() and (made_good[~in_2023] < 100).all()


def test_asia_made_good_a_third_at_most(shown):
    data = shown("pivot-years", "Asia made good at most a third of the Western loss, by either "
                                "year").set_index("key")
    most = data.loc[["stated", "up-to-2024"], "asia_replaced_high"]
    assert 30 < most.max() <= 100 / 3


def test_only_the_american_fall_has_support(shown):
    data = shown("pivot-treatments", "Only the fall of ties to the United States has support, and "
                                     "not under every treatment")
    data = data[~data["key"].str.contains("/shift")]
    apart = ((data["high"] < 0) | (data["low"] > 0)).groupby(data["bloc"]).sum()
    assert 0 < apart["united_states"] < (data["bloc"] == "united_states").sum()
    assert (apart.drop("united_states") == 0).all()


def test_levels_agree_and_changes_where_people_moved(shown):
    data = shown("pivot-proxy", "Recorded work and exports agree in level, in change where "
                                "people moved or war struck").set_index("key")
    assert data.loc["ict/2021-level/all", "correlation"] > 0.8
    assert data.loc["ict/2021-2023/all", "correlation_span_low"] > 0
    low, high = data.loc["ict/2021-2023/donors", ["correlation_span_low", "correlation_span_high"]]
    assert low < 0 < high


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
    data = shown("claims-kinds", "Most statements on quantities and events hold; none on causes "
                                 "does")
    kinds = data.pivot(index="kind", columns="verdict", values="claims")
    held = kinds[["holds", "holds with a correction"]].sum(axis=1)
    assert (held[["Quantity", "Event"]] > kinds.loc[["Quantity", "Event"]].sum(axis=1) / 2).all()
    assert held["Cause"] == 0


def test_pushers_fell_while_their_control_grew(shown):
    data = shown("exodus-pushers", "People who push from Belarus fell from 2022 on while the "
                                   "synthetic control grew")
    means = data.assign(year=data["year"].astype(int)).groupby(["key", "year"])["index"].mean()
    own, control = means["observed"], means["synthetic"]
    assert own[2021] > own[2022] > own[2023] > own[2024]
    assert control[2024] > control[2022] and control[2025] > control[2022]


def test_no_donor_is_as_far_below_its_control(shown):
    data = shown("exodus-placebos", "No donor is as far below its synthetic control as Belarus in "
                                    "the last four quarters")
    last = data[data["year"] > data["year"].max() - 1]
    assert last.groupby("key")["ratio"].mean().idxmin() == "BY"


def test_civil_liberties_fell_and_stayed(shown):
    data = shown("exodus-context", "Civil liberties in Belarus were rated far lower in 2020 and "
                                   "have not recovered")
    own = data[data["key"] == "v2x_civlib/BY"].set_index("year")["rating"]
    assert own[2020] < 0.6 * own[2019] and own.loc[2021:].max() <= 1.1 * own[2020]
