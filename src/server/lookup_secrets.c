/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array that grows by one, for realloc() would leave copies behind. */

#include "server/lookup_secrets.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/secret_file.h"

struct lookup_secret {
    uint64_t lookup_id;
    char text[LOOKUP_SECRET_SIZE];
};

static struct lookup_secret *find(const struct lookup_secrets *secrets,
                                  uint64_t lookup_id)
{
    for (size_t i = 0; i < secrets->count; i++)
        if (secrets->rows[i].lookup_id == lookup_id)
            return &secrets->rows[i];

    return NULL;
}

static void wipe(const struct lookup_secrets *secrets)
{
    if (secrets->rows)
        explicit_bzero(secrets->rows, secrets->count * sizeof(*secrets->rows));
    free(secrets->rows);
}

static int add(struct lookup_secrets *secrets, struct lookup_secret **ret_row)
{
    size_t count = secrets->count;

    if (count == LOOKUP_SECRETS_MAX)
        return -ENOBUFS;

    struct lookup_secret *longer = calloc(count + 1, sizeof(*longer));
    if (!longer)
        return -ENOMEM;

    if (count > 0)
        memcpy(longer, secrets->rows, count * sizeof(*longer));
    wipe(secrets);
    *secrets = (struct lookup_secrets){ longer, count + 1 };
    *ret_row = &longer[count];
    return 0;
}

int lookup_secrets_set(struct lookup_secrets *secrets, uint64_t lookup_id,
                       const char *text, size_t length)
{
    assert(secrets && text);
    struct lookup_secret *row = find(secrets, lookup_id);
    int rc = 0;

    if (length >= LOOKUP_SECRET_SIZE)
        return -EMSGSIZE;
    if (!row)
        rc = add(secrets, &row);
    if (rc < 0)
        return rc;

    explicit_bzero(row, sizeof(*row));
    row->lookup_id = lookup_id;
    memcpy(row->text, text, length);
    return 0;
}

void lookup_secrets_forget(struct lookup_secrets *secrets, uint64_t lookup_id)
{
    assert(secrets);
    struct lookup_secret *row = find(secrets, lookup_id);

    if (!row)
        return;
    struct lookup_secret *last = &secrets->rows[--secrets->count];
    *row = *last;
    explicit_bzero(last, sizeof(*last));
}

int lookup_secrets_header(const struct lookup_secrets *secrets,
                          const struct event_lookup_set *lookup,
                          char ret_line[LOOKUP_SECRET_LINE_SIZE])
{
    assert(secrets && lookup && ret_line);
    const struct lookup_secret *secret = find(secrets, lookup->id);

    if (!secret || !secret->text[0])
        return 0;
    if (!secret_is_one_line(secret->text))
        return -EACCES;

    return snprintf(ret_line, LOOKUP_SECRET_LINE_SIZE, "%s: %s",
                    lookup->secret_header.text, secret->text);
}

void lookup_secrets_done(struct lookup_secrets *secrets)
{
    assert(secrets);
    wipe(secrets);
    *secrets = (struct lookup_secrets){ .count = 0 };
}
