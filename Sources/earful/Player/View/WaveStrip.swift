import CallModel
import CallReports

/// The lanes of a call, laid out for one width of the screen: they change with the call and the width
/// alone, so they are not made anew for each picture.
struct WaveStrip: Sendable, Hashable {
    struct Lane: Sendable, Hashable {
        var name: String
        var side: Side?
        var cells: [Character]
    }

    var lanes: [Lane]
    /// Columns before the lanes.
    var margin: Int
    /// Columns of the lanes.
    var width: Int
    var scale: TimeScale
}

extension PlayerModel {
    /// Lays out the lanes of the open call.
    mutating func layStrip() {
        strip = nil
        guard let call, let waveform = call.waveform, waveform.pointCount > 0 else { return }
        let wave = WaveLanes(
            waveform: waveform, layout: call.call.recording?.layout ?? .mono,
            holds: call.profile?.holds.map(\.range) ?? [], deadAir: call.profile?.deadAir ?? [],
            form: setup.form)
        let names = wave.lanes.map { setup.form.glyphs.fold($0.name) }
        let margin = 1 + (names.map(DisplayWidth.of).max() ?? 0) + 2
        let width = size.columns - margin - 1
        guard width >= 10 else { return }
        strip = WaveStrip(
            lanes: zip(wave.lanes, names).map { lane, name in
                WaveStrip.Lane(
                    name: name, side: lane.side, cells: wave.cells(of: lane, width: width))
            },
            margin: margin, width: width, scale: wave.scale)
    }
}
