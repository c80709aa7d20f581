/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The web server's making, its doors to the main thread, and its end. */

#include "web/web.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sodium.h>

#include "base/clock.h"
#include "web/exchange.h"
#include "web/history.h"
#include "web/inside.h"
#include "web/serve.h"
#include "web/watch.h"
#include "web/web_job.h"
#include "web/zones.h"
#include "wire/caller_text.h"

int64_t web_now_us(const struct web *web)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_BOOTTIME, &now);
    return INT64_C(1000000) * now.tv_sec + now.tv_nsec / 1000 +
           web->settings.clock_offset_us;
}

static void preset_settings(struct web_settings *s)
{
    s->max_clients = s->max_clients ? s->max_clients : 2000;
    if (!s->max_clients_per_source)
        s->max_clients_per_source = 200;
    s->head_timeout_s = s->head_timeout_s ? s->head_timeout_s : 10;
    s->body_timeout_s = s->body_timeout_s ? s->body_timeout_s : 20;
    s->idle_timeout_s = s->idle_timeout_s ? s->idle_timeout_s : 25;
    s->reply_timeout_s = s->reply_timeout_s ? s->reply_timeout_s : 20;
    s->send_timeout_s = s->send_timeout_s ? s->send_timeout_s : 25;
    s->silence_s = s->silence_s ? s->silence_s : 45;
    s->session_s = s->session_s ? s->session_s : 12 * 3600;
    s->hash_operations = s->hash_operations ? s->hash_operations : 2;
    s->hash_bytes = s->hash_bytes ? s->hash_bytes : 64 * 1024 * 1024;
    s->free_tries = s->free_tries ? s->free_tries : 5;
    s->first_wait_ms = s->first_wait_ms ? s->first_wait_ms : 1000;
    s->time_zone = s->time_zone ? s->time_zone : "";
    s->longest_wait_ms = s->longest_wait_ms ? s->longest_wait_ms : 60000;
}

static int copy_text(const char **text)
{
    if (!*text)
        return 0;
    *text = strdup(*text);
    return *text ? 0 : -ENOMEM;
}

static int copy_settings(struct web *web, const struct web_settings *settings)
{
    struct web_settings *s = &web->settings;
    int rc = 0;

    *s = *settings;
    preset_settings(s);
    /* All are copied, whatever fails: web_free() frees them all. */
    rc |= copy_text(&s->socket_path);
    rc |= copy_text(&s->address);
    rc |= copy_text(&s->realm);
    rc |= copy_text(&s->release);
    rc |= copy_text(&s->sip_address);
    rc |= copy_text(&s->recording_dir);
    rc |= copy_text(&s->time_zone);
    return rc ? -ENOMEM : 0;
}

static int make_parts(struct web *web)
{
    struct guard_rule rule = {
        .free_tries = web->settings.free_tries,
        .first_wait_ms = web->settings.first_wait_ms,
        .longest_wait_ms = web->settings.longest_wait_ms,
    };
    int rc = to_main_new(&web->to_main);

    if (rc == 0)
        rc = from_main_new(&web->from_main);
    if (rc == 0)
        rc = job_box_new(web_ring, web, &web->box);
    if (rc == 0)
        rc = tokens_new(&web->tokens);
    if (rc == 0)
        rc = secrets_new(&web->secrets);
    if (rc == 0)
        rc = repeats_new(&web->repeats);
    if (rc == 0)
        rc = guard_new(&rule, &web->guard);
    if (rc == 0)
        rc = rule_book_new(&web->book);
    /* Checking a password takes as long when there is none to be checked. */
    password_of_nobody(
        &(struct password_cost){ .operations = web->settings.hash_operations,
                                 .bytes = web->settings.hash_bytes },
        web->nobodys_hash);
    return rc;
}

void web_hash_of_nobody(const struct web *web,
                        char ret_hash[PASSWORD_HASH_SIZE])
{
    assert(web && ret_hash);

    memcpy(ret_hash, web->nobodys_hash, PASSWORD_HASH_SIZE);
}

int web_sound_wait_s(struct web *web, uint64_t user_id)
{
    assert(web);

    return sound_budget_wait_s(&web->sounds, user_id, web_now_us(web));
}

void web_note_sound(struct web *web, uint64_t user_id, int64_t bytes)
{
    assert(web);

    sound_budget_note(&web->sounds,
                      &(struct sound_made){ user_id, bytes, web_now_us(web) });
}

static int set_zone(void *arg, const struct zone *zone)
{
    return rule_book_set_zone(arg, zone);
}

int web_new(const struct web_settings *settings, struct state *floor,
            struct web **ret_web)
{
    assert(settings && settings->realm && settings->release && settings->jobs);
    assert(settings->sip_address);
    assert(floor && ret_web);

    if (sodium_init() < 0)
        return -ENOSYS;
    struct web *web = calloc(1, sizeof(*web));
    if (!web)
        return -ENOMEM;

    sound_budget_init(&web->sounds);
    for (uint32_t i = 0; i < WEB_MAX_SLOTS; i++)
        web->slots.free[web->slots.free_count++] = WEB_MAX_SLOTS - 1 - i;
    int rc = copy_settings(web, settings);
    if (rc == 0)
        rc = make_parts(web);
    if (rc < 0) {
        web_free(web);
        return rc;
    }
    rc = watch_new(floor, &web->watch);
    if (rc == 0)
        rc = history_new(HISTORY_RATE_S, &web->rates);
    if (rc == 0)
        rc = zones_each(floor, web->settings.time_zone, clock_wall_us(),
                        set_zone, web->book);
    if (rc == 0)
        rc = zones_each_phone(clock_wall_us(), set_zone, web->book);
    if (rc < 0) {
        web_free(web);
        return rc;
    }
    web->floor = floor;
    *ret_web = web;
    return 0;
}

const struct rule_book *web_zones(const struct web *web)
{
    assert(web);

    return web->book;
}

static int load_secret(struct web *web, const char *key, const void *value,
                       size_t length)
{
    char hash[PASSWORD_HASH_SIZE] = "";
    uint64_t user_id;

    if (sscanf(key, "user/%" SCNu64, &user_id) != 1 || length >= sizeof(hash))
        return 0;
    memcpy(hash, value, length);
    return secrets_set(web->secrets, user_id, hash);
}

static int load_token(struct web *web, const char *key, const void *value,
                      size_t length)
{
    struct token token;

    if (token_parse(key, value, length, &token) < 0)
        return 0;
    int rc = tokens_add(web->tokens, &token);
    return rc == -ENOSPC ? 0 : rc;
}

static int load_repeat(struct web *web, const char *key, const void *value,
                       size_t length)
{
    struct repeat repeat;

    /* Old ones are expired, and deleted, by and by. */
    if (repeat_parse(key, value, length, &repeat) < 0 ||
        repeats_find(web->repeats, repeat.key))
        return 0;
    int rc = repeats_add(web->repeats, &repeat);
    return rc == -ENOSPC ? 0 : rc;
}

/* Those that are no longer in use lie there, too. */
static int load_list(struct web *web, const char *key, const void *value,
                     size_t length)
{
    struct caller_list *list = NULL;
    int rc = 0;

    if (!state_names_list(web->floor, key) ||
        caller_text_parse(value, length, &list) < 0)
        return 0;
    if (rule_book_add_list(web->book, list) == -ENOMEM)
        rc = -ENOMEM;
    free(list);
    return rc;
}

int web_load_side(struct web *web, enum web_side_kind kind, const char *key,
                  const void *value, size_t length)
{
    assert(web && !web->is_running && key && value);

    switch (kind) {
    case WEB_SIDE_SECRET:
        return load_secret(web, key, value, length);
    case WEB_SIDE_TOKEN:
        return load_token(web, key, value, length);
    case WEB_SIDE_IDEMPOTENCY:
        return load_repeat(web, key, value, length);
    case WEB_SIDE_CALLER_LIST:
        return load_list(web, key, value, length);
    default:
        return 0;
    }
}

int web_start(struct web *web)
{
    sigset_t all;
    sigset_t before;

    assert(web && !web->is_running);

    int rc = serve_open(web);
    if (rc < 0) {
        serve_close(web);
        return rc;
    }
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    rc = -pthread_create(&web->thread, NULL, serve_run, web);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (rc < 0) {
        serve_close(web);
        return rc;
    }
    web->is_running = true;
    return 0;
}

int web_port(const struct web *web)
{
    assert(web);

    return web->port;
}

int web_push_events(struct web *web, const struct event *events, size_t count)
{
    assert(web);

    return count > 0 ? from_main_put_events(web->from_main, events, count) : 0;
}

int web_make_room(struct web *web, size_t count)
{
    assert(web);

    return count > 0 ? from_main_make_room(web->from_main, count) : 0;
}

bool web_is_watched(const struct web *web)
{
    assert(web);

    return atomic_load(&web->is_watched);
}

void web_tell_events(struct web *web)
{
    assert(web);

    if (web_is_watched(web))
        web_ring(web);
}

void web_tell_committed(struct web *web, uint64_t seq)
{
    assert(web);

    atomic_store(&web->committed_seq, seq);
}

int web_request_fd(const struct web *web)
{
    assert(web);

    return to_main_fd(web->to_main);
}

bool web_next_request(struct web *web, struct web_request *ret_request)
{
    assert(web);

    return to_main_take(web->to_main, ret_request);
}

void web_request_settle(struct web_request *request, uint64_t id, uint64_t seq)
{
    enum { OUTCOME_SIZE = 48 };

    assert(request);

    for (size_t i = 0; i < request->side_count; i++) {
        struct web_side *side = &request->sides[i];
        if (side->kind != WEB_SIDE_IDEMPOTENCY || !side->value)
            continue;
        /* Room for it was left when the value was made. */
        size_t length = strlen(side->value);
        (void)snprintf(side->value + length, OUTCOME_SIZE,
                       " %" PRIu64 " %" PRIu64, id, seq);
    }
}

int web_reply(struct web *web, struct web_slot slot,
              const struct web_reply *reply)
{
    assert(web && reply);

    if (slot.index == UINT32_MAX)
        return 0;
    int rc = from_main_put_reply(web->from_main, slot, reply);
    if (rc == 0)
        web_ring(web);
    return rc;
}

void web_set_metrics(struct web *web, const int64_t values[METRIC_COUNT])
{
    assert(web);

    from_main_put_metrics(web->from_main, values);
}

void web_set_status(struct web *web, const struct web_status *status)
{
    assert(web);

    from_main_put_status(web->from_main, status);
}

void web_set_trunks(struct web *web, const struct web_trunk *trunks,
                    size_t count)
{
    assert(web && count <= WEB_MAX_TRUNKS);

    from_main_put_trunks(web->from_main, trunks, count);
}

/* Workers may still be busy with what clients asked for. */
static void wait_for_works(struct web *web)
{
    while (web->works > 0) {
        struct timespec a_while = { .tv_nsec = 1000000 };
        struct job *job = job_box_take(web->box);

        if (job)
            web_hear_job(web, job);
        else
            (void)nanosleep(&a_while, NULL);
    }
}

static void free_parts(struct web *web)
{
    for (uint32_t i = 0; i < WEB_MAX_SLOTS; i++)
        exchange_free(web->slots.exchanges[i]);
    to_main_free(web->to_main);
    from_main_free(web->from_main);
    job_box_free(web->box);
    tokens_free(web->tokens);
    secrets_free(web->secrets);
    repeats_free(web->repeats);
    guard_free(web->guard);
    rule_book_free(web->book);
    watch_free(web->watch);
    history_free(web->rates);
    state_free(web->floor);
    free((char *)web->settings.socket_path);
    free((char *)web->settings.address);
    free((char *)web->settings.realm);
    free((char *)web->settings.release);
    free((char *)web->settings.sip_address);
    free((char *)web->settings.recording_dir);
    free((char *)web->settings.time_zone);
}

struct web *web_free(struct web *web)
{
    if (!web)
        return NULL;

    if (web->is_running) {
        atomic_store(&web->is_ending, true);
        atomic_store(&web->is_rung, false);
        web_ring(web); /* and never again: the flag stays */
        pthread_join(web->thread, NULL);
        wait_for_works(web);
        serve_close(web);
    }
    free_parts(web);
    sound_budget_done(&web->sounds);
    free(web);
    return NULL;
}
