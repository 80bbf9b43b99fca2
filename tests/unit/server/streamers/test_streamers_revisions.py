from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.server.streamers import service
from tests.fakes.served import streamer

if TYPE_CHECKING:
    from tests.fakes.served import Served

PATH = "/api/v1/streamers/streamer-0001"


async def test_r35_of_ten_changes_at_once_exactly_one_wins_five_times(server: Served) -> None:
    await server.account()
    revision = (await server.create("POST", "/api/v1/streamers", streamer())).json()["revision"]
    for round_ in range(5):
        answers = await asyncio.gather(
            *(
                server.ask("PUT", PATH, {"name": f"{round_}.{n}"}, if_match=f'"{revision}"')
                for n in range(10)
            )
        )
        winners = [answer.json() for answer in answers if answer.status_code == 200]
        losers = {answer.json()["code"] for answer in answers if answer.status_code != 200}
        kept = (await server.ask("GET", "/api/v1/streamers")).json()["streamers"]

        assert kept == winners
        assert losers == {"object.changed"}
        revision = winners[0]["revision"]


@pytest.mark.parametrize("match", ["", "*", 'W/"3"', '"3", "4"', "three", "-3", "9" * 16, '""'])
async def test_r35_without_a_revision_nothing_is_changed(server: Served, match: str) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())

    answer = await server.ask("PUT", PATH, {"name": "Attic"}, if_match=match)

    assert (answer.status_code, answer.json()["code"]) == (428, "request.revision_missing")
    assert "Attic" not in (await server.ask("GET", "/api/v1/streamers")).text


@pytest.mark.parametrize("match", ["3", '"3"'])
async def test_a_revision_is_taken_with_its_marks_and_without(server: Served, match: str) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())

    answer = await server.ask("PUT", PATH, {"name": "Attic", "room": "Roof"}, if_match=match)

    assert (answer.status_code, answer.json()["room"]) == (200, "Roof")


async def test_a_released_streamer_cannot_be_changed_nor_released_again(server: Served) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())
    await server.ask("DELETE", PATH)

    answers = [
        await server.ask("PUT", PATH, {"name": "Attic"}, if_match='"3"'),
        await server.ask("DELETE", PATH),
    ]

    assert [answer.json()["code"] for answer in answers] == ["object.unknown"] * 2


async def test_there_is_a_limit_to_streamers(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 2)
    await server.account()

    answers = [
        await server.create("POST", "/api/v1/streamers", streamer(number)) for number in range(3)
    ]

    assert [answer.status_code for answer in answers] == [201, 201, 422]
    assert answers[2].json()["arguments"] == {"most": 2}


async def test_what_is_released_makes_room_and_what_was_not_added_takes_none(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 2)
    await server.account()
    first = await server.create("POST", "/api/v1/streamers", streamer())
    twice = await server.create("POST", "/api/v1/streamers", streamer())
    second = await server.create("POST", "/api/v1/streamers", streamer(2))
    await server.ask("DELETE", PATH)

    again = await server.create("POST", "/api/v1/streamers", streamer(3))
    beyond = await server.create("POST", "/api/v1/streamers", streamer(4))

    assert (first.status_code, twice.json()["code"]) == (201, "object.exists")
    assert (second.status_code, again.status_code, beyond.status_code) == (201, 201, 422)


async def test_c05_a_streamer_has_the_agreed_columns_and_no_more(server: Served) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())

    row = await server.store.read(lambda reading: reading.row("SELECT * FROM streamers"))

    assert set(row or {}) == {
        *("account_id", "id", "name", "room", "product", "api_id", "udn", "mac", "pin"),
        *("added_at", "revision"),
    }
