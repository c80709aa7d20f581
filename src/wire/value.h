/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON values: read from text under limits, looked at, built, written. */

#ifndef WIRE_VALUE_H
#define WIRE_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/mistake.h"

/*
 * The library behind it is known to this folder only; those above hold
 * pointers. A value that is put into an object or a list belongs to it.
 *
 * Builders need no check after each step: putting NULL into an object or a
 * list, or anything into NULL, is -ENOMEM, and frees what was to be put; and
 * value_print() of NULL is NULL. What must not happen is to lose a failure in
 * the middle, so sum the results up: `rc |= value_set_text(...)`.
 */
struct json_t;

enum {
    VALUE_MAX_DEPTH = 32,
    VALUE_MAX_LENGTH = 1024 * 1024, /* for those who have no own limit */
};

/**
 * Reads a JSON object (RFC 8259). Refused are: anything but one object, more
 * than max_length bytes, nesting deeper than VALUE_MAX_DEPTH, a key given
 * twice, what is no UTF-8, U+0000, lone surrogates, integers beyond int64_t.
 *
 * @param text        need not be terminated
 * @param ret_object  on success; release with value_free()
 * @param ret_mistake on -EBADMSG; may be NULL
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int value_parse(const char *text, size_t length, size_t max_length,
                struct json_t **ret_object, struct mistake *ret_mistake);

/** Releases a value with all that is in it; NULL is fine. @return NULL */
struct json_t *value_free(struct json_t *value);

/* Makers. NULL: out of memory (of value_text: or no UTF-8). */
struct json_t *value_object(void);
struct json_t *value_list(void);
struct json_t *value_text(const char *text);
struct json_t *value_integer(int64_t number);
struct json_t *value_flag(bool flag);
struct json_t *value_null(void);
struct json_t *value_share(const struct json_t *value); /* one more owner */

/* Putting: 0 or -ENOMEM. What is put belongs to the object or list then, or
   is freed. A key that is there already gets the new value. */
int value_set(struct json_t *object, const char *key, struct json_t *value);
int value_set_text(struct json_t *object, const char *key, const char *text);
int value_set_integer(struct json_t *object, const char *key, int64_t number);
int value_set_flag(struct json_t *object, const char *key, bool flag);
int value_append(struct json_t *list, struct json_t *value);
void value_remove(struct json_t *object, const char *key);

/* Looking. All take NULL, and a value of another type, as "there is none". */
bool value_is_object(const struct json_t *value);
bool value_is_list(const struct json_t *value);
bool value_is_null(const struct json_t *value);
struct json_t *value_get(const struct json_t *object, const char *key);
const char *value_get_text(const struct json_t *object, const char *key);
int64_t value_get_integer(const struct json_t *object, const char *key,
                          int64_t otherwise);
bool value_get_flag(const struct json_t *object, const char *key);
size_t value_count(const struct json_t *list_or_object);
struct json_t *value_at(const struct json_t *list, size_t index);
const char *value_as_text(const struct json_t *value); /* or NULL */

/** @return 0, or -EINVAL: it is no integer, ret_number is untouched */
int value_as_integer(const struct json_t *value, int64_t *ret_number);

/** @return 0, or -EINVAL: it is neither true nor false */
int value_as_flag(const struct json_t *value, bool *ret_flag);

enum { VALUE_SCALAR_SIZE = 32 };

/**
 * Spells a text, a number, true or false.
 *
 * @param buffer  where it is written; of a text nothing is
 *
 * @return the spelling, or NULL: it is none of these
 */
const char *value_as_scalar(const struct json_t *value,
                            char buffer[VALUE_SCALAR_SIZE]);

/**
 * Walks an object's fields in the order in which they were put.
 *
 * @param visit  a result other than 0 ends the walk
 *
 * @return 0, or that result
 */
int value_each(const struct json_t *object,
               int (*visit)(void *arg, const char *key,
                            const struct json_t *value),
               void *arg);

enum value_style {
    VALUE_COMPACT, /* one line without spaces */
    VALUE_INDENTED,
};

/**
 * Writes a value; keys stand in the order in which they were put, so that
 * equal values built alike are equal bytes.
 *
 * @return terminated text to be freed with free(), or NULL: out of memory
 */
char *value_print(const struct json_t *value, enum value_style style);

#endif
