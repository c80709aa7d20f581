/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that runs out for some threads of a running program. */

#ifndef TESTS_WEB_STARVE_H
#define TESTS_WEB_STARVE_H

/*
 * A program that links with this needs the linker's
 * -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=pthread_create. All
 * threads but the first starve, until starve_spare_new_threads().
 */

/** Lets each so-many-th allocation of those threads fail; 0: none. */
void starve_set(int every);

/** Threads that are made from now on have memory. */
void starve_spare_new_threads(void);

/** Debian's jansson 2.14 crashes when memory ends while it reads: spare it. */
void starve_spare_jansson(void);

#endif
