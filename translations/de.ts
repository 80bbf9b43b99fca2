<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>card</name>
    <message>
        <source>Wi-Fi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {address}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>error</name>
    <message>
        <source>This is neither an address nor a host name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No streamer answers there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is in no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network card {card}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds port 30303.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The streamer has another address by now, so its page was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened for {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choice holds until you close the window. It could not be kept in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work. The log says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Something went wrong that should not have ({code}). The rest goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written: {reason}. What was stored there is untouched; another folder can be named with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is running already with the folder {folder}, and does not answer. End it first, or name another folder with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for a window here: neither DISPLAY nor WAYLAND_DISPLAY is set. The console works without one: altrabits discover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window can be shown on this display: {reason}. The console works without one: altrabits discover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No window can be shown: the system library {library} is missing. On Debian and Ubuntu the package of that name brings it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no network card {card}. It has these: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is on no network. Connect a cable or join a Wi-Fi, then find again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program on this computer holds port 30303 (UDP), so streamers that answer only there are not heard. The other ways of finding go on; end that program and find again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no address. An address looks like 192.168.1.20 or streamer.local.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No streamer answers at {address}. See that it is switched on and in the same network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The streamer&apos;s page has another address by now. Look at the new one before opening it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser could not be opened. The address of the page is {address}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The streamer answered with something that does not hold to its own format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option {option}. --help lists those that exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} needs a value: {option} {metavar}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} can be one of these: {choices}; not “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{option} takes a number from {least} to {most}; “{value}” is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{argument}” is one word too many. --help shows what can be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “{command}”. These exist: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing. These exist: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>list</name>
    <message>
        <source>{earlier}, {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{earlier} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navigation</name>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streamers, {count}</source>
        <comment>read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <comment>nothing about the person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}. {note}.</source>
        <comment>who is here, read aloud</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>AltraBits Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
