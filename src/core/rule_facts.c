/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is so about a call, a moment, a calendar and a queue. */

#include "core/rule_facts.h"

#include <string.h>

#include "core/callback.h"
#include "core/queue_slot.h"
#include "core/state_inside.h"

static const int64_t SECOND_US = 1000000;
static const struct value unknown = { VALUE_UNKNOWN, 0, NULL };

static struct value number(enum value_type type, int64_t value)
{
    return (struct value){ type, value, NULL };
}

static struct value text(const char *value)
{
    return (struct value){ VALUE_TEXT, 0, value };
}

/* Calendars. */

static const struct calendar_page *find_calendar(const struct rule_book *book,
                                                 const char *name)
{
    for (size_t i = 0; i < book->pages.calendar_count; i++)
        if (strcmp(book->pages.calendars[i].name.text, name) == 0)
            return &book->pages.calendars[i];

    return NULL;
}

static struct value ask_calendar(const struct rule_question *question,
                                 enum fact fact, const char *name)
{
    const struct calendar_page *page = find_calendar(question->book, name);
    const struct zone *zone =
        page ? rule_book_zone(question->book, page->zone.text) : NULL;
    struct local_time there;

    if (!zone)
        return unknown;

    zone_local(zone, question->call->wall_us, &there);
    return number(VALUE_TRUTH,
                  fact == FACT_OPEN
                      ? calendar_is_open(&page->calendar, &there)
                      : calendar_has_holiday(&page->calendar, there.days));
}

/* Queues. */

/* In the journal's time, as the state counts it. */
static int64_t moment_us(const struct rule_question *question)
{
    return question->call->wall_us -
           state_system(question->state)->wall_offset_us;
}

static int64_t today(const struct rule_question *question)
{
    return state_day(question->state, moment_us(question));
}

/* Of the contacts of today about which it is settled, as a queue's row has
   it; a tally of another day tells nothing. */
static struct value service_level(const struct rule_question *question,
                                  const struct queue_slot *queue)
{
    const struct tally_row *tally = &queue->tally;
    int64_t settled = tally->offered - tally->short_abandoned -
                      (int64_t)(tree_count(&queue->line) - queue->callbacks);
    int64_t level;

    if (tally->day != today(question) || settled <= 0)
        return unknown;

    level = 100 * tally->answered_in_time / settled;
    return number(VALUE_NUMBER, level > 100 ? 100 : level);
}

static int64_t logged_in(const struct queue_slot *queue)
{
    int64_t count = 0;

    for (int state = 0; state < agent_state_count; state++)
        if (state != AGENT_OFFLINE)
            count += queue->states[state];

    return count;
}

/* In seconds: who waits is who hears it, as on every screen. */
static int64_t longest_wait(const struct rule_question *question,
                            uint64_t queue_id)
{
    struct queue_now now;

    state_queue_now(question->state, queue_id, moment_us(question), &now);
    return now.longest_wait_us > 0 ? now.longest_wait_us / SECOND_US : 0;
}

static struct value ask_queue(const struct rule_question *question,
                              enum fact fact, const char *name)
{
    const struct event_queue_set *document =
        state_document_named(question->state, DOCUMENT_QUEUE, name);
    const struct queue_slot *queue =
        document ? queue_slot(question->state, document->id) : NULL;

    if (!queue)
        return unknown;
    if (question->call->pretend) {
        struct value pretended =
            question->call->pretend(question->call->pretence, fact, name);

        if (pretended.type != VALUE_UNKNOWN)
            return pretended;
    }

    switch (fact) {
    case FACT_QUEUE_WAITING:
        return number(VALUE_NUMBER,
                      (int64_t)state_waiting(question->state, document->id));
    case FACT_QUEUE_WAIT:
        return number(VALUE_NUMBER, longest_wait(question, document->id));
    case FACT_QUEUE_FREE:
        return number(VALUE_NUMBER, queue->verdicts[VERDICT_CHOSEN]);
    case FACT_QUEUE_STAFFED:
        return number(VALUE_NUMBER, logged_in(queue));
    default:
        return service_level(question, queue);
    }
}

/* The moment. */

static struct value ask_time(const struct local_time *here, enum fact fact)
{
    switch (fact) {
    case FACT_HOUR:
        return number(VALUE_NUMBER, here->minute / 60);
    case FACT_MINUTE:
        return number(VALUE_NUMBER, here->minute % 60);
    case FACT_TIME:
        return number(VALUE_TIME, here->minute);
    case FACT_WEEKDAY:
        return number(VALUE_WEEKDAY, here->weekday);
    case FACT_DATE:
        return number(VALUE_DATE,
                      10000 * here->year + 100 * here->month + here->day);
    case FACT_DAY:
        return number(VALUE_NUMBER, here->day);
    case FACT_MONTH:
        return number(VALUE_NUMBER, here->month);
    default:
        return number(VALUE_NUMBER, here->year);
    }
}

/* The caller's past. */

static const char *name_of(const struct state *state, enum document_kind kind,
                           uint64_t id)
{
    const struct document_head *document =
        id ? state_document(state, kind, id) : NULL;

    return document ? document->name.text : "";
}

static struct value ask_past(const struct rule_question *question,
                             enum fact fact, int64_t days)
{
    const struct rule_past *past = question->call->past;
    const struct state *state = question->state;

    if (!past)
        return unknown;

    switch (fact) {
    case FACT_CALLED_WITHIN:
        return number(VALUE_TRUTH,
                      past->calls > 0 && past->called_ago_us <= days * DAY_US);
    case FACT_LAST_AGENT:
        return text(name_of(state, DOCUMENT_AGENT, past->agent_id));
    case FACT_LAST_AGENT_FREE:
        return number(VALUE_TRUTH,
                      past->agent_id && state_verdict(state, past->agent_id) ==
                                            VERDICT_CHOSEN);
    default:
        return text(name_of(state, DOCUMENT_QUEUE, past->queue_id));
    }
}

/* Who withholds the number is nobody's. */
static struct value ask_callback(const struct rule_question *question)
{
    struct phone_number caller = { "" };
    size_t length = strlen(question->call->caller);

    if (length > 0 && length < sizeof(caller.text))
        memcpy(caller.text, question->call->caller, length);

    return number(VALUE_TRUTH,
                  caller.text[0] && callback_open(question->state, 0, &caller));
}

/* Trunks. */

static struct value ask_trunk(const struct rule_question *question,
                              const char *name)
{
    const struct event_trunk_set *trunk =
        state_document_named(question->state, DOCUMENT_TRUNK, name);

    return trunk
               ? number(VALUE_TRUTH, !state_is_lost(question->state, trunk->id))
               : unknown;
}

/* The call. */

static enum speech language_of(const struct rule_call *call)
{
    if (call->queue_id)
        return call->language;

    return call->entry ? call->entry->language : SPEAKS_EN;
}

static struct value ask_call(const struct rule_question *question,
                             enum fact fact)
{
    const struct rule_call *call = question->call;
    const struct event_trunk_set *trunk =
        state_trunk(question->state, call->trunk_id);

    switch (fact) {
    case FACT_CALLER:
        return text(call->caller);
    case FACT_CALLED:
        return text(call->called);
    case FACT_TRUNK:
        return text(trunk ? trunk->name.text : "");
    case FACT_ENTRY:
        return text(call->entry ? call->entry->name.text : "");
    case FACT_WAITED:
        return number(VALUE_NUMBER, call->waited_us / SECOND_US);
    case FACT_WAITS_IN:
        return text(name_of(question->state, DOCUMENT_QUEUE, call->queue_id));
    default:
        return text(word_spell(&word_list_speech, (int)language_of(call)));
    }
}

static struct value ask(const void *context, enum fact fact, const char *about,
                        int64_t amount)
{
    const struct rule_question *question = context;
    const struct rule_call *call = question->call;

    switch (fact) {
    case FACT_CALLER:
    case FACT_CALLED:
    case FACT_TRUNK:
    case FACT_ENTRY:
    case FACT_LANGUAGE:
    case FACT_WAITED:
    case FACT_WAITS_IN:
        return ask_call(question, fact);
    case FACT_OPEN:
    case FACT_HOLIDAY:
        return ask_calendar(question, fact, about);
    case FACT_QUEUE_WAITING:
    case FACT_QUEUE_WAIT:
    case FACT_QUEUE_FREE:
    case FACT_QUEUE_STAFFED:
    case FACT_QUEUE_LEVEL:
        return ask_queue(question, fact, about);
    case FACT_CALLED_WITHIN:
    case FACT_LAST_AGENT:
    case FACT_LAST_AGENT_FREE:
    case FACT_LAST_QUEUE:
        return ask_past(question, fact, amount);
    case FACT_CALLBACK_OPEN:
        return ask_callback(question);
    case FACT_TRUNK_UP:
        return ask_trunk(question, about);
    case FACT_PERCENT:
        return number(VALUE_TRUTH, call->draw % CONDITION_DRAWS < amount);
    case FACT_DATA:
        return call->field ? call->field(call->context, about) : unknown;
    default:
        return ask_time(&question->here, fact);
    }
}

static bool is_listed(const void *context, const char *name,
                      const char *number_text)
{
    const struct rule_question *question = context;
    const struct event_caller_list_set *document =
        state_document_named(question->state, DOCUMENT_CALLER_LIST, name);
    const struct caller_list *list =
        document ? rule_book_list(question->book, document->digest.text) : NULL;

    return list && caller_list_names(list, number_text, document->country.text);
}

void rule_question_begin(struct rule_question *question, struct rule_book *book,
                         const struct state *state,
                         const struct rule_call *call)
{
    const struct zone *zone = rule_book_zone(book, "");

    *question = (struct rule_question){ book, state, call, { .days = 0 } };
    zone_local(zone, call->wall_us, &question->here);
    for (size_t i = 0; i < book->pages.memo_count; i++)
        book->pages.memo[i].type = VALUE_ANY;
}

struct facts rule_question_facts(const struct rule_question *question)
{
    return (struct facts){ ask, is_listed, question,
                           question->book->pages.memo };
}
