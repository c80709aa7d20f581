/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever mistypes is shown the way, not sent to look for it. */

#include "cli/mistake.h"

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "cli/guess.h"
#include "lang/phrase.h"

enum { WORDS = 512 };

/* "cclite queue set --help", by what was understood. */
static void write_help(const struct call *call, char ret_help[WORDS])
{
    const char *verb = call->verb && call->verb->name ? call->verb->name : "";

    snprintf(ret_help, WORDS, "cclite %s%s%s%s--help",
             call->noun ? call->noun : "", call->noun ? " " : "", verb,
             *verb ? " " : "");
}

/* Of an option the name, without dashes and value. */
static void name_of(const char *subject, char ret_name[GUESS_LETTERS + 2])
{
    subject += strspn(subject, "-");
    snprintf(ret_name, GUESS_LETTERS + 2, "%.*s", (int)strcspn(subject, "="),
             subject);
}

static void guess_verbs(struct guess *guess, const char *noun,
                        const char *typed)
{
    const struct verb *verb;

    for (size_t i = 0; (verb = verb_at(i)); i++)
        if (!noun)
            guess_try(guess, typed, verb->noun);
        else if (verb->name && strcmp(verb->noun, noun) == 0)
            guess_try(guess, typed, verb->name);
}

/* @return whether one is near: then it is in ret_word */
static bool guess_word(const struct call *call, enum call_mistake mistake,
                       const char *subject, char ret_word[WORDS])
{
    struct verb_option options[VERB_MAX_OPTIONS];
    char typed[GUESS_LETTERS + 2];
    struct guess guess = { 0 };
    bool is_option = mistake == CALL_UNKNOWN_OPTION;

    name_of(subject, typed);
    if (mistake == CALL_UNKNOWN_NOUN || mistake == CALL_UNKNOWN_VERB) {
        guess_verbs(&guess, call->noun, typed);
    } else if (is_option) {
        size_t count = verb_list_options(call->verb, options);

        for (size_t i = 0; i < count; i++)
            guess_try(&guess, typed, options[i].name);
    }
    if (guess.word)
        snprintf(ret_word, WORDS, "%s%s", is_option ? "--" : "", guess.word);
    return guess.word;
}

enum exit_code mistake_say(struct cli *cli, const struct call *call,
                           enum call_mistake mistake, const char *subject)
{
    static const char *const texts[] = {
        [CALL_NO_NOUN] = N_("%sname a command; see %s"),
        [CALL_UNKNOWN_NOUN] = N_("%s: there is no such command; see %s"),
        [CALL_NO_VERB] = N_("%s: name what to do; see %s"),
        [CALL_UNKNOWN_VERB] = N_("%s: this cannot be done; see %s"),
        [CALL_UNKNOWN_OPTION] = N_("%s: there is no such option; see %s"),
        [CALL_OPTION_TWICE] = N_("%s: given twice"),
        [CALL_NO_VALUE] = N_("%s: the value is missing; see %s"),
        [CALL_UNWANTED_VALUE] = N_("%s: takes no value; see %s"),
        [CALL_MISSING] = N_("%s is missing; see %s"),
        [CALL_TOO_MANY] = N_("%s: one argument too many; see %s"),
    };
    char help[WORDS], line[2 * WORDS], word[WORDS], question[WORDS];

    write_help(call, help);
    phrase_fill(lang_own_text(texts[mistake]), subject, help, line,
                sizeof(line));
    if (!guess_word(call, mistake, subject, word))
        return cli_fail(cli, EXIT_USAGE, "%s", line);

    /* TRANSLATORS: a word that is like the one that was typed */
    phrase_fill(_("Did you mean %s?"), word, NULL, question, sizeof(question));
    return cli_fail(cli, EXIT_USAGE, "%s. %s", line, question);
}
