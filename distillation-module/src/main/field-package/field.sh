#!/bin/sh
# 3D field station for lab PCs with Linux. field.sh --host ADDRESS --ticket DIGITS
# Java: the folder jre beside this file, else JAVA_HOME, else the PATH; 17 or newer.
# Exit codes: 0 fine, 1 failed, 2 wrong argument or no Java, 3 this computer cannot draw.
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 2

# Java reads file names in the encoding of the locale; in the C locale a path with Chinese characters is lost.
case $(locale charmap 2>/dev/null) in
  ANSI_X3.4-1968 | US-ASCII | '') LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

is_java() {
  command -v "$1" >/dev/null 2>&1 || return 1
  version=$("$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  version=${version%%.*}
  [ -n "$version" ] && [ "$version" -ge 17 ]
}

for java in "$here/jre/bin/java" "${JAVA_HOME:-/nonexistent}/bin/java" java ''; do
  [ -n "$java" ] && is_java "$java" && break
done
if [ -z "$java" ]; then
  cat "$here/words/no-java.txt" >&2
  exit 2
fi
if [ $# -eq 0 ]; then
  cat "$here/words/ask.txt" >&2
  printf '1 > ' >&2 && read -r station || exit 2
  printf '2 > ' >&2 && read -r ticket || exit 2
  set -- --host "$station" --ticket "$ticket"
fi
exec "$java" -Xmx400m -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 --enable-native-access=ALL-UNNAMED \
  -cp "$here/lib/*" org.openots.distillation.field3d.app.FieldStation "$@"
