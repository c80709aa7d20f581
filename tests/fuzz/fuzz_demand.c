/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of wanted skills from anywhere, and what is demanded in the end. */

#include <string.h>

#include "core/demand.h"
#include "tests/fuzz/fuzz.h"

static const int64_t DAY_US = INT64_C(86400) * 1000000;

/* There are 26 skills, each known by any name with its letter. */
static uint64_t find(void *arg, const char *name, size_t length)
{
    (void)arg;
    CLAIM(length > 0);
    return name[0] >= 'a' && name[0] <= 'z' ? (uint64_t)(name[0] - 'a') + 1 : 0;
}

static void check_step(const struct demand *demand,
                       const struct demand_step *step)
{
    CLAIM(step->want_count <= DEMAND_MAX_SKILLS);
    for (size_t i = 0; i < step->want_count; i++) {
        CLAIM(step->wants[i].level <= DEMAND_MAX_LEVEL);
        CLAIM(demand_names(demand, step->wants[i].skill_id));
        for (size_t j = 0; j < i; j++)
            CLAIM(step->wants[j].skill_id != step->wants[i].skill_id);
    }
}

/* Each step begins at its moment, and not before it. */
static void check(const struct demand *demand)
{
    int64_t before_us = -1;

    CLAIM(demand->step_count <= DEMAND_MAX_STEPS);
    for (size_t i = 0; i < demand->step_count; i++) {
        int64_t after_us = demand_next_us(demand, i);

        CLAIM(after_us > before_us && after_us <= DAY_US);
        CLAIM(demand_begun(demand, after_us - 1) == i);
        CLAIM(demand_begun(demand, after_us) == i + 1);
        check_step(demand, demand_at(demand, i + 1));
        before_us = after_us;
    }
    CLAIM(demand_next_us(demand, demand->step_count) == -1);
    CLAIM(!demand_at(demand, 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    struct demand demand;
    struct demand_mistake mistake = { 0, NULL };

    if (demand_parse(text, find, NULL, &demand, &mistake) == 0) {
        check(&demand);
    } else {
        CLAIM(mistake.says);
        CLAIM(mistake.at <= strlen(text));
    }
    free(text);
    return 0;
}
