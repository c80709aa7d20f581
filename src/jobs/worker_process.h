/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting cclite-worker. */

#ifndef JOBS_WORKER_PROCESS_H
#define JOBS_WORKER_PROCESS_H

#include <sys/types.h>

/**
 * Starts a worker. It has a pipe each way, an empty environment, no other
 * descriptor of ours, and signals as a new process expects them.
 *
 * @param program  absolute path
 * @param ret_in   where it reads; does not block
 * @param ret_out  where it writes; does not block
 * @param ret_pid  to be waited for
 *
 * @return 0, or a negative errno: -ENOENT, -EACCES, -EAGAIN, -ENOMEM, -EMFILE
 */
int worker_process_start(const char *program, int *ret_in, int *ret_out,
                         pid_t *ret_pid);

#endif
