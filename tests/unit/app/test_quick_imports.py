"""Each start is a process of its own: in this one PySide6 is loaded already."""

from __future__ import annotations

import subprocess
import sys

import pytest

from altrabits_desktop.app.quick_imports import LATE, import_qt_core
from altrabits_desktop.qa.programs import surroundings
from tests.harness.source_tree import ROOT

WAITING = f"""
import sys
waiting = [name for name in {sorted(LATE)} if "__getattr__" in vars(sys.modules[name])]
print(*waiting, sep="\\n")
"""
WRONG_CALLS = """
import inspect
from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
timer = QTimer()
def told(call):
    try:
        return repr(call())
    except Exception as error:
        return f"{type(error).__name__}: {error}"
print(told(lambda: timer.start("x")))
print(told(lambda: timer.start("x", 3)))
print(told(lambda: QSize("a")))
print(told(lambda: QSize(1, 2, 3)))
print(told(lambda: QObject(nonsense=1)))
print(QTimer.start.__doc__)
print(inspect.signature(QSize.__init__))
class Heard(QObject):
    said = Signal(int)
    @Slot(int)
    def hear(self, number):
        print("heard", number)
heard = Heard()
heard.said.connect(heard.hear)
heard.said.emit(3)
print(told(lambda: heard.said.emit("x", "y")))
from PySide6.support.signature.lib.enum_sig import ExactEnumerator
print(ExactEnumerator.__name__)
"""
WINDOW = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
QLabel("shown").show()
application.processEvents()
"""
QUICK = "from altrabits_desktop.app.quick_imports import import_qt_core\nassert import_qt_core()\n"


def said_by(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings({"PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def test_what_is_for_tools_waits_until_it_is_asked_for() -> None:
    assert sorted(LATE) == said_by(QUICK + WAITING)


def test_a_window_asks_for_none_of_it() -> None:
    assert sorted(LATE) == said_by(QUICK + WINDOW + WAITING)


def test_a_wrong_call_is_explained_as_before() -> None:
    assert said_by(QUICK + WRONG_CALLS) == said_by(WRONG_CALLS)


def test_no_module_is_searched_for_features() -> None:
    later = "import inspect\ninspect.getsource = None\nimport wave\nprint('imported')"

    assert said_by(QUICK + later) == ["imported"]


def test_the_finders_are_as_before() -> None:
    same = "import sys\nbefore = list(sys.meta_path)\n"

    assert said_by(same + QUICK + "print(before == sys.meta_path, type(sys.meta_path))") == [
        "True <class 'list'>"
    ]


def test_a_program_that_has_loaded_qt_already_is_left_as_it_is() -> None:
    assert not import_qt_core()


@pytest.mark.parametrize("gone", ["shibokensupport.signature.layout", "shibokensupport.feature"])
def test_what_another_release_lacks_is_missing_as_usual(gone: str) -> None:
    """A release without one of the modules: nobody is asked for a module that nobody has."""
    code = (
        "import sys\nfrom altrabits_desktop.app import quick_imports\n"
        "finder = quick_imports._LateFinder()\n"
        "sys.meta_path = [finder]\n"
        f"print(finder.find_spec({gone!r}))\n"
    )

    assert said_by(code) == ["None"]
