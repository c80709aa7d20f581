/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a request is for: path, query, the part of a file, a moment. */

#include <string.h>

#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "web/range.h"
#include "web/target.h"
#include "wire/moment.h"
#include "wire/route.h"

static bool may_stand(const char *text)
{
    for (const char *at = text; *at; at++)
        if ((unsigned char)*at < ' ' || *at == 0x7f)
            return false;

    return text_is_utf8(text, strlen(text));
}

static void look_at(const struct target *target)
{
    struct route_match match;

    CLAIM(target->parameter_count <= TARGET_MAX_PARAMETERS);
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct target_parameter *given = &target->parameters[i];

        CLAIM(may_stand(given->name) && may_stand(given->value));
        CLAIM(target_parameter(target, given->name) == given->value);
    }
    if (route_find(METHOD_GET, target->path, &match) == 0)
        for (size_t i = 0; i < ROUTE_MAX_PARAMETERS; i++)
            CLAIM(!strchr(match.parameters[i].text, '/'));
}

static void read_part(const char *text, uint64_t size)
{
    uint64_t first, length;

    if (range_read(text, size, &first, &length) != RANGE_PART)
        return;
    CLAIM(length > 0 && first < size && length <= size - first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct target target;
    char *text = fuzz_text(data, size);
    int64_t wall_us;

    if (target_parse(text, &target) == PROBLEM_NONE) {
        CLAIM(text_is_utf8(target.path, strlen(target.path)));
        look_at(&target);
    }
    read_part(text, 0);
    read_part(text, 1000);
    read_part(text, UINT64_MAX);
    if (moment_parse(text, &wall_us) == 0)
        CLAIM(wall_us >= 0);
    free(text);
    return 0;
}
