"""The programs that can stand in the lab as hosts, and how each is started.

Places in braces are filled for each host: dir, name, mac and uuid.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PACKAGES = (
    "iproute2 iputils-ping ethtool util-linux dbus avahi-daemon gmediarender rygel rygel-playbin"
    " minidlna mpd snapserver snapclient shairport-sync squeezelite"
    " gstreamer1.0-plugins-base gstreamer1.0-plugins-good"
)
TOOLS = ("ip", "tc", "ss", "ping", "ethtool", "unshare")
COMMAND = "cmd:"
"""A kind that begins so is a program of the caller's own."""

_AVAHI = (
    "mkdir -p /run/dbus /run/avahi-daemon; dbus-daemon --system --nopidfile --fork;"
    " avahi-daemon --no-drop-root --no-chroot --no-rlimits -D; "
)
_PLAYER = Path(__file__).parents[1] / "snapcast_player.py"
"""What a stream of the Snapcast server says that it plays."""
_MPD = """music_directory "{dir}/music"
db_file "{dir}/mpd.db"
zeroconf_enabled "yes"
zeroconf_name "{name}"
audio_output {{
 type "null"
 name "null"
 mixer_type "software"
}}
"""
_MINIDLNA = """media_dir=A,{dir}/music
db_dir={dir}
log_dir={dir}
friendly_name={name}
port=8200
network_interface=eth0
"""
_RYGEL = """[general]
upnp-enabled=true
[Playbin]
enabled=true
title={name}
audio-sink=fakesink sync=true
[MediaExport]
enabled=false
[MPRIS]
enabled=false
[External]
enabled=false
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """One kind of host.

    Args:
        command: for a shell.
        port: TCP port that listens once the host is ready; 0 when none does.
        configuration: text of the file `{dir}/conf`.
        programs: what must be installed.
    """

    command: str
    port: int = 0
    configuration: str = ""
    programs: tuple[str, ...] = ()


PEERS = {
    "host": Peer("sleep infinity"),
    "gmediarender": Peer(
        "gmediarender -f {name} -u {uuid} -I eth0 -p 49494 --gstout-audiopipe='fakesink sync=true'",
        port=49494,
        programs=("gmediarender",),
    ),
    "rygel": Peer(
        "chmod 700 {dir}; dbus-run-session -- rygel -n eth0 -p 8300 -c {dir}/conf",
        port=8300,
        configuration=_RYGEL,
        programs=("rygel", "dbus-run-session"),
    ),
    "minidlna": Peer(
        "minidlnad -S -r -f {dir}/conf -P {dir}/pid",
        port=8200,
        configuration=_MINIDLNA,
        programs=("minidlnad",),
    ),
    "mpd": Peer(
        _AVAHI + "mpd --no-daemon --stderr {dir}/conf",
        port=6600,
        configuration=_MPD,
        programs=("mpd", "avahi-daemon"),
    ),
    "snapserver": Peer(
        _AVAHI + "mkfifo {dir}/fifo; snapserver --logging.sink=stdout --server.datadir={dir}"
        " --stream.source='pipe://{dir}/fifo?name=lab&mode=read'"
        " --stream.source='pipe://{dir}/tone?name=tone&mode=create"
        f"&controlscript={_PLAYER}'",
        port=1705,
        programs=("snapserver", "avahi-daemon"),
    ),
    "snapclient": Peer(
        _AVAHI + "sleep 1; snapclient --hostID {name} --player file:filename=null --logsink stdout",
        programs=("snapclient", "avahi-daemon"),
    ),
    "shairport": Peer(
        _AVAHI + "sleep 0.5; shairport-sync -u -a {name} -o dummy",
        port=5000,
        programs=("shairport-sync", "avahi-daemon"),
    ),
    "squeezelite": Peer(
        "squeezelite -o null -n {name} -m {mac} -d slimproto=info",
        programs=("squeezelite",),
    ),
}


def is_kind(kind: str) -> bool:
    """Tell whether the lab can start this."""
    return kind in PEERS or kind.startswith(COMMAND)
