/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes: which request does what, wants which permission, gives which answer. */

#ifndef WIRE_ROUTE_H
#define WIRE_ROUTE_H

#include <stddef.h>

#include "core/command.h"
#include "wire/permission.h"
#include "wire/shape.h"

enum method {
    METHOD_GET,
    METHOD_POST,
    METHOD_PUT,
    METHOD_DELETE,
    METHOD_COUNT
};

enum route_id {
#define ROUTE(CODE, name, method, path, permission, query, body, answer,       \
              status, doc)                                                     \
    ROUTE_##CODE,
#include "wire/route.def"
    ROUTE_COUNT,
};

enum route_query {
    QUERY_NONE,
    QUERY_LISTED,   /* limit, cursor, sort, filter */
    QUERY_EVENTS,   /* after, limit, filter */
    QUERY_PERIOD,   /* from, until: moments of UTC */
    QUERY_MATCHED,  /* none, and If-Match is wanted */
    QUERY_REPLACED, /* the same, and replacement: another document of its kind */
};

enum content_kind {
    CONTENT_NOTHING,
    CONTENT_DOCUMENT,  /* which: enum document_kind */
    CONTENT_DOCUMENTS, /* a list of them */
    CONTENT_COMMAND,   /* which: enum command_type */
    CONTENT_SHAPE,     /* which: enum shape_id */
    CONTENT_SHAPES,    /* a list of them */
    CONTENT_FLOW_TEXT, /* {"name", "text"} */
    CONTENT_FLOW_NODE, /* {"flow", "node"} */
    CONTENT_SOUND,     /* audio/wav, as a body */
    CONTENT_CSV,       /* text/csv, likewise */
    CONTENT_ICAL,      /* text/calendar, likewise */
    CONTENT_EVENTS,    /* a list of events */
    CONTENT_TEXT,
    CONTENT_METRICS,
    CONTENT_OPENAPI,
    CONTENT_AUDIO, /* audio/wav, whole or a part */
    CONTENT_PCAP,  /* application/vnd.tcpdump.pcap */
};

/* What a body or an answer is. */
struct content {
    enum content_kind kind;
    int which;
};

struct route {
    enum route_id id;
    const char *name; /* the operationId */
    enum method method;
    const char *path;
    enum permission permission;
    enum route_query query;
    struct content body;
    struct content answer;
    int status;      /* when done */
    const char *doc; /* English, through N_() */
};

enum { ROUTE_MAX_PARAMETERS = 2 };

/* A path found in the table. */
struct route_match {
    const struct route *route; /* NULL: the path has no such method */
    unsigned methods;          /* of the path: 1 << METHOD_GET and so on */
    struct name parameters[ROUTE_MAX_PARAMETERS];
};

/** Looks a route up. */
const struct route *route_get(enum route_id id);

/** The word of a method: "GET". */
const char *method_word(enum method method);

/** Finds a method by its word; -ENOENT when there is none. */
int method_find(const char *word);

/**
 * Finds a path. A parameter is one part of the path, 1 to 63 bytes, which are
 * not looked at. O(routes).
 *
 * @param ret_match  on success, the route, or which methods there are
 *
 * @return 0, or -ENOENT: no such path
 */
int route_find(enum method method, const char *path,
               struct route_match *ret_match);

/** The record of a body or an answer, for its kinds with one; else NULL. */
const struct record *content_record(struct content content);

/**
 * Tells which field of a command the path gives as {id}, which the body
 * therefore must not have; NULL when there is none. Of a command to every
 * queue the path gives it, too.
 */
const char *route_path_field(const struct route *route);

/**
 * Tells which kind of document a field refers to, by its name: "queue_id" is a
 * DOCUMENT_QUEUE. overflow_id, target_id and to_id depend on another field.
 *
 * @return the kind, or -ENOENT
 */
int route_reference(const char *field_name);

/**
 * Tells which other field says what an id refers to: overflow_to of
 * overflow_id, operator_to of operator_id, target of target_id, to of to_id.
 *
 * @return its name, or NULL: the id needs none
 */
const char *route_companion(const char *field_name);

/**
 * Finds what a destination is, by its word: of voicemail a box,
 * of announcement a prompt.
 *
 * @return enum document_kind, or -ENOENT
 */
int route_destination(const char *word);

#endif
