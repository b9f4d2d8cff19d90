import pytest
from document_parts import said

from coach.documents.markup import blocks_of_html, blocks_of_markdown
from coach.errors import DocumentError


def html(text):
    return said(blocks_of_html(text.encode()))


def markdown(text):
    return said(blocks_of_markdown(text.encode()))


def test_headings_paragraphs_and_items_come_in_their_order():
    text = "<h1>Waiting</h1><p>They <b>wait</b>.</p><ul><li>ask</li><li>listen</li></ul><p>Then act.</p>"
    assert html(text) == ["# Waiting", "They wait.", "- ask", "- listen", "Then act."]


@pytest.mark.parametrize(
    "unwanted",
    [
        "<script>quokka()</script>",
        "<style>.quokka {}</style>",
        "<nav><a>quokka</a></nav>",
        "<footer>quokka</footer>",
        "<template>quokka</template>",
        "<noscript>quokka</noscript>",
        "<button>quokka</button>",
        "<div hidden>quokka</div>",
        "<div aria-hidden='true'>quokka</div>",
        "<div role='navigation'>quokka</div>",
        "<!-- quokka -->",
        "<head><title>quokka</title></head>",
    ],
)
def test_what_is_not_the_text_of_a_page_is_left_out(unwanted):
    assert html(f"<p>before</p>{unwanted}<p>after</p>") == ["before", "after"]


def test_of_a_page_with_a_main_part_only_that_is_read():
    assert html("<div>menu</div><main><p>text</p></main><div>adverts</div>") == ["text"]


def test_a_main_part_without_text_is_not_the_text():
    assert html("<main></main><p>text</p>") == ["text"]


def test_a_row_of_a_table_is_one_line():
    text = "<table><tr><th>Day</th><th>Goal</th></tr><tr><td>30</td><td><p>Ten calls</p></td></tr></table>"
    assert html(text) == ["- Day | Goal", "- 30 | Ten calls"]


def test_a_line_break_parts_words():
    assert html("<p>ask<br>first</p>") == ["ask first"]


def test_text_outside_any_paragraph_counts():
    assert html("loose <i>words</i><p>kept</p>tail") == ["loose words", "kept", "tail"]


def test_lists_in_lists_keep_every_item():
    assert html("<ul><li>one<ul><li>two<ol><li>three</li></ol></li></ul></li><li>four</li></ul>") == [
        "- one", "- two", "- three", "- four"
    ]  # fmt: skip


def test_deeply_nested_markup_is_read():
    assert html("<div>" * 3000 + "deep" + "</div>" * 3000) == ["deep"]


def test_a_page_in_the_encoding_that_it_declares_is_read():
    page = '<meta charset="windows-1252"><p>naïve – so</p>'.encode("cp1252")
    assert said(blocks_of_html(page)) == ["naïve – so"]


@pytest.mark.parametrize("declared", ["", '<meta charset="utf-8">', '<meta charset="no-such">'])
def test_a_page_in_another_encoding_than_it_declares_is_one_line(declared):
    with pytest.raises(DocumentError, match="save it as UTF-8"):
        blocks_of_html(f"{declared}<p>naïve</p>".encode("latin-1"))


def test_markdown_headings_of_both_kinds_are_headings():
    assert markdown("Top\n===\n\n## Second ##\n\ntext\n\n# No\ttab") == ["# Top", "## Second", "text", "# No tab"]


def test_markdown_marks_are_not_text():
    text = (
        "**Ask** [first](http://x.example), `then` _listen_ ![picture](p.png).\n\n> Quoted.\n\n---\n\n<!-- hidden -->\n"
    )
    assert markdown(text) == ["Ask first, then listen .", "Quoted."]


def test_markdown_lists_tables_and_code_are_read():
    text = "1. ask\n   - again\n2. listen\n\n| Day | Goal |\n|---|---|\n| 30 | calls |\n\n```\n# not a heading\n```\n"
    assert markdown(text) == ["- ask", "- again", "- listen", "- Day | Goal", "- 30 | calls", "# not a heading"]


def test_front_matter_is_left_out():
    assert markdown("---\ntitle: quokka\n---\n# Top\n\ntext") == ["# Top", "text"]


def test_markdown_lists_thirty_deep_keep_every_item():
    text = "".join(f"{'  ' * depth}- item {depth}\n" for depth in range(30))
    assert markdown(text) == [f"- item {depth}" for depth in range(30)]
