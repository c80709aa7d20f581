/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A server without telephony for the tests of the API: the real core, store,
 * workers and web server, and a world that does at once what it is asked.
 *
 *     peer DIRECTORY SOCKET [NAME=VALUE...]
 *
 * Prints "port N" when it serves. Each line of standard input is a call,
 * "CALL CALLED CALLER"; "phone ID" registers a phone, "console AGENT N" says
 * that its console is none, attached or stalled (0, 1, 2), "clock US" sets the
 * wall clock to so many microseconds since 1970, "answer" has the
 * phones picked up at once, "keep" that of each recording five seconds are
 * there when it stops, "hungry N" lets each Nth allocation fail. Ends with its
 * input.
 */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/core.h"
#include "core/state_copy.h"
#include "jobs/pool.h"
#include "jobs/query.h"
#include "lang/lang.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/web/starve.h"
#include "web/web.h"

enum { MAX_WAITING = 8192 };

/* A turn on its way to the disk, and whom to tell then. */
struct waiting {
    int64_t ticket;
    struct web_slot slot;
    struct web_reply reply;
    struct event *events;
    size_t count;
};

static struct core *core;
static struct store *store;
static struct web *web;
static struct jobs *jobs;
static struct outbox outbox;
static struct waiting waitings[MAX_WAITING];
static size_t waiting_count;
static int64_t offset_us;
static bool phones_answer;
static bool recordings_stay;
static const char *directory;

static int64_t boot_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_BOOTTIME, &now);
    return INT64_C(1000000) * now.tv_sec + now.tv_nsec / 1000;
}

static int64_t wall_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_REALTIME, &now);
    return INT64_C(1000000) * now.tv_sec + now.tv_nsec / 1000;
}

static int64_t now_us(void)
{
    return boot_us() + offset_us;
}

static void die(const char *what, int rc)
{
    fprintf(stderr, "peer: %s: %s\n", what, strerror(-rc));
    exit(99);
}

/* Writes what the outbox holds, with sides, and notes who waits for it. */
static void write_turn(const struct side_write *sides, size_t side_count,
                       struct web_slot slot, const struct web_reply *reply)
{
    struct waiting *waiting = &waitings[waiting_count++];
    struct store_turn turn = { .events = outbox.events,
                               .event_count = outbox.event_count,
                               .sides = sides,
                               .side_count = side_count };
    size_t size = outbox.event_count * sizeof(struct event);

    assert(waiting_count < MAX_WAITING);
    *waiting = (struct waiting){ .slot = slot, .reply = *reply };
    waiting->events = malloc(size + 1);
    if (size > 0)
        memcpy(waiting->events, outbox.events, size);
    waiting->count = outbox.event_count;
    waiting->ticket = 0;
    if (turn.event_count > 0 || turn.side_count > 0)
        waiting->ticket = store_write(store, &turn);
    if (waiting->ticket < 0)
        die("store", (int)waiting->ticket);
    if (slot.index != UINT32_MAX && waiting->ticket > 0)
        store_want(store, waiting->ticket);
    if (waiting->ticket == 0 && waiting_count > 1)
        waiting->ticket = waitings[waiting_count - 2].ticket;
}

static void give(struct command *command);

/* What an effect is answered with, when the world does as it is told. */
static bool answer(const struct effect *effect, struct command *command)
{
    uint64_t serial = effect->serial;

    switch (effect->type) {
    case EFFECT_ANSWER:
        command->type = COMMAND_CALLER_CONNECTED;
        command->as.caller_connected.serial = serial;
        return true;
    case EFFECT_PLAY:
        command->type = COMMAND_PROMPT_ENDED;
        command->as.prompt_ended.serial = serial;
        return true;
    case EFFECT_RING:
        command->type = COMMAND_LEG_ANSWERED;
        command->as.leg_answered.serial = serial;
        return phones_answer || effect->auto_answer;
    case EFFECT_BRIDGE:
        command->type = COMMAND_BRIDGED;
        command->as.bridged.serial = serial;
        (void)snprintf(command->as.bridged.object.text,
                       sizeof(command->as.bridged.object.text), "%032" PRIx64,
                       serial);
        return true;
    case EFFECT_BEEP:
        command->type = COMMAND_BEEPED;
        command->as.beeped.serial = serial;
        (void)snprintf(command->as.beeped.object.text,
                       sizeof(command->as.beeped.object.text), "%032" PRIx64,
                       serial);
        return true;
    case EFFECT_STOP_RECORDING:
        command->type = COMMAND_RECORDED;
        command->as.recorded.recording_id = effect->recording_id;
        command->as.recorded.length_us = 5000000;
        command->as.recorded.bytes = 80000;
        command->as.recorded.peaks.text[0] = 'z'; /* loud */
        return recordings_stay;
    case EFFECT_STOP_RINGING:
    case EFFECT_RELEASE:
    case EFFECT_HANG_UP:
        command->type = COMMAND_LEG_GONE;
        command->as.leg_gone.serial = serial;
        return true;
    default:
        return false;
    }
}

/* Effects lead to answers, and these to further effects. */
static void carry_out(void)
{
    struct effect effects[64];
    size_t count = outbox.effect_count;

    assert(count <= 64);
    if (count > 0)
        memcpy(effects, outbox.effects, count * sizeof(effects[0]));
    outbox_clear(&outbox);
    for (size_t i = 0; i < count; i++) {
        struct command command = { .type = COMMAND_STOP };
        if (answer(&effects[i], &command))
            give(&command);
    }
}

static void give(struct command *command)
{
    static const struct web_reply none;

    (void)core_apply(core, command, now_us(), &outbox, NULL);
    write_turn(NULL, 0, (struct web_slot){ .index = UINT32_MAX }, &none);
    carry_out();
}

static enum side_kind kind_of(enum web_side_kind kind)
{
    static const enum side_kind kinds[] = {
        [WEB_SIDE_SECRET] = SIDE_SECRET,
        [WEB_SIDE_TOKEN] = SIDE_TOKEN,
        [WEB_SIDE_IDEMPOTENCY] = SIDE_IDEMPOTENCY,
        [WEB_SIDE_FLOW_TEXT] = SIDE_FLOW_TEXT,
    };

    return kinds[kind];
}

static size_t make_sides(const struct web_request *request,
                         struct side_write *sides)
{
    for (size_t i = 0; i < request->side_count; i++) {
        const struct web_side *side = &request->sides[i];
        sides[i] = (struct side_write){
            .verb = side->value ? SIDE_PUT : SIDE_DELETE,
            .kind = kind_of(side->kind),
            .key = side->key,
            .value = side->value,
            .length = side->value ? strlen(side->value) : 0,
            .at_us = now_us(),
        };
    }
    return request->side_count;
}

static void do_verify(struct web_reply *reply)
{
    struct verify_report report = { .events = 0 };
    int rc = store_verify(directory, &report, NULL);

    reply->ok = rc == 0 && report.differences == 0;
    (void)snprintf(reply->detail.text, sizeof(reply->detail.text),
                   "%" PRIu64 " events", report.events);
}

static void do_request(struct web_request *request)
{
    struct side_write sides[WEB_MAX_SIDES];
    struct web_reply reply = { .ok = true };
    int rc = 0;

    if (request->program)
        rc = core_add_program(core, request->program);
    if (rc == 0 && request->task == WEB_COMMAND)
        rc = core_apply(core, &request->command, now_us(), &outbox, &reply.id);
    if (request->task == WEB_VERIFY)
        do_verify(&reply);
    if (rc < 0)
        reply.problem = PROBLEM_TRY_AGAIN;
    reply.refusal = rc > 0 ? rc : 0;
    reply.seq = state_system(core_state(core))->seq;
    if (rc == 0)
        web_request_settle(request, reply.id, reply.seq);
    write_turn(sides, rc == 0 ? make_sides(request, sides) : 0, request->slot,
               &reply);
    web_request_done(request);
    carry_out();
}

static void tell_committed(void)
{
    int64_t committed = store_committed(store);
    size_t done = 0;

    while (done < waiting_count && waitings[done].ticket <= committed) {
        struct waiting *waiting = &waitings[done++];
        if (web_push_events(web, waiting->events, waiting->count) < 0 ||
            web_reply(web, waiting->slot, &waiting->reply) < 0)
            die("web", -ENOMEM);
        free(waiting->events);
    }
    web_tell_committed(web, store_committed_seq(store));
    if (done > 0)
        web_tell_events(web);
    waiting_count -= done;
    memmove(waitings, waitings + done, waiting_count * sizeof(waitings[0]));
}

static struct web_trunk trunk;

/* "trunk 1 up 3 2": which, how, calls, since so many seconds. */
static bool do_trunk(const char *line)
{
    char state[16];
    int calls, since_s;

    if (sscanf(line, "trunk %" SCNu64 " %15s %d %d", &trunk.trunk_id, state,
               &calls, &since_s) != 4)
        return false;
    trunk.state = (enum trunk_state)word_find(&word_list_trunk_state, state);
    trunk.calls = calls;
    trunk.since_us = now_us() - since_s * INT64_C(1000000);
    trunk.answer_ms = 31;
    trunk.last_code = 200;
    web_set_trunks(web, &trunk, 1);
    return true;
}

static void do_line(const char *line)
{
    struct command command = { .type = COMMAND_CONTACT_ARRIVES };
    uint64_t id;

    int64_t wall;
    int every;
    int console;

    if (strncmp(line, "answer", 6) == 0) {
        phones_answer = true;
        return;
    }
    if (strncmp(line, "keep", 4) == 0) {
        recordings_stay = true;
        return;
    }
    if (sscanf(line, "hungry %d", &every) == 1) {
        starve_set(every);
        return;
    }
    if (do_trunk(line))
        return;
    if (sscanf(line, "console %" SCNu64 " %d", &id, &console) == 2) {
        command.type = COMMAND_SET_CONSOLE;
        command.as.set_console.agent_id = id;
        command.as.set_console.console = (enum console_state)console;
    } else if (sscanf(line, "clock %" SCNd64, &wall) == 1) {
        command.type = COMMAND_SET_CLOCK;
        command.as.set_clock.wall_us = wall;
    } else if (sscanf(line, "phone %" SCNu64, &id) == 1) {
        command.type = COMMAND_DEVICE_SEEN;
        command.as.device_seen.device_id = id;
    } else if (sscanf(line, "%" SCNu64 " %39s %39s",
                      &command.as.contact_arrives.call,
                      command.as.contact_arrives.called.text,
                      command.as.contact_arrives.caller.text) == 3) {
        (void)snprintf(command.as.contact_arrives.caller_name.text, 16, "Bob");
        command.as.contact_arrives.trunk_id = 0;
    } else {
        return;
    }
    give(&command);
}

/* @return whether there is more to come */
static bool do_input(void)
{
    static char text[65536];
    static size_t length;
    ssize_t got = read(0, text + length, sizeof(text) - length - 1);
    char *line = text;

    if (got <= 0)
        return false;
    length += (size_t)got;
    text[length] = '\0';
    for (char *end = strchr(line, '\n'); end; end = strchr(line, '\n')) {
        *end = '\0';
        do_line(line);
        line = end + 1;
    }
    length -= (size_t)(line - text);
    memmove(text, line, length);
    return true;
}

static void tell_figures(int64_t started_us)
{
    int64_t values[METRIC_COUNT] = {
        [METRIC_START_TIME] = started_us, [METRIC_STORE_HEALTHY] = 1
    };
    struct web_status status = { .ready = true };

    web_set_metrics(web, values);
    web_set_status(web, &status);
}

static void serve(void)
{
    struct pollfd fds[] = { { .fd = web_request_fd(web), .events = POLLIN },
                            { .fd = store_event_fd(store), .events = POLLIN },
                            { .fd = 0, .events = POLLIN } };
    struct web_request request;

    for (;;) {
        int64_t due_us = core_next_wake(core);
        int64_t wait_ms =
            due_us == INT64_MAX ? 1000 : (due_us - now_us()) / 1000 + 1;

        (void)poll(fds, 3,
                   wait_ms < 0      ? 0
                   : wait_ms > 1000 ? 1000
                                    : (int)wait_ms);
        (void)core_wake(core, now_us(), &outbox);
        if (outbox.event_count > 0 || outbox.effect_count > 0) {
            static const struct web_reply none;
            write_turn(NULL, 0, (struct web_slot){ .index = UINT32_MAX },
                       &none);
            carry_out();
        }
        while (web_next_request(web, &request))
            do_request(&request);
        store_event_clear(store);
        tell_committed();
        if ((fds[2].revents & (POLLIN | POLLHUP)) && !do_input())
            return;
        tell_committed();
    }
}

static enum web_side_kind loading;

static int load_side(void *arg, const char *key, const void *value,
                     size_t length)
{
    (void)arg;
    return web_load_side(web, loading, key, value, length);
}

static void load_sides(void)
{
    static const enum web_side_kind kinds[] = { WEB_SIDE_SECRET, WEB_SIDE_TOKEN,
                                                WEB_SIDE_IDEMPOTENCY };

    for (size_t i = 0; i < 3; i++) {
        loading = kinds[i];
        if (store_side_each(store, kind_of(kinds[i]), load_side, NULL) < 0)
            die("sides", -EIO);
    }
}

static int number_of(int argc, char **argv, const char *name, int otherwise)
{
    size_t length = strlen(name);

    for (int i = 3; i < argc; i++)
        if (strncmp(argv[i], name, length) == 0 && argv[i][length] == '=')
            return (int)strtol(argv[i] + length + 1, NULL, 10);
    return otherwise;
}

static const char *text_of(int argc, char **argv, const char *name)
{
    size_t length = strlen(name);

    for (int i = 3; i < argc; i++)
        if (strncmp(argv[i], name, length) == 0 && argv[i][length] == '=')
            return argv[i] + length + 1;
    return "UTC";
}

static void open_store(void)
{
    struct store_settings settings = { .directory = directory };
    struct store_problem problem = { .text = "" };
    struct store_past past;
    int rc = store_open(&settings, &store, &problem);

    if (rc == 0)
        rc = core_new(&core);
    if (rc == 0)
        rc = store_recover(store, core, &problem);
    if (rc < 0)
        die(problem.text, rc);
    store_past(store, &past);
    offset_us = past.at_us + 1000000 - boot_us();
}

static void open_web(int argc, char **argv)
{
    struct jobs_settings pool = { .threads = 2,
                                  .max_waiting = 256,
                                  .open = query_open,
                                  .close = query_close,
                                  .arg = store };
    struct web_settings settings = {
        .sip_address = "192.0.2.1:5071",
        .socket_path = argv[2],
        .address = "127.0.0.1",
        .realm = "cc-lite",
        .release = "0.1.0",
        .time_zone = text_of(argc, argv, "time_zone"),
        .clock_offset_us = offset_us,
        .hash_operations = 1,
        .hash_bytes = (size_t)number_of(argc, argv, "hash_bytes", 8192),
        .allows_inside_lookups = number_of(argc, argv, "inside", 0) != 0,
        .allows_inside_webhooks = number_of(argc, argv, "inside", 0) != 0,
        .max_clients = (unsigned)number_of(argc, argv, "max_clients", 0),
        .max_clients_per_source =
            (unsigned)number_of(argc, argv, "max_clients_per_source", 1500),
        .head_timeout_s = number_of(argc, argv, "head_timeout_s", 0),
        .body_timeout_s = number_of(argc, argv, "body_timeout_s", 0),
        .idle_timeout_s = number_of(argc, argv, "idle_timeout_s", 0),
        .send_timeout_s = number_of(argc, argv, "send_timeout_s", 0),
        .silence_s = number_of(argc, argv, "silence_s", 0),
        .session_s = number_of(argc, argv, "session_s", 0),
        .free_tries = (unsigned)number_of(argc, argv, "free_tries", 0),
        .first_wait_ms = number_of(argc, argv, "first_wait_ms", 0),
        .longest_wait_ms = number_of(argc, argv, "longest_wait_ms", 0),
    };
    struct state *floor = NULL;
    int rc = jobs_new(&pool, &jobs);

    if (rc == 0)
        rc = state_copy(core_state(core), &floor);
    settings.jobs = jobs;
    if (rc == 0)
        rc = web_new(&settings, floor, &web);
    if (rc == 0)
        rc = core_set_zones(core, web_zones(web));
    if (rc == 0) {
        load_sides();
        rc = web_start(web);
    }
    if (rc < 0)
        die("web", rc);
}

static void start_core(void)
{
    struct command command = { .type = COMMAND_START };

    (void)snprintf(command.as.start.release.text, 16, "0.1.0");
    command.as.start.wall_us = wall_us();
    give(&command);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 99;
    directory = argv[1];
    starve_spare_jansson();
    outbox_init(&outbox);
    (void)lang_open(NULL);
    open_store();
    open_web(argc, argv);
    starve_spare_new_threads(); /* the store would only wait for memory */
    if (store_start(store) < 0)
        return 99;
    start_core();
    tell_figures(wall_us());
    printf("port %d\n", web_port(web));
    fflush(stdout);
    serve();

    web_free(web);
    jobs_free(jobs);
    for (size_t i = 0; i < waiting_count; i++)
        free(waitings[i].events);
    outbox_done(&outbox);
    core_free(core);
    store_close(store, 5000, NULL);
    lang_close();
    return 0;
}
