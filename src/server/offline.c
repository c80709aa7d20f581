/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Restore, verify, and the description of the API. */

#include "server/offline.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/failure.h"
#include "store/store.h"
#include "store/verify.h"
#include "wire/openapi.h"

static int tell_problem(const char *path, int rc,
                        const struct store_problem *problem)
{
    fprintf(stderr, "cclited: %s: %s %s\n", path,
            problem->text ? _(problem->text) : failure_text(lang_own(), rc),
            problem->detail);
    return EXIT_FAILURE;
}

int offline_restore(const struct server_settings *settings, const char *backup)
{
    struct store_problem problem = { 0 };
    size_t erased = 0;
    int rc = store_restore(backup, settings->data_dir, &erased, &problem);

    if (rc < 0)
        return tell_problem(settings->data_dir, rc, &problem);

    printf(_("Restored %s into %s.\n"), backup, settings->data_dir);
    if (erased > 0)
        printf(P_(lang_own(),
                  "%zu contact was erased since: the next start erases "
                  "it again.\n",
                  "%zu contacts were erased since: the next start "
                  "erases them again.\n",
                  erased),
               erased);
    return EXIT_SUCCESS;
}

static void tell_difference(void *arg, enum verify_difference kind,
                            uint64_t seq, const char *what)
{
    (void)arg;
    printf("%s %" PRIu64 " %s\n", verify_spell(kind), seq, what);
}

int offline_verify(const struct server_settings *settings)
{
    struct store_problem problem = { 0 };
    struct verify_report report = { .tell = tell_difference };
    int rc = store_verify(settings->data_dir, &report, &problem);

    if (rc < 0)
        return tell_problem(settings->data_dir, rc, &problem);

    printf(_("%llu events, %llu rows, %llu snapshots checked: "
             "%llu differences.\n"),
           (unsigned long long)report.events, (unsigned long long)report.rows,
           (unsigned long long)report.snapshots,
           (unsigned long long)report.differences);
    printf("chain %s\n", report.chain);
    return report.differences == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int offline_openapi(void)
{
    struct json_t *value = openapi_value();
    char *text = value_print(value, VALUE_INDENTED);

    value_free(value);
    if (!text || puts(text) < 0) {
        fprintf(stderr, "cclited: %s\n",
                failure_text(lang_own(), text ? errno : ENOMEM));
        free(text);
        return EXIT_FAILURE;
    }

    free(text);
    return EXIT_SUCCESS;
}
