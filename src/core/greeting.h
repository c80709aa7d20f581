/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greetings of a box that are its own: recorded by phone, or spoken. */

#ifndef CORE_GREETING_H
#define CORE_GREETING_H

#include "core/decide.h"

/*
 * A greeting is a prompt of the library. One that was made for a box is called
 * after it, box-7-closed, and is what the box greets with from then on; made
 * anew in another language it is the translation of that, box-7-closed-es.
 */
struct greeting_made {
    uint64_t box_id;
    enum box_greeting greeting;
    enum speech language;
    const struct note *text; /* that is spoken; NULL: none, the sound is it */
    const struct digest *sound; /* "": the text is spoken */
};

/** Which prompt a box has for a greeting; 0: none of its own. */
uint64_t *greeting_prompt_id(struct event_box_set *box,
                             enum box_greeting greeting);

/** Whether a box greets by its holiday greeting: its days are those of the
 *  house's time zone (rule_book_zone() of ""). */
bool greeting_is_of_holiday(const struct event_box_set *box,
                            const struct rule_book *book, int64_t wall_us);

/** Makes the prompt, and lets the box greet with it.
 *  @return REFUSED_NOT, or why not: then nothing is written */
enum refusal write_greeting(struct turn *turn,
                            const struct greeting_made *made);

#endif
