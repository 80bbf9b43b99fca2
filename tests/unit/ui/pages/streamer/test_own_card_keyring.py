from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Depth
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, texts

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
