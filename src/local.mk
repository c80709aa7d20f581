# SPDX-License-Identifier: GPL-3.0-or-later
include src/base/local.mk
include src/lang/local.mk
include src/core/local.mk
include src/wire/local.mk
include src/store/local.mk
include src/media/local.mk
include src/sip/local.mk
include src/calls/local.mk
include src/jobs/local.mk
include src/worker/local.mk
include src/web/local.mk
include src/server/local.mk
include src/client/local.mk
include src/tui/local.mk
include src/console/local.mk
include src/cli/local.mk
include src/robot/local.mk
