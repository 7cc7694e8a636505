"""A moved value is named with both values; a lost or new one is missing."""

from copy import deepcopy

from report.run import compare


def outcomes(old, new):
    return {v.id: (v.outcome, v.detail) for v in compare.compare(old, new)}


def test_same_passes(record):
    found = outcomes(record, deepcopy(record))
    assert found == {"a.b": ("PASS", "41 to 46%"), "a-c": ("PASS", "2 rows x 2 columns"),
                     "t": ("PASS", "2 rows x 2 columns")}


def test_difference_within_tolerance_passes(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.b"]["value"] *= 1 + 1e-8
    assert outcomes(record, fresh)["a.b"][0] == "PASS"


def test_drift_names_both_values(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.b"]["value"] = 45.9375
    assert outcomes(record, fresh)["a.b"] == ("DRIFT", "value 43.75 -> 45.9375 (+5.000%)")


def test_drift_of_a_cell_names_row_and_column(record):
    fresh = deepcopy(record)
    fresh["exhibits"]["a-c"]["data"]["rows"][1][1] = 7.0
    assert outcomes(record, fresh)["a-c"] == ("DRIFT", "row 2, value None -> 7.0")


def test_row_more_or_less_is_drift(record):
    fresh = deepcopy(record)
    fresh["exhibits"]["a-c"]["data"]["rows"].pop()
    assert outcomes(record, fresh)["a-c"][0] == "DRIFT"


def test_lost_and_new_are_missing(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.new"] = fresh["numbers"].pop("a.b")
    assert outcomes(record, fresh)["a.b"] == ("MISSING", "not in the rerun")
    assert outcomes(record, fresh)["a.new"] == ("MISSING", "not in the record")


def test_changed_column_of_data_is_named(record):
    fresh = deepcopy(record)
    fresh["tables"]["t"]["columns"]["value"] = "3d"
    assert outcomes(record, fresh)["t"] == ("DRIFT", "column value is not that of the record")
    del fresh["tables"]["t"]
    assert outcomes(record, fresh)["t"] == ("MISSING", "not in the rerun")


def test_second_run_has_no_tolerance(record):
    second = deepcopy(record)
    second["numbers"]["a.b"]["value"] *= 1 + 1e-9
    first = compare.compare(record, record)
    found = {v.id: v for v in compare.with_second_run(first, record, second)}
    assert found["a.b"].outcome == "DRIFT"
    assert found["a.b"].detail.startswith("second run: value 43.75 -> ")
    assert found["a-c"].outcome == found["t"].outcome == "PASS"
