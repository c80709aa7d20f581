/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that becomes part of a document: a prompt's sound, a list's numbers. */

#ifndef CLI_UPLOAD_H
#define CLI_UPLOAD_H

#include <stddef.h>

#include "cli/run.h"
#include "wire/route.h"

struct upload {
    enum route_id read;   /* of the document, for its version */
    const char *argument; /* that names the file; "-": the standard input */
    size_t max_length;    /* bytes of the file */
};

/** Sends the file to the verb's route, for the document "id" as it is now, and
 *  says that the document was changed. */
enum exit_code upload_file(struct cli *cli, const struct call *call,
                           const struct upload *upload);

#endif
