/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor changes a flow as its keys say, and can take all of it back. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "console/flow_check.h"
#include "console/flow_draft.h"
#include "console/flow_scene.h"
#include "tests/console/claim.h"
#include "tests/test.h"

#define OPEN    "@flows g i ! Enter ! "
#define LIMITED "@flows @flows-limits g i ! Enter ! "
#define WIDE    "=132x43 " OPEN
#define TESTED  "@flows @flows-tests g i ! Enter ! "

static const struct claim claims[] = {
    { "the list shows the numbers that lead to a flow", "@flows g i",
      "!/api/ivr", "+442079460000, 0800555*" },
    { "... and what each flow is for", "@flows g i", NULL,
      "night-menu      sub-flow" },
    { "... unless an earlier release saved it last", "@flows @flows-states g i",
      NULL, "main-menu       not told" },
    { "on more than 80 columns with its version", "=132x43 @flows g i", NULL,
      "  3  never published" },
    { "the palette leads to the list", "@flows : 'ivr add' Enter", "!POST",
      "New flow" },
    { "a new flow is one that can be run", "@flows g i a 'extra' Enter",
      "POST /api/ivr/flows {\"name\":\"extra\",\"text\":\"{\\\"nodes\\\": [",
      "extra is added." },
    { "... which Enter opens then", "@flows g i a 'extra' Enter ! Enter",
      "GET /api/ivr/flows/2/draft", NULL },
    { "... and no other one, while it is not in the list yet",
      "@flows @flows-late g i a 'extra' Enter ! Enter e", "!/draft",
      "extra is added." },
    { "... nor another one after it has come",
      "@flows @flows-late g i a 'extra' Enter ! @flows-came ! Enter",
      "GET /api/ivr/flows/9/draft", NULL },
    { "... but whoever moves meanwhile opens what is there",
      "@flows @flows-late g i a 'extra' Enter ! Down Enter",
      "GET /api/ivr/flows/2/draft", NULL },
    { "... and what never comes is not waited for",
      "@flows @flows-late g i a 'extra' Enter ! +6 ! Enter",
      "GET /api/ivr/flows/1/draft", NULL },
    { "why it was not published is told no more once it is",
      OPEN "@flows-unfit P ~900 Tab Enter ! @flows-ready P ~900 Tab Enter !",
      NULL, "main-menu is published" },
    { "why a flow cannot be tried is told whole",
      "@flows @flows-untried g i ! Enter ! T !", NULL,
      " cclite ivr problems main-menu" },
    { "a node that plays nothing offers no prompt",
      "=132x43 @flows g i ! Enter ! Enter", NULL, "!choose a prompt" },
    { "... one that does, does", "=132x43 @flows g i ! Enter ! Tab Tab Enter",
      NULL, "choose a prompt" },
    { "a node's form takes clicks: an exit gets the keys",
      "@flows g i ! Enter ! Tab Tab Enter ! ^3x60", NULL,
      "▌ 1           ‹ 4 Sales EN" },
    { "... a button is pressed",
      "@flows g i ! Enter ! Tab Tab Enter ! ^3x60 ! ^16x6", NULL,
      "Node 3 main_menu   exits" },
    { "without a name nothing is sent", "@flows g i a Enter", "!POST", NULL },
    { "what it may begin as is all to see", "@flows g i a", NULL,
      "survey: a question after the talk" },
    { "a template is taken by its name, and sent as a draft",
      "@flows g i a 'extra' Tab Down Down Enter",
      "POST /api/ivr/flows {\"name\":\"extra\",\"text\":\"{"
      "\\\"name\\\":\\\"identify\\\",",
      "extra is added." },
    { "... with its tests", "@flows g i a 'extra' Tab Down Down Enter",
      "\\\"gold-customers-first\\\"", NULL },
    { "... and so is the last one",
      "@flows g i a 'extra' Tab Down Down Down Enter",
      "{\\\"name\\\":\\\"survey\\\",", "extra is added." },
    { "... and so is one with a calendar and a box, which there are not yet",
      "@flows g i a 'extra' Tab Down Down Down Down Enter",
      "{\\\"name\\\":\\\"hours\\\",\\\"type\\\":\\\"hours\\\","
      "\\\"next\\\":\\\"welcome\\\",",
      "extra is added." },
    { "... but without the queues that there are not",
      "@flows g i a 'extra' Tab Down Enter",
      "{\\\"name\\\":\\\"sales\\\",\\\"type\\\":\\\"queue\\\","
      "\\\"priority\\\":50,",
      "extra is added." },
    { "... and with those that there are",
      "@flows @flows-queues g i a 'extra' Tab Down Enter",
      "{\\\"name\\\":\\\"sales\\\",\\\"type\\\":\\\"queue\\\","
      "\\\"queue\\\":\\\"sales\\\",",
      "extra is added." },
    { "what the server refuses of the text stands at it",
      "@flows @flows-new-refused g i a 'extra' Tab Down Enter", NULL,
      "There is no such queue: sales." },
    { "the list tells what nobody was ever led into", "@flows g i", NULL,
      "never published" },
    { "... and where a draft lies beside what callers go through",
      "@flows @flows-states g i", NULL, "published, draft" },
    { "a copy begins as the draft, under a name that is free", "@flows g i ! c",
      "GET /api/ivr/flows/1/draft", "main-menu-2 is added. Enter opens it." },
    { "... and is a draft itself", "@flows g i ! c",
      "POST /api/ivr/flows {\"name\":\"main-menu-2\",\"draft\":true,"
      "\"text\":\"{\\\"name\\\":\\\"main-menu\\\",",
      NULL },
    { "a second one waits for the first, whose name it would take",
      "@flows g i ! @held c c", "GET /api/ivr/flows/1/draft",
      "Another flow is being copied: wait for it." },
    { "... and is made when that is done", "@flows g i ! c ! c", "main-menu-2",
      "is added. Enter opens it." },
    { "a flow is renamed by its new name alone, as it was seen",
      "@flows g i ! n ~900 '-2' Enter",
      "PUT /api/ivr/flows/1 if \"7\" {\"name\":\"main-menu-2\"}",
      "main-menu-2 is its name now" },
    { "... and Esc leaves it as it was", "@flows g i ! n '-2' Esc", "!PUT",
      "!Rename" },
    { "deleting asks for the name", "@flows g i ! d Enter Enter", "!DELETE",
      "not ready: the name differs" },
    { "and goes with the version that was seen",
      "@flows g i ! d ~900 'main-menu' Enter Tab Enter",
      "DELETE /api/ivr/flows/1 if \"7\"", "main-menu is deleted." },
    { "a flow is fetched when it is opened", OPEN, "GET /api/ivr/flows/1/draft",
      "1 Start" },
    { "the form of a node tells how many callers came today",
      "@flows @flows-ways g i ! Enter ! Tab Tab ! Enter !", NULL,
      "Callers today: 200" },
    { "... which share took which exit",
      "@flows @flows-ways g i ! Enter ! Tab Tab ! Enter !", NULL, "44.0 %" },
    { "... and how many hung up there, where there is room",
      "@flows @flows-ways =132x43 g i ! Enter ! Tab Tab ! Enter !", NULL,
      "hung up" },
    { "... also beside the picture, where it is wide",
      "@flows @flows-ways =132x43 g i ! Enter ! Tab Tab !", NULL,
      "Callers today: 200" },
    { "an arrow says how many went along it today",
      "@flows @flows-ways g i ! Enter ! ! !", NULL, "├─1 62──┘" },
    { "... also of an exit that has no key",
      "@flows @flows-ways-later g i ! Enter ! ! !", NULL, "─7───►" },
    { "... or with its key alone, where it is too short for both",
      "@flows @flows-ways g i ! Enter ! ! !", NULL, "├─3┐" },
    { "... and what has come since, every five seconds",
      "@flows @flows-ways g i ! Enter ! ! ! @flows-ways-later +4 ! +1 ! +1 !",
      NULL, "├─1 63──┘" },
    { "... not sooner",
      "@flows @flows-ways g i ! Enter ! ! ! @flows-ways-later +4 ! !", NULL,
      "├─1 62──┘" },
    { "a node that nobody came to tells nothing of them",
      "@flows @flows-ways g i ! Enter ! Enter !", NULL, "!Callers today" },
    { "a test run tells who would be rung", OPEN "T 2 !", NULL,
      "would ring: ana petr" },
    { "... and that nobody would", OPEN "@flows-rings T 2 !", NULL,
      "would ring: nobody" },
    { "... and that nobody was asked by a lookup", OPEN "@flows-rings T 2 !",
      NULL, "(stub, not asked)" },
    { "... which took no time", OPEN "@flows-rings T 2 !", NULL, "! ms" },
    { "one that is gone says so", "@flows g i ! Down Down Enter", NULL,
      "There is no such thing" },
    { "nodes without a place are arranged, and that changes nothing",
      "@flows g i ! Down Enter ! Esc", "!PUT", "night-menu" },
    { "an exit that leads nowhere is told", OPEN, NULL,
      "3 exit 0 is not connected." },
    { "an error that leads back is a circle, as it is for publishing",
      OPEN "Tab c Down Enter 2 Enter '!' '!'", NULL,
      "Let callers rest in this circle" },
    { "a node nobody can reach is told", OPEN, NULL, "10 Nothing leads here." },
    { "the next problem is gone to", OPEN "'!'", NULL,
      "Node 3 main_menu   exits 7, connected 6" },
    { "Tab goes by number", OPEN "Tab Tab Tab", NULL, "Node 4 sales" },
    { "arrows go to the nearest box", OPEN "Right", NULL, "Node 2 welcome" },
    { "and stay where there is none", OPEN "Left", NULL, "Node 1 start" },
    { "words find a node", OPEN "/ 'bill' Enter", NULL, "Node 6 billing" },
    { "and the next one", OPEN "/ 'play' Enter n", NULL, "Node 7 sorry" },
    { "what is found is connected at once, while it is looked for",
      OPEN "/ 'main' Enter c 0 9 Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"support\\\"", "main-menu is saved." },
    { "... and moved", OPEN "/ 'start' Enter m Right Down Enter Ctrl-s",
      "\\\"type\\\":\\\"start\\\",\\\"x\\\":4,\\\"y\\\":2", NULL },
    { "... and deleted", OPEN "/ 'main' Enter d", NULL,
      "2 exit then is not connected." },
    { "... and n, which goes to the next hit, is told as that alone",
      OPEN "/ 'play' Enter !", NULL, "!add node" },
    { "an exit is led to what is found by words",
      OPEN "Tab Tab c 0 / 'bill' Enter Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"billing\\\"", "main-menu is saved." },
    { "... and to the next one that has them",
      OPEN "Tab Tab c 0 / 'play' Enter n Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"welcome\\\"", NULL },
    { "... after which n adds a node again",
      OPEN "Tab Tab c 0 / 'bill' Enter Enter n e", NULL, "Node 11 hang_up" },
    { "help while an exit is led somewhere does not end that",
      OPEN "Tab Tab c 0 ? ! Esc ! 9 Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"support\\\"", "main-menu is saved." },
    { "... and no other key of the editor works meanwhile",
      OPEN "Tab Tab c 0 u 9 Enter", NULL, "exits 7, connected 7" },
    { "an exit is led to a node chosen by number",
      OPEN "Tab Tab c 0 9 Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"support\\\"", "main-menu is saved." },
    { "and by moving there", OPEN "Tab Tab c 0 Tab Enter Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"sales\\\"", "main-menu is saved." },
    { "or led nowhere", OPEN "c d Ctrl-s",
      "!\\\"name\\\":\\\"start\\\",\\\"type\\\":\\\"start\\\",\\\"x\\\":2,"
      "\\\"y\\\":1,\\\"next\\\"",
      "main-menu is saved." },
    { "or to the end of the call, which is meant", OPEN "Tab Tab c 0 e Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":null", "main-menu is saved." },
    { "... and is no problem then", OPEN "Tab Tab c 0 e !", NULL,
      "!exit 0 is not connected" },
    { "... and drawn as an end", OPEN "Tab Tab c 0 e !", NULL, "─■" },
    { "... and told in the form", OPEN "Tab Tab c 0 e ! Enter !", NULL,
      "call ends" },
    { "... unless it is led nowhere again", OPEN "Tab Tab c 0 e c 0 d Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"\\\"", "3 exit 0 is not connected." },
    { "Esc leaves it as it was", OPEN "Tab Tab c 0 9 Esc", NULL,
      "3 exit 0 is not connected." },
    { "a node that leads nowhere says so", OPEN "Tab Tab Tab Tab Tab Tab Tab c",
      NULL, "This node leads nowhere" },
    { "a box is moved by two columns and one row",
      OPEN "m Right Down Down Enter Ctrl-s",
      "\\\"type\\\":\\\"start\\\",\\\"x\\\":4,\\\"y\\\":3",
      "main-menu is saved." },
    { "and not over the edge", OPEN "m Up Up Up Left Left Left Enter Ctrl-s",
      "\\\"x\\\":0,\\\"y\\\":0", NULL },
    { "Esc puts it back, and nothing has changed", OPEN "m Right Right Esc Esc",
      "!PUT", "main-menu" },
    { "what is marked moves together",
      OPEN "Space Tab Space m Right Enter Ctrl-s",
      "\\\"type\\\":\\\"play\\\",\\\"x\\\":30,\\\"y\\\":1", NULL },
    { "n and a letter add a node with a name of its own", OPEN "n q Ctrl-s",
      "{\\\"name\\\":\\\"queue\\\",\\\"type\\\":\\\"queue\\\",\\\"x\\\":",
      NULL },
    { "the node that asks for the language has what it needs by itself",
      OPEN "n A Ctrl-s",
      "{\\\"name\\\":\\\"ask_language\\\",\\\"type\\\":\\\"ask_language\\\"",
      NULL },
    { "... and asks for a key of each language in its form", OPEN "n A Enter !",
      NULL, "Key for Spanish" },
    { "... and says nothing of what stands beside what it lacks", OPEN "n q",
      NULL, "!50" },
    { "which lacks what it must have", OPEN "n q '!' '!'", NULL,
      "11 Queue is missing." },
    { "deleting a node takes its arrows along", OPEN "Tab Tab d", NULL,
      "2 exit then is not connected." },
    { "u takes it back", OPEN "Tab Tab d u", NULL,
      "3 exit 0 is not connected." },
    { "U does it again", OPEN "Tab d u U", NULL,
      "1 exit then is not connected." },
    { "with nothing to undo u says so", OPEN "u", NULL,
      "There is nothing to undo." },
    { "and U that there is nothing to do again", OPEN "U", NULL,
      "There is nothing to do again." },
    { "a change goes with the version that was read", OPEN "n e Ctrl-s",
      "PUT /api/ivr/flows/1 if \"7\" "
      "{\"name\":\"main-menu\",\"draft\":true,\"text\":",
      "main-menu is saved." },
    { "and the next one with the version that came of it",
      OPEN "n e Ctrl-s n e Ctrl-s", "PUT /api/ivr/flows/1 if \"8\"", NULL },
    { "what others have saved is not overwritten unasked",
      OPEN "n e @flows-conflict Ctrl-s", "!if \"8\"",
      "Overwrite everything with mine" },
    { "but when it is asked for",
      OPEN "n e @flows-conflict Ctrl-s @flows-settled m",
      "PUT /api/ivr/flows/1 if \"8\"", "main-menu is saved." },
    { "or theirs is shown", OPEN "n e @flows-conflict Ctrl-s t", "!if \"8\"",
      "Node 1 start" },
    { "a refusal leads to its node", OPEN "@flows-refused Ctrl-s", NULL,
      "Node 3 main_menu" },
    { "what is not saved is not published", OPEN "n e P", "!/publish",
      "Save it first: Ctrl-S." },
    { "publishing asks", OPEN "P Enter", "!/publish", NULL },
    { "and goes with the version that was read", OPEN "P ~900 Tab Enter",
      "POST /api/ivr/flows/1/publish if \"7\" {}",
      "main-menu is published: callers go this way now." },
    { "what stands against it leads to its node",
      OPEN "@flows-refused P ~900 Tab Enter", "GET /api/ivr/flows/1/problems",
      "Node 4 sales" },
    { "... which tells how many there are",
      OPEN "@flows-problems @flows-refused @flows-problems P ~900 Tab Enter",
      NULL, "Not published: 4 to mend. 2  Prompt: Add the prompt in Czech" },
    { "... and the key that goes from one to the next goes to each",
      OPEN "@flows-refused P ~900 Tab Enter '!' '!'", NULL,
      "4  Queue: There is no such queue." },
    { "what only the server knows is asked when a flow is opened",
      "@flows @flows-problems g i ! Enter ! '!' '!'",
      "GET /api/ivr/flows/1/problems",
      "2  Prompt: Add the prompt in Czech: callers may hear it so." },
    { "... and told where it is of the flow as a whole",
      "@flows @flows-problems g i ! Enter ! '!' '!' '!' '!'", NULL,
      " tests.gold: Let the test pass, or change what it expects." },
    { "... and when it is saved", OPEN "@flows-problems n e Ctrl-s '!' '!'",
      NULL, "2  Prompt: Add the prompt in Czech: callers may hear it so." },
    { "... what was found here, too, is one problem",
      "@flows @flows-problems =132x43 g i ! Enter !", NULL, "Problems  5" },
    { "... what does not fit below the picture is counted",
      "@flows @flows-problems g i ! Enter !", NULL, "connected.   +4" },
    { "... the pane goes along with the one that is gone to",
      "@flows @flows-problems =132x43 g i ! Enter ! '!' '!' '!' '!' '!' !",
      NULL, "\xe2\x97\x8a  10  Nothing leads here." },
    { "... and of a draft that has changed since it is not said",
      "@flows @flows-problems g i ! Enter ! n e '!' '!'", NULL,
      "!Add the prompt in Czech" },
    { "... until that is taken back",
      "@flows @flows-problems g i ! Enter ! n e u '!' '!'", NULL,
      "2  Prompt: Add the prompt in Czech" },
    { "... but the numbers of today that come are no change",
      "@flows @flows-problems @flows-ways g i ! Enter ! +6 ! ! '!' '!'", NULL,
      "2  Prompt: Add the prompt in Czech" },
    { "dropping the draft asks", TESTED "B ~900 Enter", "!DELETE",
      "Main menu" },
    { "... goes with the version that was read", TESTED "B ~900 Tab Enter",
      "DELETE /api/ivr/flows/1/draft if \"7\"",
      "The draft of main-menu is dropped" },
    { "... shows what there is then, and goes on from there",
      TESTED "n e B ~900 Tab Enter n e Ctrl-s", "PUT /api/ivr/flows/1 if \"9\"",
      "main-menu is saved." },
    { "... what was opened before the server answers goes with it",
      TESTED "@held B ~900 Tab Enter S @let-go", "GET /api/ivr/flows/1/test",
      "Node 1 start" },
    { "... so does a form, whatever is typed there",
      TESTED "@held B ~900 Tab Enter Tab Tab Enter 'x' @let-go", NULL,
      "Node 1 start" },
    { "... and a move ends", TESTED "@held B ~900 Tab Enter m Right @let-go u",
      NULL, "There is nothing to undo." },
    { "... and what cannot be fetched anew stays as it was",
      TESTED "@held B ~900 Tab Enter S @flows-unread @let-go !", NULL,
      "tests 3, passed 2, failed 1" },
    { "... which is said",
      TESTED "@held B ~900 Tab Enter T @flows-unread @let-go !", NULL,
      "The server is busy. Try again in a moment." },
    { "without a draft there is none to drop", OPEN "B", "!DELETE",
      "There is no draft: callers go through what is stored." },
    { "... nor is one that is all there is", OPEN "n e Ctrl-s B", "!DELETE",
      "Never published: the draft is all there is of it." },
    { "... and not twice", TESTED "B ~900 Tab Enter B", NULL,
      "There is no draft: callers go through what is stored." },
    { "... until another is saved", TESTED "B ~900 Tab Enter n e Ctrl-s B",
      NULL, "What was saved and not published is gone then" },
    { "a test run shows the steps of a call", OPEN "T",
      "POST /api/ivr/flows/1/test {\"caller\":\"\",\"language\":\"en\","
      "\"keys\":\"\"}",
      "0:03  3 Main menu" },
    { "each key is a try with one key more", OPEN "T 2 Space #",
      "\"keys\":\"2 - #\"", NULL },
    { "b is one key less", OPEN "T 2 3 b", "\"keys\":\"2\"}", NULL },
    { "r begins from the start", OPEN "T 2 r", "\"keys\":\"\"}", NULL },
    { "the caller is typed", OPEN "T Tab '0123' Enter", "{\"caller\":\"0123\"",
      NULL },
    { "... and so is the number called", OPEN "T Tab Tab '99' Enter",
      "\"called\":\"99\"", NULL },
    { "... each is told with what it is",
      OPEN "T Tab Tab '99' Tab Tab Tab 'cs' Enter", NULL,
      "Called 99  Last language cs" },
    { "... and the moment", OPEN "T Tab Tab Tab '2026-12-24T08:00' Enter",
      "\"at\":\"2026-12-24T08:00\"", "2026-12-24T08:00" },
    { "... what lookups answer",
      OPEN "T Tab Tab Tab Tab 'crm level=gold; old not_found' Enter",
      "\"lookups\":\"crm level=gold; old not_found\"", NULL },
    { "... the language of the last call",
      OPEN "T Tab Tab Tab Tab Tab 'cs' Enter", "\"last_language\":\"cs\"",
      NULL },
    { "... and nodes that do not work",
      OPEN "T Tab Tab Tab Tab Tab Tab 'sales' Enter", "\"broken\":\"sales\"",
      NULL },
    { "... whose number is busy",
      OPEN "T Tab Tab Tab Tab Tab Tab Tab 'sales' Enter", "\"busy\":\"sales\"",
      "Busy numbers of sales" },
    { "... or that nobody answers",
      OPEN "T Tab Tab Tab Tab Tab Tab Tab Tab 'sales' Enter",
      "\"unanswered\":\"sales\"", NULL },
    { "all of which a test keeps",
      OPEN "T Tab Tab Tab Tab 'crm level=gold name=Ana; old not_found' Tab "
           "'cs' Tab 'welcome sales' Enter s Esc Ctrl-s",
      "\\\"last_language\\\":\\\"cs\\\",\\\"lookups\\\":{\\\"crm\\\":"
      "{\\\"level\\\":\\\"gold\\\",\\\"name\\\":\\\"Ana\\\"},"
      "\\\"old\\\":\\\"not_found\\\"},"
      "\\\"broken\\\":[\\\"welcome\\\",\\\"sales\\\"]",
      NULL },
    { "Tab comes back to the keys",
      OPEN "T Tab Tab Tab Tab Tab Tab Tab Tab Tab 5", "\"keys\":\"5\"", NULL },
    { "a run that is kept says when it was", OPEN "T 2 s Esc Ctrl-s",
      "\\\"at\\\":\\\"2026-11-22T14:3", NULL },
    { "... or when it was to be",
      OPEN "T Tab Tab Tab '2026-12-24T08:00' Enter s Esc Ctrl-s",
      "\\\"at\\\":\\\"2026-12-24T08:00", NULL },
    { "what limits a flow survives the editor", LIMITED "n e Ctrl-s",
      "\\\"max_steps\\\":40,\\\"max_ms\\\":10500", "main-menu is saved." },
    { "L shows it", LIMITED "L !", NULL, "40" },
    { "... and takes other limits, in steps and in time",
      OPEN "L '30' Tab '1:30' Enter Ctrl-s",
      "\\\"max_steps\\\":30,\\\"max_ms\\\":90000", "main-menu is saved." },
    { "... a time that nobody touches stays, to the millisecond",
      LIMITED "L Backspace Backspace '50' Tab Enter Ctrl-s",
      "\\\"max_steps\\\":50,\\\"max_ms\\\":10500", NULL },
    { "... an empty field is no limit",
      LIMITED "L Backspace Backspace Tab Enter Ctrl-s", "!max_steps",
      "main-menu is saved." },
    { "... more than the house has is none", OPEN "L '501' Tab Enter Ctrl-s",
      "!max_steps", "Limits of the flow" },
    { "... nor is less time than a call needs", OPEN "L Tab '9' Enter Ctrl-s",
      "!max_ms", "Limits of the flow" },
    { "... u takes it back", OPEN "L '30' Tab Enter u Ctrl-s", "!max_steps",
      "main-menu is saved." },
    { "... and what is as it was is no step", LIMITED "L Tab Enter u", NULL,
      "There is nothing to undo." },
    { "the language goes on", OPEN "T l", "\"language\":\"es\"", NULL },
    { "an agent is signed in for the call", OPEN "T h Space",
      "\"agents\":\"ana=available\"", "ready" },
    { "... or paused", OPEN "T h Space Space", "\"agents\":\"ana=paused\"",
      NULL },
    { "... or offline again, as all are", OPEN "T h Space Space Space",
      "\"keys\":\"\"}", "offline" },
    { "a trunk is lost", OPEN "T h End Space", "\"lost_trunks\":\"lon-1\"",
      "out of service" },
    { "the run says what is so", OPEN "T h Space End Space Esc", NULL,
      "in: ana=available   out of service: lon-1" },
    { "and the test keeps it", OPEN "T h Space End Space Esc 2 s Esc Ctrl-s",
      "\\\"agents\\\":[{\\\"agent\\\":\\\"ana\\\",\\\"state\\\":"
      "\\\"available\\\"}],\\\"lost_trunks\\\":[{\\\"trunk\\\":"
      "\\\"lon-1\\\"}]",
      NULL },
    { "keys of a number are one input, as long as its node takes them",
      OPEN "@flows-number T 1 0 4 2 3 3", "\"keys\":\"104233\"}", NULL },
    { "... and the footer says how it ends", OPEN "@flows-number T 1 0", NULL,
      "0-9 * # go on, Enter ends the number" },
    { "... which Enter does", OPEN "@flows-number T 1 0 Enter 7",
      "\"keys\":\"10 7\"}", NULL },
    { "... and silence", OPEN "@flows-number T 1 0 Space", "\"keys\":\"10 -\"}",
      NULL },
    { "b is one key less of a number", OPEN "@flows-number T 1 0 4 b",
      "\"keys\":\"10\"}", NULL },
    { "a test keeps the number as one",
      OPEN "@flows-number T 1 0 4 s Esc Ctrl-s", "\\\"keys\\\":[\\\"104\\\"]",
      NULL },
    { "keys that go to other nodes are inputs of their own, so many at most",
      OPEN "T 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7",
      "\"keys\":\"1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6\"}",
      "A call takes 16 inputs at most." },
    { "a step says what it set", OPEN "@flows-number T", NULL, "num = 104233" },
    { "... each variable", OPEN "@flows-number T", NULL, "level = gold" },
    { "... what it played", OPEN "@flows-number T", NULL, "ask_custno" },
    { "... what it said", OPEN "@flows-number T", NULL, "Thank you, Ana." },
    { "... and what a condition came to", OPEN "@flows-number T", NULL,
      "0 vip  \xe2\x86\x92 no" },
    { "the saved tests are run and listed", TESTED "S",
      "GET /api/ivr/flows/1/test", "tests 3, passed 2, failed 1" },
    { "... with where one fails", TESTED "S", NULL, "failed at main_menu" },
    { "... and which way each went", TESTED "S End", NULL,
      "Went  start welcome main_menu main_menu" },
    { "Enter runs one with its walk", TESTED "S Enter",
      "POST /api/ivr/flows/1/test {\"caller\":\"\",\"language\":\"en\","
      "\"keys\":\"1\"}",
      "Test run sales-by-key" },
    { "... with all that the test says", TESTED "S Down Enter",
      "POST /api/ivr/flows/1/test {\"caller\":\"+34600\",\"called\":\"99\","
      "\"at\":\"2026-12-24T08:00\","
      "\"lookups\":\"crm level=gold name=Ana; old not_found\","
      "\"last_language\":\"cs\",\"broken\":\"welcome\","
      "\"busy\":\"sales\",\"unanswered\":\"billing\","
      "\"language\":\"es\",\"keys\":\"- 104233 7\","
      "\"agents\":\"ana=paused\",\"lost_trunks\":\"lon-1\"}",
      NULL },
    { "kept again, it expects the way that was gone",
      TESTED "S Down Enter s Esc Ctrl-s",
      "{\\\"caller\\\":\\\"+34600\\\",\\\"called\\\":\\\"99\\\","
      "\\\"last_language\\\":\\\"cs\\\",\\\"lookups\\\":{\\\"crm\\\":"
      "{\\\"level\\\":\\\"gold\\\",\\\"name\\\":\\\"Ana\\\"},\\\"old\\\":"
      "\\\"not_found\\\"},\\\"broken\\\":[\\\"welcome\\\"],"
      "\\\"busy\\\":[\\\"sales\\\"],\\\"unanswered\\\":[\\\"billing\\\"],"
      "\\\"at\\\":"
      "\\\"2026-12-24T08:00\\\",\\\"language\\\":\\\"es\\\",\\\"keys\\\":"
      "[\\\"\\\",\\\"104233\\\",\\\"7\\\"],\\\"agents\\\":[{\\\"agent\\\":"
      "\\\"ana\\\",\\\"state\\\":\\\"paused\\\"}],\\\"lost_trunks\\\":"
      "[{\\\"trunk\\\":\\\"lon-1\\\"}],\\\"expect\\\":[\\\"start\\\","
      "\\\"welcome\\\",\\\"main_menu\\\",\\\"language\\\",\\\"support\\\"],"
      "\\\"name\\\":\\\"gold\\\"}",
      "main-menu is saved." },
    { "... which is said", TESTED "S Enter s", NULL,
      "The test sales-by-key expects this way now" },
    { "a test that says more than a field holds is not written over",
      "@flows @flows-tests-long g i ! Enter ! S Enter s", NULL,
      "Not kept: not all of this test is shown here." },
    { "... nor one with words that would come back as others",
      "@flows @flows-tests-long g i ! Enter ! S Down Enter s", NULL,
      "Not kept: not all of this test is shown here." },
    { "... and undone", TESTED "S Enter s Esc u Esc Esc", "!PUT", "main-menu" },
    { "a test is renamed", TESTED "S n Ctrl-u 'by-key' Enter Ctrl-s",
      "\\\"name\\\":\\\"by-key\\\"", "main-menu is saved." },
    { "... and problems name it so",
      TESTED "S Down n Ctrl-u 'silver' Enter Esc '!' '!' '!' '!'", NULL,
      "Test silver: there is no node crm." },
    { "... by no name that another has", TESTED "S n Ctrl-u 'gold' Enter", NULL,
      "Another test has this name." },
    { "... nor one with other characters", TESTED "S n Ctrl-u 'Gold 1' Enter",
      NULL, "a-z 0-9 . _ -, at most 63 of them" },
    { "deleting one asks", TESTED "S d ~900 Enter", NULL,
      "tests 3, passed 2, failed 1" },
    { "... and does so then", TESTED "S d ~900 Tab Enter", NULL,
      "tests 2, passed 1, failed 1" },
    { "... until it is undone", TESTED "S d ~900 Tab Enter u", NULL,
      "tests 3, passed 2, failed 1" },
    { "what was changed is not what was run", TESTED "S d ~900 Tab Enter", NULL,
      "What is tried is what was saved last." },
    { "without tests the list says how one is kept", OPEN "S", NULL,
      "There is no test yet" },
    { "what is tried is what was saved", OPEN "n e T", NULL,
      "What is tried is what was saved last." },
    { "leaving asks, when something is not saved", OPEN "n e Esc", NULL,
      "What you have changed here is stored nowhere yet." },
    { "going elsewhere does so, too", OPEN "n e g q", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... also from the saved tests, when one was deleted there",
      TESTED "S d ~900 Tab Enter g q", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... or renamed", TESTED "S n Ctrl-u 'by-key' Enter g q", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... from a test run", OPEN "n e T g q", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... and from a node's form, with what is in no node yet",
      OPEN "Tab Tab Enter 'x' Ctrl-g Down g q", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... but not when nothing was changed", TESTED "S g q", NULL,
      "!Save what you have typed" },
    { "after saving it does not", OPEN "n e Ctrl-s Esc Esc", NULL,
      "Numbers that lead here" },
    { "the form shows what the node is set to", OPEN "Tab Tab Enter", NULL,
      "‹ main_menu" },
    { "what is kept is one step", OPEN "Tab Tab Enter 'x' Ctrl-s u Esc", "!PUT",
      "main-menu" },
    { "a new name goes along to all who lead there",
      OPEN "Tab Tab Enter 'x' Ctrl-s Ctrl-s",
      "\\\"next\\\":\\\"main_menux\\\",\\\"on_error\\\":\\\"main_menux\\\"",
      "main-menu is saved." },
    { "a name that is taken is told below it",
      OPEN "Tab Tab Enter Ctrl-u 'sales' Ctrl-s", NULL,
      "Another node has this name." },
    { "an exit is led on in the form",
      OPEN "Tab Tab Enter Ctrl-g Right Right Right Ctrl-s Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"welcome\\\"", NULL },
    { "... or by what a node's name begins with, its number first",
      OPEN "Tab Tab Enter Ctrl-g 9 Ctrl-s Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":\\\"support\\\"", NULL },
    { "... a letter goes on to the next one that has it",
      OPEN "Tab Tab Enter Ctrl-g c Ctrl-s Ctrl-s",
      "\\\"choices\\\":{\\\"0\\\":null", NULL },
    { "a choice of a menu is one key of a phone",
      OPEN "Tab Tab Enter Ctrl-g Tab Tab Tab Tab Tab Tab Tab '12' Enter !",
      NULL, "One key: 0-9, *" },
    { "... and says so before",
      OPEN "Tab Tab Enter Ctrl-g Tab Tab Tab Tab Tab Tab Tab !", NULL,
      "A key of the phone: 0-9, * or #." },
    { "the footer says how a choice is taken away",
      OPEN "Tab Tab Enter Ctrl-g !", NULL, "Del remove the choice" },
    { "... where one has the keys",
      OPEN "Tab Tab Enter Ctrl-g Tab Tab Tab Tab Tab Tab Tab !", NULL,
      "!remove the choice" },
    { "... and one that is added is led on at once",
      OPEN "Tab Tab Enter Ctrl-g Tab Tab Tab Tab Tab Tab Tab '4' Enter 9 "
           "Ctrl-s Ctrl-s",
      "\\\"4\\\":\\\"support\\\"", NULL },
    { "... and Enter goes on to the next line",
      OPEN "Tab Tab Enter Ctrl-g Enter 9 Ctrl-s Ctrl-s",
      "\\\"1\\\":\\\"support\\\"", NULL },
    { "a choice is added there",
      OPEN "Tab Tab Enter Ctrl-g Tab Tab Tab Tab Tab Tab Tab '4' Enter Ctrl-s "
           "Ctrl-s",
      "\\\"4\\\":\\\"\\\"", NULL },
    { "and taken away by Delete", OPEN "Tab Tab Enter Ctrl-g Del Ctrl-s Ctrl-s",
      "\\\"choices\\\":{\\\"1\\\":\\\"sales\\\"", NULL },
    { "the inspector tells how long a prompt of the library is, and who hears "
      "it in which way",
      "@flows =132x43 g i ! Enter ! Tab !", "GET /api/prompt-sounds",
      "  en \xe2\x97\x8a es \xe2\x97\x8f cs \xe2\x97\x8a" },
    { "... the form does so of the setting that has the keys",
      OPEN "Tab Enter ! Tab Tab Tab !", NULL,
      " en \xe2\x97\x8a es \xe2\x97\x8f cs \xe2\x97\x8a" },
    { "... and warns of what the server speaks",
      OPEN "Tab Enter ! Tab Tab Tab !", NULL, "text-to-speech: en cs" },
    { "... or of what is missing, which is worse",
      "@flows @flows-prompts g i ! Enter ! Tab Enter ! Tab Tab Tab !", NULL,
      "missing: cs" },
    { "... but not of another setting", OPEN "Tab Enter !", NULL,
      "!text-to-speech" },
    { "an exit that may be left open says what is taken in its place",
      "@flows =132x43 g i ! Enter ! n c !", NULL, "error        as else" },
    { "... and is no problem then", OPEN "n c '!' '!' '!' '!' '!'", NULL,
      "!exit error is not connected" },
    { "a prompt is chosen from the library",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p ! Enter ! Ctrl-s Ctrl-s",
      "\\\"prompt\\\":\\\"welcome\\\"", NULL },
    { "... and not lost by leaving the form without a question",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p ! Enter ! Esc", NULL,
      "What you have typed here is in no node yet." },
    { "... where its translations stand for none of their own",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p !", NULL, "!welcome.cs" },
    { "... and heard by phone", OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p ! Space",
      "POST /api/prompts/1/listen", NULL },
    { "... while the list stays, for the next one",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p ! Space !", NULL,
      "Prompts of the library" },
    { "... and recorded",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-p ! Enter ! Ctrl-r",
      "POST /api/prompts/1/record", NULL },
    { "one that the library does not have is not recorded",
      OPEN "Tab Tab Enter ! Tab Tab ! Ctrl-r", "!record",
      "The library has no prompt of this name." },
    { "a field without a prompt has none to choose",
      OPEN "Tab Tab Enter ! Ctrl-p !", NULL,
      "Go to a field with a prompt first." },
    { "leaving the form asks, when something was typed",
      OPEN "Tab Tab Enter 'x' Esc", NULL,
      "What you have typed here is in no node yet." },
    { "the overview shows nodes by number", OPEN "Z", NULL, "[10]" },
    { "a click selects", OPEN "^4x35", NULL, "Node 2 welcome" },
    { "a second click opens", OPEN "^4x35 ^4x35", NULL, "Led to by" },
    { "a box is dragged", OPEN "^4x35>6x41 Ctrl-s", "\\\"x\\\":34,\\\"y\\\":3",
      "Node 2 welcome" },
    { "a type is dragged from the palette to where its node is to be",
      WIDE "^10x3>25x41 Ctrl-s",
      "{\\\"name\\\":\\\"wait\\\",\\\"type\\\":\\\"wait\\\",\\\"x\\\":22,"
      "\\\"y\\\":"
      "23",
      "Node 11 wait" },
    { "... which is one step", WIDE "^10x3>25x41 u u", NULL,
      "There is nothing to undo." },
    { "... over a box it stands below it", WIDE "^10x3>4x50 Ctrl-s",
      "!\\\"type\\\":\\\"wait\\\",\\\"x\\\":32,\\\"y\\\":2", "Node 11 wait" },
    { "... and none that flows of this type do not have", WIDE "t s ^7x3>25x41",
      NULL, "Flows of this type do not have it." },
    { "a click on a type adds it beside the selected node", WIDE "^10x3", NULL,
      "Node 11 wait" },
    { "... unless flows of this type do not have it", WIDE "t s ^7x3", NULL,
      "Flows of this type do not have it." },
    { "... and one below them lists all", WIDE "^20x3", NULL, "Add a node" },
    { "a click in the outline shows the node", WIDE "^25x3", NULL,
      "Node 2 welcome" },
    { "... nor what stands below the types", WIDE "^20x3>25x41 u", NULL,
      "There is nothing to undo." },
    { "... nor anything let go beside the picture", WIDE "^10x3>25x4 u", NULL,
      "There is nothing to undo." },
    { "an arrow is dragged from its port", OPEN "^12x47>7x60 Ctrl-s",
      "\\\"0\\\":\\\"sales\\\"", "Node 3 main_menu" },
    { "and to nowhere, when it is let go there", OPEN "^4x21>18x6 Ctrl-s", NULL,
      "1 exit then is not connected." },
    { "the wheel moves what is looked at", OPEN "%8x40+3", NULL,
      "view 0,3 of" },
    { "dragging the plane does, too", OPEN "^8x10>5x4", NULL, "view 6,3 of" },
    { "a node that was not seen is shown, and where that is",
      OPEN "Tab Tab Tab Tab Tab Tab", NULL, "!view 0,0 of" },
};

static void share_is(const char *below)
{
    const char *top = getenv("top_srcdir");
    char path[1024];

    snprintf(path, sizeof(path), "%s/%s", top ? top : ".", below);
    setenv("CCLITE_SHARE_DIR", path, 1);
}

static void does_as_it_says(void **state)
{
    share_is("share");
    claim_check(*state, "office");
}

static void what_is_not_installed_is_not_offered(void **state)
{
    static const struct claim claim = {
        "without templates a flow begins with the least",
        "@flows g i a 'extra' Tab Down Enter",
        "\\\"type\\\": \\\"hang_up\\\"",
        "extra is added.",
    };

    (void)state;
    share_is("share/nowhere");
    claim_check(&claim, "office");
}

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* In ~/.config/cclite/flows: one more, one that cannot be read as a flow, and
   one that stands for that of the program. */
static void ones_own_templates_are_offered(void **state)
{
    static const struct claim claims_of_own[] = {
        { "one's own template is offered by its name, behind the others",
          "@flows g i a !", NULL, "own-night" },
        { "... and taken",
          "@flows g i a 'extra' Tab Down Down Down Down Down Down Down Enter",
          "\\\"name\\\":\\\"mine\\\"", "extra is added." },
        { "... in place of one of the same name",
          "@flows g i a 'extra' Tab Down Down Down Down Down Down Enter",
          "\\\"name\\\":\\\"ours\\\"", "extra is added." },
        { "... in whose words it is not told", "@flows g i a !", NULL,
          "!main: a language, sales or support" },
        { "one that is no flow is told at its field",
          "@flows g i a 'extra' Tab Down Down Down Down Down Enter", "!POST",
          "The template cannot be read: " },
    };
    static const char *const files[] = { "main", "own-night", "bad" };
    static const char *const texts[] = {
        "{\"nodes\": [{\"name\": \"ours\", \"type\": \"hang_up\"}]}",
        "{\"nodes\": [{\"name\": \"mine\", \"type\": \"hang_up\"}]}",
        "no flow",
    };
    char home[] = "/tmp/flow-templates-XXXXXX", path[256];

    (void)state;
    share_is("share");
    assert_non_null(mkdtemp(home));
    assert_int_equal(setenv("XDG_CONFIG_HOME", home, 1), 0);
    snprintf(path, sizeof(path), "%s/cclite", home);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof(path), "%s/cclite/flows", home);
    assert_int_equal(mkdir(path, 0700), 0);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        snprintf(path, sizeof(path), "%s/cclite/flows/%s.json", home, files[i]);
        write_file(path, texts[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(claims_of_own); i++)
        claim_check(&claims_of_own[i], "office");
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        snprintf(path, sizeof(path), "%s/cclite/flows/%s.json", home, files[i]);
        assert_int_equal(remove(path), 0);
    }
    snprintf(path, sizeof(path), "%s/cclite/flows", home);
    assert_int_equal(rmdir(path), 0);
    snprintf(path, sizeof(path), "%s/cclite", home);
    assert_int_equal(rmdir(path), 0);
    assert_int_equal(rmdir(home), 0);
    assert_int_equal(unsetenv("XDG_CONFIG_HOME"), 0);
}

/* Types. */

static void each_letter_adds_one_type(void **state)
{
    (void)state;
    for (int i = 0; i < node_type_count; i++) {
        char letter = flow_kind_letter((enum node_type)i);

        assert_true(letter != 'y' && letter != 'n');
        if (letter)
            assert_int_equal(flow_kind_of_letter((uint32_t)letter), i);
        assert_string_not_equal(flow_kind_name((enum node_type)i),
                                node_rule((enum node_type)i)->record->name);
    }
}

/* Drafts. */

static struct flow_draft *draft_of(const char *text)
{
    struct json_t *value;
    struct flow_draft *draft = NULL;

    assert_int_equal(
        value_parse(text, strlen(text), VALUE_MAX_LENGTH, &value, NULL), 0);
    assert_int_equal(flow_draft_new(NULL, value, &draft), 0);
    value_free(value);
    return draft;
}

static char *text_of(const struct flow_draft *draft)
{
    struct json_t *value = flow_draft_text(draft);
    char *text = value_print(value, VALUE_COMPACT);

    assert_non_null(text);
    value_free(value);
    return text;
}

static const char three[] =
    "{\"name\":\"m\",\"nodes\":["
    "{\"name\":\"a\",\"type\":\"start\",\"next\":\"b\",\"x\":0,\"y\":0},"
    "{\"name\":\"b\",\"type\":\"play\",\"next\":\"c\",\"x\":30,\"y\":0},"
    "{\"name\":\"c\",\"type\":\"hang_up\",\"x\":60,\"y\":0}]}";

static void one_change(struct flow_draft *draft, int n)
{
    size_t count = flow_draft_count(draft);
    size_t index = (size_t)n % count;
    struct flow_exit exits[FLOW_EXITS];

    switch (n % 4) {
    case 0:
        assert_int_equal(flow_draft_move(draft, index, n, n, false), 0);
        break;
    case 1:
        assert_true(flow_draft_add(draft, flow_kind_new(NODE_PLAY, "extra")) >=
                    0);
        break;
    case 2:
        if (flow_kind_exits(flow_draft_node(draft, index), exits) > 0)
            assert_int_equal(
                flow_draft_replace(draft, index,
                                   flow_kind_lead(flow_draft_node(draft, index),
                                                  &exits[0], "c")),
                0);
        break;
    default:
        assert_int_equal(flow_draft_remove(draft, count - 1), 0);
        break;
    }
}

enum { CHANGES = 1000 };

/* Back through all that was done and on again: each state is what it was. */
static void every_change_can_be_taken_back(void **state)
{
    struct flow_draft *draft = draft_of(three);
    static char *texts[CHANGES + 1];
    size_t steps;

    (void)state;
    texts[0] = text_of(draft);
    for (int n = 0; n < CHANGES; n++) {
        one_change(draft, n);
        free(texts[flow_draft_steps(draft)]);
        texts[flow_draft_steps(draft)] = text_of(draft);
    }
    steps = flow_draft_steps(draft);
    assert_true(steps > CHANGES / 2);
    assert_true(flow_draft_is_dirty(draft));
    for (size_t i = steps; i-- > 0;) {
        assert_true(flow_draft_undo(draft));
        char *text = text_of(draft);
        assert_string_equal(text, texts[i]);
        free(text);
    }
    assert_false(flow_draft_undo(draft));
    assert_false(flow_draft_is_dirty(draft));
    for (size_t i = 1; i <= steps; i++) {
        assert_true(flow_draft_redo(draft));
        char *text = text_of(draft);
        assert_string_equal(text, texts[i]);
        free(text);
    }
    assert_false(flow_draft_redo(draft));
    for (size_t i = 0; i <= CHANGES; i++) {
        free(texts[i]);
        texts[i] = NULL;
    }
    flow_draft_free(draft);
}

static void numbers_stay_when_others_go(void **state)
{
    struct flow_draft *draft = draft_of(three);

    (void)state;
    assert_int_equal(flow_draft_remove(draft, 0), 0);
    assert_int_equal(flow_draft_number(draft, 0), 2);
    assert_int_equal(flow_draft_add(draft, flow_kind_new(NODE_PLAY, "d")), 2);
    assert_int_equal(flow_draft_number(draft, 2), 4);
    assert_int_equal(flow_draft_find(draft, 1), -ENOENT);
    flow_draft_free(draft);
}

static int is_the_same(void *arg, const char *key, const struct json_t *value)
{
    char *was = value_print(value, VALUE_COMPACT);
    char *is = value_print(value_get(arg, key), VALUE_COMPACT);

    assert_string_equal(is, was);
    free(was);
    free(is);
    return 0;
}

/* Also what this program does not know yet: it is the text of another. */
static void all_that_a_text_has_survives(void **state)
{
    static const char all[] =
        "{\"name\":\"m\",\"type\":\"survey\",\"max_steps\":40,"
        "\"max_ms\":10500,\"later\":{\"a\":[1,null]},"
        "\"tests\":[{\"name\":\"t\",\"later\":1,\"expect\":[\"a\"]}],"
        "\"nodes\":[{\"name\":\"a\",\"type\":\"hang_up\",\"x\":1,\"y\":1,"
        "\"later\":\"b\"}]}";
    struct flow_draft *draft = draft_of(all);
    struct json_t *was, *is;

    (void)state;
    assert_true(flow_draft_add(draft, flow_kind_new(NODE_PLAY, "p")) >= 0);
    assert_int_equal(flow_draft_move(draft, 0, 2, 2, false), 0);
    assert_int_equal(flow_draft_move(draft, 0, 1, 1, false), 0);
    assert_int_equal(flow_draft_remove(draft, 1), 0);
    assert_int_equal(
        value_parse(all, sizeof(all) - 1, VALUE_MAX_LENGTH, &was, NULL), 0);
    is = flow_draft_text(draft);
    assert_int_equal(value_count(is), value_count(was));
    assert_int_equal(value_each(was, is_the_same, is), 0);
    value_free(was);
    value_free(is);
    flow_draft_free(draft);
}

/* The type and the tests are steps as all else, and are written. */
static void a_type_and_a_test_are_steps(void **state)
{
    struct flow_draft *draft = draft_of(three);
    struct name name;

    (void)state;
    assert_int_equal(flow_draft_type(draft), FLOW_TYPE_INBOUND);
    assert_int_equal(flow_draft_set_type(draft, FLOW_TYPE_PART), 0);
    assert_int_equal(flow_draft_add_test(draft, value_object(), &name), 0);
    assert_string_equal(name.text, "run-1");
    assert_int_equal(flow_draft_add_test(draft, value_object(), &name), 0);
    assert_string_equal(name.text, "run-2");
    assert_int_equal(flow_draft_add_test(draft, NULL, &name), -ENOMEM);

    char *text = text_of(draft);
    assert_non_null(strstr(text, "\"part\""));
    assert_non_null(strstr(text, "\"run-2\""));
    free(text);
    for (int i = 0; i < 3; i++)
        assert_true(flow_draft_undo(draft));
    assert_int_equal(flow_draft_type(draft), FLOW_TYPE_INBOUND);
    text = text_of(draft);
    assert_null(strstr(text, "run-1"));
    free(text);
    flow_draft_free(draft);
}

static const char tested[] =
    "{\"nodes\":[{\"name\":\"a\",\"type\":\"start\",\"next\":\"b\"},"
    "{\"name\":\"b\",\"type\":\"hang_up\"},"
    "{\"name\":\"c\",\"type\":\"hang_up\"}],"
    "\"tests\":[{\"name\":\"t\",\"broken\":[\"b\"],"
    "\"lookups\":{\"b\":\"timeout\"},\"expect\":[\"a\",\"b\"]},"
    "{\"name\":\"u\",\"expect\":[\"a\"]}]}";

/* Whoever calls a node otherwise does not have to write its tests anew. */
static void tests_follow_a_node_that_is_called_otherwise(void **state)
{
    struct flow_draft *draft = draft_of(tested);

    (void)state;
    assert_int_equal(
        flow_draft_replace(draft, 1, flow_kind_new(NODE_HANG_UP, "czech")), 0);
    char *text = text_of(draft);
    assert_non_null(strstr(text, "\"broken\":[\"czech\"],"
                                 "\"lookups\":{\"czech\":\"timeout\"},"
                                 "\"expect\":[\"a\",\"czech\"]"));
    free(text);
    assert_true(flow_draft_undo(draft));
    text = text_of(draft);
    assert_null(strstr(text, "czech"));
    free(text);
    flow_draft_free(draft);
}

static void a_deleted_node_is_a_problem_of_the_tests_that_name_it(void **state)
{
    struct flow_draft *draft = draft_of(tested);
    struct flow_problem problems[FLOW_PROBLEMS];
    struct flow_sums sums;

    (void)state;
    size_t before = flow_check(draft, LANGUAGE_EN, problems, &sums);
    assert_int_equal(flow_draft_remove(draft, 1), 0);
    size_t count = flow_check(draft, LANGUAGE_EN, problems, &sums);
    size_t told = 0;

    assert_int_equal(count, before + 2); /* and an exit dangles */
    for (size_t i = 0; i < count; i++)
        told += strcmp(problems[i].text, "Test t: there is no node b.") == 0 &&
                problems[i].number == 0 && problems[i].is_severe;
    assert_int_equal(told, 1);
    flow_draft_free(draft);
}

static void a_test_is_renamed_changed_and_deleted_by_a_step(void **state)
{
    struct flow_draft *draft = draft_of(tested);

    (void)state;
    assert_int_equal(flow_draft_test_named(draft, "u"), 1);
    assert_int_equal(flow_draft_rename_test(draft, 1, "w"), 0);
    assert_int_equal(flow_draft_test_named(draft, "u"), -ENOENT);
    assert_int_equal(flow_draft_test_named(draft, "w"), 1);
    assert_int_equal(flow_draft_put_test(draft, 0, value_object()), 0);
    assert_int_equal(flow_draft_test_named(draft, "t"), -ENOENT);
    assert_int_equal(flow_draft_put_test(draft, 0, NULL), -ENOMEM);
    assert_int_equal(flow_draft_remove_test(draft, 0), 0);
    assert_int_equal(flow_draft_test_count(draft), 1);
    for (int i = 0; i < 3; i++)
        assert_true(flow_draft_undo(draft));
    assert_int_equal(flow_draft_test_count(draft), 2);
    assert_int_equal(flow_draft_test_named(draft, "t"), 0);
    assert_int_equal(flow_draft_test_named(draft, "u"), 1);
    assert_false(flow_draft_is_dirty(draft));
    flow_draft_free(draft);
}

/* What is changed while it is on its way, is still to be saved. */
static void what_is_sent_is_what_counts_as_stored(void **state)
{
    struct flow_draft *draft = draft_of(three);

    (void)state;
    assert_int_equal(flow_draft_move(draft, 0, 5, 5, false), 0);
    flow_draft_send(draft);
    assert_int_equal(flow_draft_move(draft, 0, 6, 6, false), 0);
    flow_draft_clean(draft);
    assert_true(flow_draft_is_dirty(draft));
    assert_true(flow_draft_undo(draft));
    assert_false(flow_draft_is_dirty(draft));
    flow_draft_free(draft);
}

static void a_flow_has_so_many_nodes_at_most(void **state)
{
    struct flow_draft *draft = draft_of(three);
    struct name name;

    (void)state;
    while (flow_draft_count(draft) < FLOW_DRAFT_NODES) {
        flow_draft_fresh_name(draft, NODE_PLAY, &name);
        assert_true(
            flow_draft_add(draft, flow_kind_new(NODE_PLAY, name.text)) >= 0);
    }
    assert_int_equal(flow_draft_add(draft, flow_kind_new(NODE_PLAY, "more")),
                     -ENOSPC);
    flow_draft_free(draft);
}

static const struct broken {
    const char *says;
    const char *text;
} broken[] = {
    { "what has no nodes is no flow", "{\"name\":\"m\"}" },
    { "nodes are a list", "{\"nodes\":{}}" },
    { "a node has a name", "{\"nodes\":[{\"type\":\"start\"}]}" },
    { "a node has a type that is known",
      "{\"nodes\":[{\"name\":\"a\",\"type\":\"telepathy\"}]}" },
    { "a node is an object", "{\"nodes\":[7]}" },
};

static void is_refused(void **state)
{
    const struct broken *row = *state;
    struct json_t *value;
    struct flow_draft *draft = NULL;

    assert_int_equal(value_parse(row->text, strlen(row->text), VALUE_MAX_LENGTH,
                                 &value, NULL),
                     0);
    assert_int_equal(flow_draft_new(NULL, value, &draft), -EBADMSG);
    assert_null(draft);
    value_free(value);
}

int main(void)
{
    struct test_list list = { 0 };

    setenv("TZ", "UTC", 1);
    assert_int_equal(lang_open(NULL), 0);
    TEST_LIST_ADD_ROWS(&list, does_as_it_says, claims);
    TEST_LIST_ADD(&list, what_is_not_installed_is_not_offered);
    TEST_LIST_ADD(&list, ones_own_templates_are_offered);
    TEST_LIST_ADD(&list, each_letter_adds_one_type);
    TEST_LIST_ADD(&list, every_change_can_be_taken_back);
    TEST_LIST_ADD(&list, numbers_stay_when_others_go);
    TEST_LIST_ADD(&list, all_that_a_text_has_survives);
    TEST_LIST_ADD(&list, a_type_and_a_test_are_steps);
    TEST_LIST_ADD(&list, tests_follow_a_node_that_is_called_otherwise);
    TEST_LIST_ADD(&list, a_deleted_node_is_a_problem_of_the_tests_that_name_it);
    TEST_LIST_ADD(&list, a_test_is_renamed_changed_and_deleted_by_a_step);
    TEST_LIST_ADD(&list, what_is_sent_is_what_counts_as_stored);
    TEST_LIST_ADD(&list, a_flow_has_so_many_nodes_at_most);
    TEST_LIST_ADD_ROWS(&list, is_refused, broken);
    int failed = test_list_run(&list);
    lang_close();
    return failed;
}
