import ConvolutionEngine
import YAMLText

/// One layer of a network file: its kind alone, or a mapping of what it is asked for.
struct LayerText {
  /// The name of the kind.
  let kind: String
  let layer: any Layer
  /// Nil when it goes by the name of its kind.
  let name: String?
  /// The names of what it takes; nil for the layer before it.
  let sources: [YAMLValue]?

  private static let bias = "bias"

  /// - Throws: `NetworkFileError.content` for unknown kinds, unknown or missing options and values of the wrong form.
  init(_ value: YAMLValue) throws(NetworkFileError) {
    let description = try Self.description(value)
    kind = description.kind
    let fields: YAMLFields?
    do throws(YAMLError) {
      fields = try Self.fields(value, of: description)
      name = try fields?["name"].map { value throws(YAMLError) in try value.text("name") }
    } catch {
      throw NetworkFileError(error)
    }
    sources = fields?["from"].map { if case .sequence(let names) = $0.content { names } else { [$0] } }
    layer = description.layer(try Self.settings(of: description, fields, line: value.line))
  }

  /// The name that a layer is given in the file, if it is given one.
  static func name(_ value: YAMLValue) -> String? {
    guard case .mapping(let fields) = value.content else { return nil }
    return fields.first { $0.name == "name" }.flatMap { try? $0.value.text("name") }
  }

  // MARK: Kind and fields

  private static func description(_ value: YAMLValue) throws(NetworkFileError) -> LayerDescription {
    let kind: YAMLValue
    let name: String
    do throws(YAMLError) {
      kind = try Self.kind(value)
      name = try kind.text("kind")
    } catch {
      throw NetworkFileError(error)
    }
    guard let description = LayerCatalog.description(of: name) else {
      throw .content(.unknownKind(Excerpt.of(name), known: LayerCatalog.all.map(\.kind)), line: kind.line)
    }
    return description
  }

  private static func kind(_ value: YAMLValue) throws(YAMLError) -> YAMLValue {
    switch value.content {
    case .scalar: return value
    case .sequence: throw YAMLError(line: value.line, reason: .wrongKind(field: "layers", expected: .mapping))
    case .mapping(let fields):
      guard let field = fields.first(where: { $0.name == "kind" }) else {
        throw YAMLError(line: value.line, reason: .missingField("kind"))
      }
      return field.value
    }
  }

  /// The fields of a layer, all of them known; nil for a kind alone.
  private static func fields(_ value: YAMLValue, of description: LayerDescription) throws(YAMLError) -> YAMLFields? {
    if case .scalar = value.content { return nil }
    var known = ["name", "kind", "from"]
    if let outputs = description.outputs { known.append(outputs.rawValue) }
    if description.hasBiasOption { known.append(bias) }
    return try YAMLFields(value, name: description.kind, known: known + description.parameters.map(\.name.rawValue))
  }

  // MARK: Options

  private static func settings(
    of description: LayerDescription, _ fields: YAMLFields?, line: Int
  ) throws(NetworkFileError) -> LayerSettings {
    var settings = LayerSettings(parameters: Parameters(defaultsOf: description.parameters))
    do throws(YAMLError) {
      if let outputs = description.outputs?.rawValue {
        settings.outputs = try required(outputs, fields, line: line)
          .wholeNumber(outputs, in: 1...AxisGeometry.limit)
      }
      settings.hasBias = try fields?[bias].map { value throws(YAMLError) in try value.flag(bias) } ?? true
      for parameter in description.parameters where parameter.isRequired {
        _ = try required(parameter.name.rawValue, fields, line: line)
      }
    } catch {
      throw NetworkFileError(error)
    }
    for parameter in description.parameters {
      guard let field = fields?[parameter.name.rawValue] else { continue }
      settings.parameters[parameter.name] = try value(of: parameter, field)
    }
    return settings
  }

  private static func required(
    _ name: String, _ fields: YAMLFields?, line: Int
  ) throws(YAMLError) -> YAMLValue {
    guard let field = fields?[name] else { throw YAMLError(line: line, reason: .missingField(name)) }
    return field
  }

  /// The value of an option, written as on the command line or as a list of what stands between the commas there.
  private static func value(
    of parameter: ParameterSpecification, _ field: YAMLValue
  ) throws(NetworkFileError) -> ParameterValue {
    let name = parameter.name.rawValue
    var parts: [String] = []
    do throws(YAMLError) {
      if case .sequence(let values) = field.content {
        for value in values { parts.append(try value.text(name)) }
      } else {
        parts = [try field.text(name)]
      }
    } catch {
      throw NetworkFileError(error)
    }
    let text = parts.joined(separator: ",")
    guard let value = parameter.value(from: text) else {
      throw .content(.optionValue(name, value: Excerpt.of(text), expected: parameter.kind), line: field.line)
    }
    return value
  }
}
