/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from the command table. */

#include "core/command.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/record_table.h"

/* clang-format off */
#define COMMAND(CODE, name, who, doc) RECORD_BEGIN(command_##name, #name, doc)
#define FIELD   RECORD_FIELD
#define SETTING RECORD_SETTING
#define KEPT    RECORD_KEPT
#define END     RECORD_END
#include "core/command.def"
/* clang-format on */

const struct record *command_record(unsigned type)
{
    switch (type) {
#define COMMAND(CODE, name, who, doc)                                          \
    case COMMAND_##CODE:                                                       \
        return command_##name##_record();
#include "core/command.def"
    default:
        return NULL;
    }
}

enum command_source command_source(enum command_type type)
{
    static const enum command_source sources[] = {
#define COMMAND(CODE, name, who, doc) [COMMAND_##CODE] = who,
#include "core/command.def"
    };

    assert((size_t)type < sizeof(sources) / sizeof(sources[0]));
    return sources[type];
}

int command_find(const char *name)
{
    assert(name);

    for (unsigned type = 0; type < COMMAND_TYPE_COUNT; type++)
        if (strcmp(command_record(type)->name, name) == 0)
            return (int)type;

    return -ENOENT;
}
