"""When the extensions act, and what each of them tells Sphinx of itself.

Handlers of one event are called by rising priority, those of one priority in the order of set-up.
A handler that names no priority stands at 500, as those of Sphinx and MyST-NB do.
"""

from __future__ import annotations

from collections.abc import Callable

from sphinx.application import Sphinx

# What each set-up returns: pages may be read and written side by side.
PARALLEL = {"parallel_read_safe": True, "parallel_write_safe": True}

# Of config-inited. Kernels get their surroundings before MyST-NB looks for its cache.
PREPARE_KERNELS = 1
# MyST-NB then reads which kinds of output are preferred.
PREFER_OUTPUTS = 400

# Of env-get-outdated. Chapters run before anything asks what they recorded.
RUN_CHAPTERS = 1
# If something declared is missing, nothing that follows is worth doing.
CHECK_RECORDED = 2
# Pages are judged by what was recorded when Sphinx and MyST-NB have named theirs.
JUDGE_PAGES = 600

# Of env-get-updated. Sphinx numbers sections and exhibits between the two.
COUNT_SECTIONS = 400
LETTER_FRONT = 600

# Of build-finished. Ledger and files of exhibits are written before the PDF attaches them.
WRITE_FILES = 500
# The PDF is begun once all pages are written, and made while they are repaired.
START_PDF = 890
# Pages are repaired when no one else writes to them.
REPAIR_PAGES = 900
# What is made from finished pages: previews and the search.
READ_PAGES = 910
# Then all that is left is to wait for the PDF.
END_PDF = 950


def when_html_is_done(app: Sphinx, handler: Callable[[Sphinx], None],
                      priority: int = WRITE_FILES) -> None:
    """Call a handler at the end of each build of HTML pages that has succeeded.

    Parameters
    ----------
    app : Sphinx
    handler : callable
        Of the application.
    priority : int
        Place among the handlers of the end of a build; one of those above.
    """
    def finished(app: Sphinx, exception: Exception | None) -> None:
        if exception is None and app.builder.format == "html":
            handler(app)

    app.connect("build-finished", finished, priority=priority)
