/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: what must outlive the process, for a table beside the journal. */

#ifndef CALLS_NOTE_H
#define CALLS_NOTE_H

#include <stdbool.h>

enum {
    CALLS_NOTE_KEY_SIZE = 600,
    CALLS_NOTE_TEXT_SIZE = 8192,
};

enum calls_note_kind {
    CALLS_NOTE_BINDING, /* where a phone is registered */
    CALLS_NOTE_DIALOG,  /* how to hang up on a leg after a crash */
};

/* One block of memory, with its strings in it. */
struct calls_note {
    enum calls_note_kind kind;
    bool gone;        /* delete the key; text is "" */
    const char *key;  /* within CALLS_NOTE_KEY_SIZE */
    const char *text; /* within CALLS_NOTE_TEXT_SIZE */
};

#endif
