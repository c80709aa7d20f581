/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server rings, and a voice in the phone tells the rest. */

#include "console/document_phone.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/greetings.h"
#include "console/phone.h"
#include "tui/menu.h"
#include "wire/value.h"

/* Which greeting of which box. */
struct asking {
    struct program *program;
    uint64_t box_id;
};

static void rings(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (outcome->is_done)
        ui_say(program->ui, SEVERITY_INFO, "%s  %s",
               program_text(program, phone_is_heard_by(program)),
               program_text(program,
                            N_("Speak after the tone, # ends; then 1 plays "
                               "it, 2 begins anew, # keeps it, * leaves all as "
                               "it was.")));
}

static void unlocked(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (outcome->is_done)
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("PINs are let in again.")));
}

static int count_greetings(const void *arg)
{
    (void)arg;
    return box_greeting_count;
}

static void show_greeting(const void *arg, int n, const struct style *style,
                          struct menu_item *ret_item)
{
    (void)arg;
    *ret_item = (struct menu_item){ .letter = (char)('1' + n) };
    safe_text_copy(
        &ret_item->label,
        lang_text(style->language, greeting_text((enum box_greeting)n)));
}

static void choose_greeting(void *arg, int n, uint32_t stroke)
{
    const struct asking *asking = arg;
    struct json_t *body = value_object();

    (void)stroke;
    (void)value_set_text(body, "greeting",
                         word_spell(&word_list_box_greeting, n));
    program_send(asking->program, &(struct errand){
                                      .route = ROUTE_BOX_RECORD,
                                      .id = asking->box_id,
                                      .body = body,
                                      .done = rings,
                                      .owner = asking->program,
                                  });
}

static void ask_greeting(struct program *program, uint64_t box_id)
{
    struct asking *asking = malloc(sizeof(*asking));

    if (!asking)
        return;
    *asking = (struct asking){ program, box_id };
    if (menu_push(program->ui, &(struct menu){
                                   .title = N_("Record a greeting"),
                                   .count = count_greetings,
                                   .item = show_greeting,
                                   .choose = choose_greeting,
                                   .free = free,
                                   .arg = asking,
                               }) < 0)
        free(asking);
}

bool document_phone(struct program *program, enum route_id route, uint64_t id)
{
    assert(program);

    switch (route) {
    case ROUTE_BOX_RECORD:
        ask_greeting(program, id);
        return true;
    case ROUTE_PROMPT_RECORD:
    case ROUTE_BOX_UNLOCK:
    case ROUTE_DEVICE_UNLOCK:
    case ROUTE_TRUNK_UNLOCK:
        program_send(
            program,
            &(struct errand){
                .route = route,
                .id = id,
                .done = route == ROUTE_PROMPT_RECORD ? rings : unlocked,
                .owner = program,
            });
        return true;
    default:
        return false;
    }
}
