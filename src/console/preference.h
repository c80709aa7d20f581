/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody has set up for their own console. */

#ifndef CONSOLE_PREFERENCE_H
#define CONSOLE_PREFERENCE_H

#include <stdbool.h>

#include "base/config.h"

/* The choices made; each lives for ever. Plain: copy it freely. */
struct preferences {
#define PREFERENCE(FIELD, name, choices, doc) const char *FIELD;
#include "console/preference.def"
};

enum {
#define PREFERENCE(FIELD, name, choices, doc) PREFERENCE_##FIELD,
#include "console/preference.def"
    PREFERENCE_COUNT,
};

/** The presets. */
struct preferences preferences_preset(void);

/**
 * Reads a file; what it does not name keeps its preset.
 *
 * @param path       NULL: $XDG_CONFIG_HOME/cclite/config, which may be missing
 * @param ret_fault  with -EINVAL, why
 *
 * @return 0; -EINVAL: refused; or as config_read()
 */
int preferences_read(const char *path, struct preferences *ret_preferences,
                     struct config_fault *ret_fault);

/** The words of a preference, a blank between two; lives for ever. */
const char *preference_choices(int preference);

/** Finds a choice of a preference by its word; NULL: it has no such. */
const char *preference_choice(int preference, const char *word);

/**
 * Whether lines are wanted instead of a screen.
 *
 * @param environment  getenv(), or a test's: TERM and CCLITE_A11Y
 */
bool preferences_are_linear(const struct preferences *preferences,
                            const char *(*environment)(const char *name));

#endif
