/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of libcurl: it knows SMTP (RFC 5321), mail (RFC 5322) and its parts
   (RFC 2045). */

#include "jobs/mail.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <curl/curl.h>

enum { CONNECT_TIMEOUT_S = 15, ADDRESS_SIZE = 256, US_PER_S = 1000000 };

struct sending {
    CURL *easy;
    curl_mime *mime;
    struct curl_slist *headers;
    struct curl_slist *recipients;
    const struct mail *mail;
    uint64_t sent;  /* bytes of the sound */
    bool is_known;  /* to the server, which has answered the EHLO */
    bool has_begun; /* the mail itself: every address was answered */
    int not_now;    /* what it says of an address that it may take later */
};

static bool add_line(struct curl_slist **list, const char *line)
{
    struct curl_slist *longer = curl_slist_append(*list, line);

    if (longer)
        *list = longer;
    return longer != NULL;
}

/* Days and months are English in a Date, whatever the locale (RFC 5322, 3.3). */
static void write_date(int64_t wall_us, char ret_line[MAIL_HEADER_SIZE])
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    time_t seconds = (time_t)(wall_us / US_PER_S);
    struct tm at = { .tm_mday = 1 };

    gmtime_r(&seconds, &at);
    (void)snprintf(ret_line, MAIL_HEADER_SIZE,
                   "Date: %.3s, %d %.3s %d %02d:%02d:%02d +0000",
                   &days[3 * at.tm_wday], at.tm_mday, &months[3 * at.tm_mon],
                   at.tm_year + 1900, at.tm_hour, at.tm_min, at.tm_sec);
}

/* Addresses are as core/delivery.h lets them be: no header is made by them. */
static bool add_recipients(struct sending *sending, const char *to)
{
    char address[ADDRESS_SIZE], line[MAIL_HEADER_SIZE] = "To:";
    size_t used = strlen(line);

    while (*(to += strspn(to, " "))) {
        size_t length = strcspn(to, " ");

        (void)snprintf(address, sizeof(address), "<%.*s>", (int)length, to);
        if (used + strlen(address) + 8 > sizeof(line) ||
            !add_line(&sending->recipients, address))
            return false;
        used += (size_t)snprintf(line + used, sizeof(line) - used, "%s %s",
                                 used > 3 ? ",\r\n" : "", address);
        to += length;
    }

    return sending->recipients && add_line(&sending->headers, line);
}

static bool add_headers(struct sending *sending,
                        const struct mail_server *server,
                        const struct mail *mail)
{
    char line[MAIL_HEADER_SIZE];
    bool ok = add_recipients(sending, mail->to);

    (void)snprintf(line, sizeof(line), "From: <%s>", server->from);
    ok = ok && add_line(&sending->headers, line);
    mail_header("Subject", mail->subject, line);
    ok = ok && add_line(&sending->headers, line);
    write_date(mail->wall_us, line);
    ok = ok && add_line(&sending->headers, line);
    (void)snprintf(line, sizeof(line), "Message-ID: <delivery-%" PRIu64 "@%s>",
                   mail->id, server->host);
    ok = ok && add_line(&sending->headers, line);
    (void)snprintf(line, sizeof(line), "Content-Language: %s", mail->language);
    ok = ok && add_line(&sending->headers, line);
    return ok && add_line(&sending->headers, "Auto-Submitted: auto-generated");
}

static size_t read_sound(char *buffer, size_t size, size_t count, void *arg)
{
    struct sending *sending = arg;
    ssize_t got =
        pread(sending->mail->sound, buffer, size * count, (off_t)sending->sent);

    if (got < 0)
        return CURL_READFUNC_ABORT;
    sending->sent += (uint64_t)got;
    return (size_t)got;
}

static int seek_sound(void *arg, curl_off_t offset, int origin)
{
    struct sending *sending = arg;

    if (origin != SEEK_SET || offset < 0)
        return CURL_SEEKFUNC_CANTSEEK;
    sending->sent = (uint64_t)offset;
    return CURL_SEEKFUNC_OK;
}

static bool add_parts(struct sending *sending, const struct mail *mail)
{
    curl_mimepart *text = curl_mime_addpart(sending->mime);
    curl_mimepart *sound =
        mail->sound >= 0 ? curl_mime_addpart(sending->mime) : NULL;
    int rc = 0;

    if (!text || (mail->sound >= 0 && !sound))
        return false;
    rc |= (int)curl_mime_data(text, mail->text, CURL_ZERO_TERMINATED);
    rc |= (int)curl_mime_type(text, "text/plain; charset=utf-8");
    rc |= (int)curl_mime_encoder(text, "quoted-printable");
    if (!sound)
        return rc == 0;
    rc |= (int)curl_mime_data_cb(sound, (curl_off_t)mail->sound_bytes,
                                 read_sound, seek_sound, NULL, sending);
    rc |= (int)curl_mime_type(sound, "audio/wav");
    rc |= (int)curl_mime_filename(sound, mail->sound_name);
    rc |= (int)curl_mime_encoder(sound, "base64");
    return rc == 0;
}

static int look_at_end(void *arg, curl_off_t down_all, curl_off_t down,
                       curl_off_t up_all, curl_off_t up)
{
    const atomic_bool *is_ending = arg;

    (void)down_all;
    (void)down;
    (void)up_all;
    (void)up;
    return atomic_load(is_ending);
}

void mail_end_by(void *easy, const atomic_bool *is_ending)
{
    (void)curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    (void)curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, look_at_end);
    (void)curl_easy_setopt(easy, CURLOPT_XFERINFODATA, is_ending);
}

static bool set_server(CURL *easy, const struct mail_server *server)
{
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_PROXY, "");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    /* Nobody waits for a name server that is silent. */
    rc |= (int)curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_URL, server->url);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT,
                                (long)CONNECT_TIMEOUT_S);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)MAIL_TIMEOUT_S);
    rc |= (int)curl_easy_setopt(
        easy, CURLOPT_USE_SSL,
        (long)(server->needs_tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (server->authorities[0])
        rc |= (int)curl_easy_setopt(easy, CURLOPT_CAINFO, server->authorities);
    if (server->user[0]) {
        rc |= (int)curl_easy_setopt(easy, CURLOPT_USERNAME, server->user);
        rc |= (int)curl_easy_setopt(easy, CURLOPT_PASSWORD, server->password);
    }
    return rc == 0;
}

/* The server's lines. libcurl passes over an address that is refused, for now
   or for good; but one that is refused for now shall not lose its mail, so
   that all of it is put off before anybody has it. */
static size_t hear(char *line, size_t size, size_t count, void *arg)
{
    struct sending *sending = arg;
    size_t length = size * count;
    char code[4] = "";

    memcpy(code, line, length < 3 ? length : 3);
    sending->is_known |= strcmp(code, "250") == 0;
    sending->has_begun |= strcmp(code, "354") == 0;
    if (code[0] != '4' || sending->has_begun || !sending->mail->waits_for_all)
        return length;

    sending->not_now = (int)strtol(code, NULL, 10);
    return 0;
}

static bool set_mail(struct sending *sending, const struct mail_server *server)
{
    CURL *easy = sending->easy;
    char from[ADDRESS_SIZE + 2];
    int rc = 0;

    (void)snprintf(from, sizeof(from), "<%s>", server->from);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_MAIL_FROM, from);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_MAIL_RCPT, sending->recipients);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTPHEADER, sending->headers);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_MIMEPOST, sending->mime);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, hear);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HEADERDATA, sending);
    return rc == 0;
}

/* A 5yz of the mail or of its addresses stays so. Of a greeting, of TLS and of
   signing in (530 too, RFC 4954) it may be mended; and where the connection
   ends before its time, the last answer was to something else. */
static bool is_final(const struct sending *sending, CURLcode code, long said)
{
    switch (code) {
    case CURLE_LOGIN_DENIED:
    case CURLE_USE_SSL_FAILED:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_ABORTED_BY_CALLBACK:
    case CURLE_WRITE_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return false;
    default:
        return sending->is_known && said >= 500 && said <= 599 && said != 530;
    }
}

static enum delivery_result result_of(const struct sending *sending,
                                      CURLcode code, long said)
{
    if (code == CURLE_OK)
        return DELIVERY_SENT;

    return is_final(sending, code, said) ? DELIVERY_REFUSED : DELIVERY_NOT_NOW;
}

static enum delivery_result perform(struct sending *sending, int *ret_code)
{
    CURLcode code = curl_easy_perform(sending->easy);
    long said = 0;

    (void)curl_easy_getinfo(sending->easy, CURLINFO_RESPONSE_CODE, &said);
    *ret_code = sending->not_now ? sending->not_now : (int)said;
    return result_of(sending, code, said);
}

enum delivery_result mail_send(const struct mail_server *server,
                               const struct mail *mail, int *ret_code)
{
    assert(server && mail && ret_code);
    struct sending sending = { .easy = curl_easy_init(), .mail = mail };
    enum delivery_result result = DELIVERY_NOT_NOW;

    *ret_code = 0;
    sending.mime = sending.easy ? curl_mime_init(sending.easy) : NULL;
    if (sending.mime && add_headers(&sending, server, mail) &&
        add_parts(&sending, mail) && set_server(sending.easy, server) &&
        set_mail(&sending, server)) {
        mail_end_by(sending.easy, server->is_ending);
        result = perform(&sending, ret_code);
    }
    curl_mime_free(sending.mime);
    curl_slist_free_all(sending.headers);
    curl_slist_free_all(sending.recipients);
    curl_easy_cleanup(sending.easy);
    return result;
}
