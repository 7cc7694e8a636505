"""What may speak on a statement: the protocol by which verdicts on claims are reached.

A statement is of one of the `KINDS`, and what was found on it is of one of the kinds of
`EVIDENCE`; both are columns of table ``claims``. `speaks` says what such evidence may do for a
statement of that kind. Nothing else decides whether a statement can be tested.
"""

from __future__ import annotations

KINDS = ("quantity", "event", "cause", "outlook")
WORDS = ("holds", "holds with a correction", "not supported", "contradicted", "cannot be tested")
HOLDS, CORRECTED, UNSUPPORTED, CONTRADICTED, UNTESTED = WORDS

# What evidence of each kind is, as readers see it.
EVIDENCE = {
    "count": "counts or published figures of the thing itself",
    "record": "dated events on record",
    "dates": "the dates at which series turn",
    "account": "an identity that splits a change into its parts",
    "survey": "answers of people who chose to answer",
    "proxy": "a measure of something else",
    "word": "the word of the speaker alone",
    "none": "nothing that was found"}

DECIDES, REFUTES, SILENT = "decides", "only refutes", "is silent"
# Pairs of kind and evidence that are not named are silent.
_SPEAKS = {
    ("quantity", "count"): DECIDES, ("event", "count"): DECIDES, ("event", "record"): DECIDES,
    ("event", "dates"): DECIDES, ("cause", "account"): DECIDES, ("cause", "dates"): REFUTES,
    ("cause", "count"): REFUTES}

# Why evidence that is silent is: it ends the sentence "cannot be tested".
_WHY = {
    "survey": "only people who chose to answer were asked",
    "proxy": "only a measure of something else was found, which does not speak on this",
    "word": "only the speaker says so",
    "none": "nothing was found that measures it"}
_ONLY_REFUTES = "the order in time fits, which shows no cause"
_OUTLOOK = "it is about what may come"


def speaks(kind: str, evidence: str) -> str:
    """What evidence may do for a statement: decide on it, only refute it, or nothing.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    evidence : str
        A key of `EVIDENCE`.

    Raises
    ------
    ValueError
        If either is unknown.

    Examples
    --------
    >>> speaks("quantity", "count"), speaks("cause", "dates"), speaks("quantity", "survey")
    ('decides', 'only refutes', 'is silent')
    """
    if kind not in KINDS or evidence not in EVIDENCE:
        raise ValueError(f"no statement is of the kind {kind!r} with the evidence {evidence!r}")
    return _SPEAKS.get((kind, evidence), SILENT)


def word(kind: str, evidence: str, core: list[bool], detail: list[bool]) -> str:
    """Verdict on a statement.

    Parameters
    ----------
    kind, evidence : str
        As for `speaks`.
    core : list of bool
        Tests of what the statement says, and whether each agrees.
    detail : list of bool
        Tests of the dates, sizes and places that it names beside.

    Returns
    -------
    str
        One of `WORDS`.
    """
    may = speaks(kind, evidence)
    if may == SILENT:
        return UNTESTED
    if not any(core):
        return CONTRADICTED
    if not all(core):
        return UNSUPPORTED
    if may == REFUTES:
        return UNTESTED
    return HOLDS if all(detail) else CORRECTED


def why_untested(kind: str, evidence: str) -> str:
    """Why a statement cannot be tested, as the end of a sentence.

    Parameters
    ----------
    kind, evidence : str
        As for `speaks`.

    Examples
    --------
    >>> why_untested("outlook", "word")
    'it is about what may come'
    """
    if kind == "outlook":
        return _OUTLOOK
    return _WHY.get(evidence, _ONLY_REFUTES)
