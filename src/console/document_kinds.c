/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics, routes and columns of documents. */

#include "console/document_kinds.h"

#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "wire/setting.h"
#include "wire/word_label.h"

#define ROUTES(CODE)                                                           \
    ROUTE_##CODE##_CREATE, ROUTE_##CODE##_CHANGE, ROUTE_##CODE##_REMOVE

static const struct document_screen screens[] = {
    { DOCUMENT_QUEUE,
      TOPIC_QUEUE_SETTINGS,
      PERMISSION_QUEUE_SET,
      ROUTES(QUEUE),
      ROUTE_COUNT,
      N_("Queues"),
      { "name", "strategy", "service_level_ms", "max_wait_ms", "wrap_up" } },
    { DOCUMENT_USER,
      TOPIC_USERS,
      PERMISSION_USER_SET,
      ROUTES(USER),
      ROUTE_USER_PASSWORD,
      N_("Users"),
      { "name", "label", "role", "language", "enabled" } },
    { DOCUMENT_AGENT,
      TOPIC_AGENT_SETTINGS,
      PERMISSION_AGENT_SET,
      ROUTES(AGENT),
      ROUTE_COUNT,
      N_("Agents"),
      { "name", "label", "user_id", "device_id", "team_id" } },
    { DOCUMENT_DEVICE,
      TOPIC_DEVICES,
      PERMISSION_DEVICE_SET,
      ROUTES(DEVICE),
      ROUTE_DEVICE_PASSWORD,
      N_("Phones"),
      { "name", "label", "mode" } },
    { DOCUMENT_TRUNK,
      TOPIC_TRUNKS,
      PERMISSION_TRUNK_SET,
      ROUTES(TRUNK),
      ROUTE_COUNT,
      N_("Trunks"),
      { "name", "address", "transport", "max_channels", "outbound" } },
    { DOCUMENT_ENTRY,
      TOPIC_ENTRIES,
      PERMISSION_ENTRY_SET,
      ROUTES(ENTRY),
      ROUTE_COUNT,
      N_("Numbers"),
      { "name", "number", "flow_id", "trunk_id", "language" } },
    { DOCUMENT_PAUSE_REASON,
      TOPIC_PAUSE_REASONS,
      PERMISSION_PAUSE_REASON_SET,
      ROUTES(PAUSE_REASON),
      ROUTE_COUNT,
      N_("Pauses"),
      { "name", "label", "productive" } },
    { DOCUMENT_DISPOSITION,
      TOPIC_DISPOSITIONS,
      PERMISSION_DISPOSITION_SET,
      ROUTES(DISPOSITION),
      ROUTE_COUNT,
      N_("Dispositions"),
      { "name", "label" } },
};

const struct document_screen *document_screen_of(enum document_kind kind)
{
    for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++)
        if (screens[i].kind == kind)
            return &screens[i];
    return NULL;
}

static int topic_of(enum document_kind kind)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (topic_info((enum topic)topic)->document == (int)kind)
            return topic;
    return -ENOENT;
}

bool document_name(const struct program *program, enum document_kind kind,
                   uint64_t id, struct safe_text *ret_name)
{
    int topic = topic_of(kind);
    const struct replica_row *row =
        topic < 0 ? NULL
                  : replica_find(program_rows(program), (enum topic)topic, id);

    if (!row)
        return false;
    const struct record *record = document_kind_info(kind)->record;
    safe_text_copy(ret_name,
                   field_get_text(record_field(record, "name"), row->fields));
    return true;
}

int document_reference(const struct record *record, const struct field *field,
                       const void *data)
{
    const struct field *to = record_field(record, "overflow_to");

    if (field->kind != FIELD_ID || !field->is_setting)
        return -ENOENT;
    if (strcmp(field->name, "overflow_id") != 0 || !to)
        return route_reference(field->name);
    switch ((enum destination)field_get_integer(to, data)) {
    case TO_QUEUE:
        return DOCUMENT_QUEUE;
    case TO_FLOW:
        return DOCUMENT_FLOW;
    default:
        return -ENOENT;
    }
}

static void show_reference(const struct program *program,
                           const struct field *field, const void *data,
                           struct safe_text *ret_text)
{
    uint64_t id = (uint64_t)field_get_integer(field, data);
    int kind = route_reference(field->name);

    safe_text_copy(ret_text,
                   glyph_text(ui_style(program->ui)->tier, GLYPH_UNKNOWN));
    if (id == 0)
        return;
    safe_text_format(ret_text, "#%llu", (unsigned long long)id);
    if (kind >= 0)
        (void)document_name(program, (enum document_kind)kind, id, ret_text);
    else if (!document_name(program, DOCUMENT_QUEUE, id, ret_text))
        (void)document_name(program, DOCUMENT_FLOW, id, ret_text);
}

void document_show(const struct program *program, const struct field *field,
                   const void *data, struct safe_text *ret_text)
{
    char text[SETTING_TEXT_SIZE];

    if (field->kind == FIELD_ID) {
        show_reference(program, field, data, ret_text);
        return;
    }
    setting_format(field, data, text);
    if (field->kind == FIELD_FLAG)
        safe_text_copy(ret_text,
                       program_text(program, field_get_integer(field, data)
                                                 ? N_("yes")
                                                 : N_("no")));
    else if (field->kind == FIELD_WORD)
        safe_text_copy(ret_text,
                       program_text(program, word_label(field->words, text)));
    else
        safe_text_copy(ret_text, text);
}
