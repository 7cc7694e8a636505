"""Record of a verification that others can check: an in-toto statement, signed if a key is given.

The statement [1]_ names outputs by hash (its subjects), inputs by hash and the environment (its
configuration) and the outcome of each comparison, as a test result [2]_. It travels in an envelope
[3]_ whose signatures are empty where no key was given.

References
----------
.. [1] in-toto (2023). Statement layer, version 1. https://in-toto.io/Statement/v1
.. [2] in-toto (2023). Predicate type: Test Result. https://in-toto.io/attestation/test-result/v0.1
.. [3] Secure Systems Lab. DSSE: Dead Simple Signing Envelope, version 1.0.
   https://github.com/secure-systems-lab/dsse
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from pathlib import Path

from report.run import environment
from report.run.compare import Comparison

STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://in-toto.io/attestation/test-result/v0.1"
PAYLOAD = "application/vnd.in-toto+json"
INPUTS = ("requirements.txt", "CITATION.cff", "_config.yml", "_toc.yml", "references.bib",
          "chapters", "data", "src", "results/ledger.json")


class KeyFault(ValueError):
    """The key to sign with cannot be used."""


def statement(project: Path, compared: Sequence[Comparison], found: dict) -> dict:
    """What was verified, on what, and what came out.

    Parameters
    ----------
    project : Path
        Folder of the project.
    compared : sequence of Comparison
        Outcomes.
    found : dict
        See `report.run.verify.summary`.
    """
    named = {False: [], True: []}
    for one in compared:
        named[one.outcome == "PASS"].append(f"{one.kind} {one.id}")
    if not found["identical"]:
        named[False].append("two builds are identical")
    named[False] += [f"as locked: {line}" for line in found["not_as_locked"]]
    return {"_type": STATEMENT, "subject": list(_outputs(found["checksums"])),
            "predicateType": PREDICATE, "predicate": {
                "result": "FAILED" if named[False] else "PASSED",
                "configuration": [*_inputs(project), _machine(found)],
                "passedTests": named[True], "failedTests": named[False]}}


def _outputs(sums: dict[str, str]) -> Iterable[dict]:
    return ({"name": name, "digest": {"sha256": held}} for name, held in sums.items())


def _inputs(project: Path) -> Iterable[dict]:
    for name in INPUTS:
        if (project / name).exists():
            yield {"name": name, "digest": {"sha256": environment.checksum(project / name)}}


def _machine(found: dict) -> dict:
    return {"name": "environment", "annotations": {
        key: found[key] for key in ("report", "date", "platform", "python", "packages")}}


def envelope(held: dict, key: Path | None = None) -> dict:
    """Envelope of a statement.

    Parameters
    ----------
    held : dict
        See `statement`.
    key : Path, optional
        Private key in PEM; without one the envelope has no signature.

    Raises
    ------
    KeyFault
        If the file is no private key, or the package that signs is not installed.
    """
    payload = json.dumps(held, sort_keys=True, ensure_ascii=False).encode()
    if key is None:
        return {"payload": b64encode(payload).decode(), "payloadType": PAYLOAD, "signatures": []}
    return _signed(payload, key)


def _signed(payload: bytes, key: Path) -> dict:
    try:
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
        from securesystemslib.dsse import Envelope
        from securesystemslib.signer import CryptoSigner

        signer = CryptoSigner(load_pem_private_key(key.read_bytes(), None))
    except (ImportError, OSError, TypeError, ValueError) as error:
        raise KeyFault(f"{key} cannot sign: {error}") from error
    made = Envelope(payload, PAYLOAD, {})
    made.sign(signer)
    return made.to_dict()


def said(made: dict) -> str:
    """Whether an envelope is signed, in words.

    Parameters
    ----------
    made : dict
        See `envelope`.
    """
    keys = ", ".join(one["keyid"][:16] for one in made["signatures"])
    return f"signed with key {keys}" if keys else "not signed (KEY=private.pem signs it)"
