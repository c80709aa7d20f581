/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number more in a caller list, or one less. */

#include "wire/caller_text.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Where the number is, or would be. */
static size_t place_of(const struct caller_list *list, uint64_t number)
{
    size_t place = 0;

    while (place < list->count && list->numbers[place] < number)
        place++;

    return place;
}

static void put_numbers(struct caller_list *list, size_t at,
                        const uint64_t *numbers, size_t count)
{
    if (count > 0)
        memcpy(list->numbers + at, numbers, count * sizeof(*numbers));
    list->count = at + count;
}

/* With its digest, which is that of its text. */
static int settle(struct caller_list **list)
{
    char *text = caller_text_print(*list);
    struct caller_list *settled = NULL;

    int rc = text ? caller_text_parse(text, strlen(text), &settled) : -ENOMEM;
    free(text);
    free(*list);
    *list = settled;
    return rc;
}

int caller_list_change(const struct caller_list *before,
                       enum caller_change change, struct caller_list **in_list)
{
    assert(before && change != CALLER_REPLACE && in_list && *in_list);

    if ((*in_list)->count != 1)
        return -EINVAL;

    uint64_t number = (*in_list)->numbers[0];
    size_t place = place_of(before, number);
    bool is_there = caller_list_has(before, number);
    bool adds = change == CALLER_ADD;

    if (is_there == adds)
        return -EALREADY;
    if (adds && before->count == CALLER_LIST_MAX)
        return -ENOSPC;

    struct caller_list *list =
        calloc(1, sizeof(*list) + (before->count + 1) * sizeof(number));
    if (!list)
        return -ENOMEM;

    put_numbers(list, 0, before->numbers, place);
    if (adds)
        put_numbers(list, place, &number, 1);
    put_numbers(list, list->count, before->numbers + place + !adds,
                before->count - place - !adds);

    int rc = settle(&list);
    if (rc < 0)
        return rc;
    free(*in_list);
    *in_list = list;
    return 0;
}
