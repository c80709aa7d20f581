/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of what was said. */

#include "tui/message.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/prose.h"

struct message_log {
    uint64_t said;
    size_t count;
    size_t next; /* the oldest, when the ring is full */
    struct message ring[MESSAGE_KEPT];
};

static const int64_t lasts_us[SEVERITY_COUNT] = {
    [SEVERITY_INFO] = 6000000,
    [SEVERITY_WARNING] = 15000000,
    [SEVERITY_ERROR] = INT64_MAX,
};

int message_log_new(struct message_log **ret_log)
{
    assert(ret_log);
    struct message_log *log = calloc(1, sizeof(*log));

    if (!log)
        return -ENOMEM;
    *ret_log = log;
    return 0;
}

struct message_log *message_log_free(struct message_log *log)
{
    free(log);
    return NULL;
}

void message_log_add(struct message_log *log, const struct message *message)
{
    assert(log && message && message->severity < SEVERITY_COUNT);

    log->said++;
    log->ring[log->next] = *message;
    log->ring[log->next].is_dismissed = false;
    log->next = (log->next + 1) % MESSAGE_KEPT;
    if (log->count < MESSAGE_KEPT)
        log->count++;
}

uint64_t message_log_said(const struct message_log *log)
{
    return log->said;
}

size_t message_log_count(const struct message_log *log)
{
    return log->count;
}

const struct message *message_log_get(const struct message_log *log, size_t n)
{
    assert(n < log->count);

    return &log->ring[(log->next + MESSAGE_KEPT - 1 - n) % MESSAGE_KEPT];
}

static bool is_alive(const struct message *message, int64_t now_us)
{
    return !message->is_dismissed &&
           now_us - message->at_us < lasts_us[message->severity];
}

static bool is_fresh(const struct message *message, int64_t now_us)
{
    return now_us - message->at_us < lasts_us[SEVERITY_INFO];
}

/* An error that was seen hides nothing newer but news. */
static enum severity weight(const struct message *message, int64_t now_us)
{
    return message->severity == SEVERITY_ERROR && !is_fresh(message, now_us)
               ? SEVERITY_WARNING
               : message->severity;
}

const struct message *message_log_current(const struct message_log *log,
                                          int64_t now_us)
{
    assert(log);
    const struct message *best = NULL;

    for (size_t i = 0; i < log->count; i++) {
        const struct message *message = message_log_get(log, i);

        if (is_alive(message, now_us) &&
            (!best || weight(message, now_us) > weight(best, now_us)))
            best = message;
    }
    return best;
}

/* Esc means: seen. What is as severe or less, and older, goes with it, and so
 * does news; a warning that came since has not been seen yet. */
bool message_log_dismiss(struct message_log *log, int64_t now_us)
{
    const struct message *current = message_log_current(log, now_us);

    if (!current || current->severity == SEVERITY_INFO)
        return false;
    for (size_t i = 0; i < log->count; i++) {
        struct message *message = &log->ring[i];

        if (message->severity == SEVERITY_INFO ||
            (message->severity <= current->severity &&
             message->at_us <= current->at_us))
            message->is_dismissed = true;
    }
    return true;
}

bool message_log_withdraw(struct message_log *log, const char *text)
{
    bool is_any = false;

    assert(log && text);
    for (size_t i = 0; i < log->count; i++) {
        struct message *message = &log->ring[i];

        if (message->is_dismissed || strcmp(message->text, text))
            continue;
        message->is_dismissed = is_any = true;
    }
    return is_any;
}

int64_t message_log_wake(const struct message_log *log, int64_t now_us)
{
    int64_t wake_us = INT64_MAX;

    assert(log);
    for (size_t i = 0; i < log->count; i++) {
        const struct message *message = message_log_get(log, i);
        bool is_error = message->severity == SEVERITY_ERROR;
        int64_t then_us =
            message->at_us +
            lasts_us[is_error ? SEVERITY_INFO : message->severity];

        if (is_alive(message, now_us) && then_us > now_us && then_us < wake_us)
            wake_us = then_us;
    }
    return wake_us;
}

/* A blank before the sign, which takes two in ASCII, and one behind it. */
enum { SIGN_CELLS = 4 };

int message_rows(const struct message *message, int columns)
{
    assert(message);
    int rows = columns > SIGN_CELLS
                   ? prose_rows(message->text, columns - SIGN_CELLS)
                   : 1;

    return rows > 0 ? rows : 1;
}

void message_draw(const struct surface *surface, const struct message *message)
{
    static const struct {
        enum glyph glyph;
        enum look_role role;
    } signs[SEVERITY_COUNT] = {
        [SEVERITY_INFO] = { GLYPH_OK, ROLE_OK },
        [SEVERITY_WARNING] = { GLYPH_WARN, ROLE_WARN },
        [SEVERITY_ERROR] = { GLYPH_CRIT, ROLE_CRIT },
    };

    assert(surface);
    if (!message)
        return;
    struct look look = { (uint8_t)signs[message->severity].role, 0 };
    int used =
        surface_glyph(surface, 0, 1, look, signs[message->severity].glyph);
    struct surface words = surface_part(surface, 0, used + 2, surface->rows,
                                        surface->columns - SIGN_CELLS);
    prose_draw(&words, LOOK(TEXT, 0), message->text);
}
