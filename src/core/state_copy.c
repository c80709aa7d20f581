/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads what another state shows, as from a snapshot. */

#include "core/state_copy.h"

#include <assert.h>

static int copy_documents(const struct state *state, enum document_kind kind,
                          struct state *copy)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < state_document_count(state, kind); i++)
        rc = state_load_document(copy, kind, state_document_at(state, kind, i));

    return rc;
}

static int copy_rows(const struct state *state, enum row_kind kind,
                     struct state *copy)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < state_row_count(state, kind); i++)
        rc = state_load_row(copy, kind, state_row_at(state, kind, i));

    return rc;
}

int state_copy(const struct state *state, struct state **ret_copy)
{
    assert(state && ret_copy);

    struct state *copy = NULL;
    int rc = state_new(&copy);

    for (int i = 0; rc == 0 && i < document_kind_count; i++)
        rc = copy_documents(state, (enum document_kind)i, copy);
    for (int i = 0; rc == 0 && i < (int)ROW_KIND_COUNT; i++)
        rc = copy_rows(state, (enum row_kind)i, copy);
    if (rc == 0)
        rc = state_load_end(copy);
    if (rc < 0) {
        state_free(copy);
        return rc;
    }

    *ret_copy = copy;
    return 0;
}
