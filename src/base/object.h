/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored objects: an opaque name each, and where it lies on the disk. */

#ifndef BASE_OBJECT_H
#define BASE_OBJECT_H

#include <stdbool.h>

/*
 * An object's name is 32 hexadecimal digits drawn at random. It tells nothing
 * and is never made from what somebody sent, so a path made of it stays within
 * its directory. One that is being written lies in "open", one that is whole
 * in a folder named by the first two digits, so that no folder grows too large.
 */
enum {
    OBJECT_NAME_SIZE = 33, /* terminator included */
    OBJECT_PATH_SIZE = 48,
};

/** Draws a new name. */
void object_draw(char ret_name[OBJECT_NAME_SIZE]);

/** Tells whether a text is a name: 32 of 0-9 and a-f. */
bool object_is_name(const char *text);

/* Paths of a recording below the directory of recordings, for a name that
   object_is_name(): "open/<name>.wav", "<2 digits>/<name>.wav". */
void object_open_path(const char *name, char ret_path[OBJECT_PATH_SIZE]);
void object_whole_path(const char *name, char ret_path[OBJECT_PATH_SIZE]);

#endif
