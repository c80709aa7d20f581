/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages by cursor; one is on its way at a time. */

#include "console/recordings_shelf_inside.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUERY_SIZE = 1000 };

const struct shelf_kind shelf_of_recordings = { ROUTE_RECORDING_LIST,
                                                SHAPE_RECORDING, false };
const struct shelf_kind shelf_of_messages = { ROUTE_VOICEMAIL_LIST,
                                              SHAPE_MESSAGE, false };
const struct shelf_kind shelf_of_greetings = { ROUTE_GREETING_LIST,
                                               SHAPE_GREETING, true };
const struct shelf_kind shelf_of_contacts = { ROUTE_CONTACT_LIST, SHAPE_CONTACT,
                                              false };

/* Asking. */

static void take_page(void *owner, const struct outcome *outcome);

static const char *const sorts[SHELF_ORDERS] = {
    [SHELF_NEWEST] = "",
    [SHELF_OLDEST] = "&sort=recording_id",
    [SHELF_BY_AGENT] = "&sort=-agent_id",
    [SHELF_BY_CONTACT] = "&sort=-contact_id",
};

static int write_query(const struct shelf *shelf, uint64_t cursor,
                       char ret_query[QUERY_SIZE])
{
    int length = snprintf(ret_query, QUERY_SIZE, "limit=%d%s", SHELF_PAGE,
                          sorts[shelf->order]);

    if (cursor != 0)
        length += snprintf(ret_query + length, QUERY_SIZE - (size_t)length,
                           "&cursor=%" PRIu64, cursor);
    if (!shelf->filter[0])
        return 0;
    length +=
        snprintf(ret_query + length, QUERY_SIZE - (size_t)length, "&filter=");
    return client_path_add(ret_query, QUERY_SIZE, shelf->filter);
}

static void ask(struct shelf *shelf)
{
    char query[QUERY_SIZE];
    struct errand errand = { .route = shelf->kind->route,
                             .query = query,
                             .done = take_page,
                             .owner = shelf };

    if (shelf->is_asked)
        return;
    shelf->asks_anew = shelf->is_stale;
    shelf->is_stale = false;
    int rc = write_query(shelf, shelf->asks_anew ? 0 : shelf->cursor, query);
    if (rc < 0) {
        struct safe_text words;

        errand_word_failure(rc, program_language(shelf->program), &words);
        ui_say(shelf->program->ui, SEVERITY_ERROR, "%s", words.text);
    }
    shelf->is_asked = rc == 0 && program_send(shelf->program, &errand);
    shelf->is_failed = !shelf->is_asked;
}

static void ask_more(struct shelf *shelf)
{
    if (shelf_state(shelf) == SHELF_MORE && shelf->count < shelf->wanted)
        ask(shelf);
}

/* Answers. */

static void take_page(void *owner, const struct outcome *outcome)
{
    struct shelf *shelf = owner;

    shelf->is_asked = false;
    if (shelf->is_stale) {
        ask(shelf);
        return;
    }
    shelf->is_failed = !outcome->is_done;
    if (shelf->is_failed) {
        shelf->is_stale = shelf->asks_anew;
        return;
    }

    const struct json_t *items = value_get(outcome->value, "items");
    if (shelf->asks_anew) {
        shelf->count = 0;
        shelf->rows_order = shelf->order;
    }
    for (size_t i = 0; i < value_count(items); i++)
        shelf_append(shelf, value_at(items, i));
    shelf->cursor = outcome_next(outcome);
    ask_more(shelf);
}

/* From outside. */

int shelf_new(struct program *program, const struct shelf_kind *kind,
              const char *filter, struct shelf **ret_shelf)
{
    assert(program && kind && filter && ret_shelf);
    struct shelf *shelf = calloc(1, sizeof(*shelf));

    if (!shelf)
        return -ENOMEM;
    shelf->program = program;
    shelf->kind = kind;
    snprintf(shelf->filter, sizeof(shelf->filter), "%s", filter);
    shelf->wanted = SHELF_PAGE;
    shelf->mistake = SIZE_MAX;
    *ret_shelf = shelf;
    shelf_reload(shelf);
    return 0;
}

struct shelf *shelf_free(struct shelf *shelf)
{
    if (!shelf)
        return NULL;
    errands_forget(shelf->program->errands, shelf);
    free(shelf->rows);
    free(shelf);
    return NULL;
}

/* Blanks around it do not make it another one. */
static void trim(const char *filter, char ret_filter[FILTER_MAX_LENGTH + 1])
{
    filter += strspn(filter, " ");
    snprintf(ret_filter, FILTER_MAX_LENGTH + 1, "%s", filter);
    for (size_t end = strlen(ret_filter); end > 0 && ret_filter[end - 1] == ' ';
         end--)
        ret_filter[end - 1] = '\0';
}

void shelf_filter(struct shelf *shelf, const char *filter)
{
    assert(shelf && filter);
    struct filter parsed;
    char words[FILTER_MAX_LENGTH + 1];

    shelf->mistake = SIZE_MAX;
    if (filter_parse(filter, shape_record(shelf->kind->shape), &parsed,
                     &shelf->mistake) < 0)
        return;
    trim(filter, words);
    if (strcmp(shelf->filter, words) == 0)
        return;
    memcpy(shelf->filter, words, sizeof(words));
    shelf_reload(shelf);
}

void shelf_sort(struct shelf *shelf, enum shelf_order order)
{
    assert(shelf && order < SHELF_ORDERS);

    shelf->order = order;
    shelf_reload(shelf);
}

enum shelf_order shelf_sorted(const struct shelf *shelf)
{
    return shelf->order;
}

bool shelf_mistake(const struct shelf *shelf, size_t *ret_place)
{
    *ret_place = shelf->mistake;
    return shelf->mistake != SIZE_MAX;
}

void shelf_reload(struct shelf *shelf)
{
    shelf->is_stale = true;
    ask(shelf);
}

void shelf_want(struct shelf *shelf, size_t count)
{
    shelf->wanted = count > SHELF_PAGE ? count : SHELF_PAGE;
    ask_more(shelf);
}

enum shelf_state shelf_state(const struct shelf *shelf)
{
    return shelf->is_asked             ? SHELF_ASKS
           : shelf->is_failed          ? SHELF_FAILED
           : shelf->cursor == 0        ? SHELF_WHOLE
           : shelf->count == SHELF_MAX ? SHELF_FULL
                                       : SHELF_MORE;
}
