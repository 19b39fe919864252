# Sums up surefire's reports: module, tests, failures, skipped, and why something was skipped.
# Sourced by ./verify, from the root of the checkout.

summarise_tests() {
    printf '\n%-24s %7s %8s %8s\n' Module Tests Failed Skipped
    total=0 failed=0 skipped=0
    for reports in */target/surefire-reports; do
        [ -d "$reports" ] || continue
        set -- 0 0 0
        for file in "$reports"/TEST-*.xml; do
            [ -f "$file" ] || continue
            head=$(grep -m 1 '<testsuite ' "$file")
            set -- $(($1 + $(attribute tests))) $(($2 + $(attribute failures) + $(attribute errors))) $(($3 + $(attribute skipped)))
        done
        printf '%-24s %7d %8d %8d\n' "${reports%%/*}" "$1" "$2" "$3"
        total=$((total + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
    done
    printf '%-24s %7d %8d %8d\n' all "$total" "$failed" "$skipped"
    if [ "$skipped" -gt 0 ]; then
        echo
        echo 'Skipped, and why:'
        skip_reasons */target/surefire-reports/TEST-*.xml | LC_ALL=C sort | uniq -c
    fi
    echo
}

# attribute NAME: its number in $head, 0 when absent.
attribute() {
    number=$(printf '%s' "$head" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p")
    printf '%s' "${number:-0}"
}

# skip_reasons FILE…: one line for each skipped test. Surefire writes a disabled test's reason into an attribute, and a
# failed assumption as the first line of its stack trace:
#   <skipped message="only by hand"/>
#   <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org…Exception: Assumption failed: SKIPPED: needs a printer
skip_reasons() {
    awk '
        function tidy(text) {
            gsub(/&#10;.*|]]>.*|<\/skipped>.*/, "", text)
            sub(/^.*TestAbortedException: /, "", text)
            sub(/^Assumption failed: /, "", text)
            sub(/^SKIPPED: /, "", text)
            gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text)
            gsub(/&amp;/, "\\&", text)
            return text
        }
        match($0, /<skipped/) {
            rest = substr($0, RSTART)
            if (match(rest, /message="[^"]*"/)) reason = substr(rest, RSTART + 9, RLENGTH - 10)
            else if (match(rest, /<!\[CDATA\[/)) reason = substr(rest, RSTART + 9)
            else if (rest ~ /^<skipped[^>]*\/>/) reason = ""
            else { reason = rest; sub(/^<skipped[^>]*>/, "", reason) }
            reason = tidy(reason)
            print "  " (reason == "" ? "no reason given, in " FILENAME : reason)
        }
    ' "$@"
}
