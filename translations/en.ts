<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>account</name>
    <message numerus="yes">
        <source>%n changes are not sent yet.</source>
        <comment>of this account</comment>
        <translation>
            <numerusform>%n change is not sent yet.</numerusform>
            <numerusform>%n changes are not sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <comment>of a hash</comment>
        <translation>
            <numerusform>%n pass</numerusform>
            <numerusform>%n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <comment>of a hash, computed side by side</comment>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>control</name>
    <message numerus="yes">
        <source>It sleeps in %n min.</source>
        <translation>
            <numerusform>It sleeps in %n min.</numerusform>
            <numerusform>It sleeps in %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It sleeps by itself %n min after the music ended.</source>
        <translation>
            <numerusform>It sleeps by itself %n min after the music ended.</numerusform>
            <numerusform>It sleeps by itself %n min after the music ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Started anew %n time(s).</source>
        <translation>
            <numerusform>Started anew %n time.</numerusform>
            <numerusform>Started anew %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>discover</name>
    <message numerus="yes">
        <source>%n streamer(s)</source>
        <comment>below the table</comment>
        <translation>
            <numerusform>%n streamer</numerusform>
            <numerusform>%n streamers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message numerus="yes">
        <source>The router answers, but no neighbour does, and %n was here before. Guest networks keep devices apart, so nothing here can hear a streamer.</source>
        <comment>neighbours</comment>
        <translation>
            <numerusform>The router answers, but the neighbour that was here before does not. Guest networks keep devices apart, so nothing here can hear a streamer.</numerusform>
            <numerusform>The router answers, but none of %n neighbours does. Guest networks keep devices apart, so nothing here can hear a streamer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n streamers are found</source>
        <translation>
            <numerusform>%n streamer is found</numerusform>
            <numerusform>%n streamers are found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers came from other devices, so this network lets answers through.</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n answer came from another device, so this network lets answers through.</numerusform>
            <numerusform>%n answers came from other devices, so this network lets answers through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>firmware</name>
    <message numerus="yes">
        <source>Update %n other(s)</source>
        <comment>of the same product</comment>
        <translation>
            <numerusform>Update %n other</numerusform>
            <numerusform>Update %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message numerus="yes">
        <source>%n streamer(s) of this shop can be tried.</source>
        <translation>
            <numerusform>One streamer of this shop can be tried.</numerusform>
            <numerusform>%n streamers of this shop can be tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Back to the start in %n s</source>
        <translation>
            <numerusform>Back to the start in %n s</numerusform>
            <numerusform>Back to the start in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>navigation</name>
    <message numerus="yes">
        <source>Support, %n new answer(s)</source>
        <comment>read aloud</comment>
        <translation>
            <numerusform>Support, %n new answer</numerusform>
            <numerusform>Support, %n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Server away, %n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>Server away, %n waiting</numerusform>
            <numerusform>Server away, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)</source>
        <comment>to the server</comment>
        <translation>
            <numerusform>Sending %n change</numerusform>
            <numerusform>Sending %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped, %n waiting</source>
        <comment>changes to send</comment>
        <translation>
            <numerusform>Stopped, %n waiting</numerusform>
            <numerusform>Stopped, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>nothing found</name>
    <message numerus="yes">
        <source>%n left out of the list: no identity, or too many</source>
        <comment>announcements</comment>
        <translation>
            <numerusform>%n left out of the list: no identity, or too many</numerusform>
            <numerusform>%n left out of the list: no identity, or too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers</source>
        <comment>heard</comment>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions</source>
        <comment>sent</comment>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network cards</source>
        <comment>two or more</comment>
        <translation>
            <numerusform>%n network card</numerusform>
            <numerusform>%n network cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n answers</numerusform>
            <numerusform>%n answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n neighbours,</source>
        <comment>the next line goes on</comment>
        <translation>
            <numerusform>%n neighbour,</numerusform>
            <numerusform>%n neighbours,</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>policy</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <comment>in a section</comment>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s), none changed or missing.</source>
        <translation>
            <numerusform>%n decision, not changed, none missing.</numerusform>
            <numerusform>%n decisions, none changed or missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>privacy</name>
    <message numerus="yes">
        <source>%n receipt(s), none changed or missing</source>
        <translation>
            <numerusform>%n receipt, not changed, none missing</numerusform>
            <numerusform>%n receipts, none changed or missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simulate</name>
    <message numerus="yes">
        <source>%n streamer(s) running. Ctrl+C ends.</source>
        <comment>after the list</comment>
        <translation>
            <numerusform>%n streamer is running. Ctrl+C ends it.</numerusform>
            <numerusform>%n streamers are running. Ctrl+C ends them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>streamers</name>
    <message numerus="yes">
        <source>%n streamers</source>
        <comment>in a room</comment>
        <translation>
            <numerusform>%n streamer</numerusform>
            <numerusform>%n streamers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n answers, last heard {when}</source>
        <translation>
            <numerusform>It does not answer, last heard {when}</numerusform>
            <numerusform>None of %n answers, last heard {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here, heard {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n here, heard {when}</numerusform>
            <numerusform>%n here, heard {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here, heard on {cards}, {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n here, heard on {cards}, {when}</numerusform>
            <numerusform>%n here, heard on {cards}, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No chosen network card is connected, so none of %n answers</source>
        <translation>
            <numerusform>No chosen network card is connected, so no streamer answers</numerusform>
            <numerusform>No chosen network card is connected, so none of %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer is in no network, so none of %n answers</source>
        <translation>
            <numerusform>This computer is in no network, so no streamer answers</numerusform>
            <numerusform>This computer is in no network, so none of %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n answers</source>
        <translation>
            <numerusform>It does not answer</numerusform>
            <numerusform>None of %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{here} of %n here, heard {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>{here} of %n here, heard {when}</numerusform>
            <numerusform>{here} of %n here, heard {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{here} of %n here, heard on {cards}, {when}</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>{here} of %n here, heard on {cards}, {when}</numerusform>
            <numerusform>{here} of %n here, heard on {cards}, {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here.</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n here.</numerusform>
            <numerusform>%n here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rooms</source>
        <comment>in ... rooms</comment>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here in {rooms}.</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n here in {rooms}.</numerusform>
            <numerusform>%n here in {rooms}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n answers</numerusform>
            <numerusform>%n answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are being checked</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n is being checked</numerusform>
            <numerusform>%n are being checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asleep</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n is asleep</numerusform>
            <numerusform>%n are asleep</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered</source>
        <comment>streamers</comment>
        <translation>
            <numerusform>%n has not answered</numerusform>
            <numerusform>%n have not answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have not answered since {time}</source>
        <comment>the longest silence</comment>
        <translation>
            <numerusform>%n has not answered since {time}</numerusform>
            <numerusform>%n have not answered since {time}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>support</name>
    <message numerus="yes">
        <source>%n request(s) with a new answer</source>
        <translation>
            <numerusform>%n request with a new answer</numerusform>
            <numerusform>%n requests with a new answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting to be sent</source>
        <translation>
            <numerusform>%n request waiting to be sent</numerusform>
            <numerusform>%n requests waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s), the latest first</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests, the latest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting, because the privacy policy is declined</source>
        <translation>
            <numerusform>%n request waiting, because the privacy policy is declined</numerusform>
            <numerusform>%n requests waiting, because the privacy policy is declined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting for your decision about the policy</source>
        <translation>
            <numerusform>%n request waiting for your decision about the policy</numerusform>
            <numerusform>%n requests waiting for your decision about the policy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message numerus="yes">
        <source>%n streamer(s) answered</source>
        <comment>after a sweep</comment>
        <translation>
            <numerusform>%n streamer answered</numerusform>
            <numerusform>%n streamers answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>time</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
</TS>
