import ConvolutionEngine
import Explorer

/// Checks of everything but numbers in the grids: places, parameters, operators, studies, comparisons, edits.
extension CheckReader {
  static let stateKinds: [Kind] = [
    Kind(name: "reach") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "reach", known: ["row", "column"])
      let range = 0...AxisGeometry.limit
      return .reachCell(
        row: try fields.required("row").wholeNumber("row", in: range),
        column: try fields.required("column").wholeNumber("column", in: range))
    },
    Kind(name: "set") { value throws(LessonFault) in try parameters(value) },
    Kind(name: "operator") { value throws(LessonFault) in .operation(try choice(value, name: "operator")) },
    Kind(name: "weights") { value throws(LessonFault) in .weightCount(try countTest(value, name: "weights")) },
    Kind(name: "products") { value throws(LessonFault) in .productCount(try countTest(value, name: "products")) },
    Kind(name: "comparing") { value throws(LessonFault) in .comparison(try choice(value, name: "comparing")) },
    Kind(name: "target") { value throws(LessonFault) in
      let text = try value.text("target")
      guard text == "set" else { throw value.badValue("target", text) }
      return .targetIsSet
    },
    Kind(name: "fit") { value throws(LessonFault) in
      let residual = try LessonFields(value, name: "fit", known: ["residual"]).required("residual")
      return .residual(try numberTest(residual, name: "residual"))
    },
    Kind(name: "study") { value throws(LessonFault) in
      let name = try value.text("study")
      guard name != "none" else { return .study(nil) }
      return .study(try choice(value, name: "study"))
    },
    Kind(name: "dense") { value throws(LessonFault) in try dense(value) },
    Kind(name: "stack") { value throws(LessonFault) in try stack(value) },
    Kind(name: "predicted") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "predicted", known: ["right"])
      return .predicted(try countTest(try fields.required("right"), name: "right"))
    },
    Kind(name: "edits") { value throws(LessonFault) in
      let fields = try LessonFields(value, name: "edits", known: ["at-most"])
      return .edits(atMost: try fields.required("at-most").wholeNumber("at-most", in: 1...1000))
    },
  ]

  /// `{stride: 2, padding: 1}`, with the values of the command line.
  private static func parameters(_ value: LessonValue) throws(LessonFault) -> Check {
    let known = ParameterName.allCases.map(\.rawValue)
    return try facts(value, name: "set", known: known) { name, field throws(LessonFault) in
      let text = try field.text(name)
      guard let parameter = ParameterName(rawValue: name), let value = OperatorCatalog.value(of: parameter, from: text)
      else { throw field.badValue(name, text) }
      return .parameter(parameter, value)
    }
  }

  private static func dense(_ value: LessonValue) throws(LessonFault) -> Check {
    let known = ["size", "tied", "delta", "weights", "parameters", "edges"]
    return try facts(value, name: "dense", known: known) { name, value throws(LessonFault) in
      switch name {
      case "size": .dense(.size(try value.size(name)))
      case "tied": .dense(.tied(try value.flag(name)))
      case "delta":
        .dense(
          .reach(
            try value.text(name) == "none" ? nil : try value.wholeNumber(name, in: 0...DenseStudy.sides.upperBound)))
      case "weights": .dense(.weights(try countTest(value, name: name)))
      case "parameters": .dense(.parameters(try countTest(value, name: name)))
      default: .dense(.edges(try countTest(value, name: name)))
      }
    }
  }

  private static func stack(_ value: LessonValue) throws(LessonFault) -> Check {
    let known = [
      "layers", "parameters", "products", "field", "size", "channels", "name", "kinds", "stride", "dilation",
    ]
    return try facts(value, name: "stack", known: known) { name, value throws(LessonFault) in
      switch name {
      case "layers": .stack(.layers(try countTest(value, name: name)))
      case "parameters": .stack(.parameters(try countTest(value, name: name)))
      case "products": .stack(.products(try countTest(value, name: name)))
      case "field": .stack(.field(try countTest(value, name: name)))
      case "size": .stack(.size(try value.size(name)))
      case "channels": .stack(.channels(try countTest(value, name: name)))
      case "kinds": .stack(.kinds(try kinds(value)))
      case "stride": .stack(.stride(try countTest(value, name: name)))
      case "dilation": .stack(.dilation(try countTest(value, name: name)))
      default: .stack(.architecture(try architecture(value)))
      }
    }
  }

  private static func kinds(_ value: LessonValue) throws(LessonFault) -> Set<StackLayer.Kind> {
    var kinds: Set<StackLayer.Kind> = []
    for kind in try value.list("kinds") { kinds.insert(try choice(kind, name: "kinds")) }
    guard !kinds.isEmpty else { throw value.badValue("kinds", "") }
    return kinds
  }

  private static func architecture(_ value: LessonValue) throws(LessonFault) -> String {
    let name = try value.text("name")
    guard NetworkCatalog.description(of: name) != nil else { throw value.badValue("name", name) }
    return name
  }
}
