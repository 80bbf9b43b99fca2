; The installer for Windows, made by NSIS from the frozen program:
;   makensis /DVERSION=0.1.0 /DPROGRAM=folder /DOUTFILE=setup.exe packaging\windows\altrabits.nsi
; PROGRAM is the folder that `python dev.py package --only app` makes.

Unicode true
!include "MUI2.nsh"
!include "x64.nsh"

!ifndef VERSION
  !error "VERSION is not given."
!endif
!ifndef PROGRAM
  !error "PROGRAM is not given: the folder of the frozen program."
!endif
!ifndef OUTFILE
  !define OUTFILE "altrabits-desktop-${VERSION}-setup.exe"
!endif
!define NAME "AltraBits Desktop"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\AltraBitsDesktop"
!define RULE "AltraBits Desktop"

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$PROGRAMFILES64\AltraBits Desktop"
InstallDirRegKey HKLM "Software\AltraBits Desktop" "Folder"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "AltraBits"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString CLOSE_FIRST ${LANG_ENGLISH} "AltraBits Desktop is open, or a command of it is at work. End it, then try again."
LangString CLOSE_FIRST ${LANG_GERMAN} "AltraBits Desktop ist geöffnet, oder ein Befehl davon läuft. Beenden Sie es und versuchen Sie es noch einmal."
LangString NO_RULE ${LANG_ENGLISH} "The firewall was not changed. If no streamers are found, let AltraBits Desktop receive UDP port 30303."
LangString NO_RULE ${LANG_GERMAN} "Die Firewall wurde nicht geändert. Werden keine Streamer gefunden, lassen Sie AltraBits Desktop den UDP-Port 30303 empfangen."

; A program that runs cannot be replaced: looked at before anything is changed. The console is one
; as well, where it is a server or finds streamers.
!macro SeeThatItEnded un file
  Push ${file}
  Call ${un}SeeThatItEnded
!macroend
!macro SeeThatAllEnded un
Function ${un}SeeThatItEnded
  Pop $1
  IfFileExists "$1" 0 ended
again:
  ClearErrors
  FileOpen $0 "$1" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(CLOSE_FIRST)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 1
  Quit
free:
  FileClose $0
ended:
FunctionEnd
Function ${un}SeeThatAllEnded
  !insertmacro SeeThatItEnded "${un}" "$INSTDIR\altrabits-desktop.exe"
  !insertmacro SeeThatItEnded "${un}" "$INSTDIR\altrabits.exe"
FunctionEnd
!macroend
!insertmacro SeeThatAllEnded ""
!insertmacro SeeThatAllEnded "un."

Function .onInit
  SetRegView 64
FunctionEnd

Function un.onInit
  SetRegView 64
FunctionEnd

Section "Program"
  Call SeeThatAllEnded
  SetShellVarContext all
  ; What an earlier version brought and this one has not must not stay: Python would find it.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\AltraBits Desktop.lnk" "$INSTDIR\altrabits-desktop.exe"

  WriteRegStr HKLM "Software\AltraBits Desktop" "Folder" "$INSTDIR"
  WriteRegStr HKLM "${REMOVAL}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${REMOVAL}" "DisplayIcon" "$INSTDIR\altrabits-desktop.exe"
  WriteRegStr HKLM "${REMOVAL}" "Publisher" "AltraBits"
  WriteRegStr HKLM "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${REMOVAL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKLM "${REMOVAL}" "NoRepair" 1

  ; altrabits:// addresses; the whole address is one word, whatever is in it.
  WriteRegStr HKLM "Software\Classes\altrabits" "" "URL:AltraBits"
  WriteRegStr HKLM "Software\Classes\altrabits" "URL Protocol" ""
  WriteRegStr HKLM "Software\Classes\altrabits\DefaultIcon" "" "$INSTDIR\altrabits-desktop.exe,0"
  WriteRegStr HKLM "Software\Classes\altrabits\shell\open\command" "" '"$INSTDIR\altrabits-desktop.exe" -- "%1"'

  ; Streamers answer to UDP port 30303. Only this program, only that port, only the local network.
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="${RULE}"'
  Pop $0
  nsExec::ExecToLog 'netsh advfirewall firewall add rule name="${RULE}" dir=in action=allow protocol=UDP localport=30303 remoteip=localsubnet profile=private,domain program="$INSTDIR\altrabits-desktop.exe" enable=yes'
  Pop $0
  StrCmp $0 "0" done
  DetailPrint "$(NO_RULE)"
done:
SectionEnd

Section "Uninstall"
  Call un.SeeThatAllEnded
  SetShellVarContext all
  nsExec::ExecToLog 'netsh advfirewall firewall delete rule name="${RULE}"'
  Pop $0
  Delete "$SMPROGRAMS\AltraBits Desktop.lnk"
  DeleteRegKey HKLM "Software\Classes\altrabits"
  DeleteRegKey HKLM "${REMOVAL}"
  DeleteRegKey HKLM "Software\AltraBits Desktop"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\altrabits-desktop.exe"
  Delete "$INSTDIR\altrabits.exe"
  Delete "$INSTDIR\components.cdx.json"
  Delete "$INSTDIR\licences.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where nothing of the person's is in it. The profile is theirs and stays.
  RMDir "$INSTDIR"
SectionEnd
