/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file, line by line; the first fault ends it. */

#include "base/config_inside.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/mark.h"
#include "base/text.h"

enum {
    MAX_NAME = 63,
};

struct reader {
    struct config *config;
    struct config_fault *fault;
    bool open_to_all; /* everybody may read the file */
    unsigned line;
    char section[MAX_NAME + 1];
};

static int refuse(struct reader *reader, const char *problem)
{
    reader->fault->line = reader->line;
    reader->fault->problem = problem;
    return -EINVAL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* Cuts blanks off both ends, in place. */
static char *trim(char *text)
{
    size_t length = strlen(text);

    while (length > 0 && is_blank(text[length - 1]))
        text[--length] = '\0';
    while (is_blank(*text))
        text++;
    return text;
}

static bool is_name(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_.-");

    return length > 0 && length <= MAX_NAME && text[length] == '\0';
}

/* Takes the quotes off in place; false when they do not pair. */
static bool unquote(char *text)
{
    size_t length = strlen(text);
    char *to = text;

    if (text[0] != '"')
        return true;
    if (length < 2 || text[length - 1] != '"')
        return false;

    for (const char *from = text + 1; from < text + length - 1; from++) {
        if (*from == '"')
            return false;
        if (*from == '\\') {
            from++;
            if (from == text + length - 1 || (*from != '"' && *from != '\\'))
                return false;
        }
        *to++ = *from;
    }
    *to = '\0';
    return true;
}

static int set(struct reader *reader, const struct setting *setting,
               struct value *value, const char *text)
{
    struct config_fault *fault = reader->fault;
    bool secret = setting->kind == SETTING_SECRET;

    const char *problem = setting_read(setting, text, &value->number);
    if (problem) {
        if (!secret)
            text_safe(text, strlen(text), fault->value, sizeof(fault->value));
        setting_write_range(setting, fault->range, sizeof(fault->range));
        return refuse(reader, problem);
    }
    if (secret && reader->open_to_all)
        return refuse(reader, N_("is a secret: take the rights of others away "
                                 "from this file (chmod o= FILE)"));

    size_t size = strlen(text) + 1;
    value->text = malloc(size);
    if (!value->text)
        return -ENOMEM;

    memcpy(value->text, text, size);
    value->line = reader->line;
    return 0;
}

static int read_setting(struct reader *reader, const char *key, char *text)
{
    struct config *config = reader->config;
    struct config_fault *fault = reader->fault;
    char name[2 * MAX_NAME + 2];

    snprintf(name, sizeof(name), "%s%s%s", reader->section,
             reader->section[0] ? "." : "", key);
    size_t cut = text_cut(name, strlen(name), sizeof(fault->name) - 1);
    snprintf(fault->name, sizeof(fault->name), "%.*s", (int)cut, name);

    size_t i = config_find(config, name);
    if (i == config->count)
        return refuse(reader, N_("there is no such setting"));
    if (config->values[i].line != 0)
        return refuse(reader, N_("is given twice"));
    if (!unquote(text))
        return refuse(reader, N_("has quotation marks that do not pair"));

    return set(reader, &config->settings[i], &config->values[i], text);
}

static int read_section(struct reader *reader, char *line)
{
    size_t length = strlen(line);

    if (line[length - 1] != ']')
        return refuse(reader, N_("a section is written as [name]"));

    line[length - 1] = '\0';
    char *name = trim(line + 1);
    if (!is_name(name))
        return refuse(reader, N_("a section is written as [name]"));

    snprintf(reader->section, sizeof(reader->section), "%s", name);
    return 0;
}

static int read_line(struct reader *reader, char *line)
{
    *reader->fault = (struct config_fault){ .problem = "" };

    line = trim(line);
    if (*line == '\0' || *line == '#' || *line == ';')
        return 0;
    if (*line == '[')
        return read_section(reader, line);
    if (strncmp(line, "include", 7) == 0 && !is_name(line))
        return refuse(reader, N_("there are no includes: write it all in "
                                 "one file"));

    char *equals = strchr(line, '=');
    if (!equals)
        return refuse(reader, N_("a setting is written as name = value"));

    *equals = '\0';
    char *key = trim(line);
    if (!is_name(key))
        return refuse(reader, N_("a name is made of a-z 0-9 _ - and dots"));

    return read_setting(reader, key, trim(equals + 1));
}

static bool has_control(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)line[i];

        if ((c < ' ' && !is_blank(line[i])) || c == 0x7F)
            return true;
    }
    return false;
}

static int check_line(struct reader *reader, const char *line, size_t length)
{
    *reader->fault = (struct config_fault){ .problem = "" };

    if (length > CONFIG_MAX_LINE)
        return refuse(reader, N_("the line is longer than 4,096 bytes"));
    if (has_control(line, length))
        return refuse(reader, N_("the line holds a control character"));
    if (!text_is_utf8(line, length))
        return refuse(reader, N_("the line is not UTF-8"));
    return 0;
}

static int read_lines(struct reader *reader, char *bytes, size_t length)
{
    char *line = bytes;
    char *end = bytes + length;

    while (line < end) {
        char *newline = memchr(line, '\n', (size_t)(end - line));
        char *stop = newline ? newline : end;

        reader->line++;
        int rc = check_line(reader, line, (size_t)(stop - line));
        if (rc < 0)
            return rc;

        *stop = '\0'; /* file_read() leaves room for the last one */
        rc = read_line(reader, line);
        if (rc < 0)
            return rc;

        line = stop + 1;
    }
    return 0;
}

int config_read_file(const char *path, struct config *config,
                     struct config_fault *ret_fault)
{
    struct config_fault fault = { .problem = "" };
    struct reader reader = { .config = config, .fault = &fault };
    struct stat status;
    char *bytes;
    size_t length;

    if (stat(path, &status) < 0)
        return -errno;

    reader.open_to_all = (status.st_mode & (S_IROTH | S_IWOTH)) != 0;
    int rc = file_read(path, CONFIG_MAX_BYTES, &bytes, &length);
    if (rc < 0)
        return rc;

    rc = read_lines(&reader, bytes, length);
    if (rc == -EINVAL)
        *ret_fault = fault;

    explicit_bzero(bytes, length);
    free(bytes);
    return rc;
}
