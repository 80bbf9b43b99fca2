from __future__ import annotations

import pytest

from altrabits_desktop.cli.handing import code_note


@pytest.mark.parametrize(("ends_in_s", "minutes"), [(598, 10), (540, 9), (61, 1), (5, 1)])
def test_the_code_is_good_for_the_minutes_that_are_left(ends_in_s: int, minutes: int) -> None:
    note = code_note("Fireside", "671282", ends_in_s=ends_in_s)

    assert note.startswith("Code for the next owner of Fireside: 671 282\n")
    assert f"within {minutes} min" in note
