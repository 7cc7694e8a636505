"""A plain Markdown text as Typst: headings, paragraphs, lists, code and tables."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from report.typst.markup import escape, string

# Names of files break after these, or a column of a table would run into the next.
_BREAKS = str.maketrans({sign: f"{sign}\N{ZERO WIDTH SPACE}" for sign in "/_-"})
PREAMBLE = """#set document(title: {title}, author: ({authors},))
#set page(paper: "a4", margin: 2cm, numbering: "1")
#set text(lang: "en", font: "Libertinus Serif", size: 10pt)
#show raw: set text(font: "DejaVu Sans Mono", size: 8pt)
#show table: set text(size: 8pt)
#show table: set par(justify: false)
"""


def document(text: str, title: str, authors: list[str]) -> str:
    """Typst source of a document.

    Parameters
    ----------
    text : str
        Markdown.
    title : str
    authors : list of str
    """
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    head = PREAMBLE.format(title=string(title), authors=", ".join(map(string, authors)))
    return head + "\n".join(block(node) for node in tree.children)


def block(node: SyntaxTreeNode) -> str:
    """Typst of one block.

    Parameters
    ----------
    node : SyntaxTreeNode

    Raises
    ------
    ValueError
        If the kind of block is none that a README has.
    """
    if node.type == "heading":
        return f"\n{'=' * int(node.tag[1])} {_inside(node)}\n"
    if node.type == "paragraph":
        return f"\n{_inside(node)}\n"
    if node.type == "bullet_list":
        return "\n" + "\n".join(f"- {_inside(item)}" for item in node.children) + "\n"
    if node.type == "fence":
        return f"\n#raw(block: true, {string(node.content.rstrip())})\n"
    if node.type == "table":
        return _table(node)
    raise ValueError(f"a {node.type} cannot be typeset")


def _table(node: SyntaxTreeNode) -> str:
    head, *body = [list(row.children) for part in node.children for row in part.children]
    cells = [_cell(cell) for row in body for cell in row]
    return (f"\n#table(columns: {len(head)}, stroke: none, align: left, "
            f"table.header({', '.join(f'[*{_inside(cell)}*]' for cell in head)}), "
            f"table.hline(), {', '.join(cells)})\n")


def _cell(node: SyntaxTreeNode) -> str:
    return f"[{_inside(node)}]"


def _inside(node: SyntaxTreeNode) -> str:
    return "".join(map(_words, node.children))


def _words(node: SyntaxTreeNode) -> str:
    if node.type == "text":
        return escape(node.content)
    if node.type == "code_inline":
        return f"#raw({string(node.content.translate(_BREAKS))})"
    if node.type == "softbreak":
        return " "
    if node.type == "link":
        return f"#link({string(node.attrs['href'])})[{_inside(node)}]"
    return _inside(node)
