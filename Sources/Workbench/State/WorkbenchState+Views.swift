import Explorer

/// View, colours and scale of the grids, by keys and lines.
extension WorkbenchState {
  mutating func show(_ view: GridView) {
    look.view = view
    if view == .blocks && !cellPaint.hasHalfBlocks {
      say(.viewIsShades)
    } else {
      say(.viewIs, texts.text(view.name))
    }
    tellOfMaps()
  }

  mutating func paint(with map: ColorMap) {
    look.map = map
    if look.view == .numbers {
      say(.mapIsHidden, texts.text(map.name), keyForView)
    } else {
      say(.mapIs, texts.text(map.name))
    }
    tellOfMaps()
  }

  /// The next scaling; a fixed one has the ends that all grids together have now.
  mutating func scaleNext() {
    switch look.scaling.kind {
    case .local: scale(.global)
    case .global: scale(.fixed(commonEnds()))
    case .fixed: scale(.clamped(nil))
    case .clamped: scale(.local)
    }
  }

  /// `:view NAME`, `:map NAME`, `:scale …`.
  mutating func look(_ verb: String, _ rest: String) {
    switch verb {
    case "view":
      guard let view = GridView(rawValue: rest) else {
        return refuse(.noSuchView, texts.excerpt(rest), texts.list(GridView.allCases.map(\.rawValue)))
      }
      show(view)
    case "map":
      guard let map = ColorMap(rawValue: rest) else {
        return refuse(.noSuchMap, texts.excerpt(rest), texts.list(ColorMap.allCases.map(\.rawValue)))
      }
      paint(with: map)
    default:
      if rest == Scaling.Kind.fixed.rawValue { return scale(.fixed(commonEnds())) }
      guard let scaling = Scaling(text: rest) else { return refuse(.scalingNeedsEnds, texts.excerpt(rest)) }
      scale(scaling)
    }
  }

  private mutating func scale(_ scaling: Scaling) {
    look.scaling = scaling
    let ends = scaling.ends.map { (NumberText.shortest($0.lowerBound), NumberText.shortest($0.upperBound)) }
    let key: TextKey =
      switch scaling {
      case .local: .scalingIsLocal
      case .global: .scalingIsGlobal
      case .fixed: .scalingIsFixed
      case .clamped(nil): .scalingIsClamped
      case .clamped: .scalingIsClampedTo
      }
    say(key, ends?.0 ?? "", ends?.1 ?? "")
    if look.view == .numbers, let said = message?.text { say(.scalingIsHidden, said, keyForView) }
    tellOfMaps()
  }

  /// Feature maps side by side do not follow what is chosen for the grids behind them.
  private mutating func tellOfMaps() {
    guard showsMaps, let said = message?.text else { return }
    say(.lookIsOfGrids, said, KeyMap.keyName(for: .cancel, in: panelContext) ?? "")
  }

  /// Least and largest of all grids, each as a whole where that is known, else as far as it was seen.
  private mutating func commonEnds() -> ClosedRange<Float> {
    var values: [Float] = []
    for grid in GridName.allCases where grid != .kernel || !hidesKernel {
      let isAsked = grid == .output && explorer.document.reveal == .predict
      if !isAsked, let range = memory.range(of: grid, in: explorer) {
        values += [range.lowerBound, range.upperBound]
      } else {
        values += memory.visibleValues(grid).filter(\.isFinite)
      }
    }
    let range = ValueScale.range(of: values)
    return range.lowerBound < range.upperBound ? range : min(0, range.lowerBound)...max(1, range.upperBound)
  }

  private var keyForView: String { KeyMap.keyName(for: .nextView, in: .output) ?? "" }
}

extension GridView {
  var name: TextKey {
    switch self {
    case .numbers: .viewNumbers
    case .heat: .viewHeat
    case .blocks: .viewBlocks
    }
  }
}

extension ColorMap {
  var name: TextKey {
    switch self {
    case .cividis: .mapCividis
    case .grey: .mapGrey
    case .diverging: .mapDiverging
    }
  }
}

extension Scaling.Kind {
  var name: TextKey {
    switch self {
    case .local: .scalingLocal
    case .global: .scalingGlobal
    case .fixed: .scalingFixed
    case .clamped: .scalingClamped
    }
  }
}
