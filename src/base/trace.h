/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said and done for each contact lately, within a bound. */

#ifndef BASE_TRACE_H
#define BASE_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/*
 * Messages come in under the name of their dialog (a Call-ID), before anybody
 * knows which contact it belongs to; trace_bind() tells. What never becomes a
 * contact is kept for a minute, in an eighth of the room: a flood of strangers
 * pushes out nothing but itself.
 *
 * Memory is bounded: of a contact its oldest entries go first, and are counted.
 * When all of it is full, whole contacts go: strangers first, then those that
 * ended well, then those that failed, then the oldest entries of live ones.
 *
 * One thread writes; any thread may read: both lock for the time of a copy.
 * Whoever writes leaves passwords, keys and pressed digits out (base/trace_text.h).
 */
struct trace;

enum {
    TRACE_CONTACT_MAX = 64 * 1024, /* bytes of one contact's entries */
    TRACE_MESSAGE_MAX = 8 * 1024,  /* bytes kept of one message */
    TRACE_DIALOG_MAX = 255,        /* bytes of a dialog's name */
    TRACE_DIALOGS_MAX = 32,        /* of one contact */
};

struct trace_settings {
    size_t max_bytes;       /* in all; 0: nothing is kept */
    int64_t keep_us;        /* after the end of a contact */
    int64_t keep_failed_us; /* the same of one that failed */
};

enum trace_kind {
    TRACE_MESSAGE,
    TRACE_EFFECT, /* what was done for the contact */
};

enum trace_transport {
    TRACE_UDP,
    TRACE_TCP,
    TRACE_TLS,
};

/* 16 bytes; of IPv4 the first 4. */
struct trace_address {
    uint8_t bytes[16];
    uint16_t port;
    bool is_v6;
};

/* A plain value. */
struct trace_entry {
    enum trace_kind kind;
    int64_t at_us;     /* as the writer told */
    unsigned code;     /* of an effect: its type */
    uint64_t agent_id; /* of an effect, or 0 */
    unsigned party;    /* of a message: which dialog, from 1 on */
    bool is_sent;      /* of a message: by us */
    enum trace_transport transport;
    struct trace_address ours, theirs;
    uint32_t length; /* of the whole message */
    uint32_t kept;   /* of it, the bytes that are here */
    size_t offset;   /* where they are, see struct trace_copy */
};

struct trace_copy {
    struct trace_entry *entries; /* oldest first */
    size_t count;
    uint64_t dropped; /* entries that had to go before */
    char *bytes;      /* of all messages, one behind the other */
};

struct trace_figures {
    size_t bytes;
    size_t contacts;  /* strangers not counted */
    uint64_t dropped; /* entries that went before their time */
};

/** Makes an empty one. @return 0 or -ENOMEM */
int trace_new(const struct trace_settings *settings, struct trace **ret_trace);

/** Releases it. NULL is fine. @return NULL always */
struct trace *trace_free(struct trace *trace);

/**
 * Keeps a message. One of an unknown dialog is left out, unless it begins one.
 *
 * @param dialog     its name, any bytes; longer than TRACE_DIALOG_MAX is left
 *                   out
 * @param begins     it may be the first of its dialog
 * @param is_failure the contact is to be kept for longer
 * @param entry      party, kept and offset are filled in
 * @param bytes      entry->length of them; copied
 */
void trace_add_message(struct trace *trace, const char *dialog,
                       size_t dialog_length, bool begins, bool is_failure,
                       const struct trace_entry *entry, const char *bytes);

/** Keeps an effect; of a contact that is not known it begins the trace. */
void trace_add_effect(struct trace *trace, uint64_t contact_id,
                      const struct trace_entry *entry);

/** Says which contact a dialog belongs to, before or after its messages. */
void trace_bind(struct trace *trace, const char *dialog, size_t dialog_length,
                uint64_t contact_id, int64_t now_us);

/** Says that a contact has ended; what still comes is kept with it. */
void trace_end(struct trace *trace, uint64_t contact_id, bool is_failure,
               int64_t now_us);

/** Lets go of all that was kept of a contact, for good: it is to be erased. */
void trace_forget(struct trace *trace, uint64_t contact_id);

/** Lets go of what was kept long enough. */
void trace_expire(struct trace *trace, int64_t now_us);

/**
 * Copies what there is of a contact.
 *
 * @return 0; -ENOENT: nothing; -ENOMEM
 */
int trace_read(struct trace *trace, uint64_t contact_id,
               struct trace_copy *ret_copy);

/** Releases a copy. */
void trace_copy_done(struct trace_copy *copy);

void trace_figures(struct trace *trace, struct trace_figures *ret_figures);

/** Takes an address of IPv4 or IPv6; others become 0.0.0.0. */
void trace_address_set(struct trace_address *address,
                       const struct sockaddr *from);

#endif
