/* SPDX-License-Identifier: GPL-3.0-or-later */
/* OPTIONS to every address of a trunk, and what the answers mean. */

#include "sip/trunk_table.h"

#include <assert.h>
#include <string.h>

static const int64_t SECOND_US = 1000000;

static void ask(void *arg);

const struct trunk_path *trunk_best_path(const struct trunk *trunk)
{
    for (size_t i = 0; i < trunk->path_count; i++)
        if (trunk->paths[i].up)
            return &trunk->paths[i];

    return NULL;
}

const struct trunk_path *trunk_any_path(const struct trunk *trunk)
{
    const struct trunk_path *best = trunk_best_path(trunk);

    return best || trunk->path_count == 0 ? best : &trunk->paths[0];
}

static void tell(struct trunk *trunk, int code)
{
    struct signalling *signalling = trunk->table->signalling;
    const struct trunk_handlers *tell = &signalling->handlers.trunk;
    bool up = trunk_best_path(trunk);

    trunk->status.up = up;
    if (up == trunk->told_up)
        return;

    trunk->told_up = up;
    trunk->status.since_us = loop_now_us(signalling->loop);
    if (up && tell->up)
        tell->up(signalling->handlers.arg, trunk->settings.id);
    if (!up && tell->down)
        tell->down(signalling->handlers.arg, trunk->settings.id, code);
}

static void ask_again(struct trunk_path *path)
{
    uint32_t interval_s = path->trunk->settings.options_interval_s;

    if (path->failures > 0 && path->up && interval_s > TRUNK_RETRY_S)
        interval_s = TRUNK_RETRY_S;

    loop_start_timer(path->trunk->table->signalling->loop, &path->next,
                     interval_s * SECOND_US, ask, path);
}

/* Even a refusal shows that somebody works there, but for "I do not". */
static bool is_well(int code)
{
    return code >= 200 && code != 408 && (code < 500 || code == 501);
}

static void note(struct trunk_path *path, int code)
{
    struct trunk *trunk = path->trunk;

    trunk->status.last_code = code;
    trunk->status.is_suspect = false;
    if (is_well(code)) {
        path->failures = 0;
        path->up = true;
        trunk->call_failures = 0;
    } else if (++path->failures >= TRUNK_FAILURES_TO_DOWN) {
        path->up = false;
    }

    ask_again(path);
    tell(trunk, code);
}

static void out_of_patience(void *arg)
{
    struct trunk_path *path = arg;

    signal_sent_forget(&path->asked);
    note(path, 0);
}

static void answered(const struct sip_msg *msg, void *arg)
{
    struct trunk_path *path = arg;
    struct loop *loop = path->trunk->table->signalling->loop;

    if (msg && msg->scode < 200)
        return;

    loop_stop_timer(loop, &path->patience);
    if (msg)
        path->trunk->status.round_trip_us = loop_now_us(loop) - path->asked_us;
    note(path, msg ? msg->scode : 0);
}

static int send_options(struct trunk_path *path)
{
    struct signalling *signalling = path->trunk->table->signalling;
    enum signal_transport transport = path->trunk->settings.transport;
    char uri[SIGNAL_HOP_SIZE], headers[320];
    struct sa shown;
    struct signal_request request = {
        .method = "OPTIONS",
        .uri = uri,
        .hop = path->address,
        .transport = transport,
        .contact_user = "cclite",
        .headers = headers,
    };

    int rc = signal_shown_address(signalling, signal_to_transp(transport),
                                  &path->address, &shown);
    if (rc < 0)
        return rc;

    re_snprintf(uri, sizeof(uri), "sip:%J", &path->address);
    re_snprintf(headers, sizeof(headers),
                "To: <%s>\r\nFrom: <sip:%J>;tag=%08x\r\n"
                "Call-ID: %016llx\r\nCSeq: 1 OPTIONS\r\n"
                "Accept: application/sdp\r\n",
                uri, &shown, rand_u32(), rand_u64());
    return signal_send(signalling, &request, answered, path, &path->asked);
}

static void ask(void *arg)
{
    struct trunk_path *path = arg;
    struct loop *loop = path->trunk->table->signalling->loop;

    path->asked_us = loop_now_us(loop);
    if (send_options(path) < 0)
        note(path, 0);
    else
        loop_start_timer(loop, &path->patience, TRUNK_PATIENCE_S * SECOND_US,
                         out_of_patience, path);
}

/* Asked at once; until it answers it is what it was. */
static void watch_path(struct trunk *trunk, struct trunk_path *path)
{
    path->trunk = trunk;
    if (trunk->settings.options_interval_s != 0)
        loop_start_timer(trunk->table->signalling->loop, &path->next, 0, ask,
                         path);
}

void trunk_watch(struct trunk *trunk)
{
    const struct trunk_settings *settings = &trunk->settings;

    if (settings->address_count > 0)
        trunk->path_count = settings->address_count;
    for (size_t i = 0; i < trunk->path_count; i++) {
        struct trunk_path *path = &trunk->paths[i];

        path->failures = 0;
        path->up = true;
        if (settings->address_count > 0)
            (void)signal_address_to_sa(&settings->addresses[i], &path->address);
        watch_path(trunk, path);
    }

    trunk->status.up = trunk->told_up = trunk_best_path(trunk);
    trunk->status.asked = settings->options_interval_s != 0;
    trunk->status.since_us = loop_now_us(trunk->table->signalling->loop);
}

static bool is_same_place(const struct trunk *trunk,
                          const struct sa addresses[], size_t count)
{
    for (size_t i = 0; i < count && i < trunk->path_count; i++)
        if (!sa_cmp(&trunk->paths[i].address, &addresses[i], SA_ALL))
            return false;

    return count == trunk->path_count;
}

void trunk_move(struct trunk *trunk, const struct sa addresses[], size_t count)
{
    assert(trunk && count <= TRUNK_MAX_ADDRESSES);

    struct trunk_path before[TRUNK_MAX_ADDRESSES];
    size_t count_before = trunk->path_count;

    if (is_same_place(trunk, addresses, count))
        return;

    trunk_unwatch(trunk);
    memcpy(before, trunk->paths, sizeof(before));
    trunk->path_count = count;
    for (size_t i = 0; i < count; i++) {
        struct trunk_path *path = &trunk->paths[i];

        *path = (struct trunk_path){ .address = addresses[i], .up = true };
        for (size_t j = 0; j < count_before; j++)
            if (sa_cmp(&before[j].address, &addresses[i], SA_ALL)) {
                path->up = before[j].up;
                path->failures = before[j].failures;
            }
        watch_path(trunk, path);
    }

    tell(trunk, 0);
}

void trunk_unwatch(struct trunk *trunk)
{
    struct loop *loop = trunk->table->signalling->loop;

    for (size_t i = 0; i < TRUNK_MAX_ADDRESSES; i++) {
        loop_stop_timer(loop, &trunk->paths[i].next);
        loop_stop_timer(loop, &trunk->paths[i].patience);
        signal_sent_forget(&trunk->paths[i].asked);
    }
}

void trunk_suspect(struct trunk *trunk, int code)
{
    assert(trunk);

    if (trunk->settings.options_interval_s == 0)
        return;

    for (size_t i = 0; i < trunk->path_count; i++)
        trunk->paths[i].up = false;

    trunk->status.is_suspect = true;
    tell(trunk, code);
}
