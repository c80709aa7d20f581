/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random day of a small contact centre, to have a journal to keep. */

#include "tests/store/day.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "wire/flow_text.h"
#include "wire/setting.h"

static const char flow_text[] =
    "{\"nodes\":["
    "{\"name\":\"hello\",\"type\":\"answer\",\"next\":\"menu\"},"
    "{\"name\":\"menu\",\"type\":\"menu\",\"prompt\":\"menu\",\"choices\":"
    "{\"1\":\"sales\",\"2\":\"marked\",\"3\":\"czech\"},\"wait_ms\":4000,"
    "\"tries\":2,\"on_timeout\":\"support\",\"on_invalid\":\"bye\","
    "\"on_error\":\"bye\"},"
    "{\"name\":\"czech\",\"type\":\"set_language\",\"language\":\"cs\","
    "\"next\":\"mark\"},"
    "{\"name\":\"mark\",\"type\":\"tag\",\"tag\":\"cesky\","
    "\"next\":\"menu\",\"on_error\":\"menu\"},"
    "{\"name\":\"marked\",\"type\":\"tag\",\"tag\":\"help\","
    "\"next\":\"support\",\"on_error\":\"support\"},"
    "{\"name\":\"sales\",\"type\":\"queue\",\"queue_id\":1},"
    "{\"name\":\"support\",\"type\":\"queue\",\"queue_id\":2},"
    "{\"name\":\"bye\",\"type\":\"hang_up\"}]}";

static void must(int holds, const char *what)
{
    if (holds)
        return;

    fprintf(stderr, "the day cannot go on: %s\n", what);
    abort();
}

/* SplitMix64, by Sebastiano Vigna; in the public domain. */
uint64_t day_random(struct day *day, uint64_t limit)
{
    uint64_t z = (day->random += UINT64_C(0x9e3779b97f4a7c15));

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (z ^ (z >> 31)) % limit;
}

/* Keeps what is to be answered. */
static void keep_effects(struct day *day)
{
    for (size_t i = 0; i < day->outbox.effect_count; i++) {
        const struct effect *effect = &day->outbox.effects[i];

        if (effect->due_us && day->pending_count < DAY_MAX_PENDING)
            day->pending[day->pending_count++] = *effect;
    }
}

static int give(struct day *day, const struct command *command)
{
    int rc = core_apply(day->core, command, day->now_us, &day->outbox, NULL);

    must(rc >= 0, "no memory");
    return rc;
}

static void set(struct day *day, enum document_kind kind, const char *name,
                const char *const *settings)
{
    const struct document_kind_info *info = document_kind_info(kind);
    struct command command = { .type = info->set_command };

    setting_presets(info->record, &command.as);
    must(setting_parse(record_field(info->record, "name"), name, &command.as,
                       NULL) == 0,
         name);
    for (; settings && settings[0]; settings += 2) {
        const struct field *field = record_field(info->record, settings[0]);

        must(field && setting_parse(field, settings[1], &command.as, NULL) == 0,
             settings[0]);
    }
    must(give(day, &command) == 0, name);
}

#define SETTINGS(...) ((const char *const[]){ __VA_ARGS__, NULL, NULL })

static void set_up_agent(struct day *day, int number)
{
    char name[24];
    char label[32];
    char id[16];
    char user_id[16];

    (void)snprintf(id, sizeof(id), "%d", number);
    (void)snprintf(user_id, sizeof(user_id), "%d", number + 1);
    (void)snprintf(name, sizeof(name), "phone%d", number);
    set(day, DOCUMENT_DEVICE, name,
        number % 2 ? NULL : SETTINGS("mode", "on_demand"));
    (void)snprintf(name, sizeof(name), "agent%d", number);
    (void)snprintf(label, sizeof(label), "Agent Number %d", number);
    set(day, DOCUMENT_USER, name, SETTINGS("label", label));
    set(day, DOCUMENT_AGENT, name,
        SETTINGS("label", label, "user_id", user_id, "device_id", id));

    for (uint64_t queue = 1; queue <= 2; queue++)
        (void)give(day,
                   &(struct command){ .type = COMMAND_ASSIGN,
                                      .as.assign = { (uint64_t)number, queue,
                                                     number % 3 + 1, 0, 0 } });
    (void)give(day,
               &(struct command){ .type = COMMAND_DEVICE_SEEN,
                                  .as.device_seen = { (uint64_t)number } });
    (void)give(day,
               &(struct command){ .type = COMMAND_AGENT_ALIVE,
                                  .as.agent_alive = { (uint64_t)number } });
    (void)give(day, &(struct command){ .type = COMMAND_LOG_IN,
                                       .as.log_in = { (uint64_t)number } });
}

static void set_up_centre(struct day *day)
{
    set(day, DOCUMENT_USER, "admin", SETTINGS("role", "admin"));
    set(day, DOCUMENT_TRUNK, "trunk", SETTINGS("address", "192.0.2.1:5060"));
    set(day, DOCUMENT_QUEUE, "sales",
        SETTINGS("wrap_up_ms", "5s", "ring_ms", "10s", "max_waiting", "3",
                 "recording", "percentage", "recording_percentage", "60"));
    set(day, DOCUMENT_QUEUE, "support",
        SETTINGS("wrap_up", "mandatory_manual", "max_wait_ms", "1m",
                 "recording", "all", "recording_pause_ms", "20s", "overflow_to",
                 "queue", "overflow_id", "1"));
    set(day, DOCUMENT_FLOW, "main", SETTINGS("digest", day->flow_digest.text));
    set(day, DOCUMENT_ENTRY, "main",
        SETTINGS("number", "800*", "flow_id", "1"));
    set(day, DOCUMENT_PAUSE_REASON, "lunch", NULL);
    set(day, DOCUMENT_DISPOSITION, "sold", NULL);
}

void day_begin(struct day *day, struct core *core, uint64_t seed)
{
    static struct flow_program program;
    const struct system_row *system = state_system(core_state(core));
    struct command start = { .type = COMMAND_START };

    *day = (struct day){ .core = core, .random = seed };
    must(flow_text_parse(flow_text, strlen(flow_text), NULL, &program, NULL,
                         NULL) == 0,
         "flow");
    day->flow_text = flow_text_canonical(&program, NULL);
    day->flow_digest = program.digest;
    must(core_add_program(core, &program) == 0, "program");

    outbox_init(&day->outbox);
    day->now_us = system->at_us + 1000000;
    day->calls = seed << 32;
    day->set_up = system->users > 0 ? DAY_AGENTS + 1 : 0;
    start.as.start.release = (struct name){ "test" };
    start.as.start.alive_at_us = system->at_us;
    start.as.start.wall_us = INT64_C(1790000000000000) + day->now_us;
    must(give(day, &start) == 0, "start");

    for (uint64_t agent = 1; day->set_up && agent <= DAY_AGENTS; agent++) {
        (void)give(day, &(struct command){ .type = COMMAND_DEVICE_SEEN,
                                           .as.device_seen = { agent } });
        (void)give(day, &(struct command){ .type = COMMAND_AGENT_ALIVE,
                                           .as.agent_alive = { agent } });
    }
}

void day_end(struct day *day)
{
    free(day->flow_text);
    outbox_done(&day->outbox);
}

/* A caller with a number and a name of its own. */
static void somebody_calls(struct day *day)
{
    struct command command = { .type = COMMAND_CONTACT_ARRIVES };
    struct command_contact_arrives *call = &command.as.contact_arrives;

    call->call = ++day->calls;
    call->trunk_id = 1;
    (void)snprintf(call->caller.text, sizeof(call->caller.text),
                   "+42060%07" PRIu64, day_random(day, 10000000));
    (void)snprintf(call->caller_name.text, sizeof(call->caller_name.text),
                   "Caller \xc4\x8c. %" PRIu64, day_random(day, 1000));
    call->called = (struct phone_number){ "800123" };
    (void)give(day, &command);
}

/* A contact that is there, or 0. */
static uint64_t some_contact(struct day *day)
{
    const struct state *state = core_state(day->core);
    size_t count = state_row_count(state, ROW_CONTACT);

    if (count == 0)
        return 0;

    const struct contact_row *row =
        state_row_at(state, ROW_CONTACT, day_random(day, count));
    return row->contact_id;
}

static void a_caller_acts(struct day *day)
{
    uint64_t contact_id = some_contact(day);

    if (day_random(day, 3) == 0) {
        (void)give(day, &(struct command){
                            .type = COMMAND_CALLER_HUNG_UP,
                            .as.caller_hung_up = { contact_id, false } });
        return;
    }

    struct command press = { .type = COMMAND_PRESS_DIGIT,
                             .as.press_digit.contact_id = contact_id };
    press.as.press_digit.digit.text[0] = (char)('1' + day_random(day, 4));
    (void)give(day, &press);
}

static void an_agent_transfers(struct day *day, uint64_t agent)
{
    struct command command = { .type = COMMAND_TRANSFER };
    struct command_transfer *transfer = &command.as.transfer;

    transfer->agent_id = agent;
    if (day_random(day, 2)) {
        transfer->to = TO_QUEUE;
        transfer->to_id = 1 + day_random(day, 2);
    } else {
        transfer->to = TO_NUMBER;
        transfer->number = (struct phone_number){ "+34911222333" };
    }
    (void)give(day, &command);
}

static void an_agent_disposes(struct day *day, uint64_t agent)
{
    struct command command = { .type = COMMAND_DISPOSE };

    command.as.dispose.agent_id = agent;
    command.as.dispose.disposition_id = 1;
    if (day_random(day, 2))
        (void)snprintf(command.as.dispose.note.text,
                       sizeof(command.as.dispose.note.text),
                       "Secret note %" PRIu64, day_random(day, 1000));
    (void)give(day, &command);
}

static void an_agent_writes(struct day *day, uint64_t agent)
{
    struct command command = { .type = COMMAND_KEEP_NOTE };

    command.as.keep_note.agent_id = agent;
    (void)snprintf(command.as.keep_note.note.text,
                   sizeof(command.as.keep_note.note.text),
                   "Secret draft %" PRIu64, day_random(day, 1000));
    (void)give(day, &command);
}

static void an_agent_acts(struct day *day)
{
    static const enum command_type simple[] = {
        COMMAND_MAKE_AVAILABLE, COMMAND_MAKE_AVAILABLE, COMMAND_MAKE_AVAILABLE,
        COMMAND_HANG_UP,        COMMAND_HOLD,           COMMAND_RESUME,
        COMMAND_ACCEPT_OFFER,   COMMAND_ACCEPT_OFFER,   COMMAND_REJECT_OFFER,
        COMMAND_MUTE,           COMMAND_UNMUTE,
    };
    uint64_t agent = 1 + day_random(day, DAY_AGENTS);
    uint64_t what = day_random(day, 17);
    struct command command = { .type = COMMAND_PAUSE };

    if (what < 11) {
        command.type = simple[what];
        command.as.hang_up.agent_id = agent;
        (void)give(day, &command);
    } else if (what == 11) {
        an_agent_transfers(day, agent);
    } else if (what == 16) {
        an_agent_writes(day, agent);
    } else if (what == 12) {
        command.as.pause.agent_id = agent;
        command.as.pause.reason_id = 1;
        (void)give(day, &command);
    } else {
        an_agent_disposes(day, agent);
    }
}

static void fail_leg(struct day *day, uint64_t serial)
{
    static const enum offer_result results[] = { OFFER_BUSY, OFFER_FAILED,
                                                 OFFER_REJECTED };

    (void)give(day,
               &(struct command){
                   .type = COMMAND_LEG_FAILED,
                   .as.leg_failed = { serial, results[day_random(day, 3)] } });
}

static void answer(struct day *day, const struct effect *effect)
{
    static const enum command_type answers[EFFECT_TYPE_COUNT] = {
        [EFFECT_ANSWER] = COMMAND_CALLER_CONNECTED,
        [EFFECT_PLAY] = COMMAND_PROMPT_ENDED,
        [EFFECT_RING] = COMMAND_LEG_ANSWERED,
        [EFFECT_DIAL] = COMMAND_LEG_ANSWERED,
        [EFFECT_BRIDGE] = COMMAND_BRIDGED,
        [EFFECT_STOP_RINGING] = COMMAND_LEG_GONE,
        [EFFECT_RELEASE] = COMMAND_LEG_GONE,
        [EFFECT_HANG_UP] = COMMAND_LEG_GONE,
    };
    struct command command = { .type = answers[effect->type] };
    bool may_fail = effect->type == EFFECT_RING ||
                    effect->type == EFFECT_DIAL ||
                    effect->type == EFFECT_ANSWER;

    if (may_fail && day_random(day, 8) == 0) {
        fail_leg(day, effect->serial);
        return;
    }

    if (command.type == COMMAND_BRIDGED) {
        (void)snprintf(command.as.bridged.object.text,
                       sizeof(command.as.bridged.object.text), "%032" PRIx64,
                       day_random(day, UINT64_MAX));
        command.as.bridged.draw = (int64_t)day_random(day, 100);
    }
    command.as.leg_gone.serial = effect->serial;
    (void)give(day, &command);
}

static void a_recording_is_whole(struct day *day, uint64_t recording_id)
{
    struct command command = { .type = COMMAND_RECORDED };
    struct command_recorded *recorded = &command.as.recorded;

    recorded->recording_id = recording_id;
    if (day_random(day, 5) > 0) {
        recorded->length_us = 1 + (int64_t)day_random(day, 90000000);
        recorded->lost_us = (int64_t)day_random(day, 2);
        recorded->bytes = 58 + recorded->length_us / 125 * 2;
        recorded->repaired = day_random(day, 2);
        recorded->peaks = (struct note){ "00zz 00aa" };
        memset(recorded->digest.text, 'a', 64);
    }
    (void)give(day, &command);
}

/* What the recorder says, and what people do with recordings. */
static void a_recording_changes(struct day *day)
{
    const struct state *state = core_state(day->core);
    size_t count = state_row_count(state, ROW_RECORDING);
    uint64_t agent = 1 + day_random(day, DAY_AGENTS);
    const struct command commands[] = {
        { COMMAND_PAUSE_RECORDING,
          .as.pause_recording = { agent, { "Secret card" } } },
        { COMMAND_RESUME_RECORDING, .as.resume_recording = { agent } },
        { COMMAND_DELETE_RECORDING,
          .as.delete_recording = { 1 + day_random(day, 50),
                                   1,
                                   1,
                                   { "0123456789abcdef" } } },
        { COMMAND_NOTE_LISTENING,
          .as.note_listening = { 1 + day_random(day, 50), 1, 1 } },
        { COMMAND_ERASE_PERSON,
          .as.erase_person = { 1 + day_random(day, 50), 0, 4, 1 } },
    };

    if (count > 0 && day_random(day, 2)) {
        const struct recording_row *row =
            state_row_at(state, ROW_RECORDING, day_random(day, count));

        if (row->state == RECORDING_DELETED)
            (void)give(day,
                       &(struct command){
                           .type = COMMAND_RECORDING_REMOVED,
                           .as.recording_removed = { row->recording_id } });
        else if (row->state == RECORDING_ENDS || day_random(day, 8) == 0)
            a_recording_is_whole(day, row->recording_id);
        return;
    }
    (void)give(day, &commands[day_random(day, 5)]);
}

/* One of those that wait for an answer gets it, or never. */
static void the_world_answers(struct day *day)
{
    size_t index = (size_t)day_random(day, day->pending_count);
    struct effect effect = day->pending[index];

    day->pending[index] = day->pending[--day->pending_count];
    if (day_random(day, 12) > 0)
        answer(day, &effect);
}

void day_step(struct day *day)
{
    outbox_clear(&day->outbox);
    day->now_us += 1 + (int64_t)day_random(day, 2500000);

    if (day->set_up == 0)
        set_up_centre(day);
    else if (day->set_up <= DAY_AGENTS)
        set_up_agent(day, day->set_up);
    else if (day->pending_count && day_random(day, 3) > 0)
        the_world_answers(day);
    else if (day_random(day, 10) == 0)
        a_recording_changes(day);
    else if (day_random(day, 5) == 0)
        somebody_calls(day);
    else if (day_random(day, 3) == 0)
        a_caller_acts(day);
    else
        an_agent_acts(day);

    day->set_up += day->set_up <= DAY_AGENTS;
    must(core_wake(day->core, day->now_us, &day->outbox) == 0, "wake");
    keep_effects(day);
}

void day_step_to_events(struct day *day)
{
    do
        day_step(day);
    while (day->outbox.event_count == 0);
}
