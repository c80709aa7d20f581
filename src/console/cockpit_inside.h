/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the cockpit share. Nobody else includes it. */

#ifndef CONSOLE_COCKPIT_INSIDE_H
#define CONSOLE_COCKPIT_INSIDE_H

#include "console/cockpit.h"
#include "console/roll.h"
#include "console/wallboard_gather.h"
#include "tui/split.h"

enum cockpit_pane {
    PANE_CALLS,
    PANE_AGENTS,
    PANE_QUEUES,
    PANE_ALERTS,
    PANE_COUNT,
};

enum { COCKPIT_ROLLS = PANE_ALERTS };

/* The figures of the strip, and what they were in the last minutes. */
enum cockpit_figure {
    FIGURE_CALLS,
    FIGURE_WAITING,
    FIGURE_LEVEL,
    FIGURE_ABANDONED,
    FIGURE_HANDLING,
    FIGURE_READY,
    FIGURE_COUNT,
};

enum { TREND_STEPS = 8, TREND_STEP_S = 60 };

struct cockpit_trend {
    int64_t due_us; /* when the next step begins; 0: none has */
    size_t count;
    int64_t values[FIGURE_COUNT][TREND_STEPS]; /* the newest last */
};

enum { STRIP_ROWS = 4, STRIP_COLUMNS = 120 }; /* and from which width on */

/* Where a pane is on the screen, its title included. */
struct cockpit_area {
    int top, left;
    int rows, columns; /* 0: it is not shown */
};

struct cockpit {
    struct program *program;
    struct roll *rolls[COCKPIT_ROLLS];
    enum cockpit_pane pane; /* has the keys */
    uint64_t subject_id;    /* of a question or menu that is open */
    int columns;            /* of the screen, as drawn last */
    struct cockpit_area areas[PANE_COUNT]; /* as drawn last */
    int pages; /* rows the list of alerts has been scrolled */
    struct cockpit_trend trend;
    int64_t shown_us;              /* in the first frame; 0: none yet */
    uint64_t seen[COCKPIT_ALERTS]; /* keys of alerts, see cockpit_note_alerts */
    int seen_count, new_count;
};

extern const struct view_kind cockpit_kind;

/* The border between agents and queues, and between alerts and what is
 * selected below it. */
extern const struct split cockpit_split;

/** Draws all of it, as the size allows. */
void cockpit_draw(void *cockpit, const struct surface *surface);

/** All queues as figures; NULL: no memory. Release with free(). */
struct figures *cockpit_gather(const struct program *program,
                               struct wallboard *board);

/** The strip of figures with their trends, and below what is shown of all. */
void cockpit_draw_strip(struct cockpit *cockpit, const struct surface *surface);

/** Names the team and the queue that are shown; "": all. */
void cockpit_name_floor(const struct program *program,
                        struct safe_text *ret_team,
                        struct safe_text *ret_queue);

/** The row of figures above the panes, and the list of alerts. */
void cockpit_draw_figures(const struct program *program,
                          const struct surface *surface);
void cockpit_draw_alerts(struct cockpit *cockpit,
                         const struct surface *surface);

/**
 * Counts alerts for the header, and those that are new: neither there when the
 * cockpit was opened, nor while the list had the keys.
 */
void cockpit_note_alerts(struct cockpit *cockpit,
                         const struct cockpit_alert *alerts, int count);

/** More about what is selected. */
void cockpit_draw_selected(struct cockpit *cockpit,
                           const struct surface *surface);

/** The selected agent; NULL: none is. */
const struct topic_agents *cockpit_agent(struct cockpit *cockpit);

/** Asks for the new state of the selected agent, which there is. */
void cockpit_ask_state(struct cockpit *cockpit);

/** Carries out what a supervisor does; whether it is one of these actions. */
bool cockpit_act(struct cockpit *cockpit, int action);

#endif
