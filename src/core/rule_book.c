/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, zones, and the pages made from documents. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/condition_quote.h"
#include "core/house_slots.h"
#include "core/rule_book_inside.h"
#include "core/state_inside.h"

int rule_book_new(struct rule_book **ret_book)
{
    assert(ret_book);

    struct rule_book *book = calloc(1, sizeof(*book));
    if (!book)
        return -ENOMEM;

    *ret_book = book;
    return 0;
}

struct rule_book *rule_book_free(struct rule_book *book)
{
    if (!book)
        return NULL;

    rule_pages_done(&book->pages);
    for (size_t i = 0; i < book->list_count; i++)
        free(book->lists[i].list);
    free(book->lists);
    free(book->zones);
    free(book);
    return NULL;
}

/* Lists. */

static struct list_entry *find_list(const struct rule_book *book,
                                    const char *digest)
{
    for (size_t i = 0; i < book->list_count; i++)
        if (strcmp(book->lists[i].list->digest, digest) == 0)
            return &book->lists[i];

    return NULL;
}

const struct caller_list *rule_book_list(const struct rule_book *book,
                                         const char *digest)
{
    assert(book && digest);

    const struct list_entry *entry = find_list(book, digest);

    return entry ? entry->list : NULL;
}

/* Given for a document that was not set then: only so many are kept. */
static void forget_unnamed(struct rule_book *book)
{
    size_t unnamed = 0;
    size_t first = book->list_count;

    for (size_t i = book->list_count; i > 0; i--)
        if (!book->lists[i - 1].is_named) {
            unnamed++;
            first = i - 1;
        }
    if (!book->is_made || unnamed < RULE_BOOK_MAX_UNNAMED)
        return;

    free(book->lists[first].list);
    book->list_count--;
    memmove(&book->lists[first], &book->lists[first + 1],
            (book->list_count - first) * sizeof(book->lists[0]));
}

int rule_book_add_list(struct rule_book *book, const struct caller_list *list)
{
    assert(book && list);

    size_t size = sizeof(*list) + list->count * sizeof(list->numbers[0]);
    struct list_entry *known = find_list(book, list->digest);

    if (!caller_list_is_valid(list))
        return -EINVAL;
    if (known) {
        known->is_given = true;
        return 0;
    }
    forget_unnamed(book);
    if (book->list_count == RULE_BOOK_MAX_LISTS)
        return -ENOSPC;

    struct list_entry *lists =
        realloc(book->lists, (book->list_count + 1) * sizeof(*lists));
    if (!lists)
        return -ENOMEM;
    book->lists = lists;

    struct caller_list *copy = malloc(size);
    if (!copy)
        return -ENOMEM;

    memcpy(copy, list, size);
    lists[book->list_count++] = (struct list_entry){ .list = copy };
    return 0;
}

bool state_names_list(const struct state *state, const char *digest)
{
    assert(state && digest);

    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_CALLER_LIST]);
         slot; slot = table_next(slot)) {
        const struct event_caller_list_set *list = (const void *)&slot->head;

        if (strcmp(list->digest.text, digest) == 0)
            return true;
    }

    return false;
}

/* One that was just given, even if not for the first time, is not named yet. */
static void forget_lists(struct rule_book *book, const struct state *state)
{
    size_t kept = 0;

    for (size_t i = 0; i < book->list_count; i++) {
        struct list_entry entry = book->lists[i];
        bool is_named = state_names_list(state, entry.list->digest);

        if (entry.is_named && !is_named && !entry.is_given) {
            free(entry.list);
            continue;
        }
        entry.is_given = false;
        entry.is_named |= is_named;
        book->lists[kept++] = entry;
    }

    book->list_count = kept;
}

/* Zones. */

const struct zone *rule_book_zone(const struct rule_book *book,
                                  const char *name)
{
    static const struct zone utc = { .name = { "UTC" } };

    assert(book && name);

    for (size_t i = 0; i < book->zone_count; i++)
        if (strcmp(book->zones[i].name.text, name) == 0)
            return &book->zones[i];

    return *name == '\0' || strcmp(name, "UTC") == 0 ? &utc : NULL;
}

int rule_book_set_zone(struct rule_book *book, const struct zone *zone)
{
    assert(book && zone && zone->change_count <= ZONE_MAX_CHANGES);

    for (size_t i = 0; i < book->zone_count; i++)
        if (strcmp(book->zones[i].name.text, zone->name.text) == 0) {
            book->zones[i] = *zone;
            return 0;
        }

    if (book->zone_count == RULE_BOOK_MAX_ZONES)
        return -ENOSPC;

    struct zone *zones =
        realloc(book->zones, (book->zone_count + 1) * sizeof(*zones));
    if (!zones)
        return -ENOMEM;

    book->zones = zones;
    zones[book->zone_count++] = *zone;
    return 0;
}

int rule_book_copy_zones(struct rule_book *book, const struct rule_book *from)
{
    int rc = 0;

    assert(book && from);

    for (size_t i = 0; rc == 0 && i < from->zone_count; i++)
        rc = rule_book_set_zone(book, &from->zones[i]);
    return rc;
}

/* Pages. */

static int make_pages(struct rule_book *book, const struct state *state,
                      bool of_draft)
{
    struct rule_pages pages;
    int rc = rule_pages_make(state, of_draft, &pages);

    if (rc < 0)
        return rc;

    rule_pages_done(&book->pages);
    book->pages = pages;
    book->made_from = state->rule_changes;
    book->is_made = true;
    book->is_of_draft = of_draft;
    forget_lists(book, state);
    return 0;
}

int rule_book_refresh(struct rule_book *book, const struct state *state)
{
    assert(book && state);

    if (book->is_made && !book->is_of_draft &&
        book->made_from == state->rule_changes)
        return 0;

    return make_pages(book, state, false);
}

int rule_book_refresh_draft(struct rule_book *book, const struct state *state)
{
    assert(book && state);

    return make_pages(book, state, true);
}

bool rule_book_asks_past(const struct rule_book *book)
{
    assert(book);

    return book->pages.asks_past;
}

size_t rule_book_namers(const struct rule_book *book, enum document_kind kind,
                        const char *name,
                        const struct event_rule_set **ret_rules, size_t room)
{
    size_t count = 0;

    assert(book && name && (ret_rules || room == 0));

    for (size_t i = 0; i < book->pages.rule_count && count < room; i++)
        if (condition_names(book->pages.rules[i].condition, kind, name))
            ret_rules[count++] = book->pages.rules[i].rule;

    return count;
}

bool rule_book_names(const struct rule_book *book, enum document_kind kind,
                     const char *name)
{
    const struct event_rule_set *one;

    return rule_book_namers(book, kind, name, &one, 1) > 0;
}
