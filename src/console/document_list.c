/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of document_list.def. */

#include "console/document_list.h"

#include <assert.h>
#include <stddef.h>

#include "base/mark.h"
#include "console/key.h"

const struct document_list *document_list_at(int n)
{
    static struct document_list lists[] = {
#define LIST(KIND, kind_, TOPIC, ROUTES, GROUP, letter_, title_, adding_,      \
             deleting_)                                                        \
    [LIST_OF_##KIND] = {                                                       \
        .kind = DOCUMENT_##KIND,                                               \
        .topic = TOPIC_##TOPIC,                                                \
        .group = GROUP_##GROUP,                                                \
        .create = ROUTE_##ROUTES##_CREATE,                                     \
        .read = ROUTE_##ROUTES##_READ,                                         \
        .change = ROUTE_##ROUTES##_CHANGE,                                     \
        .remove = ROUTE_##ROUTES##_REMOVE,                                     \
        .list_scope = SCOPE_##KIND##_LIST,                                     \
        .form_scope = SCOPE_##KIND##_FORM,                                     \
        .open_action = DO_##KIND##_LIST,                                       \
        .add_action = DO_##KIND##_ADD,                                         \
        .change_action = DO_##KIND##_SET,                                      \
        .copy_action = DO_##KIND##_COPY,                                       \
        .remove_action = DO_##KIND##_REMOVE,                                   \
        .letter = letter_,                                                     \
        .title = title_,                                                       \
        .adding = adding_,                                                     \
        .deleting = deleting_,                                                 \
    },
#include "console/document_list.def"
    };

    assert(n >= 0 && n < DOCUMENT_LISTS);
    if (!lists[n].record)
        lists[n].record = document_kind_info(lists[n].kind)->record;
    return &lists[n];
}

const struct document_list *document_list_of(enum document_kind kind)
{
    for (int i = 0; i < DOCUMENT_LISTS; i++)
        if (document_list_at(i)->kind == kind)
            return document_list_at(i);
    return NULL;
}

const struct document_list *document_list_of_action(int action)
{
    for (int i = 0; i < DOCUMENT_LISTS; i++) {
        const struct document_list *list = document_list_at(i);

        if (action == list->open_action || action == list->add_action ||
            action == list->change_action || action == list->copy_action ||
            action == list->remove_action)
            return list;
    }
    return NULL;
}

enum topic document_topic(enum document_kind kind)
{
    int topic = 0;

    while (topic < TOPIC_COUNT &&
           topic_info((enum topic)topic)->document != (int)kind)
        topic++;
    assert(topic < TOPIC_COUNT);
    return (enum topic)topic;
}
