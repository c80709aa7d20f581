/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the agent's screen share; for them alone. */

#ifndef CONSOLE_DESK_INSIDE_H
#define CONSOLE_DESK_INSIDE_H

#include "console/desk_caller.h"
#include "console/program.h"
#include "console/wrap_up.h"
#include "tui/notes.h"
#include "wire/shape.h"
#include "wire/value.h"

enum {
    DESK_PREVIOUS = 5,
    DESK_RECENT = 6,
    DESK_NOTE_BYTES = 511,  /* what the server keeps of a note */
    DESK_SAVE_US = 2000000, /* after the last key */
    DESK_SMALL_ROWS = 15,   /* fewer, or fewer columns: one pane */
    DESK_SMALL_COLUMNS = 76,
};

struct desk {
    struct program *program;

    /* of the contact that rings, talks or is wrapped up */
    uint64_t contact_id; /* 0: there is none */
    struct desk_caller caller;
    struct shape_previous previous[DESK_PREVIOUS];
    int previous_count; /* -1: not told yet */
    struct safe_text path;
    bool has_asked_again; /* for the path, once it must be there */
    int end_asks;         /* how often it was asked who ended it */
    bool is_end_told;
    enum end_cause end;

    struct notes *notes;
    uint64_t edited_contact;      /* whose notes are in an editor */
    bool is_writing;              /* the notes have the focus */
    bool could_write, in_wrap_up; /* at the last look */
    bool is_unsaved;
    int64_t written_us, saved_us; /* the last key; the last time it was kept */

    struct wrap_up wrap_up;

    /* what was before */
    struct shape_contact recent[DESK_RECENT];
    int recent_count;
};

/* The agent's row; never NULL while a face other than the idle one is drawn. */
static inline const struct topic_agents *desk_agent(const struct desk *desk)
{
    return program_agent_fields(desk->program);
}

#endif
