/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line for each row. */

#include "console/upload_rejects.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/difference.h"
#include "wire/value.h"

enum { PAGE_LINES = 8 };

struct upload_rejects {
    struct program *program;
    int64_t count; /* of all, whether they are told or not */
    char *lines;   /* owned */
    int top;
};

/* "-   12  Write nothing but a number here." NULL: out of memory */
static char *print_lines(const struct json_t *rows)
{
    char *lines = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&lines, &length);

    if (!out)
        return NULL;
    for (size_t i = 0; i < value_count(rows); i++) {
        const struct json_t *row = value_at(rows, i);
        const char *fix = value_get_text(row, "fix");

        fprintf(out, "- %5lld  %s\n",
                (long long)value_get_integer(row, "row", 0), fix ? fix : "");
    }
    if (fclose(out) != 0) {
        free(lines);
        return NULL;
    }
    return lines;
}

static void rejects_draw(void *state, const struct surface *surface)
{
    struct upload_rejects *rejects = state;
    struct surface low =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    struct safe_text title;

    safe_text_format(&title,
                     surface_say(surface, N_("Rows refused: %lld. Nothing of "
                                             "the table is taken.")),
                     (long long)rejects->count);
    surface_rule(surface, 0, title.text, NULL);
    difference_draw(&low, rejects->lines, &rejects->top);
}

static bool rejects_input(void *state, const struct input *input)
{
    struct upload_rejects *rejects = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;
    int by = stroke == STROKE_UP          ? -1
             : stroke == STROKE_DOWN      ? 1
             : stroke == STROKE_PAGE_UP   ? -PAGE_LINES
             : stroke == STROKE_PAGE_DOWN ? PAGE_LINES
                                          : 0;

    rejects->top = rejects->top + by > 0 ? rejects->top + by : 0;
    return by != 0;
}

static void rejects_free(void *state)
{
    struct upload_rejects *rejects = state;

    free(rejects->lines);
    free(rejects);
}

static const struct view_kind rejects_kind = {
    .name = N_("Rows refused"),
    .draw = rejects_draw,
    .input = rejects_input,
    .free = rejects_free,
};

int upload_rejects_open(struct program *program, const struct json_t *problem)
{
    assert(program);
    const struct json_t *rows = value_get(problem, "rejected");
    struct upload_rejects *rejects;

    if (value_count(rows) == 0)
        return -ENODATA;
    rejects = calloc(1, sizeof(*rejects));
    if (!rejects)
        return -ENOMEM;
    rejects->program = program;
    rejects->count = value_get_integer(problem, "rejected_count", 0);
    rejects->lines = print_lines(rows);
    if (!rejects->lines) {
        free(rejects);
        return -ENOMEM;
    }
    return ui_push(program->ui, &rejects_kind, rejects);
}
