/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of the message becomes a mail or a request. */

#include "jobs/courier.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>

#include "base/clock.h"
#include "base/hmac.h"
#include "jobs/fetch_transfer.h"
#include "jobs/message_mail.h"
#include "jobs/messages.h"
#include "jobs/recordings.h"

enum { HOOK_TIMEOUT_MS = 20000, BODY_SIZE = 16384, HEADER_SIZE = 128 };
/* Greylisting (RFC 6647) takes minutes: four attempts are made in 21 of them.
   Then those who take the mail have waited long enough for the others. */
enum { PATIENT_ATTEMPTS = 4 };
enum { US_PER_S = 1000000 };

/* Mail. */

/* Of an object store nothing but the sound is asked. */
static int open_sound(const struct courier_job *job, void *hands,
                      struct mail *mail)
{
    struct shape_recording recording;
    char object[OBJECT_NAME_SIZE];
    int rc = query_sound(hands, job->message_id, &recording, object);

    if (rc < 0)
        return rc;
    mail->sound =
        recording_open(job->courier->recording_dir, object, &mail->sound_bytes);
    return mail->sound < 0 ? mail->sound : 0;
}

/* The part behind the at sign of our own address. */
static const char *host_of(const char *from)
{
    const char *at = strchr(from, '@');

    return at && at[1] ? at + 1 : "localhost";
}

/* An attempt that would outlast its row is left to the next one. */
static bool has_time(const struct courier_job *job, int64_t takes_us)
{
    return clock_boot_us() + takes_us <= job->due_boot_us;
}

static void send_mail(struct courier_job *job, void *hands,
                      const struct shape_message *message)
{
    const struct courier *courier = job->courier;
    const struct mail_server server = {
        .url = courier->smtp_url,
        .from = courier->smtp_from,
        .user = courier->smtp_user,
        .password = courier->smtp_password,
        .authorities = courier->smtp_authorities,
        .needs_tls = courier->smtp_tls,
        .host = host_of(courier->smtp_from),
        .is_ending = &courier->is_ending,
    };
    struct mail *mail = calloc(1, sizeof(*mail));

    if (!mail)
        return;
    mail->to = job->box.mail_to.text;
    mail->waits_for_all = job->attempt <= PATIENT_ATTEMPTS;
    mail->id = job->delivery_id;
    mail->wall_us = clock_wall_us();
    mail->sound = -1;
    (void)snprintf(mail->sound_name, sizeof(mail->sound_name),
                   "message-%" PRIu64 ".wav", job->message_id);
    message_mail_write(&job->box, message, courier->time_zone, mail);
    if (!job->box.mail_sound || open_sound(job, hands, mail) == 0) {
        job->was_asked = true;
        job->result = mail_send(&server, mail, &job->code);
    }
    if (mail->sound >= 0)
        close(mail->sound);
    free(mail);
}

/* Webhook. */

void courier_sign(const char *key, int64_t wall_s, const char *body,
                  char ret_line[COURIER_SIGNATURE_SIZE])
{
    assert(key && body && ret_line);
    unsigned char mac[SHA256_SIZE];
    char hex[SHA256_TEXT_SIZE];
    size_t size = strlen(body) + 32;
    char *text = malloc(size);

    ret_line[0] = '\0';
    if (!text)
        return;
    (void)snprintf(text, size, "%" PRId64 ".%s", wall_s, body);
    hmac_sha256(key, strlen(key), text, strlen(text), mac);
    sha256_spell(mac, hex);
    (void)snprintf(ret_line, COURIER_SIGNATURE_SIZE,
                   "X-CCLite-Signature: t=%" PRId64 ",v1=%s", wall_s, hex);
    free(text);
}

/* 408, 425, 429 and what a server has to say of itself may pass. */
static enum delivery_result result_of(const struct fetch *fetch)
{
    int status = fetch->status;

    if (fetch->outcome == FETCH_FORBIDDEN)
        return DELIVERY_FORBIDDEN;
    if (fetch->outcome == FETCH_TOO_LONG)
        return DELIVERY_SENT; /* it was taken; what it says is not read */
    if (fetch->outcome != FETCH_ANSWERED)
        return DELIVERY_NOT_NOW;
    if (status >= 200 && status <= 299)
        return DELIVERY_SENT;

    return status == 408 || status == 425 || status == 429 || status >= 500
               ? DELIVERY_NOT_NOW
               : DELIVERY_REFUSED;
}

static void post(struct courier_job *job, struct fetch *fetch)
{
    const struct courier *courier = job->courier;
    const struct fetcher_settings settings = {
        .allows_private = courier->webhook_private,
        .authorities = courier->webhook_authorities[0]
                           ? courier->webhook_authorities
                           : NULL,
    };
    struct fetch_transfer *transfer = fetch_transfer_new(fetch, &settings);

    if (!transfer)
        return;
    job->was_asked = true;
    mail_end_by(transfer->easy, &courier->is_ending);
    fetch_transfer_end(transfer, curl_easy_perform(transfer->easy));
    fetch_transfer_free(transfer);
    job->result = result_of(fetch);
    job->code = fetch->status;
    fetch_done(fetch);
}

static void send_hook(struct courier_job *job,
                      const struct shape_message *message)
{
    char id[HEADER_SIZE], signature[COURIER_SIGNATURE_SIZE];
    char *body = malloc(BODY_SIZE);
    struct fetch fetch = {
        .url = job->box.webhook.text,
        .body = body,
        .headers = { id },
        .timeout_ms = HOOK_TIMEOUT_MS,
    };

    if (!body || message_hook_write(job->delivery_id, &job->box, message, body,
                                    BODY_SIZE) < 0) {
        free(body);
        return;
    }
    (void)snprintf(id, sizeof(id), "Idempotency-Key: %" PRIu64,
                   job->delivery_id);
    if (job->courier->webhook_key[0]) {
        courier_sign(job->courier->webhook_key, clock_wall_us() / US_PER_S,
                     body, signature);
        fetch.headers[1] = signature;
    }
    post(job, &fetch);
    free(body);
}

static void work(struct job *base, void *hands)
{
    struct courier_job *job = (struct courier_job *)base;
    bool is_hook = job->way == DELIVERY_BY_WEBHOOK;
    int64_t takes_us = is_hook ? HOOK_TIMEOUT_MS * INT64_C(1000)
                               : MAIL_TIMEOUT_S * INT64_C(1000000);
    struct shape_message message;

    job->result = DELIVERY_NOT_NOW;
    job->code = 0;
    if (!has_time(job, takes_us) || !hands ||
        query_message(hands, job->message_id, &message) < 0)
        return;
    message.agent = (struct name){ "" };
    if (!is_hook && !job->is_given)
        message.agent_id = 0;
    if (!message.caller_name.text[0])
        message.caller_name = job->colleague;
    if (job->hides_caller) {
        message.caller = (struct phone_number){ "" };
        message.caller_name = (struct label){ "" };
    }
    if (is_hook)
        send_hook(job, &message);
    else if (job->courier->smtp_url[0])
        send_mail(job, hands, &message);
}

int courier_begin(void)
{
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? 0 : -ENOMEM;
}

void courier_prepare(struct courier_job *job)
{
    assert(job && job->courier);

    job->job.work = work;
}
