/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fetch for each effect, and the command that answers it. */

#include "server/lookups.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/lookup.h"
#include "server/bell.h"
#include "server/lookup_secrets.h"
#include "server/server.h"
#include "wire/lookup_answer.h"

/* One that is under way, or was never begun. */
struct lookup_asked {
    struct fetch fetch; /* first */
    uint64_t serial;
    enum lookup_outcome outcome; /* of one that was not begun */
    struct lookup_values values;
    struct lookup_request request;
    struct label header;
    char secret[LOOKUP_SECRET_LINE_SIZE];
    struct lookup_asked *next;
};

struct lookups {
    struct server *server;
    struct fetcher *fetcher;
    struct lookup_asked *refused; /* to be told next */
    struct lookup_secrets secrets;
    struct bell bell;
};

static void come_back(void *arg)
{
    server_want_pump(((struct lookups *)arg)->server);
}

/* Secrets. */

/* Without memory the lookup is asked without, and is refused there. */
void lookups_set_secret(struct lookups *lookups, uint64_t lookup_id,
                        const char *secret, size_t length)
{
    assert(lookups && secret);
    if (state_lookup(core_state(lookups->server->core), lookup_id))
        (void)lookup_secrets_set(&lookups->secrets, lookup_id, secret, length);
}

void lookups_forget_secret(struct lookups *lookups, uint64_t lookup_id)
{
    assert(lookups);
    lookup_secrets_forget(&lookups->secrets, lookup_id);
}

/* Asking. */

/* @return 0 or what lookup_secrets_header() gives */
static int add_headers(const struct lookups *lookups,
                       const struct event_lookup_set *lookup,
                       struct lookup_asked *asked)
{
    size_t count = 0;
    int rc = lookup_secrets_header(&lookups->secrets, lookup, asked->secret);

    if (rc < 0)
        return rc;

    asked->header = lookup->header;
    if (asked->header.text[0])
        asked->fetch.headers[count++] = asked->header.text;
    if (rc > 0)
        asked->fetch.headers[count++] = asked->secret;
    return 0;
}

/* @return 0, -EACCES: its secret cannot be sent, and without it nothing is, or
   what core_fill_lookup() and fetcher_submit() return */
static int ask(struct lookups *lookups, const struct effect *effect,
               struct lookup_asked *asked)
{
    struct core *core = lookups->server->core;
    const struct event_lookup_set *lookup =
        state_lookup(core_state(core), effect->lookup_id);
    int rc = core_fill_lookup(core, effect->contact_id, effect->lookup_id,
                              &asked->request);

    if (rc < 0)
        return rc;
    if (!lookup_values_read(lookup->values.text, &asked->values))
        return -ENOENT;

    rc = add_headers(lookups, lookup, asked);
    if (rc < 0)
        return rc;
    asked->fetch.url = asked->request.url;
    asked->fetch.body =
        asked->request.method == LOOKUP_POST ? asked->request.body : NULL;
    asked->fetch.timeout_ms = asked->request.timeout_ms;
    return fetcher_submit(lookups->fetcher, &asked->fetch);
}

/* Without memory the effect's own deadline answers for it. */
void lookups_do(struct lookups *lookups, const struct effect *effect)
{
    struct lookup_asked *asked;

    assert(lookups && effect);
    asked = calloc(1, sizeof(*asked));
    if (!asked)
        return;

    asked->serial = effect->serial;
    int rc = ask(lookups, effect, asked);
    if (rc == 0)
        return;

    asked->outcome = rc == -EMSGSIZE ? LOOKUP_TOO_LONG
                     : rc == -EACCES ? LOOKUP_FORBIDDEN
                                     : LOOKUP_BUSY;
    asked->next = lookups->refused;
    lookups->refused = asked;
    server_want_pump(lookups->server);
}

/* What came of it. */

static enum lookup_outcome outcome_of(const struct fetch *fetch)
{
    static const enum lookup_outcome outcomes[] = {
        [FETCH_ANSWERED] = LOOKUP_REFUSED,
        [FETCH_UNREACHABLE] = LOOKUP_UNREACHABLE,
        [FETCH_UNTRUSTED] = LOOKUP_UNTRUSTED,
        [FETCH_FORBIDDEN] = LOOKUP_FORBIDDEN,
        [FETCH_TIMEOUT] = LOOKUP_TIMEOUT,
        [FETCH_TOO_LONG] = LOOKUP_UNREADABLE,
        [FETCH_SPARED] = LOOKUP_SPARED,
        [FETCH_CROWDED] = LOOKUP_BUSY,
        [FETCH_DROPPED] = LOOKUP_BUSY,
    };

    return outcomes[fetch->outcome];
}

/* Nobody of that number: 404 and 410, or nothing at all (RFC 9110, 15). */
static enum lookup_outcome read_answer(const struct lookup_asked *asked,
                                       struct note *ret_values)
{
    const struct fetch *fetch = &asked->fetch;
    int count;

    if (fetch->status == 404 || fetch->status == 410 || fetch->status == 204)
        return LOOKUP_NOT_FOUND;
    if (fetch->outcome != FETCH_ANSWERED || fetch->status < 200 ||
        fetch->status > 299)
        return outcome_of(fetch);
    if (!fetch->bytes)
        return LOOKUP_UNREADABLE;

    count = lookup_answer_read(fetch->bytes, fetch->length, &asked->values,
                               ret_values);
    if (count < 0)
        return LOOKUP_UNREADABLE;

    return count > 0 ? LOOKUP_FOUND : LOOKUP_NOT_FOUND;
}

static void forget(struct lookup_asked *asked)
{
    fetch_done(&asked->fetch);
    explicit_bzero(asked, sizeof(*asked));
    free(asked);
}

static void tell(struct lookups *lookups, struct lookup_asked *asked,
                 bool was_begun)
{
    struct command command = { .type = COMMAND_LOOKUP_ANSWERED };
    struct command_lookup_answered *answered = &command.as.lookup_answered;

    answered->serial = asked->serial;
    answered->outcome =
        was_begun ? read_answer(asked, &answered->values) : asked->outcome;
    answered->status = asked->fetch.status;
    forget(asked);
    (void)server_turn(lookups->server, &command);
}

void lookups_go_on(struct lookups *lookups)
{
    struct lookup_asked *asked;
    struct fetch *fetch;

    assert(lookups);
    while (!lookups->server->is_unwritten && (asked = lookups->refused)) {
        lookups->refused = asked->next;
        tell(lookups, asked, false);
    }
    while (!lookups->server->is_unwritten &&
           (fetch = fetcher_take(lookups->fetcher)))
        tell(lookups, (struct lookup_asked *)fetch, true);
}

void lookups_figures(struct lookups *lookups,
                     struct fetcher_figures *ret_figures)
{
    assert(lookups);
    fetcher_figures(lookups->fetcher, ret_figures);
}

int lookups_new(struct server *server, struct lookups **ret_lookups)
{
    assert(server && ret_lookups);

    const struct server_settings *settings = server->settings;
    struct lookups *lookups = calloc(1, sizeof(*lookups));
    if (!lookups)
        return -ENOMEM;

    const struct fetcher_settings fetcher = {
        .allows_private = settings->lookup_private,
        .authorities = settings->lookup_authorities[0]
                           ? settings->lookup_authorities
                           : NULL,
        .ring = bell_ring,
        .arg = &lookups->bell,
    };

    lookups->server = server;
    int rc = bell_init(&lookups->bell, server->loop, come_back, lookups);
    if (rc == 0)
        rc = fetcher_new(&fetcher, &lookups->fetcher);
    if (rc < 0) {
        lookups_free(lookups);
        return rc;
    }

    *ret_lookups = lookups;
    return 0;
}

static void free_fetcher(struct lookups *lookups)
{
    struct fetch *fetch;

    if (!lookups->fetcher)
        return;

    fetcher_end(lookups->fetcher);
    while ((fetch = fetcher_take(lookups->fetcher)))
        forget((struct lookup_asked *)fetch);
    lookups->fetcher = fetcher_free(lookups->fetcher);
}

struct lookups *lookups_free(struct lookups *lookups)
{
    struct lookup_asked *asked;

    if (!lookups)
        return NULL;

    free_fetcher(lookups);
    while ((asked = lookups->refused)) {
        lookups->refused = asked->next;
        forget(asked);
    }
    bell_done(&lookups->bell);
    lookup_secrets_done(&lookups->secrets);
    free(lookups);
    return NULL;
}
