/// Who is paired with whom so that the sum of the gains is greatest (the Hungarian method, Kuhn 1955,
/// with potentials, in time of rows² · columns).
enum Assignment {
    /// The pairs of a row and a column, by row; each row and column at most once. Gains are >= 0,
    /// one row for each of the first party. Pairs without a gain may be among them.
    static func best(gains: [[Double]]) -> [(row: Int, column: Int)] {
        guard let width = gains.first?.count, width > 0 else { return [] }
        guard gains.count <= width else {
            let turned = (0..<width).map { column in gains.map { $0[column] } }
            return best(gains: turned).map { ($0.column, $0.row) }.sorted { $0.0 < $1.0 }
        }
        // Rows and columns count from 1; column 0 holds the row that looks for a place.
        var rowPotential = [Double](repeating: 0, count: gains.count + 1)
        var columnPotential = [Double](repeating: 0, count: width + 1)
        var rowOfColumn = [Int](repeating: 0, count: width + 1)
        for row in 1...gains.count {
            rowOfColumn[0] = row
            var column = 0
            var slack = [Double](repeating: .infinity, count: width + 1)
            var cameFrom = [Int](repeating: 0, count: width + 1)
            var isSeen = [Bool](repeating: false, count: width + 1)
            repeat {
                isSeen[column] = true
                let searching = rowOfColumn[column]
                var step = Double.infinity
                var next = 0
                for other in 1...width where !isSeen[other] {
                    let cost =
                        -gains[searching - 1][other - 1] - rowPotential[searching]
                        - columnPotential[other]
                    if cost < slack[other] {
                        slack[other] = cost
                        cameFrom[other] = column
                    }
                    if slack[other] < step {
                        step = slack[other]
                        next = other
                    }
                }
                for other in 0...width {
                    if isSeen[other] {
                        rowPotential[rowOfColumn[other]] += step
                        columnPotential[other] -= step
                    } else {
                        slack[other] -= step
                    }
                }
                column = next
            } while rowOfColumn[column] != 0
            while column != 0 {
                rowOfColumn[column] = rowOfColumn[cameFrom[column]]
                column = cameFrom[column]
            }
        }
        return (1...width).filter { rowOfColumn[$0] > 0 }
            .map { (row: rowOfColumn[$0] - 1, column: $0 - 1) }
            .sorted { $0.row < $1.row }
    }
}
