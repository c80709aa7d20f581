/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's log with fewer, larger writes. */

#ifndef STORE_LOG_VFS_H
#define STORE_LOG_VFS_H

/*
 * SQLite writes each page of a transaction to its log in two pieces, the
 * frame's head and the page, one behind the other. This file system of SQLite
 * (https://www.sqlite.org/vfs.html) collects what is contiguous and writes it
 * at once: at the latest before the log is synced, read, cut or closed. Nobody
 * else reads frames before their sync, which is what makes them valid, so
 * neither order nor durability changes. All other files are the default's.
 *
 * A write that fails is told by the call that needed it: by the sync, mostly,
 * as SQLITE_FULL or SQLITE_IOERR_WRITE. What was collected is forgotten then;
 * SQLite rolls back and writes it again.
 */
/* SQLite writes 128 KB at once, less one byte: more is not one write. */
enum { LOG_VFS_ROOM = 120 * 1024 };

/**
 * Registers it, once. For sqlite3_open_v2(); any thread.
 *
 * @return its name; NULL, which is the default one: it cannot be registered
 */
const char *log_vfs_name(void);

#endif
