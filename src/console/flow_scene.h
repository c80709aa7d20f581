/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as boxes and arrows. */

#ifndef CONSOLE_FLOW_SCENE_H
#define CONSOLE_FLOW_SCENE_H

#include "console/flow_counts.h"
#include "console/flow_draft.h"
#include "tui/canvas.h"

/*
 * A node is a box with its number and what it is called; inside, what it does,
 * then a line for each exit. Exits beside each other that lead to the same node
 * share a line. The plain exit leaves at the first line.
 */
enum { FLOW_LINES = FLOW_EXITS + 1, FLOW_BOX_CELLS = 20 };

struct flow_line {
    uint32_t exits; /* bits by the order of flow_kind_exits(); 0: none */
    bool is_first;  /* says what the node does */
};

/** The lines of a node's box. @return how many */
size_t flow_scene_lines(const struct flow_draft *draft, size_t index,
                        struct flow_line ret_lines[FLOW_LINES]);

/** What stands in one; program NULL: names as they are in the text. */
void flow_scene_word(const struct program *program,
                     const struct flow_draft *draft, size_t index,
                     const struct flow_line *line, enum language language,
                     struct safe_text *ret_text);

/** Its title, without the number: a label, or what its type is called. */
void flow_scene_title(const struct flow_draft *draft, size_t index,
                      enum language language, struct safe_text *ret_title);

/** Puts the flow on a canvas; ids are numbers of nodes. Arrows say how many
 *  callers took them today, unless counts is NULL. @return 0 or -ENOMEM */
int flow_scene_set(const struct flow_draft *draft,
                   const struct flow_counts *counts, struct canvas *canvas);

/** Arranges nodes: all, as one step; or those that have no place, as none.
 *  @return 0 or -ENOMEM */
int flow_scene_arrange(struct flow_draft *draft);
int flow_scene_settle(struct flow_draft *draft);

/** Draws the inside of a box into its surface; of struct canvas_face. */
void flow_scene_draw(const struct program *program,
                     const struct flow_draft *draft, int number,
                     const struct surface *surface);

/* The overview: nodes as numbers, closer together. */
enum { FLOW_SMALL_ROWS = 3, FLOW_SMALL_COLUMNS = 4 }; /* one of so many */

/** Puts the small picture on a canvas. @return 0 or -ENOMEM */
int flow_scene_set_small(const struct flow_draft *draft, struct canvas *canvas);

#endif
