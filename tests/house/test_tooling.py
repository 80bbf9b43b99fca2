"""The entry for people and CI: what it decides, away from pip and apt."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from house import commands, environment, lab, system
from house.environment import Environment, shebang, write_script
from house.plug_in import EXAMPLE, blocks_of, clean_variables
from house.steps import Step, run_quietly
from house.suite import (
    PROGRESS,
    PURE_ROOMS,
    computing_tests,
    coverage_floors,
    offscreen_variables,
    waiting_tests,
)
from house.system import DENY_STARTS, Need, service_starts_denied
from house.terminal import Refusal
from house.wheel import missing_files, wanted_files
from tests.harness.source_tree import ROOT, sources

PYTHON = Path("python")


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what a command hands over to, and set nothing up."""
    seen: list[str] = []

    def hand_over(_environment: object, words: list[str], _variables: object) -> int:
        seen.extend(words)
        return 0

    monkeypatch.setattr(commands, "_hand_over", hand_over)
    monkeypatch.setattr(commands, "_set_up", lambda *_arguments: None)
    return seen


def test_environment_is_left_alone_while_the_requirements_stay(
    made: Environment, installed: list[str]
) -> None:
    made.provide("dev")
    made.provide("dev")
    made.provide("runtime")

    assert installed == ["dev"]


def test_changed_requirements_are_installed(made: Environment, installed: list[str]) -> None:
    made.provide("runtime")
    (made.root / "packaging/requirements/runtime.txt").write_text("other==2\n", encoding="utf-8")
    made.provide("runtime")

    assert installed == ["runtime", "runtime"]


def test_damaged_note_is_installed_over(made: Environment, installed: list[str]) -> None:
    made.provide("dev")
    made.stamp.write_text("{", encoding="utf-8")
    made_anew: list[bool] = []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "_make", lambda _self: made_anew.append(True))
        made.provide("dev")

    assert (installed, made_anew) == (["dev", "dev"], [True])


def test_program_starts_with_the_given_interpreter(tmp_path: Path) -> None:
    program = tmp_path / "with space" / "greet"
    program.parent.mkdir()
    (program.parent / "greeting.py").write_text("main = lambda: 3\n", encoding="utf-8")
    interpreter = program.parent / "python"
    interpreter.symlink_to(sys.executable)

    write_script(program, python=interpreter, module="greeting")

    assert subprocess.run([program], check=False).returncode == 3


def test_long_interpreter_path_goes_through_the_shell() -> None:
    assert shebang("/a/python") == "#!/a/python\n"
    assert shebang("/a" * 80).startswith("#!/bin/sh\n")


def test_service_starts_are_denied_and_the_former_policy_comes_back(tmp_path: Path) -> None:
    policy = tmp_path / "policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")

    seen: list[tuple[str, int]] = []

    def install() -> None:
        with service_starts_denied(policy):
            seen.append((policy.read_text(encoding="utf-8"), policy.stat().st_mode & 0o777))
            raise Refusal

    with pytest.raises(Refusal):
        install()

    assert seen == [(DENY_STARTS, 0o755)]
    assert policy.read_text(encoding="utf-8") == "#!/bin/sh\nexit 0\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["policy-rc.d"]


def test_policy_that_was_not_there_is_gone_afterwards(tmp_path: Path) -> None:
    with service_starts_denied(tmp_path / "policy-rc.d"):
        pass

    assert list(tmp_path.iterdir()) == []


def test_policy_saved_by_a_killed_run_comes_back(tmp_path: Path) -> None:
    policy = tmp_path / "policy-rc.d"
    policy.write_text(DENY_STARTS, encoding="utf-8")
    (tmp_path / "policy-rc.d.before-altrabits").write_text("mine", encoding="utf-8")

    with service_starts_denied(policy):
        pass

    assert policy.read_text(encoding="utf-8") == "mine"


def test_missing_package_without_root_names_the_exact_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(Refusal, match=r"sudo apt-get install .* libxcb-cursor0$"):
        system.provide([Need("libxcb-cursor0", library="libnowhere.so.0")])


def test_missing_package_on_another_system_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    with pytest.raises(Refusal, match="libxcb-cursor0"):
        system.install_packages(["libxcb-cursor0"])


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        (Need("a", library="libc.so.6"), True),
        (Need("a", library="libnowhere.so.0"), False),
        (Need("a", program="sh"), True),
        (Need("a", program="no-such-program"), False),
        (Need("a", file="/"), True),
    ],
)
def test_need_is_met_by_what_is_there(need: Need, expected: bool) -> None:
    assert need.is_met() is expected


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
    ],
)
def test_display_is_recognised(variables: dict[str, str], platform: str, expected: bool) -> None:
    assert commands.has_display(variables, platform) is expected


def test_run_without_display_offers_pictures(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(Refusal, match="--shots DIR"):
        commands.run(made, argparse.Namespace(application=["--demo"]))


@pytest.mark.parametrize("words", [("--shots=pictures",), ("--shots", "pictures"), ("--version",)])
def test_run_without_display_does_what_needs_no_window(
    words: tuple[str, ...], handed_over: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    status = commands.main(ROOT, ["run", *words])

    assert (status, handed_over[-len(words) :]) == (0, list(words))


def test_everything_after_run_goes_to_the_app(handed_over: list[str]) -> None:
    status = commands.main(ROOT, ["run", "--demo", "3", "--help"])

    assert (status, handed_over[-4:]) == (0, ["altrabits_desktop", "--demo", "3", "--help"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), []),
        (("--only", "G1", "--only", "G3"), ["--only", "G1", "--only", "G3"]),
        (("--runs", "2", "--json", "figures.json"), ["--runs", "2", "--json", "figures.json"]),
    ],
)
def test_what_is_to_be_measured_and_how_often_goes_to_the_benchmarks(
    words: tuple[str, ...], expected: list[str], handed_over: list[str]
) -> None:
    status = commands.main(ROOT, ["bench", *words])

    assert (status, handed_over) == (0, ["-m", "tests.benchmarks", *expected])


def test_refusal_is_one_sentence_and_status_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_arguments: object) -> None:
        message = "No network."
        raise Refusal(message)

    monkeypatch.setattr(commands, "_set_up", refuse)

    status = commands.main(ROOT, ["check"])

    assert (status, capsys.readouterr().out) == (1, "No network.\n")


def test_failed_step_shows_its_output_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = [
        Step("broken", (sys.executable, "-c", "print('why'); raise SystemExit(1)")),
        Step("whole", (sys.executable, "-c", "print('nothing to tell')")),
    ]

    outcomes = run_quietly(steps, tmp_path, environment={}, at_once=1)

    assert [outcome.holds for outcome in outcomes] == [False, True]
    assert re.fullmatch(
        r"why\nFAILED broken \(.*\)\nok     whole \(.*\)\n", capsys.readouterr().out
    )


def test_what_a_whole_step_says_is_shown_without_its_progress(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "....ss.. [ 50%]\n..       [100%]\nSKIPPED [1] no lab here\n10 passed"
    steps = [Step("whole", (sys.executable, "-c", f"print({said!r})"), skipping=PROGRESS)]

    run_quietly(steps, tmp_path, environment={}, at_once=1)

    out = capsys.readouterr().out
    assert re.fullmatch(r"SKIPPED \[1\] no lab here\n10 passed\nok     whole \(.*\)\n", out)


def test_all_of_a_failure_is_shown_also_the_progress(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = "print('.F [100%]'); raise SystemExit(1)"
    steps = [Step("broken", (sys.executable, "-c", program), skipping=PROGRESS)]

    run_quietly(steps, tmp_path, environment={}, at_once=1)

    assert capsys.readouterr().out.startswith(".F [100%]\nFAILED broken")


def test_every_test_is_run_once() -> None:
    steps = [
        *computing_tests(PYTHON, (), is_counted=False),
        waiting_tests(PYTHON, (), cores=2, is_calm=False),
    ]

    found = [path for step in steps for path in run_by(step)]

    # The example is run by the check of the wheel, against the wheel.
    example = set((ROOT / EXAMPLE).rglob("test_*.py"))
    assert sorted(found) == sorted(set((ROOT / "tests").rglob("test_*.py")) - example)


def run_by(step: Step) -> set[Path]:
    words = [str(word) for word in step.command]
    folders = [ROOT / word for word in words if word.startswith("tests/")]
    left_out = [ROOT / word[len("--ignore=") :] for word in words if word.startswith("--ignore=")]
    inside = {path for folder in folders for path in folder.rglob("test_*.py")}
    return {path for path in inside if not any(map(path.is_relative_to, left_out))}


@pytest.mark.parametrize("is_counted", [True, False])
def test_coverage_counts_the_package_where_it_is_asked_for(*, is_counted: bool) -> None:
    steps = computing_tests(PYTHON, (), is_counted=is_counted)

    counted = {step.name for step in steps if "coverage" in step.command}
    whole = {step.name for step in steps} - {"rules of the house"}
    assert counted == (whole if is_counted else set())


def test_what_is_counted_leaves_the_processor_to_windows_that_wait_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counted = computing_tests(PYTHON, (), is_counted=True)
    assert {step.command[:4] for step in counted} == {("nice", "-n", "5", PYTHON)}
    assert computing_tests(PYTHON, (), is_counted=False)[0].command[0] == PYTHON

    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert computing_tests(PYTHON, (), is_counted=True)[0].command[0] == PYTHON


@pytest.mark.parametrize(("is_calm", "workers"), [(True, "3"), (False, "4")])
def test_a_calm_computer_has_fewer_workers(*, is_calm: bool, workers: str) -> None:
    step = waiting_tests(PYTHON, (), cores=2, is_calm=is_calm)

    assert step.command[step.command.index("-n") + 1] == workers


def test_what_is_compiled_is_kept_for_all_the_programs_of_the_tests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert "PYTHONDONTWRITEBYTECODE" not in offscreen_variables()


def test_pure_rooms_must_be_covered_wholly() -> None:
    overall, pure = coverage_floors(Path("tools"))

    assert "--fail-under=95" in overall.command
    assert "--fail-under=100" in pure.command
    assert all(f"altrabits_desktop/{room}/*" in str(pure.command) for room in PURE_ROOMS)


def test_wheel_without_a_resource_is_found(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "tokens.json").touch()
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "de.ts").touch()
    held = ["altrabits_desktop/i18n/de.json", "altrabits_desktop/py.typed"]

    missing = missing_files(held, wanted=wanted_files(tmp_path))

    assert missing == [
        "The wheel lacks altrabits_desktop/i18n/de.qm.",
        "The wheel lacks altrabits_desktop/resources/tokens.json.",
    ]


def test_lab_says_which_program_it_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "rygel" else name)

    assert "missing rygel" in str(lab.lab_obstacle.__wrapped__())


def test_lab_needs_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert lab.lab_obstacle.__wrapped__() == "the lab needs root"


def test_tooling_needs_the_standard_library_alone() -> None:
    tooling = [*sources("dev.py"), *sources("packaging/house/")]
    pattern = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
    imported = {name for source in tooling for name in pattern.findall(source.text)}

    assert imported - sys.stdlib_module_names - {"house", "PySide6"} == set()


def test_both_programs_are_those_of_the_wheel() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = {**project["scripts"], **project["gui-scripts"]}

    assert entries == {name: f"{module}:main" for name, module in environment.SCRIPTS.items()}


def test_what_the_page_for_qa_shows_is_what_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTEST_ADDOPTS", "--shots=x")

    shown = blocks_of((ROOT / "docs" / "qa.md").read_text(encoding="utf-8"))
    example = (ROOT / EXAMPLE / "pytest.ini").read_text(encoding="utf-8")

    assert shown["pytest.ini"] == example
    assert "async def test_" in shown["test_first.py"]
    assert not {"PYTHONPATH", "PYTEST_ADDOPTS"} & set(clean_variables())
