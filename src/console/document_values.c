/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in the order of their list; documents by number, none first. */

#include "console/document_values.h"

#include <string.h>

#include "base/mark.h"
#include "console/document_kinds.h"
#include "wire/word_label.h"

/* Where the documents are; TOPIC_COUNT: the setting refers to none. */
static enum topic topic_of(const struct document_choice *choice)
{
    int kind = document_reference(choice->record, choice->field, choice->data);

    for (int topic = 0; kind >= 0 && topic < TOPIC_COUNT; topic++)
        if (topic_info((enum topic)topic)->document == kind)
            return (enum topic)topic;
    return TOPIC_COUNT;
}

static bool has_none(const struct document_choice *choice)
{
    return !choice->field->is_required;
}

int document_choice_count(const void *arg)
{
    const struct document_choice *choice = arg;

    if (choice->field->words)
        return (int)choice->field->words->count;

    enum topic topic = topic_of(choice);
    size_t rows = topic == TOPIC_COUNT
                      ? 0
                      : replica_count(program_rows(choice->program), topic);
    return (int)rows + has_none(choice);
}

void document_choice_option(const void *arg, int n, const struct style *style,
                            struct safe_text *ret_text)
{
    const struct document_choice *choice = arg;
    const struct word_list *words = choice->field->words;

    if (words) {
        safe_text_copy(ret_text, lang_text(style->language,
                                           word_label(words, words->words[n])));
        return;
    }

    int64_t id = document_choice_value(choice, n);
    int kind = document_reference(choice->record, choice->field, choice->data);
    if (id == 0 || !document_name(choice->program, (enum document_kind)kind,
                                  (uint64_t)id, ret_text))
        safe_text_copy(ret_text, lang_text(style->language, N_("none")));
}

int64_t document_choice_value(const struct document_choice *choice, int n)
{
    if (choice->field->words)
        return n;

    enum topic topic = topic_of(choice);
    int row = n - has_none(choice);
    if (row < 0 || topic == TOPIC_COUNT ||
        (size_t)row >= replica_count(program_rows(choice->program), topic))
        return 0;
    return (int64_t)replica_at(program_rows(choice->program), topic,
                               (size_t)row)
        ->id;
}

int document_choice_find(const struct document_choice *choice, int64_t value)
{
    int count = document_choice_count(choice);

    for (int n = 0; n < count; n++)
        if (document_choice_value(choice, n) == value)
            return n;
    return 0;
}
