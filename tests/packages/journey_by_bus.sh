#!/bin/sh
# A session as a desktop has one: a bus, a screen, accessibility; then the journey.
set -eu
export XDG_RUNTIME_DIR=/run/person DISPLAY=:5 QT_QPA_PLATFORM=xcb ALTRABITS_INTERFACE=127.0.0.1
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
mkdir -p -m 1777 /tmp/.X11-unix
mount -t tmpfs none /dev/shm 2>/dev/null || true
Xvfb "$DISPLAY" -screen 0 1280x900x24 -nolisten tcp >/dev/null 2>&1 &
for _ in $(seq 100); do
    [ -S /tmp/.X11-unix/X5 ] && break
    sleep 0.1
done
exec dbus-run-session -- sh -c '
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
    exec python3 /journey/journey_by_bus.py "$@"' sh "$@"
