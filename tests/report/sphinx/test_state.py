"""What extensions tell one another stays with its build and its page."""

import pickle
from collections import defaultdict
from types import SimpleNamespace

from report.sphinx import state


def environment(*found):
    return SimpleNamespace(found_docs=set(found), metadata=defaultdict(dict), docname="a")


def test_each_build_has_one_state_of_its_own():
    app, other = SimpleNamespace(), SimpleNamespace()
    state.build(app).numbers["x"] = {"id": "x"}
    assert state.build(app).numbers == {"x": {"id": "x"}}
    assert state.build(other) == state.BuildState()


def test_state_of_the_page_that_is_read():
    env = environment("a", "b")
    state.page(env).printed["x"] = "1"
    assert state.page(env, "a").printed == {"x": "1"}
    assert state.page(env, "b") == state.PageState()


def test_pages_that_are_no_longer_in_the_book_are_left_out():
    env = environment("a")
    state.page(env, "a").rows = "all"
    state.page(env, "gone").rows = "some"
    env.metadata["c"]["orphan"] = True
    assert [(name, page.rows) for name, page in state.pages(env)] == [("a", "all")]


def test_state_survives_as_sphinx_keeps_it():
    env = environment("a")
    state.page(env).places["x"] = "shown-x"
    kept = pickle.loads(pickle.dumps(env.metadata))
    assert kept["a"][state._NAME] == state.PageState(places={"x": "shown-x"})
