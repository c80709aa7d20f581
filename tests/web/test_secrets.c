/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens, passwords, wrong tries and repeated requests. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <sodium.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"
#include "web/guard.h"
#include "web/password.h"
#include "web/repeats.h"
#include "web/secrets.h"
#include "web/token.h"

static const struct password_cost cheap = {
    .operations = 1,
    .bytes = 8192,
};

static void a_token_is_found_by_its_text_only(void **state)
{
    struct tokens *tokens;
    struct token token = { .id = 1, .user_id = 7, .expires_wall_us = 100 };
    char text[TOKEN_TEXT_SIZE];

    (void)state;
    assert_int_equal(tokens_new(&tokens), 0);
    token_make(&token, text);
    assert_int_equal(tokens_add(tokens, &token), 0);

    assert_int_equal(tokens_find(tokens, text, 99)->user_id, 7);
    assert_null(tokens_find(tokens, text, 100));
    assert_null(tokens_find(tokens, "", 99));
    text[42] = text[42] == 'A' ? 'B' : 'A';
    assert_null(tokens_find(tokens, text, 99));
    tokens_free(tokens);
}

static void many_tokens_are_found_and_forgotten(void **state)
{
    enum { COUNT = 300 };
    static char texts[COUNT][TOKEN_TEXT_SIZE];
    static struct token made[COUNT];
    struct tokens *tokens;

    (void)state;
    assert_int_equal(tokens_new(&tokens), 0);
    for (int i = 0; i < COUNT; i++) {
        made[i] = (struct token){ .id = tokens_next_id(tokens),
                                  .user_id = (uint64_t)i };
        token_make(&made[i], texts[i]);
        assert_int_equal(tokens_add(tokens, &made[i]), 0);
    }
    for (int i = 0; i < COUNT; i += 2)
        tokens_remove(tokens, made[i].hash);
    assert_int_equal(tokens_count(tokens), COUNT / 2);
    for (int i = 0; i < COUNT; i++) {
        const struct token *found = tokens_find(tokens, texts[i], 1);
        if (i % 2 == 0)
            assert_null(found);
        else
            assert_int_equal(found->user_id, i);
    }
    tokens_free(tokens);
}

static void a_token_is_kept_without_its_text(void **state)
{
    struct token token = { .id = 3,
                           .user_id = 4,
                           .is_key = true,
                           .created_wall_us = 5,
                           .expires_wall_us = 6,
                           .label = { "for the wall board" } };
    struct token again;
    char text[TOKEN_TEXT_SIZE];
    char key[TOKEN_KEY_SIZE];
    char value[TOKEN_VALUE_SIZE];

    (void)state;
    token_make(&token, text);
    token_print(&token, key, value);
    assert_null(strstr(value, text));
    assert_null(strstr(key, text));
    assert_int_equal(token_parse(key, value, strlen(value), &again), 0);
    assert_memory_equal(again.hash, token.hash, sizeof(token.hash));
    assert_string_equal(again.label.text, "for the wall board");
    assert_int_equal(again.user_id, 4);
    assert_true(again.is_key);

    assert_int_equal(token_parse("00", value, strlen(value), &again), -EBADMSG);
    assert_int_equal(token_parse(key, "1 2", 3, &again), -EBADMSG);
}

static void a_password_is_known_by_its_hash(void **state)
{
    char hash[PASSWORD_HASH_SIZE];

    (void)state;
    assert_int_equal(password_hash("correct horse", &cheap, hash), 0);
    assert_non_null(strstr(hash, "$argon2id$"));
    assert_true(password_is_right("correct horse", hash));
    assert_false(password_is_right("correct hors", hash));
    assert_false(password_is_right("", hash));
    assert_false(password_is_right("correct horse", (char[128]){ "" }));
}

/* The library reads it as a hash of just that cost, so it computes as long. */
static void nobodys_hash_costs_as_much_and_fits_nothing(void **state)
{
    static const struct password_cost costs[] = {
        { .operations = 1, .bytes = 8192 },
        { .operations = 2, .bytes = 67108864 },
        { .operations = 4294967295, .bytes = 4398046510080 },
    };
    char hash[PASSWORD_HASH_SIZE], other[PASSWORD_HASH_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof(costs) / sizeof(costs[0]); i++) {
        password_of_nobody(&costs[i], hash);
        assert_int_equal(crypto_pwhash_str_needs_rehash(
                             hash, costs[i].operations, costs[i].bytes),
                         0);
    }

    password_of_nobody(&cheap, hash);
    password_of_nobody(&cheap, other);
    assert_string_not_equal(hash, other);
    assert_false(password_is_right("", hash));
    assert_false(password_is_right("correct horse", hash));
}

/* RFC 2617, section 3.5: HA1 of Mufasa's password. */
static void ha1_is_that_of_the_rfc(void **state)
{
    char ha1[PASSWORD_HA1_SIZE];

    (void)state;
    password_make_ha1("Mufasa", "testrealm@host.com", "Circle Of Life", ha1);
    assert_string_equal(ha1, "939e7578ed9e3c518a452acee763bce9");
}

static void a_hash_is_kept_per_user(void **state)
{
    struct secrets *secrets;
    char hash[PASSWORD_HASH_SIZE] = "";

    (void)state;
    assert_int_equal(secrets_new(&secrets), 0);
    for (uint64_t id = 40; id > 0; id--) {
        (void)snprintf(hash, sizeof(hash), "hash of %d", (int)id);
        assert_int_equal(secrets_set(secrets, id, hash), 0);
    }
    assert_string_equal(secrets_get(secrets, 17), "hash of 17");
    (void)snprintf(hash, sizeof(hash), "another");
    assert_int_equal(secrets_set(secrets, 17, hash), 0);
    assert_string_equal(secrets_get(secrets, 17), "another");
    secrets_remove(secrets, 17);
    assert_null(secrets_get(secrets, 17));
    assert_string_equal(secrets_get(secrets, 18), "hash of 18");
    assert_null(secrets_get(secrets, 99));
    secrets_free(secrets);
}

/* ... and leaves no copy in memory that is given back. */
static void a_hash_goes_with_its_room(void **state)
{
    struct secrets *secrets;
    char hash[PASSWORD_HASH_SIZE] = "a hash of long ago";

    (void)state;
    watch_freed("a hash of long ago");
    assert_int_equal(secrets_new(&secrets), 0);
    for (uint64_t id = 1; id <= 40; id++) /* its room is not enough, twice */
        assert_int_equal(secrets_set(secrets, id, hash), 0);
    for (uint64_t id = 1; id <= 40; id += 2)
        secrets_remove(secrets, id);
    secrets_free(secrets);
    assert_int_equal(seen_freed(), 0);
    watch_freed(NULL);
}

static const struct guard_rule rule = {
    .free_tries = 3,
    .first_wait_ms = 1000,
    .longest_wait_ms = 8000,
};

static struct guard *new_guard(void)
{
    struct guard *guard;

    assert_int_equal(guard_new(&rule, &guard), 0);
    return guard;
}

static void wrong_tries_wait_longer_and_longer_but_not_for_ever(void **state)
{
    static const int64_t waits[] = { 0, 0, 1000, 2000, 4000, 8000, 8000, 8000 };
    struct guard *guard = new_guard();
    int64_t now_ms = 5000;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(waits); i++) {
        guard_note_wrong(guard, "10.0.0.1", "eva", now_ms);
        assert_int_equal(guard_wait_ms(guard, "10.0.0.1", "eva", now_ms),
                         waits[i]);
        now_ms += waits[i];
        assert_int_equal(guard_wait_ms(guard, "10.0.0.1", "eva", now_ms), 0);
    }
    guard_free(guard);
}

static void a_source_that_guesses_names_waits_too(void **state)
{
    struct guard *guard = new_guard();
    char name[32];

    (void)state;
    for (int i = 0; i < 12; i++) {
        (void)snprintf(name, sizeof(name), "name%d", i);
        guard_note_wrong(guard, "10.0.0.1", name, 1000);
    }
    assert_true(guard_wait_ms(guard, "10.0.0.1", "fresh", 1000) > 0);
    assert_int_equal(guard_wait_ms(guard, "10.0.0.2", "fresh", 1000), 0);
    guard_free(guard);
}

static void a_stranger_does_not_lock_out_the_usual_place(void **state)
{
    struct guard *guard = new_guard();
    char source[32];

    (void)state;
    guard_note_right(guard, "10.0.0.1", "admin", 1000);
    for (int i = 0; i < 50; i++) {
        (void)snprintf(source, sizeof(source), "10.9.9.%d", i);
        guard_note_wrong(guard, source, "admin", 2000);
    }
    assert_true(guard_wait_ms(guard, "10.0.0.7", "admin", 2000) > 0);
    assert_int_equal(guard_wait_ms(guard, "10.0.0.1", "admin", 2000), 0);
    guard_free(guard);
}

static void the_book_of_tries_does_not_grow(void **state)
{
    struct guard *guard = new_guard();
    char name[32];

    (void)state;
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(name, sizeof(name), "n%d", i);
        guard_note_wrong(guard, name, name, 1000 + i);
    }
    for (int i = 0; i < 3; i++)
        guard_note_wrong(guard, "s", "eva", 7000);
    assert_int_equal(guard_wait_ms(guard, "s", "eva", 7000), 1000);
    guard_free(guard);
}

static struct repeat make_repeat(const char *key, int64_t wall_us)
{
    struct repeat repeat = { .wall_us = wall_us };

    repeat_name(7, key, repeat.key);
    repeat_fingerprint("route", "/path", key, strlen(key), repeat.fingerprint);
    return repeat;
}

static void a_repeat_is_found_until_it_is_old(void **state)
{
    struct repeats *repeats;
    struct repeat one = make_repeat("one", 100);
    struct repeat two = make_repeat("two", 200);

    (void)state;
    assert_int_equal(repeats_new(&repeats), 0);
    assert_int_equal(repeats_add(repeats, &one), 0);
    assert_int_equal(repeats_add(repeats, &two), 0);
    repeats_find(repeats, one.key)->is_done = true;
    assert_true(repeats_find(repeats, one.key)->is_done);
    char key[160] = "";
    for (int i = 0; i < 64 && !repeats_expire(repeats, 101, key); i++)
        continue;
    assert_string_equal(key, one.key);
    assert_null(repeats_find(repeats, one.key));
    for (int i = 0; i < 64; i++)
        assert_false(repeats_expire(repeats, 101, key));
    assert_non_null(repeats_find(repeats, two.key));
    repeats_remove(repeats, two.key);
    assert_null(repeats_find(repeats, two.key));
    repeats_free(repeats);
}

static void a_repeat_is_kept_with_what_came_of_it(void **state)
{
    struct repeat one = make_repeat("one", 100);
    struct repeat again;
    char value[REPEAT_VALUE_SIZE];
    char kept[2 * REPEAT_VALUE_SIZE];

    (void)state;
    repeat_print(&one, value);
    (void)snprintf(kept, sizeof(kept), "%s 12 34", value);
    assert_int_equal(repeat_parse(one.key, kept, strlen(kept), &again), 0);
    assert_memory_equal(again.fingerprint, one.fingerprint, FINGERPRINT_SIZE);
    assert_int_equal(again.id, 12);
    assert_int_equal(again.seq, 34);
    assert_true(again.is_done);
    assert_int_equal(repeat_parse(one.key, value, strlen(value), &again),
                     -EBADMSG);
}

static void users_have_keys_of_their_own(void **state)
{
    char mine[160];
    char yours[160];

    (void)state;
    repeat_name(1, "key", mine);
    repeat_name(2, "key", yours);
    assert_string_not_equal(mine, yours);
}

/* Each allocation fails in turn; nothing is lost, and nothing leaks. */
static void without_memory_nothing_is_taken(void **state)
{
    struct token token = { .id = 1 };
    char text[TOKEN_TEXT_SIZE];

    (void)state;
    token_make(&token, text);
    for (int granted = 0; granted < 6; granted++) {
        struct tokens *tokens = NULL;
        struct repeats *repeats = NULL;
        struct secrets *secrets = NULL;
        struct repeat repeat = make_repeat("x", 1);
        char hash[PASSWORD_HASH_SIZE] = "h";

        fail_alloc_after(granted);
        int rc = tokens_new(&tokens);
        if (rc == 0)
            rc = tokens_add(tokens, &token);
        if (rc == 0)
            rc = repeats_new(&repeats);
        if (rc == 0)
            rc = repeats_add(repeats, &repeat);
        if (rc == 0)
            rc = secrets_new(&secrets);
        if (rc == 0)
            rc = secrets_set(secrets, 1, hash);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(rc, -ENOMEM);
        tokens_free(tokens);
        repeats_free(repeats);
        secrets_free(secrets);
    }
}

int main(void)
{
    static struct test_list list;

    if (sodium_init() < 0)
        return 99;
    TEST_LIST_ADD(&list, a_token_is_found_by_its_text_only);
    TEST_LIST_ADD(&list, many_tokens_are_found_and_forgotten);
    TEST_LIST_ADD(&list, a_token_is_kept_without_its_text);
    TEST_LIST_ADD(&list, a_password_is_known_by_its_hash);
    TEST_LIST_ADD(&list, nobodys_hash_costs_as_much_and_fits_nothing);
    TEST_LIST_ADD(&list, ha1_is_that_of_the_rfc);
    TEST_LIST_ADD(&list, a_hash_is_kept_per_user);
    TEST_LIST_ADD(&list, a_hash_goes_with_its_room);
    TEST_LIST_ADD(&list, wrong_tries_wait_longer_and_longer_but_not_for_ever);
    TEST_LIST_ADD(&list, a_source_that_guesses_names_waits_too);
    TEST_LIST_ADD(&list, a_stranger_does_not_lock_out_the_usual_place);
    TEST_LIST_ADD(&list, the_book_of_tries_does_not_grow);
    TEST_LIST_ADD(&list, a_repeat_is_found_until_it_is_old);
    TEST_LIST_ADD(&list, a_repeat_is_kept_with_what_came_of_it);
    TEST_LIST_ADD(&list, users_have_keys_of_their_own);
    TEST_LIST_ADD(&list, without_memory_nothing_is_taken);
    return test_list_run(&list);
}
