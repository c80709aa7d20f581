/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes from nodes, arrows from exits. */

#include "console/flow_scene.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"

static bool is_same_target(const struct flow_exit *a, const struct flow_exit *b)
{
    if (a->is_choice || b->is_choice)
        return false;

    return (a->ends && b->ends) ||
           (a->to && b->to && strcmp(a->to, b->to) == 0);
}

size_t flow_scene_lines(const struct flow_draft *draft, size_t index,
                        struct flow_line ret_lines[FLOW_LINES])
{
    struct flow_exit exits[FLOW_EXITS];
    size_t exit_count = flow_kind_exits(flow_draft_node(draft, index), exits);
    bool is_plain = exit_count > 0 && strcmp(exits[0].key, "next") == 0;
    size_t count = 0;

    ret_lines[count++] =
        (struct flow_line){ .exits = is_plain ? 1 : 0, .is_first = true };
    for (size_t i = is_plain ? 1 : 0; i < exit_count; i++) {
        if (exits[i].yields && flow_draft_target(draft, &exits[i]) < 0)
            continue;
        if (i > 0 && !ret_lines[count - 1].is_first &&
            is_same_target(&exits[i - 1], &exits[i]))
            ret_lines[count - 1].exits |= UINT32_C(1) << i;
        else
            ret_lines[count++] =
                (struct flow_line){ .exits = UINT32_C(1) << i };
    }
    return count;
}

void flow_scene_title(const struct flow_draft *draft, size_t index,
                      enum language language, struct safe_text *ret_title)
{
    const struct json_t *node = flow_draft_node(draft, index);
    const char *label = value_get_text(node, "label");
    int type = flow_kind_of(node);

    if (label && *label)
        safe_text_copy(ret_title, label);
    else
        safe_text_copy(
            ret_title,
            type < 0
                ? ""
                : lang_text(language, flow_kind_name((enum node_type)type)));
}

/* A choice with what it leads to, other exits by what they are called. */
static void word_exits(const struct flow_draft *draft,
                       const struct flow_exit *exits, uint32_t bits,
                       enum language language, struct safe_text *ret_text)
{
    char text[SAFE_TEXT_SIZE] = "";
    size_t length = 0;

    for (size_t i = 0; i < FLOW_EXITS; i++) {
        if (!(bits & UINT32_C(1) << i))
            continue;
        int target = flow_draft_target(draft, &exits[i]);
        bool has_more = exits[i].is_choice && target >= 0;
        int used = snprintf(
            text + length, sizeof(text) - length, "%s%s%s%s",
            length > 0 ? ", " : "",
            lang_text(language, flow_kind_exit_name(&exits[i])),
            has_more ? " " : "",
            has_more ? flow_kind_title(flow_draft_node(draft, (size_t)target))
                     : "");
        if (used < 0 || (size_t)used >= sizeof(text) - length)
            break;
        length += (size_t)used;
    }
    safe_text_copy(ret_text, text);
}

void flow_scene_word(const struct program *program,
                     const struct flow_draft *draft, size_t index,
                     const struct flow_line *line, enum language language,
                     struct safe_text *ret_text)
{
    const struct json_t *node = flow_draft_node(draft, index);
    struct flow_exit exits[FLOW_EXITS];

    if (!line->is_first) {
        (void)flow_kind_exits(node, exits);
        word_exits(draft, exits, line->exits, language, ret_text);
        return;
    }
    flow_kind_summary(program, node, ret_text);
    if (!ret_text->text[0])
        safe_text_copy(ret_text, value_get_text(node, "name"));
}

void flow_scene_draw(const struct program *program,
                     const struct flow_draft *draft, int number,
                     const struct surface *surface)
{
    int index = flow_draft_find(draft, number);
    struct flow_line lines[FLOW_LINES];

    if (index < 0)
        return;
    size_t count = flow_scene_lines(draft, (size_t)index, lines);
    for (size_t i = 0; i < count; i++) {
        struct safe_text text;

        flow_scene_word(program, draft, (size_t)index, &lines[i],
                        surface->style->language, &text);
        surface_text(surface,
                     (struct place){ (int)i, 1, surface->columns - 2, false },
                     LOOK(TEXT, 0), &text);
    }
}

/* A scene being made. */
struct making {
    struct canvas_box boxes[FLOW_DRAFT_NODES];
    struct canvas_arrow arrows[CANVAS_ARROWS];
    struct canvas_scene scene;
    const struct flow_counts *counts; /* NULL: none are shown */
};

/* Choices stand on their arrows, too, for those who follow one with the eye;
   and how many did. */
static void label_arrow(const struct flow_exit *exit, int64_t callers,
                        char ret_label[CANVAS_LABEL_SIZE])
{
    const char *key = exit->is_choice ? exit->key : "";
    char text[FLOW_EXIT_KEY_SIZE + 24];

    snprintf(text, sizeof(text), "%s%s%" PRId64, key, *key ? " " : "", callers);
    if (callers == 0 || strlen(text) >= CANVAS_LABEL_SIZE)
        snprintf(text, sizeof(text), "%s", key);
    if (strlen(text) < CANVAS_LABEL_SIZE)
        memcpy(ret_label, text, strlen(text) + 1);
}

static void add_arrow(struct making *making, const struct flow_draft *draft,
                      size_t index, const struct flow_exit *exit, int port,
                      int64_t callers)
{
    struct canvas_arrow *arrow = &making->arrows[making->scene.arrow_count];
    int target = flow_draft_target(draft, exit);

    if (making->scene.arrow_count == CANVAS_ARROWS)
        return;
    making->scene.arrow_count++;
    *arrow = (struct canvas_arrow){
        .from = (int)index,
        .to = target >= 0  ? target
              : exit->ends ? CANVAS_END
                           : CANVAS_NOWHERE,
        .port = port,
    };
    label_arrow(exit, callers, arrow->label);
}

/* The first of a line's exits is drawn: the others lead there, too. */
static void add_line(struct making *making, const struct flow_draft *draft,
                     size_t index, const struct flow_exit exits[FLOW_EXITS],
                     uint32_t bits, int port)
{
    const struct json_t *node = flow_draft_node(draft, index);
    int64_t callers = 0;
    int first = -1;

    for (int i = 0; i < FLOW_EXITS; i++)
        if (bits & UINT32_C(1) << i) {
            callers += flow_counts_of(making->counts, node, &exits[i]);
            if (first < 0)
                first = i;
        }
    if (first >= 0)
        add_arrow(making, draft, index, &exits[first], port, callers);
}

static void add_node(struct making *making, const struct flow_draft *draft,
                     size_t index)
{
    const struct json_t *node = flow_draft_node(draft, index);
    struct flow_exit exits[FLOW_EXITS];
    struct flow_line lines[FLOW_LINES];
    size_t count = flow_scene_lines(draft, index, lines);

    (void)flow_kind_exits(node, exits);
    making->boxes[index] = (struct canvas_box){
        .id = flow_draft_number(draft, index),
        .row = flow_draft_row(node),
        .column = flow_draft_column(node),
        .rows = (int)count + 2,
        .columns = FLOW_BOX_CELLS,
    };
    for (size_t line = 0; line < count; line++)
        add_line(making, draft, index, exits, lines[line].exits, (int)line + 1);
}

/* @return to be freed, or NULL: out of memory */
static struct making *make(const struct flow_draft *draft,
                           const struct flow_counts *counts)
{
    struct making *making = calloc(1, sizeof(*making));

    if (!making)
        return NULL;
    making->counts = counts;
    for (size_t i = 0; i < flow_draft_count(draft); i++)
        add_node(making, draft, i);
    making->scene.boxes = making->boxes;
    making->scene.box_count = flow_draft_count(draft);
    making->scene.arrows = making->arrows;
    return making;
}

int flow_scene_set(const struct flow_draft *draft,
                   const struct flow_counts *counts, struct canvas *canvas)
{
    struct making *making = make(draft, counts);
    int rc = making ? canvas_set(canvas, &making->scene) : -ENOMEM;

    free(making);
    return rc;
}

int flow_scene_set_small(const struct flow_draft *draft, struct canvas *canvas)
{
    struct making *making = make(draft, NULL);

    if (!making)
        return -ENOMEM;
    for (size_t i = 0; i < making->scene.box_count; i++) {
        struct canvas_box *box = &making->boxes[i];

        box->row = box->row / FLOW_SMALL_ROWS;
        box->column = box->column / FLOW_SMALL_COLUMNS + 2;
        box->rows = 1;
        box->columns = box->id < 10 ? 3 : box->id < 100 ? 4 : 5;
    }
    for (size_t i = 0; i < making->scene.arrow_count; i++) {
        making->arrows[i].port = 0;
        making->arrows[i].label[0] = '\0';
    }
    int rc = canvas_set(canvas, &making->scene);
    free(making);
    return rc;
}

static bool has_place(const struct canvas_box *box)
{
    return box->row >= 0 && box->column >= 0;
}

/* Where boxes come to stand when those without a place are arranged: all of
 * them, or below the others. */
static int find_places(const struct making *making, bool is_all,
                       int rows[FLOW_DRAFT_NODES],
                       int columns[FLOW_DRAFT_NODES])
{
    struct canvas_spot spots[FLOW_DRAFT_NODES];
    int rc = canvas_arrange(&making->scene, spots), below = 0;

    if (rc < 0)
        return rc;
    for (size_t i = 0; i < making->scene.box_count && !is_all; i++) {
        const struct canvas_box *box = &making->boxes[i];

        if (has_place(box) && box->row + box->rows > below)
            below = box->row + box->rows;
    }
    for (size_t i = 0; i < making->scene.box_count; i++) {
        const struct canvas_box *box = &making->boxes[i];
        bool stays = !is_all && has_place(box);

        rows[i] = stays ? box->row : spots[i].row + below;
        columns[i] = stays ? box->column : spots[i].column;
    }
    return 0;
}

int flow_scene_arrange(struct flow_draft *draft)
{
    int rows[FLOW_DRAFT_NODES], columns[FLOW_DRAFT_NODES];
    struct making *making = make(draft, NULL);
    int rc = making ? find_places(making, true, rows, columns) : -ENOMEM;

    free(making);
    return rc < 0 ? rc : flow_draft_move_all(draft, rows, columns);
}

int flow_scene_settle(struct flow_draft *draft)
{
    int rows[FLOW_DRAFT_NODES], columns[FLOW_DRAFT_NODES];
    struct making *making = make(draft, NULL);
    bool has_all = true, has_none = true;

    if (!making)
        return -ENOMEM;
    for (size_t i = 0; i < making->scene.box_count; i++) {
        has_all &= has_place(&making->boxes[i]);
        has_none &= !has_place(&making->boxes[i]);
    }
    int rc = has_all ? 0 : find_places(making, has_none, rows, columns);
    free(making);
    return has_all || rc < 0 ? rc : flow_draft_place(draft, rows, columns);
}
