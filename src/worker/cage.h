/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker may do: compute, read what it needs, and answer. */

#ifndef WORKER_CAGE_H
#define WORKER_CAGE_H

/* Seconds of CPU, bytes of memory; see setrlimit(2). */
enum {
    CAGE_CPU_S = 10,
    CAGE_MEMORY_MIB = 256, /* not where sanitizers need terabytes of address */
};

/**
 * Gives rights away before anything is read: no memory above the limit, no
 * longer CPU time, no file written to, no dump of memory, no new rights by
 * programs that have them; root becomes nobody. It ends with the server.
 *
 * @return 0 or a negative errno
 */
int cage_enter(void);

/**
 * Leaves only the system calls that computing and answering take; any other
 * kills the process. Files may be opened for reading with `reads`: a voice
 * loads its dictionaries when a word asks for them.
 *
 * @return 0 or a negative errno
 */
int cage_lock(int reads);

#endif
