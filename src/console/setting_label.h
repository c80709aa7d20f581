/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the settings of documents are called on screens. */

#ifndef CONSOLE_SETTING_LABEL_H
#define CONSOLE_SETTING_LABEL_H

#include "core/record.h"

/** The label of a setting (msgid); its name where it has none. */
const char *setting_label(const struct field *field);

#endif
