#!/bin/sh
# Checks scripts/test-summary.sh against reports as surefire writes them: the numbers add up and every skip has a reason.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=scripts/test-summary.sh
. "$here/test-summary.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p cards/target/surefire-reports books/target/surefire-reports
cat >cards/target/surefire-reports/TEST-Cards.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="Cards" time="1" tests="5" errors="0" skipped="3" failures="1" flakes="0">
  <testcase name="assumes"><skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: SKIPPED: needs a "reader" & a card
	at org.junit.jupiter.api.Assumptions.throwAssumptionFailed(Assumptions.java:340)
]]></skipped></testcase>
  <testcase name="assumesNothingSaid"><skipped type="org.opentest4j.TestAbortedException"/></testcase>
  <testcase name="disabled">
    <skipped message="SKIPPED: needs a &quot;printer&quot; &amp; paper&#10;more"/>
  </testcase>
</testsuite>
XML
cat >books/target/surefire-reports/TEST-Books.xml <<'XML'
<testsuite name="Books" tests="7" errors="1" skipped="1" failures="1">
    <skipped message="SKIPPED: needs a &quot;printer&quot; &amp; paper"><![CDATA[at somewhere]]></skipped>
</testsuite>
XML
summarise_tests >said
cat >wanted <<'TEXT'

Module                     Tests   Failed  Skipped
books                          7        2        1
cards                          5        1        3
all                           12        3        4

Skipped, and why:
      2   needs a "printer" & paper
      1   needs a "reader" & a card
      1   no reason given, in cards/target/surefire-reports/TEST-Cards.xml

TEXT
diff wanted said || { echo 'test-summary.sh does not say what it should (< wanted, > said)' >&2; exit 1; }
# shellcheck disable=SC2154 # set by summarise_tests
[ "$skipped" = 4 ] && [ "$failed" = 3 ]
