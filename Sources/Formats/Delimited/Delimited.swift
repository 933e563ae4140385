import ConvolutionEngine

extension GridFormat {
  /// Numbers between commas, semicolons, tabs or spaces; which of them, the first line decides.
  package static let csv = GridFormat(
    name: "CSV", extensions: ["csv", "txt"], recognises: DelimitedText.looksLikeNumbers, isKnownByExtension: true,
    read: .numbers { source, limits throws(FormatError) in
      let separator = DelimitedText.separator(in: source.prefix)
      return try DelimitedText.read(&source, separator: separator, format: "CSV", limits: limits)
    },
    write: { tensor throws(FormatError) in
      try DelimitedText.write(tensor, separator: UInt8(ascii: ","), format: "CSV")
    })

  /// Numbers between tabs. Only the name makes it TSV: as CSV the same text reads the same.
  package static let tsv = GridFormat(
    name: "TSV", extensions: ["tsv"], recognises: { _ in false }, isKnownByExtension: true,
    read: .numbers { source, limits throws(FormatError) in
      try DelimitedText.read(&source, separator: .byte(0x09), format: "TSV", limits: limits)
    },
    write: { tensor throws(FormatError) in
      try DelimitedText.write(tensor, separator: 0x09, format: "TSV")
    })
}

/// Reading and writing delimited text.
enum DelimitedText {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func read(
    _ source: inout ByteSource, separator: DelimitedParser.Separator, format: String, limits: GridLimits
  ) throws(FormatError) -> Tensor {
    var parser = DelimitedParser(separator: separator, format: format, limits: limits)
    var isFirst = true
    while true {
      let chunk = try source.nextChunk()
      if chunk.isEmpty { return try parser.finish() }
      try parser.consume(chunk.dropFirst(isFirst && chunk.starts(with: byteOrderMark) ? 3 : 0))
      isFirst = false
    }
  }

  /// One line per row; every value in the shortest form that reads back the same.
  static func write(_ tensor: Tensor, separator: UInt8, format: String) throws(FormatError) -> EncodedGrid {
    try GridWriter.requirePlane(tensor, format: format)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tensor.shape.count * 4)
    for (index, value) in tensor.values.enumerated() {
      bytes.append(contentsOf: FloatText.write(value).utf8)
      let endsRow = (index + 1) % tensor.shape.width == 0
      bytes.append(endsRow ? 0x0A : separator)
    }
    return EncodedGrid(bytes: bytes, mapping: .exact)
  }

  /// The separator in the first line that has cells: tab, else semicolon, else comma, else spaces.
  static func separator(in prefix: [UInt8]) -> DelimitedParser.Separator {
    let lines = prefix.dropFirst(prefix.starts(with: byteOrderMark) ? 3 : 0).split(whereSeparator: {
      $0 == 0x0A || $0 == 0x0D
    })
    guard
      let line = lines.first(where: { line in
        line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
      })
    else {
      return .space
    }
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: ",")] where line.contains(candidate) {
      return .byte(candidate)
    }
    // Tabs between numbers separate; so do runs of them, unless an empty cell should be told apart, which is an error.
    return line.contains(0x09) && !line.contains(0x20) ? .byte(0x09) : .space
  }

  /// Whether text without a telling name can only be a table of numbers.
  @Sendable static func looksLikeNumbers(_ prefix: [UInt8]) -> Bool {
    let text = prefix.dropFirst(prefix.starts(with: byteOrderMark) ? 3 : 0)
    let allowed = Set("0123456789+-.eE,;\"\t \r\nnaifNAIFtyTY".utf8)
    return text.contains { $0 >= 0x30 && $0 <= 0x39 } && text.allSatisfy(allowed.contains)
  }
}
