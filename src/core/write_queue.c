/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how contacts join queues, leave them, and overflow. */

#include "core/callback_ahead.h"
#include "core/hearing.h"
#include "core/kept_place.h"
#include "core/queue_rule.h"
#include "core/ring.h"
#include "core/voicemail.h"
#include "core/wait_step.h"
#include "core/write.h"

void write_queue_left(struct turn *turn, const struct contact_row *contact,
                      enum queue_exit exit)
{
    write_queue_left_by(turn, contact, &(struct leaving){ .exit = exit });
}

void write_queue_left_by(struct turn *turn, const struct contact_row *contact,
                         const struct leaving *leaving)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    const struct hearing_row *hearing =
        state_hearing(turn->state, contact->contact_id);
    int64_t wait_us = turn->now_us - contact->joined_us;
    enum queue_exit exit = leaving->exit;

    WRITE(turn, QUEUE_LEFT, queue_left,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .exit = exit,
            .wait_us = wait_us,
            .in_time = exit == EXIT_ANSWERED &&
                       wait_us <= queue->service_level_ms * 1000,
            .short_abandon = exit == EXIT_ABANDONED &&
                             wait_us < queue->short_abandon_ms * 1000,
            .rule_id = leaving->rule_id,
            .step_us = leaving->step_us,
            .told = hearing && hearing->told,
            .told_us = hearing ? hearing->first_us : 0,
            .told_ago_us = hearing && hearing->told
                               ? turn->now_us - hearing->first_at_us
                               : 0,
            .kept_until_us = kept_until_us(turn, contact, queue, exit) });
}

bool is_full(const struct turn *turn, const struct event_queue_set *queue)
{
    return state_is_full(turn->state, queue, false);
}

int64_t overflow_due_us(const struct turn *turn,
                        const struct event_queue_set *queue, int64_t done_us)
{
    int64_t step_us = wait_step_now_us(turn->state, queue->id, done_us);

    if (!step_us)
        return 0;

    return turn->now_us + (step_us > done_us ? step_us - done_us : step_us);
}

void write_queued(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining)
{
    const struct event_queue_set *queue = joining->queue;
    int64_t waited_us = turn->now_us - joining->since_us;
    const char *own =
        joining->demand ? joining->demand
                        : state_demand(turn->state, contact->contact_id)->text;
    struct demand demand;

    demand_of(turn->state, queue_slot(turn->state, queue->id), own, &demand);

    size_t begun = demand_begun(&demand, waited_us);
    int64_t next_us = demand_next_us(&demand, begun);
    const struct question question = {
        .queue_id = queue->id,
        .agent_id = joining->wanted_agent_id,
        .is_wanted = joining->wanted_agent_id != 0,
        .demand = own,
        .begun = begun,
        .waited_us = waited_us,
        .now_us = turn->now_us,
        .transferrer_id = joining->transferrer_id,
    };
    struct event event = {
        .type = EVENT_CONTACT_QUEUED,
        .as.contact_queued = {
            .contact_id = contact->contact_id,
            .queue_id = queue->id,
            .priority = joining->priority,
            .since_us = joining->since_us,
            .overflow_due_us = joining->wanted_agent_id
                                   ? turn->now_us + joining->wanted_for_us
                               : contact->callback_id
                                   ? ahead_until_us(turn, contact, queue)
                                   : overflow_due_us(turn, queue, joining->step_us),
            .ahead = (int64_t)state_ahead(turn->state, queue->id,
                                          joining->priority,
                                          joining->since_us -
                                              contact->added_us),
            .wanted_agent_id = joining->wanted_agent_id,
            .demand_step = (int64_t)begun,
            .demand_due_us = next_us < 0 ? 0 : joining->since_us + next_us,
            .sticky = joining->is_sticky,
            .box_else = joining->box_else,
            .resumed_id = joining->resumed_id,
            .step_us = joining->step_us,
            .sender = joining->sender,
            .cause = joining->cause,
            .sent_queue_id = joining->sent_queue_id,
            .sent_rule_id = joining->sent_rule_id,
            .ivr_us = ivr_so_far_us(turn, contact),
            .transferrer_id = joining->transferrer_id,
        },
    };

    state_explain(turn->state, &question, &event.as.contact_queued.candidates);
    outbox_add_event(turn->outbox, &event);
    if (contact->callback_id && !contact->call)
        return; /* nobody hears it */

    ASK(turn,
        { .type = is_internal(contact) ? EFFECT_RING_BACK : EFFECT_PLAY_MUSIC,
          .contact_id = contact->contact_id,
          .call = contact->call,
          .language = contact->language,
          .prompt = queue->music });
    write_hearing_planned(turn, contact, queue);
}

bool is_closed(const struct turn *turn, uint64_t queue_id)
{
    return state_tally(turn->state, queue_id)->closed_us != 0;
}

/* Who is about to leave its line, and joins anew, takes no more room there. */
static bool is_in_line_of(const struct contact_row *contact,
                          const struct event_queue_set *queue)
{
    return contact->in_line && contact->queue_id == queue->id;
}

/* From queue to queue, but not for ever. */
enum { MAX_HOPS = 2 };

/* Why a queue does not take a contact, and where that one goes. */
struct diversion {
    const struct event_queue_rule_set *rule; /* or NULL */
    enum rule_cause cause;
    struct target otherwise; /* without a rule */
};

static void write_not_taken_by(struct turn *turn,
                               const struct contact_row *contact,
                               uint64_t queue_id,
                               const struct diversion *diversion)
{
    const struct target *to = &diversion->otherwise;
    uint64_t rule_id = diversion->rule ? diversion->rule->id : 0;

    if (diversion->cause == RULE_FULL)
        WRITE(turn, QUEUE_REFUSED, queue_refused,
              { .contact_id = contact->contact_id,
                .queue_id = queue_id,
                .to = to->to,
                .to_id = to->id,
                .rule_id = rule_id });
    else
        WRITE(turn, QUEUE_DIVERTED, queue_diverted,
              { .contact_id = contact->contact_id,
                .queue_id = queue_id,
                .rule_id = rule_id,
                .cause = diversion->cause,
                .to = to->to,
                .to_id = to->id });
}

/* A box that is full leads to its queue by itself, and one that is closed to the
   box: who was told once that nothing can be left is not told so for ever. */
static bool leads_in_circles(const struct turn *turn,
                             const struct joining *joining,
                             const struct target *target)
{
    const struct event_box_set *box =
        target->to == TO_VOICEMAIL ? state_box(turn->state, target->id) : NULL;

    return joining->hops >= MAX_HOPS ||
           (joining->told_full && box && is_full_box(turn, box));
}

static void write_diverted(struct turn *turn, const struct contact_row *contact,
                           const struct joining *joining,
                           const struct diversion *diversion)
{
    const struct event_queue_rule_set *rule = diversion->rule;
    struct sending sending = {
        .target = rule ? target_of(rule) : diversion->otherwise,
        .priority = joining->priority,
        .since_us = joining->since_us,
        .cause = diversion->cause == RULE_FULL     ? END_QUEUE_FULL
                 : diversion->cause == RULE_CLOSED ? END_QUEUE_CLOSED
                                                   : END_TURNED_AWAY,
        .joins_else = diversion->cause == RULE_ESTIMATE,
        .nobody_works = is_cause_of_closed(diversion->cause),
        .hops = joining->hops + 1,
        .told_full = joining->told_full,
        .sender = SENDER_QUEUE,
        .queue_id = joining->queue->id,
        .queue_rule_id = rule ? rule->id : 0,
        .agent_wait_ms = rule ? rule->agent_wait_ms : 0,
    };

    if (leads_in_circles(turn, joining, &sending.target))
        sending.target = (struct target){ .to = TO_HANG_UP };
    if (diversion->cause == RULE_ESTIMATE)
        write_rule_began(turn, rule);
    write_not_taken_by(
        turn, contact, joining->queue->id,
        &(struct diversion){ rule, diversion->cause, sending.target });
    write_sent(turn, contact, &sending);
}

/* Whether the queue does not take it. */
static bool is_diverted(const struct turn *turn,
                        const struct contact_row *contact,
                        const struct joining *joining, struct diversion *ret)
{
    const struct event_queue_set *queue = joining->queue;
    const struct tally_row *tally = state_tally(turn->state, queue->id);
    uint64_t prompt_id = tally->closed_prompt_id;

    ret->rule =
        rule_for_joining(turn, queue->id, joining->priority, joining->since_us);
    if (ret->rule && ret->rule->cause == RULE_ESTIMATE &&
        rule_dials_in_vain(turn, contact, ret->rule))
        ret->rule = NULL;
    if (ret->rule) {
        ret->cause = ret->rule->cause;
        return true;
    }
    if (tally->closed_us) {
        ret->cause = RULE_CLOSED;
        ret->otherwise =
            (struct target){ .to = prompt_id ? TO_ANNOUNCEMENT : TO_HANG_UP,
                             .id = prompt_id };
        return true;
    }

    ret->rule = rule_by_cause(turn->state, queue->id, RULE_FULL, 0);
    ret->cause = RULE_FULL;
    ret->otherwise =
        (struct target){ .to = queue->overflow_to, .id = queue->overflow_id };
    return state_is_full(turn->state, queue, is_in_line_of(contact, queue));
}

/* Who comes back in time has the place of before. */
static struct joining placed(const struct turn *turn,
                             const struct contact_row *contact,
                             const struct joining *joining)
{
    struct joining place = *joining;
    const struct kept_place_row *kept =
        kept_place_of(turn, contact, joining->queue);

    if (kept && kept->since_us < place.since_us) {
        place.since_us = kept->since_us;
        place.resumed_id = kept->contact_id;
    }
    return place;
}

bool is_queue_shut(const struct turn *turn, const struct contact_row *contact,
                   const struct joining *joining, enum rule_cause *ret_cause)
{
    const struct joining place = placed(turn, contact, joining);
    struct diversion diversion = { 0 };

    if (!is_diverted(turn, contact, &place, &diversion))
        return false;

    *ret_cause = diversion.cause;
    return diversion.cause == RULE_FULL || diversion.cause == RULE_CLOSED;
}

void write_shut(struct turn *turn, const struct contact_row *contact,
                uint64_t queue_id, enum rule_cause cause)
{
    write_not_taken_by(
        turn, contact, queue_id,
        &(struct diversion){
            .cause = cause,
            .otherwise = { .to = TO_FLOW, .id = contact->flow_id } });
}

void write_joined(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining)
{
    struct joining place = placed(turn, contact, joining);
    struct diversion diversion = { 0 };

    if (is_diverted(turn, contact, &place, &diversion)) {
        write_diverted(turn, contact, &place, &diversion);
        return;
    }

    write_rules_ended(turn, place.queue->id);
    make_sticky(turn, contact, &place);
    write_queued(turn, contact, &place);
}

/* The next queue counts the wait so far: nobody is sent back to the end. */
void write_overflow(struct turn *turn, const struct contact_row *contact,
                    const struct event_queue_set *queue, enum end_cause cause)
{
    const struct sending sending = {
        .target = { .to = queue->overflow_to, .id = queue->overflow_id },
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .cause = cause,
        .nobody_works = cause == END_QUEUE_CLOSED,
    };

    write_sent(turn, contact, &sending);
}
