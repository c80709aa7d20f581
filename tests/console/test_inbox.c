/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inbox's keys send what they say, or say why they do not. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lang/lang.h"
#include "tests/console/claim.h"
#include "tests/test.h"

#define ASK  "GET /api/voicemail/messages?limit=100&filter="
#define OPEN "state%20%21%3D%20done%20and%20state%20%21%3D%20deleted"
#define LIST ASK OPEN

/* What is asked, and what is shown then. */
static const struct key_claim key_claims[] = {
    { "all with which something is left to do come first", "", "g v", LIST "\n",
      "6, that is all" },
    { "2 shows the new ones", "g v", "2", ASK "state%20%3D%20new\n",
      "4, that is all" },
    { "3 shows one's own", "g v", "3", LIST "%20and%20agent_id%20%3D%205\n",
      "1, that is all" },
    { "... and says why there are none", "@inbox-no-agent g v", "3", NULL,
      "You are no agent" },
    { "4 shows the urgent ones", "g v", "4",
      LIST "%20and%20urgent%20%3D%20yes\n", "1, that is all" },
    { "5 shows the saved ones", "g v", "5", ASK "state%20%3D%20saved\n",
      "1, that is all" },
    { "6 shows what is done", "g v", "6", ASK "state%20%3D%20done\n",
      "1, that is all" },
    { "7 shows the erased ones", "g v", "7", ASK "state%20%3D%20deleted\n",
      "1, that is all" },
    { "Tab goes round", "g v 7", "Tab", LIST "\n", "6, that is all" },
    { "... past what nobody has", "@inbox-no-agent g v 2", "Tab",
      LIST "%20and%20urgent%20%3D%20yes\n", NULL },
    { "a filter is joined with the tab's", "g v", "/ 'caller ~ 420'",
      LIST "%20and%20caller%20~%20420\n", "1, that is all" },
    { "... and what cannot be understood asks nothing", "g v", "/ 'mos < 3'",
      NULL, "The filter is not understood" },
    { "r asks anew", "g v", "r", LIST "\n", NULL },
    { "who may not see numbers sees none", "@inbox-masked", "g v", LIST,
      "not shown" },

    { "l rings the phone, which is to be picked up", "g v @listen-rings", "l",
      "POST /api/voicemail/81/listen\n", "Your phone rings: pick it up." },
    { "Enter does, too", "g v Down", "Enter", "POST /api/voicemail/80/listen\n",
      NULL },
    { "... while it plays Space pauses", "g v @listen-plays l @inbox-plays +1",
      "Space", "POST /api/listening {\"action\":\"pause\",\"value\":0}\n",
      NULL },
    { "... and [ is 10 s back", "g v @listen-plays l @inbox-plays +1", "[",
      "POST /api/listening {\"action\":\"skip\",\"value\":-10000}\n", NULL },
    { "... and + is faster", "g v @listen-plays l @inbox-plays +1", "+",
      "POST /api/listening {\"action\":\"speed\",\"value\":150}\n", NULL },
    { "who has no phone hears why", "@inbox-no-agent g v", "l", NULL,
      "You are no agent with a phone." },
    { "offline nothing rings", "g v @offline", "l", NULL, "Offline:" },

    { "c calls back by one's own phone", "g v", "c",
      "POST /api/voicemail/81/call-back\n", "Your phone rings first" },
    { "... also whose number is not shown", "@inbox-masked g v", "c",
      "POST /api/voicemail/81/call-back\n", NULL },
    { "... but nobody who gave none", "g v Down Down", "c", NULL,
      "Whoever left it gave no number." },
    { "... and not without a phone", "@inbox-no-agent g v", "c", NULL,
      "You are no agent with a phone." },

    { "k keeps it", "g v", "k",
      "POST /api/voicemail/81/state {\"state\":\"saved\"}\n",
      "1 message is kept until somebody erases it." },
    { "d says that nothing is left to do", "g v", "d",
      "POST /api/voicemail/81/state {\"state\":\"done\"}\n",
      "1 message is done." },
    { "w says that it is new", "g v Down Down Down Down", "w",
      "POST /api/voicemail/77/state {\"state\":\"new\"}\n",
      "1 message is new again." },
    { "e erases it, and says how it comes back", "g v", "e",
      "POST /api/voicemail/81/state {\"state\":\"deleted\"}\n",
      "1 message is erased. u brings it back." },
    { "what is so already is not asked for", "g v", "w", NULL,
      "It is so already." },
    { "u brings it back as it was", "g v Down Down Down Down e", "u",
      "POST /api/voicemail/77/state {\"state\":\"heard\"}\n",
      "1 message is as it was." },
    { "... once", "g v e u", "u", NULL, "There is nothing to undo." },
    { "... and among erased ones whoever erased them", "g v 7", "u",
      "POST /api/voicemail/74/state {\"state\":\"heard\"}\n", NULL },
    { "marked ones are done one after the other", "g v Space Space", "d",
      "POST /api/voicemail/81/state {\"state\":\"done\"}\n"
      "POST /api/voicemail/80/state {\"state\":\"done\"}\n",
      "2 messages are done." },
    { "... what is refused is told, and the rest is done",
      "@inbox-refused g v Space Space Space", "e",
      "POST /api/voicemail/79/state {\"state\":\"deleted\"}\n",
      "1 message stayed as it was. M tells why." },
    { "... and u takes back what was done, and no more",
      "@inbox-refused g v Space Space Space e", "u M",
      "POST /api/voicemail/81/state {\"state\":\"new\"}\n"
      "POST /api/voicemail/79/state {\"state\":\"new\"}\n",
      "2 messages are as they were." },
    { "P sets the PIN of one's own box", "g v P",
      "'correct' Tab '4711' Tab '4711' Enter",
      "PUT /api/me/pin {\"password\":\"correct\",\"pin\":\"4711\"}\n",
      "Your box has a new PIN." },
    { "... and two that differ are not sent", "g v P",
      "'correct' Tab '4711' Tab '4712' Enter", NULL,
      "The two are not the same." },
    { "... and a wrong password stands at its field", "@inbox-refused g v P",
      "'wrong' Tab '4711' Tab '4711' Enter 'er' Tab Tab Enter",
      "PUT /api/me/pin {\"password\":\"wronger\",\"pin\":\"4711\"}\n",
      "Give the password that you sign in with." },
    { "... and a PIN that is refused stands at its own",
      "@inbox-refused-pin g v P",
      "'correct' Tab '12a4' Tab '12a4' Enter Backspace Backspace '34' Tab "
      "Backspace Backspace '34' Enter",
      "PUT /api/me/pin {\"password\":\"correct\",\"pin\":\"1234\"}\n",
      "Give four to ten digits." },
    { "A says where one's own mail goes", "g v A",
      "'a@b.cz' Tab 'Europe/Prague' Enter",
      "PUT /api/me/mail "
      "{\"mail\":\"a@b.cz\",\"zone\":\"Europe/Prague\"}\n",
      "Your mail is set." },
    { "... and a zone that there is not stands at its field",
      "@inbox-refused g v A", "'a@b.cz' Tab 'Mars' Enter '/X' Enter",
      "PUT /api/me/mail {\"mail\":\"a@b.cz\",\"zone\":\"Mars/X\"}\n",
      "There is no such time zone." },
    { "* marks all", "g v", "*", NULL, "6 messages are marked" },
    { "Esc forgets the marks", "g v *", "Esc", NULL, "6, that is all" },
    { "another tab forgets them, too", "g v * 6", "1", LIST "\n",
      "6, that is all" },
    { "who may not see them hears why", "@recordings-watcher", "g v", NULL,
      "This needs the right voicemail.see." },

    { "o gives it to an agent who is chosen", "g v Down o",
      "Right Tab Tab Enter", "POST /api/voicemail/80/assign {\"agent_id\":1}\n",
      "It is so arranged." },
    { "... or to nobody in particular", "g v o", "Left Left Tab Tab Enter",
      "POST /api/voicemail/81/assign {\"agent_id\":0}\n", NULL },
    { "f forwards it with a note", "g v f", "Tab 'call him' Tab Enter",
      "POST /api/voicemail/81/forward {\"box_id\":32,\"note\":\"call him\"}\n",
      "The message is in the other box." },
    { "... and what is refused stands at the box", "@inbox-refused g v f",
      "Tab Tab Enter", "POST /api/voicemail/81/forward", "That box is full." },
    { "marked ones are all given to the agent who is chosen",
      "g v Space Space o", "Right Tab Tab Enter",
      "POST /api/voicemail/81/assign {\"agent_id\":1}\n"
      "POST /api/voicemail/80/assign {\"agent_id\":1}\n",
      "2 messages are given to the agent." },
    { "... but not those that the agent has already", "g v Space Space o",
      "Right Right Tab Tab Enter",
      "POST /api/voicemail/80/assign {\"agent_id\":5}\n",
      "1 message is given to the agent." },
    { "... and they all go to the box that is chosen", "g v Space Space f",
      "Tab 'call him' Tab Enter",
      "POST /api/voicemail/81/forward {\"box_id\":32,\"note\":\"call him\"}\n"
      "POST /api/voicemail/80/forward {\"box_id\":32,\"note\":\"call him\"}\n",
      "2 messages are in the other box." },
    { "... one that is refused stays, and the others go",
      "@inbox-refused g v Space Space f", "Tab Tab Enter",
      "POST /api/voicemail/80/forward {\"box_id\":32,\"note\":\"\"}\n",
      "1 message stayed as it was. M tells why." },
    { "... and it is told which one, and why",
      "@inbox-refused g v Space Space f Tab Tab Enter", "M", NULL,
      "Message 81: That box is full." },
    { "... of two boxes either may be chosen", "g v Space Down Space f",
      "Tab Tab Enter",
      "POST /api/voicemail/79/forward {\"box_id\":31,\"note\":\"\"}\n",
      "1 message is in the other box." },
    { "... and none of it can be taken back", "g v Space o Right Tab Tab Enter",
      "u", NULL, "There is nothing to undo." },
    { "several are not played at once", "g v Space Space", "l", NULL,
      "This takes one message" },
    { "... nor called back", "g v Space Space", "c", NULL,
      "This takes one message" },
    { "... nor another one than the marked one", "g v Space", "c", NULL,
      "This takes one message" },
    { "... but the marked one is, where it is selected", "g v Space Up", "c",
      "POST /api/voicemail/81/call-back\n", NULL },
    { "an erased one is not forwarded", "g v 7", "f", NULL,
      "It is erased. u brings it back." },
    { "L asks for the trace of its contact", "@trace g v", "L",
      "GET /api/contacts/981/trace\n", NULL },

    { "G shows what the boxes greet with", "g v", "G",
      "GET /api/voicemail/greetings\n", "You have reached" },
    { "... and 8 does, too", "g v", "8", "GET /api/voicemail/greetings\n",
      NULL },
    { "a greeting is heard by one's own phone", "g v G", "l",
      "POST /api/voicemail/boxes/31/listen {\"greeting\":\"standard\"}\n",
      "Your phone rings: pick it up." },
    { "... but not one that is none of its own", "g v G Down", "l", NULL,
      "There is no greeting of its own here." },
    { "one is recorded by one's own phone", "g v G Down", "R",
      "POST /api/voicemail/boxes/31/record {\"greeting\":\"busy\"}\n",
      "Your phone rings: pick it up." },
    { "a text is spoken, in a language", "g v G Down t",
      "Right Tab 'Ocupado.' Tab Enter",
      "PUT /api/voicemail/boxes/31/greeting {\"greeting\":\"busy\","
      "\"language\":\"es\",\"text\":\"Ocupado.\"}\n",
      "The box greets so from now on." },
    { "... and what cannot be spoken stands at the text",
      "@inbox-refused g v G Down t", "Tab 'x' Tab Enter",
      "PUT /api/voicemail/boxes/31/greeting", "It cannot be spoken." },
    { "the days of a holiday are set", "g v G Down Down Down h",
      "Tab Backspace Backspace '10' Enter",
      "PUT /api/voicemail/boxes/31/holiday {\"holiday_from\":\"2026-12-24\","
      "\"holiday_until\":\"2027-01-10\"}\n",
      "The days are set." },
    { "... and what is no day stands at its field",
      "@inbox-refused g v G Down Down Down h", "Tab Enter",
      "PUT /api/voicemail/boxes/31/holiday", "Give two days." },
    { "... of no other greeting", "g v G", "h", NULL,
      "Only that of a holiday has days." },
    { "one is taken away after a question", "g v G", "d +1 y",
      "PUT /api/voicemail/boxes/31/greeting {\"greeting\":\"standard\"}\n",
      "none of the box's own any more" },
    { "another's box is not changed", "g v G End", "t", NULL,
      "Only whose box it is changes it" },
    { "... but heard", "g v G End", "l",
      "POST /api/voicemail/boxes/32/listen {\"greeting\":\"holiday\"}\n",
      NULL },
    { "a file needs the right to prompts", "g v G", "i", NULL,
      "This needs the right prompt.set." },
    { "a new one is told on every screen", "g a", "@inbox-news", NULL,
      "A new message in Sales es. g v shows it." },
    { "... an urgent one more loudly", "g a", "@inbox-urgent", NULL,
      "urgent ones are there" },
    { "... those that lay there are no news", "g a", "+1", NULL, "vm 4" },
    { "... and the inbox shows it by itself", "g v", "@inbox-news +1",
      LIST "\n", "7, that is all" },
    { "the header counts them", "g a @inbox-news", "+1", NULL, "vm 5" },
    { "keys of the inbox say where they belong", "g a",
      ":'voicemail call-back'", NULL, "among the messages" },
};

static void keys_do_it(void **state)
{
    key_claim_check(*state, "inbox");
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
