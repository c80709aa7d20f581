/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a request: one reading, and nothing hidden in it. */

#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "web/message_head.h"

static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (((unsigned char)*text < ' ' && *text != '\t') || *text == 0x7f)
            return false;

    return true;
}

static void look_at(const struct message_head *head)
{
    CLAIM(head->method[0] && is_plain(head->method));
    CLAIM(head->target[0] == '/' && is_plain(head->target));
    CLAIM(!strchr(head->target, ' '));
    CLAIM(head->field_count <= MESSAGE_HEAD_MAX_FIELDS);
    CLAIM(head->content_length >= 0);
    CLAIM(!head->is_chunked || !message_head_field(head, "content-length"));
    for (size_t i = 0; i < head->field_count; i++) {
        const char *name = head->fields[i].name;

        CLAIM(name[0] && is_plain(head->fields[i].value));
        CLAIM(!strpbrk(name, " \t:ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
    }
}

/* Found at the same place, however the bytes come. */
static enum problem find(const char *text, size_t size, size_t *ret_length)
{
    enum problem whole = message_head_find(text, size, 0, ret_length);
    enum problem piece = PROBLEM_NONE;
    size_t length = 0, at = 0;

    while (at < size && length == 0 && piece == PROBLEM_NONE) {
        piece = message_head_find(text, at + 1, at, &length);
        at++;
    }
    CLAIM(piece == whole || whole == PROBLEM_HEADERS_TOO_LARGE ||
          piece == PROBLEM_HEADERS_TOO_LARGE);
    if (whole == PROBLEM_NONE && piece == PROBLEM_NONE)
        CLAIM(length == *ret_length);
    return whole;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct message_head head;
    size_t length = 0;
    char *bytes = fuzz_text(data, size);

    if (find(bytes, size, &length) == PROBLEM_NONE && length > 0) {
        char *text = fuzz_text(data, length);

        CLAIM(length <= MESSAGE_HEAD_MAX_LENGTH);
        if (message_head_parse(text, length, &head) == PROBLEM_NONE) {
            look_at(&head);
            (void)message_head_names(&head, "connection", "close");
        }
        free(text);
    }
    free(bytes);
    return 0;
}
