"""Figures of a published study that several estimators are held against."""

from pathlib import Path

import pandas as pd
import pytest


@pytest.fixture(scope="session")
def cigarettes() -> pd.DataFrame:
    """Cigarette sales in packs a head, 39 states of the United States, 1970 to 2000.

    Figures of The Tax Burden on Tobacco (Orzechowski and Walker, 2005) as Abadie, Diamond and
    Hainmueller (2010) use them, to one decimal. California's Proposition 99 took effect in 1989.
    """
    return pd.read_csv(Path(__file__).parent / "cigarettes.csv", index_col="year")
