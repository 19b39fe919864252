# Finding a JDK without starting one: every JDK since 9 says its version in the file `release`.
# Sourced by ./lodge, ./verify and the installer's scripts.

# jdk_major HOME: the feature version of the JDK there, or nothing when it is none (or only a JRE).
jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        [ "$key" = JAVA_VERSION ] || continue
        value=${value#\"}
        value=${value%%[!0-9]*}
        printf '%s' "$value"
        return 0
    done <"$1/release"
}

# find_jdk WANTED: home of the first JDK that is WANTED or newer. JAVA_HOME and PATH come first.
find_jdk() {
    for home in "${JAVA_HOME-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* /usr/java/* /usr/local/openjdk-* /opt/java/* /opt/jdk* /opt/*jdk* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$home" ] && [ -d "$home" ] || continue
        major=$(jdk_major "$home")
        if [ -n "$major" ] && [ "$major" -ge "$1" ]; then
            printf '%s\n' "$home"
            return 0
        fi
    done
    return 1
}

jdk_on_path() {
    on_path=$(command -v javac 2>/dev/null) || return 0
    while [ -h "$on_path" ]; do
        link=$(readlink "$on_path")
        case $link in /*) on_path=$link ;; *) on_path=$(dirname "$on_path")/$link ;; esac
    done
    (CDPATH='' cd -- "$(dirname -- "$on_path")/.." && pwd -P)
}
