/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker has said, which is not trusted. */

#ifndef JOBS_WORKER_ANSWER_H
#define JOBS_WORKER_ANSWER_H

#include "jobs/worker.h"

/**
 * Reads an answer: its head, see wire/worker_talk.h, and as many samples behind
 * it as that says, to the byte.
 *
 * @param ret_result  on success; free its samples
 *
 * @return 0, or -EPROTO: it is none, or -ENOMEM
 */
int worker_answer_read(const void *bytes, size_t length,
                       struct worker_result *ret_result);

#endif
