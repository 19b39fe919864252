#!/bin/sh
# Builds libnfc with its PC/SC drivers, which Debian leaves out, so that libfreefare (a MIFARE client that we did not
# write) can speak to our virtual cards through pcscd: DESFire by `pcsc`, Classic and Ultralight by `acr122_pcsc`.
#   scripts/libnfc-pcsc.sh        builds into target/peers/libnfc, or finds what was built before
# The source is Debian's or Ubuntu's own, from the mirror that this machine uses already; apt keeps its lists for it
# below target/peers, and the machine's own configuration and libraries stay as they are. Nothing of it is shipped.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
peers=$root/target/peers
built=$peers/libnfc
log=$peers/libnfc.log

fail() { printf '%s\n' "libnfc: $* (see ${log#"$root"/})" >&2; exit 1; }

if [ -e "$built/lib/libnfc.so.6" ] && grep -q libnfc.driver.acr122_pcsc "$built/lib/libnfc.so.6"; then exit 0; fi
mkdir -p "$peers"
: >"$log"
for tool in apt-get apt-cache dpkg-source autoreconf libtoolize pkg-config gcc make; do
    command -v $tool >/dev/null 2>&1 || fail "$tool is missing"
done

# Where this machine has libnfc6 from: "500 http://deb.debian.org/debian bookworm/main amd64 Packages".
origin=$(apt-cache policy libnfc6 2>>"$log" | sed -n 's/^ *[0-9]* \([^ ]*:[^ ]*\) \([^ /]*\)\/\([^ ]*\) .* Packages$/\1 \2 \3/p' | head -n 1)
[ -n "$origin" ] || fail "no source of packages has libnfc6"
mirror=${origin%% *}
suite_component=${origin#* }
keyring=
for ring in debian ubuntu; do
    case $mirror in *$ring*) [ ! -e /usr/share/keyrings/$ring-archive-keyring.gpg ] || keyring="[signed-by=/usr/share/keyrings/$ring-archive-keyring.gpg] " ;; esac
done

work=$peers/libnfc-source
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
printf 'deb-src %s%s %s\n' "$keyring" "$mirror" "$suite_component" >"$work/sources.list"
own_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@" >>"$log" 2>&1
}

cd "$work"
own_apt update || fail "$mirror gives no list of sources"
own_apt source libnfc || fail "$mirror gives no source of libnfc"
cd libnfc-*/ 2>>"$log" || fail "the source did not unpack"
{
    autoreconf -is &&
    ./configure --prefix="$work/installed" --sysconfdir="$work/installed/etc" --with-drivers=pcsc,acr122_pcsc --disable-static &&
    make -C libnfc -j"$(nproc)" &&
    make -C libnfc install
} >>"$log" 2>&1 || fail "it does not build"
[ -e "$work/installed/lib/libnfc.so.6" ] || fail "the build left no libnfc.so.6"

# Put in place whole, last: what is there is finished.
rm -rf "$built"
mv "$work/installed" "$built"
cd "$root"
rm -rf "$work"
