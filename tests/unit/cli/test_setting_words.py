from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.cli.control_words import Look
from altrabits_desktop.cli.setting_words import read_setting, refuse_unfit
from altrabits_desktop.cli.settings import SETTINGS
from altrabits_desktop.contract.commands import (
    ClearPreset,
    HideInput,
    LockButtons,
    NameInput,
    PlayPreset,
    SavePreset,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetSleepTimer,
    SetStandby,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.contract.streamer_settings import Choices, InputSlot, Light

CHOICES = Choices(
    bands_hz=(60, 250),
    curves=("Flat", "Warm evening"),
    input_slots=(InputSlot("optical", "Television"), InputSlot("coax", "Coax")),
)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        *((verb, Look()) for verb in SETTINGS),
        ("preset 3", PlayPreset(3)),
        ("preset 3 save", SavePreset(3)),
        ("preset 3 clear", ClearPreset(3)),
        ("equaliser on", SetEqualiser(is_on=True)),
        ("equaliser off", SetEqualiser(is_on=False)),
        ("equaliser Warm", SetEqualiser(is_on=True, curve="Warm")),
        ("equaliser 2,+1,0,-12", SetEqualiser(is_on=True, gains_db=(2, 1, 0, -12))),
        ("balance -20", SetBalance(-20)),
        ("balance +20", SetBalance(20)),
        ("sleep 30", SetSleepTimer(1800)),
        ("sleep 0", SetSleepTimer(0)),
        ("sleep off", SetSleepTimer(0)),
        ("standby on", SetStandby(is_asleep=True)),
        ("standby off", SetStandby(is_asleep=False)),
        ("standby 20", SetAutoStandby(20)),
        ("light dim", SetLight(Light.DIM)),
        ("lock off", LockButtons(is_locked=False)),
        ("maximum 70", SetVolumeMaximum(70)),
        ("input-name optical Television", NameInput("optical", "Television")),
        ("input-name optical", NameInput("optical", "")),
        ("input-hide coax on", HideInput("coax", is_hidden=True)),
    ],
)
def test_words_are_what_is_asked(words: str, asked: object) -> None:
    verb, *operands = words.split()

    assert read_setting(verb, operands) == asked


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("preset 0", "usage.number"),
        ("preset 100", "usage.number"),
        ("preset one", "usage.number"),
        ("preset 1 burn", "usage.choice"),
        ("equaliser 1,13", "usage.gains"),
        ("balance 101", "usage.number"),
        ("sleep 1441", "usage.number"),
        ("sleep -1", "usage.number"),
        ("standby maybe", "usage.number"),
        ("light unknown", "usage.choice"),
        ("lock 1", "usage.choice"),
        ("input-hide coax yes", "usage.choice"),
        ("maximum 999999999999", "usage.number"),
    ],
)
def test_words_that_do_not_fit_are_wrong_usage(words: str, code: str) -> None:
    verb, *operands = words.split()

    with pytest.raises(WrongUsage) as wrong:
        read_setting(verb, operands)

    assert wrong.value.code == code


ANY_WORD = {"equaliser", "input-name", "input-hide"}


@given(st.sampled_from(sorted(set(SETTINGS) - ANY_WORD)), st.text(max_size=9))
def test_any_word_is_a_command_or_wrong_usage(verb: str, text: str) -> None:
    code = ""
    try:
        read_setting(verb, (text,))
    except WrongUsage as wrong:
        code = wrong.code

    assert code in {"", "usage.number", "usage.choice"}


def test_curve_is_meant_whatever_its_case() -> None:
    asked = refuse_unfit(SetEqualiser(is_on=True, curve="WARM evening"), CHOICES)

    assert asked == SetEqualiser(is_on=True, curve="Warm evening")


def test_curve_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(Refused, match=r"control\.curve_not_listed") as refused:
        refuse_unfit(SetEqualiser(is_on=True, curve="Bathroom"), CHOICES)

    assert refused.value.arguments["known"] == "Flat, Warm evening"


def test_gains_for_other_bands_are_told_with_the_bands() -> None:
    with pytest.raises(Refused, match=r"control\.gains_other") as refused:
        refuse_unfit(SetEqualiser(is_on=True, gains_db=(1, 2, 3)), CHOICES)

    assert refused.value.arguments == {"count": 2, "bands": "60, 250"}


@pytest.mark.parametrize(
    "asked", [SetEqualiser(is_on=True, gains_db=(1, 2)), SetBalance(3), SetEqualiser(is_on=False)]
)
def test_what_fits_is_left_as_it_is(asked: SetEqualiser | SetBalance) -> None:
    assert refuse_unfit(asked, CHOICES) == asked


def test_streamer_that_names_no_curves_knows_them_alone() -> None:
    asked = SetEqualiser(is_on=True, curve="Bathroom")

    assert refuse_unfit(asked, Choices()) == asked


@pytest.mark.parametrize("text", ["optical", "OPTICAL", "television"])
def test_input_is_meant_by_its_slot_or_its_name(text: str) -> None:
    assert refuse_unfit(NameInput(text, "TV"), CHOICES) == NameInput("optical", "TV")
    assert refuse_unfit(HideInput(text, is_hidden=True), CHOICES) == HideInput(
        "optical", is_hidden=True
    )


def test_input_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(Refused, match=r"control\.input_not_listed") as refused:
        refuse_unfit(NameInput("tape", "TV"), CHOICES)

    assert refused.value.arguments["known"] == "Television, Coax"
