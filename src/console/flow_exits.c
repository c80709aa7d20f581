/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exits to fields and back. */

#include "console/flow_exits.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"

enum { ADD_ID = FLOW_EXITS + 1, TARGET_CELLS = 24 };

/* The first option is nowhere, then come the nodes. */

static int count_targets(const void *arg)
{
    return (int)flow_draft_count(arg) + 1;
}

static void word_target(const void *arg, int n, const struct style *style,
                        struct safe_text *ret_text)
{
    const struct flow_draft *draft = arg;

    if (n == 0) {
        safe_text_copy(ret_text, lang_text(style->language, N_("nowhere")));
        return;
    }
    const struct json_t *node = flow_draft_node(draft, (size_t)n - 1);
    safe_text_format(ret_text, "%d %s", flow_draft_number(draft, (size_t)n - 1),
                     flow_kind_title(node));
}

static bool has_choices(const struct flow_exits *exits)
{
    int type = flow_kind_of(exits->node);

    return type >= 0 && flow_kind_has_choices((enum node_type)type);
}

static int make_form(struct flow_exits *exits)
{
    struct form_field fields[FLOW_EXITS + 1];
    int count = 0;

    exits->count = flow_kind_exits(exits->node, exits->exits);
    for (size_t i = 0; i < exits->count; i++)
        fields[count++] = (struct form_field){
            .id = (int)i + 1,
            .kind = FORM_CHOICE,
            .label = flow_kind_exit_name(&exits->exits[i]),
            .cells = TARGET_CELLS,
            .options = count_targets,
            .option = word_target,
            .arg = exits->draft,
        };
    if (has_choices(exits) && exits->count < FLOW_EXITS)
        fields[count++] = (struct form_field){ .id = ADD_ID,
                                               .kind = FORM_TEXT,
                                               .label = N_("Add choice"),
                                               .cells = 12,
                                               .max = FLOW_KEY_SIZE - 1 };
    if (count == 0)
        fields[count++] = (struct form_field){ .id = ADD_ID,
                                               .kind = FORM_SHOWN,
                                               .label = N_("The call ends") };
    exits->form = form_free(exits->form);
    int rc = form_new(fields, count, &exits->form);
    for (size_t i = 0; rc == 0 && i < exits->count; i++)
        form_set_choice(
            exits->form, (int)i + 1,
            flow_draft_target(exits->draft, &exits->exits[i]) < 0
                ? 0
                : flow_draft_target(exits->draft, &exits->exits[i]) + 1);
    return rc;
}

int flow_exits_begin(struct flow_exits *exits, const struct flow_draft *draft,
                     const struct json_t *node)
{
    assert(exits && draft && node);
    *exits = (struct flow_exits){ .draft = draft, .node = value_share(node) };
    return make_form(exits);
}

void flow_exits_done(struct flow_exits *exits)
{
    form_free(exits->form);
    value_free(exits->node);
}

struct json_t *flow_exits_read(const struct flow_exits *exits)
{
    struct json_t *node = value_share(exits->node);

    for (size_t i = 0; i < exits->count && node; i++) {
        int n = form_choice(exits->form, (int)i + 1);
        const char *to =
            n == 0 ? NULL
                   : value_get_text(
                         flow_draft_node(exits->draft, (size_t)n - 1), "name");
        struct json_t *next = flow_kind_lead(node, &exits->exits[i], to);

        value_free(node);
        node = next;
    }
    return node;
}

/* What the fields say goes along into the node that has another choice. */
static enum flow_exits_event change(
    struct flow_exits *exits,
    struct json_t *(*make)(const struct json_t *node, const char *key),
    const char *key)
{
    struct json_t *node = flow_exits_read(exits);
    struct json_t *changed = node ? make(node, key) : NULL;

    value_free(node);
    if (!changed)
        return FLOW_EXITS_LOST;
    value_free(exits->node);
    exits->node = changed;
    return make_form(exits) < 0 ? FLOW_EXITS_LOST : FLOW_EXITS_TAKEN;
}

static int last_id(const struct flow_exits *exits)
{
    return has_choices(exits) || exits->count == 0 ? ADD_ID : (int)exits->count;
}

static bool drops(const struct flow_exits *exits, int id, uint32_t stroke)
{
    return stroke == STROKE_DELETE && id > 0 && (size_t)id <= exits->count &&
           exits->exits[id - 1].is_choice;
}

enum flow_exits_event flow_exits_input(struct flow_exits *exits,
                                       const struct input *input)
{
    int id = form_focused(exits->form);
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (stroke == STROKE_TAB && id == last_id(exits))
        return FLOW_EXITS_LEFT;
    if (drops(exits, id, stroke))
        return change(exits, flow_kind_choice_drop, exits->exits[id - 1].key);
    if (stroke == STROKE_ENTER && id == ADD_ID && has_choices(exits) &&
        form_text(exits->form, ADD_ID)[0]) {
        char key[FLOW_EXIT_KEY_SIZE];

        snprintf(key, sizeof(key), "%s", form_text(exits->form, ADD_ID));
        return change(exits, flow_kind_choice_add, key);
    }
    return form_input(exits->form, input) == FORM_IGNORED ? FLOW_EXITS_IGNORED
                                                          : FLOW_EXITS_TAKEN;
}
