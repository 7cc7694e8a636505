"""How much of a loss may have turned up elsewhere: rises above trend, and bounds from them."""

from __future__ import annotations

import pandas as pd

from analysis.models.growth import Model, drift
from report.intervals import Interval, propagate


def above_trend(exports: pd.DataFrame, base: int, year: int, *,
                model: Model = drift) -> pd.DataFrame:
    """Exports of a later year against those of a base year and against own growth to it.

    Parameters
    ----------
    exports : DataFrame, shape (years, economies)
        Positive, by year.
    base, year : int
        Last year that the model sees, and the later year.
    model : callable
        Of `analysis.models.growth`.

    Returns
    -------
    DataFrame
        Indexed by economy: ``before``, ``after``, ``rise``; ``excess``, ``low`` and ``high``, the
        later value less the median forecast and less the bounds of its 95% interval.
    """
    rows = {}
    for economy, series in known(exports, base).items():
        found, values = model(series, year - base), exports[economy]
        bounds, truth = found.interval().loc[year], float(values[year])
        rows[economy] = {
            "before": float(values[base]), "after": truth, "rise": truth - float(values[base]),
            "excess": truth - float(found.median[year]), "low": truth - float(bounds["high"]),
            "high": truth - float(bounds["low"])}
    return pd.DataFrame.from_dict(rows, orient="index")


def known(exports: pd.DataFrame, base: int) -> dict[str, pd.Series]:
    """What `above_trend` shows a model of each economy."""
    return {economy: values.loc[:base].dropna() for economy, values in exports.items()}


def billed_elsewhere(loss: Interval, gained: float, other_loss: float) -> dict[str, Interval]:
    """Largest share of a loss that a gain elsewhere can hold, and the share if losers are alike.

    No lower bound above zero follows: all of the gain may have other origins.

    Parameters
    ----------
    loss : Interval
        Of the first loser, positive.
    gained : float
        Gain elsewhere, in the same unit; below zero it counts as none.
    other_loss : float
        Loss of other losers, who may have moved to the same places.

    Returns
    -------
    dict of str to Interval
        ``most``: all of the gain came from the first loser. ``alike``: every dollar lost by any
        loser was made good to the same degree. Percent of the loss, at most 100.

    Raises
    ------
    ValueError
        If the loss is not positive, or the other one negative.
    """
    if loss.low <= 0 or other_loss < 0:
        raise ValueError("losses must be positive")
    gain = max(gained, 0.0)
    return {"most": propagate(lambda lost: 100 * min(1.0, gain / lost), loss),
            "alike": propagate(lambda lost: 100 * min(1.0, gain / (lost + other_loss)), loss)}
