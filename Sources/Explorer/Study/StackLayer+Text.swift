/// The words of layers: `conv:FILTERS,kK,sS,pP,dD`, `max-pool:K,sS,pP,dD`, `avg-pool:K,sS,pP`, `linear:FEATURES`, and the
/// plain names of the others. What is left out has its usual value: a kernel of 3 and a stride of 1 for a convolution, the
/// kernel's size as the stride of a pool, no padding, dilation 1.
extension StackLayer {
  /// - Throws: `ActionTextError` with the whole word.
  init(word: String) throws(ActionTextError) {
    func refused() -> ActionTextError { ActionTextError(word: word, expected: .stackLayer) }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, let kind = Kind(rawValue: String(name)) else { throw refused() }
    let values = parts.count == 2 ? parts[1].split(separator: ",", omittingEmptySubsequences: false) : []
    var count: Int?
    var options: [Character: Int] = [:]
    for (index, value) in values.enumerated() {
      if index == 0 {
        guard let number = Int(value) else { throw refused() }
        count = number
        continue
      }
      guard let letter = value.first, kind.letters.contains(letter), options[letter] == nil,
        let number = Int(value.dropFirst())
      else { throw refused() }
      options[letter] = number
    }
    guard kind.takesCount == (count != nil) else { throw refused() }
    guard let count else {
      // The kinds that take no count are one and the same layer each.
      self = kind.start(channels: 1)
      return
    }
    func window(kernel: Int, stride: Int) -> StackWindow {
      StackWindow(
        kernel: kernel, stride: options["s"] ?? stride, padding: options["p"] ?? 0, dilation: options["d"] ?? 1)
    }
    switch kind {
    case .convolution: self = .convolution(filters: count, window(kernel: options["k"] ?? 3, stride: 1))
    case .maxPool: self = .maxPool(window(kernel: count, stride: count))
    case .averagePool: self = .averagePool(window(kernel: count, stride: count))
    default: self = .linear(features: count)
    }
  }

  /// The word that `init(word:)` reads back.
  package var word: String {
    let details = details
    return details.isEmpty ? kind.rawValue : "\(kind.rawValue):\(details.joined(separator: ","))"
  }

  /// What follows the name: the count, then what differs from the usual.
  private var details: [String] {
    func options(_ window: StackWindow, stride: Int) -> [String] {
      (window.stride == stride ? [] : ["s\(window.stride)"]) + (window.padding == 0 ? [] : ["p\(window.padding)"])
        + (window.dilation == 1 ? [] : ["d\(window.dilation)"])
    }
    switch self {
    case .convolution(let filters, let window):
      return ["\(filters)", "k\(window.kernel)"] + options(window, stride: 1)
    case .maxPool(let window), .averagePool(let window):
      return ["\(window.kernel)"] + options(window, stride: window.kernel)
    case .linear(let features): return ["\(features)"]
    case .relu, .sigmoid, .globalAveragePool, .flatten: return []
    }
  }
}

extension StackLayer.Kind {
  /// The letters of the numbers that it can be told besides the first.
  fileprivate var letters: Set<Character> {
    switch self {
    case .convolution: ["k", "s", "p", "d"]
    case .maxPool: ["s", "p", "d"]
    case .averagePool: ["s", "p"]
    default: []
    }
  }

  /// Whether a number follows its name.
  fileprivate var takesCount: Bool {
    switch self {
    case .convolution, .maxPool, .averagePool, .linear: true
    case .relu, .sigmoid, .globalAveragePool, .flatten: false
    }
  }
}
