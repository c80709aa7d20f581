/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons; a figure that is not known is no worse than good. */

#include "console/grade.h"

#include <assert.h>

#include "base/mark.h"

struct limits grade_limits(const struct limits *asked,
                           const struct figures *figures)
{
    struct limits limits = *asked;

    if (limits.waiting == 0)
        limits.waiting = figures->logged_in; /* which may be unknown */
    if (limits.oldest_us == 0)
        limits.oldest_us = GRADE_OLDEST * figures->oldest_in_time_us;
    if (limits.level_permille == 0)
        limits.level_permille = GRADE_LEVEL_PERMILLE;
    return limits;
}

enum grade grade_waiting(const struct limits *limits,
                         const struct figures *figures)
{
    if (limits->waiting < 0)
        return GRADE_GOOD;
    if (figures->waiting > limits->waiting)
        return GRADE_CRITICAL;
    return 2 * figures->waiting > limits->waiting ? GRADE_WARNING : GRADE_GOOD;
}

enum grade grade_oldest(const struct limits *limits,
                        const struct figures *figures)
{
    if (limits->oldest_us > 0 && figures->oldest_us > limits->oldest_us)
        return GRADE_CRITICAL;
    return figures->oldest_in_time_us > 0 &&
                   figures->oldest_us > figures->oldest_in_time_us
               ? GRADE_WARNING
               : GRADE_GOOD;
}

enum grade grade_level(const struct limits *limits,
                       const struct figures *figures)
{
    int64_t level = figures->level_permille;

    if (level < 0 || level >= limits->level_permille)
        return GRADE_GOOD;
    return level >= limits->level_permille - GRADE_LEVEL_NEAR ? GRADE_WARNING
                                                              : GRADE_CRITICAL;
}

enum grade grade_ready(const struct figures *figures)
{
    if (figures->available != 0)
        return GRADE_GOOD;
    if (figures->logged_in > 0)
        return GRADE_WARNING;
    return figures->waiting > 0 ? GRADE_CRITICAL : GRADE_OFF;
}

enum grade grade_queue(const struct limits *limits,
                       const struct figures *figures)
{
    enum grade ready = grade_ready(figures);
    const enum grade grades[] = {
        grade_waiting(limits, figures),
        grade_oldest(limits, figures),
        grade_level(limits, figures),
    };
    enum grade worst = GRADE_GOOD;

    if (ready == GRADE_OFF || ready == GRADE_CRITICAL)
        return ready;
    for (size_t i = 0; i < sizeof(grades) / sizeof(grades[0]); i++)
        worst = grades[i] > worst ? grades[i] : worst;
    return worst;
}

enum glyph grade_glyph(enum grade grade)
{
    static const enum glyph glyphs[] = {
        [GRADE_OFF] = GLYPH_NONE,
        [GRADE_GOOD] = GLYPH_OK,
        [GRADE_WARNING] = GLYPH_WARN,
        [GRADE_CRITICAL] = GLYPH_CRIT,
    };

    return glyphs[grade];
}

struct look grade_look(enum grade grade)
{
    static const enum look_role roles[] = {
        [GRADE_OFF] = ROLE_NONE,
        [GRADE_GOOD] = ROLE_OK,
        [GRADE_WARNING] = ROLE_WARN,
        [GRADE_CRITICAL] = ROLE_CRIT,
    };

    return (struct look){ (uint8_t)roles[grade], 0 };
}

const char *grade_word(enum grade grade)
{
    static const char *const words[] = {
        [GRADE_OFF] = N_("OFF"),
        [GRADE_GOOD] = N_("GOOD"),
        [GRADE_WARNING] = N_("WARNING"),
        [GRADE_CRITICAL] = N_("CRITICAL"),
    };

    return words[grade];
}

const char *grade_short_word(enum grade grade)
{
    static const char *const words[] = {
        [GRADE_OFF] = N_("OFF"),
        [GRADE_GOOD] = N_("GOOD"),
        [GRADE_WARNING] = N_("WARN"),
        [GRADE_CRITICAL] = N_("CRIT"),
    };

    return words[grade];
}
