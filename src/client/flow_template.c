/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where templates of flows lie. */

#include "client/flow_template.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = { "identify", "main", "survey" };

enum { COUNT = sizeof(names) / sizeof(names[0]), ROOM_OF_NAME = 64 };

int flow_template_path(const char *name, char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    assert(name && ret_path);
    const char *share = getenv("CCLITE_SHARE_DIR");
    size_t n = 0;

    while (n < COUNT && strcmp(name, names[n]) != 0)
        n++;
    if (n == COUNT)
        return -ENOENT;

    (void)snprintf(ret_path, FLOW_TEMPLATE_PATH_SIZE, "%.*s/flows/%s.json",
                   FLOW_TEMPLATE_PATH_SIZE - ROOM_OF_NAME,
                   share ? share : SHARE_DIR, names[n]);
    return 0;
}
