/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrapped allocations, and wrapped threads that know whether they starve. */

#include "tests/web/starve.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include <jansson.h>

static atomic_int hungry;
static atomic_int allocations;
static _Thread_local bool may_starve;
static bool threads_starve = true; /* those that are made now */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *), void *arg);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *), void *arg);

static bool is_refused(void)
{
    int every = atomic_load(&hungry);

    return every > 0 && may_starve &&
           atomic_fetch_add(&allocations, 1) % every == 0;
}

void *__wrap_malloc(size_t size)
{
    return is_refused() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
    return is_refused() ? NULL : __real_realloc(block, size);
}

struct start {
    void *(*run)(void *);
    void *arg;
    bool may_starve;
};

static void *begin(void *arg)
{
    struct start start = *(struct start *)arg;

    free(arg);
    may_starve = start.may_starve;
    return start.run(start.arg);
}

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
                          void *(*run)(void *), void *arg)
{
    struct start *start = malloc(sizeof(*start));

    if (!start)
        return ENOMEM;
    *start = (struct start){ run, arg, threads_starve };
    return __real_pthread_create(thread, attributes, begin, start);
}

void starve_set(int every)
{
    atomic_store(&hungry, every);
}

void starve_spare_new_threads(void)
{
    threads_starve = false;
}

void starve_spare_jansson(void)
{
    json_set_alloc_funcs(__real_malloc, free);
}
