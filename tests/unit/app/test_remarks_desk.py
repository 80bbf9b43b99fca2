"""`altrabits streamers` names, ignores and forgets streamers that are in no account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.remarks_desk import RemarksDesk
from altrabits_desktop.cli.belongings import belongings_lines
from altrabits_desktop.contract.errors import Refused
from tests.fakes.noted import Noting
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.seeking import Seeking
    from altrabits_desktop.contract.streamers import Streamer

AROUND = a_streamer(1)


class Seeks:
    """Finds the one streamer around."""

    async def found(self, _text: str) -> Streamer:
        return AROUND


class Desk:
    """A desk over one streamer around."""

    def __init__(self, *, refusal: str = "streamer.not_owned") -> None:
        self.noting = Noting()
        self._refusal = refusal
        self._desk = RemarksDesk(
            self.noting.remarks, seeking=cast("Seeking", Seeks()), name_owned=self._name_owned
        )

    async def ask(self, word: str, *operands: str) -> Any:  # noqa: ANN401 # a record
        words = ("streamers", word)
        return await self._desk.works(OwnerErrand(words, operands))[words]()

    async def _name_owned(self) -> Result:
        if self._refusal:
            raise Refused(self._refusal)
        return {"id": "streamer-1", "name": "Attic"}


async def test_one_around_is_named_here() -> None:
    desk = Desk()

    named = await desk.ask("name", AROUND.id, "Attic")

    assert (named["id"], named["name"], named["kept"]) == (AROUND.id, "Attic", "run")
    assert "holds until the window is closed" in belongings_lines("streamers", named)


async def test_one_of_the_persons_is_named_in_the_account() -> None:
    desk = Desk(refusal="")

    named = await desk.ask("name", "streamer-1", "Attic")

    assert named == {"id": "streamer-1", "name": "Attic"}


async def test_why_one_of_the_persons_cannot_be_named_is_said() -> None:
    with pytest.raises(Refused) as refusal:
        await Desk(refusal="streamer.name_empty").ask("name", "streamer-1", "")

    assert refusal.value.code == "streamer.name_empty"


async def test_an_empty_name_gives_back_what_it_calls_itself() -> None:
    named = await Desk().ask("name", AROUND.id, "")

    assert named["name"] == AROUND.name


@pytest.mark.parametrize("is_upper", [False, True])
async def test_an_ignored_one_is_listed_and_shown_again_by_its_id(*, is_upper: bool) -> None:
    desk = Desk()
    await desk.ask("ignore", AROUND.id)

    (listed,) = await desk.ask("ignored")
    text = listed["id"].upper() if is_upper else listed["id"]
    shown = await desk.ask("unignore", text)

    assert (listed["name"], listed["product"]) == (AROUND.name, AROUND.product)
    assert shown["id"] == listed["id"]
    assert await desk.ask("ignored") == []


async def test_one_that_is_not_ignored_cannot_be_shown_again() -> None:
    desk = Desk()
    await desk.ask("ignore", AROUND.id)

    with pytest.raises(Refused) as refusal:
        await desk.ask("unignore", "mac-000000000000")

    assert refusal.value.code == "remarks.unknown"


async def test_a_forgotten_one_leaves_the_list() -> None:
    desk = Desk()

    forgotten = await desk.ask("forget", AROUND.id)

    assert forgotten["id"] == AROUND.id
    assert desk.noting.dropped == [AROUND.id]
