/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the braces of a sentence: numbers, money, times, sayings. */

#ifndef LANG_SENTENCE_VALUE_H
#define LANG_SENTENCE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lang/sentence.h"
#include "lang/spoken.h"

enum {
    SENTENCE_WRITTEN_SIZE = 2 * SENTENCE_VALUE_MAX * 8
}; /* 63 digits in
                                                               words */

/* One value, and where it goes. */
struct sentence_value {
    enum language language;
    enum sentence_use use;
    const char *text;
    char *ret; /* of SENTENCE_WRITTEN_SIZE */
};

/** Whether there is a kind of that name, length bytes of it. */
bool sentence_value_is(const char *name, size_t length);

/**
 * Writes a value as its kind is written (lang/sentence.def).
 *
 * @param name  of the kind, length bytes of it
 *
 * @return 0; -ENOENT: there is no such kind; -EINVAL: it is no such value
 */
int sentence_value_write(const struct sentence_value *value, const char *name,
                         size_t length);

/* ... for the files of the kinds. */

/** A figure to be read, or words that agree with what follows them. */
int sentence_spell(const struct sentence_value *value, int64_t number,
                   enum spoken_form form, char ret_text[SPOKEN_SIZE]);

/* sentence_message.c: of the messages in a box; as sentence_value_write(). */

int sentence_say_mailbox(const struct sentence_value *value);
int sentence_say_caller(const struct sentence_value *value, bool is_urgent);
int sentence_ask_forward(const struct sentence_value *value);

#endif
