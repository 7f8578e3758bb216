#!/bin/sh
# Sets up what `make` needs: sh packaging/set_up.sh run|test|package|tools
#
# 1. System packages (packaging/system_packages.txt): root gets them installed, others get told.
# 2. .venv with the pinned packages and the project itself, editable. PYTHON names another
#    Python to make it with.
#
# Does nothing when all is there, and can be interrupted at any time: .venv/.complete is written
# last, and a .venv without it is made anew.
# shellcheck disable=SC2086 # $packages is one word a package
set -eu
cd "$(dirname "$0")/.."
purpose=$1
case $purpose in
    run) needs="the window" ;;
    test) needs="the window and its tests" ;;
    package) needs="building and testing the package" ;;
    tools) needs="the .venv" ;;
esac
stamp=.venv/.complete

say() { echo "set-up: $*" >&2; }
fail() { say "$*"; exit 1; }

# ---- what is there

# Where this is (a .venv cannot be moved), and all that decides what .venv holds.
key() {
    pwd
    { cat pyproject.toml packaging/constraints.txt; grep __version__ lenet_gui/__init__.py; } | cksum
}

venv_is_current() {
    [ -f $stamp ] && [ "$(cat $stamp)" = "$(key)" ] && .venv/bin/python -c ''
}

venv_is_usable() {
    [ -f $stamp ] && [ "$(head -n 1 $stamp)" = "$(pwd)" ] && .venv/bin/python -c ''
}

is_supported() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3 python3.13 python3.12 python3.11; fi
    for candidate; do
        if is_supported "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "lenet_gui needs Python 3.11, 3.12 or 3.13, but $1 is" \
        "$("$1" --version 2>/dev/null || echo missing)." \
        "Install one, or name one: make PYTHON=/path/to/python3.12 ..."
}

# The Debian packages of what the system lacks.
missing_packages() {
    if [ "$(uname -s)" = Linux ] && [ "$purpose" != tools ]; then missing_for_qt_and_tests; fi
    if [ -n "$python" ] && ! "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
    fi
}

missing_for_qt_and_tests() {
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0 # no glibc
    while read -r needed_by name package; do
        case $needed_by in
            run) ;;
            test) [ "$purpose" = test ] || [ "$purpose" = package ] || continue ;;
            package) [ "$purpose" = package ] || continue ;;
            *) continue ;; # a comment or an empty line
        esac
        case $name in
            *.so.*) case $libraries in *"$name ("*) continue ;; esac ;;
            *) if command -v "$name" >/dev/null; then continue; fi ;;
        esac
        echo "$package"
    done <packaging/system_packages.txt
}

# ---- making it so

provide_system_packages() {
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "the system lacks packages for $needs; apt-get installs them now:" $packages
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -q </dev/null || say "apt-get update failed; trying with the old lists"
        apt-get install -q -y --no-install-recommends $packages </dev/null || true
        packages=$(missing_packages)
        [ -n "$packages" ] || return 0
    fi
    say "the system lacks packages for $needs." \
        "On Debian or Ubuntu: sudo apt-get install" $packages
    case $purpose in test | package) fail "the tests cannot run without them." ;; esac
}

make_venv() {
    "$python" -c 'import ensurepip' 2>/dev/null ||
        fail "$python cannot make virtual environments." \
            "On Debian or Ubuntu: sudo apt-get install python3-venv"
    [ ! -e .venv ] || say "the .venv is half made or from another place: making it anew"
    "$python" -m venv --clear .venv
}

fill_venv() {
    say "installing the pinned packages into .venv; the first time this takes minutes"
    rm -f $stamp
    pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=packaging/constraints.txt .venv/bin/python -m pip"
    # The build backend first: so the project is built with the pinned one, too.
    $pip install hatchling
    $pip install --no-build-isolation --editable '.[dev]'
    key >$stamp
}

python=
if ! venv_is_usable; then python=$(find_python); fi
provide_system_packages
[ -z "$python" ] || make_venv
venv_is_current || fill_venv
