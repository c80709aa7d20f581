/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The errors that people really meet. */

#include "lang/failure.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static const struct failure {
    int error;
    const char *text;
} failures[] = {
    { ENOENT, N_("there is no such file or directory") },
    { EACCES, N_("permission denied") },
    { EPERM, N_("operation not permitted") },
    { EEXIST, N_("it exists already") },
    { EISDIR, N_("it is a directory") },
    { ENOTDIR, N_("it is no directory") },
    { EROFS, N_("the file system is read-only") },
    { ENOSPC, N_("no space is left on the disk") },
    { EFBIG, N_("the file is too large") },
    { EIO, N_("the disk failed") },
    { ENOMEM, N_("out of memory") },
    { EMFILE, N_("too many files are open") },
    { EADDRINUSE, N_("the address and port are in use already") },
    { EADDRNOTAVAIL, N_("this machine does not have that address") },
    { ECONNREFUSED, N_("the connection was refused") },
    { EPIPE, N_("nobody reads what is written") },
    { EBUSY, N_("it is in use") },
    { EINVAL, N_("a value cannot stand") },
};

const char *failure_text(enum language language, int error)
{
    int positive = error < 0 ? -error : error;

    for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
        if (failures[i].error == positive)
            return lang_text(language, failures[i].text);

    return strerror(positive);
}
