extension EnglishTexts {
  /// Feature maps side by side.
  static let maps: [TextKey: String] = [
    .keyMaps: "all feature maps side by side: on one scale, each on its own, the grids again",
    .mapTitle: "filter {0}",
    .mapScaleShared: "shared {0} to {1}",
    .mapScaleOwn: "own {0} to {1}",
    .mapScaleSigned: "±{0}",
    .mapsShared: "All maps side by side, on one scale.",
    .mapsOwn: "All maps side by side, each on its own scale.",
    .mapsEnded: "The grids again.",
    .lookIsOfGrids: "{0} (in the grids: {1} leads back to them)",
    .doneInGrids: "Done",
    .onlyOneMap: "There is only one feature map; :kernels sobel-x sobel-y makes two.",
    .kernelsItem: "several kernels at once …",
    .editKernels: "kernels: {0}",
  ]
}
