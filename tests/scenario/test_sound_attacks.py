# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound that is none, or of others, in live calls and what is kept of them."""

import os
import random
import re
import struct
import time

import place
import tap
from capture import Capture
from centre import Centre
from rtp_peer import RtpPeer
from wav import LEFT, RIGHT, Wav

CALLER_HZ, AGENT_HZ, STRANGER_HZ = 440, 620, 1000
CARD = "4024007134560013"  # of nobody
PORTS = range(20000, 20040)  # few, so that all of them can be sprayed
RTP = struct.pack("!BBHII", 0x80, 0, 1, 1, 1)
random.seed(20261126)

centre = Centre(queue={"recording": "all"}, rtp__port_min=str(PORTS.start),
                rtp__port_max=str(PORTS.stop - 1))
api = centre.api
server = centre.server
ana = centre.agent("ana", "sales")


def dropped():
    """RTP packets that the server has counted as dropped."""
    text = api.ask("GET", "/metrics").raw.decode()
    return int(float([line.split()[1] for line in text.splitlines()
                      if line.startswith("cclite_rtp_dropped_total ")][0]))


def wait_s(seconds):
    until = time.monotonic() + seconds
    place.wait_until(f"{seconds} s", lambda: time.monotonic() >= until)


def both_hear(call, ring):
    call.wait_hears(AGENT_HZ)
    ring.wait_hears(CALLER_HZ)
    assert ana.state()["state"] == "talking"


def recording_of(contact):
    """Its recording when it is whole: (what is told of it, its sound)."""
    def kept():
        found = [one for one in api.items("/api/recordings")
                 if one["contact_id"] == contact]
        return found and found[-1]["state"] == "kept" and found[-1]
    told = place.wait_until(f"contact {contact} is recorded", kept)
    raw = api.ask("GET",
                  f"/api/recordings/{told['recording_id']}/download").raw
    return told, Wav(raw)


def over(call, ring):
    """Hangs up; the recording of the talk."""
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    return recording_of(contact)


def garbage():
    """What is no RTP, though it comes from where RTP comes from."""
    for length in range(12):
        yield RTP[:length]
    yield from (b"\x00" + RTP[1:], b"\x40" + RTP[1:], b"\xc0" + RTP[1:],
                b"\x8f" + RTP[1:], b"\x90" + RTP[1:] + b"\xbe\xde\xff\xff",
                b"\xa0" + RTP[1:] + b"abc\xff", b"\xa0" + RTP[1:] + b"\0")
    for kind in range(200, 205):  # RTCP's types
        yield bytes((0x80, kind)) + RTP[2:]
    yield b"\x00\x01\0\0\x21\x12\xa4\x42transaction!"  # STUN
    yield b"\x16\xfe\xfd\0\0\0\0\0\0\0\0\0\x10"  # DTLS
    for _ in range(300):  # noise of any version but RTP's
        yield (random.choice((b"\x00", b"\x47", b"\xc0", b"\xff"))
               + random.randbytes(random.randrange(1500)))


def garbage_is_dropped():
    """what is no RTP is dropped and counted, and the call goes on"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    before = dropped()
    for packet in garbage():
        for leg in (call, ring):
            leg.media.send_raw(packet)
    place.wait_until("it is counted", lambda: dropped() >= before + 40)
    both_hear(call, ring)
    over(call, ring)


def injected_sound_is_counted():
    """sound from a stranger's port is neither heard nor kept, but counted"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    before = dropped()
    strangers = []
    for leg in (call, ring):
        strangers.append(RtpPeer(place.host(3), STRANGER_HZ))
        strangers[-1].connect(*leg.media.remote)
    place.wait_until("it is counted", lambda: dropped() >= before + 100)
    both_hear(call, ring)
    wait_s(1)
    for stranger in strangers:
        stranger.close()
        assert stranger.received == 0  # nor does anybody talk to them
    check_clean(over(call, ring)[1])


def check_clean(sound):
    for channel, hertz in ((LEFT, CALLER_HZ), (RIGHT, AGENT_HZ)):
        assert sound.share(channel, hertz, 0.4) > 0.8
        assert sound.share(channel, STRANGER_HZ) == 0


def sprayed_before_the_call():
    """who sends to every port from before the call on is never heard"""
    sprayers = [RtpPeer(place.host(3), STRANGER_HZ) for _ in PORTS]
    for sprayer, port in zip(sprayers, PORTS):
        sprayer.connect(server.address, port)
    wait_s(0.3)
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    wait_s(1)
    both_hear(call, ring)
    assert not call.media.hears(STRANGER_HZ)
    sound = over(call, ring)[1]
    for sprayer in sprayers:
        sprayer.close()
        assert sprayer.received == 0
    check_clean(sound)


def keys_that_are_none():
    """of keys that no telephone has none is taken; the one that is, once"""
    call = centre.caller(hertz=CALLER_HZ).wait_answer()
    centre.wait_menu(call)
    for event in range(16, 256):
        for ends in (0, 0x80):
            call.media.send_raw(struct.pack(
                "!BBHIIBBH", 0x80, 101, event, event * 1000, 7, event,
                ends | 10, 65535))
    for length in range(4):  # too short to be one
        call.media.send_raw(struct.pack("!BBHII", 0x80, 101, 900, 9, 7)
                            + bytes(length))
    call.media.press("1")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=AGENT_HZ)
    both_hear(call, ring)
    contact = centre.last_contact()["contact_id"]
    pressed = [event["digit"] for event in centre.events_of(contact)
               if event["type"] == "digit_pressed"]
    assert pressed == ["1"], pressed
    over(call, ring)


def rtcp_ends_nothing():
    """RTCP of whatever bytes hangs nobody up"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    report = struct.pack("!BBHI", 0x80, 201, 1, 1)
    packets = [report[:4], struct.pack("!BBHI", 0x81, 203, 1, 1),
               report + struct.pack("!BBHI", 0x81, 203, 1, 1),
               struct.pack("!BBHI", 0x80, 200, 65535, 1),
               struct.pack("!BBHI", 0x9f, 201, 1, 1),
               report + struct.pack("!BBH", 0x80, 204, 0) * 350]
    packets += [random.randbytes(random.randrange(1, 300))
                for _ in range(200)]
    for leg in (call, ring):
        address, port = leg.media.remote
        for to in ((address, port), (address, port + 1)):
            for packet in packets:
                leg.media.socket.sendto(packet, to)
    both_hear(call, ring)
    assert not call.ended and not ring.ended
    over(call, ring)


def a_jump_is_no_hour():
    """a clock that jumps by 2^31 leaves a recording as long as the talk"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    began = time.monotonic()
    wait_s(1)
    call.media.jump(1 << 31)
    wait_s(0.5)
    ring.media.jump(8000 * 3600)
    both_hear(call, ring)
    wait_s(1.5)
    talked_s = time.monotonic() - began
    told, sound = over(call, ring)
    assert sound.seconds < talked_s + 2, (sound.seconds, talked_s)
    assert told["bytes"] < 16000 * (talked_s + 3), told
    # A busy machine leaves gaps; a clock that was believed would leave nothing.
    assert sound.share(LEFT, CALLER_HZ, sound.seconds - 0.8) > 0.4
    assert sound.share(RIGHT, AGENT_HZ, sound.seconds - 0.8) > 0.4


def hung_up_while_paused():
    """hung up while it pauses, nothing of the pause is in the recording"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    wait_s(1.5)
    ana.does("pause-recording", reason="card number")
    wait_s(1.5)
    check_paused(*over(call, ring))


def paused_twice():
    """paused, resumed, paused and resumed again, both pauses are silent and
    what is between them is heard"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    wait_s(1)
    for _ in range(2):
        ana.does("pause-recording", reason="card number")
        wait_s(1.5)
        ana.does("resume-recording")
        wait_s(1.5)
    told, sound = over(call, ring)
    assert told["paused_us"] > 2.5e6, told
    for channel, hertz in ((LEFT, CALLER_HZ), (RIGHT, AGENT_HZ)):
        parts = quarters(sound, channel, hertz)
        assert re.search(r"\+.*\.{4}.*\+.*\.{4}.*\+", parts), parts
        # Each pause has two edges, within a quarter.
        assert parts.count(".") >= told["paused_us"] // 250000 - 4, parts


def quarters(sound, channel, hertz):
    """Each quarter of a second: + the tone, . silence, ? something else."""
    return "".join(
        "." if sound.loudness(channel, at / 4, at / 4 + 0.25) < 50 else
        "+" if sound.share(channel, hertz, at / 4, at / 4 + 0.25) > 0.8 else
        "?" for at in range(int(4 * sound.seconds)))


def a_pause_that_nobody_ends():
    """a pause that is never resumed ends by itself where the queue says so,
    and until then nothing is kept"""
    api.put("/api/queues/sales", recording_pause_ms=1500)
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    wait_s(1)
    ana.does("pause-recording", reason="card number")
    place.wait_until("it goes on by itself", lambda: centre.told(
        contact, "recording_resumed"))
    wait_s(1.2)
    told, sound = over(call, ring)
    api.put("/api/queues/sales", recording_pause_ms=0)
    assert told["paused_us"] >= 1.4e6, told
    assert sound.share(RIGHT, AGENT_HZ, sound.seconds - 0.6) > 0.8
    assert any(sound.loudness(LEFT, at / 4, at / 4 + 1) < 50
               for at in range(int(4 * sound.seconds) - 3))


def files_with(text):
    """Those of the server that have it: database, sounds, log."""
    found = ["log"] if text in server.said() else []
    for folder, _, names in os.walk(os.path.dirname(server.data.rstrip("/"))):
        for name in names:
            try:
                with open(os.path.join(folder, name), "rb") as file:
                    if text.encode() in file.read():
                        found.append(name)
            except OSError:
                pass  # a socket, or gone meanwhile
    return found


def what_is_keyed_in_a_pause():
    """a card's number keyed in a pause, as sound and by INFO, is in no frame of
    a WebSocket that is told everything, in no answer, trace, file or log; and
    the unit lets no core be written"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()
    number = contact["contact_id"]
    capture = Capture(server)
    ana.does("pause-recording", reason="card number")
    call.media.press(CARD)
    for key in CARD:
        assert call.request("INFO", headers=[
            ("Content-Type", "application/dtmf-relay")], body=(
                f"Signal={key}\r\nDuration=100\r\n").encode()).status == 200
    place.wait_until("all keys are pressed", lambda: not call.media._keys)
    wait_s(0.3)
    ana.does("resume-recording")
    over(call, ring)
    events, frames = capture.end()
    assert {"recording_paused", "recording_resumed", "contact_ended"} <= {
        event["type"] for event in events}, events
    assert contact["caller"] in frames  # they are what is told
    answers = {path: api.ask("GET", f"/api/contacts/{number}{path}").raw
               .decode(errors="replace") for path in (
                   "", "/events", "/why", "/trace", "/pcap")}
    assert answers["/pcap"].count("INFO sip:") == len(CARD)  # all are there
    answers["frames"] = frames
    for where, text in answers.items():
        assert CARD not in text, where
        assert not re.search(r"Signal ?= ?[0-9]", text), where
    assert '"digit' not in frames.replace('"digits_sent"', "").replace(
        '"digits_lost"', "")
    pressed = [e["digit"] for e in centre.told(number, "digit_pressed")]
    assert pressed == ["1"], pressed  # in the menu, before
    assert files_with(CARD) == [] and files_with("Signal=4") == []
    assert files_with("card number") != []  # where the reason is kept
    with open(os.path.join(place.SOURCE, "share/systemd/cclited.service.in"),
              encoding="utf-8") as unit:
        assert "\nLimitCORE=0\n" in unit.read()


def check_paused(told, sound):
    """Both are heard, and in the pause at its end neither; some packets are
    on their way when it begins."""
    pause_s = told["paused_us"] / 1e6
    assert pause_s > 0.9, told
    assert sound.share(LEFT, CALLER_HZ, 0.4, 1.2) > 0.8
    for channel in (LEFT, RIGHT):
        assert sound.loudness(channel, sound.seconds - pause_s + 0.2) < 50


def transferred_while_paused():
    """handed over while it pauses, the next talk is recorded again"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    wait_s(1.5)
    ana.does("pause-recording", reason="card number")
    wait_s(1)
    ana.does("transfer", to="queue", to_id="sales")
    ring.wait_end()
    again = ana.phone.next_call()
    again.ring()
    again.answer(hertz=AGENT_HZ)
    both_hear(call, again)
    wait_s(1)
    over(call, again)
    for told in place.wait_until("both are whole", lambda: both_of(contact)):
        sound = Wav(api.ask(
            "GET", f"/api/recordings/{told['recording_id']}/download").raw)
        if told["paused_us"]:
            check_paused(told, sound)
        else:
            assert sound.share(RIGHT, AGENT_HZ, 0.4) > 0.8


def both_of(contact):
    """The two recordings of a contact, one of them with a pause."""
    found = [one for one in api.items("/api/recordings")
             if one["contact_id"] == contact and one["state"] == "kept"]
    return (len(found) == 2 and sorted(one["paused_us"] > 0 for one in found)
            == [False, True] and found)


def names_come_from_nobody():
    """a caller's number of whatever letters is in no file's name"""
    for number in ("..%2f..%2fx", "a" * 200, "%00x", "*?[a]"):
        call, ring = centre.talk(ana, hertz=AGENT_HZ, caller=number)
        wait_s(0.3)
        call.hang_up()
        ring.wait_end()
        ana.wait("available")
    place.wait_until("all are whole", lambda: all(
        one["state"] == "kept" for one in api.items("/api/recordings")))
    count = 0
    for _, folders, files in os.walk(os.path.join(server.data, "recordings")):
        assert all(len(name) in (2, 4) for name in folders), folders
        assert all(len(name) == 36 and not set(name) - set(
            "0123456789abcdef-.wav") for name in files), files
        count += len(files)
    assert count == len(api.items("/api/recordings"))


def the_books_agree():
    """after all that no port is held, and verify agrees"""
    place.wait_until("no contact is live", lambda: api.get(
        "/api/state")["contacts_live"] == 0)
    centre.close()


tap.run(garbage_is_dropped, injected_sound_is_counted,
        sprayed_before_the_call, keys_that_are_none, rtcp_ends_nothing,
        a_jump_is_no_hour, hung_up_while_paused, transferred_while_paused,
        paused_twice, a_pause_that_nobody_ends, what_is_keyed_in_a_pause,
        names_come_from_nobody, the_books_agree)
