# Shared by ./run and ./test: what must be on the machine, and the bundling of style sheet and scripts.

say() { printf '\033[1m== %s\033[0m\n' "$1"; }

stop() { echo "$1" >&2; exit 1; }

need_dotnet() {
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
        stop "Nabij needs the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0"
}

need_node() {
    local major
    major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/')
    [ "${major:-0}" -ge 20 ] || stop "Nabij needs Node.js 20 or newer: https://nodejs.org (or apt-get install nodejs npm)"
}

# Bundles only when something changed since the last time.
bundle_frontend() {
    local frontend=src/Nabij.Web/Frontend stamp=artifacts/frontend.stamp
    mkdir -p artifacts
    if [ ! -f "$stamp" ] || [ ! -f src/Nabij.Web/wwwroot/css/app.css ] ||
        [ -n "$(find "$frontend" src/Nabij.Web -newer "$stamp" \( -name node_modules -prune -o -name wwwroot -prune -o -type f \( -name '*.css' -o -name '*.ts' -o -name '*.mjs' -o -name '*.json' -path '*Frontend*' -o -name '*.razor' \) -print \) | head -n 1)" ]; then
        say "Bundling style sheet and scripts"
        [ -d "$frontend/node_modules" ] && [ "$frontend/node_modules" -nt "$frontend/package-lock.json" ] ||
            (cd "$frontend" && npm ci --no-audit --no-fund --silent)
        (cd "$frontend" && npm run --silent build)
        touch "$stamp"
    fi
}
