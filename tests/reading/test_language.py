import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.reading.language import FEWEST_LETTERS, foreign_language

ENGLISH = frozenset({"en"})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Meine Leute warten immer, bis ich ihnen sage, was sie tun sollen."),
        ("fr", "Mes équipes attendent toujours que je décide pour elles."),
        ("es", "Mi equipo siempre espera a que yo decida lo que hay que hacer."),
        ("it", "Il mio team aspetta sempre che io decida ogni cosa."),
        ("nl", "Mijn mensen wachten altijd tot ik beslis wat ze moeten doen."),
        ("zh", "团队总是等我告诉他们该做什么,每一件事情都要问我才敢去做,没有人自己决定,这样下去不行的"),
    ],
)
def test_another_language_is_named(code, text):
    assert foreign_language(text, ENGLISH) == code


@pytest.mark.parametrize(
    "text",
    [
        "They wait for me before they order anything, even flour.",
        "THEY WAIT FOR ME BEFORE THEY ORDER ANYTHING, EVEN FLOUR.",
        "no, they never do that; we've 3 sites & KPIs/SLAs (P&L) etc. etc. etc. etc.",
        "yeah nah reckon they're orright eh but they keep ringin me up for every bloody thing",
        "Dem dey wait make I tell dem wetin to do, every time na so.",
        "They aye wait fer me tae tell them whit tae dae, ken.",
        "Müller and Grüber wait for me, and so does José from São Paulo, every day.",
        "Anna, Bogdan, Céline, Dimitrios, Eun-ji, Fatoumata: all wait for me.",
        "KPI SLA NPS ARR MRR churn CAC LTV ROI EBITDA, all red.",
        "haha yeah nooo omg nope nope nope nope nope nope nope",
    ],
)
def test_english_as_it_is_spoken_is_not_foreign(text):
    assert foreign_language(text, ENGLISH) is None


@pytest.mark.parametrize("text", ["", "ok", "ja", "Bonjour, ça va", "123 456 789 " * 20, "🙂" * 100])
def test_too_few_letters_tell_nothing(text):
    assert foreign_language(text, ENGLISH) is None


def test_the_benefit_of_the_doubt_ends_at_forty_letters():
    text = "Meine Leute warten immer bis ich ihnen sage was sie tun"
    letters = [i for i, character in enumerate(text) if character.isalpha()]

    assert foreign_language(text[: letters[FEWEST_LETTERS - 1]], ENGLISH) is None
    assert foreign_language(text[: letters[FEWEST_LETTERS - 1] + 1], ENGLISH) == "de"


def test_a_reader_for_any_language_finds_none_foreign():
    assert foreign_language("Meine Leute warten immer, bis ich ihnen sage, was sie tun sollen.", None) is None


def test_a_reader_for_several_languages_is_trusted_with_each():
    text = "Meine Leute warten immer, bis ich ihnen sage, was sie tun sollen."

    assert foreign_language(text, frozenset({"en", "de"})) is None
    assert foreign_language(text, frozenset({"en", "fr"})) == "de"


@given(text=st.text(max_size=400))
@settings(deadline=None, max_examples=40)
def test_any_text_at_all_is_judged_the_same_way_twice(text):
    assert foreign_language(text, ENGLISH) == foreign_language(text, ENGLISH)


@pytest.mark.parametrize("text", ["فريقي ينتظرني دائماً", "团队总是等我告诉他们", "Моя команда ждёт меня"])
def test_another_script_is_told_from_a_few_letters(text):
    assert foreign_language(text, ENGLISH) is not None
