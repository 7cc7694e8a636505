"""Handlers of the end of a build are called once it has succeeded, and for web pages only."""

from types import SimpleNamespace

import pytest

from report.sphinx import events


class App:
    """Keeps what is connected to it."""

    def __init__(self, kind):
        self.builder, self.connected, self.called = SimpleNamespace(format=kind), [], []

    def connect(self, event, handler, priority=500):
        self.connected.append((event, handler, priority))


@pytest.mark.parametrize(("kind", "exception", "calls"), [
    ("html", None, 1), ("html", ValueError("no"), 0), ("latex", None, 0)])
def test_handler_is_called_after_html_that_succeeded(kind, exception, calls):
    app = App(kind)
    events.when_html_is_done(app, lambda app: app.called.append(app), events.REPAIR_PAGES)
    (event, handler, priority), = app.connected
    handler(app, exception)
    assert (event, priority, len(app.called)) == ("build-finished", events.REPAIR_PAGES, calls)


def test_order_of_the_end_of_a_build():
    # What the PDF attaches is written first; pages are repaired while it is made.
    assert events.WRITE_FILES < events.START_PDF < events.REPAIR_PAGES < events.END_PDF


def test_chapters_have_run_when_pages_are_judged():
    assert events.RUN_CHAPTERS < events.CHECK_RECORDED < 500 < events.JUDGE_PAGES
