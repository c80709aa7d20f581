/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of queues, and a column of the day's figures. */

#include "console/desk_idle.h"

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/desk_waits.h"
#include "console/naming.h"
#include "console/phone_line.h"
#include "console/show.h"
#include "console/word.h"
#include "lang/format.h"
#include "wire/word_label.h"

enum {
    TODAY_CELLS = 32,
    SIGN_AT = 39,
    TODAY_ROWS = 4,
    QUEUES_MAX = 8,
};

/* Where the columns of the queues stand; room for Spanish headings. */
static const struct place columns[] = {
    { 0, 1, 15, false }, /* name */
    { 0, 16, 7, true },  /* waits */
    { 0, 23, 8, true },  /* the longest of them */
    { 0, 31, 7, true },  /* free agents */
    { 0, 41, 7, true },  /* service level, up to 100.0 % */
};

enum column { NAME, WAITS, LONGEST, FREE, LEVEL };

static struct place place_of(int row, enum column column)
{
    struct place place = columns[column];

    place.row = row;
    return place;
}

static void draw_count(const struct surface *surface, int row,
                       enum column column, int64_t count)
{
    char text[FORMAT_SIZE];

    format_integer(surface->style->language, count, text, sizeof(text));
    surface_words(surface, place_of(row, column), LOOK(TEXT, 0), text);
}

/* Below four of five it is worth a look, below three of five an alarm. */
static void draw_level(const struct surface *surface, int row, int64_t permille)
{
    enum glyph glyph = permille >= 800   ? GLYPH_OK
                       : permille >= 600 ? GLYPH_WARN
                                         : GLYPH_CRIT;
    enum look_role role = permille >= 800   ? ROLE_OK
                          : permille >= 600 ? ROLE_WARN
                                            : ROLE_CRIT;
    char number[FORMAT_SIZE], text[FORMAT_SIZE + 4];

    if (permille < 0) {
        surface_glyph(surface, row, 47, LOOK(DIM, 0), GLYPH_UNKNOWN);
        return;
    }
    format_decimal(surface->style->language, permille, 1, number,
                   sizeof(number));
    snprintf(text, sizeof(text), "%s %%", number);
    surface_glyph(surface, row, SIGN_AT, (struct look){ (uint8_t)role, 0 },
                  glyph);
    surface_words(surface, place_of(row, LEVEL), LOOK(TEXT, 0), text);
}

static void draw_queue(const struct program *program,
                       const struct surface *surface, int row,
                       const struct replica_row *found)
{
    const struct topic_queues *queue = found->fields;
    struct safe_text name;
    char oldest[WORD_TIME_SIZE];

    word_name(&(struct word_names){ &queue->name, &queue->label,
                                    &queue->label_es, &queue->label_cs },
              surface->style->language, &name);
    word_duration(
        replica_age_us(found, queue->oldest_age_us, program_now_us(program)),
        oldest);
    surface_text(surface, place_of(row, NAME), LOOK(TEXT, 0), &name);
    draw_count(surface, row, WAITS, queue->waiting);
    surface_words(surface, place_of(row, LONGEST), LOOK(TEXT, 0), oldest);
    draw_count(surface, row, FREE, queue->agents_available);
    draw_level(surface, row, queue->service_level_permille);
}

/* @return the row below them */
static int draw_queues(const struct program *program,
                       const struct surface *surface)
{
    static const char *const headings[] = { N_("Queue"), N_("Waits"),
                                            N_("Longest"), N_("Free"),
                                            N_("SLA") };
    const struct replica *rows = program_rows(program);
    int row = 2;

    surface_rule(surface, 0, surface_say(surface, N_("My queues")), NULL);
    for (int i = NAME; i <= LEVEL; i++)
        surface_label(surface, place_of(1, (enum column)i), LOOK(DIM, 0),
                      headings[i]);
    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct replica_row *queue = replica_at(rows, TOPIC_QUEUES, i);

        if (desk_waits_is_mine(program, queue->id) && row < QUEUES_MAX + 2)
            draw_queue(program, surface, row++, queue);
    }
    return row;
}

static void draw_figure(const struct surface *surface, int row, int column,
                        const char *msgid, const char *value)
{
    surface_label(surface, (struct place){ row, column, 10, false },
                  LOOK(DIM, 0), msgid);
    surface_words(surface, (struct place){ row, column + 8, 7, true },
                  LOOK(TEXT, 0), value);
}

static void draw_today(const struct topic_agents *agent,
                       const struct surface *surface)
{
    int64_t work_us = agent->talk_us + agent->hold_us + agent->acw_us;
    char text[WORD_TIME_SIZE];

    surface_rule(surface, 0, NULL, surface_say(surface, N_("Today")));
    snprintf(text, sizeof(text), "%" PRId64, agent->handled);
    draw_figure(surface, 1, 1, N_("Handled"), text);
    snprintf(text, sizeof(text), "%" PRId64, agent->missed);
    draw_figure(surface, 2, 1, N_("Missed"), text);
    word_duration(agent->handled > 0 ? work_us / agent->handled : -1, text);
    draw_figure(surface, 1, 17, N_("Average"), text);
    word_duration(agent->talk_us, text);
    draw_figure(surface, 2, 17, N_("Talking"), text);
    word_duration(agent->acw_us, text);
    draw_figure(surface, 3, 17, N_("Wrap"), text);
}

/* "Sales EN, Billing": also those beyond the table's end. */
static void name_mine(const struct program *program,
                      struct safe_text *ret_names)
{
    const struct replica *rows = program_rows(program);
    struct safe_text name, before;

    safe_text_copy(ret_names, "");
    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct topic_queues *queue =
            replica_at(rows, TOPIC_QUEUES, i)->fields;

        if (!desk_waits_is_mine(program, queue->queue_id))
            continue;
        naming_queue(program, queue->queue_id, &queue->name, &name);
        before = *ret_names;
        safe_text_format(ret_names, "%s%s%s", before.text,
                         before.text[0] ? ", " : "", name.text);
    }
}

/* Whether it is known that the agent serves no queue. */
static bool serves_none(const struct program *program)
{
    const struct replica *rows = program_rows(program);
    struct safe_text names;

    name_mine(program, &names);
    return !names.text[0] &&
           replica_state(rows, TOPIC_ASSIGNMENTS) == REPLICA_LIVE &&
           replica_state(rows, TOPIC_QUEUES) == REPLICA_LIVE;
}

static void draw_connected(const struct program *program,
                           const struct surface *surface, int row, bool is_fine)
{
    struct safe_text names, text;

    name_mine(program, &names);
    if (!names.text[0])
        return;
    safe_text_format(&text,
                     /* TRANSLATORS: the queues whose calls come now, or do not
                        come while the agent is away */
                     surface_say(surface, is_fine ? N_("Connected: %s")
                                                  : N_("Not connected: %s")),
                     names.text);
    surface_glyph(surface, row, 1, is_fine ? LOOK(OK, 0) : LOOK(DIM, 0),
                  is_fine ? GLYPH_OK : GLYPH_PAUSED);
    surface_text(surface, (struct place){ row, 3, surface->columns - 4, false },
                 LOOK(DIM, 0), &text);
}

static void word_hidden(const struct topic_agents *agent,
                        const struct surface *surface,
                        struct safe_text *ret_text)
{
    safe_text_format(
        ret_text,
        /* TRANSLATORS: as above; the caller's number is withheld */
        surface_say(surface,
                    agent->asked_to_accept
                        ? N_("F2 answers, F8 declines: %s asks you about a "
                             "withheld number.")
                        : N_("F8 lets go: %s asks you on your phone, about a "
                             "withheld number.")),
        agent->asked_by.text);
}

/* Who asks, about whom, and what the phone does for it: the keys first. */
void desk_word_question(const struct topic_agents *agent,
                        const struct surface *surface,
                        struct safe_text *ret_text)
{
    struct safe_text whom;

    if (agent->asked_caller_name.text[0]) {
        safe_text_copy(&whom, agent->asked_caller_name.text);
    } else if (agent->asked_caller.text[0]) {
        safe_text_number(&whom, agent->asked_caller.text,
                         strlen(agent->asked_caller.text));
    } else {
        word_hidden(agent, surface, ret_text);
        return;
    }
    safe_text_format(
        ret_text,
        /* TRANSLATORS: an agent asks another one, about a caller; the keys
           come first, as long names are cut */
        surface_say(surface,
                    agent->asked_to_accept
                        ? N_("F2 answers, F8 declines: %s asks you about %s.")
                        : N_("F8 lets go: %s asks you on your phone, about "
                             "%s.")),
        agent->asked_by.text, whom.text);
}

/* ... and, where that passes by itself, for how long. */
static void word_verdict(const struct program *program,
                         const struct surface *surface,
                         struct safe_text *ret_text)
{
    const struct topic_agents *agent = program_agent_fields(program);
    const char *label =
        word_label(&word_list_verdict,
                   word_spell(&word_list_verdict, (int)agent->verdict));
    int64_t left_us =
        replica_left_us(program_agent(program), agent->cool_down_left_us,
                        program_now_us(program));
    struct safe_text left;

    if (agent->verdict != VERDICT_COOL_DOWN || left_us < 0) {
        safe_text_format(ret_text,
                         surface_say(surface, N_("No calls come: %s")),
                         surface_say(surface, label));
        return;
    }
    show_span(surface->style, left_us, &left);
    safe_text_format(
        ret_text,
        /* TRANSLATORS: rests after an offer not answered; how long still */
        surface_say(surface, N_("No calls come: %s (%s left)")),
        surface_say(surface, label), left.text);
}

/* Why nothing comes, when nothing can. */
static void word_waiting(const struct program *program,
                         const struct surface *surface, bool is_fine,
                         struct safe_text *ret_text)
{
    const struct topic_agents *agent = program_agent_fields(program);
    const char *label =
        word_label(&word_list_verdict,
                   word_spell(&word_list_verdict, (int)agent->verdict));

    if (is_fine)
        safe_text_copy(
            ret_text,
            surface_say(surface, N_("No call. The next one may be yours.")));
    else if (agent->asked_to_accept)
        desk_word_question(agent, surface, ret_text);
    else if (phone_line_is_missed(agent))
        phone_line_words(program, ret_text);
    else if (agent->consulting)
        desk_word_question(agent, surface, ret_text);
    else if (agent->verdict == VERDICT_CHOSEN)
        safe_text_copy(
            ret_text,
            surface_say(surface, N_("No queue sends you its calls.")));
    else if (agent->verdict == VERDICT_OFFLINE ||
             agent->verdict == VERDICT_PAUSED)
        safe_text_format(
            ret_text,
            surface_say(surface, N_("No calls come: %s. s changes that.")),
            surface_say(surface, label));
    else
        word_verdict(program, surface, ret_text);
}

/* What the colleague wrote to it. */
static void draw_question(const struct topic_agents *agent,
                          const struct surface *surface, int row)
{
    struct safe_text note;

    safe_text_copy(&note, agent->asked_note.text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(TEXT, 0),
                 &note);
}

static int draw_waiting(const struct desk *desk, const struct surface *surface,
                        int row)
{
    const struct topic_agents *agent = desk_agent(desk);
    bool is_fine =
        agent->verdict == VERDICT_CHOSEN && !serves_none(desk->program);
    struct safe_text text;

    surface_rule(surface, row,
                 surface_say(surface, agent->consulting
                                          ? N_("A colleague asks you")
                                          : N_("Waiting for a call")),
                 NULL);
    word_waiting(desk->program, surface, is_fine, &text);
    surface_text(surface, (struct place){ row + 1, 1, 0, false },
                 is_fine ? LOOK(TEXT, 0) : LOOK(WARN, 0), &text);
    if (agent->consulting)
        draw_question(agent, surface, row + 2);
    else
        draw_connected(desk->program, surface, row + 2, is_fine);
    return row + 4;
}

void desk_idle_draw(const struct desk *desk, const struct surface *surface)
{
    const struct program *program = desk->program;
    const struct replica_row *row = program_agent(program);
    struct surface left = surface_part(surface, 0, 0, surface->rows,
                                       surface->columns - TODAY_CELLS);
    struct surface right = surface_part(
        surface, 0, surface->columns - TODAY_CELLS, surface->rows, TODAY_CELLS);

    if (!row) {
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(TEXT, 0),
                      N_("You are no agent, so that no calls come here."));
        return;
    }
    int below = draw_queues(program, &left);
    draw_today(row->fields, &right);
    if (below < TODAY_ROWS)
        below = TODAY_ROWS;
    below = draw_waiting(desk, surface, below + 1);
    surface_cursor(surface, below - 3, 1, true);
    below = desk_callbacks_draw(desk, surface, below);
    desk_recent_draw(desk, surface, below);
}
