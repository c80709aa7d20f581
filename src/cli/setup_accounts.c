/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet for people and spreadsheets, objects for programs. */

#include "cli/setup_accounts.h"

#include <assert.h>

#include "cli/listing.h"
#include "cli/sheet.h"

static struct json_t *account_value(const struct setup_account *account)
{
    struct json_t *value = value_object();
    int rc = value_set_text(value, "agent", account->agent);

    rc |= value_set_text(value, "password", account->password);
    rc |= value_set_text(value, "phone", account->phone);
    rc |= value_set_text(value, "phone_password", account->phone_password);
    return rc ? value_free(value) : value;
}

static enum exit_code print_objects(struct cli *cli,
                                    const struct setup_account accounts[],
                                    size_t count)
{
    struct json_t *items = value_list();
    int rc = 0;

    for (size_t i = 0; i < count; i++)
        rc |= value_append(items, account_value(&accounts[i]));

    enum exit_code code =
        rc ? cli_no_memory(cli) : listing_print(cli, NULL, items);

    value_free(items);
    return code;
}

static enum exit_code print_sheet(struct cli *cli,
                                  const struct setup_account accounts[],
                                  size_t count)
{
    enum sheet_style style = cli->format == FORMAT_CSV   ? SHEET_CSV
                             : cli->format == FORMAT_TSV ? SHEET_TSV
                                                         : SHEET_TABLE;
    struct sheet sheet = { 0 };

    sheet_add_column(&sheet, "agent", _("Agent"), false);
    sheet_add_column(&sheet, "password", _("Password"), false);
    sheet_add_column(&sheet, "phone", _("Phone"), false);
    sheet_add_column(&sheet, "phone_password", _("Phone's password"), false);
    for (size_t i = 0; i < count; i++) {
        sheet_add_cell(&sheet, accounts[i].agent);
        sheet_add_cell(&sheet, accounts[i].password);
        sheet_add_cell(&sheet, accounts[i].phone);
        sheet_add_cell(&sheet, accounts[i].phone_password);
    }

    bool failed = sheet.failed;

    if (!failed)
        sheet_print(&sheet, style, cli->out);
    sheet_done(&sheet);
    return failed ? cli_no_memory(cli) : EXIT_DONE;
}

enum exit_code setup_accounts_print(struct cli *cli,
                                    const struct setup_account accounts[],
                                    size_t count)
{
    assert(cli && accounts);

    return cli->format == FORMAT_JSON || cli->format == FORMAT_JSONL
               ? print_objects(cli, accounts, count)
               : print_sheet(cli, accounts, count);
}
