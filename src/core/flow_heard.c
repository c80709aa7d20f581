/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of any type of node, by their names. */

#include "core/flow_heard.h"

#include <assert.h>
#include <stdio.h>

struct flow_prompt flow_node_prompt(const struct flow_node *node)
{
    assert(node);

    const struct record *record = node_rule(node->type)->record;
    const struct field *name = record_field(record, "prompt");
    const struct field *id = record_field(record, "prompt_id");
    struct flow_prompt prompt = { .id = 0 };

    if (name && id) {
        (void)snprintf(prompt.name.text, sizeof(prompt.name.text), "%s",
                       field_get_text(name, &node->as));
        prompt.id = (uint64_t)field_get_integer(id, &node->as);
    }

    return prompt;
}

const char *flow_prompt_setting(enum node_prompt which)
{
    static const char *const settings[node_prompt_count] = {
        [NODE_PROMPT] = "prompt",
        [NODE_PROMPT_AGAIN] = "again_prompt",
        [NODE_PROMPT_INVALID] = "invalid_prompt",
        [NODE_PROMPT_TIMEOUT] = "timeout_prompt",
    };

    assert((unsigned)which < node_prompt_count);
    return settings[which];
}

struct flow_prompt flow_node_prompt_at(const struct flow_node *node,
                                       enum node_prompt which)
{
    assert(node);

    const struct field *name =
        record_field(node_rule(node->type)->record, flow_prompt_setting(which));
    struct flow_prompt prompt = { .id = 0 };

    if (which == NODE_PROMPT)
        return flow_node_prompt(node);
    if (name)
        (void)snprintf(prompt.name.text, sizeof(prompt.name.text), "%s",
                       field_get_text(name, &node->as));
    return prompt;
}

const struct field *flow_text_field(enum node_type type, enum speech language)
{
    static const char *const fields[speech_count] = {
        [SPEAKS_EN] = "text_en",
        [SPEAKS_ES] = "text_es",
        [SPEAKS_CS] = "text_cs",
    };

    return record_field(node_rule(type)->record, fields[language]);
}

static const char *text_in(const struct flow_node *node, enum speech language)
{
    const struct field *field = flow_text_field(node->type, language);

    return field ? field_get_text(field, &node->as) : "";
}

const char *flow_node_text(const struct flow_node *node, enum speech language)
{
    assert(node);

    const char *text = text_in(node, language);

    for (int i = 0; !text[0] && i < speech_count; i++)
        text = text_in(node, (enum speech)i);
    return text;
}

bool node_has_words(enum node_type type)
{
    return type == NODE_ASK_LANGUAGE;
}

bool flow_node_barges_in(const struct flow_node *node)
{
    assert(node);

    const struct field *field =
        record_field(node_rule(node->type)->record, "barge_in");

    return !field || field_get_integer(field, &node->as) != 0;
}
