/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents as items of a menu. */

#include "console/settings_menu.h"

#include <assert.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "tui/menu.h"

/* What one may not see is no place to go to. */
static bool leads(const struct program *program,
                  const struct document_list *list)
{
    const struct action_table *table = ui_action_table(program->ui);
    struct safe_text reason;

    return ui_is_possible(program->ui, action_of_id(table, list->open_action),
                          &reason);
}

static int count(const void *arg)
{
    int count = 0;

    for (int i = 0; i < DOCUMENT_LISTS; i++)
        count += leads(arg, document_list_at(i));
    return count;
}

/* The n-th of those that lead somewhere. */
static const struct document_list *list_at(const struct program *program, int n)
{
    int i = 0;

    while (!leads(program, document_list_at(i)) || n-- > 0)
        i++;
    return document_list_at(i);
}

static void item(const void *arg, int n, const struct style *style,
                 struct menu_item *ret_item)
{
    const struct document_list *list = list_at(arg, n);

    ret_item->letter = list->letter;
    safe_text_copy(&ret_item->label, lang_text(style->language, list->title));
}

static void choose(void *arg, int n, uint32_t stroke)
{
    struct program *program = arg;

    (void)stroke;
    ui_run(program->ui, list_at(program, n)->open_action);
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
