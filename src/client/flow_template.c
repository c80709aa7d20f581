/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where templates of flows lie. */

#include "client/flow_template.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/record.h"

enum { ROOM_OF_NAME = 80 };

/* The rule of names knows no separator, and no dot in front. */
static bool is_name(const char *text)
{
    static const struct field rule = { .name = "name",
                                       .kind = FIELD_NAME,
                                       .size = sizeof(struct name) };
    struct name name = { "" };

    return *text && field_set_text(&rule, &name, text) == 0 &&
           field_is_valid(&rule, &name);
}

int flow_template_path(const char *name, char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    assert(name && ret_path);
    const char *share = getenv("CCLITE_SHARE_DIR");

    if (!is_name(name))
        return -ENOENT;
    (void)snprintf(ret_path, FLOW_TEMPLATE_PATH_SIZE, "%.*s/flows/%s.json",
                   FLOW_TEMPLATE_PATH_SIZE - ROOM_OF_NAME,
                   share ? share : SHARE_DIR, name);
    return 0;
}
