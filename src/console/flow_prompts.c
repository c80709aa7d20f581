/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the library in a menu; translations go with their prompt. */

#include "console/flow_prompts.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_phone.h"
#include "console/document_value.h"
#include "console/player.h"
#include "tui/menu.h"

bool flow_prompts_name(const struct field *setting)
{
    size_t length = setting ? strlen(setting->name) : 0;

    return length >= 6 && setting->kind == FIELD_NAME &&
           strcmp(setting->name + length - 6, "prompt") == 0;
}

static const struct field *field_of(const char *name)
{
    return record_field(document_kind_info(DOCUMENT_PROMPT)->record, name);
}

static const char *text_of(const struct replica_row *row, const char *name)
{
    return field_get_text(field_of(name), row->fields);
}

/* One pass: a menu asks for each of its items, at each key and each drawing.
   @param n  the number of the one that is looked for; or INT_MAX: none
   @param ret_row  NULL without it
   @return how many were passed */
static int pass(const struct program *program, int n,
                const struct replica_row **ret_row)
{
    const struct replica *rows = program_rows(program);
    const struct field *original = field_of("prompt_id");
    enum topic topic = document_topic(DOCUMENT_PROMPT);
    size_t all = rows ? replica_count(rows, topic) : 0;
    int passed = 0;

    *ret_row = NULL;
    for (size_t i = 0; i < all && !*ret_row; i++) {
        const struct replica_row *row = replica_at(rows, topic, i);

        if (field_get_integer(original, row->fields) != 0)
            continue;
        if (passed == n)
            *ret_row = row;
        else
            passed++;
    }
    return passed;
}

/* The n-th of them; NULL: there are no more. */
static const struct replica_row *row_at(const struct program *program, int n)
{
    const struct replica_row *row;

    (void)pass(program, n, &row);
    return row;
}

static int count_prompts(const void *arg)
{
    const struct flow_prompts *prompts = arg;
    const struct replica_row *none;

    return pass(prompts->program, INT_MAX, &none);
}

static void prompt_item(const void *arg, int n, const struct style *style,
                        struct menu_item *ret_item)
{
    const struct flow_prompts *prompts = arg;
    const struct replica_row *row = row_at(prompts->program, n);

    (void)style;
    if (!row)
        return;
    safe_text_copy(&ret_item->label, text_of(row, "name"));
    safe_text_copy(&ret_item->note, text_of(row, "text"));
}

static void choose_prompt(void *arg, int n, uint32_t stroke)
{
    struct flow_prompts *prompts = arg;
    const struct replica_row *row = row_at(prompts->program, n);

    if (!row)
        return;
    if (stroke == ' ')
        player_begin_prompt(prompts->program, row->id);
    else
        document_fields_type(prompts->fields, prompts->setting->name,
                             text_of(row, "name"));
}

/* Whether a prompt can be chosen there; else that is said. */
static bool look(struct flow_prompts *prompts)
{
    prompts->setting = document_fields_focused(prompts->fields);
    if (flow_prompts_name(prompts->setting))
        return true;
    ui_say(prompts->program->ui, SEVERITY_INFO, "%s",
           program_text(prompts->program,
                        N_("Go to a field with a prompt first.")));
    return false;
}

/* Whether there is one to choose; else that is said. */
static bool has_some(const struct flow_prompts *prompts)
{
    const struct replica *rows = program_rows(prompts->program);
    enum topic topic = document_topic(DOCUMENT_PROMPT);
    bool is_here = rows && replica_state(rows, topic) == REPLICA_LIVE;

    if (count_prompts(prompts) > 0)
        return true;
    ui_say(prompts->program->ui, SEVERITY_INFO, "%s",
           program_text(prompts->program,
                        is_here ? N_("There is no prompt in the library yet.")
                                : N_("The rows are on their way.")));
    return false;
}

void flow_prompts_open(struct flow_prompts *prompts)
{
    assert(prompts);
    if (!look(prompts) || !has_some(prompts))
        return;
    (void)menu_push(prompts->program->ui,
                    &(struct menu){
                        .title = N_("Prompts of the library"),
                        .hint = N_("Enter takes it   Space plays it"),
                        .cells = 70,
                        .stays_at_space = true,
                        .count = count_prompts,
                        .item = prompt_item,
                        .choose = choose_prompt,
                        .arg = prompts,
                    });
}

void flow_prompts_record(struct flow_prompts *prompts)
{
    assert(prompts);
    const struct replica_row *row;

    if (!look(prompts))
        return;
    const char *name =
        document_fields_text(prompts->fields, prompts->setting->name);

    for (int n = 0; (row = row_at(prompts->program, n)); n++)
        if (strcmp(text_of(row, "name"), name) == 0) {
            (void)document_phone(prompts->program, ROUTE_PROMPT_RECORD,
                                 row->id);
            return;
        }
    ui_say(prompts->program->ui, SEVERITY_WARNING, "%s",
           program_text(prompts->program,
                        N_("The library has no prompt of this name.")));
}
