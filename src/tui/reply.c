/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automaton. */

#include "tui/reply.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/stroke_sequence.h"
#include "tui/utf8.h"

enum { ESCAPE = 0x1B, BELL = 0x07, UTF8_MAX = 4 };

static const char paste_end[] = "\033[201~";

int reply_init(struct reply *reply)
{
    assert(reply);
    *reply = (struct reply){ .state = REPLY_IDLE };
    reply->paste = malloc(REPLY_PASTE_MAX);

    return reply->paste ? 0 : -ENOMEM;
}

void reply_done(struct reply *reply)
{
    free(reply->paste);
    reply->paste = NULL;
}

static uint32_t stroke_of(uint32_t character)
{
    switch (character) {
    case 0:
        return STROKE_NONE;
    case 0x08:
    case 0x7F:
        return STROKE_BACKSPACE;
    case 0x09:
        return STROKE_TAB;
    case 0x0A:
    case 0x0D:
        return STROKE_ENTER;
    default:
        break;
    }
    if (character >= 1 && character <= 26)
        return STROKE_CTRL | ('a' + character - 1);
    /* The rest of C0, and all of C1, is nobody's key. */
    if (character < 0x20 || (character >= 0x80 && character < 0xA0) ||
        character > 0x10FFFF)
        return STROKE_NONE;
    return character;
}

static bool give_stroke(uint32_t stroke, struct input *ret_input)
{
    *ret_input = (struct input){ .kind = INPUT_STROKE, .stroke = stroke };
    return stroke != STROKE_NONE;
}

static bool give(enum input_kind kind, struct input *ret_input)
{
    *ret_input = (struct input){ .kind = kind };
    return true;
}

/* Esc [ 12 ; 3 R, the place of the cursor, and Esc [ ? 2026 ; 2 $ y. */
static void note_fact(struct reply *reply, uint32_t final)
{
    int row, column, mode, value;
    char end;

    if (final == 'R' &&
        sscanf(reply->parameters, "%d;%d%c", &row, &column, &end) == 2 &&
        reply->facts.cursor_reports < 4)
        reply->facts.cursor_columns[reply->facts.cursor_reports++] = column;
    if (final == 'y' &&
        sscanf(reply->parameters, "?%d;%d%c", &mode, &value, &end) == 3 &&
        end == '$' && mode == 2026)
        reply->facts.has_frames = value == 1 || value == 2;
}

static bool control_end(struct reply *reply, uint32_t final,
                        struct input *ret_input)
{
    reply->parameters[reply->length] = '\0';
    reply->state = REPLY_IDLE;
    if (final == '~' && strcmp(reply->parameters, "200") == 0) {
        reply->state = REPLY_PASTE;
        reply->paste_length = 0;
        return false;
    }
    if (final == 'n' && strcmp(reply->parameters, "0") == 0)
        return give(INPUT_ACKNOWLEDGED, ret_input);
    if (final == 'I' && reply->length == 0)
        return give(INPUT_FOCUS, ret_input);
    if (final == 'O' && reply->length == 0)
        return give(INPUT_BLUR, ret_input);
    note_fact(reply, final);
    return give_stroke(stroke_of_sequence(reply->parameters, final), ret_input);
}

static bool take_control(struct reply *reply, uint32_t character,
                         struct input *ret_input)
{
    if (character == ESCAPE) {
        reply->state = REPLY_ESCAPE;
        return false;
    }
    if (character >= 0x40 && character <= 0x7E)
        return control_end(reply, character, ret_input);
    if (character < 0x20 || character > 0x3F) {
        reply->state = REPLY_IDLE; /* no sequence at all */
        return false;
    }
    /* What is too long ends up as no known parameters. */
    if (reply->length + 1 < sizeof(reply->parameters))
        reply->parameters[reply->length++] = (char)character;
    return false;
}

static bool take_escape(struct reply *reply, uint32_t character,
                        struct input *ret_input)
{
    reply->length = 0;
    switch (character) {
    case '[':
        reply->state = REPLY_CONTROL;
        return false;
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
        reply->state = REPLY_STRING;
        return false;
    case ESCAPE:
        return give_stroke(STROKE_ESCAPE, ret_input);
    default:
        break;
    }
    reply->state = REPLY_IDLE;

    uint32_t stroke = stroke_of(character);
    return give_stroke(stroke == STROKE_NONE ? stroke : stroke | STROKE_ALT,
                       ret_input);
}

static void take_string(struct reply *reply, uint32_t character)
{
    bool was_escape = reply->state == REPLY_STRING_ESCAPE;

    reply->state = REPLY_STRING;
    if (character == BELL || (was_escape && character == '\\') ||
        ++reply->length > REPLY_STRING_MAX)
        reply->state = REPLY_IDLE;
    else if (character == ESCAPE)
        reply->state = REPLY_STRING_ESCAPE;
}

static bool give_paste(struct reply *reply, struct input *ret_input)
{
    reply->state = REPLY_IDLE;
    *ret_input = (struct input){ .kind = INPUT_PASTE,
                                 .paste = reply->paste,
                                 .length = reply->paste_length };
    return true;
}

/* In a full buffer the last letters are left out one by one, but the end is
 * kept, so that the mark is still seen. */
static bool take_paste(struct reply *reply, uint32_t character,
                       struct input *ret_input)
{
    size_t mark = sizeof(paste_end) - 1;

    if (reply->paste_length + UTF8_MAX > REPLY_PASTE_MAX) {
        char *tail = reply->paste + reply->paste_length - mark;

        memmove(tail - UTF8_MAX, tail, mark);
        reply->paste_length -= UTF8_MAX;
    }
    reply->paste_length +=
        utf8_write(character == '\r' ? '\n' : (int32_t)character,
                   reply->paste + reply->paste_length);
    if (reply->paste_length < mark ||
        memcmp(reply->paste + reply->paste_length - mark, paste_end, mark) != 0)
        return false;
    reply->paste_length -= mark;
    return give_paste(reply, ret_input);
}

bool reply_take(struct reply *reply, uint32_t character,
                struct input *ret_input)
{
    assert(reply && ret_input);
    switch (reply->state) {
    case REPLY_ESCAPE:
        return take_escape(reply, character, ret_input);
    case REPLY_CONTROL:
        return take_control(reply, character, ret_input);
    case REPLY_STRING:
    case REPLY_STRING_ESCAPE:
        take_string(reply, character);
        return false;
    case REPLY_PASTE:
        return take_paste(reply, character, ret_input);
    default:
        break;
    }
    if (character == ESCAPE) {
        reply->state = REPLY_ESCAPE;
        return false;
    }
    return give_stroke(stroke_of(character), ret_input);
}

bool reply_pause(struct reply *reply, bool is_long, struct input *ret_input)
{
    assert(reply && ret_input);
    if (reply->state == REPLY_ESCAPE) {
        reply->state = REPLY_IDLE;
        return give_stroke(STROKE_ESCAPE, ret_input);
    }
    if (!is_long)
        return false;
    if (reply->state == REPLY_PASTE)
        return give_paste(reply, ret_input);
    reply->state = REPLY_IDLE;
    return false;
}
