/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which a catalogue chooses among its plural forms. */

#ifndef LANG_PLURAL_H
#define LANG_PLURAL_H

#include <stddef.h>

/*
 * A catalogue's header carries a C expression in n, such as
 *
 *     Plural-Forms: nplurals=3; plural=n==1 ? 0 : n>=2 && n<=4 ? 1 : 2;
 *
 * Source: GNU gettext manual, "Additional functions for plural forms". The
 * expression may use n, numbers, parentheses, ! * / % + - < <= > >= == != &&
 * || and ?:. It is compiled once into steps for a small stack machine.
 */

enum {
    PLURAL_MAX_STEPS = 96,
    PLURAL_MAX_FORMS = 6, /* Arabic has six, no language more */
};

struct plural_step {
    unsigned char what; /* private */
    unsigned long number;
};

/* A plain struct of values; may be copied. */
struct plural {
    size_t forms; /* 1 to PLURAL_MAX_FORMS */
    size_t step_count;
    struct plural_step steps[PLURAL_MAX_STEPS];
};

/**
 * Compiles the text after "Plural-Forms:".
 *
 * @param text        ends with NUL or a newline
 * @param ret_plural  on success, the rule
 *
 * @return 0, or -EINVAL: no such expression, too long, or nested too deep
 */
int plural_compile(const char *text, struct plural *ret_plural);

/**
 * Chooses the form for a count.
 *
 * @return the index of the form, below plural->forms; 0 when the expression
 *         divides by zero or names a form that does not exist
 */
size_t plural_form(const struct plural *plural, unsigned long n);

#endif
