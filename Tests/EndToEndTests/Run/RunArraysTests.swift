import TestSupport
import Testing

@Suite("Arrays of convoscope run")
struct RunArraysTests {
  /// An operator, the axes of its input and weights, further options, and the axes of the output.
  typealias Ranks = (operation: String, input: [Int], weight: [Int]?, options: String, output: [Int])

  @Test(
    "The output has the rank of the input, and a batch may be empty",
    arguments: [
      ("conv2d", [5, 6], [3, 3], "", [3, 4]),
      ("conv2d", [5, 6], [1, 1, 3, 3], "", [3, 4]),
      ("conv2d", [3, 2, 5, 6], [4, 2, 3, 3], "--padding 1,0,2,1", [3, 4, 6, 5]),
      ("conv2d", [0, 2, 5, 6], [4, 2, 3, 3], "", [0, 4, 3, 4]),
      ("conv2d", [2, 0, 5, 6], [4, 0, 3, 3], "", [2, 4, 3, 4]),
      ("conv1d", [7], [3], "--padding 2,0", [7]),
      ("conv1d", [2, 7], [4, 1, 3], "--groups 2", [4, 5]),
      ("conv-transpose2d", [0, 2, 5, 6], [2, 4, 3, 3], "--padding 1,0,2,1", [0, 4, 4, 7]),
      ("conv-transpose1d", [7], [1, 1, 3], "", [9]),
      ("max-pool2d", [0, 5, 6], nil, "--kernel-size 2 --ceil-mode", [0, 3, 3]),
      ("avg-pool1d", [7], nil, "--kernel-size 2", [3]),
      ("global-avg-pool2d", [4, 5, 6], nil, "", [4, 1, 1]),
      ("adaptive-max-pool2d", [2, 4, 5, 6], nil, "--output-size 3,8", [2, 4, 3, 8]),
      ("softmax", [2, 1, 3, 1, 2, 2], nil, "--axis 2", [2, 1, 3, 1, 2, 2]),
      ("relu", [0, 3], nil, "", [0, 3]),
      ("pad", [4], nil, "--padding 1,2", [7]),
      ("upsample-nearest", [4, 5], nil, "--scale 2,1.5", [8, 7]),
    ] as [Ranks])
  func ranks(ranks: Ranks) throws {
    let desk = try RunDesk(["x.npy": .counting(ranks.input)])
    if let weight = ranks.weight { try desk.folder.write(NPYFile.filled(weight).bytes, to: "w.npy") }
    let operands = "--input x.npy" + (ranks.weight == nil ? "" : " --weight w.npy")
    #expect(try desk.output("\(ranks.operation) \(operands) \(ranks.options)").axes == ranks.output)
  }

  @Test(
    "Numbers of every type and byte order are read and converted",
    arguments: [
      ("|b1", [0, 1, 1]), ("|u1", [0, 1, 255]),
      ("<i2", [0, 0, 1, 0, 0xFE, 0xFF]), (">u2", [0, 0, 0, 1, 0xFF, 0xFE]),
      (">i4", [0, 0, 0, 0, 0, 0, 0, 1, 0x80, 0, 0, 0]),
      ("<f2", [0, 0, 0, 0x3C, 0, 0xC0]), (">f4", [0, 0, 0, 0, 0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0]),
      (">f8", [0, 0, 0, 0, 0, 0, 0, 0] + [0x3F, 0xF0, 0, 0, 0, 0, 0, 0] + [0xC0, 0, 0, 0, 0, 0, 0, 0]),
    ])
  func types(descr: String, data: [UInt8]) throws {
    let last: [String: Double] = ["|b1": 1, "|u1": 255, ">u2": 65_534, ">i4": -0x1p31]
    let desk = try RunDesk([
      "x.npy": NPYFile([3], descr: descr, data: data), "one.npy": NPYFile([1], descr: "|u1", data: [1]),
    ])
    let output = try desk.output("conv1d --input x.npy --weight one.npy")
    #expect(output.descr == "<f4")
    #expect(output.values == [0, 1, last[descr] ?? -2])
  }

  @Test("An array in Fortran order is read by rows")
  func fortranOrder() throws {
    let desk = try RunDesk()
    let header = "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }\n"
    try desk.folder.write(NPYFile.bytes(header: header) + NPYFile([4], [1, 3, 2, 4]).data, to: "x.npy")
    #expect(try desk.output("relu --input x.npy").values == [1, 2, 3, 4])
  }

  @Test("float64 keeps the digits that float32 loses")
  func float64() throws {
    let desk = try RunDesk([
      "x.npy": NPYFile(doubles: [2, 2], [0.1, 1e300, 1e-300, -3]), "w.npy": NPYFile(doubles: [1, 1], [1]),
      "small.npy": NPYFile(doubles: [2, 2], [0.1, 1, 2, -3]),
    ])
    let double = try desk.output("conv2d --input x.npy --weight w.npy --dtype float64")
    #expect(double.descr == "<f8" && double.values == [0.1, 1e300, 1e-300, -3])
    #expect(try desk.output("conv2d --input small.npy --weight w.npy").values.first == Double(Float(0.1)))
  }

  @Test("NaN and infinities go through as in PyTorch")
  func notNumbers() throws {
    let desk = try RunDesk([
      "x.npy": NPYFile([4], [.nan, 1, .infinity, -.infinity]), "zero.npy": NPYFile([1], [0]),
      "ones.npy": NPYFile([2], [1, 1]),
    ])
    func output(_ line: String) throws -> [String] { try desk.output(line + " --input x.npy").values.map { "\($0)" } }
    #expect(try output("relu") == ["nan", "1.0", "inf", "0.0"])
    #expect(try output("tanh") == ["nan", "\(try desk.output("tanh --input x.npy").values[1])", "1.0", "-1.0"])
    // 0 · ∞ is NaN.
    #expect(try output("conv1d --weight zero.npy") == ["nan", "0.0", "nan", "nan"])
    #expect(try output("conv1d --weight ones.npy --padding 0,1") == ["nan", "inf", "nan", "-inf"])
    #expect(try output("max-pool1d --kernel-size 2") == ["nan", "inf"])
    #expect(try output("softmax") == ["nan", "nan", "nan", "nan"])
  }

  @Test("The result is the same, bit for bit, for every number of threads and every exact algorithm")
  func schedules() throws {
    let desk = try RunDesk([
      "x.npy": NPYFile([2, 4, 9, 11], (0..<792).map { Float($0 * 7 % 101) / 13 }),
      "w.npy": NPYFile([6, 2, 3, 3], (0..<108).map { Float($0 * 5 % 23) / 7 - 1.5 }),
      "b.npy": NPYFile([6], [0.1, 0.2, 0.3, -0.4, 0.5, 0.6]),
    ])
    let line = "conv2d --input x.npy --weight w.npy --bias b.npy --groups 2 --padding 1 --dilation 2,1"
    let expected = try desk.output(line).data
    for options in [
      "--threads 1", "--threads 2", "--threads 3", "--threads 64", "--threads 9223372036854775807",
      "--algorithm reference", "--algorithm row-bands --threads 5",
    ] {
      #expect(try desk.output(line + " " + options).data == expected, "\(options)")
    }
    let double = try desk.output(line + " --dtype float64").data
    #expect(try desk.output(line + " --dtype float64 --threads 7").data == double)
    let pooled = try desk.output("avg-pool2d --input x.npy --kernel-size 3 --padding 4").data
    let reference = "avg-pool2d --input x.npy --kernel-size 3 --padding 4 --algorithm reference"
    #expect(try desk.output(reference).data == pooled)
  }

  @Test("Large work goes to a fast algorithm, told with its reason: the same bits for any threads, near the exact ones")
  func fast() throws {
    let desk = try RunDesk([
      "x.npy": NPYFile([16, 40, 41], (0..<26240).map { Float($0 * 7 % 101) / 101 - 0.5 }),
      "w.npy": NPYFile([16, 16, 3, 3], (0..<2304).map { Float($0 * 5 % 23) / 23 - 0.5 }),
    ])
    let line = "conv2d --input x.npy --weight w.npy --padding 1"
    let answer = try desk.run(line + " --explain --output -")
    #expect(answer.status == 0)
    #expect(answer.standardError.hasPrefix("Algorithm winograd-f4: 3×3 kernels over 16 channels for 16 filters"))
    let fast = try NPYFile(reading: answer.standardOutputBytes)
    #expect(try desk.output(line + " --threads 1").data == fast.data)
    #expect(try desk.output(line + " --threads 5").data == fast.data)
    let exact = try desk.output(line + " --algorithm exact").values
    #expect(exact != fast.values)
    #expect(zip(exact, fast.values).allSatisfy { abs($0 - $1) < 1e-5 })
    let forced = try desk.run(line + " --explain --algorithm direct --output -")
    #expect(forced.standardError == "Algorithm direct: as asked for.\n")
    let small = try desk.run("relu --input x.npy --explain --output -")
    #expect(small.standardError == "Algorithm exact: this operator has one way.\n")
    let double = try desk.run(line + " --dtype float64 --explain --output -")
    #expect(double.standardError == "Algorithm exact: products and sums in float64 have one way.\n")
  }

  @Test("same gives ⌈input / stride⌉ cells, the odd pixel of padding at the bottom and right")
  func same() throws {
    let desk = try RunDesk(["x.npy": .counting([1, 5]), "w.npy": .filled([1, 2]), "five.npy": .filled([1, 5])])
    func values(_ options: String) throws -> [Double] { try desk.output("conv2d --input x.npy \(options)").values }
    #expect(try values("--weight w.npy --padding same") == [1, 3, 5, 7, 4])
    #expect(try values("--weight w.npy --padding same --stride 2") == [1, 5, 4])
    #expect(try values("--weight five.npy --padding same --stride 3") == [6, 9])
    #expect(try values("--weight w.npy --padding valid --stride 2") == [1, 5])
  }

  @Test("Pools stride by their kernel, may pad by more than half of it, and never let padding win")
  func pools() throws {
    let desk = try RunDesk(["x.npy": NPYFile([4], [-1, -2, -3, -4])])
    func values(_ line: String) throws -> [Double] { try desk.output(line + " --input x.npy").values }
    #expect(try values("max-pool1d --kernel-size 2") == [-1, -3])
    #expect(try values("max-pool1d --kernel-size 2 --padding 2,0") == [-.infinity, -1, -3])
    #expect(try values("avg-pool1d --kernel-size 2 --padding 1") == [-0.5, -2.5, -2])
    #expect(try values("avg-pool1d --kernel-size 2 --padding 1 --count-include-pad false") == [-1, -2.5, -4])
    #expect(try values("avg-pool1d --kernel-size 3 --ceil-mode") == [-2, -4])
    #expect(try values("avg-pool1d --kernel-size 3") == [-2])
  }
}
