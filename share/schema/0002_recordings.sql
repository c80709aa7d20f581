-- SPDX-License-Identifier: GPL-3.0-or-later
-- Recordings: folded from the events as the others are. The sound itself is in
-- files, found by the object's name.

CREATE TABLE recording (
    recording_id  INTEGER PRIMARY KEY,
    contact_id    INTEGER NOT NULL,
    agent_id      INTEGER NOT NULL,
    queue_id      INTEGER NOT NULL,
    object        TEXT NOT NULL,
    began_us      INTEGER NOT NULL,
    began_wall_us INTEGER NOT NULL,
    state         TEXT NOT NULL,
    length_us     INTEGER NOT NULL,
    lost_us       INTEGER NOT NULL,
    paused_us     INTEGER NOT NULL,
    bytes         INTEGER NOT NULL,
    digest        TEXT NOT NULL,
    peaks         TEXT NOT NULL,
    repaired      INTEGER NOT NULL
);
CREATE INDEX recording_by_contact ON recording (contact_id);
CREATE INDEX recording_by_agent ON recording (agent_id);
