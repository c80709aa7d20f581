/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that is made up: its steps on the left, its way on the right. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "console/key.h"
#include "console/word.h"
#include "core/words.h"
#include "tui/edit.h"
#include "wire/word_label.h"

enum { KEYS_SIZE = 128, LEFT_CELLS = 40, HEAD_ROWS = 2, SILENCE = '-' };

struct flow_run {
    struct flow_editor *editor;
    struct edit caller;
    bool is_calling; /* the number is typed; else keys are pressed */
    enum speech language;
    char keys[KEYS_SIZE]; /* one each time that keys are asked for */
    struct json_t *steps; /* of the answer; NULL: not here yet */
    struct safe_text complaint;
};

static struct program *program_of(const struct flow_run *run)
{
    return run->editor->program;
}

/* Trying. */

static void take_steps(void *owner, const struct outcome *outcome)
{
    struct flow_run *run = owner;

    run->steps = value_free(run->steps);
    safe_text_copy(&run->complaint, "");
    if (outcome->is_done)
        run->steps = value_share(value_get(outcome->value, "items"));
    else
        run->complaint = outcome->complaint;
}

/* "1 - 2": the second time nothing is pressed. */
static void spell_keys(const struct flow_run *run, char ret_text[2 * KEYS_SIZE])
{
    size_t length = strlen(run->keys);

    for (size_t i = 0; i < length; i++) {
        ret_text[2 * i] = run->keys[i];
        ret_text[2 * i + 1] = ' ';
    }
    ret_text[length > 0 ? 2 * length - 1 : 0] = '\0';
}

static void try_call(struct flow_run *run)
{
    struct json_t *body = value_object();
    char keys[2 * KEYS_SIZE];
    int rc;

    spell_keys(run, keys);
    rc = value_set_text(body, "caller", run->caller.text);
    rc |=
        value_set_text(body, "language", word_list_speech.words[run->language]);
    rc |= value_set_text(body, "keys", keys);
    if (rc < 0)
        body = value_free(body);
    errands_forget(program_of(run)->errands, run);
    (void)program_send(program_of(run), &(struct errand){
                                            .route = ROUTE_FLOW_TRY,
                                            .id = run->editor->was.id,
                                            .body = body,
                                            .done = take_steps,
                                            .owner = run,
                                            .is_quiet = true,
                                        });
}

/* Keys. */

static void press(struct flow_run *run, char key)
{
    size_t length = strlen(run->keys);

    if (length + 1 >= KEYS_SIZE)
        return;
    run->keys[length] = key;
    run->keys[length + 1] = '\0';
    try_call(run);
}

static bool is_phone_key(uint32_t stroke)
{
    return (stroke >= '0' && stroke <= '9') || stroke == '*' || stroke == '#';
}

static bool run_input(void *state, const struct input *input)
{
    struct flow_run *run = state;

    if (run->is_calling && input->kind == INPUT_STROKE &&
        input->stroke == STROKE_ENTER) {
        run->is_calling = false;
        try_call(run);
        return true;
    }
    if (run->is_calling)
        return edit_input(&run->caller, input);
    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke == ' ')
        press(run, SILENCE);
    else if (is_phone_key(input->stroke))
        press(run, (char)input->stroke);
    else
        return false;
    return true;
}

/* Keeping: what was pressed, and the way that led. */

static struct json_t *keys_value(const struct flow_run *run)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (const char *key = run->keys; *key; key++) {
        const char text[] = { *key == SILENCE ? '\0' : *key, '\0' };

        rc |= value_append(list, value_text(text));
    }
    return rc == 0 ? list : value_free(list);
}

/* Of the flow itself: those within others are theirs. */
static struct json_t *way_value(const struct flow_run *run)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(run->steps); i++) {
        const struct json_t *step = value_at(run->steps, i);
        int64_t flow_id = value_get_integer(step, "flow_id", 0);

        if ((uint64_t)flow_id == run->editor->was.id)
            rc |= value_append(list, value_text(value_get_text(step, "node")));
    }
    return rc == 0 ? list : value_free(list);
}

static struct json_t *test_value(const struct flow_run *run)
{
    struct json_t *test = value_object();
    int rc = 0;

    if (run->caller.text[0])
        rc |= value_set_text(test, "caller", run->caller.text);
    rc |=
        value_set_text(test, "language", word_list_speech.words[run->language]);
    rc |= value_set(test, "keys", keys_value(run));
    rc |= value_set(test, "expect", way_value(run));
    return rc == 0 ? test : value_free(test);
}

static void keep_as_test(struct flow_run *run)
{
    struct flow_editor *editor = run->editor;
    struct ui *ui = editor->program->ui;
    struct name name;

    if (value_count(run->steps) == 0) {
        ui_say(
            ui, SEVERITY_INFO, "%s",
            program_text(editor->program, N_("There is nothing to keep yet.")));
        return;
    }
    if (!flow_editor_failed(
            editor, flow_draft_add_test(editor->draft, test_value(run), &name)))
        ui_say(ui, SEVERITY_INFO,
               program_text(editor->program,
                            N_("Kept as the test %s; Ctrl-S in the picture "
                               "stores it.")),
               name.text);
}

static bool run_run(void *state, int action)
{
    struct flow_run *run = state;
    size_t length = strlen(run->keys);

    switch (action) {
    case DO_FLOW_RUN_BACK:
        run->keys[length > 0 ? length - 1 : 0] = '\0';
        break;
    case DO_FLOW_RUN_AGAIN:
        run->keys[0] = '\0';
        break;
    case DO_FLOW_RUN_LANGUAGE:
        run->language = (enum speech)((run->language + 1) % speech_count);
        break;
    case DO_FLOW_RUN_KEEP:
        keep_as_test(run);
        return true;
    case DO_FLOW_RUN_CALLER:
        run->is_calling = !run->is_calling;
        return true;
    default:
        return false;
    }
    try_call(run);
    return true;
}

static bool run_is_typing(const void *state)
{
    return ((const struct flow_run *)state)->is_calling;
}

static bool run_takes_digits(const void *state)
{
    return !((const struct flow_run *)state)->is_calling;
}

/* Drawing. */

static void draw_head(struct flow_run *run, const struct surface *surface)
{
    int column = 2 + surface_label(surface, (struct place){ 0, 1, 0, false },
                                   LOOK(DIM, 0), N_("Caller"));
    struct safe_text text;
    char keys[2 * KEYS_SIZE];

    edit_draw(&run->caller, surface, (struct place){ 0, column, 18, false },
              (struct edit_manner){ LOOK(FIELD, 0), run->is_calling, false });
    column += 20;
    safe_text_copy(&text, word_list_speech.words[run->language]);
    column += 3 + surface_text(surface, (struct place){ 0, column, 0, false },
                               LOOK(TITLE, 0), &text);
    column += 1 + surface_label(surface, (struct place){ 0, column, 0, false },
                                LOOK(DIM, 0), N_("Pressed"));
    spell_keys(run, keys);
    column += surface_words(surface, (struct place){ 0, column, 0, false },
                            LOOK(TITLE, 0), keys);
    if (!run->is_calling)
        surface_cursor(surface, 0, column, true);
    if (flow_draft_is_dirty(run->editor->draft))
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(WARN, 0),
                      N_("What is tried is what was saved last."));
    else
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(DIM, 0),
                      N_("0-9 * # press, Space is silence"));
}

/* How a step ended: by a key, or by an exit; or that it goes on. */
static void word_end(const struct flow_run *run, const struct json_t *step,
                     struct safe_text *ret_text)
{
    const char *key = value_get_text(step, "key");
    const char *exit = value_get_text(step, "exit");

    bool is_plain = !exit || strcmp(exit, "done") == 0;

    if (!value_get_flag(step, "over") || (is_plain && !(key && *key)))
        safe_text_copy(ret_text, "");
    else if (key && *key)
        safe_text_format(
            ret_text, "%s %s",
            glyph_text(ui_style(program_of(run)->ui)->tier, GLYPH_BECOMES),
            key);
    else
        safe_text_format(
            ret_text, "%s %s",
            glyph_text(ui_style(program_of(run)->ui)->tier, GLYPH_BECOMES),
            program_text(program_of(run),
                         word_label(&word_list_step_exit, exit)));
}

static void draw_step(const struct flow_run *run, const struct surface *surface,
                      int row, const struct json_t *step)
{
    const struct flow_draft *draft = run->editor->draft;
    const char *name = value_get_text(step, "node");
    int index = name ? flow_draft_named(draft, name) : -ENOENT;
    char time[WORD_TIME_SIZE];
    struct safe_text text, end;

    word_duration(value_get_integer(step, "after_us", 0), time);
    word_end(run, step, &end);
    safe_text_format(
        &text, "%5s  %d %s  %s", time,
        index < 0 ? 0 : flow_draft_number(draft, (size_t)index),
        index < 0 ? name
                  : flow_kind_title(flow_draft_node(draft, (size_t)index)),
        end.text);
    surface_text(surface, (struct place){ row, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
}

/* Where the call is in the end, or what it waits for. */
static void draw_place(const struct flow_run *run,
                       const struct surface *surface, int row,
                       const struct json_t *last)
{
    const char *place = value_get_text(last, "place");
    int64_t queue_id = value_get_integer(last, "queue_id", 0);
    struct safe_text text, queue;

    document_name(program_of(run), DOCUMENT_QUEUE, (uint64_t)queue_id, &queue);
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
    size_t room = surface->rows > 2 ? (size_t)surface->rows - 2 : 0;
    size_t first = count > room ? count - room : 0;
    int row = 0;

    if (run->complaint.text[0])
        surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(CRIT, 0),
                     &run->complaint);
    for (size_t i = first; i < count; i++)
        draw_step(run, surface, row++, value_at(run->steps, i));
    if (count == 0)
        return;
    draw_place(run, surface, row + 1, value_at(run->steps, count - 1));
}

static void word_title(void *arg, int number, struct safe_text *ret_title)
{
    const struct flow_run *run = arg;
    int index = flow_draft_find(run->editor->draft, number);
    struct safe_text title;

    flow_scene_title(run->editor->draft, (size_t)index,
                     program_language(program_of(run)), &title);
    safe_text_format(ret_title, "%d %s", number, title.text);
}

static void draw_inside(void *arg, int number, const struct surface *surface)
{
    const struct flow_run *run = arg;

    flow_scene_draw(program_of(run), run->editor->draft, number, surface);
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
        ui_hurry(program_of(run)->ui);
    canvas_draw(canvas, surface, &view,
                &(struct canvas_face){ .inside = draw_inside,
                                       .title = word_title,
                                       .arg = run,
                                       .selected = last,
                                       .others = passed,
                                       .other_count = count });
}

static void run_draw(void *state, const struct surface *surface)
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

static void run_free(void *state)
{
    struct flow_run *run = state;

    errands_forget(program_of(run)->errands, run);
    value_free(run->steps);
    free(run);
}

static const struct view_kind run_kind = {
    .name = N_("Test run"),
    .scopes = { SCOPE_FLOW_RUN },
    .draw = run_draw,
    .input = run_input,
    .run = run_run,
    .is_typing = run_is_typing,
    .takes_digits = run_takes_digits,
    .free = run_free,
};

int flow_editor_try(struct flow_editor *editor)
{
    assert(editor);
    struct flow_run *run = calloc(1, sizeof(*run));

    if (!run)
        return -ENOMEM;
    run->editor = editor;
    try_call(run);
    return ui_push(editor->program->ui, &run_kind, run);
}
