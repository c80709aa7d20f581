/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names by labels, and words of the lists of words. */

#include "console/contact_words.h"

#include <assert.h>

#include "base/mark.h"
#include "console/naming.h"
#include "console/recordings_shelf.h"
#include "console/word.h"
#include "wire/word_label.h"

void contact_word_caller(const struct program *program,
                         const struct shape_contact *contact, bool is_masked,
                         struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    if (contact->caller_name.text[0])
        safe_text_format(ret_text, "\"%s\"", contact->caller_name.text);
    else
        shelf_word_number(program, &contact->caller, is_masked, ret_text);
}

/* None is no news: it is left blank. */
void contact_word_queue(const struct program *program,
                        const struct shape_contact *contact,
                        struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    if (contact->queue_id)
        naming_queue(program, contact->queue_id, &contact->queue, ret_text);
    else
        safe_text_copy(ret_text, "");
}

void contact_word_agent(const struct program *program,
                        const struct shape_contact *contact,
                        struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    if (contact->agent_id)
        naming_agent(program, contact->agent_id, &contact->agent, ret_text);
    else
        safe_text_copy(ret_text, "");
}

void contact_word_direction(const struct program *program,
                            const struct shape_contact *contact,
                            struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    safe_text_copy(
        ret_text,
        program_text(program, contact->outbound ? N_("out") : N_("in")));
}

void contact_word_disposition(const struct program *program,
                              const struct shape_contact *contact,
                              struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    const struct replica_row *row =
        contact->disposition_id
            ? replica_find(program_rows(program), TOPIC_DISPOSITIONS,
                           contact->disposition_id)
            : NULL;
    const struct event_disposition_set *disposition = row ? row->fields : NULL;

    if (disposition)
        word_name(&(struct word_names){ &disposition->name, &disposition->label,
                                        &disposition->label_es,
                                        &disposition->label_cs },
                  program_language(program), ret_text);
    else
        safe_text_copy(ret_text, "");
}

void contact_word_end(const struct program *program,
                      const struct shape_contact *contact,
                      struct safe_text *ret_text)
{
    assert(program && contact && ret_text);
    const struct word_list *list =
        contact->live ? &word_list_contact_place : &word_list_end_cause;
    int word = contact->live ? (int)contact->place : (int)contact->cause;

    safe_text_copy(
        ret_text,
        program_text(program, word_label(list, word_spell(list, word))));
}
