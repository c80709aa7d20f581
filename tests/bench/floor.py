# SPDX-License-Identifier: GPL-3.0-or-later
"""A floor that moves at a rate, and the screens that show it."""

import json
import time

from bench_calls import Bench
from slow_line import ROUND_TRIP_S, SlowScreen
from terminal import Screen, percentile

EVENTS_PER_CALL = 19
QUEUES = 8
KEYS = 200
SLOW_KEYS = 20
MORE_AGENTS = 800


class Floor(Bench):
    """200 agents whose phones are robots; calls that make so many events."""

    def __init__(self, number, seconds):
        super().__init__(number)
        self.seconds = seconds

    def note(self, name, value):
        self.found[name] = value

    def set_up(self):
        """As for calls, with more queues, one for each agent."""
        super().set_up()
        api = self.server.api
        for number in range(1, QUEUES + 1):
            api.post("/api/queues", name=f"queue-{number}", wrap_up="none",
                     max_misses=0, cool_busy_ms=0, cool_failed_ms=0,
                     cool_no_answer_ms=0, cool_rejected_ms=0)
            for name in self.agents[number - 1::QUEUES]:
                api.post(f"/api/queues/queue-{number}/assign", agent_id=name,
                         priority=1)
        waits = [{"name": f"wait-{number}", "type": "queue",
                  "queue": f"queue-{number}"}
                 for number in range(1, QUEUES + 1)]
        api.post("/api/ivr/flows", name="many", text=json.dumps({
            "name": "many", "nodes": [
                {"name": "answer", "type": "answer", "next": "menu"},
                {"name": "menu", "type": "menu", "prompt": "menu",
                 "choices": {str(number): f"wait-{number}"
                             for number in range(1, QUEUES + 1)},
                 "on_timeout": "wait-1", "on_invalid": "wait-1"}] + waits}))
        api.post("/api/entries", name="many", number="300", flow_id="many")

    def seq(self):
        return self.server.api.get("/api/state")["seq"]

    def load(self, events_per_s, seconds):
        """Robots that make about so many events a second."""
        per_s = events_per_s / EVENTS_PER_CALL
        child = self.robots(f"load{events_per_s}", self.agents, "--callers",
                            str(int(per_s * seconds) + 1), "--rate",
                            f"{per_s:.3f}", "--called", "300", "--digits",
                            "12345678", "--digit-after", "300-300",
                            "--talk", "2000-2000", "--caller-ends-share", "0",
                            "--listen-share", "0")
        self.go(child)
        time.sleep(5)
        return child

    def under(self, events_per_s, seconds, measure):
        """Measures while the floor moves; so long at most."""
        child = self.load(events_per_s, seconds + 10)
        before, began = self.seq(), time.monotonic()
        measure()
        rate = (self.seq() - before) / (time.monotonic() - began)
        print(f"# {rate:.0f} events/s where {events_per_s} were wanted, for "
              f"{time.monotonic() - began:.0f} s", flush=True)
        child.terminate()
        child.communicate(timeout=60)
        self.rest(self.agents)

    def wallboard(self, rows, columns, events_per_s):
        name = f"wallboard {columns}x{rows}"
        screen = Screen(self.server.socket, rows, columns, "wallboard",
                        "--page", "0s")
        size, _ = screen.paint("sales")
        self.note(f"first paint, {name}", size / 1000)
        before = screen.use()
        self.note(f"{name}, {events_per_s} events/s",
                  screen.rate(self.seconds))
        used = before.per_s("cpu_ns", screen.use()) / 1e7
        self.note(f"CPU of the {name}, {events_per_s} events/s", used)
        screen.close()

    def cockpit(self):
        screen = Screen(self.server.socket, 43, 132, "console", "cockpit")
        size, complete_s = screen.paint("a000")
        self.note("exec to the cockpit, complete", complete_s * 1000)
        self.note("first paint, cockpit 132x43", size / 1000)
        rate = screen.rate(self.seconds)
        self.note("cockpit 132x43, 50 events/s", rate)
        screen.close()
        slow = SlowScreen(self.server.socket, 43, 132, "console", "cockpit")
        slow.until(lambda: "a000" in slow.shown.text())
        slow.run(3)  # until it has found out what the line is
        self.note("the same on a slow line, of its bytes",
                  slow.run(self.seconds) / rate * 100)
        slow.close()

    def keys(self, rate, where, words):
        screen = Screen(self.server.socket, 24, 80, "console", where)
        screen.paint(words)
        took, own, sizes = screen.presses(KEYS // 2)
        self.note(f"key to first byte, {rate}, p50", percentile(took, 50))
        self.note(f"key to first byte, {rate}, p99", percentile(took, 99))
        self.note(f"the same less waits for a processor, {rate}, p99",
                  percentile(own, 99))
        screen.close()
        return percentile(sizes, 50)

    def quiet(self):
        self.note("the selection moves one row",
                  self.keys("quiet", "queues", "queue-2"))

    def slow_keys(self):
        screen = SlowScreen(self.server.socket, 24, 80, "console", "cockpit")
        screen.until(lambda: screen.selected() is not None)
        screen.run(3)
        took = screen.key_to_sight(SLOW_KEYS)
        self.note("key to sight behind 2 kB/s, less the round trip, p95",
                  percentile(took, 95) - ROUND_TRIP_S * 1000)
        screen.close()

    def busy(self):
        self.wallboard(45, 160, 500)
        self.keys("500 events/s", "cockpit", "▌")
        self.slow_keys()

    def crowd(self):
        """What a cockpit of 1,000 agents weighs."""
        for number in range(MORE_AGENTS):
            self.server.api.post("/api/agents", name=f"more{number}")
        screen = Screen(self.server.socket, 43, 132, "console", "cockpit")
        screen.paint("a000")
        screen.read(2)
        self.note("RSS of the cockpit, 1,000 agents", screen.use().rss_mb)
        screen.close()

    def measure(self):
        self.start()
        self.set_up()
        self.quiet()
        more = self.seconds + 10
        self.under(20, more, lambda: self.wallboard(24, 80, 20))
        self.under(200, more, lambda: self.wallboard(24, 80, 200))
        self.under(50, 2 * more + 10, self.cockpit)
        self.under(500, more + 100, self.busy)
        self.crowd()
        self.server.kill()
        return self.found
