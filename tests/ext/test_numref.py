"""A page is loaded once for all references to its exhibits."""

from types import SimpleNamespace

import numref
from sphinx.domains.std import StandardDomain


def test_each_page_is_loaded_once_a_build(monkeypatch):
    loaded = []
    env = SimpleNamespace(get_doctree=lambda name: loaded.append(name) or name.upper(), config=7)
    monkeypatch.setattr(StandardDomain, "_resolve_numref_xref",
                        lambda self, env, doc, builder, target: env.get_doctree(target))
    domain = object.__new__(numref.Domain)
    builder, other = SimpleNamespace(), SimpleNamespace()
    found = [domain._resolve_numref_xref(env, "index", builder, target) for target in "aba"]
    assert found == ["A", "B", "A"] and loaded == ["a", "b"]
    domain._resolve_numref_xref(env, "index", other, "a")
    assert loaded == ["a", "b", "a"]
    assert builder.kept_pages.config == 7
