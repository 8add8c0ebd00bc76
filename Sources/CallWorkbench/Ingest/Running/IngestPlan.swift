import CallArchive
import CallAudio
import CallModel
import Foundation

/// One call to decode: one file, or two that are its two sides.
struct IngestUnit: Sendable, Hashable {
    /// The only file, or the agent's and then the customer's.
    var files: [ListedFile]
    /// What was known of each file by its look.
    var standings: [FileStanding]
    /// How much later than the call's first instant each file begins.
    var offsets: [CallTime]

    /// Its files one by one.
    var singles: [IngestUnit] {
        files.indices.map {
            IngestUnit(files: [files[$0]], standings: [standings[$0]], offsets: [.zero])
        }
    }

    /// What the worker is asked for.
    func source(settings: WorkspaceSettings) -> CallSource {
        let audio = files.indices.map { index in
            let suffix = FilePlace.split(FilePlace.name(of: files[index].path)).suffix
            return AudioSource(
                path: files[index].path,
                headerless: settings.headerlessExtensions[suffix].map(HeaderlessFormat.init),
                offset: offsets[index])
        }
        return audio.count == 2
            ? .sides(agent: audio[0], customer: audio[1])
            : .file(audio[0], layout: settings.layout)
    }
}

/// What an ingest has to do: which files make which calls, and which of them need decoding.
struct IngestPlan {
    /// What needs decoding, in the order of the paths.
    private(set) var units: [IngestUnit] = []
    /// Files that need nothing, or have to wait.
    private(set) var settled: [IngestOutcome] = []

    init(
        files: [ListedFile], standings: [FileStanding], named: [NamedPair], words: SideWords,
        settledBefore limit: Int64?
    ) {
        var isPaired = [Bool](repeating: false, count: files.count)
        var pairs: [NamedPair] = []
        for pair in named where !isPaired[pair.agent] && !isPaired[pair.customer] {
            pairs.append(pair)
            (isPaired[pair.agent], isPaired[pair.customer]) = (true, true)
        }
        let rest = files.indices.filter { !isPaired[$0] }
        for pair in SidePairing.pairs(among: rest.map { files[$0].path }, words: words) {
            let (agent, customer) = (rest[pair.agent], rest[pair.customer])
            pairs.append(NamedPair(agent: agent, customer: customer, offset: 0))
            (isPaired[agent], isPaired[customer]) = (true, true)
        }
        var units: [(place: Int, unit: IngestUnit)] = []
        for pair in pairs {
            let both = [pair.agent, pair.customer]
            if let agent = standings[pair.agent].unchangedCall,
                agent == standings[pair.customer].unchangedCall
            {
                settled += both.map {
                    IngestOutcome(path: files[$0].stamp.path, status: .unchanged, call: agent)
                }
                continue
            }
            let shift = CallTime(seconds: abs(pair.offset))
            let unit = IngestUnit(
                files: both.map { files[$0] }, standings: both.map { standings[$0] },
                offsets: pair.offset < 0 ? [shift, .zero] : [.zero, shift])
            units.append((min(pair.agent, pair.customer), unit))
        }
        for index in files.indices where !isPaired[index] {
            if let call = standings[index].unchangedCall {
                settled.append(
                    IngestOutcome(path: files[index].stamp.path, status: .unchanged, call: call))
            } else {
                let unit = IngestUnit(
                    files: [files[index]], standings: [standings[index]], offsets: [.zero])
                units.append((index, unit))
            }
        }
        for (_, unit) in units.sorted(by: { $0.place < $1.place }) {
            if let limit, unit.files.contains(where: { $0.stamp.modifiedNanoseconds > limit }) {
                settled += unit.files.map { IngestOutcome(path: $0.stamp.path, status: .waiting) }
            } else {
                self.units.append(unit)
            }
        }
    }
}

/// Two files that a call record names as the two sides of one call, by their place in the listing.
struct NamedPair: Sendable, Hashable {
    var agent: Int
    var customer: Int
    /// Seconds by which the customer's file begins later than the agent's; negative where earlier.
    var offset: Double
}

extension FileStanding {
    var unchangedCall: CallID? {
        if case .unchanged(let call) = self { call } else { nil }
    }

    var isUnchanged: Bool { unchangedCall != nil }
}

extension HeaderlessFormat {
    init(_ coding: HeaderlessCoding) {
        switch coding {
        case .muLaw: self = .muLaw
        case .aLaw: self = .aLaw
        case .linear16: self = .linear16
        }
    }
}
