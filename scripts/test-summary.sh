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
        sed -n 's/.*<skipped message="\([^"]*\)".*/  \1/p' */target/surefire-reports/TEST-*.xml \
            | sed 's/&#10;.*//; s/&quot;/"/g; s/&apos;/'"'"'/g; s/&amp;/\&/g' | sort | uniq -c
    fi
    echo
}

# attribute NAME: its number in $head, 0 when absent.
attribute() {
    number=$(printf '%s' "$head" | sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p")
    printf '%s' "${number:-0}"
}
