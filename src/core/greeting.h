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

/*
 * Each greeting has days, the first and the last, in the house's time zone
 * (rule_book_zone() of ""). Those of the holiday's make it heard, whatever else
 * is so; the others are heard on theirs only, and an empty day is no bound.
 * (greeting_days.c)
 */
struct greeting_days {
    struct name *from;
    struct name *until;
};

/** Which days a box has for a greeting. */
struct greeting_days greeting_days(struct event_box_set *box,
                                   enum box_greeting greeting);

/** Whether each greeting's days may stand. @return REFUSED_NOT, or why not */
enum refusal check_greeting_days(const struct event_box_set *box);

/** Whether a box greets by its holiday greeting. */
bool greeting_is_of_holiday(const struct event_box_set *box,
                            const struct rule_book *book, int64_t wall_us);

/** Whether today is one of a greeting's days. A rule may lead to the holiday's
 *  on any day: that one always may be heard. */
bool greeting_is_of_today(const struct event_box_set *box,
                          enum box_greeting greeting,
                          const struct rule_book *book, int64_t wall_us);

/** Which prompt is heard for a greeting: the box's own, if it has one and today
 *  is of its days; else the standard one, on the same terms; else, as 0, the
 *  server's. */
uint64_t greeting_heard(const struct event_box_set *box,
                        enum box_greeting greeting,
                        const struct rule_book *book, int64_t wall_us);

/** Makes the prompt, and lets the box greet with it.
 *  @return REFUSED_NOT, or why not: then nothing is written */
enum refusal write_greeting(struct turn *turn,
                            const struct greeting_made *made);

#endif
