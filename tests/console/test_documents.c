/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and forms do what their keys say, and lose nothing. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "console/document_fields.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/field_help.h"
#include "console/flow_kind.h"
#include "console/rule_bits.h"
#include "lang/cells.h"
#include "tests/console/claim.h"
#include "tests/test.h"
#include "tui/prose.h"

/* From the first part of a queue's form to what is no setting of it. */
#define TO_WAYS  " PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn "
#define TO_HOURS TO_WAYS "PgDn "
#define TO_FROM  " Tab Tab Tab Tab Tab Tab "
#define HOURS    "@queue-hours g q ! End e" TO_HOURS "! "
#define WAYS     "@queue-ways g q ! End e" TO_WAYS "! "

static const struct claim claims[] = {
    { "the palette opens the list for what needs a document",
      ": 'user password' Enter", "!PUT", "old.temp" },
    { "and the form for a new one", ": 'queue add' Enter", "!POST",
      "Queues › New queue" },
    { "a new queue is sent with its presets, and the form closes",
      "g q a 's3' Ctrl-s",
      "POST /api/queues {\"name\":\"s3\",\"label\":\"\",\"label_es\":\"\","
      "\"label_cs\":\"\",\"strategy\":\"longest_idle\",\"demand\":\"\",\"ring_"
      "more_ms\":10000,\"weight\":10,"
      "\"sticky_days\":0,\"sticky_any_queue\":false,"
      "\"sticky_wait_ms\":30000,\"max_waiting\":100,\"reopen_waiting\":0,"
      "\"max_wait_ms\":0,\"overflow_to\":\"hang_up\",\"overflow_id\":0,"
      "\"ring_ms\":20000,",
      "s3 is saved." },
    { "a change goes with the version that was read", "g q ! e Tab 'X' Ctrl-s",
      "PUT /api/queues/4 if \"3\" {\"name\":\"billing\",\"label\":\"BillingX\"",
      "billing is saved." },
    { "the button saves as well", "g s m ! e Tab 'X' Tab Tab Tab Enter",
      "PUT /api/teams/1 if \"1\" {\"name\":\"t1-east\",\"label\":\"T1 EastX\"",
      "t1-east is saved." },
    { "the button beside it leaves without asking",
      "g s m ! e Tab 'X' Tab Tab "
      "Tab Right Enter",
      "!PUT", "!T1 EastX" },
    { "without a name nothing is sent", "g q a Ctrl-s", "!POST",
      "Fill this in." },
    { "a name that cannot be one is told below it", "g q a 'Two Words' Ctrl-s",
      "!POST", "Not saved: look at the marked fields." },
    { "a number out of range is told with its range",
      "g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Ctrl-u '0' Ctrl-s",
      "!PUT", "Give a whole number from 1 to 10000." },
    { "a period out of range is told with its range",
      "g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab "
      "Ctrl-u "
      "'1h' Ctrl-s",
      "!PUT", "Give a duration from 1 to 120 seconds" },
    { "a period may be typed as minutes and seconds",
      "g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab "
      "Ctrl-u "
      "'1:30' Ctrl-s",
      "\"ring_ms\":90000", NULL },
    { "of two overflows the one holds that is chosen",
      "g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Right "
      "Tab Right Ctrl-s",
      "\"overflow_to\":\"queue\",\"overflow_id\":1,", NULL },
    { "an overflow that hangs up leads nowhere",
      "g q ! End Up e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab "
      "Tab Tab Left Ctrl-s",
      "\"overflow_to\":\"hang_up\",\"overflow_id\":0,", NULL },
    { "words and flags are chosen",
      "g q 3 ! e Tab Tab Left Tab Tab Space Ctrl-s",
      "\"transport\":\"udp\",\"max_channels\":60,\"outbound\":true,", NULL },
    { "a refusal stands at its field, and nothing typed is lost",
      "@office-refusals g q a 'billing' Ctrl-s", NULL,
      "Choose another name: this one is taken." },
    { "a refusal about another field stands there",
      "@office-refusals g s u ! Down Down e Ctrl-s", NULL,
      "Make another user an administrator first" },
    { "a conflict shows both, and sends nothing yet",
      "@office-conflict g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab "
      "'5' Ctrl-s",
      "!if \"4\"", "Somebody saved this while you were editing." },
    { "merging takes their fields and keeps mine",
      "@office-conflict g q ! e Tab 'X' Ctrl-s @office-settled Enter",
      "PUT /api/queues/4 if \"4\" {\"name\":\"billing\",\"label\":\"BillingX\","
      "\"label_es\":\"Facturación\",\"label_cs\":\"Fakturace\","
      "\"strategy\":\"longest_idle\",\"demand\":\"\",\"ring_more_ms\":10000,"
      "\"weight\":10,"
      "\"sticky_days\":0,\"sticky_any_queue\":false,"
      "\"sticky_wait_ms\":30000,\"max_waiting\":60,\"reopen_waiting\":0,"
      "\"max_wait_ms\":600000,\"overflow_to\":\"hang_up\",\"overflow_id\":0,"
      "\"ring_ms\":18000,",
      "billing is saved." },
    { "keeping all as it is here overwrites theirs",
      "@office-conflict g q ! e Tab 'X' Ctrl-s @office-settled Down Enter",
      "PUT /api/queues/4 if \"4\" {\"name\":\"billing\",\"label\":\"BillingX\","
      "\"label_es\":\"Facturación\",\"label_cs\":\"Fakturace\","
      "\"strategy\":\"longest_idle\",\"demand\":\"\",\"ring_more_ms\":10000,"
      "\"weight\":10,"
      "\"sticky_days\":0,\"sticky_any_queue\":false,"
      "\"sticky_wait_ms\":30000,\"max_waiting\":40,\"reopen_waiting\":0,",
      "billing is saved." },
    { "keeping theirs sends nothing, and shows theirs",
      "@office-conflict g q ! e Tab 'X' Ctrl-s Down Down Enter", "!if \"4\"",
      "Max waiting        ‹ 60" },
    { "a long form goes on by parts", "g q ! e PgDn PgDn !", NULL,
      "the after-call work" },
    { "and back", "g q ! e PgDn PgDn PgUp PgUp !", NULL,
      "a short name, for commands" },
    { "behind the last of them come its ways out", "g q ! e" TO_WAYS "!", NULL,
      "Ways out, in the order they are tried" },
    { "... then the hours that count for the queue", "g q ! e" TO_HOURS "!",
      NULL, "Calendars that count" },
    { "... then who serves it", "g q ! e" TO_HOURS "PgDn !", NULL,
      "billing › Agents" },
    { "... then its history", "g q ! e" TO_HOURS "PgDn PgDn !",
      "GET /api/queues/4/versions", "billing › History" },
    { "... and then the first again", "g q ! e" TO_HOURS "PgDn PgDn PgDn !",
      NULL, "a short name, for commands" },
    { "from the first one comes to the history", "g q ! e PgUp !",
      "GET /api/queues/4/versions", "billing › History" },
    { "... and from there to who serves it", "g q ! e PgUp PgUp !", NULL,
      "billing › Agents" },
    { "... to its ways out", "g q ! e PgUp PgUp PgUp PgUp !", NULL,
      "billing › Ways out" },
    { "... and to the last setting's part",
      "g q ! e PgUp PgUp PgUp PgUp PgUp !", NULL, "▌ Open in" },
    { "a queue that is added has none of these", "g q ! a PgUp !",
      "!GET /api/queues", "a short name, for commands" },
    { "what is typed stays meanwhile, and is saved from a tab",
      "g q ! e Tab 'X' PgUp PgUp PgUp ! Ctrl-s",
      "PUT /api/queues/4 if \"3\" {\"name\":\"billing\",\"label\":\"BillingX\"",
      "billing is saved." },
    { "... nor is it lost when somebody goes elsewhere from there",
      "g q ! e Tab 'X' PgUp PgUp PgUp ! g a !", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... nor from a form that is opened over it",
      "@queue-hours g q ! End e Tab 'X'" TO_HOURS "! e !" TO_FROM "g a !", NULL,
      "Save what you have typed, or leave it by Esc." },
    { "... and what was not typed into is left so",
      "g q ! e Tab PgUp PgUp PgUp ! g a !", NULL, "!Save what you have typed" },
    { "the list tells the first two ways out, and how many more there are",
      "@queue-ways g q ! End !", NULL,
      "Ways out   queue closed: +442079460000; waited too long: support-1; "
      "+5" },
    { "... of a queue with one that one alone", "@queue-ways g q ! Home !",
      NULL, "Ways out   queue full: hang up" },
    { "ways out are told with cause, threshold and destination", WAYS "!", NULL,
      "3:00  who waits   queue support-1" },
    { "... the first that is tried is the first", WAYS "!", NULL, "▌ night" },
    { "... without those of other queues", WAYS "!", NULL, "!elsewhere" },
    { "... and where those go whom none of them leads on", WAYS "!", NULL,
      "of these: hang up" },
    { "... also before that is saved",
      "@queue-ways g q ! End e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab "
      "Tab Tab Right Tab Right PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn !",
      "!PUT", "of these: queue support-1" },
    { "Enter opens one", WAYS "Down Enter !", NULL, "Ways out › tier-1" },
    { "a adds one, of this queue", WAYS "a 'x' Tab Tab Tab Ctrl-s",
      "POST /api/queue-rules {\"name\":\"x\",\"queue_id\":2,", NULL },
    { "K has it tried before the one above", WAYS "Down ! K",
      "POST /api/queue-rules/2/move {\"before_way_id\":3}", NULL },
    { "J behind the one below", WAYS "Down ! J",
      "POST /api/queue-rules/2/move {\"before_way_id\":1}", NULL },
    { "... which may be the last", WAYS "End Up ! J",
      "POST /api/queue-rules/7/move {\"before_way_id\":0}", NULL },
    { "the first one comes no sooner", WAYS "K", "!POST",
      "It is tried first already." },
    { "nor the last one later", WAYS "End ! J", "!POST",
      "It is tried last already." },
    { "without any there is nothing to choose", "g q ! e" TO_WAYS "! J",
      "!POST", "There is nothing to choose." },
    { "what cannot be saved from the ways out is told at its field",
      "g q ! e Ctrl-u PgUp PgUp PgUp PgUp ! Ctrl-s !", "!PUT",
      "Fill this in." },
    { "the calendar of callbacks is told, with its days", HOURS "!", NULL,
      "callbacks; rules: by-day, second" },
    { "... in its zone, from today on", HOURS "!", NULL,
      "Mon 23 Nov    09:00–14:00, 16:00–19:00" },
    { "... a day without hours is closed", HOURS "!", NULL,
      "Sun 22 Nov    closed all day" },
    { "... with the next holidays", HOURS "!", NULL,
      "Holidays      Fri 25 Dec  Fri 1 Jan  Wed 6 Jan" },
    { "so is one that only a rule asks, which leads here by a callback",
      HOURS "Down !", NULL, "rules: at-night" },
    { "... whose hours go on beyond midnight", HOURS "Down !", NULL,
      "Mon 23 Nov    22:00–06:00" },
    { "... or until then", HOURS "Down !", NULL, "Fri 27 Nov    20:00–24:00" },
    { "... by its own zone", HOURS "Down !", NULL, "Europe/Prague" },
    { "not one of rules that are off, lead elsewhere or ask who waits",
      HOURS "!", NULL, "!always" },
    { "a queue without any says so", "g q ! e" TO_HOURS "!", NULL,
      "No calendar closes it, callers are called back at any hour" },
    { "c goes to the setting of its opening hours", HOURS "c !", NULL,
      "▌ Open in" },
    { "... and what is chosen there is told, though not saved yet",
      HOURS "c Right PgDn PgDn !", "!PUT",
      "madrid           queue, callbacks; rules: " },
    { "Enter edits the calendar", HOURS "Down Enter !", NULL,
      "mon-thu 22:00-06:00, fri 20:00-24:00" },
    { "... and comes back to the hours", HOURS "Down Enter ! Esc !", NULL,
      "Calendars that count" },
    { "... of more than there is room for, how many more there are",
      "@queue-hours-many " HOURS "!", NULL, "Calendars that count, 4 more" },
    { "... and the list goes on to the selected one",
      "@queue-hours-many " HOURS
      "Down Down Down Down Down Down Down Down Down !",
      NULL, "▌ office-7" },
    { "... and back to the first",
      "@queue-hours-many " HOURS
      "Down Down Down Down Down Down Down Down Down ! Up Up Up Up Up Up Up Up "
      "Up !",
      NULL, "▌ madrid" },
    { "what cannot be saved from the hours is told at its field, in the form",
      "g q ! e Ctrl-u PgUp PgUp PgUp ! Ctrl-s !", "!PUT", "Fill this in." },
    { "... from who serves it, too", "g q ! e Ctrl-u PgUp PgUp ! Ctrl-s !",
      "!PUT", "Fill this in." },
    { "... and from the history", "g q ! e Ctrl-u PgUp ! Ctrl-s !", "!PUT",
      "Fill this in." },
    { "members are told with delay, end and the team they serve it by",
      "@office-line @queue-members g q ! e PgUp PgUp !", NULL,
      "7      0:20  Sun 29 Nov  t1-east" },
    { "... those who serve it soonest first",
      "@office-line @office-duties g q ! e PgUp PgUp ! -",
      "POST /api/queues/4/assign {\"agent_id\":3,\"priority\":2,", NULL },
    { "... and below them the teams", "@office-line g q ! End Up e PgUp PgUp !",
      "GET /api/team-duties", "t1-east: priority 4, after 0:30" },
    { "... without those of other queues", "@office-line g q ! e PgUp PgUp !",
      "GET /api/team-duties", "!Teams that serve it" },
    { "A goes on to who serves what", "g q ! e PgUp PgUp ! A !", NULL,
      "Who serves what" },
    { "... and what teams serve is asked for again after that",
      "@office-line g q ! End Up e PgUp PgUp ! A ! Esc !",
      "GET /api/team-duties\nGET /api/team-duties\nGET /api/team-duties",
      "t1-east: priority 4, after 0:30" },
    { "Esc goes back from a conflict with all that was typed",
      "@office-conflict g q ! e Tab 'X' Ctrl-s Esc", "!if \"4\"", "BillingX" },
    { "what was merged and is refused is still unsaved",
      "@office-conflict g q ! e Tab 'X' Ctrl-s Enter Esc Esc Esc", NULL,
      "stored nowhere yet" },
    { "leaving asks when something was typed", "g q ! e Tab 'X' Esc", "!PUT",
      "stored nowhere yet" },
    { "No stays in the form", "g q ! e Tab 'X' Esc +1 Enter", "!PUT",
      "BillingX" },
    { "Yes leaves it", "g q ! e Tab 'X' Esc +1 y", "!PUT", "!BillingX" },
    { "leaving an untouched form asks nothing", "g q ! e Esc", "!PUT",
      "version 3" },
    { "another screen waits for what was typed",
      "g q ! e Tab 'X' Tab Tab Tab Tab Tab Tab "
      "Tab Tab Tab Tab Tab Tab Tab g a",
      "!PUT", "Save what you have typed" },
    { "a copy is a new one, under the next free name", "g q ! c Ctrl-s",
      "POST /api/queues {\"name\":\"billing-2\",\"label\":\"Billing\","
      "\"label_es\":\"Facturación\",\"label_cs\":\"Fakturace\","
      "\"strategy\":\"longest_idle\",\"demand\":\"\",\"ring_more_ms\":10000,"
      "\"weight\":10,"
      "\"sticky_days\":0,\"sticky_any_queue\":false,"
      "\"sticky_wait_ms\":30000,\"max_waiting\":40,\"reopen_waiting\":0,",
      "billing-2 is saved." },
    { "a copy of a second is a third, and the name can be another",
      "g q ! End c '-x' Ctrl-s", "POST /api/queues {\"name\":\"support-3-x\",",
      NULL },
    { "what only one can have stays out of a copy",
      "g s u ! Down Down c Ctrl-s", "\"uid\":-1,", NULL },
    { "... and must be given, where it is needed", "g q 3 ! c Ctrl-s", "!POST",
      "Fill this in." },
    { "leaving a copy in which nothing was typed asks nothing", "g q ! c Esc",
      "!POST", "version 3" },
    { "copying needs the right, too", "@office-supervisor g s t ! c", "!POST",
      "This needs the right trunk.set." },
    { "a form tells what saving changes, and whom it concerns",
      "g q ! e Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab '5'", NULL,
      "Max waiting 40 → 405" },
    { "... how many serve the queue and wait in it", "g q ! End Up e Tab 'X'",
      NULL, "Agents: 14, of them signed in: 14. Callers who wait: 11." },
    { "... which calls go over a trunk", "g q 3 ! Down e Tab '1'", NULL,
      "Calls over it now: 38." },
    { "... and what the agent does", "g s a ! e Tab 'X'", NULL,
      "Concerns ana, now " },
    { "... that a rule goes into the draft", "@routing g r ! e Tab '5'", NULL,
      "Goes into the draft; leads no call until" },
    { "... how many rules name a caller list", "@routing g r 3 ! e Tab 'X'",
      NULL, "Named by: Routing rules 1." },
    { "... and of what nothing names, that it holds from now on",
      "@routing g r 2 ! e Tab 'X'", NULL, "Holds for what comes after" },
    { "... but nothing of agents, whom that does not concern",
      "@routing g r 2 ! e Tab 'X'", NULL, "!Agents concerned" },
    { "what is as before is no change", "g q ! e Tab 'X' Backspace", NULL,
      "!What saving changes" },
    { "u sets a change back, by the version that it made",
      "g q ! e Tab 'X' Ctrl-s ! u",
      "PUT /api/queues/4 if \"4\" {\"name\":\"billing\",\"label\":\"Billing\",",
      "billing is as it was before." },
    { "... also that of a user who was turned off", "g s u ! o +1 y ! u",
      "PUT /api/users/2 if \"5\" {\"name\":\"ana\",\"label\":\"Ana Nováková\","
      "\"role\":\"agent\",\"language\":\"cs\",\"enabled\":true",
      NULL },
    { "... and once only", "g q ! e Tab 'X' Ctrl-s ! u u", NULL,
      "You have changed nothing in the last 10 minutes." },
    { "... but not what somebody changed since",
      "g q ! e Tab 'X' Ctrl-s ! @office-conflict u", NULL,
      "billing was changed since, and stays so." },
    { "... nor after ten minutes", "g q ! e Tab 'X' Ctrl-s ! +601 u",
      "!if \"4\"", "You have changed nothing in the last 10 minutes." },
    { "... nor offline", "g q ! e Tab 'X' Ctrl-s ! @office-offline u",
      "!if \"4\"", "Offline: nothing can be changed now." },
    { "what was added is deleted, not undone", "g q a 's3' Ctrl-s ! u", "!PUT",
      "s3 was added last: d deletes it." },
    { "what was deleted stays so", "g q ! d +1 'billing' Tab Tab Enter ! u",
      "!PUT", "billing was deleted last: that cannot be undone." },
    { "who changed nothing has nothing to undo", "g q ! u", "!PUT",
      "You have changed nothing" },
    { "a user's agent, phone and rights are told below the list", "g s u !",
      NULL, "ana, READY, consoles: 1" },
    { "... and who is no agent has none", "g s u ! Down Down", NULL,
      "Agent      –" },
    { "... what the role may, and what of one's own", "g s u ! Down", NULL,
      "of what is one's own: password.set" },
    { "the day of a queue is told below the list", "g q ! End Up", NULL,
      "1,288 offered, 1,190 answered, 6.2 % abandoned, SLA 61.7 %" },
    { "... and how many wait, with what was", "g q ! End Up", NULL,
      "11 now, at most 12 in 2 hours" },
    { "the calls of a trunk are told minute by minute", "g q 3 ! Down", NULL,
      "7 in this minute, 24 in the one before" },
    { "l rings one's own phone for a prompt", "g q 6 ! l",
      "POST /api/prompts/1/listen", NULL },
    { "... and s stops it", "g q 6 ! l s",
      "POST /api/listening {\"action\":\"stop\"", NULL },
    { "... and offline says why not", "g q 6 ! @office-offline l",
      "!POST /api/prompts/1/listen", "Offline" },
    { "w shows where a prompt is used", "@prompt-uses g q 6 ! w !",
      "GET /api/prompts/1/uses", "flow: main-menu › greet" },
    { "... and says how many there is no row for",
      "@prompt-uses-many g q 6 ! w ! Up !", NULL, "and 7 more" },
    { "... also where only a draft plays it",
      "@prompt-uses @prompt-uses-drafts g q 6 ! w !", NULL,
      "draft of the flow: main-menu › again" },
    { "... and says so, when it is nowhere", "@prompt-uses g q 6 ! Down w !",
      "GET /api/prompts/2/uses", "Nothing plays this prompt." },
    { "f shows what leads to a queue", "@queue-uses g q ! f !",
      "GET /api/queues/4/uses", "routing rule: vip" },
    { "... also what only the draft of the rules leads there",
      "@queue-uses g q ! f !", NULL, "rule in the draft: soon" },
    { "... and says so, when nothing does", "@queue-uses g q ! Down f !",
      "GET /api/queues/5/uses", "Nothing leads to this queue." },
    { "... and which languages are missing is a column", "@prompt-uses g q 6 !",
      NULL, "en es" },
    { "i gives a prompt the sound of a file, by its version",
      "g q 6 ! i 'test_documents.wav' Enter !",
      "PUT /api/prompts/1/sound if \"2\" RIFF!", "welcome changed" },
    { "... a file that is not there is told at the field",
      "g q 6 ! i 'nowhere.wav' Enter !", "!PUT /api/prompts",
      "there is no such file" },
    { "... and so is an empty one, and nothing is sent",
      "g q 6 ! i 'test_documents.nul' Enter !", "!PUT /api/prompts",
      "The file is empty." },
    { "... offline says why not", "g q 6 ! @office-offline i",
      "!PUT /api/prompts", "Offline" },
    { "K has a rule asked before the one above it, in the draft",
      "@routing g r ! Down Down K",
      "POST /api/routing/draft/3/move {\"before_id\":2}", NULL },
    { "J behind the one below it", "@routing g r ! Down J",
      "POST /api/routing/draft/2/move {\"before_id\":4}", NULL },
    { "... and as the last one", "@routing g r ! Down Down J",
      "POST /api/routing/draft/3/move {\"before_id\":0}", NULL },
    { "... the last one stays", "@routing g r ! End J",
      "!POST /api/routing/draft/4/move", NULL },
    { "... one that the draft removes is nobody's neighbour",
      "@routing @routing-draft g r ! Down J",
      "POST /api/routing/draft/2/move {\"before_id\":5}", NULL },
    { "... and is not moved", "@routing @routing-draft g r ! Down Down K",
      "!POST", NULL },
    { "o turns a rule off, by its version", "@routing g r ! Down o",
      "PUT /api/routing/draft/2 if \"5\"", NULL },
    { "... and in the draft by that of the draft",
      "@routing @routing-draft g r ! Down o",
      "PUT /api/routing/draft/2 if \"d904\"", NULL },
    { "... which u undoes", "@routing g r ! Down o ! u",
      "PUT /api/routing/draft/2 if \"6\"", NULL },
    { "rules that are marked are turned off together, each by its version",
      "@routing g r ! Space Space o",
      "PUT /api/routing/draft/1 if \"2\" {\"name\":\"blocked\","
      "\"position\":10,\"enabled\":false",
      "In the draft: 2 of 2 rules." },
    { "... the second as well", "@routing g r ! Space Space o",
      "PUT /api/routing/draft/2 if \"5\" {\"name\":\"vip\","
      "\"position\":20,\"enabled\":false",
      NULL },
    { "... on where one of them is off", "@routing g r ! Space End Space o",
      "PUT /api/routing/draft/4 if \"1\" {\"name\":\"long-wait\","
      "\"position\":40,\"enabled\":true",
      "In the draft: 2 of 2 rules." },
    { "... and one that is so already is not sent",
      "@routing g r ! Space End Space o", "!PUT /api/routing/draft/1", NULL },
    { "a refusal names its rule, and the rest is done",
      "@routing @routing-one-refused g r ! Space Space Space o",
      "PUT /api/routing/draft/3 if \"1\"",
      "In the draft: 2 of 3 rules. M tells why." },
    { "... in the log of messages",
      "@routing @routing-one-refused g r ! Space Space Space o M !", NULL,
      "vip: " },
    { "... one that the draft removes is told, too",
      "@routing @routing-draft g r ! Down Space Space o M !", NULL,
      "again: It is not in the draft." },
    { "marked rules go up together, and keep their order",
      "@routing g r ! End Space Up Space K",
      "POST /api/routing/draft/3/move {\"before_id\":2}\n"
      "POST /api/routing/draft/4/move {\"before_id\":2}",
      "In the draft: 2 of 2 rules." },
    { "... and down, the first of them first", "@routing g r ! Space Space J",
      "POST /api/routing/draft/1/move {\"before_id\":4}\n"
      "POST /api/routing/draft/2/move {\"before_id\":4}",
      NULL },
    { "... those apart come together above",
      "@routing g r ! Space Down Space K",
      "POST /api/routing/draft/1/move {\"before_id\":2}\n"
      "POST /api/routing/draft/3/move {\"before_id\":2}",
      NULL },
    { "... and below", "@routing g r ! Down Space End Space J",
      "POST /api/routing/draft/2/move {\"before_id\":0}\n"
      "POST /api/routing/draft/4/move {\"before_id\":0}",
      NULL },
    { "... what is first stays", "@routing g r ! Space Space K", "!POST",
      NULL },
    { "... and what is last", "@routing g r ! End Space Up Space J",
      "!POST /api/routing/draft", NULL },
    { "marks stay, so that one goes on", "@routing g r ! End Space K K",
      "POST /api/routing/draft/4/move {\"before_id\":3}\n"
      "POST /api/routing/draft/4/move {\"before_id\":3}",
      NULL },
    { "marked rules are had as they were",
      "@routing @routing-draft g r ! Space Space b",
      "POST /api/routing/draft/1/discard {}\n"
      "POST /api/routing/draft/2/discard {}",
      "Back to what is published: 2 of 2 rules." },
    { "a rule of the draft is saved by that, too",
      "@routing @routing-draft g r ! Down e Ctrl-s",
      "PUT /api/routing/draft/2 if \"d904\" {\"name\":\"vip\"", NULL },
    { "... and deleted in the draft alone",
      "@routing @routing-draft g r ! Down d +1 'vip' Tab Tab Enter",
      "DELETE /api/routing/draft/2 if \"d904\"", NULL },
    { "... offline says why not", "@routing g r ! @office-offline o",
      "!PUT /api/routing/draft", "Offline" },
    { "the list tells how much the draft is", "@routing @routing-draft g r !",
      NULL, "Draft: 2 changed, 1 new, 1 removed" },
    { "... and of a rule that was changed outside meanwhile",
      "@routing @routing-draft g r !", NULL, "changed outside" },
    { "Ctrl-S publishes the draft that was seen, once that is meant",
      "@routing @routing-draft g r ! Ctrl-s +1 y",
      "POST /api/routing/publish {\"seq\":906}", "The draft is published" },
    { "... and of what is never reached then the first is told",
      "@routing @routing-draft @routing-unreached g r ! Ctrl-s +1 y", NULL,
      "Published, but everybody takes all calls before vip." },
    { "... with No first", "@routing @routing-draft g r ! Ctrl-s +1 Enter",
      "!POST /api/routing/publish", NULL },
    { "... and nothing where there is no draft", "@routing g r ! Ctrl-s",
      "!POST", "There is no draft" },
    { "... nor offline", "@routing @routing-draft g r ! @office-offline Ctrl-s",
      "!POST", "Offline" },
    { "b has a rule as it was", "@routing @routing-draft g r ! Down b",
      "POST /api/routing/draft/2/discard", NULL },
    { "... and one that is so does nothing", "@routing g r ! b", "!POST",
      "Nothing of this rule is in the draft." },
    { "B drops the draft, once that is meant",
      "@routing @routing-draft g r ! B +1 y", "DELETE /api/routing/draft",
      "The draft is dropped" },
    { "... with No first", "@routing @routing-draft g r ! B +1 Enter",
      "!DELETE", NULL },
    { "D tells what publishing changes, setting by setting",
      "@routing @routing-draft g r ! D !", "GET /api/routing/diff",
      "Condition: caller in vip and hour >= 8" },
    { "... and publishes it", "@routing @routing-draft g r ! D ! Ctrl-s +1 y",
      "POST /api/routing/publish {\"seq\":906}", "The draft is published" },
    { "R tells which calls of a day would have gone elsewhere, and where",
      "@routing @routing-draft g r ! R !", "GET /api/routing/replay",
      "Elsewhere: 94 of 3812 calls" },
    { "... a place by the word that people know it by",
      "@routing @routing-draft g r ! R !", NULL, "spanish: busy tone" },
    { "... with the service level that they had",
      "@routing @routing-draft g r ! R !", NULL,
      "SLA these calls had: 41.2 % (70 waited)" },
    { "... and that of where they would wait, which had them not",
      "@routing @routing-draft g r ! R !", NULL,
      "SLA there in that time: 88.0 % (310 waited)" },
    { "... and nothing where there is nothing to tell",
      "@routing @routing-draft g r ! R !", NULL, "!(0 waited)" },
    { "... that no call would go elsewhere, compared with the rules",
      "@routing @routing-draft @routing-replay-same g r ! R !", NULL,
      "The draft leads the calls of the last day where the rules do." },
    { "... that there was no call",
      "@routing @routing-draft @routing-replay-none g r ! R !", NULL,
      "No call came in the last day." },
    { "... or that there is no draft to go by",
      "@routing @routing-replay-same g r ! R !", NULL,
      "There is no draft: the rules are live as they stand." },
    { "... and publishes the draft that was seen",
      "@routing @routing-draft g r ! R ! Ctrl-s +1 y",
      "POST /api/routing/publish {\"seq\":906}", "The draft is published" },
    { "f tells what became of the calls that rules led",
      "@routing @routing-figures g r ! f !",
      "GET /api/routing/analytics?from=2026-11-21T14:32:07", "83.3 %" },
    { "... those of no rule, too", "@routing @routing-figures g r ! f !", NULL,
      "no rule" },
    { "... and of one that is gone, by its number",
      "@routing @routing-figures g r ! f !", NULL, "#9" },
    { "... and of one for who waits, which leads nowhere",
      "@routing @routing-figures g r ! f !", NULL, "for who waits" },
    { "... and to which outside number it was",
      "@routing @routing-figures g r ! f !", NULL, "number +349" },
    { "... p asks for a week", "@routing @routing-figures g r ! f ! p !",
      "GET /api/routing/analytics?from=2026-11-15T14:32:07", "88.2 %" },
    { "... in place of the day", "@routing @routing-figures g r ! f ! p !",
      NULL, "!83.3 %" },
    { "... then for 30 days, in which there may be none",
      "@routing @routing-figures g r ! f ! p ! p !",
      "GET /api/routing/analytics?from=2026-10-23T14:32:07",
      "No call came in that time." },
    { "... and then for a day again",
      "@routing @routing-figures g r ! f ! p ! p ! p !", NULL, "83.3 %" },
    { "... figures that do not come are not those of before",
      "@routing @routing-figures g r ! f ! @office-offline p !", NULL,
      "They could not be fetched." },
    { "v tells of the versions, and what going back would change",
      "@routing @routing-draft g r ! v ! Down !",
      "GET /api/routing/versions/11/diff", "Condition: not open(madrid)" },
    { "... the same as now says so", "@routing @routing-draft g r ! v ! !",
      NULL, "The rules are what they were then." },
    { "g makes a draft of one, in place of the one that was seen",
      "@routing @routing-draft g r ! v ! Down ! g +1 y",
      "POST /api/routing/versions/11/restore {\"seq\":906}",
      "The draft has the rules of version 11" },
    { "... with No first",
      "@routing @routing-draft g r ! v ! Down ! g +1 Enter", "!POST", NULL },
    { "... and nothing offline",
      "@routing @routing-draft g r ! v ! Down ! @office-offline g",
      "!POST /api/routing/versions", "Offline" },
    { "v tells who changed what of a queue, and what going back would change",
      "@queue-versions g q ! End v ! ! Down ! Down !",
      "GET /api/queues/2/versions/1", "+ Max waiting: 20" },
    { "... each version once, with the settings that it changed",
      "@queue-versions g q ! End v ! !", "GET /api/queues/2/versions/3",
      "oto                  Max waiting, Overflow" },
    { "... the same as now says so", "@queue-versions g q ! End v ! !", NULL,
      "The queue is what it was then." },
    { "... and is not gone back to", "@queue-versions g q ! End v ! ! g +1 y",
      "!PUT", "The queue is what it was then." },
    { "g makes the queue what it was, if it is still what was compared",
      "@queue-versions g q ! End v ! ! Down ! g +1 y",
      "PUT /api/queues/2 if \"3\"", "support-2 is as it was in version 2" },
    { "... with all that it was",
      "@queue-versions g q ! End v ! ! Down ! g +1 y", "\"ring_ms\":15000",
      NULL },
    { "... which u undoes", "@queue-versions g q ! End v ! ! Down ! g +1 y ! u",
      "PUT /api/queues/2 if \"4\" ", NULL },
    { "... with No first", "@queue-versions g q ! End v ! ! Down ! g +1 Enter",
      "!PUT", NULL },
    { "... and who was quicker is not overwritten",
      "@queue-versions @queue-versions-stale g q ! End v ! ! Down ! g +1 y",
      NULL, "It was changed meanwhile" },
    { "... nor is what could not be read sent",
      "@queue-versions @queue-versions-stale g q ! End v ! ! Down ! Down ! g "
      "+1 y",
      "!PUT", NULL },
    { "... and nothing offline",
      "@queue-versions g q ! End v ! ! Down ! @office-offline g", "!PUT",
      "Offline" },
    { "h tells who changed what of a prompt, and what going back would change",
      "@prompt-versions g q 6 ! h ! ! Down !", "GET /api/prompts/1/versions/1",
      "Welcome." },
    { "... by whom", "@prompt-versions g q 6 ! h ! !",
      "GET /api/prompts/1/versions/2", "oto" },
    { "... the same as now says so", "@prompt-versions g q 6 ! h ! !", NULL,
      "The prompt is what it was then." },
    { "g makes the prompt what it was, if it is still what was compared",
      "@prompt-versions g q 6 ! h ! ! Down ! g +1 y",
      "PUT /api/prompts/1 if \"2\" {\"name\":\"welcome\","
      "\"language\":\"en\",\"prompt_id\":0,\"text\":\"Welcome.\"",
      "welcome is as it was in version 1" },
    { "l rings one's own phone for what a prompt was in a version",
      "@prompt-versions g q 6 ! h ! ! Down ! l",
      "POST /api/prompts/1/versions/1/listen", NULL },
    { "... and s stops it, too", "@prompt-versions g q 6 ! h ! ! Down ! l s",
      "POST /api/listening {\"action\":\"stop\"", NULL },
    { "... with No first", "@prompt-versions g q 6 ! h ! ! Down ! g +1 Enter",
      "!PUT", NULL },
    { "... and nothing offline",
      "@prompt-versions g q 6 ! h ! ! Down ! @office-offline g", "!PUT",
      "Offline" },
    { "a form has the history, too, and goes on from what came of it",
      "@queue-versions g q ! End e Ctrl-g ! ! Down ! g +1 y Tab 'X' Ctrl-s",
      "PUT /api/queues/2 if \"4\" {\"name\":\"support-2\","
      "\"label\":\"Support Tier 2X\"",
      NULL },
    { "... but what was typed there stays, and is held against it",
      "@queue-versions g q ! End e Tab 'X' Ctrl-g ! ! Down ! g +1 y Ctrl-s",
      "PUT /api/queues/2 if \"3\" {\"name\":\"support-2\","
      "\"label\":\"Support Tier 2X\"",
      NULL },
    { "... and a queue that is new has none", "g q ! a 'new' Ctrl-g",
      "!GET /api/queues", "there is no history yet" },
    { "on its tab brackets move the difference, as page keys turn tabs",
      "@queue-versions g q ! End e PgUp ! ! Down ! Down ! ] !", NULL,
      "!- Max waiting: 40" },
    { "... and back",
      "@queue-versions g q ! End e PgUp ! ! Down ! Down ! ] ! [ !", NULL,
      "- Max waiting: 40" },
    { "T asks about a call at once", "@routing g r ! T",
      "POST /api/routing/test", "leads it" },
    { "... as the draft has the rules, where there is one",
      "@routing @routing-draft g r ! T", "\"of_draft\":true", NULL },
    { "... at a moment",
      "@routing g r ! T Tab Tab Tab '24 Dec 2026' Tab '14:30' Enter",
      "\"at_wall_us\":1798122600000000", NULL },
    { "... or at a time of this day, past or not",
      "@routing g r ! T Tab Tab Tab Tab '08:30' Enter",
      "\"at_wall_us\":1795336200000000", NULL },
    { "... which is no time", "@routing g r ! T Tab Tab Tab Tab '25:00' Enter",
      "!at_wall_us", NULL },
    { "... while it waits, in which queue and for how long",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Right Tab '1:30' Enter",
      "\"queue_id\":1,\"waited_ms\":90000", NULL },
    { "... which is nowhere without a queue",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Tab '90s' Enter", "!waited_ms",
      "Choose the queue that it waits in" },
    { "... and is no time for years",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Right Tab '48h' Enter",
      "!waited_ms", NULL },
    { "... with who talked to the caller last",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Tab Tab Tab Right Enter",
      "\"last_agent_id\":1", NULL },
    { "... and the queue that the caller waited in last",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Right Enter",
      "\"last_queue_id\":1", NULL },
    { "... in a language",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Right "
      "Enter",
      "\"language\":\"es\"", NULL },
    { "... with a lot, from which nothing else follows",
      "@routing g r ! T Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab '4711' "
      "Enter",
      "\"draw\":4711", NULL },
    { "the rule that leads is in sight, however many there are",
      "@routing @routing-many g r ! T !", NULL, "number +34910000001" },
    { "... and the first ones are not", "@routing @routing-many g r ! T !",
      NULL, "!rule-01" },
    { "F6 goes to the rules: the whole of what settled one is told",
      "@routing @routing-many g r ! T ! F6 Up", NULL,
      "queue(support-1).waiting < 29 (silver)" },
    { "... which there is no room for beside the call",
      "@routing @routing-many g r ! T !", NULL, "!waiting < 29 (silver)" },
    { "... Home goes to the first", "@routing @routing-many g r ! T ! F6 Home",
      NULL, "rule-01" },
    { "... End to the entry", "@routing @routing-many g r ! T ! F6 End", NULL,
      "rule-40" },
    { "... pages on", "@routing @routing-many g r ! T ! F6 Home PgDn PgDn",
      NULL, "queue(support-1).waiting < 17 (silver)" },
    { "... n to the one that leads",
      "@routing @routing-many g r ! T ! F6 Home n", NULL,
      "queue(support-1).waiting < 30" },
    { "... and Esc back to the call, whose fields take letters again",
      "@routing @routing-many g r ! T ! F6 Esc '+49n' Enter",
      "\"caller\":\"+49n\"", NULL },
    { "a part that is dropped is not in the text",
      "@routing g r ! Down e Ctrl-g Down d Ctrl-s Ctrl-s",
      "\"condition\":\"queue(support).waiting < 5 or hour >= 18\"", NULL },
    { "Tab completes a fact, and then the name it is about",
      "@routing g r ! Down e Ctrl-g Down a 'que' Tab Tab ' < 3' Enter Ctrl-s "
      "Ctrl-s",
      "!PUT", "Character" },
    { "... and then its field",
      "@routing g r ! Down e Ctrl-g Down a 'que' Tab 'sup' Tab 'wai' Tab "
      "' < 3' Enter Ctrl-s Ctrl-s",
      "queue(support-1).waiting < 3", NULL },
    { "... one after the other where several fit",
      "@routing g r ! Down e Ctrl-g Down a 'call' Tab Tab ' starts \"+3\"' "
      "Enter Ctrl-s Ctrl-s",
      "called starts \\\"+3\\\"", NULL },
    { "... and round to the first",
      "@routing g r ! Down e Ctrl-g Down a 'calle' Tab Tab Tab Tab "
      "' starts \"+3\"' Enter Ctrl-s Ctrl-s",
      "caller starts \\\"+3\\\"", NULL },
    { "... a list behind in",
      "@routing g r ! Down e Ctrl-g Down a 'caller in bl' Tab Enter Ctrl-s "
      "Ctrl-s",
      "caller in blocked", NULL },
    { "... a calendar in brackets",
      "@routing g r ! Down e Ctrl-g Down a 'open(mad' Tab Enter Ctrl-s Ctrl-s",
      "open(madrid)", NULL },
    { "... and nothing where nothing fits",
      "@routing g r ! Down e Ctrl-g Down a 'hour > 1 xyz' Tab Enter", "!PUT",
      "Character" },
    { "a mistake is told with its character",
      "@routing g r ! Down e Ctrl-g Down a 'hour >' Enter", "!PUT",
      "Character 7" },
    { "... and what is given up leaves nothing",
      "@routing g r ! Down e Ctrl-g Down a 'hour >' Esc Ctrl-s Ctrl-s",
      "(queue(support).waiting < 5 or hour >= 18)\"", NULL },
    { "a rule that another one takes all from is told, and by which",
      "@routing @routing-shadowed g r ! Down Down !", NULL,
      "Comes up           no, after everybody" },
    { "... and so it is in the row of any", "@routing @routing-shadowed g r !",
      NULL, "agent      –           never" },
    { "... but not of the one that takes them",
      "@routing @routing-shadowed g r ! Home !", NULL, "may be" },
    { "... nor of one that is off", "@routing @routing-shadowed g r ! Down !",
      NULL, "is off" },
    { "a moment of a rule is typed by the clock on the wall",
      "@routing g r ! Down e" TO_FROM "'2026-12-24 08:00' Ctrl-s",
      "\"valid_from_us\":1798099200000000,\"valid_until_us\":0,", NULL },
    { "... as the row at the bottom says", "@routing g r ! Down e" TO_FROM "!",
      NULL, "as 2026-12-24 08:00, by this console's clock; empty: no limit" },
    { "... and is refused otherwise, with how to write it",
      "@routing g r ! Down e" TO_FROM "'1798099200000000' Ctrl-s !", "!PUT",
      "Write a day and a time until 2099, as 2026-12-24 08:00" },
    { "... or where it is behind all of them",
      "@routing g r ! Down e" TO_FROM "'2150-12-24 08:00' Ctrl-s !", "!PUT",
      "Write a day and a time until 2099, as 2026-12-24 08:00" },
    { "... and is shown as it is typed",
      "@routing @routing-valid g r ! Down e !", NULL,
      "Valid from           ‹ 2026-12-24 08:00 " },
    { "... seconds that are not shown are kept by what is not typed",
      "@routing @routing-valid g r ! Down e" TO_FROM "Tab '2027-01-06' Ctrl-s",
      "\"valid_from_us\":1798099207000000,\"valid_until_us\":"
      "1799193600000000,",
      NULL },
    { "... and nothing is no limit",
      "@routing @routing-valid g r ! Down e" TO_FROM "Ctrl-u Ctrl-s",
      "\"valid_from_us\":0,\"valid_until_us\":0,", NULL },
    { "... what publishing changes has it so, too",
      "@routing @routing-valid g r ! D !", "GET /api/routing/diff",
      "+   Valid from: 2026-12-24 08:00" },
    { "a list gets the numbers of a file",
      "@routing g r 3 ! i 'test_documents.wav' Enter !",
      "POST /api/caller-lists/2/numbers if \"1\" RIFF!", NULL },
    { "... and tells all the rows for which it does not",
      "@routing @routing-rejects g r 3 ! i 'test_documents.wav' Enter !",
      "POST /api/caller-lists/2/numbers", "Rows refused: 104" },
    { "... each with what to do",
      "@routing @routing-rejects g r 3 ! i 'test_documents.wav' Enter !", NULL,
      "7  A spreadsheet has rounded this number." },
    { "a calendar asks for the file that its holidays come from",
      "@routing g r 2 ! i !", "!POST", "Holidays from a file of iCalendar" },
    { "... which is sent whole",
      "@routing g r 2 ! i 'test_documents.wav' Enter !",
      "/holidays if \"1\" RIFF!", NULL },
    { "... and what is wrong in it is told with its line",
      "@routing @calendar-refused g r 2 ! i 'test_documents.wav' Enter !",
      "POST /api/calendars/2/holidays", "Line 7: Give " },
    { "... while rows that are refused have their own lines",
      "@routing @routing-rejects g r 3 ! i 'test_documents.wav' Enter ! Esc !",
      NULL, "!Line 3: " },
    { "n shows the numbers of a list", "@routing @routing-numbers g r 3 ! n !",
      "GET /api/caller-lists/2/numbers", "+34612345678" },
    { "... with how many are here of how many",
      "@routing @routing-numbers g r 3 ! n !", NULL, "3 of 3" },
    { "... a long list page by page",
      "@routing @routing-numbers g r 3 ! Down n !",
      "!cursor=", "500 of 1,204" },
    { "... which goes on behind the first one",
      "@routing @routing-numbers g r 3 ! Down n ! End ! +1 !",
      "GET /api/caller-lists/1/numbers?limit=500&cursor=441614960599",
      "520 of 1,204" },
    { "... a number is added, and the list is asked for anew",
      "@routing @routing-numbers g r 3 ! n ! a '0161 496 0102' Enter !",
      "POST /api/caller-lists/2/add-number {\"number\":\"0161 496 0102\"}\n"
      "GET /api/caller-lists/2/numbers",
      "The number is in the list." },
    { "... what is refused stands in the popup, with what was typed",
      "@routing @routing-numbers @routing-number-refused g r 3 ! n ! a 'many' "
      "Enter !",
      "POST /api/caller-lists/2/add-number", "‹ many" },
    { "... and says why",
      "@routing @routing-numbers @routing-number-refused g r 3 ! n ! a 'many' "
      "Enter !",
      NULL, "Write nothing but a number here." },
    { "... nothing is not sent",
      "@routing @routing-numbers g r 3 ! n ! a Enter", "!POST",
      "Fill this in." },
    { "... the selected one is taken out when it is said again",
      "@routing @routing-numbers g r 3 ! n ! Down d +1 y !",
      "POST /api/caller-lists/2/remove-number "
      "{\"number\":\"+441614960102\"}",
      "The number is out of the list." },
    { "... and is there no more",
      "@routing @routing-numbers g r 3 ! n ! Down d +1 y !", NULL,
      "!+441614960102" },
    { "... one after the other",
      "@routing @routing-numbers g r 3 ! n ! Down d +1 y ! d +1 y !",
      "{\"number\":\"+441614960102\"}\n"
      "POST /api/caller-lists/2/remove-number "
      "{\"number\":\"+442079460018\"}",
      "1 of 3" },
    { "... and not by Enter",
      "@routing @routing-numbers g r 3 ! n ! Down d +1 Enter", "!POST",
      "+441614960102" },
    { "... nor offline",
      "@routing @routing-numbers g r 3 ! n ! @office-offline d +1 y", "!POST",
      "Offline: nothing can be changed now." },
    { "... without one there is nothing to take", "@routing g r 3 ! n ! d !",
      "!POST", "No number is in this list." },
    { "... r asks for them anew", "@routing @routing-numbers g r 3 ! n ! r",
      "GET /api/caller-lists/2/numbers?limit=500\n"
      "GET /api/caller-lists/2/numbers?limit=500",
      NULL },
    { "a prompt keeps its sound when its text is changed",
      "g q 6 ! End e Tab Tab Tab 'X' Ctrl-s",
      "PUT /api/prompts/3 if \"4\" {\"name\":\"welcome.es\","
      "\"language\":\"es\",\"prompt_id\":1,\"text\":\"Le damos la "
      "bienvenida a Northwind.X\",\"sound\":\"9f86",
      NULL },
    { "a queue is closed: who calls hears a prompt until a time",
      "g q ! o Right Tab Tab '18:30' Tab Enter",
      "POST /api/queues/4/close "
      "{\"message_id\":1,\"until\":1795372200000000}",
      "Closed: Billing" },
    { "... and a time that was today is tomorrow's",
      "g q ! o Tab Tab '14:32' Tab Enter",
      "POST /api/queues/4/close {\"until\":1795444320000000}", NULL },
    { "... on a day without a time until it begins",
      "g q ! o Tab '24 Nov 2026' Tab Tab Enter",
      "POST /api/queues/4/close {\"until\":1795478400000000}", NULL },
    { "... and without both until somebody opens it",
      "g q ! o Tab Tab Tab Enter", "POST /api/queues/4/close {}", NULL },
    { "a day that is past is told at its field",
      "g q ! o Tab '21 Nov 2026' Tab Tab Enter", "!POST", "It is past." },
    { "Enter in a field sends nothing", "g q ! o Enter Tab Enter", "!POST",
      "Night switch" },
    { "a closed queue is opened", "g q ! Down Down o Enter",
      "POST /api/queues/3/open {}", "Closing ended: Sales EN" },
    { "all are closed by one key", "g q ! O Left Enter",
      "POST /api/queues/close {}", "Closed: all queues" },
    { "... and opened", "g q ! O Enter", "POST /api/queues/open {}",
      "Closing ended: all queues" },
    { "offline nothing is closed", "@office-supervisor g q ! @office-offline o",
      "!POST", "Offline: nothing can be changed now." },
    { "a refusal stands in the popup",
      "@office-refusals g q ! o Tab Tab Tab "
      "Enter",
      "POST /api/queues/4/close", "Switch it the other way" },
    { "deleting needs the name", "g q ! d +1 Tab Tab Enter", "!DELETE",
      "not ready: the name differs" },
    { "with the name it is deleted as it was seen",
      "g q ! d +1 'billing' Tab Tab Enter", "DELETE /api/queues/4 if \"3\"",
      "billing is deleted." },
    { "what is in use names who uses it",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter", NULL,
      "Used by: queue support-1, flow main" },
    { "... without a word of what can be seen",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter", NULL,
      "!was refused" },
    { "... and what takes its place is asked",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter",
      "!replacement", "What takes its place" },
    { "... by whole names",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter", NULL,
      "Support Tier 1      support-1" },
    { "what takes its place is named, and what moved is told",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter Enter",
      "DELETE /api/queues/2?replacement=1 if",
      "To support-1 went: contacts that wait 3, agents 2" },
    { "... and without one it stays",
      "@office-refusals g q ! End d +1 'support-2' Tab Tab Enter Esc",
      "!replacement", "Used by: queue support-1, flow main" },
    { "nothing takes the place of what is no queue",
      "@office-refusals g s m ! d +1 't1-east' Tab Tab Enter", "!replacement",
      "!What takes its place" },
    { "who uses it is told before", "g q ! End d", "!DELETE",
      "Used by: Queues: support-1" },
    { "a team is used by people and queues",
      "@office-refusals g s m ! d +1 't1-east' Tab Tab Enter", NULL,
      "Used by: queue support-1, user ana" },
    { "a password is sent once both are the same",
      "g s u ! p 'hunter22x' Enter 'hunter22x' Enter",
      "PUT /api/users/2/password {\"password\":\"hunter22x\"}",
      "ana has a new password." },
    { "two different passwords are none",
      "g s u ! p 'hunter22x' Enter 'hunter22y' Enter", "!PUT",
      "The two are not the same." },
    { "a phone has a password, too",
      "g s f ! p 'hunter22x' Enter 'hunter22x' Enter",
      "PUT /api/devices/1/password", NULL },
    { "a box has a PIN", "@boxes g s b ! p '4711' Enter '4711' Enter",
      "/pin {\"pin\":\"4711\"}", "has a new PIN." },
    { "... of four digits at least", "@boxes g s b ! p '471' Enter '471' Enter",
      "!PUT", "Give at least 4 characters." },
    { "turning a user off asks, with No first", "g s u ! o +1 Enter", "!PUT",
      NULL },
    { "and then does it", "g s u ! o +1 y",
      "PUT /api/users/2 if \"4\" {\"name\":\"ana\",\"label\":\"Ana Nováková\","
      "\"role\":\"agent\",\"language\":\"cs\",\"enabled\":false",
      NULL },
    { "turning a user on asks nothing", "g s u ! End o", "\"enabled\":true",
      NULL },
    { "a user's sessions are asked for", "@office-sessions g s u ! s !",
      "GET /api/users/2/sessions", "Sun 22 Nov 07:32" },
    { "ending one asks, with No first",
      "@office-sessions g s u ! s ! d +1 Enter", "!DELETE", NULL },
    { "and then does it, and asks for the list again",
      "@office-sessions g s u ! s ! Down d +1 y",
      "DELETE /api/users/2/sessions/12\nGET /api/users/2/sessions",
      "The session has ended." },
    { "ending one's own says so", "@office-sessions g s u ! s ! Down Down d",
      "!DELETE", "It is the one of this console." },
    { "a session that is gone is told, and the list is what is so",
      "@office-refusals @office-sessions g s u ! s ! d +1 y",
      "DELETE /api/users/2/sessions/11", "There is no such thing" },
    { "where nobody is signed in there is nothing to end", "g s u ! s ! d",
      "!DELETE", "No session is selected." },
    { "a list that could not be fetched says so",
      "@office-refusals g s u ! End s !", NULL, "They could not be fetched." },
    { "offline no session is ended",
      "@office-sessions g s u ! s ! @office-offline d", "!DELETE",
      "Offline: nothing can be changed now." },
    { "a click in the list of users selects whom it points at",
      "g s u ^5x10 o +1 y", "PUT /api/users/3 if", NULL },
    { "a click among who serves a queue does, too", "g q ! m ^4x10 -",
      "POST /api/queues/4/assign {\"agent_id\":1,", NULL },
    { "and one among sessions", "@office-sessions g s u ! s ^4x10 d +1 y",
      "DELETE /api/users/2/sessions/12\n", NULL },
    { "an agent is let serve a queue", "g q ! m Down Up a",
      "POST /api/queues/4/assign {\"agent_id\":1,\"priority\":1,"
      "\"delay_ms\":0,\"until\":0}",
      NULL },
    { "and no longer", "g q ! m d",
      "POST /api/queues/4/unassign {\"agent_id\":1}", NULL },
    { "and sooner or later", "g q ! m Down + -",
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":9,"
      "\"delay_ms\":0,\"until\":0}\n"
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":11,"
      "\"delay_ms\":0,\"until\":0}",
      NULL },
    { "... which leaves when it is served, and until when",
      "@office-duties g q ! m Down + -",
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":9,"
      "\"delay_ms\":30000,\"until\":1795370000000000}\n"
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":11,"
      "\"delay_ms\":30000,\"until\":1795370000000000}",
      "!apart from the team" },
    { "... of one who serves it with the team, and that is said",
      "@office-duties g q ! m + !",
      "POST /api/queues/4/assign {\"agent_id\":1,\"priority\":4,"
      "\"delay_ms\":20000,\"until\":0}",
      "from now on assigned apart from the team." },
    { "... not where it is refused",
      "@office-duties @office-refusals g q ! m + !",
      "POST /api/queues/4/assign", "Name a moment that is still to come." },
    { "u sets an assignment back to where it was", "g q ! m Down + ! u",
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":9,"
      "\"delay_ms\":0,\"until\":0}\n"
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":10,"
      "\"delay_ms\":0,\"until\":0}",
      "is as it was before." },
    { "... with its delay and its end", "@office-duties g q ! m Down + ! u",
      "{\"agent_id\":2,\"priority\":10,"
      "\"delay_ms\":30000,\"until\":1795370000000000}",
      "is as it was before." },
    { "... also one that was taken away", "@office-duties g q ! m Down d ! u",
      "POST /api/queues/4/unassign {\"agent_id\":2}\n"
      "POST /api/queues/4/assign {\"agent_id\":2,\"priority\":10,"
      "\"delay_ms\":30000,\"until\":1795370000000000}",
      "is as it was before." },
    { "... and to the team, where it was the team's",
      "@office-duties g q ! m + ! u",
      "\"priority\":4,\"delay_ms\":20000,\"until\":0}\n"
      "POST /api/queues/4/unassign {\"agent_id\":1}",
      "is as it was before." },
    { "... also to none", "g q ! m Down Up a ! u",
      "POST /api/queues/4/unassign {\"agent_id\":1}", NULL },
    { "who may not is told which right is missing",
      "@office-supervisor g s t ! a", "!POST",
      "This needs the right trunk.set." },
    { "and may what the role may", "@office-supervisor g q a", "!POST",
      "Short name" },
    { "Enter says it, too", "@office-supervisor g s t ! Enter", "!PUT",
      "This needs the right trunk.set." },
    { "offline nothing is changed", "g q @office-offline ! e", "!PUT",
      "Offline: nothing can be changed now." },
    { "the filter finds by name and label", "g q ! / 'tier' Enter", NULL,
      "!sales-en" },
    { "a filter is edited on the row it shows",
      "g q / 'sales' Enter ! e Tab 'X' "
      "Ctrl-s",
      "PUT /api/queues/3", NULL },
};

static int unlink_in(const char *directory, const char *name)
{
    char path[256];

    snprintf(path, sizeof(path), "%s/%s", directory, name);
    return unlink(path);
}

static void keys_do_what_they_say(void **state)
{
    claim_check(*state, "office");
}

/* A setting added to the table needs a label, and words to choose from. */
/* The rows that are marked, or all of them; never over something. */
static void a_replay_speaks_the_language_of_the_console(void **state)
{
    static const struct {
        enum language language;
        const char *place, *draft;
    } cases[] = {
        { LANGUAGE_ES, "spanish: tono de ocupado",
          "Borrador: cambios 2, altas 1, bajas 1" },
        { LANGUAGE_CS, "spanish: obsazovací tón",
          "Koncept: změn 2, nových 1, odstraněných 1" },
    };

    (void)state;
    assert_int_equal(lang_open(NULL), 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stage stage = { .style = { GLYPH_TIER_FULL,
                                          cases[i].language } };

        stage_open(&stage, "office");
        stage_play(&stage, "@routing @routing-draft g r ! R !");
        const char *picture = stage_picture(&stage);

        if (!strstr(picture, cases[i].place) ||
            !strstr(picture, cases[i].draft))
            fail_msg("%s", picture);
        stage_close(&stage);
    }
    lang_close();
}

static void rows_are_written_into_a_new_file(void **state)
{
    static const char path[] = "cclite-20261122-143207.csv";
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };
    char directory[] = "/tmp/export-XXXXXX", before[4096], text[4096];
    struct stat facts;

    (void)state;
    assert_non_null(getcwd(before, sizeof(before)));
    assert_non_null(mkdtemp(directory));
    stage_open(&stage, "office"); /* its fixtures are where we are now */
    assert_int_equal(chdir(directory), 0);
    stage_play(&stage, "g q ! Space x");
    assert_non_null(strstr(stage_picture(&stage), "1 row is written: cclite-"));
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
    fclose(file);
    assert_non_null(strstr(text, "Queue,Name,Waits,Longest,Free,Agents,SLA"));
    assert_non_null(strstr(
        text, "\r\nbilling,Billing,1,0:05,3,9,83.9 %,open,9,0:20,10:00,2\r\n"));
    assert_null(strstr(text, "sales-en"));
    stage_play(&stage, "x"); /* in the same second */
    assert_non_null(strstr(stage_picture(&stage), "▲ cclite-2026"));
    stage_close(&stage);
    assert_int_equal(chdir(before), 0);
    assert_int_equal(unlink_in(directory, path), 0);
    assert_int_equal(rmdir(directory), 0);
}

static void every_setting_has_a_label(void **state)
{
    (void)state;
    for (int i = 0; i < DOCUMENT_LISTS; i++) {
        const struct record *record = document_list_at(i)->record;

        for (size_t n = 0; n < record->field_count; n++) {
            const struct field *field = &record->fields[n];

            if (!field->is_setting)
                continue;
            if (document_label(record, field) == field->name)
                fail_msg("%s.%s: has no label", record->name, field->name);
            if (field->words && field->preset &&
                !document_word(field->words,
                               word_find(field->words, field->preset)))
                fail_msg("%s.%s: its preset cannot be chosen", record->name,
                         field->name);
        }
    }
}

/* Below a list two settings stand beside each other. */
static void every_label_has_room_in_every_language(void **state)
{
    enum { ROOM = 18 };

    (void)state;
    assert_int_equal(lang_open(NULL), 0);
    for (int i = 0; i < DOCUMENT_LISTS; i++) {
        const struct record *record = document_list_at(i)->record;

        for (size_t n = 0; n < record->field_count; n++)
            for (int spoken = 0; spoken < LANGUAGE_COUNT; spoken++) {
                const struct field *field = &record->fields[n];
                const char *label =
                    field->is_setting ? lang_text((enum language)spoken,
                                                  document_label(record, field))
                                      : "";

                if (cells_count(label) > ROOM)
                    fail_msg("%s.%s: \"%s\" would be cut", record->name,
                             field->name, label);
            }
    }
    lang_close();
}

/* Below a form its help has as many rows as it needs, up to a bound. */
static void check_help(const struct record *record)
{
    enum { CELLS = 78 };

    for (size_t n = 0; n < record->field_count; n++)
        for (int spoken = 0; spoken < LANGUAGE_COUNT; spoken++) {
            const struct field *field = &record->fields[n];

            if (field->is_setting && document_fields_help(field) &&
                prose_rows(lang_text((enum language)spoken,
                                     document_fields_help(field)),
                           CELLS) > FIELD_HELP_MOST)
                fail_msg("%s.%s: its help in language %d would be cut",
                         record->name, field->name, spoken);
        }
}

static void every_help_has_room_in_every_language(void **state)
{
    (void)state;
    assert_int_equal(lang_open(NULL), 0);
    for (int i = 0; i < DOCUMENT_LISTS; i++)
        check_help(document_list_at(i)->record);
    for (int type = 0; type < node_type_count; type++) {
        const struct record record = flow_kind_settings((enum node_type)type);

        check_help(&record);
    }
    lang_close();
}

/* A column of a list at its narrowest. */
static const struct narrow {
    enum document_kind kind;
    const char *setting;
    size_t cells;
} narrows[] = {
#define COLUMN(KIND, setting, heading, min, want, weight, drop)                \
    { DOCUMENT_##KIND, setting, min },
#include "console/document_column.def"
};

static void every_word_has_room_in_its_column(void **state)
{
    int failed = 0;

    (void)state;
    assert_int_equal(lang_open(NULL), 0);
    for (size_t i = 0; i < ARRAY_LEN(narrows); i++) {
        const struct record *record =
            document_kind_info(narrows[i].kind)->record;
        const struct field *field = record_field(record, narrows[i].setting);
        int count = field && field->words ? (int)field->words->count : 0;

        for (int n = 0; n < count; n++)
            for (int spoken = 0; spoken < LANGUAGE_COUNT; spoken++) {
                const char *word = document_word_short(field->words, n);
                const char *text =
                    word ? lang_text((enum language)spoken, word) : "";

                if (cells_count(text) > narrows[i].cells) {
                    print_error("%s.%s: %zu cells are too few for %s\n",
                                record->name, field->name, narrows[i].cells,
                                text);
                    failed++;
                }
            }
    }
    lang_close();
    assert_int_equal(failed, 0);
}

/* In the editor's list of types, beside their letters. */
static void every_kind_of_node_has_room(void **state)
{
    enum { CELLS = 14 };

    (void)state;
    assert_int_equal(lang_open(NULL), 0);
    for (int type = 0; type < node_type_count; type++)
        for (int spoken = 0; spoken < LANGUAGE_COUNT; spoken++) {
            const char *name = flow_kind_name((enum node_type)type);

            if (cells_count(lang_text((enum language)spoken, name)) > CELLS)
                fail_msg("%s has no room", name);
        }
    lang_close();
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* As after a server has started with another store. */
static void what_a_rule_demands_is_its_condition(void **state)
{
    (void)state;
    struct event_rule_set rule = { .id = 1, .condition = { "hour < 8" } };
    struct rule_bits *bits = rule_bits_new();
    struct rule_demand was, is, want;

    assert_int_equal(rule_bits_begin(bits, 1), 0);
    was = rule_bits_at(bits, 0, &rule);
    (void)snprintf(rule.condition.text, sizeof(rule.condition.text),
                   "minute < 8");
    is = rule_bits_at(bits, 0, &rule);
    want = rule_demand_of(&rule);
    assert_memory_equal(&is, &want, sizeof(want));
    assert_memory_not_equal(&was, &want, sizeof(want));
    (void)rule_bits_free(bits);
}

int main(void)
{
    struct test_list list = { 0 };

    setenv("TZ", "UTC", 1);
    write_file("test_documents.wav", "RIFF!");
    write_file("test_documents.nul", "");
    for (size_t i = 0; i < ARRAY_LEN(claims); i++)
        test_list_add(&list, row_test(claims[i].says, keys_do_what_they_say,
                                      (void *)(uintptr_t)&claims[i]));
    test_list_add(
        &list, (struct CMUnitTest)cmocka_unit_test(every_setting_has_a_label));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             every_label_has_room_in_every_language));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             every_help_has_room_in_every_language));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             rows_are_written_into_a_new_file));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             a_replay_speaks_the_language_of_the_console));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             what_a_rule_demands_is_its_condition));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             every_word_has_room_in_its_column));
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(
                             every_kind_of_node_has_room));
    int failed = test_list_run(&list);
    (void)unlink("test_documents.wav");
    (void)unlink("test_documents.nul");
    return failed;
}
