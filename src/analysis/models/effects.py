"""Many fixed effects taken out of columns by weighted least squares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import linalg, sparse

# Share of the diagonal that makes the normal equations of redundant levels solvable; the
# refinement takes its influence out again.
_RIDGE = 1e-9


class FixedEffects:
    """Indicator columns of several effects, ready for repeated weighted projections.

    The effect with most levels is eliminated exactly, as in the within transformation; the
    normal equations of the others are then small enough to be solved directly. This is the
    partitioned regression of Frisch, Waugh and Lovell, and needs no iteration over effects.

    Parameters
    ----------
    keys : sequence of array-like, each of shape (rows,)
        Label of the level of each row, one array an effect. Redundant levels may stand.

    Examples
    --------
    >>> effects = FixedEffects([[0, 0, 1, 1]])
    >>> effects.residuals(np.array([[1.0], [3.0], [5.0], [5.0]]), np.ones(4))[:, 0].tolist()
    [-1.0, 1.0, 0.0, 0.0]
    """

    def __init__(self, keys: Sequence[object]):
        codes = [pd.factorize(pd.Series(key).to_numpy())[0] for key in keys]
        codes.sort(key=lambda code: -code.max())
        self._largest = _indicators(codes[0])
        self._others = (sparse.hstack([_indicators(code) for code in codes[1:]], format="csr")
                        if len(codes) > 1 else None)

    def residuals(self, columns: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """What weighted least squares on all effects leaves of each column.

        Parameters
        ----------
        columns : ndarray, shape (rows, columns)
        weights : ndarray, shape (rows,)
            Positive.

        Returns
        -------
        ndarray, shape (rows, columns)
        """
        totals = self._largest.T @ weights
        rest = self._centred(columns, weights, totals)
        if self._others is None:
            return rest
        factor, scale = self._factor(weights, totals)
        for _ in range(20):
            score = (self._others.T @ (rest * weights[:, None])) / scale[:, None]
            step = linalg.cho_solve(factor, score, check_finite=False) / scale[:, None]
            change = self._centred(self._others @ step, weights, totals)
            rest = rest - change
            if np.abs(change).max() <= 1e-13 * max(np.abs(columns).max(), 1e-300):
                break
        return rest

    def _centred(self, columns: np.ndarray, weights: np.ndarray,
                 totals: np.ndarray) -> np.ndarray:
        means = (self._largest.T @ (columns * weights[:, None])) / totals[:, None]
        return columns - self._largest @ means

    def _factor(self, weights: np.ndarray, totals: np.ndarray):
        weighted = self._others.multiply(weights[:, None]).tocsr()
        cross = self._largest.T @ weighted
        scale = np.sqrt(np.asarray(weighted.sum(axis=0)).ravel())
        shrink = sparse.diags_array(1 / scale)
        scaled = (sparse.diags_array(1 / np.sqrt(totals)) @ cross @ shrink).tocsr()
        normal = (shrink @ (self._others.T @ weighted) @ shrink - scaled.T @ scaled).toarray("F")
        normal[np.diag_indices_from(normal)] += _RIDGE
        return linalg.cho_factor(normal, overwrite_a=True, check_finite=False), scale


def _indicators(codes: np.ndarray) -> sparse.csr_matrix:
    """One column a level."""
    rows = np.arange(len(codes))
    return sparse.csr_matrix((np.ones(len(codes)), (rows, codes)))
