/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contacts' keys ask what they say, or say why they do not. */

#include <stdlib.h>
#include <unistd.h>

#include "lang/lang.h"
#include "tests/console/claim.h"
#include "tests/test.h"

#define LIST "GET /api/contacts?limit=100"

static const struct key_claim key_claims[] = {
    { "the newest come first", "", "g t", LIST "\n", "6, that is all" },
    { "the palette leads there, too", "", ":'console contacts'", LIST "\n",
      "6, that is all" },
    { "each has its queue, its agent, and what it waited and talked", "=132x43",
      "g t", LIST, "Ben Carter      0:14     5:51" },
    { "... how it ended", "g t", "Down Down", NULL, "abandoned" },
    { "... or where it is", "", "g t", LIST, "waiting" },
    { "tags of the selected one stand below where they have no room", "g t",
      "+1", NULL, "Tags        vip es" },
    { "older ones come as somebody goes down", "@contacts-many g t !",
      "PgDn PgDn PgDn PgDn PgDn PgDn", LIST "&cursor=4901\n", "200, and more" },
    { "... all of them in the end", "@contacts-many g t",
      "End ! End ! End ! End", LIST "&cursor=4801\n", "230, that is all" },
    { "a page that cannot be had is told, and r tries again",
      "@contacts-refused g t", "r", LIST "\n", "r tries again" },
    { "that there are none is told, too", "@contacts-none", "g t", LIST,
      "There are no contacts here." },
    { "r asks anew", "g t", "r", LIST "\n", NULL },
    { "contacts that have come since are told, and not moved in", "g t +1",
      "@contacts-new +1", NULL, "6, that is all   2 new: r reloads" },
    { "... until the list is asked for again", "g t @contacts-new +1", "r",
      LIST, "!new: r reloads" },

    { "the filter goes to the server", "g t", "/ 'tags has vip'",
      LIST "&filter=tags%20has%20vip\n", "2, that is all" },
    { "... and what cannot be understood asks nothing", "g t", "/ 'mos < 3'",
      NULL, "not understood from here" },
    { "Esc ends it", "g t / 'tags has vip'", "Esc", LIST "\n",
      "6, that is all" },
    { "a tag is asked for as in the shell", "", ":'contact list --tag vip'",
      LIST "&filter=tags%20has%20%22vip%22\n", "2, that is all" },
    { "... and so is a filter", "", ":'contact list --filter tags has vip'",
      LIST "&filter=tags%20has%20vip\n", "2, that is all" },
    { "... and what is neither says what it takes", "",
      ":'contact list --tags vip'", NULL, "Say --tag and a word" },
    { "a form writes the filter", "g t f '2026-11-22'",
      "Tab Tab Tab Tab Tab Tab 'vip' Tab '+4477' Tab Tab '1:00' Enter",
      LIST "&filter=arrived_wall_us%20%3E%3D%202026-11-22T00%3A00Z%20and%20"
           "tags%20has%20%22vip%22%20and%20caller%20~%20%22%2B4477%22%20and%20"
           "wait_us%20%3E%2060s\n",
      NULL },

    { "who may not see numbers sees none", "@contacts-masked", "g t", LIST,
      "Number      not shown" },
    { "... nor in the details", "@contacts-masked g t", "Enter",
      "GET /api/contacts/1316\n", "Number        not shown" },
    { "who may not see contacts hears why", "@inbox-no-agent",
      ":'contact show'", NULL, "This is done among the contacts: g t." },

    { "Enter opens one with its steps", "g t Down Down Down", "Enter",
      "GET /api/contacts/1313/path\n", "main-menu: menu, Menu  → 2  0:09" },
    { "... and with the decisions about it", "g t Down Down Down", "Enter",
      "GET /api/contacts/1313/why\n", "is asked no more" },
    { "... who was looked at for each", "=80x40 g t Down Down Down", "Enter",
      "GET /api/contacts/1313/why\n", "(es 30 < 50)" },
    { "... and what came of it", "g t Down Down Down", "Enter",
      "GET /api/contacts/1313\n", "Disposition   Resolved" },
    { "v does, too", "g t Down Down Down", "v", "GET /api/contacts/1313\n",
      NULL },
    { "a second click does, too", "g t !", "^4x10 ! ^4x10",
      "GET /api/contacts/1314\n", NULL },
    { "... r reads it anew", "g t Enter", "r", "GET /api/contacts/1316\n",
      NULL },
    { "... Esc leads back to the list", "g t Down Down Down Enter", "Esc", NULL,
      "6, that is all" },
    { "... where one without decisions says so", "g t", "Enter",
      "GET /api/contacts/1316/why\n", "Nothing was decided about it." },
    { "what is refused of it is told", "@contacts-refused :'console contacts'",
      "@contacts g t Down Down Down @contacts-refused Enter",
      "GET /api/contacts/1313/why\n", "Not allowed." },
    { "keys go through the items", "g t Down Down Down Enter",
      "Down Down Down Down", NULL, "!main-menu: welcome" },
    { "... and not past the last one", "g t Down Down Down Enter",
      "PgDn PgDn PgDn", NULL, "was offered" },

    { "l shows its recordings", "g t Down", "l",
      "GET /api/recordings?limit=100&filter=contact_id%20%3D%201315\n", NULL },
    { "... from the details, too", "g t Down Enter", "l",
      "GET /api/recordings?limit=100&filter=contact_id%20%3D%201315\n", NULL },
    { "m shows the messages it left, done or not", "g t", "m",
      "GET /api/voicemail/messages?limit=100&filter=contact_id%20%3D%201316\n",
      NULL },
    { "L asks for its trace", "g t", "L", "GET /api/contacts/1316/trace\n",
      NULL },
    { "keys about one say that none is selected", "@contacts-none g t", "l",
      NULL, "No contact is selected." },
    { "offline nothing is asked", "g t @offline", "Enter", NULL, "Offline:" },
};

static void keys_do_it(void **state)
{
    key_claim_check(*state, "contacts");
}

int main(void)
{
    struct test_list list = { 0 };
    char from[4096];

    setenv("TZ", "UTC", 1);
    if (!getenv("top_srcdir") && getcwd(from, sizeof(from)))
        setenv("top_srcdir", from, 1);
    assert_int_equal(lang_open(NULL), 0);
    TEST_LIST_ADD_ROWS(&list, keys_do_it, key_claims);
    int failed = test_list_run(&list);
    lang_close();
    return failed;
}
