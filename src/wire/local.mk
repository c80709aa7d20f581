# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libwire.a
libwire_a_SOURCES =

# The API's tables.
libwire_a_SOURCES += \
	src/wire/caller_change.c \
	src/wire/caller_csv.c src/wire/caller_text.c src/wire/caller_text.h \
	src/wire/csv_rows.c src/wire/csv_rows.h \
	src/wire/filter.c src/wire/filter.h \
	src/wire/ical_holidays.c src/wire/ical_holidays.h \
	src/wire/metric.def \
	src/wire/lookup_answer.c src/wire/lookup_answer.h \
	src/wire/moment.c src/wire/moment.h \
	src/wire/openapi.c src/wire/openapi.h \
	src/wire/openapi_node.c src/wire/openapi_schema.c src/wire/openapi_schema.h \
	src/wire/permission.c src/wire/permission.def src/wire/permission.h \
	src/wire/problem.c src/wire/problem.def src/wire/problem.h \
	src/wire/route.c src/wire/route.def src/wire/route.h \
	src/wire/shape.c src/wire/shape.def src/wire/shape.h \
	src/wire/topic.c src/wire/topic.def src/wire/topic.h \
	src/wire/worker_outcome.def \
	src/wire/worker_talk.c src/wire/worker_talk.h

# WebSocket.
libwire_a_SOURCES += \
	src/wire/frame.c src/wire/frame.h src/wire/frame_write.c

# Values, and what is made of them.
libwire_a_SOURCES += \
	src/wire/alarm.c src/wire/alarm.def src/wire/alarm.h \
	src/wire/candidates_json.c src/wire/candidates_json.h \
	src/wire/event_json.c src/wire/event_json.h \
	src/wire/field_check.c src/wire/field_check.h \
	src/wire/flow_house.c src/wire/flow_node_parse.c \
	src/wire/flow_parse.c src/wire/flow_print.c \
	src/wire/flow_reader.h src/wire/flow_test_parse.c \
	src/wire/flow_test_print.c src/wire/flow_text.h \
	src/wire/moved.c src/wire/moved.h \
	src/wire/mistake.c src/wire/mistake.def src/wire/mistake.h \
	src/wire/record_json.c src/wire/record_json.h \
	src/wire/record_print.c src/wire/record_print.h \
	src/wire/setting.c src/wire/setting.h \
	src/wire/snapshot_json.c src/wire/snapshot_json.h \
	src/wire/value.c src/wire/value.h src/wire/value_parse.c \
	src/wire/verdict_text.c src/wire/verdict_text.h \
	src/wire/word_label.c src/wire/word_label.def src/wire/word_label.h
