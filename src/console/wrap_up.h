/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After the call: dispositions to pick from. */

#ifndef CONSOLE_WRAP_UP_H
#define CONSOLE_WRAP_UP_H

#include "console/program.h"
#include "tui/edit.h"

enum { WRAP_UP_FOUND = 64 };

/* What is picked; part of the agent's screen. A plain struct. */
struct wrap_up {
    struct program *program;
    char words[SAFE_TEXT_SIZE];    /* of the filter */
    uint64_t found[WRAP_UP_FOUND]; /* ids of dispositions that match */
    int count, selected, top;
    size_t known; /* rows of the topic when it was searched last */
};

/** Begins with all of them. */
void wrap_up_begin(struct wrap_up *wrap_up, struct program *program);

/** Searches by words. */
void wrap_up_find(struct wrap_up *wrap_up, const char *words);

/** Takes 1 to 9, arrows. @return whether it was for it */
bool wrap_up_input(struct wrap_up *wrap_up, const struct input *input);

/** The disposition picked; 0: there is none. */
uint64_t wrap_up_picked(const struct wrap_up *wrap_up);

/**
 * Ends the after-call work with what is picked, or the caller's disposition;
 * as soon as the server is there, see console/unsent.h.
 *
 * @param then  AFTER_AS_REQUESTED and so on
 */
void wrap_up_save(struct program *program, uint64_t disposition_id,
                  const char *note, enum after_work then, uint64_t reason_id);

/** Draws the list. */
void wrap_up_draw(struct wrap_up *wrap_up, const struct surface *surface);

/** The reason function of its rows (struct action). */
bool wrap_up_may(const void *program, int action, struct safe_text *ret_reason);

#endif
