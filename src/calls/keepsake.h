/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bindings and dialogs as lines of text, to be stored beside the journal. */

#ifndef CALLS_KEEPSAKE_H
#define CALLS_KEEPSAKE_H

#include <stdint.h>

#include "calls/note.h"
#include "sip/leg.h"
#include "sip/registrar.h"

/*
 * One line: a version, then fields separated by tabs. Whatever is no printable
 * ASCII, and '%', is written as %XX, so any bytes of a peer can be kept. A line
 * that this release does not understand is refused, never guessed at.
 */

/** The key of a binding: its device and contact. */
void keepsake_binding_key(const struct phone_binding *binding,
                          char ret_key[CALLS_NOTE_KEY_SIZE]);

/** The key of a dialog: its leg's id. */
void keepsake_dialog_key(uint64_t leg_id, char ret_key[CALLS_NOTE_KEY_SIZE]);

/** @return 0, or -EMSGSIZE: longer than CALLS_NOTE_TEXT_SIZE */
int keepsake_write_binding(const struct phone_binding *binding,
                           char ret_text[CALLS_NOTE_TEXT_SIZE]);
int keepsake_write_dialog(const struct leg_left *left,
                          char ret_text[CALLS_NOTE_TEXT_SIZE]);

/** @return 0, or -EBADMSG; a binding read is not yet reachable */
int keepsake_read_binding(const char *text, struct phone_binding *ret_binding);
int keepsake_read_dialog(const char *text, struct leg_left *ret_left);

#endif
