/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings and sounds of prompts, taken along by backup and restore. */

#ifndef STORE_SOUNDS_H
#define STORE_SOUNDS_H

/*
 * Beside a backup NAME lies NAME.recordings, built like the directory of
 * recordings, and NAME.prompts, likewise. A file that is whole never changes, so on the same disk the copy
 * is a link: it takes no room, and stays when the recording is deleted.
 * Recordings that are still being written are not taken along.
 */

/**
 * Copies all whole recordings from one directory to another, which is made.
 * What is there already stays. Blocks on the disk.
 *
 * @return 0, also when there is nothing to copy from, or a negative errno
 */
int sounds_copy(const char *from, const char *to);

/** Those of a data directory to beside a backup. @return as sounds_copy() */
int sounds_backup(const char *directory, const char *backup);

/** And the other way round. @return as sounds_copy() */
int sounds_restore(const char *backup, const char *directory);

#endif
