/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring of what the link said. */

#include "console/link_log.h"

#include <assert.h>
#include <errno.h>

#include "base/mark.h"
#include "lang/failure.h"

static void add(struct link_log *log, const struct link_entry *entry)
{
    log->entries[log->next] = *entry;
    log->next = (log->next + 1) % LINK_LOG_MAX;
    if (log->count < LINK_LOG_MAX)
        log->count++;
}

void link_log_note(struct link_log *log, const struct session_link *link,
                   int64_t wall_us)
{
    assert(log && link);
    struct link_entry entry = {
        .wall_us = wall_us,
        .reason = link->reason,
        .status = link->problem.status,
        .server = link->server,
    };
    bool is_new = link->state != log->before;
    bool was_live = log->before == SESSION_LIVE;

    log->before = link->state;
    switch (link->state) {
    case SESSION_CONNECTING:
        return;
    case SESSION_LIVE:
        entry.event = LINK_CONNECTED;
        log->failed = 0;
        break;
    case SESSION_REFUSED:
        entry.event = LINK_REFUSED;
        break;
    case SESSION_OFFLINE: /* the first wait follows the loss, no try */
        is_new = is_new || link->next_try != log->next_try_before;
        entry.event = was_live ? LINK_LOST : LINK_FAILED;
        entry.number = log->failed += is_new && !was_live;
        break;
    }
    log->next_try_before = link->next_try;
    if (is_new)
        add(log, &entry);
}

const struct link_entry *link_log_at(const struct link_log *log, size_t n)
{
    assert(log && n < log->count);

    return &log->entries[(log->next + LINK_LOG_MAX - 1 - n) % LINK_LOG_MAX];
}

void link_reason_word(int reason, int status, enum language language,
                      struct safe_text *ret_text)
{
    const char *words;

    switch (reason) {
    case 0:
        safe_text_format(ret_text,
                         lang_text(language, N_("the server says %d")), status);
        return;
    case -ENOTCONN:
        words = lang_text(language, N_("it cannot be reached"));
        break;
    case -ECONNRESET:
        words = lang_text(language, N_("the connection broke"));
        break;
    case -ETIMEDOUT:
        words = lang_text(language, N_("it does not answer"));
        break;
    case -EKEYREJECTED:
        words = lang_text(language, N_("its certificate is not good"));
        break;
    case -EPROTO:
        words = lang_text(language, N_("it cannot be understood"));
        break;
    default:
        words = failure_text(language, reason);
        break;
    }
    safe_text_copy(ret_text, words);
}

void link_entry_word(const struct link_entry *entry, enum language language,
                     struct safe_text *ret_text)
{
    struct safe_text reason;

    assert(entry && ret_text);
    link_reason_word(entry->reason, entry->status, language, &reason);
    switch (entry->event) {
    case LINK_CONNECTED:
        safe_text_copy(ret_text, lang_text(language, N_("connected")));
        break;
    case LINK_LOST:
        safe_text_format(ret_text, lang_text(language, N_("lost: %s")),
                         reason.text);
        break;
    case LINK_FAILED:
        safe_text_format(ret_text, lang_text(language, N_("try %d failed: %s")),
                         entry->number, reason.text);
        break;
    case LINK_REFUSED:
        safe_text_format(ret_text, lang_text(language, N_("refused: %s")),
                         reason.text);
        break;
    }
}
