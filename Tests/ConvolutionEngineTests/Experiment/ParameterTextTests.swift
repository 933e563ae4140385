import ConvolutionEngine
import Testing

@Suite struct ParameterTextTests {
  private func specification(_ name: ParameterName) throws -> ParameterSpecification {
    try #require(OperatorDescription.conv2d.specification(of: name))
  }

  @Test("a text is read as the value that it means")
  func reading() throws {
    func value(_ name: ParameterName, _ text: String) throws -> ParameterValue? {
      try specification(name).value(from: text)
    }
    #expect(try value(.stride, "2") == .axes(PerAxis(2)))
    #expect(try value(.stride, "2,1") == .axes(PerAxis(vertical: 2, horizontal: 1)))
    #expect(try value(.dilation, "-3") == .axes(PerAxis(-3)))
    #expect(try value(.padding, "1") == .sides(Padding(1)))
    #expect(try value(.padding, "1,2") == .sides(Padding(vertical: 1, horizontal: 2)))
    #expect(try value(.padding, "1,2,3,4") == .sides(Padding(top: 1, left: 2, bottom: 3, right: 4)))
    #expect(try value(.paddingMode, "reflect") == .modes(PerAxis(.reflect)))
    #expect(try value(.paddingMode, "zeros,circular") == .modes(PerAxis(vertical: .zeros, horizontal: .circular)))
    #expect(try value(.flip, "true") == .flag(true))
    #expect(try value(.flip, "false") == .flag(false))
  }

  @Test("a text of another form is no value")
  func refusing() throws {
    for name in OperatorDescription.conv2d.parameters.map(\.name) where name != .groups {
      for text in [
        "", ",", "1,", ",1", "1,,1", "x", "1,x", "1.5", "1, 2", "1,2,3", "1,2,3,4,5", "99999999999999999999",
      ] {
        #expect(try specification(name).value(from: text) == nil, "\(name) \(text)")
      }
    }
    #expect(try specification(.stride).value(from: "1,2,3,4") == nil)
    #expect(try specification(.flip).value(from: "1") == nil)
    #expect(try specification(.paddingMode).value(from: "Reflect") == nil)
  }

  @Test("every value's own text is read back as that value, the short forms where they say the same")
  func roundTrip() throws {
    let numbers = [-1, 0, 1, 12]
    for vertical in numbers {
      for horizontal in numbers {
        let pair = PerAxis(vertical: vertical, horizontal: horizontal)
        #expect(try specification(.stride).value(from: ParameterValue.axes(pair).description) == .axes(pair))
        for (bottom, right) in [(vertical, horizontal), (3, horizontal), (vertical, 4), (3, 4)] {
          let sides = ParameterValue.sides(Padding(top: vertical, left: horizontal, bottom: bottom, right: right))
          #expect(try specification(.padding).value(from: sides.description) == sides)
        }
      }
    }
    for vertical in PaddingMode.allCases {
      for horizontal in PaddingMode.allCases {
        let modes = ParameterValue.modes(PerAxis(vertical: vertical, horizontal: horizontal))
        #expect(try specification(.paddingMode).value(from: modes.description) == modes)
      }
    }
    #expect(ParameterValue.axes(PerAxis(2)).description == "2")
    #expect(ParameterValue.sides(Padding(1)).description == "1")
    #expect(ParameterValue.sides(Padding(vertical: 1, horizontal: 2)).description == "1,2")
    #expect(ParameterValue.modes(PerAxis(.zeros)).description == "zeros")
    #expect([true, false].map { ParameterValue.flag($0).description } == ["true", "false"])
  }
}
