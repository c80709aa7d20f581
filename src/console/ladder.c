/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrows of dashes, in plain ASCII: they are read in mails, too. */

#include "console/ladder.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"
#include "console/word.h"
#include "lang/cells.h"

enum {
    TIME_CELLS = 13, /* 12:00:01.123 and a blank */
    POSTS = 3,
    PART_SIZE = 600,
    CALLER = 1, /* the party that began */
};

struct line {
    char *text;
    size_t length;
};

static void add(struct line *line, const char *text, size_t length)
{
    if (line->length + length >= LADDER_SIZE)
        length = LADDER_SIZE - 1 - line->length;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

static void add_text(struct line *line, const char *text)
{
    add(line, text, text_cut(text, strlen(text), LADDER_SIZE / 2));
}

static void add_times(struct line *line, char c, int times)
{
    for (int i = 0; i < times; i++)
        add(line, &c, 1);
}

static int lane_width(int columns)
{
    return (columns - TIME_CELLS - POSTS) / 2;
}

/* "---- INVITE ---->": the words in the middle, cut where there is no room. */
static void add_arrow(struct line *line, const char *words, int width,
                      bool to_the_right)
{
    int room = width - 6; /* a dash, a blank, and the head, on each side */
    size_t length = cells_cut(words, (size_t)(room > 0 ? room : 0));
    char cut[PART_SIZE];

    snprintf(cut, sizeof(cut), "%.*s", (int)length, words);

    int dashes = width - 3 - (int)cells_count(cut);
    int before = dashes / 2;

    if (!to_the_right)
        add_text(line, "<");
    add_times(line, '-', before);
    add_text(line, " ");
    add_text(line, cut);
    add_text(line, " ");
    add_times(line, '-', dashes - before);
    if (to_the_right)
        add_text(line, ">");
}

static void get_safe(const struct json_t *item, const char *key,
                     char ret_text[PART_SIZE])
{
    const char *text = value_get_text(item, key);

    ret_text[0] = '\0';
    if (text)
        (void)text_safe(text, strlen(text), ret_text, PART_SIZE);
}

/* A request tells where the other end is, a response what it answers; both
   whether they describe encrypted sound. */
static void write_words(const struct json_t *item, char ret_text[PART_SIZE])
{
    const char *sound = value_get_text(item, "sound");
    const char *mark = sound && strcmp(sound, "srtp") == 0 ? " SRTP" : "";
    char what[PART_SIZE], method[PART_SIZE], theirs[PART_SIZE];

    get_safe(item, "what", what);
    get_safe(item, "method", method);
    get_safe(item, "theirs", theirs);
    if (strcmp(what, "INVITE") == 0)
        snprintf(ret_text, PART_SIZE, "%.96s%s %.64s", what, mark, theirs);
    else if (strcmp(what, method) == 0)
        snprintf(ret_text, PART_SIZE, "%.200s%s", what, mark);
    else
        snprintf(ret_text, PART_SIZE, "%.200s (%.96s)%s", what, method, mark);
}

static void add_message(struct line *line, const struct json_t *item,
                        int columns)
{
    int64_t party = value_get_integer(item, "party", 0);
    bool is_sent = value_get_flag(item, "sent");
    int width = lane_width(columns);
    char words[PART_SIZE], numbered[PART_SIZE + 24];

    write_words(item, words);
    add_text(line, "|");
    if (party == CALLER) {
        add_arrow(line, words, width, !is_sent);
        add_text(line, "|");
        add_times(line, ' ', width);
    } else {
        snprintf(numbered, sizeof(numbered), "%" PRId64 ": %s", party, words);
        add_times(line, ' ', width);
        add_text(line, "|");
        add_arrow(line, numbered, width, is_sent);
    }
    add_text(line, "|");
}

static void add_between(struct line *line, const struct json_t *item)
{
    const char *kind = value_get_text(item, "kind");
    bool is_gap = kind && strcmp(kind, "gap") == 0;
    char what[PART_SIZE], says[PART_SIZE], count[32];

    get_safe(item, "what", what);
    get_safe(item, "says", says);
    if (is_gap) {
        snprintf(count, sizeof(count), " (%" PRId64 ")",
                 value_get_integer(item, "bytes", 0));
        add_text(line, "|  ... ");
        add_text(line, says);
        add_text(line, count);
    } else if (kind && strcmp(kind, "effect") == 0) {
        add_text(line, "|  > ");
        add_text(line, what);
        add_text(line, *says ? " · " : "");
        add_text(line, says);
    } else {
        add_text(line, "|  * ");
        add_text(line, *says ? says : what);
    }
}

void ladder_write(const struct json_t *item, int columns,
                  char ret_text[LADDER_SIZE])
{
    const char *kind = value_get_text(item, "kind");
    int64_t wall_us = value_get_integer(item, "wall_us", 0);
    struct line line = { ret_text, 0 };
    char clock[WORD_TIME_SIZE], parts[16];

    assert(columns >= LADDER_LEAST);

    word_clock(wall_us, false, clock);
    snprintf(parts, sizeof(parts), ".%03d ", (int)(wall_us / 1000 % 1000));
    add_text(&line, clock);
    add_text(&line, parts);
    if (kind && strcmp(kind, "message") == 0)
        add_message(&line, item, columns);
    else
        add_between(&line, item);
}

static void add_middle(struct line *line, const char *name, int width)
{
    char cut[PART_SIZE];

    snprintf(cut, sizeof(cut), "%.*s", (int)cells_cut(name, (size_t)width),
             name);
    add_text(line, cut);
    add_times(line, ' ', width - (int)cells_count(cut));
}

void ladder_write_head(enum language language, int columns,
                       char ret_text[LADDER_SIZE])
{
    struct line line = { ret_text, 0 };
    int width = lane_width(columns);

    assert(columns >= LADDER_LEAST);

    ret_text[0] = '\0';
    add_times(&line, ' ', TIME_CELLS);
    add_middle(&line, lang_text(language, N_("Caller")), width);
    add_text(&line, " ");
    add_middle(&line, "CC-Lite", width - 8);
    add_text(&line, lang_text(language, N_("Phone")));
}
