"""The record of a verification names inputs and outputs by hash, and holds under its key."""

import json
from base64 import b64decode
from copy import deepcopy

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import SSlibKey

from report.run import attestation
from report.run.compare import Comparison

FOUND = {"identical": True, "not_as_locked": [], "checksums": {"PDF a.pdf": "11"},
         "report": "1.0", "date": "2026-03-01", "platform": "Linux", "python": "3.11",
         "packages": {"numpy": "2.2"}}
PASS = Comparison(outcome="PASS", kind="number", id="a.b")
DRIFT = Comparison(outcome="DRIFT", kind="figure", id="a-c")


@pytest.fixture
def private():
    return Ed25519PrivateKey.generate()


@pytest.fixture
def key(private, tmp_path):
    path = tmp_path / "key.pem"
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


def test_statement_names_outputs_inputs_environment_and_outcomes(tmp_path):
    (tmp_path / "requirements.txt").write_text("abc")
    made = attestation.statement(tmp_path, [PASS], FOUND)
    assert made["subject"] == [{"name": "PDF a.pdf", "digest": {"sha256": "11"}}]
    predicate = made["predicate"]
    assert predicate["result"] == "PASSED" and predicate["passedTests"] == ["number a.b"]
    locked, machine = predicate["configuration"]
    # SHA-256 of "abc" from FIPS 180-2, appendix B.1.
    assert locked == {"name": "requirements.txt", "digest": {
        "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}}
    assert machine["annotations"]["python"] == "3.11"


@pytest.mark.parametrize(("compared", "found", "failed"), [
    ([PASS, DRIFT], {}, "figure a-c"), ([PASS], {"identical": False}, "two builds are identical"),
    ([PASS], {"not_as_locked": ["numpy 1"]}, "as locked: numpy 1")])
def test_whatever_fails_makes_the_result_fail(tmp_path, compared, found, failed):
    predicate = attestation.statement(tmp_path, compared, FOUND | found)["predicate"]
    assert predicate["result"] == "FAILED" and predicate["failedTests"] == [failed]


def test_without_a_key_it_is_said_to_be_unsigned():
    made = attestation.envelope({"a": 1})
    assert json.loads(b64decode(made["payload"])) == {"a": 1}
    assert made["signatures"] == [] and attestation.said(made).startswith("not signed")


def test_signature_holds_for_what_was_signed_and_nothing_else(private, key):
    made = attestation.envelope({"a": 1}, key)
    public = SSlibKey.from_crypto(private.public_key())
    assert Envelope.from_dict(deepcopy(made)).verify([public], 1)
    assert attestation.said(made).startswith("signed with key ")
    forged = made | {"payload": attestation.envelope({"a": 2})["payload"]}
    with pytest.raises(VerificationError):
        Envelope.from_dict(forged).verify([public], 1)


def test_what_is_no_key_is_named(tmp_path):
    (tmp_path / "x.pem").write_text("no key")
    with pytest.raises(attestation.KeyFault, match=r"x\.pem cannot sign"):
        attestation.envelope({}, tmp_path / "x.pem")
