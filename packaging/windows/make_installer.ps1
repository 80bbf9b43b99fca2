# Makes the installer on Windows, with Python 3.11 or newer and NSIS:
#   powershell -File packaging\windows\make_installer.ps1
# SIGNING_THUMBPRINT names a certificate of the store to sign programs and installer with, and
# SIGNING_CLOCK the time server that its signatures are dated by.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

python dev.py package --only app dist
if ($LASTEXITCODE) { throw "The program could not be frozen." }
$version = python -c "import sys; sys.path.insert(0, 'packaging'); from pathlib import Path; from house.frozen import version_of; print(version_of(Path('.')))"
$program = (Get-ChildItem dist -Directory -Filter "altrabits-desktop-$version-windows-*" | Select-Object -First 1).FullName
if (-not $program) { throw "The frozen program is not in dist." }
$setup = Join-Path (Resolve-Path dist) "altrabits-desktop-$version-setup.exe"

function Sign([string[]] $files) {
    if (-not $env:SIGNING_THUMBPRINT) { return }
    signtool sign /sha1 $env:SIGNING_THUMBPRINT /fd sha256 /tr $env:SIGNING_CLOCK /td sha256 $files
    if ($LASTEXITCODE) { throw "Signing failed." }
}

Sign @("$program\altrabits.exe", "$program\altrabits-desktop.exe")
& "$program\altrabits.exe" --version
if ($LASTEXITCODE) { throw "The frozen program does not start." }
makensis /DVERSION=$version "/DPROGRAM=$program" "/DOUTFILE=$setup" packaging\windows\altrabits.nsi
if ($LASTEXITCODE) { throw "The installer could not be made." }
Sign @($setup)
