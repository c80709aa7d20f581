#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast and how frugal cclited is, on the machine it runs on.

A queued call is one from an IP trunk: one prompt, one key, a queue of 200
agents, 2 s of talk, no after-call work, journal with synchronous=FULL; 50 a
second for a minute. Robots make the load on the same machine, so they and the
server share its processors; what is measured of the server is its own
processor time, sound included, and moments are taken at the robots' sockets.

Milliseconds say as much about the machine as about the server. So just before
and just after the load a relay that does nothing but receive and send is
given as many streams by the same phones, and the server's time is told as a
multiple of what that one takes for as many packets, too.

Three rounds; of each figure the median and the range are printed. The exit
code is 1 when a median breaks its failing limit; a missed target is said.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
from asker import Asker  # noqa: E402
import release  # noqa: E402
from server import PROGRAM, Server  # noqa: E402

ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
SECONDS = int(os.environ.get("CCLITE_BENCH_SECONDS", "60"))
RATE = int(os.environ.get("CCLITE_BENCH_RATE", "50"))
AGENTS = 200
CALL_S = 2.3  # a queued call: the key after 300 ms, 2 s of talk
FLOOR_S = 4
IDLE_S = 10
TICK = os.sysconf("SC_CLK_TCK")

# name: (unit, target or None, failing limit or None)
FIGURES = {
    "start to serving": ("ms", 100, 200),
    "idle RSS": ("MB", 15, None),
    "idle CPU": ("%", 0.2, 0.2),
    "CPU of cclited per queued call": ("ms", 1.2, None),
    "a bare relay for the packets of one": ("ms", None, None),
    "cclited / the bare relay": ("", None, 4),
    f"calls not completed of {RATE}/s for {SECONDS} s": ("", 0, 0),
    "messages sent again by cclited": ("", 0, 0),
    "longest INVITE to 200": ("ms", None, 500),
    "growth of RSS after the first 10 s": ("%", 1, None),
    "growth of RSS after the first 35 s": ("%", 1, 2),
    "INVITE in to INVITE out, p95": ("ms", 3, 15),
    "agent free to next INVITE, p95": ("ms", None, 10),
    "GET of queue statistics, p95": ("ms", None, 5),
    "GET of queue statistics, requests a second": ("", 1000, None),
}

MENU = {"nodes": [
    {"name": "answer", "type": "answer", "next": "menu"},
    {"name": "menu", "type": "menu", "prompt": "menu",
     "choices": {"1": "wait"}, "on_timeout": "wait", "on_invalid": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]}
DIRECT = {"nodes": [
    {"name": "answer", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]}


class Bench:
    """One server with 200 agents whose phones are robots."""

    sip_port = 5060

    def __init__(self, number, max_calls="2000"):
        self.robots_at = place.host(1)
        self.server = Server(f"round{number}", max_calls=max_calls,
                             overload__wait=None,
                             rtp__port_min="10000", rtp__port_max="29999")
        self.found = {}
        self.agents = [f"a{n:03}" for n in range(AGENTS)]

    def note(self, name, value):
        assert name in FIGURES, name
        self.found[name] = value

    # The server.

    def start(self):
        began = time.monotonic()
        self.server.launch()
        log = place.path(self.server.log)
        while "cclited: serving" not in open(log, encoding="utf-8").read():
            assert self.server.child.poll() is None, self.server.said()
            time.sleep(0.001)
        self.note("start to serving", (time.monotonic() - began) * 1000)
        time.sleep(1)
        self.note("idle RSS", self.rss_kb() / 1000)

    def idle(self):
        before = self.threads_s()
        time.sleep(IDLE_S)
        self.note("idle CPU", (self.threads_s() - before) / IDLE_S * 100)

    def threads_s(self, without=""):
        """Processor time of the threads there are, but for those of a name, to
        the nanosecond."""
        tasks, total = f"/proc/{self.server.pid()}/task", 0
        for task in os.listdir(tasks):
            with open(f"{tasks}/{task}/comm", encoding="utf-8") as comm:
                if comm.read().strip() == without:
                    continue
            with open(f"{tasks}/{task}/schedstat", encoding="ascii") as stat:
                total += int(stat.read().split()[0])
        return total / 1e9

    def rss_kb(self):
        with open(f"/proc/{self.server.pid()}/status",
                  encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))

    def cpu_ms(self):
        with open(f"/proc/{self.server.pid()}/stat",
                  encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / TICK

    def metric(self, name):
        text = self.server.api.ask("GET", "/metrics").raw.decode()
        found = re.search(rf"^{name} (\S+)$", text, re.M)
        return float(found.group(1)) if found else 0.0

    def set_up(self):
        api = self.server.api
        api.post("/api/users", name="boss", role="admin", uid=os.getuid())
        api.post("/api/queues", name="sales", wrap_up="none",
                 max_waiting=1000, max_misses=0, cool_busy_ms=0,
                 cool_failed_ms=0, cool_no_answer_ms=0, cool_rejected_ms=0)
        for name, number, flow in (("menu", "200", MENU),
                                   ("direct", "201", DIRECT)):
            api.post("/api/ivr/flows", name=name,
                     text=json.dumps({"name": name, **flow}))
            api.post("/api/entries", name=name, number=number, flow_id=name)
        api.post("/api/trunks", name="robots", check_ms=0, max_channels=1000,
                 address=f"{self.robots_at}:5070")
        for name in self.agents:
            api.post("/api/devices", name=name)
            api.set_password(f"/api/devices/{name}/password", "phone-" + name)
            api.post("/api/agents", name=name, device_id=name)
            api.post("/api/queues/sales/assign", agent_id=name, priority=1)

    # The robots.

    def robots(self, name, agents, *options):
        """Runs them with so many agents at work; yields before they call."""
        self.list = place.write(f"{name}/agents", "\n".join(
            f"{agent}:phone-{agent}:auto"
            for agent in agents))
        child = subprocess.Popen(
            [os.path.join(place.BUILD, "cclite-robots"),
             "--server", f"{self.server.address}:{self.sip_port}",
             "--trunk", f"{self.robots_at}:5070",
             "--desks", f"{self.robots_at}:5072", "--realm", "cc.test",
             "--rtp", "30000-59998", "--agents", self.list, "--wait",
             "--steady", "--at-once", "1000", "--seconds", "600", *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        place._children.append(child)
        line = child.stderr.readline()
        assert f"{len(agents)} phones are registered" in line, line
        for agent in agents:
            self.server.api.ask("POST", f"/api/agents/{agent}/log-in", {})
            self.server.api.ask("POST", f"/api/agents/{agent}/available", {})
        return child

    @staticmethod
    def go(child):
        child.stdin.write("go\n")
        child.stdin.flush()

    @staticmethod
    def tally(child):
        out, errors = child.communicate(timeout=600)
        assert child.returncode == 0, errors
        return json.loads(out)

    def rest(self, agents):
        for agent in agents:
            self.server.api.ask("POST", f"/api/agents/{agent}/log-out", {})

    # The measurements.

    def queued_calls(self):
        calls = RATE * SECONDS
        child = self.robots("load", self.agents, "--callers", str(calls),
                            "--rate", str(RATE), "--called", "200",
                            "--digit-after", "300-300", "--talk",
                            "2000-2000", "--caller-ends-share", "0",
                            "--listen-share", "20")
        again = self.metric("cclite_sip_retransmitted_total")
        cpu = self.cpu_ms()
        self.go(child)
        sizes = []
        while child.poll() is None and len(sizes) < SECONDS:
            time.sleep(1)
            sizes.append(self.rss_kb())
        seen = self.tally(child)
        used = self.cpu_ms() - cpu
        self.note("CPU of cclited per queued call", used / calls)
        self.note(f"calls not completed of {RATE}/s for {SECONDS} s",
                  calls - seen["calls_completed"] + seen["heard_not"])
        self.note("messages sent again by cclited",
                  self.metric("cclite_sip_retransmitted_total") - again)
        self.note("longest INVITE to 200", seen["answer_us"]["max"] / 1000)
        # SIP keeps its transactions for 32 s (RFC 3261, timers D, H and J):
        # before that no server of it can be flat under a steady load.
        for first in (10, 35):
            if len(sizes) > first + 5:
                self.note(f"growth of RSS after the first {first} s",
                          (max(sizes[first:]) - sizes[first])
                          / sizes[first] * 100)
        self.rest(self.agents)

    @staticmethod
    def floor_us():
        """What a bare relay takes now for a packet it passes on."""
        done = subprocess.run(
            [os.path.join(place.BUILD, "tests/media/relay_floor"),
             str(int(RATE * CALL_S)), str(FLOOR_S)], capture_output=True,
            text=True, timeout=60, check=True)
        return json.loads(done.stdout)["us_per_packet"]

    def measured_queued_calls(self):
        """The queued calls, between two measurements of the machine."""
        before = self.metric("cclite_rtp_received_total")
        floor_us = [self.floor_us()]
        self.queued_calls()
        floor_us.append(self.floor_us())
        packets = self.metric("cclite_rtp_received_total") - before
        floor_ms = (statistics.mean(floor_us) / 1000
                    * packets / (RATE * SECONDS))
        self.note("a bare relay for the packets of one", floor_ms)
        self.note("cclited / the bare relay",
                  self.found["CPU of cclited per queued call"] / floor_ms)

    def direct_calls(self):
        agents = self.agents[:20]
        child = self.robots("direct", agents, "--callers", "200", "--rate",
                            "10", "--called", "201", "--digits", "",
                            "--talk", "300-300", "--listen-share", "0",
                            "--caller-ends-share", "0")
        self.go(child)
        seen = self.tally(child)
        self.note("INVITE in to INVITE out, p95",
                  seen["offer_us"]["p95"] / 1000)
        self.rest(agents)

    def freed_agents(self):
        agents = self.agents[:20]
        child = self.robots("freed", agents, "--callers", "420", "--rate",
                            "100", "--called", "201", "--digits", "",
                            "--talk", "500-1500", "--listen-share", "0",
                            "--caller-ends-share", "0")
        self.go(child)
        seen = self.tally(child)
        assert seen["freed_us"]["count"] >= 100, seen
        self.note("agent free to next INVITE, p95",
                  seen["freed_us"]["p95"] / 1000)
        self.rest(agents)

    def statistics_while_calls_run(self):
        agents = self.agents[:40]
        child = self.robots("asked", agents, "--callers", "100", "--rate",
                            "10", "--called", "200", "--talk", "2000-2000",
                            "--digit-after", "300-300", "--listen-share",
                            "0", "--caller-ends-share", "0")
        self.go(child)
        took, began = [], time.monotonic()
        askers = [Asker(self.server.socket, 250, 8, took) for _ in range(4)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        spent = time.monotonic() - began
        self.tally(child)
        took.sort()
        self.note("GET of queue statistics, p95",
                  took[int(len(took) * 0.95)] * 1000)
        self.note("GET of queue statistics, requests a second",
                  len(took) / spent)
        self.rest(agents)


def environment():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = re.search(r"model name\s*: (.*)", info.read())
    with open("/proc/loadavg", encoding="ascii") as load:
        load = load.read().split()[0]
    print(f"machine    {os.cpu_count()} x "
          f"{model.group(1) if model else 'unknown'}, "
          f"Linux {os.uname().release}, load {load} before")
    print(f"data       {place.directory()} "
          + subprocess.run(["stat", "-f", "-c", "%T", place.directory()],
                           capture_output=True, text=True,
                           check=False).stdout.strip())
    print(f"program    {PROGRAM}")


def one_round(number):
    bench = Bench(number)
    bench.start()
    bench.idle()
    bench.set_up()
    bench.direct_calls()
    bench.freed_agents()
    bench.statistics_while_calls_run()
    bench.measured_queued_calls()
    assert bench.server.verifies(), "the books do not agree"
    assert bench.server.stop() == 0, bench.server.said()
    return bench.found


def report(rounds, figures=None):
    """Prints the table; returns whether all failing limits are kept."""
    kept = True
    print(f"\n{'figure':46} {'median':>9} {'least':>9} {'most':>9}"
          f"      target   fails over")
    for name, (unit, target, limit) in (figures or FIGURES).items():
        values = [found[name] for found in rounds if name in found]
        if not values:
            print(f"{name:46} not measured")
            continue
        median = statistics.median(values)
        least = name.endswith("a second")
        missed = target is not None and (median < target if least
                                         else median > target)
        broken = limit is not None and median > limit
        kept = kept and not broken
        print(f"{name:46} {median:9.2f} {min(values):9.2f} "
              f"{max(values):9.2f} {unit:4}"
              f"{'' if target is None else target:>8} "
              f"{'' if limit is None else limit:>12}"
              f"{'  FAILS' if broken else '  missed' if missed else ''}")
    return kept


def main():
    release.demand(PROGRAM)
    environment()
    rounds = []
    for number in range(1, ROUNDS + 1):
        rounds.append(one_round(number))
        print(f"round {number} of {ROUNDS}: " + ", ".join(
            f"{name} {value:.2f}" for name, value in rounds[-1].items()),
            flush=True)
    sys.exit(0 if report(rounds) else 1)


if __name__ == "__main__":
    main()
