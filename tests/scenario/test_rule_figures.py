# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the routing rules against plain SQL over the journal: hits,
share, answered, abandoned, waits and service level of each destination."""

import sqlite3
import time

import place
import tap
from centre import Centre

# What became of each call, from events alone: nothing of what is folded.
BY_HAND = """
WITH led AS (
  SELECT contact_id AS id, json_extract(body, '$.rule_id') AS rule,
         json_extract(body, '$.rule_to') AS place
  FROM event WHERE type = 'contact_arrived'),
 was AS (
  SELECT contact_id AS id,
         max(json_extract(body, '$.exit') = 'answered') AS answered,
         max(json_extract(body, '$.exit') = 'answered'
             AND json_extract(body, '$.in_time')) AS in_time,
         max(json_extract(body, '$.exit') = 'abandoned'
             AND json_extract(body, '$.short_abandon')) AS short,
         sum(json_extract(body, '$.wait_us')) AS wait
  FROM event WHERE type = 'queue_left' GROUP BY contact_id),
 gone AS (
  SELECT contact_id AS id FROM event WHERE type = 'contact_ended'
  AND json_extract(body, '$.cause') = 'abandoned')
SELECT led.rule, led.place, count(*), count(was.id),
       coalesce(sum(was.answered), 0), coalesce(sum(was.in_time), 0),
       count(gone.id), coalesce(sum(was.short), 0),
       coalesce(sum(CASE WHEN was.answered THEN was.wait END), 0),
       coalesce(max(was.wait), 0)
FROM led LEFT JOIN was USING (id) LEFT JOIN gone USING (id)
GROUP BY led.rule, led.place ORDER BY led.rule, led.place
"""

centre = Centre(queue={"callback_numbers": "+44"})
api = centre.api
ana = centre.agent("ana", "sales")
for name, caller, more in (
        ("queued", "+341", {"to": "queue", "to_id": "sales"}),
        ("blocked", "+342", {"to": "busy"}),
        ("split", "+343", {"to": "busy", "to2": "hang_up", "share": 50,
                           "share2": 50, "sharing": "shares"})):
    api.post("/api/routing/rules", name=name, to=more.pop("to"),
             condition=f'caller starts "{caller}"', **more)


def a_talk():
    call = centre.caller(caller="+341001")
    ring = ana.phone.next_call().answer(hertz=620)
    call.wait_answer().wait_hears(620)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def an_abandoned_call():
    call = centre.caller(caller="+341002").wait_answer()
    ring = ana.phone.next_call()
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def by_hand():
    base = sqlite3.connect(f"file:{centre.server.data}/cclite.db?mode=ro",
                           uri=True)
    try:
        return base.execute(BY_HAND).fetchall()
    finally:
        base.close()


def told():
    return [tuple(row[name] for name in (
        "rule_id", "place", "hits", "offered", "answered", "in_time",
        "abandoned", "short_abandoned", "answer_wait_us", "longest_wait_us"))
        for row in api.items("/api/routing/analytics")]


def they_agree_with_the_journal():
    """each sum is what the events say, rule by rule and destination by
    destination, and what is derived follows from them"""
    a_talk()
    a_talk()
    an_abandoned_call()
    for number in range(6):
        assert centre.caller(caller=f"+342{number}").wait_refusal() == 486
    for number in range(12):
        centre.caller(caller=f"+343{number}").wait_refusal()
    call = centre.caller(caller="+344").wait_answer()
    centre.wait_menu(call)
    call.hang_up()
    centre.settle()
    wanted = by_hand()
    assert told() == wanted, (told(), wanted)
    hits = {(row[0], row[1]): row[2] for row in wanted}
    assert (hits[1, 1], hits[2, 1], hits[0, 0]) == (3, 6, 1), wanted
    assert hits.get((3, 1), 0) + hits.get((3, 2), 0) == 12, wanted
    rows = api.items("/api/routing/analytics")
    queued = next(row for row in rows if row["name"] == "queued")
    assert (queued["offered"], queued["answered"], queued["abandoned"],
            queued["short_abandoned"]) == (3, 2, 1, 1), queued
    assert queued["average_wait_us"] == queued["answer_wait_us"] // 2, queued
    assert queued["service_level_permille"] == 1000 * queued["in_time"] // 2
    for row in rows:
        assert row["share_permille"] == 1000 * row["hits"] // 22, row
        assert (row["service_level_permille"] == -1) == (
            row["offered"] == row["short_abandoned"]), row


def a_period_is_a_part():
    """what came before and what came after a moment are all of it together"""
    def seconds():
        return sorted(one["arrived_wall_us"] // 1000000
                      for one in api.items("/api/contacts"))
    before = seconds()[-1]
    place.wait_until("another second", lambda: time.time() >= before + 1)
    assert centre.caller(caller="+342").wait_refusal() == 486
    centre.settle()
    arrived = seconds()
    second = arrived[-1]
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(second))
    earlier = len([one for one in arrived if one < second])
    first = sum(row["hits"] for row in api.items(
        f"/api/routing/analytics?until={moment}"))
    last = sum(row["hits"] for row in api.items(
        f"/api/routing/analytics?from={moment}"))
    assert (first, last) == (earlier, len(arrived) - earlier), (first, last)
    assert first > 0 and last > 0


def of(name):
    """What is told of a rule: (place, where to, how many) and so on."""
    return [(row["place"], row["to"], row["to_id"], row["hits"])
            for row in api.items("/api/routing/analytics")
            if row["name"] == name]


def a_destination_is_told_as_it_was():
    """what a rule led to a queue stays with that queue when the rule leads to
    another one, and then nowhere; versions that lead to one are one row"""
    sales, support = (api.get(f"/api/queues/{name}")["id"]
                      for name in ("sales", "support"))
    before = of("queued")
    assert [row[:3] for row in before] == [(1, "queue", sales)], before
    hits = before[0][3]
    api.put("/api/routing/rules/queued", priority=7)
    an_abandoned_call()
    api.put("/api/routing/rules/queued", to="queue", to_id=support)
    call = centre.caller(caller="+341004").wait_answer()
    call.hang_up()
    centre.settle()
    wanted = [(1, "queue", sales, hits + 1), (1, "queue", support, 1)]
    assert of("queued") == wanted, of("queued")
    api.put("/api/routing/rules/queued", to="number", to_id=0,
            number="+441632960001")
    assert of("queued") == wanted, of("queued")
    assert api.ask("DELETE", "/api/routing/rules/queued",
                   headers={"If-Match": "*"}).status == 200
    gone = [row for row in of("") if row[1] == "queue"]
    assert gone == wanted, gone


def who_waits_is_counted():
    """a rule for who waits has the calls that came to match it, each once, and
    takes nothing from what the others led"""
    api.post("/api/routing/rules", name="late", asked="waiting", priority=3,
             condition='waits_in == "support" and (caller starts "+345" '
                       'or caller starts "+4420")')
    rows = api.items("/api/routing/analytics")
    all_hits = sum(row["hits"] for row in rows)
    api.post("/api/routing/rules", name="there", to="queue",
             to_id="support", condition='caller starts "+345"')
    call = centre.caller(caller="+345001").wait_answer()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the rule matches",
                     lambda: centre.told(contact, "wait_ruled"))
    call.hang_up()
    centre.wait_ended(contact)
    centre.settle()
    rows = api.items("/api/routing/analytics")
    late = [row for row in rows if row["name"] == "late"]
    assert [(row["place"], row["asked"], row["hits"], row["offered"],
             row["abandoned"]) for row in late] == [
                 (0, "waiting", 1, 1, 1)], late
    assert late[0]["share_permille"] == 1000 // (all_hits + 1), late
    led = [row for row in rows if row["asked"] == "arrival"]
    assert sum(row["hits"] for row in led) == all_hits + 1, led
    assert [(row["to"], row["hits"]) for row in led
            if row["name"] == "there"] == [("queue", 1)], led
    code, out, err = centre.server.command("rule", "figures")
    assert code == 0 and "late" in out, (out, err)


def who_is_called_back_is_not_counted():
    """a callback that comes to match such a rule while it stands in line is
    none of these calls, and its wait for an agent none of their waits"""
    before = api.items("/api/routing/analytics")
    made = api.post("/api/callbacks", queue_id="support",
                    number="+442079460000")["id"]

    def in_line():
        return [one["contact_id"] for one in api.items("/api/callbacks")
                if one["callback_id"] == made and one["contact_id"]]

    place.wait_until("it stands in line", in_line)
    contact = in_line()[0]
    place.wait_until("the rule matches it",
                     lambda: centre.told(contact, "wait_ruled"))
    api.post(f"/api/callbacks/{made}/cancel")
    centre.wait_ended(contact)
    centre.settle()
    assert api.items("/api/routing/analytics") == before


def an_older_database_knows_them_too():
    """a database of before these figures has the same ones: they are made
    from the journal"""
    wanted = api.items("/api/routing/analytics")
    assert centre.server.stop() == 0
    base = sqlite3.connect(f"{centre.server.data}/cclite.db")
    base.executescript("DROP TABLE ruled; DELETE FROM migration"
                       " WHERE version >= 11;"
                       "ALTER TABLE contact DROP COLUMN rule_version;")
    base.close()
    centre.server.start()
    found = api.items("/api/routing/analytics")
    assert found == wanted, (found, wanted)


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(they_agree_with_the_journal, a_period_is_a_part,
        a_destination_is_told_as_it_was, who_waits_is_counted,
        who_is_called_back_is_not_counted, an_older_database_knows_them_too,
        the_books_agree)
