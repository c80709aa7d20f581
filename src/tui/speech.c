/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts sentences together. */

#include "tui/speech.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lang/lang.h"

struct spoken *speech_of(const struct surface *surface)
{
    return grid_speech(surface->grid);
}

void speech_begin(struct spoken *speech, uint64_t what)
{
    assert(speech);
    *speech = (struct spoken){ .what = what, .sum = 14695981039346656037u };
}

/* FNV-1a. */
static void count_in(struct spoken *speech, const char *words)
{
    for (; *words; words++)
        speech->sum = (speech->sum ^ (unsigned char)*words) * 1099511628211u;
}

static void append(struct spoken *speech, const char *words)
{
    size_t length = strlen(speech->text);

    snprintf(speech->text + length, sizeof(speech->text) - length, "%s%s",
             length ? ", " : "", words);
}

/* 2:31 and 1:02:03; true with the parts, hours first. */
static bool read_clock(const char *words, int parts[3])
{
    int length = 0;

    parts[0] = 0;
    if (sscanf(words, "%4d:%2d:%2d%n", &parts[0], &parts[1], &parts[2],
               &length) == 3 &&
        words[length] == '\0')
        return true;
    parts[0] = 0;
    return sscanf(words, "%4d:%2d%n", &parts[1], &parts[2], &length) == 2 &&
           words[length] == '\0';
}

static bool say_clock(struct spoken *speech, enum language language,
                      const char *name, const char *words)
{
    char text[64], named[SPEECH_SIZE];
    int parts[3];

    if (!isdigit((unsigned char)words[0]) || !read_clock(words, parts))
        return false;
    if (parts[0] > 0)
        snprintf(text, sizeof(text),
                 /* TRANSLATORS: hours, minutes, seconds */
                 lang_text(language, N_("%d h %d min %d s")), parts[0],
                 parts[1], parts[2]);
    else
        snprintf(text, sizeof(text),
                 /* TRANSLATORS: minutes, seconds */
                 lang_text(language, N_("%d min %d s")), parts[1], parts[2]);
    snprintf(named, sizeof(named), "%s%s%s", name, *name ? " " : "", text);
    append(speech, named);
    return true;
}

void speech_part(struct spoken *speech, enum language language,
                 const char *words)
{
    assert(speech && words);
    if (!*words || say_clock(speech, language, "", words))
        return;
    count_in(speech, words);
    append(speech, words);
}

void speech_named(struct spoken *speech, enum language language,
                  const char *name, const char *words)
{
    char text[SPEECH_SIZE];

    if (!*words || say_clock(speech, language, name, words))
        return;
    snprintf(text, sizeof(text), "%s %s", name, words);
    speech_part(speech, language, text);
}

/* Rows that come and go around it do not make it another. */
void speech_row(struct spoken *speech, enum language language, size_t row,
                size_t count)
{
    char text[96];

    snprintf(text, sizeof(text), lang_text(language, N_("row %zu of %zu")),
             row + 1, count);
    append(speech, text);
}

void speech_role(struct spoken *speech, enum language language,
                 enum look_role role)
{
    if (role == ROLE_CRIT)
        speech_part(speech, language, lang_text(language, N_("critical")));
    else if (role == ROLE_WARN)
        speech_part(speech, language, lang_text(language, N_("warning")));
}

int announce_find(const char *name, enum announce *ret_announce)
{
    static const char *const names[ANNOUNCE_COUNT] = { "off", "focus",
                                                       "changes" };

    assert(name && ret_announce);
    for (int i = 0; i < ANNOUNCE_COUNT; i++)
        if (strcmp(name, names[i]) == 0) {
            *ret_announce = (enum announce)i;
            return 0;
        }
    return -ENOENT;
}
