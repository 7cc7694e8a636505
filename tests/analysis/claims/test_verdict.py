"""From checks to a verdict."""

import pytest

from analysis.claims.verdict import WORDS, Checks, Verdict


@pytest.mark.parametrize(("core", "detail", "word", "share"), [
    ([True, True], [True], "holds", 100), ([True], [], "holds", 100),
    ([True], [False, True], "holds with a correction", 200 / 3),
    ([True, False], [True], "not supported", 200 / 3), ([False, False], [True], "contradicted",
                                                        100 / 3)])
def test_verdict_and_share(core, detail, word, share):
    verdict = Verdict("x", Checks(dict(enumerate(core)), dict(enumerate(detail))))
    assert word in WORDS
    assert (verdict.word, verdict.share) == (word, pytest.approx(share))


def test_without_checks_nothing_can_be_said():
    verdict = Verdict("x", Checks())
    assert (verdict.word, verdict.n, verdict.agree) == ("cannot be tested", 0, 0)
    with pytest.raises(ValueError, match="x has no checks"):
        verdict.share.hex()
