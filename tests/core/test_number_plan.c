/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What phones of ours may dial, and what they are told. */

#include "core/number_plan.h"

#include <string.h>

#include "core/core_spoil.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* Phone 1 dials 9 before an outside number. */
static void lead(struct story *story, enum situation situation)
{
    static const struct command prefix = {
        COMMAND_SET_DEVICE, .as.set_device = { .id = 1,
                                               .version = 1,
                                               .name = { "p1" },
                                               .mode = PHONE_RINGS,
                                               .line_prefix = { "9" } }
    };

    story_begin_in(story, situation);
    story_lead(story, &prefix, 1);
}

static const struct plan_row {
    const char *says;
    uint64_t device_id;
    const char *number;
    enum plan_kind kind;
    uint64_t id;
    const char *outside;
} plan_rows[] = {
    { "an agent's extension is the agent", 1, "302", PLAN_AGENT, BOB, "" },
    { "a queue's is the queue", 2, "300", PLAN_QUEUE, SALES, "" },
    { "a code is a feature", 1, "*41", PLAN_FEATURE, 0, "" },
    { "a pause may have a key behind it", 1, "*431", PLAN_FEATURE, 0, "" },
    { "but not two", 1, "*4311", PLAN_NOTHING, 0, "" },
    { "nor has another code one", 1, "*411", PLAN_NOTHING, 0, "" },
    { "behind the line's prefix is an outside number", 1, "9+420555",
      PLAN_OUTSIDE, 0, "+420555" },
    { "an outside number without it is nobody's", 1, "+420555", PLAN_NOTHING, 0,
      "" },
    { "a phone without a prefix dials it as it is", 2, "+420555", PLAN_OUTSIDE,
      0, "+420555" },
};

static void plans(void **state)
{
    const struct plan_row *row = *state;
    struct story story;
    struct planned planned;

    lead(&story, NOBODY_THERE);
    planned = plan_number(core_state(story.core), row->device_id, row->number);
    assert_int_equal(planned.kind, row->kind);
    if (row->kind == PLAN_AGENT || row->kind == PLAN_QUEUE)
        assert_int_equal(planned.id, row->id);
    assert_string_equal(planned.number.text, row->outside);
    story_end(&story);
}

static const struct told_row {
    const char *says;
    enum situation in;
    const char *number;
    int code;
    const char *reason;
} told_rows[] = {
    { "a number that nobody has", ANN_FREE, "309", 404, "no_extension" },
    { "a colleague who is offline", ANN_FREE, "302", 480, "agent_not_there" },
    { "a colleague who has a contact", BOB_RINGS_ANN_FREE, "302", 486,
      "colleague_busy" },
    { "oneself", ANN_FREE, "301", 403, "to_oneself" },
    { "a colleague, while one talks", TALKING_BOB_FREE, "302", 486,
      "agent_busy" },
    { "nobody to be called back", ANN_FREE, "*69", 404, "nobody_called" },
    { "a box that the agent has not", ANN_FREE, "*97", 404, "no_own_box" },
    { "nothing that rings", ANN_FREE, "*8", 480, "nothing_rings" },
    { "a log-in while logged in", ANN_FREE, "*41", 403, "already_logged_in" },
    { "a pause for no reason of that key", ANN_FREE, "*439", 403,
      "no_pause_reason" },
    { "an end of no after-call work", ANN_FREE, "*45", 403, "not_wrapping_up" },
    { "an outside number that the agent may not call", ANN_FREE, "9+99", 403,
      "not_allowed_out" },
};

static void tells_the_phone(void **state)
{
    const struct told_row *row = *state;
    struct story story;
    struct command call = PHONE_CALLS(7, 1, "");

    memcpy(call.as.contact_arrives.called.text, row->number,
           strlen(row->number));
    lead(&story, row->in);
    assert_int_equal(story_give(&story, &call), 0);
    assert_int_equal(story.outbox.effect_count, 1);
    assert_int_equal(story.outbox.effects[0].type, EFFECT_REJECT);
    assert_int_equal(story.outbox.effects[0].code, row->code);
    assert_string_equal(story.outbox.effects[0].label.text, row->reason);
    assert_int_equal(desk_of(&story, ANN)->refusals, 1);
    assert_string_equal(desk_of(&story, ANN)->refused.text, row->reason);
    story_end(&story);
}

/* With the prefix of the line as without. */
static void helps_in_an_emergency(void **state)
{
    static const struct command calls[] = { PHONE_CALLS(7, 1, "112"),
                                            PHONE_CALLS(7, 1, "9112") };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(calls); i++) {
        static const struct command connected = CONNECTED;
        struct story story;
        const struct effect *last;

        lead(&story, NOBODY_THERE);
        assert_int_equal(story_give(&story, &calls[i]), 0);
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &connected), 0);
        last = &story.outbox.effects[0];
        assert_int_equal(last->type, EFFECT_DIAL_EMERGENCY);
        assert_string_equal(last->number.text, "112");
        story_end(&story);
    }
}

/* 20,000 contacts are all there may be; but for those of whoever needs help. */
static void helps_in_a_full_house(void **state)
{
    static const struct command help = PHONE_CALLS(70000, 1, "112"),
                                dial = DIAL(ANN, "112", 0),
                                sell = DIAL(ANN, "+44123", 0);
    struct story story;
    struct command comes = ARRIVES(1, "+42021");
    uint64_t *call = &comes.as.contact_arrives.call;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    core_survive_broken_claims(story.core); /* or all is looked at, each time */
    for (*call = 100; story_give(&story, &comes) == 0; ++*call)
        outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &comes), REFUSED_TOO_MANY);
    assert_int_equal(state_row_count(core_state(story.core), ROW_CONTACT),
                     STATE_MAX_CONTACTS);
    assert_int_equal(story_give(&story, &help), 0);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &sell), REFUSED_TOO_MANY);
    assert_int_equal(story_give(&story, &dial), 0);
    story_end(&story);
}

static const struct extension_row {
    const char *says;
    const char *extension;
    enum refusal refusal;
} extension_rows[] = {
    { "another agent's extension", "302", REFUSED_EXTENSION_TAKEN },
    { "a queue's extension", "300", REFUSED_EXTENSION_TAKEN },
    { "an entry's number", "+4201", REFUSED_BAD_EXTENSION },
    { "what begins a feature code", "*41", REFUSED_BAD_EXTENSION },
    { "a free one", "303", REFUSED_NOT },
    { "one's own", "301", REFUSED_NOT },
};

static void gives_each_extension_once(void **state)
{
    const struct extension_row *row = *state;
    struct story story;
    struct command agent = { .type = COMMAND_SET_AGENT };
    struct phone_number *extension = &agent.as.set_agent.extension;

    story_begin_in(&story, ANN_FREE);
    memcpy(&agent.as, state_agent(core_state(story.core), ANN),
           sizeof(agent.as.set_agent));
    memset(extension, 0, sizeof(*extension));
    memcpy(extension->text, row->extension, strlen(row->extension));
    assert_int_equal(story_give(&story, &agent), row->refusal);
    story_end(&story);
}

/* A call of one agent to another is no contact of the queue's. */
static void counts_no_colleagues_as_callers(void **state)
{
    static const struct command hang_up = CALLER_HANGS_UP(1);
    struct story story;
    const struct tally_row *tally;

    (void)state;
    story_begin_in(&story, BOB_TALKS);
    assert_int_equal(desk_of(&story, ANN)->own_call, 1);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_TALKING);
    assert_int_equal(story_give(&story, &hang_up), 0);
    for (uint64_t queue_id = SALES; queue_id <= HELP; queue_id++) {
        tally = state_tally(core_state(story.core), queue_id);
        assert_int_equal(tally->offered, 0);
        assert_int_equal(tally->answered, 0);
        assert_int_equal(tally->handled, 0);
    }
    assert_int_equal(desk_of(&story, ANN)->own_call, 0);
    story_end(&story);
}

/* Calling back. */

#define CALLER_IS(called_number)                                               \
    {                                                                          \
        COMMAND_CONTACT_ARRIVES, .as.contact_arrives = {                       \
            1,                                                                 \
            TRUNK,                                                             \
            0,                                                                 \
            { called_number },                                                 \
            { "" },                                                            \
            { "+42021" },                                                      \
            0                                                                  \
        }                                                                      \
    }

/* Ann has had a call, and her phone dials *69. */
static int call_back(struct story *story, const struct command *caller)
{
    static const struct command way[] = {
        CONNECTED,          ANSWERED(EFFECT_RING), BRIDGED,
        CALLER_HANGS_UP(1), GONE(EFFECT_RELEASE),  DISPOSE(ANN, SOLD, "")
    };
    static const struct command back = PHONE_CALLS(7, 1, "*69");

    story_begin_in(story, ANN_FREE);
    story_lead(story, caller, 1);
    story_lead(story, way, ARRAY_LEN(way));
    return story_give(story, &back);
}

static void calls_back_who_called_last(void **state)
{
    static const struct command caller = CALLER_IS("+420777");
    struct story story;
    static char wrote[STORY_TEXT_SIZE];

    (void)state;
    assert_int_equal(call_back(&story, &caller), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote,
                        "contact_dialled dialling_began +take_call +dial");
    assert_string_equal(story.outbox.effects[1].number.text, "+420777");
    story_end(&story);
}

static const struct back_row {
    const char *says;
    struct command caller;
    int code;
    const char *reason;
} back_rows[] = {
    { "who withheld the number", CALLER_IS(""), 404, "caller_withheld" },
    { "whom the agent may not call", CALLER_IS("+99"), 403, "not_allowed_out" },
    { "who calls himself a colleague", CALLER_IS("302"), 403,
      "not_allowed_out" },
    { "who calls himself a code", CALLER_IS("*44"), 403, "not_allowed_out" },
};

static void calls_not_back(void **state)
{
    const struct back_row *row = *state;
    struct story story;

    assert_int_equal(call_back(&story, &row->caller), 0);
    assert_int_equal(story.outbox.effects[0].type, EFFECT_REJECT);
    assert_int_equal(story.outbox.effects[0].code, row->code);
    assert_string_equal(story.outbox.effects[0].label.text, row->reason);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

static void calls_back_a_colleague(void **state)
{
    static const struct command over[] = { CALLER_HANGS_UP(1) };
    static const struct command back = PHONE_CALLS(8, 2, "*69");
    struct story story;

    (void)state;
    story_begin_in(&story, BOB_OFFERED);
    story_lead(&story, over, 1);
    assert_int_equal(story_give(&story, &back), 0);
    assert_int_equal(contact_of(&story, 2)->to, TO_AGENT);
    assert_int_equal(contact_of(&story, 2)->to_id, ANN);
    assert_string_equal(contact_of(&story, 2)->called.text, "301");
    story_end(&story);
}

static void forgets_who_is_erased(void **state)
{
    static const struct command caller = CALLER_IS("+420777");
    static const struct command steps[] = { GONE(EFFECT_HANG_UP), ERASE(1) };
    struct story story;

    (void)state;
    assert_int_equal(call_back(&story, &caller), 0);
    outbox_clear(&story.outbox);
    story_lead(&story, &steps[1], 1);
    assert_string_equal(desk_of(&story, ANN)->last_caller.text, "");
    assert_int_equal(desk_of(&story, ANN)->last_contact, 1);
    story_end(&story);
}

/* Paused is not absent. */

static void rings_a_paused_colleague(void **state)
{
    static const struct command way[] = { LOG_IN(BOB), PAUSE(BOB, LUNCH),
                                          PHONE_CALLS(7, 1, "302"), CONNECTED };
    static const struct command rejects = REJECT(BOB);
    struct story story;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_OFFERED);
    assert_int_equal(desk_of(&story, BOB)->reason_id, PAUSE_NONE);
    assert_int_equal(story_give(&story, &rejects), 0);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_PAUSED);
    assert_int_equal(desk_of(&story, BOB)->reason_id, LUNCH);
    story_end(&story);
}

/* A caller who was sent to that agent waits; a colleague does not. */
static void offers_the_paused_nothing_else(void **state)
{
    static const struct command calls[] = { PHONE_CALLS(9, 1, "302"),
                                            CONNECTED };
    static const struct command done[] = { GONE(EFFECT_RELEASE),
                                           DISPOSE(ANN, SOLD, "") };
    struct story story;

    (void)state;
    story_begin_in(&story, FOR_BOB_PAUSED);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_PAUSED);
    story_lead(&story, done, ARRAY_LEN(done));
    story_lead(&story, calls, ARRAY_LEN(calls));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_OFFERED);
    assert_int_equal(desk_of(&story, BOB)->contact_id, 2);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, plans, plan_rows);
    TEST_LIST_ADD_ROWS(&list, tells_the_phone, told_rows);
    TEST_LIST_ADD_ROWS(&list, gives_each_extension_once, extension_rows);
    TEST_LIST_ADD(&list, helps_in_an_emergency);
    TEST_LIST_ADD(&list, helps_in_a_full_house);
    TEST_LIST_ADD(&list, counts_no_colleagues_as_callers);
    TEST_LIST_ADD(&list, calls_back_who_called_last);
    TEST_LIST_ADD_ROWS(&list, calls_not_back, back_rows);
    TEST_LIST_ADD(&list, calls_back_a_colleague);
    TEST_LIST_ADD(&list, forgets_who_is_erased);
    TEST_LIST_ADD(&list, rings_a_paused_colleague);
    TEST_LIST_ADD(&list, offers_the_paused_nothing_else);
    return test_list_run(&list);
}
