"""`make bench`: how fast, as ratios to the physical floor (one pass of a model), measured in one run.

Not a test: figures depend on the machine, ratios hardly do.
"""

import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from coach.build import ENCODER, build_coach
from coach.chat import Chat
from coach.corpus import exchanges
from coach.decision import DecisionTable
from coach.encoder.embedder import DIMENSIONS, SentenceEncoder
from coach.evaluation.foreign import foreign_passages
from coach.evidence import Certainty, Evidence
from coach.report.folder import Named, ReportFolder
from coach.report.rendering import Renderer
from coach.report.texts import shipped_texts
from coach.retrieval.embedder import KnownEmbeddings, OnnxEmbeddings
from coach.retrieval.index import PassageIndex, embedded_text
from coach.retrieval.passages import load_guide
from coach.rubric_file import load_rubric
from coach.sentences import sentences
from coach.settings import Settings, data_path
from coach.store.conversations import ConversationStore
from coach.transcripts import Found, load_speakers, read_transcripts
from coach.verdict import judge

QUESTION = "What happens in your team when a customer asks for something unusual?"
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
CONVERSATIONS = 200
PASSAGES = 100_000


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def percentile(times: list[float], share: float) -> float:
    """Return the time that `share` of all stay within, by nearest rank."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def conversations() -> list:
    """Return every example conversation."""
    speakers = load_speakers(EXAMPLES / "speakers.csv")
    files = [path for path in sorted(EXAMPLES.iterdir()) if path.suffix in (".json", ".jsonl", ".txt")]
    read = (item for path in files for item in read_transcripts(path.read_bytes(), path.name, speakers))
    return [item.conversation for item in read if isinstance(item, Found)]


def turns(folder: Path) -> None:
    """A live turn, stored and answered, against the evidence model's pass over the same words."""
    coach = build_coach(Settings(data_dir=folder))
    coach.library.search("warm up", 1)
    store = ConversationStore(folder)
    live, floor = [], []
    for talk in conversations():
        chat = Chat(coach, store, "bench")
        conversation = chat.start()
        for index in talk.manager_indexes():
            words = talk.messages[index].content
            live.append(seconds(lambda chat=chat, talk=conversation, words=words: chat.say(talk, words)))
            conversation = store.load("bench", conversation.id)
            floor.append(seconds(lambda words=words: coach.reader.score(QUESTION, sentences(words))))
    ratio = statistics.median(live) / statistics.median(floor)
    print(f"a turn: p50 {statistics.median(live) * 1e3:.0f} ms, p95 {percentile(live, 0.95) * 1e3:.0f} ms ", end="")
    print(f"({ratio:.1f} × the evidence model's pass over its words, {len(live)} turns)")
    print(f"resident memory with everything loaded but the page: {resident()} MB")


def resident() -> int:
    """Return this process's resident memory in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) // 1024


def batch(folder: Path) -> None:
    """Classifying many conversations against the pure time of the evidence model's passes."""
    coach = build_coach(Settings(data_dir=folder))
    pool = conversations()
    many = [pool[number % len(pool)] for number in range(CONVERSATIONS)]
    messages = [sentences(c.messages[i].content) for c in many for i in c.manager_indexes()]
    floor = seconds(lambda: [coach.reader.score(QUESTION, spans) for spans in messages])
    renderer = Renderer(coach.table, shipped_texts(coach.table.rubric), coach.library.passages)
    reports = ReportFolder(folder / "reports", "table", coach, renderer)
    named = [Named(place="bench", conversation=c, file=str(number)) for number, c in enumerate(many)]
    for what in ("assessed, rendered and written", "found written"):
        spent = seconds(lambda: [reports.write(one) for one in named])
        print(f"{CONVERSATIONS} conversations {what}: {spent:.1f} s ({spent / floor:.2f} × the model)")
    for jobs in (1, 2):
        spent = seconds(lambda jobs=jobs: list(coach.classify(many, jobs)))
        print(f"classify {CONVERSATIONS} conversations, {jobs} jobs: {spent:.1f} s ({spent / floor:.2f} × the model)")
    count = sum(map(len, messages))
    print(f"the evidence model: {count / floor:.0f} sentences a second on one thread, ", end="")
    with ThreadPoolExecutor(2) as pool:
        spent = seconds(lambda: list(pool.map(lambda spans: coach.reader.score(QUESTION, spans), messages)))
    print(f"{count / spent:.0f} on two; one sentence alone: ", end="")
    alone = [seconds(lambda spans=spans: coach.reader.score("", spans[:1])) for spans in messages[:200]]
    print(f"p50 {statistics.median(alone) * 1e3:.1f} ms, p95 {percentile(alone, 0.95) * 1e3:.1f} ms")


def _run(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def verdicts() -> None:
    """Verdicts with margin, counterfactual and settled, on random sets of evidence (seed 1)."""
    table = DecisionTable(load_rubric(data_path("knowledge") / "rubric.yaml"))
    chance, times = random.Random(1), []
    kinds = [(i, certainty) for i in table.rubric.vocabulary.values() for certainty in Certainty]
    for _ in range(1500):
        said = [
            Evidence(
                indicator=i.id, criterion=i.criterion, polarity=i.polarity, certainty=certainty,
                quote="x", message=0, start=0, end=1, reader="bench",
            )
            for i, certainty in chance.choices(kinds, k=chance.randint(0, 14))
        ]  # fmt: skip
        times.append(seconds(lambda said=said: judge(said, table)))
    print(f"a verdict: p50 {statistics.median(times) * 1e3:.1f} ms, p99 {percentile(times, 0.99) * 1e3:.1f} ms")


def starts(folder: Path) -> None:
    """Processes from their start, as a user waits for them."""
    environment = {**os.environ, "COACH_DATA_DIR": str(folder)}
    coach = [sys.executable, "-m", "coach.cli"]
    for command in (["--help"], ["classify", str(EXAMPLES / "serious-issue-sales.json")], ["search", "they wait"]):
        times = [seconds(lambda command=command: _run([*coach, *command], environment)) for _ in range(5)]
        print(f"coach {command[0]}: {statistics.median(times):.2f} s")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = time.perf_counter()
    serving = subprocess.Popen(
        [*coach, "--no-browser", "--port", str(port)], env=environment, stderr=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        served = time.perf_counter() - start
        print(f"the page: served after {served:.1f} s")
    finally:
        serving.kill()


def searches(folder: Path, encoder: SentenceEncoder) -> None:
    """Searching among 100,000 passages: the guide, and generated texts whose vectors are random (seed 1)."""
    evals = data_path("evals") / "retrieval"
    guide, foreign = load_guide(data_path("knowledge") / "guide"), foreign_passages(evals / "foreign.yaml", PASSAGES)
    drawn = np.random.default_rng(1).standard_normal((PASSAGES, DIMENSIONS), dtype=np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    known = dict(zip(map(embedded_text, foreign), drawn, strict=True))

    def opened() -> PassageIndex:
        embeddings = KnownEmbeddings(known, OnnxEmbeddings(encoder))
        return PassageIndex(folder, [*guide, *foreign], embeddings, encoder.sha256)

    built = seconds(opened)
    start = time.perf_counter()
    index = opened()
    print(f"{len(index.passages()):,} passages: built in {built:.0f} s, opened in {time.perf_counter() - start:.1f} s")
    queries = [json.loads(line)["query"] for line in (evals / "queries.jsonl").read_text("utf-8").splitlines()]
    times, passes = [], []
    for query in queries * 2:
        passes.append(seconds(lambda query=query: encoder.encode(query)))
        times.append(seconds(lambda query=query: index.search(query, 6)))
    p50, p95, floor = statistics.median(times), percentile(times, 0.95), statistics.median(passes)
    print(f"a search: p50 {p50 * 1e3:.1f} ms, p95 {p95 * 1e3:.1f} ms ({p50 / floor:.1f} × one encoder pass)")


def main() -> None:
    """Print every figure."""
    encoder = SentenceEncoder(data_path("knowledge") / "models" / ENCODER)
    text = next(exchanges("validation")).sentences[0].text
    passes = [seconds(lambda: encoder.encode(text)) for _ in range(300)]
    print(f"one encoder pass: {statistics.median(passes) * 1e3:.2f} ms")
    verdicts()
    with tempfile.TemporaryDirectory() as folder:
        turns(Path(folder))
        batch(Path(folder))
        starts(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        searches(Path(folder), encoder)


if __name__ == "__main__":
    main()
