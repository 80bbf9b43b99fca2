"""The lab: real renderers, a keyring and a fresh system in namespaces; what it needs, and lacks."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys

PACKAGES = (
    "iproute2",
    "iputils-ping",
    "nftables",
    "ethtool",
    "util-linux",
    "curl",
    "dbus",
    "gnome-keyring",
    "playerctl",
    "gmediarender",
    "rygel",
    "rygel-playbin",
    "avahi-daemon",
    "mpd",
    "snapserver",
    "snapclient",
    "gstreamer1.0-plugins-base",
    "gstreamer1.0-plugins-good",
    "appstream",
    "debootstrap",
    "desktop-file-utils",
    "nsis",
    "rpm",
    "systemd",
)
_PROGRAMS = (
    *("ip", "nft", "tc", "ss", "ping", "ethtool", "unshare", "nsenter", "curl"),
    *("dbus-daemon", "dbus-run-session", "dbus-send", "gnome-keyring-daemon"),
)
_OF_PACKAGES = (
    *("appstreamcli", "debootstrap", "desktop-file-validate"),
    *("makensis", "rpm", "systemd-analyze"),
)
_STREAMERS = ("gmediarender", "rygel", "avahi-daemon", "mpd", "snapserver", "snapclient")


@functools.cache
def lab_obstacle() -> str | None:
    """Say in one sentence why the lab cannot run here; None when it can.

    Takes a few milliseconds once; the answer is kept for the life of the process.
    """
    if not sys.platform.startswith("linux"):
        return "the lab needs Linux"
    if os.geteuid() != 0:
        return "the lab needs root"
    missing = [
        name for name in (*_PROGRAMS, *_STREAMERS, *_OF_PACKAGES) if shutil.which(name) is None
    ]
    if missing:
        return f"missing {', '.join(missing)}; `python3 dev.py test --install-lab` installs them"
    if not _namespaces_allowed():
        return "this system does not let root make network namespaces"
    return None


def _namespaces_allowed() -> bool:
    tried = subprocess.run(
        ["unshare", "--net", "--mount", "ip", "link", "set", "lo", "up"],
        capture_output=True,
        check=False,
        timeout=10,
    )
    return tried.returncode == 0
