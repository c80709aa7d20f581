-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rules for who waits have figures, too, and destinations are told as they were
-- when they led somewhere. The journal has both of those before.

CREATE TABLE ruled (
    seq        INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL,
    queue_id   INTEGER NOT NULL,
    rule_id    INTEGER NOT NULL
);
CREATE INDEX ruled_by_contact ON ruled (contact_id);
INSERT INTO ruled
    SELECT seq, json_extract(body, '$.contact_id'),
           json_extract(body, '$.queue_id'), json_extract(body, '$.rule_id')
        FROM event
        WHERE type = 'wait_ruled' AND seq <= (SELECT seq FROM projected);

ALTER TABLE contact ADD COLUMN rule_version INTEGER NOT NULL DEFAULT 0;
UPDATE contact SET rule_version = led.version
    FROM (SELECT contact_id, max(seq),
                 coalesce(json_extract(body, '$.rule_version'), 0) AS version
              FROM event
              WHERE type IN ('contact_arrived', 'contact_led')
                AND seq <= (SELECT seq FROM projected)
              GROUP BY contact_id) AS led
    WHERE led.contact_id = contact.contact_id;
