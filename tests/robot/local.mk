# SPDX-License-Identifier: GPL-3.0-or-later
robot_tests = tests/robot/test_robot
TESTS += tests/robot/test_crowd.py
EXTRA_DIST += tests/robot/test_crowd.py
check_PROGRAMS += $(robot_tests)
TESTS += $(robot_tests)

tests_robot_test_robot_SOURCES = tests/robot/test_robot.c
tests_robot_test_robot_LDADD = librobot.a libsip.a libmedia.a libbase.a \
	$(RE_LIBS) $(SRTP_LIBS) $(CMOCKA_LIBS) -lm
