/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks keys up: tables are short, and a person presses them one by one. */

#include "tui/action.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "tui/stroke.h"

static const struct action own[] = {
#define ACTION(NAME, scope_, keys_, priority_, name_)                          \
    { .id = ACTION_##NAME,                                                     \
      .kind = ACTION_READ,                                                     \
      .scope = SCOPE_##scope_,                                                 \
      .keys = keys_,                                                           \
      .name = name_,                                                           \
      .priority = priority_ },
#include "tui/action.def"
};

static const struct action_table own_table = {
    own,
    sizeof(own) / sizeof(own[0]),
};

const struct action_table *action_own(void)
{
    return &own_table;
}

const struct action *action_of_id(const struct action_table *table, int id)
{
    assert(table);
    for (size_t i = 0; i < table->count; i++)
        if (table->actions[i].id == id)
            return &table->actions[i];
    return NULL;
}

uint32_t action_stroke(const struct action *action, int n)
{
    const char *at = action->keys;

    for (; n > 0; n--) {
        at = strchr(at, ' ');
        if (!at)
            return STROKE_NONE;
        at++;
    }
    size_t length = strcspn(at, " ");
    return length == 0 ? STROKE_NONE : stroke_find(at, length);
}

static bool is_bound(const struct action *action, uint32_t stroke)
{
    uint32_t bound;

    for (int n = 0; (bound = action_stroke(action, n)) != STROKE_NONE; n++)
        if (bound == stroke)
            return true;
    return false;
}

const struct action *action_of_stroke(const struct action_table *table,
                                      int scope, uint32_t stroke)
{
    assert(table);
    for (size_t i = 0; i < table->count; i++)
        if (table->actions[i].scope == scope &&
            is_bound(&table->actions[i], stroke))
            return &table->actions[i];
    return NULL;
}

const struct action *action_of_letter(const struct action_table *table,
                                      uint32_t letter)
{
    assert(table);
    for (size_t i = 0; i < table->count; i++)
        if (table->actions[i].go_to != '\0' &&
            (uint32_t)table->actions[i].go_to == letter)
            return &table->actions[i];
    return NULL;
}
