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

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from certificates import Authority  # noqa: E402

authority = Authority()
FILE = authority.path("server.pem")
HOST = place.host()


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
    the_end_is_announced,
    a_refused_certificate_is_told,
    the_books_agree,
)
