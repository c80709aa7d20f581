# SPDX-License-Identifier: GPL-3.0-or-later
"""Names, bytes and silences of strangers."""

import csv
import io
import json
import socket

import place
import tap
from centre import Centre
from sip_message import sdp, token
from sip_peer import Peer

centre = Centre(rtp__timeout="2s", log__format="json", log__level="detail")
server, api = centre.server, centre.api
ana = centre.agent("ana")

# (what it is, the bytes of a display name)
NAMES = [
    ("a terminal's title", b"\x1b]0;pwned\x07Bob"),
    ("a cleared screen", b"\x1b[2JBob"),
    ("a C1 control", b"Bob\xc2\x9b31m"),
    ("broken UTF-8", b"Bob \xff\xfe\xc3("),
    ("Latin-1", b"Jos\xe9"),
    ("overlong UTF-8", b"\xc0\xaf\xc0\xae"),
    ("a surrogate", b"\xed\xa0\x80"),
    ("right-to-left", "Bob \u202egnp.exe".encode()),
    ("zero width", "B\u200bo\u200db".encode()),
    ("an escaped NUL", b"Bob\\\x00 Dole"),
    ("escaped quotes", b'Bob \\"the\\" \\\\ builder'),
    ("markup", b"<script>alert(1)</script>"),
    ("a formula", b"=cmd|' /C calc'!A0"),
    ("SQL", b"Robert'); DROP TABLE event;--"),
    ("a format", b"%s%n%n%n"),
    ("a lot of it", b"x" * 4000),
]


# (what it is, the bytes of From before its tag, the answer, and what is kept:
# name and number)
KEPT = [
    ("UTF-8", '"Jiří Žluťoučký" <sip:4477@h>'.encode(), 200,
     ("Jiří Žluťoučký", "4477")),
    ("Latin-1", b'"Jos\xe9" <sip:4477@h>', 200, ("Jos\ufffd", "4477")),
    ("broken UTF-8", b'"Bob \xff\xfe\xc3(" <sip:4477@h>', 200,
     ("Bob \ufffd\ufffd\ufffd(", "4477")),
    ("a colour", b'"\x1b[31mBob" <sip:4477@h>', 200, ("·[31mBob", "4477")),
    ("a NUL in a quoted pair", b'"Bob\\\x00 Dole" <sip:4477@h>', 200,
     ("Bob· Dole", "4477")),
    ("a NUL in a number", b"<sip:44%007%0077@h>", 200, ("", "44777")),
    ("a NUL at the beginning", b"<sip:%004477@h>", 200, ("", "4477")),
    ("nobody", b'"Anonymous" <sip:anonymous@anonymous.invalid>', 200,
     ("Anonymous", "")),
    ("a number of the telephone", b"<tel:+420777123456;phone-context=x>", 200,
     ("", "+420777123456")),
    ("a name without quotes", b"Bob B <sip:4477@h>", 200, ("Bob B", "4477")),
    ("a folded name", b'"Bob\r\n\t B" <sip:4477@h>', 200, ("Bob B", "4477")),
    ("4 KB", b'"' + b"x" * 4000 + b'" <sip:4477@h>', 200, ("x" * 95, "4477")),
    ("5 KB", b'"' + b"x" * 5000 + b'" <sip:4477@h>', 400, None),
    ("60 KB", b'"' + b"x" * 60000 + b'" <sip:4477@h>', 513, None),
    ("a quote without its end", b'"Bob <sip:4477@h>', 400, None),
]


def invite(name, user=b"447700900123"):
    """The bytes of an INVITE with that display name."""
    return invite_from(b'"' + name + b'" <sip:' + user + b"@"
                       + centre.trunk.address.encode() + b">")


def invite_from(who):
    """The bytes of an INVITE with a From of those bytes, and its Call-ID."""
    trunk = centre.trunk
    head = (f"INVITE sip:200@{server.address} SIP/2.0\r\n"
            f"Via: SIP/2.0/UDP {trunk.address}:{trunk.port}"
            f";branch=z9hG4bK{token()};rport\r\n").encode()
    head += b"From: " + who + f";tag={token()}\r\n".encode()
    call_id = token()
    return call_id, head + (
        f"To: <sip:200@{server.address}>\r\nCall-ID: {call_id}\r\n"
        "CSeq: 1 INVITE\r\nMax-Forwards: 70\r\n"
        f"Contact: {trunk.contact}\r\nContent-Length: 0\r\n\r\n").encode()


def hostile_names():
    """a name of whatever bytes neither harms nor steers anybody"""
    for what, name in NAMES:
        before = len(centre.settle().contacts())
        _, raw = invite(name)
        centre.trunk.send_raw(raw, server.sip)
        try:
            place.wait_until("it arrived or was refused", lambda:
                             len(centre.settle().contacts()) > before, 3)
        except AssertionError:
            continue  # refused: an answer, too
        contact = centre.newest_contact()
        shown = contact["caller_name"] + contact["caller"]
        assert not any(ord(c) < 32 or 127 <= ord(c) < 160
                       or c in "\u202e\u200b\u200d" for c in shown), \
            (what, shown)
        api.post(f"/api/contacts/{contact['contact_id']}/end")
        centre.wait_ended(contact["contact_id"])
    json.dumps(server.events())
    code, out, _ = server.command("contact", "list")
    assert code == 0
    assert not any(ord(c) < 32 and c != "\n" for c in out), out
    assert "\x1b" not in server.said()


# What a spreadsheet would compute, or pass on, if it could.
FORMULAS = ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)",
            "=HYPERLINK(0)", "\uff1d1+1", "\uff0b1+1", "\uff0d2+3",
            "\uff20SUM(1)", "x;=1+1", "x,=1+1", "x;+1+1;", 'x";=1+1;"',
            "x;=cmd|' /C calc'!A0;y", 'x; "=1+1', 'a"",=1+1', "'=1+1",
            ";@SUM(1)", "-", "+", "=", "==1", "+34 =1"]


def cells(text):
    """The cells of a table as a spreadsheet reads it that parts them at each
    comma, semicolon and tab, outside quotes."""
    cell, is_quoted, just_closed = "", False, False
    for c in text:
        if c == '"' and (is_quoted or just_closed or not cell):
            cell += c if just_closed else ""  # two of them are one
            is_quoted, just_closed = not is_quoted, is_quoted
            continue
        just_closed = False
        if not is_quoted and c in ",;\t\r\n":
            yield cell
            cell = ""
        else:
            cell += c
    yield cell


def what_is_exported_is_inert():
    """callers and people whose names are formulas are exported as cells that
    compute nothing, whatever parts the cells, and numbers stay numbers"""
    for number, name in enumerate(FORMULAS):
        call = centre.trunk.call(
            f"sip:200@{server.address}", server.sip, caller="+34612555018",
            name=name.replace("\\", "\\\\").replace('"', '\\"'))
        place.wait_until("it is answered", lambda c=call: c.final)
        call.hang_up()
        api.post("/api/users", name=f"formula{number}", label=name,
                 role="agent")
    place.wait_until("all have ended", lambda: not [
        one for one in centre.settle().contacts() if one["live"]])
    kept = {one["caller_name"] for one in centre.contacts()}
    assert len(kept & set(FORMULAS)) > len(FORMULAS) * 3 // 4, kept
    for words in (("contact", "list"), ("user", "list")):
        for style in ("--csv", "--tsv"):
            code, out, err = server.command(*words, style)
            assert code == 0, err
            found = list(cells(out)) if style == "--csv" else [
                cell for line in out.splitlines() for cell in line.split("\t")]
            assert len(found) > 5 * len(FORMULAS), (words, out)
            if style == "--csv":  # as Excel does in Czech and Spanish
                found += [cell for row in csv.reader(
                    io.StringIO(out, newline=""), delimiter=";")
                          for cell in row]
            computed = [cell for cell in map(str.lstrip, found)
                        if cell[:1] in
                        ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d",
                         "\uff20") and not cell[1:].isdigit()]
            assert not computed, (words, style, computed)
            assert words[0] == "user" or "+34612555018" in found, found
            assert any("'=1+1" in cell for cell in found), (words, style)


def final_to(call_id):
    """The status that a raw INVITE got in the end, or None."""
    for _, way, message in list(centre.trunk.seen):
        if (way == "in" and not message.is_request and message.status >= 200
                and message["Call-ID"] == call_id):
            return message.status
    return None


def names_are_kept_as_what_they_show():
    """of any name and number what is kept is UTF-8 that steers nobody, whole,
    and never cut at a NUL"""
    wrong = []
    for what, who, status, kept in KEPT:
        call_id, raw = invite_from(who)
        centre.trunk.send_raw(raw, server.sip)
        place.wait_until(f"an answer to {what}", lambda: final_to(call_id))
        if final_to(call_id) != status:
            wrong.append((what, final_to(call_id)))
        if kept is None:
            continue
        contact = centre.newest_contact()
        if (contact["caller_name"], contact["caller"]) != kept:
            wrong.append((what, contact["caller_name"], contact["caller"]))
        api.post(f"/api/contacts/{contact['contact_id']}/end")
        centre.wait_ended(contact["contact_id"])
    assert not wrong, wrong


def forged_addresses():
    """who says in From to be an agent, and in other headers to be from inside,
    is still the trunk's caller"""
    for more in (b"", b"Diversion: <sip:ana@cc.test>;reason=no-answer\r\n"
                 b"X-Internal: yes\r\nX-Internal : yes\r\n"):
        before = centre.newest_contact()["contact_id"]
        _, raw = invite(b"Ana", user=b"ana")
        centre.trunk.send_raw(raw.replace(b"Max-Forwards", more +
                                          b"Max-Forwards", 1), server.sip)
        place.wait_until("it arrived", lambda b=before:
                         centre.newest_contact()["contact_id"] > b)
        contact = centre.newest_contact()
        assert contact["caller_name"] == "Ana", contact
        assert contact["trunk_id"] > 0 and contact["device_id"] == 0, contact
        api.post(f"/api/contacts/{contact['contact_id']}/end")


def garbage():
    """bytes that are no SIP at all are dropped, and service goes on"""
    for junk in (b"\x00" * 100, b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 1400,
                 b"INVITE\r\n\r\n", b"SIP/2.0 200 OK\r\n\r\n", b"\r\n\r\n"):
        centre.trunk.send_raw(junk, server.sip)
        with socket.create_connection(server.sip, 5) as line:
            line.sendall(junk)
    answer = centre.trunk.request("OPTIONS", f"sip:{server.address}",
                                  server.sip)
    assert answer.status == 200
    assert server.ready()


def half_an_invite():
    """an INVITE without a branch, a tag or a CSeq is not a call"""
    before = len(centre.settle().contacts())
    _, raw = invite(b"Bob")
    for line in (b"From:", b"To:", b"CSeq:", b"Call-ID:"):
        broken = b"\r\n".join(part for part in raw.split(b"\r\n")
                              if not part.startswith(line))
        centre.trunk.send_raw(broken, server.sip)
    for old, new in ((b"CSeq: 1 INVITE", b"CSeq: 1 BYE"),
                     (b"CSeq: 1", b"CSeq: 36893488147419103232"),
                     (b"Max-Forwards: 70", b"Max-Forwards: 0"),
                     (b"Content-Length: 0", b"Content-Length: 99999"),
                     (b"SIP/2.0\r\n", b"SIP/3.0\r\n")):
        centre.trunk.send_raw(raw.replace(old, new, 1), server.sip)
    assert centre.trunk.request("OPTIONS", f"sip:{server.address}",
                                server.sip).status == 200
    assert len(centre.settle().contacts()) == before, centre.newest_contact()


def no_common_codec():
    """a call without a codec of ours gets 488"""
    call = centre.caller(body=sdp(centre.trunk.address, 40000, formats=(3, 18)))
    assert call.wait_refusal() == 488


def an_extension_is_refused():
    """an extension we do not have is refused by name: 420"""
    call = centre.caller(headers=[("Require", "precondition")])
    assert call.wait_refusal() == 420
    assert "precondition" in call.final["Unsupported"]


def methods_we_do_not_have():
    """methods that are not served get 405 or 501, and say what is"""
    for method in ("MESSAGE", "PUBLISH", "UPDATE", "NOTIFY"):
        answer = centre.trunk.request(method, f"sip:200@{server.address}",
                                      server.sip)
        assert answer.status in (405, 481, 489, 501), (method, answer)


def a_silent_caller():
    """a caller without a sound for too long is let go"""
    call, ring = centre.talk(ana)
    call.media.connect(None, 0)
    ring.wait_end(20)
    call.wait_end(20)
    ended = centre.wait_ended(centre.newest_contact()["contact_id"])
    assert ended["cause"] == "media_lost", ended
    ana.wait("available")


def wrong_passwords():
    """a phone with a wrong password, or an unknown name, gets the same 401"""
    known = Peer(place.host(3), name="ana")
    unknown = Peer(place.host(3), name="nobody")
    first = known.register(server.sip, "wrong", realm=centre.realm)
    second = unknown.register(server.sip, "wrong", realm=centre.realm)
    assert first.status == second.status == 401
    names = [[name.lower() for name, _ in m.headers] for m in (first, second)]
    assert names[0] == names[1], names
    assert ana.state()["reachable"]
    known.close()
    unknown.close()


def the_log_is_json():
    """each line of the log is an object, whatever strangers have sent"""
    lines = [line for line in server.said().splitlines()
             if not line.startswith("cclited: ")]  # at the start, for people
    for line in lines:
        assert isinstance(json.loads(line), dict), line
    assert len(lines) > 20, lines


def nothing_is_left():
    """after all that nothing is left, and the books agree"""
    place.wait_until("no contact is live", lambda: api.get(
        "/api/state")["contacts_live"] == 0, 40)
    centre.close()


tap.run(
    hostile_names,
    what_is_exported_is_inert,
    names_are_kept_as_what_they_show,
    forged_addresses,
    garbage,
    half_an_invite,
    no_common_codec,
    an_extension_is_refused,
    methods_we_do_not_have,
    a_silent_caller,
    wrong_passwords,
    the_log_is_json,
    nothing_is_left,
)
