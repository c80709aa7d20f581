/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who it is, since when, of which queue, and what the phone can do. */

#include "console/desk_line.h"

#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/naming.h"
#include "console/secrecy.h"
#include "console/word.h"
#include "lang/cells.h"
#include "wire/word_label.h"

enum { RULE_CELLS = 10 }; /* of the rule around its two titles */

static void title_of(const struct desk *desk, const struct surface *surface,
                     struct safe_text *ret_title)
{
    const struct topic_agents *agent = desk_agent(desk);
    char time[WORD_TIME_SIZE];
    struct safe_text word;

    word_duration(program_state_age_us(desk->program), time);
    word_state(agent->state, surface->style->language, &word);
    safe_text_format(
        ret_title, "%s %s %s",
        glyph_text(surface->style->tier, agent->state == AGENT_TALKING
                                             ? GLYPH_RUN
                                             : word_state_glyph(agent->state)),
        word.text, time);
}

/* The verbs in words: dim when they cannot be done. */
static void draw_verbs(const struct desk *desk, const struct surface *surface,
                       int row)
{
    static const int verbs[] = { DO_HOLD, DO_MUTE, DO_KEYPAD, DO_TRANSFER,
                                 DO_HANG_UP };
    const struct action_table *table = ui_action_table(desk->program->ui);
    int column = 1;

    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
        const struct action *action = action_of_id(table, verbs[i]);
        struct safe_text reason;
        struct look look = ui_is_possible(desk->program->ui, action, &reason)
                               ? LOOK(TEXT, 0)
                               : LOOK(DIM, 0);
        char key[STROKE_NAME_SIZE];

        stroke_name(action_stroke(action, 0), key);
        column +=
            surface_words(surface, (struct place){ row, column, 0, false },
                          LOOK(KEY, 0), key);
        column += 1 + surface_label(
                          surface, (struct place){ row, column + 1, 0, false },
                          look, ui_action_name(desk->program->ui, action));
        column += 2;
    }
}

/* Adds words to a title, apart from those before. */
static void add(struct safe_text *title, const char *words)
{
    struct safe_text before = *title;

    safe_text_format(title, "%s%s%s", before.text, before.text[0] ? "  " : "",
                     words);
}

static void add_sign(const struct surface *surface, struct safe_text *title,
                     enum glyph glyph, const char *words)
{
    struct safe_text text;

    safe_text_format(&text, "%s %s", glyph_text(surface->style->tier, glyph),
                     words);
    add(title, text.text);
}

/* Whom the agent asks, and for how long it has rung, or they have talked. */
static void consult_of(const struct desk *desk, const struct surface *surface,
                       struct safe_text *title)
{
    const struct topic_agents *agent = desk_agent(desk);
    bool rings = agent->consult == CONSULT_RINGS;
    struct safe_text whom, text;
    char time[WORD_TIME_SIZE];

    if (agent->consulted.text[0])
        word_name(&(struct word_names){ &agent->consulted,
                                        &agent->consulted_label, NULL, NULL },
                  program_language(desk->program), &whom);
    else
        safe_text_number(&whom, agent->consult_number.text,
                         strlen(agent->consult_number.text));
    word_duration(replica_age_us(program_agent(desk->program),
                                 agent->consult_age_us,
                                 program_now_us(desk->program)),
                  time);
    /* TRANSLATORS: the agent asks somebody about the caller: whom, since when */
    safe_text_format(&text, surface_say(surface, N_("asking %s %s")), whom.text,
                     time);
    add_sign(surface, title, rings ? GLYPH_WARN : GLYPH_RUN, text.text);
}

/* Who is not heard, and what is recorded. */
static void warnings_of(const struct desk *desk, const struct surface *surface,
                        struct safe_text *title)
{
    const struct topic_agents *agent = desk_agent(desk);

    if (agent->consult)
        consult_of(desk, surface, title);
    if (agent->muted)
        add_sign(surface, title, GLYPH_CRIT,
                 surface_say(surface, N_("MUTED: you are not heard")));
    if (agent->recording_id != 0 && agent->recording_paused)
        add_sign(surface, title, GLYPH_PAUSED,
                 /* TRANSLATORS: the recording of the call stands still */
                 surface_say(surface, N_("REC paused")));
    else if (agent->recording_id != 0)
        /* TRANSLATORS: the call is being recorded */
        add_sign(surface, title, GLYPH_OK, surface_say(surface, N_("REC")));
}

/* The state that follows the call. */
static void next_of(const struct desk *desk, const struct surface *surface,
                    struct safe_text *title)
{
    const struct topic_agents *agent = desk_agent(desk);
    struct safe_text word;

    if (!agent->has_request)
        return;
    naming_state(desk->program, agent->requested_state,
                 agent->requested_reason_id, &word);
    /* TRANSLATORS: the state that follows the call */
    safe_text_format(title, surface_say(surface, N_("then %s")), word.text);
}

static void secrecy_of(const struct desk *desk, const struct surface *surface,
                       struct safe_text *title)
{
    const struct topic_agents *agent = desk_agent(desk);
    const char *words =
        secrecy_of_talk(agent->caller_encrypted, agent->agent_encrypted);

    if (words && agent->state != AGENT_ACW)
        add(title, surface_say(surface, words));
}

/* Where there is no room for all, warnings are what stays. */
static void right_of(const struct desk *desk, const struct surface *surface,
                     size_t room, struct safe_text *ret_title)
{
    for (int left_out = 0; left_out <= 2; left_out++) {
        safe_text_copy(ret_title, "");
        if (left_out < 2)
            next_of(desk, surface, ret_title);
        warnings_of(desk, surface, ret_title);
        if (left_out < 1)
            secrecy_of(desk, surface, ret_title);
        if (cells_count(ret_title->text) <= room)
            return;
    }
}

int desk_line_draw(const struct desk *desk, const struct surface *surface)
{
    struct safe_text title, right;

    title_of(desk, surface, &title);
    size_t used = cells_count(title.text) + RULE_CELLS;
    size_t columns = (size_t)surface->columns;
    right_of(desk, surface, used < columns ? columns - used : 0, &right);
    surface_rule(surface, 0, title.text, right.text[0] ? right.text : NULL);
    desk_caller_draw(desk, surface, 1);
    if (desk_agent(desk)->state != AGENT_ACW)
        draw_verbs(desk, surface, 2);
    return 3;
}

/* What it was marked with, and what an agent wrote. */
static void remark_of(const struct shape_previous *contact,
                      struct safe_text *ret_text)
{
    if (contact->tags.text[0])
        safe_text_format(ret_text, "[%s] %s", contact->tags.text,
                         contact->note.text);
    else
        safe_text_copy(ret_text, contact->note.text);
}

static void draw_contact(const struct program *program,
                         const struct shape_previous *contact,
                         const struct surface *surface, int row)
{
    char text[WORD_TIME_SIZE];
    struct safe_text safe;

    word_day(surface->style->language, contact->arrived_wall_us, text);
    surface_words(surface, (struct place){ row, 1, 12, false }, LOOK(TEXT, 0),
                  text);
    word_clock(contact->arrived_wall_us, true, text);
    surface_words(surface, (struct place){ row, 14, 6, false }, LOOK(TEXT, 0),
                  text);
    naming_queue(program, contact->queue_id, &contact->queue, &safe);
    surface_text(surface, (struct place){ row, 20, 12, false }, LOOK(DIM, 0),
                 &safe);
    naming_agent(program, contact->agent_id, &contact->agent, &safe);
    surface_text(surface, (struct place){ row, 33, 10, false }, LOOK(DIM, 0),
                 &safe);
    if (contact->disposition.text[0])
        safe_text_copy(&safe, contact->disposition.text);
    else
        safe_text_copy(
            &safe,
            surface_say(surface, word_label(&word_list_end_cause,
                                            word_spell(&word_list_end_cause,
                                                       (int)contact->cause))));
    surface_text(surface, (struct place){ row, 44, 15, false }, LOOK(TEXT, 0),
                 &safe);
    remark_of(contact, &safe);
    surface_text(surface, (struct place){ row, 60, 0, false }, LOOK(DIM, 0),
                 &safe);
}

int desk_previous_draw(const struct desk *desk, const struct surface *surface,
                       int row, int rows)
{
    int count = desk->previous_count;

    if (count > rows - 1)
        count = rows - 1;
    surface_rule(surface, row,
                 surface_say(surface, N_("Earlier contacts of this number")),
                 NULL);
    for (int i = 0; i < count; i++)
        draw_contact(desk->program, &desk->previous[i], surface, row + 1 + i);
    if (count <= 0)
        surface_label(
            surface, (struct place){ row + 1, 1, 0, false }, LOOK(DIM, 0),
            desk->previous_count < 0 ? N_("not told yet") : N_("none"));
    return rows;
}

const char *desk_handover_word(const struct desk *desk)
{
    const struct replica_row *found = replica_find(
        program_rows(desk->program), TOPIC_CONTACTS, desk->contact_id);
    const struct topic_contacts *contact = found ? found->fields : NULL;

    return contact && contact->handover.text[0] ? contact->handover.text : NULL;
}

void desk_handover_draw(const struct desk *desk, const struct surface *surface,
                        int row)
{
    const char *word = desk_handover_word(desk);
    struct safe_text text;

    if (!word)
        return;
    safe_text_format(&text, "%s %s",
                     glyph_text(surface->style->tier, GLYPH_WARN), word);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(WARN, 0),
                 &text);
}
