/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs in a sorted array. */

#include "core/flow_claim.h"
#include "core/library.h"
#include "core/state.h"

#include <assert.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct library {
    struct flow_program **programs;
    size_t count;
    size_t room;
};

int library_new(struct library **ret_library)
{
    assert(ret_library);

    struct library *library = calloc(1, sizeof(*library));
    if (!library)
        return -ENOMEM;

    *ret_library = library;
    return 0;
}

struct library *library_free(struct library *library)
{
    if (!library)
        return NULL;

    for (size_t i = 0; i < library->count; i++)
        free(library->programs[i]);

    free(library->programs);
    free(library);
    return NULL;
}

/* Where the digest is, or would be. */
static size_t place_of(const struct library *library, const char *digest)
{
    size_t low = 0;
    size_t high = library->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (strcmp(library->programs[middle]->digest.text, digest) < 0)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

const struct flow_program *library_find(const struct library *library,
                                        const char *digest)
{
    assert(library && digest);

    size_t place = place_of(library, digest);

    if (place == library->count ||
        strcmp(library->programs[place]->digest.text, digest) != 0)
        return NULL;

    return library->programs[place];
}

static int make_room(struct library *library)
{
    if (library->count < library->room)
        return 0;

    size_t room = 2 * library->room + 8;
    struct flow_program **programs =
        realloc(library->programs, room * sizeof(*programs));
    if (!programs)
        return -ENOMEM;

    library->programs = programs;
    library->room = room;
    return 0;
}

/* Without the nodes it does not use, which are most. */
static struct flow_program *copy_of(const struct flow_program *program)
{
    size_t size = offsetof(struct flow_program, nodes) +
                  program->node_count * sizeof(program->nodes[0]);
    struct flow_program *copy = malloc(size);
    if (!copy)
        return NULL;

    memcpy(copy, program, size);
    return copy;
}

int library_add(struct library *library, const struct flow_program *program)
{
    assert(library && program);

    size_t node;

    if (flow_broken_claim(program, &node))
        return -EINVAL;
    if (library_find(library, program->digest.text))
        return 0;
    if (library->count == LIBRARY_MAX_PROGRAMS)
        return -ENOSPC;

    int rc = make_room(library);
    if (rc < 0)
        return rc;

    struct flow_program *copy = copy_of(program);
    if (!copy)
        return -ENOMEM;

    size_t place = place_of(library, program->digest.text);

    memmove(&library->programs[place + 1], &library->programs[place],
            (library->count - place) * sizeof(library->programs[0]));
    library->programs[place] = copy;
    library->count++;
    return 0;
}

/* What is in use. */

typedef void take_digest(void *arg, const char *digest);

static void each_named(const struct state *state, take_digest *take, void *arg)
{
    static const struct {
        enum row_kind kind;
        size_t offset;
    } namings[] = {
        { ROW_RUN, offsetof(struct run_row, flow_digest) },
        { ROW_RETURN, offsetof(struct return_row, flow_digest) },
        { ROW_VISIT, offsetof(struct visit_row, flow_digest) },
    };

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_FLOW); i++) {
        const struct event_flow_set *flow =
            state_document_at(state, DOCUMENT_FLOW, i);

        take(arg, flow->digest.text);
    }
    for (size_t i = 0; i < sizeof(namings) / sizeof(namings[0]); i++)
        for (size_t j = 0; j < state_row_count(state, namings[i].kind); j++) {
            const char *row = state_row_at(state, namings[i].kind, j);
            const struct digest *digest =
                (const void *)(row + namings[i].offset);

            take(arg, digest->text);
        }
}

struct search {
    const char *digest;
    bool is_found;
};

static void compare(void *arg, const char *digest)
{
    struct search *search = arg;

    search->is_found |= strcmp(digest, search->digest) == 0;
}

bool state_names_program(const struct state *state, const char *digest)
{
    assert(state && digest);

    struct search search = { digest, false };

    each_named(state, compare, &search);
    return search.is_found;
}

struct marking {
    const struct library *library;
    bool *is_named; /* of each program */
};

static void mark(void *arg, const char *digest)
{
    const struct marking *marking = arg;

    if (library_find(marking->library, digest))
        marking->is_named[place_of(marking->library, digest)] = true;
}

int library_drop_unused(struct library *library, const struct state *state)
{
    assert(library && state);

    struct marking marking = { library, calloc(library->count + 1, 1) };
    size_t kept = 0;

    if (!marking.is_named)
        return -ENOMEM;

    each_named(state, mark, &marking);
    for (size_t i = 0; i < library->count; i++)
        if (marking.is_named[i])
            library->programs[kept++] = library->programs[i];
        else
            free(library->programs[i]);

    library->count = kept;
    free(marking.is_named);
    return 0;
}
