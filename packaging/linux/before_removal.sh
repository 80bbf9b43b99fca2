#!/bin/sh
# Before the package goes for good its server ends, and no longer starts with the system: else it
# would go on serving from files that are gone. An upgrade ends nothing. Nothing stored is touched.
set -eu

# Debian says "remove", RPM how many versions stay.
case "${1:-}" in
remove | 0) ;;
*) exit 0 ;;
esac

if command -v systemctl >/dev/null 2>&1; then
    if [ -d /run/systemd/system ]; then
        systemctl stop altrabits-server.service || true
    fi
    systemctl --quiet disable altrabits-server.service || true
fi
