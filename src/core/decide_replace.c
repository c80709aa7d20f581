/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue goes, and another one takes its place wherever it is named. */

#include <string.h>

#include "core/beside_slots.h"
#include "core/callback.h"
#include "core/condition_quote.h"
#include "core/contact_slot.h"
#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/queue_rule.h"
#include "core/queue_slot.h"
#include "core/rule.h"
#include "core/write.h"

/*
 * Walked twice: first it is counted what would be written, for a decision has
 * its limits, then it is written. Flows are texts that are stored for good:
 * they go on to name the queue that was, and the state knows the heir.
 */
struct replacing {
    struct turn *turn;
    uint64_t from, to;
    bool is_counting;
    size_t events, effects;
    struct event_queue_replaced moved; /* how many of what, while counting */
    size_t added;                      /* assignments that were not there */
    bool is_too_long; /* a condition that does not fit with the other name */
    bool is_unclear;  /* ... or whose text is the name of something else, too */
    bool calls_nobody; /* and a rule leads to being called back by it */
};

/* For what every decision may write besides, and the removal itself. */
enum { REPLACING_MAX = OUTBOX_MAX_OF_MANY - 4 };

static void set(struct replacing *replacing, enum document_kind kind,
                const void *document, int64_t *count)
{
    replacing->events++;
    *count += replacing->is_counting;
    if (!replacing->is_counting)
        write_document(replacing->turn, kind, document);
}

static void drop(struct replacing *replacing, enum document_kind kind,
                 uint64_t id)
{
    replacing->events++;
    if (!replacing->is_counting)
        write_removal(replacing->turn, kind, id);
}

static bool is_it(const struct replacing *replacing, enum destination to,
                  uint64_t id)
{
    return (to == TO_QUEUE || to == TO_CALLBACK) && id == replacing->from;
}

/* What led from the heir to it would lead to itself: it hangs up. */
static void replace_in_queue(struct replacing *replacing,
                             const struct event_queue_set *queue)
{
    struct event_queue_set changed = *queue;

    if (queue->id == replacing->from ||
        !is_it(replacing, queue->overflow_to, queue->overflow_id))
        return;
    changed.overflow_id = replacing->to;
    if (queue->id == replacing->to) {
        changed.overflow_to = TO_HANG_UP;
        changed.overflow_id = 0;
    }
    set(replacing, DOCUMENT_QUEUE, &changed, &replacing->moved.queues);
}

/* Its own ways out go with it. */
static void replace_in_way(struct replacing *replacing,
                           const struct event_queue_rule_set *way)
{
    struct event_queue_rule_set changed = *way;
    bool leads = is_it(replacing, way->target, way->target_id);

    if (way->queue_id == replacing->from ||
        (leads && way->queue_id == replacing->to)) {
        drop(replacing, DOCUMENT_QUEUE_RULE, way->id);
    } else if (leads) {
        changed.target_id = replacing->to;
        set(replacing, DOCUMENT_QUEUE_RULE, &changed, &replacing->moved.ways);
    }
}

static void replace_in_box(struct replacing *replacing,
                           const struct event_box_set *box)
{
    struct event_box_set changed = *box;
    bool leads = is_it(replacing, box->operator_to, box->operator_id);

    if (box->queue_id != replacing->from && !leads)
        return;
    if (box->queue_id == replacing->from)
        changed.queue_id = replacing->to;
    if (leads)
        changed.operator_id = replacing->to;
    set(replacing, DOCUMENT_BOX, &changed, &replacing->moved.boxes);
}

/* @return whether text begins with queue(NAME, and what is behind the name */
static bool names_queue(const char *text, const char *name,
                        const char **ret_name, const char **ret_behind)
{
    static const char word[] = "queue";
    size_t length = strlen(name);

    if (strncmp(text, word, sizeof(word) - 1) != 0)
        return false;
    text += sizeof(word) - 1;
    text += strspn(text, " ");
    if (*text++ != '(')
        return false;
    text += strspn(text, " ");
    *ret_name = text;
    *ret_behind = text + length;
    return strncmp(text, name, length) == 0 && strspn(*ret_behind, " )") > 0;
}

/* The bytes of a text in quotes, both of them included. */
static size_t quoted_length(const char *text)
{
    size_t length = 1;

    while (text[length] && text[length] != '"')
        length += text[length] == '\\' && text[length + 1] ? 2 : 1;

    return text[length] ? length + 1 : length;
}

/* A condition being copied. */
struct copy {
    struct note *to;
    size_t length;
};

static bool put(struct copy *copy, const char *text, size_t length)
{
    if (copy->length + length >= sizeof(copy->to->text))
        return false;

    memcpy(copy->to->text + copy->length, text, length);
    copy->length += length;
    return true;
}

/* Copies a condition with another queue's name, in brackets and, where they
   stand for it, in quotes; names are such that quotes need no more. */
static bool rewrite(const struct note *from, const char *name,
                    const char *by_name, bool in_quotes, struct note *ret_to)
{
    const char *text = from->text, *at, *behind;
    struct copy copy = { .to = ret_to };
    size_t name_length = strlen(name);
    bool fits = true;

    *ret_to = (struct note){ .text = "" };
    while (fits && *text) {
        size_t whole = *text == '"' ? quoted_length(text) : 1;
        bool is_name = whole == name_length + 2 &&
                       strncmp(text + 1, name, name_length) == 0;

        if (*text == '"' && is_name && in_quotes) {
            fits = put(&copy, "\"", 1) &&
                   put(&copy, by_name, strlen(by_name)) && put(&copy, "\"", 1);
        } else if (*text != '"' && names_queue(text, name, &at, &behind)) {
            fits = put(&copy, text, (size_t)(at - text)) &&
                   put(&copy, by_name, strlen(by_name));
            whole = (size_t)(behind - text);
        } else {
            fits = put(&copy, text, whole);
        }
        text += whole;
    }

    return fits;
}

/* Whether it is named in quotes, which must not stand for anything else. */
static bool is_quoted(struct replacing *replacing,
                      const struct event_rule_set *rule, const char *name)
{
    struct condition condition;

    if (condition_parse(rule->condition.text, &condition, NULL) < 0 ||
        !condition_quotes(&condition, DOCUMENT_QUEUE, name))
        return false;

    replacing->is_unclear |=
        condition_quotes_besides(&condition, DOCUMENT_QUEUE, name);
    return true;
}

/* A rule that leads to a callback of the queue needs an heir that calls. */
static bool can_be_called_back(const struct replacing *replacing,
                               const struct event_rule_set *rule)
{
    const enum destination to[] = { rule->to, rule->to2, rule->to3 };
    const uint64_t ids[] = { rule->to_id, rule->to2_id, rule->to3_id };

    if (calls_back(state_queue(replacing->turn->state, replacing->to)))
        return true;

    for (size_t i = 0; i < sizeof(to) / sizeof(to[0]); i++)
        if (to[i] == TO_CALLBACK && ids[i] == replacing->from)
            return false;

    return true;
}

static void replace_in_rule(struct replacing *replacing,
                            const struct event_rule_set *rule)
{
    const struct state *state = replacing->turn->state;
    struct event_rule_set changed = *rule;

    const char *name = state_queue(state, replacing->from)->name.text;

    if (!rewrite(&rule->condition, name,
                 state_queue(state, replacing->to)->name.text,
                 is_quoted(replacing, rule, name), &changed.condition)) {
        replacing->is_too_long = true;
        return;
    }
    if (!can_be_called_back(replacing, rule))
        replacing->calls_nobody = true;
    if (is_it(replacing, rule->to, rule->to_id))
        changed.to_id = replacing->to;
    if (is_it(replacing, rule->to2, rule->to2_id))
        changed.to2_id = replacing->to;
    if (is_it(replacing, rule->to3, rule->to3_id))
        changed.to3_id = replacing->to;
    if (!record_is_same(document_kind_info(DOCUMENT_RULE)->record, &changed,
                        rule))
        set(replacing, DOCUMENT_RULE, &changed, &replacing->moved.rules);
}

static void replace_in_documents(struct replacing *replacing,
                                 enum document_kind kind)
{
    const struct document_slot *slot =
        table_first(&replacing->turn->state->documents[kind]);

    for (; slot; slot = table_next(slot)) {
        const void *document = &slot->head;

        if (kind == DOCUMENT_QUEUE)
            replace_in_queue(replacing, document);
        else if (kind == DOCUMENT_QUEUE_RULE)
            replace_in_way(replacing, document);
        else if (kind == DOCUMENT_BOX)
            replace_in_box(replacing, document);
        else
            replace_in_rule(replacing, document);
    }
}

/* Who waits goes on waiting, with the time so far; for one agent, if so. */
static void write_moved(struct turn *turn, const struct contact_row *contact,
                        uint64_t queue_id)
{
    const struct joining joining = {
        .queue = state_queue(turn->state, queue_id),
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .wanted_agent_id = contact->wanted_agent_id,
        .wanted_for_us = contact->overflow_due_us - turn->now_us,
    };

    write_offers_ended(turn, contact, 0, false);
    write_queue_left(turn, contact, EXIT_MOVED);
    write_queued(turn, contact, &joining);
}

static void move_waiting(struct replacing *replacing)
{
    const struct tree *line =
        &queue_slot(replacing->turn->state, replacing->from)->line;

    for (const struct tree_node *node = tree_first(line); node;
         node = tree_next(node)) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);
        size_t offers = tree_count(&contact->ringing);

        /* out of one line and into another; what is played in it, and when */
        replacing->events += 4 + offers;
        replacing->effects += 2 + offers;
        replacing->moved.waiting += replacing->is_counting;
        if (!replacing->is_counting)
            write_moved(replacing->turn, &contact->row, replacing->to);
    }
}

/* Whoever serves the heir by a word of their own goes on as it is. */
static void move_duty(struct replacing *replacing,
                      const struct assignment_row *duty)
{
    struct turn *turn = replacing->turn;
    const struct assignment_slot *is =
        table_find(&turn->state->assignments, duty->agent_id, replacing->to);

    if (duty->queue_id != replacing->from || duty->by_team ||
        (is && !is->row.by_team))
        return;

    replacing->events++;
    replacing->moved.agents += replacing->is_counting;
    replacing->added += replacing->is_counting && !is;
    if (!replacing->is_counting)
        WRITE(turn, QUEUE_ASSIGNED, queue_assigned,
              { .agent_id = duty->agent_id,
                .queue_id = replacing->to,
                .priority = duty->priority,
                .delay_us = duty->delay_us,
                .until_us = duty->until_us,
                .then_priority = duty->then_priority,
                .then_delay_us = duty->then_delay_us });
}

/* Of a team, those who come to serve the heir with it: not who serves either
   queue by a word of their own, nor who serves the heir already. */
static size_t count_followers(const struct replacing *replacing,
                              uint64_t team_id)
{
    const struct state *state = replacing->turn->state;
    size_t count = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_AGENT); i++) {
        const struct event_agent_set *agent =
            state_document_at(state, DOCUMENT_AGENT, i);
        const struct assignment_slot *from =
            table_find(&state->assignments, agent->id, replacing->from);

        count += agent->team_id == team_id && (!from || from->row.by_team) &&
                 !table_find(&state->assignments, agent->id, replacing->to);
    }

    return count;
}

/* Its members follow. */
static void move_team_duty(struct replacing *replacing,
                           const struct team_duty_row *duty)
{
    struct turn *turn = replacing->turn;

    if (duty->queue_id != replacing->from ||
        table_find(&turn->state->team_duties, duty->team_id, replacing->to))
        return;

    replacing->events++;
    replacing->moved.teams += replacing->is_counting;
    replacing->added +=
        replacing->is_counting ? count_followers(replacing, duty->team_id) : 0;
    if (!replacing->is_counting)
        WRITE(turn, TEAM_ASSIGNED, team_assigned,
              { .team_id = duty->team_id,
                .queue_id = replacing->to,
                .priority = duty->priority,
                .delay_us = duty->delay_us });
}

static void move_duties(struct replacing *replacing)
{
    const struct state *state = replacing->turn->state;

    for (const struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        move_duty(replacing, &a->row);
    for (const struct team_duty_slot *d = table_first(&state->team_duties); d;
         d = table_next(d))
        move_team_duty(replacing, &d->row);
}

/* They go with the event itself. */
static int64_t count_callbacks(const struct state *state, uint64_t queue_id)
{
    int64_t count = 0;

    for (const struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c))
        count += c->row.queue_id == queue_id && !callback_is_over(&c->row);

    return count;
}

/* ... as do those that lead to it: see above. */
static int64_t count_flows(const struct turn *turn, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(turn->state, queue_id);
    size_t flows = state_document_count(turn->state, DOCUMENT_FLOW);
    int64_t count = 0;

    for (size_t i = 0; queue && i < flows; i++) {
        const struct event_flow_set *flow =
            state_document_at(turn->state, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            library_find(turn->library, flow->digest.text);

        count += program && flow_uses(turn->state, program, DOCUMENT_QUEUE,
                                      queue_id, queue->name.text);
    }

    return count;
}

static void replace_all(struct replacing *replacing)
{
    move_waiting(replacing);
    replace_in_documents(replacing, DOCUMENT_QUEUE);
    replace_in_documents(replacing, DOCUMENT_QUEUE_RULE);
    replace_in_documents(replacing, DOCUMENT_BOX);
    replace_in_documents(replacing, DOCUMENT_RULE);
    move_duties(replacing);
}

static enum refusal check_heir(const struct turn *turn,
                               const struct command_replace_queue *c)
{
    if (!state_queue(turn->state, c->by_id))
        return REFUSED_NO_REPLACEMENT;
    if (c->by_id == c->id)
        return REFUSED_REPLACED_BY_SELF;
    if (is_named_in_a_flow(turn, DOCUMENT_QUEUE, c->id))
        return REFUSED_IN_USE;
    if (has_callbacks(turn->state, c->id) &&
        !calls_back(state_queue(turn->state, c->by_id)))
        return REFUSED_HEIR_CALLS_NOBODY;

    return state_row_count(turn->state, ROW_HEIR) < STATE_MAX_HEIRS
               ? REFUSED_NOT
               : REFUSED_TOO_MANY;
}

/* Both queues' assignments are there for a moment. */
static bool is_room_for(const struct replacing *replacing)
{
    return state_assignment_count(replacing->turn->state) + replacing->added <=
           STATE_MAX_ASSIGNMENTS;
}

enum refusal decide_replace_queue(struct turn *turn,
                                  const struct command_replace_queue *c)
{
    struct replacing replacing = {
        .turn = turn,
        .from = c->id,
        .to = c->by_id,
        .is_counting = true,
        .moved = { .queue_id = c->id,
                   .by_id = c->by_id,
                   .callbacks = count_callbacks(turn->state, c->id),
                   .flows = count_flows(turn, c->id) },
    };
    enum refusal refusal =
        check_removal(turn, DOCUMENT_QUEUE, c->id, c->version);

    if (!refusal)
        refusal = check_heir(turn, c);
    if (refusal)
        return refusal;

    replace_all(&replacing);
    if (replacing.calls_nobody)
        return REFUSED_HEIR_CALLS_NOBODY;
    if (replacing.is_unclear)
        return REFUSED_IN_USE;
    if (replacing.is_too_long || replacing.events > REPLACING_MAX ||
        replacing.effects > REPLACING_MAX)
        return REFUSED_TOO_MUCH_TO_REPLACE;
    if (!is_room_for(&replacing))
        return REFUSED_TOO_MANY;

    replacing.is_counting = false;
    replace_all(&replacing);
    outbox_add_event(turn->outbox, &(const struct event){
                                       .type = EVENT_QUEUE_REPLACED,
                                       .as.queue_replaced = replacing.moved });
    write_removal(turn, DOCUMENT_QUEUE, c->id);
    return REFUSED_NOT;
}
