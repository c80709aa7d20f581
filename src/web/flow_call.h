/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that flows are tried with, as the body of a request tells. */

#ifndef WEB_FLOW_CALL_H
#define WEB_FLOW_CALL_H

#include "web/flow_job.h"

/**
 * Reads the call from the body. What is wrong is answered, at its field.
 *
 * @param test  all of it 0 before
 *
 * @return whether the test can be run
 */
bool flow_call_read(struct exchange *exchange, const struct flow_job *job,
                    struct flow_test *test);

#endif
