/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the condition builder share. Nobody else includes it. */

#ifndef CONSOLE_CONDITION_BUILDER_INSIDE_H
#define CONSOLE_CONDITION_BUILDER_INSIDE_H

#include "console/condition_rows.h"
#include "console/program.h"
#include "tui/edit.h"

/* Tab after Tab: what was typed, and with what it was completed last. */
struct builder_turn {
    bool is_begun;
    int n;             /* which of those that fit */
    size_t begin, end; /* of the word; of what it has become */
    char typed[SAFE_TEXT_SIZE];
    char text[SAFE_TEXT_SIZE]; /* the whole line since */
};

struct builder {
    struct program *program;
    struct condition_rows rows;
    int selected, top;
    bool is_typing; /* the selected part */
    bool is_new;    /* ... which goes again when nothing comes of it */
    bool is_dirty;
    struct edit edit;
    struct safe_text error;
    struct builder_turn turn;
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

/* condition_builder_complete.c */

/** The n-th name or field that may stand where the cursor is. @return whether
 *  there is one; false where a fact may stand */
bool builder_candidate(const struct builder *builder, int n,
                       char ret_text[SAFE_TEXT_SIZE]);

/** Ends the word before the cursor as the first that fits does: a fact, the
 *  name of a queue, calendar, trunk or list, or the field of a fact. The next
 *  time as the second, and so on; behind the only one, with what may follow. */
void builder_complete(struct builder *builder);

/* condition_builder_draw.c: rows, and their text or what can be asked for. */
void builder_draw(void *builder, const struct surface *surface);

#endif
