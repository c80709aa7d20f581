# SPDX-License-Identifier: GPL-3.0-or-later
"""One bad call can be traced: who said what, what was decided, and as packets
that foreign programs read."""

import json
import os
import shutil
import socket
import subprocess

import place
import tap
from api import Api
from centre import Centre
from server import Server
from sip_message import sdp, token

PASSWORD = "a-good-password"

centre = Centre(trace__keep="1h")
server, api = centre.server, centre.api
ana = centre.agent("ana")


def person(name, role, **more):
    """Somebody's own way in."""
    api.post("/api/users", name=name, role=role, **more)
    api.set_password(f"/api/users/{name}/password", PASSWORD)
    token_ = Api(server.socket).post("/api/sessions", name=name,
                                     password=PASSWORD)["token"]
    return Api((server.address, 8080), token=token_)


def trace(contact_id, who=api):
    return who.get(f"/api/contacts/{contact_id}/trace")["items"]


def words(items, kind):
    return [item["what"] for item in items if item["kind"] == kind]


def in_order(wanted, found):
    """Whether all that is wanted is found, in that order."""
    rest = iter(found)
    return all(one in rest for one in wanted)


def a_talk():
    """A whole talk; its contact's number."""
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    ana.wait("available")
    return contact


def a_whole_call():
    """a call is traced on both sides, with decisions and effects between"""
    contact = a_talk()
    items = trace(contact)
    assert in_order(["INVITE", "100 Trying", "200 OK", "ACK", "INVITE",
                     "180 Ringing", "200 OK", "ACK", "BYE"],
                    words(items, "message")), words(items, "message")
    assert in_order(["contact_arrived", "contact_queued", "offer_made",
                     "talk_began", "contact_ended"],
                    words(items, "decision")), items
    assert in_order(["answer", "ring", "bridge"], words(items, "effect")), items
    times = [item["wall_us"] for item in items]
    assert times == sorted(times)
    parties = {item["party"] for item in items if item["kind"] == "message"}
    assert parties == {1, 2}, parties
    first = [item for item in items if item["kind"] == "message"][0]
    assert (first["what"], first["sent"]) == ("INVITE", False)
    assert first["theirs"] == f"{centre.trunk.address}:{centre.trunk.port}"
    assert first["transport"] == "udp"
    said = [item["says"] for item in items if item["what"] == "offer_made"]
    assert "ana" in said[0], said


def the_ladder():
    """cclite draws it as a ladder, and prints JSON"""
    contact = centre.newest_contact()["contact_id"]
    code, out, err = server.command("contact", "trace", str(contact))
    assert code == 0, err
    lines = out.splitlines()
    arrows = [line for line in lines if "INVITE" in line and "->" in line]
    assert len(arrows) >= 2, out
    assert any("* " in line and "ana" in line for line in lines), out
    assert any("> ring" in line for line in lines), out
    assert all(len(line) <= 80 for line in lines if "->|" in line), out
    code, out, err = server.command("contact", "trace", str(contact), "--json")
    assert code == 0, err
    assert words(json.loads(out)["items"], "message")[0] == "INVITE"


def read_packets(path):
    """What tcpdump makes of a file."""
    return subprocess.run(["tcpdump", "-nn", "-tt", "-vv", "-r", path],
                          capture_output=True, text=True, errors="replace",
                          timeout=30, check=False)


def packets():
    """tcpdump reads the packets"""
    if not shutil.which("tcpdump"):
        return
    contact = a_talk()
    path = place.path("call.pcap")
    code, _, err = server.command("contact", "trace", str(contact),
                                  "--pcap", path)
    assert code == 0, err
    assert os.stat(path).st_mode & 0o777 == 0o600
    done = read_packets(path)
    assert done.returncode == 0, done.stderr
    messages = [item for item in trace(contact) if item["kind"] == "message"]
    heads = [line for line in done.stdout.splitlines() if " IP (" in line]
    assert len(heads) == len(messages), done.stdout
    assert (f"{centre.trunk.address}.5060 > {server.address}.5060: "
            "[no cksum] SIP") in done.stdout, done.stdout
    assert "INVITE sip:200@" in done.stdout
    assert "bad" not in "".join(heads) and "[|" not in done.stdout
    code, _, err = server.command("contact", "trace", str(contact),
                                  "--pcap", path)
    assert code != 0 and "exists" in err, err  # nothing is written over


def secrets_are_never_kept():
    """no digest, no digit that was pressed is in a trace, nor in the log,
    however much is logged and in whatever form it came"""
    assert server.command("server", "log", "--level", "detail",
                          "--for", "1h")[0] == 0
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    for kind, body in (("application/dtmf-relay",
                        b"Signal=7\r\nDuration=160\r\n"),
                       ("APPLICATION/DTMF-Relay", b"signal = 7\n"),
                       ("application/dtmf", b"7" + b" 7777" * 40)):
        assert call.request("INFO", [("Content-Type", kind)],
                            body).status == 200
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    raw = api.ask("GET", f"/api/contacts/{contact}/pcap").raw
    assert raw.count(b"INFO sip:") == 3
    assert b"response=" not in raw
    assert raw.count(b"xxxxxx=x\r\n") == 1
    assert raw.count(b"xxxxxx = x\n") == 1
    assert raw.count(b"x" + b" xxxx" * 40) == 1
    for text in (raw.lower(), server.said().lower().encode()):
        assert b"signal" not in text and b"7777" not in text
    ana.wait("available")


def numbers_by_rights():
    """who may not see numbers gets packets without them; an agent gets none"""
    contact = centre.newest_contact()["contact_id"]
    number = centre.last_number.encode()
    assert number in api.ask("GET", f"/api/contacts/{contact}/pcap").raw
    analyst = person("olga", "analyst")
    raw = analyst.ask("GET", f"/api/contacts/{contact}/pcap").raw
    assert b"INVITE sip:xxx@" in raw and b"m=audio" in raw
    assert number not in raw, raw
    shown = str(trace(contact, analyst)).encode()
    assert number not in shown
    agent = person("adam", "agent")
    for what in ("trace", "pcap"):
        answer = agent.ask("GET", f"/api/contacts/{contact}/{what}")
        assert answer.status == 403, answer.raw


def readings_are_journalled():
    """who reads a trace, and in which form, is in the journal, once; whoever
    is refused is not, and the trace has nothing of it"""
    contact = a_talk()
    before = trace(contact)
    iris = person("iris", "analyst")
    path = f"/api/contacts/{contact}"
    user = api.get("/api/users/iris")["id"]
    for what in ("trace", "pcap", "trace"):
        assert iris.ask("GET", f"{path}/{what}").status == 200
    nobody = person("nele", "agent")
    assert nobody.ask("GET", f"{path}/trace").status == 403
    readings = [(e["by"], e["as_packets"]) for e in centre.events_of(contact)
                if e["type"] == "trace_read"]
    boss = api.get("/api/users/boss")["id"]
    assert readings == [(boss, False), (user, False), (user, True)], readings
    assert trace(contact) == before


def two_teams():
    """a supervisor sees the traces of the own team's contacts alone"""
    for team in ("north", "south"):
        api.post("/api/teams", name=team)
    api.put("/api/queues/sales", team_id="north")
    api.put("/api/queues/support", team_id="south")
    contact = a_talk()  # sales
    north = person("nora", "supervisor", team_id="north")
    south = person("susi", "supervisor", team_id="south")
    for what in ("trace", "pcap"):
        path = f"/api/contacts/{contact}/{what}"
        assert north.ask("GET", path).status == 200, what
        assert south.ask("GET", path).status == 403, what


def hostile_bytes():
    """whatever a stranger writes, the ladder and tcpdump stay whole"""
    raw = (f"INVITE sip:200@{server.address} SIP/2.0\r\n"
           f"Via: SIP/2.0/UDP {centre.trunk.address}:{centre.trunk.port}"
           f";branch=z9hG4bK{token()};rport\r\n").encode()
    raw += (b'From: "\x1b]0;pwned\x07\xff|<--- 200 OK" <sip:1@h>;tag='
            + token().encode() + b"\r\n")
    raw += (f"To: <sip:200@{server.address}>\r\nCall-ID: {token()}\r\n"
            "CSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"
            f"Contact: {centre.trunk.contact}\r\n").encode()
    raw += b"X-Junk: \x1b[2J\r\n\t\x00\x9b31m\r\nContent-Length: 0\r\n\r\n"
    before = len(centre.settle().contacts())
    centre.trunk.send_raw(raw, server.sip)
    place.wait_until("it arrived", lambda:
                     len(centre.settle().contacts()) > before)
    contact = centre.newest_contact()["contact_id"]
    api.post(f"/api/contacts/{contact}/end")
    centre.wait_ended(contact)
    code, out, err = server.command("contact", "trace", str(contact))
    assert code == 0, err
    assert not any(ord(c) < 32 and c != "\n" or 127 <= ord(c) < 160
                   for c in out), out
    path = place.path("hostile.pcap")
    code, _, err = server.command("contact", "trace", str(contact),
                                  "--pcap", path)
    assert code == 0, err
    if shutil.which("tcpdump"):
        done = read_packets(path)
        assert done.returncode == 0, done.stderr
        assert " IP " in done.stdout


def it_ends_when_it_is_due():
    """a trace goes when its time is over; a failed call's stays"""
    centre.close()
    late = Centre(Server("late", place.host(2), trace__keep="1s",
                         trace__keep_failed="1h").start())
    call = late.caller().wait_answer()
    good = late.last_contact()["contact_id"]
    call.hang_up()
    late.wait_ended(good)
    assert late.caller(number="999").wait_refusal() >= 400  # nobody serves it
    failed = late.newest_contact()["contact_id"]
    assert failed != good
    place.wait_until("the good one is gone", lambda: not words(
        trace(good, late.api), "message"))
    assert words(trace(good, late.api), "decision")  # the journal stays
    assert words(trace(failed, late.api), "message")
    path = f"/api/contacts/{good}/pcap"
    assert late.api.ask("GET", path).status == 404
    code, out, err = late.server.command("contact", "trace", str(good))
    assert code == 0 and "trace.keep" in out, err
    assert late.api.ask("GET", "/api/contacts/999999/trace").status == 404
    late.close()


def by_a_connection():
    """what goes by TCP is traced, too, also after what keeps a connection
    alive, without the keys; and tcpdump reads it"""
    line = socket.socket()
    line.bind((place.host(3), 0))
    api.post("/api/trunks", name="wire", check_ms=0, transport="tcp",
             address=f"{place.host(3)}:5060")
    line.settimeout(place.PATIENCE_S)
    line.connect(server.sip)
    address, port = line.getsockname()
    name, tag, number = token(), token(), [0]

    def ask(method, to_tag="", kind="sdp", body=""):
        number[0] += method != "ACK"
        return (
            f"{method} sip:200@{server.address} SIP/2.0\r\n"
            f"Via: SIP/2.0/TCP {address}:{port};branch=z9hG4bK{token()};rport\r\n"
            f"From: <sip:0044701@{address}>;tag={tag}\r\n"
            f"To: <sip:200@{server.address}>{to_tag}\r\nCall-ID: {name}\r\n"
            f"CSeq: {number[0]} {method}\r\nMax-Forwards: 70\r\n"
            f"Contact: <sip:x@{address}:{port};transport=tcp>\r\n"
            f"Content-Type: application/{kind}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}").encode()

    line.sendall(ask("INVITE", body=sdp(address, 40000, "sendrecv").decode()))
    heard = b""
    while b"SIP/2.0 200" not in heard:
        heard += line.recv(4096)
    to_tag = b";tag=" + heard.rsplit(b"\nTo: ", 1)[1].split(
        b"\r", 1)[0].rsplit(b";tag=", 1)[1]
    line.sendall(ask("ACK", to_tag.decode()))
    for alive, key in ((b"\r\n", 8), (b"\r\n\r\n", 2)):  # RFC 5626, 3.5.1
        line.sendall(alive + ask("INFO", to_tag.decode(), "dtmf-relay",
                                 f"Signal={key}\r\n"))
        while f"CSeq: {number[0]} INFO".encode() not in heard:
            heard += line.recv(4096)
    contact = centre.newest_contact()["contact_id"]
    place.wait_until("the keys are pressed", lambda: [
        e["digit"] for e in centre.events_of(contact)
        if e["type"] == "digit_pressed"] == ["8", "2"])
    api.post(f"/api/contacts/{contact}/end")
    centre.wait_ended(contact)
    line.close()
    messages = [item for item in trace(contact)
                if item["kind"] == "message" and item["party"] == 1]
    assert {item["transport"] for item in messages} == {"tcp"}, messages
    assert [item["what"] for item in messages][:1] == ["INVITE"]
    assert "200 OK" in words(messages, "message")
    assert words(messages, "message").count("INFO") == 2, messages
    raw = api.ask("GET", f"/api/contacts/{contact}/pcap").raw
    assert raw.count(b"xxxxxx=x\r\n") == 2 and b"Signal" not in raw, raw
    assert messages[0]["theirs"] == f"{address}:{port}"
    path = place.path("tcp.pcap")
    assert server.command("contact", "trace", str(contact), "--pcap",
                          path)[0] == 0
    if shutil.which("tcpdump"):
        done = read_packets(path)
        assert done.returncode == 0, done.stderr
        assert f"{address}.{port} > {server.address}.5060" in done.stdout
        assert "[|" not in done.stdout, done.stdout


def a_short_call():
    """Somebody calls, and hangs up in the menu; its contact's number."""
    call = centre.caller().wait_answer()
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    centre.wait_ended(contact)
    return contact


def log_for_a_while():
    """more is logged for a while, who did it too; then as configured again"""
    def log(level, for_):
        return server.command("server", "log", "--level", level,
                              "--for", for_)
    code, _, err = log("detail", "1h")
    assert code == 0, err
    assert "log level detail for 3600 s, by user 1" in server.said()
    contact = a_short_call()
    assert f"contact_ended, contact {contact}" in server.said()
    assert centre.last_number not in server.said()
    assert log("detail", "1s")[0] == 0
    place.wait_until("it is over", lambda:
                     "log level note again" in server.said())
    contact = a_short_call()
    assert f"contact {contact}" not in server.said()
    code, _, err = log("loud", "1s")
    assert code != 0 and "level" in err, err
    otto = person("otto", "analyst")
    answer = otto.ask("POST", "/api/server/log", {"level": "detail"})
    assert answer.status == 403


def it_is_told():
    """what traces take is told in metrics"""
    metrics = dict(line.rsplit(" ", 1) for line in
                   api.ask("GET", "/metrics").raw.decode().splitlines()
                   if not line.startswith("#"))
    assert float(metrics["cclite_trace_bytes"]) > 0
    assert float(metrics["cclite_trace_bytes"]) <= 8 << 20
    assert float(metrics["cclite_trace_contacts"]) >= 1
    assert float(metrics["cclite_trace_dropped_total"]) == 0


tap.run(
    a_whole_call,
    the_ladder,
    packets,
    secrets_are_never_kept,
    numbers_by_rights,
    readings_are_journalled,
    two_teams,
    hostile_bytes,
    by_a_connection,
    log_for_a_while,
    it_is_told,
    it_ends_when_it_is_due,
)
