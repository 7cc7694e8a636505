"""Geometry of the small charts."""

import re

from report.html import sparks


def test_line_runs_from_edge_to_edge_and_stands_on_nought():
    drawn = sparks.line([(2020, 0.0), (2021, 10.0)], "It rises")
    assert 'points="4.0,36.0 156.0,4.0"' in drawn and 'aria-label="It rises"' in drawn


def test_interval_has_its_part_of_the_scale():
    drawn = sparks.interval(25, 75, (0, 100), "half")
    x, width = re.search(r'<rect x="([\d.]+)".*? width="([\d.]+)"', drawn).groups()
    assert (float(x), float(width)) == (42.0, 76.0)
