/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of the calls that each routing rule led to each destination. */

#ifndef CONSOLE_RULE_FIGURES_H
#define CONSOLE_RULE_FIGURES_H

#include "console/program.h"

/**
 * Opens it over the list of rules, and asks for the last 24 hours, which its
 * column of hits is about, too. Its keys ask for 7 or 30 days, or anew.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int rule_figures_open(struct program *program);

#endif
