/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made from the effect table: its rows and the text encoder. */

#include "core/effect.h"

#include <assert.h>
#include <inttypes.h>

#include "base/line.h"

static const struct effect_rule rules[] = {
#define EFFECT(CODE, name, gate, answer_within_us, doc)                        \
    [EFFECT_##CODE] = { #name, gate, answer_within_us, doc },
#include "core/effect.def"
};

const struct effect_rule *effect_rule(enum effect_type type)
{
    assert((size_t)type < sizeof(rules) / sizeof(rules[0]));

    return &rules[type];
}

/* Whom it is about, with 0 for nobody left out. */
static void write_id(struct line *line, const char *name, uint64_t id)
{
    if (id != 0)
        line_add(line, " %s=%" PRIu64, name, id);
}

static void write_text(struct line *line, const char *name, const char *text)
{
    if (text[0] == '\0')
        return;

    line_add(line, " %s=", name);
    line_add_quoted(line, text);
}

static bool has_language(const struct effect *effect)
{
    return effect->type == EFFECT_PLAY || effect->type == EFFECT_SAY ||
           effect->type == EFFECT_PLAY_MUSIC || effect->type == EFFECT_HOLD ||
           effect->type == EFFECT_PARK_LEG;
}

size_t effect_encode(const struct effect *effect,
                     char ret_text[EFFECT_TEXT_SIZE])
{
    assert(effect);

    struct line line = { .text = ret_text, .size = EFFECT_TEXT_SIZE };

    line_add(&line, "+ %s start=%" PRId64 " serial=%" PRIu64 " due_us=%" PRId64,
             effect_rule(effect->type)->name, effect->start, effect->serial,
             effect->due_us);
    write_id(&line, "contact_id", effect->contact_id);
    write_id(&line, "call", effect->call);
    write_id(&line, "granted_by", effect->granted_by);
    write_id(&line, "other", effect->other);
    write_id(&line, "agent_id", effect->agent_id);
    write_id(&line, "device_id", effect->device_id);
    write_id(&line, "auto_answer", effect->auto_answer);
    write_id(&line, "is_help", effect->is_help);
    write_id(&line, "unheard", effect->unheard);
    write_id(&line, "step", (uint64_t)effect->step);
    write_id(&line, "code", (uint64_t)effect->code);
    if (has_language(effect))
        line_add(&line, " language=%s",
                 word_spell(&word_list_speech, (int)effect->language));
    write_id(&line, "silence_ms", (uint64_t)effect->silence_ms);
    write_text(&line, "prompt", effect->prompt.text);
    write_id(&line, "prompt_id", effect->prompt_id);
    write_text(&line, "number", effect->number.text);
    write_text(&line, "shown", effect->shown.text);
    for (size_t i = 0; i < WAY_OUT_TRUNKS; i++)
        write_id(&line, "trunk_id", effect->trunk_ids[i]);
    write_text(&line, "label", effect->label.text);
    write_text(&line, "text", effect->text.text);
    write_text(&line, "digits", effect->digits.text);
    write_id(&line, "lookup_id", effect->lookup_id);
    write_id(&line, "box_id", effect->box_id);
    write_id(&line, "recording_id", effect->recording_id);
    write_text(&line, "object", effect->object.text);
    return line.length;
}
