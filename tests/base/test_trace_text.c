/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be kept of a message, and shown to whom. */

#include "base/trace_text.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"

struct row {
    const char *says;
    const char *in;
    const char *out;
};

/* Never kept, whoever asks. */
static const struct row redactions[] = {
    { "credentials are hidden but for their scheme",
      "INVITE sip:2@h SIP/2.0\r\nAuthorization: Digest username=\"ana\", "
      "response=\"0f\"\r\n\r\n",
      "INVITE sip:2@h SIP/2.0\r\nAuthorization: Digest xxxxxxxx=\"xxx\", "
      "xxxxxxxx=\"xx\"\r\n\r\n" },
    { "so are those that go on in the next line",
      "INVITE sip:2@h SIP/2.0\r\nproxy-authorization : Digest a=1,\r\n"
      " response=\"0f\"\r\nTo: x\r\n\r\n",
      "INVITE sip:2@h SIP/2.0\r\nproxy-authorization : Digest x=x,\r\n"
      " xxxxxxxx=\"xx\"\r\nTo: x\r\n\r\n" },
    { "and challenges",
      "SIP/2.0 401 No\r\nWWW-Authenticate: Digest nonce=\"ab\"\r\n\r\n",
      "SIP/2.0 401 No\r\nWWW-Authenticate: Digest xxxxx=\"xx\"\r\n\r\n" },
    { "a scheme alone stays", "A b SIP/2.0\r\nAuthorization: Basic\r\n\r\n",
      "A b SIP/2.0\r\nAuthorization: Basic\r\n\r\n" },
    { "digits pressed are hidden",
      "INFO sip:2@h SIP/2.0\r\nC: x\r\n\r\nSignal=5\r\nDuration=160\r\n",
      "INFO sip:2@h SIP/2.0\r\nC: x\r\n\r\nxxxxxx=x\r\nxxxxxxxx=xxx\r\n" },
    { "whatever their form, and a bare star", "info sip:2@h SIP/2.0\n\n*\n#",
      "info sip:2@h SIP/2.0\n\nx\nx" },
    { "of any type and in any case of letters, as far as the message goes",
      "INFO sip:2@h SIP/2.0\r\nContent-Type: APPLICATION/DTMF;x=\"y\"\r\n"
      "Content-Length: 1\r\n\r\n\t 5\r\n\r\nSIGNAL =\t*\r\nsignal:#\n7",
      "INFO sip:2@h SIP/2.0\r\nContent-Type: APPLICATION/DTMF;x=\"y\"\r\n"
      "Content-Length: 1\r\n\r\n\t x\r\n\r\nxxxxxx =\tx\r\nxxxxxx:x\nx" },
    { "of a multipart body, too",
      "INFO sip:2@h SIP/2.0\r\nc: multipart/mixed;boundary=b\r\n\r\n--b\r\n"
      "C: application/dtmf\r\n\r\n5\r\n--b--",
      "INFO sip:2@h SIP/2.0\r\nc: multipart/mixed;boundary=b\r\n\r\n--x\r\n"
      "x: xxxxxxxxxxx/xxxx\r\n\r\nx\r\n--x--" },
    { "with what keeps a connection alive before",
      "\r\n\r\nINFO sip:2@h SIP/2.0\r\nC: x\r\n\r\nSignal=5",
      "\r\n\r\nINFO sip:2@h SIP/2.0\r\nC: x\r\n\r\nxxxxxx=x" },
    { "with an odd end of the headers",
      "INFO sip:2@h SIP/2.0\r\nC: x\r\n\r\r\r\nSignal=5\r\n\r\n6",
      "INFO sip:2@h SIP/2.0\r\nC: x\r\n\r\r\r\nxxxxxx=x\r\n\r\nx" },
    { "and where an answer repeats them",
      "SIP/2.0 415 No\r\nCSeq: 7 INFO\r\n\r\nSignal=5",
      "SIP/2.0 415 No\r\nCSeq: 7 INFO\r\n\r\nxxxxxx=x" },
    { "a name may end, and begin, oddly",
      "A b SIP/2.0\r\n\rAuthorization\r\n : Digest a=1\r\n\r\n",
      "A b SIP/2.0\r\n\rAuthorization\r\n : Digest x=x\r\n\r\n" },
    { "keys of encrypted sound are hidden, whatever signs they have",
      "SIP/2.0 200 OK\r\nC: x\r\n\r\nm=audio 4 RTP/SAVP 0\r\n"
      "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0/R+z==|2^31|1:4\r\n"
      "a=sendrecv\r\n",
      "SIP/2.0 200 OK\r\nC: x\r\n\r\nm=audio 4 RTP/SAVP 0\r\n"
      "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:xxxxxxxxxxxxxxxxx\r\n"
      "a=sendrecv\r\n" },
    { "in any case of letters, the second as well as the first",
      "INVITE sip:2@h SIP/2.0\n\nA=CRYPTO:1 X INLINE:aA;inline:bB\nb=x",
      "INVITE sip:2@h SIP/2.0\n\nA=CRYPTO:1 X INLINE:xxxxxxxxxxxx\nb=x" },
    { "and keys as they were said before",
      "INVITE sip:2@h SIP/2.0\r\n\r\nv=0\r\nk=base64:a/b+\r\nt=0 0\r\n",
      "INVITE sip:2@h SIP/2.0\r\n\r\nv=0\r\nk=xxxxxxxxxxx\r\nt=0 0\r\n" },
    { "other bodies stay", "INVITE sip:2@h SIP/2.0\r\n\r\nv=0\r\n",
      "INVITE sip:2@h SIP/2.0\r\n\r\nv=0\r\n" },
    { "nothing is nothing", "", "" },
    { "a line without end is a line", "INFO", "INFO" },
};

/* Not for those who may not see numbers. */
static const struct row maskings[] = {
    { "a number in the first line", "INVITE sip:+34600@h:5060 SIP/2.0\r\n\r\n",
      "INVITE sip:xxxxxx@h:5060 SIP/2.0\r\n\r\n" },
    { "after empty lines, too",
      "\r\nINVITE sip:+34600@h SIP/2.0\r\nf: <sip:600@h>;tag=7\r\n\r\n",
      "\r\nINVITE sip:xxxxxx@h SIP/2.0\r\nf: <sip:xxx@h>;tag=7\r\n\r\n" },
    { "a number by itself", "INVITE tel:+34600 SIP/2.0\r\n\r\n",
      "INVITE tel:xxxxxx SIP/2.0\r\n\r\n" },
    { "a response has none", "SIP/2.0 180 Ringing\r\n\r\n",
      "SIP/2.0 180 Ringing\r\n\r\n" },
    { "name and number, but not host and tag",
      "A b C\r\nFrom: \"Eva N\" <sip:600@h>;tag=7\r\n\r\n",
      "A x C\r\nFrom: \"xxx x\" <sip:xxx@h>;tag=7\r\n\r\n" },
    { "the short names of headers",
      "SIP/2.0 200 OK\r\nt: <sip:600@h>;tag=7\r\nm: <sip:9@h>\r\n\r\n",
      "SIP/2.0 200 OK\r\nt: <sip:xxx@h>;tag=7\r\nm: <sip:x@h>\r\n\r\n" },
    { "a quoted bracket does not help",
      "SIP/2.0 200 OK\r\nFrom: \"a@b <sip:x>\" <sip:600@h>;tag=7\r\n\r\n",
      "SIP/2.0 200 OK\r\nFrom: \"x@x <sip:x>\" <sip:xxx@h>;tag=7\r\n\r\n" },
    { "a number without a host",
      "SIP/2.0 200 OK\r\nFrom: <tel:+34600>;tag=7\r\n\r\n",
      "SIP/2.0 200 OK\r\nFrom: <tel:xxxxxx>;tag=7\r\n\r\n" },
    { "a header that goes on",
      "SIP/2.0 200 OK\r\nFrom:\r\n \"Eva\"\r\n\t<sip:600@h>;tag=7\r\n\r\n",
      "SIP/2.0 200 OK\r\nFrom:\r\n \"xxx\"\r\n\t<sip:xxx@h>;tag=7\r\n\r\n" },
    { "headers nobody heard of",
      "SIP/2.0 200 OK\r\nX-Caller: Jos\xc3\xa9 +34600\r\n\r\n",
      "SIP/2.0 200 OK\r\nX-Caller: xxxxx xxxxxx\r\n\r\n" },
    { "asserted identities, hosts included",
      "SIP/2.0 200 OK\r\nP-Asserted-Identity: <sip:600@h>\r\n\r\n",
      "SIP/2.0 200 OK\r\nP-Asserted-Identity: <sip:xxx@x>\r\n\r\n" },
    { "lines that are no header", "SIP/2.0 200 OK\r\n34600123\r\n\r\n",
      "SIP/2.0 200 OK\r\nxxxxxxxx\r\n\r\n" },
    { "but none of what names the message",
      "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 1.2.3.4;branch=z9\r\n"
      "CSeq: 1 INVITE\r\nCall-ID: a1@h\r\n\r\n",
      "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 1.2.3.4;branch=z9\r\n"
      "CSeq: 1 INVITE\r\nCall-ID: a1@h\r\n\r\n" },
    { "SDP: who made it and whom to call",
      "SIP/2.0 200 OK\r\nContent-Type: application/sdp\r\n\r\n"
      "v=0\r\no=eva 1 1 IN IP4 1.2.3.4\r\ns=Eva\r\np=+34600\r\n"
      "c=IN IP4 1.2.3.4\r\nm=audio 4000 RTP/AVP 8\r\n",
      "SIP/2.0 200 OK\r\nContent-Type: application/sdp\r\n\r\n"
      "v=0\r\no=xxx 1 1 IN IP4 1.2.3.4\r\ns=xxx\r\np=xxxxxx\r\n"
      "c=IN IP4 1.2.3.4\r\nm=audio 4000 RTP/AVP 8\r\n" },
    { "all of other bodies", "A b C\r\nContent-Type: text/plain\r\n\r\nEva 600",
      "A x C\r\nContent-Type: text/plain\r\n\r\nxxx xxx" },
    { "what has no type is such a body", "A b C\r\n\r\no=1",
      "A x C\r\n\r\nx=x" },
    { "nothing is nothing", "", "" },
};

static void check(const struct row *row, void (*change)(char *, size_t))
{
    size_t length = strlen(row->in);
    char *bytes = malloc(length + 1); /* just as long: the sanitizer watches */

    memcpy(bytes, row->in, length);
    change(bytes, length);
    assert_int_equal(length, strlen(row->out));
    assert_memory_equal(bytes, row->out, length);
    free(bytes);
}

static void is_redacted(void **state)
{
    check(*state, trace_text_redact);
}

static void is_masked(void **state)
{
    check(*state, trace_text_mask);
}

static const struct sound_row {
    const char *says;
    const char *body;
    enum trace_sound sound;
} sound_rows[] = {
    { "SDP of sound", "v=0\r\nm=audio 4 RTP/AVP 0\r\na=sendrecv\r\n",
      TRACE_SOUND_PLAIN },
    { "SDP of encrypted sound",
      "v=0\r\nm=audio 4 RTP/SAVP 0\r\na=crypto:1 X inline:xx\r\n",
      TRACE_SOUND_SECRET },
    { "SDP of sound that may be encrypted",
      "v=0\r\nm=audio 4 RTP/AVP 0\r\na=x\r\na=crypto:1 X inline:xx\r\n",
      TRACE_SOUND_SECRET },
    { "SDP that refuses sound", "v=0\r\nm=audio 0 RTP/SAVP 0\r\n",
      TRACE_SOUND_NONE },
    { "a key of something else",
      "v=0\r\nm=audio 4 RTP/AVP 0\r\nm=video 4 RTP/SAVP 9\r\na=crypto:1 X\r\n",
      TRACE_SOUND_PLAIN },
    { "no SDP at all", "Signal=5\r\n", TRACE_SOUND_NONE },
    { "no body", "", TRACE_SOUND_NONE },
};

static void sound_is_told(void **state)
{
    const struct sound_row *row = *state;
    char text[512];
    int length =
        snprintf(text, sizeof(text), "INVITE sip:2@h SIP/2.0\r\nC: x\r\n\r\n%s",
                 row->body);

    assert_int_equal(trace_text_sound(text, (size_t)length), row->sound);
}

static void the_beginning_of_a_dialog_is_read(void **state)
{
    (void)state;
    static const char bytes[] =
        "INVITE sip:2@h SIP/2.0\r\nTo: \";tag=1\" <sip:2@h>\r\n"
        "i: abc \r\nCSeq: 7  INVITE\r\n\r\nTo: x;tag=9\r\n";
    struct trace_line line;

    trace_text_read(bytes, sizeof(bytes) - 1, &line);
    assert_true(line.is_request);
    assert_memory_equal(line.method, "INVITE", line.method_length);
    assert_int_equal(line.call_id_length, 3);
    assert_memory_equal(line.call_id, "abc", 3);
    assert_memory_equal(line.cseq_method, "INVITE", line.cseq_method_length);
    assert_false(line.has_to_tag);
}

static void empty_lines_before_a_message_are_passed_over(void **state)
{
    (void)state;
    static const char bytes[] =
        "\r\n\r\nINFO sip:2@h SIP/2.0\r\ni: abc\r\n\r\n";
    struct trace_line line;

    trace_text_read(bytes, sizeof(bytes) - 1, &line);
    assert_true(line.is_request);
    assert_int_equal(line.method_length, 4);
    assert_memory_equal(line.method, "INFO", 4);
    assert_memory_equal(line.call_id, "abc", 3);
    trace_text_read("\r\n", 2, &line);
    assert_int_equal(line.method_length, 0);
}

/* A number of many digits, one key after the other, longer than is kept. */
static void a_long_body_is_hidden_to_its_end(void **state)
{
    (void)state;
    static const char head[] = "INFO sip:2@h SIP/2.0\r\n\r\n";
    const size_t length = 20000, from = sizeof(head) - 1;
    char *bytes = malloc(length);

    memset(bytes, '5', length);
    memcpy(bytes, head, from);
    trace_text_redact(bytes, length);
    for (size_t i = from; i < length; i++)
        assert_int_equal(bytes[i], 'x');
    free(bytes);
}

static void a_response_is_read(void **state)
{
    (void)state;
    static const char bytes[] = "SIP/2.0 486 Busy Here\r\n"
                                "Call-ID:x\r\nTo: <sip:2@h>;TAG=1\r\n\r\n";
    struct trace_line line;

    trace_text_read(bytes, sizeof(bytes) - 1, &line);
    assert_false(line.is_request);
    assert_int_equal(line.code, 486);
    assert_int_equal(line.phrase_length, 9);
    assert_memory_equal(line.phrase, "Busy Here", 9);
    assert_true(line.has_to_tag);
}

/* Every beginning of a message, and every byte of it another one. */
static void any_bytes_are_read_within_their_length(void **state)
{
    (void)state;
    static const char whole[] =
        "INVITE sip:2@h SIP/2.0\r\nFrom: \"E\" <sip:6@h>;tag=1\r\n z\r\n"
        "Authorization: Digest a=1\r\nContent-Type: application/sdp\r\n\r\n"
        "o=1\r\ns\r\n";
    static const char odd[] = { '\0', '\r', '\n', ' ', ':', '@', '\xff', '<' };
    const size_t length = sizeof(whole) - 1;

    for (size_t cut = 0; cut <= length; cut++)
        for (size_t i = 0; i < sizeof(odd); i++) {
            char *bytes = malloc(cut + 1);
            struct trace_line line;

            memcpy(bytes, whole, cut);
            if (cut > 0)
                bytes[(cut * 7 + i) % cut] = odd[i];
            char *exact = malloc(cut ? cut : 1);
            memcpy(exact, bytes, cut);
            free(bytes);
            trace_text_read(exact, cut, &line);
            assert_true(line.call_id_length <= cut);
            trace_text_redact(exact, cut);
            trace_text_mask(exact, cut);
            free(exact);
        }
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, is_redacted, redactions);
    TEST_LIST_ADD_ROWS(&list, is_masked, maskings);
    TEST_LIST_ADD_ROWS(&list, sound_is_told, sound_rows);
    TEST_LIST_ADD(&list, the_beginning_of_a_dialog_is_read);
    TEST_LIST_ADD(&list, empty_lines_before_a_message_are_passed_over);
    TEST_LIST_ADD(&list, a_long_body_is_hidden_to_its_end);
    TEST_LIST_ADD(&list, a_response_is_read);
    TEST_LIST_ADD(&list, any_bytes_are_read_within_their_length);
    return test_list_run(&list);
}
