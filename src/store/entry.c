/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the row of an event: masked body, private texts, chain. */

#include "store/journal.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/entropy.h"
#include "wire/event_json.h"

uint64_t event_get_id(const struct event *event, const char *name)
{
    const struct field *field = record_field(event_record(event->type), name);

    if (!field || field->kind != FIELD_ID)
        return 0;

    return (uint64_t)field_get_integer(field, &event->as);
}

void journal_mask(const unsigned char *salt, size_t salt_size, const char *text,
                  char ret_hash[SHA256_TEXT_SIZE])
{
    unsigned char digest[SHA256_SIZE];
    struct sha256 hash;

    sha256_init(&hash);
    sha256_add(&hash, salt, salt_size);
    sha256_add(&hash, text, strlen(text));
    sha256_end(&hash, digest);
    sha256_spell(digest, ret_hash);
}

void journal_chain(const unsigned char before[SHA256_SIZE], uint64_t seq,
                   int64_t at_us, uint64_t by, const char *type,
                   const char *body, unsigned char ret_chain[SHA256_SIZE])
{
    char head[160];
    struct sha256 hash;

    (void)snprintf(head, sizeof(head),
                   "%" PRIu64 " %" PRId64 " %" PRIu64 " %s ", seq, at_us, by,
                   type);
    sha256_init(&hash);
    sha256_add(&hash, before, SHA256_SIZE);
    sha256_add(&hash, head, strlen(head));
    sha256_add(&hash, body, strlen(body));
    sha256_end(&hash, ret_chain);
}

struct masking {
    struct entry *entry;
    char hash[SHA256_TEXT_SIZE];
};

static const char *mask_text(void *arg, const struct field *field,
                             const char *text)
{
    struct masking *masking = arg;
    struct entry *entry = masking->entry;

    assert(entry->private_count < JOURNAL_MAX_PRIVATE);

    struct entry_private *apart = &entry->privates[entry->private_count++];

    apart->field = field->name;
    entropy_bytes(apart->salt, sizeof(apart->salt));
    (void)snprintf(apart->text, sizeof(apart->text), "%s", text);
    journal_mask(apart->salt, sizeof(apart->salt), text, masking->hash);
    return masking->hash;
}

/* What the writer of JSON could not write must not look like no memory. */
static bool is_writable(const struct event *event, bool *ret_has_private)
{
    const struct record *record = event_record(event->type);
    bool has_private = false;

    if (!record)
        return false;

    for (size_t i = 0; i < record->field_count; i++) {
        struct field field = record->fields[i];

        field.is_setting = false;
        if (!field_is_valid(&field, &event->as))
            return false;
        has_private |=
            field.privacy == PRIVATE && field_get_text(&field, &event->as)[0];
    }

    *ret_has_private = has_private;
    return true;
}

int entry_make(const struct event *event,
               const unsigned char before[SHA256_SIZE], struct entry *ret_entry)
{
    bool has_private = false;

    if (!is_writable(event, &has_private))
        return -EPROTO;

    struct entry entry = {
        .seq = event->seq,
        .at_us = event->at_us,
        .by = event->by,
        .type = event_record(event->type)->name,
        .contact_id = event_get_id(event, "contact_id"),
        .agent_id = event_get_id(event, "agent_id"),
        .queue_id = event_get_id(event, "queue_id"),
    };
    struct masking masking = { .entry = &entry };
    const struct event_masks masks = { mask_text, NULL, &masking };

    if (has_private) {
        entry.privates = calloc(JOURNAL_MAX_PRIVATE, sizeof(*entry.privates));
        if (!entry.privates)
            return -ENOMEM;
    }

    entry.body = event_print_body(event, &masks);
    if (!entry.body) {
        entry_done(&entry);
        return -ENOMEM;
    }

    journal_chain(before, entry.seq, entry.at_us, entry.by, entry.type,
                  entry.body, entry.chain);
    *ret_entry = entry;
    return 0;
}

void entry_done(struct entry *entry)
{
    free(entry->body);
    free(entry->privates);
    *entry = (struct entry){ .seq = 0 };
}
