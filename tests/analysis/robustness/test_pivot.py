"""Checks of the chapter on the pivot, by hand on small made records."""

from analysis.robustness import pivot


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_growth_needed_beyond_the_record(evidence):
    rows = table(["year", "line", "growth", "low", "high"],
                 (2026, "Asia alone", 90, 80, 120), (2030, "Asia alone", 30, 25, 35),
                 (2026, "Fastest seen", 99, 99, 99), (2030, "Fastest seen", 40, 40, 40))
    found = pivot.needed_asia(evidence(exhibits={"pivot-required": rows}))
    assert (found.agree, found.of) == (1, 2)


def test_interval_that_holds_nought_is_not_belaruss_own(evidence):
    rows = table(["bloc", "near_span_low", "near_span_high", "wide_span_low", "wide_span_high"],
                 ("United States", -2.0, 0.5, -1.5, -0.1), ("Asia", -1.0, 1.0, 0.2, 2.0))
    record = evidence(exhibits={"pivot-own": rows})
    assert (pivot.own_us(record).agree, pivot.own_us(record).of) == (1, 2)
    assert (pivot.own_others(record).agree, pivot.own_others(record).of) == (1, 2)
