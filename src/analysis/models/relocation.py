"""How much of a loss may have turned up elsewhere: rises above trend, and bounds from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.models.growth import MODELS, Model, drift
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


def hosts_and_losers(exports: pd.DataFrame, base: int, year: int, loss: Sequence[Interval],
                     names: Mapping[str, str], *, models: Mapping[str, Model] = MODELS,
                     main: str = "walk") -> pd.DataFrame:
    """Change of some economies against their own trends, and the park's loss beside them.

    Parameters
    ----------
    exports : DataFrame, shape (years, economies)
        Of hosts and other losers, in the order to be shown.
    base, year : int
        See `above_trend`.
    loss : sequence of Interval
        The park's exports in the two years.
    names : mapping of str to str
        Economy to its name.
    models : mapping of str to callable
        Trends; the range of what they leave is shown.
    main : str
        The one whose value is central.

    Returns
    -------
    DataFrame
        ``key`` (economy, or park), ``economy`` (name), ``before``, ``after``, ``rise``,
        ``excess`` (Interval, None for the park).
    """
    found = {name: above_trend(exports, base, year, model=model)
             for name, model in models.items()}
    excess = pd.DataFrame({name: one["excess"] for name, one in found.items()})
    rows = [{"key": key, "economy": names[key], "before": row["before"], "after": row["after"],
             "rise": row["rise"], "excess": Interval(
                 float(excess.loc[key, main]), float(excess.loc[key].min()),
                 float(excess.loc[key].max()))} for key, row in found[main].iterrows()]
    before, after = (level.value for level in loss)
    return pd.DataFrame([*rows, {
        "key": "park", "economy": "The park", "before": before, "after": after,
        "rise": after - before, "excess": None}])


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
