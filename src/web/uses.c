/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the fields of documents, and from what the core found. */

#include "web/uses.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "base/mark.h"
#include "core/document_kind_word.h"
#include "core/prompt_use.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/team.h"
#include "wire/record_json.h"
#include "wire/shape.h"

enum {
    WORDS_SIZE = 384, /* of all */
    USE_SIZE = 128,   /* of one */
    MORE_SIZE = 64,   /* of how many are left */
};

struct uses {
    const struct exchange *exchange;
    enum document_kind kind; /* that is used */
    uint64_t id;
    bool leads_there; /* what only belongs to it does not count */
    struct document_use *found;
    size_t count, room;
    bool may_grow;   /* `found` is from malloc */
    bool is_short;   /* of memory */
    size_t by_main;  /* of those found: what the main thread found */
    size_t left_out; /* others that there was no room for */
};

static bool is_known(const struct uses *uses, const struct document_use *use)
{
    for (size_t i = 0; i < uses->by_main; i++)
        if (uses->found[i].kind == use->kind && uses->found[i].id == use->id &&
            uses->found[i].of_draft == use->of_draft)
            return true;
    return false;
}

static bool has_room(struct uses *uses)
{
    size_t room = uses->room ? 2 * uses->room : DOCUMENT_USES;
    struct document_use *found;

    if (uses->count < uses->room)
        return true;
    if (!uses->may_grow)
        return false;

    found = realloc(uses->found, room * sizeof(*found));
    if (!found) {
        uses->is_short = true;
        return false;
    }
    uses->found = found;
    uses->room = room;
    return true;
}

/* A rule that only the draft has is no document, and of no team. */
static bool may_be_seen(const struct uses *uses, const struct document_use *use)
{
    const struct state *floor = exchange_floor(uses->exchange);
    const void *document = state_document(floor, use->kind, use->id);

    if (use->of_draft && use->kind == DOCUMENT_RULE)
        return state_rule_draft(floor, use->id) != NULL;

    return document && team_has_document(&uses->exchange->asker, floor,
                                         use->kind, document);
}

static void add(struct uses *uses, const struct document_use *use)
{
    if (is_known(uses, use) || !may_be_seen(uses, use))
        return;
    if (has_room(uses))
        uses->found[uses->count++] = *use;
    else
        uses->left_out++;
}

/* Whether the field of a document names the one that is used. */
static bool names_it(const struct uses *uses, const struct record *record,
                     const struct field *field, const void *document)
{
    const char *companion = route_companion(field->name);
    const struct field *to = companion ? record_field(record, companion) : NULL;
    int kind;

    if (field->kind != FIELD_ID ||
        (uint64_t)field_get_integer(field, document) != uses->id)
        return false;
    if (to)
        kind = route_destination(
            word_spell(to->words, (int)field_get_integer(to, document)));
    else
        kind = route_reference(field->name);
    return kind == (int)uses->kind;
}

/* Queues name their prompts, all else a number. */
static bool plays_it(const struct uses *uses, enum document_kind kind,
                     const void *document)
{
    const struct event_prompt_set *prompt =
        uses->kind == DOCUMENT_PROMPT && kind == DOCUMENT_QUEUE
            ? state_prompt(exchange_floor(uses->exchange), uses->id)
            : NULL;

    return prompt && queue_plays(document, prompt->name.text);
}

/* A way out is its queue's own, and leads from there. */
static bool is_owner(const struct uses *uses, enum document_kind kind,
                     const struct field *field)
{
    return uses->leads_there && kind == DOCUMENT_QUEUE_RULE &&
           strcmp(field->name, "queue_id") == 0;
}

static bool is_user(const struct uses *uses, enum document_kind kind,
                    const void *document)
{
    const struct record *record = document_kind_info(kind)->record;

    for (size_t i = 0; i < record->field_count; i++)
        if (!is_owner(uses, kind, &record->fields[i]) &&
            names_it(uses, record, &record->fields[i], document))
            return true;
    return plays_it(uses, kind, document);
}

static void find_kind(struct uses *uses, enum document_kind kind)
{
    const struct state *floor = exchange_floor(uses->exchange);
    const struct field *name =
        record_field(document_kind_info(kind)->record, "name");

    for (size_t i = 0; i < state_document_count(floor, kind); i++) {
        const void *document = state_document_at(floor, kind, i);
        struct document_use use = { .kind = kind, .id = document_id(document) };

        if (!name || !is_user(uses, kind, document))
            continue;
        (void)snprintf(use.name.text, sizeof(use.name.text), "%s",
                       field_get_text(name, document));
        add(uses, &use);
    }
}

/* What the main thread found comes first: of flows and rules it alone knows
   what they say. */
static void take_reply(struct uses *uses, const struct web_reply *reply)
{
    for (size_t i = 0; i < reply->use_count; i++)
        add(uses, &reply->uses[i]);
    uses->by_main = uses->count;
}

static void find_in_fields(struct uses *uses)
{
    for (int kind = 0; kind < document_kind_count; kind++)
        find_kind(uses, (enum document_kind)kind);
}

static const char *draft_word(enum document_kind kind)
{
    return kind == DOCUMENT_FLOW ? N_("draft of the flow")
                                 : N_("rule in the draft");
}

/* "flow main, queue sales": as many as fit, and how many do not */
static void say(const struct uses *uses, char ret_words[WORDS_SIZE])
{
    enum language language = uses->exchange->language;
    struct line line = { .text = ret_words, .size = WORDS_SIZE };
    char more[MORE_SIZE];
    size_t i;

    ret_words[0] = '\0';
    for (i = 0;
         i < uses->count && line.length < WORDS_SIZE - USE_SIZE - MORE_SIZE;
         i++)
        line_add(
            &line, "%s%s %s", i > 0 ? ", " : "",
            lang_text(language, uses->found[i].of_draft
                                    ? draft_word(uses->found[i].kind)
                                    : document_kind_word(uses->found[i].kind)),
            uses->found[i].name.text);
    if (i == 0 || uses->count - i + uses->left_out == 0)
        return;

    /* TRANSLATORS: after "flow main, queue sales"; so many are not named */
    (void)snprintf(more, sizeof(more), lang_text(language, N_("and %zu more")),
                   uses->count - i + uses->left_out);
    line_add(&line, " %s", more);
}

static struct json_t *list(const struct uses *uses)
{
    struct json_t *items = value_list();
    int rc = 0;

    for (size_t i = 0; i < uses->count; i++) {
        struct json_t *item = value_object();

        rc |= value_set_text(item, "kind",
                             document_kind_info(uses->found[i].kind)->name);
        rc |= value_set_integer(item, "id", (int64_t)uses->found[i].id);
        rc |= value_set_text(item, "name", uses->found[i].name.text);
        if (uses->found[i].of_draft)
            rc |= value_set_flag(item, "of_draft", true);
        rc |= value_append(items, item);
    }
    return rc == 0 ? items : value_free(items);
}

bool uses_concern(const struct exchange *exchange)
{
    assert(exchange);
    const struct route *route = exchange->match.route;

    return (route->method == METHOD_DELETE || route->method == METHOD_PUT) &&
           route->answer.kind == CONTENT_DOCUMENT;
}

void uses_answer(struct exchange *exchange, const struct web_reply *reply)
{
    assert(exchange && reply);
    struct document_use found[USES_MAX];
    struct uses uses = {
        .exchange = exchange,
        .kind = (enum document_kind)exchange->match.route->answer.which,
        .id = exchange->id,
        .found = found,
        .room = USES_MAX,
    };
    char words[WORDS_SIZE];

    take_reply(&uses, reply);
    uses.left_out += reply->use_total - reply->use_count;
    if (!reply->is_named)
        find_in_fields(&uses);
    say(&uses, words);
    answer_with_uses(&exchange->answer, exchange->language, words, list(&uses),
                     uses.count + uses.left_out);
}

void uses_answer_drafts(struct exchange *exchange,
                        const struct prompt_use *drafts, size_t count)
{
    assert(exchange && (drafts || count == 0));
    struct document_use found[USES_MAX];
    struct uses uses = { .exchange = exchange,
                         .kind = DOCUMENT_PROMPT,
                         .id = exchange->id,
                         .found = found,
                         .room = USES_MAX };
    char words[WORDS_SIZE];

    for (size_t i = 0; i < count; i++)
        if (i == 0 || drafts[i].id != drafts[i - 1].id)
            add(&uses, &(struct document_use){ .kind = DOCUMENT_FLOW,
                                               .id = drafts[i].id,
                                               .name = drafts[i].name,
                                               .of_draft = true });
    say(&uses, words);
    answer_with_uses(&exchange->answer, exchange->language, words, list(&uses),
                     uses.count + uses.left_out);
}

static struct json_t *rows_of(const struct uses *uses)
{
    struct json_t *items = value_list();
    int rc = 0;

    for (size_t i = 0; i < uses->count; i++) {
        const struct shape_queue_use row = {
            .kind = uses->found[i].kind,
            .id = uses->found[i].id,
            .name = uses->found[i].name,
            .of_draft = uses->found[i].of_draft,
        };

        rc |= value_append(items, record_to_json(shape_record(SHAPE_QUEUE_USE),
                                                 &row, EVENT_WHOLE));
    }
    return rc == 0 ? items : value_free(items);
}

/* Asked for until all of them are told. */
struct uses_search {
    struct exchange_job base;
    struct uses uses;
    size_t told; /* by the main thread, seen by the asker or not */
};

static void drop_search(struct exchange_job *base)
{
    struct uses_search *search = (struct uses_search *)base;

    free(search->uses.found);
    free(search);
}

static void ask_main(struct exchange *exchange,
                     const struct uses_search *search);

static void then_found(struct exchange *exchange, const struct web_reply *reply)
{
    struct uses_search *search = exchange->kept;

    take_reply(&search->uses, reply);
    search->told += reply->use_count;
    if (reply->use_count > 0 && search->told < reply->use_total) {
        ask_main(exchange, search);
        return;
    }

    find_in_fields(&search->uses);
    if (search->uses.is_short)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        listing_answer_items(exchange, rows_of(&search->uses), 0);
}

static void ask_main(struct exchange *exchange,
                     const struct uses_search *search)
{
    struct web_request request = {
        .task = WEB_USES,
        .command = { .type = COMMAND_REMOVE_QUEUE },
        .uses_told = search->told,
    };

    request.command.as.remove_queue.id = search->uses.id;
    exchange_ask(exchange, &request, then_found);
}

void uses_of_queue(struct exchange *exchange)
{
    assert(exchange);
    const struct event_queue_set *queue =
        lookup_document(exchange, DOCUMENT_QUEUE);
    struct uses_search *search;

    if (!queue)
        return;
    search = calloc(1, sizeof(*search));
    if (!search) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    search->uses = (struct uses){ .exchange = exchange,
                                  .kind = DOCUMENT_QUEUE,
                                  .id = queue->id,
                                  .leads_there = true,
                                  .may_grow = true };
    exchange->kept = search;
    exchange->drop_kept = drop_search;
    exchange->id = queue->id;
    ask_main(exchange, search);
}
