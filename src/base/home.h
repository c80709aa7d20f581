/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person's own files are, and how one is replaced. */

#ifndef BASE_HOME_H
#define BASE_HOME_H

#include <stddef.h>

/*
 * The XDG Base Directory Specification 0.8: what somebody has set up is below
 * $XDG_CONFIG_HOME, or ~/.config; what a program remembers by itself is below
 * $XDG_STATE_HOME, or ~/.local/state. A variable that is no absolute path
 * counts as unset.
 */
enum home_kind {
    HOME_CONFIG,
    HOME_STATE,
};

enum { HOME_PATH_SIZE = 4096 };

/**
 * Tells where a file is.
 *
 * @param name      relative: "cclite/config"
 * @param ret_path  absolute
 *
 * @return 0, -ENOENT when the environment names no home, or -ENAMETOOLONG
 */
int home_path(enum home_kind kind, const char *name,
              char ret_path[HOME_PATH_SIZE]);

/**
 * Makes all directories that a path leads through, for their owner alone.
 *
 * @return 0, -ENAMETOOLONG, or what mkdir() says
 */
int home_make_way(const char *path);

/**
 * Replaces a file by a text, whole, readable for its owner alone; makes the
 * directories. Whoever reads it meanwhile finds the old one or the new one.
 *
 * @return 0, or what the system says; the old one is then still there
 */
int home_replace(const char *path, const char *text);

/**
 * Takes a lock that ends with the descriptor, or with the process: an empty
 * file, made when it is not there. See flock(2).
 *
 * @return a descriptor for home_unlock(); -EBUSY: another process has it; or
 *         what the system says
 */
int home_lock(const char *path);

/** Gives a lock back, removes its file, and the directory if that is empty. */
void home_unlock(const char *path, int lock);

#endif
