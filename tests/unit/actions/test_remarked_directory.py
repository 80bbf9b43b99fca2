"""The list shows names of the person's and leaves out what they ignore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.remarked_directory import RemarkedDirectory
from tests.fakes.noted import Noting
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

ONE, TWO = a_streamer(1), a_streamer(2)


class Around:
    """Keeps `Directory`."""

    def streamers(self) -> tuple[Streamer, ...]:
        return ONE, TWO

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return next((one for one in self.streamers() if one.id == streamer_id), None)


async def test_one_is_called_as_the_person_calls_it() -> None:
    noting = Noting()
    directory = RemarkedDirectory(Around(), remarks=noting.remarks)

    await noting.remarks.name(ONE, "Attic")

    assert [one.name for one in directory.streamers()] == ["Attic", TWO.name]
    assert directory.streamer(TWO.id) == TWO


async def test_an_ignored_one_is_nowhere_until_that_is_taken_back() -> None:
    noting = Noting()
    directory = RemarkedDirectory(Around(), remarks=noting.remarks)

    await noting.remarks.ignore(ONE)
    ignored = directory.streamers(), directory.streamer(ONE.id)
    await noting.remarks.heed(noting.remarks.ignored[0].key)

    assert ignored == ((TWO,), None)
    assert directory.streamers() == (ONE, TWO)
    assert directory.streamer("nobody") is None  # type: ignore[arg-type] # any id
