/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the server could not be asked, or said no: one line for people. */

#ifndef CLI_COMPLAINT_H
#define CLI_COMPLAINT_H

#include "cli/cli.h"
#include "client/client_problem.h"

/** Says why client_send() failed. @return what to exit with */
enum exit_code complaint_of_failure(struct cli *cli, int rc);

/** Says "field: detail. fix" of a refusal. @return what to exit with */
enum exit_code complaint_of_refusal(struct cli *cli,
                                    const struct client_reply *reply);

/** The same of a problem that was read. */
enum exit_code complaint_of_problem(struct cli *cli,
                                    const struct client_problem *problem);

#endif
