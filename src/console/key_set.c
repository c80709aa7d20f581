/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys somebody may choose, and which are taken. */

#include "console/key_set.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"
#include "tui/stroke.h"

static int refuse(const struct key_row *row, const char *problem,
                  const char *range, struct config_fault *ret_fault)
{
    *ret_fault = (struct config_fault){ .line = row->line, .problem = problem };
    snprintf(ret_fault->name, sizeof(ret_fault->name), "%s", row->name);
    (void)text_safe(row->keys, strlen(row->keys), ret_fault->value,
                    sizeof(ret_fault->value));
    snprintf(ret_fault->range, sizeof(ret_fault->range), "%s", range);
    return -EINVAL;
}

static bool has(const struct action *action, uint32_t stroke)
{
    uint32_t bound;

    for (int n = 0; (bound = action_stroke(action, n)) != STROKE_NONE; n++)
        if (bound == stroke)
            return true;
    return false;
}

/* Where no row of the table has a letter, letters are text. */
static bool takes_letters(const struct key_set *set, int scope)
{
    for (size_t i = 0; i < set->count; i++) {
        const struct action *preset = set->rows[i].preset;
        uint32_t bound;

        for (int n = 0; preset->scope == scope &&
                        (bound = action_stroke(preset, n)) != STROKE_NONE;
             n++)
            if (stroke_is_text(bound))
                return true;
    }
    return false;
}

static int count_words(const char *keys)
{
    int words = 0;

    for (const char *at = keys; *at; at++)
        words += *at != ' ' && (at == keys || at[-1] == ' ');
    return words;
}

static bool is_needed(int id)
{
    return id == ACTION_HELP || id == ACTION_PALETTE || id == ACTION_BACK ||
           id == ACTION_QUIT;
}

static int check_words(const struct key_set *set, const struct key_row *row,
                       struct config_fault *ret_fault)
{
    uint32_t stroke;
    int n = 0;

    for (; (stroke = action_stroke(row->action, n)) != STROKE_NONE; n++) {
        if (action_stroke_is_taken(stroke))
            return refuse(row,
                          N_("belongs to the terminal, to screen or to tmux"),
                          "", ret_fault);
        if (stroke_is_text(stroke) && !takes_letters(set, row->action->scope))
            return refuse(row,
                          N_("letters are typed here: take F, Alt or Ctrl"), "",
                          ret_fault);
    }
    if (n != count_words(row->keys))
        return refuse(row, N_("there is no such key"), "", ret_fault);
    return n == 0 && is_needed(row->action->id)
               ? refuse(row, N_("without a key nobody finds the way back"), "",
                        ret_fault)
               : 0;
}

static bool is_wide(int scope)
{
    return scope == SCOPE_EVERYWHERE || scope == SCOPE_PHONE;
}

static bool meet(const struct action *one, const struct action *other)
{
    return one->id != other->id &&
           (one->scope == other->scope || is_wide(one->scope) ||
            is_wide(other->scope));
}

/* Two that met in the table itself live with each other. */
static bool is_preset(const struct key_row *one, const struct key_row *other,
                      uint32_t stroke)
{
    return has(one->preset, stroke) && has(other->preset, stroke);
}

static int check_taken(const struct key_set *set, const struct key_row *row,
                       struct config_fault *ret_fault)
{
    uint32_t stroke;

    for (int n = 0; (stroke = action_stroke(row->action, n)) != STROKE_NONE;
         n++)
        for (size_t i = 0; i < set->count; i++) {
            const struct key_row *other = &set->rows[i];

            if (meet(row->action, other->action) &&
                has(other->action, stroke) && !is_preset(row, other, stroke))
                return refuse(row, N_("something else has this key"),
                              other->name, ret_fault);
        }
    return 0;
}

static int check_letter(const struct key_set *set, const struct key_row *row,
                        struct config_fault *ret_fault)
{
    for (size_t i = 0; i < set->count; i++)
        if (&set->rows[i] != row && row->action->go_to &&
            set->rows[i].action->go_to == row->action->go_to)
            return refuse(row, N_("something else has this key"),
                          set->rows[i].name, ret_fault);
    return 0;
}

int key_set_check(const struct key_set *set, struct config_fault *ret_fault)
{
    assert(set && ret_fault);
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < set->count; i++) {
        const struct key_row *row = &set->rows[i];

        if (row->line == 0)
            continue;
        if (row->is_led) {
            rc = check_letter(set, row, ret_fault);
            continue;
        }
        rc = check_words(set, row, ret_fault);
        if (rc == 0)
            rc = check_taken(set, row, ret_fault);
    }
    return rc;
}
