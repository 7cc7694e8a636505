"""Tables of the page on reproduction."""

from report.sphinx import reproduction

RUN = {"report": "0.1.0", "platform": "Linux x86_64", "python": "3.11.7",
       "packages": {"numpy": "2.4.6"}, "not_as_locked": [], "record": "0" * 64, "identical": True,
       "counts": {"park": {"number PASS": 3, "number DRIFT": 1}, "data": {"data PASS": 11}},
       "not_passed": [{"outcome": "DRIFT", "id": "park.x", "detail": "value 1 -> 2"}]}


def text(directive, found):
    return directive.text(object.__new__(directive), found)


def test_page_is_read_again_when_a_result_appears_or_changes(tmp_path, monkeypatch):
    monkeypatch.setattr(reproduction, "RESULTS", tmp_path)
    states = [reproduction.mark("matrix.json")]
    for name, content in (("matrix.json", "1"), ("matrix.json", "2"), ("ledger.json", "3")):
        (tmp_path / name).write_text(content)
        states.append(reproduction.mark("matrix.json"))
    assert len(set(states)) == 4


def test_verdict_names_what_did_not_pass():
    shown = text(reproduction.Verification, RUN)
    for part in ("Linux x86_64 with Python 3.11.7 (numpy 2.4.6), all packages as locked",
                 "**1 did not pass**", "identical byte for byte",
                 "| Chapter | Numbers | Figures | Tables | Data |",
                 "| :--- | ---: | ---: | ---: | ---: |",
                 "| `park` | 3 of 4 | – | – | – |", "| `data` | – | – | – | 11 of 11 |",
                 "- DRIFT: `park.x`, value 1 -> 2", "**The record has changed since**"):
        assert part in shown


def test_other_packages_than_locked_are_said():
    shown = text(reproduction.Verification, RUN | {"not_as_locked": ["numpy 1 (locked: 2)"],
                                                   "not_passed": [], "identical": False})
    assert "with other versions than locked of numpy 1 (locked: 2)" in shown
    assert "Everything passed, and two builds" in shown and "were **not** identical" in shown


def test_matrix_says_what_was_left_out_and_what_drifts():
    runs = [{"python": "3.12.1", "packages": "locked", "versions": {"numpy": "2.5"},
             "compared": 9, "not_passed": []},
            {"python": "3.13", "packages": "newest allowed", "versions": {}, "compared": 0,
             "not_passed": [], "skipped": "no such Python on this machine"},
            {"python": "3.11.7", "packages": "oldest allowed", "versions": {}, "compared": 9,
             "not_passed": ["DRIFT   number  a.b"]}]
    shown = text(reproduction.Matrix, {"record": "0" * 64, "runs": runs})
    for part in ("| all 9 pass |", "left out: no such Python on this machine",
                 "1 of 9 do not pass", "- oldest allowed, Python 3.11.7: DRIFT   number  a.b"):
        assert part in shown


def test_programs_of_exhibits():
    exhibit = {"id": "park-x", "label": "fig-park-x", "chapter": "park",
               "tables": ["macro", "published"]}
    assert "| {numref}`fig-park-x` | `park-x` | `chapters/park.md` | `macro`, `published` |" \
        in reproduction.programs({"park-x": exhibit})
