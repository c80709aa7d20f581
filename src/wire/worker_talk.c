/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks' names and the outcomes' texts. */

#include "wire/worker_talk.h"

#include <assert.h>

#include "base/mark.h"

const char *worker_task_name(enum worker_task task)
{
    static const char *const names[] = {
        [WORKER_SPEAK] = "speak",
        [WORKER_CONVERT] = "convert",
    };

    assert((unsigned)task < worker_task_count);

    return names[task];
}

const char *worker_outcome_text(enum worker_outcome outcome)
{
    static const char *const texts[] = {
#define OUTCOME(CODE, says) says,
#include "wire/worker_outcome.def"
    };

    assert((unsigned)outcome < worker_outcome_count);

    return texts[outcome];
}
