/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu of the reasons that people made: no pause goes without one. */

#include "console/desk_pause.h"

#include "base/mark.h"
#include "console/key.h"
#include "console/word.h"
#include "tui/menu.h"

static void save(struct desk *desk, enum after_work then, uint64_t reason_id)
{
    desk->is_unsaved = false;
    wrap_up_save(desk->program, wrap_up_picked(&desk->wrap_up),
                 notes_text(desk->notes), then, reason_id);
}

void desk_save(struct desk *desk)
{
    save(desk, AFTER_AVAILABLE, 0);
}

static int count_reasons(const void *arg)
{
    const struct desk *desk = arg;
    size_t count =
        replica_count(program_rows(desk->program), TOPIC_PAUSE_REASONS);

    return (int)count;
}

static const struct replica_row *reason_at(const struct desk *desk, int n)
{
    return replica_at(program_rows(desk->program), TOPIC_PAUSE_REASONS,
                      (size_t)n);
}

static void fill_reason(const void *arg, int n, const struct style *style,
                        struct menu_item *ret_item)
{
    const struct event_pause_reason_set *reason = reason_at(arg, n)->fields;

    *ret_item = (struct menu_item){
        .letter = reason->key.text[0],
        .has_glyph = true,
        .glyph = GLYPH_PAUSED,
        .role = ROLE_PAUSED,
    };
    word_name(&(struct word_names){ &reason->name, &reason->label,
                                    &reason->label_es, &reason->label_cs },
              style->language, &ret_item->label);
}

/* The after-call work may have ended while the menu was open. */
static void choose_reason(void *arg, int n, uint32_t stroke)
{
    struct desk *desk = arg;
    struct safe_text reason;

    (void)stroke;
    if (wrap_up_may(desk->program, DO_SAVE_PAUSE, &reason))
        save(desk, AFTER_PAUSED, reason_at(desk, n)->id);
    else
        ui_say(desk->program->ui, SEVERITY_WARNING, "%s", reason.text);
}

void desk_save_and_pause(struct desk *desk)
{
    if (count_reasons(desk) == 0) {
        save(desk, AFTER_PAUSED, 0);
        return;
    }
    menu_push(desk->program->ui, &(struct menu){
                                     .title = N_("Save, then pause for"),
                                     .count = count_reasons,
                                     .item = fill_reason,
                                     .choose = choose_reason,
                                     .arg = desk,
                                 });
}
