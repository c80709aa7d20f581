# SPDX-License-Identifier: GPL-3.0-or-later
"""A server with a certificate: phones by TLS, reloads, and the alarm."""

import os
import shutil
import signal
import socket
import ssl
import sys

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from sipp import Script, Sipp

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from certificates import Authority  # noqa: E402

authority = Authority()
FILE = authority.path("server.pem")
HOST = place.host()
CALLS = 50


def issue(days):
    """Puts a new certificate where the server reads it."""
    shutil.copy(authority.issue(f"{days}.pem", f"IP:{HOST}", days), FILE)


issue(365)
centre = Centre(sip__tls_certificate=FILE, sip__tls_port="5061")
api = centre.api


def shown():
    """The certificate that the server shows."""
    context = ssl.create_default_context(cafile=authority.certificate)
    with socket.create_connection((HOST, 5061), 10) as connection:
        with context.wrap_socket(connection, server_hostname=HOST) as tls:
            return tls.getpeercert(True)


def alarms():
    return api.get("/api/server")["alarms"].split()


def a_phone_talks_and_a_reload_drops_nothing():
    """baresip registers by TLS, is rung over its connection, and talks on
    while the certificate changes"""
    agent = centre.seat("tess", "support")
    phone = Baresip("tess", place.host(3), f"sip:tess@{HOST}:5061;transport=tls",
                    f";auth_user=tess;auth_pass={PHONE_PASSWORD}"
                    ";regint=120;answermode=auto", hertz=700, port=5094)
    agent.wait_phone()
    agent.does("log-in")
    agent.does("available")
    call = centre.in_queue("2")
    call.wait_hears(700)
    agent.wait("talking")
    before = shown()
    issue(364)
    code, out, errors = centre.server.command("server", "reload")
    assert code == 0, out + errors
    assert shown() != before
    assert agent.state()["state"] == "talking"
    call.hang_up()
    agent.wait("available")
    agent.does("log-out")
    phone.stop()


def it_is_traced():
    """what went by TLS is in the contact's trace as it was said"""
    contact = centre.last_contact()["contact_id"]
    heard = [item["what"] for item in
             api.get(f"/api/contacts/{contact}/trace")["items"]
             if item["transport"] == "tls"]
    assert heard[0] == "INVITE" and "200 OK" in heard, heard
    raw = api.ask("GET", f"/api/contacts/{contact}/pcap").raw
    assert b"INVITE sip:tess" in raw


def a_hang_up_signal_reloads():
    """SIGHUP reads the certificate again, and ends nothing"""
    before = shown()
    issue(363)
    os.kill(centre.server.pid(), signal.SIGHUP)
    place.wait_until("a new certificate is shown", lambda: shown() != before)


def a_bad_file_is_told():
    """a file that is no certificate is refused, and the old one stays"""
    before = shown()
    with open(FILE, "w", encoding="ascii") as out:
        out.write("no certificate\n")
    answer = api.do("/api/server/reload")
    assert not answer["ok"] and answer["detail"], answer
    assert shown() == before
    assert "was not read again" in centre.server.said()


def fifty_calls_live_through_reloads():
    """fifty calls stand through reloads, good ones and broken ones, by command
    and by signal, and every caller hears the end that it is given"""
    address = place.host(2)
    centre.publish("waits", {"nodes": [
        {"name": "answer", "type": "answer", "next": "wait"},
        {"name": "wait", "type": "wait", "for_ms": 600000, "next": "end"},
        {"name": "end", "type": "hang_up"}]})
    api.post("/api/entries", name="waits", number="350", flow_id="waits")
    api.post("/api/trunks", name="fifty", address=f"{address}:5080",
             max_channels=CALLS, check_ms=0)
    calls = Sipp("fifty", ["-s", "350", "-i", address, "-p", "5080",
                           "-m", str(CALLS), "-r", "25",
                           ":".join(map(str, centre.server.sip))],
                 Script().is_hung_up_on().whole())
    place.wait_until("all calls are up", lambda: waiting() == CALLS)
    contacts = [event["contact_id"] for event in
                centre.server.events("contact_arrived")[-CALLS:]]
    reload_by_command()
    reload_by_signal()
    assert api.get("/api/state")["contacts_live"] == CALLS
    for contact in contacts:
        api.post(f"/api/contacts/{contact}/end")
    assert calls.wait() == 0, calls.said()
    ended = [centre.wait_ended(contact)["cause"] for contact in contacts]
    assert ended == CALLS * ["by_supervisor"], ended


def waiting():
    """How many calls were answered and came to wait."""
    return len([event for event in centre.server.events("step_began")
                if event["node_name"] == "wait"])


def reload_by_command():
    """What is no certificate, then a good one."""
    with open(FILE, "w", encoding="ascii") as out:
        out.write("no certificate\n")
    assert not api.do("/api/server/reload")["ok"]
    issue(362)
    assert api.do("/api/server/reload")["ok"]


def reload_by_signal():
    """No file at all, of which the log has not told yet; then a good one."""
    told, before = refusals(), shown()
    os.remove(FILE)
    os.kill(centre.server.pid(), signal.SIGHUP)
    place.wait_until("the log tells of it", lambda: refusals() > told)
    issue(361)
    os.kill(centre.server.pid(), signal.SIGHUP)
    place.wait_until("a new certificate is shown", lambda: shown() != before)


def refusals():
    return centre.server.said().count("was not read again")


def the_end_is_announced():
    """30, 7 and 1 days before its end a certificate is an alarm"""
    for days, name in ((30, "certificate_ends_in_30_days"),
                       (7, "certificate_ends_in_7_days"),
                       (1, "certificate_ends_in_1_day"),
                       (0, "certificate_ended"), (200, None)):
        issue(days)
        assert api.do("/api/server/reload")["ok"]
        place.wait_until(f"the alarm at {days} days", lambda: [
            one for one in alarms() if one.startswith("certificate")]
            == ([name] if name else []))


def a_refused_certificate_is_told():
    """a trunk that shows a certificate nobody vouches for is in the log, by
    its reason, and an alarm"""
    strangers = Authority("strangers")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(strangers.issue("them.pem", f"IP:{HOST}"))
    listening = socket.create_server((place.host(3), 0))
    port = listening.getsockname()[1]
    api.post("/api/trunks", name="stranger", transport="tls", check_ms=5000,
             address=f"{place.host(3)}:{port}")
    connection, _ = listening.accept()
    try:
        context.wrap_socket(connection, server_side=True)
    except (ssl.SSLError, OSError):
        pass
    place.wait_until("an alarm", lambda: "trunk_certificate_refused"
                     in alarms())
    said = centre.server.said()
    assert "trunk stranger: its certificate is refused: unable to get" in said


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_phone_talks_and_a_reload_drops_nothing,
    it_is_traced,
    a_hang_up_signal_reloads,
    a_bad_file_is_told,
    fifty_calls_live_through_reloads,
    the_end_is_announced,
    a_refused_certificate_is_told,
    the_books_agree,
)
