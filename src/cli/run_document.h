/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of documents, for verbs that show more than the documents. */

#ifndef CLI_RUN_DOCUMENT_H
#define CLI_RUN_DOCUMENT_H

#include "cli/ask.h"

/**
 * Asks for the list that a verb is about, as its options say: --limit, --sort
 * and --filter.
 *
 * @param ret_items  when EXIT_DONE, a list; release with value_free()
 *
 * @return EXIT_DONE, or what went wrong, said
 */
enum exit_code run_document_items(struct cli *cli, const struct call *call,
                                  struct json_t **ret_items);

#endif
