#!/bin/sh
# Proves recovery to a point in time for a site on PostgreSQL, by the commands of docs/operations.md on a server of its
# own in a temporary folder: archives the write-ahead log, takes a base backup while the site runs, books on, loses the
# server, and recovers to the moment before a mistake.
#   scripts/point-in-time.sh     PG_BIN names the folder of PostgreSQL's programs where the search does not find it,
#                                LODGE another command than the checkout's
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
bin=${PG_BIN-$(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | tail -n 1)}
[ -n "$bin" ] && [ -x "$bin/initdb" ] || { echo "point-in-time: PostgreSQL's server programs are missing" >&2; exit 1; }
work=$(mktemp -d)
chmod 755 "$work"
port=$((20000 + $$ % 20000))
pg=$work/pg
mkdir "$pg"

# PostgreSQL refuses to run as root.
if [ "$(id -u)" = 0 ]; then
    chown postgres "$pg"
    as() { (cd "$pg" && runuser -u postgres -- "$@"); }
else
    as() { "$@"; }
fi
sql() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$port" -U postgres "$@"; }
lodge() { "${LODGE-$root/lodge}" "$@" --json --home "$work/home" --password-file "$work/pw"; }
end_bridge() {
    bridge=$(sed -n 's/.*"pid" *: *\([0-9]*\).*/\1/p' "$work/home/bridge.json" 2>/dev/null || true)
    [ -z "$bridge" ] || kill "$bridge" 2>/dev/null || true
    while [ -n "$bridge" ] && kill -0 "$bridge" 2>/dev/null; do sleep 0.1; done
}
clean() {
    end_bridge
    as "$bin/pg_ctl" -D "$pg/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP
start() { as "$bin/pg_ctl" -D "$pg/data" -l "$pg/log" -w -t 60 start >/dev/null || { tail -n 20 "$pg/log" >&2; exit 1; }; }
balance() { lodge account show 1 --as anna | tr -d ' \n' | sed -n 's/.*"balance":{[^}]*"minor":\([0-9-]*\).*/\1/p'; }
topup() { lodge account topup 1 "$2" --request "$1" --as anna >/dev/null; }

# A server that archives its write-ahead log
as "$bin/initdb" -D "$pg/data" -U postgres -A trust >/dev/null
as mkdir "$pg/archive"
as sh -c "cat >>'$pg/data/postgresql.conf'" <<END
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = '$pg'
archive_mode = on
archive_command = 'test ! -f $pg/archive/%f && cp %p $pg/archive/%f'
END
start
sql -c "create role lodge login" -c "create database lodge owner lodge"

# A site on it
mkdir "$work/home"
printf 'books.url=jdbc:postgresql://127.0.0.1:%s/lodge\nbooks.user=lodge\n' "$port" >"$work/home/lodge.properties"
echo 'correct horse battery staple' >"$work/pw"
printf 'Personnel number;Given name;Family name\n17;Eva;Moser\n' >"$work/staff.csv"
lodge site init --name Riverside --currency EUR --admin anna >/dev/null
lodge people import "$work/staff.csv" --write --as anna >/dev/null
topup first 20.00

# The base backup, taken while the site runs; what comes after it is in the archive only
as "$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U postgres -D "$pg/base" -c fast
topup second 5.00
moment=$(sql -c "select clock_timestamp()")
sleep 1
topup mistake 90.00
[ "$(balance)" = 11500 ] || { echo "point-in-time: the site has $(balance) instead of 11500" >&2; exit 1; }
sql -c "select pg_switch_wal()" >/dev/null
end_bridge
as "$bin/pg_ctl" -D "$pg/data" -m immediate stop >/dev/null
as mv "$pg/data" "$pg/lost"

# Recovery to the moment
as cp -R "$pg/base" "$pg/data"
as sh -c "cat >>'$pg/data/postgresql.conf'" <<END
restore_command = 'cp $pg/archive/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
END
as touch "$pg/data/recovery.signal"
start
while [ "$(sql -c "select pg_is_in_recovery()")" = t ]; do sleep 0.2; done

found=$(balance)
lodge journal verify --as anna >"$work/verified" || { cat "$work/verified" >&2; exit 1; }
[ "$found" = 2500 ] || { echo "point-in-time: recovered to a balance of $found instead of 2500" >&2; exit 1; }
topup third 1.00
[ "$(balance)" = 2600 ] || { echo "point-in-time: the recovered site does not book" >&2; exit 1; }
echo "point-in-time: PostgreSQL $("$bin/postgres" --version | sed 's/.* \([0-9][0-9.]*\).*/\1/'): recovered to $moment, balance 25.00, journal intact, booking goes on"
