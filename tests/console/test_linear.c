/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The console by ear: what is said, what words do, and how often. */

#include "console/linear.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"

static struct stage stage;
static struct linear *linear;
static FILE *out;
static char *said;
static size_t said_length;

static void open_linear(const char *fixture, struct style style)
{
    stage = (struct stage){ .style = style };
    stage_open(&stage, fixture);
    out = open_memstream(&said, &said_length);
    assert_non_null(out);
    assert_int_equal(linear_new(stage.program, out, &linear), 0);
    linear_look(linear);
    stage_play(&stage, "!"); /* the topics it asked for have come */
    linear_look(linear);
}

static void close_linear(void)
{
    linear = linear_free(linear);
    fclose(out);
    free(said);
    stage_close(&stage);
}

/* Everything said since a place. */
static const char *heard(size_t from)
{
    fflush(out);
    return said + from;
}

/* Lines behind each other; a step of the stage begins with an at or a plus. */
static void play(const char *lines)
{
    char line[256];

    while (*lines) {
        size_t length = strcspn(lines, "\n");

        snprintf(line, sizeof(line), "%.*s", (int)length, lines);
        if (line[0] == '@' || line[0] == '+')
            stage_play(&stage, line);
        else
            linear_take(linear, line);
        linear_look(linear);
        lines += length + (lines[length] == '\n');
    }
}

static const struct talk_row {
    const char *says;
    const char *fixture;
    const char *before; /* not looked at */
    const char *lines;
    const char *asks;  /* the last command; NULL: none */
    const char *hears; /* all that is said meanwhile */
} talk_rows[] = {
    { "where one is", "idle", "", "where", NULL,
      "Signed in as Ana Nováková, phone 2041.\n"
      "State: READY, 4 min 12 s.\n"
      "The link is live.\n> " },
    { "queues, five at a time", "idle", "", "queues\nmore", NULL,
      "5 queues.\n"
      "Sales EN, waiting 0, ready 3, service level 86.4 %, GOOD.\n"
      "Sales ES, waiting 0, ready 1, service level 100.0 %, GOOD.\n"
      "Support Tier 1, waiting 11, oldest 3 min 52 s, ready 0, "
      "service level 58.9 %, CRITICAL.\n"
      "Billing, waiting 1, oldest 0 min 5 s, ready 2, service level 76.0 %, "
      "WARNING.\n"
      "Night line, waiting 0, ready 0, OFF.\n> "
      "That is all.\n> " },
    { "a caller rings: who, and what to type", "idle", "", "@ringing", NULL,
      "\nALERT incoming call. \"J OKAFOR\", +447700900123, Support Tier 1, "
      "2 min 9 s. Type answer or reject, 14 seconds.\n> " },
    { "a phone that has to be lifted", "idle", "", "@ringing-phone", NULL,
      "\nALERT incoming call. \"J OKAFOR\", +447700900123, Support Tier 1, "
      "2 min 9 s. Lift your phone, or type reject, 14 seconds.\n> " },
    { "a colleague asks: who, about whom, and what to type", "idle", "",
      "@nailed-asked", NULL,
      "\nALERT ben asks you about a caller: +447700900987. Type answer, "
      "or hang up to decline.\n> " },
    { "... on the phone already, with what was written to it", "idle", "",
      "@asked", NULL,
      "\nALERT ben asks you about a caller, on your phone: \"R PATEL\", "
      "+447700900987. Type hang up to let go.\nasks about a refund\n> " },
    { "... answering it", "idle", "@nailed-asked", "answer",
      "POST /api/agents/3/accept {}", "> " },
    { "... declining it", "idle", "@nailed-asked", "hang up",
      "POST /api/agents/3/hang-up {}", "> " },
    { "answering", "idle", "@ringing", "answer\n@talking",
      "POST /api/agents/3/accept {}", "> \nConnected.\n> " },
    { "rejecting", "idle", "@ringing", "reject", "POST /api/agents/3/reject {}",
      "> " },
    { "holding", "idle", "@talking", "hold\n@hold",
      "POST /api/agents/3/hold {}", "> \nOn hold. Type resume to go on.\n> " },
    { "resuming", "idle", "@talking\n@hold", "resume",
      "POST /api/agents/3/resume {}", "> " },
    { "unmuting", "idle", "@talking\n@hold", "unmute",
      "POST /api/agents/3/unmute {}", "> " },
    { "hanging up", "idle", "@talking", "hang up",
      "POST /api/agents/3/hang-up {}", "> " },
    { "a number to call", "idle", "", "dial +44 20 7946 0000",
      "POST /api/agents/3/dial {\"number\":\"+442079460000\"}", "> " },
    { "keys of the keypad", "idle", "@talking", "digits 12#",
      "POST /api/agents/3/digits {\"digits\":\"12#\",\"masked\":false}", "> " },
    { "asking a number first", "idle", "@talking", "consult number +44770900",
      "POST /api/agents/3/consult "
      "{\"to\":\"number\",\"to_id\":0,\"number\":\"+44770900\",\"note\":\"\"}",
      "> " },
    { "completing", "idle", "@talking\n@asking", "complete",
      "POST /api/agents/3/complete {}", "> " },
    { "completing before it is picked up", "idle", "@talking\n@asking-number",
      "complete", NULL,
      "Wait until whom you call has answered. F8 goes back to the caller.\n"
      "> " },
    { "going back to the caller", "idle", "@talking\n@asking-number",
      "retrieve", "POST /api/agents/3/retrieve {}", "> " },
    { "going back from nobody", "idle", "@talking", "retrieve", NULL,
      "You are asking nobody.\n> " },
    { "a transfer to a number", "idle", "@talking", "transfer number +44770900",
      "POST /api/agents/3/transfer "
      "{\"to\":\"number\",\"to_id\":0,\"number\":\"+44770900\",\"note\":"
      "\"\"}",
      "> " },
    { "a note", "idle", "@talking", "note cannot log in",
      "POST /api/agents/3/note {\"note\":\"cannot log in\"}", "Noted.\n> " },
    { "a disposition by its number, with the note", "idle", "@talking",
      "note lost\n@wrap-up\ndisposition pass\n1",
      "POST /api/agents/3/dispose "
      "{\"disposition_id\":21,\"note\":\"lost\",\"then\":\"as_requested\","
      "\"reason_id\":0,\"contact_id\":90}",
      NULL },
    { "a number of nothing", "idle", "@wrap-up", "9", NULL,
      "There is nothing of that number. Type disposition.\n> " },
    { "more time", "idle", "@wrap-up", "more time",
      "POST /api/agents/3/extend {}", "> " },
    { "the reasons of a pause", "idle", "", "pause", NULL,
      "Type pause and one of these:\n"
      "short-break, Short break.\n"
      "lunch, Lunch.\n"
      "training, Training.\n> " },
    { "a pause", "idle", "", "pause lunch",
      "POST /api/agents/3/pause {\"reason_id\":12}", "> " },
    { "a pause that there is not", "idle", "", "pause nap", NULL,
      "Choose ready, offline, cancel, or the name of a pause reason.\n> " },
    { "being ready", "idle", "@paused", "ready",
      "POST /api/agents/3/available {}", "> " },
    { "what is not possible says why", "idle", "", "hold", NULL,
      "There is no call.\n> " },
    { "a word that there is not", "idle", "", "fly", NULL,
      "There is no such word. Type help.\n> " },
    { "a beginning is not the word", "idle", "", "holdon", NULL,
      "There is no such word. Type help.\n> " },
    { "an empty line", "idle", "", "", NULL, "" },
    { "another language", "idle", "", "lang cs\nwhere", NULL,
      "> Přihlášení: Ana Nováková, telefon 2041.\n"
      "Stav: VOLNO, 4 min 12 s.\n"
      "Spojení je živé.\n> " },
    { "nothing is sent offline", "idle", "@talking\n@offline", "hold", NULL,
      "Offline: nothing is sent now. Use the phone itself.\n> " },
    { "a hostile name stays in its quotes", "idle", "", "@hostile", NULL,
      "\nALERT incoming call. \"EVIL123│└─ ● READY x́̂ 日本\", "
      "+447700900999, Support Tier 1, 2 min 9 s. Type answer or reject, "
      "14 seconds.\n> " },
    { "live calls", "floor", "", "calls\nmore", NULL,
      "6 calls.\n"
      "+442079460958, talks with Ben Carter, 12 min 44 s, Support T1, "
      "encrypted: the other side only.\n"
      "\"Okafor Travel Ltd\", +447700900123, talks with Priya Nair, "
      "8 min 10 s, Support T2, encrypted: both sides.\n" },
    { "agents", "floor", "", "agents", NULL,
      "9 agents.\nBen Carter, ON CALL, 12 min 44 s.\n" },
    { "what is wrong, the worst first", "floor", "", "alerts", NULL,
      "CRITICAL, Server, slow disk: the journal is behind.\n"
      "CRITICAL, Support T1, 2 waiting, oldest 3:52, SLA 61.7 %.\n" },
};

/* The last line that asks for a change; or "". */
static const char *last_command(const char *asked)
{
    static char line[512];
    const char *found = NULL;

    for (const char *at = asked; (at = strstr(at, "POST ")) != NULL; at++)
        found = at;
    snprintf(line, sizeof(line), "%.*s", found ? (int)strcspn(found, "\n") : 0,
             found ? found : "");
    return line;
}

static void it_talks(void **state)
{
    const struct talk_row *row = *state;

    open_linear(row->fixture, (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    play(row->before);
    size_t from = strlen(heard(0)), asked = strlen(fake_asked());
    play(row->lines);
    assert_string_equal(last_command(fake_asked() + asked),
                        row->asks ? row->asks : "");
    if (row->hears && strncmp(heard(from), row->hears, strlen(row->hears)) != 0)
        fail_msg("heard: '%s'", heard(from));
    close_linear();
}

static int count_of(const char *text, const char *what)
{
    int count = 0;

    for (; (text = strstr(text, what)) != NULL; text++)
        count++;
    return count;
}

/* Four things are wrong: one is said every two seconds, and none twice. */
static void alerts_keep_their_pace(void **state)
{
    (void)state;
    open_linear("floor", (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    assert_int_equal(count_of(heard(0), "ALERT"), 1);
    play("+1");
    assert_int_equal(count_of(heard(0), "ALERT"), 1);
    play("+1");
    assert_int_equal(count_of(heard(0), "ALERT"), 2);
    play("+2\n+2\n+2\n+2\n+2\n+2\n+2");
    int all = count_of(heard(0), "ALERT");
    play("+2\n+2");
    assert_int_equal(count_of(heard(0), "ALERT"), all);
    assert_int_equal(count_of(heard(0), "ALERT CRITICAL: Server"), 1);
    close_linear();
}

static void a_terminal_of_ascii_gets_ascii(void **state)
{
    (void)state;
    open_linear("idle", (struct style){ GLYPH_TIER_ASCII, LANGUAGE_EN });
    play("@hostile\nwhere\nlang cs\nqueues\nhelp");
    for (const char *at = heard(0); *at; at++)
        assert_true((*at >= ' ' && *at <= '~') || *at == '\n');
    close_linear();
}

static void quitting_leaves_and_asks_for_nothing(void **state)
{
    (void)state;
    open_linear("idle", (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    stage_play(&stage, "@talking");
    linear_look(linear);
    assert_true(linear_take(linear, "where"));
    size_t asked = strlen(fake_asked());
    assert_false(linear_take(linear, "quit"));
    assert_string_equal(last_command(fake_asked() + asked), "");
    close_linear();
}

static void whoever_is_not_signed_in_is_told(void **state)
{
    (void)state;
    open_linear("refused", (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    assert_non_null(strstr(heard(0), "Type cclite login"));
    assert_false(linear_take(linear, ""));
    close_linear();
}

int main(void)
{
    struct test_list list = { 0 };

    if (lang_open(NULL) < 0)
        return 99;
    TEST_LIST_ADD_ROWS(&list, it_talks, talk_rows);
    TEST_LIST_ADD(&list, alerts_keep_their_pace);
    TEST_LIST_ADD(&list, a_terminal_of_ascii_gets_ascii);
    TEST_LIST_ADD(&list, quitting_leaves_and_asks_for_nothing);
    TEST_LIST_ADD(&list, whoever_is_not_signed_in_is_told);
    return test_list_run(&list);
}
