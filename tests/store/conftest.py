import pytest

from coach.store.conversations import ConversationStore


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "store"


@pytest.fixture
def store(folder):
    store = ConversationStore(folder)
    yield store
    store.close()
