import ConvolutionEngine
import Formats
import TestSupport
import Testing
import YAMLText

@Suite struct NetworkFaultTests {
  /// A network on 4×12×12 maps; its first layer stands in line 3.
  private func expect(
    _ fault: NetworkFault, line: Int?, _ lines: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = (["input: [4, 12, 12]", "layers:"] + lines).joined(separator: "\n")
    #expect(throws: NetworkFileError.content(fault, line: line), sourceLocation: sourceLocation) {
      try NetworkReader.read(bytes: Array(text.utf8))
    }
  }

  private func expect(
    _ fault: NetworkFault, line: Int?, file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: NetworkFileError.content(fault, line: line), sourceLocation: sourceLocation) {
      try NetworkReader.read(bytes: Array(file.utf8))
    }
  }

  @Test("a file that lacks something, or has something that nobody knows")
  func fields() {
    expect(.yaml(.missingField("input")), line: 1, file: "")
    expect(.yaml(.missingField("layers")), line: 1, file: "input: [1, 2, 3]")
    expect(.network(.empty), line: nil, file: "input: [1, 2, 3]\nlayers: []")
    expect(
      .yaml(.unknownField("layer", known: ["name", "input", "layers", "output"])), line: 2,
      file: "input: [1, 2, 3]\nlayer: []")
    expect(.yaml(.wrongKind(field: "network", expected: .mapping)), line: 1, file: "- relu")
    expect(.yaml(.wrongKind(field: "layers", expected: .list)), line: 2, file: "input: 3\nlayers: relu")
    expect(.yaml(.badValue(field: "input", value: "3,4")), line: 1, file: "input: [3, 4]\nlayers: [relu]")
    expect(.yaml(.badValue(field: "input", value: "0")), line: 1, file: "input: [3, 0, 4]\nlayers: [relu]")
    expect(
      .yaml(.badValue(field: "input", value: "2147483648")), line: 1, file: "input: [2147483648]\nlayers: [relu]")
    expect(
      .yaml(.badValue(field: "input", value: "1073741824,1073741824,1073741824")), line: 1,
      file: "input: [1073741824, 1073741824, 1073741824]\nlayers: [relu]")
    expect(.yaml(.wrongKind(field: "input", expected: .wholeNumber)), line: 1, file: "input: [a]\nlayers: [relu]")
  }

  @Test("options: unknown ones with those that there are, missing ones, and values of another form")
  func options() {
    expect(.unknownKind("conv", known: LayerCatalog.all.map(\.kind)), line: 3, "- {kind: conv, filters: 3}")
    expect(.unknownKind("ReLU", known: LayerCatalog.all.map(\.kind)), line: 4, "- relu", "- ReLU")
    expect(
      .yaml(
        .unknownField(
          "kernel_size",
          known: ["name", "kind", "from", "kernel-size", "stride", "padding", "ceil-mode", "count-include-pad"])),
      line: 3, "- {kind: avg-pool2d, kernel_size: 2}")
    expect(
      .yaml(.unknownField("p", known: ["name", "kind", "from"])), line: 4, "- kind: relu", "  p: 1")
    expect(.yaml(.missingField("kind")), line: 3, "- {name: relu}")
    expect(.yaml(.missingField("filters")), line: 3, "- conv2d")
    expect(.yaml(.missingField("kernel-size")), line: 3, "- {kind: conv2d, filters: 3}")
    expect(.yaml(.missingField("kernel-size")), line: 3, "- max-pool2d")
    expect(.yaml(.missingField("output-size")), line: 3, "- adaptive-avg-pool2d")
    expect(.yaml(.badValue(field: "filters", value: "0")), line: 3, "- {kind: conv2d, filters: 0, kernel-size: 3}")
    expect(.yaml(.badValue(field: "bias", value: "no")), line: 3, "- {kind: linear, features: 3, bias: no}")
    expect(
      .optionValue("stride", value: "1,2,3", expected: .axes), line: 5,
      "- kind: max-pool2d", "  kernel-size: 2", "  stride: [1, 2, 3]")
    expect(.optionValue("p", value: "half", expected: .number), line: 3, "- {kind: dropout, p: half}")
    expect(
      .optionValue("ceil-mode", value: "yes", expected: .flag), line: 3,
      "- {kind: max-pool2d, kernel-size: 2, ceil-mode: yes}")
    expect(
      .yaml(.wrongKind(field: "stride", expected: .text)), line: 3,
      "- {kind: max-pool2d, kernel-size: 2, stride: {a: 1}}")
    expect(.yaml(.wrongKind(field: "layers", expected: .mapping)), line: 3, "- [relu]")
    expect(.yaml(.badYAML("the key p stands twice")), line: 3, "- {kind: dropout, p: 1, p: 2}")
  }

  @Test("graphs: names that stand twice, are none, or come later")
  func graphs() {
    expect(.duplicateName("a", firstLine: 3), line: 5, "- {name: a, kind: relu}", "- relu", "- {name: a, kind: tanh}")
    expect(.duplicateName("relu-2", firstLine: 3), line: 5, "- {name: relu-2, kind: tanh}", "- relu", "- relu")
    expect(.network(.nodeName("../../etc/x")), line: 3, "- {name: ../../etc/x, kind: relu}")
    expect(.network(.nodeName("input")), line: 3, "- {name: input, kind: relu}")
    expect(.unknownSource("b"), line: 3, "- {name: a, kind: relu, from: b}")
    expect(.laterSource("a"), line: 3, "- {name: a, kind: relu, from: a}")
    expect(.laterSource("b"), line: 3, "- {name: a, kind: relu, from: b}", "- {name: b, kind: relu, from: a}")
    expect(.yaml(.wrongKind(field: "from", expected: .text)), line: 3, "- {kind: relu, from: {a: b}}")
    expect(.unknownSource("b"), line: 4, "- relu", "output: b")
    expect(.network(.unknownOutput(.input)), line: 4, "- relu", "output: input")
    expect(.network(.layer("add", .inputCount(1, legal: 2...Int.max))), line: 4, "- relu", "- add")
    expect(.network(.layer("relu", .inputCount(0, legal: 1...1))), line: 3, "- {kind: relu, from: []}")
    expect(
      .network(.layer("relu-2", .inputCount(2, legal: 1...1))), line: 4, "- relu", "- {kind: relu, from: [relu, input]}"
    )
  }

  @Test("a layer that does not fit is named, with its line")
  func misfits() {
    expect(
      .network(
        .layer(
          "large",
          .operation(.convolution(.geometry(.kernelDoesNotFit(effectiveExtent: 7, paddedInput: 6, axis: .vertical)))))),
      line: 4, "- {kind: max-pool2d, kernel-size: 2}", "- {name: large, kind: conv2d, filters: 2, kernel-size: 7}")
    expect(
      .network(
        .layer("add", .operation(.mismatch(.input, [1, 4, 12, 12], .secondInput, [1, 4, 6, 6], rule: .equal)))),
      line: 4, "- {kind: max-pool2d, kernel-size: 2}", "- {kind: add, from: [input, max-pool2d]}")
    expect(
      .network(.layer("conv2d", .operation(.convolution(.groups(3, channels: 4, filters: 6))))), line: 3,
      "- {kind: conv2d, filters: 6, kernel-size: 1, groups: 3}")
  }

  @Test("files that are none, or ask for too much")
  func hostile() {
    #expect(throws: NetworkFileError.content(.notUTF8, line: nil)) { try NetworkReader.read(bytes: [0xff, 0xfe]) }
    #expect(throws: NetworkFileError.file(.tooLarge(.bytes, actual: 2 << 20 + 1, limit: 2 << 20))) {
      try NetworkReader.read(bytes: Array(repeating: 32, count: 2 << 20 + 1))
    }
    expect(.yaml(.aliasRefused), line: 3, "- &a relu", "- *a")
    let many = "input: 3\nlayers: [" + String(repeating: "relu,", count: 10_001) + "]"
    expect(.tooManyLayers(10_001, limit: 10_000), line: nil, file: many)
    // Every step doubles the channels, until no Int counts the elements.
    let doubling = (0..<70).map {
      "- {kind: concat, from: [\($0 == 0 ? "input" : $0 == 1 ? "concat" : "concat-\($0)"), "
        + "\($0 == 0 ? "input" : $0 == 1 ? "concat" : "concat-\($0)")]}"
    }
    #expect(throws: NetworkFileError.self) {
      try NetworkReader.read(bytes: Array((["input: [4, 12, 12]", "layers:"] + doubling).joined(separator: "\n").utf8))
    }
    expect(
      .yaml(.unknownField("\u{fffd}[31m", known: ["name", "kind", "from"])), line: 3,
      #"- {kind: relu, "\e[31m": 1}"#)
  }

  @Test("a file that is not there, and a folder")
  func files() throws {
    #expect(throws: NetworkFileError.file(.notFound(path: "/nowhere/net.yaml"))) {
      try NetworkReader.read(path: "/nowhere/net.yaml")
    }
    let folder = try TemporaryFolder()
    try folder.write(Array("input: 3\nlayers: [relu]".utf8), to: "net.yaml")
    #expect(try NetworkReader.read(path: folder.path("net.yaml")).nodes.count == 1)
    #expect(throws: NetworkFileError.self) { try NetworkReader.read(path: folder.path(".")) }
  }
}
