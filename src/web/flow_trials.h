/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that are tried: by their tests, and by calls that are made up. */

#ifndef WEB_FLOW_TRIALS_H
#define WEB_FLOW_TRIALS_H

#include "web/flow_job.h"

void flow_trials_test(struct exchange *exchange);
void flow_trials_try(struct exchange *exchange);

/**
 * Runs a test of a flow that was read whole.
 *
 * @param ret_trial  on success
 *
 * @return 0, -ENOMEM, or -EINVAL: the flow cannot be run
 */
int flow_trials_run(struct exchange *exchange, struct flow_job *job,
                    const struct flow_test *test, struct trial *ret_trial);

#endif
