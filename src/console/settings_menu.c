/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents as items of a menu. */

#include "console/settings_menu.h"

#include <assert.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "tui/menu.h"

static int count(const void *arg)
{
    (void)arg;
    return DOCUMENT_LISTS;
}

static void item(const void *arg, int n, const struct style *style,
                 struct menu_item *ret_item)
{
    const struct program *program = arg;
    const struct document_list *list = document_list_at(n);
    const struct action_table *table = ui_action_table(program->ui);

    ret_item->letter = list->letter;
    safe_text_copy(&ret_item->label, lang_text(style->language, list->title));
    (void)ui_is_possible(program->ui, action_of_id(table, list->open_action),
                         &ret_item->reason);
}

static void choose(void *arg, int n, uint32_t stroke)
{
    struct program *program = arg;

    (void)stroke;
    ui_run(program->ui, document_list_at(n)->open_action);
}

int settings_menu_open(struct program *program)
{
    assert(program);

    return menu_push(program->ui, &(struct menu){
                                      .title = N_("Settings"),
                                      .cells = 58,
                                      .count = count,
                                      .item = item,
                                      .choose = choose,
                                      .arg = program,
                                  });
}
