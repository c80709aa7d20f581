/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence per event, and the names of those it is about. */

#include "web/decisions.h"

#include <stdio.h>
#include <string.h>

#include "web/exchange.h"
#include "web/lookup.h"

/* The names that belong to the event follow the sentence: "... (sales, eva)".
   So a sentence needs no gaps, and each language its own order of words. */
/* clang-format off */
static const struct {
    enum event_type type;
    const char *says;
} sentences[] = {
    { EVENT_CONTACT_ARRIVED, N_("The call came in, and its number led to this flow.") },
    { EVENT_FLOW_ENTERED, N_("The call went on in another flow.") },
    { EVENT_LANGUAGE_SET, N_("The language was changed.") },
    { EVENT_CONTACT_QUEUED, N_("The call joined the queue. These agents could take it, or could not:") },
    { EVENT_QUEUE_LEFT, N_("The call left the queue.") },
    { EVENT_OFFER_MADE, N_("The call was offered to this agent. These were looked at:") },
    { EVENT_OFFER_ACCEPTED, N_("The agent accepted in the console.") },
    { EVENT_OFFER_TAKEN, N_("The agent's phone was picked up.") },
    { EVENT_OFFER_ENDED, N_("The offer ended without an answer.") },
    { EVENT_TALK_BEGAN, N_("The talk began.") },
    { EVENT_TALK_ENDED, N_("The talk ended.") },
    { EVENT_TRANSFER_ASKED, N_("The agent transferred the call.") },
    { EVENT_TRANSFER_FAILED, N_("The transfer did not reach anybody.") },
    { EVENT_OUTSIDE_BEGAN, N_("The outside number answered.") },
    { EVENT_CONTACT_ENDED, N_("The contact ended.") },
};
/* clang-format on */

static const char *find_sentence(enum event_type type)
{
    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        if (sentences[i].type == type)
            return sentences[i].says;
    return NULL;
}

static uint64_t id_of(const struct event *event, const char *name)
{
    const struct field *field =
        record_field(event_record((unsigned)event->type), name);

    return field ? (uint64_t)field_get_integer(field, &event->as) : 0;
}

/* A word that the event ends with: a cause, an exit, a result. */
static const char *word_of(const struct event *event)
{
    static const char *const names[] = { "cause", "exit", "result" };
    const struct record *record = event_record((unsigned)event->type);

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const struct field *field = record_field(record, names[i]);
        if (field && field->kind == FIELD_WORD)
            return word_spell(field->words,
                              (int)field_get_integer(field, &event->as));
    }
    return "";
}

static void fill_candidates(const struct event *event,
                            struct candidates *ret_candidates)
{
    if (event->type == EVENT_CONTACT_QUEUED)
        *ret_candidates = event->as.contact_queued.candidates;
    if (event->type == EVENT_OFFER_MADE)
        *ret_candidates = event->as.offer_made.candidates;
}

bool decision_fill(const struct exchange *exchange, const struct event *event,
                   struct shape_decision *ret_decision)
{
    const char *says = find_sentence(event->type);
    const char *type = event_record((unsigned)event->type)->name;

    if (!says)
        return false;
    *ret_decision = (struct shape_decision){
        .seq = event->seq,
        .wall_us = state_wall_us(exchange_floor(exchange), event->at_us),
        .queue_id = id_of(event, "queue_id"),
        .agent_id = id_of(event, "agent_id"),
    };
    fill_candidates(event, &ret_decision->candidates);
    if (strlen(type) < sizeof(ret_decision->event.text))
        memcpy(ret_decision->event.text, type, strlen(type));

    const char *queue =
        lookup_name(exchange, DOCUMENT_QUEUE, ret_decision->queue_id);
    const char *agent =
        lookup_name(exchange, DOCUMENT_AGENT, ret_decision->agent_id);
    const char *word = word_of(event);
    (void)snprintf(ret_decision->says.text, sizeof(ret_decision->says.text),
                   "%s%s%s%s%s%s%s", lang_text(exchange->language, says),
                   queue[0] ? " · " : "", queue, agent[0] ? " · " : "", agent,
                   word[0] ? " · " : "", word);
    return true;
}
