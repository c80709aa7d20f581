/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence per event, and the names of those it is about. */

#include "web/decisions.h"

#include <stdio.h>
#include <string.h>

#include "core/phone_zone.h"
#include "core/state_search.h"
#include "lang/format.h"
#include "web/decision_rule.h"
#include "web/exchange.h"
#include "web/lookup.h"
#include "wire/word_label.h"

/* The names that belong to the event follow the sentence: "... · sales · eva".
   So a sentence needs no gaps, and each language its own order of words. */
/* clang-format off */
static const struct {
    enum event_type type;
    const char *says;
} sentences[] = {
    { EVENT_CONTACT_LED, N_("No routing rule took the call: it goes where the entry leads.") },
    { EVENT_FLOW_ENTERED, N_("The call went on in another flow.") },
    { EVENT_VISIT_CALLED, N_("The server called this agent's phone.") },
    { EVENT_FLOW_LIMIT_REACHED, N_("The call had taken more steps, or more time, than flows may take:") },
    { EVENT_ANNOUNCEMENT_BEGAN, N_("The caller heard an announcement, and was hung up on then.") },
    { EVENT_QUEUE_DIVERTED, N_("The queue is closed, and did not take the call.") },
    { EVENT_QUEUE_REFUSED, N_("The queue was full, and did not take the call.") },
    { EVENT_SENT_OUTSIDE, N_("The call was sent to an outside number.") },
    { EVENT_LANGUAGE_SET, N_("The language was changed.") },
    { EVENT_CONTACT_QUEUED, N_("The call joined the queue. These agents could take it, or could not:") },
    { EVENT_CALLER_RECALLED, N_("What is known of the caller was looked up: who talked to whoever it is before.") },
    { EVENT_PRIORITY_SET, N_("The priority was changed, or what counts as waited.") },
    { EVENT_WAIT_RULED, N_("A routing rule for who waits came to match.") },
    { EVENT_WAIT_STEPPED, N_("It had waited for a step of the queue's ways out, by which it could not go.") },
    { EVENT_DEMAND_SET, N_("The call demands skills of its own, or no longer does.") },
    { EVENT_DEMAND_CHANGED, N_("The next step of the demand began: other skills, or less of them.") },
    { EVENT_RING_WIDENED, N_("Nobody had answered yet: one more agent may be rung.") },
    { EVENT_WANTED_AGENT_GIVEN_UP, N_("The call no longer waits for this agent, but for any.") },
    { EVENT_TRANSFERRER_ADMITTED, N_("Nobody else who could take the call is at work: it may be offered to who transferred it, too.") },
    { EVENT_CONTACT_PULLED, N_("Somebody had the call offered to this agent, before all others.") },
    { EVENT_HEARING_BEGAN, N_("Between the music, the caller heard this:") },
    { EVENT_QUEUE_LEFT, N_("The call left the queue.") },
    { EVENT_OFFER_MADE, N_("The call was offered to this agent. These were looked at:") },
    { EVENT_OFFER_ACCEPTED, N_("The agent accepted in the console.") },
    { EVENT_PICK_UP_ASKED, N_("The agent accepted in the console; the phone was told to pick up.") },
    { EVENT_OFFER_TAKEN, N_("The agent's phone was picked up.") },
    { EVENT_OFFER_ENDED, N_("The offer ended without an answer.") },
    { EVENT_TALK_BEGAN, N_("The talk began.") },
    { EVENT_RECORDING_STARTED, N_("The talk is being recorded.") },
    { EVENT_RECORDING_SKIPPED, N_("The talk is not recorded: it was not drawn.") },
    { EVENT_RECORDING_LOST, N_("The disk did not take the recording: there is a gap.") },
    { EVENT_TALK_ENDED, N_("The talk ended.") },
    { EVENT_TRANSFER_ASKED, N_("The agent transferred the call.") },
    { EVENT_CALL_DIVERTED, N_("The number called said to call another one instead.") },
    { EVENT_TRANSFER_FAILED, N_("The outside number was not reached.") },
    { EVENT_SENT_ON, N_("What had sent the call to that number had another destination, which took it:") },
    { EVENT_CONSULT_ASKED, N_("The agent called somebody to ask about the call; the caller heard music.") },
    { EVENT_CONSULT_BEGAN, N_("Whom the agent called picked up.") },
    { EVENT_CONSULT_ENDED, N_("Whom the agent called was let go.") },
    { EVENT_CONSULT_COMPLETED, N_("The agent left; the caller went to whom the agent had called.") },
    { EVENT_CONTACT_DIALLED, N_("The agent called somebody; the agent's own phone rang first.") },
    { EVENT_CALLBACK_OFFERED, N_("The caller was asked whether to be called back.") },
    { EVENT_CALLBACK_ANSWERED, N_("The caller said, or did not say, whether to be called back.") },
    { EVENT_CALLBACK_ASKED, N_("The caller is to be called back; the place in the line is kept.") },
    { EVENT_CALLBACK_BEGAN, N_("The turn of a callback came: it stands in the line, in the place that was kept.") },
    { EVENT_CALLBACK_DIALLED, N_("Who is to be called back was dialled: an agent had picked up, or the turn was near.") },
    { EVENT_CALLBACK_PICKED_UP, N_("Who was dialled ahead answered, and waits on the phone in the place that was kept.") },
    { EVENT_CALLBACK_POSTPONED, N_("The callback waits: for the next try, the hours, or a way out.") },
    { EVENT_CALLBACK_ENDED, N_("The callback is over.") },
    { EVENT_EMERGENCY_DIALLED, N_("The emergency number was dialled.") },
    { EVENT_DIALLING_BEGAN, N_("The number was dialled.") },
    { EVENT_DIALLING_ANSWERED, N_("The number answered.") },
    { EVENT_DIALLING_ENDED, N_("The call was given up before anybody talked.") },
    { EVENT_OUTSIDE_BEGAN, N_("The outside number answered.") },
    { EVENT_CONTACT_ENDED, N_("The contact ended.") },
};
/* clang-format on */

static const char *find_arrival(const struct event_contact_arrived *e)
{
    if (e->emergency)
        return N_("A phone of ours called an emergency number.");
    if (e->feature)
        return N_("A phone of ours dialled a feature code.");
    if (e->entry_id == 0 && e->to != TO_HANG_UP)
        return N_("A phone of ours called inside the house.");
    if (e->entry_id == 0 && e->device_id)
        return N_("A phone of ours called, or was called by the server.");
    if (e->entry_id == 0)
        return N_("The call came in, but no entry serves its number.");
    if (e->led_due_us)
        return N_("The call came in; what the routing rules ask about was "
                  "looked up first.");
    if (e->rule_id)
        return N_("The call came in, and a routing rule led it.");

    return N_("The call came in, and an entry led it to a flow.");
}

static const char *find_sentence(const struct event *event)
{
    if (event->type == EVENT_CONTACT_ARRIVED)
        return find_arrival(&event->as.contact_arrived);
    if (event->type == EVENT_CONTACT_LED && event->as.contact_led.rule_id)
        return N_("What the routing rules ask about was known, or waited for "
                  "no more: one of them led the call.");
    if (event->type == EVENT_QUEUE_DIVERTED && event->as.queue_diverted.rule_id)
        return N_("The queue did not take the call: a way out sent it "
                  "elsewhere.");

    if (event->type == EVENT_FLOW_ENTERED && event->as.flow_entered.on_trial)
        return N_("The phone was led through the flow on trial: a caller's "
                  "way, which counts in no figure of the flow.");
    if (event->type == EVENT_RECORDING_SKIPPED &&
        event->as.recording_skipped.unnoticed)
        return N_("The talk is not recorded: the caller did not hear the "
                  "notice.");
    if (event->type == EVENT_CALLBACK_POSTPONED &&
        event->as.callback_postponed.reason == CALLBACK_WINDOW)
        return N_("The callback waits for the hours in which that number may "
                  "be called.");
    if (event->type == EVENT_OFFER_ENDED && event->as.offer_ended.elsewhere)
        return N_("Another agent who was rung, too, was faster.");

    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        if (sentences[i].type == event->type)
            return sentences[i].says;
    return NULL;
}

static uint64_t id_of(const struct event *event, const char *name)
{
    const struct field *field =
        record_field(event_record((unsigned)event->type), name);

    return field ? (uint64_t)field_get_integer(field, &event->as) : 0;
}

static const char *label_of(const struct field *field,
                            const struct event *event, enum language language)
{
    const char *spelling =
        word_spell(field->words, (int)field_get_integer(field, &event->as));
    const char *label = word_label(field->words, spelling);

    return label == spelling ? spelling : lang_text(language, label);
}

/* A word that the event ends with: a cause, an exit, a result. */
static const char *word_of(const struct event *event, enum language language)
{
    static const char *const names[] = { "cause", "exit", "result", "hearing",
                                         "limit" };
    const struct record *record = event_record((unsigned)event->type);

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const struct field *field = record_field(record, names[i]);
        if (field && field->kind == FIELD_WORD)
            return label_of(field, event, language);
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

static void add(struct note *sentence, const char *part)
{
    size_t length = strlen(sentence->text);

    if (*part)
        (void)snprintf(sentence->text + length, sizeof(sentence->text) - length,
                       "%s%s", length ? " · " : "", part);
}

/* By the clock there, as long as the number is known and may be: who may not
   see it is not told where it is. */
static void add_not_before(const struct exchange *exchange,
                           const struct event_callback_postponed *postponed,
                           struct note *sentence)
{
    const struct callback_row *callback =
        state_callback(exchange_floor(exchange), postponed->callback_id);
    const char *zone = callback && lookup_view(exchange) == EVENT_WHOLE
                           ? phone_zone(callback->number.text)
                           : "";
    char clock[FORMAT_SIZE], city[FORMAT_SIZE], text[2 * FORMAT_SIZE];

    if (!zone[0] ||
        format_part(exchange->language, FORMAT_CLOCK, postponed->due_us, zone,
                    clock, sizeof(clock)) < 0 ||
        format_part(exchange->language, FORMAT_CITY, postponed->due_us, zone,
                    city, sizeof(city)) < 0)
        return;

    /* TRANSLATORS: a clock, and the city whose it is: 09:00, Madrid */
    (void)snprintf(text, sizeof(text),
                   lang_text(exchange->language, N_("not before %s (%s)")),
                   clock, city);
    add(sentence, text);
}

/* The flow that a call came into is told with what led it there. */
static bool is_told_as_led(const struct event *event, enum document_kind kind)
{
    return event->type == EVENT_CONTACT_ARRIVED && kind == DOCUMENT_FLOW;
}

/* All names and words together are far shorter than a note. */
static void write_sentence(const struct exchange *exchange,
                           const struct event *event, const char *says,
                           struct note *ret_sentence)
{
    static const struct {
        const char *field;
        enum document_kind kind;
    } names[] = {
        { "entry_id", DOCUMENT_ENTRY },
        { "flow_id", DOCUMENT_FLOW },
        { "queue_id", DOCUMENT_QUEUE },
        { "agent_id", DOCUMENT_AGENT },
    };
    char number[DECISION_NUMBER_SIZE];
    struct note part;

    *ret_sentence = (struct note){ 0 };
    add(ret_sentence, lang_text(exchange->language, says));
    if (event->type == EVENT_CONTACT_ARRIVED)
        add(ret_sentence, event->as.contact_arrived.called.text);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!is_told_as_led(event, names[i].kind))
            add(ret_sentence,
                decision_name(exchange, names[i].kind,
                              id_of(event, names[i].field), number));
    decision_write_rule(exchange, event, &part);
    add(ret_sentence, part.text);
    decision_write_led(exchange, event, &part);
    add(ret_sentence, part.text);
    add(ret_sentence, word_of(event, exchange->language));
    if (event->type == EVENT_CALLBACK_POSTPONED &&
        event->as.callback_postponed.reason == CALLBACK_WINDOW)
        add_not_before(exchange, &event->as.callback_postponed, ret_sentence);
}

bool decision_fill(const struct exchange *exchange, const struct event *event,
                   struct shape_decision *ret_decision)
{
    const char *says = find_sentence(event);
    const char *type = event_record((unsigned)event->type)->name;

    if (!says)
        return false;
    const struct decision_rule rule = decision_rule_of(event);

    *ret_decision = (struct shape_decision){
        .seq = event->seq,
        .wall_us = state_wall_us(exchange_floor(exchange), event->at_us),
        .queue_id = id_of(event, "queue_id"),
        .agent_id = id_of(event, "agent_id"),
        .rule_id = rule.is_way ? 0 : rule.id,
        .queue_rule_id = rule.is_way ? rule.id : 0,
    };
    fill_candidates(event, &ret_decision->candidates);
    if (strlen(type) < sizeof(ret_decision->event.text))
        memcpy(ret_decision->event.text, type, strlen(type));

    write_sentence(exchange, event, says, &ret_decision->says);
    return true;
}

/* Of the floor: nothing of it is in the journal. */
/* Whoever answers is offered; before that agents may be free, and are for who
   is dialled already, or waits on the phone. */
static bool is_dialled_first(const struct state *floor,
                             const struct contact_row *contact)
{
    const struct event_queue_set *queue = state_queue(floor, contact->queue_id);

    return contact->callback_id && !contact->call &&
           !contact->wanted_agent_id && queue && queue->callback_ahead;
}

bool decision_fill_now(const struct exchange *exchange, uint64_t contact_id,
                       struct shape_decision *ret_decision)
{
    static const char name[] = "waiting";
    const struct state *floor = exchange_floor(exchange);
    const struct contact_row *contact = state_contact(floor, contact_id);
    int64_t now_us = exchange_now_us(exchange);
    char number[DECISION_NUMBER_SIZE];

    if (!contact || !contact->in_line || contact->offers)
        return false;

    const struct question question = {
        .queue_id = contact->queue_id,
        .agent_id = contact->wanted_agent_id,
        .is_wanted = contact->wanted_agent_id != 0,
        .demand = state_demand(floor, contact_id)->text,
        .begun = (size_t)contact->demand_step,
        .waited_us = now_us - contact->queued_us,
        .now_us = now_us,
        .transferrer_id = contact->transferrer_id,
    };

    *ret_decision = (struct shape_decision){
        .seq = state_system(floor)->seq,
        .wall_us = state_wall_us(floor, now_us),
        .queue_id = contact->queue_id,
        .agent_id = contact->wanted_agent_id,
    };
    memcpy(ret_decision->event.text, name, sizeof(name));
    add(&ret_decision->says,
        lang_text(exchange->language,
                  is_dialled_first(floor, contact)
                      ? N_("The callback is dialled when its turn is near. "
                           "Agents as they are now:")
                      : N_("The call waits. These agents cannot take it "
                           "now:")));
    add(&ret_decision->says,
        decision_name(exchange, DOCUMENT_QUEUE, contact->queue_id, number));
    state_explain(floor, &question, &ret_decision->candidates);
    return true;
}
