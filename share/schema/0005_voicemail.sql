-- SPDX-License-Identifier: GPL-3.0-or-later
-- Messages of voicemail boxes; their sound is a recording. Until now all
-- recordings were of talks.

ALTER TABLE recording ADD COLUMN box_id INTEGER NOT NULL DEFAULT 0;

CREATE TABLE message (
    message_id   INTEGER PRIMARY KEY,
    box_id       INTEGER NOT NULL,
    contact_id   INTEGER NOT NULL,
    left_wall_us INTEGER NOT NULL,
    state        TEXT NOT NULL,
    urgent       INTEGER NOT NULL,
    agent_id     INTEGER NOT NULL,
    note_seq     INTEGER NOT NULL,
    note         TEXT NOT NULL
);
CREATE INDEX message_by_note ON message (note_seq) WHERE note_seq > 0;
