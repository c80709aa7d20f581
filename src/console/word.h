/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor's words, signs and times, as screens show them. */

#ifndef CONSOLE_WORD_H
#define CONSOLE_WORD_H

#include <stdint.h>

#include "core/record.h"
#include "tui/surface.h"

enum { WORD_TIME_SIZE = 32 };

/* A name that may be there in three languages. Copies are cheap to make:
 *     (struct word_names){ &row->name, &row->label, &row->label_es, ... } */
struct word_names {
    const struct name *name; /* shown when there is no label */
    const struct label *label;
    const struct label *label_es; /* or NULL */
    const struct label *label_cs; /* or NULL */
};

/** Chooses the name for a language. */
void word_name(const struct word_names *names, enum language language,
               struct safe_text *ret_name);

/** An agent's state: its word in capitals, sign and colour. */
void word_state(enum agent_state state, enum language language,
                struct safe_text *ret_word);
enum glyph word_state_glyph(enum agent_state state);
enum look_role word_state_role(enum agent_state state);

/** A duration: 4:12, 1:02:03; below 0 "–". */
void word_duration(int64_t duration_us, char ret_text[WORD_TIME_SIZE]);

/** A time of day of the machine's zone: 14:32:07; with is_short 14:32. */
void word_clock(int64_t wall_us, bool is_short, char ret_text[WORD_TIME_SIZE]);

/** A day: Sun 22 Nov. */
void word_day(enum language language, int64_t wall_us,
              char ret_text[WORD_TIME_SIZE]);

#endif
