/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by name, and texts that name them. */

#include "core/variable.h"

#include <stdio.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/vault.h"

static const struct variable_row *first_of(const struct turn *turn,
                                           uint64_t contact_id)
{
    const struct variable_slot *slot =
        table_find_from(&turn->state->variables, contact_id, 0);

    return slot && slot->row.contact_id == contact_id ? &slot->row : NULL;
}

static const struct variable_row *find(const struct turn *turn,
                                       uint64_t contact_id, const char *name,
                                       int64_t *ret_last)
{
    const struct variable_row *row = first_of(turn, contact_id);

    *ret_last = 0;
    while (row && strcmp(row->name.text, name) != 0) {
        const struct variable_slot *slot = table_find_from(
            &turn->state->variables, contact_id, (uint64_t)row->number + 1);

        *ret_last = row->number;
        row = slot && slot->row.contact_id == contact_id ? &slot->row : NULL;
    }

    return row;
}

/* What is known of every call; NULL: no such name. */
static const char *given_value(const struct contact_row *contact,
                               const char *name)
{
    if (strcmp(name, "caller") == 0)
        return contact->caller.text;
    if (strcmp(name, "called") == 0)
        return contact->called.text;
    if (strcmp(name, "language") == 0)
        return word_spell(&word_list_speech, (int)contact->language);

    return NULL;
}

bool variable_is_given(const char *name)
{
    static const struct contact_row nobody;

    return given_value(&nobody, name) != NULL;
}

static void put(struct label *ret_value, const char *text)
{
    *ret_value = (struct label){ "" };
    (void)snprintf(ret_value->text, sizeof(ret_value->text), "%s", text);
}

static bool look_up(const struct turn *turn, const struct contact_row *contact,
                    const char *name, struct label *ret_value, bool *ret_masked)
{
    const char *given = given_value(contact, name);
    int64_t last;
    const struct variable_row *row =
        given ? NULL : find(turn, contact->contact_id, name, &last);

    *ret_masked = row && row->masked;
    if (*ret_masked)
        put(ret_value,
            vault_get(turn->vault, contact->contact_id, row->number).text);
    else
        put(ret_value, given ? given : row ? row->value.text : "");

    return given || row;
}

bool variable_get(const struct turn *turn, const struct contact_row *contact,
                  const char *name, struct label *ret_value)
{
    bool is_masked;

    return look_up(turn, contact, name, ret_value, &is_masked);
}

bool variable_is_masked(const struct turn *turn, uint64_t contact_id,
                        const char *name)
{
    int64_t last;
    const struct variable_row *row = find(turn, contact_id, name, &last);

    return row && row->masked;
}

const char *variable_text(const struct turn *turn, uint64_t contact_id,
                          const char *name)
{
    int64_t last;
    const struct variable_row *row = find(turn, contact_id, name, &last);

    return row && !row->masked ? row->value.text : NULL;
}

/* Walking a text. */

static bool add_named(const struct turn *turn,
                      const struct contact_row *contact, const char *name,
                      size_t length, variable_add_h *add, void *arg)
{
    struct name known = { "" };
    struct label value;
    bool is_masked;

    if (length >= sizeof(known.text))
        return false;

    memcpy(known.text, name, length);
    (void)look_up(turn, contact, known.text, &value, &is_masked);
    return add(arg, value.text, strlen(value.text),
               is_masked ? VARIABLE_MASKED : VARIABLE_VALUE);
}

bool variable_expand(const struct turn *turn, const struct contact_row *contact,
                     const char *text, variable_add_h *add, void *arg)
{
    bool fits = true;

    while (fits && *text) {
        const char *open = strstr(text, "{{");
        const char *close = open ? strstr(open, "}}") : NULL;

        if (open && !close)
            return false;
        fits = add(arg, text, open ? (size_t)(open - text) : strlen(text),
                   VARIABLE_NONE);
        if (fits && open)
            fits = add_named(turn, contact, open + 2,
                             (size_t)(close - open - 2), add, arg);
        text = close ? close + 2 : "";
    }

    return fits;
}

/* The text being filled. */
struct filling {
    struct label text;
    size_t length;
    bool is_masked;
};

static bool add_to_label(void *arg, const char *part, size_t length,
                         enum variable_part kind)
{
    struct filling *filling = arg;

    if (filling->length + length >= sizeof(filling->text.text))
        return false;

    memcpy(filling->text.text + filling->length, part, length);
    filling->length += length;
    filling->is_masked |= kind == VARIABLE_MASKED;
    return true;
}

bool variable_fill(const struct turn *turn, const struct contact_row *contact,
                   const char *text, struct label *ret_text, bool *ret_masked)
{
    struct filling filling = { .length = 0 };

    if (!variable_expand(turn, contact, text, add_to_label, &filling) ||
        (filling.is_masked && !ret_masked))
        return false;
    if (ret_masked)
        *ret_masked = filling.is_masked;
    *ret_text = filling.text;
    return true;
}

bool write_next_variable(struct turn *turn, const struct contact_row *contact,
                         const struct name *name, const char *value,
                         bool masked, int64_t *added)
{
    struct event event = { .type = EVENT_VARIABLE_SET };
    int64_t last;
    const struct variable_row *row =
        find(turn, contact->contact_id, name->text, &last);

    if (variable_is_given(name->text) ||
        (!row && last + *added >= VARIABLES_MAX))
        return false;

    event.as.variable_set.contact_id = contact->contact_id;
    event.as.variable_set.number = row ? row->number : last + ++*added;
    event.as.variable_set.name = *name;
    event.as.variable_set.masked = masked;
    if (masked) {
        struct digits digits = { "" };

        (void)snprintf(digits.text, sizeof(digits.text), "%s", value);
        vault_put(turn->vault, contact->contact_id,
                  event.as.variable_set.number, &digits);
    } else {
        put(&event.as.variable_set.value, value);
    }

    outbox_add_event(turn->outbox, &event);
    return true;
}

bool write_variable(struct turn *turn, const struct contact_row *contact,
                    const struct name *name, const char *value, bool masked)
{
    int64_t added = 0;

    return write_next_variable(turn, contact, name, value, masked, &added);
}
