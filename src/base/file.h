/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files: read whole within a bound, opened without leaving a directory. */

#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stddef.h>
#include <sys/types.h>

/**
 * Reads a whole regular file.
 *
 * @param max_bytes   the largest file that is read
 * @param ret_bytes   on success, its content and a NUL behind it; free() it
 * @param ret_length  on success, bytes without that NUL
 *
 * @return 0, or
 *         -EFBIG   larger than max_bytes
 *         -EISDIR  a directory, -EINVAL something else that is no file
 *         -ENOMEM  out of memory
 *         or what open() and read() give
 */
int file_read(const char *path, size_t max_bytes, char **ret_bytes,
              size_t *ret_length);

/**
 * Opens a file whose name comes from outside, somewhere below a directory. No
 * name leads out of it: not "..", no absolute path, no symbolic link that
 * points elsewhere. Where the kernel has no openat2() (before Linux 5.6), no
 * symbolic link is followed at all and ".." is refused everywhere.
 *
 * @param directory_fd  an open directory
 * @param path          relative, "/" between its parts
 * @param flags         as for open(); O_CLOEXEC is added
 * @param mode          for O_CREAT
 *
 * @return a file descriptor, or
 *         -EXDEV  the name leads out
 *         or what open() gives
 */
int file_open_beneath(int directory_fd, const char *path, int flags,
                      mode_t mode);

#endif
