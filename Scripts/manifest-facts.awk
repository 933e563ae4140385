# Reads `swift package dump-package` and prints one fact a line, tab-separated:
#   target   NAME  TYPE  PATH
#   depends  NAME  MODULE
# A small JSON reader, because a bare machine has neither jq nor Python. JSON strings never span lines.

function unquoted(text) {
  text = substr(text, 2, length(text) - 2)
  gsub(/\\\//, "/", text)
  return text
}

# The value at the current place, for instance targets/[]/dependencies/[]/byName/[].
function place(    level, text) {
  text = ""
  for (level = 1; level <= depth; level++) text = text "/" (inArray[level] ? "[]" : key[level])
  return text
}

function value(text,    here) {
  here = place()
  if (here == "/targets/[]/name") name = text
  else if (here == "/targets/[]/type") type = text
  else if (here == "/targets/[]/path") path = text
  else if (here ~ /^\/targets\/\[\]\/dependencies\/\[\]\/(byName|target|product)\/\[\]$/ && index_[depth] == 0)
    modules[++moduleCount] = text
}

function targetEnded(    i) {
  if (path == "") path = (type == "test" ? "Tests/" : "Sources/") name
  print "target\t" name "\t" type "\t" path
  for (i = 1; i <= moduleCount; i++) print "depends\t" name "\t" modules[i]
  name = type = path = ""
  moduleCount = 0
}

{
  rest = $0
  while (match(rest, /"([^"\\]|\\.)*"|[{}\[\],:]|[^][{}",: \t]+/)) {
    token = substr(rest, RSTART, RLENGTH)
    rest = substr(rest, RSTART + RLENGTH)
    if (token == "{" || token == "[") {
      depth++
      inArray[depth] = token == "["
      index_[depth] = 0
      expectsKey = token == "{"
    } else if (token == "}" || token == "]") {
      depth--
      if (token == "}" && place() == "/targets/[]") targetEnded()
      expectsKey = 0
    } else if (token == ",") {
      index_[depth]++
      expectsKey = !inArray[depth]
    } else if (token == ":") {
      expectsKey = 0
    } else if (expectsKey) {
      key[depth] = unquoted(token)
    } else if (token ~ /^"/) {
      value(unquoted(token))
    }
  }
}
