/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads demands, and tells how far they are. */

#include "core/demand.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

static const int64_t SECOND = 1000000;
static const int64_t DAY_S = 86400;

struct reader {
    const char *text;
    size_t at;
    demand_find_h *find;
    void *arg;
    struct demand_mistake mistake;
};

static int fail(struct reader *reader, size_t at, const char *says)
{
    reader->mistake = (struct demand_mistake){ at, says };
    return -EINVAL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n';
}

static void skip_blanks(struct reader *reader)
{
    while (is_blank(reader->text[reader->at]))
        reader->at++;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* @return the number, or -1 when there is none up to the largest */
static int64_t read_number(struct reader *reader, int64_t largest)
{
    const char *text = reader->text + reader->at;
    int64_t value = 0;
    size_t length = 0;

    for (; is_digit(text[length]); length++) {
        value = value * 10 + (text[length] - '0');
        if (value > largest)
            return -1;
    }

    reader->at += length;
    return length ? value : -1;
}

/* As names of documents are: see record.h. */
static size_t name_length(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-");
}

static int read_time(struct reader *reader, int64_t *ret_us)
{
    size_t at = reader->at;
    int64_t number = read_number(reader, DAY_S);
    char unit = reader->text[reader->at];
    int64_t seconds = unit == 'm' ? number * 60 : number;

    if (number < 0 || (unit != 's' && unit != 'm') || seconds > DAY_S)
        return fail(reader, at, "a time, as 30s or 2m");
    reader->at++;
    if (!is_blank(reader->text[reader->at]))
        return fail(reader, reader->at, "a blank");

    *ret_us = seconds * SECOND;
    return 0;
}

static int read_skill(struct reader *reader, uint32_t *ret_skill_id)
{
    size_t length = name_length(reader->text + reader->at);
    uint64_t id = 0;

    if (length)
        id = reader->find(reader->arg, reader->text + reader->at, length);
    if (id == 0 || id > UINT32_MAX)
        return fail(reader, reader->at, "a skill that there is");

    reader->at += length;
    *ret_skill_id = (uint32_t)id;
    return 0;
}

static size_t index_of(const struct demand_step *step, uint32_t skill_id)
{
    size_t i = 0;

    while (i < step->want_count && step->wants[i].skill_id != skill_id)
        i++;

    return i;
}

/* "-es" */
static int read_drop(struct reader *reader, struct demand_step *step)
{
    size_t at = reader->at++;
    uint32_t skill_id = 0;

    int rc = read_skill(reader, &skill_id);
    if (rc < 0)
        return rc;

    size_t i = index_of(step, skill_id);

    if (i == step->want_count)
        return fail(reader, at, "a skill that is demanded before");

    step->wants[i] = step->wants[--step->want_count];
    return 0;
}

/* "es>=50" */
static int read_want(struct reader *reader, struct demand_step *step)
{
    size_t at = reader->at;
    uint32_t skill_id = 0;

    int rc = read_skill(reader, &skill_id);
    if (rc < 0)
        return rc;
    if (strncmp(reader->text + reader->at, ">=", 2) != 0)
        return fail(reader, reader->at, ">=");

    reader->at += 2;

    size_t level_at = reader->at;
    int64_t level = read_number(reader, DEMAND_MAX_LEVEL);
    size_t i = index_of(step, skill_id);

    if (level < 0)
        return fail(reader, level_at, "a level from 0 to 100");
    if (i == DEMAND_MAX_SKILLS)
        return fail(reader, at, "no more than 8 skills");

    step->wants[i] = (struct want){ skill_id, (uint32_t)level };
    step->want_count += i == step->want_count;
    return 0;
}

static int read_terms(struct reader *reader, struct demand_step *step)
{
    size_t terms = 0;

    for (;;) {
        skip_blanks(reader);

        char c = reader->text[reader->at];

        if (c == ';' || c == '\0')
            break;

        int rc = c == '-' ? read_drop(reader, step) : read_want(reader, step);
        if (rc < 0)
            return rc;

        c = reader->text[reader->at];
        if (!is_blank(c) && c != ';' && c != '\0')
            return fail(reader, reader->at, "a blank");
        terms++;
    }

    return terms ? 0 : fail(reader, reader->at, "what is demanded");
}

/* Begins with what the step before demanded. */
static int read_step(struct reader *reader, struct demand *demand)
{
    size_t at = reader->at;
    struct demand_step step = { 0 };
    int64_t before_us = -1;

    if (demand->step_count == DEMAND_MAX_STEPS)
        return fail(reader, at, "no more than 8 steps");
    if (demand->step_count > 0) {
        step = demand->steps[demand->step_count - 1];
        before_us = step.after_us;
    }

    int rc = read_time(reader, &step.after_us);
    if (rc == 0 && step.after_us <= before_us)
        rc = fail(reader, at, "a later time");
    if (rc == 0)
        rc = read_terms(reader, &step);
    if (rc < 0)
        return rc;

    demand->steps[demand->step_count++] = step;
    return 0;
}

int demand_parse(const char *text, demand_find_h *find, void *arg,
                 struct demand *ret_demand, struct demand_mistake *ret_mistake)
{
    assert(text && find && ret_demand);

    struct reader reader = { .text = text, .find = find, .arg = arg };
    struct demand demand = { 0 };
    int rc = 0;

    skip_blanks(&reader);
    while (rc == 0 && text[reader.at]) {
        rc = read_step(&reader, &demand);
        if (rc == 0 && text[reader.at] == ';') {
            reader.at++;
            skip_blanks(&reader);
            if (!text[reader.at])
                rc = fail(&reader, reader.at, "another step");
        }
    }

    if (rc == 0)
        *ret_demand = demand;
    else if (ret_mistake)
        *ret_mistake = reader.mistake;
    return rc;
}

size_t demand_begun(const struct demand *demand, int64_t waited_us)
{
    size_t begun = 0;

    while (begun < demand->step_count &&
           demand->steps[begun].after_us <= waited_us)
        begun++;

    return begun;
}

int64_t demand_next_us(const struct demand *demand, size_t begun)
{
    return begun < demand->step_count ? demand->steps[begun].after_us : -1;
}

const struct demand_step *demand_at(const struct demand *demand, size_t begun)
{
    if (begun > demand->step_count)
        begun = demand->step_count;

    return begun ? &demand->steps[begun - 1] : NULL;
}

bool demand_names(const struct demand *demand, uint64_t skill_id)
{
    for (size_t i = 0; i < demand->step_count; i++)
        if (index_of(&demand->steps[i], (uint32_t)skill_id) <
            demand->steps[i].want_count)
            return true;

    return false;
}
