/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings, texts, the event: each step finds what the one before did. */

#include "server/erasures.h"

#include <assert.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/log.h"
#include "server/erasure_again.h"
#include "server/erasure_book.h"
#include "server/server.h"

enum { RUNS = 1 };

struct erasures {
    struct server *server;
    bool runs;          /* the store is at it */
    atomic_int rc;      /* RUNS until the store's thread says else */
    bool is_waited_for; /* by the slot */
    struct web_slot slot;
    int64_t left_out;
    bool is_more;
    struct erasure_book book; /* those that have begun */
};

int erasures_new(struct server *server, struct erasures **ret_erasures)
{
    assert(server && ret_erasures);

    struct erasures *erasures = calloc(1, sizeof(*erasures));
    if (!erasures)
        return -ENOMEM;

    erasures->server = server;
    atomic_init(&erasures->rc, 0);
    *ret_erasures = erasures;
    return 0;
}

struct erasures *erasures_free(struct erasures *erasures)
{
    if (!erasures)
        return NULL;

    erasure_book_done(&erasures->book);
    free(erasures);
    return NULL;
}

int erasures_load(struct erasures *erasures, const char *key, const char *value,
                  size_t length)
{
    return erasure_book_load(&erasures->book, key, value, length);
}

/* The end of one. */

static void reply(struct erasures *erasures, const struct web_reply *reply,
                  int64_t ticket)
{
    if (erasures->is_waited_for)
        server_answer(erasures->server, erasures->slot, reply, ticket);
    erasures->is_waited_for = false;
}

static void refuse(struct erasures *erasures, int rc)
{
    struct web_reply answer = { .problem = PROBLEM_NONE };

    if (rc > 0)
        answer.refusal = rc;
    else
        answer.problem = rc == -EBUSY || rc == -EAGAIN ? PROBLEM_TRY_AGAIN
                                                       : PROBLEM_INTERNAL;
    reply(erasures, &answer, 0);
}

/* Together with the events that have been decided. */
static int64_t deliver(struct erasures *erasures, enum side_verb verb)
{
    struct server *server = erasures->server;
    size_t count =
        erasure_book_print(&erasures->book, verb, server_now_us(server));

    return server_deliver(server, erasures->book.sides, count);
}

/* Without memory the note stays, for the next process. */
static void tell(struct erasures *erasures, size_t index,
                 struct web_reply *answer)
{
    struct erasure_begun *begun = &erasures->book.begun[index];
    const struct store_erasure *contact = &erasures->book.contacts[index];
    const struct command command = {
        .type = COMMAND_ERASE_PERSON,
        .by = begun->by,
        .as.erase_person = { .contact_id = contact->contact_id,
                             .callback_id = contact->callback_id,
                             .texts = (int64_t)contact->texts,
                             .recordings = begun->recordings },
    };

    if (contact->contact_id)
        trace_forget(erasures->server->trace, contact->contact_id);
    begun->is_told = begun->recordings >= 0 &&
                     server_decide(erasures->server, &command, NULL) == 0;
    answer->erased.contacts += contact->contact_id != 0;
    answer->erased.callbacks += contact->callback_id != 0;
    answer->erased.texts += (int64_t)contact->texts;
    answer->erased.recordings += begun->recordings;
}

static void tell_all(struct erasures *erasures)
{
    struct web_reply answer = {
        .ok = true,
        .erased.left_out = erasures->left_out,
        .erased.is_more = erasures->is_more,
    };

    for (size_t i = 0; i < erasures->book.count; i++)
        tell(erasures, i, &answer);

    int64_t ticket = deliver(erasures, SIDE_DELETE);
    answer.seq = state_system(core_state(erasures->server->core))->seq;
    erasures->book.count = 0;
    if (ticket < 0)
        refuse(erasures, (int)ticket);
    else
        reply(erasures, &answer, ticket);
}

/* By the store's thread, which rings the main one after it. */
static void store_done(void *arg, int rc)
{
    atomic_store(&((struct erasures *)arg)->rc, rc);
}

static void begin_texts(struct erasures *erasures)
{
    atomic_store(&erasures->rc, RUNS);
    int rc =
        store_erase_contacts(erasures->server->store, erasures->book.contacts,
                             erasures->book.count, store_done, erasures);
    erasures->runs = rc == 0;
    if (rc < 0)
        refuse(erasures, rc);
}

/* What could not be erased from the log is tried once more by itself; only
   that the store is being closed ends it. */
void erasures_go_on(struct erasures *erasures)
{
    if (erasures->book.count == 0)
        return;
    if (!erasures->runs) {
        begin_texts(erasures);
        return;
    }

    int rc = atomic_load(&erasures->rc);
    if (rc == RUNS)
        return;

    erasures->runs = false;
    if (rc == 0)
        tell_all(erasures);
    else
        refuse(erasures, rc);
}

void erasures_resume(struct erasures *erasures)
{
    if (erasure_again(erasures->server, &erasures->book) &&
        deliver(erasures, SIDE_PUT) < 0)
        log_say(LOG_LEVEL_WARNING, "server",
                "what was erased before the restore waits for the next start");
}

/* The beginning. */

/* @return 0, an enum refusal, or -ENOMEM */
static int begin_contact(struct erasures *erasures, uint64_t by,
                         const struct erasure *found, uint64_t contact_id)
{
    int64_t recordings = 0;
    int rc = (int)core_check_erasure(erasures->server->core, contact_id);

    for (size_t i = 0; rc == 0 && i < found->recording_count; i++)
        if (found->recordings[i].contact_id == contact_id) {
            rc = erasure_delete_recording(erasures->server, by,
                                          &found->recordings[i]);
            recordings++;
        }
    if (rc == 0)
        erasure_book_add(&erasures->book,
                         &(struct store_erasure){ .contact_id = contact_id },
                         by, recordings);
    return rc;
}

/* One that a contact stands in line for is erased with that contact, later. */
static void begin_callback(struct erasures *erasures, uint64_t by,
                           const struct callback_asked *callback)
{
    const struct store_erasure one = { .callback_id = callback->callback_id,
                                       .asked_seq = callback->seq };

    if (core_check_callback_erasure(erasures->server->core, one.callback_id))
        erasures->left_out++;
    else
        erasure_book_add(&erasures->book, &one, by, 0);
}

/* One whose end is not on the disk yet may have recordings not found yet. */
static int begin_all(struct erasures *erasures, uint64_t by,
                     const struct erasure *found)
{
    int rc = erasure_book_grow(&erasures->book,
                               found->contact_count + found->callback_count);

    if (rc == 0 && found->is_one && !found->is_ended) {
        rc =
            (int)core_check_erasure(erasures->server->core, found->contacts[0]);
        return rc ? rc : -EAGAIN;
    }
    for (size_t i = 0; rc >= 0 && i < found->contact_count; i++) {
        rc = begin_contact(erasures, by, found, found->contacts[i]);
        if (rc > 0 && !found->is_one) {
            erasures->left_out++;
            rc = 0;
        }
    }
    for (size_t i = 0; rc == 0 && i < found->callback_count; i++)
        begin_callback(erasures, by, &found->callbacks[i]);
    return rc;
}

void erasures_ask(struct erasures *erasures, struct web_slot slot, uint64_t by,
                  const struct erasure *found)
{
    const struct web_reply busy = { .problem = PROBLEM_TRY_AGAIN };

    if (erasures->book.count > 0) {
        web_reply(erasures->server->web, slot, &busy);
        return;
    }

    erasures->slot = slot;
    erasures->is_waited_for = true;
    erasures->left_out = (int64_t)found->live;
    erasures->is_more = found->contact_count == ERASURE_MAX_CONTACTS ||
                        found->callback_count == ERASURE_MAX_CALLBACKS;
    int rc = begin_all(erasures, by, found);
    if (rc != 0)
        erasures->book.count = 0;
    int64_t ticket = deliver(erasures, SIDE_PUT);
    if (ticket < 0)
        rc = (int)ticket;

    if (rc != 0) {
        erasures->book.count = 0;
        refuse(erasures, rc);
    } else if (erasures->book.count == 0) {
        tell_all(erasures);
    } else {
        begin_texts(erasures);
    }
}
