/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field of a form can be chosen from: words, or documents. */

#ifndef CONSOLE_DOCUMENT_CHOICE_H
#define CONSOLE_DOCUMENT_CHOICE_H

#include "console/program.h"
#include "core/command.h"
#include "tui/form.h"

/* The options keep their order while a form is open. */
struct document_choice {
    const struct program *program;
    const struct word_list *words; /* or NULL: documents of a kind */
    enum document_kind kind;
    bool has_none;    /* documents: the first option is none */
    const char *none; /* msgid: what it is called; NULL: "none" */
    int64_t *values;  /* numbers of words, or of documents */
    size_t count, room;
    uint64_t known;    /* documents up to this number are in it */
    uint64_t stranger; /* one that was chosen before it was known; or 0 */
};

enum { CHOICE_OPTIONS = 10000 }; /* documents to choose from, at most */

/** Takes in the words, or those documents that are new. @return 0, -ENOMEM */
int document_choice_fill(struct document_choice *choice);

/** The option of a value that is chosen at the beginning; added, when it is
 *  not there. 0 without memory. */
int document_choice_find(struct document_choice *choice, int64_t value);

/** The value of an option; 0: there are none. */
int64_t document_choice_value(const struct document_choice *choice, int n);

void document_choice_done(struct document_choice *choice);

/* For struct form_field, whose arg is a struct document_choice. */
int document_choice_count(const void *choice);
void document_choice_option(const void *choice, int n,
                            const struct style *style,
                            struct safe_text *ret_text);

#endif
