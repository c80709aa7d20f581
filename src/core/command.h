/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands: what people want, and what the world answers to effects. */

#ifndef CORE_COMMAND_H
#define CORE_COMMAND_H

#include <stdint.h>

#include "core/event.h"
#include "core/record.h"

enum command_source { FROM_PEOPLE, FROM_WORLD, FROM_SERVER };

enum command_type {
#define COMMAND(CODE, name, who, doc) COMMAND_##CODE,
#include "core/command.def"
};

enum {
    COMMAND_TYPE_COUNT = 0
#define COMMAND(CODE, name, who, doc) +1
#include "core/command.def"
};

/* clang-format off */
/* One struct per command: struct command_pause and so on; a document's is
   struct command_set_queue, which has the fields of struct event_queue_set. */
#define COMMAND(CODE, name, who, doc)   struct command_##name {
#define FIELD(kind, name, privacy)          KIND_##kind name;
#define END                             };
#include "core/command.def"
/* clang-format on */

/* A plain value: it crosses threads by assignment. */
struct command {
    enum command_type type;
    uint64_t by; /* the user who asks; 0: the world, or the server */
    union {
#define COMMAND(CODE, name, who, doc) struct command_##name name;
#include "core/command.def"
    } as;
};

/**
 * Tells what a command's fields are. command->as is the record.
 *
 * @return the record, or NULL when there is no such command
 */
const struct record *command_record(unsigned type);

/** Tells who may give a command. */
enum command_source command_source(enum command_type type);

/** Finds a command by its name; -ENOENT when there is none. */
int command_find(const char *name);

/* What a kind of document is called in events and commands. */
struct document_kind_info {
    const char *name;            /* "queue" */
    const struct record *record; /* of EVENT_..._SET and COMMAND_SET_... */
    enum event_type set_event;
    enum event_type removed_event;
    enum command_type set_command;
    enum command_type remove_command;
};

/** Looks a kind of document up. */
const struct document_kind_info *document_kind_info(enum document_kind kind);

#endif
