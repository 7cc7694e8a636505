"""The page of methods names functions that exist, and every estimator of the package is on it."""

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "chapters" / "methods.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(analysis\.[\w.]+)`", PAGE)))
# What the estimators share, and what puts their results into words and percent.
INNER = {"choices", "counterfactual", "gaps", "market_effects", "regressors", "share_breaks",
         "simplex"}


@pytest.mark.parametrize("name", NAMED)
def test_function_exists(name):
    module, _, function = name.rpartition(".")
    assert callable(getattr(importlib.import_module(module), function))


def test_every_model_is_explained():
    models = {path.stem for path in (ROOT / "src" / "analysis" / "models").glob("[a-z]*.py")}
    assert models - INNER == {name.split(".")[2] for name in NAMED if ".models." in name}
