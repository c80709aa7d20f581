/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that nobody makes, and what each routing rule says of it. */

#ifndef CONSOLE_RULE_TEST_H
#define CONSOLE_RULE_TEST_H

#include "console/program.h"

/**
 * Opens it over the list of rules, and asks at once about a call of now.
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int rule_test_open(struct program *program);

#endif
