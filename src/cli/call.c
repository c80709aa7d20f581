/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a command line apart by the table of verbs. */

#include "cli/call.h"

#include <assert.h>
#include <string.h>

struct reader {
    int argc;
    char *const *argv;
    int at;
    bool only_words; /* after -- */
    struct call *call;
    const char *subject;
};

static enum call_mistake fail(struct reader *reader, enum call_mistake mistake,
                              const char *subject)
{
    reader->subject = subject;
    return mistake;
}

/* Finds "name" or "name=value" among the options that hold by now. */
static bool find_option(const struct call *call, const char *text,
                        struct verb_option *ret_option)
{
    struct verb_option options[VERB_MAX_OPTIONS];
    size_t count = verb_list_options(call->verb, options);
    size_t length = strcspn(text, "=");

    for (size_t i = 0; i < count; i++)
        if (strlen(options[i].name) == length &&
            strncmp(options[i].name, text, length) == 0) {
            *ret_option = options[i];
            return true;
        }

    return false;
}

static enum call_mistake take_option(struct reader *reader)
{
    struct call *call = reader->call;
    const char *text = reader->argv[reader->at++];
    const char *equals = strchr(text, '=');
    struct call_option given = { .value = equals ? equals + 1 : NULL };

    if (!find_option(call, text + 2, &given.option))
        return fail(reader, CALL_UNKNOWN_OPTION, text);
    if (call_option(call, given.option.name) ||
        call->option_count == CALL_MAX_OPTIONS)
        return fail(reader, CALL_OPTION_TWICE, text);
    if (!given.option.value && equals)
        return fail(reader, CALL_UNWANTED_VALUE, text);
    if (given.option.value && !equals) {
        if (reader->at == reader->argc)
            return fail(reader, CALL_NO_VALUE, text);
        given.value = reader->argv[reader->at++];
    }

    call->options[call->option_count++] = given;
    return CALL_OK;
}

/* The first word is the noun, the second the verb, unless the noun is alone:
   one that may be both (state, state set) is what its second word makes it. */
static enum call_mistake take_word(struct reader *reader)
{
    struct call *call = reader->call;
    const char *word = reader->argv[reader->at++];
    bool alone;

    if (!call->noun) {
        if (!verb_has_noun(word, &alone))
            return fail(reader, CALL_UNKNOWN_NOUN, word);
        call->noun = word;
        call->verb = alone ? verb_find(word, NULL) : NULL;
        return CALL_OK;
    }

    if (!call->verb) {
        call->verb = verb_find(call->noun, word);
        return call->verb ? CALL_OK : fail(reader, CALL_UNKNOWN_VERB, word);
    }

    const struct verb *other =
        call->verb->name ? NULL : verb_find(call->noun, word);

    if (other && call->word_count == 0 && call->option_count == 0) {
        call->verb = other;
        return CALL_OK;
    }

    if (call->word_count == CALL_MAX_WORDS)
        return fail(reader, CALL_TOO_MANY, word);
    call->words[call->word_count++] = word;
    return CALL_OK;
}

static enum call_mistake read_all(struct reader *reader)
{
    while (reader->at < reader->argc) {
        const char *text = reader->argv[reader->at];
        enum call_mistake mistake;

        if (!reader->only_words && strcmp(text, "--") == 0) {
            reader->only_words = true;
            reader->at++;
            continue;
        }

        bool is_option = !reader->only_words && strncmp(text, "--", 2) == 0;
        mistake = is_option ? take_option(reader) : take_word(reader);
        if (mistake)
            return mistake;
    }

    return CALL_OK;
}

/* All that the arguments behind it do not need, as with cp and mv.
   @return how many are taken besides the first */
static size_t take_many(struct call *call, size_t at, size_t *spare)
{
    size_t more = *spare;

    call->many_at = at;
    call->many_count = 1 + more;
    *spare = 0;
    return more;
}

/* Words fill the required arguments, and the optional ones if there are more
   words than required. */
static enum call_mistake place_words(struct reader *reader)
{
    struct call *call = reader->call;
    size_t required = 0, at = 0;

    for (size_t i = 0; i < call->argument_count; i++)
        required += !call->arguments[i].optional;

    size_t spare =
        call->word_count > required ? call->word_count - required : 0;

    for (size_t i = 0; i < call->argument_count; i++) {
        const struct verb_argument *argument = &call->arguments[i];

        if (argument->optional && spare == 0)
            continue;
        if (at == call->word_count)
            return fail(reader, CALL_MISSING, argument->word);
        spare -= argument->optional;
        call->values[i] = call->words[at++];
        if (argument->many)
            at += take_many(call, at - 1, &spare);
    }

    return at == call->word_count
               ? CALL_OK
               : fail(reader, CALL_TOO_MANY, call->words[at]);
}

enum call_mistake call_parse(int argc, char *const argv[],
                             struct call *ret_call, const char **ret_subject)
{
    assert(argv && ret_call && ret_subject);

    *ret_call = (struct call){ 0 };
    struct reader reader = {
        .argc = argc, .argv = argv, .at = 1, .call = ret_call, .subject = ""
    };
    enum call_mistake mistake = read_all(&reader);

    if (!mistake && !ret_call->noun)
        mistake = CALL_NO_NOUN;
    if (!mistake && !ret_call->verb)
        mistake = fail(&reader, CALL_NO_VERB, ret_call->noun);
    if (!mistake) {
        ret_call->argument_count =
            verb_list_arguments(ret_call->verb, ret_call->arguments);
        mistake = place_words(&reader);
    }

    /* The subject of a missing argument lives in the call. */
    *ret_subject = reader.subject;
    return mistake;
}

const char *call_option(const struct call *call, const char *name)
{
    for (size_t i = 0; i < call->option_count; i++)
        if (strcmp(call->options[i].option.name, name) == 0)
            return call->options[i].value ? call->options[i].value : "";

    return NULL;
}

const char *call_argument(const struct call *call, const char *field)
{
    for (size_t i = 0; i < call->argument_count; i++)
        if (strcmp(call->arguments[i].field, field) == 0)
            return call->values[i];

    return NULL;
}
