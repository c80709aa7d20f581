/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Failures of the system, in the languages of people. */

#include "lang/failure.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static const struct row {
    const char *says;
    enum language language;
    int error;
    const char *text;
} rows[] = {
    { "a port in use is told in English", LANGUAGE_EN, EADDRINUSE,
      "the address and port are in use already" },
    { "a port in use is told in Spanish", LANGUAGE_ES, EADDRINUSE,
      "la dirección y el puerto ya están en uso" },
    { "a port in use is told in Czech", LANGUAGE_CS, EADDRINUSE,
      "adresa a port se už používají" },
    { "a negative number is the same failure", LANGUAGE_CS, -ENOSPC,
      "na disku není místo" },
    { "what is rare is told as the system does", LANGUAGE_CS, ENOTUNIQ,
      "Name not unique on network" },
};

static void is_told(void **state)
{
    const struct row *row = *state;

    assert_string_equal(failure_text(row->language, row->error), row->text);
}

int main(void)
{
    struct test_list list = { .count = 0 };
    const char *built = getenv("top_builddir");
    char directory[4096];

    (void)snprintf(directory, sizeof(directory), "%s/po", built ? built : ".");
    if (lang_open(directory) < 0)
        return EXIT_FAILURE;

    TEST_LIST_ADD_ROWS(&list, is_told, rows);
    int code = test_list_run(&list);

    lang_close();
    return code;
}
