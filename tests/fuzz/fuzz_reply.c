/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal, or whoever writes into it, sends as keys and answers. */

#include "tests/fuzz/fuzz.h"
#include "tui/reply.h"

static void look_at(const struct input *input, size_t size)
{
    CLAIM(input->kind != INPUT_NONE && input->kind <= INPUT_END);
    if (input->kind == INPUT_PASTE)
        CLAIM(input->paste && input->length <= REPLY_PASTE_MAX &&
              input->length <= 4 * size);
    if (input->kind == INPUT_CLICK)
        CLAIM(input->row >= 0 && input->column >= 0 &&
              input->pressed_row >= 0 && input->pressed_column >= 0);
    if (input->kind == INPUT_STROKE) {
        char name[STROKE_NAME_SIZE];

        stroke_name(input->stroke, name);
        CLAIM(name[0]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct reply reply;
    struct input input = { .kind = INPUT_NONE };

    CLAIM(reply_init(&reply) == 0);
    for (size_t i = 0; i < size; i++) {
        if (reply_take(&reply, data[i], &input))
            look_at(&input, size);
        CLAIM(reply.length <= REPLY_STRING_MAX + 1);
        CLAIM(reply.paste_length <= REPLY_PASTE_MAX);
        if (data[i] == 0xff && reply_pause(&reply, i % 2, &input))
            look_at(&input, size);
    }
    if (reply_pause(&reply, true, &input))
        look_at(&input, size);
    CLAIM(reply.state != REPLY_ESCAPE && reply.state != REPLY_CONTROL);
    reply_done(&reply);
    return 0;
}
