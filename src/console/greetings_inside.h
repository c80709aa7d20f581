/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the greetings share. Nobody else includes it. */

#ifndef CONSOLE_GREETINGS_INSIDE_H
#define CONSOLE_GREETINGS_INSIDE_H

#include "console/greetings.h"
#include "console/recordings_shelf.h"
#include "tui/table.h"

/* Which one of which box. */
struct greeting_place {
    uint64_t box_id;
    enum box_greeting greeting;
};

struct greetings {
    struct program *program;
    struct table *table;
    struct shelf *shelf;
    bool is_filtered;
    bool is_covered;               /* by a popup, when it was looked at last */
    int64_t asked_us;              /* when, as program_now_us() */
    int64_t awaits_until_us;       /* a recording by the phone; 0: none */
    struct greeting_place removed; /* that a question asks about */
    struct program_follower below; /* the screen's below, which goes on */
};

extern const struct view_kind greetings_kind;

/** The selected one; NULL: there is none. */
const struct shape_greeting *greetings_selected(
    const struct greetings *greetings);

/** Asks for them anew. */
void greetings_ask(struct greetings *greetings);

/** Asks again and again for some minutes: one is being recorded. */
void greetings_await(struct greetings *greetings);

/** Asks anew by itself, until it is to follow no more. The screen below follows
 *  as well. */
void greetings_follow(struct greetings *greetings);
void greetings_follow_no_more(struct greetings *greetings);

/** The name of a greeting's box. */
void greetings_word_box(const struct greetings *greetings,
                        const struct shape_greeting *greeting,
                        struct safe_text *ret_text);

/** Makes the table over its rows. @return 0 or -ENOMEM */
int greetings_table_new(struct greetings *greetings);

void greetings_draw(void *greetings, const struct surface *surface);

/** Asks for a text that is spoken, or for the days of a greeting, and sets
 *  that. @return 0, -ENOMEM or -ENOSPC */
int greetings_say_open(struct greetings *greetings);
int greetings_days_open(struct greetings *greetings);

/** Asks in which language one is, and then rings to record it, or asks for a
 *  file. @return 0, -ENOMEM or -ENOSPC */
int greetings_language_open(struct greetings *greetings, bool is_file);

/** The languages, as the options of a form's field. */
int greetings_count_languages(const void *arg);
void greetings_show_language(const void *arg, int n, const struct style *style,
                             struct safe_text *ret_text);

#endif
