#!/bin/sh
# Makes the disk image for macOS: the app in English and German, signed where there is an identity.
#   packaging/macos/make_dmg.sh "build/packages/frozen/AltraBits Desktop.app" dist/altrabits-desktop.dmg
# SIGNING_IDENTITY signs, NOTARY_PROFILE (of `notarytool store-credentials`) has it notarised.
set -eu

app=${1:?"Say where the app is."}
image=${2:?"Say where the disk image goes."}
here=$(cd "$(dirname "$0")" && pwd)

for language in en de; do
    mkdir -p "$app/Contents/Resources/$language.lproj"
    cp "$here/$language.lproj/InfoPlist.strings" "$app/Contents/Resources/$language.lproj/"
done
# What is inside, and under which licences: `dev.py package` laid both where the image goes.
for paper in components.cdx.json licences.txt; do
    cp "$(dirname "$image")/$paper" "$app/Contents/Resources/"
done

# Without an identity it is signed for this computer alone; what was changed above needs it anyway.
codesign --force --deep --options runtime --entitlements "$here/entitlements.plist" \
    --sign "${SIGNING_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "AltraBits Desktop" -srcfolder "$folder" -format UDZO -ov "$image"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
