# Sourced by ./leibniz and ./mvnw: sets JAVA_HOME to a JDK 25 or newer, or says what to install and exits with status 2.
# Tried in order: JAVA_HOME, java on the PATH, then the folders where operating systems and version managers put JDKs.
leibniz_java_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}
leibniz_find_jdk() {
  leibniz_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$leibniz_on_path" ]; then
    leibniz_on_path=$(dirname "$(dirname "$(readlink -f "$leibniz_on_path" 2>/dev/null || echo "$leibniz_on_path")")")
  fi
  for leibniz_home in "${JAVA_HOME:-}" "$leibniz_on_path" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$leibniz_home" ] || continue
    leibniz_major=$(leibniz_java_major "$leibniz_home") || continue
    if [ "${leibniz_major:-0}" -ge 25 ]; then
      JAVA_HOME=$leibniz_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Leibniz needs a JDK 25 or newer and found none in JAVA_HOME, on the PATH or in the usual folders." >&2
  echo "Install one (Debian and Ubuntu: apt install temurin-25-jdk or openjdk-25-jdk; macOS: brew install openjdk@25;" >&2
  echo "anywhere: sdk install java 25-tem), or set JAVA_HOME to it, and run the command again." >&2
  exit 2
}
leibniz_find_jdk
