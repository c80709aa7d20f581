/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shell may put behind a half-written command line. */

#include "cli/run.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/ask.h"
#include "cli/names.h"
#include "cli/recall.h"
#include "console/screen_name.h"

/* The shell's function asks us for words; files are its own business. */
static const char bash_script[] =
#include "cli/completion_bash.inc"
    ;

enum exit_code run_completion_bash(struct cli *cli, const struct call *call)
{
    (void)call;
    fputs(bash_script, cli->out);
    return EXIT_DONE;
}

static void offer(struct cli *cli, const char *word)
{
    char safe[TEXT_SAFE_SIZE(256)];

    text_safe(word, strnlen(word, 256), safe, sizeof(safe));
    fprintf(cli->out, "%s\n", safe);
}

/* Each noun once, and the verbs of one. */
static void offer_nouns(struct cli *cli)
{
    const struct verb *verb;
    const char *last = "";

    for (size_t i = 0; (verb = verb_at(i)); i++) {
        if (strcmp(verb->noun, last) != 0)
            offer(cli, verb->noun);
        last = verb->noun;
    }
}

static void offer_verbs(struct cli *cli, const char *noun)
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

/* AGENT and the like are names of documents; KIND is where a caller goes. */
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
    if (strcmp(word, "KIND") == 0)
        offer_words(cli, &word_list_destination);
    if (strcmp(word, "STATE") == 0)
        offer(cli, "ready"), offer(cli, "pause"), offer(cli, "offline");
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(word, kinds[i].word) == 0)
            offer_names(cli, kinds[i].kind);
}

/* What the request calls by words is called by those. */
static void offer_argument(struct cli *cli, const struct verb *verb,
                           const struct verb_argument *argument)
{
    const struct record *record =
        verb->route ? content_record(verb->route->body) : NULL;
    const struct field *field =
        record ? record_field(record, argument->field) : NULL;

    if (field && field->words)
        offer_words_of(cli, field);
    else
        offer_kind(cli, argument->word);
}

static void offer_value(struct cli *cli, const struct verb_option *option)
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
    else if (option->value && strcmp(option->value, "FILE") == 0)
        offer(cli, "<file>");
}

static void offer_options(struct cli *cli, const struct verb *verb)
{
    struct verb_option options[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(verb, options);
    char text[64];

    for (size_t i = 0; i < count; i++) {
        snprintf(text, sizeof(text), "--%.60s", options[i].name);
        offer(cli, text);
    }
}

/* The option whose value comes next; NULL when none is open. */
static const struct verb_option *find_open(const struct verb *verb,
                                           const char *text,
                                           struct verb_option *store)
{
    struct verb_option options[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(verb, options);

    for (size_t i = 0; i < count; i++)
        if (options[i].value && strncmp(text, "--", 2) == 0 &&
            strcmp(text + 2, options[i].name) == 0) {
            *store = options[i];
            return store;
        }

    return NULL;
}

/* Where the words before the cursor lead. */
struct place {
    const char *noun;
    const struct verb *verb;
    size_t arguments;
    const struct verb_option *open;
    struct verb_option store;
};

static void walk(const char *word, struct place *place)
{
    bool alone;

    if (place->open) {
        place->open = NULL;
    } else if (strncmp(word, "--", 2) == 0) {
        place->open = find_open(place->verb, word, &place->store);
    } else if (!place->noun) {
        place->noun = word;
        if (verb_has_noun(word, &alone) && alone)
            place->verb = verb_find(word, NULL);
    } else if (!place->verb || (!place->verb->name && !place->arguments &&
                                verb_find(place->noun, word))) {
        place->verb = verb_find(place->noun, word);
    } else {
        place->arguments++;
    }
}

/* Behind one that may come more than once, those behind it may follow as well
   as another one of it. */
static size_t count_open(const struct verb_argument *arguments, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (arguments[i].many)
            return i + 1;
    return count;
}

/* A verb, or what it is about; of a noun that also stands alone, either. */
static void offer_next(struct cli *cli, const struct place *place)
{
    struct verb_argument arguments[VERB_MAX_ARGUMENTS];

    if (!place->verb || (!place->verb->name && !place->arguments))
        offer_verbs(cli, place->noun);
    if (!place->verb)
        return;

    size_t count = verb_list_arguments(place->verb, arguments);
    size_t open = count_open(arguments, count);

    if (place->arguments < open)
        offer_argument(cli, place->verb, &arguments[place->arguments]);
    else if (open > 0 && arguments[open - 1].many)
        for (size_t i = open - 1; i < count; i++)
            offer_argument(cli, place->verb, &arguments[i]);
}

enum exit_code run_completion_words(struct cli *cli, const struct call *call)
{
    struct place place = { 0 };
    size_t count = call->word_count;
    const char *last = count ? call->words[count - 1] : "";

    for (size_t i = 0; i + 1 < count; i++)
        walk(call->words[i], &place);

    if (place.open)
        offer_value(cli, place.open);
    else if (strncmp(last, "-", 1) == 0)
        offer_options(cli, place.verb);
    else if (!place.noun)
        offer_nouns(cli);
    else
        offer_next(cli, &place);

    return EXIT_DONE;
}
