/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer and a reader of tab-separated, percent-escaped fields. */

#include "calls/keepsake.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writing. `ok` is false once something did not fit. */
struct writer {
    char *text;
    size_t size;
    size_t length;
    bool ok;
};

static void put(struct writer *writer, const char *bytes, size_t count)
{
    if (!writer->ok || count >= writer->size - writer->length) {
        writer->ok = false;
        return;
    }

    memcpy(writer->text + writer->length, bytes, count);
    writer->length += count;
    writer->text[writer->length] = '\0';
}

static bool is_plain(char c)
{
    return c > ' ' && c <= '~' && c != '%';
}

static void put_escaped(struct writer *writer, unsigned char byte)
{
    char escaped[4];

    snprintf(escaped, sizeof(escaped), "%%%02X", byte);
    put(writer, escaped, 3);
}

static void put_text(struct writer *writer, const char *text)
{
    put(writer, "\t", 1);
    while (*text) {
        size_t length = 0;

        while (is_plain(text[length]))
            length++;
        put(writer, text, length);
        text += length;
        if (*text)
            put_escaped(writer, (unsigned char)*text++);
    }
}

static void put_number(struct writer *writer, int64_t number)
{
    char digits[24];
    int length = snprintf(digits, sizeof(digits), "\t%" PRId64, number);

    put(writer, digits, (size_t)length);
}

static void put_address(struct writer *writer,
                        const struct sockaddr_storage *address)
{
    char text[INET6_ADDRSTRLEN] = "";
    bool is_v6 = address->ss_family == AF_INET6;
    const struct sockaddr_in *v4 = (const struct sockaddr_in *)address;
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)address;
    const void *host = is_v6 ? (const void *)&v6->sin6_addr : &v4->sin_addr;

    if (!inet_ntop(is_v6 ? AF_INET6 : AF_INET, host, text, sizeof(text)))
        writer->ok = false;
    put_text(writer, text);
    put_number(writer, ntohs(is_v6 ? v6->sin6_port : v4->sin_port));
}

static struct writer begin(char *text, const char *version)
{
    struct writer writer = { text, CALLS_NOTE_TEXT_SIZE, 0, true };

    put(&writer, version, strlen(version));
    return writer;
}

int keepsake_write_binding(const struct phone_binding *binding,
                           char ret_text[CALLS_NOTE_TEXT_SIZE])
{
    struct writer writer = begin(ret_text, "binding1");

    put_number(&writer, (int64_t)binding->device_id);
    put_text(&writer, binding->contact);
    put_address(&writer, &binding->source);
    put_number(&writer, binding->transport);
    put_number(&writer, binding->expires_at_us);
    put_text(&writer, binding->call_id);
    put_number(&writer, binding->cseq);
    return writer.ok ? 0 : -EMSGSIZE;
}

int keepsake_write_dialog(const struct leg_left *left,
                          char ret_text[CALLS_NOTE_TEXT_SIZE])
{
    struct writer writer = begin(ret_text, "dialog1");

    put_text(&writer, left->call_id);
    put_text(&writer, left->local_tag);
    put_text(&writer, left->remote_tag);
    put_text(&writer, left->local_uri);
    put_text(&writer, left->remote_uri);
    put_text(&writer, left->target);
    put_text(&writer, left->route);
    put_number(&writer, left->cseq);
    put_number(&writer, left->transport);
    put_address(&writer, &left->next_hop);
    return writer.ok ? 0 : -EMSGSIZE;
}

/* The contact alone may be as long as a key: its escapes are shortened to a
   hash when they do not fit. */
void keepsake_binding_key(const struct phone_binding *binding,
                          char ret_key[CALLS_NOTE_KEY_SIZE])
{
    struct writer writer = { ret_key, CALLS_NOTE_KEY_SIZE, 0, true };
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a, 64 bit */

    put_number(&writer, (int64_t)binding->device_id);
    put_text(&writer, binding->contact);
    if (writer.ok)
        return;

    for (const char *c = binding->contact; *c; c++)
        hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
    snprintf(ret_key, CALLS_NOTE_KEY_SIZE, "\t%" PRIu64 "\t#%016" PRIx64,
             binding->device_id, hash);
}

void keepsake_dialog_key(uint64_t leg_id, char ret_key[CALLS_NOTE_KEY_SIZE])
{
    snprintf(ret_key, CALLS_NOTE_KEY_SIZE, "%" PRIu64, leg_id);
}

/* Reading. `ok` is false once something was not as it must be. */
struct reader {
    const char *at;
    bool ok;
};

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';

    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static int take_byte(struct reader *reader)
{
    if (*reader->at != '%')
        return (unsigned char)*reader->at++;

    int high = hex_value(reader->at[1]);
    int low = high < 0 ? -1 : hex_value(reader->at[2]);

    if (low < 0 || (high == 0 && low == 0)) {
        reader->ok = false;
        return 0;
    }
    reader->at += 3;
    return high << 4 | low;
}

static void take_text(struct reader *reader, char *ret_text, size_t size)
{
    size_t length = 0;

    if (!reader->ok || *reader->at != '\t') {
        reader->ok = false;
        return;
    }

    reader->at++;
    while (reader->ok && *reader->at && *reader->at != '\t') {
        int byte = take_byte(reader);

        if (length + 1 >= size)
            reader->ok = false;
        else
            ret_text[length++] = (char)byte;
    }
    ret_text[length] = '\0';
}

static int64_t take_number(struct reader *reader, int64_t min, int64_t max)
{
    char text[24] = "";
    char *end;

    take_text(reader, text, sizeof(text));
    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (!reader->ok || errno || end == text || *end || number < min ||
        number > max) {
        reader->ok = false;
        return min;
    }

    return number;
}

static void take_address(struct reader *reader,
                         struct sockaddr_storage *ret_address)
{
    char text[INET6_ADDRSTRLEN] = "";
    struct sockaddr_in *v4 = (struct sockaddr_in *)ret_address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)ret_address;

    take_text(reader, text, sizeof(text));
    uint16_t port = (uint16_t)take_number(reader, 0, UINT16_MAX);
    if (!reader->ok)
        return;

    memset(ret_address, 0, sizeof(*ret_address));
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
    } else if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
    } else {
        reader->ok = false;
    }
}

static struct reader open_reader(const char *text, const char *version)
{
    size_t length = strlen(version);

    return (struct reader){ text + length,
                            strncmp(text, version, length) == 0 };
}

static int close_reader(const struct reader *reader)
{
    return reader->ok && *reader->at == '\0' ? 0 : -EBADMSG;
}

int keepsake_read_binding(const char *text, struct phone_binding *ret_binding)
{
    assert(text && ret_binding);

    struct phone_binding read = { 0 };
    struct reader reader = open_reader(text, "binding1");

    if (!reader.ok)
        return -EBADMSG;

    read.device_id = (uint64_t)take_number(&reader, 1, INT64_MAX);
    take_text(&reader, read.contact, sizeof(read.contact));
    take_address(&reader, &read.source);
    read.transport =
        (enum signal_transport)take_number(&reader, SIGNAL_UDP, SIGNAL_TLS);
    read.expires_at_us = take_number(&reader, 0, INT64_MAX);
    take_text(&reader, read.call_id, sizeof(read.call_id));
    read.cseq = (uint32_t)take_number(&reader, 0, INT32_MAX);

    int rc = close_reader(&reader);
    if (rc == 0)
        *ret_binding = read;
    return rc;
}

int keepsake_read_dialog(const char *text, struct leg_left *ret_left)
{
    assert(text && ret_left);

    struct leg_left read = { 0 };
    struct reader reader = open_reader(text, "dialog1");

    if (!reader.ok)
        return -EBADMSG;

    take_text(&reader, read.call_id, sizeof(read.call_id));
    take_text(&reader, read.local_tag, sizeof(read.local_tag));
    take_text(&reader, read.remote_tag, sizeof(read.remote_tag));
    take_text(&reader, read.local_uri, sizeof(read.local_uri));
    take_text(&reader, read.remote_uri, sizeof(read.remote_uri));
    take_text(&reader, read.target, sizeof(read.target));
    take_text(&reader, read.route, sizeof(read.route));
    read.cseq = (uint32_t)take_number(&reader, 0, INT32_MAX);
    read.transport =
        (enum signal_transport)take_number(&reader, SIGNAL_UDP, SIGNAL_TLS);
    take_address(&reader, &read.next_hop);

    int rc = close_reader(&reader);
    if (rc == 0)
        *ret_left = read;
    return rc;
}
