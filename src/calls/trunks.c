/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document and a password, in whichever order they come. */

#include "calls/trunks.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MS_PER_S = 1000 };

struct known_trunk {
    uint64_t id; /* 0: free */
    bool has_document;
    struct event_trunk_set document;
    char password[TRUNK_PASSWORD_MAX + 1];
};

struct trunk_book {
    struct known_trunk trunks[LINE_OUT_MAX];
};

static struct known_trunk *find(const struct calls *calls, uint64_t id)
{
    struct trunk_book *book = calls->trunk_book;

    for (size_t i = 0; book && i < LINE_OUT_MAX; i++)
        if (book->trunks[i].id == id)
            return &book->trunks[i];

    return NULL;
}

/* NULL: out of memory, or there are more than the SIP stack takes. */
static struct known_trunk *find_or_add(struct calls *calls, uint64_t id)
{
    if (!calls->trunk_book)
        calls->trunk_book = calloc(1, sizeof(*calls->trunk_book));

    struct known_trunk *trunk = find(calls, id);
    if (!trunk)
        trunk = find(calls, 0);
    if (trunk)
        trunk->id = id;
    return trunk;
}

static void push(struct calls *calls, const struct known_trunk *known)
{
    static const enum signal_transport transports[] = {
        [TRANSPORT_UDP] = SIGNAL_UDP,
        [TRANSPORT_TCP] = SIGNAL_TCP,
        [TRANSPORT_TLS] = SIGNAL_TLS,
    };
    const struct event_trunk_set *document = &known->document;
    struct trunk_settings trunk = {
        .id = known->id,
        .any_port = document->transport != TRANSPORT_UDP,
        .transport = transports[document->transport],
        .srtp = srtp_of(document->srtp),
        .max_channels = (uint32_t)document->max_channels,
        .options_interval_s = (uint32_t)(document->check_ms / MS_PER_S),
        .registers = document->registers,
    };

    if (trunk_read_place(document->address.text, &trunk) < 0)
        return;

    snprintf(trunk.name, sizeof(trunk.name), "%s", document->name.text);
    snprintf(trunk.username, sizeof(trunk.username), "%s",
             document->username.text);
    snprintf(trunk.realm, sizeof(trunk.realm), "%s",
             document->realm.text[0] ? document->realm.text : trunk.host);
    memcpy(trunk.password, known->password, sizeof(trunk.password));
    trunk_set(calls->signalling, &trunk);
    explicit_bzero(trunk.password, sizeof(trunk.password));
}

void trunks_set(struct calls *calls, const struct event_trunk_set *document)
{
    assert(calls && document);

    struct known_trunk *trunk = find_or_add(calls, document->id);

    line_out_set(&calls->line_out, document);
    if (!trunk)
        return;

    trunk->document = *document;
    trunk->has_document = true;
    push(calls, trunk);
}

void calls_set_trunk_secret(struct calls *calls, uint64_t trunk_id,
                            const char *password, size_t length)
{
    assert(calls && trunk_id && password);

    struct known_trunk *trunk =
        length <= TRUNK_PASSWORD_MAX ? find_or_add(calls, trunk_id) : NULL;

    if (!trunk)
        return;

    explicit_bzero(trunk->password, sizeof(trunk->password));
    memcpy(trunk->password, password, length);
    if (trunk->has_document)
        push(calls, trunk);
}

void trunks_remove(struct calls *calls, uint64_t id)
{
    assert(calls);

    struct known_trunk *trunk = find(calls, id);

    line_out_remove(&calls->line_out, id);
    trunk_remove(calls->signalling, id);
    if (trunk)
        explicit_bzero(trunk, sizeof(*trunk));
}

void trunks_done(struct calls *calls)
{
    assert(calls);

    if (calls->trunk_book)
        explicit_bzero(calls->trunk_book, sizeof(*calls->trunk_book));
    free(calls->trunk_book);
}
