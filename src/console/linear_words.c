/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that are understood, and finding one. */

#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/linear_inside.h"
#include "wire/value.h"

static const struct word {
    const char *word, *rest, *doc;
    void (*say)(struct linear *linear, const char *rest); /* or NULL: */
    int action;
    enum route_id route;
} words[] = {
#define SAY(NAME, word, rest, doc) { word, rest, doc, linear_say_##NAME, 0, 0 },
#define DO(NAME, word, action, route, doc)                                     \
    { word, "", doc, NULL, DO_##action, ROUTE_AGENT_##route },
#include "console/linear.def"
};

enum { WORDS = sizeof(words) / sizeof(words[0]) };

static size_t count_words(struct linear *linear)
{
    (void)linear;
    return WORDS;
}

static void say_word(struct linear *linear, size_t n, struct spoken *spoken)
{
    struct safe_text text;

    safe_text_format(&text, "%s%s%s: %s", words[n].word,
                     words[n].rest[0] ? " " : "", words[n].rest,
                     linear_text(linear, words[n].doc));
    speech_part(spoken, program_language(linear->program), text.text);
}

void linear_say_help(struct linear *linear, const char *rest)
{
    static const struct linear_list list = { count_words, say_word };

    (void)rest;
    linear_list_begin(linear, &list, NULL);
}

void linear_say_quit(struct linear *linear, const char *rest)
{
    (void)rest;
    linear->wants_leave = true;
}

/* The words behind a beginning; NULL: it does not begin so. */
static const char *rest_of(const char *line, const char *beginning)
{
    size_t length = strlen(beginning);

    if (strncmp(line, beginning, length) != 0 ||
        (line[length] != '\0' && line[length] != ' '))
        return NULL;
    return line + length + strspn(line + length, " ");
}

/* The longest one: "more time" is not "more". */
static const struct word *find_word(const char *line)
{
    const struct word *found = NULL;

    for (size_t i = 0; i < WORDS; i++)
        if (rest_of(line, words[i].word) &&
            (!found || strlen(words[i].word) > strlen(found->word)))
            found = &words[i];
    return found;
}

bool linear_take_word(struct linear *linear, const char *line)
{
    const struct word *word = find_word(line);

    if (!word)
        return false;
    if (word->say)
        word->say(linear, rest_of(line, word->word));
    else if (linear_may(linear, word->action))
        program_command(linear->program, word->route, value_object());
    return true;
}
