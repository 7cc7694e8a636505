"""Thresholds that are customs and not facts: each with a word on why it stands where it does.

What a statement of the news report names as a number is no custom: it is a row of table
``published``, read by `report.evidence.Evidence.reading`.
"""

from __future__ import annotations

from report.intervals import reading

# p-value: one false alarm in twenty, the level that the fields behind the estimators use.
LEVEL = 0.05
# p-value below which a finding at a date when nothing happened is remarkable: wider than LEVEL,
# since here it is missing something that does harm.
FALSE_ALARM = 0.1
# Percentage points by which a choice may move a gap of fifty or more and leave its reading as is.
POINTS = 10
# Percent: the larger part.
HALF = 50
# Percent of specifications that count as nearly all; the complement of LEVEL.
NEARLY_ALL = 95
# Percent of tests that an interval of 95% must have held: a little slack, since tests are few.
COVERAGE = 90
# Percent of specialists from which on a departure is called mass or significant: about a tenth,
# read by the book's rule for such words, which is a twentieth or more.
MASS = reading(10.0, "about").low
# Factor from which on registers have grown beyond what births and late papers can do.
DOUBLED = 2
# Factor within which estimates of one quantity are of one size.
OF_ONE_SIZE = 2
# Share by which two figures may differ and count as the same.
TENTH = 0.1
# Percent of GDP and of services exports from which on a sector is called a cornerstone.
CORNERSTONE_GDP, CORNERSTONE_EXPORTS = 5, 25
# Year by which what is long so, by 2025, was so: ten years are half of the park's life.
LONG = 2015
