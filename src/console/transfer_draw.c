/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two fields to type in, and what was found. */

#include "console/transfer_inside.h"

#include "base/mark.h"
#include "console/word.h"

enum { LIST_AT = 4 };

static const char *kind_word(enum destination to)
{
    return to == TO_AGENT       ? N_("agent")
           : to == TO_QUEUE     ? N_("queue")
           : to == TO_FLOW      ? N_("flow")
           : to == TO_VOICEMAIL ? N_("voicemail")
                                : N_("number");
}

static void draw_state(const struct surface *line, struct look look,
                       const struct replica_row *row, int64_t now_us)
{
    const struct topic_targets *target = row->fields;
    struct safe_text text;
    char time[WORD_TIME_SIZE];

    if (target->to == TO_QUEUE && target->closed) {
        surface_label(line, (struct place){ 0, 42, 0, false }, look,
                      N_("closed"));
    } else if (target->to == TO_QUEUE) {
        safe_text_format(
            &text,
            /* TRANSLATORS: agents of a queue, and callers who wait */
            surface_say(line, N_("%d free of %d, %d wait")),
            (int)target->agents_available, (int)target->agents_logged_in,
            (int)target->waiting);
        surface_text(line, (struct place){ 0, 42, 0, false }, look, &text);
    } else if (target->to == TO_AGENT) {
        word_state(target->state, line->style->language, &text);
        word_duration(replica_age_us(row, target->state_age_us, now_us), time);
        int used = surface_glyph(
            line, 0, 42,
            (struct look){ (uint8_t)word_state_role(target->state), 0 },
            word_state_glyph(target->state));
        surface_text(line, (struct place){ 0, 43 + used, 12, false }, look,
                     &text);
        surface_words(line, (struct place){ 0, 57, 9, true }, look, time);
    }
}

static void draw_found(const struct transfer *transfer,
                       const struct surface *surface, int row, int n)
{
    struct surface line = surface_part(surface, row, 0, 1, surface->columns);
    const struct replica_row *found =
        transfer->found[n] == 0
            ? NULL
            : replica_find(program_rows(transfer->program), TOPIC_TARGETS,
                           transfer->found[n]);
    const struct topic_targets *target = found ? found->fields : NULL;
    struct look look = LOOK(TEXT, 0);
    struct safe_text name;

    if (transfer->found[n] != 0 && !target)
        return; /* gone meanwhile */
    safe_text_copy(&name, transfer->to.text);
    if (target)
        transfer_name(target, line.style->language, &name);
    if (target && transfer_rank(target) == 3)
        look = LOOK(DIM, 0);
    surface_label(&line, (struct place){ 0, 3, 9, false }, LOOK(DIM, 0),
                  kind_word(target ? target->to : TO_NUMBER));
    surface_text(&line, (struct place){ 0, 13, 28, false }, look, &name);
    if (found)
        draw_state(&line, look, found, program_now_us(transfer->program));
    if (n != transfer->selected)
        return;
    surface_glyph(&line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    grid_flag(line.grid, line.top, line.left, line.columns, LOOK_FOCUS);
}

static void draw_fields(const struct transfer *transfer,
                        const struct surface *surface)
{
    int width = surface->columns - 11;
    struct edit_manner to = { LOOK(FIELD, 0), !transfer->is_saying_why, false };
    struct edit_manner why = { LOOK(FIELD, 0), transfer->is_saying_why, false };

    surface_label(surface, (struct place){ 0, 1, 9, false }, LOOK(DIM, 0),
                  N_("To"));
    edit_draw(&transfer->to, surface, (struct place){ 0, 10, width, false },
              to);
    surface_label(surface, (struct place){ 1, 1, 9, false }, LOOK(DIM, 0),
                  N_("Why"));
    edit_draw(&transfer->why, surface, (struct place){ 1, 10, width, false },
              why);
}

const char *transfer_wall(const struct topic_targets *target)
{
    if (target->to == TO_QUEUE && target->closed)
        return N_("Closed: no caller can be handed over there.");
    if (target->to == TO_AGENT && target->state == AGENT_OFFLINE)
        return N_("Off duty: no caller can be handed over there.");
    return NULL;
}

/* What becomes of the caller there, before it is done. */
static const char *word_outcome(const struct transfer *transfer)
{
    const struct replica_row *row =
        transfer->count > 0 && transfer->found[transfer->selected]
            ? replica_find(program_rows(transfer->program), TOPIC_TARGETS,
                           transfer->found[transfer->selected])
            : NULL;
    const struct topic_targets *target = row ? row->fields : NULL;

    if (target && transfer_wall(target))
        return transfer_wall(target);
    if (!target || target->to != TO_AGENT || target->state == AGENT_AVAILABLE)
        return N_("The caller is handed over at once; you wrap up.");
    return N_("Not free: the caller waits 30 s for them, then for anybody.");
}

void transfer_draw(void *state, const struct surface *surface)
{
    struct transfer *transfer = state;
    int rows = surface->rows - LIST_AT - 1;

    if (transfer->known !=
        replica_count(program_rows(transfer->program), TOPIC_TARGETS))
        transfer_search(transfer);
    surface_rule(surface, 2, NULL, NULL);
    if (transfer->selected < transfer->top)
        transfer->top = transfer->selected;
    if (transfer->selected >= transfer->top + rows)
        transfer->top = transfer->selected - rows + 1;
    for (int i = 0; i < rows && transfer->top + i < transfer->count; i++)
        draw_found(transfer, surface, LIST_AT - 1 + i, transfer->top + i);
    if (transfer->count == 0)
        surface_label(surface, (struct place){ LIST_AT - 1, 3, 0, false },
                      LOOK(DIM, 0), N_("Nothing is called so."));
    surface_label(surface, (struct place){ surface->rows - 1, 1, 0, false },
                  LOOK(DIM, 0), word_outcome(transfer));
    draw_fields(transfer, surface);
}
