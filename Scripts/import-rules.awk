# Holds source files and manifest facts against the import table. Input, in this order:
#   Scripts/import-table.txt, the facts of manifest-facts.awk (-v facts=FILE), Package.swift, then every source file.
# Prints one `file:line: sentence` per breach; exit code 1 when there is one.

function breach(file, line, sentence) {
  print file ":" line ": " sentence
  breaches++
}

# MARK: The table

function readTableLine(    row, i) {
  sub(/#.*/, "")
  if (NF == 0) return
  if ($1 == "platform") {
    for (i = 2; i <= NF; i++) isPlatform[$i] = 1
    return
  }
  row = ++rowCount
  rowLine[row] = FNR
  rowTarget[row] = $1
  rowModule[row] = $2
  rowScope[row] = $3 == "in" && $4 == "one" && $5 == "file" && NF == 5 ? "one file" \
    : ($3 == "in" || $3 == "outside") && $4 ~ /\/$/ && NF == 4 ? $3 " " $4 : ""
  if (NF < 2 || (NF > 2 && rowScope[row] == "")) breach(table, FNR, "This row is not understood: " $0)
  if ($2 ~ /^<.*>$/) headerRow[row] = substr($2, 2, length($2) - 2)
}

function rowSpeaksOf(row, target) {
  return rowTarget[row] == target || (rowTarget[row] == "*Tests" && targetType[target] == "test")
}

# The row that lets `target` import `module`, or 0.
function rowFor(target, module,    row) {
  for (row = 1; row <= rowCount; row++) {
    if (!rowSpeaksOf(row, target)) continue
    if (rowModule[row] == "@ours" && (module in isOurLibrary)) return row
    if (index("|" rowModule[row] "|", "|" module "|") > 0) return row
  }
  return 0
}

# MARK: Places

# The target whose folder holds `file`; sets `inside`, the path within that folder.
function targetOf(file,    name) {
  for (name in targetPath)
    if (index(file, targetPath[name] "/") == 1) {
      inside = substr(file, length(targetPath[name]) + 2)
      return name
    }
  return ""
}

# MARK: Swift

# The line without comments and strings, which may span lines (block comments nest).
function codeOf(line,    code, i, two) {
  if (commentDepth == 0 && stringEnd == "" && line !~ /\/\*|"/) {
    sub(/\/\/.*/, "", line)
    return line
  }
  code = ""
  while (line != "") {
    two = substr(line, 1, 2)
    if (commentDepth > 0) {
      if (two == "*/") { commentDepth--; line = substr(line, 3); code = code " " }
      else if (two == "/*") { commentDepth++; line = substr(line, 3) }
      else line = substr(line, 2)
    } else if (stringEnd != "") {
      if (substr(line, 1, length(stringEnd)) == stringEnd) {
        line = substr(line, length(stringEnd) + 1)
        stringEnd = ""
      } else line = substr(line, substr(line, 1, 1) == "\\" && stringEnd !~ /#/ ? 3 : 2)
    } else if (two == "//") line = ""
    else if (two == "/*") { commentDepth = 1; line = substr(line, 3) }
    else if (match(line, /^#*("""|")/)) {
      stringEnd = substr(line, 1, RLENGTH)
      line = substr(line, RLENGTH + 1)
      i = index(stringEnd, "\"")
      stringEnd = substr(stringEnd, i) substr(stringEnd, 1, i - 1)
      code = code "\"\""
    } else {
      code = code substr(line, 1, 1)
      line = substr(line, 2)
    }
  }
  if (stringEnd !~ /"""/) stringEnd = ""  # an ordinary string ends with its line
  return code
}

function readSwiftLine(    count, statements, i) {
  count = split(codeOf($0), statements, ";")
  for (i = 1; i <= count; i++) readStatement(statements[i])
}

function readStatement(text,    parts) {
  gsub(/^[ \t\r]+|[ \t\r]+$/, "", text)
  if (text == "") return
  if (unfinished != "") { text = unfinished " " text; unfinished = "" }
  if (text ~ /^@_exported([ \t]|$)/ && text ~ /[ \t]import([ \t]|$)/)
    breach(FILENAME, FNR, "@_exported would hand the import on to everyone who imports " target ".")
  while (sub(/^(@[A-Za-z_]+([ \t]*\([^)]*\))?|public|package|internal|fileprivate|private)[ \t]+/, "", text)) ;
  if (text !~ /^import([ \t]|$)/) return
  sub(/^import[ \t]*/, "", text)
  sub(/^(typealias|struct|class|enum|protocol|let|var|func)([ \t]+|$)/, "", text)
  if (text == "") { unfinished = "import"; return }
  gsub(/`/, "", text)
  split(text, parts, /[^A-Za-z0-9_]/)
  imported(target, parts[1])
}

function imported(target, module,    row) {
  if (target == module) return
  row = rowFor(target, module)
  if (row == 0) {
    breach(FILENAME, FNR, target " may not import " module " (no row in " table ").")
    return
  }
  rowUsed[row] = 1
  isImported[target, module] = 1
  scopeChecked(row, target, "import " module)
  if (!(module in isPlatform) && !((target, module) in depends))
    breach(FILENAME, FNR, target " imports " module ", but Package.swift does not list it as a dependency of " target ".")
}

function scopeChecked(row, target, what,    scope, folder) {
  scope = rowScope[row]
  if (scope == "one file") {
    if (!(row in onlyFile)) { onlyFile[row] = FILENAME; onlyLine[row] = FNR }
    else if (onlyFile[row] != FILENAME)
      breach(FILENAME, FNR, target " may " what " in one file only, which is " onlyFile[row] ":" onlyLine[row] ".")
    return
  }
  folder = scope
  sub(/^(in|outside) /, "", folder)
  if ((scope ~ /^in / && index(inside, folder) != 1) || (scope ~ /^outside / && index(inside, folder) == 1))
    breach(FILENAME, FNR, target " may " what " only " scope ".")
}

# MARK: C

function readCLine(    header, row, pattern, owner, known) {
  if ($0 !~ /^[ \t]*#[ \t]*(include|import)/) return
  header = $0
  sub(/^[ \t]*#[ \t]*(include|import)[ \t]*[<"]/, "", header)
  sub(/[>"].*/, "", header)
  for (row in headerRow) {
    pattern = headerRow[row]
    gsub(/\./, "\\.", pattern)
    gsub(/\*/, ".*", pattern)
    if (header !~ ("^" pattern "$")) continue
    if (rowTarget[row] != target) {
      breach(FILENAME, FNR, target " may not include <" header ">: it belongs to " rowTarget[row] ".")
    } else {
      rowUsed[row] = 1
      scopeChecked(row, target, "include <" header ">")
    }
  }
}

# MARK: All input

FNR == 1 {
  fileIndex++
  if (fileIndex == 1) table = FILENAME
  commentDepth = 0
  stringEnd = unfinished = ""
  if (fileIndex == 4) { librariesFound(); manifestJudged() }
  if (fileIndex > 3) target = targetOf(FILENAME)
  if (fileIndex > 3 && target == "") breach(FILENAME, 1, "This file lies outside every target of Package.swift.")
}
fileIndex == 1 { readTableLine(); next }
fileIndex == 2 {
  if ($1 == "target") {
    targets[++targetCount] = $2
    targetType[$2] = $3
    targetPath[$2] = $4
  } else {
    depends[$2, $3] = 1
    dependencies[$2] = dependencies[$2] " " $3
  }
  next
}
fileIndex == 3 {
  # Where the manifest names each target, for the messages.
  if (match($0, /name: "[^"]*"/)) {
    name = substr($0, RSTART + 7, RLENGTH - 8)
    if (name in targetType) manifestLine[name] = FNR
  }
  next
}
target == "" { next }
FILENAME ~ /\.swift$/ { readSwiftLine(); next }
{ readCLine() }

# MARK: The manifest and the table themselves

# A library of ours is a plain target under Sources with Swift in it; C targets are named in the table one by one.
function librariesFound(    i, name) {
  for (i = 4; i < ARGC; i++) {
    if (ARGV[i] !~ /^Sources\/.*\.swift$/) continue
    name = targetOf(ARGV[i])
    if (targetType[name] == "regular") isOurLibrary[name] = 1
  }
}

function manifestJudged(    i, j, name, count, modules, row, hasRow) {
  for (i = 1; i <= targetCount; i++) {
    name = targets[i]
    hasRow = 0
    for (row = 1; row <= rowCount; row++)
      if (rowSpeaksOf(row, name)) { hasRow = 1; if (rowModule[row] == "nothing") rowUsed[row] = 1 }
    if (!hasRow) breach("Package.swift", manifestLine[name], "Target " name " has no row in " table ".")
    count = split(dependencies[name], modules, " ")
    for (j = 1; j <= count; j++)
      if (!rowFor(name, modules[j]))
        breach("Package.swift", manifestLine[name], name " may not depend on " modules[j] " (no row in " table ").")
  }
}

END {
  if (fileIndex < 4) breach(table, 1, "No source files were found.")
  for (i = 1; i <= targetCount; i++) {
    name = targets[i]
    if (targetType[name] == "test") continue  # a test target may keep a dependency it will want again
    count = split(dependencies[name], modules, " ")
    for (j = 1; j <= count; j++)
      if (rowFor(name, modules[j]) && !((name, modules[j]) in isImported))
        breach("Package.swift", manifestLine[name], name " depends on " modules[j] ", but no file of it imports that.")
  }
  for (row = 1; row <= rowCount; row++)
    if (!(row in rowUsed))
      breach(table, rowLine[row], rowTarget[row] " never uses " rowModule[row] ": remove this row or use it.")
  exit breaches > 0
}
