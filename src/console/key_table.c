/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of key.def, in the toolkit's form. */

#include "console/key_table.h"

#include <assert.h>

#include "base/mark.h"
#include "console/caller_numbers.h"
#include "console/callbacks.h"
#include "console/cockpit.h"
#include "console/contacts.h"
#include "console/documents.h"
#include "console/flow_editor.h"
#include "console/greetings.h"
#include "console/inbox.h"
#include "console/key.h"
#include "console/link_view.h"
#include "console/lock.h"
#include "console/matrix.h"
#include "console/phone.h"
#include "console/player.h"
#include "console/recordings.h"
#include "console/screen.h"
#include "console/sign_out.h"
#include "console/undo.h"
#include "console/user_sessions.h"
#include "console/waiting.h"
#include "console/wrap_up.h"

/* clang-format off */
static const struct action rows[] = {
#define KEY(ID, CLASS, SCOPE, keys, priority, command, reason, name)           \
    { DO_##ID, ACTION_##CLASS, SCOPE_##SCOPE, keys, name, priority, command,   \
      '\0', reason },
#define GO(ID, letter, command, reason, name)                                  \
    { DO_##ID, ACTION_READ, SCOPE_EVERYWHERE, "", name, 0, command, letter,    \
      reason },
#define LETTER(ID, SCOPE, letter, priority, command, name)                     \
    { DO_##ID, ACTION_CHANGE, SCOPE, letter, name, priority, command, '\0',    \
      phone_may },
#define PHONE(ID, keys, letter, ring, lost, idle, ringing, call, command, name) \
    { DO_##ID, ACTION_CHANGE, SCOPE_PHONE, keys, name, 0, command, '\0',       \
      phone_may },                                                             \
    LETTER(ID, SCOPE_IDLE, letter, idle, command, name)                        \
    LETTER(ID, SCOPE_RINGING, ring, ringing, command, name)                  \
    LETTER(ID, SCOPE_CALL, letter, call, command, name)                        \
    LETTER(ID, SCOPE_LOST, lost, 0, command, name)                             \
    LETTER(ID, SCOPE_NOTES, keys, call, command, name)
#define DOCUMENTS(KIND, letter, noun, name)                                    \
    { DO_##KIND##_LIST, ACTION_READ, SCOPE_EVERYWHERE, "", name, 0,            \
      noun " list", letter, screen_may },                                      \
    { DO_##KIND##_ADD, ACTION_CHANGE, SCOPE_##KIND##_LIST, "a", N_("add"),     \
      80, noun " add", '\0', documents_may },                                  \
    { DO_##KIND##_SET, ACTION_CHANGE, SCOPE_##KIND##_LIST, "e", N_("edit"),    \
      85, noun " set", '\0', documents_may },                                  \
    { DO_##KIND##_COPY, ACTION_CHANGE, SCOPE_##KIND##_LIST, "c", N_("copy"),   \
      60, noun " copy", '\0', documents_may },                                 \
    { DO_UNDO, ACTION_CHANGE, SCOPE_##KIND##_LIST, "u", N_("undo"), 0,         \
      noun " set", '\0', undo_may },                                           \
    { DO_##KIND##_REMOVE, ACTION_IRREVERSIBLE, SCOPE_##KIND##_LIST, "d",       \
      N_("delete"), 70, noun " remove", '\0', documents_may },                 \
    { DO_NEXT_LIST, ACTION_READ, SCOPE_##KIND##_LIST, "Tab", N_("lists"), 45,  \
      NULL, '\0', NULL },                                                      \
    { DO_##KIND##_SET, ACTION_CHANGE, SCOPE_##KIND##_FORM, "Ctrl-S",           \
      N_("save"), 95, noun " set", '\0', documents_may },
#include "console/key.def"
};
#undef LETTER

/* In the same order; those of the toolkit behind them. */
static const struct key_spelling spellings[] = {
#define KEY(ID, CLASS, SCOPE, keys, priority, command, reason, name)           \
    { #SCOPE, #ID },
#define GO(ID, letter, command, reason, name) { "GO", #ID },
#define PHONE(ID, keys, letter, ring, lost, idle, ringing, call, command, name) \
    { "PHONE", #ID }, { "IDLE", #ID }, { "RINGING", #ID }, { "CALL", #ID },    \
    { "LOST", #ID }, { "NOTES", #ID },
#define DOCUMENTS(KIND, letter, noun, name)                                    \
    { "GO", #KIND "_LIST" }, { #KIND "_LIST", "ADD" }, { #KIND "_LIST", "EDIT" }, \
    { #KIND "_LIST", "COPY" }, { #KIND "_LIST", "UNDO" },                      \
    { #KIND "_LIST", "DELETE" }, { #KIND "_LIST", "NEXT_LIST" },               \
    { #KIND "_FORM", "SAVE" },
#include "console/key.def"
#define ACTION(NAME, scope, keys, priority, name) { #scope, #NAME },
#include "tui/action.def"
};
/* clang-format on */

const struct key_spelling *key_spelling(size_t n)
{
    assert(n < sizeof(spellings) / sizeof(spellings[0]));
    assert(n != 0 || sizeof(spellings) / sizeof(spellings[0]) ==
                         key_table().count + action_own()->count);

    return &spellings[n];
}

struct action_table key_table(void)
{
    return (struct action_table){ rows, sizeof(rows) / sizeof(rows[0]) };
}
