"""Dependencies run one way, and each heavy library has one owner."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "coach"
PURE = [
    "errors",
    "conversation",
    "evidence",
    "rubric",
    "decision",
    "proof",
    "verdict",
    "inquiry",
    "planner",
    "guard",
    "harm",
    "requests",
]
OWNERS = {
    "onnxruntime": {"encoder", "reading", "training"},
    "tokenizers": {"encoder", "reading", "training"},
    "openai": {"llm"},
    "chromadb": {"retrieval"},
    "langchain_chroma": {"retrieval"},
    "langchain_core": {"retrieval"},
    "bm25s": {"retrieval"},
    "Stemmer": {"retrieval"},
    "langchain_text_splitters": {"retrieval"},
    "sqlalchemy": {"store"},
    "pypdf": {"documents"},
    "bs4": {"documents"},
    "markdown_it": {"documents"},
    "gradio": {"web"},
    "fastapi": {"web"},
    "torch": {"training"},
    "sklearn": {"training"},
    "transformers": {"training"},
    "scipy": {"training"},
    "matplotlib": {"training"},
    "prompt_toolkit": {"terminal"},
    "click": {"cli"},
    "docx": {"documents", "transcripts"},
    "jinja2": {"report"},
    "tqdm": {"classifying", "intake"},
}
LAYERS = [
    ["errors", "conversation", "ordered"],
    ["settings", "strict_yaml", "sentences", "evidence", "harm", "requests"],
    ["rubric", "corpus"],
    ["decision"],
    ["proof", "verdict"],
    ["rubric_file", "inquiry", "guard"],
    ["planner"],
    ["encoder", "llm", "documents"],
    ["retrieval"],
    ["reading", "asking", "store", "transcripts"],
    ["engine", "library"],
    ["build", "chat", "intake"],
    ["report", "evaluation"],
    ["batch", "doctor", "terminal"],
    ["classifying", "reviewing"],
    ["web", "training"],
    ["cli"],
]
LAYER_OF = {name: number for number, names in enumerate(LAYERS) for name in names}


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"coach.{a.name}" for a in node.names} if node.module == "coach" else {node.module}
    return names


def imports_of_part(part: str) -> set[str]:
    """Return what a module, or every module of a package, imports."""
    paths = [path for path in FILES if part_of(path) == part]
    assert paths, part
    return set().union(*map(imports, paths))


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_part_imports_only_from_layers_before_its_own(path):
    part = part_of(path)
    for name in imports(path):
        if name.startswith("coach."):
            other = name.split(".")[1]
            assert other == part or LAYER_OF[other] < LAYER_OF[part], f"{part} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_heavy_library_is_imported_by_its_owner_only(path):
    for name in imports(path):
        owners = OWNERS.get(name.split(".")[0])
        assert owners is None or part_of(path) in owners, f"{part_of(path)} imports {name}"


@pytest.mark.parametrize("part", PURE)
def test_what_decides_imports_only_the_standard_library_and_pydantic(part):
    for name in imports_of_part(part):
        top = name.split(".")[0]
        assert top in sys.stdlib_module_names or top == "pydantic" or name.split(".")[1] in PURE, name


@pytest.mark.parametrize("part", PURE)
def test_what_decides_reads_no_clock_file_or_chance(part):
    forbidden = {"random", "secrets", "time", "datetime", "os", "pathlib", "io", "socket", "threading", "locale"}
    assert not forbidden & {name.split(".")[0] for name in imports_of_part(part)}


def test_every_module_says_what_it_is_for():
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, coach, coach.cli; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "numpy", "onnxruntime", "chromadb", "gradio", "sqlalchemy", "openai"} & set(loaded)


def test_classifying_loads_neither_the_page_nor_the_index(tmp_path):
    code = (
        "import sys, coach\n"
        "c = coach.build_coach()\n"
        "list(c.classify([coach.conversation_of(('manager', 'They wait for me.'))]))\n"
        "print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"chromadb", "gradio", "openai", "sqlalchemy"} & set(loaded)


def test_the_public_names_are_these():
    import coach

    assert sorted(coach.__all__) == [
        "Assessment",
        "Coach",
        "CoachError",
        "Conversation",
        "Message",
        "Settings",
        "Verdict",
        "build_coach",
        "conversation_of",
    ]
    for name in coach.__all__:
        assert getattr(coach, name) is not None
