"""From checks to a verdict, by one rule for all claims."""

from __future__ import annotations

from dataclasses import dataclass, field

WORDS = ("holds", "holds with a correction", "not supported", "contradicted", "cannot be tested")


@dataclass(frozen=True)
class Checks:
    """What a claim was held against.

    Attributes
    ----------
    core : dict of str to bool
        What must be so if the claim is true: each check or specification, and whether it agrees.
    detail : dict of str to bool
        What its wording adds (a date, a size, a place) and what rival counts say.
    """

    core: dict[str, bool] = field(default_factory=dict)
    detail: dict[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """Verdict on one claim.

    Attributes
    ----------
    claim : str
        Its id in table ``claims``.
    checks : Checks
    """

    claim: str
    checks: Checks

    @property
    def word(self) -> str:
        """One of `WORDS`.

        Without checks nothing can be said. Where all of the core fails, the claim is
        contradicted; where some of it fails, it is not supported; where only detail fails, it
        holds with a correction.
        """
        core, detail = self.checks.core.values(), self.checks.detail.values()
        if not self.n:
            return "cannot be tested"
        if core and not any(core):
            return "contradicted"
        if not all(core):
            return "not supported"
        return "holds" if all(detail) else "holds with a correction"

    @property
    def n(self) -> int:
        """Number of checks."""
        return len(self.checks.core) + len(self.checks.detail)

    @property
    def agree(self) -> int:
        """Number of checks that agree with the claim."""
        return sum(self.checks.core.values()) + sum(self.checks.detail.values())

    @property
    def share(self) -> float:
        """Percent of checks that agree.

        Raises
        ------
        ValueError
            If there are none.
        """
        if not self.n:
            raise ValueError(f"{self.claim} has no checks")
        return 100 * self.agree / self.n
