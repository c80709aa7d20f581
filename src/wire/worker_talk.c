/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outcomes' texts. */

#include "wire/worker_talk.h"

#include <assert.h>

#include "base/mark.h"

const char *worker_outcome_text(enum worker_outcome outcome)
{
    static const char *const texts[] = {
#define OUTCOME(CODE, says) says,
#include "wire/worker_outcome.def"
    };

    assert((unsigned)outcome < worker_outcome_count);

    return texts[outcome];
}
