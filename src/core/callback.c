/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against calling somebody back, now or for good. */

#include "core/callback.h"

#include <string.h>

#include "core/beside_slots.h"
#include "core/callback_window.h"
#include "core/dialling.h"
#include "core/house_slots.h"
#include "core/rule_hours.h"
#include "core/way_out.h"

/* So long until it is asked again what will change by itself. */
static const int64_t ASK_AGAIN_US = INT64_C(300000000);

/* ... and what an opening changes, which wakes those whose time is counted. */
static const int64_t OPENING_US = DAY_US;

bool callback_is_over(const struct callback_row *callback)
{
    return callback->state >= CALLBACK_REACHED;
}

/* What follows the sign of a number with its country; NULL: it has none. */
static const char *behind_sign(const char *number)
{
    if (number[0] == '+')
        return number + 1;

    return strncmp(number, "00", 2) == 0 ? number + 2 : NULL;
}

/* +44... and 0044... are one. */
static bool is_same_number(const char *a, const char *b)
{
    const char *m = behind_sign(a), *n = behind_sign(b);

    return strcmp(a, b) == 0 || (m && n && strcmp(m, n) == 0);
}

const struct callback_row *callback_open(const struct state *state,
                                         uint64_t queue_id,
                                         const struct phone_number *number)
{
    for (const struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        if (!callback_is_over(&c->row) &&
            (queue_id == 0 || c->row.queue_id == queue_id) &&
            is_same_number(c->row.number.text, number->text))
            return &c->row;

    return NULL;
}

bool has_callbacks(const struct state *state, uint64_t queue_id)
{
    for (const struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        if (!callback_is_over(&c->row) && c->row.queue_id == queue_id)
            return true;

    return false;
}

static uint64_t callbacks_use(const struct event_queue_set *queue,
                              enum document_kind kind)
{
    if (kind == DOCUMENT_CALENDAR)
        return queue->callback_calendar_id;

    return kind == DOCUMENT_FLOW ? queue->callback_flow_id
                                 : queue->callback_never_id;
}

bool is_of_callbacks(const struct state *state, enum document_kind kind,
                     uint64_t id)
{
    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_QUEUE]);
         slot; slot = table_next(slot)) {
        const struct event_queue_set *queue = (const void *)&slot->head;

        if (callbacks_use(queue, kind) == id ||
            (kind == DOCUMENT_CALENDAR && queue->calendar_id == id))
            return true;
    }

    return false;
}

static bool is_never_called(const struct turn *turn, uint64_t list_id,
                            const char *number)
{
    const struct event_caller_list_set *document =
        state_caller_list(turn->state, list_id);
    const struct caller_list *list =
        document ? rule_book_list(turn->book, document->digest.text) : NULL;

    return list && caller_list_may_have(list, number, document->country.text);
}

static enum refusal find_way_back(struct turn *turn,
                                  const struct event_queue_set *queue,
                                  const struct phone_number *number,
                                  struct way_out *ret_way)
{
    if (!is_permitted_number(number->text))
        return REFUSED_BAD_NUMBER;
    if (is_emergency(turn, number->text))
        return REFUSED_TO_EMERGENCY;
    if (dialling_is_premium(number->text))
        return REFUSED_NUMBER_BARRED;
    if (!dialling_allows(queue->callback_numbers.text, number->text))
        return REFUSED_NOT_CALLED_BACK;
    if (is_never_called(turn, queue->callback_never_id, number->text))
        return REFUSED_NEVER_CALLED;

    return find_way_of_house(turn, number, ret_way);
}

bool calls_back(const struct event_queue_set *queue)
{
    return queue && queue->callback_numbers.text[0] != '\0';
}

enum refusal check_callback_number(struct turn *turn,
                                   const struct event_queue_set *queue,
                                   const struct phone_number *number)
{
    struct way_out way;
    enum refusal refusal = find_way_back(turn, queue, number, &way);

    if (!way_out_will_pass(refusal))
        return refusal;

    turn->suspicion.is_one = false;
    return REFUSED_NOT;
}

/* The night switch, then the hours, both the queue's; and then those there. */
static bool is_out_of_hours(const struct turn *turn,
                            const struct event_queue_set *queue,
                            const struct callback_row *callback,
                            struct callback_bar *bar)
{
    const struct tally_row *tally = state_tally(turn->state, queue->id);
    int64_t wall_us = state_wall_us(turn->state, turn->now_us);
    int64_t again_us = callback->left_us ? OPENING_US : ASK_AGAIN_US;

    bar->waits = true;
    if (tally->closed_us) {
        bar->reason = CALLBACK_CLOSED;
        bar->due_us = tally->closed_until_us > wall_us ? tally->closed_until_us
                                                       : wall_us + again_us;
        return true;
    }

    bar->reason = CALLBACK_HOURS;
    bar->due_us =
        rule_hours_open_us(turn->book, callback_hours(turn, queue), wall_us);
    if (bar->due_us > wall_us || callback->any_hour)
        return bar->due_us > wall_us;

    bar->reason = CALLBACK_WINDOW;
    bar->due_us =
        callback_window_opens_us(turn->book, queue->callback_window.text,
                                 callback->number.text, wall_us);
    return bar->due_us > wall_us;
}

struct callback_bar callback_bar(struct turn *turn,
                                 const struct callback_row *callback,
                                 struct way_out *ret_way)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, callback->queue_id);
    struct callback_bar bar = { .refusal = REFUSED_NO_QUEUE };

    if (!queue)
        return bar;

    bar.refusal = find_way_back(turn, queue, &callback->number, ret_way);
    if (bar.refusal && !way_out_will_pass(bar.refusal))
        return bar;
    if (is_out_of_hours(turn, queue, callback, &bar)) {
        bar.refusal = REFUSED_NOT;
        return bar;
    }

    bar.waits = bar.refusal != REFUSED_NOT;
    bar.refusal = REFUSED_NOT;
    bar.reason = CALLBACK_NO_WAY;
    bar.due_us = state_wall_us(turn->state, turn->now_us) + ASK_AGAIN_US;
    return bar;
}
