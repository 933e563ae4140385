# Passes on what needs reading of `swift test` (Swift Testing): a line per test that started or passed would hide it.
# A line that says so may go on for many lines, because it holds a test's arguments; all of them are left out.

function held_shown() {
  if (held != "") printf "%s", held
  held = ""
}

# A new record: what was held never came to its end, so it may be news.
/^[^ ]+ +(Test|Suite) / { held_shown() }

held != "" {
  held = held $0 "\n"
  if (/started\.$/) held = ""
  next
}

/^[^ ]+ +(Test|Suite) .*(started\.|passed after [0-9.]+ seconds\.)$/ || /^↳ / { next }

/^[^ ]+ +Test case passing / && !/ recorded an? / { held = $0 "\n"; next }

{ print }

END { held_shown() }
