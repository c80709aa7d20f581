/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics: what can be watched live, and what the rows of each are. */

#ifndef WIRE_TOPIC_H
#define WIRE_TOPIC_H

#include "core/event.h"
#include "core/record.h"
#include "wire/permission.h"

enum topic {
#define TOPIC(CODE, name, permission, doc)                TOPIC_##CODE,
#define DOCUMENT_TOPIC(CODE, name, KIND, permission, doc) TOPIC_##CODE,
#include "wire/topic.def"
    TOPIC_COUNT,
};

/* clang-format off */
/* One struct per topic: struct topic_agents and so on. */
#define TOPIC(CODE, name, permission, doc) struct topic_##name {
#define FIELD(kind, name, privacy)             KIND_##kind name;
#define END                                };
#include "wire/topic.def"
/* clang-format on */

/* The name of its subprotocol (RFC 6455, 1.9); a change of meaning is a new
   one. */
#define TOPIC_PROTOCOL "cclite.1"

/* Codes with which the server closes, beside those of wire/frame.h. */
enum topic_code {
    TOPIC_SIGNED_OUT = 4001,     /* the token is worth nothing any more */
    TOPIC_RIGHTS_CHANGED = 4002, /* come again, and see other things */
};

struct topic_info {
    const char *name; /* "agents" */
    enum permission permission;
    int document;    /* enum document_kind; -1: its rows are no documents */
    const char *doc; /* English, through N_() */
};

/** Looks a topic up. */
const struct topic_info *topic_info(enum topic topic);

/** What its rows are. */
const struct record *topic_record(enum topic topic);

/** Finds a topic by its name. @return enum topic, or -ENOENT */
int topic_find(const char *name);

/** The key of a row: its first field. */
uint64_t topic_key(const void *row);

/* What becomes of a field's value while its row does not change. */
enum topic_flow {
    FLOW_STANDS,  /* nothing */
    FLOW_GROWS,   /* by the time that passes; -1: it does not run */
    FLOW_SHRINKS, /* the same, until it is 0 */
};

/** Tells it by the field's name, see wire/topic.def. */
enum topic_flow topic_field_flow(const struct field *field);

/** The value of a span when so much time has passed since the row was made. */
int64_t topic_span_after(const struct field *field, const void *row,
                         int64_t passed_us);

#endif
