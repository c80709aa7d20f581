/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the condition builder share. Nobody else includes it. */

#ifndef CONSOLE_CONDITION_BUILDER_INSIDE_H
#define CONSOLE_CONDITION_BUILDER_INSIDE_H

#include "console/condition_rows.h"
#include "console/program.h"
#include "tui/edit.h"

struct builder {
    struct program *program;
    struct condition_rows rows;
    int selected, top;
    bool is_typing; /* the selected part */
    bool is_new;    /* ... which goes again when nothing comes of it */
    bool is_dirty;
    struct edit edit;
    struct safe_text error;
    void (*taken)(void *owner, const char *text);
    void *owner;
};

/* condition_builder.c */

/** The row the cursor is on. */
struct condition_row *builder_selected(struct builder *builder);

/** Says that no more fits. */
void builder_say_full(struct builder *builder);

/* condition_builder_type.c */

/** Begins to type the selected part. */
void builder_type(struct builder *builder, bool is_new);

/** Leaves it as it was. */
void builder_give_up(struct builder *builder);

/** @return whether something is typed, and the action is about that */
bool builder_run_typing(struct builder *builder, int action);

/* condition_builder_facts.c: what can be asked for. */

/** The n-th fact that begins with the word before the cursor; NULL: there are
 *  fewer. */
const struct fact_info *builder_match(const struct builder *builder, int n);

/** As it is typed, with a word for what it is about. */
void builder_spell_fact(const struct fact_info *info,
                        char ret_text[SAFE_TEXT_SIZE]);

/** Ends the word before the cursor as the first match does. */
void builder_complete(struct builder *builder);

/* condition_builder_draw.c: rows, and their text or what can be asked for. */
void builder_draw(void *builder, const struct surface *surface);

#endif
