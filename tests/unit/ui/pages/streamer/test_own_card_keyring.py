from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Depth
from altrabits_desktop.runtime.sentences import sentence_of
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, is_seen, own_streamer, texts

ALL = frozenset(Capability)


@pytest.mark.parametrize(
    ("depth", "is_kept", "is_said"),
    [
        (Depth.MANAGED, False, True),
        (Depth.MANAGED, True, False),
        (Depth.STANDARD, False, False),
    ],
)
def test_r50_that_no_keyring_will_keep_it_is_said_before_it_is_added(
    open_page: OpenPage, house: FullHouse, depth: Depth, *, is_kept: bool, is_said: bool
) -> None:
    house.home.told = replace(SIGNED_IN, is_kept=is_kept)
    page = open_page(fireside(capabilities=ALL, depth=depth))

    said = [text for text in texts(page) if text.startswith("No keyring on this computer")]

    assert button(page, "streamer.add.button").isVisible()
    assert bool(said) is is_said
    assert house.adding.asked == []


@pytest.mark.parametrize("code", ["control.locked", "control.owner_changed"])
def test_whom_it_obeys_no_more_is_told_what_to_press_on_this_very_page(
    open_page: OpenPage, house: FullHouse, code: str
) -> None:
    page = open_page(own_streamer(house, capabilities=ALL))

    remove = button(page, "streamer.own.remove")

    assert remove.isVisible()
    assert not is_seen(page, "streamer.add.button")
    assert f"“{remove.text()}”" in sentence_of(Refused(code))
