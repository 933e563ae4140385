extension EnglishTexts {
  /// What is said of views, colour maps and scales.
  static let views: [TextKey: String] = [
    .headerView: "{0}, {1}",
    .headerShades: "shades, no half blocks",
    .legendSigns: "in the diverging colours, and in shades: above and below zero",
    .legendOutside: "beyond the upper or lower end of the colours",
    .legendCursor: "the selected cell between colours",
    .viewNumbers: "numbers",
    .viewHeat: "heat map",
    .viewBlocks: "half blocks",
    .mapCividis: "cividis",
    .mapGrey: "grey",
    .mapDiverging: "diverging",
    .scalingLocal: "local",
    .scalingGlobal: "global",
    .scalingFixed: "fixed",
    .scalingClamped: "clamped",
    .viewIs: "View: {0}",
    .viewIsShades: "Half blocks need 256 colours and Unicode: here a shade stands for each cell.",
    .mapIs: "Colours: {0}",
    .mapIsHidden: "Colours: {0}; {1} shows them.",
    .scalingIsLocal: "Scale local: each grid by its own visible cells",
    .scalingIsGlobal: "Scale global: each grid by all of its cells",
    .scalingIsFixed: "Scale fixed: {0} to {1} in all grids",
    .scalingIsClamped: "Scale clamped: each grid by its visible cells, 5% at either end cut off",
    .scalingIsClampedTo: "Scale clamped: each grid by its visible cells within {0} to {1}",
    .scalingIsHidden: "{0}; {1} shows colours.",
    .noSuchView: "There is no view “{0}”; there are {1}.",
    .noSuchMap: "There are no colours “{0}”; there are {1}.",
    .scalingNeedsEnds:
      "“{0}” is no scale: local, global, fixed, fixed LO HI, clamped or clamped LO HI, with LO below HI.",
  ]
}
