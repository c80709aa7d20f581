/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every offer of a long random time is the one that a plain search finds. */

#include "core/core.h"

#include <string.h>

#include "tests/core/slow_router.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum {
    AGENTS = 8,
    QUEUES = 4,
    TEAMS = 2,
    STEPS = 100000,
    MIN_OFFERS = 2000,
};

struct room {
    struct story story;
    struct core *before; /* follows by folding: the state before each event */
    uint64_t random;
    uint64_t calls;
    bool is_quiet;
    size_t offers;
    size_t wanted_offers;
    size_t shared; /* offers of a contact that rings elsewhere, too */
    size_t steps;  /* of demands */
    size_t openings;
    size_t by_team; /* offers to who serves with a team */
    size_t booked;  /* callbacks */
    size_t dialled; /* ... and tries of them */
    size_t ahead;   /* ... before an agent was there */
    size_t reached;
    size_t kept;     /* times one waited while who transferred it was free */
    size_t admitted; /* transferred ones that nobody else could take */
    size_t choices;  /* offers where several agents or contacts were there */
};

static uint32_t draw(struct room *room, uint32_t below)
{
    room->random ^= room->random << 13;
    room->random ^= room->random >> 7;
    room->random ^= room->random << 17;
    return (uint32_t)(room->random >> 32) % below;
}

/* Checks. */

/* Free agents, for whom a reason is given. */
static size_t count_free_told(const struct candidates *why)
{
    static const enum verdict verdicts[] = {
        VERDICT_LESS_IDLE, VERDICT_LATER_RING,   VERDICT_NOT_WANTED,
        VERDICT_UNSKILLED, VERDICT_OUTER_RING,   VERDICT_MORE_CONTACTS,
        VERDICT_MORE_TALK, VERDICT_LESS_SKILLED, VERDICT_LATER_TURN,
        VERDICT_NOT_DRAWN,
    };
    size_t count = 0;

    for (size_t i = 0; i < ARRAY_LEN(verdicts); i++)
        count += why->counts[verdicts[i]];

    return count;
}

/* Who transferred it, if free, is told of as well. */
static bool is_shunned(const struct state *state,
                       const struct event_offer_made *offer)
{
    const struct contact_row *contact = state_contact(state, offer->contact_id);
    const struct desk_row *desk = state_desk(state, contact->transferrer_id);
    const struct assignment_row *a =
        desk ? slow_assignment(state, desk->agent_id, offer->queue_id) : NULL;

    return a && !contact->wanted_agent_id && slow_is_free(state, desk) &&
           a->delay_us <= state_tally(state, offer->queue_id)->open_us;
}

static void check_why(const struct state *state,
                      const struct event_offer_made *offer)
{
    const struct candidates *why = &offer->candidates;
    const struct assignment_row *chosen =
        slow_assignment(state, offer->agent_id, offer->queue_id);
    bool is_seen = chosen && chosen->delay_us <=
                                 state_tally(state, offer->queue_id)->open_us;

    assert_int_equal(why->rows[0].agent_id, offer->agent_id);
    assert_int_equal(why->rows[0].verdict, VERDICT_CHOSEN);
    assert_int_equal(why->rows[0].for_us, offer->idle_us);
    assert_int_equal(why->counts[VERDICT_CHOSEN], 1);
    assert_int_equal(count_free_told(why) + is_shunned(state, offer) + is_seen,
                     slow_count_free(state, offer->queue_id));

    for (uint32_t i = 1; i < why->row_count; i++) {
        const struct candidate *row = &why->rows[i];
        const struct assignment_row *is =
            slow_assignment(state, row->agent_id, offer->queue_id);

        assert_non_null(is);
        assert_true(row->verdict != VERDICT_CHOSEN);
        if (row->verdict == VERDICT_LATER_RING && chosen)
            assert_true(is->priority > chosen->priority);
        if (row->verdict == VERDICT_LESS_IDLE && chosen &&
            is->priority == chosen->priority)
            assert_true(row->for_us <= offer->idle_us);
        if (row->verdict == VERDICT_UNSKILLED)
            assert_true(row->skill_id && row->level <= row->needed);
    }
}

static void check_offer(struct room *room, const struct event_offer_made *offer)
{
    const struct state *state = core_state(room->before);
    uint64_t agent_id = 0, contact_id = 0;

    assert_true(slow_search(state, &agent_id, &contact_id));
    assert_int_equal(offer->agent_id, agent_id);
    assert_int_equal(offer->contact_id, contact_id);
    check_why(state, offer);

    room->offers++;
    room->shared += state_contact(state, contact_id)->offers > 0;
    room->wanted_offers +=
        state_contact(state, contact_id)->wanted_agent_id != 0;
    room->choices += slow_count_free(state, offer->queue_id) > 1;

    const struct assignment_row *a =
        slow_assignment(state, agent_id, offer->queue_id);

    room->by_team += a && a->by_team;
}

/* By who is free, or by nobody: then no agent listens to it ring. */
static void check_dialled(const struct state *state,
                          const struct event_callback_dialled *dialled,
                          const struct callback_row *callback)
{
    const struct desk_row *desk = state_desk(state, dialled->agent_id);
    const struct event_queue_set *queue =
        state_queue(state, callback->queue_id);

    if (dialled->agent_id)
        assert_int_equal(desk->contact_id, callback->contact_id);
    else
        assert_true(queue && queue->callback_ahead &&
                    slow_count_in_flight(state, queue->id) <=
                        slow_count_at_work(state, queue->id));
}

/* One number is asked for once; and is dialled in its turn, by who is free. */
static void check_callback(struct room *room, const struct event *event)
{
    const struct state *state = core_state(room->before);

    if (event->type == EVENT_CALLBACK_ASKED) {
        assert_false(
            slow_is_booked_twice(state, event->as.callback_asked.callback_id));
        room->booked++;
    } else if (event->type == EVENT_CALLBACK_DIALLED) {
        const struct callback_row *callback =
            state_callback(state, event->as.callback_dialled.callback_id);

        assert_int_equal(callback->state, CALLBACK_CALLING);
        check_dialled(state, &event->as.callback_dialled, callback);
        room->dialled++;
        room->ahead += event->as.callback_dialled.agent_id == 0;
    } else if (event->type == EVENT_CALLBACK_ENDED) {
        room->reached += event->as.callback_ended.state == CALLBACK_REACHED;
    }
}

static void check_queued(const struct state *state,
                         const struct event_contact_queued *queued)
{
    int64_t added_us = state_contact(state, queued->contact_id)->added_us;
    int64_t ahead = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *other = state_row_at(state, ROW_CONTACT, i);

        if (other->in_line && other->queue_id == queued->queue_id)
            ahead += other->priority < queued->priority ||
                     (other->priority == queued->priority &&
                      other->queued_us - other->added_us <=
                          queued->since_us - added_us);
    }

    assert_int_equal(queued->ahead, ahead);
}

static void check_queues(const struct state *state, int64_t now_us)
{
    for (uint64_t queue_id = 1; queue_id <= QUEUES; queue_id++) {
        struct queue_now now, plain = { 0 };

        for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
            const struct contact_row *contact =
                state_row_at(state, ROW_CONTACT, i);

            if (!contact->in_line || contact->queue_id != queue_id)
                continue;
            plain.on_offer += contact->agent_id != 0;
            if (contact->callback_id) {
                plain.callbacks++;
                continue;
            }
            plain.waiting++;
            if (plain.longest_wait_us < now_us - contact->queued_us)
                plain.longest_wait_us = now_us - contact->queued_us;
        }
        for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
            const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

            if (slow_assignment(state, desk->agent_id, queue_id))
                plain.agents[desk->state]++;
        }

        state_queue_now(state, queue_id, now_us, &now);
        assert_int_equal(now.waiting, plain.waiting);
        assert_int_equal(now.callbacks, plain.callbacks);
        assert_int_equal(now.on_offer, plain.on_offer);
        assert_int_equal(now.longest_wait_us, plain.longest_wait_us);
        assert_memory_equal(now.agents, plain.agents, sizeof(now.agents));
    }
}

static size_t count_kept(const struct state *state)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);
        const struct desk_row *desk =
            state_desk(state, contact->transferrer_id);

        count += desk && slow_is_free(state, desk) &&
                 slow_assignment(state, desk->agent_id, contact->queue_id);
    }

    return count;
}

/* A turn: its events one by one, then nothing is left to be offered. */
static void check_turn(struct room *room)
{
    struct outbox *outbox = &room->story.outbox;
    uint64_t agent_id, contact_id;

    for (size_t i = 0; i < outbox->event_count; i++) {
        const struct event *event = &outbox->events[i];

        if (event->type == EVENT_OFFER_MADE)
            check_offer(room, &event->as.offer_made);
        room->steps += event->type == EVENT_DEMAND_CHANGED;
        room->openings += event->type == EVENT_QUEUE_OPENED;
        room->admitted += event->type == EVENT_TRANSFERRER_ADMITTED;
        if (event->type == EVENT_CONTACT_QUEUED)
            check_queued(core_state(room->before), &event->as.contact_queued);
        assert_int_equal(core_recover(room->before, event), 0);
        check_callback(room, event);
    }

    assert_false(slow_search(core_state(room->before), &agent_id, &contact_id));
    check_queues(core_state(room->before), room->story.now_us);
    room->kept += count_kept(core_state(room->before));
}

/* What happens. */

static void give(struct room *room, const struct command *command);

static void answer(struct room *room, const struct effect *effect)
{
    uint64_t serial = effect->serial;
    static const enum offer_result results[] = { OFFER_REJECTED, OFFER_BUSY,
                                                 OFFER_FAILED };
    struct command command;

    switch (effect->type) {
    case EFFECT_ANSWER:
        command = (struct command){ COMMAND_CALLER_CONNECTED,
                                    .as.caller_connected = { serial } };
        break;
    case EFFECT_RING:
        if (draw(room, 4) == 0)
            return;
        command = (struct command){ COMMAND_LEG_ANSWERED,
                                    .as.leg_answered = { serial, 0, 0 } };
        if (draw(room, 4) == 0)
            command = (struct command){ COMMAND_LEG_FAILED,
                                        .as.leg_failed = {
                                            serial, results[draw(room, 3)] } };
        break;
    case EFFECT_DIAL:
        if (draw(room, 4) == 0)
            return;
        command =
            (struct command){ COMMAND_LEG_ANSWERED,
                              .as.leg_answered = { serial, ++room->calls, 0 } };
        if (draw(room, 2) == 0)
            command =
                (struct command){ COMMAND_LEG_FAILED,
                                  .as.leg_failed = { serial, OFFER_BUSY } };
        break;
    case EFFECT_BRIDGE:
        command = (struct command){ COMMAND_BRIDGED,
                                    .as.bridged = { .serial = serial } };
        break;
    case EFFECT_RELEASE:
    case EFFECT_STOP_RINGING:
    case EFFECT_HANG_UP:
        command =
            (struct command){ COMMAND_LEG_GONE, .as.leg_gone = { serial } };
        break;
    default:
        return;
    }

    give(room, &command);
}

static void give(struct room *room, const struct command *command)
{
    struct effect effects[32];
    size_t count;

    assert_true(story_give(&room->story, command) >= 0);
    check_turn(room);

    count = room->story.outbox.effect_count;
    assert_true(count <= ARRAY_LEN(effects));
    for (size_t i = 0; i < count; i++)
        effects[i] = room->story.outbox.effects[i];
    outbox_clear(&room->story.outbox);
    for (size_t i = 0; i < count; i++)
        answer(room, &effects[i]);
}

static uint64_t draw_contact(struct room *room)
{
    const struct state *state = core_state(room->story.core);
    size_t count = state_row_count(state, ROW_CONTACT);
    const struct contact_row *contact =
        count ? state_row_at(state, ROW_CONTACT, draw(room, (uint32_t)count))
              : NULL;

    return contact ? contact->contact_id : 0;
}

/* What is routed by changes. */

static const char *const demands[] = {
    "",
    "",
    "0s es>=60; 5s es>=30; 15s -es",
    "3s cs>=20",
    "0s es>=90; 9s -es cs>=50",
};

static void set_rules(struct room *room)
{
    struct command queue = { .type = COMMAND_SET_QUEUE };
    const char *demand = demands[draw(room, ARRAY_LEN(demands))];
    uint64_t id = 1 + draw(room, QUEUES);

    memcpy(&queue.as, state_queue(core_state(room->story.core), id),
           sizeof(queue.as.set_queue));
    queue.as.set_queue.strategy =
        draw(room, 3) ? (enum strategy)draw(room, strategy_count)
                      : STRATEGY_RING_ALL;
    queue.as.set_queue.weight = 1 + draw(room, 30);
    queue.as.set_queue.ring_more_ms = 1000 + draw(room, 4) * 1000;
    memset(&queue.as.set_queue.demand, 0, sizeof(queue.as.set_queue.demand));
    memcpy(queue.as.set_queue.demand.text, demand, strlen(demand));
    give(room, &queue);
}

/* An agent goes to another team, or to none. */
static void change_team(struct room *room)
{
    struct command agent = { .type = COMMAND_SET_AGENT };

    memcpy(&agent.as,
           state_agent(core_state(room->story.core), 1 + draw(room, AGENTS)),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.team_id = draw(room, TEAMS + 1);
    give(room, &agent);
}

static uint64_t draw_callback(struct room *room)
{
    const struct state *state = core_state(room->story.core);
    size_t count = state_row_count(state, ROW_CALLBACK);
    const struct callback_row *callback =
        count ? state_row_at(state, ROW_CALLBACK, draw(room, (uint32_t)count))
              : NULL;

    return callback ? callback->callback_id : 0;
}

static void change_duties(struct room *room)
{
    uint64_t team = 1 + draw(room, TEAMS);
    uint64_t agent = 1 + draw(room, AGENTS);
    uint64_t queue = 1 + draw(room, QUEUES);
    int64_t priority = 1 + (int64_t)draw(room, 3);
    int64_t delay_ms = (int64_t)draw(room, 3) * 4000;
    const struct command commands[] = {
        ASSIGN_TEAM(team, queue, priority, delay_ms),
        ASSIGN_TEAM(team, queue, priority, FIELD_AS_IT_IS),
        UNASSIGN_TEAM(team, queue),
        ASSIGN_LATE(agent, queue, priority, FIELD_AS_IT_IS),
        ASSIGN_LATE(agent, queue, FIELD_AS_IT_IS, delay_ms),
        UNASSIGN(agent, queue),
    };

    if (draw(room, 4) == 0)
        change_team(room);
    else
        give(room, &commands[draw(room, ARRAY_LEN(commands))]);
}

/* Six numbers, in any queue, now or soon, by anybody or by one agent. */
static void book(struct room *room)
{
    static const char *const numbers[] = { "+420551", "+420552", "+420553",
                                           "+420554", "+420555", "+420556" };
    const struct state *state = core_state(room->story.core);
    int64_t soon_us = state_wall_us(state, room->story.now_us) +
                      (1 + (int64_t)draw(room, 30)) * SECOND_US;
    int64_t due_us = draw(room, 2) ? soon_us : 0;
    uint64_t agent = draw(room, 4) ? 0 : 1 + draw(room, AGENTS);
    uint64_t callback = draw_callback(room);
    struct command ask = { COMMAND_ASK_CALLBACK,
                           .as.ask_callback = {
                               .queue_id = 1 + draw(room, QUEUES),
                               .due_us = due_us,
                               .agent_id = agent,
                               .priority = (int64_t)draw(room, 4) } };
    const struct command others[] = {
        { COMMAND_CHANGE_CALLBACK,
          .as.change_callback = { .callback_id = callback,
                                  .due_us = due_us,
                                  .agent_id = agent } },
        { COMMAND_CANCEL_CALLBACK, .as.cancel_callback = { callback } },
    };
    uint32_t other = draw(room, 6);

    memcpy(ask.as.ask_callback.number.text,
           numbers[draw(room, ARRAY_LEN(numbers))], sizeof("+420551"));
    give(room, other < ARRAY_LEN(others) ? &others[other] : &ask);
}

static void change_rules(struct room *room)
{
    uint64_t agent = 1 + draw(room, AGENTS);
    uint64_t queue = 1 + draw(room, QUEUES);
    uint64_t contact = draw_contact(room);
    int64_t level = (int64_t)draw(room, 101);
    const struct command commands[] = {
        LEVEL(agent, 1, level),
        LEVEL(agent, 2, level),
        NO_LEVEL_OF(agent, 1 + draw(room, 2)),
        PRIORITY(contact, 1 + (int64_t)draw(room, 3),
                 (int64_t)draw(room, 20) * 1000),
        PRIORITY(contact, 1, (int64_t)draw(room, 20) * 1000),
        DEMAND(contact, "0s cs>=70; 8s cs>=10"),
        DEMAND(contact, "0s es>=10 cs>=10; 4s -cs; 9s -es"),
        DEMAND(contact, ""),
        ASSIGN_LATE(agent, queue, 1 + (int64_t)draw(room, 3),
                    (int64_t)draw(room, 3) * 4000),
        LOG_OUT(agent),
        LOG_IN(agent),
        LOG_IN(agent),
    };

    if (draw(room, 12) == 0)
        set_rules(room);
    else
        give(room, &commands[draw(room, ARRAY_LEN(commands))]);
}

static void do_something(struct room *room)
{
    uint64_t agent = 1 + draw(room, AGENTS);
    uint64_t queue = 1 + draw(room, QUEUES);
    uint64_t contact = draw_contact(room);
    const struct command commands[] = {
        ARRIVES(++room->calls, "+42021"),
        ARRIVES(room->calls, "+42021"),
        ARRIVES(room->calls, "+42021"),
        MOVE(contact, queue, 1 + (int64_t)draw(room, 3)),
        MOVE(contact, queue, 1 + (int64_t)draw(room, 3)),
        CALLER_HANGS_UP(contact),
        CALLER_HANGS_UP(contact),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AVAILABLE(1 + draw(room, AGENTS)),
        AVAILABLE(1 + draw(room, AGENTS)),
        PAUSE(agent, LUNCH),
        DISPOSE(agent, SOLD, ""),
        DISPOSE(agent, SOLD, ""),
        DISPOSE(agent, SOLD, ""),
        HANG_UP(agent),
        HANG_UP(agent),
        TRANSFER(agent, TO_AGENT, 1 + draw(room, AGENTS), ""),
        TRANSFER(agent, TO_QUEUE, queue, ""),
        ASSIGN(agent, queue, 1 + (int64_t)draw(room, 3)),
        UNASSIGN(agent, queue),
        DEVICE_LOST(agent),
        DEVICE_SEEN(agent),
        DEVICE_SEEN(agent),
    };

    /* at quiet times few call, and many agents are free */
    size_t first = room->is_quiet && draw(room, 8) ? 3 : 0;

    give(
        room,
        &commands[first + draw(room, (uint32_t)(ARRAY_LEN(commands) - first))]);
}

/* Three tries, soon after each other, every other queue ahead; those made of it do so, too. */
static void call_back(struct room *room, uint64_t queue_id)
{
    struct command queue = { .type = COMMAND_SET_QUEUE };

    memcpy(&queue.as, state_queue(core_state(room->story.core), queue_id),
           sizeof(queue.as.set_queue));
    queue.as.set_queue.callback_numbers = (struct label){ "+420" };
    queue.as.set_queue.callback_tries = 3;
    queue.as.set_queue.callback_retry_ms = 60000;
    queue.as.set_queue.callback_expiry_ms = 300000;
    queue.as.set_queue.callback_ahead = queue_id % 2 == 0;
    give(room, &queue);
}

/* Four queues and eight agents, whose phones ring; two skills and teams. */
static void set_up(struct room *room)
{
    const struct command es = SKILL("es"), cs = SKILL("cs");
    const struct command north = TEAM("north"), south = TEAM("south");

    give(room, &es);
    give(room, &cs);
    give(room, &north);
    give(room, &south);
    call_back(room, SALES);
    call_back(room, HELP);
    for (uint64_t id = HELP + 1; id <= QUEUES; id++) {
        struct command queue = { .type = COMMAND_SET_QUEUE };

        memcpy(&queue.as, state_queue(core_state(room->story.core), SALES),
               sizeof(queue.as.set_queue));
        queue.as.set_queue.id = 0;
        queue.as.set_queue.version = 0;
        queue.as.set_queue.name = (struct name){ { 'q', (char)('0' + id) } };
        queue.as.set_queue.extension = (struct phone_number){ "" };
        give(room, &queue);
    }

    for (uint64_t id = 1; id <= AGENTS; id++) {
        const struct name name = { { 'x', (char)('0' + id) } };
        struct command device = { COMMAND_SET_DEVICE,
                                  .as.set_device = { .name = name } };
        struct command agent = {
            COMMAND_SET_AGENT, .as.set_agent = { .name = name, .device_id = id }
        };
        const struct command seen = DEVICE_SEEN(id);
        const struct command log_in = LOG_IN(id);

        if (id <= BOB) {
            device.as.set_device.id = agent.as.set_agent.id = id;
            device.as.set_device.version = agent.as.set_agent.version = 1;
        }
        give(room, &device);
        give(room, &agent);
        give(room, &seen);
        give(room, &log_in);
        for (uint64_t queue = 1; queue <= QUEUES; queue++) {
            const struct command assign =
                ASSIGN(id, queue, 1 + (int64_t)draw(room, 3));

            if (draw(room, 2) == 0)
                give(room, &assign);
        }
    }
}

/* Midnight comes while they work, at 10:00 UTC. */
static void live_in_the_far_east(struct room *room)
{
    static const struct zone kiritimati = {
        .change_count = 1,
        .changes = { { 0, INT64_C(14) * 3600 * SECOND_US } },
    };
    const struct command clock = SET_CLOCK(WALL_US);

    assert_int_equal(core_set_zone(room->story.core, &kiritimati), 0);
    give(room, &clock);
}

static void agrees_with_a_plain_search(void **state)
{
    (void)state;
    static struct room room;

    room = (struct room){ .random = UINT64_C(0x9E3779B97F4A7C15) };
    assert_int_equal(core_new(&room.before), 0);
    assert_int_equal(story_try_begin(&room.story), 0);
    check_turn(&room);
    outbox_clear(&room.story.outbox);
    live_in_the_far_east(&room);
    set_up(&room);

    for (int i = 0; i < STEPS; i++) {
        /* small steps, so that many things happen at one moment */
        room.story.now_us += (int64_t)draw(&room, 3) * 500000;
        story_wait(&room.story, 0);
        check_turn(&room);

        const char *complaint =
            slow_complaint(core_state(room.before), room.story.now_us);

        if (complaint)
            fail_msg("%s", complaint);

        struct effect effects[64];
        size_t count = room.story.outbox.effect_count;

        assert_true(count <= ARRAY_LEN(effects));
        for (size_t j = 0; j < count; j++)
            effects[j] = room.story.outbox.effects[j];
        outbox_clear(&room.story.outbox);
        for (size_t j = 0; j < count; j++)
            answer(&room, &effects[j]);

        room.is_quiet = i / 500 % 2 == 1;
        if (draw(&room, 5) == 0)
            change_rules(&room);
        else if (draw(&room, 12) == 0)
            change_duties(&room);
        else if (!room.is_quiet && draw(&room, 40) == 0)
            book(&room);
        else
            do_something(&room);
    }

    assert_true(state_system(core_state(room.before))->day >
                WALL_US / INT64_C(86400000000));
    print_message("# %zu offers: %zu with a choice, %zu beside others, %zu for "
                  "one agent; %zu steps, %zu openings\n",
                  room.offers, room.choices, room.shared, room.wanted_offers,
                  room.steps, room.openings);
    assert_true(room.offers > MIN_OFFERS);
    assert_true(room.choices > MIN_OFFERS / 10);
    assert_true(room.wanted_offers > 10);
    assert_true(room.shared > MIN_OFFERS / 40);
    assert_true(room.steps > MIN_OFFERS / 10);
    assert_true(room.openings > MIN_OFFERS / 20);
    print_message(
        "# %zu to members of teams; %zu callbacks, dialled %zu (%zu ahead) "
        "times, %zu reached\n",
        room.by_team, room.booked, room.dialled, room.ahead, room.reached);
    assert_true(room.by_team > MIN_OFFERS / 20);
    print_message("# kept from who transferred it %zu times; %zu came back\n",
                  room.kept, room.admitted);
    assert_true(room.kept > 20);
    assert_true(room.admitted > 20);
    assert_true(room.booked > MIN_OFFERS / 20);
    assert_true(room.dialled > room.reached);
    assert_true(room.ahead > 20);
    assert_true(room.reached > 20);
    story_end(&room.story);
    core_free(room.before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, agrees_with_a_plain_search);
    return test_list_run(&list);
}
