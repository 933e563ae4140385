extension EnglishTexts {
  /// What `--help` says.
  static let manual: [TextKey: String] = [
    // What --help says
    .manualNoColor: "Use no colours, like a non-empty NO_COLOR in the environment.",
    .manualNoMouse: "Leave the mouse to the terminal; keys do everything.",
    .manualASCII: "Draw borders, arrows and shades with ASCII characters only.",
    .manualLessonsFolder: "The folder of the lessons, instead of those that came with the program.",
    .manualInputFile:
      "The input: a picture (PNG, JPEG, netpbm) or a table (CSV, TSV, NumPy's .npy); - reads standard input.",
    .manualKernel: "The kernel: a table file, or one of {0}; several with commas between them are as many filters.",
    .manualColor: "Read the picture's colours as three channels, red, green and blue; else it becomes grey.",
    .manualFilters: "So many filters: copies of --kernel, or random ones without it.",
    .manualInputPreset: "An input to take instead of a file: {0}.",
    .manualPaddingMode: "What stands in the padding: {0}; for both axes or vertical,horizontal.",
    .manualDilation: "Cells from one tap of the kernel to the next; 1 is dense.",
    .manualFlip: "Turn the kernel by 180 degrees: true convolution instead of cross-correlation.",
    .manualProgram: "Step through a convolution, cell by cell, on grids you can edit.",
    .manualUsage:
      """
    convoscope [FILE] [options]
    convoscope lesson [ID]
    convoscope lessons
    convoscope step --plain [FILE] [options]
    """,
    .manualProgramMore:
      """
    Without a file and options it opens the lessons where they were left. With them it opens the explorer; \
    `convoscope help explore` lists the options.

    Exit codes: 0 done, 1 a check failed, 2 no usable terminal, 64 the command line is wrong, 65 bad data or \
    shapes, 66 input missing or unreadable, 69 something is not installed, 70 internal error, 73 output cannot be \
    written.
    """,
    .manualExplore: "Explore a picture or table; this is what happens without the name of a command.",
    .manualExploreMore:
      """
    Without a file and options the lessons open where they were left. With --output no screen opens: the output \
    of the given input, kernel and parameters is computed and written, in the format that the name ends in.
    """,
    .manualSession: "Open this session if it exists; “:session save” writes to it.",
    .manualStudy:
      "Open a study on the stage: dense or stack, with more words as after “:study”, such as \"dense 6x6 tied delta 1\".",
    .manualValueStudy: "study",
    .manualOutput: "Write the output to a .npy, .csv or .png file and end.",
    .manualLesson: "Open a lesson where it was left.",
    .manualLessonMore: "Without an ID the lesson opens that was left last, or the first one with something to do.",
    .manualLessonID: "The lesson's id or number, as `convoscope lessons` lists them.",
    .manualLessons: "List the lessons and what is done in each.",
    .manualCheck:
      "Check the files of the lessons and play every stored solution; exit code 1 when something is wrong.",
    .manualCheckMore:
      """
    Every file in every language is read, every stored solution is played, and each finding is a line that begins \
    with the file and the line in it. The last lines say how many lessons, tasks and translations are in order.
    """,
    .manualNew: "Write a first file for a new lesson, to be written over.",
    .manualNewMore:
      """
    The file gets the number after the last lesson; one that exists is never overwritten. --lessons names the \
    folder.
    """,
    .manualSlug: "The lesson's id, such as edges-and-corners: a to z, 0 to 9 and dashes.",
    .manualProgressExport: "Write what was solved to a file, for another machine.",
    .manualProgressImport: "Add what such a file says to what was solved here.",
    .manualProgressImportMore:
      "Nothing is lost: what is solved on either side is solved afterwards. A damaged file is refused as a whole.",
    .manualProgressFile: "The file.",
    .manualStep: "Print every step as a sentence, for pipes and screen readers.",
    .manualStepMore:
      """
    One line for each output cell: where the window stands, every product, the value. The output can be rebuilt \
    from the lines alone. No terminal is needed.
    """,
    .manualPlain: "Plain sentences, the only form there is; may be left out.",
    .manualPredict: "Ask for each value instead of telling it; answers are lines of standard input.",
    .manualAll: "All output cells, which is the rule.",
    .manualFrom: "Begin at this output cell; both count from 0.",
    .manualCount: "Print at most so many output cells.",
    .manualRun: "Apply one operator to .npy arrays, with PyTorch's names and rules.",
    .manualRunMore:
      "Arrays have PyTorch's axes: planes are (H,W), (C,H,W) or (N,C,H,W), signals (L), (C,L) or (N,C,L); the output "
      + "has as many as the input. Numbers of any type are read and converted; the output is float32, or float64 "
      + "where asked for. Without --output it is printed as a table. --list shows every operator with its options.",
    .manualRunOperator: "The operator, as `convoscope run --list` shows them.",
    .manualRunInput: "The input, a .npy file or - for standard input; again for an operator that joins several.",
    .manualRunWeight: "The weights: (O,C/groups,kH,kW), transposed (C,O/groups,kH,kW), linear (out,in).",
    .manualRunBias: "One number for each output channel.",
    .manualRunRunningMean: "The mean of each channel, for batch-norm.",
    .manualRunRunningVar: "The variance of each channel, for batch-norm.",
    .manualRunQuery: "The queries of an attention, (...,L,E).",
    .manualRunKey: "The keys of an attention, (...,S,E).",
    .manualRunValue: "The values of an attention, (...,S,Ev).",
    .manualRunTheta: "The affine maps of a sampling, (N,2,3).",
    .manualRunKernelSize: "The window of a pool, for both axes or rows,columns.",
    .manualRunStride: "Cells between neighbouring windows, for both axes or rows,columns; of a pool its kernel size.",
    .manualRunPadding:
      "Cells around the input: all sides, vertical,horizontal or top,left,bottom,right; of a signal both ends or "
      + "left,right; or same, or valid. A transposed convolution crops as many.",
    .manualRunGroups: "Parts that channels and filters are cut into; as many as channels is depthwise.",
    .manualRunOutputPadding: "More rows and columns of a transposed convolution, at the bottom and right.",
    .manualRunMode:
      "The part of a one-dimensional convolution that is kept, instead of padding: full, same or valid.",
    .manualRunSampleStep: "The sample step of a one-dimensional convolution, which every sum is multiplied by.",
    .manualRunCeilMode: "Let the last window of a pool reach beyond the input.",
    .manualRunCountIncludePad: "Whether an average pool counts the cells of its padding; it does unless told not to.",
    .manualRunOutputSize: "The output of an adaptive pool or a sampling, for both axes or rows,columns.",
    .manualRunStartDim: "The first axis that flatten joins.",
    .manualRunEndDim: "The last axis that flatten joins; negative ones count from the end.",
    .manualRunNegativeSlope: "The slope of leaky-relu below 0.",
    .manualRunAxis: "The axis of softmax or concat; negative ones count from the end.",
    .manualRunEps: "What batch-norm adds to the variance.",
    .manualRunP: "The probability with which dropout drops a number.",
    .manualRunSeed: "The seed of dropout's choice.",
    .manualRunTrain: "Let dropout drop, as in training.",
    .manualRunScale: "The scale of upsample-nearest, for both axes or rows,columns.",
    .manualRunAlignCorners: "Let a sampling take the centres of the corner cells for the corners.",
    .manualRunOutput: "The .npy file to write, or - for standard output.",
    .manualRunDtype: "float32, or for conv1d and conv2d float64: products and sums in it.",
    .manualRunThreads: "The most threads to work on it; the result does not depend on them.",
    .manualRunAlgorithm:
      "How it is computed: {0}. Up to row-bands the result is exact, from direct on summed in float32; auto is the fastest.",
    .manualRunExplain: "Say on standard error which algorithm computes it, and why.",
    .manualRunList: "List the operators with their options.",
    .manualValueFlag: "true|false",
    .manualModel: "Whole networks: which there are, what they cost and see, what they answer.",
    .manualModelList: "List the architectures with their usual input and their parameters.",
    .manualModelSummary: "Show every layer's output, parameters, products and receptive field.",
    .manualModelSummaryMore:
      "No weights are made. Products (MACs) are those of a weight and an activation, for one picture; a bias is none. "
      + "A receptive field has a size, the jump from one unit's to the next, and the centre of the first, all in cells "
      + "of the input.",
    .manualModelName: "An architecture, as `convoscope model list` shows them, or a YAML file.",
    .manualModelInputShape: "The axes of the input without the batch, instead of the usual ones.",
    .manualModelJSON: "Print JSON instead of a table.",
    .manualModelRun: "Run a network on a batch of inputs.",
    .manualModelRunMore:
      "The weights are .npy files named as in a PyTorch state dict, such as features.0.weight.npy.",
    .manualModelInput: "The input, a .npy file or - for standard input: (N,C,H,W), or (C,H,W) for one picture.",
    .manualModelWeights: "The folder of the weights.",
    .manualValueShape: "c,h,w",
    .manualValueFolder: "dir",
    .manualValueNameOrFile: "name|file",
    .manualValueName: "name",
    .manualValueAxes: "n|n,m",
    .manualValueSides: "n|n,m|t,l,b,r",
    .manualValueModes: "mode|mode,mode",
    .manualValueFile: "file",
    .manualValueCell: "row,column",
    .manualValueNumber: "n",
  ]
}
