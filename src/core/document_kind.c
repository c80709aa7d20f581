/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each kind of document is called in events and commands. */

#include "core/command.h"

#include <assert.h>

#include "core/record_table.h"

/* One line made both, so one record tells of both. */
#define DOCUMENT(CODE, name, doc)                                              \
    _Static_assert(sizeof(struct event_##name##_set) ==                        \
                       sizeof(struct command_set_##name),                      \
                   "a document is the same in command and event");
#include "core/document_names.def"

/* clang-format off */
#define DOCUMENT(CODE, name, doc)                                              \
    static const struct document_kind_info *name##_info(void)                  \
    {                                                                          \
        typedef struct event_##name##_set record_type;                         \
        static const char record_name[] = #name;                               \
        static const char record_doc[] = doc;                                  \
        enum {                                                                 \
            set_event = EVENT_##CODE##_SET,                                    \
            removed_event = EVENT_##CODE##_REMOVED,                            \
            set_command = COMMAND_SET_##CODE,                                  \
            remove_command = COMMAND_REMOVE_##CODE,                            \
        };                                                                     \
        static const struct field record_fields[] = {
#define FIELD   RECORD_FIELD
#define SETTING RECORD_SETTING
#define END                                                                    \
        RECORD_MADE                                                            \
        static const struct document_kind_info info = {                        \
            record_name,                                                       \
            &record,                                                           \
            (enum event_type)set_event,                                        \
            (enum event_type)removed_event,                                    \
            (enum command_type)set_command,                                    \
            (enum command_type)remove_command,                                 \
        };                                                                     \
        return &info;                                                          \
    }
#include "core/document.def"
#undef FIELD
#undef END
/* clang-format on */

const struct document_kind_info *document_kind_info(enum document_kind kind)
{
    switch (kind) {
#define DOCUMENT(CODE, name, doc)                                              \
    case DOCUMENT_##CODE:                                                      \
        return name##_info();
#include "core/document_names.def"
    }

    assert(false && "no such kind of document");
    return NULL;
}
