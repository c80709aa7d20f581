/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One rule for all keys, so that no screen tells what it would refuse. */

#include "console/key_right.h"

#include <assert.h>

#include "base/mark.h"
#include "console/documents_inside.h"
#include "console/key.h"
#include "console/program.h"

static const struct {
    int action;
    enum permission right;
} rights[] = {
#define RIGHT(ID, PERMISSION) { DO_##ID, PERMISSION_##PERMISSION },
#include "console/key_right.def"
};

static enum permission right_of_route(int route)
{
    return route_get((enum route_id)route)->permission;
}

/* The same key in every list: there the right to change what it lists. */
static enum permission right_to_undo(int scope)
{
    for (int i = 0; i < DOCUMENT_LISTS; i++)
        if (document_list_at(i)->list_scope == scope)
            return right_of_route((int)document_list_at(i)->change);
    return right_of_route(ROUTE_QUEUE_ASSIGN);
}

enum permission key_right(const struct action *action)
{
    assert(action);
    const struct document_list *list = document_list_of_action(action->id);

    if (action->id == DO_UNDO)
        return right_to_undo(action->scope);
    if (list && action->id == list->open_action)
        return PERMISSION_ANYONE; /* it names the right by itself */
    if (list)
        return right_of_route((int)list->change);
    if (documents_more_list(action->id))
        return right_of_route(documents_more_route(action->id));
    for (size_t i = 0; i < sizeof(rights) / sizeof(rights[0]); i++)
        if (rights[i].action == action->id)
            return rights[i].right;
    return PERMISSION_ANYONE;
}

/* The phone is an agent's: whoever is none has none, at whatever moment. */
static bool has_phone(const struct program *program,
                      struct safe_text *ret_reason)
{
    if (program_me(program)->agent_id != 0)
        return true;
    safe_text_copy(
        ret_reason,
        program_text(program, N_("You are no agent. An administrator "
                                 "can make you one: cclite agent "
                                 "add")));
    return false;
}

bool key_may(const void *arg, const struct action *action,
             struct safe_text *ret_reason)
{
    assert(arg && action && ret_reason);
    const struct program *program = arg;
    enum permission right = key_right(action);

    if (program_me(program) && action->scope == SCOPE_PHONE &&
        !has_phone(program, ret_reason))
        return false;
    if (!program_me(program) || right == PERMISSION_ANYONE ||
        program_may(program, right))
        return true;
    safe_text_format(ret_reason,
                     program_text(program, N_("This needs the right %s.")),
                     permission_info(right)->name);
    return false;
}
