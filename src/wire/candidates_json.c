/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was looked at for an offer, as JSON. */

#include "wire/candidates_json.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>

static struct json_t *row_to_json(const struct candidate *row)
{
    struct json_t *object = value_object();
    const char *verdict = word_spell(&word_list_verdict, (int)row->verdict);

    assert(verdict);
    if (value_set_integer(object, "agent_id", (int64_t)row->agent_id) < 0 ||
        value_set_text(object, "verdict", verdict) < 0 ||
        value_set_integer(object, "for_us", row->for_us) < 0)
        return value_free(object);
    if (row->skill_id &&
        (value_set_integer(object, "skill_id", (int64_t)row->skill_id) < 0 ||
         value_set_integer(object, "level", row->level) < 0 ||
         value_set_integer(object, "needed", row->needed) < 0))
        return value_free(object);

    return object;
}

static struct json_t *rows_to_json(const struct candidates *candidates)
{
    struct json_t *list = value_list();

    for (uint32_t i = 0; list && i < candidates->row_count; i++)
        if (value_append(list, row_to_json(&candidates->rows[i])) < 0)
            list = value_free(list);

    return list;
}

static struct json_t *counts_to_json(const struct candidates *candidates)
{
    struct json_t *object = value_object();

    for (int i = 0; object && i < verdict_count; i++)
        if (candidates->counts[i] > 0 &&
            value_set_integer(object, word_spell(&word_list_verdict, i),
                              candidates->counts[i]) < 0)
            object = value_free(object);

    return object;
}

struct json_t *candidates_to_json(const struct candidates *candidates)
{
    assert(candidates && candidates->row_count <= CANDIDATES_MAX);

    struct json_t *object = value_object();

    if (value_set(object, "rows", rows_to_json(candidates)) < 0 ||
        value_set(object, "counts", counts_to_json(candidates)) < 0)
        return value_free(object);

    return object;
}

/* The skill that an agent lacks: three fields, or none. */
static int skill_from_json(const struct json_t *value,
                           struct candidate *ret_row,
                           struct mistake *ret_mistake)
{
    int64_t id, level, needed;

    if (value_count(value) == 3)
        return 0;
    if (value_count(value) != 6 ||
        value_as_integer(value_get(value, "skill_id"), &id) < 0 ||
        value_as_integer(value_get(value, "level"), &level) < 0 ||
        value_as_integer(value_get(value, "needed"), &needed) < 0)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, "");
    if (id < 0)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE, "skill_id",
                                  0, INT64_MAX);
    if (level < 0 || level > UINT32_MAX)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE, "level", 0,
                                  UINT32_MAX);
    if (needed < 0 || needed > UINT32_MAX)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE, "needed",
                                  0, UINT32_MAX);

    ret_row->skill_id = (uint64_t)id;
    ret_row->level = (uint32_t)level;
    ret_row->needed = (uint32_t)needed;
    return 0;
}

static int row_from_json(const struct json_t *value, struct candidate *ret_row,
                         struct mistake *ret_mistake)
{
    int64_t agent_id;
    const char *verdict = value_get_text(value, "verdict");

    if (!verdict ||
        value_as_integer(value_get(value, "agent_id"), &agent_id) < 0 ||
        value_as_integer(value_get(value, "for_us"), &ret_row->for_us) < 0)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, "");

    int found = word_find(&word_list_verdict, verdict);
    if (found < 0)
        return mistake_note(ret_mistake, MISTAKE_UNKNOWN_WORD, "verdict");
    if (agent_id < 0)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE, "agent_id",
                                  0, INT64_MAX);

    ret_row->agent_id = (uint64_t)agent_id;
    ret_row->verdict = (enum verdict)found;
    return skill_from_json(value, ret_row, ret_mistake);
}

static int rows_from_json(const struct json_t *list,
                          struct candidates *candidates,
                          struct mistake *ret_mistake)
{
    size_t count = value_count(list);

    if (!value_is_list(list))
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, "rows");
    if (count > CANDIDATES_MAX)
        return mistake_note_range(ret_mistake, MISTAKE_TOO_MANY, "rows", 0,
                                  CANDIDATES_MAX);

    for (size_t i = 0; i < count; i++) {
        int rc =
            row_from_json(value_at(list, i), &candidates->rows[i], ret_mistake);
        if (rc < 0) {
            char place[32];
            (void)snprintf(place, sizeof(place), "rows[%zu]", i);
            mistake_put_before(ret_mistake, place);
            return rc;
        }
    }

    candidates->row_count = (uint32_t)count;
    return 0;
}

struct counts_reader {
    struct candidates *candidates;
    struct mistake *ret_mistake;
};

static int count_from_json(void *arg, const char *key,
                           const struct json_t *value)
{
    struct counts_reader *reader = arg;
    int verdict = word_find(&word_list_verdict, key);
    int64_t count;

    if (verdict < 0)
        return mistake_note(reader->ret_mistake, MISTAKE_UNKNOWN_WORD,
                            "counts");
    if (value_as_integer(value, &count) < 0)
        return mistake_note(reader->ret_mistake, MISTAKE_WRONG_TYPE, "counts");
    if (count < 0 || count > UINT32_MAX)
        return mistake_note_range(reader->ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  "counts", 0, UINT32_MAX);

    reader->candidates->counts[verdict] = (uint32_t)count;
    return 0;
}

int candidates_from_json(const struct json_t *value,
                         struct candidates *ret_candidates,
                         struct mistake *ret_mistake)
{
    assert(ret_candidates);

    struct candidates candidates = { .row_count = 0 };
    struct counts_reader reader = { &candidates, ret_mistake };
    const struct json_t *counts = value_get(value, "counts");

    if (value_count(value) != 2 || !value_is_object(counts))
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, "");

    int rc = rows_from_json(value_get(value, "rows"), &candidates, ret_mistake);
    if (rc == 0)
        rc = value_each(counts, count_from_json, &reader);
    if (rc < 0)
        return rc;

    *ret_candidates = candidates;
    return 0;
}
