public import CallModel

extension DigestMaker {
    /// What a fix of some pain points must be planned for: the share of calls that have any of them,
    /// and the calls to hear before and after for a fall by the part `reduction` in (0, 1] to be told
    /// from chance, with a chance of 80 %. Nil where a tally gives no base for it.
    ///
    /// Throws where the tally contradicts itself.
    public func initiativePlan(
        of keys: [String], reduction: Double, in tally: Tally
    ) throws(TallyError) -> (share: Double, callsEachSide: Int)? {
        try InitiativeJudge.plan(of: keys, reduction: reduction, in: tally, maker: self)
    }
}
