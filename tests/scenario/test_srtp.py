# SPDX-License-Identifier: GPL-3.0-or-later
"""Encrypted calls with baresip, whose SRTP is libre's and not ours."""

import json
import os
import shutil
import sys

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from srtp_caller import FRAME, SecretCaller
from wav import LEFT, RIGHT, Wav

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from certificates import Authority  # noqa: E402

STRAIGHT = {"nodes": [
    {"name": "answer", "type": "answer", "next": "line"},
    {"name": "line", "type": "queue", "queue": "sales", "priority": 50}]}
HOST = place.host()
FILE = place.path("server.pem")
AGENT_HZ, CALLER_HZ = 700, 440

authority = Authority()
shutil.copy(authority.issue("good.pem", f"IP:{HOST}"), FILE)
centre = Centre(sip__tls_certificate=FILE, sip__tls_port="5061",
                flow=STRAIGHT, queue={"recording": "all"})
api = centre.api
tess = centre.seat("tess", "sales")
phone = None


def baresip(encryption, port, name="tess"):
    """tess's phone, by TLS; encryption: of baresip's account, or None."""
    more = f";mediaenc={encryption}" if encryption else ""
    return Baresip(name, place.host(3), f"sip:tess@{HOST}:5061;transport=tls",
                   f";auth_user=tess;auth_pass={PHONE_PASSWORD};regint=120"
                   ";answermode=auto" + more, hertz=AGENT_HZ, port=port,
                   more=("srtp",))


def sound_of(contact_id, side):
    """What the messages of one side of a contact's trace say of sound."""
    return [item["sound"] for item in
            api.get(f"/api/contacts/{contact_id}/trace")["items"]
            if item["kind"] == "message" and item["party"] == side
            and item["sound"]]


def wait_marks(caller, agent):
    """The contact of now is said to be encrypted so."""
    contact = centre.last_contact()["contact_id"]

    def is_so():
        one = api.get(f"/api/contacts/{contact}")
        return (one["caller_encrypted"], one["agent_encrypted"]) == (caller,
                                                                     agent)
    place.wait_until(f"encrypted: {caller}, {agent}", is_so)
    return contact


def talk():
    """A caller and tess, who hear each other."""
    mark = len(phone.heard())
    call = centre.caller(hertz=CALLER_HZ).wait_answer()
    call.wait_hears(AGENT_HZ)
    phone.wait_hears(CALLER_HZ, since=mark)
    return call


def a_phone_that_must_encrypts():
    """a phone set to required and its caller hear each other, after a hold, too
    """
    global phone
    api.put("/api/devices/tess", srtp="required")
    phone = baresip("srtp-mand", 5090)
    tess.wait_phone()
    tess.does("log-in")
    tess.does("available")
    call = talk()
    contact = wait_marks(False, True)
    code, out, errors = centre.server.command("contact", "show", str(contact),
                                              "--json")
    assert code == 0 and json.loads(out)["agent_encrypted"] is True, out
    phone.command("hold")
    tess.wait("hold")
    wait_marks(False, True)
    place.wait_until("the caller hears music",
                     lambda: not call.media.hears(AGENT_HZ))
    phone.command("resume")
    tess.wait("talking")
    call.wait_hears(AGENT_HZ)
    tess.does("transfer", to="queue", to_id="support")
    tess.wait("available")
    wait_marks(False, False)
    call.hang_up()
    centre.wait_ended(contact)
    contact = centre.last_contact()["contact_id"]
    assert set(sound_of(contact, 1)) == {"rtp"}
    assert set(sound_of(contact, 2)) == {"srtp"}


def no_key_is_in_the_trace():
    """packet files have suites and no keys, and so have the messages"""
    contact = centre.last_contact()["contact_id"]
    raw = api.ask("GET", f"/api/contacts/{contact}/pcap").raw
    assert raw.count(b"AES_CM_128_HMAC_SHA1_80 inline:") >= 2
    for part in raw.split(b"inline:")[1:]:
        assert part.startswith(b"x" * 40), part[:60]
    code, out, errors = centre.server.command("contact", "trace",
                                              str(contact))
    assert code == 0, errors
    assert "SRTP" in out, out


def it_is_recorded_plainly():
    """what was said over SRTP is in the recording as it was said"""
    contact = centre.last_contact()["contact_id"]

    def kept():
        return [one for one in api.items("/api/recordings")
                if one["contact_id"] == contact and one["state"] == "kept"]
    recording = place.wait_until("the recording is kept", kept)[0]
    raw = api.ask("GET", "/api/recordings/%d/download"
                  % recording["recording_id"]).raw
    sound = Wav(raw)
    shares = (sound.share(LEFT, CALLER_HZ), sound.share(RIGHT, AGENT_HZ))
    assert min(shares) > 0.3, shares


def what_is_optional_is_agreed():
    """a phone set to optional is offered a key, and takes it or not"""
    global phone
    api.put("/api/devices/tess", srtp="optional")
    for port, encryption, told in ((5091, "srtp", "srtp"),
                                   (5092, None, "rtp")):
        tess.does("log-out")
        phone.stop()
        phone = baresip(encryption, port, f"tess-{port}")
        phone.wait_told("REGISTER_OK")
        tess.does("log-in")
        tess.does("available")
        call = talk()
        contact = wait_marks(False, told == "srtp")
        call.hang_up()
        tess.wait("available")
        assert sound_of(contact, 2) == ["srtp", told], sound_of(contact, 2)


def who_cannot_is_not_talked_to():
    """a phone that does not encrypt where it must gets no call"""
    api.put("/api/devices/tess", srtp="required")
    call = centre.caller(hertz=CALLER_HZ).wait_answer()
    contact = centre.last_contact()["contact_id"]

    def failed():
        return [one for one in centre.events_of(contact)
                if one["type"] == "offer_ended"]
    ended = place.wait_until("the offer failed", failed)[0]
    assert ended["result"] == "failed", ended
    call.hang_up()
    tess.does("log-out")
    phone.stop()


def scraped(name):
    return api.metrics()[f"cclite_{name}"]


def a_caller_encrypts():
    """a caller by a trunk with TLS is said to be encrypted while waiting, and
    packets that are forged, or come twice, are counted"""
    api.post("/api/trunks", name="secret", address="127.0.0.1:5061",
             transport="tls", srtp="required", check_ms=0)
    centre.last_number = "00447700900999"
    call = SecretCaller(HOST, 5061, authority.certificate, "200",
                        centre.last_number)
    wait_marks(True, False)
    assert scraped("srtp_forged_total") == scraped("srtp_replayed_total") == 0
    packet, other = (call.srtp.packet(b"\xff" * FRAME) for _ in range(2))
    for one in (packet, packet, other[:-1] + bytes((other[-1] ^ 1,))):
        call.send(one)
    place.wait_until("one was forged", lambda: scraped(
        "srtp_forged_total") == 1)
    place.wait_until("one came twice", lambda: scraped(
        "srtp_replayed_total") == 1)
    call.hang_up()
    centre.wait_ended(centre.last_contact()["contact_id"])


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_phone_that_must_encrypts,
    no_key_is_in_the_trace,
    it_is_recorded_plainly,
    what_is_optional_is_agreed,
    who_cannot_is_not_talked_to,
    a_caller_encrypts,
    the_books_agree,
)
