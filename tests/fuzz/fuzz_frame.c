/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a WebSocket brings: the same in one piece and byte by byte. */

#include <string.h>

#include "base/text.h"
#include "tests/fuzz/fuzz.h"
#include "wire/frame.h"

enum { MAX_MESSAGE = 4096 };

/* All that was read, as one number. */
struct story {
    uint64_t sum;
    size_t frames;
    int end; /* 0, or what to close with */
};

static void add(struct story *story, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        story->sum = (story->sum ^ ((const unsigned char *)bytes)[i]) *
                     UINT64_C(1099511628211);
}

static void look_at(struct story *story, const struct frame *frame)
{
    CLAIM(frame->text && frame->text[frame->length] == '\0');
    CLAIM(frame->length <= MAX_MESSAGE);
    CLAIM(frame->kind == FRAME_TEXT || frame->length <= FRAME_CONTROL_MAX);
    if (frame->kind == FRAME_TEXT || frame->kind == FRAME_CLOSE)
        CLAIM(text_is_utf8(frame->text, frame->length));
    add(story, &frame->kind, sizeof(frame->kind));
    add(story, frame->text, frame->length);
    story->frames++;
}

static struct story hear(const uint8_t *data, size_t size, bool wants_mask,
                         size_t piece)
{
    struct story story = { .sum = UINT64_C(14695981039346656037) };
    struct frame_reader reader;

    frame_reader_init(&reader, wants_mask, MAX_MESSAGE);
    while (size > 0 && story.end >= 0) {
        size_t length = piece < size ? piece : size;
        struct frame frame;
        size_t used = SIZE_MAX;

        story.end = frame_read(&reader, data, length, &used, &frame);
        CLAIM(used <= length);
        CLAIM(story.end != 0 || used == length);
        CLAIM(reader.length <= MAX_MESSAGE);
        if (story.end == 1)
            look_at(&story, &frame);
        data += used;
        size -= used;
    }
    frame_reader_done(&reader);
    if (story.end > 0)
        story.end = 0;
    return story;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool wants_mask = fuzz_choice(&data, &size) & 1;
    struct story whole = hear(data, size, wants_mask, SIZE_MAX);
    struct story bytes = hear(data, size, wants_mask, 1);

    CLAIM(whole.sum == bytes.sum && whole.frames == bytes.frames);
    CLAIM(whole.end == bytes.end);
    CLAIM(whole.end == 0 || (whole.end <= -1000 && whole.end > -5000));
    return 0;
}
