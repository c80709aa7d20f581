# SPDX-License-Identifier: GPL-3.0-or-later
# The parts of cclite.
cli_tests = tests/cli/test_call tests/cli/test_changes \
	tests/cli/test_moment_given tests/cli/test_sheet
check_PROGRAMS += $(cli_tests)
TESTS += $(cli_tests)

CLI_TEST_LDADD = libcli.a libconsole.a libtui.a libclient.a libwire.a libcore.a \
	liblang.a libbase.a $(NCURSES_LIBS) $(CURL_LIBS) $(JANSSON_LIBS) $(ICU_LIBS) $(CMOCKA_LIBS) -lm
tests_cli_test_call_SOURCES = tests/cli/test_call.c
tests_cli_test_call_LDADD = $(CLI_TEST_LDADD)
tests_cli_test_changes_SOURCES = tests/cli/test_changes.c $(FAILING_ALLOC)
tests_cli_test_changes_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_cli_test_changes_LDADD = $(CLI_TEST_LDADD)
tests_cli_test_moment_given_SOURCES = tests/cli/test_moment_given.c
tests_cli_test_moment_given_LDADD = $(CLI_TEST_LDADD)
tests_cli_test_sheet_SOURCES = tests/cli/test_sheet.c $(FAILING_ALLOC)
tests_cli_test_sheet_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_cli_test_sheet_LDADD = $(CLI_TEST_LDADD)

# The whole of it, against a stand-in for the server and against the server.
cli_scripts = \
	tests/cli/test_completion.py \
	tests/cli/test_desk.py \
	tests/cli/test_documents.py \
	tests/cli/test_hard.py \
	tests/cli/test_manual_examples.py \
	tests/cli/test_real.py \
	tests/cli/test_setup.py \
	tests/cli/test_terminal.py \
	tests/cli/test_wallboard.py \
	tests/cli/test_work.py
TESTS += $(cli_scripts)
EXTRA_DIST += $(cli_scripts) tests/cli/fake_server.py \
	tests/cli/manual_page.py tests/cli/shell.py
