/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each number is held against what else is known. */

#include "jobs/worker_answer.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

int worker_answer_read(const void *bytes, size_t length,
                       struct worker_result *ret_result)
{
    struct worker_answer answer;
    struct worker_result result = { .samples = NULL };

    assert(bytes || length == 0);
    assert(ret_result);

    if (length < sizeof(answer))
        return -EPROTO;

    memcpy(&answer, bytes, sizeof(answer));
    size_t rest = length - sizeof(answer);
    bool is_done = answer.outcome == WORKER_DONE;

    if (answer.magic != WORKER_MAGIC ||
        answer.outcome >= worker_outcome_count ||
        answer.samples > WORKER_MAX_SAMPLES ||
        is_done != (answer.samples > 0) ||
        rest != answer.samples * sizeof(*result.samples))
        return -EPROTO;

    result.outcome = (enum worker_outcome)answer.outcome;
    result.count = answer.samples;
    if (is_done) {
        result.samples = malloc(rest);
        if (!result.samples)
            return -ENOMEM;
        memcpy(result.samples, (const char *)bytes + sizeof(answer), rest);
    }
    *ret_result = result;
    return 0;
}
