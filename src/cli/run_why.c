/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a contact went where it went, in sentences. */

#include "cli/run.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "cli/ask.h"
#include "cli/cell.h"
#include "cli/listing.h"
#include "cli/names.h"
#include "lang/phrase.h"
#include "lang/format.h"
#include "wire/verdict_text.h"

enum { SENTENCE_SIZE = 1024 };

/* "35 s", "2:05": short for seconds, as on the screens else. */
static void write_time(int64_t for_us, char ret_text[32])
{
    if (for_us < 60 * 1000000)
        snprintf(ret_text, 32, "%" PRId64 " s", for_us / 1000000);
    else
        (void)format_duration(for_us, ret_text, 32);
}

static void write_one(struct cli *cli, const struct json_t *row,
                      enum verdict verdict, char ret_text[SENTENCE_SIZE])
{
    int64_t for_us = value_get_integer(row, "for_us", -1);
    uint64_t agent_id = (uint64_t)value_get_integer(row, "agent_id", 0);
    char name[NAMES_TEXT_SIZE], time[32];
    const char *with_time = verdict_text(verdict, true);

    names_spell(cli, DOCUMENT_AGENT, agent_id, name);
    write_time(for_us, time);

    if (for_us >= 0 && with_time)
        phrase_fill(lang_own_text(with_time), name, time, ret_text,
                    SENTENCE_SIZE);
    else
        phrase_fill(lang_own_text(verdict_text(verdict, false)), name, NULL,
                    ret_text, SENTENCE_SIZE);
}

/* "  es 30 of 50" */
static void add_skill(struct cli *cli, const struct json_t *row,
                      char text[SENTENCE_SIZE])
{
    uint64_t skill_id = (uint64_t)value_get_integer(row, "skill_id", 0);
    size_t length = strlen(text);
    char skill[NAMES_TEXT_SIZE];

    if (!skill_id)
        return;

    names_spell(cli, DOCUMENT_SKILL, skill_id, skill);
    snprintf(text + length, SENTENCE_SIZE - length,
             " (%s %" PRId64 " < %" PRId64 ")", skill,
             value_get_integer(row, "level", 0),
             value_get_integer(row, "needed", 0));
}

/* How many of a verdict are not told by name. */
static int64_t count_rest(const struct json_t *candidates, const char *verdict)
{
    const struct json_t *rows = value_get(candidates, "rows");
    int64_t count =
        value_get_integer(value_get(candidates, "counts"), verdict, 0);

    for (size_t i = 0; i < value_count(rows); i++) {
        const char *spelling = value_get_text(value_at(rows, i), "verdict");

        count -= spelling && strcmp(spelling, verdict) == 0;
    }

    return count;
}

/* "  Ana is chosen: idle longest (35 s); Petr is in wrap-up (4 s left); 3 more
   paused" */
static void say_candidates(struct cli *cli, const struct json_t *candidates)
{
    const struct json_t *rows = value_get(candidates, "rows");
    char line[2 * SENTENCE_SIZE] = "", part[SENTENCE_SIZE];
    size_t length = 0;

    for (size_t i = 0; i < value_count(rows); i++) {
        const struct json_t *row = value_at(rows, i);
        const char *spelling = value_get_text(row, "verdict");
        int verdict = spelling ? word_find(&word_list_verdict, spelling) : -1;

        if (verdict < 0 || length + SENTENCE_SIZE > sizeof(line))
            continue;
        write_one(cli, row, (enum verdict)verdict, part);
        add_skill(cli, row, part);
        length += (size_t)snprintf(line + length, sizeof(line) - length, "%s%s",
                                   length ? "; " : "", part);
    }

    for (int i = 0; i < verdict_count; i++) {
        const char *spelling = word_spell(&word_list_verdict, i);
        int64_t rest = count_rest(candidates, spelling);

        if (rest < 1 || length + 128 > sizeof(line))
            continue;
        length +=
            (size_t)snprintf(line + length, sizeof(line) - length,
                             "%s%" PRId64 " %s", length ? "; " : "", rest,
                             lang_own_text(verdict_rest((enum verdict)i)));
    }

    if (length)
        cli_say(cli, "    %s", line);
}

static void say_decision(struct cli *cli, const struct json_t *decision)
{
    const char *says = value_get_text(decision, "says");
    const char *event = value_get_text(decision, "event");
    char when[FORMAT_SIZE];

    cell_write_moment(value_get_integer(decision, "wall_us", 0),
                      CELL_FOR_PEOPLE, when);
    cli_say(cli, "%s  %s", when, says && *says ? says : (event ? event : ""));
    say_candidates(cli, value_get(decision, "candidates"));
}

enum exit_code run_why(struct cli *cli, const struct call *call)
{
    char own[24];
    struct ask request = { 0 };
    struct json_t *items = NULL;
    enum exit_code code = ask_aim(cli, call, &request, own);

    if (!code)
        code = ask_for_list(cli, &request, 0, &items);
    if (!code && cli->format != FORMAT_TABLE)
        code = listing_print(cli, content_record(request.route->answer), items);
    else if (!code)
        for (size_t i = 0; i < value_count(items); i++)
            say_decision(cli, value_at(items, i));

    value_free(items);
    return code;
}
