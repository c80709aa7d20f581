/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learns from the agent's row while it tells of the contact. */

#include "console/desk_caller.h"

#include <string.h>

#include "base/mark.h"
#include "console/desk_inside.h"
#include "console/naming.h"
#include "console/word.h"
#include "wire/word_label.h"

static bool is_in_talk(const struct topic_agents *agent)
{
    return agent->state == AGENT_TALKING || agent->state == AGENT_HOLD;
}

/* When the talk began, by the clock of the rows; below 0: that is not told. */
static int64_t talk_began_us(const struct desk *desk)
{
    const struct replica_row *found = replica_find(
        program_rows(desk->program), TOPIC_CONTACTS, desk->contact_id);
    const struct topic_contacts *contact = found ? found->fields : NULL;
    int64_t now_us = program_now_us(desk->program);

    if (contact && contact->place == PLACE_TALK)
        return now_us - replica_age_us(found, contact->place_age_us, now_us);
    return desk_agent(desk)->state == AGENT_TALKING
               ? now_us - program_state_age_us(desk->program)
               : -1;
}

static void learn_talk(struct desk *desk, const struct replica_row *row)
{
    const struct topic_agents *agent = row->fields;
    struct desk_caller *caller = &desk->caller;
    int64_t now_us = program_now_us(desk->program);
    int64_t hold_us = replica_age_us(row, agent->hold_age_us, now_us);

    if (!caller->is_talk_told) {
        caller->began_us = talk_began_us(desk);
        caller->is_talk_told = caller->began_us >= 0;
    }
    caller->held_us = agent->talk_hold_us;
    caller->hold_since_us = hold_us < 0 ? -1 : now_us - hold_us;
    caller->is_recorded = caller->is_recorded || agent->recording_id != 0;
}

/* After the talk the contact may be with somebody else: its figures are theirs,
   but who the caller is stays true. */
void desk_caller_learn(struct desk *desk)
{
    const struct replica_row *row = program_agent(desk->program);
    const struct topic_agents *agent = row ? row->fields : NULL;
    struct desk_caller *caller = &desk->caller;

    if (!agent || agent->contact_id == 0 || agent->contact_age_us < 0)
        return;
    if (caller->is_told && agent->state == AGENT_ACW)
        return;
    caller->is_told = true;
    caller->number = agent->caller;
    caller->name = agent->caller_name;
    caller->holds = agent->holds;
    if (is_in_talk(agent))
        learn_talk(desk, row);
    else if (!caller->is_talk_told) {
        caller->held_us = agent->talk_hold_us;
        caller->hold_since_us = -1;
    }
}

int64_t desk_caller_held_us(const struct desk_caller *caller, int64_t at_us)
{
    return caller->hold_since_us < 0 || at_us < caller->hold_since_us
               ? caller->held_us
               : caller->held_us + at_us - caller->hold_since_us;
}

static void show_number(const struct desk_caller *caller,
                        const struct surface *surface,
                        struct safe_text *ret_text)
{
    if (!caller->is_told)
        safe_text_copy(ret_text,
                       glyph_text(surface->style->tier, GLYPH_UNKNOWN));
    else if (caller->number.text[0] == '\0')
        safe_text_copy(ret_text, surface_say(surface, N_("number withheld")));
    else
        safe_text_number(ret_text, caller->number.text,
                         strlen(caller->number.text));
}

static void draw_holds(const struct desk *desk, const struct surface *surface,
                       int row)
{
    const struct desk_caller *caller = &desk->caller;
    int64_t at_us = program_now_us(desk->program);
    char time[WORD_TIME_SIZE];
    struct safe_text text;

    /* Those of an agent before are not this one's. After the talk the rule
       above tells of them. */
    if (caller->holds == 0 || desk_agent(desk)->state == AGENT_ACW ||
        desk_caller_held_us(caller, at_us) < 1000000)
        return;
    word_duration(desk_caller_held_us(caller, at_us), time);
    /* TRANSLATORS: how long, and how often a call was on hold */
    safe_text_format(&text, surface_say(surface, N_("hold %s (%d×)")), time,
                     (int)caller->holds);
    surface_text(surface, (struct place){ row, 64, 0, false }, LOOK(DIM, 0),
                 &text);
}

/* Who ended it, for which the name and the queue make room. */
static void draw_end(const struct desk *desk, const struct surface *surface,
                     struct place place)
{
    const char *cause = word_label(
        &word_list_end_cause, word_spell(&word_list_end_cause, (int)desk->end));

    surface_label(surface, place, LOOK(DIM, 0), cause);
}

void desk_caller_draw(const struct desk *desk, const struct surface *surface,
                      int row)
{
    const struct topic_agents *agent = desk_agent(desk);
    const struct desk_caller *caller = &desk->caller;
    bool is_end = agent->state == AGENT_ACW && desk->is_end_told &&
                  surface->columns >= DESK_SMALL_COLUMNS;
    int moved = is_end ? 5 : 0;
    struct safe_text number, name, queue;

    show_number(caller, surface, &number);
    safe_text_format(&name, caller->name.text[0] ? "\"%s\"" : "%s",
                     caller->name.text);
    naming_queue(desk->program, agent->queue_id, &agent->queue, &queue);
    surface_text(surface, (struct place){ row, 1, 19, false }, LOOK(TITLE, 0),
                 &number);
    surface_text(surface, (struct place){ row, 21, 24 - moved, false },
                 LOOK(TEXT, 0), &name);
    surface_text(surface, (struct place){ row, 46 - moved, 17, false },
                 LOOK(TEXT, 0), &queue);
    if (is_end)
        draw_end(desk, surface, (struct place){ row, 64 - moved, 0, false });
    else
        draw_holds(desk, surface, row);
}
