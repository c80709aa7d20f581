/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines, names and values, and no more of a request than that. */

#include "sip/salvage.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 32, VERSION_LENGTH = 7 };

/* What an answer repeats, in this order. */
enum kind { VIA, FROM, TO, CALL_ID, CSEQ, KINDS };

static const struct {
    const char *name;
    const char *compact;
} names[KINDS] = {
    [VIA] = { "Via", "v" },    [FROM] = { "From", "f" },
    [TO] = { "To", "t" },      [CALL_ID] = { "Call-ID", "i" },
    [CSEQ] = { "CSeq", NULL },
};

struct found {
    int code;
    struct pl vias[SALVAGE_MAX_VIAS];
    size_t via_count;
    struct pl values[KINDS]; /* but for VIA */
};

struct writing {
    char *text;
    size_t length;
    bool is_full;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct pl trimmed(struct pl text)
{
    while (text.l > 0 && is_blank(text.p[text.l - 1]))
        text.l--;
    while (text.l > 0 && is_blank(*text.p))
        pl_advance(&text, 1);

    return text;
}

/* Takes a line, with those that are folded into it. */
static bool next_line(struct pl *rest, bool may_fold, struct pl *ret_line)
{
    const char *end = rest->p;
    const char *last = rest->p + rest->l;

    do {
        end = memchr(end, '\n', (size_t)(last - end));
        if (!end)
            return false;
        end++;
    } while (may_fold && end < last && (*end == ' ' || *end == '\t'));

    *ret_line = (struct pl){ rest->p, (size_t)(end - rest->p) };
    pl_advance(rest, (ssize_t)ret_line->l);
    return true;
}

static bool is_token(const struct pl *word)
{
    for (size_t i = 0; i < word->l; i++)
        if (word->p[i] <= ' ' || strchr("()<>@,;:\\\"/[]?={}\x7f", word->p[i]))
            return false;

    return word->l > 0 && word->l <= WORD_MAX;
}

/* "METHOD whatever SIP/2.0": a request, but not one that nobody answers. */
static bool read_start(struct pl line, int *ret_code)
{
    line = trimmed(line);
    const char *end = memchr(line.p, ' ', line.l);
    struct pl method = { line.p, end ? (size_t)(end - line.p) : 0 };

    if (line.l < method.l + VERSION_LENGTH + 1 || !is_token(&method) ||
        pl_strcmp(&method, "ACK") == 0)
        return false;

    const char *version = line.p + line.l - VERSION_LENGTH;

    if (version[-1] != ' ' || memcmp(version, "SIP/", 4) != 0 ||
        version[5] != '.')
        return false;

    *ret_code = memcmp(version, "SIP/2.0", VERSION_LENGTH) == 0 ? 400 : 505;
    return true;
}

static bool is_named(const struct pl *name, enum kind kind)
{
    return pl_strcasecmp(name, names[kind].name) == 0 ||
           (names[kind].compact &&
            pl_strcasecmp(name, names[kind].compact) == 0);
}

static bool keep(struct found *found, enum kind kind, struct pl value)
{
    if (value.l == 0 || value.l > SALVAGE_VALUE_MAX)
        return false;
    if (kind == VIA) {
        if (found->via_count == SALVAGE_MAX_VIAS)
            return false;
        found->vias[found->via_count++] = value;
        return true;
    }
    if (found->values[kind].l > 0)
        return false; /* which one? */

    found->values[kind] = value;
    return true;
}

static bool read_header(struct found *found, const struct pl *line)
{
    const char *colon = memchr(line->p, ':', line->l);
    if (!colon)
        return true;

    struct pl name = trimmed((struct pl){ line->p, (size_t)(colon - line->p) });
    struct pl value = { colon + 1, (size_t)(line->p + line->l - colon - 1) };

    for (enum kind kind = VIA; kind < KINDS; kind++)
        if (is_named(&name, kind))
            return keep(found, kind, trimmed(value));

    return true;
}

static bool read_all(struct pl rest, struct found *found)
{
    struct pl line;

    if (!next_line(&rest, false, &line) || !read_start(line, &found->code))
        return false;

    while (next_line(&rest, true, &line)) {
        if (trimmed(line).l == 0)
            break;
        if (!read_header(found, &line))
            return false;
    }

    for (enum kind kind = FROM; kind < KINDS; kind++)
        if (found->values[kind].l == 0)
            return false;

    return found->via_count > 0;
}

__attribute__((format(printf, 2, 3))) static void say(struct writing *writing,
                                                      const char *format, ...)
{
    size_t room = SALVAGE_ANSWER_MAX - writing->length;
    va_list arguments;

    va_start(arguments, format);
    int n = vsnprintf(writing->text + writing->length, room, format, arguments);
    va_end(arguments);

    if (n < 0 || (size_t)n >= room)
        writing->is_full = true;
    else
        writing->length += (size_t)n;
}

/* The bytes that came, which may be any; a fold becomes blanks. */
static void say_value(struct writing *writing, const struct pl *value)
{
    if (value->l >= SALVAGE_ANSWER_MAX - writing->length) {
        writing->is_full = true;
        return;
    }

    for (size_t i = 0; i < value->l; i++) {
        char c = value->p[i];

        writing->text[writing->length++] = c == '\r' || c == '\n' ? ' ' : c;
    }
}

static bool has_tag(const struct pl *to)
{
    return re_regex(to->p, to->l, ";[ \t\r\n]*tag[ \t\r\n]*=", NULL, NULL) == 0;
}

/* The one who sent it is told how it came here (RFC 3581, 4). */
static void say_vias(struct writing *writing, const struct found *found,
                     const struct salvage_scene *scene)
{
    char source[64];

    re_snprintf(source, sizeof(source), "%j", scene->source);
    for (size_t i = 0; i < found->via_count; i++) {
        say(writing, "Via: ");
        say_value(writing, &found->vias[i]);
        if (i == 0)
            say(writing, ";received=%s", source);
        say(writing, "\r\n");
    }
}

static void say_all(struct writing *writing, const struct found *found,
                    const struct salvage_scene *scene)
{
    say(writing, "SIP/2.0 %d %s\r\n", found->code,
        found->code == 505 ? "Version Not Supported" : "Bad Request");
    say_vias(writing, found, scene);
    for (enum kind kind = FROM; kind < KINDS; kind++) {
        say(writing, "%s: ", names[kind].name);
        say_value(writing, &found->values[kind]);
        if (kind == TO && !has_tag(&found->values[TO]))
            say(writing, ";tag=%016" PRIx64, scene->tag);
        say(writing, "\r\n");
    }
    say(writing, "Server: %s\r\nContent-Length: 0\r\n\r\n", scene->server);
}

size_t salvage_answer(const struct pl *datagram,
                      const struct salvage_scene *scene, char *ret)
{
    assert(datagram && datagram->p && scene && scene->source && ret);

    struct found found = { 0 };
    struct writing writing = { .text = ret };

    if (!read_all(*datagram, &found))
        return 0;

    say_all(&writing, &found, scene);
    return writing.is_full ? 0 : writing.length;
}
