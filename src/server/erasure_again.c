/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for recordings before anything is served. */

#include "server/erasure_again.h"

#include "base/log.h"
#include "jobs/erasure.h"
#include "server/server.h"
#include "store/reader.h"

int erasure_delete_recording(struct server *server, uint64_t by,
                             const struct command_delete_recording *recording)
{
    const struct command command = {
        .type = COMMAND_DELETE_RECORDING,
        .by = by,
        .as.delete_recording = *recording,
    };
    int rc = server_decide(server, &command, NULL);

    return rc == REFUSED_ALREADY_SO ? 0 : rc;
}

/* A callback has none. */
static int pass_callback(struct server *server, struct erasure_book *book,
                         size_t index)
{
    int rc = (int)core_check_callback_erasure(
        server->core, book->contacts[index].callback_id);

    if (rc == 0)
        erasure_book_count(book, index, 0);
    return rc;
}

/* @return 0, an enum refusal, or a negative errno */
static int delete_of(struct server *server, struct reader *reader,
                     struct erasure_book *book, size_t index)
{
    const struct query_erasure query = {
        .contact_id = book->contacts[index].contact_id,
    };
    struct erasure *found = NULL;

    if (book->contacts[index].callback_id)
        return pass_callback(server, book, index);

    int rc = (int)core_check_erasure(server->core, query.contact_id);

    if (rc == 0)
        rc = query_erasure(reader, &query, &found);
    for (size_t i = 0; rc == 0 && i < found->recording_count; i++)
        rc = erasure_delete_recording(server, book->begun[index].by,
                                      &found->recordings[i]);
    if (rc == 0)
        erasure_book_count(book, index, (int64_t)found->recording_count);
    erasure_free(found);
    return rc;
}

static bool is_left(const struct erasure_book *book)
{
    for (size_t i = 0; i < book->count; i++)
        if (book->begun[i].recordings < 0)
            return true;
    return false;
}

bool erasure_again(struct server *server, struct erasure_book *book)
{
    struct reader *reader = NULL;
    size_t done = 0;

    if (!is_left(book))
        return false;

    int rc = reader_open_beside(server->store, &reader, NULL);
    for (size_t i = 0; rc == 0 && i < book->count; i++)
        if (book->begun[i].recordings < 0 &&
            delete_of(server, reader, book, i) == 0)
            done++;
    (void)reader_close(reader);
    log_say(LOG_LEVEL_NOTE, "server",
            "%zu contacts of the restored backup are erased again", done);
    if (is_left(book))
        log_say(LOG_LEVEL_WARNING, "server",
                "some of them are still worked with: their recordings wait "
                "for the next start");
    return true;
}
