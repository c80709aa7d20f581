/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of all routing rules: what going back would change, and the way
   back. */

#ifndef CONSOLE_RULE_VERSIONS_H
#define CONSOLE_RULE_VERSIONS_H

#include "console/program.h"

/** Opens them over what is shown. 0, -ENOMEM or that of ui_push() */
int rule_versions_open(struct program *program);

#endif
