# SPDX-License-Identifier: GPL-3.0-or-later
"""SIPp's own caller and its own called party, many at a time."""

import os
import shutil
import subprocess
import tempfile

from sipwire import Peer, Tests, claim, free_port

test = Tests()
SIPP = shutil.which("sipp")


def sipp(*arguments):
    """Runs it in a directory of its own; its code is 0 when all went well."""
    place = tempfile.mkdtemp(prefix="sipp")
    try:
        result = subprocess.run(
            [SIPP, *arguments, "-i", "127.0.0.1", "-nostdin", "-timeout", "60",
             "-timeout_error", "-trace_err", "-error_file", "errors"],
            cwd=place, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=90)
        errors = os.path.join(place, "errors")
        text = open(errors).read()[-2000:] if os.path.exists(errors) else ""
        claim(result.returncode == 0,
              "sipp: %d\n%s" % (result.returncode, text))
    finally:
        shutil.rmtree(place)


def calls_in(transport):
    if not SIPP:
        return
    peer = Peer()
    port = free_port()
    peer.do("trunk 7 127.0.0.1:%d any %s 0 0" % (
        port, "tcp" if transport == "t1" else "udp"))
    peer.do("answer_all")
    to = peer.tcp if transport == "t1" else peer.udp
    sipp("-sn", "uac", "%s:%d" % to, "-t", transport, "-p", str(port),
         "-m", "200", "-r", "100", "-l", "50", "-d", "100", "-s", "100")
    for _ in range(200):
        peer.wait("dialog_gone")
    stats = peer.stats()
    claim(stats["legs"] == 0 and stats["again"] == 0, str(stats))
    peer.close()


@test
def sipp_calls_two_hundred_times_over_udp():
    calls_in("u1")


@test
def sipp_calls_two_hundred_times_over_tcp():
    calls_in("t1")


@test
def sipp_is_called_and_hung_up_on():
    if not SIPP:
        return
    peer = Peer()
    port = free_port()
    peer.do("trunk 7 127.0.0.1:%d exact udp 0 0" % port)
    place = tempfile.mkdtemp(prefix="sipp")
    called = subprocess.Popen(
        [SIPP, "-sn", "uas", "-i", "127.0.0.1", "-p", str(port), "-m", "20",
         "-nostdin", "-timeout", "60"], cwd=place, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for number in range(20):
            peer.do("dial %d trunk 7 100 555 x" % number)
        for number in range(20):
            peer.wait("answered %d " % number)
            peer.do("hangup %d" % number)
            peer.wait("dialog_gone %d" % number)
        claim(called.wait(30) == 0, "sipp is content")
    finally:
        called.kill()
        called.wait()
        shutil.rmtree(place)
    peer.close()


REFUSED = """<?xml version="1.0" encoding="us-ascii"?>
<scenario name="refused">
<send retrans="500"><![CDATA[

INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:sipp@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:[service]@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:sipp@[local_ip]:[local_port]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio 40000 RTP/SAVP 0
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:\
WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz
]]></send>
<recv response="100" optional="true"/>
<recv response="488"><action>
<ereg regexp="302 " search_in="hdr" header="Warning:" check_it="true"
 assign_to="why"/></action></recv>
<Reference variables="why"/>
<send><![CDATA[

ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

]]></send>
</scenario>
"""


@test
def sipp_is_refused_keys_that_anybody_could_read():
    if not SIPP:
        return
    peer = Peer()
    for transport, kind, to in (("u1", "udp", peer.udp), ("t1", "tcp",
                                                          peer.tcp)):
        port = free_port()
        peer.do("trunk 7 127.0.0.1:%d any %s 0 0     required" % (port, kind))
        with tempfile.NamedTemporaryFile("w", suffix=".xml") as scenario:
            scenario.write(REFUSED)
            scenario.flush()
            sipp("-sf", scenario.name, "%s:%d" % to, "-t", transport, "-p",
                 str(port), "-m", "20", "-r", "20", "-s", "100")
    claim(peer.stats()["legs"] == 0, "no leg came of it")
    peer.close()


if __name__ == "__main__":
    test.run()
