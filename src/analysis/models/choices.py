"""Choices behind the gap in people who push: date of the shock, pool of donors, estimator.

Choices and their options have short keys, by which results are found; the words stand here, and
nothing else depends on them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.models.curve import SpecificationCurve, effect, enough_before
from analysis.models.placebos import Estimator
from analysis.models.synthetic import choose_penalty, equal_weights, synthetic_control
from analysis.models.synthetic_did import synthetic_did

HEADS = {"timing": "Shock dated to", "pool": "Donors", "estimator": "Weights"}
# Options by choice and key, each as figures and tables name it; the first is the main one.
NAMES = {
    "timing": {"invasion-2020": "Invasion, matched on 2020 and 2021",
               "invasion-2021": "Invasion, matched on 2021",
               "year-before": "Start of 2021, matched on 2020"},
    "pool": {"fifth-to-five": "A fifth to five times", "half-to-double": "Half to double",
             "larger": "Larger", "any-size": "Any size", "western": "Western",
             "not-western": "Not Western", "hosts-kept": "Hosts and combatants kept",
             "unscreened": "A fifth to five times, no screen"},
    "estimator": {"penalised": "Penalised", "penalised-aligned": "Penalised, levels aligned",
                  "plain": "Plain", "plain-aligned": "Plain, levels aligned",
                  "equal": "Equal weights"},
}
# Without a penalty some donors fit perfectly, and ratios of errors mean nothing.
PENALTIES = (0.02, 0.05, 0.1, 0.5)
LABELS = {choice: list(options.values()) for choice, options in NAMES.items()}
MAIN = "/".join(next(iter(options)) for options in NAMES.values())
# Estimators that are compared side by side: all of them, synthetic difference-in-differences, and
# two with Western donors alone.
COMPARED = NAMES["estimator"] | {"synthetic-did": "Synthetic difference-in-differences",
                                 "penalised-western": "Penalised, Western donors",
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


def timings(periods: pd.PeriodIndex, start: pd.Period) -> dict[str, Timing]:
    """Dates of the shock by the keys of `NAMES`.

    Parameters
    ----------
    periods : pandas.PeriodIndex
        Quarters of the outcome, in order of time.
    start : pandas.Period
        Quarter of the invasion; the year before it begins four quarters earlier.
    """
    begin, before = periods[0], start - 4
    return {"invasion-2020": Timing(start=start, base=begin),
            "invasion-2021": Timing(start=start, base=before),
            "year-before": Timing(start=before, base=begin)}


def penalty_of(outcome: pd.DataFrame, treated: Hashable, start: Hashable) -> float:
    """Penalty among `PENALTIES` that predicts donors best before the start.

    Parameters
    ----------
    outcome : pandas.DataFrame, shape (periods, units)
        Log outcomes of the treated unit, which has no part in the choice, and of its donors.
    treated, start : hashable
    """
    errors = choose_penalty(outcome.drop(columns=treated), start, list(PENALTIES))
    return float(errors.idxmin())


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


def compared(estimators: Mapping[str, Estimator], outcome: pd.DataFrame,
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
        "synthetic-did": (synthetic_did, outcome),
        "penalised-western": (estimators["penalised"], western),
        "equal-western": (estimators["equal"], western)}


def can_carry(periods: pd.Index, *, timing: Timing, **others: object) -> bool:
    """Whether a combination matches on enough periods; see `analysis.models.curve.enough_before`.

    Parameters
    ----------
    periods : pandas.Index
        Periods of the outcome.
    timing : Timing
    **others
        Options of the other choices, which do not matter.
    """
    return enough_before(periods, timing.start, timing.base)


def gap(outcome: pd.DataFrame, years: slice, unit: Hashable, *, timing: Timing,
        pool: list[Hashable], estimator: Estimator) -> float:
    """Effect on one unit over some periods under one option of each choice, a share.

    Parameters
    ----------
    outcome, years, unit, pool, estimator
        See `analysis.models.curve.effect`.
    timing : Timing
    """
    return effect(unit, outcome=outcome, pool=pool, estimator=estimator, start=timing.start,
                  base=timing.base, years=years)


def in_words(curve: SpecificationCurve, early: SpecificationCurve) -> pd.DataFrame:
    """Estimates of two curves in percent, with the names of the options in place of their keys.

    Parameters
    ----------
    curve, early : SpecificationCurve
        Over the choices and options of `NAMES`, for late and for early periods.

    Returns
    -------
    pandas.DataFrame
        In order of the late estimate: `key` (keys of the options, joined by `/`), a column for
        each choice, `estimate` and `early` (percent).
    """
    keys = curve.table[list(NAMES)]
    words = {choice: keys[choice].map(NAMES[choice]) for choice in NAMES}
    first = early.table.set_index(list(NAMES))["estimate"]
    return pd.DataFrame({"key": keys.agg("/".join, axis=1), **words,
                         "estimate": 100 * curve.table["estimate"],
                         "early": 100 * first.loc[pd.MultiIndex.from_frame(keys)].to_numpy()})


def medians(curve: SpecificationCurve, choice: str) -> pd.Series:
    """Median estimate in percent by option of one choice, indexed by its key."""
    return 100 * curve.by(choice)["median"]
