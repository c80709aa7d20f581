/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second core that a trial goes through, and who does: for trial*.c. */

#ifndef CORE_TRIAL_INSIDE_H
#define CORE_TRIAL_INSIDE_H

#include "core/core.h"
#include "core/trial.h"

/* What it is built of. */
struct trial_house {
    const struct state *floor;
    uint64_t flow_id; /* in question */
    const struct flow_program *program;
    enum speech language;
    const struct trial_programs *programs; /* or NULL */
};

/**
 * Builds it: every number leads into the flow in question.
 *
 * @return 0, -ENOMEM, or -EINVAL; on failure the core, if any, is the caller's
 */
int trial_house_build(const struct trial_house *house, struct core **ret_core);

/**
 * trial_staff.c: puts agents, their phones and what they serve into a state,
 * everybody signed out; and the ways to the outside.
 *
 * @return 0, -ENOMEM, or -EBADMSG
 */
int trial_staff_load(const struct state *floor, struct state *state);

/* Who goes through it, and what the core has asked for. */
struct trial_run {
    const struct flow_test *test;
    const struct flow_program *program;
    uint64_t flow_id;
    uint64_t at_flow_id; /* where the contact is */
    struct core *core;
    struct outbox outbox;
    int64_t began_us;
    int64_t now_us;
    uint64_t play;     /* the serial of the PLAY not answered yet; 0: none */
    uint64_t answer;   /* ... of the ANSWER */
    uint64_t look_up;  /* ... of the LOOK_UP */
    uint64_t beep;     /* ... of the BEEP */
    uint64_t dial;     /* ... of the DIAL */
    uint64_t bridge;   /* ... of the BRIDGE */
    uint64_t records;  /* the recording under way; 0: none */
    bool is_said;      /* ... has been told to end */
    bool has_spoken;   /* ... there is something in it */
    size_t input;      /* the next one */
    const char *keys;  /* the rest of the one being pressed */
    int64_t keys_step; /* the step that it is for */
    struct trial *trial;
};

/* trial_staff.c: signs in whom the test wants signed in, closes the queues of
   nodes that it wants broken, and takes away the trunks that it wants lost. */
int trial_staff_begin(struct trial_run *run);

/* trial.c: @return 0 or -ENOMEM; a refusal is no failure */
int trial_give(struct trial_run *run, const struct command *command);

/* trial_note.c: notes the way, and what is to be answered; empties the outbox. */
void trial_take_note(struct trial_run *run);

#endif
