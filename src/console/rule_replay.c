/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of destinations as lines with signs. */

#include "console/rule_replay.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/show.h"
#include "core/words.h"

static const char *text_in(const struct json_t *item, const char *name)
{
    const char *text = value_get_text(item, name);

    return text ? text : "";
}

static void print_side(const struct program *program, FILE *out, char sign,
                       const char *const fields[3], const struct json_t *item)
{
    int to = word_find(&word_list_destination, text_in(item, fields[1]));
    const char *word =
        to < 0 ? NULL : document_word(&word_list_destination, to);
    const char *name = text_in(item, fields[2]);

    fprintf(out, "%c   %s: %s%s%s\n", sign, text_in(item, fields[0]),
            word ? program_text(program, word) : text_in(item, fields[1]),
            *name ? " " : "", name);
}

/* "61.7 %"; false: there is nothing to tell. */
static bool level_in(const struct program *program, const struct json_t *item,
                     const char *name, struct safe_text *ret_text)
{
    int64_t permille = value_get_integer(item, name, -1);

    show_permille(ui_style(program->ui), permille, ret_text);
    return permille >= 0;
}

/* What is known of how they fared, and nothing of how they would have. */
static void print_levels(const struct program *program, FILE *out,
                         const struct json_t *item)
{
    struct safe_text level;

    if (level_in(program, item, "service_level_permille", &level))
        fprintf(out,
                /* TRANSLATORS: "61.7 %" and how many calls */
                program_text(program,
                             N_("    SLA these calls had: %s (%d waited)\n")),
                level.text, (int)value_get_integer(item, "offered", 0));
    if (level_in(program, item, "to_service_level_permille", &level))
        fprintf(
            out,
            /* TRANSLATORS: the same of the queue that the draft leads to */
            program_text(program,
                         N_("    SLA there in that time: %s (%d waited)\n")),
            level.text, (int)value_get_integer(item, "to_offered", 0));
}

static void print_pair(const struct program *program, FILE *out,
                       const struct json_t *item)
{
    static const char *const was[] = { "was_name", "was_to", "was_to_name" };
    static const char *const would[] = { "name", "to", "to_name" };

    fprintf(out, program_text(program, N_("  Calls: %d")),
            (int)value_get_integer(item, "contacts", 0));
    fputc('\n', out);
    print_side(program, out, '-', was, item);
    print_side(program, out, '+', would, item);
    print_levels(program, out, item);
}

/* "12 of 3812 calls would have gone elsewhere"; and no word when none would. */
static bool print_sum(const struct program *program, FILE *out,
                      const struct json_t *items)
{
    int64_t elsewhere = 0, of = 0;
    bool is_more = false;

    for (size_t i = 0; i < value_count(items); i++) {
        const struct json_t *item = value_at(items, i);

        if (!value_get_flag(item, "same"))
            elsewhere += value_get_integer(item, "contacts", 0);
        of = value_get_integer(item, "of", 0);
        is_more = value_get_flag(item, "more");
    }
    if (elsewhere == 0)
        return false;

    /* TRANSLATORS: calls that would have gone elsewhere, and all of them */
    fprintf(out, program_text(program, N_("  Elsewhere: %d of %d calls")),
            (int)elsewhere, (int)of);
    if (is_more)
        fputs(program_text(program, N_(", the newest of that day")), out);
    fputs("\n \n", out);
    return true;
}

char *rule_replay_lines(const struct program *program,
                        const struct json_t *items)
{
    assert(program);
    char *lines = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&lines, &length);

    if (!out)
        return NULL;
    if (print_sum(program, out, items))
        for (size_t i = 0; i < value_count(items); i++)
            if (!value_get_flag(value_at(items, i), "same"))
                print_pair(program, out, value_at(items, i));
    if (fclose(out) != 0) {
        free(lines);
        return NULL;
    }
    return lines;
}
