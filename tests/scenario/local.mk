# SPDX-License-Identifier: GPL-3.0-or-later
# The real programs among real peers. Each test has its own ports and its own
# directory, so that they run side by side.
scenario_tests = tests/scenario/test_prompts.py
TESTS += $(scenario_tests)
EXTRA_DIST += $(scenario_tests) tests/scenario/tap.py
