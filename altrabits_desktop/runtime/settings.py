"""The person's choices for this computer: theme, language, cards, size. Nothing about the house.

One small TOML file, read before the first paint. A file that is damaged or cannot be read is set
aside before another takes its place, never overwritten; until then the defaults hold, and that is
said. A damaged value costs only itself. Named tuples, because every start of the
window would wait for dataclasses: 2 ms for their module and for making the classes.
"""

from __future__ import annotations

import errno
import os
import stat
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import ProfileUnusable, told_by_system
from altrabits_desktop.runtime.paths import Profile, without_waiting, write_whole

if TYPE_CHECKING:
    from pathlib import Path

_FILE_BYTES = 64_000
_TEXT_CHARACTERS = 64
_CARDS = 32
_ASIDE = 1000
_SIDE_PX = 16_384
_PIN_DIGITS = 64
_LOUDEST = 100


class ThemeChoice(StrEnum):
    """Which theme a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class StreamerView(StrEnum):
    """How the streamers are shown; `automatic` gives cards for a few and rows for many."""

    AUTOMATIC = "automatic"
    CARDS = "cards"
    ROWS = "rows"


ROWS_FROM = 24
"""From so many streamers on, rows show more than cards."""


class StreamerOrder(StrEnum):
    """What the streamers are ordered by."""

    ROOM = "room"
    NAME = "name"
    STATE = "state"


class WindowSize(NamedTuple):
    """How large a person made the window."""

    width_px: int
    height_px: int


class JoinedHousehold(NamedTuple):
    """The household whose server is used instead of the one of this computer; no secret."""

    url: str
    """Such as `https://192.168.1.20:8619`."""
    pin: str
    """SHA-256 of its certificate, in hexadecimal digits."""


class Settings(NamedTuple):
    """All choices; each has a default that needs no file."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = ""
    """BCP 47 tag; empty follows the system."""
    cards: tuple[str, ...] = ()
    """Names of the network cards to look on; empty means all."""
    view: StreamerView = StreamerView.AUTOMATIC
    order: StreamerOrder = StreamerOrder.ROOM
    window: WindowSize | None = None
    """None until the person changes it."""
    household: JoinedHousehold | None = None
    """None while this computer has joined none."""
    volume_step: int = 25
    """No single press or key makes a streamer louder by more than this; 0 lets everything."""


class LoadedSettings(NamedTuple):
    """Settings as read, and what was wrong with the file."""

    settings: Settings
    set_aside: Path | None = None
    """Where a damaged file was moved."""
    ignored_keys: tuple[str, ...] = ()
    """Keys with values that could not be used."""
    fault: ProfileUnusable | None = None
    """Why a file that is still in its place gave nothing."""


def load_settings(profile: Profile) -> LoadedSettings:
    """Read the settings and set a damaged file aside; for the owner of the profile.

    Blocks for one small read (under 1 ms). Never raises for what stands in the file: what is
    wrong is told by the answer.
    """
    loaded = read_settings(profile)
    if loaded.fault is None or loaded.fault.code != "settings.damaged":
        return loaded
    try:
        return LoadedSettings(Settings(), set_aside=_set_aside(profile.settings_file))
    except ProfileUnusable as fault:
        return LoadedSettings(Settings(), fault=fault)


def read_settings(profile: Profile) -> LoadedSettings:
    """Read the settings and change nothing; for whoever does not own the profile.

    Blocks for one small read (under 1 ms). Only a file that does not exist goes without a word.
    """
    path = profile.settings_file
    try:
        content = _content(path)
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as error:
        fault = ProfileUnusable("settings.unreadable", file=str(path), **told_by_system(error))
        return LoadedSettings(Settings(), fault=fault)
    table = _parse(content)
    if table is None:
        fault = ProfileUnusable("settings.damaged", file=str(path))
        return LoadedSettings(Settings(), fault=fault)
    return settings_from(table)


def settings_from(table: dict[str, object]) -> LoadedSettings:
    """Take every usable value of a table; the others keep their defaults and are named."""
    settings = Settings()
    ignored: list[str] = []
    for name in Settings._fields:
        if name not in table:
            continue
        try:
            settings = settings._replace(**{name: _value(name, table[name])})  # type: ignore[arg-type] # _value gives each field's type
        except ValueError:
            ignored.append(name)
    return LoadedSettings(settings, ignored_keys=tuple(ignored))


def save_settings(profile: Profile, settings: Settings, *, is_unread: bool = False) -> None:
    """Write the settings whole; when it returns they survive a power cut. Blocks: off the UI loop.

    What stands in their place and cannot be used now is set aside first.

    Args:
        profile: of this process.
        settings: take the place of what is stored.
        is_unread: what is stored could not be read when the program started, so it is set aside
            even if it can be read by now: it holds choices that `settings` know nothing of.

    Raises:
        ProfileUnusable: what was stored before is untouched.
    """
    profile.prepare()
    path = profile.settings_file
    if is_unread or read_settings(profile).fault is not None:
        _set_aside(path)
    try:
        write_whole(path, settings_text(settings).encode())
    except OSError as error:
        raise ProfileUnusable(
            "profile.unwritable", folder=str(profile.folder), **told_by_system(error)
        ) from error


def settings_text(settings: Settings) -> str:
    """Give the TOML text of the settings; reading it gives the same settings."""
    cards = ", ".join(_quoted(card) for card in settings.cards)
    size, joined = settings.window, settings.household
    # Tables stand last: what follows one would be a part of it.
    window = f"\n[window]\nwidth = {size.width_px}\nheight = {size.height_px}\n" if size else ""
    place = f"url = {_quoted(joined.url)}\npin = {_quoted(joined.pin)}\n" if joined else ""
    home = f"\n[household]\n{place}" if place else ""
    return (
        f"theme = {_quoted(settings.theme)}\n"
        f"language = {_quoted(settings.language)}\n"
        f"cards = [{cards}]\n"
        f"view = {_quoted(settings.view)}\n"
        f"order = {_quoted(settings.order)}\n"
        f"volume_step = {settings.volume_step}\n"
        f"{window}{home}"
    )


def _content(path: Path) -> bytes:
    try:
        # A pipe in the file's place would hold up the start until somebody writes into it.
        with open(path, "rb", opener=without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            return file.read(_FILE_BYTES + 1)
    except FileNotFoundError:
        # A link whose end is missing just now: its choices are not lost, so they are not replaced.
        if path.is_symlink():
            raise OSError(errno.ENOLINK, os.strerror(errno.ENOLINK)) from None
        raise


def _parse(content: bytes) -> dict[str, object] | None:
    # Imported here: without a settings file the first paint does not pay for it.
    import tomllib

    if len(content) > _FILE_BYTES:
        return None
    try:
        return tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return None


def _set_aside(path: Path) -> Path | None:
    """Move a file that cannot be used to a free name beside it; None when it has gone meanwhile.

    Raises:
        ProfileUnusable: it stays where it is.
    """
    places = (path.with_name(f"{path.name}.damaged-{number}") for number in range(1, _ASIDE))
    try:
        place = next(place for place in places if not os.path.lexists(place))
        return path.rename(place)
    except FileNotFoundError:
        return None
    except StopIteration:
        told = told_by_system(OSError(errno.EEXIST, os.strerror(errno.EEXIST)))
    except OSError as error:
        told = told_by_system(error)
    raise ProfileUnusable("settings.not_set_aside", file=str(path), **told)


def _value(name: str, value: object) -> object:
    match name:
        case "theme":
            return ThemeChoice(_text(value))
        case "view" | "order":
            return (StreamerView if name == "view" else StreamerOrder)(_text(value))
        case "cards":
            if not isinstance(value, list) or len(value) > _CARDS:
                raise ValueError(name)
            return tuple(_text(card) for card in value)
        case "volume_step":
            return _step(value)
        case "window" | "household":
            return _size(value) if name == "window" else _household(value)
        case _:
            return _text(value)


def _size(value: object) -> WindowSize:
    match value:
        case {"width": int(width), "height": int(height)}:
            return WindowSize(_side(width), _side(height))
    raise ValueError("size")


def _household(value: object) -> JoinedHousehold:
    # Imported here: only a computer that has joined one pays for it before the first paint.
    from altrabits_desktop.contract.errors import WrongUsage
    from altrabits_desktop.contract.server_address import read_household_address

    match value:
        case {"url": str(url), "pin": str(pin)} if len(pin) == _PIN_DIGITS:
            try:
                bytes.fromhex(pin)
                return JoinedHousehold(read_household_address(url).url, pin.lower())
            except WrongUsage as error:
                raise ValueError("household") from error
    raise ValueError("household")


def _step(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _LOUDEST:
        raise ValueError("step")
    return value


def _side(value: int) -> int:
    if not 0 < value <= _SIDE_PX:
        raise ValueError("side")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _TEXT_CHARACTERS or not value.isprintable():
        raise ValueError("text")
    return value


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
