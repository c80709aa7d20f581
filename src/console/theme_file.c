/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A setting for each role, and a look at what they are together. */

#include "console/theme_file.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/home.h"
#include "base/mark.h"
#include "base/text.h"
#include "tui/contrast.h"

enum { BASE, FOCUS, FIRST_ROLE, SETTINGS = FIRST_ROLE + ROLE_COUNT };
enum { NAME_SIZE = 16, VALUE_SIZE = 48 };

static const char *const role_names[ROLE_COUNT] = {
#define ROLE(NAME, dark, light, contrast, eight, flags, mono) #NAME,
#include "tui/theme.def"
};

/* The names live as long as the configuration that is read by them. */
struct sheet {
    char names[ROLE_COUNT][NAME_SIZE];
    struct setting settings[SETTINGS];
};

static void fill(struct sheet *sheet)
{
    sheet->settings[BASE] = (struct setting){ .name = "base",
                                              .kind = SETTING_TEXT,
                                              .preset = "dark",
                                              .max = VALUE_SIZE - 1 };
    sheet->settings[FOCUS] = (struct setting){ .name = "focus",
                                               .kind = SETTING_TEXT,
                                               .max = VALUE_SIZE - 1 };
    for (int role = 0; role < ROLE_COUNT; role++) {
        char *name = sheet->names[role];

        snprintf(name, NAME_SIZE, "%s", role_names[role]);
        for (char *at = name; *at; at++)
            *at = (char)tolower((unsigned char)*at);
        sheet->settings[FIRST_ROLE + role] = (struct setting){
            .name = name, .kind = SETTING_TEXT, .max = VALUE_SIZE - 1
        };
    }
}

struct reading {
    const struct config *config;
    struct theme_own *own;
    struct config_fault *fault;
};

static int refuse(const struct reading *reading, const char *name,
                  const char *problem)
{
    *reading->fault = (struct config_fault){
        .line = config_line(reading->config, name),
        .problem = problem,
    };
    snprintf(reading->fault->name, sizeof(reading->fault->name), "%s", name);
    const char *value = config_text(reading->config, name);

    (void)text_safe(value, strlen(value), reading->fault->value,
                    sizeof(reading->fault->value));
    return -EINVAL;
}

/* @return a colour, or 0: none whose contrast anybody knows */
static int colour_of(const char *word)
{
    char *end;
    long number = strtol(word, &end, 10);

    return isdigit((unsigned char)*word) && !*end && number >= CONTRAST_FIRST &&
                   number <= CONTRAST_LAST
               ? (int)number
               : 0;
}

static uint8_t flag_of(const char *word)
{
    static const struct {
        const char *word;
        uint8_t flag;
    } flags[] = { { "bold", LOOK_BOLD },
                  { "underline", LOOK_UNDERLINE },
                  { "reverse", LOOK_REVERSE },
                  { "dim", LOOK_DIM } };

    for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
        if (strcmp(flags[i].word, word) == 0)
            return flags[i].flag;
    return 0;
}

/* "28 bold" */
static int read_role(const struct reading *reading, int role, const char *name)
{
    char text[VALUE_SIZE], *rest = NULL;
    uint8_t flags = 0;

    snprintf(text, sizeof(text), "%s", config_text(reading->config, name));
    const char *word = strtok_r(text, " ", &rest);
    bool is_plain = word && strcmp(word, "default") == 0;
    int colour = word && !is_plain ? colour_of(word) : 0;
    if (!is_plain && colour == 0)
        return refuse(reading, name,
                      N_("write a colour from 16 to 255, or default"));
    while ((word = strtok_r(NULL, " ", &rest)) != NULL) {
        uint8_t flag = flag_of(word);

        if (flag == 0)
            return refuse(reading, name,
                          N_("write bold, underline, reverse or dim behind "
                             "the colour"));
        flags |= flag;
    }
    reading->own->colours[role] = is_plain ? -1 : colour;
    reading->own->flags[role] = flags;
    return 0;
}

static int read_base(const struct reading *reading)
{
    static const char *const bases[THEME_OWN] = { "dark", "light", "contrast" };
    const char *base = config_text(reading->config, "base");

    for (int theme = 0; theme < THEME_OWN; theme++)
        if (strcmp(base, bases[theme]) == 0) {
            theme_copy((enum theme)theme, reading->own);
            return 0;
        }
    return refuse(reading, "base", N_("choose dark, light or contrast"));
}

static int read_focus(const struct reading *reading)
{
    if (config_line(reading->config, "focus") == 0)
        return 0;
    reading->own->focus = colour_of(config_text(reading->config, "focus"));
    return reading->own->focus > 0
               ? 0
               : refuse(reading, "focus", N_("write a colour from 16 to 255"));
}

/* What is to blame: the role, if the file names it; else what is below all. */
static int judge(const struct reading *reading, const struct sheet *sheet)
{
    int role, ratio;

    if (theme_stands_out(reading->own, &role, &ratio))
        return 0;

    const char *name = role < ROLE_COUNT ? sheet->names[role] : "focus";
    if (config_line(reading->config, name) == 0)
        name = config_line(reading->config, "focus") > 0 ? "focus" : "base";
    int rc = refuse(reading, name,
                    N_("cannot be read on its ground: less than 4.5 to 1"));
    snprintf(reading->fault->range, sizeof(reading->fault->range),
             "%s%s%d.%d : 1", role < ROLE_COUNT ? sheet->names[role] : "",
             role < ROLE_COUNT ? " " : "", ratio / 1000, ratio / 100 % 10);
    return rc;
}

static int read_all(const struct reading *reading, const struct sheet *sheet)
{
    int rc = read_base(reading);

    if (rc == 0)
        rc = read_focus(reading);
    for (int role = 0; rc == 0 && role < ROLE_COUNT; role++)
        if (config_line(reading->config, sheet->names[role]) > 0)
            rc = read_role(reading, role, sheet->names[role]);
    return rc == 0 ? judge(reading, sheet) : rc;
}

int theme_file_read(const char *path, struct theme_own *ret_own,
                    struct config_fault *ret_fault)
{
    assert(ret_own && ret_fault);
    char own_path[HOME_PATH_SIZE];
    struct theme_own own;
    struct sheet sheet;
    struct config *config;
    int rc = path ? 0 : home_path(HOME_CONFIG, "cclite/theme", own_path);

    if (rc < 0)
        return rc;
    fill(&sheet);
    rc = config_read(path ? path : own_path, sheet.settings, SETTINGS, &config,
                     ret_fault);
    if (rc < 0)
        return rc;
    rc = read_all(&(struct reading){ config, &own, ret_fault }, &sheet);
    config_free(config);
    if (rc == 0)
        *ret_own = own;
    return rc;
}
