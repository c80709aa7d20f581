/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup that sends each key as it is pressed. */

#include "console/keypad.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "wire/value.h"

enum { SENT_MAX = 24, DIGITS_MAX = 31 };

struct keypad {
    struct program *program;
    char sent[SENT_MAX + 1]; /* the last ones */
    bool is_masked;          /* the journal shall not have them */
};

static bool is_key(uint32_t stroke)
{
    return stroke != 0 && stroke < 0x80 &&
           strchr("0123456789*#ABCD", (int)stroke) != NULL;
}

/* The call may have ended while the popup is open. */
static bool can_send(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);
    bool can =
        program_is_live(program) && agent && agent->state == AGENT_TALKING;

    if (!can)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Nobody hears keys now.")));
    return can;
}

static void send(struct program *program, const char *digits, bool is_masked)
{
    struct json_t *body = value_object();

    value_set_text(body, "digits", digits);
    value_set_flag(body, "masked", is_masked);
    program_command(program, ROUTE_AGENT_DIGITS, body);
}

bool keypad_send(struct program *program, const char *digits)
{
    size_t length = strlen(digits);

    if (length == 0 || length > DIGITS_MAX ||
        digits[strspn(digits, "0123456789*#ABCD")] != '\0')
        return false;
    send(program, digits, false);
    return true;
}

static void press(struct keypad *keypad, char key)
{
    char digits[2] = { key, '\0' };
    size_t length = strlen(keypad->sent);

    if (length == SENT_MAX) {
        memmove(keypad->sent, keypad->sent + 1, SENT_MAX);
        length--;
    }
    keypad->sent[length] = keypad->is_masked ? '.' : key;
    keypad->sent[length + 1] = '\0';
    send(keypad->program, digits, keypad->is_masked);
}

static bool keypad_input(void *state, const struct input *input)
{
    struct keypad *keypad = state;

    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke == STROKE_TAB) {
        keypad->is_masked = !keypad->is_masked;
        return true;
    }
    if (!is_key(input->stroke))
        return false;

    if (can_send(keypad->program))
        press(keypad, (char)input->stroke);
    return true;
}

static bool keypad_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void draw_counts(const struct keypad *keypad,
                        const struct surface *surface)
{
    const struct topic_agents *agent = program_agent_fields(keypad->program);
    char text[512];

    if (!agent || agent->digits_lost == 0)
        return;
    snprintf(text, sizeof(text),
             P_(surface->style->language, "The other end did not take %d key.",
                "The other end did not take %d keys.",
                (unsigned long)agent->digits_lost),
             (int)agent->digits_lost);
    surface_words(surface, (struct place){ 5, 1, 0, false }, LOOK(WARN, 0),
                  text);
}

static void keypad_draw(void *state, const struct surface *surface)
{
    const struct keypad *keypad = state;
    static const char *const rows[] = { "1 2 3", "4 5 6", "7 8 9", "* 0 #" };
    struct place sent = { 0, 17, 0, false };

    for (int i = 0; i < 4; i++)
        surface_words(surface, (struct place){ i, 1, 0, false }, LOOK(KEY, 0),
                      rows[i]);
    int used = surface_label(surface, (struct place){ 0, 9, 0, false },
                             LOOK(DIM, 0), N_("sent"));
    sent.column = 9 + used + 1;
    used = surface_words(surface, sent, LOOK(TEXT, 0), keypad->sent);
    surface_cursor(surface, 0, sent.column + used, true);
    surface_label(surface, (struct place){ 2, 9, 0, false }, LOOK(DIM, 0),
                  N_("What you type goes out at once."));
    surface_label(surface, (struct place){ 3, 9, 0, false }, LOOK(DIM, 0),
                  keypad->is_masked
                      ? N_("Kept nowhere. Tab: keep them")
                      : N_("Kept in the journal. Tab: keep none"));
    draw_counts(keypad, surface);
}

static void keypad_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = 6;
    *ret_columns = 58;
}

static const struct view_kind keypad_kind = {
    .name = N_("Keypad"),
    .scopes = { SCOPE_KEYPAD },
    .is_popup = true,
    .draw = keypad_draw,
    .input = keypad_input,
    .is_typing = keypad_is_typing,
    .size = keypad_size,
    .free = free,
};

int keypad_push(struct program *program)
{
    struct keypad *keypad = calloc(1, sizeof(*keypad));

    if (!keypad)
        return -ENOMEM;
    keypad->program = program;
    return ui_push(program->ui, &keypad_kind, keypad);
}
