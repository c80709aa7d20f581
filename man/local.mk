# SPDX-License-Identifier: GPL-3.0-or-later
# Pages whose tables are made by man/describe from the sources; a test compares.
dist_man_MANS += \
	man/cclite.1 \
	man/cclite.conf.5 \
	man/cclite-events.5 \
	man/cclite-flows.5 \
	man/cclite-rules.5 \
	man/cclite-admin.7 \
	man/cclite-api.7 \
	man/cclite-architecture.7 \
	man/cclite-deploy.7 \
	man/cclite-metrics.7 \
	man/cclite-supervisor.7 \
	man/cclite-agent.7 \
	man/cclite-troubleshooting.7 \
	man/cclite-tutorial.7 \
	man/cclited.8 \
	man/cclite-worker.8
EXTRA_DIST += man/describe
