/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A setting for each row of the key tables. */

#include "console/key_file.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/home.h"
#include "base/mark.h"
#include "base/text.h"
#include "console/key.h"
#include "console/key_set.h"
#include "console/key_table.h"

static void lower(char *text)
{
    for (; *text; text++)
        *text = *text == '_' ? '-' : (char)tolower((unsigned char)*text);
}

static void name_row(struct key_row *row, const struct key_spelling *spelling)
{
    static const char go[] = "GO_";
    const char *action = spelling->action;

    if (strncmp(action, go, sizeof(go) - 1) == 0)
        action += sizeof(go) - 1;
    snprintf(row->scope, sizeof(row->scope), "%s", spelling->scope);
    snprintf(row->name, sizeof(row->name), "%s.%s", spelling->scope, action);
    lower(row->scope);
    lower(row->name);
    row->is_led = strcmp(spelling->scope, "GO") == 0;
}

static void fill(struct key_set *set)
{
    const struct action_table ours = key_table();

    for (size_t i = 0; i < set->count; i++) {
        struct key_row *row = &set->rows[i];

        row->preset = i < set->ours ? &ours.actions[i]
                                    : &action_own()->actions[i - set->ours];
        row->action = &set->actions[i];
        *row->action = *row->preset;
        name_row(row, key_spelling(i));
    }
}

int key_set_preset(struct key_set **ret_set)
{
    assert(ret_set);
    struct key_set *set = calloc(1, sizeof(*set));

    if (!set)
        return -ENOMEM;
    set->ours = key_table().count;
    set->count = set->ours + action_own()->count;
    set->actions = calloc(set->count, sizeof(*set->actions));
    set->rows = calloc(set->count, sizeof(*set->rows));
    if (!set->actions || !set->rows) {
        key_set_free(set);
        return -ENOMEM;
    }
    fill(set);
    *ret_set = set;
    return 0;
}

struct key_set *key_set_free(struct key_set *set)
{
    if (set) {
        free(set->actions);
        free(set->rows);
    }
    free(set);
    return NULL;
}

struct action_table key_set_ours(const struct key_set *set)
{
    return (struct action_table){ set->actions, set->ours };
}

struct action_table key_set_own(const struct key_set *set)
{
    return (struct action_table){ set->actions + set->ours,
                                  set->count - set->ours };
}

/* The file. */

static int refuse_letter(const struct key_row *row,
                         struct config_fault *ret_fault)
{
    *ret_fault = (struct config_fault){
        .line = row->line,
        .problem = N_("behind g is one letter from a to z, or none"),
    };
    snprintf(ret_fault->name, sizeof(ret_fault->name), "%s", row->name);
    (void)text_safe(row->keys, strlen(row->keys), ret_fault->value,
                    sizeof(ret_fault->value));
    return -EINVAL;
}

static int take_row(const struct config *config, struct key_row *row,
                    struct config_fault *ret_fault)
{
    row->line = config_line(config, row->name);
    if (row->line == 0)
        return 0;
    snprintf(row->keys, sizeof(row->keys), "%s",
             config_text(config, row->name));
    if (!row->is_led) {
        row->action->keys = row->keys;
        return 0;
    }
    row->action->go_to = row->keys[0];
    return row->keys[0] &&
                   (!islower((unsigned char)row->keys[0]) || row->keys[1])
               ? refuse_letter(row, ret_fault)
               : 0;
}

/* While notes are written the phone has the keys that it has everywhere, and
 * rows of its own for the footer. */
static void follow_phone(struct key_set *set)
{
    for (size_t i = 0; i < set->count; i++)
        for (size_t k = 0; set->rows[i].line > 0 && k < set->count; k++) {
            const struct key_row *phone = &set->rows[i];
            struct key_row *notes = &set->rows[k];

            if (phone->action->scope == SCOPE_PHONE &&
                notes->action->scope == SCOPE_NOTES &&
                notes->action->id == phone->action->id && notes->line == 0)
                notes->action->keys = phone->action->keys;
        }
}

static int read_file(const char *path, struct key_set *set,
                     struct config_fault *ret_fault)
{
    struct setting *settings = calloc(set->count, sizeof(*settings));
    struct config *config = NULL;

    if (!settings)
        return -ENOMEM;
    for (size_t i = 0; i < set->count; i++)
        settings[i] = (struct setting){ .name = set->rows[i].name,
                                        .kind = SETTING_TEXT,
                                        .max = KEYS_SIZE - 1 };
    int rc = config_read(path, settings, set->count, &config, ret_fault);
    for (size_t i = 0; rc == 0 && i < set->count; i++)
        rc = take_row(config, &set->rows[i], ret_fault);
    if (rc == 0) {
        follow_phone(set);
        rc = key_set_check(set, ret_fault);
    }
    config_free(config);
    free(settings);
    return rc;
}

int key_set_read(const char *path, struct key_set **ret_set,
                 struct config_fault *ret_fault)
{
    assert(ret_set && ret_fault);
    char own_path[HOME_PATH_SIZE];
    struct key_set *set;
    int rc = key_set_preset(&set);

    if (rc < 0)
        return rc;
    if (!path)
        rc = home_path(HOME_CONFIG, "cclite/keys", own_path);
    if (rc == 0)
        rc = read_file(path ? path : own_path, set, ret_fault);
    if (rc < 0 && (path || rc != -ENOENT)) {
        key_set_free(set);
        return rc;
    }
    *ret_set = set;
    return 0;
}

/* A value that begins with a quote has to be in quotes. */
static void print_keys(const struct key_row *row, FILE *file)
{
    char letter[2] = { row->action->go_to, '\0' };
    const char *keys = row->is_led ? letter : row->action->keys;
    const char *at = strrchr(row->name, '.') + 1;

    if (*keys != '"') {
        fprintf(file, "%s =%s%s\n", at, *keys ? " " : "", keys);
        return;
    }
    fprintf(file, "%s = \"", at);
    for (; *keys; keys++)
        fprintf(file, "%s%c", *keys == '"' || *keys == '\\' ? "\\" : "", *keys);
    fputs("\"\n", file);
}

int key_set_print(const struct key_set *set, enum language language, FILE *file)
{
    assert(set && file);

    for (size_t i = 0; i < set->count; i++) {
        const char *scope = set->rows[i].scope;
        bool is_first = true;

        for (size_t before = 0; before < i; before++)
            is_first &= strcmp(set->rows[before].scope, scope) != 0;
        if (!is_first)
            continue;
        fprintf(file, "%s[%s]\n", i > 0 ? "\n" : "", scope);
        for (size_t at = i; at < set->count; at++)
            if (strcmp(set->rows[at].scope, scope) == 0) {
                fprintf(file, "# %s\n",
                        lang_text(language, set->rows[at].action->name));
                print_keys(&set->rows[at], file);
            }
    }
    return ferror(file) ? -EIO : 0;
}
