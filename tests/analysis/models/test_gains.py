"""Gains of hosts, where the counterfactual is plain."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import gains
from analysis.models.synthetic import equal_weights

WINDOWS = {"2022": slice(4, 5), "last": slice(6, 7)}


@pytest.fixture
def table():
    """`home` loses half and `host` gains a quarter; 21 donors move by -10 to 10 percent."""
    flows = pd.DataFrame({f"d{i}": [100.0] * 4 + [100.0 + i] * 4 for i in range(-10, 11)})
    flows["home"] = [1000.0] * 4 + [500.0] * 4
    flows["host"] = [400.0] * 4 + [500.0] * 4
    pool = [f"d{i}" for i in range(-10, 11)]
    return gains.gains(flows, {"home": pool, "host": pool}, 4,
                        {"main": equal_weights, "other": equal_weights}, WINDOWS)


def row(table, unit):
    return table[(table["unit"] == unit) & (table["estimator"] == "main")
                 & (table["window"] == "last")].iloc[0]


def test_gain_in_the_unit_of_the_flow(table):
    # donors stand still on average (up to the mean of their logarithms): 2 * 100 above
    assert row(table, "host")["gain"] == pytest.approx(200, abs=2)
    assert row(table, "host")["relative"] == pytest.approx(0.25, abs=0.003)
    assert row(table, "home")["gain"] == pytest.approx(-1000, abs=5)


def test_interval_holds_what_nine_in_ten_placebos_do(table):
    # the placebos' 5% and 95% points are about -9 and +9 percent of the counterfactual of 800
    found = row(table, "host")
    assert found["gain_low"] == pytest.approx(200 - 0.09 * 800, abs=8)
    assert found["gain_high"] == pytest.approx(200 + 0.09 * 800, abs=8)


def test_rank_among_donors(table):
    assert row(table, "host")["p_value"] == pytest.approx(1 / 22)
    assert row(table, "host")["donors"] == 21


def test_hosts_beside_the_loss(table):
    shown = gains.host_gains(table, {"home": "Home", "host": "Host"}, "home", periods=2)
    assert shown["host"].tolist() == ["Home", "Host"]
    assert shown["key"].tolist() == ["home", "host"]
    assert shown.loc[1, "of_loss"] == pytest.approx(20, abs=0.3)
    assert shown.loc[1, "gain_last"] == pytest.approx(100, abs=1)  # 200 over two periods
    assert np.allclose(shown["gain_last"], shown["equal_last"])


HOSTS = pd.DataFrame({"host": ["Poland", "Cyprus", "Georgia"], "2022_low": [2.0, 1.0, -3.0],
                      "last_low": [-1.0, 0.0, 4.0]})


def test_hosts_beyond_chance_by_name():
    assert gains.beyond_chance(HOSTS, "2022") == ["Cyprus", "Poland"]
    assert gains.beyond_chance(HOSTS, "last") == ["Georgia"]
