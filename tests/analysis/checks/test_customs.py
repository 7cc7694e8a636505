"""What a check says of its level is the level that it applies."""

import re

from analysis.checks import CHECKS, customs


def test_levels_that_checks_print_are_those_of_the_customs():
    said = {float(level) for check in CHECKS.values()
            for level in re.findall(r"(?:p|rank) at most (0\.\d+)", check.asks)}
    assert said == {customs.LEVEL}
    above = {check.id: float(level) for check in CHECKS.values()
             for level in re.findall(r"(?:p|share) above (0\.\d+)", check.asks)}
    assert above == {"exodus-leads": customs.LEVEL, "exodus-false-date": customs.FALSE_ALARM,
                     "pivot-paths-before": customs.FALSE_ALARM}


def test_words_for_numbers_are_those_of_the_customs():
    words = {"ten points": customs.POINTS == 10, "a tenth": customs.TENTH == 0.1,
             "half": customs.HALF == 50, "one in twenty": customs.LEVEL == 1 / 20,
             "nine tests of ten": customs.COVERAGE == 90, "95% of": customs.NEARLY_ALL == 95,
             "doubled": customs.DOUBLED == 2, "factor of two": customs.OF_ONE_SIZE == 2,
             "twentieth of GDP": customs.CORNERSTONE_GDP == 100 / 20,
             "quarter of services": customs.CORNERSTONE_EXPORTS == 100 / 4,
             "about a tenth of specialists": customs.MASS == 100 / 20}
    asked = " ".join(check.asks.lower().replace("gdp", "GDP") for check in CHECKS.values())
    assert {said: said in asked and holds for said, holds in words.items()} == dict.fromkeys(
        words, True)
