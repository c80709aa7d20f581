/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker says, as bytes and behind a good magic: taken are as many
   samples as there are, or none of it. */

#include <errno.h>
#include <string.h>

#include "jobs/worker_answer.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const uint8_t *bytes, size_t size)
{
    struct worker_result result = { .count = 77 };
    int rc = worker_answer_read(bytes, size, &result);

    CLAIM(rc == 0 || (rc == -EPROTO && result.count == 77));
    if (rc < 0)
        return;

    CLAIM(result.outcome < worker_outcome_count);
    CLAIM(size == sizeof(struct worker_answer) + 2 * result.count);
    CLAIM((result.outcome == WORKER_DONE) == (result.count > 0));
    CLAIM(!result.samples == !result.count);
    CLAIM(!result.samples ||
          memcmp(result.samples, bytes + sizeof(struct worker_answer),
                 2 * result.count) == 0);
    free(result.samples);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint32_t magic = WORKER_MAGIC;
    uint8_t *bytes = malloc(sizeof(magic) + size);

    CLAIM(bytes);
    memcpy(bytes, &magic, sizeof(magic));
    if (size > 0)
        memcpy(bytes + sizeof(magic), data, size);
    look_at(bytes, sizeof(magic) + size);
    look_at(bytes + sizeof(magic), size);
    free(bytes);
    return 0;
}
