/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erasing who a caller was: of one contact, or of all ended ones of a number. */

#ifndef CONSOLE_ERASURE_H
#define CONSOLE_ERASURE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/record.h"
#include "tui/safe_text.h"

struct program;

/* One at a time; the server erases a bounded number with each answer. */
struct erasure_wish {
    bool is_asked;
    uint64_t contact_id; /* 0: by the number */
    struct phone_number caller;
    int64_t contacts, texts, recordings; /* so far */

    /** Told when something was erased; or NULL. */
    void (*done)(void *owner);
    void *owner;
};

/** Why it cannot be done now; NULL: it can. */
const char *erasure_hindrance(const struct program *program);

/** Asks by the contact's number, typed, and erases; then tells how much. */
void erasure_ask_contact(struct program *program, uint64_t contact_id,
                         void (*done)(void *owner), void *owner);

/** Likewise by the caller's number, which is typed. */
void erasure_ask_caller(struct program *program, const char *caller,
                        void (*done)(void *owner), void *owner);

/** Carries out what stands behind "contact erase " in the palette: 1311, #1311,
 *  or --caller +447700900123. @return whether it was understood */
bool erasure_line(struct program *program, const char *rest);

/** The owner is told no more. */
void erasure_forget(struct program *program, const void *owner);

#endif
