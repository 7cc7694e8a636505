"""Choices behind the gap in pushes: pools of donors, outcomes, estimators and dates of the shock.

Choices and their options have short keys, by which results are found; the words stand here, and
nothing else depends on them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.measures.activity import OUTCOMES
from analysis.models.curve import SpecificationCurve, by_choice, effect
from analysis.models.placebos import Estimator
from analysis.models.synthetic import equal_weights, synthetic_control

HEADS = {"timing": "Shock dated to", "outcome": "Outcome", "pool": "Donors",
         "estimator": "Weights"}
# Options by choice and key, each as figures and tables name it; the first is the main one.
NAMES = {
    "timing": {"invasion-2020": "Invasion, matched on 2020 and 2021",
               "invasion-2021": "Invasion, matched on 2021",
               "election": "Election, matched on early 2020"},
    "outcome": OUTCOMES,
    "pool": {"fifth-to-five": "A fifth to five times", "half-to-double": "Half to double",
             "larger": "Larger", "any-size": "Any size", "western": "Western",
             "not-western": "Not Western", "hosts-kept": "Hosts and combatants kept"},
    "estimator": {"penalised": "Penalised", "penalised-aligned": "Penalised, levels aligned",
                  "plain": "Plain", "plain-aligned": "Plain, levels aligned",
                  "equal": "Equal weights"},
}
LABELS = {choice: list(options.values()) for choice, options in NAMES.items()}
MAIN = "/".join(next(iter(options)) for options in NAMES.values())
# Estimators that are compared side by side: all of them, and two with Western donors alone.
COMPARED = NAMES["estimator"] | {"penalised-western": "Penalised, Western donors",
                                 "equal-western": "Equal weights, Western donors"}


@dataclass(frozen=True)
class Timing:
    """When the shock is said to have come.

    Attributes
    ----------
    start, base : hashable
        First treated period, and first period that is matched.
    """

    start: Hashable
    base: Hashable


def estimators(penalty: float) -> dict[str, Estimator]:
    """The estimators that are compared, by the keys of `NAMES`.

    Parameters
    ----------
    penalty : float
        Of the penalised synthetic control; see `analysis.models.synthetic.synthetic_control`.
    """
    penalised = partial(synthetic_control, penalty=penalty)
    return {"penalised": penalised, "penalised-aligned": partial(penalised, demean=True),
            "plain": synthetic_control, "plain-aligned": partial(synthetic_control, demean=True),
            "equal": equal_weights}


def with_western(estimators: Mapping[str, Estimator], outcome: pd.DataFrame,
                 western: pd.DataFrame) -> dict[str, tuple[Estimator, pd.DataFrame]]:
    """Estimators and the outcomes that each is given, by the keys of `COMPARED`.

    Parameters
    ----------
    estimators : mapping
        See `estimators`.
    outcome, western : pandas.DataFrame, shape (periods, units)
        Log outcomes of the treated unit with all its donors, and with Western donors alone.
    """
    return {key: (estimator, outcome) for key, estimator in estimators.items()} | {
        "penalised-western": (estimators["penalised"], western),
        "equal-western": (estimators["equal"], western)}


def gap(unit: Hashable, years: slice, *, timing: Timing, outcome: pd.DataFrame,
        pool: list[Hashable], estimator: Estimator) -> float:
    """Effect on one unit over some periods under one option of each choice, a share.

    Parameters
    ----------
    unit, years, outcome, pool, estimator
        See `analysis.models.curve.effect`.
    timing : Timing
    """
    return effect(unit, outcome=outcome, pool=pool, estimator=estimator, start=timing.start,
                  base=timing.base, years=years)


def main_option(options: Mapping[str, object]) -> dict[str, object]:
    """The first option alone, by its key."""
    key = next(iter(options))
    return {key: options[key]}


def in_words(curve: SpecificationCurve) -> pd.DataFrame:
    """Estimates of a curve in percent, with the names of the options in place of their keys.

    Parameters
    ----------
    curve : SpecificationCurve
        Over the choices and options of `NAMES`.

    Returns
    -------
    pandas.DataFrame
        In order of the estimate: `key` (keys of the options, joined by `/`), a column for each
        choice, `estimate` (percent).
    """
    keys = curve.table[list(NAMES)]
    words = {choice: keys[choice].map(NAMES[choice]) for choice in NAMES}
    return pd.DataFrame({"key": keys.agg("/".join, axis=1), **words,
                         "estimate": 100 * curve.table["estimate"]})


def by_option(curve: SpecificationCurve, early: SpecificationCurve) -> pd.DataFrame:
    """Two curves by each option; see `analysis.models.curve.by_choice`.

    Returns
    -------
    pandas.DataFrame
        `key` (choice and option, joined by `/`), then as `by_choice`, in words.
    """
    table = by_choice(curve, early, {choice: choice for choice in HEADS})
    keys = table["choice"] + "/" + table["option"]
    words = {f"{choice}/{option}": name for choice, options in NAMES.items()
             for option, name in options.items()}
    shown = table.assign(choice=table["choice"].map(HEADS), option=keys.map(words))
    shown.insert(0, "key", keys)
    return shown
