-- SPDX-License-Identifier: GPL-3.0-or-later
-- Projections follow the journal at a distance; fewer pages for each commit.

-- The last event that the projections have. Until now they had all.
CREATE TABLE projected (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL
);
INSERT INTO projected SELECT 1, coalesce(max(seq), 0) FROM event;

-- Nothing asks for the events of an agent or of a queue.
DROP INDEX event_by_agent;
DROP INDEX event_by_queue;

-- A key and its value in one tree instead of two.
CREATE TABLE side_again (
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
INSERT INTO side_again SELECT kind, key, at_us, value FROM side;
DROP TABLE side;
ALTER TABLE side_again RENAME TO side;
