/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes, extensions, and the outside line. */

#include "core/number_plan.h"

#include <string.h>

#include "core/state_search.h"

static const struct feature_row {
    const char *code;
    enum feature feature;
} features[] = {
#define FEATURE(CODE, code, doc) { code, FEATURE_##CODE },
#include "core/feature.def"
};

static uint64_t find_extension(const struct state *state,
                               enum document_kind kind, const char *number)
{
    const struct field *field =
        record_field(document_kind_info(kind)->record, "extension");

    for (size_t i = 0; i < state_document_count(state, kind); i++) {
        const void *document = state_document_at(state, kind, i);
        const char *extension = field_get_text(field, document);

        if (extension[0] && strcmp(extension, number) == 0)
            return ((const struct document_head *)document)->id;
    }

    return 0;
}

uint64_t box_with_extension(const struct state *state, const char *number)
{
    return find_extension(state, DOCUMENT_BOX, number);
}

/* One more digit may follow the code of a pause, and an extension that of any
   box. */
static bool may_follow(enum feature feature, const char *behind)
{
    if (feature == FEATURE_ANY_BOX)
        return strspn(behind, "0123456789") == strlen(behind);

    return !behind[0] || (feature == FEATURE_PAUSE && !behind[1]);
}

static bool find_feature(const struct state *state, const char *number,
                         struct planned *planned)
{
    for (size_t i = 0; i < sizeof(features) / sizeof(features[0]); i++) {
        size_t length = strlen(features[i].code);

        if (strncmp(number, features[i].code, length) != 0 ||
            !may_follow(features[i].feature, number + length))
            continue;

        planned->kind = PLAN_FEATURE;
        planned->feature = features[i].feature;
        planned->key = number[length];
        if (planned->feature == FEATURE_ANY_BOX && planned->key)
            planned->id = box_with_extension(state, number + length);
        return true;
    }

    return false;
}

static bool find_inside(const struct state *state, const char *number,
                        struct planned *planned)
{
    planned->id = find_extension(state, DOCUMENT_AGENT, number);
    planned->kind = PLAN_AGENT;
    if (planned->id)
        return true;

    planned->id = find_extension(state, DOCUMENT_QUEUE, number);
    planned->kind = PLAN_QUEUE;
    if (planned->id)
        return true;

    planned->id = find_extension(state, DOCUMENT_BOX, number);
    planned->kind = PLAN_BOX;
    return planned->id != 0;
}

static struct planned plan_outside(const struct state *state,
                                   uint64_t device_id, const char *number)
{
    const struct event_device_set *device = state_device(state, device_id);
    const char *prefix = device ? device->line_prefix.text : "";
    size_t length = strlen(prefix);
    struct planned planned = { .kind = PLAN_OUTSIDE };

    if (strncmp(number, prefix, length) != 0)
        return (struct planned){ .kind = PLAN_NOTHING };

    memcpy(planned.number.text, number + length, strlen(number + length));
    return planned;
}

struct planned plan_number(const struct state *state, uint64_t device_id,
                           const char *number)
{
    struct planned planned = { .kind = PLAN_NOTHING };

    if (find_feature(state, number, &planned) ||
        find_inside(state, number, &planned))
        return planned;

    return plan_outside(state, device_id, number);
}

enum refusal check_extension(const struct turn *turn, enum document_kind kind,
                             uint64_t id, const struct phone_number *extension)
{
    const char *text = extension->text;
    static const enum document_kind kinds[] = { DOCUMENT_AGENT, DOCUMENT_QUEUE,
                                                DOCUMENT_BOX };

    if (!text[0])
        return REFUSED_NOT;
    if (!strchr("0123456789", text[0]))
        return REFUSED_BAD_EXTENSION;
    if (state_entry_with(turn->state, text, 0))
        return REFUSED_EXTENSION_TAKEN;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        uint64_t owner_id = find_extension(turn->state, kinds[i], text);

        if (owner_id && !(kinds[i] == kind && owner_id == id))
            return REFUSED_EXTENSION_TAKEN;
    }

    return REFUSED_NOT;
}
