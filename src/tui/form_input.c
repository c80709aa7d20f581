/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys in a form. */

#include "tui/form.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "tui/form_inside.h"
#include "tui/match.h"
#include "tui/stroke.h"
#include "tui/utf8.h"

static bool is_typed(const struct entry *entry)
{
    return entry_takes_focus(entry) && (entry->edit || entry->notes);
}

bool form_is_typing(const struct form *form)
{
    return form->focus >= 0 && is_typed(&form->entries[form->focus]);
}

static void move(struct form *form, int by)
{
    int at = form->focus;

    for (int i = 0; i < form->count; i++) {
        at = (at + by + form->count) % form->count;
        if (entry_takes_focus(&form->entries[at])) {
            form->focus = at;
            return;
        }
    }
}

static enum form_event choose(struct entry *entry, int by)
{
    int count = entry_options(entry);

    if (count < 1)
        return FORM_TAKEN;
    entry->choice = (entry->choice + by + count) % count;
    return FORM_CHANGED;
}

/* "12 Sales" begins with a digit, and, where numbers stand for an order, with
 * an s as well. */
static bool option_begins(const struct form *form, const struct entry *entry,
                          int n, const char *typed)
{
    struct style style = { GLYPH_TIER_FULL, form->language };
    struct safe_text text = { .text = "" };
    char first[5] = "";
    const char *from = text.text;
    size_t used = 0;

    entry->field.option(entry->field.arg, n, &style, &text);
    if (typed[0] < '0' || typed[0] > '9')
        from += strspn(from, "0123456789 ");
    if (*from == '\0')
        return false;
    (void)text_decode(from, strlen(from), &used);
    memcpy(first, from, used);
    return match_words(first, typed);
}

/* The next one that begins so, round the list. */
static enum form_event choose_by_letter(const struct form *form,
                                        struct entry *entry, uint32_t stroke)
{
    int count = entry_options(entry);
    char typed[5] = "";

    if (!stroke_is_text(stroke) || stroke == ' ' || !entry->field.option)
        return FORM_IGNORED;
    (void)utf8_write((int32_t)stroke, typed);
    for (int i = 1; i <= count; i++)
        if (option_begins(form, entry, (entry->choice + i) % count, typed))
            return choose(entry, i);
    return FORM_IGNORED;
}

static enum form_event take_choice(const struct form *form, struct entry *entry,
                                   uint32_t stroke)
{
    bool is_radio = entry->field.kind == FORM_RADIO;

    if (stroke == STROKE_RIGHT || stroke == ' ')
        return choose(entry, 1);
    if (stroke == STROKE_LEFT)
        return choose(entry, -1);
    if (is_radio && stroke == STROKE_DOWN &&
        entry->choice + 1 < entry_options(entry))
        return choose(entry, 1);
    if (is_radio && stroke == STROKE_UP && entry->choice > 0)
        return choose(entry, -1);
    return choose_by_letter(form, entry, stroke);
}

static enum form_event take_entry(struct form *form, struct entry *entry,
                                  const struct input *input)
{
    switch (entry->field.kind) {
    case FORM_CHOICE:
    case FORM_RADIO:
        return take_choice(form, entry, input->stroke);
    case FORM_CHECK:
        if (input->stroke != ' ')
            return FORM_IGNORED;
        entry->is_checked = !entry->is_checked;
        return FORM_CHANGED;
    case FORM_BUTTON:
        return input->stroke == STROKE_ENTER || input->stroke == ' '
                   ? FORM_PRESSED
               : input->stroke == STROKE_LEFT  ? (move(form, -1), FORM_TAKEN)
               : input->stroke == STROKE_RIGHT ? (move(form, 1), FORM_TAKEN)
                                               : FORM_IGNORED;
    case FORM_DATE:
    case FORM_TIME:
        if (input->kind == INPUT_STROKE &&
            (input->stroke == STROKE_UP || input->stroke == STROKE_DOWN) &&
            entry_move_date(entry, form->language,
                            input->stroke == STROKE_UP ? 1 : -1))
            return FORM_CHANGED;
        return edit_input(entry->edit, input) ? FORM_CHANGED : FORM_IGNORED;
    case FORM_NOTES:
        return notes_input(entry->notes, input) ? FORM_CHANGED : FORM_IGNORED;
    default:
        return edit_input(entry->edit, input) ? FORM_CHANGED : FORM_IGNORED;
    }
}

static enum form_event take_wide(struct form *form, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_TAB:
    case STROKE_DOWN:
        move(form, 1);
        return FORM_TAKEN;
    case STROKE_BACK_TAB:
    case STROKE_UP:
        move(form, -1);
        return FORM_TAKEN;
    case STROKE_ENTER:
        return FORM_ENTERED;
    default:
        return FORM_IGNORED;
    }
}

enum form_event form_input(struct form *form, const struct input *input)
{
    assert(form && input);
    if (form->focus < 0)
        return FORM_IGNORED;
    if (input->kind == INPUT_CLICK)
        return form_click(form, input);

    struct entry *entry = &form->entries[form->focus];
    if (input->kind != INPUT_STROKE &&
        !(input->kind == INPUT_PASTE && is_typed(entry)))
        return FORM_IGNORED;

    enum form_event event = take_entry(form, entry, input);
    if (event == FORM_CHANGED)
        form_set_error(form, entry->field.id, NULL);
    if (event != FORM_IGNORED || input->kind != INPUT_STROKE)
        return event;
    return take_wide(form, input->stroke);
}
