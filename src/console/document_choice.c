/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as a growing list of numbers. */

#include "console/document_choice.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"

static int add(struct document_choice *choice, int64_t value)
{
    if (choice->count >= CHOICE_OPTIONS)
        return -ENOSPC;
    if (choice->count == choice->room) {
        size_t room = choice->room ? choice->room * 2 : 16;
        int64_t *values = realloc(choice->values, room * sizeof(*values));

        if (!values)
            return -ENOMEM;
        choice->values = values;
        choice->room = room;
    }
    choice->values[choice->count++] = value;
    return 0;
}

static bool has(const struct document_choice *choice, int64_t value)
{
    for (size_t i = 0; i < choice->count; i++)
        if (choice->values[i] == value)
            return true;
    return false;
}

static int fill_words(struct document_choice *choice)
{
    int rc = 0;

    for (size_t i = 0; i < choice->words->count && rc == 0; i++)
        if (document_word(choice->words, (int)i) && !has(choice, (int64_t)i))
            rc = add(choice, (int64_t)i);
    return rc;
}

/* Numbers are given once and grow: what is new comes after what is known. */
static int fill_documents(struct document_choice *choice)
{
    const struct replica *rows = program_rows(choice->program);
    enum topic topic = document_topic(choice->kind);
    size_t i = rows ? replica_count(rows, topic) : 0;
    int rc = choice->has_none && choice->count == 0 ? add(choice, 0) : 0;

    while (i > 0 && replica_at(rows, topic, i - 1)->id > choice->known)
        i--;
    for (; rows && i < replica_count(rows, topic) && rc == 0; i++) {
        choice->known = replica_at(rows, topic, i)->id;
        if (choice->known != choice->stranger)
            rc = add(choice, (int64_t)choice->known);
    }
    return rc;
}

int document_choice_fill(struct document_choice *choice)
{
    assert(choice);
    int rc = choice->words ? fill_words(choice) : fill_documents(choice);

    return rc == -ENOSPC ? 0 : rc;
}

int document_choice_find(struct document_choice *choice, int64_t value)
{
    assert(choice);
    if (!has(choice, value)) {
        if (add(choice, value) < 0)
            return 0;
        choice->stranger = (uint64_t)value;
    }
    for (size_t i = 0; i < choice->count; i++)
        if (choice->values[i] == value)
            return (int)i;
    return 0;
}

int64_t document_choice_value(const struct document_choice *choice, int n)
{
    assert(choice && n >= 0);

    return (size_t)n < choice->count ? choice->values[n] : 0;
}

void document_choice_done(struct document_choice *choice)
{
    assert(choice);
    free(choice->values);
    choice->values = NULL;
    choice->count = choice->room = 0;
}

int document_choice_count(const void *arg)
{
    const struct document_choice *choice = arg;

    return (int)choice->count;
}

void document_choice_option(const void *arg, int n, const struct style *style,
                            struct safe_text *ret_text)
{
    const struct document_choice *choice = arg;
    int64_t value = document_choice_value(choice, n);

    if (choice->words) {
        const char *word = document_word(choice->words, (int)value);

        safe_text_copy(ret_text, word ? lang_text(style->language, word)
                                      : word_spell(choice->words, (int)value));
    } else if (value == 0) {
        safe_text_copy(ret_text,
                       lang_text(style->language,
                                 choice->none ? choice->none : N_("not set")));
    } else {
        document_name(choice->program, choice->kind, (uint64_t)value, ret_text);
    }
}
