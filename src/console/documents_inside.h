/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the lists share. Nobody else includes it. */

#ifndef CONSOLE_DOCUMENTS_INSIDE_H
#define CONSOLE_DOCUMENTS_INSIDE_H

#include "console/document_kinds.h"
#include "console/documents.h"
#include "console/roll.h"

enum { DOCUMENTS_TABS = 8 };

struct documents {
    struct program *program;
    enum document_kind kinds[DOCUMENTS_TABS];
    int kind_count, tab;
    struct roll *roll;
    struct roll_kind roll_kind;
    struct table_column columns[DOCUMENT_COLUMNS + 2];
    const struct field *fields[DOCUMENT_COLUMNS + 1];
    uint64_t subject_id; /* of a question or menu that is open */
    int64_t subject_version;
};

extern const struct view_kind documents_kind;

/** The kind that is shown. */
const struct document_screen *documents_shown(const struct documents *list);

/** The selected document; NULL: there is none. */
const struct replica_row *documents_selected(struct documents *list);

/** Fills columns, fields and roll_kind for the tab that is shown. */
int documents_show(struct documents *list);

/** What goes on with a document now: who waits, whether a phone is there. */
void documents_tell_now(const struct program *program, enum document_kind kind,
                        uint64_t id, struct safe_text *ret_text);

/** Draws all settings of the selected document. */
void documents_draw_selected(struct documents *list,
                             const struct surface *surface);

/** Carries out what is done to documents; whether it is one of these. */
bool documents_act(struct documents *list, int action);

#endif
