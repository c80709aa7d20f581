# SPDX-License-Identifier: GPL-3.0-or-later
"""sipp as caller or phone: the field's own test peer."""

import shutil

import place
from rtp_peer import tone

# A caller: waits for the answer, presses a key by INFO, talks, hangs up.
CALLER = """<?xml version="1.0" encoding="UTF-8"?>
<scenario name="caller">
<send retrans="500"><![CDATA[
INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:+4420[call_number]@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=sipp 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000
]]></send>
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="183" optional="true"/>
<recv response="200" rrs="true"/>
<send><![CDATA[
ACK [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:+4420[call_number]@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

]]></send>
<pause milliseconds="300"/>
<send retrans="500"><![CDATA[
INFO [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:+4420[call_number]@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 2 INFO
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/dtmf-relay
Content-Length: [len]

Signal=1
Duration=160
]]></send>
<recv response="200"/>
<pause milliseconds="%(talk_ms)d"/>
<send retrans="500"><![CDATA[
BYE [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:+4420[call_number]@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]>[peer_tag_param]
Call-ID: [call_id]
CSeq: 3 BYE
Max-Forwards: 70
Content-Length: 0

]]></send>
<recv response="200"/>
</scenario>
"""

# What a caller says when it has a sound: from the answer on.
SPEAKS = """<nop><action>
<exec rtp_stream="%s,-1,0"/>
</action></nop>
<pause milliseconds="300"/>
"""


class Sipp:
    """One run of sipp; ends by itself after `calls` calls."""

    def __init__(self, name, arguments, scenario=None):
        self.name = name
        self.log = f"{name}/log"
        if scenario:
            arguments = ["-sf", place.write(f"{name}/scenario.xml",
                                            scenario), *arguments]
        self.child = place.start(
            ["sipp", *arguments, "-nostdin", "-trace_err",
             "-error_file", place.path(name, "errors"), "-timeout", "120",
             "-timeout_error"], self.log, cwd=place.path(name, "")[:-1])

    @classmethod
    def caller(cls, name, to, number, address, calls=1, rate=1, talk_ms=2000,
               port=5060, hertz=None):
        """Calls a number at (address, port), as many times as said. hertz:
        the tone it sends as RTP."""
        text = CALLER.replace("%(talk_ms)d", str(talk_ms))
        if hertz:
            sound = place.path(name, "tone.ulaw")
            with open(sound, "wb") as out:
                out.write(tone(hertz))
            text = text.replace("[media_port]", "[rtpstream_audio_port]")
            text = text.replace('<pause milliseconds="300"/>\n',
                                SPEAKS % sound)
        return cls(name, ["-s", number, "-i", address, "-p", str(port),
                          "-m", str(calls), "-r", str(rate),
                          f"{to[0]}:{to[1]}"], text)

    @classmethod
    def phone(cls, name, address, port, calls=1):
        """Answers calls and sends back the sound it gets."""
        return cls(name, ["-sn", "uas", "-i", address, "-p", str(port),
                          "-m", str(calls), "-rtp_echo"])

    def wait(self, within_s=60):
        """Waits for its end; returns its exit code, 0 when all went well."""
        place.wait_until(f"{self.name} has ended",
                         lambda: self.child.poll() is not None, within_s)
        return self.child.returncode

    def said(self):
        return (place.text_of(self.log)[-2000:]
                + place.text_of(f"{self.name}/errors")[-2000:])


def installed():
    return shutil.which("sipp") is not None
