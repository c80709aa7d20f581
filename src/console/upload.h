/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of this machine becomes part of a document: a prompt's sound, a
   list's numbers, a calendar's holidays. */

#ifndef CONSOLE_UPLOAD_H
#define CONSOLE_UPLOAD_H

#include "console/program.h"

struct upload {
    enum route_id route; /* takes a CONTENT_SOUND, _CSV or _ICAL */
    uint64_t id;         /* of the document */
    const char *part;    /* what else its path has, a word of ours; or NULL */
    const char
        *match; /* its version, as document_tag(); "": it has none; copied */
    const char *name;  /* of the document; may be anything; copied */
    const char *title; /* N_() */
    size_t max_bytes;  /* of the file */
};

/**
 * Asks for the name of a file, reads it whole and sends it. What is wrong with
 * the file or the server's mind stands at the field, and nothing is changed.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int upload_open(struct program *program, const struct upload *upload);

#endif
