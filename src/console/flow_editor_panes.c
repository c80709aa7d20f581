/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types to add, nodes by number, the selected node, and what is not right. */

#include <stdio.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "console/flow_prompt_line.h"
#include "console/flow_today.h"
#include "core/flow_type.h"

enum { LABEL_CELLS = 12 };

static void draw_text(const struct surface *surface, int row, int column,
                      struct look look, const char *words)
{
    surface_words(surface, (struct place){ row, column, 0, false }, look,
                  words);
}

/* A line down the right side. */
static void draw_edge(const struct surface *surface, int column)
{
    for (int row = 0; row < surface->rows; row++)
        surface_glyph(surface, row, column, LOOK(LINE, 0), GLYPH_DOWN_LINE);
}

/* What flows of this type do not have is there, but dim. */
static void draw_type(const struct flow_editor *editor,
                      const struct surface *surface, int row,
                      enum node_type type)
{
    bool has = flow_type_has(flow_draft_type(editor->draft), type);
    char letter[2] = { flow_kind_letter(type), '\0' };

    draw_text(surface, row, 1, has ? LOOK(KEY, 0) : LOOK(DIM, 0), letter);
    draw_text(surface, row, 3, has ? LOOK(TEXT, 0) : LOOK(DIM, 0),
              surface_say(surface, flow_kind_name(type)));
}

/* Those that do not fit are counted: n lists all of them. */
static int draw_types(const struct flow_editor *editor,
                      const struct surface *surface, int rows)
{
    int shown = rows < node_type_count ? rows - 1 : node_type_count;
    struct safe_text text;

    for (int i = 0; i < shown; i++)
        draw_type(editor, surface, i, (enum node_type)i);
    if (shown == node_type_count)
        return shown;
    safe_text_format(&text, surface_say(surface, N_("n  %d more")),
                     node_type_count - shown);
    surface_text(surface, (struct place){ shown, 1, 0, false }, LOOK(DIM, 0),
                 &text);
    return rows;
}

/* As many as fit, with the selected one among them. */
static void draw_outline(struct flow_editor *editor,
                         const struct surface *surface)
{
    int selected = flow_editor_index(editor);
    int first = selected >= surface->rows ? selected - surface->rows + 1 : 0;

    editor->palette.outline_row = surface->top;
    editor->palette.outline_rows = surface->rows;
    editor->palette.outline_first = first;
    for (int row = 0; row < surface->rows; row++) {
        size_t index = (size_t)(first + row);
        struct safe_text title, text;

        if (index >= flow_draft_count(editor->draft))
            break;
        flow_scene_title(editor->draft, index, surface->style->language,
                         &title);
        safe_text_format(&text, "%d %s",
                         flow_draft_number(editor->draft, index), title.text);
        surface_text(surface, (struct place){ row, 1, 0, false },
                     (int)index == selected ? LOOK(TITLE, LOOK_REVERSE)
                                            : LOOK(TEXT, 0),
                     &text);
    }
}

/* The mouse takes types from there. */
static void note_place(struct flow_editor *editor,
                       const struct surface *surface, int rows)
{
    bool is_whole = rows >= node_type_count;

    editor->palette = (struct flow_palette){
        .row = surface->top,
        .column = surface->left,
        .columns = surface->columns,
        .count = is_whole ? node_type_count : rows - 1,
    };
}

void flow_editor_draw_palette(struct flow_editor *editor,
                              const struct surface *surface)
{
    struct surface inside =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns - 1);
    int types = draw_types(editor, &inside, inside.rows / 2);
    struct surface low = surface_part(&inside, types + 3, 0,
                                      inside.rows - types - 3, inside.columns);

    note_place(editor, &inside, inside.rows / 2);
    surface_rule(surface, 0, surface_say(surface, N_("n adds")), NULL);
    draw_edge(surface, surface->columns - 1);
    surface_label(&inside, (struct place){ types + 1, 1, 0, false },
                  LOOK(TITLE, 0), N_("Outline"));
    draw_outline(editor, &low);
}

static int draw_setting(const struct surface *surface, int row,
                        const char *label, const struct safe_text *text)
{
    surface_label(surface, (struct place){ row, 1, LABEL_CELLS, false },
                  LOOK(DIM, 0), label);
    surface_text(surface, (struct place){ row, LABEL_CELLS + 2, 0, false },
                 LOOK(TEXT, 0), text);
    return row + 1;
}

/* Below what names a prompt: how long, and in which languages. */
static int draw_prompt(const struct flow_editor *editor,
                       const struct surface *surface, int row,
                       uint64_t prompt_id)
{
    struct safe_text line;

    if (!prompt_id)
        return row;
    flow_prompt_line(editor->program, surface->style, prompt_id, &line);
    surface_text(surface, (struct place){ row, 3, 0, false }, LOOK(DIM, 0),
                 &line);
    return row + 1;
}

static int draw_settings(const struct flow_editor *editor,
                         const struct surface *surface, int row,
                         const struct json_t *node, enum node_type type)
{
    struct record record = flow_kind_settings(type);
    union node_settings settings;
    struct safe_text text;

    safe_text_copy(&text, value_get_text(node, "name"));
    row = draw_setting(surface, row, N_("Short name"), &text);
    flow_kind_read(node, &settings);
    for (size_t i = 0; i < record.field_count; i++) {
        document_show(editor->program, &record, &record.fields[i], &settings,
                      &text);
        row = draw_setting(surface, row,
                           document_label(&record, &record.fields[i]), &text);
        row = draw_prompt(
            editor, surface, row,
            flow_prompt_named(editor->program, &record.fields[i], &settings));
    }
    return row + 1;
}

/* Who settles it when an exit that may be left open is. */
static void word_open(const struct surface *surface, enum node_type type,
                      struct safe_text *ret_text)
{
    const char *as = type == NODE_CALLER_LIST ? "on_other"
                     : type == NODE_TRANSFER  ? "on_error"
                                              : NULL;
    struct flow_exit exit = { .key = "" };

    if (!as) {
        safe_text_copy(ret_text, surface_say(surface, N_("as the queue says")));
        return;
    }
    (void)snprintf(exit.key, sizeof(exit.key), "%s", as);
    /* TRANSLATORS: an exit that is taken in place of this one: "as error" */
    safe_text_format(ret_text, surface_say(surface, N_("as %s")),
                     surface_say(surface, flow_kind_exit_name(&exit)));
}

static int draw_exits(const struct flow_editor *editor,
                      const struct surface *surface, int row,
                      const struct json_t *node)
{
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);

    if (count == 0)
        return row;
    surface_label(surface, (struct place){ row, 1, 0, false }, LOOK(TITLE, 0),
                  N_("Exit"));
    surface_label(surface, (struct place){ row, LABEL_CELLS + 2, 0, false },
                  LOOK(TITLE, 0), N_("Leads to"));
    for (size_t i = 0; i < count; i++) {
        int target = flow_draft_target(editor->draft, &exits[i]);
        struct safe_text text;

        if (target >= 0)
            safe_text_format(&text, "%d %s",
                             flow_draft_number(editor->draft, (size_t)target),
                             flow_kind_title(flow_draft_node(editor->draft,
                                                             (size_t)target)));
        else if (exits[i].ends)
            safe_text_copy(&text, surface_say(surface, N_("call ends")));
        else if (exits[i].yields)
            word_open(surface, (enum node_type)flow_kind_of(node), &text);
        else
            safe_text_format(&text, "%s %s",
                             glyph_text(surface->style->tier, GLYPH_CRIT),
                             surface_say(surface, N_("nowhere")));
        row = draw_setting(surface, row + 1, flow_kind_exit_name(&exits[i]),
                           &text) -
              1;
    }
    return row + 2;
}

void flow_editor_draw_inspector(const struct flow_editor *editor,
                                const struct surface *surface)
{
    int index = flow_editor_index(editor);
    struct safe_text title;

    draw_edge(surface, 0);
    if (index < 0) {
        surface_rule(surface, 0, NULL, NULL);
        return;
    }
    const struct json_t *node = flow_draft_node(editor->draft, (size_t)index);
    enum node_type type = (enum node_type)flow_kind_of(node);
    struct surface inside =
        surface_part(surface, 1, 1, surface->rows - 1, surface->columns - 1);
    safe_text_format(&title, surface_say(surface, N_("Node %d  %s")),
                     editor->selected,
                     surface_say(surface, flow_kind_name(type)));
    surface_rule(surface, 0, title.text, NULL);
    int row = draw_settings(editor, &inside, 1, node, type);

    (void)flow_today_draw(&editor->counts, node, &inside,
                          draw_exits(editor, &inside, row, node));
}

static void draw_problem(const struct surface *surface, int row,
                         const struct flow_problem *problem)
{
    struct safe_text text;

    surface_glyph(surface, row, 1,
                  problem->is_severe ? LOOK(CRIT, 0) : LOOK(WARN, 0),
                  problem->is_severe ? GLYPH_CRIT : GLYPH_WARN);
    if (problem->number > 0)
        safe_text_format(&text, "%d  %s", problem->number, problem->text);
    else
        safe_text_copy(&text, problem->text);
    surface_text(surface, (struct place){ row, 4, 0, false }, LOOK(TEXT, 0),
                 &text);
}

/* As many as fit, with the one that was gone to last among them. */
void flow_editor_draw_problems(const struct flow_editor *editor,
                               const struct surface *surface)
{
    struct safe_text title, sums;
    size_t room = surface->rows > 2 ? (size_t)surface->rows - 2 : 0;
    size_t first = editor->problem_at > room ? editor->problem_at - room : 0;
    int row = 1;

    safe_text_format(&title, surface_say(surface, N_("Problems  %zu")),
                     editor->problem_count);
    surface_rule(surface, 0, title.text, NULL);
    for (size_t i = first; i < editor->problem_count && i < first + room; i++)
        draw_problem(surface, row++, editor->problems[i]);
    safe_text_format(&sums,
                     surface_say(surface, N_("nodes %zu, arrows %zu, exits "
                                             "without one %zu")),
                     editor->sums.nodes, editor->sums.arrows,
                     editor->sums.dangling);
    surface_glyph(surface, row, 1, LOOK(OK, 0), GLYPH_OK);
    surface_text(surface, (struct place){ row, 4, 0, false }, LOOK(DIM, 0),
                 &sums);
}
