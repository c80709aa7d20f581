/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as heights and lengths; the number itself always stands beside. */

#ifndef TUI_CHART_H
#define TUI_CHART_H

#include <stdint.h>

#include "tui/surface.h"

/* A value that is not known; drawn as a gap. */
#define CHART_UNKNOWN INT64_MIN

/**
 * Draws a bar: filled up to a share of its cells.
 *
 * @param permille  below 0 is 0, above 1,000 all
 */
void chart_bar(const struct surface *surface, struct place place,
               struct look look, int permille);

/* A row of values, the newest last. */
struct series {
    const int64_t *values;
    size_t count;
    int64_t top; /* value of the full height; 0: the largest of them */
};

/** Draws one row of small columns; more values than cells: the newest. */
void chart_spark(const struct surface *surface, struct place place,
                 struct look look, const struct series *series);

/** Fills a surface with columns, each value as wide as fits evenly. */
void chart_columns(const struct surface *surface, struct look look,
                   const struct series *series);

enum { WAVE_MARKS = 16 };

/* Sound as its peaks, from 0 to 255, of two sides of a call, or of one. */
struct wave {
    const uint8_t *peaks[2];
    const char *names[2]; /* msgids, before each; the second NULL: there is
                             one side, and the marks are below it */
    size_t count;
    size_t position; /* of the player, an index into the peaks */
    bool has_position;
    struct wave_mark {
        size_t at;
        enum glyph glyph;
        struct safe_text text;
    } marks[WAVE_MARKS];
    int mark_count;
};

enum { WAVE_ROWS = 3 }; /* two sides, and the marks below */

/** Draws the sides over the whole width of a surface. */
void chart_wave(const struct surface *surface, const struct wave *wave);

/* Work that takes its time. */
struct progress {
    struct safe_text name;
    int permille;
    int64_t left_s; /* below 0: nobody knows */
    bool can_cancel;
};

/** Draws it in one row: name, bar, percent, the time that is left. */
void chart_progress(const struct surface *surface, int row,
                    const struct progress *progress);

/**
 * Draws a number in the middle of a surface as large as fits: 7 rows, 3 rows
 * of half blocks, or plain bold. Digits, and : . , - besides.
 *
 * @param words  such as "3:52"; "–" for what is not known
 */
void chart_digits(const struct surface *surface, struct look look,
                  const char *words);

/** Draws names side by side, as " Queues │ Skills "; one is the open one. It is
 *  always in sight; where there are more, to the left or right, is "…". */
void chart_tabs(const struct surface *surface, int row,
                const char *const *msgids, int count, int selected);

#endif
