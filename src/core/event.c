/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from the event table: records, erasure and the text encoder. */

#include "core/event.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/line.h"
#include "core/record_table.h"

/* clang-format off */
#define EVENT(CODE, name, doc) RECORD_BEGIN(event_##name, #name, doc)
#define FIELD   RECORD_FIELD
#define SETTING RECORD_SETTING
#define LATER_SETTING RECORD_SETTING
#define END     RECORD_END
#include "core/event.def"
/* clang-format on */

const struct record *event_record(unsigned type)
{
    switch (type) {
#define EVENT(CODE, name, doc)                                                 \
    case EVENT_##CODE:                                                         \
        return event_##name##_record();
#include "core/event.def"
    default:
        return NULL;
    }
}

int event_find(const char *name)
{
    assert(name);

    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        if (strcmp(event_record(type)->name, name) == 0)
            return (int)type;

    return -ENOENT;
}

void event_erase_private(struct event *event)
{
    assert(event && event_record(event->type));

    const struct record *record = event_record(event->type);

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->privacy == PRIVATE)
            memset((char *)&event->as + field->offset, 0, field->size);
    }
}

/* chosen 7 for 5 s of 3: "7:chosen:5000000/chosen=1,busy=2" */
static void write_candidates(struct line *line,
                             const struct candidates *candidates)
{
    const char *between = "";

    for (uint32_t i = 0; i < candidates->row_count; i++) {
        const struct candidate *row = &candidates->rows[i];

        line_add(line, "%s%" PRIu64 ":%s:%" PRId64, between, row->agent_id,
                 word_spell(&word_list_verdict, (int)row->verdict),
                 row->for_us);
        if (row->skill_id)
            line_add(line, ":%" PRIu64 ":%" PRIu32 "<%" PRIu32, row->skill_id,
                     row->level, row->needed);
        between = ",";
    }

    between = "/";
    for (int i = 0; i < verdict_count; i++) {
        if (candidates->counts[i] == 0)
            continue;

        line_add(line, "%s%s=%" PRIu32, between,
                 word_spell(&word_list_verdict, i), candidates->counts[i]);
        between = ",";
    }
}

static void write_field(struct line *line, const struct field *field,
                        const void *record)
{
    if (field_is_text(field)) {
        line_add_quoted(line, field_get_text(field, record));
        return;
    }

    if (field->kind == FIELD_CANDIDATES) {
        write_candidates(line,
                         (const void *)((const char *)record + field->offset));
        return;
    }

    int64_t value = field_get_integer(field, record);

    if (field->kind == FIELD_WORD)
        line_add(line, "%s", word_spell(field->words, (int)value));
    else if (field->kind == FIELD_ID)
        line_add(line, "%" PRIu64, (uint64_t)value);
    else
        line_add(line, "%" PRId64, value);
}

static bool is_shown(const struct field *field, enum event_view view)
{
    return field->privacy == PUBLIC || view == EVENT_WHOLE;
}

size_t event_encode(const struct event *event, enum event_view view,
                    char ret_text[EVENT_TEXT_SIZE])
{
    assert(event && event_record(event->type));

    const struct record *record = event_record(event->type);
    struct line line = { .text = ret_text, .size = EVENT_TEXT_SIZE };

    line_add(&line, "%" PRIu64 " %" PRId64 " %" PRIu64 " %s", event->seq,
             event->at_us, event->by, record->name);

    for (size_t i = 0; i < record->field_count; i++) {
        line_add(&line, " %s=", record->fields[i].name);
        if (is_shown(&record->fields[i], view))
            write_field(&line, &record->fields[i], &event->as);
        else
            line_add(&line, "-");
    }

    return line.length;
}
