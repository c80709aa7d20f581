/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Secrets that a file of the house's holds, in its first line. */

#ifndef SERVER_SECRET_FILE_H
#define SERVER_SECRET_FILE_H

#include <stdbool.h>
#include <stddef.h>

/** Whether it has no control character, so no line break either: within a
 *  header that would begin a second one. */
bool secret_is_one_line(const char *text);

/**
 * Reads the first line; what is behind it is not ours. Why it cannot is said
 * to the log, the secret never is.
 *
 * @param path        "": there is none
 * @param ret_secret  of that size; untouched without a path, and on failure
 *
 * @return 0, -EINVAL: the line is empty, which would mean that nothing is
 *         signed, or has control characters; or what file_read() gives
 */
int secret_file_read(const char *path, char *ret_secret, size_t size);

#endif
