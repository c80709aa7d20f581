-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is to be called back is erased, too, where no contact has the texts.

CREATE INDEX event_of_callback ON event (seq) WHERE type = 'callback_asked';
