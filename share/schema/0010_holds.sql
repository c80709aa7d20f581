-- SPDX-License-Identifier: GPL-3.0-or-later
-- How often contacts were on hold. The journal has it of those before.

ALTER TABLE contact ADD COLUMN holds INTEGER NOT NULL DEFAULT 0;
UPDATE contact SET holds = held.holds
    FROM (SELECT contact_id, count(*) AS holds FROM event
              WHERE type = 'hold_began' GROUP BY contact_id) AS held
    WHERE held.contact_id = contact.contact_id;
