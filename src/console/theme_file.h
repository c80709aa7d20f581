/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours of somebody's own. */

#ifndef CONSOLE_THEME_FILE_H
#define CONSOLE_THEME_FILE_H

#include "base/config.h"
#include "tui/theme.h"

/*
 * A configuration file (base/config.h) with the roles of tui/theme.def:
 *
 *     base = light        dark, light or contrast: what is not named
 *     ok = 28 bold        16 to 255, or default; bold underline reverse dim
 *     focus = 253         the ground of the focused row
 *
 * What cannot be read 4.5 to 1 is refused with its line.
 */

/**
 * Reads a file.
 *
 * @param path       NULL: $XDG_CONFIG_HOME/cclite/theme
 * @param ret_fault  with -EINVAL, why
 *
 * @return 0; -ENOENT: there is none; -EINVAL: refused; or as config_read()
 */
int theme_file_read(const char *path, struct theme_own *ret_own,
                    struct config_fault *ret_fault);

#endif
