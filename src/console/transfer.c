/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to type in, what it finds among the targets, and why. */

#include "console/transfer.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/word.h"
#include "tui/edit.h"
#include "tui/match.h"
#include "wire/value.h"

enum { FOUND_MAX = 256, NOTE_MAX = 511, LIST_AT = 4 };

struct transfer {
    struct program *program;
    struct edit to, why;
    bool is_saying_why;
    uint64_t found[FOUND_MAX]; /* ids of rows; 0: the number typed */
    int count, selected, top;
    size_t known; /* rows of the topic when it was searched last */
};

static bool is_number(const char *text)
{
    return text[0] && text[strspn(text, "+0123456789 ")] == '\0' &&
           strlen(text) >= 2;
}

static void target_name(const struct topic_targets *target,
                        enum language language, struct safe_text *ret_name)
{
    word_name(&(struct word_names){ &target->name, &target->label,
                                    &target->label_es, &target->label_cs },
              language, ret_name);
}

static bool is_oneself(const struct program *program,
                       const struct topic_targets *target)
{
    const struct topic_me *me = program_me(program);

    return target->to == TO_AGENT && me && target->to_id == me->agent_id;
}

static bool matches(const struct transfer *transfer,
                    const struct topic_targets *target)
{
    struct safe_text name;
    char text[SAFE_TEXT_SIZE + 80];

    if (is_oneself(transfer->program, target))
        return false;
    target_name(target, program_language(transfer->program), &name);
    snprintf(text, sizeof(text), "%s %s", name.text, target->name.text);
    return match_words(text, transfer->to.text);
}

/* Who could take it now comes first; offline colleagues come last. */
static int rank(const struct topic_targets *target)
{
    if (target->to == TO_AGENT)
        return target->state == AGENT_AVAILABLE ? 0
               : target->state == AGENT_OFFLINE ? 3
                                                : 2;
    return target->to == TO_QUEUE ? 1 : 2;
}

static void search(struct transfer *transfer)
{
    const struct replica *rows = program_rows(transfer->program);

    transfer->known = replica_count(rows, TOPIC_TARGETS);
    transfer->count = transfer->selected = transfer->top = 0;
    if (is_number(transfer->to.text))
        transfer->found[transfer->count++] = 0;
    for (int place = 0; place <= 3; place++)
        for (size_t i = 0; i < replica_count(rows, TOPIC_TARGETS); i++) {
            const struct replica_row *row = replica_at(rows, TOPIC_TARGETS, i);

            if (rank(row->fields) == place && matches(transfer, row->fields) &&
                transfer->count < FOUND_MAX)
                transfer->found[transfer->count++] = row->id;
        }
}

static const char *kind_word(enum destination to)
{
    return to == TO_AGENT   ? N_("agent")
           : to == TO_QUEUE ? N_("queue")
           : to == TO_FLOW  ? N_("flow")
                            : N_("number");
}

static void draw_state(const struct surface *line, struct look look,
                       const struct replica_row *row, int64_t now_us)
{
    const struct topic_targets *target = row->fields;
    struct safe_text text;
    char time[WORD_TIME_SIZE];

    if (target->to == TO_QUEUE) {
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
        target_name(target, line.style->language, &name);
    if (target && rank(target) == 3)
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

static void transfer_draw(void *state, const struct surface *surface)
{
    struct transfer *transfer = state;
    int rows = surface->rows - LIST_AT - 1;

    if (transfer->known !=
        replica_count(program_rows(transfer->program), TOPIC_TARGETS))
        search(transfer);
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
                  LOOK(DIM, 0),
                  N_("The caller is handed over at once; you wrap up."));
    draw_fields(transfer, surface);
}

static void send(struct program *program, enum destination to, uint64_t to_id,
                 const char *number, const char *note)
{
    struct json_t *body = value_object();

    value_set_text(body, "to", word_spell(&word_list_destination, (int)to));
    value_set_integer(body, "to_id", (int64_t)to_id);
    value_set_text(body, "number", number);
    value_set_text(body, "note", note);
    program_command(program, ROUTE_AGENT_TRANSFER, body);
}

/* What is dialled has no blanks. */
static void squeeze(const char *text, char ret_number[40])
{
    size_t length = 0;

    for (; *text && length < 39; text++)
        if (*text != ' ')
            ret_number[length++] = *text;
    ret_number[length] = '\0';
}

static void go(struct transfer *transfer)
{
    struct program *program = transfer->program;
    uint64_t id = transfer->found[transfer->selected];
    char number[40] = "";

    if (transfer->count == 0) {
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Nothing is called so.")));
        return;
    }
    squeeze(transfer->to.text, number);
    const struct replica_row *row =
        id == 0 ? NULL : replica_find(program_rows(program), TOPIC_TARGETS, id);
    const struct topic_targets *target = row ? row->fields : NULL;
    if (target)
        send(program, target->to, target->to_id, "", transfer->why.text);
    else if (id == 0)
        send(program, TO_NUMBER, 0, number, transfer->why.text);
    ui_close(program->ui, transfer);
}

static bool transfer_run(void *state, int action)
{
    struct transfer *transfer = state;

    if (action == DO_TRANSFER_GO)
        go(transfer);
    else if (action == DO_TRANSFER_WHY)
        transfer->is_saying_why = !transfer->is_saying_why;
    else
        return action == DO_TRANSFER; /* it is open already */
    return true;
}

static bool move(struct transfer *transfer, const struct input *input)
{
    int by = input->stroke == STROKE_UP ? -1 : 1;

    if (input->kind != INPUT_STROKE ||
        (input->stroke != STROKE_UP && input->stroke != STROKE_DOWN))
        return false;
    if (transfer->selected + by >= 0 &&
        transfer->selected + by < transfer->count)
        transfer->selected += by;
    return true;
}

static bool transfer_input(void *state, const struct input *input)
{
    struct transfer *transfer = state;

    if (move(transfer, input))
        return true;
    if (transfer->is_saying_why) {
        struct edit before = transfer->why;
        bool is_taken = edit_input(&transfer->why, input);

        if (transfer->why.length > NOTE_MAX)
            transfer->why = before;
        return is_taken;
    }
    if (!edit_input(&transfer->to, input))
        return false;
    search(transfer);
    return true;
}

static bool transfer_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void transfer_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 14;
    *ret_columns = 68;
}

static void transfer_titles(const void *state, const struct style *style,
                            struct safe_text *ret_left,
                            struct safe_text *ret_right)
{
    const struct transfer *transfer = state;

    safe_text_copy(ret_left, lang_text(style->language, N_("Transfer call")));
    safe_text_format(ret_right,
                     P_(style->language, "%d match", "%d matches",
                        (unsigned long)transfer->count),
                     transfer->count);
}

static void transfer_free(void *state)
{
    struct transfer *transfer = state;

    program_release(transfer->program, TOPIC_TARGETS);
    free(transfer);
}

static const struct view_kind transfer_kind = {
    .name = N_("Transfer"),
    .scopes = { SCOPE_TRANSFER },
    .is_popup = true,
    .draw = transfer_draw,
    .input = transfer_input,
    .run = transfer_run,
    .is_typing = transfer_is_typing,
    .size = transfer_size,
    .titles = transfer_titles,
    .free = transfer_free,
};

int transfer_push(struct program *program)
{
    assert(program);
    struct transfer *transfer = calloc(1, sizeof(*transfer));

    if (!transfer)
        return -ENOMEM;
    transfer->program = program;
    program_hold(program, TOPIC_TARGETS);
    search(transfer);
    return ui_push(program->ui, &transfer_kind, transfer);
}

static const struct topic_targets *find_target(const struct program *program,
                                               enum destination to,
                                               const char *name)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_TARGETS); i++) {
        const struct topic_targets *target =
            replica_at(rows, TOPIC_TARGETS, i)->fields;

        if (target->to == to && strcmp(target->name.text, name) == 0)
            return target;
    }
    return NULL;
}

bool transfer_send(struct program *program, const char *words)
{
    char kind[16] = "", number[40];
    size_t length = strcspn(words, " ");
    const char *name = words + length + strspn(words + length, " ");

    if (length >= sizeof(kind) || !*name)
        return false;
    memcpy(kind, words, length);
    int to = word_find(&word_list_destination, kind);
    if (to == TO_NUMBER && is_number(name)) {
        squeeze(name, number);
        send(program, TO_NUMBER, 0, number, "");
        return true;
    }

    const struct topic_targets *target =
        to < 0 ? NULL : find_target(program, (enum destination)to, name);
    if (!target)
        return false;
    send(program, target->to, target->to_id, "", "");
    return true;
}
