/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture, with what goes on above and below it. */

#include <assert.h>
#include <inttypes.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "lang/cells.h"
#include "tui/speech.h"

enum {
    PALETTE_CELLS = 18,
    INSPECTOR_CELLS = 34,
    PROBLEM_ROWS = 6,
    REST_CELLS = 7,  /* for "+23" behind the problems that fit */
    STATUS_ROWS = 2, /* the worst problems, and the selected node */
};

/* Modes, then where one is. */

static int draw_word(const struct surface *surface, int column, bool is_on,
                     const char *msgid)
{
    if (is_on)
        surface_glyph(surface, 0, column, LOOK(TITLE, 0), GLYPH_FOCUS);
    return column + 4 +
           surface_label(surface, (struct place){ 0, column + 1, 0, false },
                         is_on ? LOOK(TITLE, 0) : LOOK(DIM, 0), msgid);
}

static void draw_place(const struct flow_editor *editor,
                       const struct surface *surface, int column)
{
    const struct canvas_view *view =
        editor->is_small ? &editor->small_view : &editor->view;
    int rows, columns;
    struct safe_text text;

    canvas_extent(editor->is_small ? editor->small : editor->canvas, &rows,
                  &columns);
    safe_text_format(&text,
                     surface_say(surface, N_("%s   view %d,%d of %d×%d")),
                     surface_say(surface, editor->is_small ? N_("overview")
                                                           : N_("zoom 1:1")),
                     view->left, view->top, columns, rows);
    surface_text(surface, (struct place){ 0, column, 0, false }, LOOK(DIM, 0),
                 &text);
}

static void draw_version(const struct flow_editor *editor,
                         const struct surface *surface)
{
    struct safe_text text;
    bool is_dirty = flow_draft_is_dirty(editor->draft);

    safe_text_format(&text, surface_say(surface, N_("version %lld")),
                     (long long)editor->was.version);
    int cells = (int)cells_count(text.text) + 3;
    surface_text(surface,
                 (struct place){ 0, surface->columns - cells, 0, false },
                 LOOK(TEXT, 0), &text);
    if (is_dirty)
        surface_glyph(surface, 0, surface->columns - 2, LOOK(WARN, 0),
                      GLYPH_UNSAVED);
}

static void draw_tools(const struct flow_editor *editor,
                       const struct surface *surface)
{
    int column = 1;

    column =
        draw_word(surface, column, editor->mode == FLOW_SELECTS, N_("Select"));
    column =
        draw_word(surface, column, editor->mode == FLOW_AIMS, N_("Connect"));
    column = draw_word(surface, column, editor->mode == FLOW_MOVES, N_("Move"));
    draw_place(editor, surface, column + 1);
    draw_version(editor, surface);
}

/* The picture. */

static void draw_title(void *arg, int number, struct safe_text *ret_title)
{
    const struct flow_editor *editor = arg;
    int index = flow_draft_find(editor->draft, number);
    struct safe_text title;

    safe_text_copy(ret_title, "");
    if (index < 0)
        return;
    flow_scene_title(editor->draft, (size_t)index,
                     program_language(editor->program), &title);
    safe_text_format(ret_title, "%d %s", number, title.text);
}

static void draw_number(void *arg, int number, struct safe_text *ret_title)
{
    (void)arg;
    safe_text_format(ret_title, "[%d]", number);
}

static void draw_inside(void *arg, int number, const struct surface *surface)
{
    const struct flow_editor *editor = arg;

    flow_scene_draw(editor->program, editor->draft, number, surface);
}

static void reveal(struct flow_editor *editor, const struct canvas *canvas,
                   struct canvas_view *view)
{
    int number = editor->mode == FLOW_AIMS ? editor->aim : editor->selected;
    int index = flow_draft_find(editor->draft, number);

    if (editor->is_moved && index >= 0)
        canvas_reveal(canvas, (size_t)index, view);
    editor->is_moved = false;
}

/* What an exit is aimed at is marked beside the node it leaves. */
static void draw_picture(struct flow_editor *editor,
                         const struct surface *surface)
{
    bool is_small = editor->is_small, aims = editor->mode == FLOW_AIMS;
    struct canvas *canvas = is_small ? editor->small : editor->canvas;
    struct canvas_view *view = is_small ? &editor->small_view : &editor->view;
    const struct canvas_face face = {
        .inside = draw_inside,
        .title = is_small ? draw_number : draw_title,
        .arg = editor,
        .selected = aims ? editor->aim : editor->selected,
        .others = aims ? &editor->selected : editor->marked,
        .other_count = aims ? 1 : editor->marked_count,
    };

    view->rows = surface->rows;
    view->columns = surface->columns;
    editor->view.rows = editor->small_view.rows = surface->rows;
    editor->view.columns = editor->small_view.columns = surface->columns;
    editor->view_row = surface->top;
    editor->view_column = surface->left;
    reveal(editor, canvas, view);
    if (canvas_lay(canvas, view, FLOW_LAID) > 0)
        ui_hurry(editor->program->ui);
    canvas_draw(canvas, surface, view, &face);
}

/* Below it. */

/* Those that do not fit are counted: their key goes to each. */
static void draw_rest(const struct surface *surface, int column, size_t rest)
{
    struct safe_text text;

    if (rest == 0)
        return;
    safe_text_format(&text, "+%zu", rest);
    surface_text(surface, (struct place){ 0, column, 0, false }, LOOK(DIM, 0),
                 &text);
}

static void draw_problem_line(const struct flow_editor *editor,
                              const struct surface *surface)
{
    size_t count = editor->problem_count, i;
    int column = 1;

    for (i = 0; i < count; i++) {
        const struct flow_problem *problem = editor->problems[i];
        struct safe_text text;
        int rest = i + 1 < count ? REST_CELLS : 0;

        if (problem->number > 0)
            safe_text_format(&text, "%d %s", problem->number, problem->text);
        else
            safe_text_copy(&text, problem->text);
        if (i > 0 &&
            column + 2 + (int)cells_count(text.text) + rest > surface->columns)
            break;
        column += 1 + surface_glyph(
                          surface, 0, column,
                          problem->is_severe ? LOOK(CRIT, 0) : LOOK(WARN, 0),
                          problem->is_severe ? GLYPH_CRIT : GLYPH_WARN);
        column +=
            3 + surface_text(surface,
                             (struct place){ 0, column,
                                             surface->columns - column - rest,
                                             false },
                             LOOK(TEXT, 0), &text);
    }
    draw_rest(surface, column, count - i);
}

static void word_aim(const struct flow_editor *editor,
                     const struct surface *surface, struct safe_text *ret_text)
{
    int index = flow_draft_find(editor->draft, editor->aim);

    safe_text_format(
        ret_text, surface_say(surface, N_("%d, exit %s → %d %s")),
        editor->selected,
        surface_say(surface, flow_kind_exit_name(&editor->exit)), editor->aim,
        index < 0
            ? ""
            : flow_kind_title(flow_draft_node(editor->draft, (size_t)index)));
}

/* "Node 4 menu   6 exits, 5 connected" */
static void word_node(const struct flow_editor *editor,
                      const struct surface *surface, struct safe_text *ret_text)
{
    int index = flow_editor_index(editor);
    struct flow_exit exits[FLOW_EXITS];
    size_t connected = 0;

    safe_text_copy(ret_text, "");
    if (index < 0)
        return;
    const struct json_t *node = flow_draft_node(editor->draft, (size_t)index);
    size_t count = flow_kind_exits(node, exits);
    for (size_t i = 0; i < count; i++)
        connected +=
            exits[i].ends || flow_draft_target(editor->draft, &exits[i]) >= 0;
    safe_text_format(
        ret_text,
        surface_say(surface, N_("Node %d %s   exits %zu, connected %zu")),
        editor->selected, value_get_text(node, "name"), count, connected);
}

static void speak(const struct flow_editor *editor,
                  const struct surface *surface, const struct safe_text *text)
{
    struct spoken *speech = speech_of(surface);
    struct safe_text title;

    if (!speech)
        return;
    draw_title((void *)(uintptr_t)editor, editor->selected, &title);
    speech_begin(speech, (uint64_t)editor->selected);
    speech_part(speech, surface->style->language, title.text);
    speech_part(speech, surface->style->language, text->text);
}

static void draw_status(const struct flow_editor *editor,
                        const struct surface *surface)
{
    struct safe_text text;

    if (editor->mode == FLOW_AIMS)
        word_aim(editor, surface, &text);
    else
        word_node(editor, surface, &text);
    surface_text(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                 &text);
    speak(editor, surface, &text);
}

static void draw_absence(const struct flow_editor *editor,
                         const struct surface *surface)
{
    if (editor->complaint.text[0])
        surface_text(surface, (struct place){ 2, 1, 0, false }, LOOK(CRIT, 0),
                     &editor->complaint);
    else
        surface_label(surface, (struct place){ 2, 1, 0, false }, LOOK(DIM, 0),
                      N_("Loading…"));
}

/* Problems have a pane of their own. */
static bool has_list(const struct surface *surface)
{
    return surface->columns >= FLOW_WIDE_COLUMNS &&
           surface->rows >= FLOW_WIDE_ROWS;
}

/* All but the tools and the lines below: on wide screens with panes. */
static void draw_middle(struct flow_editor *editor,
                        const struct surface *surface)
{
    bool is_wide = surface->columns >= FLOW_WIDE_COLUMNS;
    bool is_listed = has_list(surface);
    int left = is_wide ? PALETTE_CELLS : 0;
    int right = is_wide ? INSPECTOR_CELLS : 0;
    int low = is_listed ? PROBLEM_ROWS : 0;
    int columns = surface->columns - left - right;
    struct surface picture =
        surface_part(surface, 0, left, surface->rows - low, columns);

    editor->palette.count = 0;
    draw_picture(editor, &picture);
    if (!is_wide)
        return;
    struct surface palette = surface_part(surface, 0, 0, surface->rows, left);
    struct surface inspector =
        surface_part(surface, 0, left + columns, surface->rows, right);
    struct surface list =
        surface_part(surface, surface->rows - low, left, low, columns);
    flow_editor_draw_palette(editor, &palette);
    flow_editor_draw_inspector(editor, &inspector);
    if (is_listed)
        flow_editor_draw_problems(editor, &list);
}

void flow_editor_draw(void *state, const struct surface *surface)
{
    struct flow_editor *editor = state;
    int rows = surface->rows - 1 - STATUS_ROWS;
    struct surface tools = surface_part(surface, 0, 0, 1, surface->columns);
    struct surface middle = surface_part(surface, 1, 0, rows, surface->columns);
    struct surface line =
        surface_part(surface, rows + 1, 0, 1, surface->columns);
    struct surface status =
        surface_part(surface, rows + 2, 0, 1, surface->columns);

    if (!editor->draft) {
        draw_absence(editor, surface);
        return;
    }
    flow_editor_count(editor);
    draw_middle(editor, &middle); /* may move what is looked at */
    draw_tools(editor, &tools);
    if (!has_list(surface))
        draw_problem_line(editor, &line);
    draw_status(editor, &status);
}
