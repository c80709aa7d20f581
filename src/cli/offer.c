/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a place in a command line, one a line. */

#include "cli/offer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/ask.h"
#include "cli/names.h"
#include "cli/recall.h"
#include "console/screen_name.h"

static void offer(struct cli *cli, const char *word)
{
    char safe[TEXT_SAFE_SIZE(256)];

    text_safe(word, strnlen(word, 256), safe, sizeof(safe));
    fprintf(cli->out, "%s\n", safe);
}

void offer_nouns(struct cli *cli)
{
    const struct verb *verb;
    const char *last = "";

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        if (strcmp(verb->noun, last) != 0)
            offer(cli, verb->noun);
        last = verb->noun;
    }
}

void offer_verbs(struct cli *cli, const char *noun)
{
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++)
        if (verb->name && strcmp(verb->noun, noun) == 0)
            offer(cli, verb->name);
}

static void offer_words(struct cli *cli, const struct word_list *words)
{
    for (size_t i = 0; i < words->count; i++)
        offer(cli, words->words[i]);
}

static void offer_words_of(struct cli *cli, const struct field *field)
{
    for (size_t i = 0; i < field_word_count(field); i++)
        if (field_takes_word(field, i))
            offer(cli, field->words->words[i]);
}

/* One a line; NULL: the server is silent, or memory is out. A shell that
   completes wants no complaints on the screen. */
static char *fetch_names(struct cli *cli, enum document_kind kind)
{
    struct ask request = {
        .route = route_get((enum route_id)names_list_route(kind)),
    };
    struct json_t *items = NULL;
    char *names = NULL;
    size_t size = 0;
    FILE *err = cli->err;
    FILE *text = open_memstream(&names, &size);
    bool is_known = false;

    cli->err = fopen("/dev/null", "we");
    if (text && cli->err && !ask_for_list_quietly(cli, &request, &items)) {
        is_known = true;
        for (size_t i = 0; i < value_count(items); i++) {
            const char *name = value_get_text(value_at(items, i), "name");

            fprintf(text, "%s\n", name ? name : "");
        }
    }

    if (text && fclose(text))
        is_known = false;
    if (cli->err)
        fclose(cli->err);
    cli->err = err;
    value_free(items);
    if (is_known)
        return names;

    free(names);
    return NULL;
}

/* The names of all documents of a kind; none when the server is silent. */
static void offer_names(struct cli *cli, enum document_kind kind)
{
    const struct endpoint *endpoint = &cli->settings.endpoint;
    char *names = NULL, *rest = NULL;

    if (!recall_take(endpoint, kind, &names)) {
        names = fetch_names(cli, kind);
        if (names)
            recall_keep(endpoint, kind, names);
    }

    for (char *name = names ? strtok_r(names, "\n", &rest) : NULL; name;
         name = strtok_r(NULL, "\n", &rest))
        offer(cli, name);

    free(names);
}

/* Which destinations a command takes, and of what its target is the name. */
static const struct way {
    enum route_id route;
    const char *word;
    int kind; /* of a document; -1: it is no name */
} ways[] = {
    { ROUTE_AGENT_TRANSFER, "queue", DOCUMENT_QUEUE },
    { ROUTE_AGENT_TRANSFER, "agent", DOCUMENT_AGENT },
    { ROUTE_AGENT_TRANSFER, "flow", DOCUMENT_FLOW },
    { ROUTE_AGENT_TRANSFER, "voicemail", DOCUMENT_BOX },
    { ROUTE_AGENT_TRANSFER, "number", -1 },
    { ROUTE_AGENT_CONSULT, "agent", DOCUMENT_AGENT },
    { ROUTE_AGENT_CONSULT, "number", -1 },
    { ROUTE_CONTACT_WITHDRAW, "queue", DOCUMENT_QUEUE },
    { ROUTE_CONTACT_WITHDRAW, "agent", DOCUMENT_AGENT },
    { ROUTE_CONTACT_WITHDRAW, "flow", DOCUMENT_FLOW },
    { ROUTE_CONTACT_WITHDRAW, "voicemail", DOCUMENT_BOX },
    { ROUTE_CONTACT_WITHDRAW, "announcement", DOCUMENT_PROMPT },
    { ROUTE_CONTACT_WITHDRAW, "number", -1 },
    { ROUTE_CONTACT_WITHDRAW, "hang_up", -1 },
};

enum { WAY_COUNT = sizeof(ways) / sizeof(ways[0]) };

static bool leads(const struct way *way, const struct verb *verb)
{
    return verb->route == route_get(way->route);
}

bool offer_target(struct cli *cli, const struct verb *verb, const char *word)
{
    for (size_t i = 0; i < WAY_COUNT; i++)
        if (leads(&ways[i], verb) && strcmp(ways[i].word, word) == 0) {
            if (ways[i].kind >= 0)
                offer_names(cli, (enum document_kind)ways[i].kind);
            return true;
        }

    return false;
}

/* AGENT and the like are names of documents. */
static void offer_kind(struct cli *cli, const char *word)
{
    static const struct kind {
        const char *word;
        enum document_kind kind;
    } kinds[] = {
        { "USER", DOCUMENT_USER },
        { "DEVICE", DOCUMENT_DEVICE },
        { "AGENT", DOCUMENT_AGENT },
        { "QUEUE", DOCUMENT_QUEUE },
        { "FLOW", DOCUMENT_FLOW },
        { "TRUNK", DOCUMENT_TRUNK },
        { "ENTRY", DOCUMENT_ENTRY },
        { "REASON", DOCUMENT_PAUSE_REASON },
        { "DISPOSITION", DOCUMENT_DISPOSITION },
        { "TEAM", DOCUMENT_TEAM },
        { "PROMPT", DOCUMENT_PROMPT },
        { "ROUTE", DOCUMENT_ROUTE },
        { "CAP", DOCUMENT_CAP },
        { "SKILL", DOCUMENT_SKILL },
        { "BOX", DOCUMENT_BOX },
        { "CALENDAR", DOCUMENT_CALENDAR },
        { "LIST", DOCUMENT_CALLER_LIST },
        { "RULE", DOCUMENT_RULE },
        { "WAY", DOCUMENT_QUEUE_RULE },
        { "LOOKUP", DOCUMENT_LOOKUP },
    };

    if (strcmp(word, "FILE") == 0)
        offer(cli, "<file>");
    for (int i = 0; strcmp(word, "SCREEN") == 0 && i < SCREEN_COUNT; i++)
        offer(cli, screen_name((enum screen)i));
    if (strcmp(word, "STATE") == 0)
        offer(cli, "ready"), offer(cli, "pause"), offer(cli, "offline");
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(word, kinds[i].word) == 0)
            offer_names(cli, kinds[i].kind);
}

/* What the request calls by words is called by those. */
void offer_argument(struct cli *cli, const struct verb *verb,
                    const struct verb_argument *argument)
{
    const struct record *record =
        verb->route ? content_record(verb->route->body) : NULL;
    const struct field *field =
        record ? record_field(record, argument->field) : NULL;
    int kind = route_reference(argument->field);

    if (strcmp(argument->word, "KIND") == 0) {
        for (size_t i = 0; i < WAY_COUNT; i++)
            if (leads(&ways[i], verb))
                offer(cli, ways[i].word);
    } else if (field && field->words) {
        offer_words_of(cli, field);
    } else if (kind >= 0) {
        offer_names(cli, (enum document_kind)kind);
    } else {
        offer_kind(cli, argument->word);
    }
}

static bool names_file(const char *value)
{
    return strcmp(value, "FILE") == 0 || strcmp(value, "PATH") == 0 ||
           strcmp(value, "DIRECTORY") == 0;
}

void offer_value(struct cli *cli, const struct verb_option *option)
{
    int kind = option->field ? route_reference(option->field->name) : -1;

    if (option->field && option->field->words)
        offer_words_of(cli, option->field);
    else if (option->field && option->field->kind == FIELD_FLAG)
        offer(cli, "yes"), offer(cli, "no");
    else if (kind >= 0)
        offer_names(cli, (enum document_kind)kind);
    else if (strcmp(option->name, "lang") == 0)
        offer_words(cli, &word_list_speech);
    else if (option->value && names_file(option->value))
        offer(cli, "<file>");
    else if (option->value && !option->field)
        offer_kind(cli, option->value);
}

void offer_options(struct cli *cli, const struct verb *verb)
{
    struct verb_option options[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(verb, options);
    char text[64];

    for (size_t i = 0; i < count; i++) {
        snprintf(text, sizeof(text), "--%.60s", options[i].name);
        offer(cli, text);
    }
}
