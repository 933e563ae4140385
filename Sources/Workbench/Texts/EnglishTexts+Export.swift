extension EnglishTexts {
  /// What there is to say about pictures, animations, recordings and code.
  static let export: [TextKey: String] = [
    .exportPart: "shown: {0}",
    .exportPartOfSteps: "{0} of {1} output cells are in it; --steps takes more.",
    .exportNeedsTarget: "Where to? --to FILE says it, such as --to picture.png.",
    .exportUnknownEnding:
      "{0} does not say what to make; a name can end in {1}, or in / for a folder with the grids, or --format says it.",
    .exportStandardOutput: "Standard output",
    .exportGridsNeedFolder: "The grids are several files and need a folder; standard output takes one.",
    .exportMissingLibrary:
      "{0} is not installed; on Debian and Ubuntu `apt-get install {1}` brings it, else `brew install {2}`.",
    .exportLibraryRefused: "{0} could not make it; perhaps there is not enough memory.",
    .exportTooManyNumbers:
      "{0} numbers are too many to be written as code; {1} is the limit. A folder of .npy files takes them.",
    .exportNoCode: "There is no {0} code for {1} with these parameters; numpy or swift has some.",
    .exportHeading: "{0}: the whole output, as Convoscope computes it.",
    .exportNotStarted: "The export could not be started ({0}).",
    .exportStudyStill:
      "A study has nothing for {0}; .png, .svg and .pdf take a picture of it, and Esc leads back to the grids.",
    .exportComparisonStill:
      "While two outputs are compared there are no steps for {0}; .png, .svg and .pdf take a picture of them.",
    .lineExport: "take away a picture, an animation, code: by the ending of the name",
    .lineExportNumPy: "take away NumPy code for the whole output",
    .lineExportPyTorch: "take away PyTorch code for the whole output",
    .lineExportSwift: "take away Swift code for the whole output",
    .exporting: "exporting to {0} …",
    .exported: "exported to {0}",
    .expectedNumberBetween: "a whole number from {0} to {1}",
    .expectedTerminal: "columns x rows such as 80x24, from 30x10 to 500x200,",

    // --help
    .manualExport: "Take away a picture, an animation, a recording, code or the grids.",
    .manualExportMore:
      """
    What is made follows from the ending of the name: a picture for a slide (.png, .svg, .pdf), an animation of the \
    stepping (.gif), a recording of it for asciinema (.cast), code that computes the output (.py for NumPy, .swift; \
    --format pytorch), or, for a name that ends in /, a folder of .npy files with all grids. No terminal is needed; \
    what was there stays whole until the new file is. Numbers are drawn for a slide; any other view, a comparison and a \
    study as the screen has them.
    """,
    .manualExportTo: "The file to write, a folder with / at its end, or - for standard output.",
    .manualExportFormat: "What to make, where the name does not say it: {0}.",
    .manualExportSession: "Take everything from this session, as it stands there; - reads standard input.",
    .manualExportCell: "The output cell that the picture explains, or that the steps begin with; both count from 0.",
    .manualExportWidth: "Pixels from left to right: 1920 unless given, for a .gif 960; the height is 9/16 of it.",
    .manualExportSpeed: "Output cells per second of an animation or a recording, 1 to 60; 6 unless given.",
    .manualExportSteps: "The most output cells of an animation or a recording, up to 1000; {0} unless given.",
    .manualExportTerminal: "The screen of a recording, 80x24 unless given, or of a picture of no numbers, 100x28.",
    .manualExportView: "How cells are drawn, where no session says it, or other than it says: {0}.",
    .manualExportMap: "The colours of cells that are no numbers: {0}.",
    .manualValueTerminal: "columns x rows",
  ]
}
