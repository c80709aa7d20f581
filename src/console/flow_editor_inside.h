/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the editor share. Nobody else includes it. */

#ifndef CONSOLE_FLOW_EDITOR_INSIDE_H
#define CONSOLE_FLOW_EDITOR_INSIDE_H

#include "console/flow_check.h"
#include "console/flow_editor.h"
#include "console/flow_scene.h"
#include "core/event.h"

/* What arrows and Enter do. */
enum flow_mode {
    FLOW_SELECTS, /* go from box to box */
    FLOW_MOVES,   /* move what is selected */
    FLOW_AIMS,    /* look for where an exit leads */
};

enum {
    FLOW_LAID = 20000, /* effort for arrows in a frame; the rest comes later */
    FLOW_WIDE_COLUMNS = 110, /* from here on there are panes beside it */
    FLOW_WIDE_ROWS = 30,     /* and below */
    FLOW_FOUND_SIZE = 128,
    FLOW_SAID = 256, /* a flow has no more than that: see web/flow_gate.h */
};

struct flow_editor {
    struct program *program;
    struct event_flow_set was; /* as stored when it was read */
    struct flow_draft *draft;  /* NULL: not here yet */
    struct flow_counts counts; /* of today */
    int64_t counted_us;        /* when they were asked for */
    bool is_counting;          /* ... and are not here yet */
    bool is_held[TOPIC_COUNT]; /* rows that nodes may refer to */
    struct canvas *canvas, *small;
    struct safe_text complaint; /* why it is not here */
    struct canvas_view view;    /* as drawn last */
    struct canvas_view small_view;
    int view_row, view_column; /* where that is on the screen */
    struct flow_palette {      /* types to add, a row each, on the screen */
        int row, column, columns;
        int count;                     /* 0: it is not shown */
        int outline_row, outline_rows; /* nodes below, a row each */
        int outline_first;             /* index of the first one */
    } palette;
    bool is_small; /* the overview is shown */
    bool is_moved; /* the view is to follow the selected box */

    int selected;                 /* number of a node */
    int marked[FLOW_DRAFT_NODES]; /* besides, to be moved and deleted */
    size_t marked_count;
    enum flow_mode mode;
    size_t moves_from;     /* steps there were when moving began */
    struct flow_exit exit; /* that is being led somewhere; its to is NULL */
    int aim;               /* number of the node it may lead to */
    char found[FLOW_FOUND_SIZE]; /* what is looked for; "" */

    struct flow_problem seen[FLOW_PROBLEMS]; /* found here */
    size_t seen_count;
    struct flow_sums sums;
    struct flow_problem said[FLOW_SAID]; /* by the server, at last */
    struct safe_text refused; /* why it was not published, as it was said */
    size_t said_count;
    uint64_t said_stamp;   /* of the draft: what was said is about that */
    uint64_t stored_stamp; /* ... and the server has that */
    uint64_t sent_stamp;   /* ... or may have it in a moment */
    int asking;            /* answers to come: the last one counts */
    bool is_refused;       /* ... and says why it was not published */
    const struct flow_problem *problems[FLOW_PROBLEMS + FLOW_SAID];
    size_t problem_count, problem_at; /* both, each once */
    bool is_sent; /* what changes it, or asks for its text */
    bool closes;  /* when it is stored */
};

extern const struct view_kind flow_editor_kind;

/** Lets go of the rows that nodes may refer to. */
void flow_editor_let_go(struct flow_editor *editor);

/** Puts what has changed on the canvases, and checks it. After each change. */
void flow_editor_follow(struct flow_editor *editor);

/** Asks how many callers took which way today, unless that was asked a moment
 *  ago: arrows say it from then on. */
void flow_editor_count(struct flow_editor *editor);

/** The index of the selected node; -ENOENT: there are none. */
int flow_editor_index(const struct flow_editor *editor);

/** Selects a node by its index, and shows it. */
void flow_editor_select(struct flow_editor *editor, int index);

/** Says that there is no memory for it, when rc is below 0. @return whether */
bool flow_editor_failed(struct flow_editor *editor, int rc);

/* Changes, each with its question where one is needed. */
void flow_editor_add(struct flow_editor *editor);

/** Adds a node beside the selected one, if flows of this type have it. */
void flow_editor_add_beside(struct flow_editor *editor, enum node_type type);

/** Adds a node at a spot of the plane, or below what stands there. */
void flow_editor_add_at(struct flow_editor *editor, enum node_type type,
                        struct canvas_spot spot);
void flow_editor_connect(struct flow_editor *editor);
void flow_editor_lead(struct flow_editor *editor, int index);
void flow_editor_lead_to(struct flow_editor *editor, const char *to);
void flow_editor_remove(struct flow_editor *editor);
void flow_editor_type(struct flow_editor *editor);

/** Asks what a call may take in it. @return 0, -ENOMEM or that of ui_push() */
int flow_editor_limits(struct flow_editor *editor);
void flow_editor_shift(struct flow_editor *editor, int rows, int columns);

/**
 * Opens the selected node in a form. What is typed becomes one step of the
 * draft when it is kept.
 *
 * @return 0, -ENOMEM, or that of ui_push()
 */
int flow_editor_form(struct flow_editor *editor);

/** Whether such a form is open that holds what is in no node yet. */
bool flow_editor_form_is_dirty(const struct program *program);

/**
 * Opens a test run over the editor. The server tries what was saved last, with
 * the same machine that leads real callers: nothing rings. Each key is a new try
 * with one key more, so that a step back is a try with one less.
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_editor_try(struct flow_editor *editor);

/** ... with a call as a test has it; kept, it is that test again. */
int flow_editor_try_test(struct flow_editor *editor, size_t index);

/**
 * Has the server ring one's own phone, and lead it through what was saved last,
 * in that language; what was changed since is to be saved before.
 */
void flow_editor_call(struct flow_editor *editor, enum speech language);

/** The language of the screen, as callers hear it. */
enum speech flow_editor_speech(const struct flow_editor *editor);

/**
 * Lists the tests, with what comes of each.
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_editor_tests(struct flow_editor *editor);

/** A step back, or on again. */
void flow_editor_turn(struct flow_editor *editor, bool is_back);

/** Takes movement; of struct view_kind. */
bool flow_editor_input(void *editor, const struct input *input);

/** Ends moving and aiming as an action says; any other action does, too.
 *  @return whether it was one of these alone */
bool flow_editor_end_mode(struct flow_editor *editor, int action);

/** Takes a click, a drag or the wheel. @return whether it was for it */
bool flow_editor_mouse(struct flow_editor *editor, const struct input *input);

/** Notes what is stored now, as the server answers. */
void flow_editor_stored(struct flow_editor *editor, const struct json_t *flow);

/** Sends it; what comes of it is a message, or a question. */
void flow_editor_save(struct flow_editor *editor);

/** Drops the draft, when that is meant, and shows what callers go through. */
void flow_editor_discard(struct flow_editor *editor);

/** Asks for the text anew; what was changed is gone when it is here, and so are
 *  the screens above. Until then, and when it cannot be had, all stays. */
void flow_editor_fetch(struct flow_editor *editor);

/* Problems: one list for the line below the picture, for the pane and for the
   key that goes from one to the next: what was found here, and what the server
   said of the draft as it is now. What it said of the draft as it was is not
   shown, until a step back leads there. */

/** Lists them anew. After each change, and when the server has said more. */
void flow_editor_list(struct flow_editor *editor);

/** What the server refused to save, of a node (0: of the flow), in its words:
 *  all that it said of the draft for now. */
void flow_editor_hear(struct flow_editor *editor, int number,
                      const char *words);

/** Asks what stands against the publication of what is stored. is_refused: it
 *  was tried, and the first of them is a message, too. */
void flow_editor_ask_problems(struct flow_editor *editor, bool is_refused);

/** Goes to the next one. */
void flow_editor_next_problem(struct flow_editor *editor);

/** Asks the server to lead callers into what was saved; what stands against it
 *  is listed. */
void flow_editor_publish(struct flow_editor *editor);

/** Draws all of it. */
void flow_editor_draw(void *editor, const struct surface *surface);

/* The panes beside and below the picture. */
void flow_editor_draw_palette(struct flow_editor *editor,
                              const struct surface *surface);
void flow_editor_draw_inspector(const struct flow_editor *editor,
                                const struct surface *surface);
void flow_editor_draw_problems(const struct flow_editor *editor,
                               const struct surface *surface);

#endif
