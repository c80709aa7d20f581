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
#include "cli/phrase.h"
#include "lang/format.h"

enum { SENTENCE_SIZE = 1024 };

/* How each verdict is told: of one agent by name, with a time or without. */
static const struct verdict_words {
    const char *spelling;
    const char *without;   /* %s: the agent */
    const char *with_time; /* %s: the agent, %s: how long; NULL: never */
} verdicts[] = {
    /* TRANSLATORS: %s is an agent's name, the second one a time such as 35 s */
    { "chosen", N_("%s is chosen"), N_("%s is chosen (idle for %s)") },
    { "less_idle", N_("%s was idle for less time"),
      N_("%s was idle for less time (%s)") },
    { "later_ring", N_("%s has this queue with a later priority"), NULL },
    { "offline", N_("%s is offline"), NULL },
    { "paused", N_("%s is paused"), NULL },
    { "busy", N_("%s has another contact"), NULL },
    { "acw", N_("%s is in wrap-up"), N_("%s is in wrap-up (%s left)") },
    { "cool_down", N_("%s rests after an offer not answered"),
      N_("%s rests after an offer not answered (%s left)") },
    { "unreachable", N_("the phone of %s cannot be reached"), NULL },
    { "not_seen", N_("%s gave no sign of life since the server's start"),
      NULL },
    { "not_wanted", N_("%s is free, but another was asked for"), NULL },
    { "unattended", N_("nobody is at the console of %s"), NULL },
    { "no_line", N_("the phone of %s is not connected (mode nailed_up)"),
      NULL },
    { "delayed", N_("%s serves this queue later"),
      N_("%s serves this queue later (%s left)") },
    { "unskilled", N_("%s lacks a skill"),
      N_("%s lacks a skill, for another %s") },
    { "outer_ring", N_("%s meets only a later step of the demand"), NULL },
    { "more_contacts", N_("%s had more contacts today"), NULL },
    { "more_talk", N_("%s talked for longer today"), NULL },
    { "less_skilled", N_("%s has less skill"), NULL },
    { "later_turn", N_("it is not yet the turn of %s"), NULL },
    { "not_drawn", N_("%s was not drawn"), NULL },
};

enum { VERDICT_WORDS = sizeof(verdicts) / sizeof(verdicts[0]) };

_Static_assert((int)VERDICT_WORDS == (int)verdict_count,
               "every verdict is told");

/* "35 s", "2:05": short for seconds, as on the screens else. */
static void write_time(int64_t for_us, char ret_text[32])
{
    if (for_us < 60 * 1000000)
        snprintf(ret_text, 32, "%" PRId64 " s", for_us / 1000000);
    else
        (void)format_duration(for_us, ret_text, 32);
}

static void write_one(struct cli *cli, const struct json_t *row,
                      const struct verdict_words *words,
                      char ret_text[SENTENCE_SIZE])
{
    int64_t for_us = value_get_integer(row, "for_us", -1);
    uint64_t agent_id = (uint64_t)value_get_integer(row, "agent_id", 0);
    char name[NAMES_TEXT_SIZE], time[32];

    names_spell(cli, DOCUMENT_AGENT, agent_id, name);
    write_time(for_us, time);

    if (for_us >= 0 && words->with_time)
        phrase_fill(lang_own_text(words->with_time), name, time, ret_text,
                    SENTENCE_SIZE);
    else
        phrase_fill(lang_own_text(words->without), name, NULL, ret_text,
                    SENTENCE_SIZE);
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

static const struct verdict_words *find_words(const char *spelling)
{
    for (size_t i = 0; spelling && i < VERDICT_WORDS; i++)
        if (strcmp(verdicts[i].spelling, spelling) == 0)
            return &verdicts[i];

    return NULL;
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

static const char *word_of_rest(const char *verdict)
{
    static const char *const words[][2] = {
        { "chosen", N_("chosen") },
        { "less_idle", N_("idle for less time") },
        { "later_ring", N_("with a later priority") },
        { "offline", N_("offline") },
        { "paused", N_("paused") },
        { "busy", N_("with another contact") },
        { "acw", N_("wrap-up") },
        { "cool_down", N_("resting") },
        { "unreachable", N_("no phone") },
        { "not_seen", N_("not seen yet") },
        { "unattended", N_("nobody at the console") },
        { "not_wanted", N_("not asked for") },
        { "delayed", N_("serving the queue later") },
        { "unskilled", N_("lacking a skill") },
        { "outer_ring", N_("for a later step of the demand") },
        { "more_contacts", N_("with more contacts today") },
        { "more_talk", N_("with more talk today") },
        { "less_skilled", N_("with less skill") },
        { "later_turn", N_("later by turn") },
        { "not_drawn", N_("not drawn") },
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(words[i][0], verdict) == 0)
            return lang_own_text(words[i][1]);

    return verdict;
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
        const struct verdict_words *words =
            find_words(value_get_text(row, "verdict"));

        if (!words || length + SENTENCE_SIZE > sizeof(line))
            continue;
        write_one(cli, row, words, part);
        add_skill(cli, row, part);
        length += (size_t)snprintf(line + length, sizeof(line) - length, "%s%s",
                                   length ? "; " : "", part);
    }

    for (size_t i = 0; i < VERDICT_WORDS; i++) {
        int64_t rest = count_rest(candidates, verdicts[i].spelling);

        if (rest < 1 || length + 128 > sizeof(line))
            continue;
        length += (size_t)snprintf(line + length, sizeof(line) - length,
                                   "%s%" PRId64 " %s", length ? "; " : "", rest,
                                   word_of_rest(verdicts[i].spelling));
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
