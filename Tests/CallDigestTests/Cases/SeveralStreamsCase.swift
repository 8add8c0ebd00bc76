/// The input of reference case S08 (two streams, calls heard twice, hand-picked calls): for each call
/// its id, the probabilities of the random and the risk stream (`-` where picked by hand), and the
/// verdict of each listener.
enum SeveralStreamsCase {
    static let calls = """
        m01 0.02 0.05 ana=0 bo=1, m02 0.02 0 ana=0, m03 0.02 0.5 ana=0, m04 0.02 0 ana=1,
        m05 0.02 0.5 ana=1, m06 0.02 0.05 ana=1, m07 0.02 0.2 ana=1 bo=0, m08 0.02 0.5 ana=0,
        m09 0.02 0.2 ana=1, m10 0.02 0.05 ana=1, m11 0.02 0.5 ana=0, m12 0.02 0.5 ana=0,
        m13 0.02 0 ana=1 bo=1, m14 0.02 0 ana=0, m15 0.02 0.2 ana=0, m16 0.02 0.5 ana=1,
        m17 0.02 0 ana=0, m18 0.02 0 ana=1, m19 0.02 0.2 ana=0 bo=0, m20 0.02 0.5 ana=0,
        m21 0.02 0.05 ana=0, m22 0.02 0.5 ana=0, m23 0.02 0.05 ana=0, m24 0.02 0 ana=0,
        m25 0.02 0.2 ana=0 bo=0, m26 0.02 0.5 ana=1, m27 0.02 0.5 ana=0, m28 0.02 0 ana=0,
        m29 0.02 0.2 ana=1, m30 0.02 0 ana=1, h1 - - ceo=1, h2 - - ceo=1
        """
}
