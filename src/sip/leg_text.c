/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of peers on its way in, text of ours on its way out. */

#include "sip/leg_inside.h"

#include <errno.h>
#include <string.h>

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;

    return -1;
}

/* A "%" that nothing sensible follows stays as it is. */
int leg_unescape(const struct pl *escaped, struct leg_text *ret_text)
{
    char *bytes = mem_alloc(escaped->l + 1, NULL);
    size_t length = 0;

    if (!bytes)
        return -ENOMEM;

    for (size_t i = 0; i < escaped->l; i++) {
        int high = -1, low = -1;

        if (escaped->p[i] == '%' && i + 2 < escaped->l) {
            high = hex_value(escaped->p[i + 1]);
            low = hex_value(escaped->p[i + 2]);
        }
        if (high >= 0 && low >= 0) {
            bytes[length++] = (char)(high << 4 | low);
            i += 2;
        } else {
            bytes[length++] = escaped->p[i];
        }
    }

    bytes[length] = '\0';
    *ret_text = (struct leg_text){ bytes, length };
    return 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Quoted pairs lose their backslash; a fold becomes one blank, with those
   around it. */
int leg_unquote(const struct pl *quoted, struct leg_text *ret_text)
{
    char *bytes = mem_alloc(quoted->l + 1, NULL);
    size_t length = 0;

    if (!bytes)
        return -ENOMEM;

    for (size_t i = 0; i < quoted->l; i++) {
        char c = quoted->p[i];

        if (c == '\\' && i + 1 < quoted->l) {
            c = quoted->p[++i];
        } else if (c == '\r' || c == '\n') {
            while (length > 0 && is_blank(bytes[length - 1]))
                length--;
            while (i + 1 < quoted->l && is_blank(quoted->p[i + 1]))
                i++;
            c = ' ';
        }
        bytes[length++] = c;
    }

    bytes[length] = '\0';
    *ret_text = (struct leg_text){ bytes, length };
    return 0;
}

void leg_text_done(struct leg_text *text)
{
    mem_deref((void *)text->bytes);
    *text = (struct leg_text){ "", 0 };
}

struct pl leg_user_of(const struct uri *uri)
{
    if (pl_strcasecmp(&uri->scheme, "tel") == 0 && !pl_isset(&uri->user))
        return uri->host;

    return uri->user;
}

int leg_print_name(struct re_printf *pf, const char *name)
{
    int err = 0;

    if (!name || !*name)
        return 0;

    err = pf->vph("\"", 1, pf->arg);
    for (; *name && !err; name++) {
        unsigned char c = (unsigned char)*name;

        if (c < ' ' || c == 0x7f)
            continue;
        if (c == '"' || c == '\\')
            err = pf->vph("\\", 1, pf->arg);
        if (!err)
            err = pf->vph(name, 1, pf->arg);
    }

    return err ? err : pf->vph("\" ", 2, pf->arg);
}

bool leg_is_line(const char *text, size_t max)
{
    size_t length = strlen(text);

    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
            return false;

    return length <= max;
}
