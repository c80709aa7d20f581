-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. A statement ends with a semicolon at the end of a line.

PRAGMA application_id = 1128483924;

-- The truth. Private texts of the body are H(salt, text) here; chain is
-- SHA-256(chain of the event before, this one's columns and body).
CREATE TABLE event (
    seq        INTEGER PRIMARY KEY,
    at_us      INTEGER NOT NULL,
    by_user    INTEGER NOT NULL,
    type       TEXT NOT NULL,
    body       TEXT NOT NULL,
    chain      BLOB NOT NULL,
    contact_id INTEGER,
    agent_id   INTEGER,
    queue_id   INTEGER
);
CREATE INDEX event_by_contact ON event (contact_id)
    WHERE contact_id IS NOT NULL;
CREATE INDEX event_by_agent ON event (agent_id) WHERE agent_id IS NOT NULL;
CREATE INDEX event_by_queue ON event (queue_id) WHERE queue_id IS NOT NULL;

-- The private texts, which can be erased.
CREATE TABLE event_private (
    seq   INTEGER NOT NULL,
    field TEXT NOT NULL,
    salt  BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (seq, field)
) WITHOUT ROWID;

-- Folded from the events; columns as in src/store/projection.def.
CREATE TABLE contact (
    contact_id      INTEGER PRIMARY KEY,
    arrived_seq     INTEGER NOT NULL,
    arrived_us      INTEGER NOT NULL,
    arrived_wall_us INTEGER NOT NULL,
    trunk_id        INTEGER NOT NULL,
    device_id       INTEGER NOT NULL,
    entry_id        INTEGER NOT NULL,
    caller          TEXT NOT NULL,
    caller_name     TEXT NOT NULL,
    called          TEXT NOT NULL,
    language        TEXT NOT NULL,
    ended           INTEGER NOT NULL,
    cause           TEXT NOT NULL,
    queue_id        INTEGER NOT NULL,
    agent_id        INTEGER NOT NULL,
    answered        INTEGER NOT NULL,
    in_time         INTEGER NOT NULL,
    short_abandon   INTEGER NOT NULL,
    ivr_us          INTEGER NOT NULL,
    wait_us         INTEGER NOT NULL,
    talk_us         INTEGER NOT NULL,
    hold_us         INTEGER NOT NULL,
    outside_us      INTEGER NOT NULL,
    total_us        INTEGER NOT NULL,
    disposition_id  INTEGER NOT NULL
);
CREATE INDEX contact_by_wall ON contact (arrived_wall_us);
CREATE INDEX contact_by_caller ON contact (caller);
CREATE INDEX contact_live ON contact (contact_id) WHERE ended = 0;

CREATE TABLE segment (
    seq            INTEGER PRIMARY KEY,
    contact_id     INTEGER NOT NULL,
    place          TEXT NOT NULL,
    queue_id       INTEGER NOT NULL,
    agent_id       INTEGER NOT NULL,
    began_us       INTEGER NOT NULL,
    began_wall_us  INTEGER NOT NULL,
    ended          INTEGER NOT NULL,
    ended_us       INTEGER NOT NULL,
    result         TEXT NOT NULL,
    talk_us        INTEGER NOT NULL,
    hold_us        INTEGER NOT NULL,
    acw_us         INTEGER NOT NULL,
    disposition_id INTEGER NOT NULL,
    note_seq       INTEGER NOT NULL,
    note           TEXT NOT NULL
);
CREATE INDEX segment_by_contact ON segment (contact_id);
CREATE INDEX segment_by_agent ON segment (agent_id) WHERE agent_id > 0;
CREATE INDEX segment_by_note ON segment (note_seq) WHERE note_seq > 0;

CREATE TABLE offer (
    seq          INTEGER PRIMARY KEY,
    contact_id   INTEGER NOT NULL,
    queue_id     INTEGER NOT NULL,
    agent_id     INTEGER NOT NULL,
    device_id    INTEGER NOT NULL,
    made_us      INTEGER NOT NULL,
    made_wall_us INTEGER NOT NULL,
    wait_us      INTEGER NOT NULL,
    ended        INTEGER NOT NULL,
    result       TEXT NOT NULL,
    ring_us      INTEGER NOT NULL
);
CREATE INDEX offer_by_contact ON offer (contact_id);

CREATE TABLE agent_interval (
    agent_id       INTEGER NOT NULL,
    begins_wall_us INTEGER NOT NULL,
    state          TEXT NOT NULL,
    reason_id      INTEGER NOT NULL,
    for_us         INTEGER NOT NULL,
    PRIMARY KEY (agent_id, begins_wall_us, state, reason_id)
) WITHOUT ROWID;

CREATE TABLE interval_queue (
    queue_id         INTEGER NOT NULL,
    begins_wall_us   INTEGER NOT NULL,
    offered          INTEGER NOT NULL,
    answered         INTEGER NOT NULL,
    answered_in_time INTEGER NOT NULL,
    abandoned        INTEGER NOT NULL,
    short_abandoned  INTEGER NOT NULL,
    overflowed       INTEGER NOT NULL,
    refused_full     INTEGER NOT NULL,
    missed_offers    INTEGER NOT NULL,
    answer_wait_us   INTEGER NOT NULL,
    abandon_wait_us  INTEGER NOT NULL,
    longest_wait_us  INTEGER NOT NULL,
    talk_us          INTEGER NOT NULL,
    hold_us          INTEGER NOT NULL,
    acw_us           INTEGER NOT NULL,
    handled          INTEGER NOT NULL,
    PRIMARY KEY (queue_id, begins_wall_us)
) WITHOUT ROWID;

CREATE TABLE document (
    seq     INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    id      INTEGER NOT NULL,
    version INTEGER NOT NULL,
    name    TEXT NOT NULL,
    removed INTEGER NOT NULL
);
CREATE INDEX document_by_id ON document (kind, id);

-- Where recovery begins.
CREATE TABLE snapshot (
    seq    INTEGER PRIMARY KEY,
    at_us  INTEGER NOT NULL,
    chain  BLOB NOT NULL,
    digest TEXT NOT NULL,
    body   TEXT NOT NULL
);

-- Beside the journal.
CREATE TABLE secret (
    key   TEXT PRIMARY KEY,
    at_us INTEGER NOT NULL,
    value BLOB NOT NULL
);
CREATE TABLE side (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE TABLE alive (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    at_us   INTEGER NOT NULL,
    wall_us INTEGER NOT NULL
);
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    release TEXT NOT NULL,
    wall_us INTEGER NOT NULL
);
