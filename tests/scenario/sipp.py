# SPDX-License-Identifier: GPL-3.0-or-later
"""sipp as caller or phone: the field's own test peer."""

import shutil

import place
from rtp_peer import tone

HEAD = """%(request)s
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: sipp <sip:%(caller)s@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]>%(tag)s
Call-ID: [call_id]
CSeq: %(cseq)s
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70
"""
OFFER = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=sipp 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio %s RTP/AVP 0 96
a=rtpmap:0 PCMU/8000
a=rtpmap:96 telephone-event/8000
"""


class Script:
    """What a caller does, from the INVITE on; written for sipp."""

    def __init__(self, caller="+4420[call_number]", media_port="[media_port]"):
        self.caller, self.cseq = caller, 1
        self.text = ('<?xml version="1.0" encoding="UTF-8"?>\n'
                     '<scenario name="caller">\n')
        self._send("INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0",
                   "", "1 INVITE", OFFER % media_port)
        for status in (100, 180, 183):
            self.text += f'<recv response="{status}" optional="true"/>\n'
        self.text += '<recv response="200" rrs="true"/>\n'
        self._send("ACK [next_url] SIP/2.0", "[peer_tag_param]", "1 ACK",
                   "Content-Length: 0\n\n", again=False)

    def _send(self, request, tag, cseq, rest, again=True):
        head = HEAD % {"request": request, "tag": tag, "cseq": cseq,
                       "caller": self.caller}
        self.text += (f'<send{" retrans=" + chr(34) + "500" + chr(34) if again else ""}>'
                      f"<![CDATA[\n{head}{rest}]]></send>\n")

    def _ask(self, method, rest):
        self.cseq += 1
        self._send(f"{method} [next_url] SIP/2.0", "[peer_tag_param]",
                   f"{self.cseq} {method}", rest)
        self.text += '<recv response="200"/>\n'
        return self

    def pauses(self, ms):
        self.text += f'<pause milliseconds="{ms}"/>\n'
        return self

    def speaks(self, sound):
        """Sends a file of mu-law, over and over, from here on."""
        self.text += (f'<nop><action><exec rtp_stream="{sound},-1,0"/>'
                      '</action></nop>\n')
        return self

    def info(self, keys):
        """Keys by INFO, each once the one before is acknowledged."""
        for key in keys:
            self._ask("INFO", "Content-Type: application/dtmf-relay\n"
                      "Content-Length: [len]\n\n"
                      f"Signal={key}\nDuration=100\n")
        return self

    def events(self, keys):
        """Keys by RFC 4733, within RTP."""
        self.text += (f'<nop><action><exec play_dtmf="{keys}"/></action>'
                      '</nop>\n')
        return self.pauses(400 * len(keys) + 400)

    def hangs_up(self):
        return self._ask("BYE", "Content-Length: 0\n\n")

    def is_hung_up_on(self):
        """Waits for the BYE of the server."""
        self.text += '<recv request="BYE"/>\n<send><![CDATA[\n' + (
            "SIP/2.0 200 OK\n[last_Via:]\n[last_From:]\n[last_To:]\n"
            "[last_Call-ID:]\n[last_CSeq:]\nContent-Length: 0\n\n"
            ) + "]]></send>\n"
        return self

    def whole(self):
        return self.text + "</scenario>\n"


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
        """Calls a number at (address, port), as many times as said: waits
        for the answer, presses 1 by INFO, talks, hangs up. hertz: the tone it
        sends as RTP."""
        script = Script(media_port="[rtpstream_audio_port]" if hertz
                        else "[media_port]")
        if hertz:
            sound = place.path(name, "tone.ulaw")
            with open(sound, "wb") as out:
                out.write(tone(hertz))
            script.speaks(sound)
        script.pauses(300).info("1").pauses(talk_ms).hangs_up()
        return cls(name, ["-s", number, "-i", address, "-p", str(port),
                          "-m", str(calls), "-r", str(rate),
                          f"{to[0]}:{to[1]}"], script.whole())

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
