# Reads what `swift test` printed (Swift Testing) and ends with one line: `N passed, N failed[, N skipped]`.
#   -v status=N   the exit status of `swift test`
# The total is the one of the run's own summary; a run that died before its summary counts every test that had
# started and not ended as failed. Exit code 1 unless something passed and nothing failed.

/^[^ ]+ +Test run with [0-9]+ tests? .*(passed|failed) after / {
  match($0, /with [0-9]+ test/)
  total += substr($0, RSTART + 5, RLENGTH - 10)
  hasSummary = 1
  next
}

/^[^ ]+ +Test (run|case) / { next }

/^[^ ]+ +Test .* started\.$/ {
  name = $0
  sub(/^[^ ]+ +Test /, "", name)
  sub(/ started\.$/, "", name)
  running[name] = 1
  next
}

/^[^ ]+ +Test .* (passed|failed|was cancelled) after [0-9.]+ seconds/ {
  name = $0
  sub(/^[^ ]+ +Test /, "", name)
  sub(/( with [0-9]+ test cases?)? (passed|failed|was cancelled) after [0-9.]+ seconds((\.| with |:).*)?$/, "", name)
  delete running[name]
}

/^[^ ]+ +Test .* passed after [0-9.]+ seconds( with [^"]*)?\.$/ { passed++; next }

/^[^ ]+ +Test .* failed after [0-9.]+ seconds( with [^"]*)?\.$/ {
  failed++
  failures[failed] = name
  next
}

/^[^ ]+ +Test .* (skipped(\.$|:)|was cancelled after )/ { skipped++; next }

END {
  for (i = 1; i <= failed; i++) print "Failed: " failures[i]
  if (hasSummary) {
    passed = total - failed - skipped
    if (status != 0 && failed == 0) {
      failed = 1
      print "Failed: the run itself (exit status " status "), outside every test."
    }
  } else {
    print "The run ended before its summary (exit status " status ")."
    before = failed
    for (name in running) {
      failed++
      print "Had not ended: " name
    }
    if (failed == before) failed++
  }
  print (passed + 0) " passed, " (failed + 0) " failed" (skipped > 0 ? ", " skipped " skipped" : "")
  exit !(passed > 0 && failed == 0)
}
