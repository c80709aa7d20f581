/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items from pause reasons, and from the server what was used of each today. */

#include "console/state_menu.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/state_set.h"
#include "console/word.h"
#include "tui/menu.h"
#include "wire/record_json.h"

enum { PAUSES_MAX = 48 };

enum item { ITEM_READY, ITEM_CANCEL, ITEM_OFF, ITEM_FIRST_PAUSE };

struct state_menu {
    struct program *program;
    struct shape_pause pauses[PAUSES_MAX]; /* as told when it was opened */
    size_t count;
};

static bool has_request(const struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    return agent && agent->has_request;
}

/* "cancel" is there only while there is something to take back. */
static enum item item_at(const struct state_menu *menu, int n)
{
    int pauses = (int)menu->count;

    if (n == 0)
        return ITEM_READY;
    if (n <= pauses)
        return (enum item)((int)ITEM_FIRST_PAUSE + n - 1);
    return n == pauses + 1 ? ITEM_OFF : ITEM_CANCEL;
}

static int count_items(const void *arg)
{
    const struct state_menu *menu = arg;

    return (int)menu->count + 2 + has_request(menu->program);
}

static void fill_pause(const struct shape_pause *pause,
                       const struct style *style, struct menu_item *item)
{
    char used[WORD_TIME_SIZE], limit[WORD_TIME_SIZE];

    item->letter = pause->key.text[0];
    item->glyph = GLYPH_PAUSED;
    item->role = ROLE_PAUSED;
    safe_text_copy(&item->label,
                   pause->label.text[0] ? pause->label.text : pause->name.text);
    word_duration(pause->used_us, used);
    word_duration(pause->daily_us, limit);
    if (pause->daily_us > 0)
        /* TRANSLATORS: of a pause, today: 0:09 of 0:15 used */
        safe_text_format(&item->note,
                         lang_text(style->language, N_("%s of %s used")), used,
                         limit);
    else if (pause->used_us > 0)
        safe_text_format(&item->note, "%s", used);
}

static void fill_item(const void *arg, int n, const struct style *style,
                      struct menu_item *item)
{
    const struct state_menu *menu = arg;
    enum item which = item_at(menu, n);

    *item = (struct menu_item){ .has_glyph = true };
    switch (which) {
    case ITEM_READY:
        item->letter = 'r';
        item->glyph = GLYPH_OK;
        item->role = ROLE_OK;
        safe_text_copy(&item->label,
                       lang_text(style->language, N_("Ready for calls")));
        break;
    case ITEM_OFF:
        item->letter = 'o';
        item->glyph = GLYPH_NONE;
        item->role = ROLE_NONE;
        safe_text_copy(&item->label,
                       lang_text(style->language, N_("Off duty")));
        break;
    case ITEM_CANCEL:
        item->letter = 'x';
        item->glyph = GLYPH_WARN;
        item->role = ROLE_WARN;
        safe_text_copy(&item->label,
                       lang_text(style->language, N_("Stay after this call")));
        break;
    default:
        fill_pause(&menu->pauses[which - ITEM_FIRST_PAUSE], style, item);
        break;
    }
}

static void choose(void *arg, int n, uint32_t stroke)
{
    struct state_menu *menu = arg;
    enum item item = item_at(menu, n);

    (void)stroke;
    switch (item) {
    case ITEM_READY:
        state_ready(menu->program);
        break;
    case ITEM_OFF:
        state_off(menu->program);
        break;
    case ITEM_CANCEL:
        state_cancel(menu->program);
        break;
    default:
        state_pause(menu->program,
                    menu->pauses[item - ITEM_FIRST_PAUSE].reason_id);
        break;
    }
}

/* The reasons that people made; the product's own cannot be chosen. */
static void take_pauses(void *owner, const struct outcome *outcome)
{
    struct state_menu *menu = owner;
    const struct json_t *items = value_get(outcome->value, "items");

    if (!outcome->is_done)
        return;
    menu->count = 0;
    for (size_t i = 0; i < value_count(items) && menu->count < PAUSES_MAX;
         i++) {
        struct shape_pause *pause = &menu->pauses[menu->count];

        memset(pause, 0, sizeof(*pause));
        if (record_from_json(shape_record(SHAPE_PAUSE), value_at(items, i),
                             MISSING_KEPT, pause, NULL) == 0 &&
            pause->name.text[0])
            menu->count++;
    }
}

/* Until the server has answered: the reasons without what was used. */
static void fill_from_rows(struct state_menu *menu)
{
    const struct replica *rows = program_rows(menu->program);
    enum language language = program_language(menu->program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_PAUSE_REASONS) &&
                       menu->count < PAUSES_MAX;
         i++) {
        const struct replica_row *row =
            replica_at(rows, TOPIC_PAUSE_REASONS, i);
        const struct event_pause_reason_set *reason = row->fields;
        struct shape_pause *pause = &menu->pauses[menu->count++];
        struct safe_text name;

        word_name(&(struct word_names){ &reason->name, &reason->label,
                                        &reason->label_es, &reason->label_cs },
                  language, &name);
        pause->reason_id = row->id;
        pause->name = reason->name;
        pause->key = reason->key;
        pause->daily_us = reason->daily_ms * 1000;
        snprintf(pause->label.text, sizeof(pause->label.text), "%.*s",
                 (int)sizeof(pause->label.text) - 1, name.text);
    }
}

static void state_menu_free(void *arg)
{
    struct state_menu *menu = arg;

    errands_forget(menu->program->errands, menu);
    free(menu);
}

int state_menu_push(struct program *program)
{
    assert(program);
    struct state_menu *menu = calloc(1, sizeof(*menu));

    if (!menu)
        return -ENOMEM;
    menu->program = program;
    fill_from_rows(menu);
    int rc =
        menu_push(program->ui, &(struct menu){
                                   .title = N_("Change state"),
                                   .hint = N_("In a call: what follows it."),
                                   .cells = 54,
                                   .count = count_items,
                                   .item = fill_item,
                                   .choose = choose,
                                   .free = state_menu_free,
                                   .arg = menu,
                               });
    if (rc < 0) {
        free(menu);
        return rc;
    }
    if (!program_is_live(program)) /* what was used is not told now */
        return 0;
    program_send(program, &(struct errand){
                              .route = ROUTE_AGENT_PAUSES,
                              .id = program_me(program)->agent_id,
                              .done = take_pauses,
                              .owner = menu,
                          });
    return 0;
}
