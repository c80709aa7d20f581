/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the server's answers to exit codes. */

#include "cli/exit_code.h"

#include <errno.h>

enum exit_code exit_code_of_status(int status)
{
    switch (status) {
    case 401:
    case 403:
        return EXIT_NOT_ALLOWED;
    case 404:
        return EXIT_NOT_FOUND;
    case 412:
        return EXIT_STALE;
    default:
        break;
    }

    if (status >= 200 && status < 300)
        return EXIT_DONE;

    return status >= 400 && status < 500 ? EXIT_REFUSED : EXIT_SERVER;
}

enum exit_code exit_code_of_failure(int rc)
{
    switch (rc) {
    case 0:
        return EXIT_DONE;
    case -ENOTCONN:
    case -ECONNRESET:
    case -ETIMEDOUT:
    case -EKEYREJECTED:
        return EXIT_UNREACHABLE;
    case -EPROTO:
    case -EFBIG:
        return EXIT_SERVER;
    default:
        return EXIT_HERE;
    }
}
