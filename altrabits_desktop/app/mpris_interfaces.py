"""The two interfaces of MPRIS on the session bus: the program, and its one player.

Source: MPRIS D-Bus Interface Specification 2.2. Times are microseconds in 64 bits. Imported only
where there is a session bus: dbus-fast reads the annotations below when the classes are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from dbus_fast import PropertyAccess, Variant
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.contract.version import PRODUCT_NAME
from altrabits_desktop.ui.keys import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.app.media_keys import MediaKeys

DBusNothing = Annotated[None, DBusSignature("")]
DBusStrings = Annotated[list[str], DBusSignature("as")]

DESKTOP_ENTRY = "altrabits-desktop"
NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_TRACK = "/io/altrabits/track/{number}"
_READ = PropertyAccess.READ
_US = 1_000_000
_LOUDEST = 100
_WORDS = {
    Playback.PLAYING: "Playing",
    Playback.LOADING: "Playing",
    Playback.PAUSED: "Paused",
}


class ProgramInterface(ServiceInterface):
    """`org.mpris.MediaPlayer2`.

    Args:
        come_forward: shows the window.
    """

    def __init__(self, come_forward: Callable[[], None]) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._come_forward = come_forward

    @dbus_method(name="Raise")
    def come_forward(self) -> DBusNothing:
        """Show the window."""
        self._come_forward()

    @dbus_method(name="Quit")
    def end(self) -> DBusNothing:
        """Do nothing: `CanQuit` says so; what is being typed is lost by nobody else's key."""

    @dbus_property(_READ, name="CanQuit")
    def can_quit(self) -> DBusBool:
        """No."""
        return False

    @dbus_property(_READ, name="CanRaise")
    def can_raise(self) -> DBusBool:
        """Yes."""
        return True

    @dbus_property(_READ, name="HasTrackList")
    def has_track_list(self) -> DBusBool:
        """No."""
        return False

    @dbus_property(_READ, name="Identity")
    def identity(self) -> DBusStr:
        """Give the name of the program."""
        return PRODUCT_NAME

    @dbus_property(_READ, name="DesktopEntry")
    def desktop_entry(self) -> DBusStr:
        """Give the name of its desktop file."""
        return DESKTOP_ENTRY

    @dbus_property(_READ, name="SupportedUriSchemes")
    def uri_schemes(self) -> DBusStrings:
        """Give none: addresses are played from the window alone."""
        return []

    @dbus_property(_READ, name="SupportedMimeTypes")
    def mime_types(self) -> DBusStrings:
        """Give none."""
        return []


class PlayerInterface(ServiceInterface):
    """`org.mpris.MediaPlayer2.Player`: what may not be told has no effect, as the standard says.

    Args:
        keys: does it.
    """

    def __init__(self, keys: MediaKeys) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._keys = keys
        self._track: tuple[object, ...] = ()
        self._number = 0
        self._emitted = self._values()

    def tell_changes(self, is_jump: bool) -> None:
        """Tell what is another since the last time; and where it is, where that was jumped to."""
        now = self._values()
        changed = {name: value for name, value in now.items() if value != self._emitted[name]}
        self._emitted = now
        if changed:
            self.emit_properties_changed(changed)
        if is_jump:
            self.seeked(self._position_us)

    @dbus_method(name="Next")
    def next(self) -> DBusNothing:
        """Go to the next piece."""
        self._keys.next()

    @dbus_method(name="Previous")
    def previous(self) -> DBusNothing:
        """Go to the piece before."""
        self._keys.previous()

    @dbus_method(name="Pause")
    def pause(self) -> DBusNothing:
        """Stay where it is."""
        self._keys.pause()

    @dbus_method(name="PlayPause")
    def play_or_pause(self) -> DBusNothing:
        """Go on, or stay where it is."""
        self._keys.play_or_pause()

    @dbus_method(name="Stop")
    def stop(self) -> DBusNothing:
        """End what plays."""
        self._keys.stop()

    @dbus_method(name="Play")
    def play(self) -> DBusNothing:
        """Go on."""
        self._keys.play()

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> DBusNothing:
        """Go on by so many microseconds, or back."""
        self._keys.seek_to(self._keys.position_s + offset / _US)

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> DBusNothing:
        """Go to a place, in microseconds; of another track than this one, and beyond its ends, not.

        The standard wants both to be left alone: the track may have changed on the way here.
        """
        duration_s = self._keys.state.duration_s or 0.0
        if track == self._track_path() and 0 <= position <= duration_s * _US:
            self._keys.seek_to(position / _US)

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> DBusNothing:
        """Do nothing: no scheme is supported."""

    @dbus_signal(name="Seeked")
    def seeked(self, position: int) -> DBusInt64:
        """Tell where it is, after a jump."""
        return position

    @dbus_property(_READ, name="PlaybackStatus")
    def playback_status(self) -> DBusStr:
        """Give `Playing`, `Paused` or `Stopped`."""
        return _WORDS.get(self._keys.state.playback, "Stopped")

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        """Give the one speed."""
        return 1.0

    @rate.setter  # type: ignore[no-redef] # mypy knows Python's own properties alone
    def rate(self, value: DBusDouble) -> DBusNothing:
        """Pause at 0, as the standard says; there is no other speed than 1."""
        if value == 0:
            self._keys.pause()

    @dbus_property(_READ, name="MinimumRate")
    def minimum_rate(self) -> DBusDouble:
        """Give the one speed."""
        return 1.0

    @dbus_property(_READ, name="MaximumRate")
    def maximum_rate(self) -> DBusDouble:
        """Give the one speed."""
        return 1.0

    @dbus_property(_READ, name="Metadata")
    def metadata(self) -> DBusDict:
        """Give what plays, and on which streamer."""
        return self._metadata()

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        """Give the volume, 0 to 1; 0 where it is not told."""
        return (self._keys.state.volume or 0) / _LOUDEST

    @volume.setter  # type: ignore[no-redef] # as above
    def volume(self, value: DBusDouble) -> DBusNothing:
        """Set the volume."""
        self._keys.set_volume(value)

    @dbus_property(_READ, name="Position")
    def position(self) -> DBusInt64:
        """Give where in the track it is, in microseconds."""
        return self._position_us

    @dbus_property(_READ, name="CanGoNext")
    def can_go_next(self) -> DBusBool:
        """Tell whether `Next` does something."""
        return self._keys.can(Capability.SKIP, Command.NEXT)

    @dbus_property(_READ, name="CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        """Tell whether `Previous` does something."""
        return self._keys.can(Capability.SKIP, Command.PREVIOUS)

    @dbus_property(_READ, name="CanPlay")
    def can_play(self) -> DBusBool:
        """Tell whether `Play` does something."""
        return self._keys.can(Capability.CONTROL)

    @dbus_property(_READ, name="CanPause")
    def can_pause(self) -> DBusBool:
        """Tell whether `Pause` does something."""
        return self._keys.can(Capability.PAUSE)

    @dbus_property(_READ, name="CanSeek")
    def can_seek(self) -> DBusBool:
        """Tell whether `Seek` and `SetPosition` do something."""
        return self._keys.can(Capability.SEEK) and self._keys.state.duration_s is not None

    @dbus_property(_READ, name="CanControl")
    def can_control(self) -> DBusBool:
        """Tell whether anything at all can be told."""
        return self._keys.can_control

    @property
    def _position_us(self) -> int:
        return int(self._keys.position_s * _US)

    def _track_path(self) -> str:
        track = self._keys.state.track
        if track != self._track:
            self._track = track
            self._number += 1
        return _TRACK.format(number=self._number) if track else NO_TRACK

    def _metadata(self) -> dict[str, Variant]:
        state = self._keys.state
        told = {"mpris:trackid": Variant("o", self._track_path())}
        if state.streamer_id is not None:
            told["altrabits:streamer"] = Variant("s", state.name)
            # A panel shows the title alone: without one it says at least where.
            told["xesam:title"] = Variant("s", state.title or state.name)
        if state.duration_s is not None:
            told["mpris:length"] = Variant("x", int(state.duration_s * _US))
        if state.artist:
            told["xesam:artist"] = Variant("as", [state.artist])
        if state.album:
            told["xesam:album"] = Variant("s", state.album)
        return told

    def _values(self) -> dict[str, object]:
        keys = self._keys
        return {
            "PlaybackStatus": _WORDS.get(keys.state.playback, "Stopped"),
            "Metadata": self._metadata(),
            "Volume": (keys.state.volume or 0) / _LOUDEST,
            "CanGoNext": keys.can(Capability.SKIP, Command.NEXT),
            "CanGoPrevious": keys.can(Capability.SKIP, Command.PREVIOUS),
            "CanPlay": keys.can(Capability.CONTROL),
            "CanPause": keys.can(Capability.PAUSE),
            "CanSeek": keys.can(Capability.SEEK) and keys.state.duration_s is not None,
            "CanControl": keys.can_control,
        }
