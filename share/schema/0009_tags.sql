-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words that contacts are marked with. The journal has them of those before.

ALTER TABLE contact ADD COLUMN tags TEXT NOT NULL DEFAULT '';
UPDATE contact SET tags = marked.tags
    FROM (SELECT contact_id, group_concat(tag, ' ') AS tags
              FROM (SELECT contact_id, json_extract(body, '$.tag') AS tag
                        FROM event
                        WHERE type IN ('contact_arrived', 'contact_led',
                                       'contact_tagged')
                          AND json_extract(body, '$.tag') <> ''
                        ORDER BY seq)
              GROUP BY contact_id) AS marked
    WHERE marked.contact_id = contact.contact_id;
