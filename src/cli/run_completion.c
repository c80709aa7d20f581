/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the shell may put behind a half-written command line. */

#include "cli/run.h"

#include <stdio.h>
#include <string.h>

#include "cli/call.h"
#include "cli/cli.h"
#include "cli/offer.h"

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

/* An option that takes a value, by its first letters with the dashes. */
static const struct verb_option *find_option(const struct verb *verb,
                                             const char *text, size_t length,
                                             struct verb_option *store)
{
    struct verb_option options[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(verb, options);

    for (size_t i = 0; i < count; i++)
        if (options[i].value && strlen(options[i].name) == length &&
            memcmp(text + 2, options[i].name, length) == 0) {
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
    const char *before; /* the argument before the cursor */
    const struct verb_option *open;
    struct verb_option store;
};

static void walk(const char *word, struct place *place)
{
    bool alone;

    if (place->open) {
        place->open = NULL;
    } else if (strncmp(word, "--", 2) == 0) {
        place->open =
            find_option(place->verb, word, strlen(word) - 2, &place->store);
    } else if (!place->noun) {
        place->noun = word;
        if (verb_has_noun(word, &alone) && alone)
            place->verb = verb_find(word, NULL);
    } else if (!place->verb || (!place->verb->name && !place->arguments &&
                                verb_find(place->noun, word))) {
        place->verb = verb_find(place->noun, word);
    } else {
        place->arguments++;
        place->before = word;
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

/* A verb, or what it is about; of a noun that also stands alone, either. What
   may be left out may be left out here: behind it comes the next one, too. */
static void offer_next(struct cli *cli, const struct place *place)
{
    struct verb_argument arguments[VERB_MAX_ARGUMENTS];

    if (!place->verb || (!place->verb->name && !place->arguments))
        offer_verbs(cli, place->noun);
    if (!place->verb)
        return;

    size_t count = verb_list_arguments(place->verb, arguments);
    size_t open = count_open(arguments, count);

    if (place->before && offer_target(cli, place->verb, place->before))
        return;
    if (place->arguments < open)
        for (size_t i = place->arguments; i < open; i++) {
            offer_argument(cli, place->verb, &arguments[i]);
            if (!arguments[i].optional)
                break;
        }
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

    if (!place.open && strncmp(last, "--", 2) == 0 && strchr(last, '='))
        place.open =
            find_option(place.verb, last, strcspn(last, "=") - 2, &place.store);

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
