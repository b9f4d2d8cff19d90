import html as stdlib_html
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from cli_parts import HARM
from hypothesis import given, settings
from hypothesis import strategies as st
from naive_rubric import CRITERION
from report_parts import MIXED, OF_TIER, SOUND, TROUBLED, assessed, pieces, unscored

from coach.conversation import Conversation, Message
from coach.evidence import Evidence
from coach.report.content import Report, report_of
from coach.report.html import index_html, to_html
from coach.report.summary import UNSCORED_TITLE, Row, row_of
from coach.report.texts import load_texts
from coach.report.transcript import transcript_of
from coach.settings import data_path
from tests.conftest import ROOT

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }} {% include 'page.css' %} {# gone #}",
    "<!-- --> ]]> &lt;b&gt; &#60;",
    "https://example.org/pixel.png",
    "\x00\x1b[31m\x85\ufffe",
    "\u202eright to left",
]
VOID = {"meta", "br", "rect", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """What a browser would see: elements with their attributes, and the text."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.words, self.heads = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            return
        self.words.append(data)
        if self.open and re.fullmatch("h[1-6]", self.open[-1]):
            self.heads.append((int(self.open[-1][1]), data))

    @property
    def text(self):
        return "".join(self.words)

    def attributes(self, name):
        return [attrs[name] for _, attrs in self.elements if name in attrs]


@pytest.fixture(scope="module")
def texts(rubric):
    return load_texts(data_path("knowledge") / "verdicts.yaml", rubric)


@pytest.fixture(scope="module")
def page(table, texts):
    def made(assessment, name="talk"):
        return Page(to_html(report_of(assessment, table.rubric, texts, {}), name))

    return made


def saying(words, name="talk"):
    conversation = Conversation(id=name, messages=(Message(role="user", content=words),))
    return to_html(Report(title="T", lead=("L",), sections=(), transcript=transcript_of(conversation, ())), name)


def shape(text):
    return [(tag, sorted(attrs)) for tag, attrs in Page(text).elements]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_and_ids_are_shown_and_are_never_markup(words):
    assert shape(saying(words, words)) == shape(saying("plain", "plain"))


@given(words=st.text(st.sampled_from("ab<>&\"'{}%#/=-! \n;:\\$`\x00\x0b\x7f\ud800é"), max_size=40))
@settings(max_examples=200, deadline=None)
def test_whatever_is_said_reads_as_it_was_said(words):
    text = saying(words)

    assert shape(text) == shape(saying("plain"))
    assert re.sub("[\x00\x0b\x7f\ud800]", "�", words) in Page(text).text
    text.encode("utf-8")


@pytest.mark.parametrize("tier", OF_TIER)
def test_a_page_is_whole_in_itself_and_loads_and_runs_nothing(table, page, tier):
    made = page(assessed(table, OF_TIER[tier]))
    tags = {tag for tag, _ in made.elements}

    assert made.open == []
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video"}
    assert not any(name.startswith("on") or name in ("src", "srcset", "style") for _, a in made.elements for name in a)
    assert all(target.startswith("#") for target in made.attributes("href"))
    assert made.elements[0] == ("html", {"lang": "en"})


def test_the_style_names_no_address_either():
    css = (ROOT / "coach" / "report" / "page.css").read_text(encoding="utf-8")

    assert not re.search(r"url\(|@import|@font-face|//", css)


@pytest.mark.parametrize("tier", OF_TIER)
def test_headings_go_down_one_step_at_a_time(table, page, tier):
    levels = [level for level, _ in page(assessed(table, OF_TIER[tier])).heads]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("tier", OF_TIER)
def test_the_page_says_all_that_the_report_says(table, texts, page, tier):
    assessment = assessed(table, OF_TIER[tier])
    report = report_of(assessment, table.rubric, texts, {})
    text = " ".join(page(assessment).text.split())

    for part in (report.title, *report.lead, *(s.heading for s in report.sections)):
        assert part in text
    for block in (block for section in report.sections for block in section.blocks):
        assert all(part in text for part in (block.heading, block.text, *block.items))
        assert all(f"“{q.words}” {q.number}. {q.side}{q.certainty}, message {q.message}" in text for q in block.quotes)


def test_every_link_leads_somewhere_and_every_id_is_there_once(table, page):
    made = page(assessed(table, TROUBLED))
    ids = made.attributes("id")

    assert len(ids) == len(set(ids))
    assert {target[1:] for target in made.attributes("href")} <= set(ids)


FINDINGS = st.lists(
    st.tuples(st.sampled_from(sorted(CRITERION)), st.sampled_from(["hedged", "stated", "shown"])), max_size=8
)


@given(findings=FINDINGS, cuts=st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), min_size=8, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_quote_links_to_its_words_however_quotes_overlap(table, texts, findings, cuts):
    from coach.verdict import judge

    words = "abcdefghij klmnopqrst uvwxyzäöü"
    said = [
        Evidence.model_validate(
            {**piece.model_dump(), "message": 0, "start": min(a, b - 1), "end": b, "quote": words[min(a, b - 1) : b]}
        )
        for piece, (a, b) in zip(pieces(findings), cuts, strict=False)
    ]
    assessment = unscored().model_copy(
        update={
            "conversation": Conversation(id="talk", messages=(Message(role="user", content=words),)),
            "verdict": judge(said, table),
        }
    )
    made = Page(to_html(report_of(assessment, table.rubric, texts, {}), "talk"))
    ids = made.attributes("id")

    assert len(ids) == len(set(ids))
    for number in range(1, len(assessment.verdict.evidence) + 1):
        assert {f"quote-{number}", f"mark-{number}"} <= set(ids)
        assert {f"#quote-{number}", f"#mark-{number}"} <= set(made.attributes("href"))


def test_the_picture_is_a_table_that_reads_aloud_what_it_draws(table, texts, page):
    made = page(assessed(table, MIXED))
    text = to_html(report_of(assessed(table, MIXED), table.rubric, texts, {}), "talk")
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', text, re.DOTALL)
    told = {stdlib_html.unescape(title): re.findall(r"<span[^>]*>(.*?)</span>", cells) for title, cells in rows}

    assert len(rows) == len(table.rubric.criteria)
    assert told[texts.criteria["autonomy"].title] == ["shown", "shown"]
    assert told[texts.criteria["coaching"].title] == ["none heard", "stated"]
    assert told[texts.criteria["recruiting"].title] == ["hedged", "none heard"]
    assert told[texts.criteria["growth"].title] == ["nothing heard"]
    assert all(attrs.get("aria-hidden") == "true" for tag, attrs in made.elements if tag == "svg")


def test_a_bar_has_as_many_steps_as_it_is_certain_and_silence_has_none(table, texts):
    text = to_html(report_of(assessed(table, MIXED), table.rubric, texts, {}), "talk")
    rows = re.findall(r'<tr><th scope="row">.*?</th>(.*?)</tr>', text, re.DOTALL)

    assert [row.count('class="step"') for row in rows] == [6, 2, 0, 0, 0, 1, 0, 0, 0]
    assert all(('class="open"' in row) == ("nothing heard" in row) for row in rows)
    assert all("blank" not in row for row in rows if "nothing heard" in row)


def test_what_coaching_stops_for_is_not_repeated(table, page):
    made = page(assessed(table, SOUND, harm=True))

    assert HARM not in made.text
    assert "a person should look at it" in made.text


def test_an_unscored_page_has_its_reason_and_no_picture(page):
    made = page(unscored())

    assert "The manager seems to write in 'de'." in made.text
    assert "table" not in {tag for tag, _ in made.elements}


def luminance(colour):
    parts = [int(colour[1:][place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_and_drawing_keep_the_contrast_that_wcag_aa_asks_for_in_light_dark_and_print():
    css = (ROOT / "coach" / "report" / "page.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--([\w-]+): (#\w{6}|#\w{3})\b", block))
        for block in re.findall(r":root {(.*?)}", css, re.DOTALL)
    ]
    schemes = [{k: v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:]) for k, v in s.items()} for s in schemes]

    assert len(schemes) == 3
    for scheme in schemes:
        for text in ("ink", "quiet", "concern", "strength"):
            assert contrast(scheme[text], scheme["paper"]) >= 4.5, (text, scheme)
        assert contrast(scheme["mark-ink"], scheme["mark"]) >= 4.5
        assert contrast(scheme["mark-ink"], scheme.get("target", scheme["mark"])) >= 4.5
        assert contrast(scheme["line"], scheme["paper"]) >= 3  # axis, dashes: WCAG 1.4.11


def test_the_index_lists_all_in_order_counts_each_verdict_and_links_to_the_reports(table):
    rows = [row_of(assessed(table, OF_TIER[tier]), table.rubric, "in.json", f"{tier}.html") for tier in OF_TIER]
    rows.append(row_of(unscored(harm=True), table.rubric, "in.json", "x.html"))
    made = Page(index_html(rows, table.rubric))
    listed = " ".join(made.text.split())

    assert made.attributes("href") == [row.link for row in rows]
    assert all(f"{tier.title}1" in listed for tier in table.rubric.tiers)
    assert f"{UNSCORED_TITLE}1" in listed
    assert "a person should look: self_harm" in listed
    assert made.open == []


@pytest.mark.parametrize("words", HOSTILE)
def test_an_id_in_the_index_is_never_markup(rubric, words):
    def row(name):
        return Row(name, "unscored", UNSCORED_TITLE, None, None, None, (), name, name, "x.html")

    assert shape(index_html([row(words)], rubric)) == shape(index_html([row("plain")], rubric))
