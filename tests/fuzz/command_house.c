/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small contact centre, and a main thread that waits for nothing. */

#include "tests/fuzz/command_house.h"

#include <errno.h>
#include <string.h>

#include "core/state_copy.h"
#include "jobs/pool.h"
#include "tests/fuzz/fuzz.h"
#include "web/dispatch.h"
#include "web/upkeep.h"
#include "web/watch.h"

struct house house;
void (*house_on_request)(const struct web_request *request);

const struct person persons[PERSONS] = {
    { "nobody", -1, ROLE_AGENT, false, false },
    { "admin", 1001, ROLE_ADMIN, false, false },
    { "supervisor", 1002, ROLE_SUPERVISOR, false, false },
    { "agent", 1003, ROLE_AGENT, false, true },
    { "analyst", 1004, ROLE_ANALYST, false, false },
    { "leader", 1005, ROLE_SUPERVISOR, true, false },
    { "member", 1006, ROLE_AGENT, true, true },
    { "stranger", 9999, ROLE_AGENT, false, false },
};

const char *person_name(size_t index)
{
    return persons[index].name;
}

/* Workers: what they are given is done before it is taken. */

struct jobs {
    int unused;
};

struct job_box {
    struct job *first;
};

int jobs_submit(struct jobs *jobs, struct job *job, struct job_box *box)
{
    (void)jobs;
    job->work(job, NULL);
    job->next = box->first;
    box->first = job;
    return 0;
}

size_t jobs_count(struct jobs *jobs)
{
    (void)jobs;
    return 0;
}

int job_box_new(void (*ring)(void *arg), void *arg, struct job_box **ret_box)
{
    (void)ring;
    (void)arg;
    *ret_box = calloc(1, sizeof(**ret_box));
    CLAIM(*ret_box);
    return 0;
}

struct job *job_box_take(struct job_box *box)
{
    struct job *job = box->first;

    if (job)
        box->first = job->next;
    return job;
}

struct job_box *job_box_free(struct job_box *box)
{
    free(box);
    return NULL;
}

/* The main thread. */

static int decide(struct web_request *request, uint64_t *ret_id,
                  struct outbox *outbox)
{
    int rc = 0;

    if (request->program)
        rc = core_add_program(house.core, request->program);
    if (rc == 0 && request->list)
        rc = core_add_list(house.core, request->list);
    if (rc == 0 && request->zone)
        rc = core_set_zone(house.core, request->zone);
    core_give_rules(house.core, request->rules);
    request->rules = NULL;
    if (rc == -ENOSPC && !request->program)
        rc = 0;
    if (rc == 0)
        rc = core_apply(house.core, &request->command, web_now_us(house.web),
                        outbox, ret_id);
    return rc;
}

static void fold(struct outbox *outbox)
{
    CLAIM(outbox->event_count == 0 ||
          upkeep_fold(house.web, outbox->events, outbox->event_count) == 0);
    outbox_clear(outbox);
}

static void do_request(struct web_request *request)
{
    struct web_reply reply = { .ok = true };
    struct outbox outbox;
    int rc = 0;

    outbox_init(&outbox);
    if (request->task == WEB_COMMAND)
        rc = decide(request, &reply.id, &outbox);
    if (rc < 0)
        reply.problem = PROBLEM_INTERNAL;
    reply.refusal = rc > 0 ? rc : 0;
    reply.seq = house_seq();
    if (rc == 0) {
        house.kept += request->side_count;
        web_request_settle(request, reply.id, reply.seq);
    }
    fold(&outbox);
    outbox_done(&outbox);
    exchange_hear(house.web, request->slot, &reply);
    web_request_done(request);
}

void house_settle(void)
{
    struct web_request request;
    struct job *job;
    bool is_busy = true;

    while (is_busy) {
        is_busy = false;
        while ((job = job_box_take(house.web->box))) {
            web_hear_job(house.web, job);
            is_busy = true;
        }
        while (to_main_take(house.web->to_main, &request)) {
            house.asked++;
            if (house_on_request)
                house_on_request(&request);
            do_request(&request);
            is_busy = true;
        }
    }
}

uint64_t house_seq(void)
{
    return state_system(core_state(house.core))->seq;
}

uint64_t house_floor_seq(void)
{
    return state_system(house.web->floor)->seq;
}

/* Asking. */

static void on_ready(struct exchange *exchange)
{
    (void)exchange;
}

static void take_body(struct exchange *exchange, const char *body,
                      size_t length)
{
    exchange->body = malloc(length + 1);
    CLAIM(exchange->body);
    if (length > 0)
        memcpy(exchange->body, body, length);
    exchange->body[length] = '\0';
    exchange->length = length;
}

struct exchange *house_ask(const struct person *person, char *head,
                           const char *body, size_t length)
{
    static char somebody; /* whoever is answered: only told from NULL */
    struct message_head parsed;

    if (message_head_parse(head, strlen(head), &parsed) != PROBLEM_NONE)
        return NULL;

    struct exchange *exchange = exchange_new(house.web, NULL);

    CLAIM(exchange);
    exchange->client = (struct client *)(void *)&somebody;
    exchange->ready = on_ready;
    exchange_begin(exchange, &parsed, person->uid, "192.0.2.1");
    if (exchange->answer.status != 0 || length > exchange_max_body(exchange))
        return exchange;

    take_body(exchange, body, length);
    if (exchange_take_body(exchange))
        dispatch(exchange);
    house_settle();
    CLAIM(!exchange->waits);
    return exchange;
}

void house_let_go(struct exchange *exchange)
{
    if (exchange)
        exchange_leave(exchange);
}

/* The world. */

static void make(const char *path, const char *body)
{
    static const struct person root = { "root", 0, ROLE_ADMIN, false, false };
    struct person maker =
        house.core && state_document_count(house.web->floor, DOCUMENT_USER)
            ? persons[1]
            : root;
    char head[256];

    (void)snprintf(head, sizeof(head),
                   "POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %zu\r\n\r\n",
                   path, strlen(body));
    struct exchange *exchange = house_ask(&maker, head, body, strlen(body));

    if (!exchange || exchange->answer.status >= 300)
        fprintf(stderr, "%s %s: %s\n", path, body,
                exchange ? exchange->answer.body : "no head");
    CLAIM(exchange && exchange->answer.status < 300);
    house_let_go(exchange);
}

static void make_documents(void)
{
    static const char *const documents[][2] = {
        { "/api/users",
          "{\"name\":\"admin\",\"role\":\"admin\",\"uid\":1001}" },
        { "/api/teams", "{\"name\":\"team\"}" },
        { "/api/users",
          "{\"name\":\"supervisor\",\"role\":\"supervisor\",\"uid\":1002}" },
        { "/api/users",
          "{\"name\":\"agent\",\"role\":\"agent\",\"uid\":1003}" },
        { "/api/users",
          "{\"name\":\"analyst\",\"role\":\"analyst\",\"uid\":1004}" },
        { "/api/users", "{\"name\":\"leader\",\"role\":\"supervisor\","
                        "\"uid\":1005,\"team_id\":\"team\"}" },
        { "/api/users", "{\"name\":\"member\",\"role\":\"agent\",\"uid\":1006,"
                        "\"team_id\":\"team\"}" },
        { "/api/devices", "{\"name\":\"phone\"}" },
        { "/api/devices", "{\"name\":\"other\"}" },
        { "/api/agents", "{\"name\":\"agent\",\"user_id\":\"agent\",\"device_"
                         "id\":\"phone\"}" },
        { "/api/agents", "{\"name\":\"member\",\"user_id\":\"member\","
                         "\"device_id\":\"other\",\"team_id\":\"team\"}" },
        { "/api/agents", "{\"name\":\"foreign\"}" },
        { "/api/queues", "{\"name\":\"queue\"}" },
        { "/api/queues", "{\"name\":\"ours\",\"team_id\":\"team\"}" },
        { "/api/queues/queue/assign", "{\"agent_id\":\"agent\"}" },
        { "/api/trunks",
          "{\"name\":\"trunk\",\"address\":\"192.0.2.1:5060\"}" },
        { "/api/pause-reasons", "{\"name\":\"lunch\"}" },
        { "/api/dispositions", "{\"name\":\"sold\"}" },
        { "/api/skills", "{\"name\":\"spanish\"}" },
        { "/api/prompts", "{\"name\":\"prompt\"}" },
        { "/api/voicemail/boxes", "{\"name\":\"box\"}" },
        { "/api/caller-lists", "{\"name\":\"callers\"}" },
        { "/api/calendars", "{\"name\":\"calendar\"}" },
        { "/api/routes", "{\"name\":\"route\",\"number\":\"+44*\"}" },
        { "/api/caps", "{\"name\":\"cap\"}" },
        { "/api/routing/rules", "{\"name\":\"rule\",\"to\":\"busy\"}" },
    };

    for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++)
        make(documents[i][0], documents[i][1]);
}

static void give(struct command *command)
{
    struct outbox outbox;

    outbox_init(&outbox);
    CLAIM(core_apply(house.core, command, web_now_us(house.web), &outbox,
                     NULL) == 0);
    fold(&outbox);
    outbox_done(&outbox);
}

static void start(void)
{
    struct command command = { .type = COMMAND_START };

    (void)snprintf(command.as.start.release.text, 16, "0.1.0");
    command.as.start.wall_us = INT64_C(1764244800000000);
    give(&command);
}

/* As it was when all of it was made, which takes a while. */
static struct state *pristine;

static struct state *copy_of(const struct state *state)
{
    struct state *copy = NULL;

    CLAIM(state_copy(state, &copy) == 0);
    return copy;
}

void house_open(void)
{
    static struct jobs jobs;
    struct web_settings settings = { .realm = "cc-lite",
                                     .release = "0.1.0",
                                     .sip_address = "192.0.2.1:5071",
                                     .jobs = &jobs,
                                     .hash_operations = 1,
                                     .hash_bytes = 8192 };

    house_close();
    CLAIM(core_new(&house.core) == 0);
    if (pristine)
        CLAIM(core_adopt(house.core, copy_of(pristine)) == 0);
    CLAIM(web_new(&settings, copy_of(core_state(house.core)), &house.web) == 0);
    if (!pristine) {
        start();
        make_documents();
        pristine = copy_of(core_state(house.core));
    }
    house.asked = house.kept = 0;
}

void house_close(void)
{
    house.web = web_free(house.web);
    house.core = core_free(house.core);
}
