/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passwords that setup has made, told once. */

#ifndef CLI_SETUP_ACCOUNTS_H
#define CLI_SETUP_ACCOUNTS_H

#include "cli/cli.h"

/* An agent's two passwords. All borrowed. */
struct setup_account {
    const char *agent;
    const char *password;
    const char *phone;
    const char *phone_password;
};

/**
 * Prints them in the format asked for.
 */
enum exit_code setup_accounts_print(struct cli *cli,
                                    const struct setup_account accounts[],
                                    size_t count);

#endif
