-- SPDX-License-Identifier: GPL-3.0-or-later
-- Agents call, too. Until now all contacts came in.

ALTER TABLE contact ADD COLUMN outbound INTEGER NOT NULL DEFAULT 0;
