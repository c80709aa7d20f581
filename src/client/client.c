/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests by libcurl's easy interface. */

#include "client/client.h"

#include <assert.h>
#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/entropy.h"
#include "client/receipt.h"
#include "client/carrier.h"
#include "client/token.h"

struct client {
    CURL *easy;
    struct endpoint endpoint;
    char authorization[TOKEN_SIZE + 32]; /* a header's line, or "" */
    char language[64];                   /* the same */
    char error[CURL_ERROR_SIZE];
};

/* What holds for every request of this client. */
static bool set_up(CURL *easy, const struct client_settings *settings,
                   char error[CURL_ERROR_SIZE])
{
    const struct carrier carrier = {
        .endpoint = &settings->endpoint,
        .ca_file = settings->ca_file,
        .connect_ms = CLIENT_CONNECT_MS,
    };
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, settings->timeout_ms);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_USERAGENT, "cclite");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, receipt_take_body);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION,
                                receipt_take_header);
    return rc == 0 && carrier_set_up(easy, &carrier);
}

int client_new(const struct client_settings *settings,
               struct client **ret_client)
{
    assert(settings && ret_client && settings->timeout_ms > 0);

    struct client *client = calloc(1, sizeof(*client));
    if (!client)
        return -ENOMEM;

    if (curl_global_init(CURL_GLOBAL_DEFAULT) ||
        !(client->easy = curl_easy_init())) {
        free(client);
        return -ENOMEM;
    }

    client->endpoint = settings->endpoint;
    if (settings->token)
        snprintf(client->authorization, sizeof(client->authorization),
                 "Authorization: Bearer %s", settings->token);
    if (settings->language)
        snprintf(client->language, sizeof(client->language),
                 "Accept-Language: %s", settings->language);

    if (!set_up(client->easy, settings, client->error)) {
        client_free(client);
        return -ELIBACC;
    }

    *ret_client = client;
    return 0;
}

struct client *client_free(struct client *client)
{
    if (!client)
        return NULL;

    curl_easy_cleanup(client->easy);
    curl_global_cleanup();
    explicit_bzero(client->authorization, sizeof(client->authorization));
    free(client);
    return NULL;
}

void client_key_make(char ret_key[CLIENT_KEY_SIZE])
{
    unsigned char bytes[(CLIENT_KEY_SIZE - 1) / 2];

    entropy_bytes(bytes, sizeof(bytes));
    for (size_t i = 0; i < sizeof(bytes); i++)
        snprintf(ret_key + 2 * i, 3, "%02x", bytes[i]);
}

/* Appends a line; on failure the list is gone, and stays NULL from then on. */
static bool add_line(struct curl_slist **lines, const char *line)
{
    struct curl_slist *longer = curl_slist_append(*lines, line);

    if (longer)
        *lines = longer;

    return longer != NULL;
}

static bool add_key(struct curl_slist **lines, const char *key)
{
    char own[CLIENT_KEY_SIZE], line[64];

    if (!key) {
        client_key_make(own);
        key = own;
    }
    snprintf(line, sizeof(line), "Idempotency-Key: %s", key);
    return add_line(lines, line);
}

static int make_lines(const struct client *client,
                      const struct client_request *request,
                      struct curl_slist **ret_lines)
{
    char line[128];
    bool ok = add_line(ret_lines, "Expect:");

    if (client->authorization[0])
        ok &= add_line(ret_lines, client->authorization);
    if (request->language) {
        snprintf(line, sizeof(line), "Accept-Language: %s", request->language);
        ok &= add_line(ret_lines, line);
    } else if (client->language[0]) {
        ok &= add_line(ret_lines, client->language);
    }
    if (request->body) {
        snprintf(line, sizeof(line), "Content-Type: %s",
                 request->type ? request->type : "application/json");
        ok &= add_line(ret_lines, line);
    }
    if (request->match) {
        snprintf(line, sizeof(line), "If-Match: %s", request->match);
        ok &= add_line(ret_lines, line);
    }
    if (request->range) {
        snprintf(line, sizeof(line), "Range: %s", request->range);
        ok &= add_line(ret_lines, line);
    }
    if (strcmp(request->method, "POST") == 0)
        ok &= add_key(ret_lines, request->key);

    return ok ? 0 : -ENOMEM;
}

/* May be asked twice: nothing is done twice. */
static bool is_repeatable(const struct client_request *request)
{
    return strcmp(request->method, "GET") == 0 ||
           strcmp(request->method, "POST") == 0;
}

static bool aim(struct client *client, const struct client_request *request,
                const char *url, const struct curl_slist *lines,
                struct receipt *receipt)
{
    CURL *easy = client->easy;
    bool posts = request->body || strcmp(request->method, "POST") == 0;
    const char *body = request->body ? request->body : "";
    size_t length = request->length ? request->length : strlen(body);
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    if (posts) {
        rc |= (int)curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
        rc |= (int)curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                                    (curl_off_t)length);
    }
    rc |= (int)curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request->method);
    /* On a connection that died meanwhile the library would try again. */
    rc |= (int)curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT,
                                is_repeatable(request) ? 0L : 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_URL, url);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_WRITEDATA, receipt);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HEADERDATA, receipt);
    return rc == 0;
}

static int perform(struct client *client, const struct client_request *request,
                   struct receipt *receipt)
{
    CURLcode code = curl_easy_perform(client->easy);

    if (carrier_is_lost(code) && !receipt->rc && is_repeatable(request)) {
        receipt_clear(receipt);
        code = curl_easy_perform(client->easy);
    }

    if (receipt->rc)
        return receipt->rc;

    long status = 0;
    int rc = carrier_reason(code);
    if (!rc)
        curl_easy_getinfo(client->easy, CURLINFO_RESPONSE_CODE, &status);
    if (!rc && (status < 200 || status > 599))
        return -EPROTO;

    receipt->reply->status = (int)status;
    return rc;
}

int client_send(struct client *client, const struct client_request *request,
                struct client_reply *ret_reply)
{
    assert(client && request && request->path[0] == '/' && ret_reply);

    size_t size = ENDPOINT_URL_SIZE + strlen(request->path) + 1;
    struct client_reply reply = { .body = calloc(1, 1) };
    struct receipt receipt = { .reply = &reply, .room = 1 };
    struct curl_slist *lines = NULL;
    char *url = malloc(size);
    int rc = reply.body && url ? make_lines(client, request, &lines) : -ENOMEM;

    client->error[0] = '\0';
    if (!rc) {
        snprintf(url, size, "%s%s", carrier_url(&client->endpoint),
                 request->path);
        rc = aim(client, request, url, lines, &receipt)
                 ? perform(client, request, &receipt)
                 : -ENOMEM;
    }

    curl_slist_free_all(lines);
    free(url);
    if (rc)
        client_reply_done(&reply);
    else
        *ret_reply = reply;

    return rc;
}

void client_reply_done(struct client_reply *reply)
{
    free(reply->body);
    *reply = (struct client_reply){ 0 };
}

const char *client_error(const struct client *client)
{
    return client->error;
}
