-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rules lead calls. Until now entries alone did.

ALTER TABLE contact ADD COLUMN rule_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN rule_to INTEGER NOT NULL DEFAULT 0;
