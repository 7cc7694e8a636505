"""Each page is read once for all references by number."""

from report.html import numref as numbering


class Environment:
    """Counts how often a page is read."""

    found_docs = ("a",)

    def __init__(self):
        self.reads = []

    def get_doctree(self, docname):
        self.reads.append(docname)
        return object()


def test_a_page_is_read_once_and_the_rest_is_passed_on():
    env = Environment()
    kept = numbering.KeptPages(env)
    assert kept.get_doctree("a") is kept.get_doctree("a")
    kept.get_doctree("b")
    assert env.reads == ["a", "b"]
    assert kept.found_docs == ("a",)
