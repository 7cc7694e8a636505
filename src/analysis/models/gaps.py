"""Gaps and effects in logarithms as figures and sentences show them: paths, ratios, percent."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from analysis.measures.activity import decimal_year, rank_from_below
from analysis.models.conformal import ConformalInterval
from analysis.models.curve import SpecificationCurve
from analysis.models.fitset import range_of_gaps
from analysis.models.inversion import Inversion
from analysis.models.panel import DifferenceInDifferences, EventStudy
from analysis.models.sensitivity import Sensitivity
from analysis.models.synthetic import Counterfactual
from report.intervals import Interval

# Methods behind intervals for the gap, and how far parallel trends may fail.
METHODS = {"ratio": "Test inversion, ratio of errors", "mean": "Test inversion, mean gap",
           "conformal": "Conformal, own past", "parallel": "Parallel trends, by year"}
FAILING = "Trends fail by {} of the step"


def percent(log_points: float) -> float:
    """Difference of logarithms as a change in percent."""
    return float(100 * np.expm1(log_points))


def in_percent(effect: DifferenceInDifferences) -> Interval:
    """Effect on a logarithm in percent, with its bounds by the spread among donors."""
    return Interval(percent(effect.estimate), percent(effect.donor_low),
                    percent(effect.donor_high))


def of_curve(found: SpecificationCurve) -> Interval:
    """Median effect of a specification curve in percent, with its range."""
    return Interval(100 * found.median, 100 * found.low, 100 * found.high)


def ratios(gaps: pd.DataFrame, names: Mapping[Hashable, str]) -> pd.DataFrame:
    """Outcomes in percent of their counterfactuals.

    Parameters
    ----------
    gaps : pandas.DataFrame, shape (periods, units)
        Log outcomes less their counterfactuals, indexed by quarterly period.
    names : mapping
        Unit to the name to show, for units that have one.

    Returns
    -------
    pandas.DataFrame
        Long: `key` (unit), `year` (start of the quarter), `economy`, `ratio`.
    """
    found = (100 * np.exp(gaps)).assign(year=decimal_year(gaps.index)).melt(
        id_vars="year", var_name="key", value_name="ratio")
    return pd.DataFrame({"key": found["key"], "year": found["year"],
                         "economy": found["key"].replace(names), "ratio": found["ratio"]})


def paths(fit: Counterfactual, base_year: int, names: Mapping[str, str]) -> pd.DataFrame:
    """Outcome and counterfactual by quarter, the mean outcome of a base year set to 100.

    Parameters
    ----------
    fit : Counterfactual
        Of log outcomes, indexed by quarterly period.
    base_year : int
        Calendar year.
    names : mapping
        `observed` and `synthetic` to the names to show.

    Returns
    -------
    pandas.DataFrame
        Long: `key` (`observed` or `synthetic`), `year`, `path` (name), `index`.
    """
    observed = np.exp(fit.observed)
    scale = observed[observed.index.year == base_year].mean() / 100
    both = pd.DataFrame({"observed": observed, "synthetic": np.exp(fit.synthetic)}) / scale
    long = both.assign(year=decimal_year(both.index)).melt(
        id_vars="year", var_name="key", value_name="index")
    return pd.DataFrame({"key": long["key"], "year": long["year"], "path": long["key"].map(names),
                         "index": long["index"]})


def with_spread(drawn: pd.DataFrame, placebo_gaps: pd.DataFrame, unit: str,
                share: float = 0.9) -> pd.DataFrame:
    """Paths with the bounds within which placebos leave the unit without an effect.

    Parameters
    ----------
    drawn : pandas.DataFrame
        As `paths` gives them.
    placebo_gaps : pandas.DataFrame, shape (periods, units)
        Gaps in logarithms.
    unit : str
        Left out of the placebos.
    share : float
        Of placebos that lie between the bounds in a quarter.

    Returns
    -------
    pandas.DataFrame
        `drawn` with `low` and `high` of the counterfactual; what was observed bounds itself.
    """
    placebos = placebo_gaps.drop(columns=unit)
    ends = [(1 - share) / 2, (1 + share) / 2]
    factors = np.exp(placebos.quantile(ends, axis=1).T)
    factors.index = decimal_year(placebo_gaps.index)
    factors = factors.reindex(drawn["year"]).to_numpy(copy=True)
    factors[(drawn["key"] == "observed").to_numpy()] = 1.0
    return drawn.assign(low=drawn["index"] * factors[:, 0], high=drawn["index"] * factors[:, 1])


def largest_miss(fit: Counterfactual) -> float:
    """Largest gap in size in any period before the start, unit of the outcome."""
    return float(fit.gap[fit.gap.index < fit.start].abs().max())


def of_all_mixtures(outcomes: pd.DataFrame, fit: Counterfactual) -> tuple[float, float]:
    """Least and greatest gap of the last year over mixtures of donors that fit as well as one.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Log outcomes that the counterfactual was estimated from.
    fit : Counterfactual
        A mixture counts if it misses no period before the start by more than this one does.

    Returns
    -------
    tuple of float
        Percent; see `analysis.models.fitset.range_of_gaps`.
    """
    least, greatest = range_of_gaps(outcomes, fit.treated, fit.start, slack=largest_miss(fit))
    return percent(least), percent(greatest)


def rank_of_mean(gaps: pd.DataFrame, start: Hashable, unit: Hashable) -> float:
    """Share of units, one of them included, whose mean gap since the start is at most as high.

    Parameters
    ----------
    gaps : pandas.DataFrame, shape (periods, units)
        Outcomes less their counterfactuals.
    start : hashable
        First period that counts.
    unit : hashable
        The one that is ranked.
    """
    return rank_from_below(gaps[gaps.index >= start].mean(), unit)


def intervals(placebo: Mapping[str, Inversion], conformal: ConformalInterval,
              trends: Sensitivity) -> pd.DataFrame:
    """Intervals for one gap by several methods, in percent.

    Parameters
    ----------
    placebo : mapping
        Statistic to an interval by test inversion.
    conformal : ConformalInterval
        Of an effect in logarithms.
    trends : Sensitivity
        Of an effect in logarithms.

    Returns
    -------
    pandas.DataFrame
        `key` (of `METHODS`; magnitudes above 0 as text), `method` (name), `low`, `high` (percent).
    """
    rows = [{"key": key, "low": 100 * one.relative_low, "high": 100 * one.relative_high}
            for key, one in placebo.items()]
    rows.append({"key": "conformal", "low": percent(conformal.low),
                 "high": percent(conformal.high)})
    rows += [{"key": f"{row['magnitude']:g}" if row["magnitude"] else "parallel",
              "low": percent(row["low"]), "high": percent(row["high"])}
             for row in trends.table.to_dict("records")]
    table = pd.DataFrame(rows)
    table.insert(1, "method", [METHODS.get(key, FAILING.format(key)) for key in table["key"]])
    return table


def by_outcome(studies: Mapping[str, EventStudy], names: Mapping[str, str]) -> pd.DataFrame:
    """Effects by quarter of several outcomes in percent, one below the other.

    Parameters
    ----------
    studies : mapping
        Key of each log outcome to its event study, by quarterly period.
    names : mapping
        Key to the name to show.

    Returns
    -------
    pandas.DataFrame
        `key`, `outcome` (name), `year` (start of the quarter); `estimate`, `low`, `high`,
        `donor_low`, `donor_high` (percent).
    """
    parts = []
    for key, study in studies.items():
        shown = 100 * np.expm1(study.effects[["estimate", "low", "high", "donor_low",
                                              "donor_high"]])
        parts.append(shown.assign(key=key, outcome=names[key],
                                  year=decimal_year(study.effects.index)))
    return pd.concat(parts, ignore_index=True)


def below_unit(gaps: pd.DataFrame, unit: Hashable, start: Hashable) -> pd.Series:
    """Number of other units with a lower gap than one, in each period from a start on.

    Parameters
    ----------
    gaps : pandas.DataFrame, shape (periods, units)
        Outcomes less their counterfactuals.
    unit, start : hashable
        The one that is compared, and the first period.
    """
    after = gaps[gaps.index >= start]
    return after.drop(columns=unit).lt(after[unit], axis=0).sum(axis=1)


def lowest_from(below: pd.Series) -> pd.Period:
    """First period from which on no other unit is lower, of the counts of `below_unit`.

    Raises
    ------
    ValueError
        If some unit is lower in the last period.
    """
    if below.iloc[-1]:
        raise ValueError(f"{below.iloc[-1]} units are lower in {below.index[-1]}")
    crossed = below.index[below > 0]
    return below.index[0] if crossed.empty else crossed.max() + 1


def below_from(effects: pd.DataFrame, bound: str = "donor_high") -> pd.Period:
    """First period from which on an upper bound stays below zero.

    Parameters
    ----------
    effects : pandas.DataFrame
        Indexed by quarterly period.
    bound : str
        Column of the bound.

    Raises
    ------
    ValueError
        If the bound is not below zero in the last period.
    """
    reached = effects.index[effects[bound] >= 0].max()
    if reached == effects.index.max():
        raise ValueError(f"{bound} is not below zero in {reached}")
    return effects.index[effects.index > reached].min()
