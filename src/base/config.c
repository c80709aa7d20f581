/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value for each row of the table: the preset, or what a file says. */

#include "base/config.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/config_inside.h"

size_t config_find(const struct config *config, const char *name)
{
    for (size_t i = 0; i < config->count; i++)
        if (strcmp(config->settings[i].name, name) == 0)
            return i;

    return config->count;
}

static void set_presets(struct config *config)
{
    for (size_t i = 0; i < config->count; i++) {
        const struct setting *setting = &config->settings[i];

        if (!setting->preset)
            continue;

        const char *problem =
            setting_read(setting, setting->preset, &config->values[i].number);
        assert(!problem);
        (void)problem;
    }
}

int config_read(const char *path, const struct setting *settings, size_t count,
                struct config **ret_config, struct config_fault *ret_fault)
{
    assert(settings && count > 0 && ret_config && ret_fault);

    struct config *config = calloc(1, sizeof(*config));
    if (!config)
        return -ENOMEM;

    config->settings = settings;
    config->count = count;
    config->values = calloc(count, sizeof(*config->values));
    if (!config->values) {
        config_free(config);
        return -ENOMEM;
    }

    set_presets(config);
    int rc = path ? config_read_file(path, config, ret_fault) : 0;
    if (rc < 0) {
        config_free(config);
        return rc;
    }

    *ret_config = config;
    return 0;
}

struct config *config_free(struct config *config)
{
    if (!config)
        return NULL;

    for (size_t i = 0; config->values && i < config->count; i++) {
        char *text = config->values[i].text;

        if (text)
            explicit_bzero(text, strlen(text));
        free(text);
    }
    free(config->values);
    free(config);
    return NULL;
}

const char *config_text(const struct config *config, const char *name)
{
    assert(config && name);

    size_t i = config_find(config, name);
    assert(i < config->count);

    if (config->values[i].text)
        return config->values[i].text;
    return config->settings[i].preset ? config->settings[i].preset : "";
}

int64_t config_number(const struct config *config, const char *name)
{
    assert(config && name);

    size_t i = config_find(config, name);
    assert(i < config->count);

    return config->values[i].number;
}

unsigned config_line(const struct config *config, const char *name)
{
    assert(config && name);

    size_t i = config_find(config, name);
    assert(i < config->count);

    return config->values[i].line;
}

void config_fault_write(const struct config_fault *fault, const char *path,
                        const char *problem, char *ret_text, size_t size)
{
    assert(fault && path && problem && ret_text && size > 0);

    bool about_value = fault->value[0] != '\0';
    bool about_name = fault->name[0] != '\0';

    snprintf(ret_text, size, "%s:%u: %s%s%s%s%s%s%s%s", path, fault->line,
             fault->name, about_value ? " = " : "", fault->value,
             about_name ? ": " : "", problem, fault->range[0] ? " (" : "",
             fault->range, fault->range[0] ? ")" : "");
}
