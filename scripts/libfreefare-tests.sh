#!/bin/sh
# Builds libfreefare's own tests, as its authors wrote them, against the libfreefare that this machine has, so that they
# run on our virtual cards through pcscd (LibfreefareSuitesTest does it; see docs/media.md).
#   scripts/libfreefare-tests.sh        builds into target/peers/libfreefare-tests, or finds what was built before
# The source is Debian's or Ubuntu's own; its checksum is compared with the signed list of sources. Cutter, the framework that
# the tests ask for, is not in Debian: scripts/libfreefare has the few assertions that they use. Nothing of it is shipped.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
peers=$root/target/peers
built=$peers/libfreefare-tests
log=$peers/libfreefare-tests.log
ours=$root/scripts/libfreefare

fail() { printf '%s\n' "libfreefare's tests: $* (see ${log#"$root"/})" >&2; exit 1; }

if [ -e "$built/complete" ] && [ -z "$(find "$ours" "$0" -newer "$built/complete")" ]; then exit 0; fi
"$root/scripts/libnfc-pcsc.sh"
: >"$log"
for tool in apt-get apt-cache tar gcc sha256sum; do
    command -v $tool >/dev/null 2>&1 || fail "$tool is missing"
done
[ -e /usr/include/freefare.h ] || fail "libfreefare-dev is missing"
[ -e /usr/include/openssl/des.h ] || fail "libssl-dev is missing"

origin=$(apt-cache policy libfreefare0 2>>"$log" | sed -n 's/^ *[0-9]* \([^ ]*:[^ ]*\) \([^ /]*\)\/\([^ ]*\) .* Packages$/\1 \2 \3/p' | head -n 1)
[ -n "$origin" ] || fail "no source of packages has libfreefare0"
mirror=${origin%% *}
suite_component=${origin#* }
keyring=
for ring in debian ubuntu; do
    case $mirror in *$ring*) [ ! -e /usr/share/keyrings/$ring-archive-keyring.gpg ] || keyring="[signed-by=/usr/share/keyrings/$ring-archive-keyring.gpg] " ;; esac
done

work=$peers/libfreefare-source
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
printf 'deb-src %s%s %s\n' "$keyring" "$mirror" "$suite_component" >"$work/sources.list"
own_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}

cd "$work"
own_apt update >>"$log" 2>&1 || fail "$mirror gives no list of sources"
# The authors' archive alone: Debian's own changes are packaging only, and mirrors do not all keep them.
own_apt source --print-uris libfreefare >uris 2>>"$log" || fail "$mirror knows no source of libfreefare"
wanted=$(sed -n "s/^'.*' \(libfreefare_[^ ]*\.orig\.tar\.[a-z0-9]*\) [0-9]* .*/\1/p" uris)
sum=$(sed -n "s/^'.*\.orig\.tar\.[a-z0-9]*' .* SHA256:\([0-9a-f]*\).*/\1/p" uris)
[ -n "$wanted" ] && [ -n "$sum" ] || fail "the list of sources names no archive of libfreefare"
own_apt source --download-only libfreefare >>"$log" 2>&1 || true
[ -e "$wanted" ] || fail "$mirror gives no $wanted"
printf '%s  %s\n' "$sum" "$wanted" | sha256sum -c - >>"$log" 2>&1 || fail "$wanted is not what the signed list names"
tar xf "$wanted"
cd libfreefare-*/ 2>>"$log" || fail "the archive did not unpack"

printf '%s\n' '#define HAVE_ENDIAN_H 1' '#define HAVE_SYS_TYPES_H 1' '#define HAVE_BYTESWAP_H 1' >config.h
mkdir -p "$work/installed"
# $1 = name of the suite, the rest = its files
suite() {
    name=$1
    shift
    mkdir -p "$work/$name"
    for file in "$@"; do
        sed -n 's/^\(test_[a-z0-9_A-Z]*\) (void)$/TEST(\1)/p' "test/$file"
    done >"$work/$name/tests.inc"
    [ -s "$work/$name/tests.inc" ] || fail "$name has no tests"
    sources=
    for file in "$@"; do sources="$sources test/$file"; done
    # shellcheck disable=SC2086 # a list of files
    gcc -std=gnu11 -w -O1 -I"$work/$name" -I"$ours" -I. -Ilibfreefare -Itest -o "$work/installed/$name" \
        "$ours/main.c" $sources -L"$peers/libnfc/lib" -lfreefare -lnfc -lcrypto >>"$log" 2>&1 ||
        fail "$name does not compile"
}
common=common/mifare_desfire_auto_authenticate.c
suite mad test_mad.c
suite mifare_application test_mifare_application.c
suite tlv test_tlv.c
suite mifare_classic_create_trailer_block test_mifare_classic_create_trailer_block.c
suite mifare_classic_sector_boundaries test_mifare_classic_sector_boundaries.c
suite mifare_desfire_aes test_mifare_desfire_aes.c
suite mifare_desfire_aid test_mifare_desfire_aid.c
suite mifare_desfire_des test_mifare_desfire_des.c
suite mifare_desfire_key test_mifare_desfire_key.c
suite mifare_classic test_mifare_classic.c test_mifare_classic_mad.c mifare_classic_fixture.c
suite mifare_ultralight test_mifare_ultralight.c mifare_ultralight_fixture.c
suite mifare_desfire test_mifare_desfire.c mifare_desfire_fixture.c $common
suite mifare_desfire_ev1 test_mifare_desfire_ev1.c test_mifare_desfire_ev1_3des.c test_mifare_desfire_ev1_3k3des.c \
    test_mifare_desfire_ev1_aes.c test_mifare_desfire_ev1_iso.c mifare_desfire_ev1_fixture.c $common

# Put in place whole, last: what is there is finished.
rm -rf "$built"
mv "$work/installed" "$built"
: >"$built/complete"
cd "$root"
rm -rf "$work"
