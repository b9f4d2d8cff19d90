import hashlib
import re

import pytest

from coach.errors import RubricError
from coach.rubric_file import check_rubric, load_rubric, rubric_sha256
from coach.settings import data_path

SHIPPED = data_path("knowledge") / "rubric.yaml"
TEXT = SHIPPED.read_text(encoding="utf-8")


@pytest.fixture
def refused(tmp_path):
    """Writes a rubric file and returns the error it gives."""

    def write(content):
        path = tmp_path / "mine.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(RubricError) as caught:
            check_rubric(path)
        assert str(caught.value).startswith(str(path))
        return str(caught.value).replace(str(path), "FILE")

    return write


def changed(old, new, text=TEXT):
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)


def line_of(part, text=TEXT):
    return text[: text.index(part)].count("\n") + 1


def rule(rule_id, text=TEXT):
    return re.search(rf"  - id: {rule_id}\n(    .*\n|\n)*", text).group()


def without_line(start):
    return re.sub(rf"^ *{re.escape(start)}.*\n", "", TEXT, count=1, flags=re.MULTILINE)


def test_the_shipped_rubric_passes():
    rubric, proof = check_rubric(SHIPPED)

    assert (len(rubric.criteria), len(rubric.vocabulary), len(rubric.rules)) == (9, 20, 5)
    assert proof.flaws == ()


def test_loading_gives_the_rubric_that_checking_gives():
    assert load_rubric(SHIPPED) == check_rubric(SHIPPED)[0]


def test_the_hash_is_that_of_the_files_bytes(tmp_path):
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(TEXT.encode().replace(b"\n", b"\r\n"))

    assert rubric_sha256(SHIPPED) == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()
    assert rubric_sha256(copy) != rubric_sha256(SHIPPED)


@pytest.mark.parametrize("content", [TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT, TEXT + "\n# the end"])
def test_line_ends_a_byte_order_mark_and_comments_make_no_difference(tmp_path, content):
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(content.encode())

    assert load_rubric(copy) == load_rubric(SHIPPED)


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("version: ", "colour: red\nversion: "),
        ("    core: true", "    kern: true\n    core: true"),
        ("    title: Teaching, not telling", "    tilte: x\n    title: Teaching, not telling"),
        ("    tier: serious_issue", "    teir: serious_issue\n    tier: serious_issue"),
        ("{count: concern, at_least: 3}", "{count: concern, at_least: 3, amogn: core}"),
        ("{id: gives_answers, ", "{id: gives_answers, weight: 3, "),
        ("    ordered: false", "    sorted: false"),
    ],
)
def test_an_unknown_key_is_named_with_its_line(refused, part, wrong):
    text = changed(part, wrong)
    error = refused(text)
    key = re.search(r"(\w+): unknown key\.$", error).group(1)

    assert error.startswith(f"FILE:{line_of(f'{key}: ', text)}: ")


def test_an_unknown_key_inside_any_is_named_with_its_own_line(refused):
    text = changed("{count: heard, among: core, at_most: 0}", "{count: heard, amogn: core, at_most: 0}")

    assert refused(text).startswith(f"FILE:{line_of('amogn', text)}: ")


@pytest.mark.parametrize(
    ("part", "again"),
    [
        ('version: "1"\n', 'version: "2"\n'),
        ("    core: true\n", "    core: false\n"),
        ("    tier: serious_issue\n", "    tier: under_control\n"),
        ("    ordered: false\n", "    ordered: true\n"),
        ("  shown:  {none", "  shown: {none: mixed}\n  shown:  {none"),
    ],
)
def test_a_key_given_twice_is_named_with_its_line(refused, part, again):
    text = changed(part, part + again) if again[-1] == "\n" else changed(part, again)
    key = again.split(":")[0].strip()
    second = line_of(part) + 1

    assert refused(text) == f"FILE:{second}: the key {key!r} is given twice."


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("tier: serious_issue", "tier: serious", "unknown tier 'serious'; known: serious_issue, cause"),
        ("{count: strength, at_most: 1}", "{count: strength, at_most: 1, among: [grwth]}", "unknown criterion 'grwth'"),
        ("{count: strength, at_most: 1}", "{count: concern, at_most: 2}", "the rule contradicts itself"),
        ("{count: concern, at_least: 3}", "{count: heard, at_most: 2}", "the rule is never reached"),
        ("{count: concern, at_least: 3}", "{count: concern, at_least: 10}", "at_least 10 can never hold"),
        ("{count: strength, at_most: 1}", "{count: strength, at_most: 9}", "at_most 9 always holds"),
    ],
)
def test_a_flaw_of_a_rule_names_the_rule_and_its_line(refused, old, new, message):
    broken = changed(old, new, rule("established_pattern"))
    error = refused(TEXT.replace(rule("established_pattern"), broken))

    assert error.startswith(f"FILE:{line_of('- id: established_pattern')}: rule 'established_pattern': {message}")


def test_a_shadowed_rule_is_named_with_its_line(refused):
    shadow = rule("real_but_mixed").replace("real_but_mixed", "first")
    text = changed(rule("established_pattern"), shadow + "\n" + rule("established_pattern"))
    error = refused(text)

    for shadowed in ("established_pattern", "largely_self_reliant", "real_but_mixed"):
        where = f"FILE:{line_of(f'- id: {shadowed}', text)}: rule '{shadowed}'"
        assert f"{where}: the rule is never reached: earlier rules decide all its cases" in error


def test_rules_that_leave_a_case_undecided_are_refused_with_a_case(refused):
    error = refused(TEXT.replace(rule("real_but_mixed"), ""))

    assert re.search(r"no rule decides \{.+\}; end with a rule without conditions", error)


@pytest.mark.parametrize(
    ("rule_id", "old", "new"),
    [
        ("claimed_not_shown", "{count: any_concern,", "{count: [concern, hint_of_concern, mixed],"),
        ("established_pattern", "{count: concern, at_least: 3}", "{count: concern, at_most: 3}"),
        ("too_little_heard", "{count: heard, at_most: 2}", "{count: heard, at_least: 5}"),
    ],
)
def test_a_rule_that_is_not_monotone_is_named_with_its_line_and_a_witness(refused, rule_id, old, new):
    error = refused(TEXT.replace(rule(rule_id), changed(old, new, rule(rule_id))))

    where = f"FILE:{line_of(f'- id: {rule_id}')}: rule '{rule_id}'"
    assert re.search(rf"^{re.escape(where)}: not monotone: adding a \w+ to \{{.+\}} .* \(\w+ → \w+\)$", error, re.M)


def test_a_cell_that_is_not_monotone_is_named_with_the_line_of_the_grid(refused):
    error = refused(changed("  stated: {none: concern,  ", "  stated: {none: hint_of_strength,  "))

    assert error.startswith(f"FILE:{line_of('stated: {none: concern,  ')}: levels: with concern ")
    assert "a firmer concern improves the level" in error


@pytest.mark.parametrize("content", [without_line("shown:  {none"), changed(", shown: strength}", "}")])
def test_a_hole_in_the_grid_is_refused(refused, content):
    assert "levels: no level for" in refused(content)


@pytest.mark.parametrize("wrong", ["nothing", "12", "", "[concern]"])
def test_a_level_that_does_not_exist_is_named_with_its_line(refused, wrong):
    text = changed("hedged: {none: hint_of_concern", f"hedged: {{none: {wrong}")

    assert refused(text).startswith(f"FILE:{line_of('hedged: {none:', text)}: levels.hedged.none: Input should be")


@pytest.mark.parametrize("bounds", ["at_least: 1, at_most: 2", "among: core", "at_least: 0", "at_least: many"])
def test_a_count_without_exactly_one_sensible_bound_is_named_with_its_line_and_rule(refused, bounds):
    text = changed("{count: concern, at_least: 3}", f"{{count: concern, {bounds}}}")

    assert refused(text).startswith(f"FILE:{line_of(f'concern, {bounds}}}', text)}: rules.'established_pattern'.when.2")


@pytest.mark.parametrize("key", ["version", "criteria", "levels", "tiers", "rules"])
def test_a_missing_part_is_named(refused, key):
    text = re.sub(rf"^{key}:.*\n(?:[ #].*\n|\n)*", "", TEXT, count=1, flags=re.MULTILINE)

    assert refused(text).endswith(f": {key}: missing key.")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "FILE:1: the file: expected a mapping of keys"),
        ("# only a comment\n", "FILE:1: the file: expected a mapping of keys"),
        ("- a\n- list\n", "FILE:1: the file: expected a mapping of keys"),
        ("just words", "FILE:1: the file: expected a mapping of keys"),
        (b'version: "caf\xe9"\n', "FILE: cannot be read as UTF-8 text"),
        (TEXT.encode("utf-16"), "FILE: cannot be read as UTF-8 text"),
        ('version: "1\0"\n', "FILE: not valid YAML"),
        ("version: '1'\nlevels: [\n", "FILE:3: not valid YAML"),
        ("version: '1'\n\tlevels: x\n", "FILE:2: not valid YAML"),
        ("version: !!python/object:os.system x\n", "FILE:1: not valid YAML"),
        ("version: '1'\n---\nversion: '2'\n", "FILE:2: not valid YAML"),
        ("version: *nowhere\n", "FILE:1: not valid YAML"),
        ("criteria: {autonomy: {core: true}}\nversion: '1'\n", "FILE:1: criteria"),
    ],
)
def test_a_file_that_is_no_rubric_at_all_is_refused(refused, content, message):
    assert refused(content).startswith(message)


BUG = "bug: strict_yaml.load() and _indicators_belong() let other errors than RubricError through"


@pytest.mark.parametrize(
    "content",
    [
        "criteria: 5\n",
        changed("    indicators:\n", "    indicators: 5\n    x:\n"),
        changed('version: "1"', "version: 2026-02-30"),
        changed('version: "1"', "version: 0x_"),
        changed('version: "1"', "version: !!bool maybe"),
        changed('version: "1"', "version: &self [*self]"),
        "[" * 3000,
    ],
    ids=["number for criteria", "number for indicators", "no such date", "hex", "bool", "recursion", "depth"],
)
def test_odd_values_are_refused_and_give_no_traceback_of_another_kind(refused, content):
    refused(content)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(RubricError, match=r"none\.yaml: no such file\.$"):
        check_rubric(tmp_path / "none.yaml")
    with pytest.raises(RubricError, match="cannot be read"):
        check_rubric(tmp_path)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("rule", "id: claimed_not_shown", "id: too_little_heard"),
        ("tier", "id: under_control", "id: serious_issue"),
        ("criterion", "id: coaching", "id: autonomy"),
        ("indicator", "id: asks_to_teach", "id: gives_answers"),
    ],
)
def test_an_id_used_twice_is_refused(refused, kind, old, new):
    assert f"the {kind} id {new[4:]!r} is used twice" in refused(changed(old, new))


def test_a_flaw_of_a_criterion_does_not_name_the_line_of_the_grid(refused):
    assert not refused(changed("id: coaching", "id: autonomy")).startswith(f"FILE:{line_of('levels:')}:")


@pytest.mark.parametrize("criterion", ["nowhere", "growth"])
def test_an_indicator_that_names_another_criterion_is_refused(refused, criterion):
    refused(changed("{id: gives_answers,", f"{{id: gives_answers, criterion: {criterion},"))
