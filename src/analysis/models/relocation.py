"""What of a loss may have turned up elsewhere: rises of other economies above their trends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.models.growth import MODELS, Model, drift
from report.intervals import Interval


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
