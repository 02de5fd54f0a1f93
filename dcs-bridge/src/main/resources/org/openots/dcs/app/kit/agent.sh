#!/bin/sh
# Sender beside a rig. agent.sh [--self-test] [agent.json]; settings: agent.json in this folder unless another is named.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 2
test=
if [ "${1:-}" = --self-test ]; then
  test=--self-test
  shift
fi
settings=${1:-$here/agent.json}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# Java reads file names in the encoding of the locale; in the C locale a path with Chinese characters is lost.
case $(locale charmap 2>/dev/null) in
  ANSI_X3.4-1968 | US-ASCII | '') LC_ALL=C.UTF-8 && export LC_ALL ;;
esac
command -v "$java" >/dev/null 2>&1 || {
  echo "需要 Java 17 或更新 / Java 17 or newer is needed" >&2
  exit 2
}
# shellcheck disable=SC2086  # nothing, or one word
exec "$java" -Xmx256m -XX:+UseSerialGC -Dslf4j.internal.verbosity=ERROR -jar "$here/openots-agent.jar" $test "$settings"
