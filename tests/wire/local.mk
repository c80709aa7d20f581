# SPDX-License-Identifier: GPL-3.0-or-later
WIRE_TEST_LDADD = libwire.a libcore.a libbase.a $(JANSSON_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/wire/test_lookup_answer
TESTS += tests/wire/test_lookup_answer
tests_wire_test_lookup_answer_SOURCES = tests/wire/test_lookup_answer.c
tests_wire_test_lookup_answer_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_value
TESTS += tests/wire/test_value
tests_wire_test_value_SOURCES = tests/wire/test_value.c
tests_wire_test_value_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_caller_text
TESTS += tests/wire/test_caller_text
tests_wire_test_caller_text_SOURCES = tests/wire/test_caller_text.c
tests_wire_test_caller_text_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_ical_holidays
TESTS += tests/wire/test_ical_holidays
tests_wire_test_ical_holidays_SOURCES = tests/wire/test_ical_holidays.c
tests_wire_test_ical_holidays_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_record_json
TESTS += tests/wire/test_record_json
tests_wire_test_record_json_SOURCES = tests/wire/test_record_json.c \
	$(FAILING_ALLOC)
tests_wire_test_record_json_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_wire_test_record_json_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_setting
TESTS += tests/wire/test_setting
tests_wire_test_setting_SOURCES = tests/wire/test_setting.c
tests_wire_test_setting_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_event_json
TESTS += tests/wire/test_event_json
tests_wire_test_event_json_SOURCES = tests/wire/test_event_json.c
tests_wire_test_event_json_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_flow_text
TESTS += tests/wire/test_flow_text
tests_wire_test_flow_text_SOURCES = tests/wire/test_flow_text.c \
	$(FAILING_ALLOC)
tests_wire_test_flow_text_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_wire_test_flow_text_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_worker_talk
TESTS += tests/wire/test_worker_talk
tests_wire_test_worker_talk_SOURCES = tests/wire/test_worker_talk.c
tests_wire_test_worker_talk_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_filter
TESTS += tests/wire/test_filter
tests_wire_test_filter_SOURCES = tests/wire/test_filter.c
tests_wire_test_filter_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_route
TESTS += tests/wire/test_route
tests_wire_test_route_SOURCES = tests/wire/test_route.c
tests_wire_test_route_LDADD = $(WIRE_TEST_LDADD)

check_PROGRAMS += tests/wire/test_frame
TESTS += tests/wire/test_frame
tests_wire_test_frame_SOURCES = tests/wire/test_frame.c
tests_wire_test_frame_LDADD = $(WIRE_TEST_LDADD)
