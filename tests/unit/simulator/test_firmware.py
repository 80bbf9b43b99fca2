"""The two places for firmware, and every moment at which the power may go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.simulator.firmware import SPACE_BYTES, Firmware, Moment
from altrabits_desktop.simulator.http_messages import Problem
from tests.fakes.firmware import IMAGE, OTHER_SECRET, SECRET, TRUSTED, signed_for

if TYPE_CHECKING:
    from collections.abc import Callable

HALF = len(IMAGE) // 2


@pytest.fixture
def firmware() -> Firmware:
    return Firmware("2.4.1", product="Cobalt S1", trusted=TRUSTED)


def load(firmware: Firmware) -> None:
    firmware.offer(signed_for())
    firmware.add(0, IMAGE[:HALF])
    firmware.add(HALF, IMAGE[HALF:])


def refused(action: Callable[[], None]) -> tuple[int, str]:
    with pytest.raises(Problem) as problem:
        action()
    return problem.value.status, problem.value.code


def test_an_update_ends_with_the_new_firmware_running(firmware: Firmware) -> None:
    load(firmware)
    firmware.verify()
    firmware.install()
    before = firmware.message()
    firmware.restart()
    after = firmware.message()

    assert (before.version, before.is_restarting) == ("2.4.1", True)
    assert (after.version, after.upload, after.is_restarting) == ("2.5.0", None, False)
    assert after.outcome is not None
    assert (after.outcome.is_installed, after.outcome.reason) == (True, None)


@pytest.mark.parametrize(
    ("secret", "fields", "expected"),
    [
        (OTHER_SECRET, {}, (403, "firmware.untrusted")),
        (SECRET, {"products": ("Other",)}, (409, "firmware.other_product")),
        (SECRET, {"version": "2.4.1"}, (409, "firmware.not_newer")),
        (SECRET, {"version": "1.0"}, (409, "firmware.not_newer")),
        (SECRET, {"least_version": "2.4.2"}, (409, "firmware.too_far")),
        (SECRET, {"size_bytes": SPACE_BYTES + 1}, (409, "firmware.no_space")),
    ],
)
def test_r57_a_streamer_takes_only_what_is_signed_and_newer_and_fits(
    firmware: Firmware, secret: str, fields: dict[str, Any], expected: tuple[int, str]
) -> None:
    signed = signed_for(secret=secret, **fields)

    assert refused(lambda: firmware.offer(signed)) == expected
    assert firmware.message().upload is None


def test_one_that_takes_no_update_says_so(firmware: Firmware) -> None:
    firmware.refuses = True

    assert refused(lambda: firmware.offer(signed_for())) == (409, "firmware.refused")


@pytest.mark.parametrize("power", ["battery", "unsteady"])
def test_new_firmware_is_not_tried_without_safe_power(firmware: Firmware, power: str) -> None:
    load(firmware)
    firmware.verify()
    firmware.power = power

    told = firmware.message().power
    against = refused(firmware.install)
    firmware.power = "steady"
    firmware.install()

    assert (told, against) == (power, (409, "firmware.power"))
    assert firmware.message().is_restarting


def test_an_upload_goes_on_where_it_was(firmware: Firmware) -> None:
    firmware.offer(signed_for())
    firmware.add(0, IMAGE[:HALF])
    firmware.offer(signed_for())

    upload = firmware.message().upload

    assert upload is not None
    assert upload.received_bytes == HALF
    assert refused(lambda: firmware.add(0, IMAGE[:HALF])) == (409, "firmware.offset")


def test_another_manifest_begins_anew(firmware: Firmware) -> None:
    load(firmware)
    firmware.offer(signed_for(version="2.6.0"))

    upload = firmware.message().upload

    assert upload is not None
    assert (upload.version, upload.received_bytes) == ("2.6.0", 0)


def test_r57_what_is_not_whole_or_not_the_signed_image_is_never_installed(
    firmware: Firmware,
) -> None:
    firmware.offer(signed_for())
    firmware.add(0, IMAGE[:HALF])

    assert refused(firmware.verify) == (409, "firmware.incomplete")
    assert refused(firmware.install) == (409, "firmware.unverified")
    assert refused(lambda: firmware.add(HALF, IMAGE)) == (413, "request.body_too_large")
    firmware.add(HALF, bytes(len(IMAGE) - HALF))
    assert refused(firmware.verify) == (422, "firmware.damaged")
    outcome = firmware.message().outcome
    assert outcome is not None
    assert (outcome.is_installed, outcome.reason) == (False, "image_damaged")
    assert refused(firmware.install) == (409, "firmware.nothing_offered")


def test_what_was_given_up_is_forgotten(firmware: Firmware) -> None:
    load(firmware)
    firmware.give_up()

    assert firmware.message().upload is None
    assert refused(firmware.verify) == (409, "firmware.nothing_offered")


@pytest.mark.parametrize("moment", list(Moment))
def test_whenever_the_power_goes_the_old_firmware_runs_and_an_update_can_follow(
    firmware: Firmware, moment: Moment
) -> None:
    steps: dict[Moment, Callable[[], None]] = {
        Moment.BEGIN: lambda: firmware.offer(signed_for()),
        Moment.UPLOAD: lambda: firmware.add(0, IMAGE[:HALF]),
        Moment.VERIFY: lambda: firmware.add(HALF, IMAGE[HALF:]),
        Moment.INSTALL: firmware.verify,
        Moment.RESTART: firmware.install,
    }
    for each, step in steps.items():
        step()
        if each is moment:
            break
    firmware.lose_power(moment)

    message = firmware.message()

    assert (message.version, message.is_restarting) == ("2.4.1", False)
    is_told = moment in {Moment.INSTALL, Moment.RESTART}
    assert (message.outcome is not None) == is_told
    firmware.give_up()
    load(firmware)
    firmware.verify()
    firmware.install()
    firmware.restart()
    assert firmware.message().version == "2.5.0"


def test_what_lay_safe_before_the_power_went_needs_not_come_again(firmware: Firmware) -> None:
    firmware.offer(signed_for())
    firmware.add(0, IMAGE[:HALF])
    firmware.lose_power(Moment.UPLOAD)

    upload = firmware.message().upload

    assert upload is not None
    assert (upload.received_bytes, upload.is_verified) == (HALF, False)


def test_a_verified_image_is_verified_anew_after_a_start(firmware: Firmware) -> None:
    load(firmware)
    firmware.verify()
    firmware.lose_power(Moment.VERIFY)

    assert refused(firmware.install) == (409, "firmware.unverified")
