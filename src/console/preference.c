/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of preferences, and a file by it. */

#include "console/preference.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/home.h"
#include "base/mark.h"

/* Choices are words with one blank between them; so each can be pointed at in
 * a table of its own, which is made once. */
enum { CHOICES = 5, CHOICE_SIZE = 12 };

static const struct {
    const char *name;
    const char *choices;
    const char *help;
} rows[PREFERENCE_COUNT] = {
#define PREFERENCE(FIELD, name, choices, doc) { name, choices, doc },
#include "console/preference.def"
};

static char words[PREFERENCE_COUNT][CHOICES][CHOICE_SIZE];

/* The n-th word of a preference; NULL: there are fewer. */
static const char *choice_of(int preference, int n)
{
    const char *at = rows[preference].choices;
    size_t length;

    for (int i = 0; i < n; i++) {
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    length = strcspn(at, " ");
    if (length == 0)
        return NULL;
    assert(n < CHOICES && length < CHOICE_SIZE);
    memcpy(words[preference][n], at, length);
    words[preference][n][length] = '\0';
    return words[preference][n];
}

const char *preference_choice(int preference, const char *word)
{
    assert(preference >= 0 && preference < PREFERENCE_COUNT && word);
    const char *choice;

    for (int n = 0; (choice = choice_of(preference, n)) != NULL; n++)
        if (strcmp(choice, word) == 0)
            return choice;
    return NULL;
}

const char *preference_choices(int preference)
{
    assert(preference >= 0 && preference < PREFERENCE_COUNT);
    return rows[preference].choices;
}

struct preferences preferences_preset(void)
{
    return (struct preferences){
#define PREFERENCE(FIELD, name, choices, doc)                                  \
    .FIELD = choice_of(PREFERENCE_##FIELD, 0),
#include "console/preference.def"
    };
}

static int take(const struct config *config, int preference,
                const char **ret_choice, struct config_fault *ret_fault)
{
    const char *name = rows[preference].name;
    const char *text = config_text(config, name);

    *ret_choice = preference_choice(preference, text);
    if (*ret_choice)
        return 0;
    *ret_fault = (struct config_fault){
        .line = config_line(config, name),
        .problem = N_("this is none of its choices"),
    };
    snprintf(ret_fault->name, sizeof(ret_fault->name), "%s", name);
    snprintf(ret_fault->range, sizeof(ret_fault->range), "%s",
             rows[preference].choices);
    return -EINVAL;
}

static int take_all(const struct config *config,
                    struct preferences *ret_preferences,
                    struct config_fault *ret_fault)
{
    struct preferences taken;
    int rc = 0;

#define PREFERENCE(FIELD, name, choices, doc)                                  \
    if (rc == 0)                                                               \
        rc = take(config, PREFERENCE_##FIELD, &taken.FIELD, ret_fault);
#include "console/preference.def"
    if (rc == 0)
        *ret_preferences = taken;
    return rc;
}

static int read_file(const char *path, struct preferences *ret_preferences,
                     struct config_fault *ret_fault)
{
    struct setting settings[PREFERENCE_COUNT];
    struct config *config;

    for (int i = 0; i < PREFERENCE_COUNT; i++)
        settings[i] = (struct setting){
            .name = rows[i].name,
            .kind = SETTING_TEXT,
            .preset = choice_of(i, 0),
            .help = rows[i].help,
        };
    int rc = config_read(path, settings, PREFERENCE_COUNT, &config, ret_fault);
    if (rc < 0)
        return rc;
    rc = take_all(config, ret_preferences, ret_fault);
    config_free(config);
    return rc;
}

int preferences_read(const char *path, struct preferences *ret_preferences,
                     struct config_fault *ret_fault)
{
    assert(ret_preferences && ret_fault);
    char own[HOME_PATH_SIZE];

    if (path)
        return read_file(path, ret_preferences, ret_fault);

    int rc = home_path(HOME_CONFIG, "cclite/config", own);
    if (rc == 0)
        rc = read_file(own, ret_preferences, ret_fault);
    if (rc != -ENOENT)
        return rc;
    *ret_preferences = preferences_preset(); /* nobody has set up anything */
    return 0;
}

bool preferences_are_linear(const struct preferences *preferences,
                            const char *(*environment)(const char *name))
{
    assert(preferences && environment);
    const char *term = environment("TERM");
    const char *wish = environment("CCLITE_A11Y");

    if (strcmp(preferences->linear, "auto") != 0)
        return strcmp(preferences->linear, "yes") == 0;
    return (term && strcmp(term, "dumb") == 0) ||
           (wish && strcmp(wish, "1") == 0);
}
