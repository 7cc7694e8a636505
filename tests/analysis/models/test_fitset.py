"""All mixtures that fit alike, by hand."""

import pandas as pd
import pytest

from analysis.models.fitset import range_of_gaps

# The unit lies at 1 between donors at 0 and 2; afterwards its donors stand at 0, 1, 5 and 9.
TABLE = pd.DataFrame({"own": [1.0, 1.0, 4.0], "a": [0.0, 0.0, 0.0], "b": [0.0, 0.0, 1.0],
                      "c": [2.0, 2.0, 5.0], "d": [2.0, 2.0, 9.0]})


def test_perfect_fits_differ_after_the_treatment():
    # half of a or b and half of c or d: synthetic values from (0 + 5) / 2 to (1 + 9) / 2
    assert range_of_gaps(TABLE, "own", 2, last=1) == pytest.approx((4 - 5, 4 - 2.5))


def test_slack_widens_the_range():
    # with an error of 0.2 allowed, c or d may weigh 0.4 to 0.6
    assert range_of_gaps(TABLE, "own", 2, last=1, slack=0.2) == pytest.approx(
        (4 - (0.4 * 1 + 0.6 * 9), 4 - 0.4 * 5))


def test_no_mixture_fits():
    with pytest.raises(ValueError, match="no mixture"):
        range_of_gaps(TABLE, "own", 2, last=1, donors=["c", "d"])
