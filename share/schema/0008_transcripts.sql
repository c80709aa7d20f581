-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is said in messages, written down by whoever can.

ALTER TABLE message ADD COLUMN said_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN said TEXT NOT NULL DEFAULT '';
CREATE INDEX message_by_said ON message (said_seq) WHERE said_seq > 0;
