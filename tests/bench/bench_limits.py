#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where it ends, and what becomes of those who are there then.

Twice the load of bench_calls.py; 500 who wait for the next agent; and callers
by the hundred a second at a server that takes 100 calls: they are turned away,
and what is measured is the delay that it adds to the sound of calls there
are. The same load is carried beside a bare relay with all talks recorded, and with
SIP by TLS, too.
"""

import json
import os
import statistics
import subprocess
import sys
import time

import bench_calls
import place
import release
from bench_calls import Bench
from stamped import StampedPeer

SECONDS = int(os.environ.get("CCLITE_BENCH_SECONDS", "60"))
ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
RATE = 100
TAKEN = 100  # calls that the overloaded server takes
WINDOW_S = 12  # of a line that is looked at
CROWD = 1000  # callers a second beyond that
CROWD_S = 10
PROBES = 5

FIGURES = {
    f"calls not completed of {RATE}/s": ("", 0, 0),
    f"messages sent again at {RATE}/s": ("", 0, 0),
    f"CPU per queued call at {RATE}/s": ("ms", None, None),
    "CPU of an idle floor of 200 agents": ("%", 0.2, None),
    "agent free to next INVITE while 500 wait, p95": ("ms", None, 10),
    "CPU of a connected call, hardly anybody waits": ("ms", None, None),
    "CPU of a connected call while 500 wait": ("ms", None, None),
    "while 500 wait / hardly anybody waits": ("", 1.2, 1.5),
    "CPU per queued call, as it is": ("ms", None, None),
    "CPU per queued call, recorded": ("ms", None, None),
    "CPU per queued call, SIP by TLS": ("ms", None, None),
    "the bare relay for its packets": ("ms", None, None),
    "recorded / as it is": ("", 1.5, 2.5),
    "SIP by TLS / as it is": ("", None, None),
    "as it is / the bare relay": ("", None, None),
    "delay added to sound, p99, quiet": ("ms", None, 20),
    "delay added to sound, p99, overloaded": ("ms", None, 20),
    "calls turned away, a second": ("", None, None),
    "probes lost": ("%", 0, 1),
}


class Limits(Bench):
    """A server at its limits."""

    def note(self, name, value):
        assert name in FIGURES, name
        self.found[name] = value

    def start(self):
        self.certificate = place.path(self.server.name, "tls.pem")
        subprocess.run(
            ["openssl", "req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:P-256", "-keyout", self.certificate, "-out",
             self.certificate + ".crt", "-subj", "/CN=bench", "-days", "90",
             "-addext", "subjectAltName=IP:" + self.server.address],
            capture_output=True, check=True)
        with open(self.certificate, "a", encoding="ascii") as both, \
                open(self.certificate + ".crt", encoding="ascii") as made:
            both.write(made.read())
        self.server.settings["sip.tls_certificate"] = self.certificate
        self.server.start()

    def queued(self, name, rate, seconds, agents, *more):
        """The robots' tally, processor ms and repetitions of such a load."""
        calls = int(rate * seconds)
        child = self.robots(name, agents, "--callers", str(calls), "--rate",
                            str(rate), "--called", "200", "--digit-after",
                            "300-300", "--talk", "2000-2000",
                            "--caller-ends-share", "0", "--listen-share", "20",
                            *more)
        again = self.metric("cclite_sip_retransmitted_total")
        cpu_ms = self.cpu_ms()
        self.go(child)
        seen = self.tally(child)
        assert seen["calls_completed"] > 0.9 * calls, seen
        cpu_ms = (self.cpu_ms() - cpu_ms) / calls
        again = self.metric("cclite_sip_retransmitted_total") - again
        self.rest(agents)
        return seen, cpu_ms, again

    def more_agents(self, count):
        """So many more, with phones of their own."""
        for number in range(count):
            name = f"b{number:03}"
            self.server.api.post("/api/devices", name=name)
            self.server.api.set_password(f"/api/devices/{name}/password",
                                         "phone-" + name)
            self.server.api.post("/api/agents", name=name, device_id=name)
            self.server.api.post("/api/queues/sales/assign", agent_id=name,
                                 priority=1)
            self.agents.append(name)

    def twice_the_load(self):
        self.more_agents(100)
        seen, cpu_ms, again = self.queued("twice", RATE, SECONDS, self.agents)
        self.note(f"calls not completed of {RATE}/s", RATE * SECONDS
                  - seen["calls_completed"] + seen["heard_not"])
        self.note(f"messages sent again at {RATE}/s", again)
        self.note(f"CPU per queued call at {RATE}/s", cpu_ms)

    def idle_floor(self):
        """Agents at work, and nobody calls."""
        child = self.robots("idle", self.agents, "--callers", "1", "--called",
                            "201", "--digits", "", "--talk", "500-500")
        time.sleep(2)
        before = self.threads_s()
        time.sleep(bench_calls.IDLE_S)
        self.note("CPU of an idle floor of 200 agents",
                  (self.threads_s() - before) / bench_calls.IDLE_S * 100)
        self.go(child)
        self.tally(child)
        self.rest(self.agents)

    def line(self, name, callers, least):
        """So many callers for 200 agents, by 150 a second; then nobody calls
        any more. The robots' tally, and the processor ms of a call connected
        while at least so many wait, apart from the sound."""
        waiting = 'cclite_queue_waiting{queue="sales"}'
        answered = 'cclite_queue_answered_today{queue="sales"}'
        agents = self.agents[:bench_calls.AGENTS]
        child = self.robots(name, agents, "--callers", str(callers), "--rate",
                            "150", "--called", "201", "--digits", "",
                            "--talk", "8000-12000", "--listen-share", "0",
                            "--caller-ends-share", "0", "--seconds", "22")
        self.go(child)
        time.sleep(callers / 150 + 1)
        assert self.metric(waiting) >= least, f"{self.metric(waiting)} wait"
        spent_s, connected = self.threads_s("media"), self.metric(answered)
        # Those who wait still at the robots' end hang up at once: not these.
        until = time.monotonic() + WINDOW_S
        while time.monotonic() < until and self.metric(waiting) >= least:
            time.sleep(0.5)
        spent_s = self.threads_s("media") - spent_s
        connected = self.metric(answered) - connected
        seen = self.tally(child)
        self.rest(agents)
        return seen, spent_s * 1000 / connected

    def many_wait(self):
        """More than 500 wait for 200 agents; and before it a short line."""
        few_ms = statistics.median(self.line(f"few{number}", 400, 1)[1]
                                   for number in range(3))
        seen, many_ms = self.line("wait", 1000, 500)
        assert seen["freed_us"]["count"] >= 100, seen
        self.note("agent free to next INVITE while 500 wait, p95",
                  seen["freed_us"]["p95"] / 1000)
        self.note("CPU of a connected call, hardly anybody waits", few_ms)
        self.note("CPU of a connected call while 500 wait", many_ms)
        self.note("while 500 wait / hardly anybody waits", many_ms / few_ms)

    def by_tls(self, seconds):
        """The same by TLS: one connection of all callers, one of all
        phones."""
        options, self.sip_port = ("--tls", self.certificate), 5061
        # A connection to loopback comes from there.
        self.server.api.put("/api/trunks/robots", transport="tls",
                            address="127.0.0.1:5070")
        _, tls_ms, _ = self.queued("tls", bench_calls.RATE, seconds,
                                   self.agents, *options)
        self.server.api.put("/api/trunks/robots", transport="udp",
                            address=f"{self.robots_at}:5070")
        self.sip_port = Bench.sip_port
        return tls_ms

    def side_by_side(self):
        """The same load as it is, recorded, and by TLS, by turns with the
        relay."""
        seconds = max(5, SECONDS // 4)
        floor_us = [self.floor_us()]
        before = self.metric("cclite_rtp_received_total")
        _, plain_ms, _ = self.queued("plain", bench_calls.RATE, seconds,
                                     self.agents)
        packets = self.metric("cclite_rtp_received_total") - before
        floor_us.append(self.floor_us())
        self.server.api.put("/api/queues/sales", recording="all")
        _, recorded_ms, _ = self.queued("recorded", bench_calls.RATE, seconds,
                                        self.agents)
        self.server.api.put("/api/queues/sales", recording="none")
        tls_ms = self.by_tls(seconds)
        floor_ms = (statistics.mean(floor_us) / 1000
                    * packets / (bench_calls.RATE * seconds))
        self.note("CPU per queued call, as it is", plain_ms)
        self.note("CPU per queued call, recorded", recorded_ms)
        self.note("CPU per queued call, SIP by TLS", tls_ms)
        self.note("the bare relay for its packets", floor_ms)
        self.note("recorded / as it is", recorded_ms / plain_ms)
        self.note("SIP by TLS / as it is", tls_ms / plain_ms)
        self.note("as it is / the bare relay", plain_ms / floor_ms)


class Crowded(Limits):
    """A server that takes few calls, some of which we are in."""

    def __init__(self, number):
        super().__init__(f"-crowded{number}", max_calls=str(TAKEN))
        self.calls, self.peers = [], []

    def talk(self):
        """Calls of our own, from another trunk to phones of our own."""
        api, address = self.server.api, self.server.address
        trunk = StampedPeer(place.host(2), 5060, name="probe")
        self.peers.append(trunk)
        api.post("/api/queues", name="probes", wrap_up="none")
        api.post("/api/ivr/flows", name="probes", text=json.dumps(
            {"name": "probes", "nodes": [
                {"name": "answer", "type": "answer", "next": "wait"},
                {"name": "wait", "type": "queue", "queue": "probes"}]}))
        api.post("/api/entries", name="probes", number="300",
                 flow_id="probes")
        api.post("/api/trunks", name="probe", check_ms=0,
                 address=f"{trunk.address}:{trunk.port}")
        for number in range(PROBES):
            name = f"probe{number}"
            phone = StampedPeer(address, name=name)
            self.peers.append(phone)
            api.post("/api/devices", name=name)
            api.set_password(f"/api/devices/{name}/password", "phone-" + name)
            api.post("/api/agents", name=name, device_id=name)
            api.post("/api/queues/probes/assign", agent_id=name, priority=1)
            assert phone.register(self.server.sip, "phone-" + name,
                                  realm="cc.test").status == 200
            api.post(f"/api/agents/{name}/log-in")
            api.post(f"/api/agents/{name}/available")
            call = trunk.call(f"sip:300@{address}", self.server.sip)
            ring = phone.next_call()
            ring.ring()
            ring.answer()
            self.calls += [call.wait_answer(), ring]
        place.wait_until("all are heard", lambda: all(
            call.media.delays_ns for call in self.calls))

    def delays_ms(self, seconds):
        """Those of so many seconds, sorted; and how many frames were lost."""
        for call in self.calls:
            call.media.delays_ns.clear()
        sent = sum(call.media.sent for call in self.calls)
        time.sleep(seconds)
        sent = sum(call.media.sent for call in self.calls) - sent
        delays = sorted(ns / 1e6 for call in self.calls
                        for ns in list(call.media.delays_ns))
        # Some are on their way when it begins and when it ends.
        return delays, max(0, sent - len(delays) - len(self.calls))

    def crowd(self):
        quiet, _ = self.delays_ms(CROWD_S // 2)
        self.note("delay added to sound, p99, quiet",
                  quiet[int(len(quiet) * 0.99)])
        child = self.robots("crowd", self.agents[:20], "--callers",
                            str(CROWD * CROWD_S), "--rate", str(CROWD),
                            "--called", "201", "--digits", "", "--talk",
                            "500-1500", "--listen-share", "0",
                            "--caller-ends-share", "0", "--seconds",
                            str(CROWD_S + 4))
        before = self.metric("cclite_calls_turned_away_total")
        self.go(child)
        time.sleep(2)  # until there are as many as are taken
        began = time.monotonic()
        late, lost = self.delays_ms(CROWD_S - 2)
        spent = time.monotonic() - began
        assert "overloaded" in self.server.api.get("/api/server")["alarms"]
        self.tally(child)
        away = self.metric("cclite_calls_turned_away_total") - before
        assert away > CROWD, f"only {away} were turned away"
        self.note("calls turned away, a second", away / CROWD_S)
        self.note("delay added to sound, p99, overloaded",
                  late[int(len(late) * 0.99)])
        self.note("probes lost", 100 * lost / (len(late) + lost))
        assert spent < 2 * CROWD_S and not any(
            call.ended for call in self.calls), "a call was lost"
        self.rest(self.agents[:20])


def one_round(number):
    limits = Limits(f"-limits{number}")
    limits.start()
    limits.set_up()
    limits.idle_floor()
    limits.many_wait()
    limits.side_by_side()
    limits.twice_the_load()
    assert limits.server.verifies(), "the books do not agree"
    assert limits.server.stop() == 0, limits.server.said()

    crowded = Crowded(number)
    crowded.start()
    crowded.set_up()
    crowded.talk()
    crowded.crowd()
    assert crowded.server.verifies(), "the books do not agree"
    crowded.server.kill()
    for peer in crowded.peers:
        peer.close()
    return {**limits.found, **crowded.found}


def main():
    release.demand(bench_calls.PROGRAM)
    bench_calls.environment()
    rounds = []
    for number in range(1, ROUNDS + 1):
        rounds.append(one_round(number))
        print(f"round {number} of {ROUNDS}: " + ", ".join(
            f"{name} {value:.2f}" for name, value in rounds[-1].items()),
            flush=True)
    sys.exit(0 if bench_calls.report(rounds, FIGURES) else 1)


if __name__ == "__main__":
    main()
