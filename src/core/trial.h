/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caller who does not exist goes through a flow, in no time. */

#ifndef CORE_TRIAL_H
#define CORE_TRIAL_H

#include "core/flow_test.h"
#include "core/state.h"

/*
 * The machine is the very core that serves callers: a second one, with the
 * queues, flows and prompts of the first and nothing else, lives through the
 * call, and its effects are answered as the test says. A prompt takes three
 * seconds, and time passes only where something waits for it.
 */
enum { TRIAL_MAX_STEPS = FLOW_MAX_STEPS };

/* One step of the way. */
struct trial_step {
    uint64_t flow_id;
    int node; /* of that flow */
    struct name name;
    enum node_type type;
    int64_t after_us; /* since the call came */
    bool is_over;
    enum step_exit exit;     /* how it ended */
    struct name reason;      /* of an error, a code of the API's; or "" */
    char key[FLOW_KEY_SIZE]; /* of the choice that was taken, or "" */
    size_t input;       /* of the test's, that it took: 1, 2, ...; 0: none */
    struct digits keys; /* of it, that were pressed */
    bool is_masked;     /* ... which nobody is to see */
    bool waits_on;      /* it would have taken more of them */
    struct note set;    /* variables: lines name=value, as many as there is
                                room for; of a masked one dots */
    struct flow_prompt plays;
    struct note says; /* with values in braces: see lang/sentence.h */
    enum speech language;
};

struct trial {
    struct trial_step steps[TRIAL_MAX_STEPS];
    size_t count;
    enum contact_place place;     /* where the contact was at last */
    enum end_cause cause;         /* when that is ENDED */
    uint64_t queue_id;            /* when it is a queue */
    struct candidates candidates; /* ... who could take it, of those whom the
                                     test has signed in */
    int64_t took_us;
};

/* Where the programs of other flows come from, for those that lead into them:
   NULL is fine, and so is an answer of NULL; then such a flow fails. */
struct trial_programs {
    const struct flow_program *(*find)(void *arg, const char *digest);
    void *arg;
    const struct rule_book *book; /* zones and caller lists; NULL: UTC, none */
};

/**
 * Lets a caller go through a flow. O(steps * documents).
 *
 * @param floor     whose documents are used; nothing of it is changed
 * @param flow_id   the flow whose version this is; 0: of a new one
 * @param programs  may be NULL
 * @param ret_trial on success
 *
 * @return 0, -ENOMEM, or -EINVAL: the flow cannot be run
 */
int trial_run(const struct state *floor, uint64_t flow_id,
              const struct flow_program *program, const struct flow_test *test,
              const struct trial_programs *programs, struct trial *ret_trial);

/**
 * Compares the way with the one that the test expects: only steps of the flow
 * itself count.
 *
 * @param ret_at  the first place of the path that differs; may be NULL
 *
 * @return whether they are the same, or none is expected
 */
bool trial_is_as_expected(const struct trial *trial, uint64_t flow_id,
                          const struct flow_test *test, size_t *ret_at);

#endif
