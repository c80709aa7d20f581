/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the callbacks' screen share. */

#ifndef CONSOLE_CALLBACKS_INSIDE_H
#define CONSOLE_CALLBACKS_INSIDE_H

#include "console/roll.h"

/* Whose, or how far: each a list of its own over the same rows. */
enum callbacks_shelf {
    CALLBACKS_MINE,
    CALLBACKS_TEAM,
    CALLBACKS_OVERDUE,
    CALLBACKS_DONE,
    CALLBACKS_SHELVES,
};

extern const struct roll_kind callbacks_rolls[CALLBACKS_SHELVES];

/* The attempts of the selected one, as asked for last. */
struct callbacks_history {
    struct program *program;
    uint64_t callback_id; /* whose; 0: nobody's yet */
    int64_t tries;        /* as its row was then */
    enum callback_state state;
    bool is_asked, is_told;
    struct safe_text words; /* "" when there was none */
};

struct callbacks {
    struct program *program;
    struct roll *rolls[CALLBACKS_SHELVES];
    enum callbacks_shelf shelf;
    uint64_t subject_id;     /* that a question is about */
    uint64_t called_id;      /* that was to be called last */
    struct safe_text called; /* ... and who that is */
    bool is_calling;         /* ... and nobody has answered yet */
    struct callbacks_history history;
};

/** callbacks_rolls.c: how many rows of a shelf there are, filtered or not. */
size_t callbacks_count(const struct program *program,
                       enum callbacks_shelf shelf);

/** Who is called, by name, or "unknown". */
void callbacks_word_who(const struct program *program,
                        const struct topic_callbacks *callback,
                        struct safe_text *ret_text);
void callbacks_word_number(const struct program *program,
                           const struct topic_callbacks *callback,
                           struct safe_text *ret_text);

/** callbacks_draw.c */
void callbacks_draw(void *state, const struct surface *surface);

/** callbacks_history.c: asks for the attempts, unless they are known. */
void callbacks_ask_history(struct callbacks *callbacks,
                           const struct topic_callbacks *callback);

/** callbacks_plan.c: what is due in the next hours, in PLAN_ROWS; and the clock
 *  where who is called lives, if the number tells. */
enum { PLAN_ROWS = 2 };
void callbacks_draw_plan(const struct callbacks *callbacks,
                         const struct surface *surface);
bool callbacks_word_there(const struct program *program,
                          const struct topic_callbacks *callback,
                          struct safe_text *ret_text);

/** callback_form.c: asks for another time; or, with NULL, for whom to call.
 *  Returns 0, -ENOMEM or -ENOSPC. */
int callback_form_open(struct program *program,
                       const struct topic_callbacks *callback);

#endif
