/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the matrix share. Nobody else includes it. */

#ifndef CONSOLE_MATRIX_INSIDE_H
#define CONSOLE_MATRIX_INSIDE_H

#include "console/program.h"
#include "console/served.h"
#include "tui/view.h"
#include "wire/shape.h"

/*
 * What is changed here is a list of edits until it is saved: the last one of a
 * cell says what it shall be. Columns are those of topics, by number; so are
 * rows, of those that the filter lets through. What is changed or marked and is
 * filtered away stays so. A cell's value is -1 where the agent has none. The rows of duties are agents,
 * or teams, whose members serve with them who are not assigned otherwise.
 */
enum {
    MATRIX_NONE = -1,
    MATRIX_EDITS = 512,
    MATRIX_MARKS = 128, /* agents that can be marked */
    MATRIX_WORDS = 128, /* bytes of the filter */
};

struct matrix_cell {
    uint64_t agent_id; /* or 0 */
    uint64_t team_id;  /* ... then of a team's row */
    uint64_t column_id;
};

struct matrix_edit {
    struct matrix_cell cell;
    int64_t value;
    int64_t delay_ms; /* of a duty */
};

struct matrix;

/* Levels, or assignments. */
struct matrix_kind {
    const char *name;    /* msgid */
    const char *covered; /* msgid: what is counted below */
    const char *help;    /* msgid: what keys do in a cell */
    enum topic columns;
    int64_t least, most;
    int64_t digit; /* what the key 1 sets; 2 twice that, and so on */
    int64_t step;  /* of + and - */
    int scope;     /* where those say what they do */
    int64_t counts_from, counts_to; /* a value that covers the column */
    bool has_duties; /* which have delays and ends, and are teams', too */
    enum route_id set, unset; /* to a value, and to none */

    /** What a cell is, by the server. */
    int64_t (*value)(const struct matrix *matrix, struct matrix_cell cell);

    /** After how much waiting a duty begins, by the server; NULL: no duties. */
    int64_t (*delay_ms)(const struct matrix *matrix, struct matrix_cell cell);

    /** Sends a change, and others with it that can be made by the same request;
     *  `matrix->sent` says which. @return whether it is on its way */
    bool (*send)(struct matrix *matrix, struct matrix_cell cell, int64_t value);
};

struct matrix {
    struct program *program;
    const struct matrix_kind *kind;
    char words[MATRIX_WORDS]; /* filter; "" */
    size_t *shown;            /* rows of the topic that it lets through */
    size_t shown_count, shown_room;
    size_t row, column;             /* the cell with the cursor */
    size_t first_row, first_column; /* in sight */
    uint64_t marks[MATRIX_MARKS];   /* agents */
    size_t mark_count;
    struct matrix_edit edits[MATRIX_EDITS];
    size_t edit_count;
    struct matrix_cell asked; /* whose delay is being chosen */
    bool is_of_teams;         /* the rows */
    bool is_until_chosen;     /* else each duty ends when it did */
    int64_t until_us;         /* 0: for good */
    bool is_leaving;          /* it was said that there are changes */

    /* saving */
    struct matrix_edit sent[MATRIX_EDITS];
    size_t sent_count, saved;
    size_t sent_parted, parted; /* that were the team's, and are no longer */
    bool is_saving;

    /* of levels: as they were fetched; owned */
    struct shape_level *levels;
    size_t level_count;
    bool is_asked;

    /* of duties: those of teams, likewise */
    struct shape_team_duty *team_duties;
    size_t team_duty_count;
};

extern const struct view_kind matrix_view;
extern const struct matrix_kind matrix_levels, matrix_duties;

/* matrix.c: how many there are, and which one is where. */
size_t matrix_rows(const struct matrix *matrix);
size_t matrix_columns(const struct matrix *matrix);
struct matrix_cell matrix_at(const struct matrix *matrix, size_t row,
                             size_t column);

/* matrix_filter.c: lets through what the filter says now; before each drawing
   and key. Agents are found by name, label and team, teams by their name. */
void matrix_refresh(struct matrix *matrix);
void matrix_filter(void *matrix, const char *words);

/* matrix.c: whether who is signed in has the right to what is saved here. */
bool matrix_may_change(const struct matrix *matrix);

/* matrix_edit.c */
int64_t matrix_value(const struct matrix *matrix, struct matrix_cell cell);
int64_t matrix_delay_ms(const struct matrix *matrix, struct matrix_cell cell);
bool matrix_is_changed(const struct matrix *matrix, struct matrix_cell cell);
size_t matrix_changes(const struct matrix *matrix);
void matrix_set(struct matrix *matrix, struct matrix_cell cell, int64_t value);
void matrix_set_delay(struct matrix *matrix, struct matrix_cell cell,
                      int64_t delay_ms);
void matrix_undo(struct matrix *matrix);
void matrix_forget(struct matrix *matrix, struct matrix_cell cell);
bool matrix_is_marked(const struct matrix *matrix, uint64_t agent_id);
void matrix_mark(struct matrix *matrix, uint64_t agent_id);
void matrix_copy_row(struct matrix *matrix);

/* matrix_save.c: all changes, one request after the other. */
void matrix_save(struct matrix *matrix);
void matrix_saved(void *matrix, const struct outcome *outcome);

/* matrix_fetch.c: levels, or the duties of teams, which no topic has; and what
   of them a cell is. */
void matrix_fetch(struct matrix *matrix);
int64_t matrix_level(const struct matrix *matrix, struct matrix_cell cell);
struct served matrix_team_duty(const struct matrix *matrix,
                               struct matrix_cell cell);

/* matrix_menu.c: until when, and after how much waiting. */
void matrix_ask_until(struct matrix *matrix);
void matrix_ask_delay(struct matrix *matrix);

/* matrix_until.c: until which moment, by the clock on the wall. */
void matrix_ask_moment(struct matrix *matrix);

/* matrix_cover.c: who is signed in and covers a column, before and after what
   is changed; those of a team go with it. */
void matrix_count_cover(const struct matrix *matrix, size_t column,
                        int64_t *ret_before, int64_t *ret_after);

/* ... the level of a skill from which one does: the highest that a queue demands
   of who joins it, or later; 0: none demands it. Of duties 0. */
int64_t matrix_demanded(const struct matrix *matrix, uint64_t column_id);

/* matrix_forecast.c: the service level of the queue with the cursor by Erlang C,
   in permille, for what has joined it in the last hour, and for those who are
   signed in and serve it, before and after what is changed. They serve no other
   one there, so it is the most that can be. @return whether enough is known */
bool matrix_forecast(const struct matrix *matrix, int64_t *ret_before,
                     int64_t *ret_after);

/* matrix_draw.c */
void matrix_draw(void *matrix, const struct surface *surface);

#endif
