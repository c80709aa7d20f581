# SPDX-License-Identifier: GPL-3.0-or-later
"""What no peer should send, over UDP and TCP, and that life goes on."""

import contextlib
import random
import select
import socket
import time

from sipwire import (WAIT_S, Agent, Call, Failure, Message, Peer, Tests, claim,
                     sdp)
from test_register import Phone

test = Tests()

# What is wrong, the answer, and how the INVITE is changed: replacements of
# pieces of its text. RFC 4475 has the ideas, not the bytes.
WRONG = [
    ("CSeq of another method", 400, [("CSeq: 1 INVITE", "CSeq: 1 BYE")]),
    ("CSeq beyond 32 bits", 400,
     [("CSeq: 1 INVITE", "CSeq: 36893488147419103232 INVITE")]),
    ("Max-Forwards beyond a byte", 400,
     [("Max-Forwards: 70", "Max-Forwards: 300")]),
    ("no hops left", 483, [("Max-Forwards: 70", "Max-Forwards: 0")]),
    ("no Call-ID", 400, [("Call-ID:", "X-Call-ID:")]),
    ("an empty Call-ID", 400, None),
    ("two Call-IDs", 400, [("Call-ID:", "Call-ID: other\r\nCall-ID:")]),
    ("no From tag", 400, [(";tag=", ";gat=")]),
    ("unbalanced quotes", 400, [("To: <", 'To: "Mr. Spell <')]),
    ("blanks in an address", 400, [("To: <", 'To: "W" < ')]),
    ("a date in EST", 400,
     [("Max-Forwards", "Date: Fri, 01 Jan 2010 16:00:00 EST\r\nMax-Forwards")]),
    ("a Contact with bare headers", 400,
     [("Contact: <", "Contact: "), (">\r\nContent-Type",
                                    "?Route=x\r\nContent-Type")]),
    ("headers in the Request-URI", 400,
     [(" SIP/2.0\r\nVia", "?Route=%3Csip:x%3E SIP/2.0\r\nVia")]),
    ("another scheme", 416, [("INVITE sip:", "INVITE tel:")]),
    ("a required extension", 420,
     [("Max-Forwards", "Require: precondition\r\nMax-Forwards")]),
    ("a body nobody reads", 415, [("application/sdp", "text/html")]),
    ("a length of -999", 400, None),
    ("two lengths", 400, [("Content-Length:", "l: 5\r\nContent-Length:")]),
    ("a header name with a control character", 400,
     [("Max-Forwards", "Contact\x01: <sip:evil@h>\r\nMax-Forwards")]),
    ("500 headers", 400,
     [("Max-Forwards", "X-A: b\r\n" * 500 + "Max-Forwards")]),
    ("40 Vias", 400,
     [("Max-Forwards",
       "Via: SIP/2.0/UDP h;branch=z9hG4bKx\r\n" * 39 + "Max-Forwards")]),
    ("200 Vias", 400,
     [("Max-Forwards",
       "Via: SIP/2.0/UDP h;branch=z9hG4bKx\r\n" * 199 + "Max-Forwards")]),
    ("70 routes", 400,
     [("Max-Forwards", "Record-Route: <sip:h;lr>\r\n" * 70 + "Max-Forwards")]),
    ("a header of 10 KB", 400,
     [("Max-Forwards", "X-A: %s\r\nMax-Forwards" % ("b" * 10000))]),
    ("a message of 40 KB", 513,
     [("Max-Forwards", ("X-A: %s\r\n" % ("b" * 1000)) * 40 + "Max-Forwards")]),
    ("a Request-URI of 2 KB", 414,
     [("INVITE sip:100@", "INVITE sip:%s@" % ("1" * 2000))]),
    ("port 70000", 488, [("m=audio 30000", "m=audio 70000")]),
    ("multicast media", 488, [("c=IN IP4 127.0.0.1", "c=IN IP4 224.0.0.1")]),
    ("a bad rtpmap", 488, [("PCMU/8000", "PCMU\r\n")]),
    ("500 sections", 488, None),
    ("no codec of ours", 488, [("RTP/AVP 0 8 101", "RTP/AVP 3")]),
]


def stage(tcp=False, *settings):
    peer = Peer(*settings)
    agent = Agent(peer, tcp=tcp)
    peer.do("trunk 7 127.0.0.1:5060 any %s 0 0" % ("tcp" if tcp else "udp"))
    return peer, agent


def wrong(agent, name, changes):
    call = Call(agent)
    body = sdp()
    if name == "500 sections":
        body += "m=audio 30000 RTP/AVP 0\r\n" * 499
    text = call.text("INVITE", branch=call.branch, body=body)
    if name == "an empty Call-ID":
        text = text.replace(call.call_id, "")
    if name == "a length of -999":
        text = text.replace("Content-Length: %d" % len(body),
                            "Content-Length: -999")
    for old, new in changes or []:
        claim(old in text, "%s: nothing to change" % name)
        text = text.replace(old, new, 1)
    if changes and any("m=" in o or "c=" in o or "PCMU" in o or "RTP" in o
                       for o, _ in changes):
        head, _, rest = text.partition("\r\n\r\n")
        text = head.replace("Content-Length: %d" % len(body),
                            "Content-Length: %d" % len(rest)) \
            + "\r\n\r\n" + rest
    return text


def answers(agent, name, code, changes):
    agent.send_bytes(wrong(agent, name, changes))
    try:
        answer = agent.wait(lambda m: m.code != 100)
    except Failure as failure:
        raise Failure("%s: %s" % (name, failure))
    claim(answer.code == code, "%s: %s" % (name, answer.start))
    if code == 488:
        claim(answer.get("Warning")[:3] in ("301", "304", "305"),
              answer.get("Warning"))
    if name == "40 Vias":
        claim("Too Many Vias" in answer.start, answer.start)
    if code == 420:
        claim(answer.get("Unsupported") == "precondition", "Unsupported")


@test
def every_wrong_message_gets_its_answer_over_udp():
    peer, agent = stage()
    for name, code, changes in WRONG:
        answers(agent, name, code, changes)
    peer.never("incoming", 0.2)
    claim(peer.stats()["legs"] == 0, "nothing is kept")
    Call(agent).answered()
    peer.close()


@test
def every_wrong_message_gets_its_answer_over_tcp():
    peer, agent = stage(True)
    for name, code, changes in WRONG:
        if name in ("a length of -999", "two lengths"):
            continue  # they break the framing; see below
        answers(agent, name, code, changes)
    peer.never("incoming", 0.2)
    Call(agent).answered()
    peer.close()


def wait_closed(connection):
    """Whatever comes before the end; it must come."""
    connection.settimeout(WAIT_S)
    got = b""
    try:
        while True:
            data = connection.recv(65536)
            if not data:
                return got
            got += data
    except socket.timeout:
        raise Failure("still open after %r" % got)
    except ConnectionError:
        return got


@test
def a_broken_length_ends_a_connection():
    peer, agent = stage(True, "tcp_idle_s=1")
    for length in ("-999", "x", "999999999", "", "none"):
        broken = Agent(peer, tcp=True, address="127.0.5.1")
        call = Call(broken)
        text = call.text("INVITE", branch=call.branch, body=sdp(),
                         length=length)
        broken.send_bytes(text.replace("Content-Length: none\r\n", ""))
        got = wait_closed(broken.socket)
        claim(got == b"" or got.startswith(b"SIP/2.0 400"), str(got))
        broken.close()
    peer.never("incoming", 0.2)
    Call(agent).answered()
    peer.close()


@test
def a_long_stream_is_read_in_single_bytes():
    """137 KB, more than any one message may have; each fourth request of it in
    single bytes."""
    peer, _ = stage()
    slow = Agent(peer, tcp=True, address="127.0.5.1")
    left = 137 * 1024
    count = 0
    while left > 0:
        text = slow.request("OPTIONS", slow.uri())
        (slow.send_bytes if count % 4 else slow.send_single)(text)
        left -= len(text)
        count += 1
    for _ in range(count):
        claim(slow.wait(lambda m: m.code).code in (200, 503), "each")
    peer.close()


def is_closed(connection):
    if not select.select([connection], [], [], 0)[0]:
        return False
    try:
        return connection.recv(10) == b""
    except ConnectionError:
        return True


@test
def a_long_head_in_single_bytes_is_cut_off():
    """Each byte would have all of it read again, in the loop of all calls; who
    has been heard before is no better."""
    peer, agent = stage()
    for is_known in (False, True):
        slow = Agent(peer, tcp=True, address="127.0.5.%d" % (1 + is_known))
        if is_known:
            slow.send_bytes(slow.request("OPTIONS", slow.uri()))
            slow.wait(200)
        slow.send_bytes("OPTIONS %s SIP/2.0\r\n" % slow.uri() +
                        ("X: %s\r\n" % ("y" * 59)) * 750)
        worst = 0
        end = time.monotonic() + WAIT_S
        for at in range(15000):  # then there are 64 KB, which end it anyway
            if is_closed(slow.socket):
                break
            claim(time.monotonic() < end, "it is cut off in time")
            with contextlib.suppress(ConnectionError):
                slow.send_single("X")
            asked = time.monotonic()
            agent.send_bytes(agent.request("OPTIONS", agent.uri()))
            agent.wait(lambda m: m.code)  # all others are served
            worst = max(worst, time.monotonic() - asked)
        claim(at < 14999, "it is cut off")
        print("# %d bytes, others waited %.1f ms at most" % (at, 1e3 * worst))
    claim(peer.stats()["idle"] == 2, "counted")
    Call(agent).answered()
    peer.close()


@test
def a_strangers_silent_connection_is_closed_and_a_phones_is_not():
    peer, trunk = stage(True, "tcp_idle_s=1")
    peer.do("device 5 anna secret")
    phone = Phone(peer, tcp=True, address="127.0.5.2")
    phone.register()
    gone = Phone(peer, tcp=True, address="127.0.5.2")
    gone.register()
    gone.agent.close()
    silent, drips, asked = (Agent(peer, tcp=True, address="127.0.5.%d" % i)
                            for i in (1, 1, 3))
    asked.send_bytes(asked.request("OPTIONS", asked.uri()))
    claim(asked.wait(200), "a whole request is answered")
    text = drips.request("OPTIONS", drips.uri())
    end = time.monotonic() + WAIT_S
    for byte in text[:-10]:  # never the last ones
        try:
            drips.send_bytes(byte)
        except OSError:
            break
        drips.socket.settimeout(0.05)
        try:
            if not drips.socket.recv(10):
                break
        except socket.timeout:
            pass
        except ConnectionError:
            break
        claim(time.monotonic() < end, "bytes do not keep it open")
    claim(wait_closed(silent.socket) == b"", "nothing was said")
    claim(wait_closed(asked.socket) == b"", "nor more than that")
    claim(peer.stats()["idle"] == 3, "counted, and nobody else was closed")
    phone.register()
    Call(trunk).answered()
    peer.close()


@test
def what_is_dropped_is_not_printed():
    peer, agent = stage()
    for data in (b"", b"\0", b"hello", b"\r\n\r\n", b"INVITE",
                 b"SIP/2.0 200 OK\r\n\r\n", b"\xff" * 60000,
                 b"INVITE sip:a@b SIP/2.0\r\nVia: x\r\n\r\n",
                 b"INVITE sip:a@b SIP/7.0\r\n\r\n"):
        agent.send_bytes(data)
    response = ("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\n"
                "To: <sip:a@h>;tag=1\r\nFrom: <sip:b@h>;tag=2\r\n"
                "Call-ID: x\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n")
    agent.send_bytes(response)
    agent.send_bytes(response.replace("200 OK", "4294967301 OK"))
    Call(agent).answered()
    claim(peer.stats()["unreadable"] >= 4, "counted")
    claim(peer.stats()["badresp"] >= 1, "counted")
    peer.close()
    claim(peer.errors == b"", "printed: %r" % peer.errors)


@test
def another_version_is_told_so_and_nothing_else_is():
    peer, agent = stage()
    text = agent.request("OPTIONS", agent.uri())
    for version in ("SIP/7.0", "SIP/1.0", "SIP/2.1"):
        agent.send_bytes(text.replace(" SIP/2.0\r", " %s\r" % version, 1))
        claim(agent.wait(505), version)
    ack = agent.request("ACK", agent.uri())
    for wrong in (ack.replace(" SIP/2.0\r", " SIP/7.0\r", 1),
                  text.replace(" SIP/2.0\r", " HTTP/1.1\r", 1),
                  text.replace(" SIP/2.0\r", " SIP/7.0\r", 1).replace(
                      "Call-ID:", "X:"),
                  "SIP/7.0 \r", "SIP/7.0\r", " SIP/7.0\r\n\r\n"):
        agent.send_bytes(wrong)
    agent.silent()
    peer.close()


@test
def a_reply_goes_to_nobody_else():
    peer, agent = stage()
    victim = Agent(peer)
    text = agent.request("OPTIONS", agent.uri()).replace(
        ";rport", ";maddr=%s;rport" % victim.host)
    agent.send_bytes(text)
    agent.silent()
    victim.silent(0.1)
    peer.close()


@test
def a_datagram_of_60_kb_is_refused_and_not_read_by_half():
    peer, agent = stage()
    agent.send_bytes(agent.request("OPTIONS", agent.uri(),
                                   headers="X: y\r\n" * 10000))
    claim(agent.wait(lambda m: m.code).code == 513, "513")
    peer.close()


@test
def mutated_messages_break_nothing():
    peer, agent = stage()
    call = Call(agent)
    samples = [call.text("INVITE", body=sdp()), call.text("BYE"),
               call.text("CANCEL"), call.text("OPTIONS"),
               call.text("REGISTER"), call.text(
                   "REFER", headers="Refer-To: <sip:a@b>\r\n"),
               call.text("INFO", body="5", content_type="application/dtmf")]
    chance = random.Random(4475)
    pieces = ["\r\n", ":", ";", "<", ">", '"', "%00", "\0", "\xff", ",", "=",
              " ", "SIP/2.0", "4294967296", "-1", "A" * 300]
    for _ in range(3000):
        text = chance.choice(samples)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            cut = chance.choice([0, 0, 1, 5, 40])
            text = text[:at] + chance.choice(pieces) + text[at + cut:]
        agent.send_bytes(text)
        if chance.random() < 0.05:
            time.sleep(0.001)
    end = time.monotonic() + 20
    alive = False
    while not alive and time.monotonic() < end:
        agent.send_bytes(agent.request("OPTIONS", agent.uri(),
                                       call_id="alive"))
        try:
            alive = agent.wait(lambda m: m.get("Call-ID") == "alive", 1,
                               keep=False)
        except Failure:
            pass
    claim(alive, "it still answers")
    peer.close()


@test
def connections_of_one_source_are_bounded():
    peer = Peer("max_tcp_per_source=5")
    connections = [socket.create_connection(peer.tcp) for _ in range(20)]
    end = time.monotonic() + 10
    open_ = connections
    while len(open_) > 5 and time.monotonic() < end:
        time.sleep(0.1)
        still = []
        for connection in open_:
            connection.setblocking(False)
            try:
                if connection.recv(10) != b"":
                    still.append(connection)
            except BlockingIOError:
                still.append(connection)
            except OSError:
                pass
        open_ = still
    claim(len(open_) == 5, "%d are open" % len(open_))
    claim(peer.stats()["tcp"] >= 15, "counted")
    agent = Agent(peer)
    agent.send_bytes(agent.request("OPTIONS", agent.uri()))
    claim(agent.wait(200), "UDP goes on")
    peer.close()


@test
def a_port_in_use_is_told():
    peer = Peer()
    for ports in ((str(peer.udp[1]), "0"), ("0", str(peer.tcp[1]))):
        try:
            second = Peer(ports=ports)
        except Failure as failure:
            claim("in use" in str(failure), str(failure))
            continue
        second.process.kill()
        raise Failure("two stacks at one port")
    peer.close()


if __name__ == "__main__":
    test.run()
