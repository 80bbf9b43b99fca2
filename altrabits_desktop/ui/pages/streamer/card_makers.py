"""How each card of page Streamer is made, and in which order: what is seen first comes first.

A maker imports its card itself, so that opening the page waits for no card but the one it makes.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer import profile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.card_desk import CardDesk
    from altrabits_desktop.ui.pages.streamer.view_model import StreamerViewModel
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.pages.streamers.offered import Offered


class Side(Enum):
    """One of the two columns."""

    LEADING = "leading"
    OTHER = "other"


class Shown(NamedTuple):
    """What cards show."""

    streamer: Streamer
    face: Face
    offered: Offered
    model: StreamerViewModel


Show = Callable[[Shown], None]
Make = Callable[["CardDesk"], tuple[tuple["QWidget", ...], Show]]
"""Gives the parts, from top to bottom, and what shows a streamer in them."""


def _playing(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.playing_card import PlayingCard
    from altrabits_desktop.ui.pages.streamer.waiting_card import WaitingCard

    card, waiting = PlayingCard(page.look), WaitingCard(page.look)
    card.check_wanted.connect(page.model.check)
    card.told.connect(page.model.tell)
    card.step_chosen.connect(page.model.choose_volume_step)
    card.privacy_wanted.connect(page.privacy_wanted)
    card.account_wanted.connect(page.account_wanted)
    page.playing = card

    def show(shown: Shown) -> None:
        is_waiting = profile.is_waited_for(shown.streamer)
        waiting.wait(is_waiting=is_waiting)
        card.setVisible(not is_waiting)
        card.set_guard(shown.model.volume_step)
        card.show_streamer(
            shown.streamer,
            shown.face,
            offered=shown.offered,
            is_checking=shown.model.is_checking,
        )
        card.show_progress(shown.model.progress)

    return (card, waiting), show


def _why(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.why_card import WhyCard
    from altrabits_desktop.ui.pages.streamer.why_model import WhyModel

    model = WhyModel(page.services, parent=page)
    card = WhyCard(page.look, model=model)

    def show(shown: Shown) -> None:
        model.show_streamer(shown.streamer, is_seen=page.is_seen)
        card.show_why()

    return (card,), show


def _inputs(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.input_card import InputCard

    card = InputCard(page.look)
    card.told.connect(page.model.tell)
    card.undo_offered.connect(page.model.offer_undo)
    return (card,), lambda shown: card.show_inputs(shown.streamer, shown.offered)


def _group(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.group_card import GroupCard
    from altrabits_desktop.ui.pages.streamer.group_model import GroupModel
    from altrabits_desktop.ui.pages.streamer.saved_model import SavedModel

    model, saved = GroupModel(page.services, parent=page), SavedModel(page.services, parent=page)
    for signal in (model.changed, model.companions_changed):
        signal.connect(page.model.changed)
    saved.undo_offered.connect(page.model.undo_offered)
    card, playing = GroupCard(page.look, model=model, saved=saved), page.playing
    card.saved_wanted.connect(page.saved_wanted)
    page.group = card
    if playing is not None:
        playing.group_wanted.connect(card.lead)

    def show(shown: Shown) -> None:
        card.show_streamer(shown.streamer)
        if playing is not None:
            playing.show_group(is_offered=card.is_offered)

    return (card,), show


def _equaliser(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.sound_card import SoundCard

    card = SoundCard(page.look)
    card.told.connect(page.model.tell)
    card.undo_offered.connect(page.model.offer_undo)
    return (card,), lambda shown: card.show_sound(shown.streamer, shown.offered)


def _presets(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.presets_card import PresetsCard

    card = PresetsCard(page.look)
    card.told.connect(page.model.tell)
    card.kept.connect(page.preset_kept)
    return (card,), lambda shown: card.show_presets(shown.streamer, shown.offered)


def _network(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.answers_card import AnswersCard
    from altrabits_desktop.ui.pages.streamer.network_card import NetworkCard

    answers, network = AnswersCard(page.look), NetworkCard(page.look)

    def show(shown: Shown) -> None:
        # One that tells nothing of its network still answers within some time.
        is_told = Capability.NETWORK in shown.offered.can
        answers.setVisible(not is_told)
        network.setVisible(is_told)
        if is_told:
            network.show_network(shown.streamer, page.own.upkeep)
        else:
            answers.show_answers(shown.streamer)

    return (answers, network), show


def _care(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.care_card import CareCard

    card = CareCard(page.look, model=page.own.upkeep)
    card.sheet_wanted.connect(page.sheet_wanted)
    page.care = card
    return (card,), lambda shown: card.show_care(shown.streamer, shown.offered)


def _strip(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.rest_card import RestCard

    card = RestCard(page.look)
    card.told.connect(page.model.tell)
    card.undo_offered.connect(page.model.offer_undo)

    def show(shown: Shown) -> None:
        card.show_rest(shown.streamer, shown.offered, left_s=shown.model.sleep_left_s)

    return (card,), show


def _own(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.own_card import OwnCard

    card = page.whose = OwnCard(page.look, models=page.own)
    card.privacy_wanted.connect(page.privacy_wanted)
    card.account_wanted.connect(page.account_wanted)
    card.focus_lost.connect(page.focus_lost)

    def show(shown: Shown) -> None:
        is_led = shown.offered.closed is not None and not _is_hidden(page.playing)
        card.show_streamer(shown.streamer, shown.model.report, is_led=is_led)

    return (card,), show


def _facts(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.facts_card import FactsCard

    card = FactsCard(page.look, heading=translate("streamer", "What it is"))

    def show(shown: Shown) -> None:
        has_network = Capability.NETWORK in shown.offered.can
        card.set_facts(profile.facts_of(shown.streamer, has_network=has_network))

    return (card,), show


def _hearing(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.facts_card import FactsCard
    from altrabits_desktop.ui.pages.streamer.ways_line import WaysLine

    card = FactsCard(page.look, heading=translate("streamer", "How it was heard"))
    card.setObjectName("streamer.hearing")
    ways = WaysLine(page.look)
    card.add(ways)

    def show(shown: Shown) -> None:
        ways.set_ways(profile.ways_of(shown.streamer))
        model = shown.model
        card.set_facts(profile.hearing_of(shown.streamer, now=model.now, cards=model.cards))

    return (card,), show


def _firmware(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.firmware_card import FirmwareCard

    card = FirmwareCard(page.look, services=page.services)
    return (card,), lambda shown: card.show_streamer(shown.streamer)


def _noted(page: CardDesk) -> tuple[tuple[QWidget, ...], Show]:
    from altrabits_desktop.ui.pages.streamer.noted_card import NotedCard

    card = NotedCard(page.look, model=page.noted)
    return (card,), lambda shown: card.show_streamer(shown.streamer)


def _is_hidden(part: QWidget | None) -> bool:
    return part is None or part.isHidden()


MAKERS: tuple[tuple[Side, Make, tuple[str, ...]], ...] = (
    (Side.LEADING, _playing, ("levels", "transport_row", "playing_card", "waiting_card")),
    (Side.LEADING, _why, ("why_model", "why_card")),
    (Side.LEADING, _group, ("group_model", "group_card")),
    (Side.LEADING, _inputs, ("input_card",)),
    (Side.OTHER, _equaliser, ("sound_card",)),
    (Side.LEADING, _presets, ("preset_grid", "presets_card")),
    (Side.OTHER, _network, ("network_words", "network_card", "answers_card")),
    (Side.LEADING, _strip, ("rest_words", "rest_card")),
    (Side.OTHER, _firmware, ("firmware_words", "firmware_model", "firmware_card")),
    (Side.OTHER, _facts, ()),
    (Side.LEADING, _care, ("upkeep_model", "care_card")),
    (Side.LEADING, _own, ("adding_model", "own_words", "own_card")),
    (Side.LEADING, _hearing, ("ways_line",)),
    (Side.LEADING, _noted, ("noted_model", "noted_card")),
)
"""All of them, with the modules that each needs: they are loaded before, in turns of their own."""
