from types import SimpleNamespace

import numpy as np
import pytest

from coach.corpus import Exchange
from coach.evaluation.reading import (
    Told,
    accuracy,
    conversation_from,
    conversations,
    figures,
    interval,
    two_tiers_off,
)
from coach.reading.local import Scored

POLARITY = {"waits_to_be_told": "concern", "decides_independently": "strength", "gives_answers": "concern"}


class Hears:
    """Hears in each sentence what is written in square brackets, with the certainty after the slash."""

    order = tuple(POLARITY)

    def score(self, question, spans, said=""):
        return [self._scored(span) for span in spans]

    def heard(self, scored):
        return np.flatnonzero(scored.indicators > 0.5)

    def _scored(self, span):
        said = span.text.partition("[")[2].rstrip("]")
        names, _, certainty = said.partition("/")
        indicators = np.array([float(name in names.split()) for name in self.order])
        certain = np.array([float(one == (certainty or "stated")) for one in ("hedged", "stated", "shown")])
        return Scored(span, indicators, certain, [(0, len(span.text))] * len(self.order))


def exchange(*sentences, scenario="one", tier=None, coach="What happens?"):
    return Exchange.model_validate(
        {
            "author": "t",
            "scenario": scenario,
            "industry": "bakery",
            "level": "lead",
            "voice": "dry",
            "tier": tier,
            "coach": coach,
            "sentences": [
                {
                    "text": text,
                    "labels": [
                        {"indicator": name, "certainty": certainty, "quote": text} for name, certainty in labels
                    ],
                }
                for text, labels in sentences
            ],
        }
    )


WAITS = [("waits_to_be_told", "stated")]


def of(*found):
    return figures(Hears(), list(found), POLARITY)


def test_a_reader_that_hears_just_what_is_there_is_without_fault():
    found = of(exchange(("Me. [waits_to_be_told]", WAITS), ("Nice weather.", [])))

    assert (found.evidence.value, found.micro.value, found.certainty.value, found.polarity_wrong.value) == (1, 1, 1, 0)


def test_the_figures_are_those_counted_by_hand():
    found = of(
        exchange(("A [waits_to_be_told]", WAITS), ("B [gives_answers]", WAITS), ("C", WAITS), ("D [gives_answers]", []))
    )

    assert found.micro.value == pytest.approx(2 * 1 / (2 * 1 + 2 + 2))  # heard 1; 2 wrongly; 2 missed
    assert found.evidence.value == pytest.approx(2 * 2 / (2 * 2 + 1 + 1))
    assert found.indicators["waits_to_be_told"] == (pytest.approx(0.5), 3)
    assert found.macro.value == pytest.approx(0.5 / 3)


def test_a_strength_heard_where_only_a_concern_was_said_has_the_wrong_polarity():
    found = of(exchange(("A [decides_independently]", WAITS), ("B [gives_answers]", WAITS)))

    assert found.polarity_wrong.value == 0.5


def test_certainty_is_judged_on_all_that_is_evidence_even_where_nothing_was_heard():
    found = of(exchange(("A [waits_to_be_told/hedged]", WAITS), ("B", WAITS)))

    assert found.certainty.value == 0.5


def test_intervals_are_over_conversations_and_always_the_same():
    talks = [exchange(("A [waits_to_be_told]" if n % 2 else "A", WAITS), scenario=f"talk {n}") for n in range(40)]
    found = of(*talks)

    assert found.micro.low < found.micro.value < found.micro.high
    assert of(*talks) == found


def test_without_variation_an_interval_is_a_point():
    assert interval(np.ones((5, 2), dtype=np.int64), lambda counts: counts[0] / counts[1]) == (1, 1, 1)


def test_the_exchanges_of_a_scenario_make_one_conversation():
    first, second = exchange(("A.", []), ("B.", [])), exchange(("C.", []), coach="And then?")
    ((name, group),) = conversations([first, second])
    talk = conversation_from(group)

    assert name == "one"
    assert [message.content for message in talk.messages] == ["What happens?", "A. B.", "And then?", "C."]


def test_a_tier_is_right_or_not():
    told = [Told("a", "serious_issue", "serious_issue", 1), Told("b", "under_control", "cause_for_concern", 2)]

    assert accuracy(told).value == 0.5


def test_only_opposite_ends_are_two_tiers_off(table):
    told = [
        Told("a", "serious_issue", "under_control", 1),
        Told("b", "serious_issue", "cause_for_concern", 1),
        Told("c", "not_enough_evidence", "serious_issue", 1),
        Told("d", "under_control", "unscored", 0),
    ]

    assert two_tiers_off(told, SimpleNamespace(table=table)) == ["a"]
