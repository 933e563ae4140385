import ConvolutionEngine
import Testing

@testable import Workbench

@Suite("Near matches")
struct NearMatchesTests {
  private let names = ["sobel-x", "sobel-y", "sharpen", "plus", "blur", "digit-1", "motion-blur"]

  @Test(
    "A slip of the fingers finds the name that was meant",
    arguments: [
      ("sobl-x", "sobel-x"), ("Sobel-X", "sobel-x"), ("shrapen", "sharpen"), ("plsu", "plus"), ("plu", "plus"),
      ("digit-11", "digit-1"),
    ])
  func slips(typed: String, meant: String) {
    #expect(NearMatches.of(typed, in: names).contains(meant))
  }

  @Test("A part of a name finds all names that hold it, in their order")
  func parts() {
    #expect(NearMatches.of("sobel", in: names) == ["sobel-x", "sobel-y"])
    #expect(NearMatches.of("blur", in: names) == ["blur", "motion-blur"])
  }

  @Test(
    "What looks like no name finds none", arguments: ["", "zebra", "x", String(repeating: "sobel-x", count: 100_000)])
  func strangers(typed: String) {
    #expect(NearMatches.of(typed, in: names) == [])
  }

  @Test("Every preset is its own near match")
  func presets() {
    for preset in KernelPreset.all {
      #expect(NearMatches.of(preset.name, in: KernelPreset.all.map(\.name)).contains(preset.name))
    }
  }
}
