/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What boxes greet with: seen, heard, and set by those whose boxes they are. */

#ifndef WEB_BOX_GREETINGS_H
#define WEB_BOX_GREETINGS_H

#include "web/exchange.h"

void greetings_list(struct exchange *exchange);
void greetings_set(struct exchange *exchange);
void greetings_holiday(struct exchange *exchange);
void greetings_days(struct exchange *exchange);   /* of any of them */
void greetings_listen(struct exchange *exchange); /* by the asker's phone */
void greetings_upload(struct exchange *exchange); /* web/greeting_sound.c */

/** Whether the asker may change them: of the own box, or with box.set. */
bool greetings_may_set(const struct exchange *exchange,
                       const struct event_box_set *box);

/** Whether the asker may know of them: hears the box, or may change them. */
bool greetings_may_hear(const struct exchange *exchange,
                        const struct event_box_set *box);

/** In which language the asker speaks a greeting that no language was named
 *  for. */
enum speech greetings_own_language(const struct exchange *exchange);

#endif
