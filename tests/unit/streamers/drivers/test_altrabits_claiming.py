"""Claims by the app: against the simulator's claims in memory, and against liars."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from altrabits_desktop.contract.errors import CertificateChanged, MalformedAnswer, Refused
from altrabits_desktop.simulator.http_messages import Problem, Request
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.streamer import VirtualStreamer
from altrabits_desktop.simulator.writing import answer_writing, check_path
from altrabits_desktop.streamers.drivers.altrabits.claiming import (
    ASK_AGAIN_S,
    ClaimResult,
    begin_claim,
    cancel_claim,
    confirm_claim,
    release_claim,
)
from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, SecureAnswer
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.secure_fetch import FakeSecureFetch, SecureRequest, answer_of, problem_of

ADDRESS = DriverAddress("192.168.71.20", "http://192.168.71.20:8080/api/v1")
INFO = f"{ADDRESS.url}/info"
ANOTHER = "ee" * 32


class Home:
    """A virtual streamer in memory, and the app's way to it."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.streamer = VirtualStreamer(
            persona(2, order=2),
            address=ADDRESS.address,
            steady_s=self.clock.steady_s,
            call_later=asyncio.get_running_loop().call_later,
        )
        self.fetch = FakeFetch()
        self.secure = FakeSecureFetch()
        self.secure.shown = self.streamer.certificate.fingerprint
        self.secure.otherwise = self.answer
        self.io = DriverIo(fetch=self.fetch, clock=self.clock, secure=self.secure)
        self.say(secure_port=8443)

    def answer(self, asked: SecureRequest) -> SecureAnswer:
        """Answer by the simulator's own code."""
        request = Request(asked.method, asked.path, len(asked.content), asked.token)
        try:
            check_path(request, self.streamer)
            answer = answer_writing(request, asked.content, self.streamer, source="192.168.71.4")
        except Problem as problem:
            wait_s = int(dict(problem.headers).get("Retry-After", "0")) or None
            return problem_of(problem.code, status=problem.status, wait_s=wait_s)
        return SecureAnswer(answer.status, answer.content)

    def say(self, **info: object) -> None:
        who = {
            "id": self.streamer.persona.id,
            "name": "Kitchen",
            "product": "Cobalt S1",
            "api_version": 1,
        }
        self.fetch.answers[INFO] = json.dumps({**who, **info}).encode()

    async def own(self) -> DriverAddress:
        offer = await begin_claim(ADDRESS, self.io, client_name="Study")
        result = await confirm_claim(offer, self.io, code=self.streamer.claims.shown_code)
        return replace(ADDRESS, pin=result.pin, token=result.token)


@pytest.fixture
async def home() -> Home:
    return Home()


async def awaited(clock: FakeClock, work: asyncio.Future[ClaimResult]) -> None:
    """Let work go on, on its threads too, until it waits for the clock."""
    async with asyncio.timeout(10):
        while not clock.sleepers:
            await asyncio.wait((work,), timeout=0.01)


async def test_code_that_is_shown_makes_the_streamer_ones_own(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    code = home.streamer.claims.shown_code
    result = await confirm_claim(offer, home.io, code=f"{code[:3]} {code[3:]}")

    home.streamer.claims.check(result.token)
    assert (offer.needs_code, offer.needs_press) == (True, False)
    assert result.pin == offer.pin == home.streamer.certificate.fingerprint
    assert result.is_proved
    assert result.token not in repr(result)


async def test_code_is_never_sent(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    code = home.streamer.claims.shown_code
    await confirm_claim(offer, home.io, code=code)
    sent = b"".join(request.content for request in home.secure.requests)

    assert code.encode() not in sent


async def test_wrong_code_may_be_typed_again(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    code = home.streamer.claims.shown_code
    wrong = f"{(int(code) + 1) % 10**6:06}"
    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await confirm_claim(offer, home.io, code=wrong)
    asked = [request.path.rpartition("/")[2] for request in home.secure.requests]

    result = await confirm_claim(offer, home.io, code=code)

    # Nothing was proved to somebody who did not prove himself.
    assert asked == ["", "claim", "exchange"]
    assert result.is_proved


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16"]
)
async def test_what_is_no_code_is_not_even_tried(home: Home, typed: str) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    before = len(home.secure.requests)

    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await confirm_claim(offer, home.io, code=typed)

    assert len(home.secure.requests) == before


async def test_r5_relayed_claim_fails_and_nobody_owns_the_streamer(home: Home) -> None:
    # Somebody between passes everything on, and can but show a certificate of his own.
    home.secure.shown = ANOTHER
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")

    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)

    assert not home.streamer.claims.is_owned


async def test_r27_certificate_that_changes_during_a_claim_is_an_alarm(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    home.secure.shown = ANOTHER

    with pytest.raises(CertificateChanged):
        await confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)


async def test_r27_known_streamer_with_another_certificate_is_not_claimed_anew(
    home: Home,
) -> None:
    owned = await home.own()
    home.secure.shown = ANOTHER
    before = len(home.secure.requests)

    with pytest.raises(CertificateChanged, match=r"streamer\.certificate_changed"):
        await begin_claim(owned, home.io, client_name="Study")

    assert [each.method for each in home.secure.requests[before:]] == [""]


async def test_streamer_that_confirms_by_a_press_alone_proves_no_certificate(home: Home) -> None:
    home.streamer.claims.is_auto_confirm = True
    offer = await begin_claim(ADDRESS, home.io, client_name="")

    result = await confirm_claim(offer, home.io)

    home.streamer.claims.check(result.token)
    assert (offer.needs_code, offer.needs_press, result.is_proved) == (False, True, False)


async def test_owned_streamer_is_claimed_again_by_presence(home: Home) -> None:
    old = await home.own()
    offer = await begin_claim(ADDRESS, home.io, client_name="Hall")
    code = home.streamer.claims.shown_code

    confirming = asyncio.ensure_future(confirm_claim(offer, home.io, code=code))
    await awaited(home.clock, confirming)
    home.streamer.claims.press()
    await home.clock.advance(ASK_AGAIN_S)
    result = await confirming

    home.streamer.claims.check(result.token)
    assert offer.needs_press
    with pytest.raises(Problem):
        home.streamer.claims.check(old.token)


async def test_press_that_never_comes_ends_with_the_claim(home: Home) -> None:
    await home.own()
    offer = await begin_claim(ADDRESS, home.io, client_name="Hall")
    home.secure.answers[f"POST /api/v1/claim/{offer.claim_id}/confirm"] = problem_of(
        "claim.waiting"
    )

    confirming = asyncio.ensure_future(
        confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)
    )
    await awaited(home.clock, confirming)
    await home.clock.advance(121.0)

    with pytest.raises(Refused, match=r"claim\.not_pressed"):
        await confirming


async def test_claim_that_the_streamer_ends_while_it_waits_was_not_pressed(home: Home) -> None:
    await home.own()
    home.clock.move(0.5)
    offer = await begin_claim(ADDRESS, home.io, client_name="Hall")
    confirming = asyncio.ensure_future(
        confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)
    )
    await awaited(home.clock, confirming)

    confirm = f"POST /api/v1/claim/{offer.claim_id}/confirm"
    home.secure.answers[confirm] = problem_of("claim.expired", status=410)
    await home.clock.advance(ASK_AGAIN_S)

    with pytest.raises(Refused, match=r"claim\.not_pressed"):
        await confirming


async def test_claim_without_a_code_ends_for_want_of_its_press(home: Home) -> None:
    home.streamer.claims.is_auto_confirm = True
    offer = await begin_claim(ADDRESS, home.io, client_name="Hall")
    home.streamer.claims.restart()

    with pytest.raises(Refused, match=r"claim\.not_pressed"):
        await confirm_claim(offer, home.io)


async def test_claim_that_is_given_up_makes_room(home: Home) -> None:
    await cancel_claim(await begin_claim(ADDRESS, home.io, client_name="Study"))

    again = await begin_claim(ADDRESS, home.io, client_name="Study")

    assert again.needs_code


async def test_r26_a_claim_under_way_is_said_with_how_long_it_may_last(home: Home) -> None:
    await begin_claim(ADDRESS, home.io, client_name="Study")
    home.clock.move(30)

    with pytest.raises(Refused, match=r"claim\.under_way") as caught:
        await begin_claim(ADDRESS, home.io, client_name="Hall")

    assert caught.value.arguments == {"seconds": 91}


async def test_r26_too_many_claims_are_said_with_how_long_to_wait(home: Home) -> None:
    for _ in range(3):
        await cancel_claim(await begin_claim(ADDRESS, home.io, client_name="Study"))
    home.clock.move(290)

    with pytest.raises(Refused, match=r"claim\.braked") as caught:
        await begin_claim(ADDRESS, home.io, client_name="Study")

    assert caught.value.arguments == {"minutes": 6}


@pytest.mark.parametrize(("wait_s", "minutes"), [(None, 10), (1, 1), (60, 1), (3601, 10)])
async def test_wait_that_cannot_be_is_not_believed(
    home: Home, wait_s: int | None, minutes: int
) -> None:
    home.secure.otherwise = problem_of("claim.braked", status=429, wait_s=wait_s)

    with pytest.raises(Refused) as caught:
        await begin_claim(ADDRESS, home.io, client_name="Study")

    assert caught.value.arguments == {"minutes": minutes}


async def test_code_that_grew_old_is_refused(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    code = home.streamer.claims.shown_code
    home.clock.move(120.0)

    with pytest.raises(Refused, match=r"claim\.expired"):
        await confirm_claim(offer, home.io, code=code)


async def test_released_streamer_is_nobodys(home: Home) -> None:
    owned = await home.own()

    await release_claim(owned, home.io)

    assert not home.streamer.claims.is_owned
    assert home.secure.requests[-1].token == owned.token
    with pytest.raises(Refused, match=r"control\.owner_changed"):
        await release_claim(owned, home.io)


async def test_streamer_of_somebody_else_is_not_released(home: Home) -> None:
    with pytest.raises(Refused, match=r"control\.not_owned"):
        await release_claim(ADDRESS, home.io)

    assert home.secure.requests == []


async def test_streamer_without_a_secure_port_takes_no_owner(home: Home) -> None:
    home.say()

    with pytest.raises(Refused, match=r"control\.unsupported"):
        await begin_claim(ADDRESS, home.io, client_name="Study")

    assert home.secure.requests == []


@pytest.mark.parametrize(
    "garbage",
    [b"", b"[]", b"{}", b'{"id":"../../x","needs_code":true,"ends_in_s":9}', b"\xff" * 70_000],
)
async def test_garbage_for_a_claim_is_malformed(home: Home, garbage: bytes) -> None:
    home.secure.otherwise = SecureAnswer(202, garbage)

    with pytest.raises(MalformedAnswer):
        await begin_claim(ADDRESS, home.io, client_name="Study")


@pytest.mark.parametrize(
    "share", ["04" + "0" * 128, "04" + "f" * 128, "04" + "1" * 126, "05" + "0" * 128]
)
async def test_share_that_is_no_point_proves_nothing(home: Home, share: str) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    home.secure.otherwise = answer_of({"share": share, "proof": "0" * 64})

    with pytest.raises((Refused, MalformedAnswer)):
        await confirm_claim(offer, home.io, code="123456")

    assert not any(each.path.endswith("/confirm") for each in home.secure.requests)


@pytest.mark.parametrize(
    "answer",
    [
        answer_of({"id": "0" * 32, "streamer_id": "a", "needs_code": False, "ends_in_s": 120}),
        problem_of("command.unsupported", status=422),
    ],
)
async def test_r26_an_impostor_that_wants_no_proof_is_added_by_nobody(
    answer: SecureAnswer,
) -> None:
    home = Home()
    home.secure.otherwise = lambda _asked: answer

    with pytest.raises(MalformedAnswer, match=r"answer\.protocol"):
        await begin_claim(ADDRESS, home.io, client_name="Study")


async def test_r5_an_id_that_is_told_in_the_clear_alone_ends_the_claim(home: Home) -> None:
    # Somebody changes what is told in the clear.
    home.say(secure_port=8443, id="ab-another")

    with pytest.raises(MalformedAnswer, match=r"control_api\.another_streamer"):
        await begin_claim(ADDRESS, home.io, client_name="Study")

    assert home.streamer.claims.shown_code == ""
    assert home.secure.requests[-1].method == "DELETE"


async def test_r5_what_a_streamer_is_known_by_came_over_its_certificate(home: Home) -> None:
    offer = await begin_claim(ADDRESS, home.io, client_name="Study")
    result = await confirm_claim(offer, home.io, code=home.streamer.claims.shown_code)

    assert result.api_id == home.streamer.persona.id
