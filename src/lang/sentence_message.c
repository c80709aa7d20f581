/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences about the messages of a box: how many, from whom, to whom. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/sentence_value.h"

enum { COUNT_MAX_DIGITS = 6 };

struct counts {
    int64_t fresh;
    int64_t urgent; /* of those */
    int64_t old;
};

static bool read_counts(const char *text, struct counts *ret_counts)
{
    int64_t *const counts[] = { &ret_counts->fresh, &ret_counts->urgent,
                                &ret_counts->old };
    const size_t last = sizeof(counts) / sizeof(counts[0]) - 1;

    for (size_t i = 0; i <= last; i++) {
        size_t length = strspn(text, "0123456789");

        if (length == 0 || length > COUNT_MAX_DIGITS ||
            text[length] != (i < last ? ' ' : '\0'))
            return false;
        *counts[i] = strtol(text, NULL, 10);
        text += length + 1;
    }

    return ret_counts->urgent <= ret_counts->fresh;
}

/* A message is masculine in Spanish and Czech. */
static int write_fresh(const struct sentence_value *value,
                       const struct counts *counts, char *ret, size_t size)
{
    unsigned long n = (unsigned long)counts->fresh;
    char words[SPOKEN_SIZE];
    int rc = sentence_spell(value, counts->fresh, SPOKEN_MASCULINE, words);

    if (rc < 0)
        return rc;
    if (n == 0)
        return snprintf(
            ret, size, "%s",
            lang_text(value->language, "You have no new messages."));
    if (counts->urgent == counts->fresh)
        return snprintf(
            ret, size,
            /* TRANSLATORS: read or spoken; the number is a figure or a word */
            P_(value->language, "You have %s new urgent message.",
               "You have %s new urgent messages.", n),
            words);

    return snprintf(
        ret, size,
        /* TRANSLATORS: read or spoken; the number is a figure or a word */
        P_(value->language, "You have %s new message.",
           "You have %s new messages.", n),
        words);
}

/* No noun follows the number. */
static int write_urgent(const struct sentence_value *value,
                        const struct counts *counts, char *ret, size_t size)
{
    enum spoken_form form =
        value->language == LANGUAGE_CS ? SPOKEN_MASCULINE : SPOKEN_ALONE;
    char words[SPOKEN_SIZE];
    int rc = sentence_spell(value, counts->urgent, form, words);

    if (rc < 0 || counts->urgent == 0 || counts->urgent == counts->fresh)
        return rc;

    return snprintf(ret, size,
                    /* TRANSLATORS: behind "You have %s new messages." */
                    P_(value->language, " Of those, %s is urgent.",
                       " Of those, %s are urgent.",
                       (unsigned long)counts->urgent),
                    words);
}

static int write_old(const struct sentence_value *value,
                     const struct counts *counts, char *ret, size_t size)
{
    char words[SPOKEN_SIZE];
    int rc = sentence_spell(value, counts->old, SPOKEN_MASCULINE, words);

    if (rc < 0 || counts->old == 0)
        return rc;

    return snprintf(ret, size,
                    /* TRANSLATORS: behind "You have %s new messages." */
                    P_(value->language, " There is %s message heard or saved.",
                       " There are %s messages heard or saved.",
                       (unsigned long)counts->old),
                    words);
}

int sentence_say_mailbox(const struct sentence_value *value)
{
    static int (*const parts[])(
        const struct sentence_value *, const struct counts *, char *,
        size_t) = { write_fresh, write_urgent, write_old };
    struct counts counts;
    size_t length = 0;

    if (!read_counts(value->text, &counts))
        return -EINVAL;

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        size_t room = SENTENCE_WRITTEN_SIZE - length;
        int written = parts[i](value, &counts, value->ret + length, room);

        if (written < 0 || (size_t)written >= room)
            return -EINVAL;
        length += (size_t)written;
    }

    return 0;
}

/* A number digit by digit, a name as it stands. @return whether it is one */
static bool name_somebody(const struct sentence_value *value,
                          char ret_words[SENTENCE_WRITTEN_SIZE])
{
    const struct sentence_value number = { value->language, value->use,
                                           value->text, ret_words };
    static const char kind[] = "digits";

    if (sentence_value_write(&number, kind, sizeof(kind) - 1) == 0)
        return true;

    (void)snprintf(ret_words, SENTENCE_WRITTEN_SIZE, "%s", value->text);
    return false;
}

static int say_number(const struct sentence_value *value, bool is_urgent,
                      const char *words)
{
    return snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken; the number is read digit by digit */
        is_urgent ? lang_text(value->language, "Urgent message from number %s.")
                  : lang_text(value->language, "Message from number %s."),
        words);
}

static int say_name(const struct sentence_value *value, bool is_urgent)
{
    return snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken; a person's name, which is not declined */
        is_urgent ? lang_text(value->language, "Urgent message from %s.")
                  : lang_text(value->language, "Message from %s."),
        value->text);
}

static int say_nobody(const struct sentence_value *value, bool is_urgent)
{
    return snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE, "%s",
        is_urgent
            ? lang_text(value->language,
                        "Urgent message from a withheld number.")
            : lang_text(value->language, "Message from a withheld number."));
}

int sentence_say_caller(const struct sentence_value *value, bool is_urgent)
{
    char words[SENTENCE_WRITTEN_SIZE];
    int written = !value->text[0] ? say_nobody(value, is_urgent)
                  : name_somebody(value, words)
                      ? say_number(value, is_urgent, words)
                      : say_name(value, is_urgent);

    return written >= 0 && written < SENTENCE_WRITTEN_SIZE ? 0 : -EINVAL;
}

int sentence_ask_forward(const struct sentence_value *value)
{
    char words[SENTENCE_WRITTEN_SIZE];

    if (!value->text[0])
        return -EINVAL;

    (void)name_somebody(value, words);

    int written = snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken; whom it goes to is a name or a number, behind
           which the voice pauses */
        lang_text(value->language,
                  "To pass it on to %s, press one; if that is wrong, star."),
        words);

    return written >= 0 && written < SENTENCE_WRITTEN_SIZE ? 0 : -EINVAL;
}
