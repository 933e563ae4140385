import ConvolutionEngine
import Formats
import Workbench

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Networks by name or from files, and weights from folders, with failures as sentences and exit codes.
enum NetworkFiles {
  /// An architecture of the catalogue if there is one of that name, a YAML file if it looks like one or is there.
  static func network(_ name: String, texts: TextTable) throws(Failure) -> Network {
    if let description = NetworkCatalog.description(of: name) {
      do {
        return try description.network()
      } catch {
        throw Failure(status: .internalError, sentence: texts.sentence(for: error))
      }
    }
    guard name.contains("/") || name.contains(".") || name == "-" || access(name, F_OK) == 0 else {
      let names = NetworkCatalog.all.map(\.name)
      let near = NearMatches.of(name, in: names)
      throw Failure(
        status: .usage, sentence: texts.text(.modelUnknown, name, texts.list(near.isEmpty ? names : near)))
    }
    do throws(NetworkFileError) {
      return try NetworkReader.read(path: name)
    } catch {
      let status: ExitStatus
      if case .file(let reason) = error {
        status = ExitStatus(rawValue: reason.category.rawValue) ?? .badData
      } else {
        status = .badData
      }
      throw Failure(
        status: status, sentence: texts.sentence(for: error, file: name == "-" ? GridFiles.name(of: name) : name))
    }
  }

  /// The weights of a network, each from the file of its name in a state dict: `features.0.weight.npy`.
  static func weights(
    of network: Network, input: ActivationShape, folder: String, texts: TextTable
  ) throws(Failure) -> NetworkWeights {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    do throws(NetworkWeightsError<Failure>) {
      return try NetworkWeights(for: network, input: input) { (name, _) throws(Failure) in
        try ArrayFiles.read(prefix + name + ".npy", as: Float.self, texts: texts)
      }
    } catch {
      switch error {
      case .reading(_, let failure): throw failure
      case .network(let error): throw Failure(status: .badData, sentence: texts.sentence(for: error))
      }
    }
  }
}
