/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one gate before callers are led into a text. */

#ifndef WEB_FLOW_GATE_H
#define WEB_FLOW_GATE_H

#include "core/flow_problem.h"
#include "web/flow_job.h"

/* What is wrong with a text that was read whole. */
struct flow_problem_list {
    struct flow_problem rows[FLOW_MAX_PROBLEMS + FLOW_MAX_TESTS];
    size_t count;
};

/**
 * Looks for it; the tests within are run where nothing else stands against it,
 * for they say nothing about a flow that cannot be run anyway.
 *
 * @return 0 or -ENOMEM
 */
int flow_gate_find(struct exchange *exchange, struct flow_job *job,
                   struct flow_problem_list *list);

/** The same without what the tests within say: what stands against its being
 *  heard at all. */
void flow_gate_find_in_nodes(struct exchange *exchange, struct flow_job *job,
                             struct flow_problem_list *list);

/** Refuses a text for the first of its problems, of which there are some. */
void flow_gate_refuse(struct exchange *exchange,
                      const struct flow_problem_list *list);

/** Publishes a text, or refuses it for the first of its problems; answers. */
void flow_gate_pass(struct exchange *exchange, struct flow_job *job);

/**
 * The same with a text that was sent, which is stored then.
 *
 * @param flow  as it will be but for version and digests
 * @param text  taken over, whatever happens
 */
void flow_gate_pass_text(struct exchange *exchange,
                         const struct event_flow_set *flow,
                         struct flow_text *text);

#endif
