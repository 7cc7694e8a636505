"""V-Dem: democracy indices with their bounds."""

from __future__ import annotations

import pandas as pd

from report.refresh.store import Store

PAGE = "https://www.v-dem.net/data/the-v-dem-dataset/ (a form asks for name and purpose)"
INDICES = {"v2x_civlib": False, "v2x_libdem": True, "v2x_polyarchy": True}


def governance_vdem(store: Store, economies: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """Indices of electoral and liberal democracy and of civil liberties.

    Publisher: V-Dem Institute, CC BY-SA 4.0. Yearly editions revise all years and must not be
    spliced; the table rests on version 15. The file is given after a registration, so it has to
    be downloaded by hand: ``V-Dem-CY-Core-v15.csv``.

    Economies and the first year are those of the present table. Bounds are kept for the two
    indices of democracy.

    Returns
    -------
    DataFrame
        ``economy``, ``year``, ``indicator``, ``value``, ``low``, ``high`` (0 to 1).
    """
    version = "v15" if store.pinned else "v*"
    path = store.only_given(f"V-Dem-CY-Core-{version}.csv", PAGE)[-1]
    columns = ["country_text_id", "year", *INDICES] + [
        f"{name}_code{end}" for name, bounds in INDICES.items() if bounds
        for end in ("low", "high")]
    wide = pd.read_csv(path, usecols=columns)
    wide["economy"] = wide["country_text_id"].map(economies.set_index("iso3")["iso2"])
    wanted = wide["economy"].isin(kept["economy"]) & (wide["year"] >= kept["year"].min())
    return pd.concat([_index(wide[wanted], name) for name in INDICES], ignore_index=True)


def _index(wide: pd.DataFrame, name: str) -> pd.DataFrame:
    bounds = {end: wide[f"{name}_code{end}"] if INDICES[name] else float("nan")
              for end in ("low", "high")}
    found = wide[["economy", "year"]].assign(indicator=name, value=wide[name], **bounds)
    return found.dropna(subset="value")
