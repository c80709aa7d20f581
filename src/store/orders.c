/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of the store's thread beside turns: copying and erasing. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_inside.h"

static int order(struct store *store, struct store_order *order,
                 void (*done)(void *arg, int rc), void *arg)
{
    if (order->is_given)
        return -EBUSY;

    *order = (struct store_order){ true, done, arg };
    (void)pthread_cond_signal(&store->wake);
    return 0;
}

int store_backup(struct store *store, const char *path,
                 void (*done)(void *arg, int rc), void *arg)
{
    assert(store && path && done);

    if (!store->is_started)
        return -ESHUTDOWN;
    /* ".part" is put behind it while it grows. */
    if (strlen(path) + sizeof(".part") > sizeof(store->backup_path))
        return -ENAMETOOLONG;

    (void)pthread_mutex_lock(&store->lock);
    int rc = order(store, &store->backup_order, done, arg);
    if (rc == 0)
        memcpy(store->backup_path, path, strlen(path) + 1);
    (void)pthread_mutex_unlock(&store->lock);
    return rc;
}

static int order_erasure(struct store *store, const struct erase_order *wanted,
                         void (*done)(void *arg, int rc), void *arg)
{
    (void)pthread_mutex_lock(&store->lock);
    int rc = order(store, &store->erase_order, done, arg);
    if (rc == 0) {
        store->erase = *wanted;
        store->erase.after_ticket = store->last_ticket;
    }
    (void)pthread_mutex_unlock(&store->lock);
    return rc;
}

int store_erase(struct store *store, const uint64_t *seqs, size_t count,
                void (*done)(void *arg, int rc), void *arg)
{
    assert(store && seqs && count && done);

    if (!store->is_started)
        return -ESHUTDOWN;

    struct erase_order wanted = { .count = count };

    wanted.seqs = calloc(count, sizeof(*wanted.seqs));
    if (!wanted.seqs)
        return -ENOMEM;
    memcpy(wanted.seqs, seqs, count * sizeof(*wanted.seqs));
    int rc = order_erasure(store, &wanted, done, arg);
    if (rc < 0)
        free(wanted.seqs);
    return rc;
}

int store_erase_contacts(struct store *store, struct store_erasure *contacts,
                         size_t count, void (*done)(void *arg, int rc),
                         void *arg)
{
    assert(store && contacts && count && done);

    const struct erase_order wanted = { .contacts = contacts,
                                        .contact_count = count };

    return store->is_started ? order_erasure(store, &wanted, done, arg)
                             : -ESHUTDOWN;
}
