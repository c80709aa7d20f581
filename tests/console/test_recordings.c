/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The recordings' keys send what they say, or say why they do not. */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lang/lang.h"
#include "tests/console/claim.h"
#include "tests/console/fake_session.h"
#include "tests/test.h"

#define LIST      "GET /api/recordings?limit=100"
#define CONTROL   "POST /api/listening "
#define IS_PLAYED "g l Down @listen-rings l @listen-plays +1"

/* What is asked, and what is shown then. */
static const struct key_claim key_claims[] = {
    { "the first page is asked for, the newest first", "", "g l", LIST "\n",
      "7, that is all" },
    { "older ones come by the cursor", "@recordings-few", "g l",
      LIST "&cursor=411\n", "2, that is all" },
    { "a page that cannot be had is told, and r tries again",
      "@recordings-refused g l", "r", LIST "\n", "r tries again" },
    { "who may not see numbers sees none", "@recordings-few", "g l", LIST,
      "Number      not shown" },
    { "the filter goes to the server", "g l", "/ 'agent = ben'",
      LIST "&filter=agent%20%3D%20ben\n", "3, that is all" },
    { "blanks around it are no other filter", "g l / 'agent = ben' Enter",
      "/ '  '", NULL, "3, that is all" },
    { "the end of filtering asks for all", "g l / 'agent = ben'", "Esc",
      LIST "\n", "7, that is all" },
    { "a filter that cannot be understood asks nothing", "g l", "/ 'mos < 3'",
      NULL, "not understood from here" },
    { "r asks anew", "g l", "r", LIST "\n", NULL },

    { "o asks for the oldest first", "@recordings-sorted g l", "o",
      LIST "&sort=recording_id\n", "oldest first" },
    { "... then by agent", "@recordings-sorted g l o", "o",
      LIST "&sort=-agent_id\n", "by agent" },
    { "... then by contact", "@recordings-sorted g l o o", "o",
      LIST "&sort=-contact_id\n", "by contact" },
    { "... and again the newest", "@recordings-sorted g l o o o", "o",
      LIST "\n", "newest first" },
    { "the selected one stays so in another order",
      "@recordings-sorted g l Down Down o", "v", NULL, "Recording 410" },
    { "a form writes the filter", "@recordings-sorted g l f '2026-11-22'",
      "Tab Tab '22/11/2026' Tab Tab Tab Tab Tab '+4477' Tab Tab '1:00' Enter",
      LIST "&filter=began_wall_us%20%3E%3D%202026-11-22T00%3A00Z%20and%20"
           "began_wall_us%20%3C%202026-11-23T00%3A00Z%20and%20caller%20~%20"
           "%22%2B4477%22%20and%20length_us%20%3E%2060s\n",
      "1, that is all" },
    { "... and by state and called number", "@recordings-sorted g l f",
      "Tab Tab Tab Tab Tab Tab Right Right Right Tab Tab '+4420' Tab Enter",
      LIST "&filter=state%20%3D%20kept%20and%20called%20~%20%22%2B4420%22\n",
      NULL },
    { "a time makes it narrower, and arrows begin with today",
      "@recordings-sorted g l f",
      "Up Down Tab '9:05' Tab '22. 11. 2026' Up Down Tab Up Down Enter",
      LIST "&filter=began_wall_us%20%3E%3D%202026-11-21T09%3A05Z%20and%20"
           "began_wall_us%20%3C%202026-11-22T11%3A00Z\n",
      NULL },
    { "a day that is none is told, and nothing asked", "g l f",
      "'22 Nov' Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter",
      NULL, "Give a day, as 22 Nov 2026." },
    { "a time without its day is told, too", "g l f", "Tab '9:05' Enter", NULL,
      "Which day?" },
    { "v shows one whole", "g l Down", "v", NULL, "Repaired        no" },
    { "... and Esc the list again", "g l Down v", "Esc", NULL,
      "7, that is all" },
    { "... where the others are, too", "g l Down v", "Down", NULL,
      "Recording 410" },
    { "on an empty list there is none", "g l / 'state = deleted' Enter", "v",
      NULL, "No recording is selected." },

    { "l rings the phone, which answers by itself", "g l Down @listen-rings",
      "l", "POST /api/recordings/411/listen\n",
      "Your phone answers by itself: listen." },
    { "Enter does, too", "g l Down", "Enter",
      "POST /api/recordings/411/listen\n", NULL },
    { "what the server refuses is told", "@recordings-refused g l Down", "+0",
      NULL, "The server is busy." },
    { "nobody is rung for what is not whole", "g l", "l", NULL,
      "There is no sound" },
    { "who has no phone hears why", "@recordings-no-phone g l Down", "l", NULL,
      "You are no agent with a phone." },
    { "who is in a call hears why", "g l Down @recordings-busy", "l", NULL,
      "Your phone is in use." },
    { "in wrap-up the phone is free", "g l Down @recordings-wraps-up", "l",
      "POST /api/recordings/411/listen\n", NULL },
    { "a phone that is not there is told", "@recordings-unreachable g l Down",
      "l", NULL, "Your phone cannot be reached." },
    { "who may not listen hears why", "@recordings-watcher g l Down", "l", NULL,
      "This needs the right recording.listen." },
    { "offline nothing rings", "g l Down @offline", "l", NULL, "Offline:" },
    { "one at a time", IS_PLAYED, "Down l", NULL, "s stops it." },
    { "on an empty list nothing rings", "g l / 'state = deleted' Enter", "l",
      NULL, "No recording is selected." },

    { "L asks for the trace of its contact", "@trace g l Down", "L",
      "GET /api/contacts/1311/trace\n", "* The talk began." },
    { "... and scrolls as far as there is more", "@trace g l Down L", "Down Up",
      NULL, "INVITE 192.0.2.7:5060" },
    { "... r asks again", "@trace g l Down L", "r",
      "GET /api/contacts/1311/trace\n", "* The talk began." },
    { "... and what the server refuses is told", "@trace-refused g l Down", "L",
      "GET /api/contacts/1311/trace\n", "You may not do this." },
    { "... Esc leads back to the list", "@trace g l Down L", "Esc", NULL,
      "7, that is all" },
    { "offline no trace is asked for", "g l Down @offline", "L", NULL,
      "Offline:" },

    { "nothing plays: pausing says so", "g l Down", ":'recording pause'", NULL,
      "Your phone plays nothing." },
    { "Space marks, and tells how much it is", "g l Down", "Space Space", NULL,
      "Marked: 2 recordings, 9:20 in all, 9.0 MB" },
    { "... and Space again marks it no more", "g l Down Space Up", "Space",
      NULL, "7, that is all" },
    { "* marks all; what is not whole counts for nothing", "g l", "*", NULL,
      "Marked: 6 recordings" },
    { "... and none", "g l *", "*", NULL, "7, that is all" },
    { "Esc forgets the marks before it leads back", "g l Down Space", "Esc",
      NULL, "7, that is all" },
    { "what is filtered anew is not marked", "g l * / 'agent = ben' Enter", "d",
      NULL, "3, that is all" },
    { "while it plays Space pauses and marks nothing", IS_PLAYED, "Space",
      CONTROL "{\"action\":\"pause\",\"value\":0}\n", "7, that is all" },
    { "before the phone is lifted there is no pause",
      "g l Down @listen-rings l", "Space",
      CONTROL "{\"action\":\"pause\",\"value\":0}\n",
      "Pick up your phone first." },
    { "... which hides nothing that comes after it is over",
      "g l Down @listen-rings l Space @listen-ends", "+1",
      "GET /api/listening\n", "Your phone plays no longer." },
    { "... but a stop", "g l Down @listen-rings l @listen-ends", "s",
      CONTROL "{\"action\":\"stop\",\"value\":0}\n", NULL },
    { "Space pauses", IS_PLAYED, "Space",
      CONTROL "{\"action\":\"pause\",\"value\":0}\n", "1:53 / 6:12" },
    { "... and goes on", IS_PLAYED " Space", "Space",
      CONTROL "{\"action\":\"play\",\"value\":0}\n", NULL },
    { "Enter pauses, too", IS_PLAYED, "Enter",
      CONTROL "{\"action\":\"pause\",\"value\":0}\n", NULL },
    { "Left is 5 s back", IS_PLAYED, "Left",
      CONTROL "{\"action\":\"skip\",\"value\":-5000}\n", NULL },
    { "Right is 5 s on", IS_PLAYED, "Right",
      CONTROL "{\"action\":\"skip\",\"value\":5000}\n", NULL },
    { "[ is 10 s back", IS_PLAYED, "[",
      CONTROL "{\"action\":\"skip\",\"value\":-10000}\n", NULL },
    { "] is 10 s on", IS_PLAYED, "]",
      CONTROL "{\"action\":\"skip\",\"value\":10000}\n", NULL },
    { "- is slower", IS_PLAYED, "-",
      CONTROL "{\"action\":\"speed\",\"value\":75}\n", NULL },
    { "+ is faster", IS_PLAYED, "+",
      CONTROL "{\"action\":\"speed\",\"value\":125}\n", NULL },
    { "s stops", IS_PLAYED, "s", CONTROL "{\"action\":\"stop\",\"value\":0}\n",
      NULL },
    { "how far it is is asked for once a second", IS_PLAYED, "+1",
      "GET /api/listening\n", "1:48 / 6:12" },
    { "its end is told", IS_PLAYED, "@listen-ends +1", "GET /api/listening\n",
      "Your phone plays no longer." },
    { "it goes on while somebody looks elsewhere", IS_PLAYED, "g a +1",
      "GET /api/listening\n", NULL },

    { "d deletes by its number", "@recordings-admin g l Down",
      "d +1 '411' Tab Tab Enter", "DELETE /api/recordings/411\n",
      "6, that is all" },
    { "another number deletes nothing", "@recordings-admin g l Down",
      "d +1 '412' Tab Tab Enter", NULL, "the name differs" },
    { "marked ones are deleted one after the other, by their number",
      "@recordings-admin g l Down Space Space", "d +1 '2' Tab Tab Enter",
      "DELETE /api/recordings/411\nDELETE /api/recordings/410\n",
      "2 recordings are deleted." },
    { "... and are gone from the list",
      "@recordings-admin g l Down Space Space", "d +1 '2' Tab Tab Enter +9",
      "DELETE /api/recordings/410\n", "5, that is all" },
    { "... but not by another number", "@recordings-admin g l Down Space Space",
      "d +1 '3' Tab Tab Enter", NULL, "the name differs" },
    { "... what is not whole is left out of it", "@recordings-admin g l *", "d",
      NULL, "1 more is not whole yet, or is gone: left out." },
    { "... and marked alone is refused", "@recordings-admin g l Space Up", "d",
      NULL, "None of the marked ones is whole" },
    { "... what is refused is told in the end",
      "@recordings-admin @recordings-held g l Down Space Space",
      "d +1 '2' Tab Tab Enter", "DELETE /api/recordings/410\n",
      "Deleted: 1, failed: 1, not tried: 0. M tells why." },
    { "... with its reason",
      "@recordings-admin @recordings-held g l Down Space Space",
      "d +1 '2' Tab Tab Enter M", "DELETE /api/recordings/410\n",
      "Recording 410: It is being listened to" },
    { "... and ten refusals end it", "@recordings-admin @recordings-many g l *",
      "d +1 '12' Tab Tab Enter", "DELETE /api/recordings/703\n",
      "Deleted: 0, failed: 10, not tried: 2." },
    { "who may not delete marks in vain", "g l Down Space", "d", NULL,
      "This needs the right recording.delete." },
    { "many are exported when somebody says yes", "g l Down Space", "x", NULL,
      "As recording-ID.wav, to where the console was started." },

    { "E erases of a contact, by its number",
      "@recordings-admin @erased-all "
      "g l Down",
      "E c +1 '1311' Tab Tab Enter",
      "POST /api/erasures {\"contact_id\":1311}\n" LIST "\n",
      "Erased: contacts 1, texts 4, recordings 1." },
    { "... or of all of the number", "@recordings-admin @erased g l Down",
      "E a +1 '+447700900145' Tab Tab Enter",
      "POST /api/erasures {\"caller\":\"+447700900145\"}\n",
      "Not over yet, and left out: 1." },
    { "... another number erases nothing", "@recordings-admin g l Down",
      "E a +1 '+447700900146' Tab Tab Enter", NULL, "the name differs" },
    { "... nor does a no", "@recordings-admin g l Down", "E c +1 Esc", NULL,
      "7, that is all" },
    { "... what the server refuses is told",
      "@recordings-admin @erased-refused g l Down",
      "E c +1 '1311' Tab Tab Enter", "POST /api/erasures",
      "The contact is not over" },
    { "who may not erase hears why", "g l Down", "E", NULL,
      "This needs the right contact.erase." },
    { "offline nothing is erased", "@recordings-admin g l Down @offline", "E",
      NULL, "Offline:" },
    { "the palette erases, too", "@recordings-admin @erased-all",
      ":'contact erase 1399' +1 '1399' Tab Tab Enter",
      "POST /api/erasures {\"contact_id\":1399}\n", "Erased: contacts 1" },
    { "... and by a number", "@recordings-admin @erased-all",
      ":'contact erase --caller +4420' +1 '+4420' Tab Tab Enter",
      "POST /api/erasures {\"caller\":\"+4420\"}\n", "Erased: contacts 1" },
    { "... what is neither is told", "@recordings-admin",
      ":'contact erase all'", NULL, "Name a contact by its number" },
    { "... and who may not hears why", "", ":'contact erase 7'", NULL,
      "This needs the right contact.erase." },

    { "who may not delete hears why", "g l Down", "d", NULL,
      "This needs the right recording.delete." },
    { "what is not whole is not deleted", "@recordings-admin g l", "d", NULL,
      "It is not whole yet" },
    { "what is not whole is not exported", "g l", "x", NULL,
      "There is no sound" },
    { "who may not listen exports nothing", "@recordings-watcher g l Down", "x",
      NULL, "This needs the right recording.listen." },
    { "nothing is exported: X says so", "g l Down", "X", NULL,
      "Nothing is exported." },
    { "keys of the list say where they belong", "g a", ":'recording get'", NULL,
      "among the recordings" },
};

static void keys_do_it(void **state)
{
    key_claim_check(*state, "recordings");
}

/* More than are kept. */

enum { PAGE = 100, PAGES = 51 };

/* A page of numbers from last + PAGE - 1 down to last. */
static struct json_t *page_down_to(int last)
{
    struct json_t *page = value_object(), *items = value_list();
    char next[16];

    for (int id = last + PAGE - 1; id >= last; id--) {
        struct json_t *row = value_object();

        value_set_integer(row, "recording_id", id);
        value_set_text(row, "caller", "");
        value_append(items, row);
    }
    value_set(page, "items", items);
    snprintf(next, sizeof(next), "%d", last);
    if (last > 1)
        value_set_text(page, "next", next);
    else
        value_set(page, "next", value_null());
    return page;
}

static void a_long_list_comes_as_far_as_somebody_goes(void **state)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };
    char request[96];

    (void)state;
    stage_open(&stage, "recordings");
    fake_reply(LIST, page_down_to((PAGES - 1) * PAGE + 1));
    for (int n = PAGES - 1; n > 0; n--) {
        snprintf(request, sizeof(request), LIST "&cursor=%d", n * PAGE + 1);
        fake_reply(request, page_down_to((n - 1) * PAGE + 1));
    }
    stage_play(&stage, "g l");
    assert_non_null(strstr(stage_picture(&stage), "100, and more"));
    assert_null(strstr(fake_asked(), "&cursor="));
    stage_play(&stage, "End");
    assert_non_null(strstr(stage_picture(&stage), "200, and more"));
    for (int n = 0; n < PAGES; n++)
        stage_play(&stage, "End");
    assert_non_null(strstr(stage_picture(&stage), "5,000, and more: by"));
    assert_non_null(strstr(stage_picture(&stage), "Recording 101"));
    stage_close(&stage);
}

/* Exports, in a directory of their own. */

static char place[] = "/tmp/cclite-recordings-XXXXXX";

static void play_export(const char *steps, const char *shows)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    stage_open(&stage, "recordings");
    stage_play(&stage, steps);
    const char *picture = stage_picture(&stage);
    bool is_shown = strstr(picture, shows) != NULL;
    if (!is_shown)
        print_error("%s\n", picture);
    stage_close(&stage);
    assert_true(is_shown);
}

static void an_export_is_a_file_of_its_owner(void **state)
{
    struct stat about;
    char text[16] = "";

    (void)state;
    play_export("@recordings-few g l x", "Written: recording-411.wav");
    assert_int_equal(stat("recording-411.wav", &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    int fd = open("recording-411.wav", O_RDONLY);
    assert_int_equal(read(fd, text, sizeof(text)), 10);
    close(fd);
    assert_string_equal(text, "RIFF-sound");
}

static void a_file_that_is_there_stays(void **state)
{
    struct stat about;

    (void)state;
    play_export("@recordings-few g l x", "recording-411.wav: ");
    assert_int_equal(stat("recording-411.wav", &about), 0);
    assert_int_equal(about.st_size, 10);
    unlink("recording-411.wav");
}

static void half_a_sound_is_removed(void **state)
{
    (void)state;
    play_export("@recordings-few g l Down x", "recording-410.wav: ");
    assert_int_equal(access("recording-410.wav", F_OK), -1);
}

static void a_lost_connection_leaves_no_file(void **state)
{
    (void)state;
    play_export("@recordings-few g l @recordings-lost x", "RIFF is gone");
    assert_int_equal(access("recording-411.wav", F_OK), -1);
}

static void marked_ones_are_exported_one_after_the_other(void **state)
{
    (void)state;
    play_export("@recordings-few g l Space Space x +1 y",
                "Exported: 1, failed: 1, not tried: 0. M tells why.");
    assert_int_equal(access("recording-411.wav", F_OK), 0);
    assert_int_equal(access("recording-410.wav", F_OK), -1);
    play_export("@recordings-few g l Space Space x +1 y M", "Recording 411: ");
    unlink("recording-411.wav");
}

int main(void)
{
    struct test_list list = { 0 };
    char from[4096];

    setenv("TZ", "UTC", 1);
    if (!getenv("top_srcdir") && getcwd(from, sizeof(from)))
        setenv("top_srcdir", from, 1);
    assert_int_equal(lang_open(NULL), 0);
    assert_non_null(mkdtemp(place));
    assert_int_equal(chdir(place), 0);
    TEST_LIST_ADD_ROWS(&list, keys_do_it, key_claims);
    TEST_LIST_ADD(&list, a_long_list_comes_as_far_as_somebody_goes);
    TEST_LIST_ADD(&list, an_export_is_a_file_of_its_owner);
    TEST_LIST_ADD(&list, a_file_that_is_there_stays);
    TEST_LIST_ADD(&list, half_a_sound_is_removed);
    TEST_LIST_ADD(&list, a_lost_connection_leaves_no_file);
    TEST_LIST_ADD(&list, marked_ones_are_exported_one_after_the_other);
    int failed = test_list_run(&list);
    lang_close();
    (void)rmdir(place);
    return failed;
}
