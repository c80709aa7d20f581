/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that is made up: its steps on the left, its way on the right. */

#include <errno.h>
#include <string.h>

#include "console/document_value.h"
#include "console/flow_run.h"
#include "console/word.h"
#include "core/words.h"
#include "tui/prose.h"
#include "wire/word_label.h"

enum { LEFT_CELLS = 40, HEAD_ROWS = 2 };

static const char *const labels[RUN_FIELDS] = {
    [RUN_KEYS] = N_("Caller"),
    [RUN_CALLER] = N_("Caller"),
    [RUN_CALLED] = N_("Called"),
    [RUN_WHEN] = N_("When, UTC"),
    [RUN_LOOKUPS] = N_("Lookups answer"),
    [RUN_LAST] = N_("Last language"),
    [RUN_BROKEN] = N_("Broken nodes"),
    [RUN_BUSY] = N_("Busy numbers of"),
    [RUN_UNANSWERED] = N_("Unanswered numbers of"),
};

/* Only what is not as it is without saying so. */
static void draw_house(const struct flow_run *run,
                       const struct surface *surface, int column)
{
    struct note agents, lost;
    struct safe_text text;

    for (int i = RUN_CALLED; i < RUN_FIELDS; i++) {
        if (!run->edits[i].text[0])
            continue;
        safe_text_copy(&text, run->edits[i].text);
        column +=
            1 + surface_label(surface, (struct place){ 1, column, 0, false },
                              LOOK(DIM, 0), labels[i]);
        column +=
            2 + surface_text(surface, (struct place){ 1, column, 0, false },
                             LOOK(TITLE, 0), &text);
    }
    if (run->agent_count == 0 && run->lost_count == 0)
        return;
    flow_run_agents(run, &agents);
    flow_run_lost(run, &lost);
    safe_text_format(
        &text, surface_say(surface, N_("in: %s   out of service: %s")),
        agents.text[0] ? agents.text : "-", lost.text[0] ? lost.text : "-");
    surface_text(surface, (struct place){ 1, column, 0, false }, LOOK(TITLE, 0),
                 &text);
}

/* The field that is typed into, else who calls. */
static int draw_field(struct flow_run *run, const struct surface *surface)
{
    struct edit *edit = flow_run_edit(run);
    int column = 2 + surface_label(surface, (struct place){ 0, 1, 0, false },
                                   LOOK(DIM, 0), labels[run->typed]);

    edit_draw(edit ? edit : &run->edits[RUN_CALLER], surface,
              (struct place){ 0, column, 18, false },
              (struct edit_manner){ LOOK(FIELD, 0), edit != NULL, false });
    return column + 20;
}

static void draw_head(struct flow_run *run, const struct surface *surface)
{
    int column = draw_field(run, surface);
    struct safe_text text;
    char keys[FLOW_RUN_KEYS_SIZE];

    safe_text_copy(&text,
                   surface_say(surface, document_word(&word_list_speech,
                                                      (int)run->language)));
    column += 3 + surface_text(surface, (struct place){ 0, column, 0, false },
                               LOOK(TITLE, 0), &text);
    column += 1 + surface_label(surface, (struct place){ 0, column, 0, false },
                                LOOK(DIM, 0), N_("Pressed"));
    flow_run_spell(run, keys);
    column += surface_words(surface, (struct place){ 0, column, 0, false },
                            LOOK(TITLE, 0), keys);
    if (run->typed == RUN_KEYS)
        surface_cursor(surface, 0, column + run->is_ended, true);
    if (flow_draft_is_dirty(run->editor->draft))
        column = surface_label(surface, (struct place){ 1, 1, 0, false },
                               LOOK(WARN, 0),
                               N_("What is tried is what was saved last."));
    else
        column = surface_label(
            surface, (struct place){ 1, 1, 0, false }, LOOK(DIM, 0),
            flow_run_goes_on(run) ? N_("0-9 * # go on, Enter ends the number")
                                  : N_("0-9 * # press, Space is silence"));
    draw_house(run, surface, column + 4);
}

/* How a step ended: by a key, or by an exit; or that it goes on. */
static void word_end(const struct flow_run *run, const struct json_t *step,
                     struct safe_text *ret_text)
{
    const char *key = value_get_text(step, "key");
    const char *exit = value_get_text(step, "exit");

    const char *type = value_get_text(step, "node_type");
    bool is_plain = !exit || strcmp(exit, "done") == 0;
    bool is_asked = type && strcmp(type, "if") == 0 && exit &&
                    (is_plain || strcmp(exit, "other") == 0);

    if (value_get_flag(step, "over") && is_asked)
        safe_text_format(
            ret_text, "%s %s",
            glyph_text(ui_style(run->editor->program->ui)->tier, GLYPH_BECOMES),
            program_text(run->editor->program,
                         is_plain ? N_("yes") : N_("no")));
    else if (!value_get_flag(step, "over") || (is_plain && !(key && *key)))
        safe_text_copy(ret_text, "");
    else if (key && *key)
        safe_text_format(
            ret_text, "%s %s",
            glyph_text(ui_style(run->editor->program->ui)->tier, GLYPH_BECOMES),
            key);
    else
        safe_text_format(
            ret_text, "%s %s",
            glyph_text(ui_style(run->editor->program->ui)->tier, GLYPH_BECOMES),
            program_text(run->editor->program,
                         word_label(&word_list_step_exit, exit)));
}

/* Lines, of which those above the surface are not drawn: row may be below 0. */
struct transcript {
    const struct surface *surface; /* NULL: only counted */
    int row;
};

static void add_line(struct transcript *to, struct look look,
                     const struct safe_text *text)
{
    if (to->surface && to->row >= 0)
        surface_text(to->surface, (struct place){ to->row, 1, 0, false }, look,
                     text);
    to->row++;
}

/* "num = 1042": a line for each variable. */
static void add_values(struct transcript *to, const char *set)
{
    while (*set) {
        size_t length = strcspn(set, "\n");
        size_t name = strcspn(set, "=");
        struct safe_text text;

        if (name < length)
            safe_text_format(&text, "       %.*s = %.*s", (int)name, set,
                             (int)(length - name - 1), set + name + 1);
        if (name < length)
            add_line(to, LOOK(DIM, 0), &text);
        set += length + (set[length] == '\n');
    }
}

/* What the caller heard, and what is known since. */
static void add_matter(const struct flow_run *run, struct transcript *to,
                       const struct json_t *step)
{
    const char *heard = value_get_text(step, "says");
    const char *set = value_get_text(step, "set");
    struct safe_text text;

    if (!heard || !*heard)
        heard = value_get_text(step, "prompt");
    safe_text_format(
        &text, "       %s %s",
        glyph_text(ui_style(run->editor->program->ui)->tier, GLYPH_RUN),
        heard ? heard : "");
    if (heard && *heard)
        add_line(to, LOOK(DIM, 0), &text);
    add_values(to, set ? set : "");
}

/* Nobody was asked: what came of it was made up for the run. */
static void add_stub(const struct flow_run *run, const struct json_t *step,
                     struct safe_text *end)
{
    const char *type = value_get_text(step, "node_type");
    struct safe_text text;

    if (!type || strcmp(type, "lookup") != 0 || !value_get_flag(step, "over"))
        return;
    safe_text_format(&text, "%s (%s)", end->text,
                     program_text(run->editor->program, N_("stub, not asked")));
    *end = text;
}

static void add_step(const struct flow_run *run, struct transcript *to,
                     const struct json_t *step)
{
    const struct flow_draft *draft = run->editor->draft;
    const char *name = value_get_text(step, "node");
    int index = name ? flow_draft_named(draft, name) : -ENOENT;
    char time[WORD_TIME_SIZE];
    struct safe_text text, end;

    word_duration(value_get_integer(step, "after_us", 0), time);
    word_end(run, step, &end);
    add_stub(run, step, &end);
    safe_text_format(
        &text, "%5s  %d %s  %s", time,
        index < 0 ? 0 : flow_draft_number(draft, (size_t)index),
        index < 0 ? name
                  : flow_kind_title(flow_draft_node(draft, (size_t)index)),
        end.text);
    add_line(to, LOOK(TEXT, 0), &text);
    add_matter(run, to, step);
}

static int add_steps(const struct flow_run *run, struct transcript to)
{
    for (size_t i = 0; i < value_count(run->steps); i++)
        add_step(run, &to, value_at(run->steps, i));
    return to.row;
}

/* Who would take it: so many names as there is room for. */
static void draw_rings(const struct flow_run *run,
                       const struct surface *surface, int row,
                       const struct json_t *last)
{
    const char *rings = value_get_text(last, "rings");
    struct safe_text text;

    if (value_get_integer(last, "queue_id", 0) == 0)
        return;
    safe_text_format(
        &text, program_text(run->editor->program, N_("would ring: %s")),
        rings && *rings ? rings
                        : program_text(run->editor->program, N_("nobody")));
    surface_text(surface, (struct place){ row, 1, 0, false },
                 rings && *rings ? LOOK(OK, 0) : LOOK(WARN, 0), &text);
}

/* Where the call is in the end, or what it waits for. */
static void draw_place(const struct flow_run *run,
                       const struct surface *surface, int row,
                       const struct json_t *last)
{
    const char *place = value_get_text(last, "place");
    int64_t queue_id = value_get_integer(last, "queue_id", 0);
    struct safe_text text, queue;

    document_name(run->editor->program, DOCUMENT_QUEUE, (uint64_t)queue_id,
                  &queue);
    if (queue_id != 0)
        safe_text_format(&text,
                         surface_say(surface, N_("waits in the queue %s")),
                         queue.text);
    else if (place && strcmp(place, "ended") == 0)
        safe_text_copy(&text, surface_say(surface, N_("The call ends")));
    else
        safe_text_copy(&text, "");
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(DIM, 0),
                 &text);
}

/* The last ones, and where the call is then. */
static void draw_steps(const struct flow_run *run,
                       const struct surface *surface)
{
    size_t count = value_count(run->steps);
    int room = surface->rows > 3 ? surface->rows - 3 : 0;
    int lines = add_steps(run, (struct transcript){ NULL, 0 });
    int row;

    if (count == 0) {
        struct surface words =
            surface_part(surface, 0, 1, surface->rows, surface->columns - 2);

        (void)prose_draw(&words, LOOK(CRIT, 0), run->complaint.text);
        return;
    }
    row = add_steps(
        run, (struct transcript){ surface, lines > room ? room - lines : 0 });
    draw_place(run, surface, row + 1, value_at(run->steps, count - 1));
    draw_rings(run, surface, row + 2, value_at(run->steps, count - 1));
}

static void word_title(void *arg, int number, struct safe_text *ret_title)
{
    const struct flow_run *run = arg;
    int index = flow_draft_find(run->editor->draft, number);
    struct safe_text title;

    flow_scene_title(run->editor->draft, (size_t)index,
                     program_language(run->editor->program), &title);
    safe_text_format(ret_title, "%d %s", number, title.text);
}

static void draw_inside(void *arg, int number, const struct surface *surface)
{
    const struct flow_run *run = arg;

    flow_scene_draw(run->editor->program, run->editor->draft, number, surface);
}

/* In the middle, with what leads there. */
static void look_at(const struct canvas *canvas, int number,
                    struct canvas_view *view)
{
    const struct canvas_box *box =
        canvas_box(canvas, (size_t)canvas_find(canvas, number));

    view->top = box->row - (view->rows - box->rows) / 2;
    view->left = box->column - (view->columns - box->columns) / 2;
    view->top = view->top < 0 ? 0 : view->top;
    view->left = view->left < 0 ? 0 : view->left;
}

/* The nodes that were passed are marked, and the last one is in sight. */
static void draw_way(struct flow_run *run, const struct surface *surface)
{
    int passed[FLOW_DRAFT_NODES], last = -1;
    size_t count = 0;
    struct canvas_view view = { 0, 0, surface->rows, surface->columns };
    struct canvas *canvas = run->editor->canvas;

    for (size_t i = 0; i < value_count(run->steps); i++) {
        const char *name = value_get_text(value_at(run->steps, i), "node");
        int index = name ? flow_draft_named(run->editor->draft, name) : -1;

        if (index < 0)
            continue;
        last = flow_draft_number(run->editor->draft, (size_t)index);
        if (count < FLOW_DRAFT_NODES)
            passed[count++] = last;
    }
    if (last >= 0)
        look_at(canvas, last, &view);
    if (canvas_lay(canvas, &view, FLOW_LAID) > 0)
        ui_hurry(run->editor->program->ui);
    canvas_draw(canvas, surface, &view,
                &(struct canvas_face){ .inside = draw_inside,
                                       .title = word_title,
                                       .arg = run,
                                       .selected = last,
                                       .others = passed,
                                       .other_count = count });
}

void flow_run_draw(void *state, const struct surface *surface)
{
    struct flow_run *run = state;
    int rows = surface->rows - HEAD_ROWS;
    struct surface left = surface_part(surface, HEAD_ROWS, 0, rows, LEFT_CELLS);
    struct surface right =
        surface_part(surface, HEAD_ROWS, LEFT_CELLS + 1, rows,
                     surface->columns - LEFT_CELLS - 1);

    for (int row = 0; row < rows; row++)
        surface_glyph(surface, HEAD_ROWS + row, LEFT_CELLS, LOOK(LINE, 0),
                      GLYPH_DOWN_LINE);
    draw_steps(run, &left);
    draw_way(run, &right);
    draw_head(run, surface);
}
