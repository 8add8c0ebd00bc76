import CallModel

/// One channel of a waveform as the outline of a drawing.
struct WaveDrawing {
    let waveform: Waveform
    let channel: Int

    /// The outline, closed: along the peaks to the right and mirrored back, around `middle`, at most
    /// `height` to either side, in `columns` steps over `width`.
    ///
    /// Heights go with the square root of the sample, so that a quiet voice still shows.
    func path(width: Double, middle: Double, height: Double, columns: Int) -> String {
        let peaks = peaks(columns: columns)
        guard !peaks.isEmpty else { return "" }
        let step = width / Double(peaks.count)
        var upper = ""
        var lower: [String] = []
        for (index, peak) in peaks.enumerated() {
            let x = Decimals.text((Double(index) + 0.5) * step)
            let reach = max(height * (Double(peak) / 32_768).squareRoot(), 0.4)
            upper += (index == 0 ? "M" : "L") + x + " " + Decimals.text(middle - reach)
            lower.append("L" + x + " " + Decimals.text(middle + reach))
        }
        return upper + lower.reversed().joined() + "Z"
    }

    /// The largest magnitude in each column, in 0...32768.
    private func peaks(columns: Int) -> [Int] {
        let count = waveform.pointCount
        guard count > 0, channel < waveform.channelCount else { return [] }
        let columns = min(columns, count)
        return (0..<columns).map { column in
            let first = column * count / columns
            let last = max(first + 1, (column + 1) * count / columns)
            var peak = 0
            for point in first..<last {
                peak = max(
                    peak, -Int(waveform.minimum(point: point, channel: channel)),
                    Int(waveform.maximum(point: point, channel: channel)))
            }
            return peak
        }
    }
}

/// The small picture of a call's sound in lists: agent above, customer below. It stands alone, so its
/// colours serve light and dark alike.
enum WaveThumbnail {
    /// An SVG document.
    static func svg(_ waveform: Waveform, layout: ChannelLayout) -> String {
        var paths = ""
        let sides: [(Side, Double, String)] = [(.agent, 8, "#4f86c6"), (.customer, 24, "#e08a2e")]
        let lanes = sides.compactMap { side, middle, colour in
            layout.channel(of: side).map { (channel: $0, middle: middle, colour: colour) }
        }
        let drawn =
            lanes.isEmpty || waveform.channelCount < 2
            ? [(channel: 0, middle: 16.0, colour: "#7b889b")] : lanes
        for lane in drawn {
            let path = WaveDrawing(waveform: waveform, channel: lane.channel)
                .path(
                    width: 160, middle: lane.middle, height: drawn.count > 1 ? 7 : 14, columns: 160)
            paths += "<path fill=\"\(lane.colour)\" d=\"\(path)\"/>"
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 32\" width=\"160\" "
            + "height=\"32\">\(paths)</svg>\n"
    }
}
