from coach.evaluation.foreign import foreign_passages
from coach.settings import data_path

PHRASES = data_path("evals") / "retrieval" / "foreign.yaml"


def test_the_same_seed_gives_the_same_passages_and_another_seed_others():
    assert foreign_passages(PHRASES, 50) == foreign_passages(PHRASES, 50)
    assert foreign_passages(PHRASES, 50)[0].text != foreign_passages(PHRASES, 50, seed=2)[0].text


def test_fewer_passages_are_the_beginning_of_more():
    assert foreign_passages(PHRASES, 120)[:50] == foreign_passages(PHRASES, 50)


def test_passages_have_ids_and_texts_of_their_own_and_no_gap_is_left():
    passages = foreign_passages(PHRASES, 2000)
    assert len({passage.id for passage in passages}) == len({passage.text for passage in passages}) == 2000
    assert not [passage for passage in passages if set("{}") & set(passage.title + passage.text)]
    assert all(25 <= len(passage.text.split()) <= 180 for passage in passages)
