/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The floor, and what is seen of it. */

#include "tests/core/floor.h"

#include <string.h>

#include "tests/test.h"

static void see(struct floor *floor, char what, char mark)
{
    size_t length = strlen(floor->seen);

    assert_true(length + 3 < sizeof(floor->seen));
    floor->seen[length] = what;
    floor->seen[length + 1] = mark;
    floor->seen[length + 2] = '\0';
}

static char letter(uint64_t agent_id)
{
    return (char)('a' + (char)agent_id - 1);
}

static void see_event(struct floor *floor, const struct event *event)
{
    switch (event->type) {
    case EVENT_OFFER_MADE:
        see(floor, letter(event->as.offer_made.agent_id), '\0');
        break;
    case EVENT_OFFER_ENDED:
        see(floor, letter(event->as.offer_ended.agent_id),
            event->as.offer_ended.elsewhere ? '-' : '!');
        break;
    case EVENT_DEMAND_CHANGED:
        see(floor, event->as.demand_changed.skipped ? '~' : '+', '\0');
        break;
    case EVENT_QUEUE_OPENED:
        see(floor, 'o', '\0');
        break;
    case EVENT_RING_WIDENED:
        see(floor, 'w', '\0');
        break;
    default:
        break;
    }
}

static void see_all(struct floor *floor)
{
    struct outbox *outbox = &floor->story.outbox;

    for (size_t i = 0; i < outbox->event_count; i++)
        see_event(floor, &outbox->events[i]);

    outbox_clear(outbox);
}

void floor_give(struct floor *floor, const struct command *command)
{
    int rc = story_give(&floor->story, command);

    if (rc != 0)
        fail_msg("%s is refused: %s", command_record(command->type)->name,
                 rc > 0 ? refusal_text((enum refusal)rc)->code : "memory");
    see_all(floor);
}

struct command floor_queue(const struct floor *floor, uint64_t queue_id)
{
    struct command command = { .type = COMMAND_SET_QUEUE };

    memcpy(&command.as, state_queue(core_state(floor->story.core), queue_id),
           sizeof(command.as.set_queue));
    return command;
}

static void set_rules(struct floor *floor, enum strategy strategy,
                      const char *demand)
{
    struct command sales = floor_queue(floor, SALES);
    struct command_set_queue *queue = &sales.as.set_queue;

    queue->strategy = strategy;
    queue->wrap_up = WRAP_UP_NONE;
    queue->cool_no_answer_ms = 0;
    queue->cool_rejected_ms = 0;
    queue->max_misses = 0;
    memcpy(queue->demand.text, demand, strlen(demand));
    floor_give(floor, &sales);
}

static void come_in(struct floor *floor, uint64_t id)
{
    const struct name name = { { 'x', letter(id) } };
    struct command device = { COMMAND_SET_DEVICE,
                              .as.set_device = { .name = name } };
    struct command agent = {
        COMMAND_SET_AGENT, .as.set_agent = { .name = name, .device_id = id }
    };

    if (id <= BOB) {
        device.as.set_device.id = agent.as.set_agent.id = id;
        device.as.set_device.version = agent.as.set_agent.version = 1;
    }

    floor_give(floor, &device);
    floor_give(floor, &agent);
    if (id > BOB)
        FLOOR_GIVE(floor, DEVICE_SEEN(id));
    if (id != ANN)
        FLOOR_GIVE(floor, ASSIGN(id, SALES, 1));
    FLOOR_GIVE(floor, LOG_IN(id));
}

void floor_begin(struct floor *floor, enum strategy strategy,
                 const char *demand)
{
    memset(floor, 0, sizeof(*floor));
    story_begin(&floor->story);
    FLOOR_GIVE(floor, UNASSIGN(BOB, HELP));
    FLOOR_GIVE(floor, SKILL("es"));
    FLOOR_GIVE(floor, SKILL("cs"));
    set_rules(floor, strategy, demand);
    for (uint64_t id = ANN; id <= FLOOR_AGENTS; id++)
        come_in(floor, id);
}

void floor_end(struct floor *floor)
{
    story_end(&floor->story);
}

void floor_wait(struct floor *floor, int64_t seconds)
{
    story_wait(&floor->story, seconds * SECOND_US);
    see_all(floor);
}

uint64_t floor_call(struct floor *floor)
{
    FLOOR_GIVE(floor, ARRIVES(++floor->calls, "+42021"));
    FLOOR_GIVE(floor, CONNECTED);
    return floor->calls;
}

uint64_t floor_call_help(struct floor *floor)
{
    uint64_t id = ++floor->calls;

    FLOOR_GIVE(floor, ARRIVES(id, "+4201"));
    FLOOR_GIVE(floor, CONNECTED);
    FLOOR_GIVE(floor, PROMPT_ENDS(false));
    FLOOR_GIVE(floor, PRESS(id, "3"));
    return id;
}

void floor_ready(struct floor *floor, uint64_t agent_id)
{
    FLOOR_GIVE(floor, AVAILABLE(agent_id));
}

void floor_answer(struct floor *floor, uint64_t agent_id)
{
    const struct desk_row *desk = desk_of(&floor->story, agent_id);
    const struct command answered = { COMMAND_LEG_ANSWERED,
                                      .as.leg_answered = { desk->leg, 0, 0 } };

    floor_give(floor, &answered);
    FLOOR_GIVE(floor, BRIDGED);
}

void floor_talk(struct floor *floor, uint64_t agent_id, int64_t seconds)
{
    floor_answer(floor, agent_id);

    uint64_t contact_id = desk_of(&floor->story, agent_id)->contact_id;

    floor_wait(floor, seconds);
    FLOOR_GIVE(floor, CALLER_HANGS_UP(contact_id));
    FLOOR_GIVE(floor, GONE(EFFECT_RELEASE));
}

void floor_reject(struct floor *floor, uint64_t agent_id)
{
    FLOOR_GIVE(floor, REJECT(agent_id));
    FLOOR_GIVE(floor, GONE(EFFECT_STOP_RINGING));
}

void floor_expect(struct floor *floor, const char *seen)
{
    assert_string_equal(floor->seen, seen);
    floor->seen[0] = '\0';
}
