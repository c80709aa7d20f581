/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows read back from the store, for what is done with their text. */

#ifndef WEB_FLOW_JOB_H
#define WEB_FLOW_JOB_H

#include "core/trial.h"
#include "web/exchange.h"
#include "wire/flow_text.h"

/* A text that was read. The flow is complete but for names: it has numbers. */
struct flow_job {
    struct exchange_job base;
    struct event_flow_set flow; /* as it was when it was asked */
    struct digest digest;       /* of the text that is wanted */
    bool is_whole;              /* programs of other flows are wanted, too */
    bool is_given;              /* the text is, and is not read */
    void (*then)(struct exchange *exchange, struct flow_job *job);

    struct flow_text *text; /* with that digest */
    struct flow_list *others;
    int rc;
};

/**
 * Reads a text as a draft, which every flow can be, and goes on. What cannot be
 * read is answered without it.
 *
 * @param digest    of the text; "" is answered NO_DRAFT
 * @param is_whole  with the programs of the other flows: see flow_job_programs()
 */
void flow_job_ask(struct exchange *exchange, const struct event_flow_set *flow,
                  const char *digest, bool is_whole,
                  void (*then)(struct exchange *exchange,
                               struct flow_job *job));

/**
 * The same with a text that is not stored yet.
 *
 * @param text  taken over, whatever happens
 */
void flow_job_take(struct exchange *exchange, const struct event_flow_set *flow,
                   struct flow_text *text,
                   void (*then)(struct exchange *exchange,
                                struct flow_job *job));

/** The text that is worked on: the draft's, or without one that published. */
const char *flow_job_latest(const struct event_flow_set *flow);

/** The other flows that were read with it, for trials: good as long as it. */
struct trial_programs flow_job_programs(struct flow_job *job);

/** Who knows what numbers stand for. */
struct flow_names flow_job_names(const struct exchange *exchange);

#endif
