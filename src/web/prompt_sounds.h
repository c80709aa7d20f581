/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long prompts are, and how they sound at a glance. */

#ifndef WEB_PROMPT_SOUNDS_H
#define WEB_PROMPT_SOUNDS_H

struct exchange;

/*
 * Lists in the order of prompts. A page ends at its limit, or where so much was
 * read that it shall not take longer: then it is shorter than it may be, and
 * says that there is more.
 */
void prompt_sounds_list(struct exchange *exchange); /* of all of them */

/** Of those that the boxes greet with whose messages the asker hears. */
void prompt_sounds_greetings(struct exchange *exchange);

#endif
