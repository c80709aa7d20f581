/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes allocations fail on demand, and counts those not yet freed. */

#ifndef TESTS_FAILING_ALLOC_H
#define TESTS_FAILING_ALLOC_H

/*
 * A test that links with this file needs the linker's
 * -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free. Allocations made
 * inside shared libraries are not affected.
 */

enum {
    FAIL_NO_ALLOC = -1,
};

/** From now on looks for these bytes in every block that is given back, or may
 *  be moved by realloc(). NULL: no longer. Borrowed; ends with a NUL. */
void watch_freed(const char *bytes);

/** Counts the blocks that had them. */
int seen_freed(void);

/**
 * Lets the next allocations succeed and fails every one after them.
 *
 * @param successes  how many succeed, or FAIL_NO_ALLOC to end the trouble
 */
void fail_alloc_after(int successes);

/**
 * Counts the blocks allocated and not yet freed.
 */
int live_blocks(void);

#endif
