/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what a contact is, as lists and details of it have them. */

#ifndef CONSOLE_CONTACT_WORDS_H
#define CONSOLE_CONTACT_WORDS_H

#include "console/program.h"
#include "wire/shape.h"

/** Who called, or was called, by the name in quotes, for the network says it;
 *  else by the number.
 *  @param is_masked  who it was is not told: number.see is missing */
void contact_word_caller(const struct program *program,
                         const struct shape_contact *contact, bool is_masked,
                         struct safe_text *ret_text);

void contact_word_queue(const struct program *program,
                        const struct shape_contact *contact,
                        struct safe_text *ret_text);
void contact_word_agent(const struct program *program,
                        const struct shape_contact *contact,
                        struct safe_text *ret_text);

/** "in", "out". */
void contact_word_direction(const struct program *program,
                            const struct shape_contact *contact,
                            struct safe_text *ret_text);

/** What came of it, as an agent says; "": nobody did. */
void contact_word_disposition(const struct program *program,
                              const struct shape_contact *contact,
                              struct safe_text *ret_text);

/** How it ended; of a live one where it is. */
void contact_word_end(const struct program *program,
                      const struct shape_contact *contact,
                      struct safe_text *ret_text);

#endif
