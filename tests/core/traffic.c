/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The world around the core: it answers whatever it is asked, at once. */

#include "tests/core/traffic.h"

#include <math.h>
#include <string.h>

#include "tests/test.h"

double traffic_uniform(struct traffic *traffic)
{
    traffic->random ^= traffic->random << 13;
    traffic->random ^= traffic->random >> 7;
    traffic->random ^= traffic->random << 17;
    return ((double)(traffic->random >> 11) + 0.5) / 9007199254740992.0;
}

double traffic_exponential(struct traffic *traffic, double mean)
{
    return -mean * log(traffic_uniform(traffic));
}

int64_t traffic_us(double seconds)
{
    return (int64_t)llround(seconds * 1e6);
}

static void must(struct traffic *traffic, const struct command *command)
{
    int rc = core_apply(traffic->story.core, command, traffic->story.now_us,
                        &traffic->story.outbox, NULL);

    if (rc != 0)
        fail_msg("%s is refused with %d", command_record(command->type)->name,
                 rc);
}

/* What an effect asks for. @return whether it asks for anything */
static bool answer(const struct effect *effect, struct command *ret_command)
{
    uint64_t serial = effect->serial;

    switch (effect->type) {
    case EFFECT_ANSWER:
        *ret_command = (struct command){ COMMAND_CALLER_CONNECTED,
                                         .as.caller_connected = { serial } };
        return true;
    case EFFECT_RING:
        *ret_command = (struct command){ COMMAND_LEG_ANSWERED,
                                         .as.leg_answered = { serial, 0, 0 } };
        return true;
    case EFFECT_BRIDGE:
        *ret_command = (struct command){ COMMAND_BRIDGED,
                                         .as.bridged = { .serial = serial } };
        return true;
    case EFFECT_RELEASE:
        *ret_command =
            (struct command){ COMMAND_LEG_GONE, .as.leg_gone = { serial } };
        return true;
    default:
        return false;
    }
}

static void begin_talk(struct traffic *traffic,
                       const struct event_offer_made *offer)
{
    traffic->contact_of[offer->agent_id] = offer->contact_id;
    traffic->busy_until_us[offer->agent_id] =
        traffic->story.now_us + traffic_us(traffic->talk_s(traffic, offer));
}

/* Answers lead to more effects. */
static void answer_all(struct traffic *traffic)
{
    struct outbox *outbox = &traffic->story.outbox;

    while (outbox->event_count > 0) {
        struct command answers[8];
        size_t count = 0;

        for (size_t i = 0; i < outbox->event_count; i++)
            if (outbox->events[i].type == EVENT_OFFER_MADE)
                begin_talk(traffic, &outbox->events[i].as.offer_made);

        for (size_t i = 0; i < outbox->effect_count; i++) {
            assert_true(count < ARRAY_LEN(answers));
            count += answer(&outbox->effects[i], &answers[count]);
        }

        outbox_clear(outbox);
        for (size_t i = 0; i < count; i++)
            must(traffic, &answers[i]);
    }
}

void traffic_do(struct traffic *traffic, const struct command *command)
{
    must(traffic, command);
    answer_all(traffic);
}

/* The queue of the house, without any work after a talk. */
static void set_queue(struct traffic *traffic)
{
    struct command queue = { .type = COMMAND_SET_QUEUE };

    memcpy(&queue.as, state_queue(core_state(traffic->story.core), SALES),
           sizeof(queue.as.set_queue));
    queue.as.set_queue.wrap_up = WRAP_UP_NONE;
    queue.as.set_queue.max_waiting = 10000;
    must(traffic, &queue);
}

static void add_agent(struct traffic *traffic, uint64_t agent)
{
    struct command device = { COMMAND_SET_DEVICE,
                              .as.set_device = { .mode = PHONE_RINGS } };
    struct command document = { COMMAND_SET_AGENT,
                                .as.set_agent = { .device_id = agent } };
    const struct command seen = DEVICE_SEEN(agent);
    const struct command log_in = LOG_IN(agent);
    const struct command available = AVAILABLE(agent);
    const struct command assign = ASSIGN(agent, SALES, 1);

    device.as.set_device.name.text[0] = 'a';
    device.as.set_device.name.text[1] = (char)('a' + (char)agent);
    document.as.set_agent.name = device.as.set_device.name;
    if (agent <= BOB) {
        device.as.set_device.id = document.as.set_agent.id = agent;
        device.as.set_device.version = document.as.set_agent.version = 1;
    }

    must(traffic, &device);
    must(traffic, &document);
    if (agent > BOB)
        must(traffic, &seen);
    if (agent != ANN)
        must(traffic, &assign);
    must(traffic, &log_in);
    must(traffic, &available);
}

void traffic_begin(struct traffic *traffic, unsigned agents, uint64_t seed)
{
    assert_in_range(agents, 1, TRAFFIC_MAX_AGENTS);
    memset(traffic, 0, sizeof(*traffic));
    traffic->random = seed * UINT64_C(0x9E3779B97F4A7C15);
    story_begin(&traffic->story);
    set_queue(traffic);
    for (uint64_t agent = 1; agent <= agents; agent++)
        add_agent(traffic, agent);
    outbox_clear(&traffic->story.outbox);
    traffic->next_arrival_us = traffic->story.now_us + 1;
}

void traffic_end(struct traffic *traffic)
{
    story_end(&traffic->story);
}

uint64_t traffic_caller_comes(struct traffic *traffic)
{
    static const struct command call = ARRIVES(1, "+42021");
    struct command arrives = call;

    arrives.as.contact_arrives.call = ++traffic->calls;
    traffic_do(traffic, &arrives);
    return traffic->calls;
}

uint64_t traffic_next_to_hang_up(const struct traffic *traffic)
{
    const int64_t *until_us = traffic->busy_until_us;
    uint64_t next = 0;

    for (uint64_t agent = 1; agent <= TRAFFIC_MAX_AGENTS; agent++)
        if (until_us[agent] && (!next || until_us[agent] < until_us[next]))
            next = agent;

    return next;
}

void traffic_hang_up(struct traffic *traffic, uint64_t agent_id)
{
    const struct command end = CALLER_HANGS_UP(traffic->contact_of[agent_id]);

    traffic->story.now_us = traffic->busy_until_us[agent_id];
    traffic->busy_until_us[agent_id] = 0;
    traffic_do(traffic, &end);
}
