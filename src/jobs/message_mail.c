/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts for people, and one for programs. */

#include "jobs/message_mail.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "base/text.h"
#include "lang/format.h"
#include "lang/lang.h"
#include "wire/record_json.h"

enum { LINE_SIZE = 512, SUBJECT_BOX_BYTES = 80 };

struct writing {
    enum language language;
    const char *zone;
    char *text;
    size_t size, length;
};

static void add(struct writing *writing, const char *label, const char *value)
{
    int length = snprintf(writing->text + writing->length,
                          writing->size - writing->length, "%s: %s\r\n",
                          lang_text(writing->language, label), value);

    if (length > 0 && (size_t)length < writing->size - writing->length)
        writing->length += (size_t)length;
}

/* Strangers say who they are: nothing of it is more than one line of text. */
static void add_foreign(struct writing *writing, const char *label,
                        const char *value)
{
    char safe[LINE_SIZE];

    (void)text_safe(value, strlen(value), safe, sizeof(safe));
    add(writing, label, safe);
}

static const char *own_label(const struct event_box_set *box,
                             enum language language)
{
    const char *own = language == LANGUAGE_ES   ? box->label_es.text
                      : language == LANGUAGE_CS ? box->label_cs.text
                                                : "";

    return own[0] ? own : box->label.text[0] ? box->label.text : box->name.text;
}

static void word_caller(enum language language,
                        const struct shape_message *message,
                        char ret_text[LINE_SIZE])
{
    const char *number = message->caller.text;
    const char *name = message->caller_name.text;

    (void)snprintf(ret_text, LINE_SIZE, "%s",
                   number[0] ? number
                   : name[0] ? name
                             : lang_text(language, N_("withheld")));
}

static void add_moment(struct writing *writing, int64_t wall_us)
{
    char moment[FORMAT_SIZE], line[LINE_SIZE];
    const char *zone = writing->zone;

    if (format_moment(writing->language, wall_us, zone, moment,
                      sizeof(moment)) < 0) {
        zone = "UTC";
        (void)format_moment(writing->language, wall_us, zone, moment,
                            sizeof(moment));
    }
    (void)snprintf(line, sizeof(line), "%s (%s)", moment, zone);
    add(writing, N_("When"), line);
}

static void add_all(struct writing *writing, const struct event_box_set *box,
                    const struct shape_message *message)
{
    char text[LINE_SIZE], length[FORMAT_SIZE];

    add_foreign(writing, N_("Box"), own_label(box, writing->language));
    if (message->caller.text[0] || !message->caller_name.text[0]) {
        word_caller(writing->language, message, text);
        add_foreign(writing, N_("Number"), text);
    }
    if (message->caller_name.text[0])
        add_foreign(writing, N_("Caller"), message->caller_name.text);
    add_foreign(writing, N_("Called"), message->called.text);
    add_moment(writing, message->left_wall_us);
    (void)format_duration(message->length_us, length, sizeof(length));
    add(writing, N_("Length"), length);
    if (message->urgent)
        add(writing, N_("Urgent"), lang_text(writing->language, N_("yes")));
    if (message->note.text[0])
        add_foreign(writing, N_("Note"), message->note.text);
    (void)snprintf(text, sizeof(text), "cclite voicemail listen %" PRIu64,
                   message->message_id);
    add(writing, N_("To hear it"), text);
}

/* Box, then number; each a format by itself, so that it is checked. */
static void write_subject(enum language language,
                          const struct shape_message *message, const char *name,
                          struct mail *mail)
{
    bool is_given = message->agent_id != 0;
    char caller[LINE_SIZE];

    word_caller(language, message, caller);
    (void)snprintf(
        mail->subject, sizeof(mail->subject),
        is_given && message->urgent
            /* TRANSLATORS: a mail's subject; box, then number */
            ? lang_text(language, N_("Urgent message for you in %.80s from "
                                     "%.40s"))
            : is_given ? lang_text(language,
                                   N_("Message for you in %.80s from %.40s"))
              : message->urgent
                  ? lang_text(language,
                              N_("Urgent message in %.80s from %.40s"))
                  : lang_text(language, N_("New message in %.80s from %.40s")),
        name, caller);
}

void message_mail_write(const struct event_box_set *box,
                        const struct shape_message *message, const char *zone,
                        struct mail *mail)
{
    assert(box && message && zone && mail);
    enum language language = (enum language)box->mail_language;
    const char *own = box->mail_zone.text[0] ? box->mail_zone.text : zone;
    struct writing writing = { language, own[0] ? own : "UTC", mail->text,
                               sizeof(mail->text), 0 };
    const char *label = own_label(box, language);
    int whole = (int)text_cut(label, strlen(label), SUBJECT_BOX_BYTES);
    char name[SUBJECT_BOX_BYTES + 1];

    (void)snprintf(name, sizeof(name), "%.*s", whole, label);
    mail->text[0] = '\0';
    mail->language = lang_code(language);
    write_subject(language, message, name, mail);
    add_all(&writing, box, message);
}

int message_hook_write(uint64_t delivery_id, const struct event_box_set *box,
                       const struct shape_message *message, char *ret_text,
                       size_t size)
{
    assert(box && message && ret_text);
    struct json_t *body = value_object();
    struct json_t *told =
        record_to_json(shape_record(SHAPE_MESSAGE), message, EVENT_WHOLE);

    (void)value_set_text(told, "box", box->name.text);
    (void)value_set_text(body, "event", "voicemail_message");
    (void)value_set_integer(body, "delivery_id", (int64_t)delivery_id);
    (void)value_set(body, "message", told);

    char *text = value_print(body, VALUE_COMPACT);
    bool fits = text && strlen(text) < size;
    if (fits)
        memcpy(ret_text, text, strlen(text) + 1);
    free(text);
    value_free(body);
    return fits ? 0 : -ENOSPC;
}
