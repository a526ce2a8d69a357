#!/usr/bin/env bash
# Plays the demo against a backend and checks that every span that was journaled has arrived there.
#
#   docs/scale/smoke.sh clickhouse|jaeger|tempo    with Docker: starts docker-compose.yaml's profile, removes it again
#   docs/scale/smoke.sh console                    without Docker: narrative's own console
#   docs/scale/smoke.sh all                        one after the other
#
# KEEP=1 leaves the backend running. OTLP_PORT is the port that the demo sends to, 4318 by default.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
journal=$root/testapp/target/demo/narrative-traces
work=$(mktemp -d)
export OTLP_PORT=${OTLP_PORT:-4318}
export CLICKHOUSE_PASSWORD=${CLICKHOUSE_PASSWORD:-smoke-$$}
console_pid=
running=
backend=
expected=0

say() { printf '%s\n' "$*"; }

fail() {
  say "smoke: $*" >&2
  exit 1
}

compose() { docker compose -f "$here/docker-compose.yaml" --profile "$running" "$@"; }

stop() {
  if [ -n "$console_pid" ]; then
    kill "$console_pid" 2>/dev/null || true
    wait "$console_pid" 2>/dev/null || true
    console_pid=
  elif [ -n "$running" ] && [ -z "${KEEP:-}" ]; then
    compose down --volumes --timeout 10 >/dev/null 2>&1 || say "smoke: $running could not be removed" >&2
  fi
  running=
}

cleanup() {
  stop
  rm -rf "$work"
}
trap cleanup EXIT

# Tries a command until it succeeds, for a number of seconds.
until_it() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 1
  done
}

need_docker() {
  command -v docker >/dev/null || lacking "there is no docker on the PATH"
  docker compose version >/dev/null 2>&1 || lacking "docker has no Compose plugin"
  docker info >/dev/null 2>&1 || lacking "Docker's daemon does not answer"
}

lacking() {
  say "smoke: $1, so $backend was NOT checked." >&2
  say "smoke: what is left to check without Docker is the way to narrative's own console: $0 console" >&2
  exit 2
}

journaled() { cat "$journal"/*/*.jsonl; }

# The demo with its spans going to the journal and by OTLP.
play() {
  make -s -C "$root" demo DEMO_ARGS="--set narrative.exporters=journal,otlp \
    --set narrative.otlp.protocol=http/protobuf --set narrative.otlp.endpoint=http://127.0.0.1:$OTLP_PORT" \
    >"$work/demo.log" 2>&1 || { tail -n 20 "$work/demo.log" >&2; fail "the demo failed"; }
  journaled | grep -o '"traceId":"[0-9a-f]*"' | cut -d'"' -f4 | sort -u >"$work/traces"
  expected=$(journaled | grep -o '"spanId":' | wc -l)
  [ "$expected" -gt 0 ] || fail "the demo journaled no span"
}

start_clickhouse() { compose up -d --quiet-pull && until_it 120 curl -fsS http://127.0.0.1:8123/ping; }
start_jaeger() { compose up -d --quiet-pull && until_it 120 curl -fsS http://127.0.0.1:13133/status; }
start_tempo() { compose up -d --quiet-pull && until_it 120 curl -fsS http://127.0.0.1:3200/ready; }

start_console() {
  [ -f "$root/console/target/narrative.jar" ] \
    || fail "there is no console/target/narrative.jar; build it: mvn -q -pl console -am -DskipTests package"
  java -jar "$root/console/target/narrative.jar" console --port "$OTLP_PORT" \
    --journal "$work/received" >"$work/console.log" 2>&1 &
  console_pid=$!
  until_it 60 curl -fsS "http://127.0.0.1:$OTLP_PORT/health"
}

# An empty request: 200 says that whoever listens takes OTLP.
otlp_listens() {
  until_it 120 curl -fsS -X POST -H 'Content-Type: application/json' -d '{"resourceSpans":[]}' \
    "http://127.0.0.1:$OTLP_PORT/v1/traces"
}

arrived_clickhouse() {
  local ids
  ids=$(sed "s/.*/'&'/" "$work/traces" | paste -sd, -)
  curl -fsS -u "narrative:$CLICKHOUSE_PASSWORD" http://127.0.0.1:8123/ \
    --data-binary "SELECT count() FROM otel.otel_traces WHERE TraceId IN ($ids)"
}

# Sums up what a word tells in each trace, one occurrence a span.
arrived_by_trace() {
  local url=$1 word=$2 id total=0 count
  while read -r id; do
    count=$(curl -fsS -H 'Accept: application/json' "$url$id" | grep -o "$word" | wc -l) || count=0
    total=$((total + count))
  done <"$work/traces"
  say "$total"
}

arrived_jaeger() { arrived_by_trace http://127.0.0.1:16686/api/traces/ '"operationName"'; }
arrived_tempo() { arrived_by_trace http://127.0.0.1:3200/api/traces/ '"spanId"'; }
arrived_console() { arrived_by_trace "http://127.0.0.1:$OTLP_PORT/api/v1/traces/" '"spanId"'; }

check() {
  backend=$1
  [ "$backend" = console ] || need_docker
  say "smoke: $backend: starting"
  running=$backend
  "start_$backend" || fail "$backend did not come up"
  otlp_listens || fail "nobody takes OTLP on port $OTLP_PORT"
  play
  local deadline=$((SECONDS + 90)) arrived=0
  while arrived=$("arrived_$backend" 2>/dev/null || say 0) && [ "$arrived" -lt "$expected" ]; do
    [ "$SECONDS" -lt "$deadline" ] || break
    sleep 2
  done
  [ "$arrived" -eq "$expected" ] || fail "$backend has $arrived of $expected spans"
  say "smoke: $backend: all $expected spans of $(wc -l <"$work/traces") traces arrived"
  stop
}

case "${1:-}" in
  clickhouse | jaeger | tempo | console) check "$1" ;;
  all) for each in console clickhouse jaeger tempo; do check "$each"; done ;;
  *)
    say "usage: $0 clickhouse|jaeger|tempo|console|all" >&2
    exit 2
    ;;
esac
