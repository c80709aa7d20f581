# SPDX-License-Identifier: GPL-3.0-or-later
SECURITY_TESTS = tests/security/check-libraries tests/security/check-secrets
TESTS += $(SECURITY_TESTS)
EXTRA_DIST += $(SECURITY_TESTS) tests/security/libraries

# These, and the rules about SQL, with what is known of each library.
security: all
	@$(AM_TESTS_ENVIRONMENT) began=`date +%s`; failed=; \
	for script in tests/store/check-sql $(SECURITY_TESTS); do \
		echo "== $$script"; \
		$(SHELL) $(srcdir)/$$script || failed="$$failed $$script"; \
	done; \
	echo "security: $$((`date +%s` - began)) s$${failed:+, failed:$$failed}"; \
	test -z "$$failed"

.PHONY: security
