/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of the local API: before it is listened at, and after. */

#ifndef WEB_LOCAL_SOCKET_H
#define WEB_LOCAL_SOCKET_H

/**
 * Removes the socket that a server has left behind.
 *
 * @return 0: nothing is there (any more); -EADDRINUSE: somebody listens there,
 *         -EEXIST: it is no socket, -ENAMETOOLONG, or others of lstat(),
 *         socket() and unlink()
 */
int local_socket_clear(const char *path);

/**
 * Lets nobody wait in accept() on the socket that this process listens at.
 * libwebsockets leaves it as it is, and accepts once more than somebody has
 * come when it has turned somebody away: the whole thread would stand still
 * until the next one comes. Once, at the start: a system call for each of the
 * first descriptors.
 *
 * @return 0, -ENOENT (nobody here listens there), or of fcntl()
 */
int local_socket_unblock(const char *path);

#endif
