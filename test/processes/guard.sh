#!/bin/sh
# guard.sh COMMAND...: runs a command for as long as standard input stays open, then ends it with SIGTERM and, after ten
# seconds, SIGKILL. The other end of the pipe belongs to the test: however the test dies, the kernel closes it, and nothing
# that it started outlives it.
exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{
  while read -r _; do :; done
  kill -TERM "$child" 2>/dev/null
  tries=100
  while kill -0 "$child" 2>/dev/null && [ $((tries -= 1)) -ge 0 ]; do sleep 0.1; done
  kill -KILL "$child" 2>/dev/null
} <&3 3<&- &
watcher=$!
wait "$child"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
