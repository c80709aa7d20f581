/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While it rings: who, since when, how they came here, how long it rings. */

#include "console/desk_bar.h"
#include "console/desk_face.h"
#include "console/desk_line.h"

#include <string.h>

#include "base/mark.h"
#include "console/word.h"

enum { BOX_ROWS = 7, RING_US = 20000000 };

static int64_t left_us(const struct desk *desk)
{
    const struct replica_row *row = program_agent(desk->program);

    return replica_left_us(row, desk_agent(desk)->offer_left_us,
                           program_now_us(desk->program));
}

/* How long it rings in all is the queue's setting; else what is left. */
static int64_t whole_us(const struct desk *desk)
{
    const struct replica_row *row =
        replica_find(program_rows(desk->program), TOPIC_QUEUE_SETTINGS,
                     desk_agent(desk)->queue_id);
    const struct event_queue_set *queue = row ? row->fields : NULL;

    return queue ? queue->ring_ms * 1000 : RING_US;
}

static void box_titles(const struct desk *desk, const struct surface *surface,
                       struct safe_text *ret_left, struct safe_text *ret_right)
{
    int64_t left = left_us(desk);

    safe_text_format(
        ret_left, "%s %s", glyph_text(surface->style->tier, GLYPH_CRIT),
        desk_agent(desk)->outbound ? surface_say(surface, N_("CALL BACK"))
                                   : surface_say(surface, N_("INCOMING")));
    safe_text_format(ret_right, surface_say(surface, N_("rings out in %d s")),
                     (int)((left + 999999) / 1000000));
}

static void draw_waited(const struct desk *desk, const struct surface *inside)
{
    const struct replica_row *row = program_agent(desk->program);
    const struct topic_agents *agent = row->fields;
    struct safe_text text, called;
    char time[WORD_TIME_SIZE];

    word_duration(replica_age_us(row, agent->waiting_age_us,
                                 program_now_us(desk->program)),
                  time);
    if (agent->outbound) {
        /* TRANSLATORS: somebody; the wait in the queue */
        safe_text_format(&text,
                         surface_say(inside, N_("asked to be called back   "
                                                "waits %s")),
                         time);
        surface_text(inside, (struct place){ 1, 1, 0, false }, LOOK(TEXT, 0),
                     &text);
        return;
    }
    safe_text_number(&called, agent->called.text, strlen(agent->called.text));
    /* TRANSLATORS: the number that was called, and the wait in the queue */
    safe_text_format(&text, surface_say(inside, N_("called %s   waits %s")),
                     called.text, time);
    surface_text(inside, (struct place){ 1, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
}

static const char *how_to_answer(const struct topic_agents *agent)
{
    if (agent->accepted)
        return N_("Your phone is called. Should it ring on: lift it.");
    switch (agent->mode) {
    case PHONE_RINGS:
        return N_("Your phone rings: lift it to answer.");
    case PHONE_ON_DEMAND:
        return N_("F2 answers: your phone picks up by itself.");
    case PHONE_NAILED_UP:
        return N_("F2 answers: your phone is connected already.");
    case PHONE_TOLD:
        break;
    }
    return N_("Your phone rings: lift it, or F2 has it pick up.");
}

/* What a colleague wrote is read before the call is taken. */
static void draw_how(const struct desk *desk, const struct surface *inside)
{
    int how_at = desk_handover_word(desk) ? 4 : 3;

    desk_handover_draw(desk, inside, 3);
    if (desk_agent(desk)->outbound)
        surface_label(inside, (struct place){ 2, 1, 0, false }, LOOK(WARN, 0),
                      N_("Nobody is on the line yet: when you answer, the "
                         "number is called."));
    else if (desk->path.text[0])
        surface_text(inside, (struct place){ 2, 1, 0, false }, LOOK(DIM, 0),
                     &desk->path);
    surface_label(inside, (struct place){ how_at, 1, 0, false },
                  desk_agent(desk)->accepted ? LOOK(WARN, 0) : LOOK(DIM, 0),
                  how_to_answer(desk_agent(desk)));
}

void desk_ringing_draw(const struct desk *desk, const struct surface *surface)
{
    int rows = BOX_ROWS + (desk_handover_word(desk) ? 1 : 0);
    struct surface box = surface_part(surface, 0, 0, rows, surface->columns);
    struct safe_text left, right;

    box_titles(desk, surface, &left, &right);
    struct surface inside = surface_box(&box, left.text, right.text);
    desk_caller_draw(desk, &inside, 0);
    draw_waited(desk, &inside);
    draw_how(desk, &inside);
    desk_bar_draw(&inside,
                  (struct place){ rows - 3, 1, inside.columns - 2, false },
                  left_us(desk), whole_us(desk));
    desk_previous_draw(desk, surface, rows, DESK_PREVIOUS + 1);
    surface_cursor(&inside, 0, 1, true);
}
