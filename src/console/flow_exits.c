/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exits to fields and back. */

#include "console/flow_exits.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"

enum { ADD_ID = FLOW_EXITS + 1, TARGET_CELLS = 24 };

/* Before the nodes: nowhere yet, and that the call ends. */
enum { TO_NOWHERE, TO_END, TO_NODES };

static int count_targets(const void *arg)
{
    return (int)flow_draft_count(arg) + TO_NODES;
}

static void word_target(const void *arg, int n, const struct style *style,
                        struct safe_text *ret_text)
{
    const struct flow_draft *draft = arg;

    if (n < TO_NODES) {
        safe_text_copy(ret_text,
                       lang_text(style->language, n == TO_END ? N_("call ends")
                                                              : N_("nowhere")));
        return;
    }
    size_t index = (size_t)(n - TO_NODES);
    safe_text_format(ret_text, "%d %s", flow_draft_number(draft, index),
                     flow_kind_title(flow_draft_node(draft, index)));
}

static int option_of(const struct flow_exits *exits,
                     const struct flow_exit *exit)
{
    int target = flow_draft_target(exits->draft, exit);

    if (target >= 0)
        return target + TO_NODES;

    return exit->ends ? TO_END : TO_NOWHERE;
}

static const char *name_of(const struct flow_exits *exits, int option)
{
    if (option < TO_NODES)
        return option == TO_END ? FLOW_TO_END : NULL;

    return value_get_text(
        flow_draft_node(exits->draft, (size_t)(option - TO_NODES)), "name");
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
        form_set_choice(exits->form, (int)i + 1,
                        option_of(exits, &exits->exits[i]));
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
        int option = form_choice(exits->form, (int)i + 1);
        struct json_t *next =
            flow_kind_lead(node, &exits->exits[i], name_of(exits, option));

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

/* A choice that is new leads somewhere next. */
static void focus_choice(struct flow_exits *exits, const char *key)
{
    for (size_t i = 0; i < exits->count; i++)
        if (exits->exits[i].is_choice && strcmp(exits->exits[i].key, key) == 0)
            form_focus(exits->form, (int)i + 1);
}

/* What a menu chooses by is one key. */
static enum flow_exits_event add(struct flow_exits *exits,
                                 enum language language)
{
    char key[FLOW_EXIT_KEY_SIZE];

    snprintf(key, sizeof(key), "%s", form_text(exits->form, ADD_ID));
    if (flow_kind_chooses_by_key((enum node_type)flow_kind_of(exits->node)) &&
        (strlen(key) != 1 || !strchr("0123456789*#", key[0]))) {
        form_set_error(exits->form, ADD_ID,
                       lang_text(language, N_("One key: 0-9, * or #")));
        return FLOW_EXITS_TAKEN;
    }
    enum flow_exits_event event = change(exits, flow_kind_choice_add, key);
    if (event == FLOW_EXITS_TAKEN)
        focus_choice(exits, key);
    return event;
}

static int last_id(const struct flow_exits *exits)
{
    return has_choices(exits) || exits->count == 0 ? ADD_ID : (int)exits->count;
}

bool flow_exits_may_drop(const struct flow_exits *exits)
{
    int id = form_focused(exits->form);

    return id > 0 && (size_t)id <= exits->count &&
           exits->exits[id - 1].is_choice;
}

enum flow_exits_event flow_exits_drop(struct flow_exits *exits)
{
    int id = form_focused(exits->form);

    if (!flow_exits_may_drop(exits))
        return FLOW_EXITS_IGNORED;
    return change(exits, flow_kind_choice_drop, exits->exits[id - 1].key);
}

const char *flow_exits_help(const struct flow_exits *exits)
{
    int id = form_focused(exits->form);
    int type = flow_kind_of(exits->node);

    if (id == ADD_ID && has_choices(exits))
        return flow_kind_chooses_by_key((enum node_type)type)
                   ? N_("A key of the phone: 0-9, * or #. Enter adds it; then "
                        "its line says where it leads.")
                   : N_("A value. Enter adds it; then its line says where it "
                        "leads.");
    if (id < 1 || (size_t)id > exits->count)
        return NULL;
    return exits->exits[id - 1].doc
               ? exits->exits[id - 1].doc
               : N_("When the caller chooses it. Delete takes it away.");
}

enum flow_exits_event flow_exits_input(struct flow_exits *exits,
                                       const struct input *input,
                                       enum language language)
{
    int id = form_focused(exits->form);
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    if (stroke == STROKE_TAB && id == last_id(exits))
        return FLOW_EXITS_LEFT;
    if (stroke == STROKE_ENTER && id == ADD_ID && has_choices(exits) &&
        form_text(exits->form, ADD_ID)[0])
        return add(exits, language);
    switch (form_input(exits->form, input)) {
    case FORM_IGNORED:
        return FLOW_EXITS_IGNORED;
    case FORM_ENTERED: /* to the next line */
        (void)form_input(exits->form, &(struct input){ .kind = INPUT_STROKE,
                                                       .stroke = STROKE_TAB });
        return FLOW_EXITS_TAKEN;
    default:
        return FLOW_EXITS_TAKEN;
    }
}
