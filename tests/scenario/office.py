# SPDX-License-Identifier: GPL-3.0-or-later
"""A centre with voicemail: a box of a queue, one of an agent, and callers."""

import time

import place
from centre import Centre

CALLER_HZ, PHONE_HZ, TONE_HZ = 440, 620, 1000


def wait_s(seconds):
    """Lets somebody speak."""
    until = time.monotonic() + seconds
    place.wait_until(f"{seconds} s", lambda: time.monotonic() >= until)


class Office(Centre):
    """Whoever waits for support comes to its box; Ana has one of her own."""

    def __init__(self, **settings):
        super().__init__(queue={"recording": "all"}, **settings)
        self.ana = self.agent("ana", "sales")
        self.bob = self.agent("bob", "sales")
        self.api.put("/api/agents/ana", user_id="boss")
        self.api.post("/api/voicemail/boxes", name="support",
                      queue_id="support", extension="700", silence_ms=0,
                      min_ms=800)
        self.api.post("/api/voicemail/boxes", name="ana", agent_id="ana",
                      extension="701", min_ms=800)
        self.api.put("/api/queues/support", overflow_to="voicemail",
                     overflow_id="support", max_wait_ms=100)

    def messages(self, **fields):
        return [one for one in self.api.items("/api/voicemail/messages")
                if all(one[key] == value for key, value in fields.items())]

    def wait_message(self, caller):
        """The message of a caller, as soon as it is there."""
        return place.wait_until(f"{caller} has left a message",
                                lambda: self.messages(caller=caller))[0]

    def wait_stage(self, contact_id, wanted):
        """Waits until a caller is so far in a box."""
        def is_there():
            stages = self.told(contact_id, "voicemail_went_on")
            return stages and stages[-1]["stage"] == wanted
        place.wait_until(f"the caller is in {wanted}", is_there)

    def in_box(self, hertz=CALLER_HZ):
        """A caller who is greeted by the box: (call, contact's number)."""
        call = self.in_queue(key="2", hertz=hertz)
        contact = self.last_contact()["contact_id"]
        place.wait_until("the caller is greeted",
                         lambda: self.told(contact, "voicemail_entered"))
        return call, contact

    @staticmethod
    def wait_tone(call):
        """The tone is short, and nothing follows it."""
        place.wait_until("the tone is heard",
                         lambda: call.media.hears(TONE_HZ, ms=160))

    def speaking(self, hertz=CALLER_HZ):
        """One who has skipped the greeting, and speaks after the tone."""
        call, contact = self.in_box(hertz)
        call.media.press("#")
        self.wait_tone(call)
        self.wait_stage(contact, "speaking")
        return call, contact

    def leave(self, seconds=1.2):
        """A message left by hanging up; as it is listed."""
        call, _ = self.speaking()
        caller = self.last_number
        wait_s(seconds)
        call.hang_up()
        return self.wait_message(caller)

    def sound_of(self, message):
        """The answer to a download."""
        return self.api.ask(
            "GET", f"/api/voicemail/{message['message_id']}/download")

    def refused(self, method, path, body=None, who=None):
        """(status, code) of a refusal."""
        answer = (who or self.api).ask(method, path, body)
        return answer.status, answer.json.get("code")
