# SPDX-License-Identifier: GPL-3.0-or-later
# cclite against a stand-in for the server.
cli_scripts = \
	tests/cli/test_documents.py \
	tests/cli/test_setup.py
TESTS += $(cli_scripts)
EXTRA_DIST += $(cli_scripts) tests/cli/fake_server.py tests/cli/shell.py
