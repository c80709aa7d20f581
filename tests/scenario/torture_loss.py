# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that loses three of ten packets, each way: signalling survives.

Part of `make torture`: what is lost often enough takes half a minute.
CCLITE_TEST_LOSSY_CALLS says how many calls there are (8).
"""

import os
import socket
import time

import lossy

os.environ.setdefault("CCLITE_TEST_PATIENCE_S", "70")
REFUSED = None
LINE = None
try:
    LINE = lossy.Line()
except lossy.NotHere as reason:
    REFUSED = str(reason)

import place  # noqa: E402
import tap  # noqa: E402

CALLS = int(os.environ.get("CCLITE_TEST_LOSSY_CALLS", "8"))
SECRET = "phone-secret-1"

if LINE:
    place.host = lambda number=0: f"10.99.0.{number + 1}"
    from centre import Centre  # pylint: disable=ungrouped-imports
    from server import Server
    from sip_peer import Peer
    centre = Centre(Server().start(under=LINE.under))
    api = centre.api
    ana = centre.seat("ana", "support")
    ana.phone = Peer(place.host(2), name="ana")


def needed():
    if REFUSED:
        raise tap.Skip(REFUSED)


def a_phone_registers():
    """a phone registers through the loss"""
    needed()
    LINE.loss = 0.3
    answer = ana.phone.register(centre.server.sip, SECRET, realm=centre.realm)
    assert answer.status == 200, answer
    ana.wait_phone()
    ana.does("log-in")
    ana.does("available")


def lifted(ring):
    """Answers, again and again until the ACK comes, as telephones do."""
    ring.hear(ring.invite)
    due = 0
    while not ring.acknowledged and not ring.ended:
        if time.monotonic() >= due:
            ring.peer.reply(ring.invite, 200, "OK", tag=ring.tag,
                            headers=[("Contact", ring.peer.contact),
                                     ("Content-Type", "application/sdp")],
                            body=ring.sdp(), to=ring.next_hop)
            due = time.monotonic() + 0.5
        time.sleep(0.02)


def calls_are_set_up_and_ended():
    """calls are answered, queued, taken and hung up, each once"""
    needed()
    for _ in range(CALLS):
        call = centre.caller(hertz=440).wait_answer()
        ring = ana.phone.next_call()
        lifted(ring)
        ana.wait("talking")
        place.wait_until("both are heard", lambda c=call, r=ring:
                         c.media.received > 20 and r.media.received > 20)
        call.hang_up()
        ring.wait_end()
        record = centre.wait_ended(centre.last_contact()["contact_id"])
        assert record["agent"] == "ana", record
        ana.wait("available")
    numbers = [one["caller"] for one in centre.contacts()]
    assert len(numbers) == len(set(numbers)) == CALLS, numbers


def tcp_goes_on():
    """requests by TCP are answered, and the connection stands"""
    needed()
    with socket.create_connection(centre.server.sip, 60) as tcp:
        tcp.settimeout(60)
        host, port = tcp.getsockname()
        for number in range(20):
            tcp.sendall((
                "OPTIONS sip:x@h SIP/2.0\r\n"
                f"Via: SIP/2.0/TCP {host}:{port};branch=z9hG4bK{number}\r\n"
                "To: <sip:x@h>\r\nFrom: <sip:y@h>;tag=1\r\n"
                f"Call-ID: {number}\r\nCSeq: 1 OPTIONS\r\n"
                "Content-Length: 0\r\n\r\n").encode())
            answer = b""
            while b"\r\n\r\n" not in answer:
                answer += tcp.recv(4096)
            assert answer.startswith(b"SIP/2.0 200"), answer


def nothing_is_left():
    """afterwards no leg, no port, and the books agree"""
    needed()
    assert LINE.lost > LINE.passed / 5, (LINE.lost, LINE.passed)
    LINE.loss = 0

    def is_empty():
        figures = api.ask("GET", "/metrics").raw.decode()
        return ("\ncclite_sip_legs 0" in figures
                and "\ncclite_media_ports 0" in figures)
    place.wait_until("nothing is left", is_empty)
    ana.phone.close()
    centre.close()
    print(f"# {LINE.lost} packets lost, {LINE.passed} passed")
    LINE.close()


tap.run(a_phone_registers, calls_are_set_up_and_ended, tcp_goes_on,
        nothing_is_left)
