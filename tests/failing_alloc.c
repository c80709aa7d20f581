/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The linker sends every call of malloc(), calloc() and free() here. */

#include "tests/failing_alloc.h"

#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void __real_free(void *block);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
void __wrap_free(void *block);

/* Asked for by one thread, while no other one frees. */
static const char *watched;
static int seen;

static void look_at(const void *block)
{
    const char *bytes = block;
    size_t size = watched && block ? malloc_usable_size((void *)block) : 0;
    size_t length = watched ? strlen(watched) : 0;

    for (size_t i = 0; i + length <= size && length > 0; i++)
        if (memcmp(bytes + i, watched, length) == 0) {
            seen++;
            return;
        }
}

/* Several threads may count; one at a time makes trouble. */
static atomic_int successes_left = FAIL_NO_ALLOC;
static atomic_int live;

static bool fails_now(void)
{
    if (successes_left == FAIL_NO_ALLOC)
        return false;

    if (successes_left == 0)
        return true;

    successes_left--;
    return false;
}

static void *counted(void *block)
{
    live += block != NULL;
    return block;
}

void *__wrap_malloc(size_t size)
{
    return fails_now() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails_now() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_realloc(void *block, size_t size)
{
    if (fails_now())
        return NULL;

    look_at(block);
    live += block == NULL;
    return __real_realloc(block, size);
}

void __wrap_free(void *block)
{
    look_at(block);
    live -= block != NULL;
    __real_free(block);
}

void fail_alloc_after(int successes)
{
    successes_left = successes;
}

int live_blocks(void)
{
    return live;
}

void watch_freed(const char *bytes)
{
    watched = bytes;
    seen = 0;
}

int seen_freed(void)
{
    return seen;
}
