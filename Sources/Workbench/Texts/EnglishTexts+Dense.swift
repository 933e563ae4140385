extension EnglishTexts {
  /// The study of a dense layer.
  static let dense: [TextKey: String] = [
    // Keys
    .keyTies: "translation: tie the weights of all cells, or give every edge its own",
    .keyReachLess: "locality: Δ − 1, down to 0; halved beyond 8",
    .keyReachFurther: "locality: Δ + 1, up to the whole grid; doubled beyond 8",
    .keySlice: "the weights into one hidden cell, or those out of one input cell",
    .keyMatrix: "slices side by side, or all weights as one matrix",
    .keyDenseBias: "with or without biases",
    .keyRenew: "other numbers",
    .hintTies: "translation",
    .hintReachLess: "Δ −",
    .hintReachFurther: "Δ +",
    .hintSlice: "by input",
    .hintSliceBack: "by hidden cell",
    .hintMatrix: "matrix",
    .hintMatrixBack: "slices",
    .denseReachIsWhole: "Every weight reaches over the whole grid; there is nothing more to join.",
    .denseReachIsLeast: "Δ is 0: every hidden cell sees only the input cell at its own place.",
    .denseSizeLimit: "A side has {0} to {1} cells.",

    // Titles
    .denseTitle: "Dense layer, {0} to {0}",
    .denseTranslation: "translation",
    .denseLocality: "locality Δ={0}",
    .denseInputTitle: "X(k,l)",
    .denseHiddenTitle: "H(i,j)",
    .denseKernelTitle: "V(a,b)",
    .denseHiddenSliceTitle: "W({0},{1},k,l)",
    .denseInputSliceTitle: "W(i,j,{0},{1})",
    .denseMatrixTitle: "W of {0} to {0}: rows i,j, columns k,l",

    // Counts
    .denseEdges: "edges",
    .denseWeights: "weights",
    .denseBiases: "biases",
    .denseParameters: "in all",
    .denseRowDense: "dense",
    .denseRowTied: "tied",
    .denseRowLocal: "local, Δ={0}",
    .denseRowConvolution: "both, Δ={0}",
    .denseCountsLine: "{0}: {1} edges, {2}+{3} numbers",
    .denseFoot: "same shapes: dense {0} numbers / convolution {1} {2}",
    .denseFootShort: "dense {0}, conv {1}",

    // Sums
    .denseSumOwn: "ΣX×W",
    .denseSumTied: "ΣX×V",
    .denseSumTooLong: "{0} products, too many to add up here; D lets fewer weights reach",
    .denseFeeds: "X({0},{1}) = {2} feeds {3} hidden cells:",
    .denseFeedsCell: "{0} to H({1},{2})",

    // What is to be seen
    .denseSayOwn: "Every hidden cell has its own weight for every input cell.",
    .denseSayBlind: "Which cells are neighbours means nothing to this layer.",
    .denseSayTied: "Tied: W(i,j,i+a,j+b) = V(a,b), so equal names are one weight.",
    .denseSaySlides: "Move, and the slice slides along with the cell.",
    .denseSayOffsets: "a runs from {0} to {1} and b from {2} to {3}: that is not few yet.",
    .denseSayCut: "Weights that reach further than Δ={0} are cut ({1}).",
    .denseSayPlace: "Every place still learns its own; what one has learnt helps no other.",
    .denseSayRims: "Along a row {0} cells see {1} each, less {2} in all at the rims.",
    .denseSayOutside: "At ({0},{1}) {2} of {3} offsets lie outside X, which is 0 there.",
    .denseSayTurned: "Seen from an input, V is turned by 180°.",
    .denseSayEqual: "H = {0}, kernel {1}, padding {2}: all {3} cells equal, bit for bit.",
    .denseSayTooLarge: "H = {0}, kernel {1}, padding {2}.",
    .denseSayDiffers: "conv2d differs at ({0},{1}); this is a mistake of the program.",
    .denseSayShift: "Shift X and H shifts along, but for what happens at the rim.",
    .denseSayMatrix: "All weights differ: nothing in this matrix repeats.",
    .denseSayMatrixTied: "Each weight repeats along a diagonal of every block: Toeplitz matrices.",
    .denseSayMatrixCut: "Only a band around the diagonal is left; the rest is cut ({0}).",
    .denseSayMatrixBand: "A band, and each weight repeats along it: a convolution as a matrix.",
  ]
}
