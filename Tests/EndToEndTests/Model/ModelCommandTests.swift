import Foundation
import TestSupport
import Testing

@Suite("convoscope model")
struct ModelCommandTests {
  /// One weight of 2 and a bias of 1, doubled by joining the result with itself, then the mean of all cells.
  private static let network = """
    name: twice
    input: [1, 2, 2]
    layers:
      - {name: conv, kind: conv2d, filters: 1, kernel-size: 1}
      - {kind: add, from: [conv, conv]}
      - global-avg-pool2d
      - flatten
    """

  private func desk() throws -> RunDesk {
    let desk = try RunDesk(["x.npy": NPYFile([2, 1, 2, 2], [1, 2, 3, 4, 0, 0, 0, 8]), "one.npy": .filled([1, 2, 2])])
    try desk.folder.write(Self.network, to: "net.yaml")
    try desk.folder.write(NPYFile.filled([1, 1, 1, 1], with: 2).bytes, to: "weights/conv.weight.npy")
    try desk.folder.write(NPYFile.filled([1]).bytes, to: "weights/conv.bias.npy")
    return desk
  }

  private func model(_ line: String, in desk: RunDesk, input: [UInt8] = []) throws -> ProgramRun {
    try run(
      Checkout.binary(), ["model"] + line.split(separator: " ").map(String.init), input: input, in: desk.folder.path)
  }

  @Test("The list names every architecture with its input and parameters")
  func list() throws {
    let answer = try model("list", in: try RunDesk())
    #expect(answer.status == 0)
    let lines = answer.standardOutput.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines.contains { $0.hasPrefix("resnet-18") && $0.contains("(3,224,224)") && $0.contains("11,689,512") })
    #expect(lines.contains { $0.hasPrefix("lenet-5") && $0.contains("61,706") })
  }

  @Test("The summary of an architecture has its columns in line and its sums at the end")
  func summary() throws {
    let answer = try model("summary hybrid-net", in: try RunDesk())
    #expect(answer.status == 0, "\(answer.standardError)")
    let lines = answer.standardOutput.split(separator: "\n")
    let table = lines.dropFirst().prefix(13)
    #expect(Set(table.map(\.count)).count == 1)
    #expect(lines.contains { $0.hasPrefix("features.6") && $0.contains("924,844,032") && $0.contains("  18  ") })
    #expect(lines.contains { $0.contains("627,816 parameters") && $0.contains("1,448 biases") })
    #expect(lines.contains { $0.contains("1,936,648,192 multiply-accumulates") })
  }

  @Test("JSON holds the same numbers for other programs")
  func json() throws {
    let desk = try desk()
    let answer = try model("summary net.yaml --input-shape 1,4,6 --json", in: desk)
    #expect(answer.status == 0, "\(answer.standardError)")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(answer.standardOutputBytes)) as? [String: Any])
    #expect(document["name"] as? String == "twice")
    #expect(document["input_shape"] as? [Int] == [1, 4, 6])
    #expect(document["output_shape"] as? [Int] == [1])
    let layers = try #require(document["layers"] as? [[String: Any]])
    #expect(layers.map { $0["name"] as? String } == ["conv", "add", "global-avg-pool2d", "flatten"])
    #expect(layers[1]["inputs"] as? [String] == ["conv", "conv"])
    let costs = try #require(layers[0]["costs"] as? [String: Int])
    #expect(costs["weights"] == 1 && costs["biases"] == 1 && costs["macs"] == 24)
    let field = try #require(layers[2]["receptive_field"] as? [String: Any])
    #expect(field["size"] as? [Int] == [4, 6])
  }

  @Test("A network from a file runs on a batch, on one picture, and from standard input, with any number of threads")
  func running() throws {
    let desk = try desk()
    // 2x + 1, twice, and its mean: 4·mean + 2.
    let answer = try model("run net.yaml --input x.npy --weights weights --output y.npy", in: desk)
    #expect(answer.status == 0, "\(answer.standardError)")
    #expect(answer.standardOutput == "")
    let output = try NPYFile(reading: try desk.folder.read("y.npy"))
    #expect(output.axes == [2, 1] && output.values == [12, 10] && output.descr == "<f4")
    for threads in ["1", "2", "64"] {
      let single = try model(
        "run net.yaml --input - --weights weights/ --threads \(threads) --output -", in: desk,
        input: try desk.folder.read("one.npy"))
      let array = try NPYFile(reading: single.standardOutputBytes)
      #expect(array.axes == [1] && array.values == [6])
    }
    let table = try model("run net.yaml --input x.npy --weights weights", in: desk)
    #expect(table.standardOutput == "(2,1)\n12\n10\n")
  }

  @Test(
    "What is wrong gets one sentence, the right exit code, and nothing is written",
    arguments: [
      ("summary res-net", 64, ["res-net", "resnet-18"]),
      ("summary mlp --input-shape 1,x", 64, ["--input-shape", "3,224,224"]),
      ("summary mlp --input-shape 1,2", 64, ["--input-shape"]),
      ("summary mlp --input-shape 0,28,28", 65, ["(0,28,28)"]),
      ("summary alexnet --input-shape 3,8,8", 65, ["features.2", "3 rows"]),
      ("summary alexnet --input-shape 3,4611686018427387904,8", 65, ["(3,4611686018427387904,8)"]),
      ("summary missing.yaml", 66, ["missing.yaml"]),
      ("summary kind.yaml", 65, ["kind.yaml", "line 4", "conv4d", "conv2d"]),
      ("summary cycle.yaml", 65, ["cycle.yaml", "line 4", "later"]),
      ("summary broken.yaml", 65, ["broken.yaml"]),
      ("run net.yaml --input x.npy --weights weights", 0, []),
      ("run net.yaml --input x.npy --weights nowhere --output y.npy", 66, ["nowhere/conv.weight.npy"]),
      ("run net.yaml --input x.npy --weights wide --output y.npy", 65, ["conv.weight", "(2,2)", "(1,1,1,1)"]),
      ("run net.yaml --input flat.npy --weights weights --output y.npy", 65, ["(4)", "(1,2,2)"]),
      (
        "run net.yaml --input deep.npy --weights weights --output y.npy", 65, ["conv.weight", "(1,1,1,1)", "(1,3,1,1)"]
      ),
      ("run net.yaml --input x.npy --weights weights --threads none", 64, ["--threads"]),
      ("run net.yaml --input x.npy --weights weights --threads 0", 65, ["0 threads"]),
      ("run net.yaml --weights weights", 64, ["--input"]),
      ("run net.yaml --input x.npy --weights weights --output y.png", 73, ["y.png"]),
    ] as [(String, Int32, [String])])
  func refusals(line: String, status: Int32, facts: [String]) throws {
    let desk = try desk()
    try desk.folder.write(
      "input: [1, 2, 2]\nlayers:\n  - relu\n  - {kind: conv4d, filters: 1}\n", to: "kind.yaml")
    try desk.folder.write(
      "input: [1, 2, 2]\nlayers:\n  - relu\n  - {kind: add, from: [relu, later]}\n  - {name: later, kind: relu}\n",
      to: "cycle.yaml")
    try desk.folder.write("input: [1, 2\nlayers: }{", to: "broken.yaml")
    try desk.folder.write(NPYFile.filled([2, 2]).bytes, to: "wide/conv.weight.npy")
    try desk.folder.write(NPYFile.filled([1]).bytes, to: "wide/conv.bias.npy")
    try desk.folder.write(NPYFile.filled([4]).bytes, to: "flat.npy")
    try desk.folder.write(NPYFile.filled([3, 2, 2]).bytes, to: "deep.npy")
    let answer = try model(line, in: desk)
    #expect(answer.status == status, "\(answer.standardError)")
    for fact in facts { #expect(answer.standardError.contains(fact), "\(answer.standardError)") }
    if status != 0 {
      #expect(answer.standardOutput == "")
      #expect(answer.standardError.count(where: \.isNewline) == 1, "\(answer.standardError)")
    }
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path("y.npy")))
  }
}
