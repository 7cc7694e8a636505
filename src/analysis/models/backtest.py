"""How wrong a forecast would have been: models fitted on early years, held against later ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.models.growth import Forecast, Model, fitted


def held_out(series: Mapping[str, pd.Series], models: Mapping[str, Model],
             origins: Iterable[int], horizon: int, *, least: int = 9) -> pd.DataFrame:
    """Errors of the sum over the years after each origin.

    Parameters
    ----------
    series : mapping of str to pandas.Series
        Name to yearly values, indexed by year.
    models : mapping of str to callable
        Models of `analysis.models.growth`; a model that a series is too short for at some
        origin is not tested there.
    origins : iterable of int
        Last years that a model sees.
    horizon : int
        Years after the origin that are summed.
    least : int
        Origins before which fewer years are known are left out.

    Returns
    -------
    pandas.DataFrame
        ``name``, ``model``, ``origin``; ``error``, the logarithm of the true sum over the median
        forecast; ``inside80`` and ``inside95``, whether it lies within the interval.
    """
    return pd.DataFrame([
        {"name": name, "model": label, "origin": origin, **_errors(forecast, list(truth.index),
                                                                  float(truth.sum()))}
        for name, origin, known, truth in cases(series, origins, horizon, least=least)
        for label, forecast in fitted(known, horizon, models).items()])


def cases(series: Mapping[str, pd.Series], origins: Iterable[int], horizon: int, *,
          least: int = 9) -> Iterator[tuple[str, int, pd.Series, pd.Series]]:
    """What `held_out` fits and what it holds it against: name, origin, years known, years after."""
    for origin in origins:
        years = list(range(origin + 1, origin + 1 + horizon))
        for name, values in series.items():
            known, truth = values.loc[:origin].dropna(), values.reindex(years)
            if len(known) >= least and known.index[-1] == origin and not truth.isna().any():
                yield name, origin, known, truth


def _errors(forecast: Forecast, years: list[int], truth: float) -> dict[str, float | bool]:
    sums = forecast.total(years)
    place = float((sums < truth).mean())
    return {"error": float(np.log(truth / np.median(sums))),
            "inside80": 0.1 <= place <= 0.9, "inside95": 0.025 <= place <= 0.975}


def scores(errors: pd.DataFrame) -> pd.DataFrame:
    """Summary of `held_out` by model, in the order of its rows.

    Returns
    -------
    pandas.DataFrame
        ``model``, ``tests``; ``bias`` and ``size``, mean and mean size of the error in percent
        of the forecast; ``inside80`` and ``inside95`` in percent of the tests.
    """
    found = errors.assign(bias=100 * np.expm1(errors["error"]))
    found["size"] = found["bias"].abs()
    by_model = found.groupby("model", sort=False)
    table = by_model[["bias", "size"]].mean()
    table[["inside80", "inside95"]] = 100 * by_model[["inside80", "inside95"]].mean()
    return table.assign(tests=by_model.size()).reset_index()


def rank_of(error: float, others: pd.Series) -> float:
    """Share of errors, the given one included, that are at most as high as it."""
    return float((1 + (others <= error).sum()) / (1 + len(others)))
