/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part that is typed: kept when it can be read, or left as it was. */

#include <errno.h>

#include "base/mark.h"
#include "console/condition_builder_inside.h"
#include "console/key.h"

void builder_type(struct builder *builder, bool is_new)
{
    builder->is_typing = true;
    builder->is_new = is_new;
    safe_text_copy(&builder->error, "");
    edit_set(&builder->edit, builder_selected(builder)->text);
}

/* Where a mistake is, as people count, and the cursor goes there. */
static void complain(struct builder *builder,
                     const struct condition_mistake *mistake)
{
    size_t at =
        mistake->at < builder->edit.length ? mistake->at : builder->edit.length;

    builder->edit.cursor = at;
    safe_text_format(&builder->error,
                     program_text(builder->program, N_("Character %zu: %s")),
                     at + 1, program_text(builder->program, mistake->says));
}

/* A part that is a group becomes one. */
static void keep(struct builder *builder)
{
    struct condition_mistake mistake = { 0, NULL };
    int rc = condition_rows_set(&builder->rows, builder->selected,
                                builder->edit.text, &mistake);

    if (rc == -EINVAL) {
        complain(builder, &mistake);
        return;
    }
    if (rc < 0) {
        builder_say_full(builder);
        return;
    }
    builder->is_typing = false;
    builder->is_dirty = true;
}

void builder_give_up(struct builder *builder)
{
    builder->is_typing = false;
    if (!builder->is_new)
        return;
    condition_rows_remove(&builder->rows, builder->selected);
    builder->selected -= builder->selected > 0;
}

bool builder_run_typing(struct builder *builder, int action)
{
    if (!builder->is_typing)
        return false;
    if (action == DO_PART_KEEP)
        keep(builder);
    else if (action == DO_PART_COMPLETE)
        builder_complete(builder);
    else if (action == DO_PART_LEAVE)
        builder_give_up(builder);
    else
        return false;
    return true;
}
