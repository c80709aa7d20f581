/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The host between the scheme and the path, if it is a number. */

#include "web/inside_url.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>

#include "jobs/fetch_address.h"
#include "web/inside.h"

enum { HOST_SIZE = 256 };

/* "[2001:db8::1]:443/x", "192.0.2.1", as it stands behind the scheme. */
static void read_host(const char *text, char ret_host[HOST_SIZE])
{
    bool is_bracketed = *text == '[';
    size_t length =
        is_bracketed ? strcspn(++text, "]/?#") : strcspn(text, ":/?#");

    if (length >= HOST_SIZE)
        length = 0;
    (void)snprintf(ret_host, HOST_SIZE, "%.*s", (int)length, text);
}

/* As curl reads numbers: 127.1 and 2130706433 are 127.0.0.1, too. */
static bool is_inside(const char *url)
{
    static const struct addrinfo hints = { .ai_flags = AI_NUMERICHOST };
    const char *host = strstr(url, "://");
    struct addrinfo *found = NULL;
    char name[HOST_SIZE];

    if (!host)
        return false;
    read_host(host + 3, name);
    if (!name[0] || getaddrinfo(name, NULL, &hints, &found))
        return false;

    bool is_private = fetch_address_is_private(found->ai_addr);

    freeaddrinfo(found);
    return is_private;
}

static const char *field_of(const struct web_settings *settings,
                            enum document_kind kind)
{
    if (kind == DOCUMENT_BOX && !settings->allows_inside_webhooks)
        return "webhook";
    if (kind == DOCUMENT_LOOKUP && !settings->allows_inside_lookups)
        return "url";

    return NULL;
}

bool inside_url_check(struct exchange *exchange, enum document_kind kind,
                      uint64_t id, const void *data)
{
    const struct record *record = document_kind_info(kind)->record;
    const char *name = field_of(&exchange->web->settings, kind);
    const struct field *field = name ? record_field(record, name) : NULL;
    const void *before = state_document(exchange_floor(exchange), kind, id);
    struct mistake mistake;

    if (!field || !is_inside(field_get_text(field, data)) ||
        (before && field_is_same(field, before, data)))
        return true;

    (void)mistake_note(&mistake, MISTAKE_PRIVATE_ADDRESS, name);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    return false;
}
