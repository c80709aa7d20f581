/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes on a plane larger than the screen, and arrows that find their way. */

#ifndef TUI_CANVAS_H
#define TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/canvas_line.h"
#include "tui/surface.h"

/*
 * A scene is boxes and arrows. An arrow leaves its box on the right, at one of
 * the rows inside, and enters the other on the left, or from above or below. It
 * runs across and down only, around boxes, with few bends and crossings; arrows
 * that lead to the same box may share the last part of their way. The ways are
 * searched cell by cell with A* (Hart, Nilsson, Raphael 1968), a bend and a
 * crossing costing like so many cells.
 *
 * A new scene is compared with the one before: only arrows that a change has
 * touched are laid anew, and only where somebody looks. Rows and columns of
 * the plane count from 0; a canvas needs no terminal.
 */
enum {
    CANVAS_BOXES = 256,
    CANVAS_ARROWS = 4096,
    CANVAS_ROWS = 8192, /* of the plane */
    CANVAS_COLUMNS = 16384,
    CANVAS_BOX_ROWS = 64,
    CANVAS_BOX_COLUMNS = 64,
    CANVAS_LABEL_SIZE = 16,
    CANVAS_NOWHERE = -1,
    CANVAS_END = -2, /* nowhere, and that is meant */
};

struct canvas_box {
    int id; /* unlike any other's */
    int row, column;
    int rows, columns; /* with its frame; one row: it has none */
};

struct canvas_arrow {
    int from; /* index of a box */
    int to;   /* likewise; CANVAS_NOWHERE: it dangles; CANVAS_END: it ends */
    int port; /* row of its box, counted from its upper edge */
    char label[CANVAS_LABEL_SIZE]; /* safe text in UTF-8, or ""; where it does
                                      not fit, its first word stands alone */
};

struct canvas_scene {
    const struct canvas_box *boxes;
    size_t box_count;
    const struct canvas_arrow *arrows;
    size_t arrow_count;
};

struct canvas;

/** Makes an empty one; -ENOMEM. Release with canvas_free(). */
int canvas_new(struct canvas **ret_canvas);

/** Releases it; NULL is fine. Returns NULL. */
struct canvas *canvas_free(struct canvas *canvas);

/**
 * Puts a scene in place of the one before. O(boxes^2 + arrows), and for each
 * arrow that a changed box may be in the way of, its length.
 *
 * @param scene  copied; boxes outside the plane are moved to its edge
 *
 * @return 0, or -E2BIG: it is larger than the limits, nothing has changed
 */
int canvas_set(struct canvas *canvas, const struct canvas_scene *scene);

/** The boxes as they are; index below canvas_count(). */
size_t canvas_count(const struct canvas *canvas);
const struct canvas_box *canvas_box(const struct canvas *canvas, size_t index);

/** The index of an id; -ENOENT. */
int canvas_find(const struct canvas *canvas, int id);

/** The rows and columns that boxes take, from 0 on. */
void canvas_extent(const struct canvas *canvas, int *ret_rows,
                   int *ret_columns);

/**
 * The nearest box in a direction from another's middle.
 *
 * @return its index, or -ENOENT: there is none
 */
int canvas_neighbour(const struct canvas *canvas, size_t index,
                     enum canvas_way way);

/** The box at a place of the plane, the last one drawn; -ENOENT. */
int canvas_hit(const struct canvas *canvas, int row, int column);

/** A part of the plane, as it is looked at. */
struct canvas_view {
    int top, left;
    int rows, columns;
};

/** Moves a view as little as needed for a box to be all in it. */
void canvas_reveal(const struct canvas *canvas, size_t index,
                   struct canvas_view *view);

/**
 * Lays arrows that have no way yet and may be in the view.
 *
 * @param effort  places to look at, at most, for a frame that must not wait:
 *                an arrow that needs more is gone on with the next time
 *
 * @return how many are left; 0: all that can be seen has its way
 */
size_t canvas_lay(struct canvas *canvas, const struct canvas_view *view,
                  size_t effort);

/** How many searches there have been; for tests of what a change touches. */
uint64_t canvas_searches(const struct canvas *canvas);

/** How often arrows cross each other, and those that found no free way. O(n^2
 *  of their parts): for tests. */
void canvas_blemishes(const struct canvas *canvas, size_t *ret_crossings,
                      size_t *ret_forced);

/* How boxes look inside. */
struct canvas_face {
    /** Draws what is in a frame. */
    void (*inside)(void *arg, int id, const struct surface *surface);
    /** What stands in the upper edge; a box without a frame is that alone. */
    void (*title)(void *arg, int id, struct safe_text *ret_title);
    void *arg;
    int selected;      /* id; below 0: none */
    const int *others; /* ids that are selected besides; or NULL */
    size_t other_count;
};

/** Draws the view into a surface, ways included as far as they are laid. */
void canvas_draw(struct canvas *canvas, const struct surface *surface,
                 const struct canvas_view *view,
                 const struct canvas_face *face);

enum { CANVAS_GRID = 2 }; /* boxes stand at every second column */

/**
 * Arranges a scene in layers from the left to the right (Sugiyama, Tagawa,
 * Toda 1981): a box stands right of those that lead to it, arrows back apart;
 * in a layer the order follows the neighbours' middle.
 *
 * @param ret_spots  for each box
 *
 * @return 0, -ENOMEM, or -E2BIG as canvas_set()
 */
int canvas_arrange(const struct canvas_scene *scene,
                   struct canvas_spot *ret_spots);

#endif
