/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precedence climbing into postfix steps; ?: keeps all three values. */

#include "lang/plural.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum step {
    STEP_N,
    STEP_NUMBER,
    STEP_NOT,
    STEP_TIMES,
    STEP_DIVIDE,
    STEP_REST,
    STEP_PLUS,
    STEP_MINUS,
    STEP_LESS,
    STEP_LESS_EQUAL,
    STEP_MORE,
    STEP_MORE_EQUAL,
    STEP_EQUAL,
    STEP_UNEQUAL,
    STEP_AND,
    STEP_OR,
    STEP_CHOOSE,
};

/* Longer signs first, so that <= is not read as <. */
static const struct sign {
    const char *text;
    enum step step;
    int binds; /* how strongly; C's order */
} signs[] = {
    { "<=", STEP_LESS_EQUAL, 4 }, { ">=", STEP_MORE_EQUAL, 4 },
    { "==", STEP_EQUAL, 3 },      { "!=", STEP_UNEQUAL, 3 },
    { "&&", STEP_AND, 2 },        { "||", STEP_OR, 1 },
    { "<", STEP_LESS, 4 },        { ">", STEP_MORE, 4 },
    { "*", STEP_TIMES, 6 },       { "/", STEP_DIVIDE, 6 },
    { "%", STEP_REST, 6 },        { "+", STEP_PLUS, 5 },
    { "-", STEP_MINUS, 5 },
};

enum {
    MAX_DEPTH = 24,
};

struct reader {
    const char *at;
    struct plural *plural;
    int depth;
};

static void skip_blanks(struct reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\t')
        reader->at++;
}

static bool takes(struct reader *reader, const char *text)
{
    size_t length = strlen(text);

    skip_blanks(reader);
    if (strncmp(reader->at, text, length) != 0)
        return false;

    reader->at += length;
    return true;
}

static int add(struct reader *reader, enum step what, unsigned long number)
{
    struct plural *plural = reader->plural;

    if (plural->step_count == PLURAL_MAX_STEPS)
        return -EINVAL;

    plural->steps[plural->step_count++] =
        (struct plural_step){ (unsigned char)what, number };
    return 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static int read_number(struct reader *reader, unsigned long *ret_number)
{
    unsigned long number = 0;

    skip_blanks(reader);
    if (!is_digit(*reader->at))
        return -EINVAL;

    for (; is_digit(*reader->at); reader->at++) {
        if (number > UINT32_MAX / 10)
            return -EINVAL;
        number = number * 10 + (unsigned long)(*reader->at - '0');
    }

    *ret_number = number;
    return 0;
}

static int read_choice(struct reader *reader);

static int read_operand(struct reader *reader)
{
    unsigned long number;

    if (++reader->depth > MAX_DEPTH)
        return -EINVAL;

    int rc = -EINVAL;
    if (takes(reader, "!")) {
        rc = read_operand(reader);
        if (rc == 0)
            rc = add(reader, STEP_NOT, 0);
    } else if (takes(reader, "(")) {
        rc = read_choice(reader);
        if (rc == 0 && !takes(reader, ")"))
            rc = -EINVAL;
    } else if (takes(reader, "n")) {
        rc = add(reader, STEP_N, 0);
    } else if (read_number(reader, &number) == 0) {
        rc = add(reader, STEP_NUMBER, number);
    }

    reader->depth--;
    return rc;
}

static const struct sign *next_sign(struct reader *reader, int binds)
{
    skip_blanks(reader);
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (strncmp(reader->at, signs[i].text, strlen(signs[i].text)) == 0)
            return signs[i].binds >= binds ? &signs[i] : NULL;

    return NULL;
}

static int read_terms(struct reader *reader, int binds)
{
    const struct sign *sign;
    int rc = read_operand(reader);

    while (rc == 0 && (sign = next_sign(reader, binds))) {
        reader->at += strlen(sign->text);
        rc = read_terms(reader, sign->binds + 1);
        if (rc == 0)
            rc = add(reader, sign->step, 0);
    }
    return rc;
}

static int read_choice(struct reader *reader)
{
    if (++reader->depth > MAX_DEPTH)
        return -EINVAL;

    int rc = read_terms(reader, 1);
    if (rc == 0 && takes(reader, "?")) {
        rc = read_choice(reader);
        if (rc == 0 && !takes(reader, ":"))
            rc = -EINVAL;
        if (rc == 0)
            rc = read_choice(reader);
        if (rc == 0)
            rc = add(reader, STEP_CHOOSE, 0);
    }

    reader->depth--;
    return rc;
}

int plural_compile(const char *text, struct plural *ret_plural)
{
    assert(text && ret_plural);

    struct plural plural = { 0 };
    struct reader reader = { text, &plural, 0 };
    unsigned long forms;

    if (!takes(&reader, "nplurals") || !takes(&reader, "=") ||
        read_number(&reader, &forms) < 0 || forms < 1 ||
        forms > PLURAL_MAX_FORMS)
        return -EINVAL;

    if (!takes(&reader, ";") || !takes(&reader, "plural") ||
        !takes(&reader, "=") || read_choice(&reader) < 0)
        return -EINVAL;

    takes(&reader, ";");
    skip_blanks(&reader);
    if (*reader.at != '\0' && *reader.at != '\n')
        return -EINVAL;

    plural.forms = forms;
    *ret_plural = plural;
    return 0;
}

static int combine(enum step what, unsigned long a, unsigned long b,
                   unsigned long *ret_result)
{
    switch (what) {
    case STEP_TIMES:
        *ret_result = a * b;
        return 0;
    case STEP_DIVIDE:
    case STEP_REST:
        if (b == 0)
            return -EINVAL;
        *ret_result = what == STEP_DIVIDE ? a / b : a % b;
        return 0;
    case STEP_PLUS:
        *ret_result = a + b;
        return 0;
    case STEP_MINUS:
        *ret_result = a - b;
        return 0;
    case STEP_LESS:
        *ret_result = a < b;
        return 0;
    case STEP_LESS_EQUAL:
        *ret_result = a <= b;
        return 0;
    case STEP_MORE:
        *ret_result = a > b;
        return 0;
    case STEP_MORE_EQUAL:
        *ret_result = a >= b;
        return 0;
    case STEP_EQUAL:
        *ret_result = a == b;
        return 0;
    case STEP_UNEQUAL:
        *ret_result = a != b;
        return 0;
    case STEP_AND:
        *ret_result = a && b;
        return 0;
    case STEP_OR:
        *ret_result = a || b;
        return 0;
    default:
        return -EINVAL;
    }
}

/* The compiler made the steps, so the stack always holds what they take. */
size_t plural_form(const struct plural *plural, unsigned long n)
{
    unsigned long stack[PLURAL_MAX_STEPS];
    size_t top = 0;

    for (size_t i = 0; i < plural->step_count; i++) {
        enum step what = plural->steps[i].what;

        if (what == STEP_N) {
            stack[top++] = n;
        } else if (what == STEP_NUMBER) {
            stack[top++] = plural->steps[i].number;
        } else if (what == STEP_NOT) {
            stack[top - 1] = !stack[top - 1];
        } else if (what == STEP_CHOOSE) {
            top -= 2;
            stack[top - 1] = stack[top - 1] ? stack[top] : stack[top + 1];
        } else {
            top--;
            if (combine(what, stack[top - 1], stack[top], &stack[top - 1]) < 0)
                return 0;
        }
    }

    return top == 1 && stack[0] < plural->forms ? stack[0] : 0;
}
