/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a terminal sends besides keys that terminfo knows. */

#ifndef TUI_REPLY_H
#define TUI_REPLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/input.h"

/*
 * Control sequences as ECMA-48 has them: Esc [ parameters final, and strings
 * that end in Esc \ or BEL. Known ones become inputs, keys that terminfo is
 * silent of, too; unknown ones are dropped whole, whatever is in them. Esc and
 * a character is Alt and the key.
 */

enum {
    REPLY_PARAMETERS = 32,   /* characters of them; a longer one is unknown */
    REPLY_STRING_MAX = 4096, /* characters of a string; then it has ended */
    REPLY_PASTE_MAX = 64 * 1024 /* bytes of a paste; the rest is left out */
};

enum reply_state {
    REPLY_IDLE,
    REPLY_ESCAPE,
    REPLY_CONTROL,
    REPLY_STRING,
    REPLY_STRING_ESCAPE,
    REPLY_PASTE,
};

/* What the terminal has told about itself. */
struct reply_facts {
    int cursor_columns[4]; /* of the first reports, from 1 */
    int cursor_reports;
    bool has_frames; /* mode 2026 */
};

struct reply {
    enum reply_state state;
    char parameters[REPLY_PARAMETERS];
    size_t length;
    char *paste;
    size_t paste_length;
    struct reply_facts facts;
};

/** Makes the automaton; -ENOMEM. Release with reply_done(). */
int reply_init(struct reply *reply);
void reply_done(struct reply *reply);

/**
 * Takes a character.
 *
 * @return whether it completed an input
 */
bool reply_take(struct reply *reply, uint32_t character,
                struct input *ret_input);

/**
 * Says that nothing more is coming for now.
 *
 * @param is_long  so long that an unfinished sequence is no sequence
 *
 * @return whether that completed an input: an Esc alone, a paste cut short
 */
bool reply_pause(struct reply *reply, bool is_long, struct input *ret_input);

#endif
