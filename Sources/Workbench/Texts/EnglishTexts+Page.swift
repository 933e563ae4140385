extension EnglishTexts {
  /// The manual page. In its lists a tabulator stands between an item and what is said of it.
  static let page: [TextKey: String] = [
    .pageName: "Name",
    .pageSummary: "step through a convolution, cell by cell, on grids you can edit",
    .pageSynopsis: "Synopsis",
    .pageDescription: "Description",
    .pageAbout:
      """
    An explorer for convolution in the terminal. A window slides over an input; every product and every sum is on the \
    screen, and grids, kernel, stride, padding, dilation, channels and operator change as you type. Lessons beside \
    the grids explain what one sees and check what one did.

    Without a file and options it opens the lessons where they were left.
    """,
    .pageCommands: "Commands",
    .pageKeys: "Keys",
    .pageKeysAbout: "On the screen “?” shows the keys of the panel that has the focus.",
    .pageTyping: "While a number is typed",
    .pagePrompt: "In the command line and the answer",
    .pageLists: "In lists",
    .pageFiles: "Files",
    .pageFilesList:
      """
    $XDG_STATE_HOME/convoscope	What was solved in the lessons, and copies of unsaved work for recovery; \
    ~/.local/state/convoscope where the variable is not set.
    PREFIX/share/convoscope/Lessons	The lessons that came with the program.
    """,
    .pageEnvironment: "Environment",
    .pageEnvironmentList:
      """
    CONVOSCOPE_LESSONS	The folder of the lessons, where --lessons names none.
    NO_COLOR	When it is not empty, no colours are used.
    TERM	The type of the terminal.
    LC_ALL, LC_CTYPE, LANG	Whether text may be UTF-8; otherwise everything is drawn in ASCII.
    ESCDELAY	Milliseconds that an escape waits for the rest of a key's sequence; 25 where it is not set.
    """,
    .pageExit: "Exit status",
    .pageExitList:
      """
    0	Done.
    1	A check failed.
    2	There is no terminal that can be used.
    64	The command line alone is wrong.
    65	Data are bad, or shapes do not fit.
    66	An input is missing or cannot be read.
    69	Something that has to be installed is not.
    70	An internal error.
    73	The output cannot be written.
    """,
    .manualCompletions: "Print the script that completes commands and options in a shell.",
    .manualCompletionsMore: "For this bash alone: eval \"$(convoscope completions bash)\".",
    .manualShell: "One of {0}.",
    .errorUnknownShell: "There are no completions for “{0}”, only for {1}",
    .manualManual: "Print the manual page in roff, as man reads it.",
    .manualManualMore: "To read it without installing it: convoscope manual | man -l -",
  ]
}
