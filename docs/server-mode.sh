#!/bin/sh
# Server mode from packages: starts PostgreSQL and Redis, and two nodes that share them; takes the tour over both; then kills a
# node, Redis and PostgreSQL in turn and takes it again each time. Ends with "server-mode: ok", or says what was different.
# Needs a Debian with root (see deploy/services), curl and the usual Unix tools.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/movierec-server-mode.XXXXXX")
first= second= redis=

say() { printf 'server-mode: %s\n' "$*"; }
fail() {
    printf 'server-mode: FAILED: %s\n' "$*" >&2
    tail -n 20 "$work"/*.log >&2 || true
    exit 1
}

clean_up() {
    for pid in $first $second $redis; do kill "$pid" 2>/dev/null || true; done
    services stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

services() { MOVIEREC_SERVICES_DIR="$work/services" "$home/deploy/services" "$@"; }
value() { sed -n "s/^$1=//p" "$work/services/env"; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

wait_for() { # wait_for SECONDS WHAT COMMAND...
    seconds=$1 what=$2
    shift 2
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt $((seconds * 5)) ] || fail "$what: not within $seconds seconds"
        if grep -q '^movierec: ' "$work"/*.log 2>/dev/null; then fail "$what"; fi
        sleep 0.2
    done
}

start_redis() {
    redis-server --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no --dir "$work" >"$work/redis.log" 2>&1 &
    redis=$!
    wait_for 10 'Redis' redis-cli -p "$redis_port" ping
}

start_node() { # start_node NAME: leaves its process id in $node
    # Many tours from one address are more sign-ups than strangers may have.
    MOVIEREC_RATE_LIMIT_ENABLED=false MOVIEREC_MODE=server DATABASE_URL=$database REDIS_URL=redis://127.0.0.1:$redis_port \
        "$home/movierec" serve --port 0 --data "$work/$1" >"$work/$1.log" 2>&1 &
    wait_for 240 "node $1" grep -q '^Ready at' "$work/$1.log"
    node=$(sed -n 's/^Ready at .* (pid \([0-9]*\))$/\1/p' "$work/$1.log")
}

address() { sed -n 's/^Ready at \(.*\) (pid [0-9]*)$/\1/p' "$work/$1.log"; }
model() { curl -s "$(address "$1")/api/model" | sed -n 's/.*"version":"\([^"]*\)".*/\1/p'; }
same_model() { # a trained one
    trained=$(model first)
    [ -n "$trained" ] && [ "$trained" != none ] && [ "$trained" = "$(model second)" ]
}
is_ready() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$(address "$1")/health/ready")" = 200 ]; }
tour() { sh "$home/docs/tour.sh" "$@" >"$work/tour.log" 2>&1 || fail "the tour of $*"; }

say 'PostgreSQL and Redis'
services start postgres || fail 'PostgreSQL is missing and cannot be installed here'
services start redis || fail 'Redis is missing and cannot be installed here'
redis_port=$(value MOVIEREC_REDIS_PORT)
database=$(value MOVIEREC_TEST_POSTGRES_URL)
services stop redis
start_redis

say 'two nodes'
start_node first
first=$node
start_node second
second=$node
wait_for 120 'the same model on both nodes' same_model

say "the tour over both nodes, request by request ($(model first))"
tour "$(address first)" "$(address second)"

say 'one node is killed'
kill -9 "$first"
first=
tour "$(address second)"

say 'it comes back, with the model and the keys that it finds'
rm -rf "$work/first" "$work/first.log"
start_node first
first=$node
wait_for 60 'the model on the new node' same_model
tour "$(address second)" "$(address first)"

say 'Redis is killed'
kill -9 "$redis"
redis=
tour "$(address first)" "$(address second)"
start_redis
tour "$(address first)" "$(address second)"

say 'PostgreSQL is killed and started again'
as_postgres "$(value MOVIEREC_POSTGRES_BIN)/pg_ctl" restart -w -s -m immediate \
    -D "$(value MOVIEREC_POSTGRES_FOLDER)/data" -l "$(value MOVIEREC_POSTGRES_FOLDER)/log" >/dev/null 2>&1 </dev/null
wait_for 60 'the first node' is_ready first
wait_for 60 'the second node' is_ready second
tour "$(address first)" "$(address second)"

echo 'server-mode: ok'
