/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A data directory for a test, a store in it, and days written to it. */

#ifndef TESTS_STORE_PLACE_H
#define TESTS_STORE_PLACE_H

#include <stdint.h>

#include "store/db.h"
#include "store/store.h"
#include "tests/store/day.h"

enum { PLACE_WAIT_MS = 60000 };

/* A plain struct; all steps fail the test when they fail. */
struct place {
    char directory[64];
    char database[80];
    struct store_settings settings; /* may be changed before place_start() */
    struct store *store;
    struct core *core;
};

void place_make(struct place *place); /* an empty directory */
void place_remove(
    struct place *place); /* the store is stopped, then all goes */

void place_start(struct place *place); /* open, recover, start */
void place_stop(struct place *place);  /* close */

/** Waits until a ticket is committed. */
void place_wait(struct place *place, int64_t ticket);

/** Writes a day of so many events at least, waiting at its end only. */
void place_write_day(struct place *place, uint64_t events, uint64_t seed);

/** Writes what a day's last step gave. @return the ticket, or as store_write()
 */
int64_t place_write_step(struct place *place, const struct day *day);

/** Fails the test when the database does not verify. */
void place_verify(struct place *place);

/** Opens the database beside the store. */
sqlite3 *place_open_database(struct place *place);

/** One number by SQL. */
int64_t place_number(struct place *place, const char *sql);

/** Runs SQL on the stopped store's database: to break it. */
void place_run(struct place *place, const char *sql);

#endif
