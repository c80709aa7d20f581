/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcurl's multi interface, woken by whoever has something to ask. */

#include "jobs/fetcher.h"

#include <assert.h>
#include <curl/curl.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/pulse.h"
#include "jobs/fetch_hosts.h"
#include "jobs/fetch_transfer.h"

enum {
    KEPT_CONNECTIONS = 16,
    REST_MS = 3600000,   /* or until it is woken */
    TURN_MAX_MS = 60000, /* what the library does within one */
};

struct fetch_list {
    struct fetch *first;
    struct fetch *last;
};

struct fetcher {
    struct fetcher_settings settings;
    pthread_mutex_t lock;
    struct fetch_list asked; /* these and what follows: under the lock */
    struct fetch_list done;
    struct fetcher_figures figures;
    bool is_ending;

    pthread_t thread;
    bool is_running; /* the owner's: the thread is there */
    bool has_ended;  /* ... and will not be again */
    CURLM *multi;

    /* the thread's */
    struct fetch_hosts hosts;
    struct fetch_transfer *under_way[FETCH_MAX_AT_ONCE];
    size_t under_way_count;
};

static void append(struct fetch_list *list, struct fetch *fetch)
{
    fetch->next = NULL;
    if (list->first)
        list->last->next = fetch;
    else
        list->first = fetch;
    list->last = fetch;
}

static struct fetch *take_first(struct fetch_list *list)
{
    struct fetch *fetch = list->first;

    if (fetch)
        list->first = fetch->next;
    return fetch;
}

static bool is_failure(const struct fetch *fetch)
{
    return fetch->outcome != FETCH_ANSWERED || fetch->status >= 500;
}

static void give_back(struct fetcher *fetcher, struct fetch *fetch,
                      int64_t took_us)
{
    bool was_asked =
        fetch->outcome != FETCH_SPARED && fetch->outcome != FETCH_CROWDED;
    unsigned open = fetch_hosts_open(&fetcher->hosts, clock_boot_us());

    pthread_mutex_lock(&fetcher->lock);
    append(&fetcher->done, fetch);
    fetcher->figures.asked += was_asked;
    fetcher->figures.failed += was_asked && is_failure(fetch);
    fetcher->figures.spared += fetch->outcome == FETCH_SPARED;
    fetcher->figures.crowded += fetch->outcome == FETCH_CROWDED;
    fetcher->figures.took_us += (uint64_t)took_us;
    fetcher->figures.open = open;
    fetcher->figures.running--;
    pthread_mutex_unlock(&fetcher->lock);
    fetcher->settings.ring(fetcher->settings.arg);
}

static void give_back_as(struct fetcher *fetcher, struct fetch *fetch,
                         enum fetch_outcome outcome)
{
    fetch->outcome = outcome;
    give_back(fetcher, fetch, 0);
}

/* A breaker that allows a try counts on its being made: it is asked last. */
static void begin(struct fetcher *fetcher, struct fetch *fetch)
{
    int64_t now_us = clock_boot_us();
    struct fetch_host *host =
        fetch_hosts_find(&fetcher->hosts, fetch->url, now_us);
    struct fetch_transfer *transfer;

    if (host->running >= FETCH_MAX_OF_HOST) {
        give_back_as(fetcher, fetch, FETCH_CROWDED);
        return;
    }
    if (!breaker_allows(&host->breaker, now_us)) {
        give_back_as(fetcher, fetch, FETCH_SPARED);
        return;
    }

    transfer = fetch_transfer_new(fetch, &fetcher->settings);
    if (!transfer || curl_multi_add_handle(fetcher->multi, transfer->easy)) {
        fetch_transfer_free(transfer);
        give_back_as(fetcher, fetch, FETCH_DROPPED);
        return;
    }
    host->running++;
    transfer->began_us = now_us;
    assert(fetcher->under_way_count < FETCH_MAX_AT_ONCE);
    fetcher->under_way[fetcher->under_way_count++] = transfer;
}

static void leave(struct fetcher *fetcher, struct fetch_transfer *transfer)
{
    size_t i = 0;

    while (fetcher->under_way[i] != transfer)
        i++;
    fetcher->under_way[i] = fetcher->under_way[--fetcher->under_way_count];
    (void)curl_multi_remove_handle(fetcher->multi, transfer->easy);
    fetch_transfer_free(transfer);
}

static void end(struct fetcher *fetcher, CURL *easy, CURLcode code)
{
    struct fetch_transfer *transfer = NULL;
    int64_t now_us = clock_boot_us();
    struct fetch_host *host;
    struct fetch *fetch;
    int64_t took_us;

    (void)curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    fetch = transfer->fetch;
    took_us = now_us - transfer->began_us;
    fetch_transfer_end(transfer, code);
    host = fetch_hosts_find(&fetcher->hosts, fetch->url, now_us);
    host->running--;
    fetch_transfer_tell(fetch, &host->breaker, now_us);
    leave(fetcher, transfer);
    give_back(fetcher, fetch, took_us);
}

static bool begin_asked(struct fetcher *fetcher)
{
    struct fetch *fetch = NULL;
    bool is_ending;

    do {
        pthread_mutex_lock(&fetcher->lock);
        is_ending = fetcher->is_ending;
        fetch = is_ending ? NULL : take_first(&fetcher->asked);
        pthread_mutex_unlock(&fetcher->lock);
        if (fetch)
            begin(fetcher, fetch);
    } while (fetch);

    return !is_ending;
}

static void end_done(struct fetcher *fetcher)
{
    const CURLMsg *message;
    int left;

    while ((message = curl_multi_info_read(fetcher->multi, &left)))
        if (message->msg == CURLMSG_DONE)
            end(fetcher, message->easy_handle, message->data.result);
}

static void drop_all(struct fetcher *fetcher)
{
    struct fetch *fetch;

    while (fetcher->under_way_count > 0) {
        fetch = fetcher->under_way[0]->fetch;
        leave(fetcher, fetcher->under_way[0]);
        fetch->outcome = FETCH_DROPPED;
        append(&fetcher->done, fetch);
    }
    while ((fetch = take_first(&fetcher->asked))) {
        fetch->outcome = FETCH_DROPPED;
        append(&fetcher->done, fetch);
    }
}

static void *run(void *arg)
{
    struct fetcher *fetcher = arg;
    int running = 0;

    (void)pthread_setname_np(pthread_self(), "fetcher");
    pulse_begin("fetcher", TURN_MAX_MS);
    while (begin_asked(fetcher)) {
        (void)curl_multi_perform(fetcher->multi, &running);
        end_done(fetcher);
        pulse_rest();
        (void)curl_multi_poll(fetcher->multi, NULL, 0, REST_MS, NULL);
        pulse_beat();
    }

    pulse_end();
    return NULL;
}

/* Signals are the main thread's. */
static int start(struct fetcher *fetcher)
{
    sigset_t all;
    sigset_t before;
    int rc;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    rc = -pthread_create(&fetcher->thread, NULL, run, fetcher);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    fetcher->is_running = rc == 0;
    return rc;
}

/* libcurl is not loaded with all it has before somebody asks. */
static int prepare(struct fetcher *fetcher)
{
    int rc = 0;

    if (curl_global_init(CURL_GLOBAL_DEFAULT))
        return -ENOMEM;

    fetcher->multi = curl_multi_init();
    if (!fetcher->multi) {
        curl_global_cleanup();
        return -ENOMEM;
    }

    rc |= (int)curl_multi_setopt(fetcher->multi, CURLMOPT_MAX_HOST_CONNECTIONS,
                                 (long)FETCH_MAX_OF_HOST);
    rc |= (int)curl_multi_setopt(fetcher->multi, CURLMOPT_MAXCONNECTS,
                                 (long)KEPT_CONNECTIONS);
    return rc == 0 ? 0 : -ELIBACC;
}

int fetcher_new(const struct fetcher_settings *settings,
                struct fetcher **ret_fetcher)
{
    assert(settings && settings->ring && ret_fetcher);

    struct fetcher *fetcher = calloc(1, sizeof(*fetcher));
    if (!fetcher)
        return -ENOMEM;

    fetcher->settings = *settings;
    pthread_mutex_init(&fetcher->lock, NULL);
    *ret_fetcher = fetcher;
    return 0;
}

void fetcher_end(struct fetcher *fetcher)
{
    assert(fetcher);

    pthread_mutex_lock(&fetcher->lock);
    fetcher->is_ending = true;
    pthread_mutex_unlock(&fetcher->lock);
    if (fetcher->is_running) {
        (void)curl_multi_wakeup(fetcher->multi);
        pthread_join(fetcher->thread, NULL);
        fetcher->is_running = false;
    }
    fetcher->has_ended = true;
    drop_all(fetcher);
}

struct fetcher *fetcher_free(struct fetcher *fetcher)
{
    if (!fetcher)
        return NULL;

    assert(!fetcher->is_running && !fetcher->done.first);
    if (fetcher->multi) {
        curl_multi_cleanup(fetcher->multi);
        curl_global_cleanup();
    }
    pthread_mutex_destroy(&fetcher->lock);
    free(fetcher);
    return NULL;
}

static int hand_over(struct fetcher *fetcher, struct fetch *fetch)
{
    int rc = 0;

    pthread_mutex_lock(&fetcher->lock);
    if (fetcher->figures.running >= FETCH_MAX_AT_ONCE) {
        rc = -EAGAIN;
    } else {
        append(&fetcher->asked, fetch);
        fetcher->figures.running++;
    }
    pthread_mutex_unlock(&fetcher->lock);
    return rc;
}

int fetcher_submit(struct fetcher *fetcher, struct fetch *fetch)
{
    int rc = fetcher->has_ended ? -ESHUTDOWN : 0;

    assert(fetch && fetch->url && fetch->timeout_ms > 0);
    if (rc == 0 && !fetcher->multi)
        rc = prepare(fetcher);
    if (rc == 0 && !fetcher->is_running)
        rc = start(fetcher);
    if (rc == 0)
        rc = hand_over(fetcher, fetch);
    if (rc == 0)
        (void)curl_multi_wakeup(fetcher->multi);
    return rc;
}

struct fetch *fetcher_take(struct fetcher *fetcher)
{
    assert(fetcher);

    pthread_mutex_lock(&fetcher->lock);
    struct fetch *fetch = take_first(&fetcher->done);
    pthread_mutex_unlock(&fetcher->lock);
    return fetch;
}

void fetch_done(struct fetch *fetch)
{
    assert(fetch);

    free(fetch->bytes);
    fetch->bytes = NULL;
    fetch->length = 0;
}

void fetcher_figures(struct fetcher *fetcher,
                     struct fetcher_figures *ret_figures)
{
    assert(fetcher && ret_figures);

    pthread_mutex_lock(&fetcher->lock);
    *ret_figures = fetcher->figures;
    pthread_mutex_unlock(&fetcher->lock);
}
