"""A made-up house for pictures: the rooms, streamers and music that the design shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from altrabits_desktop.app.made_up_silence import silent
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import (
    Answer,
    CardKind,
    Depth,
    FindingReport,
    HeardBy,
    NetworkCard,
    NowPlaying,
    Origin,
    Playback,
    Presence,
    ProtocolReport,
    ProtocolStatus,
    Streamer,
    StreamerId,
    StreamerState,
)

_MAKER = "AltraBits"
_ANSWERS_MS = (3.4, 3.1, 3.6, 3.2, 3.0, 4.1, 3.2, 3.5, 3.1, 7.8, 3.4, 3.2, 3.6, 3.1, 4.9, 3.2)

LAMP_LIGHT = NowPlaying(
    title="Harbour Lights at Noon",
    artist="The Lumen Quartet",
    album="Tidewater",
    audio_format="FLAC 24 bit, 96 kHz",
    cover="1",
    position_s=134,
    duration_s=318,
)
MORNING = NowPlaying(title="Morning Desk", station="Radio Meridian", cover="8")
ESTUARY = NowPlaying(title="Slow Estuary", artist="Marram & Vale", cover="2")
MEADOW = NowPlaying(title="Low Meadow", artist="Hollin Row", cover="6")
LETTERS = NowPlaying(title="Letters Unsent", artist="The Paper Sundays", cover="3")

INPUTS = ("Network", "Optical", "Coax", "Bluetooth", "Turntable")

ETHERNET = NetworkCard("eth0", "192.168.1.20", 24, "192.168.1.255", CardKind.ETHERNET, 2)
WIFI = NetworkCard("wlan0", "192.168.1.57", 24, "192.168.1.255", CardKind.WIFI, 3)
GUEST_WIFI = NetworkCard("wlan0", "192.168.50.23", 24, "192.168.50.255", CardKind.WIFI, 3)


def afternoon() -> datetime:
    """Give 14:14 on this computer's clock, on a day that never changes; UTC-aware."""
    zone = datetime(2026, 11, 20, 12, 0, tzinfo=UTC).astimezone().tzinfo
    return datetime(2026, 11, 20, 14, 14, 0, tzinfo=zone).astimezone(UTC)


def house(now: datetime) -> tuple[Streamer, ...]:
    """Give five streamers in three groups, each in another state."""
    return (
        fireside(now),
        managed_streamer(
            "Window seat",
            now=now,
            product="Cobalt Amp",
            address="192.168.1.42",
            room="Living room",
            state=StreamerState(Playback.PLAYING, MORNING, 38, 100, is_muted=False),
        ),
        study(now),
        managed_streamer(
            "Bedroom",
            now=now,
            product="Cobalt Mini",
            address="192.168.1.46",
            room="Upstairs",
            state=StreamerState(
                Playback.STOPPED, None, 18, 100, is_muted=False, input_name="Network"
            ),
        ),
        announced(now),
    )


def fireside(now: datetime) -> Streamer:
    """Give one that plays and tells everything."""
    return managed_streamer(
        "Fireside",
        now=now,
        product="Cobalt S1",
        address="192.168.1.40",
        room="Living room",
        state=StreamerState(
            *(Playback.PLAYING, LAMP_LIGHT, 34, 80),
            is_muted=False,
            input_name=INPUTS[0],
        ),
        inputs=INPUTS,
    )


def study(now: datetime) -> Streamer:
    """Give one that has not answered for twelve minutes."""
    since = now - timedelta(minutes=12)
    study = managed_streamer(
        "Study", now=now, product="Cobalt S1", address="192.168.1.44", room="Upstairs"
    )
    answers = _answers(since, _ANSWERS_MS * 3)
    return silent(replace(study, card_name=WIFI.name, answers=answers), since=since)


def announced(now: datetime) -> Streamer:
    """Give one that only announces itself."""
    return replace(
        managed_streamer("Cobalt S2 3C:7F", now=now, product="Cobalt S2", address="192.168.1.61"),
        depth=Depth.ANNOUNCED,
        maker=None,
        model_note=None,
        host_name=None,
        heard_by=frozenset({HeardBy.ANNOUNCE}),
        state=None,
        capabilities=frozenset(),
        mac="d8:80:39:aa:3c:7f",
        answers=_answers(now, (4.2, 4.4, 4.1, 4.3, 4.0, 4.2)),
    )


def renderer(now: datetime) -> Streamer:
    """Give one of another maker."""
    return replace(
        managed_streamer(
            "Kitchen radio",
            now=now,
            product="Media Renderer",
            address="192.168.1.48",
            room="Kitchen",
            state=StreamerState(
                Playback.PAUSED,
                NowPlaying(title="Rain and piano", artist="Alma Reyes", duration_s=251),
                22,
            ),
        ),
        depth=Depth.STANDARD,
        maker="Another maker",
        heard_by=frozenset({HeardBy.SSDP}),
        capabilities=frozenset({Capability.CONTROL, Capability.SET_VOLUME, Capability.MUTE}),
    )


def waiting(now: datetime) -> Streamer:
    """Give one that will tell its state, and has not yet."""
    return replace(fireside(now), state=None, answers=())


def checking(now: datetime) -> Streamer:
    """Give one that has fallen silent just now."""
    since = now - timedelta(seconds=8)
    return silent(fireside(now), since=since, presence=Presence.CHECKING)


def asleep(now: datetime) -> Streamer:
    """Give one in standby."""
    state = StreamerState(Playback.STOPPED, volume=18, is_asleep=True)
    return replace(fireside(now), presence=Presence.ASLEEP, state=state)


def muted(now: datetime) -> Streamer:
    """Give one that plays without a sound."""
    state = StreamerState(Playback.PLAYING, LAMP_LIGHT, 34, 80, is_muted=True)
    return replace(fireside(now), state=state)


def loading(now: datetime) -> Streamer:
    """Give one that gets what it will play."""
    return replace(fireside(now), state=StreamerState(Playback.LOADING, ESTUARY, 34, 80))


def without_volume(now: datetime) -> Streamer:
    """Give one that plays and does not tell how loud."""
    return replace(fireside(now), state=StreamerState(Playback.PLAYING, MORNING))


def states(now: datetime) -> tuple[Streamer, ...]:
    """Give a house in which every streamer is in another of the rarer states."""
    makers = (muted, loading, without_volume, checking, asleep, waiting, faulty, renderer)
    names = ("Attic", "Balcony", "Cellar", "Den", "Entrance", "Foyer", "Garage", "Hall")
    return tuple(
        replace(make(now), id=StreamerId(name.lower()), name=name, room="Every state")
        for make, name in zip(makers, names, strict=True)
    )


def faulty(now: datetime) -> Streamer:
    """Give one whose driver was switched off."""
    return replace(
        announced(now), maker=_MAKER, room="Upstairs", name="Loft", driver_fault="driver.hangs"
    )


def hostile(now: datetime) -> Streamer:
    """Give one whose words are as long and strange as the border lets through."""
    words = "<b>Ünïcödé</b> 客厅 غرفة 🎵 %n {name} & a name that goes on and on and…"
    return replace(
        fireside(now),
        name=words,
        product=words,
        room=words,
        state=StreamerState(
            Playback.PLAYING, NowPlaying(title=words * 3, artist=words, album=words), 100
        ),
    )


def demo_house(now: datetime) -> tuple[Streamer, ...]:
    """Give the streamers of the demo."""
    return tuple(
        replace(streamer, origin=Origin.DEMO, address=f"127.0.0.{number}", card_name=None)
        for number, streamer in enumerate(house(now), 2)
        if streamer.name in {"Fireside", "Window seat", "Bedroom"}
    )


def hotel(now: datetime) -> tuple[Streamer, ...]:
    """Give forty streamers in nine rooms."""
    first = (
        ("Lobby", "Reception", LAMP_LIGHT, 34),
        ("Lobby", "Fireplace", LAMP_LIGHT, 28),
        ("Lobby", "Library corner", None, 12),
        ("Lobby", "Cloakroom", ESTUARY, 16),
        ("Breakfast room", "Buffet", MORNING, 22),
        ("Breakfast room", "Bay window", MORNING, 22),
    )
    streamers = [
        _guest(name, number=number, now=now, room=room, playing=playing, volume=volume)
        for number, (room, name, playing, volume) in enumerate(first)
    ]
    terrace = _guest("Terrace", number=6, now=now, room="Breakfast room", playing=None, volume=0)
    since = now - timedelta(minutes=12)
    streamers.append(silent(terrace, since=since))
    music = (None, MEADOW, None, LETTERS, None, ESTUARY)
    for number in range(7, 40):
        floor = ("First floor", "Second floor", "Third floor")[(number - 7) // 11]
        streamers.append(
            _guest(
                f"Room {(number - 7) // 11 + 1}{(number - 7) % 11 + 1:02}",
                number=number,
                now=now,
                room=floor,
                playing=music[number % len(music)],
                volume=20 + number % 7,
            )
        )
    sleeping = StreamerState(Playback.STOPPED, volume=20, is_asleep=True)
    for number in (9, 21):
        streamers[number] = replace(streamers[number], presence=Presence.ASLEEP, state=sleeping)
    return tuple(streamers)


def found_report(now: datetime, *cards: NetworkCard) -> FindingReport:
    """Give what was tried in a house where everything works."""
    begin = now - timedelta(minutes=3)
    return FindingReport(
        cards=cards or (ETHERNET, WIFI),
        protocols=_protocols(heard=9),
        started_at=begin,
        finished_at=begin + timedelta(seconds=3),
    )


def silent_report(now: datetime) -> FindingReport:
    """Give what was tried on a guest network."""
    return replace(found_report(now, GUEST_WIFI), protocols=_protocols(heard=0))


def looking_report(now: datetime) -> FindingReport:
    """Give the middle of the first round."""
    return replace(silent_report(now), started_at=now - timedelta(seconds=1), finished_at=None)


def port_taken_report(now: datetime) -> FindingReport:
    """Give a computer on which another program holds the port of the announcements."""
    taken = ProtocolReport(
        HeardBy.ANNOUNCE,
        ProtocolStatus.FAILED,
        error_code="announce.port_taken",
        error_detail="Address already in use",
    )
    report = silent_report(now)
    return replace(report, protocols=(taken, *report.protocols[1:]))


def no_card_report(now: datetime) -> FindingReport:
    """Give a computer without a network."""
    return replace(
        silent_report(now),
        cards=(),
        error_code="cards.none",
        protocols=tuple(
            ProtocolReport(way, ProtocolStatus.STOPPED)
            for way in (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)
        ),
    )


def chosen_missing_report(now: datetime) -> FindingReport:
    """Give a computer in a network that is not on any of the chosen cards."""
    return replace(no_card_report(now), error_code="cards.chosen_missing")


def refused_report(now: datetime) -> FindingReport:
    """Give a computer whose system lets no question out."""
    report = silent_report(now)
    refused = tuple(
        replace(
            found,
            status=ProtocolStatus.FAILED,
            questions_sent=0,
            error_code="announce.not_sent",
            error_detail="Operation not permitted",
        )
        for found in report.protocols
    )
    return replace(report, protocols=refused)


def others_report(now: datetime) -> FindingReport:
    """Give a network in which only other devices answer."""
    report = silent_report(now)
    others = tuple(replace(found, heard=2, refused=2, malformed=1) for found in report.protocols)
    return replace(report, protocols=others)


def _protocols(*, heard: int) -> tuple[ProtocolReport, ...]:
    return tuple(
        ProtocolReport(way, ProtocolStatus.LISTENING, questions_sent=3, heard=heard)
        for way in (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)
    )


def _guest(
    name: str, *, number: int, now: datetime, room: str, playing: NowPlaying | None, volume: int
) -> Streamer:
    return managed_streamer(
        name,
        now=now,
        product="Cobalt Mini",
        address=f"10.0.4.{number + 20}",
        room=room,
        state=StreamerState(
            Playback.PLAYING if playing else Playback.STOPPED, playing, volume, is_muted=False
        ),
    )


def managed_streamer(
    name: str,
    *,
    now: datetime,
    product: str,
    address: str,
    room: str | None = None,
    state: StreamerState | None = None,
    inputs: tuple[str, ...] = (),
) -> Streamer:
    """Give a streamer that tells everything of itself."""
    return Streamer(
        id=StreamerId(f"{name.lower().replace(' ', '-')}"),
        name=name,
        product=product,
        maker=_MAKER,
        model_note="Firmware 2.4.1",
        depth=Depth.MANAGED,
        address=address,
        card_name=ETHERNET.name,
        mac="d8:80:39:12:34:" + f"{int(address.rpartition('.')[2]):02x}",
        host_name=f"{name.lower().replace(' ', '-')}.local",
        page_url=f"http://{address}/",
        heard_by=frozenset({HeardBy.ANNOUNCE, HeardBy.MDNS}),
        room=room,
        first_heard_at=now - timedelta(hours=5, minutes=2),
        last_heard_at=now - timedelta(seconds=4),
        state=state,
        capabilities=frozenset(Capability),
        inputs=inputs,
        answers=_answers(now, _ANSWERS_MS * 3),
    )


def _answers(now: datetime, times_ms: tuple[float, ...]) -> tuple[Answer, ...]:
    return tuple(
        Answer(now - timedelta(seconds=3 * (len(times_ms) - number)), took_ms)
        for number, took_ms in enumerate(times_ms)
    )
