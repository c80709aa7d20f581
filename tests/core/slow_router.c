/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every question is a search through all rows. */

#include "tests/core/slow_router.h"

#include <string.h>

#include "core/demand.h"
#include "tests/test.h"

/* Agents. */

bool slow_is_free(const struct state *state, const struct desk_row *desk)
{
    const struct event_agent_set *agent = state_agent(state, desk->agent_id);
    const struct phone_row *phone = state_phone(state, agent->device_id);

    return desk->state == AGENT_AVAILABLE && desk->seen && phone &&
           phone->reachable && !desk->cool_down_due_us && !desk->ending_leg;
}

const struct assignment_row *slow_assignment(const struct state *state,
                                             uint64_t agent_id,
                                             uint64_t queue_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_ASSIGNMENT); i++) {
        const struct assignment_row *a = state_row_at(state, ROW_ASSIGNMENT, i);

        if (a->agent_id == agent_id && a->queue_id == queue_id)
            return a;
    }

    return NULL;
}

static bool sees(const struct state *state, const struct assignment_row *a)
{
    return a && a->delay_us <= state_tally(state, a->queue_id)->open_us;
}

size_t slow_count_free(const struct state *state, uint64_t queue_id)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        count += slow_is_free(state, desk) &&
                 sees(state, slow_assignment(state, desk->agent_id, queue_id));
    }

    return count;
}

static int64_t level_of(const struct state *state, uint64_t agent_id,
                        uint64_t skill_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_LEVEL); i++) {
        const struct level_row *row = state_row_at(state, ROW_LEVEL, i);

        if (row->agent_id == agent_id && row->skill_id == skill_id)
            return row->level;
    }

    return -1;
}

/* Demands. */

static uint64_t find_skill(void *state, const char *name, size_t length)
{
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_SKILL); i++) {
        const struct event_skill_set *skill =
            state_document_at(state, DOCUMENT_SKILL, i);

        if (strlen(skill->name.text) == length &&
            memcmp(skill->name.text, name, length) == 0)
            return skill->id;
    }

    return 0;
}

static struct demand demand_for(const struct state *state,
                                const struct contact_row *contact)
{
    const char *own = state_demand(state, contact->contact_id)->text;
    const char *text =
        own[0] ? own : state_queue(state, contact->queue_id)->demand.text;
    struct demand demand;

    assert_int_equal(
        demand_parse(text, find_skill, (void *)state, &demand, NULL), 0);
    return demand;
}

static bool meets(const struct state *state, uint64_t agent_id,
                  const struct demand *demand, size_t begun)
{
    const struct demand_step *step = demand_at(demand, begun);

    for (size_t i = 0; step && i < step->want_count; i++)
        if (level_of(state, agent_id, step->wants[i].skill_id) <
            (int64_t)step->wants[i].level)
            return false;

    return true;
}

static size_t begun_of(const struct contact_row *contact,
                       const struct demand *demand)
{
    return (size_t)contact->demand_step < demand->step_count
               ? (size_t)contact->demand_step
               : demand->step_count;
}

static bool may_take(const struct state *state, const struct desk_row *desk,
                     const struct contact_row *contact)
{
    const struct demand demand = demand_for(state, contact);

    return slow_is_free(state, desk) &&
           contact->transferrer_id != desk->agent_id &&
           sees(state,
                slow_assignment(state, desk->agent_id, contact->queue_id)) &&
           meets(state, desk->agent_id, &demand, begun_of(contact, &demand));
}

/* Contacts. */

/* Whoever is dialled before an agent is there calls for none. */
static bool is_to_be_dialled(const struct state *state,
                             const struct contact_row *contact)
{
    return contact->in_line && contact->callback_id && !contact->call &&
           !contact->wanted_agent_id && contact->offers == 0 &&
           state_queue(state, contact->queue_id)->callback_ahead;
}

static bool is_ready(const struct state *state,
                     const struct contact_row *contact)
{
    enum strategy strategy;

    if (!contact->in_line || contact->hears_notice)
        return false;
    if (contact->offers == 0)
        return true;
    if (contact->wanted_agent_id || contact->offers >= STATE_MAX_OFFERS)
        return false;

    strategy = state_queue(state, contact->queue_id)->strategy;
    return strategy == STRATEGY_RING_ALL ||
           (strategy == STRATEGY_RING_PROGRESSIVELY &&
            contact->more_due_us == 0);
}

static bool goes_before(const struct contact_row *a,
                        const struct contact_row *b)
{
    int64_t x = a->queued_us - a->added_us;
    int64_t y = b->queued_us - b->added_us;

    if (a->priority != b->priority)
        return a->priority < b->priority;

    return x != y ? x < y : a->queue_serial < b->queue_serial;
}

static const struct contact_row *first_wanting(const struct state *state,
                                               uint64_t agent_id)
{
    const struct contact_row *first = NULL;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (is_ready(state, contact) && contact->wanted_agent_id == agent_id &&
            (!first || goes_before(contact, first)))
            first = contact;
    }

    return first;
}

/* ... that this agent could take. */
static const struct contact_row *first_in(const struct state *state,
                                          uint64_t queue_id,
                                          const struct desk_row *desk)
{
    const struct contact_row *first = NULL;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (is_ready(state, contact) && !contact->wanted_agent_id &&
            contact->queue_id == queue_id &&
            (!first || goes_before(contact, first)) &&
            may_take(state, desk, contact))
            first = contact;
    }

    return first;
}

/* Strategies. */

static int64_t key_of(const struct state *state, const struct desk_row *desk,
                      const struct contact_row *contact)
{
    const struct demand demand = demand_for(state, contact);
    int64_t sum = 0;

    switch (state_queue(state, contact->queue_id)->strategy) {
    case STRATEGY_FEWEST_CONTACTS:
        return desk->handled;
    case STRATEGY_LEAST_TALK:
        return desk->talk_us + desk->hold_us;
    case STRATEGY_ROUND_ROBIN:
        return slow_assignment(state, desk->agent_id, contact->queue_id)
            ->offered_serial;
    case STRATEGY_ORDERED:
        return (int64_t)desk->agent_id;
    case STRATEGY_BEST_SKILL:
        for (uint64_t skill = 1; skill <= 10; skill++)
            if (demand_names(&demand, skill) &&
                level_of(state, desk->agent_id, skill) > 0)
                sum -= level_of(state, desk->agent_id, skill);
        return sum;
    default:
        return 0;
    }
}

static size_t ring_of(const struct state *state, const struct desk_row *desk,
                      const struct contact_row *contact)
{
    const struct demand demand = demand_for(state, contact);
    size_t ring = 1;

    while (ring < begun_of(contact, &demand) &&
           !meets(state, desk->agent_id, &demand, ring))
        ring++;

    return ring;
}

static bool is_preferred(const struct state *state,
                         const struct contact_row *contact,
                         const struct desk_row *a, const struct desk_row *b)
{
    const int64_t of_a[] = {
        (int64_t)ring_of(state, a, contact),
        slow_assignment(state, a->agent_id, contact->queue_id)->priority,
        key_of(state, a, contact),
        a->idle_since_us,
        a->idle_serial,
    };
    const int64_t of_b[] = {
        (int64_t)ring_of(state, b, contact),
        slow_assignment(state, b->agent_id, contact->queue_id)->priority,
        key_of(state, b, contact),
        b->idle_since_us,
        b->idle_serial,
    };

    for (size_t i = 0; i < ARRAY_LEN(of_a); i++)
        if (of_a[i] != of_b[i])
            return of_a[i] < of_b[i];

    return a->agent_id < b->agent_id;
}

/* The best one behind another; NULL: behind nobody. */
static const struct desk_row *best_behind(const struct state *state,
                                          const struct contact_row *contact,
                                          const struct desk_row *last)
{
    const struct desk_row *best = NULL;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (!may_take(state, desk, contact) ||
            (last && !is_preferred(state, contact, last, desk)))
            continue;
        if (!best || is_preferred(state, contact, desk, best))
            best = desk;
    }

    return best;
}

/* As splitmix64 has it, of the number of the event to come. */
static uint64_t lot(const struct state *state)
{
    uint64_t z = (state_system(state)->seq + 1) * UINT64_C(0x9E3779B97F4A7C15);

    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (z ^ (z >> 31)) >> 1;
}

static const struct desk_row *drawn(const struct state *state,
                                    const struct contact_row *contact)
{
    const struct desk_row *list[64];
    uint64_t tickets[64], all = 0;
    size_t count = 0;

    for (const struct desk_row *d = best_behind(state, contact, NULL); d;
         d = best_behind(state, contact, d)) {
        if (ring_of(state, d, contact) !=
            ring_of(state, count ? list[0] : d, contact))
            break;
        assert_true(count < ARRAY_LEN(list));
        list[count] = d;
        tickets[count] = 101 - (uint64_t)slow_assignment(state, d->agent_id,
                                                         contact->queue_id)
                                   ->priority;
        all += tickets[count++];
    }
    if (count == 0)
        return NULL;

    uint64_t ticket = lot(state) % all;
    size_t i = 0;

    while (ticket >= tickets[i])
        ticket -= tickets[i++];

    return list[i];
}

static const struct desk_row *best_agent(const struct state *state,
                                         const struct contact_row *contact)
{
    if (state_queue(state, contact->queue_id)->strategy ==
        STRATEGY_WEIGHTED_RANDOM)
        return drawn(state, contact);

    return best_behind(state, contact, NULL);
}

/* Matches. */

static int64_t age_of(const struct state *state,
                      const struct contact_row *contact)
{
    return (state_system(state)->at_us - contact->queued_us +
            contact->added_us) *
           state_queue(state, contact->queue_id)->weight;
}

static const struct contact_row *best_contact(const struct state *state,
                                              const struct desk_row *desk)
{
    const struct contact_row *best = NULL;
    int64_t best_priority = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_QUEUE); i++) {
        const struct event_queue_set *queue =
            state_document_at(state, DOCUMENT_QUEUE, i);
        const struct assignment_row *a =
            slow_assignment(state, desk->agent_id, queue->id);
        const struct contact_row *first =
            a ? first_in(state, queue->id, desk) : NULL;

        if (!first)
            continue;
        if (!best || a->priority < best_priority ||
            (a->priority == best_priority &&
             (age_of(state, first) > age_of(state, best) ||
              (age_of(state, first) == age_of(state, best) &&
               first->queue_serial < best->queue_serial)))) {
            best = first;
            best_priority = a->priority;
        }
    }

    return best;
}

/* The first contact of the first queue for which anybody is there. */
static const struct contact_row *first_to_serve(const struct state *state)
{
    const struct contact_row *best = NULL;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (!is_ready(state, contact) || contact->wanted_agent_id ||
            is_to_be_dialled(state, contact) ||
            !best_behind(state, contact, NULL))
            continue;
        if (!best || contact->queue_id < best->queue_id ||
            (contact->queue_id == best->queue_id && goes_before(contact, best)))
            best = contact;
    }

    return best;
}

bool slow_search(const struct state *state, uint64_t *ret_agent_id,
                 uint64_t *ret_contact_id)
{
    const struct contact_row *contact;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        contact = slow_is_free(state, desk)
                      ? first_wanting(state, desk->agent_id)
                      : NULL;
        if (contact) {
            *ret_agent_id = desk->agent_id;
            *ret_contact_id = contact->contact_id;
            return true;
        }
    }

    contact = first_to_serve(state);
    if (!contact)
        return false;

    const struct desk_row *agent = best_agent(state, contact);

    *ret_agent_id = agent->agent_id;
    *ret_contact_id = best_contact(state, agent)->contact_id;
    return true;
}

/* What must be so. */

static const char *complain_of_queue(const struct state *state,
                                     const struct event_queue_set *queue,
                                     int64_t now_us)
{
    int64_t open_us = state_tally(state, queue->id)->open_us;
    int64_t oldest_us = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (contact->in_line && contact->queue_id == queue->id &&
            now_us - contact->queued_us > oldest_us)
            oldest_us = now_us - contact->queued_us;
    }
    if (open_us > oldest_us)
        return "a queue is open for longer than anybody has waited";

    for (size_t i = 0; i < state_row_count(state, ROW_ASSIGNMENT); i++) {
        const struct assignment_row *a = state_row_at(state, ROW_ASSIGNMENT, i);

        if (a->queue_id == queue->id && oldest_us > 0 &&
            a->delay_us <= oldest_us && a->delay_us > open_us)
            return "a queue is not open though its oldest has waited for long";
    }

    return NULL;
}

static size_t count_ringing(const struct state *state, uint64_t contact_id)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        count += desk->state == AGENT_OFFERED && desk->contact_id == contact_id;
    }

    return count;
}

static bool is_at_work(const struct desk_row *desk)
{
    return desk->state != AGENT_PAUSED && desk->state != AGENT_UNAVAILABLE;
}

/* Of the agents of a contact's queue who are logged in: all, or those who are
   at work and could take it some time instead of who transferred it. */
static size_t count_there(const struct state *state,
                          const struct contact_row *contact, bool is_able)
{
    const struct demand demand = demand_for(state, contact);
    size_t begun = begun_of(contact, &demand);
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (desk->state == AGENT_OFFLINE ||
            !slow_assignment(state, desk->agent_id, contact->queue_id))
            continue;
        count += !is_able || (desk->agent_id != contact->transferrer_id &&
                              is_at_work(desk) &&
                              meets(state, desk->agent_id, &demand, begun));
    }

    return count;
}

static const char *complain_of_transferrer(const struct state *state,
                                           const struct contact_row *contact)
{
    if (!contact->in_line)
        return contact->transferrer_id
                   ? "who transferred it is kept from what waits nowhere"
                   : NULL;

    return contact->transferrer_id && is_ready(state, contact) &&
                   !contact->wanted_agent_id &&
                   count_there(state, contact, true) == 0 &&
                   count_there(state, contact, false) > 0
               ? "a contact is kept from the only one who could take it"
               : NULL;
}

static const char *complain_of_contact(const struct state *state,
                                       const struct contact_row *contact,
                                       int64_t now_us)
{
    if ((size_t)contact->offers != count_ringing(state, contact->contact_id))
        return "a contact rings at others than it counts";
    if (complain_of_transferrer(state, contact))
        return complain_of_transferrer(state, contact);
    if (!contact->in_line)
        return NULL;

    const struct demand demand = demand_for(state, contact);
    size_t begun = begun_of(contact, &demand);

    if (begun < demand_begun(&demand, now_us - contact->queued_us))
        return "a step of a demand has not begun in time";
    if ((begun < demand.step_count) != (contact->demand_due_us != 0))
        return "a step to come has no deadline";

    return NULL;
}

/* Teams: whoever is not assigned otherwise serves with them, and just so. */

static const struct team_duty_row *duty_of(const struct state *state,
                                           uint64_t team_id, uint64_t queue_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_TEAM_DUTY); i++) {
        const struct team_duty_row *duty =
            state_row_at(state, ROW_TEAM_DUTY, i);

        if (duty->team_id == team_id && duty->queue_id == queue_id)
            return duty;
    }

    return NULL;
}

static const char *complain_of_duty(const struct state *state,
                                    const struct team_duty_row *duty)
{
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_AGENT); i++) {
        const struct event_agent_set *agent =
            state_document_at(state, DOCUMENT_AGENT, i);

        if (agent->team_id == duty->team_id &&
            !slow_assignment(state, agent->id, duty->queue_id))
            return "a member does not serve what the team does";
    }

    return NULL;
}

static const char *complain_of_assignment(const struct state *state,
                                          const struct assignment_row *a)
{
    const struct team_duty_row *duty =
        duty_of(state, state_agent(state, a->agent_id)->team_id, a->queue_id);

    if (!a->by_team)
        return NULL;
    if (!duty)
        return "an agent serves with a team that does not";

    return a->priority == duty->priority && a->delay_us == duty->delay_us
               ? NULL
               : "a member serves otherwise than the team";
}

/* Callbacks. */

static bool is_over(const struct callback_row *callback)
{
    return callback->state >= CALLBACK_REACHED;
}

static bool is_another_open(const struct state *state,
                            const struct callback_row *callback)
{
    for (size_t i = 0; i < state_row_count(state, ROW_CALLBACK); i++) {
        const struct callback_row *other = state_row_at(state, ROW_CALLBACK, i);

        if (other->callback_id != callback->callback_id && !is_over(other) &&
            other->queue_id == callback->queue_id &&
            strcmp(other->number.text, callback->number.text) == 0)
            return true;
    }

    return false;
}

/* Who rings, or has answered and is on offer to nobody. */
size_t slow_count_in_flight(const struct state *state, uint64_t queue_id)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        count +=
            contact->callback_id && contact->dialled_ahead &&
            contact->queue_id == queue_id && !contact->offers &&
            (contact->place == PLACE_DIALLING || contact->place == PLACE_QUEUE);
    }

    return count;
}

/* Of a queue: who is free, or may come free by and by. */
size_t slow_count_at_work(const struct state *state, uint64_t queue_id)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        count +=
            slow_assignment(state, desk->agent_id, queue_id) &&
            (desk->state == AGENT_AVAILABLE || desk->state == AGENT_TALKING ||
             desk->state == AGENT_HOLD || desk->state == AGENT_ACW);
    }

    return count;
}

static size_t count_all_in_flight(const struct state *state)
{
    size_t count = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_QUEUE); i++)
        count += slow_count_in_flight(
            state, ((const struct event_queue_set *)state_document_at(
                        state, DOCUMENT_QUEUE, i))
                       ->id);

    return count;
}

/* An agent idles only for who is dialled already. */
static const char *complain_of_idling(const struct state *state,
                                      const struct contact_row *contact)
{
    return is_to_be_dialled(state, contact) &&
                   best_behind(state, contact, NULL) &&
                   count_all_in_flight(state) == 0
               ? "somebody is not dialled though an agent is there"
               : NULL;
}

static const char *complain_of_callback(const struct state *state,
                                        const struct callback_row *callback,
                                        int64_t now_us)
{
    const struct contact_row *contact =
        state_contact(state, callback->contact_id);
    int64_t wall_us = state_wall_us(state, now_us);
    bool stands = callback->state == CALLBACK_IN_LINE ||
                  callback->state == CALLBACK_CALLING;

    if (is_over(callback))
        return callback->is_live && contact && contact->in_line
                   ? "somebody waits for a callback that is over"
                   : NULL;
    if (stands != (contact && contact->callback_id == callback->callback_id))
        return "a callback has another place than its contact";
    if (stands && contact->in_line != (callback->state == CALLBACK_IN_LINE ||
                                       callback->is_picked_up))
        return "a callback is in line otherwise than its contact";
    if (callback->state == CALLBACK_WAITS && callback->due_us <= wall_us)
        return "the time of a callback came, and nothing was done";
    if (!stands && callback->expires_us <= wall_us)
        return "a callback is kept for longer than it may";

    return NULL;
}

static const char *complain_of_callbacks(const struct state *state,
                                         int64_t now_us)
{
    const char *complaint = NULL;

    for (size_t i = 0; !complaint && i < state_row_count(state, ROW_CALLBACK);
         i++)
        complaint = complain_of_callback(
            state, state_row_at(state, ROW_CALLBACK, i), now_us);

    return complaint;
}

bool slow_is_booked_twice(const struct state *state, uint64_t callback_id)
{
    return is_another_open(state, state_callback(state, callback_id));
}

static const char *complain_of_teams(const struct state *state)
{
    const char *complaint = NULL;

    for (size_t i = 0; !complaint && i < state_row_count(state, ROW_TEAM_DUTY);
         i++)
        complaint =
            complain_of_duty(state, state_row_at(state, ROW_TEAM_DUTY, i));
    for (size_t i = 0; !complaint && i < state_row_count(state, ROW_ASSIGNMENT);
         i++)
        complaint = complain_of_assignment(
            state, state_row_at(state, ROW_ASSIGNMENT, i));

    return complaint;
}

/* Those who are chosen by what they have done today have done it today. */
static const char *complain_of_day(const struct state *state, int64_t now_us)
{
    const struct system_row *system = state_system(state);
    int64_t wall_us = now_us + system->wall_offset_us;

    if (!system->day_until_us)
        return NULL;
    if (wall_us < system->day_from_us || wall_us >= system->day_until_us)
        return "it is another day, and nobody has noticed";

    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (desk->day != system->day &&
            desk->handled + desk->talk_us + desk->hold_us > 0)
            return "an agent's figures are of another day";
    }

    return NULL;
}

const char *slow_complaint(const struct state *state, int64_t now_us)
{
    const char *complaint = complain_of_teams(state);

    if (!complaint)
        complaint = complain_of_day(state, now_us);
    if (!complaint)
        complaint = complain_of_callbacks(state, now_us);

    for (size_t i = 0;
         !complaint && i < state_document_count(state, DOCUMENT_QUEUE); i++)
        complaint = complain_of_queue(
            state, state_document_at(state, DOCUMENT_QUEUE, i), now_us);
    for (size_t i = 0; !complaint && i < state_row_count(state, ROW_CONTACT);
         i++)
        complaint = complain_of_contact(
            state, state_row_at(state, ROW_CONTACT, i), now_us);
    for (size_t i = 0; !complaint && i < state_row_count(state, ROW_CONTACT);
         i++)
        complaint =
            complain_of_idling(state, state_row_at(state, ROW_CONTACT, i));

    return complaint;
}
