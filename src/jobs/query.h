/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions to the store, for workers: what is not in the live state. */

#ifndef JOBS_QUERY_H
#define JOBS_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"
#include "wire/shape.h"

/*
 * A worker's hands are a reader of the store: give query_open() and
 * query_close() to the pool, with the store as argument, once it is started.
 * A question to hands that are not there (the database cannot be read) is
 * -ENODATA.
 */
void *query_open(void *store);
void query_close(void *hands);

enum {
    QUERY_MAX_ROWS = 1000,
    QUERY_MAX_OF_CONTACT = 10000, /* events; of 2 KB */
};

struct query_contacts {
    uint64_t before_id; /* behind it; 0: from the newest on */
    uint64_t agent_id;  /* 0: of all agents */
    uint32_t limit;     /* 1 to QUERY_MAX_ROWS */
};

/**
 * Finds contacts, newest first; those not ended are as the store has them,
 * which is behind the floor by a commit.
 *
 * @param ret_rows  on success, to be freed with free(); names are ""
 *
 * @return 0 or negative errno
 */
int query_contacts(void *hands, const struct query_contacts *query,
                   struct shape_contact **ret_rows, size_t *ret_count);

/** Finds one contact, ended or live. @return 0, -ENOENT or negative errno */
int query_contact(void *hands, uint64_t contact_id,
                  struct shape_contact *ret_contact);

/**
 * Finds out whether an agent had a part in a contact: talked with whoever it is
 * of, also when it has gone on to somebody else since.
 *
 * @return 1 or 0, or negative errno
 */
int query_had_part(void *hands, uint64_t contact_id, uint64_t agent_id);

struct query_previous {
    uint64_t contact_id;        /* of whom the others are the earlier ones */
    struct phone_number caller; /* "": as the store has it */
    uint32_t limit;             /* 1 to QUERY_MAX_ROWS */
};

/**
 * Finds the contacts before one that have the same caller's number, newest
 * first; none when it was withheld, or erased. Each costs a query for its note.
 *
 * @param ret_contact  on success, the contact itself, as the store has it;
 *                     contact_id 0: not there yet
 * @param ret_rows     on success, to be freed with free(); names are ""
 *
 * @return 0 or negative errno
 */
int query_previous(void *hands, const struct query_previous *query,
                   struct shape_contact *ret_contact,
                   struct shape_previous **ret_rows, size_t *ret_count);

/* What is known of a caller before a contact. */
struct caller_past {
    int64_t calls;                /* so many, as far as was looked */
    int64_t last_wall_us;         /* when the last of them came */
    enum speech last_language;    /* of the last of them */
    uint64_t last_queue_id;       /* where the last that waited did, or 0 */
    uint64_t agent_id;            /* who talked to the caller last, or 0 */
    uint64_t queue_id;            /* ... in which queue */
    int64_t agent_wall_us;        /* ... when that call came */
    struct shape_contact contact; /* as query_previous() gives it */
};

/** The same in short. @return 0 or negative errno */
int query_past(void *hands, const struct query_previous *query,
               struct caller_past *ret_past);

struct query_events {
    uint64_t after_seq;
    uint64_t contact_id; /* 0: of all */
    uint32_t limit;      /* 1 to QUERY_MAX_ROWS */
};

/**
 * Finds events, oldest first.
 *
 * @param ret_events  on success, to be freed with free()
 *
 * @return 0 or negative errno
 */
int query_events(void *hands, const struct query_events *query,
                 struct event **ret_events, size_t *ret_count);

/**
 * Finds all events of a contact, oldest first: what tells its way, or who had
 * to do with it, may be the last of them. The first QUERY_MAX_OF_CONTACT, if
 * there are more.
 *
 * @param ret_events  on success, to be freed with free()
 *
 * @return 0 or negative errno
 */
int query_contact_events(void *hands, uint64_t contact_id,
                         struct event **ret_events, size_t *ret_count);

/**
 * Finds the canonical text of a flow.
 *
 * @param ret_text  on success, terminated, to be freed with free()
 *
 * @return 0, -ENOENT or negative errno
 */
int query_flow_text(void *hands, const char *digest, char **ret_text);

#endif
