"""Tiles of claims."""

from report.html.claim_tiles import tiles


def test_tile_says_what_it_is_filtered_by():
    made = tiles([{"id": "fall", "title": "It <fell>", "speaker": "She", "kind": "cause",
                   "verdict": "holds"}])
    assert 'data-verdict="holds" data-speaker="She" data-kind="cause"' in made
    assert '<a href="#claim-fall">It &lt;fell&gt;</a>' in made
