/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is encrypted how, and what is believed. */

#include "media/cipher.h"

#include <errno.h>
#include <string.h>

#include "media/octets.h"
#include "tests/failing_alloc.h"
#include "tests/media/secret_peer.h"
#include "tests/test.h"

enum {
    RTP = 12 + 160,
    SSRC = 0x12345678,
};

/* A packet with room behind it, as aligned as libsrtp wants it. */
struct packet {
    _Alignas(uint64_t) uint8_t bytes[256 + CIPHER_TRAILER];
    size_t length;
};

static struct packet spoken(uint32_t ssrc, uint16_t sequence)
{
    struct packet packet = { .bytes = { 0x80, 0 }, .length = RTP };

    octets_put16(packet.bytes + 2, sequence);
    octets_put32(packet.bytes + 4, sequence * 160u);
    octets_put32(packet.bytes + 8, ssrc);
    memset(packet.bytes + 12, sequence & 0xff, 160);
    return packet;
}

/* A receiver report without blocks. */
static struct packet reported(uint32_t ssrc)
{
    struct packet packet = { .bytes = { 0x80, 201, 0, 1 }, .length = 8 };

    octets_put32(packet.bytes + 4, ssrc);
    return packet;
}

static bool is_same(const struct packet *one, const struct packet *other)
{
    return one->length == other->length &&
           memcmp(one->bytes, other->bytes, one->length) == 0;
}

static struct cipher *sender(const struct media_crypto *crypto)
{
    struct cipher *cipher;

    assert_int_equal(cipher_new_outgoing(crypto, SSRC, &cipher), 0);
    return cipher;
}

static struct cipher *receiver(const struct media_crypto *crypto)
{
    struct cipher *cipher;

    assert_int_equal(cipher_new_incoming(crypto, NULL, &cipher), 0);
    return cipher;
}

/* The key and salt are those of RFC 3711, B.3; the packets with them are the
   ones that implementations test each other with. */
static const struct media_crypto known_key = {
    .suite = MEDIA_AES_128_SHA1_80,
    .key = { 0xe1, 0xf9, 0x7a, 0x0d, 0x3e, 0x01, 0x8b, 0xe0, 0xd6, 0x4f,
             0xa3, 0x2c, 0x06, 0xde, 0x41, 0x39, 0x0e, 0xc6, 0x75, 0xad,
             0x49, 0x8a, 0xfe, 0xeb, 0xb6, 0x96, 0x0b, 0x3a, 0xab, 0xe6 },
};

static const uint8_t known_plain[] = {
    0x80, 0x0f, 0x12, 0x34, 0xde, 0xca, 0xfb, 0xad, 0xca, 0xfe,
    0xba, 0xbe, 0xab, 0xab, 0xab, 0xab, 0xab, 0xab, 0xab, 0xab,
    0xab, 0xab, 0xab, 0xab, 0xab, 0xab, 0xab, 0xab,
};

static const uint8_t known_secret[] = {
    0x80, 0x0f, 0x12, 0x34, 0xde, 0xca, 0xfb, 0xad, 0xca, 0xfe,
    0xba, 0xbe, 0x4e, 0x55, 0xdc, 0x4c, 0xe7, 0x99, 0x78, 0xd8,
    0x8c, 0xa4, 0xd2, 0x15, 0x94, 0x9d, 0x24, 0x02, 0xb7, 0x8d,
    0x6a, 0xcc, 0x99, 0xea, 0x17, 0x9b, 0x8d, 0xbb,
};

static void a_known_packet_is_encrypted_as_everybody_does(void **state)
{
    (void)state;
    struct packet packet = { .length = sizeof(known_plain) };
    struct cipher *cipher;

    assert_int_equal(cipher_new_outgoing(&known_key, 0xcafebabe, &cipher), 0);
    memcpy(packet.bytes, known_plain, sizeof(known_plain));
    assert_int_equal(cipher_protect(cipher, packet.bytes, &packet.length), 0);
    assert_int_equal(packet.length, sizeof(known_secret));
    assert_memory_equal(packet.bytes, known_secret, sizeof(known_secret));
    cipher_free(cipher);
}

static void a_known_packet_is_decrypted(void **state)
{
    (void)state;
    struct packet packet = { .length = sizeof(known_secret) };
    struct cipher *cipher = receiver(&known_key);

    memcpy(packet.bytes, known_secret, sizeof(known_secret));
    assert_int_equal(cipher_unprotect(cipher, packet.bytes, &packet.length), 0);
    assert_int_equal(packet.length, sizeof(known_plain));
    assert_memory_equal(packet.bytes, known_plain, sizeof(known_plain));
    cipher_free(cipher);
}

static const struct suite_row {
    const char *says;
    enum media_suite suite;
    size_t tag;
} suite_rows[] = {
    { "tags of 80 bits are those of another implementation",
      MEDIA_AES_128_SHA1_80, 10 },
    { "tags of 32 bits are those of another implementation",
      MEDIA_AES_128_SHA1_32, 4 },
};

/* Some 45 minutes: the sequence number turns twice, and the counter with it. */
static void talk(const struct suite_row *row)
{
    const struct media_crypto crypto = crypto_of(row->suite, 7);
    struct cipher *sends = sender(&crypto), *hears = receiver(&crypto);
    struct foreign *they_send = foreign_new(&crypto);
    struct foreign *they_hear = foreign_new(&crypto);

    for (uint32_t i = 0x7ff0; i < 140000; i++) {
        const struct packet plain = spoken(SSRC, (uint16_t)i);
        struct packet ours = plain, theirs = plain;

        assert_int_equal(cipher_protect(sends, ours.bytes, &ours.length), 0);
        assert_int_equal(ours.length, RTP + row->tag);
        assert_memory_not_equal(ours.bytes + 12, plain.bytes + 12, 160);
        assert_true(foreign_change(they_hear, FOREIGN_DECRYPT, ours.bytes,
                                   &ours.length));
        assert_true(is_same(&ours, &plain));

        assert_true(foreign_change(they_send, FOREIGN_ENCRYPT, theirs.bytes,
                                   &theirs.length));
        assert_int_equal(cipher_unprotect(hears, theirs.bytes, &theirs.length),
                         0);
        assert_true(is_same(&theirs, &plain));
    }
    foreign_free(they_send);
    foreign_free(they_hear);
    cipher_free(sends);
    cipher_free(hears);
}

/* RFC 4568, 6.2.2: reports keep the long tag with either suite. */
static void report(const struct suite_row *row)
{
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 7);
    struct media_crypto same = crypto;
    const struct packet plain = reported(SSRC);
    struct packet ours = plain, theirs = plain;
    struct foreign *foreign = foreign_new(&crypto);

    same.suite = row->suite;

    struct cipher *sends = sender(&same), *hears = receiver(&same);

    assert_int_equal(cipher_protect_report(sends, ours.bytes, &ours.length), 0);
    assert_int_equal(ours.length, 8 + 4 + 10);
    assert_true(foreign_change(foreign, FOREIGN_DECRYPT_REPORT, ours.bytes,
                               &ours.length));
    assert_true(is_same(&ours, &plain));

    assert_true(foreign_change(foreign, FOREIGN_ENCRYPT_REPORT, theirs.bytes,
                               &theirs.length));

    struct packet again = theirs;

    assert_int_equal(
        cipher_unprotect_report(hears, theirs.bytes, &theirs.length), 0);
    assert_true(is_same(&theirs, &plain));
    assert_int_equal(cipher_unprotect_report(hears, again.bytes, &again.length),
                     -EALREADY);
    foreign_free(foreign);
    cipher_free(sends);
    cipher_free(hears);
}

static void understands_another_implementation(void **state)
{
    talk(*state);
    report(*state);
}

static struct packet protected(struct cipher *cipher, uint16_t sequence)
{
    struct packet packet = spoken(SSRC, sequence);

    assert_int_equal(cipher_protect(cipher, packet.bytes, &packet.length), 0);
    return packet;
}

static int heard(struct cipher *cipher, struct packet packet)
{
    return cipher_unprotect(cipher, packet.bytes, &packet.length);
}

static void no_changed_octet_is_believed(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *sends = sender(&crypto), *hears = receiver(&crypto);
    const struct packet good = protected(sends, 100);

    for (size_t i = 0; i < good.length; i++) {
        struct packet bad = good;

        bad.bytes[i] ^= 1;
        assert_int_equal(heard(hears, bad), -EBADMSG);
    }
    for (size_t length = 0; length < good.length; length++) {
        struct packet bad = good;

        bad.length = length;
        assert_int_equal(heard(hears, bad), -EBADMSG);
    }
    assert_int_equal(heard(hears, good), 0);
    cipher_free(sends);
    cipher_free(hears);
}

static void no_report_that_is_cut_is_believed(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *sends = sender(&crypto), *hears = receiver(&crypto);
    struct packet good = reported(SSRC);

    assert_int_equal(cipher_protect_report(sends, good.bytes, &good.length), 0);
    for (size_t length = 0; length < good.length; length++) {
        struct packet bad = good;

        bad.length = length;
        assert_int_equal(cipher_unprotect_report(hears, bad.bytes, &bad.length),
                         -EBADMSG);
    }
    cipher_free(sends);
    cipher_free(hears);
}

static void neither_plain_sound_nor_another_key_is_believed(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    const struct media_crypto other = crypto_of(MEDIA_AES_128_SHA1_80, 2);
    struct cipher *sends = sender(&other), *hears = receiver(&crypto);

    assert_int_equal(heard(hears, spoken(SSRC, 1)), -EBADMSG);
    assert_int_equal(heard(hears, protected(sends, 1)), -EBADMSG);
    cipher_free(sends);
    cipher_free(hears);
}

static void what_overtakes_is_heard_and_what_comes_twice_is_not(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_32, 1);
    struct cipher *sends = sender(&crypto), *hears = receiver(&crypto);
    const struct packet first = protected(sends, 10);
    const struct packet second = protected(sends, 11);
    const struct packet late = protected(sends, 12);
    const struct packet last = protected(sends, 13);

    assert_int_equal(heard(hears, second), 0);
    assert_int_equal(heard(hears, first), 0);
    assert_int_equal(heard(hears, first), -EALREADY);
    assert_int_equal(heard(hears, second), -EALREADY);
    assert_int_equal(heard(hears, last), 0);
    assert_int_equal(heard(hears, protected(sends, 3000)), 0);
    assert_int_equal(heard(hears, late), -EALREADY); /* too late to know */
    cipher_free(sends);
    cipher_free(hears);
}

/* The sequence number turns while packets of both sides are on their way. */
static void what_overtakes_at_the_turn_is_heard(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *sends = sender(&crypto), *hears = receiver(&crypto);

    for (uint16_t i = 0x4000; i < 0xfffe; i++)
        assert_int_equal(heard(hears, protected(sends, i)), 0);

    const struct packet before = protected(sends, 0xfffe);
    const struct packet lost = protected(sends, 0xffff);
    const struct packet after = protected(sends, 0);

    assert_int_equal(heard(hears, after), 0);
    assert_int_equal(heard(hears, before), 0);
    assert_int_equal(heard(hears, protected(sends, 1)), 0);
    assert_int_equal(heard(hears, lost), 0);
    cipher_free(sends);
    cipher_free(hears);
}

static void no_number_is_sent_twice(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *sends = sender(&crypto);
    struct packet packet = spoken(SSRC, 10);

    protected(sends, 10);
    assert_int_equal(cipher_protect(sends, packet.bytes, &packet.length),
                     -EALREADY);
    protected(sends, 12);
    protected(sends, 11);
    cipher_free(sends);
}

/* Whoever changes its SSRC again and again fills nothing up. */
static void few_sources_are_kept(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *hears = receiver(&crypto);
    struct packet first, packet;

    for (uint32_t i = 0; i <= CIPHER_SOURCES; i++) {
        struct foreign *sends = foreign_new(&crypto);

        packet = spoken(SSRC + i, 1);
        assert_true(foreign_change(sends, FOREIGN_ENCRYPT, packet.bytes,
                                   &packet.length));
        foreign_free(sends);
        if (i == 0)
            first = packet;
        assert_int_equal(heard(hears, first), i == 0 ? 0 : -EALREADY);
        if (i > 0)
            assert_int_equal(heard(hears, packet), 0);
    }
    assert_int_equal(heard(hears, packet), -EALREADY);
    assert_int_equal(heard(hears, first), 0); /* forgotten, so it is new */
    cipher_free(hears);
}

static const struct count_row {
    const char *says;
    bool counts_on;
    bool turns; /* the counter of the first key is not 0 any more */
} count_rows[] = {
    { "a new key begins to count anew", false, true },
    { "a new key may count on", true, true },
    { "before the first turn both are one", false, false },
};

/* The keys change after some 22 minutes, or sooner. */
static void a_new_key_is_understood(void **state)
{
    const struct count_row *row = *state;
    const struct media_crypto old = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    const struct media_crypto new = crypto_of(MEDIA_AES_128_SHA1_80, 2);
    struct cipher *before = receiver(&old), *hears;
    struct foreign *sends = foreign_new(&old), *anew = foreign_new(&new);
    uint32_t first = 0x7000, last = row->turns ? 0x18000 : 0x7100;
    struct packet packet;

    for (uint32_t i = first; i < last; i++) {
        packet = spoken(SSRC, (uint16_t)i);
        assert_true(foreign_change(sends, FOREIGN_ENCRYPT, packet.bytes,
                                   &packet.length));
        assert_int_equal(heard(before, packet), 0);
        packet = spoken(SSRC, (uint16_t)i);
        if (row->counts_on)
            assert_true(foreign_change(anew, FOREIGN_ENCRYPT, packet.bytes,
                                       &packet.length));
    }

    assert_int_equal(cipher_new_incoming(&new, before, &hears), 0);
    for (uint32_t i = last; i < last + 0x10000; i++) {
        struct packet forged = spoken(SSRC, (uint16_t)i);

        packet = forged;
        assert_true(foreign_change(anew, FOREIGN_ENCRYPT, packet.bytes,
                                   &packet.length));
        if (i < last + 10)
            assert_int_equal(heard(hears, forged), -EBADMSG);
        assert_int_equal(heard(hears, packet), 0);
        assert_int_equal(heard(hears, packet), -EALREADY);
    }
    foreign_free(sends);
    foreign_free(anew);
    cipher_free(before);
    cipher_free(hears);
}

static void a_cipher_knows_its_key(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    const struct media_crypto other = crypto_of(MEDIA_AES_128_SHA1_80, 2);
    const struct media_crypto shorter = crypto_of(MEDIA_AES_128_SHA1_32, 1);
    const struct media_crypto plain = { .suite = MEDIA_PLAIN };
    struct cipher *cipher = sender(&crypto);

    assert_true(cipher_is_of(cipher, &crypto));
    assert_false(cipher_is_of(cipher, &other));
    assert_false(cipher_is_of(cipher, &shorter));
    assert_false(cipher_is_of(cipher, &plain));
    assert_false(cipher_is_of(NULL, &crypto));
    assert_true(cipher_is_of(NULL, &plain));
    assert_null(cipher_free(cipher));
    assert_null(cipher_free(NULL));
}

static void out_of_memory_is_told(void **state)
{
    (void)state;
    const struct media_crypto crypto = crypto_of(MEDIA_AES_128_SHA1_80, 1);
    struct cipher *cipher = NULL;

    fail_alloc_after(0);
    assert_int_equal(cipher_new_incoming(&crypto, NULL, &cipher), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_null(cipher);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_known_packet_is_encrypted_as_everybody_does);
    TEST_LIST_ADD(&list, a_known_packet_is_decrypted);
    TEST_LIST_ADD_ROWS(&list, understands_another_implementation, suite_rows);
    TEST_LIST_ADD(&list, no_changed_octet_is_believed);
    TEST_LIST_ADD(&list, no_report_that_is_cut_is_believed);
    TEST_LIST_ADD(&list, neither_plain_sound_nor_another_key_is_believed);
    TEST_LIST_ADD(&list, what_overtakes_is_heard_and_what_comes_twice_is_not);
    TEST_LIST_ADD(&list, what_overtakes_at_the_turn_is_heard);
    TEST_LIST_ADD(&list, no_number_is_sent_twice);
    TEST_LIST_ADD(&list, few_sources_are_kept);
    TEST_LIST_ADD_ROWS(&list, a_new_key_is_understood, count_rows);
    TEST_LIST_ADD(&list, a_cipher_knows_its_key);
    TEST_LIST_ADD(&list, out_of_memory_is_told);
    return test_list_run(&list);
}
