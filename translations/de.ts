<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>account</name>
    <message>
        <source>Present password: </source>
        <translation>Jetziges Passwort: </translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Neues Passwort: </translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>This deletes the account with its streamers and support requests, and nothing brings them back. A streamer that is not released before (`altrabits streamers release ID`) waits for its button when it is added again. Password: </source>
        <translation>Das löscht das Konto mit seinen Streamern und Supportanfragen, und nichts bringt sie zurück. Ein Streamer, der vorher nicht freigegeben wird (`altrabits streamers release ID`), wartet auf seinen Knopf, wenn er wieder hinzugefügt wird. Passwort: </translation>
    </message>
    <message>
        <source>The same once more: </source>
        <translation>Noch einmal dasselbe: </translation>
    </message>
    <message>
        <source>No keyring on this computer keeps a sign-in: it will last until the window is closed.</source>
        <translation>Kein Schlüsselbund dieses Computers bewahrt die Anmeldung auf: Sie gilt nur, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>diese</translation>
    </message>
    <message>
        <source>Signed in as {email}.</source>
        <translation>Angemeldet als {email}.</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>The server has not heard of it, so its list still has this sign-in, which nobody can use any more; it can be ended there after the next one.</source>
        <translation>Der Server hat davon nicht erfahren, daher steht diese Anmeldung noch in seiner Liste; benutzen kann sie niemand mehr. Nach der nächsten Anmeldung lässt sie sich dort beenden.</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>To tell accounts apart, and for security notices.</source>
        <translation>Um Konten zu unterscheiden, und für Sicherheitshinweise.</translation>
    </message>
    <message>
        <source>Any characters; nobody can read it back. It is kept as a hash alone.</source>
        <translation>Beliebige Zeichen. Bewahrt wird allein ein Hash, den niemand zurücklesen kann.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Stay anonymous</source>
        <translation>Anonym bleiben</translation>
    </message>
    <message>
        <source>Two fields and nothing else; the rest is up to you.</source>
        <translation>Zwei Felder und sonst nichts; alles andere ist freiwillig.</translation>
    </message>
    <message>
        <source>Already have one?</source>
        <translation>Schon ein Konto?</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Wird gefragt</translation>
    </message>
    <message>
        <source>Read the policy</source>
        <translation>Erklärung lesen</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Ein Konto anlegen</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Das Konto löschen</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Once more, because nothing brings the account back.</source>
        <translation>Noch einmal, weil nichts das Konto zurückbringt.</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>Konto behalten</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Das eigene Konto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>Konto seit</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>Nummer des Kontos</translation>
    </message>
    <message>
        <source>How the password is kept</source>
        <translation>So wird das Passwort bewahrt</translation>
    </message>
    <message>
        <source>This sign-in</source>
        <translation>Diese Anmeldung</translation>
    </message>
    <message>
        <source>The server does not answer, so no account was made. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb wurde kein Konto angelegt. Es noch einmal versuchen, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The server does not answer, so nobody was signed in. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb wurde niemand angemeldet. Es noch einmal versuchen, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The server does not answer, so the sign-in goes on. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb besteht die Anmeldung weiter. Es noch einmal versuchen, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The server does not answer, so the password stays. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb bleibt das Passwort. Es noch einmal versuchen, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The server does not answer, so nothing was deleted. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb wurde nichts gelöscht. Es noch einmal versuchen, sobald er antwortet.</translation>
    </message>
    <message>
        <source>The server does not answer, and this is kept there.</source>
        <translation>Der Server antwortet nicht, und dies liegt dort.</translation>
    </message>
    <message>
        <source>Since when there is an account, its number and how the password is kept are told by the server when it can be asked again.</source>
        <translation>Seit wann es das Konto gibt, seine Nummer und wie das Passwort bewahrt wird, sagt der Server, sobald er wieder zu erreichen ist.</translation>
    </message>
    <message>
        <source>This field is still empty.</source>
        <translation>Dieses Feld ist noch leer.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Das Passwort zeigen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Das Passwort verbergen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signing out</source>
        <translation>Wird abgemeldet</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>Trotzdem abmelden</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>Ein anderes Passwort</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>All other sign-ins end with the change.</source>
        <translation>Mit der Änderung enden alle anderen Anmeldungen.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>What holds for an account</source>
        <translation>Was für ein Konto gilt</translation>
    </message>
    <message>
        <source>Right after</source>
        <translation>Gleich danach</translation>
    </message>
    <message>
        <source>Page Privacy shows your receipt.</source>
        <translation>Seite Datenschutz zeigt den Beleg.</translation>
    </message>
    <message>
        <source>End any sign-in from this page.</source>
        <translation>Jede Anmeldung von hier beenden.</translation>
    </message>
    <message>
        <source>Delete it all, at once and for good.</source>
        <translation>Alles löschen, sofort und endgültig.</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Von da an</translation>
    </message>
    <message>
        <source>Whenever you like</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>The sign-ins are being read.</source>
        <translation>Die Anmeldungen werden gelesen.</translation>
    </message>
    <message>
        <source>Each copy of the app that is signed in to this account.</source>
        <translation>Jede Kopie der App, die an diesem Konto angemeldet ist.</translation>
    </message>
    <message>
        <source>This one</source>
        <comment>the sign-in in use</comment>
        <translation>Diese hier</translation>
    </message>
    <message>
        <source>End</source>
        <comment>a sign-in</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ending</source>
        <comment>a sign-in</comment>
        <translation>Endet</translation>
    </message>
    <message>
        <source>The one that the account was made with.</source>
        <translation>Die, mit der das Konto angelegt wurde.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Wird angemeldet</translation>
    </message>
    <message>
        <source>With an account that there is already.</source>
        <translation>Mit einem Konto, das es schon gibt.</translation>
    </message>
    <message>
        <source>None yet?</source>
        <comment>no account</comment>
        <translation>Noch keines?</translation>
    </message>
    <message>
        <source>The password is changed. All other sign-ins have ended.</source>
        <translation>Das Passwort ist geändert. Alle anderen Anmeldungen sind beendet.</translation>
    </message>
    <message>
        <source>The account is deleted, with all it held.</source>
        <translation>Das Konto ist gelöscht, mit allem darin.</translation>
    </message>
    <message>
        <source>You are signed out. The app works without an account.</source>
        <translation>Die Anmeldung ist beendet. Die App geht auch ohne Konto.</translation>
    </message>
    <message>
        <source>With and without</source>
        <translation>Mit und ohne</translation>
    </message>
    <message>
        <source>Without an account</source>
        <translation>Ohne Konto</translation>
    </message>
    <message>
        <source>An account opens</source>
        <translation>Ein Konto öffnet</translation>
    </message>
    <message>
        <source>The keyring of this computer does not give the sign-in. Sign in again.</source>
        <translation>Der Schlüsselbund dieses Computers gibt die Anmeldung nicht heraus. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>Looking up who is signed in.</source>
        <translation>Es wird nachgesehen, wer angemeldet ist.</translation>
    </message>
    <message>
        <source>Your sign-in has ended, as by a new password or after a long time. Sign in again.</source>
        <translation>Die Anmeldung ist zu Ende, etwa durch ein neues Passwort oder nach langer Zeit. Erneut anmelden.</translation>
    </message>
    <message>
        <source>Nobody is signed in. The app works without an account.</source>
        <translation>Niemand ist angemeldet. Die App geht auch ohne Konto.</translation>
    </message>
    <message>
        <source>Signed in as {email}</source>
        <translation>Angemeldet als {email}</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>What is done here needs it; all else goes on.</source>
        <translation>Nur hier wird er gebraucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes are not sent yet.</source>
        <comment>of this account</comment>
        <translation>
            <numerusform>%n Änderung nicht gesendet.</numerusform>
            <numerusform>%n Änderungen nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>You are signed out on this computer. The server has not heard of it, so its list still has this sign-in, which nobody can use any more; it can be ended there after the next one.</source>
        <translation>Auf diesem Computer abgemeldet. Der Server hat davon nicht erfahren, daher steht diese Anmeldung noch in seiner Liste; benutzen kann sie niemand mehr. Nach der nächsten Anmeldung lässt sie sich dort beenden.</translation>
    </message>
    <message>
        <source>A decision about the privacy policy is due.</source>
        <translation>Zur Datenschutzerklärung fehlt die Antwort.</translation>
    </message>
    <message>
        <source>What needs a yes waits for it.</source>
        <translation>Was ein Ja braucht, wartet.</translation>
    </message>
    <message>
        <source>The privacy policy is declined.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt.</translation>
    </message>
    <message>
        <source>What needs a yes is closed.</source>
        <translation>Was ein Ja braucht, ruht.</translation>
    </message>
    <message>
        <source>The privacy policy is being read; an account needs a yes.</source>
        <translation>Die Datenschutzerklärung wird gelesen; ein Konto braucht die Zustimmung.</translation>
    </message>
    <message>
        <source>An account needs a yes to the privacy policy, which is not known just now.</source>
        <translation>Ein Konto braucht die Zustimmung zur Datenschutzerklärung, die gerade nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Privacy policy {version} is accepted.</source>
        <translation>Der Datenschutzerklärung {version} ist zugestimmt.</translation>
    </message>
    <message>
        <source>Privacy policy {version} is declined on this computer; an account needs a yes.</source>
        <translation>Die Datenschutzerklärung {version} ist auf diesem Computer abgelehnt; ein Konto braucht die Zustimmung.</translation>
    </message>
    <message>
        <source>An account needs a yes to privacy policy {version}, read and given before.</source>
        <translation>Vor dem Konto kommt die Zustimmung zur Datenschutzerklärung {version}.</translation>
    </message>
    <message>
        <source>Long enough</source>
        <translation>Lang genug</translation>
    </message>
    <message>
        <source>{count} of {least} characters</source>
        <comment>of a password</comment>
        <translation>{count} von {least} Zeichen</translation>
    </message>
    <message>
        <source>How the password is kept, since {date}</source>
        <translation>So wird das Passwort bewahrt, seit {date}</translation>
    </message>
    <message>
        <source>The sign-in rests in the keyring of this computer.</source>
        <translation>Die Anmeldung liegt im Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>A forgotten password cannot be reset yet. If it is lost, a new account can be made with another e-mail address; the old one stays as it is.</source>
        <translation>Ein vergessenes Passwort lässt sich noch nicht zurücksetzen. Ist es verloren, geht ein neues Konto mit einer anderen E-Mail-Adresse; das alte bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Since {date}, {time}</source>
        <comment>a sign-in</comment>
        <translation>Seit {date}, {time}</translation>
    </message>
    <message>
        <source>Used {ago}</source>
        <comment>a sign-in</comment>
        <translation>Benutzt {ago}</translation>
    </message>
    <message>
        <source>A streamer itself learns nothing of it: remove your streamers before, or each waits for its button when it is added again.</source>
        <translation>Die Streamer selbst erfahren nichts davon: Einer, der vorher nicht entfernt wird, wartet auf seinen Knopf, wenn er wieder hinzugefügt wird.</translation>
    </message>
    <message>
        <source>No keyring keeps this sign-in: it ends when the window is closed.</source>
        <translation>Kein Schlüsselbund bewahrt diese Anmeldung auf: Sie endet, wenn das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Signing out now loses what waits.</source>
        <translation>Abmelden verwirft das.</translation>
    </message>
    <message>
        <source>Unknown system</source>
        <translation>Unbekanntes System</translation>
    </message>
    <message>
        <source>version {version}</source>
        <comment>of the app</comment>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>The account, its sign-ins, its streamers and its support requests are deleted at once, here and at the server. Nothing brings them back. Your decisions about the policy stay at the server under a number that names nobody.</source>
        <translation>Das Konto, seine Anmeldungen, seine Streamer und seine Supportanfragen werden sofort gelöscht, hier und auf dem Server. Nichts bringt sie zurück. Die Entscheidungen über die Erklärung bleiben auf dem Server unter einer Nummer, die niemanden nennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <comment>of a hash</comment>
        <translation>
            <numerusform>%n Durchgang</numerusform>
            <numerusform>%n Durchgänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <comment>of a hash, computed side by side</comment>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>A hash; nobody can read it back</source>
        <translation>Ein Hash, den niemand zurücklesen kann</translation>
    </message>
    <message>
        <source>As strong as the hash of any new password: {method}.</source>
        <translation>So stark wie der Hash jedes neuen Passworts: {method}.</translation>
    </message>
    <message>
        <source>New passwords are kept more strongly; sign in to renew it. So far it is {method}.</source>
        <translation>Neue Passwörter werden stärker bewahrt; eine Anmeldung erneuert es. Bisher ist es {method}.</translation>
    </message>
    <message>
        <source>The sign-in ended with the program: no keyring on this computer kept it. Sign in again.</source>
        <translation>Die Anmeldung endete mit dem Programm: Kein Schlüsselbund dieses Computers hat sie aufbewahrt. Bitte neu anmelden.</translation>
    </message>
    <message>
        <source>No keyring keeps this sign-in: it lasts until the window is closed.</source>
        <translation>Kein Schlüsselbund bewahrt diese Anmeldung auf: Sie gilt, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>adding</name>
    <message>
        <source>Code that {name} shows: </source>
        <translation>Code, den {name} zeigt: </translation>
    </message>
    <message>
        <source>Press the button on {name}.</source>
        <translation>Die Taste an {name} drücken.</translation>
    </message>
    <message>
        <source>Without a code nothing proves that it is this very streamer that answers: add it only in a network that is trusted.</source>
        <translation>Ohne Code beweist nichts, dass genau dieser Streamer antwortet: nur in einem vertrauten Netz hinzufügen.</translation>
    </message>
    <message>
        <source>No keyring keeps what makes it obey: it obeys only as long as the window of AltraBits Desktop stays open, and is to be released and added again after that.</source>
        <translation>Kein Schlüsselbund bewahrt auf, womit er gehorcht: Er gehorcht nur, solange das Fenster von AltraBits Desktop offen bleibt, und ist danach freizugeben und neu hinzuzufügen.</translation>
    </message>
    <message>
        <source>Code that the owner of {name} was given: </source>
        <translation>Code, den der bisherige Besitzer von {name} bekommen hat: </translation>
    </message>
    <message>
        <source>No keyring on this computer keeps what makes it obey: it will obey only as long as the window of AltraBits Desktop stays open.</source>
        <translation>Kein Schlüsselbund dieses Computers bewahrt auf, womit er gehorcht: Er gehorcht nur, solange das Fenster von AltraBits Desktop offen bleibt.</translation>
    </message>
</context>
<context>
    <name>address</name>
    <message>
        <source>Address or host name</source>
        <translation>Adresse oder Hostname</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>Prüft</translation>
    </message>
    <message>
        <source>{name} ({product}) answers at {address}.</source>
        <translation>{name} ({product}) antwortet unter {address}.</translation>
    </message>
    <message>
        <source>{name} answers at {address}.</source>
        <translation>{name} antwortet unter {address}.</translation>
    </message>
    <message>
        <source>A streamer answers at {address}.</source>
        <translation>Ein Streamer antwortet unter {address}.</translation>
    </message>
    <message>
        <source>Ask every address</source>
        <translation>Jede Adresse fragen</translation>
    </message>
    <message>
        <source>For networks that lose what is sent to all: asks each address beside that of this computer, up to 254 on each network card, and no other.</source>
        <translation>Für Netze, die verlieren, was an alle geht: fragt jede Adresse neben der dieses Computers, bis zu 254 je Netzwerkkarte, und keine andere.</translation>
    </message>
    <message>
        <source>No typed address is remembered in this network.</source>
        <translation>In diesem Netz ist keine eingegebene Adresse gemerkt.</translation>
    </message>
    <message>
        <source>Nobody is signed in, so the address is not remembered.</source>
        <translation>Niemand ist angemeldet, also wird die Adresse nicht gemerkt.</translation>
    </message>
</context>
<context>
    <name>banner</name>
    <message>
        <source>Streamers marked “Demo” exist on this computer alone.</source>
        <translation>Als „Demo“ gekennzeichnete Streamer gibt es nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Nothing of them leaves it.</source>
        <translation>Nichts von ihnen verlässt ihn.</translation>
    </message>
    <message>
        <source>Stop the demo</source>
        <translation>Demo beenden</translation>
    </message>
    <message>
        <source>See what it means</source>
        <translation>Bedeutung ansehen</translation>
    </message>
    <message>
        <source>You declined the privacy policy.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt.</translation>
    </message>
    <message>
        <source>What needs an account is closed; finding, reading and the demo go on. You can change your mind at any time.</source>
        <translation>Was ein Konto braucht, ist geschlossen; Suchen, Lesen und die Demo gehen weiter. Jederzeit änderbar.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open the streamer’s own page?</source>
        <translation>Die eigene Seite des Streamers öffnen?</translation>
    </message>
    <message>
        <source>the theme</source>
        <comment>a setting</comment>
        <translation>die Farben</translation>
    </message>
    <message>
        <source>the language</source>
        <comment>a setting</comment>
        <translation>die Sprache</translation>
    </message>
    <message>
        <source>the network cards</source>
        <comment>a setting</comment>
        <translation>die Netzwerkkarten</translation>
    </message>
    <message>
        <source>the view of the streamers</source>
        <comment>a setting</comment>
        <translation>die Ansicht der Streamer</translation>
    </message>
    <message>
        <source>the order of the streamers</source>
        <comment>a setting</comment>
        <translation>die Ordnung der Streamer</translation>
    </message>
    <message>
        <source>the size of the window</source>
        <comment>a setting</comment>
        <translation>die Größe des Fensters</translation>
    </message>
    <message>
        <source>the home that was joined</source>
        <comment>a setting</comment>
        <translation>das Zuhause, dem beigetreten wurde</translation>
    </message>
    <message>
        <source>the guard of the volume</source>
        <comment>a setting</comment>
        <translation>die Grenze für Lautstärkesprünge</translation>
    </message>
    <message>
        <source>The server does not answer. Try again later.</source>
        <translation>Der Server antwortet nicht. Später erneut versuchen.</translation>
    </message>
    <message>
        <source>The settings file could not be read.</source>
        <translation>Die Einstellungsdatei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>It was set aside as {file}, and the defaults hold.</source>
        <translation>Sie liegt jetzt als {file} daneben; es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>Some settings could not be used.</source>
        <translation>Einige Einstellungen sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>The defaults hold for {settings}.</source>
        <comment>names of settings</comment>
        <translation>Für {settings} gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>What you wrote to support is not sent.</source>
        <translation>Was an den Support geschrieben wurde, ist nicht gesendet.</translation>
    </message>
    <message>
        <source>It is lost when the window closes.</source>
        <translation>Wenn das Fenster schließt, geht es verloren.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>“{group}” is back without {names}: not there now.</source>
        <translation>„{group}“ ist zurück ohne {names}: jetzt nicht da.</translation>
    </message>
    <message>
        <source>{names} did not obey.</source>
        <translation>{names} hat nicht gehorcht.</translation>
    </message>
    <message>
        <source>Not louder by so much at once: {levels}. Bring it back again to go on.</source>
        <translation>Nicht auf einmal so viel lauter: {levels}. Noch einmal zurückholen, um weiterzugehen.</translation>
    </message>
    <message>
        <source>{name} {volume} of {saved}</source>
        <comment>volumes</comment>
        <translation>{name} {volume} von {saved}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>Ethernet</translation>
    </message>
    <message>
        <source>this computer</source>
        <comment>inside a sentence</comment>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>{kind} {address}</source>
        <translation>{kind} {address}</translation>
    </message>
    <message>
        <source>{card} ({name})</source>
        <comment>network card</comment>
        <translation>{card} ({name})</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Looked on</source>
        <translation>Wird durchsucht</translation>
    </message>
    <message>
        <source>not here now</source>
        <translation>jetzt nicht da</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>All cards are looked on, also ones that come later.</source>
        <translation>Gesucht wird auf allen Karten, auch auf solchen, die später dazukommen.</translation>
    </message>
    <message>
        <source>Only the chosen cards are looked on.</source>
        <translation>Gesucht wird nur auf den gewählten Karten.</translation>
    </message>
    <message>
        <source>This is the choice that is kept. What is started with --interface or ALTRABITS_INTERFACE, as this command is, looks on {cards} alone.</source>
        <translation>Das ist die gemerkte Auswahl. Was wie dieser Befehl mit --interface oder ALTRABITS_INTERFACE gestartet wird, sucht nur auf {cards}.</translation>
    </message>
</context>
<context>
    <name>care</name>
    <message>
        <source>Looking after it</source>
        <translation>Pflege</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copies of the settings</source>
        <translation>Kopien der Einstellungen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Factory reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Name of the streamer</source>
        <translation>Name des Streamers</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>The music stops, and the streamer does not answer for about a minute. Its settings stay.</source>
        <translation>Die Musik hört auf, und der Streamer antwortet etwa eine Minute lang nicht. Seine Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Everything that was set is lost: presets, names, equaliser, its place in the Wi-Fi. It obeys this account no longer and has to be added again. Nothing brings that back; a copy of the settings can be put back later. Type its name, {name}, to go on.</source>
        <translation>Alles Eingestellte geht verloren: Festwahl, Namen, Klangregler, sein Platz im WLAN. Er gehorcht diesem Konto nicht mehr und muss neu hinzugefügt werden. Nichts bringt das zurück; eine Kopie der Einstellungen lässt sich später zurückspielen. Um fortzufahren, seinen Namen eintippen: {name}.</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>{free} of {total} MB free</source>
        <translation>{free} von {total} MB frei</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>{number} °C</source>
        <translation>{number} °C</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>{days} d {hours} h</source>
        <translation>{days} d {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Show streamers as: {view}</source>
        <translation>Streamer zeigen als: {view}</translation>
    </message>
    <message>
        <source>Order streamers by: {order}</source>
        <translation>Streamer ordnen nach: {order}</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Search streamers</source>
        <translation>Streamer suchen</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Die Demo starten</translation>
    </message>
    <message>
        <source>Stop the demo</source>
        <translation>Die Demo beenden</translation>
    </message>
    <message>
        <source>Write a support request</source>
        <translation>Eine Supportanfrage schreiben</translation>
    </message>
    <message>
        <source>Decide about the privacy policy</source>
        <translation>Über die Datenschutzerklärung entscheiden</translation>
    </message>
    <message>
        <source>Start the kiosk</source>
        <translation>Kiosk starten</translation>
    </message>
    <message>
        <source>Visitors have the window until staff come</source>
        <translation>Besucher haben das Fenster, bis Personal kommt</translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation>Helle Farben nehmen</translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation>Dunkle Farben nehmen</translation>
    </message>
    <message>
        <source>Use the theme of the system</source>
        <translation>Die Farben des Systems nehmen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>Find a command or a streamer</source>
        <translation>Einen Befehl oder Streamer finden</translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Requests, answers, contact</source>
        <translation>Anfragen, Antworten, Kontakt</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Decisions, receipts, versions of the policy</source>
        <translation>Entscheidungen, Belege, Versionen der Erklärung</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>The whole text</source>
        <translation>Der ganze Text</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sign in, sign out, password, sign-ins, deletion</source>
        <translation>Anmelden, abmelden, Passwort, Anmeldungen, Löschen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme, language, network cards, joining a home, kiosk</source>
        <translation>Farben, Sprache, Netzwerkkarten, einem Zuhause beitreten, Kiosk</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Die Tasten zeigen</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Set volume of {name}</source>
        <translation>Lautstärke von {name} einstellen</translation>
    </message>
    <message>
        <source>{volume} now</source>
        <translation>jetzt {volume}</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>{name} stumm schalten</translation>
    </message>
    <message>
        <source>Unmute {name}</source>
        <translation>Ton von {name} einschalten</translation>
    </message>
    <message>
        <source>Next track on {name}</source>
        <translation>Nächster Titel auf {name}</translation>
    </message>
    <message>
        <source>Previous track on {name}</source>
        <translation>Voriger Titel auf {name}</translation>
    </message>
    <message>
        <source>Stop {name}</source>
        <translation>{name} beenden</translation>
    </message>
    <message>
        <source>Play on {name}</source>
        <translation>Auf {name} wiedergeben</translation>
    </message>
    <message>
        <source>Pause {name}</source>
        <translation>{name} anhalten</translation>
    </message>
    <message>
        <source>Play input “{input}” on {name}</source>
        <translation>Eingang „{input}“ auf {name} wiedergeben</translation>
    </message>
    <message>
        <source>Add {name} to your streamers</source>
        <translation>{name} zu den eigenen Streamern hinzufügen</translation>
    </message>
    <message>
        <source>Check {name} now</source>
        <translation>{name} jetzt prüfen</translation>
    </message>
    <message>
        <source>Open the page of {name}</source>
        <translation>Die Seite von {name} öffnen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was getan werden kann</translation>
    </message>
    <message>
        <source>Nothing here is called “{text}”.</source>
        <translation>Nichts hier heißt „{text}“.</translation>
    </message>
    <message>
        <source>Command or streamer</source>
        <translation>Befehl oder Streamer</translation>
    </message>
    <message>
        <source>choose</source>
        <comment>key of the list</comment>
        <translation>wählen</translation>
    </message>
    <message>
        <source>do it</source>
        <comment>key of the list</comment>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>all shortcuts</source>
        <comment>key of the list</comment>
        <translation>alle Tastenkürzel</translation>
    </message>
    <message>
        <source>Streamers</source>
        <comment>heading</comment>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>Do</source>
        <comment>heading</comment>
        <translation>Tun</translation>
    </message>
    <message>
        <source>Go to</source>
        <comment>heading</comment>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>{words}; keys: {keys}</source>
        <comment>read aloud</comment>
        <translation>{words}; Tasten: {keys}</translation>
    </message>
    <message>
        <source>Play preset “{preset}” on {name}</source>
        <translation>Festwahl „{preset}“ auf {name} spielen</translation>
    </message>
    <message>
        <source>Turn the equaliser of {name} on</source>
        <translation>Klangregler von {name} einschalten</translation>
    </message>
    <message>
        <source>Turn the equaliser of {name} off</source>
        <translation>Klangregler von {name} ausschalten</translation>
    </message>
    <message>
        <source>Stop the sleep timer of {name}</source>
        <translation>Einschlafzeit von {name} anhalten</translation>
    </message>
    <message>
        <source>Let {name} sleep in 30 min</source>
        <translation>{name} in 30 min einschlafen lassen</translation>
    </message>
    <message>
        <source>Send {name} to standby</source>
        <translation>{name} in Bereitschaft schicken</translation>
    </message>
    <message>
        <source>Wake {name} up</source>
        <translation>{name} aufwecken</translation>
    </message>
    <message>
        <source>Lock the buttons of {name}</source>
        <translation>Tasten von {name} sperren</translation>
    </message>
    <message>
        <source>Unlock the buttons of {name}</source>
        <translation>Tasten von {name} entsperren</translation>
    </message>
    <message>
        <source>Read the log of {name}</source>
        <translation>Protokoll von {name} lesen</translation>
    </message>
    <message>
        <source>Copy or put back the settings of {name}</source>
        <translation>Einstellungen von {name} kopieren oder zurückspielen</translation>
    </message>
    <message>
        <source>Restart {name}</source>
        <translation>{name} neu starten</translation>
    </message>
    <message>
        <source>Reset {name} to how it was new</source>
        <translation>{name} auf den Auslieferungszustand zurücksetzen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Everything that plays and obeys you</source>
        <translation>Alles, was spielt und Ihnen gehorcht</translation>
    </message>
    <message>
        <source>Play together: {group}</source>
        <translation>Zusammen spielen: {group}</translation>
    </message>
</context>
<context>
    <name>control</name>
    <message>
        <source>volume {volume}</source>
        <translation>Lautstärke {volume}</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>The streamer does not say how loud it is.</source>
        <translation>Der Streamer sagt nicht, wie laut er ist.</translation>
    </message>
    <message>
        <source>The streamer names no inputs.</source>
        <translation>Der Streamer nennt keine Eingänge.</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>spielt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>lädt</translation>
    </message>
    <message>
        <source>not muted</source>
        <translation>nicht stumm</translation>
    </message>
    <message>
        <source>Nothing is heard of it now, so it is not known how it is.</source>
        <translation>Von ihm ist jetzt nichts zu hören, daher ist nicht bekannt, wie es um ihn steht.</translation>
    </message>
    <message>
        <source>Answers: half within {half} ms, 95 of 100 within {most} ms</source>
        <translation>Antworten: die Hälfte in {half} ms, 95 von 100 in {most} ms</translation>
    </message>
    <message>
        <source>{volume} is its maximum.</source>
        <translation>{volume} ist sein Höchstwert.</translation>
    </message>
    <message>
        <source>The streamer does not say that.</source>
        <translation>Das sagt der Streamer nicht.</translation>
    </message>
    <message>
        <source>No preset is saved yet.</source>
        <translation>Noch ist kein Favorit gespeichert.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>in the middle</source>
        <translation>in der Mitte</translation>
    </message>
    <message>
        <source>{number} to the left</source>
        <translation>{number} nach links</translation>
    </message>
    <message>
        <source>{number} to the right</source>
        <translation>{number} nach rechts</translation>
    </message>
    <message>
        <source>No sleep timer runs.</source>
        <translation>Es läuft keine Schlafuhr.</translation>
    </message>
    <message numerus="yes">
        <source>It sleeps in %n min.</source>
        <translation>
            <numerusform>Er schläft in %n min.</numerusform>
            <numerusform>Er schläft in %n min.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is asleep.</source>
        <translation>Er schläft.</translation>
    </message>
    <message>
        <source>It is up.</source>
        <translation>Er ist wach.</translation>
    </message>
    <message>
        <source>It never sleeps by itself.</source>
        <translation>Von selbst schläft er nie.</translation>
    </message>
    <message numerus="yes">
        <source>It sleeps by itself %n min after the music ended.</source>
        <translation>
            <numerusform>%n min nach dem Ende der Musik schläft er von selbst.</numerusform>
            <numerusform>%n min nach dem Ende der Musik schläft er von selbst.</numerusform>
        </translation>
    </message>
    <message>
        <source>dim</source>
        <translation>gedimmt</translation>
    </message>
    <message>
        <source>Its buttons are locked.</source>
        <translation>Seine Tasten sind gesperrt.</translation>
    </message>
    <message>
        <source>Its buttons work.</source>
        <translation>Seine Tasten gehen.</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>signal {percent} %</source>
        <translation>Signal {percent} %</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Has been running for {time} h.</source>
        <translation>Läuft seit {time} h.</translation>
    </message>
    <message numerus="yes">
        <source>Started anew %n time(s).</source>
        <translation>
            <numerusform>%n-mal neu gestartet.</numerusform>
            <numerusform>%n-mal neu gestartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Firmware {version}.</source>
        <translation>Firmware {version}.</translation>
    </message>
    <message>
        <source>{number} MB free.</source>
        <translation>{number} MB frei.</translation>
    </message>
    <message>
        <source>{number} °C inside.</source>
        <translation>{number} °C im Inneren.</translation>
    </message>
    <message>
        <source>The streamer has written nothing down.</source>
        <translation>Der Streamer hat nichts aufgeschrieben.</translation>
    </message>
    <message>
        <source>The streamer starts anew. It is back within a minute.</source>
        <translation>Der Streamer startet neu. Er ist binnen einer Minute zurück.</translation>
    </message>
    <message>
        <source>The streamer is as it came from the factory, and no longer in your account. Add it again to control it.</source>
        <translation>Der Streamer ist, wie er aus der Fabrik kam, und nicht mehr im Konto. Zum Steuern erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The settings are saved in {file}.</source>
        <translation>Die Einstellungen sind in {file} gespeichert.</translation>
    </message>
    <message>
        <source>The settings are the same as in the file.</source>
        <translation>Die Einstellungen sind dieselben wie in der Datei.</translation>
    </message>
    <message>
        <source>Since {time} these settings have changed:</source>
        <translation>Seit {time} haben sich diese Einstellungen geändert:</translation>
    </message>
    <message>
        <source>The settings are in place.</source>
        <translation>Die Einstellungen sind übernommen.</translation>
    </message>
    <message>
        <source>This streamer does not have: {names}.</source>
        <translation>Dieser Streamer hat nicht: {names}.</translation>
    </message>
    <message>
        <source>It calls itself {name} now, as in the file, and is {known_as} in your account: `altrabits streamers name {id} NAME` gives it one name in both.</source>
        <translation>Er nennt sich jetzt {name}, wie in der Datei, und heißt in Ihrem Konto {known_as}: `altrabits streamers name {id} NAME` gibt ihm einen Namen für beide.</translation>
    </message>
    <message>
        <source>Nothing plays together.</source>
        <translation>Es spielt nichts zusammen.</translation>
    </message>
    <message>
        <source>Nothing plays that could be told to pause.</source>
        <translation>Es spielt nichts, was pausieren könnte.</translation>
    </message>
    <message>
        <source>No group is saved.</source>
        <translation>Keine Gruppe ist gespeichert.</translation>
    </message>
    <message>
        <source>Saved: {group}</source>
        <translation>Gespeichert: {group}</translation>
    </message>
    <message>
        <source>Saved in place of the former one: {group}</source>
        <translation>Anstelle der bisherigen gespeichert: {group}</translation>
    </message>
    <message>
        <source>Deleted: {group}</source>
        <translation>Gelöscht: {group}</translation>
    </message>
    <message>
        <source>Not there: {names}.</source>
        <translation>Nicht da: {names}.</translation>
    </message>
    <message>
        <source>Did not obey: {names}.</source>
        <translation>Hat nicht gehorcht: {names}.</translation>
    </message>
</context>
<context>
    <name>discover</name>
    <message>
        <source>Looking on {cards}.</source>
        <translation>Suche läuft: {cards}.</translation>
    </message>
    <message>
        <source>No streamer answered. Asked on {cards} by {ways}.</source>
        <translation>Kein Streamer hat geantwortet. Gefragt wurde auf {cards} über {ways}.</translation>
    </message>
    <message>
        <source>See that a streamer is switched on and in the same network as this computer; a guest network or a firewall keeps them apart. altrabits-desktop --demo shows demo streamers that need no network.</source>
        <translation>Ein Streamer muss eingeschaltet und im selben Netzwerk sein wie dieser Computer; ein Gastnetzwerk oder eine Firewall trennt sie. altrabits-desktop --demo zeigt Demo-Streamer, die kein Netzwerk brauchen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Heard by</source>
        <translation>Gehört über</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%n streamer(s)</source>
        <comment>below the table</comment>
        <translation>
            <numerusform>%n Streamer</numerusform>
            <numerusform>%n Streamer</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer listed</source>
        <translation>nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>no longer answers</source>
        <translation>keine Antwort mehr</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>a network card</source>
        <translation>eine Netzwerkkarte</translation>
    </message>
    <message>
        <source>The list fills by itself as soon as one answers.</source>
        <translation>Die Liste füllt sich von selbst, sobald einer antwortet.</translation>
    </message>
    <message>
        <source>The list fills by itself as soon as the network changes.</source>
        <translation>Die Liste füllt sich von selbst, sobald sich das Netzwerk ändert.</translation>
    </message>
    <message>
        <source>Have the router and the neighbours asked whether they are there</source>
        <translation>Den Router und die Nachbarn fragen lassen, ob sie da sind</translation>
    </message>
    <message>
        <source>That tells a guest network, and a streamer that answers no search.</source>
        <translation>Das zeigt ein Gastnetz, und einen Streamer, der auf keine Suche antwortet.</translation>
    </message>
    <message>
        <source>Then find again.</source>
        <translation>Danach neu suchen.</translation>
    </message>
    <message>
        <source>Allow AltraBits Desktop in the firewall</source>
        <translation>AltraBits Desktop in der Firewall erlauben</translation>
    </message>
    <message>
        <source>This computer is in no network</source>
        <translation>Dieser Computer ist in keinem Netzwerk</translation>
    </message>
    <message>
        <source>No network card is connected, so nobody can be asked.</source>
        <translation>Keine Netzwerkkarte ist verbunden, darum ist niemand zu fragen.</translation>
    </message>
    <message>
        <source>Connect this computer to the network of the streamers</source>
        <translation>Diesen Computer mit dem Netzwerk der Streamer verbinden</translation>
    </message>
    <message>
        <source>No chosen network card is connected</source>
        <translation>Keine gewählte Netzwerkkarte ist verbunden</translation>
    </message>
    <message>
        <source>This computer is in a network, but only by cards that were not chosen.</source>
        <translation>Dieser Computer ist in einem Netzwerk, aber nur über Karten, die nicht gewählt sind.</translation>
    </message>
    <message>
        <source>Choose other network cards in Settings, or connect a chosen one</source>
        <translation>In den Einstellungen andere Netzwerkkarten wählen oder eine gewählte verbinden</translation>
    </message>
    <message>
        <source>The network cable is out</source>
        <translation>Das Netzwerkkabel steckt nicht</translation>
    </message>
    <message>
        <source>Nothing is at the other end of {card}: a cable, or a socket, is off.</source>
        <translation>Am anderen Ende von {card} ist nichts: Ein Kabel oder eine Buchse ist ab.</translation>
    </message>
    <message>
        <source>Plug the network cable in at both ends</source>
        <translation>Das Netzwerkkabel an beiden Enden einstecken</translation>
    </message>
    <message>
        <source>The Wi-Fi is not connected</source>
        <translation>Das WLAN ist nicht verbunden</translation>
    </message>
    <message>
        <source>{card} is on, but has joined no network.</source>
        <translation>{card} ist an, aber in keinem Netzwerk.</translation>
    </message>
    <message>
        <source>Connect this computer to the Wi-Fi of the streamers</source>
        <translation>Diesen Computer mit dem WLAN der Streamer verbinden</translation>
    </message>
    <message>
        <source>The network gave this computer no address</source>
        <translation>Das Netzwerk gab diesem Computer keine Adresse</translation>
    </message>
    <message>
        <source>{card} is connected, but no router answered when it asked for an address.</source>
        <translation>{card} ist verbunden, aber kein Router hat auf die Frage nach einer Adresse geantwortet.</translation>
    </message>
    <message>
        <source>Switch the router off and on, and wait a minute</source>
        <translation>Den Router aus- und einschalten und eine Minute warten</translation>
    </message>
    <message>
        <source>The VPN takes this network too</source>
        <translation>Das VPN nimmt auch dieses Netzwerk</translation>
    </message>
    <message>
        <source>What is meant for the streamers goes into {vpn} instead of out of {card}.</source>
        <translation>Was für die Streamer ist, geht in {vpn} statt durch {card}.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or let it leave the local network alone</source>
        <translation>Das VPN ausschalten oder das lokale Netzwerk davon ausnehmen</translation>
    </message>
    <message>
        <source>The VPN may be in the way</source>
        <translation>Vielleicht ist das VPN im Weg</translation>
    </message>
    <message>
        <source>Everything leaves this computer by {vpn}, and nobody near it answers.</source>
        <translation>Alles verlässt diesen Computer durch {vpn}, und in der Nähe antwortet niemand.</translation>
    </message>
    <message>
        <source>Switch the VPN off for a moment</source>
        <translation>Das VPN kurz ausschalten</translation>
    </message>
    <message>
        <source>This is probably a guest network</source>
        <translation>Das ist wahrscheinlich ein Gastnetz</translation>
    </message>
    <message numerus="yes">
        <source>The router answers, but no neighbour does, and %n was here before. Guest networks keep devices apart, so nothing here can hear a streamer.</source>
        <comment>neighbours</comment>
        <translation>
            <numerusform>Der Router antwortet, aber %n Nachbar von vorhin nicht mehr. Gastnetze halten Geräte auseinander, darum ist hier kein Streamer zu hören.</numerusform>
            <numerusform>Der Router antwortet, aber keiner von %n Nachbarn. Gastnetze halten Geräte auseinander, darum ist hier kein Streamer zu hören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect this computer to the main network</source>
        <translation>Diesen Computer mit dem Hauptnetz verbinden</translation>
    </message>
    <message>
        <source>The router does not answer</source>
        <translation>Der Router antwortet nicht</translation>
    </message>
    <message>
        <source>Nobody answers at {address}, and nobody else in this network does.</source>
        <translation>Unter {address} antwortet niemand und sonst niemand in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>See that the router is on and this computer connected to it</source>
        <translation>Nachsehen, ob der Router an und dieser Computer mit ihm verbunden ist</translation>
    </message>
    <message>
        <source>This network has no router</source>
        <translation>Dieses Netzwerk hat keinen Router</translation>
    </message>
    <message>
        <source>No way leads out of this network, and nobody in it answers this computer.</source>
        <translation>Kein Weg führt aus diesem Netzwerk, und niemand darin antwortet diesem Computer.</translation>
    </message>
    <message>
        <source>Connect this computer to the router that the streamers are at</source>
        <translation>Diesen Computer mit dem Router der Streamer verbinden</translation>
    </message>
    <message>
        <source>A network is not looked on</source>
        <translation>In einem Netzwerk wird nicht gesucht</translation>
    </message>
    <message>
        <source>This computer is in another network too, by {card}, left out so far.</source>
        <translation>Dieser Computer ist über {card} in noch einem Netzwerk, das bisher ausgelassen ist.</translation>
    </message>
    <message>
        <source>Choose that network card too, in Settings</source>
        <translation>In den Einstellungen auch diese Netzwerkkarte wählen</translation>
    </message>
    <message>
        <source>A streamer has an address of another network</source>
        <translation>Ein Streamer hat die Adresse eines anderen Netzwerks</translation>
    </message>
    <message>
        <source>{product} is on this cable, at {address}, which this computer cannot reach from here.</source>
        <translation>{product} ist an diesem Kabel, unter {address}, und von hier nicht erreichbar.</translation>
    </message>
    <message>
        <source>Switch that streamer off and on, so that it asks for a new address</source>
        <translation>Den Streamer aus- und einschalten, damit er eine neue Adresse holt</translation>
    </message>
    <message>
        <source>No question leaves this computer</source>
        <translation>Keine Anfrage verlässt diesen Computer</translation>
    </message>
    <message>
        <source>The system refused to send any. Firewalls and VPNs do that, often without a word.</source>
        <translation>Das System hat das Senden verweigert. Firewalls und VPNs tun das, oft ohne ein Wort.</translation>
    </message>
    <message>
        <source>It asks inside this network only, and nothing beyond it.</source>
        <translation>Es fragt nur in diesem Netzwerk und nirgends sonst.</translation>
    </message>
    <message>
        <source>macOS keeps this app from the network</source>
        <translation>macOS hält diese App vom Netzwerk fern</translation>
    </message>
    <message>
        <source>Apps may speak with devices nearby only once you have allowed it.</source>
        <translation>Apps dürfen erst mit Geräten in der Nähe sprechen, wenn das erlaubt ist.</translation>
    </message>
    <message>
        <source>Allow AltraBits Desktop under Privacy &amp; Security, Local Network, in System Settings</source>
        <translation>In den Systemeinstellungen unter Datenschutz &amp; Sicherheit, Lokales Netzwerk AltraBits Desktop erlauben</translation>
    </message>
    <message>
        <source>Port 30303 is taken</source>
        <translation>Port 30303 ist belegt</translation>
    </message>
    <message>
        <source>Streamers announce themselves there, and {program} hears them alone.</source>
        <translation>Dort melden sich Streamer, und nur {program} hört sie.</translation>
    </message>
    <message>
        <source>Close {program}, then find again</source>
        <translation>{program} beenden, dann neu suchen</translation>
    </message>
    <message>
        <source>Streamers that tell themselves in other ways are found all the same.</source>
        <translation>Streamer, die sich anders melden, sind trotzdem zu finden.</translation>
    </message>
    <message>
        <source>Another program listens on port 30303 too</source>
        <translation>Auf Port 30303 lauscht noch ein Programm</translation>
    </message>
    <message>
        <source>An answer that is meant for this app may reach {program} instead.</source>
        <translation>Eine Antwort für diese App erreicht vielleicht stattdessen {program}.</translation>
    </message>
    <message>
        <source>The firewall keeps everything out</source>
        <translation>Die Firewall hält alles draußen</translation>
    </message>
    <message>
        <source>What this computer sends to all does not even come back to it, nor can an answer.</source>
        <translation>Was dieser Computer an alle sendet, kommt nicht einmal zu ihm zurück, und eine Antwort auch nicht.</translation>
    </message>
    <message>
        <source>It needs UDP 30303 and mDNS (UDP 5353), from this network alone.</source>
        <translation>Nötig sind UDP 30303 und mDNS (UDP 5353), nur aus diesem Netzwerk.</translation>
    </message>
    <message>
        <source>The firewall keeps the streamers&apos; answers out</source>
        <translation>Die Firewall hält die Antworten der Streamer draußen</translation>
    </message>
    <message>
        <source>They come on UDP 30303, and nothing that is sent there reaches this app.</source>
        <translation>Sie kommen über UDP 30303, und nichts davon erreicht diese App.</translation>
    </message>
    <message>
        <source>It needs UDP 30303 from this network alone.</source>
        <translation>Nötig ist UDP 30303, nur aus diesem Netzwerk.</translation>
    </message>
    <message>
        <source>The firewall keeps mDNS out</source>
        <translation>Die Firewall hält mDNS draußen</translation>
    </message>
    <message>
        <source>Many streamers tell themselves on UDP 5353, and nothing from there gets in.</source>
        <translation>Viele Streamer melden sich über UDP 5353, und nichts davon kommt herein.</translation>
    </message>
    <message>
        <source>It needs mDNS (UDP 5353) from this network alone.</source>
        <translation>Nötig ist mDNS (UDP 5353), nur aus diesem Netzwerk.</translation>
    </message>
    <message>
        <source>Messages to groups do not work here</source>
        <translation>Nachrichten an Gruppen gehen hier nicht</translation>
    </message>
    <message>
        <source>mDNS and SSDP need them (multicast), and this computer neither sends nor hears any.</source>
        <translation>mDNS und SSDP brauchen sie (Multicast), und dieser Computer sendet und hört keine.</translation>
    </message>
    <message>
        <source>Allow multicast in the firewall and for the network card</source>
        <translation>Multicast in der Firewall und für die Netzwerkkarte erlauben</translation>
    </message>
    <message>
        <source>Streamers that announce themselves are found all the same.</source>
        <translation>Streamer, die sich selbst melden, sind trotzdem zu finden.</translation>
    </message>
    <message numerus="yes">
        <source>%n streamers are found</source>
        <translation>
            <numerusform>%n Streamer ist gefunden</numerusform>
            <numerusform>%n Streamer sind gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is in their way.</source>
        <translation>Nichts ist ihnen im Weg.</translation>
    </message>
    <message>
        <source>Nothing needs to be done</source>
        <translation>Es ist nichts zu tun</translation>
    </message>
    <message>
        <source>If one is missing, see that it is on and in this network.</source>
        <translation>Fehlt einer, nachsehen, ob er an und in diesem Netzwerk ist.</translation>
    </message>
    <message>
        <source>A streamer is here, and answers no search</source>
        <translation>Ein Streamer ist da und antwortet auf keine Suche</translation>
    </message>
    <message>
        <source>It answers at {address}. Its network, or a switch between, holds searches back.</source>
        <translation>Er antwortet unter {address}. Sein Netzwerk oder ein Switch dazwischen hält Suchen zurück.</translation>
    </message>
    <message>
        <source>Show it by its address</source>
        <translation>Ihn über seine Adresse zeigen</translation>
    </message>
    <message>
        <source>Switching it off and on often brings it back to the search.</source>
        <translation>Aus- und Einschalten bringt ihn oft in die Suche zurück.</translation>
    </message>
    <message>
        <source>Other devices answer, but no streamer does</source>
        <translation>Andere Geräte antworten, aber kein Streamer</translation>
    </message>
    <message numerus="yes">
        <source>%n answers came from other devices, so this network lets answers through.</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n Antwort kam von einem anderen Gerät; dieses Netzwerk lässt also Antworten durch.</numerusform>
            <numerusform>%n Antworten kamen von anderen Geräten; dieses Netzwerk lässt also Antworten durch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch the streamer on, and put it into this network</source>
        <translation>Den Streamer einschalten und in dieses Netzwerk bringen</translation>
    </message>
    <message>
        <source>Nobody else is in this network</source>
        <translation>In diesem Netzwerk ist sonst niemand</translation>
    </message>
    <message>
        <source>Only the router answers. The streamers are off, or in another network than this computer.</source>
        <translation>Nur der Router antwortet. Die Streamer sind aus oder in einem anderen Netzwerk als dieser Computer.</translation>
    </message>
    <message>
        <source>Switch a streamer on, in the network of this computer</source>
        <translation>Einen Streamer im Netzwerk dieses Computers einschalten</translation>
    </message>
    <message>
        <source>Nothing in this network answered</source>
        <translation>Nichts in diesem Netzwerk hat geantwortet</translation>
    </message>
    <message>
        <source>The streamers are off, in another network, or kept apart as in a guest Wi-Fi.</source>
        <translation>Die Streamer sind aus, in einem anderen Netzwerk oder abgetrennt wie im Gast-WLAN.</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>Ethernet</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Inside this computer</source>
        <translation>In diesem Computer</translation>
    </message>
    <message>
        <source>Tunnel</source>
        <translation>Tunnel</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>mDNS and SSDP</source>
        <translation>mDNS und SSDP</translation>
    </message>
    <message>
        <source>Port 30303</source>
        <translation>Port 30303</translation>
    </message>
    <message>
        <source>Own broadcast</source>
        <translation>Eigener Ruf</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{count} up</source>
        <comment>network cards</comment>
        <translation>{count} an</translation>
    </message>
    <message>
        <source>{kinds} up</source>
        <comment>network cards</comment>
        <translation>{kinds} an</translation>
    </message>
    <message>
        <source>none connected</source>
        <translation>keine verbunden</translation>
    </message>
    <message>
        <source>chosen missing</source>
        <translation>gewählte fehlen</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>lets answers in</source>
        <translation>lässt Antworten ein</translation>
    </message>
    <message>
        <source>blocks all</source>
        <translation>sperrt alles</translation>
    </message>
    <message>
        <source>blocks 30303</source>
        <translation>sperrt 30303</translation>
    </message>
    <message>
        <source>blocks mDNS</source>
        <translation>sperrt mDNS</translation>
    </message>
    <message>
        <source>back in {took}</source>
        <translation>zurück, {took}</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>takes all</source>
        <translation>nimmt alles</translation>
    </message>
    <message>
        <source>none is connected</source>
        <translation>keine ist verbunden</translation>
    </message>
    <message>
        <source>no chosen one is up</source>
        <translation>keine gewählte ist an</translation>
    </message>
    <message>
        <source>no cable</source>
        <translation>kein Kabel</translation>
    </message>
    <message>
        <source>in no network</source>
        <translation>in keinem Netzwerk</translation>
    </message>
    <message>
        <source>another is left out</source>
        <translation>eine andere fehlt</translation>
    </message>
    <message>
        <source>gave no address</source>
        <translation>gab keine Adresse</translation>
    </message>
    <message>
        <source>keeps devices apart</source>
        <translation>trennt die Geräte</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>es gibt keinen</translation>
    </message>
    <message>
        <source>lets no question out</source>
        <translation>lässt keine Anfrage hinaus</translation>
    </message>
    <message>
        <source>may not ask</source>
        <translation>darf nicht fragen</translation>
    </message>
    <message>
        <source>port 30303 is taken</source>
        <translation>Port 30303 ist belegt</translation>
    </message>
    <message>
        <source>port 30303 is shared</source>
        <translation>Port 30303 ist geteilt</translation>
    </message>
    <message>
        <source>lets no answer in</source>
        <translation>lässt keine Antwort ein</translation>
    </message>
    <message>
        <source>keeps answers out</source>
        <translation>hält Antworten draußen</translation>
    </message>
    <message>
        <source>keeps mDNS out</source>
        <translation>sperrt mDNS</translation>
    </message>
    <message>
        <source>hears no groups</source>
        <translation>hört keine Gruppen</translation>
    </message>
    <message>
        <source>speaks by a VPN</source>
        <translation>spricht durch ein VPN</translation>
    </message>
    <message>
        <source>VPN takes all</source>
        <translation>VPN nimmt alles</translation>
    </message>
    <message>
        <source>answers no search</source>
        <translation>antwortet nicht auf Suchen</translation>
    </message>
    <message>
        <source>another network</source>
        <translation>anderes Netzwerk</translation>
    </message>
    <message>
        <source>lets nothing out</source>
        <translation>nichts hinaus</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>answers in {took}</source>
        <translation>antwortet in {took}</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>kept out</source>
        <translation>ausgesperrt</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>nichts gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>sent, silent</source>
        <translation>gesendet, still</translation>
    </message>
    <message>
        <source>{program} has it</source>
        <translation>hat {program}</translation>
    </message>
    <message>
        <source>shared: {program}</source>
        <translation>geteilt: {program}</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>free, ours</source>
        <translation>frei für uns</translation>
    </message>
    <message>
        <source>not let out</source>
        <translation>nicht hinaus</translation>
    </message>
    <message>
        <source>{answering} of {known} answer</source>
        <translation>{answering} von {known} antworten</translation>
    </message>
    <message>
        <source>{vpn} is the way out</source>
        <translation>{vpn} führt hinaus</translation>
    </message>
    <message>
        <source>{vpn} up</source>
        <translation>{vpn} an</translation>
    </message>
    <message>
        <source>joined, heard</source>
        <translation>beigetreten, gehört</translation>
    </message>
    <message>
        <source>cannot be joined</source>
        <translation>kein Beitritt</translation>
    </message>
    <message>
        <source>joined, silent</source>
        <translation>beigetreten, still</translation>
    </message>
    <message>
        <source>answered in {took}</source>
        <translation>Antwort in {took}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>asked elsewhere, so not here</source>
        <translation>anderswo, darum nicht gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{address} answers by itself</source>
        <translation>{address} antwortet selbst</translation>
    </message>
    <message>
        <source>{address}, another network</source>
        <translation>{address}, anderes Netz</translation>
    </message>
    <message>
        <source>none, {pages} other pages</source>
        <translation>keiner, {pages} andere Seiten</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>a check</comment>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <comment>a check</comment>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a check</comment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>`altrabits discover --watch` lists each as soon as it answers.</source>
        <translation>`altrabits discover --watch` zeigt jeden, sobald er antwortet.</translation>
    </message>
    <message>
        <source>It answers again, at {address}.</source>
        <translation>Er antwortet wieder, unter {address}.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>It has moved, and answers at {address} now.</source>
        <translation>Er ist umgezogen und antwortet jetzt unter {address}.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: it is followed by itself.</source>
        <translation>Es ist nichts zu tun: Das Programm folgt von selbst.</translation>
    </message>
    <message>
        <source>This computer is in no network.</source>
        <translation>Dieser Computer ist in keinem Netzwerk.</translation>
    </message>
    <message>
        <source>Connect this computer to the network of the streamer.</source>
        <translation>Diesen Computer mit dem Netzwerk des Streamers verbinden.</translation>
    </message>
    <message>
        <source>Its last address, {address}, is in no network of this computer.</source>
        <translation>Seine letzte Adresse, {address}, ist in keinem Netzwerk dieses Computers.</translation>
    </message>
    <message>
        <source>Somebody at {address} takes calls, but does not answer as it did.</source>
        <translation>Unter {address} nimmt jemand Anrufe an, antwortet aber nicht wie zuvor.</translation>
    </message>
    <message>
        <source>Switch the streamer off and on, and wait until it has started.</source>
        <translation>Den Streamer aus- und einschalten und warten, bis er gestartet ist.</translation>
    </message>
    <message>
        <source>Something is at {address}, but none of its ports is open.</source>
        <translation>Unter {address} ist etwas, aber keiner seiner Ports ist offen.</translation>
    </message>
    <message>
        <source>It may still be starting, or another device has its address now.</source>
        <translation>Vielleicht startet er noch, oder ein anderes Gerät hat jetzt seine Adresse.</translation>
    </message>
    <message>
        <source>Neither it nor the router answers this computer.</source>
        <translation>Weder er noch der Router antwortet diesem Computer.</translation>
    </message>
    <message>
        <source>See to this computer&apos;s own network first.</source>
        <translation>Zuerst nach dem Netzwerk dieses Computers sehen.</translation>
    </message>
    <message>
        <source>Nobody is at {address}, while the network works.</source>
        <translation>Unter {address} ist niemand, und das Netzwerk geht.</translation>
    </message>
    <message>
        <source>See that it has power, and that its cable is in or its Wi-Fi on.</source>
        <translation>Nachsehen, ob er Strom hat und sein Kabel steckt oder sein WLAN an ist.</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>{name} has taken the settings on.</source>
        <translation>{name} hat die Einstellungen übernommen.</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gesichert als {file}</translation>
    </message>
    <message>
        <source>It cannot take on: {settings}.</source>
        <translation>Nicht übernehmen kann er: {settings}.</translation>
    </message>
    <message>
        <source>{now} → {then}</source>
        <comment>a setting</comment>
        <translation>{now} → {then}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Greatest volume</source>
        <translation>Größte Lautstärke</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Equaliser</source>
        <translation>Klangregler</translation>
    </message>
    <message>
        <source>Bands of the equaliser</source>
        <translation>Bänder des Klangreglers</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Festwahl</translation>
    </message>
    <message>
        <source>Input {slot}</source>
        <translation>Eingang {slot}</translation>
    </message>
    <message>
        <source>Preset {number}</source>
        <translation>Festwahl {number}</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>a setting</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>locked</source>
        <comment>buttons</comment>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not locked</source>
        <comment>buttons</comment>
        <translation>nicht gesperrt</translation>
    </message>
    <message>
        <source>off</source>
        <comment>the equaliser</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>an input</comment>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>its own name</source>
        <comment>of an input</comment>
        <translation>eigener Name</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What the streamer has written down, the newest last. It may name devices and networks of this home: read it before it is given to anybody.</source>
        <translation>Was der Streamer aufgeschrieben hat, das Neueste zuletzt. Es kann Geräte und Netze dieses Zuhauses nennen: erst lesen, dann weitergeben.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei sichern</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>It has written nothing down.</source>
        <translation>Er hat nichts aufgeschrieben.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copies of the settings</source>
        <translation>Kopien der Einstellungen</translation>
    </message>
    <message>
        <source>Presets, equaliser, inputs and all else that was set, in a file of your own. A copy is put back onto this streamer, or onto one that takes another’s place.</source>
        <translation>Festwahl, Klangregler, Eingänge und alles andere Eingestellte in einer eigenen Datei. Eine Kopie wird auf diesen Streamer zurückgespielt oder auf einen, der an die Stelle eines anderen tritt.</translation>
    </message>
    <message>
        <source>Copy the settings</source>
        <translation>Einstellungen kopieren</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>Es gibt noch keine Kopie.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>The streamer is set just like this copy.</source>
        <translation>Der Streamer ist genau wie diese Kopie eingestellt.</translation>
    </message>
    <message>
        <source>Back to the streamer</source>
        <translation>Zurück zum Streamer</translation>
    </message>
    <message>
        <source>Preset {number} is empty now.</source>
        <translation>Festwahl {number} ist jetzt leer.</translation>
    </message>
    <message>
        <source>Preset {number} holds what plays now.</source>
        <translation>Festwahl {number} enthält, was jetzt spielt.</translation>
    </message>
</context>
<context>
    <name>equaliser</name>
    <message>
        <source>{gain} dB</source>
        <comment>of a band</comment>
        <translation>{gain} dB</translation>
    </message>
    <message>
        <source>{number} Hz</source>
        <translation>{number} Hz</translation>
    </message>
    <message>
        <source>{number} kHz</source>
        <translation>{number} kHz</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The folder {folder} cannot be written: {reason}. What was stored there is untouched; another folder can be named with --profile.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden: {reason}. Was dort gespeichert ist, bleibt unberührt; --profile nennt einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The program is running already with the folder {folder}, and does not answer. End it first, or name another folder with --profile.</source>
        <translation>Das Programm läuft schon mit dem Ordner {folder} und antwortet nicht. Es zuerst beenden oder mit --profile einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>The program has ended and could not be started again ({reason}). Start it yourself; if that does not go either, install it anew.</source>
        <translation>Das Programm ist zu Ende und ließ sich nicht neu starten ({reason}). Bitte selbst starten; geht auch das nicht, neu installieren.</translation>
    </message>
    <message>
        <source>There is no display for a window here: neither DISPLAY nor WAYLAND_DISPLAY is set. The console works without one: altrabits discover.</source>
        <translation>Hier gibt es keinen Bildschirm für ein Fenster: Weder DISPLAY noch WAYLAND_DISPLAY ist gesetzt. Die Konsole kommt ohne aus: altrabits discover.</translation>
    </message>
    <message>
        <source>The streamer gave an answer that cannot be read, so it may or may not have obeyed. Look at the streamer, and try again.</source>
        <translation>Die Antwort des Streamers ist nicht lesbar; vielleicht hat er gehorcht, vielleicht nicht. Am Streamer nachsehen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>A streamer sent something that cannot be read; it was left out.</source>
        <translation>Ein Streamer hat etwas gesagt, das nicht lesbar ist; es wurde weggelassen.</translation>
    </message>
    <message>
        <source>access is not allowed</source>
        <translation>der Zugriff ist nicht erlaubt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>zu viele Dateien sind offen</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the disk does not work as it should</source>
        <translation>der Datenträger arbeitet fehlerhaft</translation>
    </message>
    <message>
        <source>a file is where a folder should be</source>
        <translation>wo ein Ordner sein müsste, liegt eine Datei</translation>
    </message>
    <message>
        <source>a folder is where a file should be</source>
        <translation>wo eine Datei sein müsste, liegt ein Ordner</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>something else is in its place</source>
        <translation>an der Stelle liegt etwas anderes</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>a link is in its place</source>
        <translation>an der Stelle liegt eine Verknüpfung</translation>
    </message>
    <message>
        <source>what it links to is missing</source>
        <translation>das Ziel der Verknüpfung fehlt</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <translation>ein anderes Programm verwendet es</translation>
    </message>
    <message>
        <source>a file may not become so large</source>
        <translation>so groß darf eine Datei nicht werden</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Everything else goes on; the log has the details.</source>
        <translation>Etwas ist schiefgegangen, womit nicht zu rechnen war. Alles andere läuft weiter; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>No picture can be written into {folder}: {reason}.</source>
        <translation>In {folder} kann kein Bild geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The answer cannot be written: {reason}.</source>
        <translation>Die Antwort lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>No window can be shown on this display ({reason}). The console works without one: altrabits discover.</source>
        <translation>Auf diesem Bildschirm kann kein Fenster erscheinen ({reason}). Die Konsole kommt ohne aus: altrabits discover.</translation>
    </message>
    <message>
        <source>The library {library} is not installed, as where the server alone is. This needs the app with all its libraries.</source>
        <translation>Die Bibliothek {library} ist nicht installiert, wie dort, wo nur der Server ist. Hierfür wird die App mit allen Bibliotheken gebraucht.</translation>
    </message>
    <message>
        <source>No window can be shown: the system library {library} is missing. On Debian and Ubuntu the package {package} brings it.</source>
        <translation>Es kann kein Fenster erscheinen: Die Systembibliothek {library} fehlt. Unter Debian und Ubuntu bringt das Paket {package} sie mit.</translation>
    </message>
    <message>
        <source>This computer has no network card {card}. It has these: {known}.</source>
        <translation>Dieser Computer hat keine Netzwerkkarte {card}. Er hat diese: {known}.</translation>
    </message>
    <message>
        <source>This computer is on no network. Connect a cable or join a Wi-Fi, then find again.</source>
        <translation>Dieser Computer ist in keinem Netzwerk. Ein Kabel anschließen oder einem WLAN beitreten, dann neu suchen.</translation>
    </message>
    <message>
        <source>None of the chosen network cards is connected. Connect one of them, or choose others in Settings or with --interface.</source>
        <translation>Keine der gewählten Netzwerkkarten ist verbunden. Eine davon verbinden oder in den Einstellungen oder mit --interface andere wählen.</translation>
    </message>
    <message>
        <source>Another program on this computer holds port 30303 (UDP), so streamers that answer only there are not heard. The other ways of finding go on; end that program and find again.</source>
        <translation>Ein anderes Programm auf diesem Computer belegt Port 30303 (UDP); Streamer, die nur dort antworten, sind nicht zu hören. Die anderen Suchwege laufen weiter. Das andere Programm beenden, dann neu suchen.</translation>
    </message>
    <message>
        <source>Announce does not work on this computer. The other ways of finding go on.</source>
        <translation>Announce ist auf diesem Computer nicht möglich. Die anderen Suchwege laufen weiter.</translation>
    </message>
    <message>
        <source>The system does not let questions out to port 30303 (UDP). A firewall may block them: allow AltraBits Desktop there. Streamers that announce themselves are still heard.</source>
        <translation>Das System lässt keine Anfragen an Port 30303 (UDP) hinaus. Vielleicht sperrt sie eine Firewall: AltraBits Desktop dort erlauben. Streamer, die sich selbst melden, sind trotzdem zu hören.</translation>
    </message>
    <message>
        <source>mDNS does not work on this computer. The other ways of finding go on.</source>
        <translation>mDNS ist auf diesem Computer nicht möglich. Die anderen Suchwege laufen weiter.</translation>
    </message>
    <message>
        <source>The system does not let mDNS questions out. A firewall may block them: allow AltraBits Desktop there. Streamers that announce themselves are still heard.</source>
        <translation>Das System lässt keine mDNS-Anfragen hinaus. Vielleicht sperrt sie eine Firewall: AltraBits Desktop dort erlauben. Streamer, die sich selbst melden, sind trotzdem zu hören.</translation>
    </message>
    <message>
        <source>SSDP does not work on this computer. The other ways of finding go on.</source>
        <translation>SSDP ist auf diesem Computer nicht möglich. Die anderen Suchwege laufen weiter.</translation>
    </message>
    <message>
        <source>The system does not let SSDP questions out. A firewall may block them: allow AltraBits Desktop there. Streamers that announce themselves are still heard.</source>
        <translation>Das System lässt keine SSDP-Anfragen hinaus. Vielleicht sperrt sie eine Firewall: AltraBits Desktop dort erlauben. Streamer, die sich selbst melden, sind trotzdem zu hören.</translation>
    </message>
    <message>
        <source>This is not an address. An address looks like 192.168.1.20 or streamer.local.</source>
        <translation>Das ist keine Adresse. Eine Adresse sieht so aus: 192.168.1.20 oder streamer.local.</translation>
    </message>
    <message>
        <source>{address} is not in a home network, so it is not asked.</source>
        <translation>{address} ist keine Adresse in einem Heimnetzwerk und wird nicht gefragt.</translation>
    </message>
    <message>
        <source>{address} is reached by a network card that is not looked on, so it is not asked. Choose that card too.</source>
        <translation>{address} ist nur über eine Netzwerkkarte zu erreichen, auf der nicht gesucht wird, und wird deshalb nicht gefragt. Wählen Sie auch diese Karte.</translation>
    </message>
    <message>
        <source>No streamer answers at {address}. See that it is switched on and the address is right.</source>
        <translation>Unter {address} antwortet kein Streamer. Er muss eingeschaltet sein und die Adresse stimmen.</translation>
    </message>
    <message>
        <source>Something answers at {address}, but it is no streamer. See that the address is right.</source>
        <translation>Unter {address} antwortet etwas, aber kein Streamer. Prüfen Sie, ob die Adresse stimmt.</translation>
    </message>
    <message>
        <source>Nobody here is called {name}. See that it is spelled right, or type its address.</source>
        <translation>Hier heißt niemand {name}. Prüfen Sie die Schreibweise, oder geben Sie die Adresse ein.</translation>
    </message>
    <message>
        <source>The streamer does not answer.</source>
        <translation>Der Streamer antwortet nicht.</translation>
    </message>
    <message>
        <source>The streamer cannot be reached. See that it is switched on.</source>
        <translation>Der Streamer ist nicht erreichbar. Er muss eingeschaltet sein.</translation>
    </message>
    <message>
        <source>What this streamer says cannot be read, so it is only listed.</source>
        <translation>Was dieser Streamer sagt, ist nicht lesbar; er steht nur in der Liste.</translation>
    </message>
    <message>
        <source>This streamer takes too long to answer, so it is only listed.</source>
        <translation>Dieser Streamer braucht zu lange zum Antworten; er steht nur in der Liste.</translation>
    </message>
    <message>
        <source>A part of the program that talks to this streamer is missing; it is only listed.</source>
        <translation>Der Teil des Programms, der mit diesem Streamer spricht, fehlt; der Streamer steht nur in der Liste.</translation>
    </message>
    <message>
        <source>Another streamer answers at this address now.</source>
        <translation>Unter dieser Adresse antwortet jetzt ein anderer Streamer.</translation>
    </message>
    <message>
        <source>An address was to be opened that leads nowhere in this program. Nothing was done.</source>
        <translation>Eine Adresse sollte geöffnet werden, die in diesem Programm nirgends hinführt. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>The address leads to a streamer that is not listed here. Find again, or look for it in the list.</source>
        <translation>Die Adresse führt zu einem Streamer, der hier nicht in der Liste steht. Neu suchen oder in der Liste nachsehen.</translation>
    </message>
    <message>
        <source>This streamer has no page of its own.</source>
        <translation>Dieser Streamer hat keine eigene Seite.</translation>
    </message>
    <message>
        <source>The browser could not be opened. The address of the page is {address}.</source>
        <translation>Der Browser ließ sich nicht öffnen. Die Adresse der Seite ist {address}.</translation>
    </message>
    <message>
        <source>The settings of the system could not be opened. Open them yourself.</source>
        <translation>Die Einstellungen des Systems ließen sich nicht öffnen. Sie lassen sich von Hand öffnen.</translation>
    </message>
    <message>
        <source>This streamer cannot do that.</source>
        <translation>Das kann dieser Streamer nicht.</translation>
    </message>
    <message>
        <source>The streamer cannot do that now: what it plays, or that it plays nothing, does not allow it.</source>
        <translation>Das kann der Streamer gerade nicht: Was er spielt, oder dass er nichts spielt, lässt es nicht zu.</translation>
    </message>
    <message>
        <source>The streamer said no.</source>
        <translation>Der Streamer hat abgelehnt.</translation>
    </message>
    <message>
        <source>This streamer obeys its owner alone. Add it to your streamers first.</source>
        <translation>Dieser Streamer gehorcht nur seinem Besitzer. Zuerst zu den eigenen Streamern hinzufügen.</translation>
    </message>
    <message>
        <source>This streamer has another owner now. To control it, press “Remove from my streamers” on its page, then add it again.</source>
        <translation>Dieser Streamer hat jetzt einen anderen Besitzer. Zum Steuern auf seiner Seite „Aus eigenen Streamern entfernen“ drücken, dann erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The streamer has no such input.</source>
        <translation>Der Streamer hat keinen solchen Eingang.</translation>
    </message>
    <message>
        <source>The streamer does not play from this address.</source>
        <translation>Der Streamer spielt nicht von dieser Adresse.</translation>
    </message>
    <message>
        <source>The streamer shows another certificate than when it was added, so nothing was sent to it. Somebody may pretend to be it. Add it again only if it was reset or repaired.</source>
        <translation>Der Streamer zeigt ein anderes Zertifikat als beim Hinzufügen, deshalb wurde nichts an ihn gesendet. Vielleicht gibt sich jemand für ihn aus. Nur dann erneut hinzufügen, wenn er zurückgesetzt oder repariert wurde.</translation>
    </message>
    <message>
        <source>Something in this network says that it is “{name}” and does not show its certificate, so nothing was sent to it. If your streamer was reset, remove it and add it again.</source>
        <translation>Etwas in diesem Netz gibt sich als „{name}“ aus und zeigt dessen Zertifikat nicht; ihm wurde nichts gesendet. Wurde der Streamer zurückgesetzt, ihn entfernen und neu hinzufügen.</translation>
    </message>
    <message>
        <source>This is not the code that the streamer shows. Look at it and type it again.</source>
        <translation>Das ist nicht der Code, den der Streamer zeigt. Nachsehen und erneut eingeben.</translation>
    </message>
    <message>
        <source>The code is no longer good. Begin again; the streamer then shows another one.</source>
        <translation>Der Code gilt nicht mehr. Erneut beginnen; der Streamer zeigt dann einen anderen.</translation>
    </message>
    <message>
        <source>Nobody pressed the button in time. Begin again.</source>
        <translation>Die Taste wurde nicht rechtzeitig gedrückt. Von vorn beginnen.</translation>
    </message>
    <message>
        <source>Press the button on the streamer.</source>
        <translation>Die Taste am Streamer drücken.</translation>
    </message>
    <message>
        <source>Another program holds the database. Try again in a moment.</source>
        <translation>Ein anderes Programm hält die Datenbank. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server has ended.</source>
        <translation>Der Server ist beendet.</translation>
    </message>
    <message>
        <source>The database is damaged. It stays as it is; bring back a backup of it.</source>
        <translation>Die Datenbank ist beschädigt. Sie bleibt, wie sie ist; eine Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>The database could not be used.</source>
        <translation>Die Datenbank war nicht benutzbar.</translation>
    </message>
    <message>
        <source>The disk is full. Make room; what was kept before is safe.</source>
        <translation>Der Datenträger ist voll. Platz schaffen; was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>A newer version of this program has written the database. Install that version.</source>
        <translation>Eine neuere Version dieses Programms hat die Datenbank geschrieben. Diese Version installieren.</translation>
    </message>
    <message>
        <source>The database cannot be written. See who owns its folder.</source>
        <translation>In die Datenbank lässt sich nicht schreiben. Nachsehen, wem ihr Ordner gehört.</translation>
    </message>
    <message>
        <source>Version {version} would take effect before now or before the version in force. Name a later date.</source>
        <translation>Version {version} würde vor jetzt oder vor der gültigen Version in Kraft treten. Ein späteres Datum nennen.</translation>
    </message>
    <message>
        <source>The privacy policy that belongs to the program cannot be read. Install the program anew.</source>
        <translation>Die Datenschutzerklärung, die zum Programm gehört, ist nicht lesbar. Das Programm neu installieren.</translation>
    </message>
    <message>
        <source>The class of a policy&apos;s change is editorial, minor or material.</source>
        <translation>Die Art der Änderung einer Datenschutzerklärung ist editorial, minor oder material.</translation>
    </message>
    <message>
        <source>A policy names whom people can turn to. Give a contact of at most 500 characters.</source>
        <translation>Eine Datenschutzerklärung nennt, an wen man sich wenden kann. Einen Kontakt mit höchstens 500 Zeichen angeben.</translation>
    </message>
    <message>
        <source>The day on which the policy takes effect is missing or is none. It looks like 2026-11-01; a time of day needs its time zone.</source>
        <translation>Der Tag, ab dem die Datenschutzerklärung gilt, fehlt oder ist keiner. Er sieht so aus: 2026-11-01; eine Uhrzeit braucht ihre Zeitzone.</translation>
    </message>
    <message>
        <source>The policy file is empty.</source>
        <translation>Die Datei der Datenschutzerklärung ist leer.</translation>
    </message>
    <message>
        <source>The language of the policy is missing or is none. It looks like en or de-AT.</source>
        <translation>Die Sprache der Datenschutzerklärung fehlt oder ist keine. Sie sieht so aus: en oder de-AT.</translation>
    </message>
    <message>
        <source>The policy file is not text in UTF-8. Save it in that encoding.</source>
        <translation>Die Datei der Datenschutzerklärung ist kein Text in UTF-8. Die Datei in dieser Kodierung speichern.</translation>
    </message>
    <message>
        <source>The side file of the policy cannot be read. It is a small TOML file in UTF-8.</source>
        <translation>Die Begleitdatei der Datenschutzerklärung ist nicht lesbar. Sie ist eine kleine TOML-Datei in UTF-8.</translation>
    </message>
    <message>
        <source>The side file of the policy says “{key}”, which is not known. It can say {known} and the table states.</source>
        <translation>Die Begleitdatei der Datenschutzerklärung sagt „{key}“, was nicht bekannt ist. Sie kann {known} und die Tabelle states enthalten.</translation>
    </message>
    <message>
        <source>The side file&apos;s table states does not fit at “{paragraph}”: the text needs that paragraph, and its commitments look like C27.</source>
        <translation>Die Tabelle states der Begleitdatei passt bei „{paragraph}“ nicht: Der Text braucht diesen Absatz, und seine Zusagen sehen so aus: C27.</translation>
    </message>
    <message>
        <source>A policy has a summary of at most 2000 characters, which people read first.</source>
        <translation>Eine Datenschutzerklärung hat eine Zusammenfassung mit höchstens 2000 Zeichen, die zuerst gelesen wird.</translation>
    </message>
    <message>
        <source>The policy cannot be shown to a person: it has more than 500 headings, 20,000 lines or 20,000 signs such as stars, or a word of more than 2,000 letters. Write it as a text.</source>
        <translation>Die Datenschutzerklärung lässt sich niemandem zeigen: Sie hat mehr als 500 Überschriften, 20.000 Zeilen oder 20.000 Zeichen wie Sterne, oder ein Wort aus mehr als 2.000 Buchstaben. Einen lesbaren Text daraus machen.</translation>
    </message>
    <message>
        <source>The policy file is larger than 1 MB. Shorten it.</source>
        <translation>Die Datei der Datenschutzerklärung ist größer als 1 MB. Die Datei kürzen.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer that could keep the sign-in. Open the window (altrabits-desktop) and leave it open: the sign-in lasts until it is closed.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund, der die Anmeldung aufbewahren könnte. Das Fenster öffnen (altrabits-desktop) und offen lassen: Die Anmeldung gilt, bis es geschlossen wird.</translation>
    </message>
    <message>
        <source>The version of the policy is missing or is none. It is a text such as 1.0, of at most 32 letters, digits, dots and hyphens; a TOML file puts it in quotes.</source>
        <translation>Die Version der Datenschutzerklärung fehlt oder ist keine. Sie ist ein Text wie 1.0 aus höchstens 32 Buchstaben, Ziffern, Punkten und Bindestrichen; in einer TOML-Datei steht sie in Anführungszeichen.</translation>
    </message>
    <message>
        <source>{option} takes a number from {least} to {most}, not “{value}”.</source>
        <translation>{option} braucht eine Zahl von {least} bis {most}, nicht „{value}“.</translation>
    </message>
    <message>
        <source>“{value}” cannot be played. An address begins with http:// or https://.</source>
        <translation>„{value}“ lässt sich nicht spielen. Eine Adresse beginnt mit http:// oder https://.</translation>
    </message>
    <message>
        <source>“{value}” is no place in a piece. One looks like 90, 1:30 or 1:02:30.</source>
        <translation>„{value}“ ist keine Stelle in einem Stück. Eine Stelle sieht so aus: 90, 1:30 oder 1:02:30.</translation>
    </message>
    <message>
        <source>“{value}” is no volume. It goes from 0 to 100, or up by +5 and down by -5.</source>
        <translation>„{value}“ ist keine Lautstärke. Sie geht von 0 bis 100, oder mit +5 hinauf und mit -5 hinunter.</translation>
    </message>
    <message>
        <source>“{value}” are no gains. Each goes from -{most} to +{most}, such as 2,1,0,-1,1.</source>
        <translation>„{value}“ ist keine Einstellung des Equalizers. Jede Zahl geht von -{most} bis +{most}, etwa 2,1,0,-1,1.</translation>
    </message>
    <message>
        <source>“{value}” names no language. These are spoken: {known}.</source>
        <translation>„{value}“ ist keine Sprache. Diese gibt es: {known}.</translation>
    </message>
    <message>
        <source>--server takes an address such as https://music.example.com or http://127.0.0.1:8619, without a name or password in it and with nothing behind its path.</source>
        <translation>--server nimmt eine Adresse wie https://music.example.com oder http://127.0.0.1:8619, ohne Namen oder Passwort darin und mit nichts hinter ihrem Pfad.</translation>
    </message>
    <message>
        <source>A server elsewhere is reached by https:// only: http:// could be read on the way. It is for this computer itself (127.0.0.1, [::1], localhost).</source>
        <translation>Ein Server anderswo wird nur über https:// erreicht: http:// könnte unterwegs mitgelesen werden. Das ist für diesen Computer selbst (127.0.0.1, [::1], localhost).</translation>
    </message>
    <message>
        <source>Missing: {operand}. {command} --help shows what can be said.</source>
        <translation>Es fehlt: {operand}. {command} --help zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>There can be 1 to {most} simulated streamers, not {count}.</source>
        <translation>Es kann 1 bis {most} simulierte Streamer geben, nicht {count}.</translation>
    </message>
    <message>
        <source>The network card {card} has too few addresses in a row for {count} streamers. Give it more, or start fewer: --count {most}.</source>
        <translation>Die Netzwerkkarte {card} hat zu wenige Adressen in einer Reihe für {count} Streamer. Ihr mehr geben oder weniger starten: --count {most}.</translation>
    </message>
    <message>
        <source>The addresses of this network do not suffice for {count} streamers.</source>
        <translation>Die Adressen dieses Netzwerks reichen nicht für {count} Streamer.</translation>
    </message>
    <message>
        <source>A name needs a character that can be seen.</source>
        <translation>Ein Name braucht ein sichtbares Zeichen.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Name a file with the steps of the script.</source>
        <translation>{file} kann nicht gelesen werden: {reason}. Eine Datei mit den Schritten des Ablaufs nennen.</translation>
    </message>
    <message>
        <source>Line {number} of the script is no step: “{line}”. One looks like this: 5 2 fault silent.</source>
        <translation>Zeile {number} des Ablaufs ist kein Schritt: „{line}“. So sieht einer aus: 5 2 fault silent.</translation>
    </message>
    <message>
        <source>The script is too long. It may have {most} steps.</source>
        <translation>Der Ablauf ist zu lang. Er darf {most} Schritte haben.</translation>
    </message>
    <message>
        <source>There is no fault “{fault}”. These exist: {known}.</source>
        <translation>Es gibt keinen Fehler „{fault}“, nur diese: {known}.</translation>
    </message>
    <message>
        <source>The fault “{fault}” takes at least two streamers: --count 2.</source>
        <translation>Der Fehler „{fault}“ braucht mindestens zwei Streamer: --count 2.</translation>
    </message>
    <message>
        <source>“{address}” is not an address that a streamer can use.</source>
        <translation>„{address}“ ist keine Adresse, die ein Streamer haben kann.</translation>
    </message>
    <message>
        <source>This computer does not have the address {address}.</source>
        <translation>Dieser Computer hat die Adresse {address} nicht.</translation>
    </message>
    <message>
        <source>{address} is simulated already; name another --address.</source>
        <translation>{address} wird schon simuliert; mit --address eine andere Adresse nennen.</translation>
    </message>
    <message>
        <source>The address {address} is not in the network of {card}.</source>
        <translation>Die Adresse {address} liegt nicht im Netz von {card}.</translation>
    </message>
    <message>
        <source>The network card {card} has no address just now.</source>
        <translation>Die Netzwerkkarte {card} hat gerade keine Adresse.</translation>
    </message>
    <message>
        <source>Another program holds port {port} (UDP) at {address} alone. End it, then start again.</source>
        <translation>Ein anderes Programm belegt Port {port} (UDP) an {address} für sich allein. Es beenden, dann neu starten.</translation>
    </message>
    <message>
        <source>There is no option {option}. --help lists those that exist.</source>
        <translation>Es gibt keine Option {option}. --help nennt alle, die es gibt.</translation>
    </message>
    <message>
        <source>Others use the folder {folder} too, so it was left as it is. Name an empty folder of your own with --profile.</source>
        <translation>Auch andere nutzen den Ordner {folder}; er blieb, wie er ist. Mit --profile einen leeren, eigenen Ordner nennen.</translation>
    </message>
    <message>
        <source>The settings file {file} is damaged, so the defaults hold. It was left as it is; the window sets it aside when it starts.</source>
        <translation>Die Einstellungsdatei {file} ist beschädigt; es gelten die Standardwerte. Sie blieb, wie sie ist; das Fenster legt sie beim Start beiseite.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read: {reason}. The defaults hold, and the first change sets it aside. To have your choices back, make it readable and start again.</source>
        <translation>Die Einstellungsdatei {file} ist nicht lesbar: {reason}. Es gelten die Standardwerte; die erste Änderung legt die Datei beiseite. Um die bisherigen Einstellungen zu behalten, die Datei lesbar machen und neu starten.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be used, and it cannot be set aside: {reason}. Changes are not kept until it is moved away.</source>
        <translation>Die Einstellungsdatei {file} ist nicht brauchbar und lässt sich nicht beiseitelegen: {reason}. Änderungen werden erst behalten, wenn sie verschoben ist.</translation>
    </message>
    <message>
        <source>This address is not remembered in this network.</source>
        <translation>Diese Adresse ist in diesem Netz nicht gemerkt.</translation>
    </message>
    <message>
        <source>The demo could not be started: this computer lets no demo streamer listen. Try again, or start the program anew.</source>
        <translation>Die Demo konnte nicht starten: Dieser Computer lässt keinen Demo-Streamer lauschen. Noch einmal versuchen oder das Programm neu starten.</translation>
    </message>
    <message>
        <source>The streamer’s page has another address now. Look at the new one before opening it.</source>
        <translation>Die Seite des Streamers hat jetzt eine andere Adresse. Erst die neue ansehen, dann öffnen.</translation>
    </message>
    <message>
        <source>The streamer was asked for a code too often from here. Try again in {minutes} min, or switch the streamer off and on and begin again.</source>
        <translation>Der Streamer wurde von hier zu oft nach einem Code gefragt. In {minutes} min erneut versuchen, oder den Streamer aus- und einschalten und neu beginnen.</translation>
    </message>
    <message>
        <source>Somebody is adding this streamer just now. Try again in {seconds} s. If nobody of yours is, do not press its button: switch the streamer off and on, and begin again at once.</source>
        <translation>Gerade fügt jemand diesen Streamer hinzu. In {seconds} s erneut versuchen. Ist es niemand von hier, nicht die Taste drücken: den Streamer aus- und einschalten und sofort neu beginnen.</translation>
    </message>
    <message>
        <source>Many streamers are being added at once. Finish one of them first, or wait two minutes.</source>
        <translation>Es werden gerade viele Streamer zugleich hinzugefügt. Erst einen davon abschließen, oder zwei Minuten warten.</translation>
    </message>
    <message>
        <source>{option} needs a value: {option} {metavar}.</source>
        <translation>{option} braucht einen Wert: {option} {metavar}.</translation>
    </message>
    <message>
        <source>{option} takes no value.</source>
        <translation>{option} nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>{option} can be one of these: {choices}; not “{value}”.</source>
        <translation>Für {option} gibt es diese Werte: {choices}; nicht „{value}“.</translation>
    </message>
    <message>
        <source>“{argument}” is one word too many. --help shows what can be said.</source>
        <translation>„{argument}“ ist ein Wort zu viel. --help zeigt, was möglich ist.</translation>
    </message>
    <message>
        <source>There is no command “{command}”. These exist: {known}.</source>
        <translation>Es gibt keinen Befehl „{command}“, nur diese: {known}.</translation>
    </message>
    <message>
        <source>A command is missing. These exist: {known}.</source>
        <translation>Es fehlt ein Befehl. Es gibt diese: {known}.</translation>
    </message>
    <message>
        <source>This program and the server do not agree. They may be of different versions.</source>
        <translation>Dieses Programm und der Server passen nicht zusammen. Vielleicht haben sie verschiedene Versionen.</translation>
    </message>
    <message>
        <source>This is too long to be sent.</source>
        <translation>Das ist zu lang zum Senden.</translation>
    </message>
    <message>
        <source>The server does not answer. Try again later; what waits to be sent is safe.</source>
        <translation>Der Server antwortet nicht. Später noch einmal versuchen; was aufs Senden wartet, ist sicher.</translation>
    </message>
    <message>
        <source>The server has too much to do just now. Try again in a moment.</source>
        <translation>Der Server hat gerade zu viel zu tun. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong in the server. Try again in a moment.</source>
        <translation>Im Server ist etwas schiefgegangen. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>“{host}” is no address of this computer.</source>
        <translation>„{host}“ ist keine Adresse dieses Computers.</translation>
    </message>
    <message>
        <source>This computer does not have the address {host}. Name one of its own with --host, or leave --host out: then programs on this computer alone reach the server.</source>
        <translation>Dieser Computer hat die Adresse {host} nicht. Mit --host eine seiner eigenen nennen oder --host weglassen: Dann erreichen den Server nur Programme auf diesem Computer.</translation>
    </message>
    <message>
        <source>This computer does not let you use port {port}. Name one of 1024 or higher with --port.</source>
        <translation>Port {port} ist auf diesem Computer nicht erlaubt. Mit --port einen ab 1024 nennen.</translation>
    </message>
    <message>
        <source>Another server runs on the folder {folder} already.</source>
        <translation>Mit dem Ordner {folder} läuft schon ein anderer Server.</translation>
    </message>
    <message>
        <source>Another program holds port {port} at {host}. Name another with --port.</source>
        <translation>Ein anderes Programm hält Port {port} auf {host}. Mit --port einen anderen nennen.</translation>
    </message>
    <message>
        <source>The window that is open uses another server: {server}. Close it, or leave --server out.</source>
        <translation>Das offene Fenster benutzt einen anderen Server: {server}. Es schließen oder --server weglassen.</translation>
    </message>
    <message>
        <source>The window that is open uses the server of this computer. Close it, or leave --server out.</source>
        <translation>Das offene Fenster benutzt den Server dieses Computers. Es schließen oder --server weglassen.</translation>
    </message>
    <message>
        <source>This computer does not trust the server&apos;s certificate; nothing was sent.</source>
        <translation>Dieser Computer vertraut dem Zertifikat des Servers nicht; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The server&apos;s answer cannot be read. It may be of another version.</source>
        <translation>Die Antwort des Servers lässt sich nicht lesen. Vielleicht hat er eine andere Version.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not give the sign-in: it is locked or away. Sign in again; nothing is lost.</source>
        <translation>Der Schlüsselbund dieses Computers gibt die Anmeldung nicht heraus: Er ist gesperrt oder fehlt. Bitte neu anmelden; verloren ist nichts.</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>Es ist schon da.</translation>
    </message>
    <message>
        <source>It was changed elsewhere meanwhile. Look at it again.</source>
        <translation>Es wurde inzwischen anderswo geändert. Noch einmal ansehen.</translation>
    </message>
    <message>
        <source>The account can hold no more streamers. Remove one first.</source>
        <translation>Das Konto kann keine weiteren Streamer aufnehmen. Zuerst einen entfernen.</translation>
    </message>
    <message>
        <source>The account can hold no more support requests or messages. Use the contact that the privacy policy names.</source>
        <translation>Das Konto kann keine weiteren Supportanfragen oder Nachrichten aufnehmen. Den Kontakt nutzen, den die Datenschutzerklärung nennt.</translation>
    </message>
    <message>
        <source>This support request can hold no more messages. Open a new one.</source>
        <translation>Diese Supportanfrage kann keine weiteren Nachrichten aufnehmen. Eine neue stellen.</translation>
    </message>
    <message>
        <source>The support request {number} is closed. Open a new one.</source>
        <translation>Die Supportanfrage {number} ist geschlossen. Eine neue öffnen.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Zuerst anmelden.</translation>
    </message>
    <message>
        <source>This sign-in has ended. Sign in again.</source>
        <translation>Diese Anmeldung ist beendet. Noch einmal anmelden.</translation>
    </message>
    <message>
        <source>E-mail address or password is wrong.</source>
        <translation>E-Mail-Adresse oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>There were too many tries. The next one is possible in {seconds} seconds.</source>
        <translation>Es waren zu viele Versuche. Der nächste ist in {seconds} Sekunden möglich.</translation>
    </message>
    <message>
        <source>Somebody is signed in. Sign out first.</source>
        <translation>Es ist jemand angemeldet. Zuerst abmelden.</translation>
    </message>
    <message>
        <source>Signing out would lose what waits to be sent ({count}). It goes as soon as the server answers.</source>
        <translation>Beim Abmelden ginge verloren, was noch nicht gesendet ist ({count}). Es geht hinaus, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>Nobody is signed in. What the last account has not sent yet ({count}) would be lost; it goes after a sign-in.</source>
        <translation>Niemand ist angemeldet. Was das letzte Konto noch nicht gesendet hat ({count}), ginge verloren; es geht nach einer Anmeldung hinaus.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail address already.</source>
        <translation>Mit dieser E-Mail-Adresse gibt es schon ein Konto.</translation>
    </message>
    <message>
        <source>This password does not open an account of this e-mail address. If there was one before, sign in with its own password.</source>
        <translation>Dieses Passwort öffnet kein Konto zu dieser E-Mail-Adresse. Gab es schon eines, mit dessen eigenem Passwort anmelden.</translation>
    </message>
    <message>
        <source>A password needs at least 15 characters. A few words in a row do well.</source>
        <translation>Ein Passwort braucht mindestens 15 Zeichen. Einige Wörter hintereinander eignen sich gut.</translation>
    </message>
    <message>
        <source>This password is among those that are tried first. Choose a rarer one.</source>
        <translation>Dieses Passwort gehört zu denen, die zuerst versucht werden. Ein selteneres wählen.</translation>
    </message>
    <message>
        <source>This password is too long.</source>
        <translation>Dieses Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>No password was given. Type it, or send it with --password-stdin.</source>
        <translation>Es wurde kein Passwort angegeben. Es lässt sich eintippen oder mit --password-stdin übergeben.</translation>
    </message>
    <message>
        <source>The two passwords are not the same, so nothing was done. Try again.</source>
        <translation>Die beiden Passwörter sind nicht gleich, deshalb wurde nichts getan. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This needs a sign-in.</source>
        <translation>Dafür ist eine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>A decision about the privacy policy comes first.</source>
        <translation>Zuerst kommt eine Entscheidung über die Datenschutzerklärung.</translation>
    </message>
    <message>
        <source>The privacy policy is declined, so this is closed. The decision can be changed at any time.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt, deshalb ist dies geschlossen. Die Entscheidung lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>The server does not know this version of the privacy policy.</source>
        <translation>Der Server kennt diese Version der Datenschutzerklärung nicht.</translation>
    </message>
    <message>
        <source>Version {version} of the privacy policy holds by now. Read that one first.</source>
        <translation>Inzwischen gilt Version {version} der Datenschutzerklärung. Zuerst diese lesen.</translation>
    </message>
    <message>
        <source>The privacy policy that was shown is not the one that was published. Read it again.</source>
        <translation>Die gezeigte Datenschutzerklärung ist nicht die veröffentlichte. Noch einmal lesen.</translation>
    </message>
    <message>
        <source>There is no account without accepting the privacy policy.</source>
        <translation>Ohne Zustimmung zur Datenschutzerklärung gibt es kein Konto.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set it, then decide again.</source>
        <translation>Die Uhr dieses Computers geht falsch. Die Uhr stellen, dann noch einmal entscheiden.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read: {reason}.</source>
        <translation>Die Datei {file} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>No server has run on the folder {folder} yet, so there is nothing to work on.</source>
        <translation>Im Ordner {folder} lief noch kein Server; es gibt nichts zu bearbeiten.</translation>
    </message>
    <message>
        <source>There is no support request of that number.</source>
        <translation>Eine Supportanfrage mit dieser Nummer gibt es nicht.</translation>
    </message>
    <message>
        <source>A support request needs a subject.</source>
        <translation>Eine Supportanfrage braucht einen Betreff.</translation>
    </message>
    <message>
        <source>A subject may have {most} characters at most.</source>
        <translation>Ein Betreff darf höchstens {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>This streamer is not around any more.</source>
        <translation>Dieser Streamer ist nicht mehr da.</translation>
    </message>
    <message>
        <source>No streamer has the id {id}. `altrabits discover` lists those that are heard, `altrabits streamers list` those of yours.</source>
        <translation>Kein Streamer hat die ID {id}. `altrabits discover` zeigt die gehörten, `altrabits streamers list` die eigenen.</translation>
    </message>
    <message>
        <source>This streamer is yours already.</source>
        <translation>Dieser Streamer gehört schon zum Konto.</translation>
    </message>
    <message>
        <source>This streamer is in your account: its name is changed there, and it is removed there.</source>
        <translation>Dieser Streamer gehört zu Ihrem Konto: Dort wird er umbenannt und entfernt.</translation>
    </message>
    <message>
        <source>No such streamer is ignored.</source>
        <translation>Ein solcher Streamer wird nicht ignoriert.</translation>
    </message>
    <message>
        <source>There is no more room: {most} streamers have a name or are ignored already.</source>
        <translation>Es ist kein Platz mehr: {most} Streamer haben schon einen Namen oder werden ignoriert.</translation>
    </message>
    <message>
        <source>This streamer says nothing by which it could be known again.</source>
        <translation>Dieser Streamer sagt nichts, woran er wiederzuerkennen wäre.</translation>
    </message>
    <message>
        <source>A streamer needs a name.</source>
        <translation>Ein Streamer braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name may have {most} characters at most.</source>
        <translation>Ein Name darf höchstens {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>A room may have {most} characters at most.</source>
        <translation>Ein Raum darf höchstens {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>A message needs words.</source>
        <translation>Eine Nachricht braucht Worte.</translation>
    </message>
    <message>
        <source>A message may have {most} characters at most.</source>
        <translation>Eine Nachricht darf höchstens {most} Zeichen haben.</translation>
    </message>
    <message>
        <source>Version {version} is not published in the language of version {other}, so they cannot be compared.</source>
        <translation>Version {version} gibt es nicht in der Sprache von Version {other}, darum sind sie nicht vergleichbar.</translation>
    </message>
    <message>
        <source>The languages of one policy have the same version and class, and take effect at the same time. Name them as they were published.</source>
        <translation>Alle Sprachen einer Datenschutzerklärung haben dieselbe Version und Art und gelten ab demselben Zeitpunkt. Alles wie veröffentlicht nennen.</translation>
    </message>
    <message>
        <source>Version {version} holds no longer, so no language is added to it. Name the version in force or one to come.</source>
        <translation>Version {version} gilt nicht mehr, darum kommt keine Sprache mehr dazu. Die geltende oder eine künftige Version nennen.</translation>
    </message>
    <message>
        <source>Version {version} is published in the language {language} already, and a published policy is never changed. Name another version.</source>
        <translation>Version {version} ist in der Sprache {language} schon veröffentlicht, und eine veröffentlichte Datenschutzerklärung wird nie geändert. Eine andere Version nennen.</translation>
    </message>
    <message>
        <source>This computer has no key to this streamer. Press “Remove from my streamers” on its page, then add it again.</source>
        <translation>Diesem Computer fehlt der Schlüssel zu diesem Streamer. Auf seiner Seite „Aus eigenen Streamern entfernen“ drücken, dann erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The streamer has no input “{name}”. It has: {known}.</source>
        <translation>Der Streamer hat keinen Eingang „{name}“. Er hat: {known}.</translation>
    </message>
    <message>
        <source>This needs a sign-in: `altrabits account sign-in EMAIL`, or `altrabits account create EMAIL` where there is no account yet.</source>
        <translation>Dafür ist eine Anmeldung nötig: `altrabits account sign-in EMAIL` oder, wo es noch kein Konto gibt, `altrabits account create EMAIL`.</translation>
    </message>
    <message>
        <source>A decision about the privacy policy comes first: `altrabits policy show`, then `altrabits policy accept` or `altrabits policy decline`.</source>
        <translation>Zuerst kommt eine Entscheidung über die Datenschutzerklärung: `altrabits policy show`, dann `altrabits policy accept` oder `altrabits policy decline`.</translation>
    </message>
    <message>
        <source>The privacy policy is declined, so this is closed. `altrabits policy accept` changes that at any time.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt, deshalb ist dies geschlossen. `altrabits policy accept` ändert das jederzeit.</translation>
    </message>
    <message>
        <source>There is no account without accepting the privacy policy: `altrabits policy show`, then `altrabits policy accept`.</source>
        <translation>Ohne Zustimmung zur Datenschutzerklärung gibt es kein Konto: `altrabits policy show`, dann `altrabits policy accept`.</translation>
    </message>
    <message>
        <source>Version {version} of the privacy policy holds by now. Read that one first: `altrabits policy show`.</source>
        <translation>Inzwischen gilt Version {version} der Datenschutzerklärung. Zuerst diese lesen: `altrabits policy show`.</translation>
    </message>
    <message>
        <source>Sign in first: `altrabits account sign-in EMAIL`.</source>
        <translation>Zuerst anmelden: `altrabits account sign-in EMAIL`.</translation>
    </message>
    <message>
        <source>This sign-in has ended. Sign in again: `altrabits account sign-in EMAIL`.</source>
        <translation>Diese Anmeldung ist beendet. Noch einmal anmelden: `altrabits account sign-in EMAIL`.</translation>
    </message>
    <message>
        <source>Somebody is signed in. Sign out first: `altrabits account sign-out`.</source>
        <translation>Es ist jemand angemeldet. Zuerst abmelden: `altrabits account sign-out`.</translation>
    </message>
    <message>
        <source>Signing out would lose what waits to be sent ({count}). It goes as soon as the server answers; to lose it: `altrabits account sign-out --discard`.</source>
        <translation>Beim Abmelden ginge verloren, was noch nicht gesendet ist ({count}). Es geht hinaus, sobald der Server antwortet; um es zu verwerfen: `altrabits account sign-out --discard`.</translation>
    </message>
    <message>
        <source>Nobody is signed in. What the last account has not sent yet ({count}) would be lost. It goes after a sign-in: `altrabits account sign-in EMAIL`; to lose it: `altrabits account sign-out --discard`.</source>
        <translation>Niemand ist angemeldet. Was das letzte Konto noch nicht gesendet hat ({count}), ginge verloren. Es geht nach einer Anmeldung hinaus: `altrabits account sign-in EMAIL`; um es zu verwerfen: `altrabits account sign-out --discard`.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not give the sign-in: it is locked or away. Sign in again, nothing is lost: `altrabits account sign-in EMAIL`.</source>
        <translation>Der Schlüsselbund dieses Computers gibt die Anmeldung nicht heraus: Er ist gesperrt oder fehlt. Bitte neu anmelden, verloren ist nichts: `altrabits account sign-in EMAIL`.</translation>
    </message>
    <message>
        <source>This password does not open an account of this e-mail address. If there was one before, sign in with its own password: `altrabits account sign-in EMAIL`.</source>
        <translation>Dieses Passwort öffnet kein Konto zu dieser E-Mail-Adresse. Gab es schon eines, mit dessen eigenem Passwort anmelden: `altrabits account sign-in EMAIL`.</translation>
    </message>
    <message>
        <source>This streamer obeys its owner alone. Make it yours first: `altrabits streamers add ID`.</source>
        <translation>Dieser Streamer gehorcht nur seinem Besitzer. Zuerst zu den eigenen hinzufügen: `altrabits streamers add ID`.</translation>
    </message>
    <message>
        <source>This computer has no key to this streamer. Release it with `altrabits streamers release ID`, then add it again with `altrabits streamers add ID`.</source>
        <translation>Diesem Computer fehlt der Schlüssel zu diesem Streamer. Mit `altrabits streamers release ID` freigeben, dann mit `altrabits streamers add ID` neu hinzufügen.</translation>
    </message>
    <message>
        <source>This streamer has another owner now. Release it with `altrabits streamers release ID`, then add it again with `altrabits streamers add ID`.</source>
        <translation>Dieser Streamer hat jetzt einen anderen Besitzer. Mit `altrabits streamers release ID` freigeben, dann mit `altrabits streamers add ID` neu hinzufügen.</translation>
    </message>
    <message>
        <source>The streamer shows another certificate than when it was added, so nothing was sent to it. Somebody may pretend to be it. Only if it was reset or repaired, release it with `altrabits streamers release ID` and add it again with `altrabits streamers add ID`.</source>
        <translation>Der Streamer zeigt ein anderes Zertifikat als beim Hinzufügen, deshalb wurde nichts an ihn gesendet. Vielleicht gibt sich jemand für ihn aus. Nur wenn er zurückgesetzt oder repariert wurde, ihn mit `altrabits streamers release ID` freigeben und mit `altrabits streamers add ID` neu hinzufügen.</translation>
    </message>
    <message>
        <source>Something in this network says that it is “{name}” and does not show its certificate, so nothing was sent to it. If your streamer was reset, release it with `altrabits streamers release ID` and add it again with `altrabits streamers add ID`.</source>
        <translation>Etwas in diesem Netz gibt sich als „{name}“ aus und zeigt dessen Zertifikat nicht; ihm wurde nichts gesendet. Wurde der Streamer zurückgesetzt, ihn mit `altrabits streamers release ID` freigeben und mit `altrabits streamers add ID` neu hinzufügen.</translation>
    </message>
    <message>
        <source>This streamer is in your account. `altrabits streamers name ID NAME` gives it another name, and `altrabits streamers release ID` takes it off.</source>
        <translation>Dieser Streamer ist in Ihrem Konto. `altrabits streamers name ID NAME` gibt ihm einen anderen Namen, `altrabits streamers release ID` entfernt ihn daraus.</translation>
    </message>
    <message>
        <source>This address is not remembered in this network. `altrabits addresses list` says which are.</source>
        <translation>Diese Adresse ist in diesem Netz nicht gemerkt. `altrabits addresses list` sagt, welche es sind.</translation>
    </message>
    <message>
        <source>The streamer plays, and an update would stop that. Wait, or let the update stop it: `altrabits firmware ID install --stop`.</source>
        <translation>Der Streamer spielt, und das Erneuern würde ihn anhalten. Warten Sie, oder lassen Sie ihn dafür anhalten: `altrabits firmware ID install --stop`.</translation>
    </message>
    <message>
        <source>The account can hold no more streamers. Release one first: `altrabits streamers release ID`.</source>
        <translation>Das Konto kann keine weiteren Streamer aufnehmen. Zuerst einen freigeben: `altrabits streamers release ID`.</translation>
    </message>
    <message>
        <source>The support request {number} is closed. Open a new one: `altrabits support open SUBJECT TEXT`.</source>
        <translation>Die Supportanfrage {number} ist geschlossen. Eine neue öffnen: `altrabits support open SUBJECT TEXT`.</translation>
    </message>
    <message>
        <source>The code is no longer good. Begin again with `altrabits streamers add ID`; the streamer then shows another one.</source>
        <translation>Der Code gilt nicht mehr. Mit `altrabits streamers add ID` erneut beginnen; der Streamer zeigt dann einen anderen.</translation>
    </message>
    <message>
        <source>Nobody pressed the button in time. Begin again with `altrabits streamers add ID`, and press it while that waits.</source>
        <translation>Die Taste wurde nicht rechtzeitig gedrückt. Mit `altrabits streamers add ID` erneut beginnen und sie drücken, solange der Befehl wartet.</translation>
    </message>
    <message>
        <source>{option} means nothing to {command}; leave it out.</source>
        <translation>{option} bedeutet für {command} nichts; bitte weglassen.</translation>
    </message>
    <message>
        <source>The program that is open with the folder {folder} is the server of this folder itself, so none is needed beside it. For one that other computers use, close it first, or name another folder with --profile.</source>
        <translation>Das Programm, das mit dem Ordner {folder} offen ist, ist selbst der Server dieses Ordners; daneben braucht es keinen. Für einen, den andere Computer nutzen, das Programm zuerst schließen oder mit --profile einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>The piece ends at {length}, so the streamer was told nothing. Name a place in it.</source>
        <translation>Das Stück endet bei {length}, also wurde dem Streamer nichts gesagt. Eine Stelle darin nennen.</translation>
    </message>
    <message>
        <source>The streamer wants the code that it shows. Look at it and type it.</source>
        <translation>Der Streamer verlangt den Code, den er anzeigt. Diesen ablesen und eintippen.</translation>
    </message>
    <message>
        <source>The streamer wants the code that it shows: `altrabits streamers add ID --code CODE`.</source>
        <translation>Der Streamer verlangt den Code, den er anzeigt: `altrabits streamers add ID --code CODE`.</translation>
    </message>
    <message>
        <source>This streamer is not in your account. `altrabits streamers add {id}` adds it.</source>
        <translation>Dieser Streamer ist nicht im Konto. `altrabits streamers add {id}` fügt ihn hinzu.</translation>
    </message>
    <message>
        <source>“{argument}” is one word too many. Words that belong together stand in quotation marks: `{usage}`.</source>
        <translation>„{argument}“ ist ein Wort zu viel. Was zusammengehört, steht in Anführungszeichen: `{usage}`.</translation>
    </message>
    <message>
        <source>There is no kiosk on this computer yet. Start without --kiosk, and set it up in Settings.</source>
        <translation>Auf diesem Computer ist noch kein Kiosk eingerichtet. Ohne --kiosk starten und ihn in den Einstellungen einrichten.</translation>
    </message>
    <message>
        <source>What was set up for the kiosk cannot be read. Set it up again here, or remove it.</source>
        <translation>Was für den Kiosk eingerichtet war, ist nicht lesbar. Ihn hier neu einrichten oder entfernen.</translation>
    </message>
    <message>
        <source>That is not offered at this kiosk.</source>
        <translation>Das bietet dieser Kiosk nicht an.</translation>
    </message>
    <message>
        <source>That is not the staff PIN.</source>
        <translation>Das ist nicht die PIN des Personals.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {minutes} min.</source>
        <translation>Zu viele falsche PINs. In {minutes} min geht es wieder.</translation>
    </message>
    <message>
        <source>A staff PIN has digits alone.</source>
        <translation>Die PIN des Personals besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>A staff PIN has {least} to {most} digits.</source>
        <translation>Die PIN des Personals hat {least} bis {most} Ziffern.</translation>
    </message>
    <message>
        <source>That PIN is among the first that people try. Choose another one.</source>
        <translation>Diese PIN wird als eine der ersten geraten. Eine andere wählen.</translation>
    </message>
    <message>
        <source>Choose a staff PIN first. There is none that comes with the program.</source>
        <translation>Zuerst eine PIN wählen. Das Programm bringt keine mit.</translation>
    </message>
    <message>
        <source>A kiosk shows up to {most} streamers. Untick some.</source>
        <translation>Ein Kiosk zeigt bis zu {most} Streamer. Bei einigen das Häkchen entfernen.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>Die beiden PINs sind nicht gleich.</translation>
    </message>
    <message>
        <source>A shared server keeps its key in the keyring of this computer, and there is none that could. Name a file for it, outside the profile: ALTRABITS_SERVER_KEY_FILE=/path/to/file.</source>
        <translation>Ein gemeinsamer Server bewahrt seinen Schlüssel im Schlüsselbund dieses Computers auf, und es gibt keinen, der das könnte. Eine Datei dafür außerhalb des Profils nennen: ALTRABITS_SERVER_KEY_FILE=/pfad/zur/datei.</translation>
    </message>
    <message>
        <source>The key file {file} lies in the profile, so every copy of the profile would hold it. Name a file elsewhere with ALTRABITS_SERVER_KEY_FILE.</source>
        <translation>Die Schlüsseldatei {file} liegt im Profil, also wäre sie in jeder Kopie des Profils. Mit ALTRABITS_SERVER_KEY_FILE eine Datei an einem anderen Ort nennen.</translation>
    </message>
    <message>
        <source>Others can read the key file {file}. Make it readable by you alone: chmod 600.</source>
        <translation>Andere können die Schlüsseldatei {file} lesen. Nur für das eigene Konto lesbar machen: chmod 600.</translation>
    </message>
    <message>
        <source>The key file {file} cannot be used: {reason}.</source>
        <translation>Die Schlüsseldatei {file} lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} for the server&apos;s key is missing. Make it, for you alone: mkdir -m 700.</source>
        <translation>Der Ordner {folder} für den Schlüssel des Servers fehlt. Anzulegen ist er so, nur für den eigenen Zugriff: mkdir -m 700.</translation>
    </message>
    <message>
        <source>What is kept as the server&apos;s key ({file}) is none. Put back a copy of it; with another key every computer has to join again.</source>
        <translation>Was als Schlüssel des Servers aufbewahrt ist ({file}), ist keiner. Eine Kopie davon zurücklegen; mit einem anderen Schlüssel muss jeder Computer neu beitreten.</translation>
    </message>
    <message>
        <source>This computer is in no network just now. Connect it, or name an address of it with --host.</source>
        <translation>Dieser Computer ist gerade in keinem Netz. Ihn verbinden oder mit --host eine seiner Adressen nennen.</translation>
    </message>
    <message>
        <source>No shared server runs on the folder {folder}. Start one first: altrabits server run --lan.</source>
        <translation>Auf dem Ordner {folder} läuft kein gemeinsamer Server. Zuerst einen starten: altrabits server run --lan.</translation>
    </message>
    <message>
        <source>The code holds no longer, and nobody has joined.</source>
        <translation>Der Code gilt nicht mehr, und niemand ist beigetreten.</translation>
    </message>
    <message>
        <source>The code was tried too often in vain, and holds no longer. Somebody may be guessing; if it was only mistyped, show a new one.</source>
        <translation>Der Code wurde zu oft vergeblich probiert und gilt nicht mehr. Vielleicht rät jemand; wurde er nur vertippt, einen neuen zeigen.</translation>
    </message>
    <message>
        <source>No computer that has joined is called that. Give at least 8 digits of what altrabits server computers list shows.</source>
        <translation>Kein Computer, der beigetreten ist, heißt so. Mindestens 8 Stellen von dem angeben, was altrabits server computers list zeigt.</translation>
    </message>
    <message>
        <source>This server is not shared, so no computer can join it.</source>
        <translation>Dieser Server ist kein gemeinsamer, also kann kein Computer ihm beitreten.</translation>
    </message>
    <message>
        <source>The server of your home does not know this computer any more. Leave the home, then join again with a new code.</source>
        <translation>Der Server des Zuhauses kennt diesen Computer nicht mehr. Das Zuhause verlassen und mit einem neuen Code wieder beitreten.</translation>
    </message>
    <message>
        <source>This computer has left the home whose server the open window uses. Start the program again.</source>
        <translation>Dieser Computer hat das Zuhause verlassen, dessen Server das offene Fenster benutzt. Das Programm neu starten.</translation>
    </message>
    <message>
        <source>The server of your home shows another certificate than the one this computer joined: somebody else may answer in its place. Nothing was sent. If the server was set up anew, leave the home and join again.</source>
        <translation>Der Server des Zuhauses zeigt ein anderes Zertifikat als das, dem dieser Computer beigetreten ist: Vielleicht antwortet jemand anders an seiner Stelle. Nichts wurde gesendet. Wurde der Server neu eingerichtet, das Zuhause verlassen und neu beitreten.</translation>
    </message>
    <message>
        <source>The keyring of this computer does not give what it joined the home with. Unlock it and start again; if it is lost, leave the home and join again.</source>
        <translation>Der Schlüsselbund dieses Computers gibt nicht her, womit er dem Zuhause beigetreten ist. Ihn entsperren und neu starten; ist es verloren, das Zuhause verlassen und neu beitreten.</translation>
    </message>
    <message>
        <source>There is no keyring on this computer that could keep what it joins the home with, so it cannot join.</source>
        <translation>Auf diesem Computer gibt es keinen Schlüsselbund, der aufbewahren könnte, womit er dem Zuhause beitritt, also kann er nicht beitreten.</translation>
    </message>
    <message>
        <source>This computer has joined a home already. Leave it first.</source>
        <translation>Dieser Computer ist schon einem Zuhause beigetreten. Es zuerst verlassen.</translation>
    </message>
    <message>
        <source>This computer has joined no home.</source>
        <translation>Dieser Computer ist keinem Zuhause beigetreten.</translation>
    </message>
    <message>
        <source>Somebody is signed in at the server of your home. Sign out first: then nothing of the account stays on this computer.</source>
        <translation>Beim Server des Zuhauses ist jemand angemeldet. Zuerst abmelden: Dann bleibt nichts vom Konto auf diesem Computer.</translation>
    </message>
    <message>
        <source>The code has six digits. It is shown at the server: altrabits server pair.</source>
        <translation>Der Code hat sechs Ziffern. Er wird am Server gezeigt: altrabits server pair.</translation>
    </message>
    <message>
        <source>Name the code with --code. It is shown at the server: altrabits server pair.</source>
        <translation>Den Code mit --code nennen. Er wird am Server gezeigt: altrabits server pair.</translation>
    </message>
    <message>
        <source>That is no address of a shared server. It looks like 192.168.1.20, or 192.168.1.20:8619.</source>
        <translation>Das ist keine Adresse eines gemeinsamen Servers. Sie sieht aus wie 192.168.1.20 oder 192.168.1.20:8619.</translation>
    </message>
    <message>
        <source>No shared server answers on this network. Start one with altrabits server run --lan, or name its address.</source>
        <translation>In diesem Netz antwortet kein gemeinsamer Server. Einen mit altrabits server run --lan starten oder seine Adresse nennen.</translation>
    </message>
    <message>
        <source>Several servers answer on this network. Name the address of one: {addresses}.</source>
        <translation>In diesem Netz antworten mehrere Server. Die Adresse von einem nennen: {addresses}.</translation>
    </message>
    <message>
        <source>The server shows no code just now, or it has run out. Show a new one there: altrabits server pair.</source>
        <translation>Der Server zeigt gerade keinen Code, oder er ist abgelaufen. Dort einen neuen zeigen: altrabits server pair.</translation>
    </message>
    <message>
        <source>That is not the code, or somebody stands between this computer and the server. Nothing was joined. Look at the code once more.</source>
        <translation>Das ist nicht der Code, oder jemand steht zwischen diesem Computer und dem Server. Nichts wurde verbunden. Den Code noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This code was tried too often from this computer. Show a new one at the server: altrabits server pair.</source>
        <translation>Dieser Code wurde von diesem Computer zu oft probiert. Am Server einen neuen zeigen: altrabits server pair.</translation>
    </message>
    <message>
        <source>Another input has this name already. Choose another one.</source>
        <translation>Ein anderer Eingang heißt schon so. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is nothing at this number. Choose another preset, or save one there.</source>
        <translation>Unter dieser Nummer ist nichts. Einen anderen Favoriten wählen oder dort einen speichern.</translation>
    </message>
    <message>
        <source>The streamer has no equaliser curve of this name.</source>
        <translation>Der Streamer hat keine Klangkurve mit diesem Namen.</translation>
    </message>
    <message>
        <source>The streamer has no equaliser curve “{name}”. It has: {known}.</source>
        <translation>Der Streamer hat keine Klangkurve „{name}“. Er hat: {known}.</translation>
    </message>
    <message>
        <source>The equaliser has {count} bands, so it takes as many numbers: {bands} Hz.</source>
        <translation>Der Equalizer hat {count} Bänder und nimmt ebenso viele Zahlen: {bands} Hz.</translation>
    </message>
    <message>
        <source>The streamer has no room for this name. Choose a shorter one, or one at all.</source>
        <translation>Für diesen Namen hat der Streamer keinen Platz. Einen kürzeren wählen, oder überhaupt einen.</translation>
    </message>
    <message>
        <source>Nobody took {name} over in time, or the code was mistyped too often. It is still yours; begin again for another code.</source>
        <translation>Niemand hat {name} rechtzeitig übernommen, oder der Code wurde zu oft falsch eingegeben. Er gehört weiter diesem Konto; ein neuer Versuch gibt einen neuen Code.</translation>
    </message>
    <message>
        <source>The streamer was reset and taken off your account, and has not come back. Look whether it has power and network; add it again to try once more.</source>
        <translation>Der Streamer wurde zurückgesetzt und aus dem Konto entfernt und ist nicht wiedergekommen. Strom und Netz prüfen; für einen weiteren Versuch erneut hinzufügen.</translation>
    </message>
    <message>
        <source>The streamer was reset, and somebody has made it theirs since. It is not ready for a new owner.</source>
        <translation>Der Streamer wurde zurückgesetzt, und seitdem hat ihn sich jemand angeeignet. Er ist nicht bereit für einen neuen Besitzer.</translation>
    </message>
    <message>
        <source>That is not its name: it is called {name}. Nothing was done.</source>
        <translation>Das ist nicht sein Name: Er heißt {name}. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>A reset cannot be undone. Say the streamer&apos;s name with `--confirm NAME`.</source>
        <translation>Ein Zurücksetzen lässt sich nicht rückgängig machen. Den Namen des Streamers mit `--confirm NAME` angeben.</translation>
    </message>
    <message>
        <source>There is a file {file} already. Choose another name. Nothing was done.</source>
        <translation>Es gibt schon eine Datei {file}. Einen anderen Namen wählen. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Another streamer is being made ready. Wait for it.</source>
        <translation>Ein anderer Streamer wird gerade vorbereitet. Bitte darauf warten.</translation>
    </message>
    <message>
        <source>The file {file} cannot be written: {reason}.</source>
        <translation>Die Datei {file} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>The streamer plays along with another one. Tell that one, or take it out of the group.</source>
        <translation>Der Streamer spielt bei einem anderen mit. Dem anderen sagen, was zu tun ist, oder diesen aus der Gruppe nehmen.</translation>
    </message>
    <message>
        <source>A streamer cannot play along with itself. Name another one.</source>
        <translation>Ein Streamer kann nicht bei sich selbst mitspielen. Einen anderen nennen.</translation>
    </message>
    <message>
        <source>The streamer plays in no group. Let another one play along with it first.</source>
        <translation>Der Streamer spielt in keiner Gruppe. Zuerst einen anderen bei ihm mitspielen lassen.</translation>
    </message>
    <message>
        <source>Not everything paused: {names} did not obey.</source>
        <translation>Nicht alles hält an: {names} hat nicht gehorcht.</translation>
    </message>
    <message>
        <source>No group is saved as {name}. `altrabits group saved` lists them.</source>
        <translation>Als {name} ist keine Gruppe gespeichert. `altrabits group saved` zählt sie auf.</translation>
    </message>
    <message>
        <source>Nobody of the group {name} is here now. Nothing was changed.</source>
        <translation>Von der Gruppe {name} ist jetzt keiner da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no more room: {most} groups are saved. Delete one first.</source>
        <translation>Kein Platz mehr: {most} Gruppen sind gespeichert. Zuerst eine löschen.</translation>
    </message>
    <message>
        <source>A saved group needs a name.</source>
        <translation>Eine gespeicherte Gruppe braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another group is saved as {name} already. Choose another name.</source>
        <translation>Als {name} ist schon eine andere Gruppe gespeichert. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The group is full. Take one out of it first, or make a second group.</source>
        <translation>Die Gruppe ist voll. Zuerst einen herausnehmen oder eine zweite Gruppe bilden.</translation>
    </message>
    <message>
        <source>The streamer did not take these settings on, so nothing was changed. They may be of another product.</source>
        <translation>Der Streamer hat diese Einstellungen nicht übernommen, es wurde nichts geändert. Vielleicht gehören sie zu einem anderen Produkt.</translation>
    </message>
    <message>
        <source>Nothing was reset. To reset this streamer, type its name as it is shown: {name}.</source>
        <translation>Es wurde nichts zurückgesetzt. Um diesen Streamer zurückzusetzen, seinen Namen eingeben, wie er gezeigt wird: {name}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Name a file that `altrabits snapshot` saved.</source>
        <translation>{file} kann nicht gelesen werden: {reason}. Eine Datei nennen, die `altrabits snapshot` gespeichert hat.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Name another file.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}. Eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>{file} exists already, and nothing was written over. Name another file.</source>
        <translation>{file} gibt es schon, es wurde nichts überschrieben. Eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>Nothing was saved: the folder {folder} cannot be written ({reason}).</source>
        <translation>Nichts wurde gesichert: In den Ordner {folder} lässt sich nicht schreiben ({reason}).</translation>
    </message>
    <message>
        <source>This file holds no settings of a streamer. Choose one that was saved here.</source>
        <translation>Diese Datei enthält keine Einstellungen eines Streamers. Eine wählen, die hier gespeichert wurde.</translation>
    </message>
    <message>
        <source>This firmware is not whole, or not as its maker signed it. It was not installed; get it once more.</source>
        <translation>Diese Firmware ist nicht vollständig oder nicht so, wie ihr Hersteller sie unterschrieben hat. Sie wurde nicht installiert; sie muss noch einmal geholt werden.</translation>
    </message>
    <message>
        <source>The update did not come to its end. The streamer goes on with the old firmware.</source>
        <translation>Die Erneuerung kam nicht ans Ende. Der Streamer läuft mit der alten Firmware weiter.</translation>
    </message>
    <message>
        <source>What describes this firmware cannot be read. It is not used.</source>
        <translation>Die Beschreibung dieser Firmware ist nicht lesbar. Sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>This firmware is signed by nobody whom this program trusts. It is not used.</source>
        <translation>Diese Firmware hat niemand unterschrieben, dem dieses Programm traut. Sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The signature of this firmware is not genuine. It is not used.</source>
        <translation>Die Unterschrift dieser Firmware ist nicht echt. Sie wird nicht verwendet.</translation>
    </message>
    <message>
        <source>This firmware was good for a time that is over. Ask its maker for a newer one.</source>
        <translation>Diese Firmware galt für eine Zeit, die vorbei ist. Ihr Hersteller hat eine neuere.</translation>
    </message>
    <message>
        <source>{setting} names no key: it takes 64 digits from 0 to 9 and a to f.</source>
        <translation>{setting} nennt keinen Schlüssel: Es nimmt 64 Ziffern von 0 bis 9 und a bis f.</translation>
    </message>
    <message>
        <source>In {file} is no key to sign with. altrabits server firmware key makes one.</source>
        <translation>In {file} steht kein Schlüssel zum Unterschreiben. altrabits server firmware key legt einen an.</translation>
    </message>
    <message>
        <source>The signature is missing: {file}. Its maker hands it over together with the firmware.</source>
        <translation>Die Unterschrift fehlt: {file}. Ihr Hersteller übergibt sie zusammen mit der Firmware.</translation>
    </message>
    <message>
        <source>What is written about this firmware cannot be used: see “{field}”.</source>
        <translation>Die Angaben zu dieser Firmware sind so nicht zu gebrauchen: siehe „{field}“.</translation>
    </message>
    <message>
        <source>A server offers {most} images at most. Remove one that nobody needs.</source>
        <translation>Ein Server bietet höchstens {most} Abbilder an. Eines, das niemand braucht, kann weg.</translation>
    </message>
    <message>
        <source>No firmware has this ID. altrabits server firmware list shows them; eight digits suffice.</source>
        <translation>Keine Firmware hat diese ID. altrabits server firmware list zeigt sie; acht Ziffern genügen.</translation>
    </message>
    <message>
        <source>No newer firmware is ready for this streamer.</source>
        <translation>Für diesen Streamer ist keine neuere Firmware bereit.</translation>
    </message>
    <message>
        <source>This streamer does not say which firmware it has, so none is offered for it.</source>
        <translation>Dieser Streamer sagt nicht, welche Firmware er hat, daher wird ihm keine angeboten.</translation>
    </message>
    <message>
        <source>This firmware is for another product. The streamer was left as it is.</source>
        <translation>Diese Firmware ist für ein anderes Produkt. Der Streamer blieb, wie er ist.</translation>
    </message>
    <message>
        <source>The streamer has this firmware, or a newer one. It was left as it is.</source>
        <translation>Der Streamer hat diese Firmware oder eine neuere. Er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>The streamer must have a version in between first. It was left as it is.</source>
        <translation>Der Streamer braucht erst eine Version dazwischen. Er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>The streamer has no room for this firmware. It goes on with the old one.</source>
        <translation>Der Streamer hat keinen Platz für diese Firmware. Er läuft mit der alten weiter.</translation>
    </message>
    <message>
        <source>The streamer plays, and an update would stop that. Wait, or let the update stop it.</source>
        <translation>Der Streamer spielt, und das Erneuern würde ihn anhalten. Warten Sie, oder lassen Sie ihn dafür anhalten.</translation>
    </message>
    <message>
        <source>The streamer runs on its battery. Plug it in, then try again.</source>
        <translation>Der Streamer läuft auf Akku. Schließen Sie ihn ans Netzteil an, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The streamer says that its power is not steady. Look at its supply and cable, then try again.</source>
        <translation>Der Streamer meldet, dass seine Stromversorgung nicht stabil ist. Sehen Sie nach Netzteil und Kabel, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The streamer installs nothing while its power is not safe. It goes on with the old firmware. Look at its supply and cable, then try again.</source>
        <translation>Der Streamer installiert nichts, solange seine Stromversorgung nicht sicher ist. Er läuft mit der alten Firmware weiter. Sehen Sie nach Netzteil und Kabel, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The streamer does not trust whoever signed this firmware. It goes on with the old one.</source>
        <translation>Der Streamer traut nicht, wer diese Firmware unterschrieben hat. Er läuft mit der alten weiter.</translation>
    </message>
    <message>
        <source>The firmware was damaged on its way into the streamer, which goes on with the old one. Try again; if it happens once more, ask support.</source>
        <translation>Die Firmware wurde auf dem Weg in den Streamer beschädigt; er läuft mit der alten weiter. Bitte noch einmal versuchen; geschieht es wieder, hilft der Support.</translation>
    </message>
    <message>
        <source>The streamer refuses this update. It goes on with the old firmware.</source>
        <translation>Der Streamer lehnt diese Erneuerung ab. Er läuft mit der alten Firmware weiter.</translation>
    </message>
    <message>
        <source>The streamer lost its power during the update. It goes on with the old firmware. Try again.</source>
        <translation>Dem Streamer ging beim Erneuern der Strom aus. Er läuft mit der alten Firmware weiter. Bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The new firmware did not start. The streamer went back to the old one and works as before. Ask support before you try again.</source>
        <translation>Die neue Firmware startete nicht. Der Streamer kehrte zur alten zurück und arbeitet wie zuvor. Vor einem weiteren Versuch bitte den Support fragen.</translation>
    </message>
    <message>
        <source>The streamer has not answered for three minutes. Look whether it has power and network. It starts with the old firmware or the new one, and the update can go on.</source>
        <translation>Der Streamer antwortet seit drei Minuten nicht. Hat er Strom und Netz? Er startet mit der alten oder der neuen Firmware, und die Erneuerung kann weitergehen.</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}.</source>
        <translation>Die Datei kann nicht geschrieben werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>firmware</name>
    <message>
        <source>{name} is being updated; the others follow one by one.</source>
        <translation>{name} wird erneuert; die anderen folgen nacheinander.</translation>
    </message>
    <message>
        <source>{name} does not answer; it is waited for.</source>
        <translation>{name} antwortet nicht; es wird auf ihn gewartet.</translation>
    </message>
    <message>
        <source>{name} has firmware {version}.</source>
        <translation>{name} hat Firmware {version}.</translation>
    </message>
    <message>
        <source>{name} does not say which firmware it has.</source>
        <translation>{name} sagt nicht, welche Firmware er hat.</translation>
    </message>
    <message>
        <source>{version} is ready. Music stops for about 2 min.</source>
        <translation>{version} ist bereit. Die Musik setzt etwa 2 min aus.</translation>
    </message>
    <message>
        <source>Nothing newer is offered.</source>
        <translation>Neueres wird nicht angeboten.</translation>
    </message>
    <message>
        <source>Left out, as they play or do not answer: {names}.</source>
        <translation>Ausgelassen, weil sie spielen oder nicht antworten: {names}.</translation>
    </message>
    <message>
        <source>{version} was installed: {at}.</source>
        <translation>{version} wurde installiert: {at}.</translation>
    </message>
    <message>
        <source>{version} was not installed: {at}. {reason}</source>
        <translation>{version} wurde nicht installiert: {at}. {reason}</translation>
    </message>
    <message>
        <source>{name}: the firmware is loaded from the server.</source>
        <translation>{name}: Die Firmware wird vom Server geladen.</translation>
    </message>
    <message>
        <source>{name}: the firmware is verified.</source>
        <translation>{name}: Die Firmware wird geprüft.</translation>
    </message>
    <message>
        <source>{name}: the firmware goes to the streamer.</source>
        <translation>{name}: Die Firmware geht zum Streamer.</translation>
    </message>
    <message>
        <source>{name} starts with the new firmware.</source>
        <translation>{name} startet mit der neuen Firmware.</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Steps of the update</source>
        <translation>Schritte der Erneuerung</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>{version} now</source>
        <translation>jetzt {version}</translation>
    </message>
    <message>
        <source>{version} can be installed whenever you like.</source>
        <translation>{version} lässt sich jederzeit installieren.</translation>
    </message>
    <message>
        <source>Install {version}</source>
        <translation>{version} installieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>It is signed by a key that was named to try firmware, not by AltraBits.</source>
        <translation>Unterschrieben ist sie mit einem Schlüssel, der zum Erproben von Firmware genannt wurde, nicht von AltraBits.</translation>
    </message>
    <message>
        <source>It plays now, and installing stops that.</source>
        <translation>Er spielt gerade; das Installieren hält das an.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looking for newer firmware</source>
        <translation>Es wird nach neuerer Firmware gesehen</translation>
    </message>
    <message>
        <source>{name} was not updated, so the others wait. {reason}</source>
        <translation>{name} wurde nicht erneuert, deshalb warten die anderen. {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Update %n other(s)</source>
        <comment>of the same product</comment>
        <translation>
            <numerusform>%n weiteren erneuern</numerusform>
            <numerusform>%n weitere erneuern</numerusform>
        </translation>
    </message>
    <message>
        <source>{version} was installed on {day}.</source>
        <translation>{version} wurde am {day} installiert.</translation>
    </message>
    <message>
        <source>{version} was not installed on {day}. {reason}</source>
        <translation>{version} wurde am {day} nicht installiert. {reason}</translation>
    </message>
    <message>
        <source>The streamer does not answer just now. It goes on when it is back.</source>
        <translation>Der Streamer antwortet gerade nicht. Es geht weiter, sobald er zurück ist.</translation>
    </message>
    <message>
        <source>Loading from the server: {percent} %</source>
        <translation>Wird vom Server geladen: {percent} %</translation>
    </message>
    <message>
        <source>Verifying that it is whole and signed</source>
        <translation>Es wird geprüft, ob sie vollständig und unterschrieben ist</translation>
    </message>
    <message>
        <source>Goes to the streamer: {percent} %. It plays and obeys meanwhile.</source>
        <translation>Geht zum Streamer: {percent} %. Er spielt und gehorcht dabei.</translation>
    </message>
    <message>
        <source>Starts with the new firmware. Leave it plugged in.</source>
        <translation>Startet mit der neuen Firmware. Bitte nicht ausstecken.</translation>
    </message>
    <message>
        <source>Checked</source>
        <comment>a step</comment>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Loaded</source>
        <comment>a step</comment>
        <translation>Geladen</translation>
    </message>
    <message>
        <source>Verified</source>
        <comment>a step</comment>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Install</source>
        <comment>a step</comment>
        <translation>Einbau</translation>
    </message>
    <message>
        <source>Restart</source>
        <comment>a step</comment>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>{step}: done</source>
        <comment>read aloud</comment>
        <translation>{step}: erledigt</translation>
    </message>
    <message>
        <source>{step}: now</source>
        <comment>read aloud</comment>
        <translation>{step}: jetzt</translation>
    </message>
    <message>
        <source>{step}: to come</source>
        <comment>read aloud</comment>
        <translation>{step}: kommt noch</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>{words}: {about}</source>
        <comment>read aloud</comment>
        <translation>{words}: {about}</translation>
    </message>
</context>
<context>
    <name>gate</name>
    <message>
        <source>Go to Account</source>
        <translation>Zum Konto</translation>
    </message>
    <message>
        <source>Go to Privacy</source>
        <translation>Zum Datenschutz</translation>
    </message>
</context>
<context>
    <name>handing</name>
    <message>
        <source>Code for the next owner of {name}: {code}
Whoever adds it with this code within {minutes} min is its owner, and it is taken off your account. Tell it to nobody else. Ctrl+C keeps the streamer.</source>
        <translation>Code für den nächsten Besitzer von {name}: {code}
Wer ihn mit diesem Code innerhalb von {minutes} min hinzufügt, ist der Besitzer, und er wird aus diesem Konto entfernt. Der Code ist für niemand anderen. Strg+C behält den Streamer.</translation>
    </message>
    <message>
        <source>{name} has a new owner, and is no longer in your account.</source>
        <translation>{name} hat einen neuen Besitzer und ist nicht mehr in diesem Konto.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>Finds the streamers of your home and shows what they play.</source>
        <translation>Findet die Streamer im Haus und zeigt, was sie spielen.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>find the streamers of your home</source>
        <translation>die Streamer im Haus finden</translation>
    </message>
    <message>
        <source>run streamers that exist in this computer only</source>
        <translation>Streamer laufen lassen, die es nur in diesem Computer gibt</translation>
    </message>
    <message>
        <source>show the privacy policy, accept or decline it</source>
        <translation>die Datenschutzerklärung zeigen, ihr zustimmen oder sie ablehnen</translation>
    </message>
    <message>
        <source>create your account, sign in and out</source>
        <translation>ein Konto anlegen, an- und abmelden</translation>
    </message>
    <message>
        <source>open support requests and read the answers</source>
        <translation>Supportanfragen eröffnen und die Antworten lesen</translation>
    </message>
    <message>
        <source>Finds the streamers of your home, for people and for scripts.</source>
        <translation>Findet die Streamer im Haus, für Menschen und für Skripte.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>{command} says more about a command.</source>
        <translation>{command} sagt mehr über einen Befehl.</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>An address such as altrabits://settings or altrabits://streamer/ID leads to that place.</source>
        <translation>Eine Adresse wie altrabits://settings oder altrabits://streamer/ID führt an diesen Ort.</translation>
    </message>
    <message>
        <source>add streamers to your account, list and name them</source>
        <translation>Streamer dem Konto hinzufügen, auflisten und benennen</translation>
    </message>
    <message>
        <source>control what a streamer plays</source>
        <translation>steuern, was ein Streamer spielt</translation>
    </message>
    <message>
        <source>say or set how a streamer plays it</source>
        <translation>sagen oder einstellen, wie ein Streamer es spielt</translation>
    </message>
    <message>
        <source>say which firmware a streamer has, or update it</source>
        <translation>sagen, welche Firmware ein Streamer hat, oder sie erneuern</translation>
    </message>
    <message>
        <source>join a home whose computers share a server</source>
        <translation>einem Zuhause beitreten, dessen Computer sich einen Server teilen</translation>
    </message>
    <message>
        <source>run the server module, and do what its operator does</source>
        <translation>das Server-Modul laufen lassen und betreiben</translation>
    </message>
    <message>
        <source>say more about a command</source>
        <translation>mehr über einen Befehl sagen</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>Rückgabewert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>refused, or it failed</source>
        <translation>abgelehnt oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation>falsch aufgerufen</translation>
    </message>
    <message>
        <source>Looks for streamers on every network card by Announce, mDNS and SSDP, and lists them.</source>
        <translation>Sucht Streamer auf jeder Netzwerkkarte über Announce, mDNS und SSDP und listet sie auf.</translation>
    </message>
    <message>
        <source>not reachable: network, ways of finding, streamer or server</source>
        <translation>nicht erreichbar: Netzwerk, Wege des Findens, Streamer oder Server</translation>
    </message>
    <message>
        <source>ask addresses of streamers that are not found</source>
        <translation>Adressen von Streamern fragen, die nicht gefunden werden</translation>
    </message>
    <message>
        <source>choose the network cards that are looked on</source>
        <translation>wählen, auf welchen Netzwerkkarten gesucht wird</translation>
    </message>
    <message>
        <source>say or set what a streamer has at hand and how it sounds</source>
        <translation>sagen oder einstellen, was ein Streamer bereithält und wie er klingt</translation>
    </message>
    <message>
        <source>say or set when a streamer sleeps, its lights and buttons</source>
        <translation>sagen oder einstellen, wann ein Streamer schläft, seine Lichter und Tasten</translation>
    </message>
    <message>
        <source>look after a streamer of yours</source>
        <translation>nach einem eigenen Streamer sehen</translation>
    </message>
    <message>
        <source>save settings of a streamer, compare and restore them</source>
        <translation>Einstellungen eines Streamers speichern, vergleichen und wieder einsetzen</translation>
    </message>
    <message>
        <source>let streamers play together</source>
        <translation>lässt Streamer zusammen spielen</translation>
    </message>
    <message>
        <source>a sign-in or a decision about the privacy policy comes first</source>
        <translation>zuerst kommt eine Anmeldung oder eine Entscheidung über die Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Runs streamers that exist in this computer only, until it is stopped. altrabits discover --interface 127.0.0.1 finds them like real ones. On another card, named with --interface, its whole network finds them. While it runs, Enter presses the button of each streamer that waits for it: one that has an owner already, and one that was asked for codes too often.</source>
        <translation>Lässt Streamer laufen, die es nur in diesem Computer gibt, bis es beendet wird. altrabits discover --interface 127.0.0.1 findet sie wie echte. Auf einer anderen Karte, mit --interface genannt, findet sie deren ganzes Netz. Solange es läuft, drückt die Eingabetaste die Taste jedes Streamers, der darauf wartet, weil er schon einen Besitzer hat oder zu oft nach Codes gefragt wurde.</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>say this and end</source>
        <translation>dies ausgeben und enden</translation>
    </message>
    <message>
        <source>the folder that holds everything the program stores</source>
        <translation>der Ordner mit allem, was das Programm speichert</translation>
    </message>
    <message>
        <source>use the server at this address, not the one of this computer</source>
        <translation>den Server an dieser Adresse benutzen, nicht den dieses Computers</translation>
    </message>
    <message>
        <source>look on this network card only; may be given several times</source>
        <translation>nur auf dieser Netzwerkkarte suchen; mehrfach möglich</translation>
    </message>
    <message>
        <source>the language to speak: en, de</source>
        <translation>die Sprache: en, de</translation>
    </message>
    <message>
        <source>say on standard error what is going on</source>
        <translation>auf der Fehlerausgabe melden, was geschieht</translation>
    </message>
    <message>
        <source>say the version and end</source>
        <translation>die Version ausgeben und enden</translation>
    </message>
    <message>
        <source>the colours, for this start</source>
        <translation>die Farben, für diesen Start</translation>
    </message>
    <message>
        <source>start with so many demo streamers; 3 if not said</source>
        <translation>mit so vielen Demo-Streamern starten; ohne Angabe 3</translation>
    </message>
    <message>
        <source>be the kiosk of a shop; set up in Settings before</source>
        <translation>als Kiosk eines Ladens starten; vorher in den Einstellungen einrichten</translation>
    </message>
    <message>
        <source>render every page as a picture into a folder and end</source>
        <translation>jede Seite als Bild in einen Ordner schreiben und enden</translation>
    </message>
    <message>
        <source>how long to look; 3 if not said</source>
        <translation>wie viele Sekunden gesucht wird; ohne Angabe 3</translation>
    </message>
    <message>
        <source>go on looking and tell each change, until stopped or for so many --seconds</source>
        <translation>weiter suchen und jede Änderung melden, bis zum Abbruch oder so viele --seconds lang</translation>
    </message>
    <message>
        <source>look by these ways only, separated by commas</source>
        <translation>nur auf diesen Suchwegen suchen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>answer for programs</source>
        <translation>Antwort für Programme, als JSON</translation>
    </message>
    <message>
        <source>how many streamers; 3 if not said, fewer where the named card has not so many addresses</source>
        <translation>wie viele Streamer; ohne Angabe 3, weniger, wo die genannte Karte nicht so viele Adressen hat</translation>
    </message>
    <message>
        <source>the address of the first one, the others count up; 127.0.0.2 if not said, or the one of the named card</source>
        <translation>die Adresse des ersten, die anderen zählen hoch; ohne Angabe 127.0.0.2 oder die der genannten Karte</translation>
    </message>
    <message>
        <source>break one of them: silent, slow, garbage, half-answer, doubled-mac, new-address, new-certificate, wrong-certificate, refuses, reboots, full, lies-about-state, announce-only; may be given several times</source>
        <translation>einem von ihnen einen Fehler geben: silent, slow, garbage, half-answer, doubled-mac, new-address, new-certificate, wrong-certificate, refuses, reboots, full, lies-about-state, announce-only; mehrfach möglich</translation>
    </message>
    <message>
        <source>a number from which all follows that broken ones do by chance; 0 if not said</source>
        <translation>eine Zahl, aus der alles folgt, was gestörte zufällig tun; 0, wenn nicht genannt</translation>
    </message>
    <message>
        <source>a file of what happens to them and when, one step a line: 5 2 fault silent</source>
        <translation>eine Datei mit dem, was wann mit ihnen geschieht, ein Schritt je Zeile: 5 2 fault silent</translation>
    </message>
    <message>
        <source>let anybody add them: they ask for no code, as if their button were pressed</source>
        <translation>jeder darf sie hinzufügen: sie verlangen keinen Code, als wäre ihre Taste gedrückt</translation>
    </message>
    <message>
        <source>ask this address or host name by itself too; may be given several times</source>
        <translation>auch diese Adresse oder diesen Rechnernamen einzeln fragen; mehrfach möglich</translation>
    </message>
    <message>
        <source>ask every address beside this computer&apos;s own too, up to 254 on each network card</source>
        <translation>auch jede Adresse neben der dieses Computers fragen, bis zu 254 je Netzwerkkarte</translation>
    </message>
    <message>
        <source>stand on this network card, at its own address and those that follow it there; of several the first counts, and --address can be in any of them</source>
        <translation>auf dieser Netzwerkkarte stehen, an ihrer eigenen Adresse und denen, die dort folgen; von mehreren zählt die erste, und --address kann in jeder von ihnen liegen</translation>
    </message>
    <message>
        <source>what they are called</source>
        <translation>wie sie heißen</translation>
    </message>
    <message>
        <source>run a server of its own, until it is stopped</source>
        <translation>einen eigenen Server laufen lassen, bis er beendet wird</translation>
    </message>
    <message>
        <source>show a code by which one computer of your home joins</source>
        <translation>einen Code zeigen, mit dem ein Computer des Zuhauses beitritt</translation>
    </message>
    <message>
        <source>list the computers that have joined</source>
        <translation>die Computer auflisten, die beigetreten sind</translation>
    </message>
    <message>
        <source>let a computer in no longer; its connections end at once</source>
        <translation>einen Computer nicht mehr einlassen; seine Verbindungen enden sofort</translation>
    </message>
    <message>
        <source>publish a version of the privacy policy</source>
        <translation>eine Version der Datenschutzerklärung veröffentlichen</translation>
    </message>
    <message>
        <source>list all support requests</source>
        <translation>alle Supportanfragen auflisten</translation>
    </message>
    <message>
        <source>show a support request</source>
        <translation>eine Supportanfrage zeigen</translation>
    </message>
    <message>
        <source>answer a support request; without TEXT it is read from input</source>
        <translation>eine Supportanfrage beantworten; ohne TEXT wird die Eingabe gelesen</translation>
    </message>
    <message>
        <source>close a support request</source>
        <translation>eine Supportanfrage schließen</translation>
    </message>
    <message>
        <source>Runs the server module on its own, and does what an operator does: publish a policy, answer support requests, offer firmware. All but run work on the database whether or not a server runs on it.</source>
        <translation>Betreibt das Servermodul für sich und tut, was ein Betreiber tut: eine Erklärung veröffentlichen, Supportanfragen beantworten, Firmware anbieten. Alles außer run arbeitet auf der Datenbank, ob ein Server auf ihr läuft oder nicht.</translation>
    </message>
    <message>
        <source>the address to listen on; 127.0.0.1 if not said</source>
        <translation>die Adresse, auf der gehört wird; ohne Angabe 127.0.0.1</translation>
    </message>
    <message>
        <source>the port to listen on; 8619 if not said, 0 for any free one</source>
        <translation>der Port, auf dem gehört wird; ohne Angabe 8619, 0 für einen freien</translation>
    </message>
    <message>
        <source>let the computers of your home join, over TLS; on every address if --host is not said</source>
        <translation>die Computer des Zuhauses beitreten lassen, über TLS; ohne --host auf jeder Adresse</translation>
    </message>
    <message>
        <source>the version&apos;s name, such as 1.1</source>
        <translation>der Name der Version, etwa 1.1</translation>
    </message>
    <message>
        <source>the language of the text, such as de</source>
        <translation>die Sprache des Textes, etwa de</translation>
    </message>
    <message>
        <source>the day from which it holds, such as 2027-01-01</source>
        <translation>der Tag, ab dem sie gilt, etwa 2027-01-01</translation>
    </message>
    <message>
        <source>how much it changes; material if not said</source>
        <translation>wie viel sie ändert; ohne Angabe material</translation>
    </message>
    <message>
        <source>what changes, in a sentence or two</source>
        <translation>was sich ändert, in einem oder zwei Sätzen</translation>
    </message>
    <message>
        <source>who answers for the policy and how to reach them</source>
        <translation>wer für die Datenschutzerklärung einsteht und wie man ihn erreicht</translation>
    </message>
    <message>
        <source>show the privacy policy in force</source>
        <translation>die geltende Datenschutzerklärung zeigen</translation>
    </message>
    <message>
        <source>list all published versions</source>
        <translation>alle veröffentlichten Versionen auflisten</translation>
    </message>
    <message>
        <source>show what version V2 changes against version V1</source>
        <translation>zeigen, was Version V2 gegenüber Version V1 ändert</translation>
    </message>
    <message>
        <source>accept the version in force</source>
        <translation>der geltenden Version zustimmen</translation>
    </message>
    <message>
        <source>decline the version in force</source>
        <translation>die geltende Version ablehnen</translation>
    </message>
    <message>
        <source>list your decisions</source>
        <translation>die eigenen Entscheidungen auflisten</translation>
    </message>
    <message>
        <source>check that none of your decisions was changed or is missing</source>
        <translation>prüfen, dass keine der Entscheidungen geändert wurde oder fehlt</translation>
    </message>
    <message>
        <source>create an account</source>
        <translation>ein Konto anlegen</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>anmelden</translation>
    </message>
    <message>
        <source>sign out on this computer</source>
        <translation>auf diesem Computer abmelden</translation>
    </message>
    <message>
        <source>list your sign-ins</source>
        <translation>die eigenen Anmeldungen auflisten</translation>
    </message>
    <message>
        <source>change the password</source>
        <translation>das Passwort ändern</translation>
    </message>
    <message>
        <source>delete the account and everything in it</source>
        <translation>das Konto mit allem darin löschen</translation>
    </message>
    <message>
        <source>list your support requests</source>
        <translation>die eigenen Supportanfragen auflisten</translation>
    </message>
    <message>
        <source>open a support request; without TEXT it is read from input</source>
        <translation>eine Supportanfrage eröffnen; ohne TEXT wird er aus der Eingabe gelesen</translation>
    </message>
    <message>
        <source>write a further message; without TEXT it is read from input</source>
        <translation>eine weitere Nachricht schreiben; ohne TEXT wird sie aus der Eingabe gelesen</translation>
    </message>
    <message>
        <source>list the streamers you added</source>
        <translation>die hinzugefügten Streamer auflisten</translation>
    </message>
    <message>
        <source>show one, and how it is now</source>
        <translation>einen zeigen, und wie es ihm gerade geht</translation>
    </message>
    <message>
        <source>make one yours, by its code or its button</source>
        <translation>einen zum eigenen machen, durch seinen Code oder seine Taste</translation>
    </message>
    <message>
        <source>give one a name</source>
        <translation>einem einen Namen geben</translation>
    </message>
    <message>
        <source>put one into a room</source>
        <translation>einen in einen Raum stellen</translation>
    </message>
    <message>
        <source>hand one over to somebody else, by a code</source>
        <translation>einen an jemand anderen übergeben, mit einem Code</translation>
    </message>
    <message>
        <source>reset one for a new owner, and write down what was seen</source>
        <translation>einen für einen neuen Besitzer zurücksetzen und aufschreiben, was zu sehen war</translation>
    </message>
    <message>
        <source>take one off your account</source>
        <translation>einen aus dem Konto nehmen</translation>
    </message>
    <message>
        <source>show one no more that is not yours</source>
        <translation>einen fremden nicht mehr zeigen</translation>
    </message>
    <message>
        <source>list those that are ignored</source>
        <translation>die ignorierten auflisten</translation>
    </message>
    <message>
        <source>show an ignored one again</source>
        <translation>einen ignorierten wieder zeigen</translation>
    </message>
    <message>
        <source>take one off the list until it is heard again</source>
        <translation>einen aus der Liste nehmen, bis er wieder gehört wird</translation>
    </message>
    <message>
        <source>the code that it shows; asked for if not said</source>
        <translation>der Code, den er zeigt; ohne Angabe wird danach gefragt</translation>
    </message>
    <message>
        <source>the streamer&apos;s name; asked for if not said</source>
        <translation>Name des Streamers; ohne Angabe wird gefragt</translation>
    </message>
    <message>
        <source>also where something waits to be sent: it is lost</source>
        <translation>auch wenn noch etwas zu senden ist: es geht verloren</translation>
    </message>
    <message>
        <source>read passwords from standard input, one a line, instead of asking</source>
        <translation>Passwörter aus der Standardeingabe lesen, eines je Zeile, statt zu fragen</translation>
    </message>
    <message>
        <source>Opens support requests and shows what was answered.</source>
        <translation>Eröffnet Supportanfragen und zeigt, was geantwortet wurde.</translation>
    </message>
    <message>
        <source>Adds streamers to your account, lists, names and releases them.</source>
        <translation>Fügt dem Konto Streamer hinzu, listet sie auf, benennt sie und gibt sie frei.</translation>
    </message>
    <message>
        <source>Shows the privacy policy and records what you decide about it.</source>
        <translation>Zeigt die Datenschutzerklärung und hält fest, wie dazu entschieden wird.</translation>
    </message>
    <message>
        <source>Creates your account, signs in and out, and deletes it again.</source>
        <translation>Legt ein Konto an, meldet an und ab und löscht es wieder.</translation>
    </message>
    <message>
        <source>let a streamer go on, or play from an address</source>
        <translation>einen Streamer weiterspielen oder von einer Adresse spielen lassen</translation>
    </message>
    <message>
        <source>let a streamer pause</source>
        <translation>einen Streamer anhalten</translation>
    </message>
    <message>
        <source>end what a streamer plays</source>
        <translation>beenden, was ein Streamer spielt</translation>
    </message>
    <message>
        <source>go to the next piece</source>
        <translation>zum nächsten Stück gehen</translation>
    </message>
    <message>
        <source>go to the piece before</source>
        <translation>zum vorigen Stück gehen</translation>
    </message>
    <message>
        <source>go to a place in the piece: 90, 1:30 or 1:02:30</source>
        <translation>zu einer Stelle im Stück gehen: 90, 1:30 oder 1:02:30</translation>
    </message>
    <message>
        <source>say how loud a streamer is, or set it: 30, +5 or -5</source>
        <translation>sagen, wie laut ein Streamer ist, oder es einstellen: 30, +5 oder -5</translation>
    </message>
    <message>
        <source>list what a streamer can play from, or choose</source>
        <translation>auflisten, wovon ein Streamer spielen kann, oder wählen</translation>
    </message>
    <message>
        <source>Shows the support requests of everybody, and answers them.</source>
        <translation>Zeigt die Supportanfragen aller und beantwortet sie.</translation>
    </message>
    <message>
        <source>Shows the computers that have joined, and removes them.</source>
        <translation>Zeigt die Computer, die beigetreten sind, und entfernt sie.</translation>
    </message>
    <message>
        <source>Publishes versions of the privacy policy.</source>
        <translation>Veröffentlicht Versionen der Datenschutzerklärung.</translation>
    </message>
    <message>
        <source>silence a streamer (on) or let it sound again (off), as loud as before</source>
        <translation>einen Streamer stumm schalten (on) oder wieder hören lassen (off), so laut wie zuvor</translation>
    </message>
    <message>
        <source>look for a shared server in the home</source>
        <translation>nach einem gemeinsamen Server im Zuhause suchen</translation>
    </message>
    <message>
        <source>join the home whose server shows a code; alone, the one found</source>
        <translation>dem Zuhause beitreten, dessen Server einen Code zeigt; ohne ADDRESS dem, das gefunden wird</translation>
    </message>
    <message>
        <source>show which home was joined</source>
        <translation>zeigen, welchem Zuhause beigetreten wurde</translation>
    </message>
    <message>
        <source>leave the home again</source>
        <translation>das Zuhause wieder verlassen</translation>
    </message>
    <message>
        <source>Joins this computer to a home whose computers share a server, so that all of them have the same accounts, streamers and support requests.</source>
        <translation>Lässt diesen Computer einem Zuhause beitreten, dessen Computer sich einen Server teilen, sodass alle dieselben Konten, Streamer und Supportanfragen haben.</translation>
    </message>
    <message>
        <source>find out why no streamer is found</source>
        <translation>herausfinden, warum kein Streamer zu finden ist</translation>
    </message>
    <message>
        <source>Looks for streamers and examines this computer&apos;s network: cards, routes, VPN, firewall, port 30303, router and neighbours. Says one likely cause and one thing to do. It asks inside this computer&apos;s own networks alone, and keeps and sends nothing. Exit status 0 where streamers are found, else 3.</source>
        <translation>Sucht Streamer und untersucht das Netzwerk dieses Computers: Karten, Wege, VPN, Firewall, Port 30303, Router und Nachbarn. Nennt eine wahrscheinliche Ursache und eine Sache, die zu tun ist. Gefragt wird nur in den eigenen Netzwerken dieses Computers, und nichts wird behalten oder gesendet. Status 0, wenn Streamer zu finden sind, sonst 3.</translation>
    </message>
    <message>
        <source>say which firmware a streamer has and what is ready for it, or install that</source>
        <translation>sagen, welche Firmware ein Streamer hat und was für ihn bereit ist, oder das installieren</translation>
    </message>
    <message>
        <source>once it is back and well, also your others of the same product, one by one</source>
        <translation>sobald er wohlbehalten zurück ist, auch die eigenen anderen des gleichen Produkts, einen nach dem anderen</translation>
    </message>
    <message>
        <source>stop what plays on it; without this an update waits for another time</source>
        <translation>anhalten, was darauf spielt; ohne diese Option wartet das Erneuern auf ein andermal</translation>
    </message>
    <message>
        <source>offer firmware that its maker has signed; FILE has its .json beside it</source>
        <translation>Firmware anbieten, die ihr Hersteller unterschrieben hat; neben FILE liegt ihre .json</translation>
    </message>
    <message>
        <source>list the firmware that is offered</source>
        <translation>die angebotene Firmware auflisten</translation>
    </message>
    <message>
        <source>offer a firmware no longer</source>
        <translation>eine Firmware nicht mehr anbieten</translation>
    </message>
    <message>
        <source>sign firmware as its maker; FILE has its facts beside it, as .toml</source>
        <translation>Firmware als ihr Hersteller unterschreiben; neben FILE liegen ihre Angaben als .toml</translation>
    </message>
    <message>
        <source>make a key to sign firmware with, in a new file</source>
        <translation>einen Schlüssel zum Unterschreiben von Firmware anlegen, in einer neuen Datei</translation>
    </message>
    <message>
        <source>Offers firmware for streamers, and signs it for those who make it.</source>
        <translation>Bietet Firmware für Streamer an und unterschreibt sie für ihre Hersteller.</translation>
    </message>
    <message>
        <source>the file of the key to sign with</source>
        <translation>die Datei des Schlüssels, mit dem unterschrieben wird</translation>
    </message>
    <message>
        <source>list presets, play one, keep what plays as one or empty it</source>
        <translation>Favoriten auflisten, einen spielen, was spielt als einen behalten oder ihn leeren</translation>
    </message>
    <message>
        <source>say how the equaliser stands, or set it: a curve&apos;s name or 2,1,0,-1,1</source>
        <translation>sagen, wie der Equalizer steht, oder ihn einstellen: Name einer Klangkurve oder 2,1,0,-1,1</translation>
    </message>
    <message>
        <source>say or set which side is louder: -100 left to 100 right</source>
        <translation>sagen oder einstellen, welche Seite lauter ist: -100 links bis 100 rechts</translation>
    </message>
    <message>
        <source>say or set after how long a streamer sleeps; off ends the timer</source>
        <translation>sagen oder einstellen, nach wie langer Zeit ein Streamer schläft; off hält die Uhr an</translation>
    </message>
    <message>
        <source>let a streamer sleep (on) or wake (off), or set when it sleeps by itself</source>
        <translation>einen Streamer schlafen lassen (on) oder wecken (off), oder einstellen, wann er von selbst schläft</translation>
    </message>
    <message>
        <source>say or set how bright its lights are</source>
        <translation>sagen oder einstellen, wie hell seine Lichter sind</translation>
    </message>
    <message>
        <source>say whether its buttons are locked, or lock them</source>
        <translation>sagen, ob seine Tasten gesperrt sind, oder sie sperren</translation>
    </message>
    <message>
        <source>say or set the volume that a streamer never gets above</source>
        <translation>sagen oder einstellen, wie laut ein Streamer höchstens wird</translation>
    </message>
    <message>
        <source>call an input otherwise; without NAME as it was called at first</source>
        <translation>einen Eingang anders nennen; ohne NAME so, wie er zuerst hieß</translation>
    </message>
    <message>
        <source>leave an input out of the list (on), or list it again (off)</source>
        <translation>einen Eingang aus der Liste lassen (on) oder wieder aufführen (off)</translation>
    </message>
    <message>
        <source>say how a streamer of yours stands in the network</source>
        <translation>sagen, wie ein eigener Streamer im Netz steht</translation>
    </message>
    <message>
        <source>say how a streamer of yours is doing</source>
        <translation>sagen, wie es einem eigenen Streamer geht</translation>
    </message>
    <message>
        <source>show what a streamer of yours has written down</source>
        <translation>zeigen, was ein eigener Streamer aufgeschrieben hat</translation>
    </message>
    <message>
        <source>let a streamer of yours start anew</source>
        <translation>einen eigenen Streamer neu starten lassen</translation>
    </message>
    <message>
        <source>let a streamer of yours be as it came from the factory, and take it off your account; NAME is its own, to be sure</source>
        <translation>einen eigenen Streamer so sein lassen, wie er aus der Fabrik kam, und aus dem Konto nehmen; NAME ist sein eigener, zur Sicherheit</translation>
    </message>
    <message>
        <source>save all settings of a streamer into a file</source>
        <translation>alle Einstellungen eines Streamers in einer Datei speichern</translation>
    </message>
    <message>
        <source>say which settings are others than in the file</source>
        <translation>sagen, welche Einstellungen andere sind als in der Datei</translation>
    </message>
    <message>
        <source>put the settings of a file in place, at the same streamer or another</source>
        <translation>die Einstellungen einer Datei übernehmen lassen, vom selben Streamer oder einem anderen</translation>
    </message>
    <message>
        <source>Saves the settings of a streamer, compares and puts them in place.</source>
        <translation>Speichert die Einstellungen eines Streamers, vergleicht sie und setzt sie ein.</translation>
    </message>
    <message>
        <source>list the streamers that play together</source>
        <translation>zeigt die Streamer, die zusammen spielen</translation>
    </message>
    <message>
        <source>let a streamer play what another one plays, in step</source>
        <translation>lässt einen Streamer spielen, was ein anderer spielt, im Gleichlauf</translation>
    </message>
    <message>
        <source>take one out of its group; the group ends with who leads it</source>
        <translation>nimmt einen aus seiner Gruppe; mit dem, der sie führt, endet sie</translation>
    </message>
    <message>
        <source>say how loud a group is, or set it; its balance stays</source>
        <translation>sagt, wie laut eine Gruppe ist, oder stellt es ein; ihr Verhältnis bleibt</translation>
    </message>
    <message>
        <source>let everything that plays pause</source>
        <translation>lässt alles pausieren, was spielt</translation>
    </message>
    <message>
        <source>Lets streamers play together, and sets how loud they are together.</source>
        <translation>Lässt Streamer zusammen spielen und stellt ein, wie laut sie zusammen sind.</translation>
    </message>
    <message>
        <source>list the addresses that are asked here</source>
        <translation>die Adressen auflisten, die hier gefragt werden</translation>
    </message>
    <message>
        <source>ask an address or host name, and remember it if one answers</source>
        <translation>eine Adresse oder einen Rechnernamen fragen und merken, wenn dort einer antwortet</translation>
    </message>
    <message>
        <source>remember an address no more</source>
        <translation>eine Adresse nicht mehr merken</translation>
    </message>
    <message>
        <source>list the network cards, and which of them are looked on</source>
        <translation>die Netzwerkkarten auflisten und auf welchen gesucht wird</translation>
    </message>
    <message>
        <source>look on these cards only, named or by address</source>
        <translation>nur auf diesen Karten suchen, nach Name oder Adresse</translation>
    </message>
    <message>
        <source>look on every card again</source>
        <translation>wieder auf allen Karten suchen</translation>
    </message>
    <message>
        <source>Asks addresses of streamers that are not found by themselves. Where one answers it is asked at each start in this network, for as long as you are signed in.</source>
        <translation>Fragt Adressen von Streamern, die nicht von selbst gefunden werden. Wo einer antwortet, wird er bei jedem Start in diesem Netz gefragt, solange Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>Chooses the network cards that streamers are looked for on.</source>
        <translation>Wählt die Netzwerkkarten, auf denen nach Streamern gesucht wird.</translation>
    </message>
    <message>
        <source>keep the group of a streamer, with the volume of each</source>
        <translation>speichert die Gruppe eines Streamers mit der Lautstärke eines jeden</translation>
    </message>
    <message>
        <source>list the groups that are kept</source>
        <translation>zählt die gespeicherten Gruppen auf</translation>
    </message>
    <message>
        <source>bring a saved group back, each as loud as it was</source>
        <translation>holt eine gespeicherte Gruppe zurück, jeden so laut, wie er war</translation>
    </message>
    <message>
        <source>give a saved group a new name</source>
        <translation>gibt einer gespeicherten Gruppe einen neuen Namen</translation>
    </message>
    <message>
        <source>keep a saved group no longer</source>
        <translation>löscht eine gespeicherte Gruppe</translation>
    </message>
</context>
<context>
    <name>household</name>
    <message>
        <source>Code shown at the server: </source>
        <translation>Code, der am Server gezeigt wird: </translation>
    </message>
    <message>
        <source>The server of that home has not heard of it, so its list may still have this computer, which nobody can use any more. It is taken off there: altrabits server computers remove.</source>
        <translation>Der Server jenes Zuhauses hat davon nicht erfahren, daher steht dieser Computer vielleicht noch in seiner Liste; benutzen kann ihn dort niemand mehr. Dort wird er entfernt: altrabits server computers remove.</translation>
    </message>
    <message>
        <source>This computer has joined no home.</source>
        <translation>Dieser Computer ist keinem Zuhause beigetreten.</translation>
    </message>
    <message>
        <source>This computer belongs to the home whose server is at {address}.</source>
        <translation>Dieser Computer gehört zu dem Zuhause, dessen Server unter {address} ist.</translation>
    </message>
    <message>
        <source>The window uses that from its next start on, and commands do as soon as no window is open.</source>
        <translation>Das Fenster hält sich ab seinem nächsten Start daran, und Befehle, sobald kein Fenster offen ist.</translation>
    </message>
    <message>
        <source>No shared server answers on this network.</source>
        <translation>In diesem Netz antwortet kein gemeinsamer Server.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Certificate begins</source>
        <translation>Zertifikat beginnt mit</translation>
    </message>
</context>
<context>
    <name>key</name>
    <message>
        <source>{words} ({key})</source>
        <comment>tool tip</comment>
        <translation>{words} ({key})</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Go on to the next control</source>
        <translation>Zum nächsten Bedienelement gehen</translation>
    </message>
    <message>
        <source>Press what has the focus</source>
        <translation>Auslösen, was den Fokus hat</translation>
    </message>
    <message>
        <source>Scroll the page</source>
        <translation>Auf der Seite blättern</translation>
    </message>
    <message>
        <source>Choose what is to be done</source>
        <translation>Wählen, was getan werden soll</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Es tun</translation>
    </message>
    <message>
        <source>Leave the list</source>
        <translation>Die Liste verlassen</translation>
    </message>
    <message>
        <source>Open the streamer, or fold its room</source>
        <translation>Den Streamer öffnen oder seinen Raum einklappen</translation>
    </message>
    <message>
        <source>Fold a room, or unfold it</source>
        <translation>Einen Raum ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Show what can be done with it</source>
        <translation>Zeigen, was damit getan werden kann</translation>
    </message>
    <message>
        <source>Play, or pause</source>
        <translation>Wiedergeben oder anhalten</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>What the keyboard does in this window</source>
        <translation>Was die Tastatur in diesem Fenster tut</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the list of commands</source>
        <translation>In der Liste der Befehle</translation>
    </message>
    <message>
        <source>In the rows of streamers</source>
        <translation>In den Zeilen der Streamer</translation>
    </message>
    <message>
        <source>On a chosen streamer, and on its page</source>
        <translation>Am gewählten Streamer und auf seiner Seite</translation>
    </message>
    <message>
        <source>{keys}: {what}</source>
        <comment>read aloud</comment>
        <translation>{keys}: {what}</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>Touch anywhere to stay</source>
        <translation>Zum Bleiben berühren</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Digits typed</source>
        <translation>Getippte Ziffern</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Zum Start berühren</translation>
    </message>
    <message>
        <source>Putting everything back</source>
        <translation>Alles wird zurückgestellt</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>For staff</source>
        <translation>Für das Personal</translation>
    </message>
    <message>
        <source>Pick a streamer
and listen</source>
        <translation>Einen Streamer wählen
und zuhören</translation>
    </message>
    <message>
        <source>Nothing you do here is kept.</source>
        <translation>Nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>Ready. Touch play to begin.</source>
        <translation>Bereit. Wiedergabe berühren.</translation>
    </message>
    <message>
        <source>Streamers in this shop</source>
        <translation>Streamer im Laden</translation>
    </message>
    <message>
        <source>Demo streamers</source>
        <translation>Demo-Streamer</translation>
    </message>
    <message>
        <source>The staff of this shop can help.</source>
        <translation>Das Personal dieses Ladens hilft weiter.</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Nichts bleibt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The streamers here are a demo inside this computer.</source>
        <translation>Diese Streamer sind eine Demo in diesem Computer.</translation>
    </message>
    <message>
        <source>No streamer can be tried just now.</source>
        <translation>Gerade lässt sich kein Streamer ausprobieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n streamer(s) of this shop can be tried.</source>
        <translation>
            <numerusform>%n Streamer dieses Ladens lässt sich ausprobieren.</numerusform>
            <numerusform>%n Streamer dieses Ladens lassen sich ausprobieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wiped at {time}. Not put back yet: {names}.</source>
        <translation>Gelöscht um {time}. Noch nicht zurückgestellt: {names}.</translation>
    </message>
    <message>
        <source>Wiped at {time}. Put back: {names}.</source>
        <translation>Gelöscht um {time}. Zurückgestellt: {names}.</translation>
    </message>
    <message>
        <source>Wiped at {time}. Everything is as it was.</source>
        <translation>Gelöscht um {time}. Alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>The visitor was done</source>
        <translation>Der Besuch war zu Ende</translation>
    </message>
    <message>
        <source>Nobody touched it for a minute</source>
        <translation>Eine Minute lang keine Berührung</translation>
    </message>
    <message>
        <source>The program started</source>
        <translation>Das Programm ist gestartet</translation>
    </message>
    <message>
        <source>Staff gave it back</source>
        <translation>Vom Personal zurückgegeben</translation>
    </message>
    <message numerus="yes">
        <source>Back to the start in %n s</source>
        <translation>
            <numerusform>In %n s zurück zum Start</numerusform>
            <numerusform>In %n s zurück zum Start</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up for the kiosk cannot be read, so no PIN opens it. End the program on this computer, start it without --kiosk, and set the kiosk up again in Settings.</source>
        <translation>Was für den Kiosk eingerichtet war, ist nicht lesbar, daher öffnet ihn keine PIN. Das Programm auf diesem Computer beenden, ohne --kiosk starten und den Kiosk in den Einstellungen neu einrichten.</translation>
    </message>
    <message>
        <source>For the staff of this shop.</source>
        <translation>Für das Personal dieses Ladens.</translation>
    </message>
    <message>
        <source>Code to scan: {address}</source>
        <comment>read aloud</comment>
        <translation>Code zum Scannen: {address}</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message>
        <source>{earlier}, {next}</source>
        <translation>{earlier}, {next}</translation>
    </message>
    <message>
        <source>{earlier} and {last}</source>
        <translation>{earlier} und {last}</translation>
    </message>
</context>
<context>
    <name>navigation</name>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>AltraBits</source>
        <translation>AltraBits</translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Streamers, {count}</source>
        <comment>read aloud</comment>
        <translation>Streamer, {count}</translation>
    </message>
    <message numerus="yes">
        <source>Support, %n new answer(s)</source>
        <comment>read aloud</comment>
        <translation>
            <numerusform>Support, %n neue Antwort</numerusform>
            <numerusform>Support, %n neue Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <comment>nothing about the person</comment>
        <translation>Nichts gespeichert</translation>
    </message>
    <message>
        <source>Nothing about you or your streamers is kept; only your choices and a log without names.</source>
        <translation>Über Personen und Streamer wird nichts behalten; nur die Auswahl und ein Protokoll ohne Namen.</translation>
    </message>
    <message>
        <source>{name}. {note}.</source>
        <comment>who is here, read aloud</comment>
        <translation>{name}. {note}.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>Whether you are still signed in is being looked up.</source>
        <translation>Es wird nachgesehen, ob die Anmeldung noch gilt.</translation>
    </message>
    <message>
        <source>{meaning} The server is {server}.</source>
        <comment>not on this computer</comment>
        <translation>{meaning} Der Server ist {server}.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>You are signed in, and the policy is accepted.</source>
        <translation>Angemeldet; der Datenschutzerklärung ist zugestimmt.</translation>
    </message>
    <message>
        <source>Limited</source>
        <comment>signed in, undecided about the policy</comment>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>You are signed in. What needs a yes to the privacy policy waits for your decision.</source>
        <translation>Angemeldet. Was ein Ja zur Datenschutzerklärung braucht, wartet auf die Entscheidung.</translation>
    </message>
    <message>
        <source>Policy declined</source>
        <translation>Erklärung abgelehnt</translation>
    </message>
    <message>
        <source>The privacy policy is declined. You can change your mind on page Privacy.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt. Auf der Seite Datenschutz lässt sich das ändern.</translation>
    </message>
    <message>
        <source>Server starting</source>
        <translation>Server startet</translation>
    </message>
    <message>
        <source>The server of this computer is being started.</source>
        <translation>Der Server dieses Computers wird gerade gestartet.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Server wird gefragt</translation>
    </message>
    <message>
        <source>Whether the server answers is known in a moment.</source>
        <translation>Ob der Server antwortet, zeigt sich gleich.</translation>
    </message>
    <message>
        <source>Server resting</source>
        <translation>Server ruht</translation>
    </message>
    <message>
        <source>Nothing has needed the server so far. It starts by itself when something does.</source>
        <translation>Bisher hat nichts den Server gebraucht. Er startet von selbst, sobald etwas ihn braucht.</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>Server nicht da</translation>
    </message>
    <message numerus="yes">
        <source>Server away, %n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>Nicht da, %n wartet</numerusform>
            <numerusform>Nicht da, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be sent now. What you do is kept, and sent once it can be.</source>
        <translation>Gerade kann nichts gesendet werden. Was getan wird, bleibt erhalten und wird gesendet, sobald es geht.</translation>
    </message>
    <message>
        <source>Server ready</source>
        <translation>Server bereit</translation>
    </message>
    <message>
        <source>The server answers. While nobody is signed in, nothing is kept there.</source>
        <translation>Der Server antwortet. Solange niemand angemeldet ist, wird dort nichts gespeichert.</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Senden gestoppt</translation>
    </message>
    <message>
        <source>Nothing is sent, since the privacy policy is declined.</source>
        <translation>Es wird nichts gesendet, da die Datenschutzerklärung abgelehnt ist.</translation>
    </message>
    <message>
        <source>Sending waits</source>
        <translation>Senden wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is sent before you decide about the privacy policy.</source>
        <translation>Vor der Entscheidung über die Datenschutzerklärung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Everything is sent, and what is new is here.</source>
        <translation>Alles ist gesendet, und was neu ist, ist hier.</translation>
    </message>
    <message>
        <source>All up to date</source>
        <translation>Alles aktuell</translation>
    </message>
    <message>
        <source>A sign-in or a decision about the privacy policy comes first.</source>
        <translation>Zuerst kommt eine Anmeldung oder eine Entscheidung über die Datenschutzerklärung.</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)</source>
        <comment>to the server</comment>
        <translation>
            <numerusform>Sendet %n Änderung</numerusform>
            <numerusform>Sendet %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>What you did is safe here, and on its way.</source>
        <translation>Die Änderungen sind hier sicher und unterwegs.</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>Holt das Neue</translation>
    </message>
    <message>
        <source>What is new on the server is being fetched.</source>
        <translation>Was auf dem Server neu ist, wird geholt.</translation>
    </message>
    <message>
        <source>{meaning} Since {time}.</source>
        <comment>how it stands, and since when</comment>
        <translation>{meaning} Seit {time}.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Nobody is signed in. What this computer keeps of the last account stays until the next sign-in; signing out after that removes it.</source>
        <translation>Niemand ist angemeldet. Was dieser Computer vom letzten Konto behält, bleibt bis zur nächsten Anmeldung; wer sich danach abmeldet, entfernt es.</translation>
    </message>
    <message>
        <source>Nobody is signed in. What the accounts of this computer keep stays until they are deleted.</source>
        <translation>Niemand ist angemeldet. Was die Konten dieses Computers enthalten, bleibt, bis sie gelöscht werden.</translation>
    </message>
    <message>
        <source>Your yes is kept</source>
        <translation>Das Ja ist gespeichert</translation>
    </message>
    <message>
        <source>Your yes to the privacy policy is kept, and nothing else about you or your streamers.</source>
        <translation>Gespeichert ist das Ja zur Datenschutzerklärung und sonst nichts über die Person oder ihre Streamer.</translation>
    </message>
    <message>
        <source>What waits is kept, and sent once you accept the policy on page Privacy.</source>
        <translation>Was wartet, ist aufgehoben und wird nach einem Ja zur Erklärung auf der Seite Datenschutz gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped, %n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>Angehalten, %n wartet</numerusform>
            <numerusform>Angehalten, %n warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>of a streamer</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>In a way of its own</source>
        <comment>connection</comment>
        <translation>Auf eigene Weise</translation>
    </message>
    <message>
        <source>Wi-Fi “{name}”</source>
        <translation>WLAN „{name}“</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>{number} Gbit/s</source>
        <translation>{number} Gbit/s</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message>
        <source>weakest {percent} at {time}</source>
        <comment>48 %, 13:20</comment>
        <translation>min. {percent} um {time}</translation>
    </message>
</context>
<context>
    <name>new owner</name>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Geprüft am</translation>
    </message>
    <message>
        <source>Ready for a new owner</source>
        <translation>Bereit für einen neuen Besitzer</translation>
    </message>
    <message>
        <source>What was done, and seen afterwards:</source>
        <translation>Was getan wurde und danach zu sehen war:</translation>
    </message>
    <message>
        <source>It was released by its owner and reset.</source>
        <translation>Er wurde vom Besitzer freigegeben und zurückgesetzt.</translation>
    </message>
    <message>
        <source>It came back with a certificate that it made anew.</source>
        <translation>Er kam mit einem neu erzeugten Zertifikat wieder.</translation>
    </message>
    <message>
        <source>Nobody owns it: it asks nobody for its button.</source>
        <translation>Er gehört niemandem: Er verlangt von niemandem einen Druck auf seine Taste.</translation>
    </message>
    <message>
        <source>Whether somebody owns it cannot be seen: it shows no code, and asks everybody for its button.</source>
        <translation>Ob er jemandem gehört, ist nicht zu sehen: Er zeigt keinen Code und verlangt von jedem einen Tastendruck.</translation>
    </message>
    <message>
        <source>To check it: add the streamer in AltraBits Desktop and press its button. From then on it obeys you alone.</source>
        <translation>So prüfen Sie es: Fügen Sie den Streamer in AltraBits Desktop hinzu, und drücken Sie seine Taste. Von da an gehorcht er nur Ihnen.</translation>
    </message>
    <message>
        <source>Fingerprint of its new certificate (SHA-256):</source>
        <translation>Fingerabdruck des neuen Zertifikats (SHA-256):</translation>
    </message>
    <message>
        <source>To check it: add the streamer in AltraBits Desktop. It shows a code and asks for no button. If it wants its button pressed, somebody has owned it since.</source>
        <translation>Zum Nachprüfen: den Streamer in AltraBits Desktop hinzufügen. Er zeigt einen Code und verlangt keinen Tastendruck. Verlangt er ihn, so hat er seitdem jemandem gehört.</translation>
    </message>
    <message>
        <source>Written by AltraBits Desktop {version} on the computer of the former owner. It says what that program saw; nobody else vouches for it.</source>
        <translation>Geschrieben von AltraBits Desktop {version} auf dem Computer des bisherigen Besitzers. Hier steht, was dieses Programm gesehen hat; sonst bürgt niemand dafür.</translation>
    </message>
    <message>
        <source>This resets {name}: its settings are lost, and it is taken off your account.
Type its name to go on: </source>
        <translation>Das setzt {name} zurück: Seine Einstellungen gehen verloren, und er wird aus diesem Konto entfernt.
Zum Fortfahren den Namen eingeben: </translation>
    </message>
    <message>
        <source>{name} is reset and starts anew, which takes up to two minutes.</source>
        <translation>{name} wird zurückgesetzt und startet neu; das dauert bis zu zwei Minuten.</translation>
    </message>
    <message>
        <source>{name} is ready for a new owner. What was seen stands in {file}.</source>
        <translation>{name} ist bereit für einen neuen Besitzer. Was zu sehen war, steht in {file}.</translation>
    </message>
</context>
<context>
    <name>nothing found</name>
    <message>
        <source>No chosen network card is connected</source>
        <translation>Keine gewählte Netzwerkkarte ist verbunden</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>{what}: {found}</source>
        <comment>read aloud</comment>
        <translation>{what}: {found}</translation>
    </message>
    <message>
        <source>{what}: {found}</source>
        <translation>{what}: {found}</translation>
    </message>
    <message>
        <source>{card}: {address}</source>
        <translation>{card}: {address}</translation>
    </message>
    <message numerus="yes">
        <source>%n left out of the list: no identity, or too many</source>
        <comment>announcements</comment>
        <translation>
            <numerusform>%n nicht in die Liste aufgenommen: ohne Kennung oder zu viele</numerusform>
            <numerusform>%n nicht in die Liste aufgenommen: ohne Kennung oder zu viele</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>nichts gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>{protocol}: {sent} asked, {heard} heard, {malformed} broken, {refused} not followed</source>
        <translation>{protocol}: {sent} gefragt, {heard} gehört, {malformed} unlesbar, {refused} nicht verfolgt</translation>
    </message>
    <message>
        <source>{counts}. The system says: {detail}</source>
        <translation>{counts}. Das System sagt: {detail}</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Try it anyway</source>
        <translation>Trotzdem ausprobieren</translation>
    </message>
    <message>
        <source>Three demo streamers, here</source>
        <translation>Drei Demo-Streamer, hier</translation>
    </message>
    <message>
        <source>A demo streamer</source>
        <translation>Ein Demo-Streamer</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>The way from here to the streamers</source>
        <translation>Der Weg von hier zu den Streamern</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <comment>sent</comment>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>no way through</source>
        <translation>kein Weg</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>lauscht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>ready to listen</source>
        <translation>bereit zu lauschen</translation>
    </message>
    <message>
        <source>Inside this computer</source>
        <translation>In diesem Computer</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>lets answers through</source>
        <translation>lässt Antworten durch</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>{kind} card</source>
        <translation>Netzwerkkarte ({kind})</translation>
    </message>
    <message numerus="yes">
        <source>%n network cards</source>
        <comment>two or more</comment>
        <translation>
            <numerusform>%n Netzwerkkarte</numerusform>
            <numerusform>%n Netzwerkkarten</numerusform>
        </translation>
    </message>
    <message>
        <source>lets answers in</source>
        <translation>lässt Antworten ein</translation>
    </message>
    <message>
        <source>signal {percent} %</source>
        <translation>Signal {percent} %</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation>Streamer</translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n antwortet</numerusform>
            <numerusform>%n antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>nicht zu fragen</translation>
    </message>
    <message numerus="yes">
        <source>%n neighbours,</source>
        <comment>the next line goes on</comment>
        <translation>
            <numerusform>%n Nachbar,</numerusform>
            <numerusform>%n Nachbarn,</numerusform>
        </translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>bisher keiner</translation>
    </message>
    <message>
        <source>none is a streamer</source>
        <translation>keiner ist ein Streamer</translation>
    </message>
    <message>
        <source>nothing comes back</source>
        <translation>nichts kommt zurück</translation>
    </message>
    <message>
        <source>none answers</source>
        <translation>keiner antwortet</translation>
    </message>
    <message>
        <source>No network to look on</source>
        <translation>Kein Netzwerk zum Suchen</translation>
    </message>
    <message>
        <source>Looking on {cards}</source>
        <translation>Suche läuft ({cards})</translation>
    </message>
    <message>
        <source>Looked for {time} on {cards}. {outcome}</source>
        <translation>{time} gesucht ({cards}). {outcome}</translation>
    </message>
    <message>
        <source>No streamer answered.</source>
        <translation>Kein Streamer hat geantwortet.</translation>
    </message>
    <message>
        <source>Nothing answered.</source>
        <translation>Nichts hat geantwortet.</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Grund suchen</translation>
    </message>
    <message>
        <source>Choose network cards</source>
        <translation>Netzwerkkarten wählen</translation>
    </message>
    <message>
        <source>Show this streamer</source>
        <translation>Diesen Streamer zeigen</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Open Wi-Fi settings</source>
        <translation>WLAN-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open network settings</source>
        <translation>Netzwerk-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open VPN settings</source>
        <translation>VPN-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open firewall settings</source>
        <translation>Firewall-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Open privacy settings</source>
        <translation>Datenschutz-Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
</context>
<context>
    <name>operations</name>
    <message>
        <source>What goes on</source>
        <translation>Was im Gange ist</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{verb}: {operation}</source>
        <translation>{verb}: {operation}</translation>
    </message>
    <message>
        <source>It did not work</source>
        <translation>Es hat nicht geklappt</translation>
    </message>
</context>
<context>
    <name>policy</name>
    <message>
        <source>Version {version}, in force from {day}. Fingerprint {fingerprint}</source>
        <translation>Version {version}, gültig ab {day}. Fingerabdruck {fingerprint}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>There are no decisions yet.</source>
        <translation>Es gibt noch keine Entscheidungen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s), none changed or missing.</source>
        <translation>
            <numerusform>%n Entscheidung, nicht geändert, nichts fehlt.</numerusform>
            <numerusform>%n Entscheidungen, keine geändert, keine fehlt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The fingerprint of the newest is {digest}.</source>
        <translation>Der Fingerabdruck der neuesten ist {digest}.</translation>
    </message>
    <message>
        <source>Decision {number} does not fit the one before: it was changed.</source>
        <translation>Entscheidung {number} passt nicht zur vorigen: Sie wurde verändert.</translation>
    </message>
    <message>
        <source>Version {version} of the policy is accepted.</source>
        <translation>Version {version} der Datenschutzerklärung ist angenommen.</translation>
    </message>
    <message>
        <source>Version {version} of the policy is declined.</source>
        <translation>Version {version} der Datenschutzerklärung ist abgelehnt.</translation>
    </message>
    <message>
        <source>Version {version} of the policy is not decided about.</source>
        <translation>Über Version {version} der Datenschutzerklärung ist nicht entschieden.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Declining</source>
        <translation>Lehnt ab</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Accepting</source>
        <translation>Stimmt zu</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>{section}, read</source>
        <comment>read aloud</comment>
        <translation>{section}, gelesen</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Back to Privacy</source>
        <translation>Zurück zum Datenschutz</translation>
    </message>
    <message>
        <source>The text is being fetched</source>
        <translation>Der Text wird geholt</translation>
    </message>
    <message>
        <source>Fetch it again</source>
        <translation>Noch einmal holen</translation>
    </message>
    <message>
        <source>The text could not be fetched</source>
        <translation>Der Text konnte nicht geholt werden</translation>
    </message>
    <message>
        <source>Show the place before</source>
        <translation>Vorige Stelle zeigen</translation>
    </message>
    <message>
        <source>Show the next place</source>
        <translation>Nächste Stelle zeigen</translation>
    </message>
    <message>
        <source>Text of the privacy policy</source>
        <translation>Text der Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Read to the end</source>
        <translation>Bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>{read} of {all} read, {minutes} min left</source>
        <translation>{read} von {all}, noch {minutes} min</translation>
    </message>
    <message>
        <source>Not in the text</source>
        <translation>Nicht im Text</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <comment>places found by the search</comment>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>Search the text</source>
        <translation>Text durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>The privacy policy has changed</source>
        <translation>Die Datenschutzerklärung ist geändert</translation>
    </message>
    <message>
        <source>Comparing with an earlier version</source>
        <translation>Vergleich mit einer früheren Version</translation>
    </message>
    <message>
        <source>Looking for an earlier version</source>
        <translation>Suche nach einer früheren Version</translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation>Das ist die erste Version.</translation>
    </message>
    <message>
        <source>Compared with {version}</source>
        <comment>a version such as 1.0</comment>
        <translation>Verglichen mit {version}</translation>
    </message>
    <message>
        <source>Compared with version {version}, which you decided about</source>
        <translation>Seit der Entscheidung über Version {version}</translation>
    </message>
    <message>
        <source>Compared with version {version}, the one before</source>
        <translation>Verglichen mit der Version davor, {version}</translation>
    </message>
    <message>
        <source>The server does not answer; the earlier version is kept there.</source>
        <translation>Der Server antwortet nicht; die frühere Version liegt dort.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>In force from {date}</source>
        <comment>a version, later</comment>
        <translation>Gültig ab {date}</translation>
    </message>
    <message>
        <source>In force since {date}</source>
        <translation>Gültig seit {date}</translation>
    </message>
    <message>
        <source>Took effect on {date}</source>
        <comment>an earlier version</comment>
        <translation>Galt ab {date}</translation>
    </message>
    <message>
        <source>Fingerprint {digits}</source>
        <translation>Fingerabdruck {digits}</translation>
    </message>
    <message>
        <source>Contact named with this policy: {contact}</source>
        <translation>Zu dieser Erklärung genannter Kontakt: {contact}</translation>
    </message>
    <message>
        <source>A yes opens adding and controlling streamers with an account. A no keeps finding, reading and the demo.</source>
        <translation>Ein Ja öffnet mit einem Konto das Hinzufügen und Steuern von Streamern. Bei einem Nein bleiben Suchen, Lesen und die Demo.</translation>
    </message>
    <message>
        <source>You accepted this version. You can change your mind.</source>
        <translation>Dieser Version ist zugestimmt. Die Entscheidung lässt sich ändern.</translation>
    </message>
    <message>
        <source>You declined this version. You can change your mind.</source>
        <translation>Diese Version ist abgelehnt. Die Entscheidung lässt sich ändern.</translation>
    </message>
    <message>
        <source>You accepted this version on {date} at {time}. You can change your mind.</source>
        <translation>Dieser Version wurde am {date} um {time} zugestimmt. Die Entscheidung lässt sich ändern.</translation>
    </message>
    <message>
        <source>You declined this version on {date} at {time}. You can change your mind.</source>
        <translation>Diese Version wurde am {date} um {time} abgelehnt. Die Entscheidung lässt sich ändern.</translation>
    </message>
    <message>
        <source>It can be decided about once it is in force.</source>
        <translation>Entschieden werden kann darüber, sobald sie gilt.</translation>
    </message>
    <message>
        <source>A later version is in force; decisions are about that one.</source>
        <translation>Eine spätere Version gilt; entschieden wird über jene.</translation>
    </message>
    <message>
        <source>The server does not answer, so nothing was recorded. Try again when it does.</source>
        <translation>Der Server antwortet nicht, deshalb wurde nichts festgehalten. Sobald er antwortet, noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The server does not answer, and this text is kept there.</source>
        <translation>Der Server antwortet nicht, und dieser Text liegt dort.</translation>
    </message>
    <message>
        <source>Version {version} compared with version {earlier}</source>
        <translation>Version {version} verglichen mit Version {earlier}</translation>
    </message>
    <message>
        <source>What this means for me: {summary}</source>
        <translation>Was das für mich heißt: {summary}</translation>
    </message>
    <message>
        <source>Not a word differs.</source>
        <translation>Kein Wort ist anders.</translation>
    </message>
    <message>
        <source>Signs: {+added+} and [-removed-]</source>
        <translation>Zeichen: {+dazu+} und [-weg-]</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>in a section</comment>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>added, underlined</source>
        <comment>words of a policy</comment>
        <translation>dazu, unterstrichen</translation>
    </message>
    <message>
        <source>removed, struck through</source>
        <comment>words of a policy</comment>
        <translation>weg, durchgestrichen</translation>
    </message>
    <message>
        <source>What this means for me</source>
        <translation>Was das für mich heißt</translation>
    </message>
    <message>
        <source>Changed: {sections}</source>
        <translation>Geändert: {sections}</translation>
    </message>
    <message>
        <source>Above the first heading</source>
        <translation>Über der ersten Überschrift</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Ganzer Text</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>The no was said on this computer while nobody was signed in, and the account has not recorded it. It holds here until you decide once more: `altrabits policy decline`, or `altrabits policy accept`.</source>
        <translation>Das Nein wurde auf diesem Computer gesagt, als niemand angemeldet war, und das Konto hat es nicht festgehalten. Es gilt hier bis zur nächsten Entscheidung: `altrabits policy decline` oder `altrabits policy accept`.</translation>
    </message>
    <message>
        <source>This was decided already, on {day}; nothing new is recorded.</source>
        <translation>So wurde bereits am {day} entschieden; nichts Neues wird festgehalten.</translation>
    </message>
    <message>
        <source>This was decided already, on {day}, with receipt {number}; nothing new is recorded.</source>
        <translation>So wurde bereits am {day} entschieden, mit Beleg {number}; nichts Neues wird festgehalten.</translation>
    </message>
    <message>
        <source>It was declined on this computer before this sign-in, and that holds here until you decide: your answer is recorded in your account.</source>
        <translation>Sie wurde auf diesem Computer vor dieser Anmeldung abgelehnt, und das gilt hier bis zur nächsten Antwort, die im Konto festgehalten wird.</translation>
    </message>
    <message>
        <source>A decision made without an account is kept on this computer alone, as its latest one, and has no receipt. A yes goes along when an account is created. The decisions of an account are listed after a sign-in: `altrabits account sign-in EMAIL`.</source>
        <translation>Eine Entscheidung ohne Konto wird allein auf diesem Computer bewahrt, immer nur die letzte, und hat keinen Beleg. Ein Ja geht mit, wenn ein Konto angelegt wird. Die Entscheidungen eines Kontos werden nach einer Anmeldung aufgelistet: `altrabits account sign-in EMAIL`.</translation>
    </message>
    <message>
        <source>No decision made without an account is kept on this computer. The decisions of an account are kept by its server.</source>
        <translation>Auf diesem Computer ist keine Entscheidung ohne Konto bewahrt. Die Entscheidungen eines Kontos bewahrt sein Server.</translation>
    </message>
</context>
<context>
    <name>privacy</name>
    <message numerus="yes">
        <source>%n receipt(s), none changed or missing</source>
        <translation>
            <numerusform>%n Beleg, nichts geändert, nichts fehlt</numerusform>
            <numerusform>%n Belege, keiner geändert, keiner fehlt</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt {number} does not fit the one before it.</source>
        <translation>Beleg {number} passt nicht zum vorigen.</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>Beleg {number}</translation>
    </message>
    <message>
        <source>on this computer</source>
        <comment>where a decision is kept</comment>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>My decisions</source>
        <translation>Meine Entscheidungen</translation>
    </message>
    <message>
        <source>Nothing is decided on this computer. A decision without an account stays here; those of an account are shown after a sign-in.</source>
        <translation>Auf diesem Computer ist nichts entschieden. Eine Entscheidung ohne Konto bleibt hier; die eines Kontos stehen hier nach der Anmeldung.</translation>
    </message>
    <message>
        <source>Your receipts are being read.</source>
        <translation>Die Belege werden gelesen.</translation>
    </message>
    <message>
        <source>You have decided nothing yet. Each decision gets a receipt.</source>
        <translation>Noch ist nichts entschieden. Jede Entscheidung bekommt einen Beleg.</translation>
    </message>
    <message>
        <source>Accepted version {version}</source>
        <translation>Version {version} zugestimmt</translation>
    </message>
    <message>
        <source>Declined version {version}</source>
        <translation>Version {version} abgelehnt</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <comment>of a decision</comment>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Read the policy</source>
        <translation>Erklärung lesen</translation>
    </message>
    <message>
        <source>The policy in force is being read</source>
        <translation>Die gültige Erklärung wird gelesen</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>The policy cannot be shown just now</source>
        <translation>Die Erklärung lässt sich gerade nicht zeigen</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>a version of the policy</comment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read version {version}</source>
        <comment>read aloud</comment>
        <translation>Version {version} lesen</translation>
    </message>
    <message>
        <source>What changes</source>
        <comment>in a version of the policy</comment>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Read what version {version} changes</source>
        <comment>read aloud</comment>
        <translation>Lesen, was Version {version} ändert</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The latest {shown} of {count} are here; “{command}” lists all.</source>
        <translation>Hier stehen die neuesten {shown} von {count}; „{command}“ listet alle auf.</translation>
    </message>
    <message>
        <source>Other versions cannot be read just now.</source>
        <translation>Andere Versionen lassen sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>wording only</source>
        <translation>nur der Wortlaut</translation>
    </message>
    <message>
        <source>a minor change</source>
        <translation>eine kleine Änderung</translation>
    </message>
    <message>
        <source>asks for a yes or a no</source>
        <translation>fragt nach Ja oder Nein</translation>
    </message>
    <message>
        <source>{date}, announced</source>
        <translation>{date}, angekündigt</translation>
    </message>
    <message>
        <source>{date}, accepted by you</source>
        <translation>{date}, zugestimmt</translation>
    </message>
    <message>
        <source>{date}, declined by you</source>
        <translation>{date}, abgelehnt</translation>
    </message>
    <message>
        <source>{date}, in force</source>
        <translation>{date}, gültig</translation>
    </message>
    <message>
        <source>The server does not answer, and this is kept there.</source>
        <translation>Der Server antwortet nicht, und dies liegt dort.</translation>
    </message>
    <message>
        <source>Finding streamers, and what they play</source>
        <translation>Streamer finden, und was sie spielen</translation>
    </message>
    <message>
        <source>Opening a streamer’s own page</source>
        <translation>Die eigene Seite eines Streamers öffnen</translation>
    </message>
    <message>
        <source>The demo streamers, fully</source>
        <translation>Die Demo-Streamer, ganz</translation>
    </message>
    <message>
        <source>Reading the policy</source>
        <translation>Die Erklärung lesen</translation>
    </message>
    <message>
        <source>Your account and its sign-ins</source>
        <translation>Das Konto und seine Anmeldungen</translation>
    </message>
    <message>
        <source>Deleting your account and its data</source>
        <translation>Das Konto mit seinen Daten löschen</translation>
    </message>
    <message>
        <source>Controlling streamers</source>
        <translation>Streamer steuern</translation>
    </message>
    <message>
        <source>Adding and naming streamers</source>
        <translation>Streamer hinzufügen und benennen</translation>
    </message>
    <message>
        <source>New support requests</source>
        <translation>Neue Anfragen an den Support</translation>
    </message>
    <message>
        <source>Keeping up to date with the server</source>
        <translation>Abgleich mit dem Server</translation>
    </message>
    <message>
        <source>An account of your own</source>
        <translation>Ein eigenes Konto</translation>
    </message>
    <message>
        <source>This stays closed</source>
        <translation>Das bleibt geschlossen</translation>
    </message>
    <message>
        <source>This has stopped</source>
        <translation>Das ruht</translation>
    </message>
    <message>
        <source>This waits for your decision</source>
        <translation>Das wartet auf die Entscheidung</translation>
    </message>
    <message>
        <source>This needs an account</source>
        <translation>Das braucht ein Konto</translation>
    </message>
    <message>
        <source>This goes on</source>
        <translation>Das geht weiter</translation>
    </message>
    <message>
        <source>This is open to you</source>
        <translation>Das ist offen</translation>
    </message>
    <message>
        <source>You declined version {version}</source>
        <translation>Version {version} ist abgelehnt</translation>
    </message>
    <message>
        <source>The policy in force is not known just now</source>
        <translation>Die gültige Erklärung ist gerade nicht bekannt</translation>
    </message>
    <message>
        <source>Version {version} is in force.</source>
        <translation>Version {version} gilt.</translation>
    </message>
    <message>
        <source>Version {version} follows on {date}.</source>
        <translation>Version {version} folgt am {date}.</translation>
    </message>
    <message>
        <source>You can change your mind at any time.</source>
        <translation>Die Entscheidung lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>On {date} at {time}. You can change your mind at any time.</source>
        <translation>Am {date} um {time}. Jederzeit änderbar.</translation>
    </message>
    <message>
        <source>You accepted it.</source>
        <translation>Ihr ist zugestimmt.</translation>
    </message>
    <message>
        <source>You accepted it on this computer.</source>
        <translation>Ihr ist auf diesem Computer zugestimmt.</translation>
    </message>
    <message>
        <source>You have not decided about it.</source>
        <translation>Über sie ist nicht entschieden.</translation>
    </message>
    <message>
        <source>What is shown here was known before.</source>
        <translation>Was hier steht, war vorher bekannt.</translation>
    </message>
    <message>
        <source>The server has no policy in force yet.</source>
        <translation>Auf dem Server gilt noch keine Erklärung.</translation>
    </message>
    <message>
        <source>The server does not answer, and the policy is kept there.</source>
        <translation>Der Server antwortet nicht, und die Erklärung liegt dort.</translation>
    </message>
    <message>
        <source>Finding streamers and the demo need neither.</source>
        <translation>Streamer finden und die Demo gehen auch ohne.</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Declined here before this sign-in. The account has not recorded it: decide again.</source>
        <translation>Hier vor dieser Anmeldung abgelehnt. Im Konto steht es nicht: bitte neu entscheiden.</translation>
    </message>
    <message>
        <source>Declined here on {date}, before this sign-in. The account has not recorded it: decide again.</source>
        <translation>Hier am {date} vor dieser Anmeldung abgelehnt. Im Konto steht es nicht: bitte neu entscheiden.</translation>
    </message>
</context>
<context>
    <name>protocol</name>
    <message>
        <source>AltraBits search</source>
        <translation>AltraBits-Suche</translation>
    </message>
    <message>
        <source>Service search</source>
        <translation>Dienste-Suche</translation>
    </message>
    <message>
        <source>Media search</source>
        <translation>Medien-Suche</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Announce</translation>
    </message>
    <message>
        <source>mDNS</source>
        <translation>mDNS</translation>
    </message>
    <message>
        <source>SSDP</source>
        <translation>SSDP</translation>
    </message>
    <message>
        <source>Typed address</source>
        <translation>Eingegebene Adresse</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>{state}. {why}.</source>
        <translation>{state}. {why}.</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Out of reach since {time}</source>
        <translation>Nicht erreichbar seit {time}</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Answering since {time}</source>
        <translation>Antwortet seit {time}</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Being checked, silent since {time}</source>
        <translation>Wird geprüft, still seit {time}</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Asleep since {time}</source>
        <translation>Schläft seit {time}</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not answering since {time}</source>
        <translation>Keine Antwort seit {time}</translation>
    </message>
    <message>
        <source>It has a new address</source>
        <translation>Er hat eine neue Adresse</translation>
    </message>
    <message>
        <source>It said goodbye</source>
        <translation>Er hat sich verabschiedet</translation>
    </message>
    <message>
        <source>It did not answer when asked</source>
        <translation>Er antwortete nicht auf Fragen</translation>
    </message>
    <message>
        <source>Another one answers at its address</source>
        <translation>Ein anderer hat seine Adresse</translation>
    </message>
    <message>
        <source>This computer has left its network</source>
        <translation>Dieser Computer ist nicht mehr im Netz</translation>
    </message>
    <message>
        <source>Not heard since the start</source>
        <translation>Seit dem Start nicht gehört</translation>
    </message>
</context>
<context>
    <name>refusal</name>
    <message>
        <source>AltraBits Desktop cannot start</source>
        <translation>AltraBits Desktop kann nicht starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>refused</name>
    <message>
        <source>“{name}” was not added to your streamers.</source>
        <translation>„{name}“ wurde nicht zu den eigenen Streamern hinzugefügt.</translation>
    </message>
    <message>
        <source>The name and room of “{name}” were not saved.</source>
        <translation>Name und Raum von „{name}“ wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>“{name}” was not removed from your streamers.</source>
        <translation>„{name}“ wurde nicht aus den eigenen Streamern entfernt.</translation>
    </message>
    <message>
        <source>A streamer was not removed from your streamers.</source>
        <translation>Ein Streamer wurde nicht aus den eigenen Streamern entfernt.</translation>
    </message>
    <message>
        <source>It was removed from your streamers on another computer.</source>
        <translation>Er wurde an einem anderen Computer aus den eigenen Streamern entfernt.</translation>
    </message>
</context>
<context>
    <name>rest</name>
    <message>
        <source>Sleep timer, light and standby</source>
        <translation>Einschlafzeit, Licht und Bereitschaft</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Einschlafzeit</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Standby</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>when</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change when it goes to standby by itself</source>
        <translation>Ändern, wann er von selbst in Bereitschaft geht</translation>
    </message>
    <message>
        <source>The sleep timer is stopped.</source>
        <translation>Die Einschlafzeit ist angehalten.</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>the sleep timer</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>In {time}</source>
        <translation>In {time}</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>the sleep timer</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Einstellen</translation>
    </message>
    <message>
        <source>Bright</source>
        <comment>lights</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dim</source>
        <comment>lights</comment>
        <translation>Gedimmt</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>lights</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>In a way of its own</source>
        <comment>lights</comment>
        <translation>Auf eigene Weise</translation>
    </message>
    <message>
        <source>Wake up</source>
        <translation>Aufwecken</translation>
    </message>
    <message>
        <source>In standby</source>
        <translation>In Bereitschaft</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>go to standby</comment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Awake</source>
        <translation>Wach</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Nie von selbst</translation>
    </message>
    <message>
        <source>After {time}</source>
        <translation>Nach {time}</translation>
    </message>
    <message>
        <source>In standby it is silent and needs little power, stays in the network, and wakes when something is played.</source>
        <translation>In Bereitschaft ist er still, braucht wenig Strom, bleibt im Netzwerk und wacht auf, wenn etwas gespielt wird.</translation>
    </message>
    <message>
        <source>It never goes there by itself.</source>
        <translation>Von selbst geht er nie dorthin.</translation>
    </message>
    <message>
        <source>It goes there by itself after {time} without music.</source>
        <translation>Von selbst geht er nach {time} ohne Musik dorthin.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>buttons</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Can be pressed</source>
        <comment>buttons</comment>
        <translation>Bedienbar</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>{number} h</source>
        <translation>{number} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>server</name>
    <message>
        <source>There are no support requests.</source>
        <translation>Es gibt keine Supportanfragen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>The server answers at {url}. Ctrl+C ends it.</source>
        <translation>Der Server antwortet unter {url}. Strg+C beendet ihn.</translation>
    </message>
    <message>
        <source>Version {version} is published in the language {language}.</source>
        <translation>Version {version} ist in der Sprache {language} veröffentlicht.</translation>
    </message>
    <message>
        <source>The server of your home answers at {url}. Ctrl+C ends it.</source>
        <translation>Der Server des Zuhauses antwortet unter {url}. Strg+C beendet ihn.</translation>
    </message>
    <message>
        <source>To let a computer join, give this command here, with the same --profile if one was given: altrabits server pair</source>
        <translation>Einen Computer lässt hier dieser Befehl beitreten, mit demselben --profile, falls eines angegeben wurde: altrabits server pair</translation>
    </message>
    <message>
        <source>It cannot be announced on the network, so computers do not find it by themselves: they join by its address.</source>
        <translation>Er lässt sich im Netz nicht ankündigen, also finden Computer ihn nicht von selbst: Sie treten mit seiner Adresse bei.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>Type it at the computer that is to join: on page Settings under “{heading}”, or with altrabits household join. It holds for two minutes, for one computer, and as long as this command runs.</source>
        <translation>Er wird an dem Computer getippt, der beitreten soll: auf der Seite Einstellungen unter „{heading}“, oder mit altrabits household join. Er gilt zwei Minuten, für einen Computer, und solange dieser Befehl läuft.</translation>
    </message>
    <message>
        <source>A computer has joined ({computer}). If it is not yours: altrabits server computers remove {id}</source>
        <translation>Ein Computer ist beigetreten ({computer}). Falls es ein fremder ist: altrabits server computers remove {id}</translation>
    </message>
    <message>
        <source>The computer {id} is let in no longer.</source>
        <translation>Der Computer {id} wird nicht mehr eingelassen.</translation>
    </message>
    <message>
        <source>No computer has joined.</source>
        <translation>Kein Computer ist beigetreten.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>No firmware is offered.</source>
        <translation>Es wird keine Firmware angeboten.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Gut bis</translation>
    </message>
    <message>
        <source>Firmware {version} is offered for {products}.</source>
        <translation>Firmware {version} wird für {products} angeboten.</translation>
    </message>
    <message>
        <source>Firmware {version} is no longer offered for {products}.</source>
        <translation>Firmware {version} wird für {products} nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>Firmware {version} for {products} is signed: {file}</source>
        <translation>Firmware {version} für {products} ist unterschrieben: {file}</translation>
    </message>
    <message>
        <source>The file is secret: whoever has it can sign firmware. Its public key, for those who are to trust it: {key}</source>
        <translation>Die Datei ist geheim: Wer sie hat, kann Firmware unterschreiben. Ihr öffentlicher Schlüssel, für alle, die ihr trauen sollen: {key}</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>All cards, also ones that come later</source>
        <translation>Alle Netzwerkkarten, auch spätere</translation>
    </message>
    <message>
        <source>{name}, not here now</source>
        <comment>network card</comment>
        <translation>{name}, gerade nicht da</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Each choice holds at once, on this computer only</source>
        <translation>Jede Wahl gilt sofort, nur auf diesem Computer</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>System follows the setting of this computer.</source>
        <translation>„System“ folgt der Einstellung dieses Computers.</translation>
    </message>
    <message>
        <source>System follows the language of this computer.</source>
        <translation>„System“ folgt der Sprache dieses Computers.</translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>Streamers are looked for on these, and nowhere else.</source>
        <translation>Streamer werden auf diesen gesucht und nirgends sonst.</translation>
    </message>
    <message>
        <source>Where this is kept</source>
        <translation>Wo das gespeichert ist</translation>
    </message>
    <message>
        <source>These choices, the size of the window, and a log without names or addresses. Once you decide about the policy, that decision; once you have an account, what belongs to it.</source>
        <translation>Diese Einstellungen, die Größe des Fensters und ein Protokoll ohne Namen und Adressen. Nach einer Entscheidung zur Erklärung auch diese, mit einem Konto auch, was dazu gehört.</translation>
    </message>
    <message>
        <source>Choices hold until the window is closed</source>
        <translation>Die Auswahl gilt, bis das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>This choice is not kept</source>
        <translation>Diese Auswahl wird nicht behalten</translation>
    </message>
    <message>
        <source>The folder below cannot be written. The choice holds until the window is closed, and what was kept before is untouched.</source>
        <translation>In den Ordner unten kann nicht geschrieben werden. Die Auswahl gilt, bis das Fenster geschlossen wird; was vorher behalten wurde, ist unverändert.</translation>
    </message>
    <message>
        <source>The latest choice could not be carried out</source>
        <translation>Die letzte Auswahl konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>These network cards cannot be used</source>
        <translation>Diese Netzwerkkarten können nicht benutzt werden</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>Tasten zeigen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Everything can be done without a mouse.</source>
        <translation>Alles geht auch ohne Maus.</translation>
    </message>
    <message>
        <source>On this computer, inside this program</source>
        <translation>Auf diesem Computer, in diesem Programm</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>What needs an account is kept there. Another one is named at the start, by --server.</source>
        <translation>Dort wird aufbewahrt, was ein Konto braucht. Ein anderer wird beim Start mit --server genannt.</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über das Programm</translation>
    </message>
    <message>
        <source>{product}, version {version}</source>
        <translation>{product}, Version {version}</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Lets visitors of a shop try its streamers on the whole screen, and reach nothing else. Staff come back by a PIN.</source>
        <translation>Wer einen Laden besucht, probiert dessen Streamer auf dem ganzen Bildschirm aus und erreicht sonst nichts. Das Personal kommt mit einer PIN zurück.</translation>
    </message>
    <message>
        <source>Set up a kiosk</source>
        <translation>Kiosk einrichten</translation>
    </message>
    <message>
        <source>Start the kiosk</source>
        <translation>Kiosk starten</translation>
    </message>
    <message>
        <source>Change the kiosk</source>
        <translation>Kiosk ändern</translation>
    </message>
    <message>
        <source>No streamer of the account answers now, so visitors see the demo alone.</source>
        <translation>Gerade antwortet kein Streamer des Kontos, daher ist nur die Demo zu sehen.</translation>
    </message>
    <message>
        <source>Staff PIN</source>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>{least} to {most} digits. It leads out of the kiosk, so write it down where visitors do not come.</source>
        <translation>{least} bis {most} Ziffern. Sie führt aus dem Kiosk heraus: dort notieren, wo kein Besuch hinkommt.</translation>
    </message>
    <message>
        <source>{least} to {most} digits. It leads out of the kiosk, so write it down where visitors do not come. Empty keeps the one there is.</source>
        <translation>{least} bis {most} Ziffern. Sie führt aus dem Kiosk heraus: dort notieren, wo kein Besuch hinkommt. Leer bleibt die bisherige.</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <source>Keep it so</source>
        <translation>So behalten</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Wird behalten</translation>
    </message>
    <message>
        <source>Remove the kiosk</source>
        <translation>Kiosk entfernen</translation>
    </message>
    <message>
        <source>The last visits</source>
        <translation>Die letzten Besuche</translation>
    </message>
    <message>
        <source>Visitors see</source>
        <translation>Zu sehen sind</translation>
    </message>
    <message>
        <source>Visitors act for the account of this computer. Until somebody is signed in here and has accepted the policy, the kiosk shows the demo alone.</source>
        <translation>Bedient wird im Namen des Kontos dieses Computers. Bis hier jemand angemeldet ist und der Datenschutzerklärung zugestimmt hat, zeigt der Kiosk nur die Demo.</translation>
    </message>
    <message>
        <source>Kept. After each visit the streamers go back to how they are now.</source>
        <translation>Behalten. Nach jedem Besuch werden die Streamer so zurückgestellt, wie sie jetzt sind.</translation>
    </message>
    <message>
        <source>One home, several computers</source>
        <translation>Ein Zuhause, mehrere Computer</translation>
    </message>
    <message>
        <source>A computer of your home can share its server. Those that join it have the same accounts, streamers and support requests.</source>
        <translation>Ein Computer des Zuhauses kann seinen Server mit anderen teilen. Die ihm beitreten, haben dieselben Konten, Streamer und Supportanfragen.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Such as 192.168.1.20</source>
        <translation>Etwa 192.168.1.20</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Shown at the server by the command altrabits server pair.</source>
        <translation>Am Server zeigt ihn der Befehl altrabits server pair.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Join a home</source>
        <translation>Einem Zuhause beitreten</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Tritt bei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave this home</source>
        <translation>Dieses Zuhause verlassen</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>Verlässt</translation>
    </message>
    <message>
        <source>This computer belongs to the home whose server is at {place}.</source>
        <translation>Dieser Computer gehört zu dem Zuhause, dessen Server unter {place} ist.</translation>
    </message>
    <message>
        <source>It is used once the program is started without --server, which goes first.</source>
        <translation>Benutzt wird es nach einem Start ohne --server, das vorgeht.</translation>
    </message>
    <message>
        <source>It is used once the program has started again.</source>
        <translation>Er gilt, sobald das Programm neu gestartet ist.</translation>
    </message>
    <message>
        <source>This computer uses its own server once the program has started again.</source>
        <translation>Dieser Computer nutzt seinen eigenen Server, sobald das Programm neu gestartet ist.</translation>
    </message>
    <message>
        <source>Looking for a shared server on this network.</source>
        <translation>In diesem Netz wird nach einem gemeinsamen Server gesucht.</translation>
    </message>
    <message>
        <source>No shared server answers on this network. Type its address, or start one at another computer: altrabits server run --lan.</source>
        <translation>In diesem Netz antwortet kein gemeinsamer Server. Seine Adresse tippen oder einen an einem anderen Computer starten: altrabits server run --lan.</translation>
    </message>
    <message>
        <source>One shared server answers on this network.</source>
        <translation>In diesem Netz antwortet ein gemeinsamer Server.</translation>
    </message>
    <message>
        <source>The server of that home has not heard of it, so its list may still have this computer, which nobody can use any more. It is taken off there: altrabits server computers remove.</source>
        <translation>Der Server jenes Zuhauses hat davon nicht erfahren, daher steht dieser Computer vielleicht noch in seiner Liste; benutzen kann ihn dort niemand mehr. Dort wird er entfernt: altrabits server computers remove.</translation>
    </message>
    <message>
        <source>Several servers answer: {addresses}. Type the address of yours.</source>
        <translation>Mehrere Server antworten: {addresses}. Die Adresse des eigenen tippen.</translation>
    </message>
    <message>
        <source>Typed addresses</source>
        <translation>Eingegebene Adressen</translation>
    </message>
    <message>
        <source>Asked at each start in this network, because a streamer answered there.</source>
        <translation>Bei jedem Start in diesem Netz gefragt, weil dort ein Streamer geantwortet hat.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget {address}</source>
        <translation>{address} vergessen</translation>
    </message>
    <message>
        <source>Ignored streamers</source>
        <translation>Ignorierte Streamer</translation>
    </message>
    <message>
        <source>They are not listed, until you sign out.</source>
        <translation>Sie werden nicht gelistet, bis Sie sich abmelden.</translation>
    </message>
    <message>
        <source>They are not listed, until the window is closed.</source>
        <translation>Sie werden nicht gelistet, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>{step} louder</source>
        <translation>{step} lauter</translation>
    </message>
    <message>
        <source>Any</source>
        <comment>step of the volume</comment>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Largest step of the volume</source>
        <translation>Größter Schritt der Lautstärke</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>One press of a slider makes a streamer no louder than this; the handle goes anywhere.</source>
        <translation>Ein Druck auf einen Regler macht einen Streamer höchstens um so viel lauter; mit dem Griff geht es überall hin.</translation>
    </message>
    <message>
        <source>Streamers in other networks</source>
        <translation>Streamer in anderen Netzen</translation>
    </message>
    <message>
        <source>Some of your streamers were heard in other networks only. They are not listed in this one, unless you want them to be until the window is closed.</source>
        <translation>Einige Ihrer Streamer wurden nur in anderen Netzen gehört. Sie stehen in diesem nicht in der Liste, außer Sie wünschen es, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>List them here</source>
        <translation>Hier auflisten</translation>
    </message>
</context>
<context>
    <name>simulate</name>
    <message>
        <source>They are not announced by mDNS: {reason}.</source>
        <translation>Sie sind über mDNS nicht zu finden: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>%n streamer(s) running. Ctrl+C ends.</source>
        <comment>after the list</comment>
        <translation>
            <numerusform>%n Streamer läuft. Strg+C beendet.</numerusform>
            <numerusform>%n Streamer laufen. Strg+C beendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter presses the button of each streamer that waits for it.</source>
        <translation>Die Eingabetaste drückt die Taste jedes Streamers, der darauf wartet.</translation>
    </message>
    <message>
        <source>{name} waits for its button.</source>
        <translation>{name} wartet auf seine Taste.</translation>
    </message>
    <message>
        <source>The button of {name} is pressed.</source>
        <translation>Die Taste von {name} ist gedrückt.</translation>
    </message>
    <message>
        <source>Step: {step}</source>
        <translation>Schritt: {step}</translation>
    </message>
    <message>
        <source>No streamer waits for its button.</source>
        <translation>Kein Streamer wartet auf seine Taste.</translation>
    </message>
    <message>
        <source>{name} shows the code {code} to “{client}”.</source>
        <translation>{name} zeigt „{client}“ den Code {code}.</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Type the text. Ctrl+D on a line of its own ends it.</source>
        <translation>Den Text eingeben. Strg+D auf einer eigenen Zeile beendet ihn.</translation>
    </message>
    <message>
        <source>Type the text. Ctrl+Z and Enter on a line of its own ends it.</source>
        <translation>Den Text eingeben. Strg+Z und Eingabe auf einer eigenen Zeile beenden ihn.</translation>
    </message>
    <message>
        <source>AltraBits Desktop is open already; its window was brought forward. Where visitors do not have it yet, press “Start the kiosk” there, on page Settings.</source>
        <translation>AltraBits Desktop ist schon offen; das Fenster wurde nach vorn geholt. Haben Besucher es noch nicht, dort auf der Seite Einstellungen „Kiosk starten“ drücken.</translation>
    </message>
    <message>
        <source>AltraBits Desktop is open already; its window was brought forward.</source>
        <translation>AltraBits Desktop ist schon offen; das Fenster wurde nach vorn geholt.</translation>
    </message>
    <message>
        <source>There are no words in “{language}”, so these are English. Spoken: {known}.</source>
        <translation>Für „{language}“ gibt es keine Texte, daher Englisch. Diese Sprachen gibt es: {known}.</translation>
    </message>
</context>
<context>
    <name>streamer</name>
    <message>
        <source>Answer time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <comment>read aloud</comment>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>Back to the streamers</source>
        <translation>Zurück zu den Streamern</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>More</source>
        <comment>what can be done with a streamer</comment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was er ist</translation>
    </message>
    <message>
        <source>How it was heard</source>
        <translation>Wie er gehört wurde</translation>
    </message>
    <message>
        <source>Nothing is heard of it now</source>
        <translation>Zurzeit ist nichts von ihm zu hören</translation>
    </message>
    <message>
        <source>It comes back by itself as soon as it is heard again.</source>
        <translation>Er kommt von selbst zurück, sobald er wieder zu hören ist.</translation>
    </message>
    <message>
        <source>Streamer</source>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>No longer listed</source>
        <translation>Nicht mehr in der Liste</translation>
    </message>
    <message>
        <source>What plays</source>
        <translation>Was spielt</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Only listed</source>
        <translation>Nur in der Liste</translation>
    </message>
    <message>
        <source>Only shown</source>
        <translation>Nur Anzeige</translation>
    </message>
    <message>
        <source>Change how loud it may become: {limit}</source>
        <translation>Ändern, wie laut er werden darf: {limit}</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton einschalten</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Volume as a number</source>
        <translation>Lautstärke als Zahl</translation>
    </message>
    <message>
        <source>At most {step} louder at once. Press again to go on.</source>
        <translation>Auf einmal höchstens {step} lauter. Noch einmal drücken, um weiterzugehen.</translation>
    </message>
    <message>
        <source>Enter sets it to {volume}.</source>
        <translation>Mit der Eingabetaste wird {volume} eingestellt.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>max {volume}</source>
        <translation>max. {volume}</translation>
    </message>
    <message>
        <source>Cover of {title}</source>
        <translation>Cover von {title}</translation>
    </message>
    <message>
        <source>Picture of {product}</source>
        <translation>Bild von {product}</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>First heard</source>
        <translation>Zuerst gehört</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>The demo has ended</source>
        <translation>Die Demo ist beendet</translation>
    </message>
    <message>
        <source>This streamer was one of the demo, and went with it.</source>
        <translation>Dieser Streamer war einer der Demo und verschwand mit ihr.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>not since the start at {time}</source>
        <translation>seit dem Start um {time} noch nicht</translation>
    </message>
    <message>
        <source>No answer was timed yet</source>
        <translation>Noch keine Antwort gemessen</translation>
    </message>
    <message>
        <source>{count} of {total} under {limit}</source>
        <comment>answers, a time</comment>
        <translation>{count} von {total} unter {limit}</translation>
    </message>
    <message>
        <source>{answers}, the last at {time}</source>
        <comment>57 of 60 under 6 ms</comment>
        <translation>{answers}, die letzte um {time}</translation>
    </message>
    <message>
        <source>It stays in the list, and its own page still works.</source>
        <translation>Er bleibt in der Liste, und seine eigene Seite geht weiter.</translation>
    </message>
    <message>
        <source>It stays in the list.</source>
        <translation>Er bleibt in der Liste.</translation>
    </message>
    <message>
        <source>What it plays cannot be read</source>
        <translation>Was spielt, lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>It answers, but takes too long to say what it plays.</source>
        <translation>Er antwortet, braucht aber zu lange, um zu sagen, was er spielt.</translation>
    </message>
    <message>
        <source>It answers in a way that is not understood.</source>
        <translation>Er antwortet auf eine Art, die nicht verstanden wird.</translation>
    </message>
    <message>
        <source>The part of this program that talks to it is missing.</source>
        <translation>Der Teil dieses Programms, der mit ihm spricht, fehlt.</translation>
    </message>
    <message>
        <source>Hand over to somebody else</source>
        <translation>An jemand anderen übergeben</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Wird gefragt</translation>
    </message>
    <message>
        <source>Show a code</source>
        <translation>Code anzeigen</translation>
    </message>
    <message>
        <source>{name} gives a code for its next owner. Whoever adds it with this code, in AltraBits Desktop on the same network, owns it from then on; it keeps its settings and is taken off your account.</source>
        <translation>{name} gibt einen Code für den nächsten Besitzer aus. Wer ihn mit diesem Code in AltraBits Desktop im selben Netz hinzufügt, besitzt ihn von da an; er behält seine Einstellungen und wird aus diesem Konto entfernt.</translation>
    </message>
    <message>
        <source>Code for the next owner, good for {minutes} min. Tell it to nobody else: whoever adds {name} with it owns it.</source>
        <translation>Code für den nächsten Besitzer, gültig für {minutes} min. Er ist für niemand anderen: Wer {name} damit hinzufügt, besitzt ihn.</translation>
    </message>
    <message>
        <source>{name} has a new owner, and is no longer in your account.</source>
        <translation>{name} hat einen neuen Besitzer und ist nicht mehr in diesem Konto.</translation>
    </message>
    <message>
        <source>Nobody took {name} over. It is still yours.</source>
        <translation>Niemand hat {name} übernommen. Er gehört weiter diesem Konto.</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>a demo on this computer</source>
        <translation>eine Demo auf diesem Computer</translation>
    </message>
    <message>
        <source>managed from here</source>
        <translation>von hier aus verwaltet</translation>
    </message>
    <message>
        <source>seen live from here</source>
        <translation>von hier live zu sehen</translation>
    </message>
    <message>
        <source>from {address} at {time}</source>
        <comment>192.168.1.40, 14:02</comment>
        <translation>um {time}, vorher {address}</translation>
    </message>
    <message>
        <source>Address changed</source>
        <translation>Adresse geändert</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Asking what it plays</source>
        <translation>Fragt, was spielt</translation>
    </message>
    <message>
        <source>It does not prove to be yours.</source>
        <translation>Er ist nicht nachweislich der eigene.</translation>
    </message>
    <message>
        <source>It obeys its owner alone. Make it yours below.</source>
        <translation>Er gehorcht nur seinem Besitzer. Unten lässt er sich hinzufügen.</translation>
    </message>
    <message>
        <source>This computer has no key to it.</source>
        <translation>Diesem Computer fehlt der Schlüssel zu ihm.</translation>
    </message>
    <message>
        <source>It obeys another owner now.</source>
        <translation>Er gehorcht jetzt einem anderen Besitzer.</translation>
    </message>
    <message>
        <source>Controlling needs an account.</source>
        <translation>Zum Steuern braucht es ein Konto.</translation>
    </message>
    <message>
        <source>Controlling waits for your decision about the policy.</source>
        <translation>Steuern erst nach der Entscheidung.</translation>
    </message>
    <message>
        <source>Controlling needs the policy accepted.</source>
        <translation>Zum Steuern fehlt das Ja zum Datenschutz.</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger Titel</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Titel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Code on the streamer</source>
        <translation>Code am Streamer</translation>
    </message>
    <message>
        <source>Press the button on the streamer</source>
        <translation>Die Taste am Streamer drücken</translation>
    </message>
    <message>
        <source>Add to my streamers</source>
        <translation>Zu eigenen Streamern hinzufügen</translation>
    </message>
    <message>
        <source>Asking the streamer</source>
        <translation>Streamer wird gefragt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Wird hinzugefügt</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>The code is still missing.</source>
        <translation>Der Code fehlt noch.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Rename or hide</source>
        <translation>Umbenennen oder verbergen</translation>
    </message>
    <message>
        <source>The input “{input}” has another name now.</source>
        <translation>Der Eingang „{input}“ heißt jetzt anders.</translation>
    </message>
    <message>
        <source>The input “{input}” is hidden now.</source>
        <translation>Der Eingang „{input}“ ist jetzt verborgen.</translation>
    </message>
    <message>
        <source>Name of the input</source>
        <translation>Name des Eingangs</translation>
    </message>
    <message>
        <source>Shown</source>
        <comment>an input</comment>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>an input</comment>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Make it yours</source>
        <translation>Zum eigenen machen</translation>
    </message>
    <message>
        <source>Yours</source>
        <comment>a streamer</comment>
        <translation>Eigener Streamer</translation>
    </message>
    <message>
        <source>Not proved to be yours</source>
        <comment>a streamer</comment>
        <translation>Nicht nachweislich der eigene</translation>
    </message>
    <message>
        <source>Streamers are added to an account.</source>
        <translation>Streamer werden einem Konto hinzugefügt.</translation>
    </message>
    <message>
        <source>Adding waits for your decision about the policy.</source>
        <translation>Hinzufügen erst nach der Entscheidung.</translation>
    </message>
    <message>
        <source>Adding needs the policy accepted.</source>
        <translation>Hinzufügen erst nach einem Ja zur Erklärung.</translation>
    </message>
    <message>
        <source>Type the code of six digits that its owner tells you. The streamer is yours then, and no longer theirs.</source>
        <translation>Den sechsstelligen Code eingeben, den der bisherige Besitzer nennt. Der Streamer gehört dann diesem Konto und nicht mehr dem anderen.</translation>
    </message>
    <message>
        <source>Type the code of six digits that the streamer shows. Because it has an owner already, or was asked often, its button is to be pressed after that.</source>
        <translation>Den sechsstelligen Code eintippen, den der Streamer zeigt. Weil er schon einen Besitzer hat oder oft gefragt wurde, ist danach seine Taste zu drücken.</translation>
    </message>
    <message>
        <source>Type the code of six digits that the streamer shows.</source>
        <translation>Den sechsstelligen Code eintippen, den der Streamer zeigt.</translation>
    </message>
    <message>
        <source>It then obeys this account on this computer alone, and keeps a name and a room of its own here. It shows a code or waits for its button, so only somebody who stands before it can add it.</source>
        <translation>Danach gehorcht er nur diesem Konto auf diesem Computer und hat hier einen eigenen Namen und Raum. Er zeigt einen Code oder wartet auf seine Taste; hinzufügen kann ihn also nur, wer vor ihm steht.</translation>
    </message>
    <message>
        <source>It then keeps a name and a room of its own here. On the streamer itself nothing changes.</source>
        <translation>Danach hat er hier einen eigenen Namen und Raum. Am Streamer selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>It has an owner already, or was asked often, so it waits for its button.</source>
        <translation>Er hat schon einen Besitzer oder wurde oft gefragt und wartet deshalb auf seine Taste.</translation>
    </message>
    <message>
        <source>It has no display for a code. A press shows that somebody stands before it, not that nobody listens in between: add it in a network that you trust.</source>
        <translation>Er hat keine Anzeige für einen Code. Der Tastendruck zeigt, dass jemand vor ihm steht, aber nicht, dass niemand dazwischen mithört: nur in einem vertrauten Netz hinzufügen.</translation>
    </message>
    <message>
        <source>The account keeps its name, room, product and identity. Whoever is in this network controls it.</source>
        <translation>Das Konto bewahrt seinen Namen, Raum, sein Produkt und seine Kennung. Wer in diesem Netz ist, steuert ihn.</translation>
    </message>
    <message>
        <source>The streamer is told its name and room too: whoever is in its network sees them there, and it keeps them until it is reset.</source>
        <translation>Auch der Streamer erfährt Name und Raum: Wer in seinem Netz ist, sieht sie dort, und er behält sie, bis er zurückgesetzt wird.</translation>
    </message>
    <message>
        <source>It says that it is “{name}” of your streamers, which is another one here. Somebody may pretend to be it, so nothing is sent to it.</source>
        <translation>Er gibt sich als „{name}“ unter den eigenen Streamern aus; der ist hier ein anderer. Vielleicht täuscht ihn jemand vor, deshalb wird ihm nichts gesendet.</translation>
    </message>
    <message>
        <source>It says that it is “{name}” of your streamers, and does not show its certificate. Somebody may pretend to be it, so nothing is sent to it. Only if your streamer was reset or repaired, remove it here and add it again.</source>
        <translation>Er gibt sich als „{name}“ unter den eigenen Streamern aus und zeigt dessen Zertifikat nicht. Vielleicht täuscht ihn jemand vor, deshalb wird ihm nichts gesendet. Nur wenn der eigene Streamer zurückgesetzt oder repariert wurde, ihn hier entfernen und neu hinzufügen.</translation>
    </message>
    <message>
        <source>What makes it obey is not on this computer. Press “Remove from my streamers”, then add it again: it obeys then. It asks for its button for that.</source>
        <translation>Was ihn gehorchen lässt, ist nicht auf diesem Computer. „Aus eigenen Streamern entfernen“ drücken, dann erneut hinzufügen: Danach gehorcht er. Dabei verlangt er seine Taste.</translation>
    </message>
    <message>
        <source>The account keeps its name, room, product and identity, and by which certificate it is known. This account does not control it any more.</source>
        <translation>Das Konto bewahrt seinen Namen, Raum, sein Produkt und seine Kennung und an welchem Zertifikat er zu erkennen ist. Dieses Konto steuert ihn nicht mehr.</translation>
    </message>
    <message>
        <source>The account keeps its name, room, product and identity, and by which certificate it is known. This account alone controls it, as long as nobody adds it to another one.</source>
        <translation>Das Konto bewahrt seinen Namen, Raum, sein Produkt und seine Kennung und an welchem Zertifikat er zu erkennen ist. Nur dieses Konto steuert ihn, solange ihn niemand einem anderen hinzufügt.</translation>
    </message>
    <message>
        <source>As the streamer says</source>
        <translation>Wie der Streamer sagt</translation>
    </message>
    <message>
        <source>{room} (from the streamer)</source>
        <translation>{room} (vom Streamer)</translation>
    </message>
    <message>
        <source>It has another owner now. Press “Remove from my streamers”, then add it again: it obeys then. It asks for its button for that.</source>
        <translation>Er gehorcht jetzt einem anderen Konto. „Aus eigenen Streamern entfernen“ drücken, dann erneut hinzufügen: Danach gehorcht er. Dabei verlangt er seine Taste.</translation>
    </message>
    <message>
        <source>No keyring keeps what makes it obey: the streamer obeys until the window is closed, and is to be removed and added again after that.</source>
        <translation>Kein Schlüsselbund bewahrt auf, womit er gehorcht: Der Streamer gehorcht, bis das Fenster geschlossen wird, und ist danach zu entfernen und neu hinzuzufügen.</translation>
    </message>
    <message>
        <source>Its name and room here are forgotten.</source>
        <translation>Sein Name und Raum werden hier vergessen.</translation>
    </message>
    <message>
        <source>Its name and room here are forgotten. It goes on obeying its new owner.</source>
        <translation>Sein Name und Raum werden hier vergessen. Er gehorcht weiter dem anderen Konto.</translation>
    </message>
    <message>
        <source>Its name and room here are forgotten, and it obeys nobody until somebody adds it again.</source>
        <translation>Sein Name und Raum werden hier vergessen, und er gehorcht niemandem, bis ihn jemand wieder hinzufügt.</translation>
    </message>
    <message>
        <source>Its name and room here are forgotten. It cannot be told now, so it asks for its button when it is added again.</source>
        <translation>Sein Name und Raum werden hier vergessen. Er erfährt es jetzt nicht und verlangt deshalb beim nächsten Hinzufügen seine Taste.</translation>
    </message>
    <message>
        <source>For you alone</source>
        <translation>Nur für Sie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Shown no more; page Settings lists what is ignored</source>
        <translation>Wird nicht mehr gezeigt; die Einstellungen listen, was ignoriert wird</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Off the list until it is heard again</source>
        <translation>Aus der Liste, bis er wieder gehört wird</translation>
    </message>
    <message>
        <source>Room</source>
        <comment>of a streamer</comment>
        <translation>Raum</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Name speichern</translation>
    </message>
    <message>
        <source>Get ready for a new owner</source>
        <translation>Für einen neuen Besitzer vorbereiten</translation>
    </message>
    <message>
        <source>Name of the streamer</source>
        <translation>Name des Streamers</translation>
    </message>
    <message>
        <source>Reset it</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Save the certificate</source>
        <translation>Bescheinigung speichern</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>This resets {name}: its settings and presets are lost, and it is taken off your account. Then it is looked at again, and you can save a certificate for the new owner. Type its name to go on.</source>
        <translation>Das setzt {name} zurück: Einstellungen und Presets gehen verloren, und er wird aus diesem Konto entfernt. Danach wird er geprüft, und es lässt sich eine Bescheinigung für den neuen Besitzer speichern. Zum Fortfahren den Namen eingeben.</translation>
    </message>
    <message>
        <source>Saved in {file}.</source>
        <translation>Gespeichert in {file}.</translation>
    </message>
    <message>
        <source>{name} is ready for a new owner: it came back with a new certificate, and nobody owns it.</source>
        <translation>{name} ist bereit für einen neuen Besitzer: Er kam mit einem neuen Zertifikat wieder und gehört niemandem.</translation>
    </message>
    <message>
        <source>It starts anew, which takes up to two minutes.</source>
        <translation>Er startet neu; das dauert bis zu zwei Minuten.</translation>
    </message>
    <message>
        <source>It is told to forget everything.</source>
        <translation>Er wird angewiesen, alles zu vergessen.</translation>
    </message>
    <message>
        <source>Remove from my streamers</source>
        <translation>Aus eigenen Streamern entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Wird entfernt</translation>
    </message>
    <message>
        <source>Kept on this computer; waits to be sent to the server.</source>
        <translation>Auf diesem Computer gespeichert; wartet aufs Senden an den Server.</translation>
    </message>
    <message>
        <source>No keyring on this computer keeps what makes it obey: it obeys until the window is closed, and is to be removed and added again after that.</source>
        <translation>Kein Schlüsselbund dieses Computers bewahrt auf, womit er gehorcht: Er gehorcht, bis das Fenster geschlossen wird, und ist danach zu entfernen und neu hinzuzufügen.</translation>
    </message>
    <message>
        <source>Kept on this computer until you sign out, wherever the streamer is.</source>
        <translation>Bleibt auf diesem Computer, bis Sie sich abmelden, wo der Streamer auch ist.</translation>
    </message>
    <message>
        <source>Nobody is signed in, so this holds until the window is closed.</source>
        <translation>Niemand ist angemeldet, also gilt das, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Balance</translation>
    </message>
    <message>
        <source>Middle</source>
        <comment>of the balance</comment>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>{number} to the left</source>
        <translation>{number} nach links</translation>
    </message>
    <message>
        <source>{number} to the right</source>
        <translation>{number} nach rechts</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save what plays</source>
        <translation>Jetziges merken</translation>
    </message>
    <message>
        <source>Preset {number}: {name}</source>
        <translation>Festwahl {number}: {name}</translation>
    </message>
    <message>
        <source>Preset {number}: {name}, playing</source>
        <translation>Festwahl {number}: {name}, spielt</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Festwahl</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>presets</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>What plays now can be kept here, and is then one press away.</source>
        <translation>Was jetzt spielt, lässt sich hier behalten und ist dann einen Druck entfernt.</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>a preset</comment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty</source>
        <comment>a preset</comment>
        <translation>Leer</translation>
    </message>
    <message>
        <source>preset {number}</source>
        <translation>Festwahl {number}</translation>
    </message>
    <message>
        <source>Curve</source>
        <comment>of an equaliser</comment>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Equaliser</source>
        <translation>Klangregler</translation>
    </message>
    <message>
        <source>Own curve</source>
        <comment>of an equaliser</comment>
        <translation>Eigene Kurve</translation>
    </message>
    <message>
        <source>Curve: {name}</source>
        <comment>of an equaliser</comment>
        <translation>Kurve: {name}</translation>
    </message>
    <message>
        <source>“{curve}” has taken the place of your own curve.</source>
        <translation>„{curve}“ ist an die Stelle der eigenen Kurve getreten.</translation>
    </message>
    <message>
        <source>Why it does not answer</source>
        <translation>Warum er nicht antwortet</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Grund suchen</translation>
    </message>
    <message>
        <source>Finding out</source>
        <translation>Grund wird gesucht</translation>
    </message>
    <message>
        <source>Looking where it was last</source>
        <translation>Es wird gesucht, wo er zuletzt war</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>saved groups</comment>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Volume of the group</source>
        <translation>Lautstärke der Gruppe</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Plays what {name} plays</source>
        <translation>Spielt, was {name} spielt</translation>
    </message>
    <message>
        <source>These play what this one plays</source>
        <translation>Diese spielen, was dieser spielt</translation>
    </message>
    <message>
        <source>Choose who plays what this one plays</source>
        <translation>Auswählen, wer spielt, was dieser spielt</translation>
    </message>
    <message>
        <source>Loudest it goes</source>
        <translation>Höchste Lautstärke</translation>
    </message>
    <message>
        <source>Loudest it goes, as a number</source>
        <translation>Höchste Lautstärke als Zahl</translation>
    </message>
    <message>
        <source>Louder by one press, at most</source>
        <translation>Lauter mit einem Druck, höchstens</translation>
    </message>
    <message>
        <source>“{group}” is overwritten.</source>
        <translation>„{group}“ ist überschrieben.</translation>
    </message>
    <message>
        <source>“{group}” has another name now.</source>
        <translation>„{group}“ heißt jetzt anders.</translation>
    </message>
    <message>
        <source>“{group}” is deleted.</source>
        <translation>„{group}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Saved groups</source>
        <translation>Gespeicherte Gruppen</translation>
    </message>
    <message>
        <source>Save this group</source>
        <translation>Diese Gruppe speichern</translation>
    </message>
    <message>
        <source>Who is signed in can save this group, and bring it back in one press.</source>
        <translation>Wer angemeldet ist, kann diese Gruppe speichern und mit einem Druck zurückholen.</translation>
    </message>
    <message>
        <source>Another group has this name. Saving overwrites it.</source>
        <translation>Eine andere Gruppe heißt schon so. Speichern überschreibt sie.</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Play together: {group}</source>
        <translation>Zusammen spielen: {group}</translation>
    </message>
    <message>
        <source>{group} plays together now</source>
        <translation>{group} spielt jetzt zusammen</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Keep the group that plays now under this name</source>
        <translation>Die Gruppe, die jetzt spielt, unter diesem Namen behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>a saved group</comment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{name} at {volume}</source>
        <comment>a volume</comment>
        <translation>{name} auf {volume}</translation>
    </message>
</context>
<context>
    <name>streamers</name>
    <message>
        <source>Names, rooms, products, addresses and what plays are searched.</source>
        <translation>Durchsucht werden Namen, Räume, Produkte, Adressen und was spielt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>muted at {volume}</source>
        <translation>stumm bei {volume}</translation>
    </message>
    <message>
        <source>volume {volume}</source>
        <translation>Lautstärke {volume}</translation>
    </message>
    <message>
        <source>Answers in {time}</source>
        <translation>Antwortet in {time}</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>It does not tell its volume</source>
        <translation>Nennt seine Lautstärke nicht</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Announced only</source>
        <translation>Nur gemeldet</translation>
    </message>
    <message>
        <source>Announced</source>
        <comment>in a list</comment>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Setting to {volume}</source>
        <translation>Stellt auf {volume}</translation>
    </message>
    <message>
        <source>Volume not set</source>
        <translation>Lautstärke blieb</translation>
    </message>
    <message>
        <source>Stayed at {volume}</source>
        <translation>Blieb bei {volume}</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not answering since {time}</source>
        <translation>Keine Antwort seit {time}</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Out of reach since {time}</source>
        <translation>Nicht erreichbar seit {time}</translation>
    </message>
    <message>
        <source>Plays along</source>
        <translation>Spielt mit</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Spielt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Found, but not controlled from here</source>
        <translation>Gefunden, hier nicht bedienbar</translation>
    </message>
    <message>
        <source>Its own page has the controls</source>
        <translation>Zu bedienen auf seiner eigenen Seite</translation>
    </message>
    <message>
        <source>Wakes when it is told to play</source>
        <translation>Wacht auf, sobald er spielen soll</translation>
    </message>
    <message>
        <source>Not heard since the start</source>
        <translation>Seit dem Start nicht gehört</translation>
    </message>
    <message>
        <source>Looking for it</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>It does not tell what plays</source>
        <translation>Nennt nicht, was spielt</translation>
    </message>
    <message>
        <source>Nothing playing</source>
        <translation>Es spielt nichts</translation>
    </message>
    <message>
        <source>What it plays cannot be read</source>
        <translation>Was spielt, lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Asking what plays</source>
        <translation>Fragt, was spielt</translation>
    </message>
    <message>
        <source>Last heard {when}</source>
        <translation>Zuletzt gehört {when}</translation>
    </message>
    <message>
        <source>Last heard on {card}, {when}</source>
        <translation>Zuletzt gehört {when} ({card})</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Input: {name}</source>
        <translation>Eingang: {name}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Trying</source>
        <translation>Versucht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Looking for streamers</source>
        <translation>Streamer werden gesucht</translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation>Streamer</translation>
    </message>
    <message>
        <source>Search streamers</source>
        <translation>Streamer durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <comment>key</comment>
        <translation>Strg F</translation>
    </message>
    <message>
        <source>Order and view</source>
        <translation>Ordnung und Ansicht</translation>
    </message>
    <message>
        <source>Play together</source>
        <translation>Zusammen spielen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Find again</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Suche läuft</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Ordnen nach</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Groups that you save stand here</source>
        <translation>Hier stehen Gruppen, die Sie speichern</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Name it for yourself</source>
        <translation>Für sich benennen</translation>
    </message>
    <message>
        <source>Forget it until it is heard again</source>
        <translation>Vergessen, bis er wieder gehört wird</translation>
    </message>
    <message>
        <source>Ignore it</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Is one missing?</source>
        <translation>Fehlt einer?</translation>
    </message>
    <message>
        <source>Type an address</source>
        <translation>Adresse eingeben</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Grund suchen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Order by room</source>
        <translation>Nach Raum ordnen</translation>
    </message>
    <message>
        <source>Order by name</source>
        <translation>Nach Name ordnen</translation>
    </message>
    <message>
        <source>Order by state</source>
        <translation>Nach Zustand ordnen</translation>
    </message>
    <message>
        <source>Playing</source>
        <comment>column</comment>
        <translation>Was spielt</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No room yet</source>
        <translation>Noch kein Raum</translation>
    </message>
    <message numerus="yes">
        <source>%n streamers</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n Streamer</numerusform>
            <numerusform>%n Streamer</numerusform>
        </translation>
    </message>
    <message>
        <source>{room}, {streamers}, folded</source>
        <translation>{room}, {streamers}, eingeklappt</translation>
    </message>
    <message>
        <source>{room}, {streamers}</source>
        <translation>{room}, {streamers}</translation>
    </message>
    <message numerus="yes">
        <source>%n here, heard {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n hier, gehört {when}</numerusform>
            <numerusform>%n hier, gehört {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here, heard on {cards}, {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n hier, gehört {when} ({cards})</numerusform>
            <numerusform>%n hier, gehört {when} ({cards})</numerusform>
        </translation>
    </message>
    <message>
        <source>{fitting} of {total}</source>
        <comment>how many match the search</comment>
        <translation>{fitting} von {total}</translation>
    </message>
    <message>
        <source>A streamer in another network can be reached by its address.</source>
        <translation>In anderen Netzwerken ist ein Streamer per Adresse erreichbar.</translation>
    </message>
    <message>
        <source>What is shown is the demo on this computer. Streamers of this house are looked for on {cards}.</source>
        <translation>Gezeigt wird die Demo auf diesem Computer. Streamer dieses Hauses werden hier gesucht: {cards}.</translation>
    </message>
    <message>
        <source>Streamers are looked for on {cards}. A streamer in another network can be reached by its address.</source>
        <translation>Gesucht wird hier: {cards}. Ein Streamer in einem anderen Netzwerk ist über seine Adresse erreichbar.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>No streamer matches “{search}”</source>
        <translation>Kein Streamer passt zu „{search}“</translation>
    </message>
    <message numerus="yes">
        <source>None of %n answers, last heard {when}</source>
        <translation>
            <numerusform>Er antwortet nicht, zuletzt gehört {when}</numerusform>
            <numerusform>Keiner von %n antwortet, zuletzt gehört {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>No chosen network card is connected</source>
        <translation>Keine gewählte Netzwerkkarte ist verbunden</translation>
    </message>
    <message>
        <source>This computer is in no network</source>
        <translation>Dieser Computer ist in keinem Netzwerk</translation>
    </message>
    <message numerus="yes">
        <source>No chosen network card is connected, so none of %n answers</source>
        <translation>
            <numerusform>Keine gewählte Netzwerkkarte ist verbunden, also antwortet kein Streamer</numerusform>
            <numerusform>Keine gewählte Netzwerkkarte ist verbunden, also antwortet keiner von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer is in no network, so none of %n answers</source>
        <translation>
            <numerusform>Dieser Computer ist in keinem Netzwerk, also antwortet kein Streamer</numerusform>
            <numerusform>Dieser Computer ist in keinem Netzwerk, also antwortet keiner von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n answers</source>
        <translation>
            <numerusform>Er antwortet nicht</numerusform>
            <numerusform>Keiner von %n antwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{here} of %n here, heard {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>{here} von %n hier, gehört {when}</numerusform>
            <numerusform>{here} von %n hier, gehört {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{here} of %n here, heard on {cards}, {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>{here} von %n hier, gehört {when} ({cards})</numerusform>
            <numerusform>{here} von %n hier, gehört {when} ({cards})</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer is in no network just now. Once it is, streamers appear by themselves.</source>
        <translation>Dieser Computer ist gerade in keinem Netzwerk. Sobald er es ist, erscheinen Streamer von selbst.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Port 30303 is taken</source>
        <translation>Port 30303 ist belegt</translation>
    </message>
    <message>
        <source>{protocol} finds nothing</source>
        <translation>{protocol} findet nichts</translation>
    </message>
    <message>
        <source>Another program listens there.</source>
        <translation>Dort lauscht ein anderes Programm.</translation>
    </message>
    <message>
        <source>The system did not let it listen.</source>
        <translation>Das System hat das Lauschen verweigert.</translation>
    </message>
    <message>
        <source>Streamers are still found by {protocols}.</source>
        <translation>Streamer sind weiter über {protocols} zu finden.</translation>
    </message>
    <message numerus="yes">
        <source>%n here.</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n hier.</numerusform>
            <numerusform>%n hier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>in ... rooms</comment>
        <translation>
            <numerusform>%n Raum</numerusform>
            <numerusform>%n Räumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here in {rooms}.</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n hier in {rooms}.</numerusform>
            <numerusform>%n hier in {rooms}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n antwortet</numerusform>
            <numerusform>%n antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Demo</source>
        <comment>a mark on a card or row</comment>
        <translation>Demo</translation>
    </message>
    <message numerus="yes">
        <source>%n are being checked</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n wird geprüft</numerusform>
            <numerusform>%n werden geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asleep</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n schläft</numerusform>
            <numerusform>%n schlafen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n ohne Antwort</numerusform>
            <numerusform>%n ohne Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered since {time}</source>
        <comment>the longest silence</comment>
        <translation>
            <numerusform>%n ohne Antwort seit {time}</numerusform>
            <numerusform>%n ohne Antwort seit {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Why one may be missing</source>
        <translation>Warum einer fehlen kann</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
</context>
<context>
    <name>support</name>
    <message>
        <source>No streamer is ignored.</source>
        <translation>Kein Streamer wird ignoriert.</translation>
    </message>
    <message>
        <source>Nobody is signed in, so this holds until the window is closed; without an open window it ends with this command.</source>
        <translation>Niemand ist angemeldet, daher gilt das, bis das Fenster geschlossen wird; ohne offenes Fenster endet es mit diesem Befehl.</translation>
    </message>
    <message>
        <source>There are no support requests.</source>
        <translation>Es gibt keine Supportanfragen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>The server did not take what was asked last of this request.</source>
        <translation>Was für diese Anfrage zuletzt gewünscht war, hat der Server nicht angenommen.</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>There are no streamers in your account yet.</source>
        <translation>Im Konto sind noch keine Streamer.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>nicht gesucht</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Copy the contact</source>
        <translation>Kontakt kopieren</translation>
    </message>
    <message>
        <source>Message of {author}</source>
        <translation>Nachricht, geschrieben von: {author}</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Später weiterschreiben</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Something was not taken by the server</source>
        <translation>Der Server hat etwas nicht angenommen</translation>
    </message>
    <message>
        <source>What was written</source>
        <translation>Was geschrieben wurde</translation>
    </message>
    <message>
        <source>The requests are being read</source>
        <translation>Die Anfragen werden gelesen</translation>
    </message>
    <message>
        <source>Write a request</source>
        <translation>Anfrage schreiben</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>A request gets a number at once, also without the server, and its answers appear here.</source>
        <translation>Eine Anfrage bekommt sofort eine Nummer, auch ohne den Server, und die Antworten erscheinen hier.</translation>
    </message>
    <message>
        <source>Exactly this is sent</source>
        <translation>Genau das wird gesendet</translation>
    </message>
    <message>
        <source>Subject, as sent</source>
        <translation>Betreff, wie er gesendet wird</translation>
    </message>
    <message>
        <source>Text, as sent</source>
        <translation>Text, wie er gesendet wird</translation>
    </message>
    <message>
        <source>From {account}</source>
        <translation>Von {account}</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <comment>in place of a text</comment>
        <translation>Noch nichts geschrieben</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>And a number made up for it. Nothing else goes along: no log, no streamer, no address.</source>
        <translation>Dazu eine eigens erfundene Nummer. Sonst geht nichts mit: kein Protokoll, kein Streamer, keine Adresse.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Send the reply</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>This request is closed. Whatever is left to say fits into a new request.</source>
        <translation>Diese Anfrage ist geschlossen. Was noch zu sagen ist, passt in eine neue Anfrage.</translation>
    </message>
    <message>
        <source>What stands here is sent, and nothing else.</source>
        <translation>Gesendet wird, was hier steht, und sonst nichts.</translation>
    </message>
    <message>
        <source>Back to the requests</source>
        <translation>Zurück zu den Anfragen</translation>
    </message>
    <message>
        <source>Number of the request</source>
        <translation>Nummer der Anfrage</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>a request</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A closed request stays closed: it can be read, and nothing can be added to it.</source>
        <translation>Eine geschlossene Anfrage bleibt geschlossen: Sie lässt sich lesen, aber nicht mehr ergänzen.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Schließt</translation>
    </message>
    <message>
        <source>Close the request for good</source>
        <translation>Anfrage endgültig schließen</translation>
    </message>
    <message>
        <source>Close the request</source>
        <translation>Die Anfrage schließen</translation>
    </message>
    <message>
        <source>Show earlier messages</source>
        <translation>Frühere Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Support requests</source>
        <translation>Supportanfragen</translation>
    </message>
    <message>
        <source>Show earlier requests</source>
        <translation>Frühere Anfragen zeigen</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>chip</comment>
        <translation>Wartet aufs Senden</translation>
    </message>
    <message>
        <source>New answer</source>
        <comment>chip</comment>
        <translation>Neue Antwort</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>state</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Answered</source>
        <comment>state</comment>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>state</comment>
        <translation>Geschlossen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) with a new answer</source>
        <translation>
            <numerusform>%n Anfrage mit neuer Antwort</numerusform>
            <numerusform>%n Anfragen mit neuer Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting to be sent</source>
        <translation>
            <numerusform>%n Anfrage wartet aufs Senden</numerusform>
            <numerusform>%n Anfragen warten aufs Senden</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not answer; what is written here waits</source>
        <translation>Der Server antwortet nicht; was hier geschrieben wird, wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), the latest first</source>
        <translation>
            <numerusform>%n Anfrage</numerusform>
            <numerusform>%n Anfragen, die neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>Help with streamers and with this app</source>
        <translation>Hilfe zu Streamern und zu dieser App</translation>
    </message>
    <message>
        <source>The contact is being read.</source>
        <translation>Der Kontakt wird gelesen.</translation>
    </message>
    <message>
        <source>The contact is not known just now.</source>
        <translation>Der Kontakt ist gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>No contact was named for this server.</source>
        <translation>Für diesen Server ist kein Kontakt genannt.</translation>
    </message>
    <message>
        <source>Whoever operates the server {server}, and has named no contact for it.</source>
        <translation>Wer den Server {server} betreibt; ein Kontakt ist dafür nicht genannt.</translation>
    </message>
    <message>
        <source>To the server {server}: whoever operates it reads and answers it.</source>
        <translation>An den Server {server}: Wer ihn betreibt, liest und beantwortet sie.</translation>
    </message>
    <message>
        <source>To the server of this computer, inside this program: whoever operates this computer reads and answers it.</source>
        <translation>An den Server dieses Computers in diesem Programm: Wer diesen Computer betreibt, liest und beantwortet sie.</translation>
    </message>
    <message>
        <source>New requests have stopped</source>
        <translation>Neue Anfragen ruhen</translation>
    </message>
    <message>
        <source>The privacy policy is declined, so nothing is sent. The contact above can be used all the same, and the decision can be changed at any time.</source>
        <translation>Die Datenschutzerklärung ist abgelehnt, deshalb wird nichts gesendet. Der Kontakt oben gilt trotzdem, und die Entscheidung lässt sich jederzeit ändern.</translation>
    </message>
    <message>
        <source>Requests wait for a decision</source>
        <translation>Anfragen warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>A request is kept with the account, which needs a decision about the privacy policy first. The contact above needs none.</source>
        <translation>Eine Anfrage wird beim Konto aufbewahrt; vorher ist über die Datenschutzerklärung zu entscheiden. Der Kontakt oben braucht das nicht.</translation>
    </message>
    <message>
        <source>Requests need an account</source>
        <translation>Anfragen brauchen ein Konto</translation>
    </message>
    <message>
        <source>A request and its answers are kept with an account. The contact above needs none.</source>
        <translation>Eine Anfrage und ihre Antworten werden bei einem Konto aufbewahrt. Der Kontakt oben braucht keines.</translation>
    </message>
    <message>
        <source>Replies have stopped, because the privacy policy is declined.</source>
        <translation>Antworten ruhen, weil die Datenschutzerklärung abgelehnt ist.</translation>
    </message>
    <message>
        <source>Replies wait for a decision about the privacy policy.</source>
        <translation>Antworten warten auf eine Entscheidung über die Datenschutzerklärung.</translation>
    </message>
    <message>
        <source>Replies need an account.</source>
        <translation>Antworten brauchen ein Konto.</translation>
    </message>
    <message>
        <source>The server did not close {number}: it is shown as it is there, and can be closed again.</source>
        <translation>Der Server hat {number} nicht geschlossen: Die Anfrage ist zu sehen, wie sie dort steht, und kann noch einmal geschlossen werden.</translation>
    </message>
    <message>
        <source>The server has no request {number} that could be closed.</source>
        <translation>Der Server hat keine Anfrage {number}, die sich schließen ließe.</translation>
    </message>
    <message>
        <source>You</source>
        <comment>author of a message</comment>
        <translation>Selbst geschrieben</translation>
    </message>
    <message>
        <source>Support</source>
        <comment>author of a message</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>opened {when}</source>
        <translation>geöffnet {when}</translation>
    </message>
    <message>
        <source>{count} of {most}</source>
        <comment>characters</comment>
        <translation>{count} von {most}</translation>
    </message>
    <message>
        <source>Kept as {number}, and sent as soon as the server answers.</source>
        <translation>Aufbewahrt als {number} und gesendet, sobald der Server antwortet.</translation>
    </message>
    <message>
        <source>Sent as {number}.</source>
        <translation>Gesendet als {number}.</translation>
    </message>
    <message>
        <source>What waits is kept and not sent, because the privacy policy is declined. It is sent once you accept it: `altrabits policy accept`.</source>
        <translation>Was wartet, ist aufgehoben und wird nicht gesendet, weil die Datenschutzerklärung abgelehnt ist. Nach einem Ja wird es gesendet: `altrabits policy accept`.</translation>
    </message>
    <message>
        <source>What waits is kept and not sent before you decide about the privacy policy: `altrabits policy show`, then `altrabits policy accept`.</source>
        <translation>Was wartet, ist aufgehoben und wird erst nach der Entscheidung über die Datenschutzerklärung gesendet: `altrabits policy show`, dann `altrabits policy accept`.</translation>
    </message>
    <message>
        <source>Kept as {number} and not sent, because the privacy policy is declined. It is sent once you accept the policy, on page Privacy.</source>
        <translation>Als {number} aufgehoben und nicht gesendet, weil die Datenschutzerklärung abgelehnt ist. Nach einem Ja auf der Seite Datenschutz wird es gesendet.</translation>
    </message>
    <message>
        <source>Kept as {number}, and not sent before you decide about the privacy policy, on page Privacy.</source>
        <translation>Als {number} aufgehoben; gesendet wird es erst nach der Entscheidung über die Datenschutzerklärung auf der Seite Datenschutz.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting, because the privacy policy is declined</source>
        <translation>
            <numerusform>%n Anfrage wartet, weil die Datenschutzerklärung abgelehnt ist</numerusform>
            <numerusform>%n Anfragen warten, weil die Datenschutzerklärung abgelehnt ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting for your decision about the policy</source>
        <translation>
            <numerusform>%n Anfrage wartet auf die Entscheidung über die Erklärung</numerusform>
            <numerusform>%n Anfragen warten auf die Entscheidung über die Erklärung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source>Asking every address</source>
        <translation>Jede Adresse wird gefragt</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>No streamer answered</source>
        <translation>Kein Streamer hat geantwortet</translation>
    </message>
    <message numerus="yes">
        <source>%n streamer(s) answered</source>
        <comment>after a sweep</comment>
        <translation>
            <numerusform>%n Streamer hat geantwortet</numerusform>
            <numerusform>%n Streamer haben geantwortet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} s</translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation>{number} min</translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation>&lt; 1 ms</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
</context>
<context>
    <name>tray</name>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Leiser</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>AltraBits Desktop</source>
        <translation>AltraBits Desktop</translation>
    </message>
</context>
</TS>
