/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the flow is for. */

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "core/flow_type.h"
#include "tui/menu.h"
#include "wire/word_label.h"

static int count_types(const void *arg)
{
    (void)arg;
    return flow_type_count;
}

static void type_item(const void *arg, int n, const struct style *style,
                      struct menu_item *ret_item)
{
    const char *spelling = word_spell(&word_list_flow_type, n);
    const struct flow_editor *editor = arg;

    ret_item->letter = spelling[0];
    ret_item->has_glyph = (int)flow_draft_type(editor->draft) == n;
    ret_item->glyph = GLYPH_OK;
    ret_item->role = ROLE_OK;
    safe_text_copy(
        &ret_item->label,
        lang_text(style->language, word_label(&word_list_flow_type, spelling)));
    safe_text_copy(
        &ret_item->note,
        lang_text(style->language, flow_type_doc((enum flow_type)n)));
}

static void choose_type(void *arg, int n, uint32_t stroke)
{
    struct flow_editor *editor = arg;

    (void)stroke;
    if (!flow_editor_failed(
            editor, flow_draft_set_type(editor->draft, (enum flow_type)n)))
        flow_editor_follow(editor);
}

void flow_editor_type(struct flow_editor *editor)
{
    (void)menu_push(editor->program->ui, &(struct menu){
                                             .title = N_("Type of the flow"),
                                             .cells = 76,
                                             .count = count_types,
                                             .item = type_item,
                                             .choose = choose_type,
                                             .arg = editor,
                                         });
}
