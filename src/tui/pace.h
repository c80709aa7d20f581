/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the next frame is due: sums only, the present is an argument. */

#ifndef TUI_PACE_H
#define TUI_PACE_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Frames for a key, or a call that rings, are due at once. Frames for data come
 * at most every frame_us; a second where the window has not the focus; four
 * times as slowly on a slow link, and eight times on a very slow one. Far away, each ends with a question to the terminal, and the
 * next waits for the answer: so at most one frame is under way, however slow
 * the line. Where the first question finds no answer within a second, frames
 * come once a second, and no more is asked; unless the answer comes after all,
 * since a first frame may take a line some seconds.
 */

enum link_class {
    LINK_FAST, /* answers within 80 ms */
    LINK_SLOW, /* within 400 ms */
    LINK_VERY_SLOW,
};

enum {
    PACE_UNFOCUSED_US = 1000000,
    PACE_MUTE_US = 1000000, /* nobody answers: so often */
    PACE_FIRST_ANSWER_US = 1000000,
    PACE_ANSWER_US = 3000000,
    PACE_SLOW_US = 80000,
    PACE_VERY_SLOW_US = 400000,
    PACE_SLOW_FACTOR = 4,
    PACE_VERY_SLOW_FACTOR = 8,
    PACE_CALM_TICK_S = 10, /* the same where motion is reduced */
    PACE_SLOW_TICK_S = 5,  /* seconds are shown so often on a slow link */
};

struct pace {
    int64_t frame_us;
    bool asks;       /* far away, and the terminal has not been mute */
    bool is_mute;    /* far away, and it has */
    bool is_waiting; /* for an answer */
    bool has_answered;
    bool is_unfocused;
    int64_t asked_us;
    int64_t shown_us;      /* the last frame of data */
    int64_t round_trip_us; /* of the last answer */
};

/** Begins: the first frame is due at once. */
void pace_init(struct pace *pace, int64_t frame_us, bool is_remote);

/** When a frame of data is due; below or at now: now. */
int64_t pace_due_us(struct pace *pace, int64_t now_us);

/**
 * A frame has been built.
 *
 * @param is_quiet  it was for a key, or had nothing new: nothing is asked
 *
 * @return whether it ends with a question
 */
bool pace_shown(struct pace *pace, int64_t now_us, bool is_quiet);

/** The terminal has answered. */
void pace_answered(struct pace *pace, int64_t now_us);

/** The window got or lost the focus. */
void pace_focus(struct pace *pace, bool has_focus);

enum link_class pace_link(const struct pace *pace);

/** Whether this second of wall time is one that is shown. */
bool pace_ticks(const struct pace *pace, int64_t wall_us);

/** Whether time alone may move the screen in this second of wall time. */
bool pace_moves(int64_t wall_us, bool is_calm);

#endif
