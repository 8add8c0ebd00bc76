public import Foundation

/// How far what people expected is from what was measured. It holds numbers and facts, no wording.
public struct PerceptionGap: Sendable, Codable, Hashable {
    /// With fewer questions answered a person is not held against others.
    public static let fewestQuestions = 10

    /// What a guess is beside a measurement.
    public enum Verdict: String, Sendable, Codable {
        /// Above the range.
        case tooHigh
        /// Below the range.
        case tooLow
        /// Within the range: nothing can be said against it.
        case within
    }

    /// A distance between guesses and measurements, in calls of 100.
    public struct Score: Sendable, Codable, Hashable {
        /// Calls that the guess gives to a wrong reason, in 0...100.
        public var misplaced: Double
        /// What even a perfect guess would seem to misplace, because only some calls were heard.
        public var noiseFloor: Double

        /// A score.
        public init(misplaced: Double, noiseFloor: Double) {
            self.misplaced = misplaced
            self.noiseFloor = noiseFloor
        }

        /// What is left beyond chance, >= 0.
        public var excess: Double { max(0, misplaced - noiseFloor) }
    }

    /// One reason that somebody guessed the share of.
    public struct Question: Sendable, Codable, Hashable {
        /// The key of the reason, mergers followed.
        public var reason: String
        /// Its name for people, with those above it.
        public var label: String
        /// The share expected, in 0...1.
        public var guess: Double
        /// The share measured.
        public var measured: Estimate
        /// The verdict.
        public var verdict: Verdict

        /// A question.
        public init(
            reason: String, label: String, guess: Double, measured: Estimate, verdict: Verdict
        ) {
            self.reason = reason
            self.label = label
            self.guess = guess
            self.measured = measured
            self.verdict = verdict
        }

        /// The guess less the measurement, with its range.
        public var gap: Estimate {
            Estimate(
                value: guess - measured.value, low: guess - measured.high,
                high: guess - measured.low)
        }
    }

    /// One sitting.
    public struct Sitting: Sendable, Codable, Hashable {
        /// The sitting.
        public var session: SessionID
        /// Who guessed.
        public var listener: ListenerID
        /// When it began.
        public var startedAt: Date
        /// The days guessed about.
        public var period: Period
        /// The calls of those days guessed about.
        public var scope: Scope
        /// The calls behind the measurement.
        public var counted: Int
        /// What was asked, in the order of guessing.
        public var questions: [Question]
        /// All of it together, with the reasons that were not guessed as one.
        public var score: Score

        /// A sitting.
        public init(
            session: SessionID, listener: ListenerID, startedAt: Date, period: Period,
            scope: Scope, counted: Int, questions: [Question], score: Score
        ) {
            self.session = session
            self.listener = listener
            self.startedAt = startedAt
            self.period = period
            self.scope = scope
            self.counted = counted
            self.questions = questions
            self.score = score
        }

        /// What was guessed about.
        public var frame: Frame { Frame(period: period, scope: scope) }
    }

    /// Several sittings together.
    public struct Summary: Sendable, Codable, Hashable {
        /// Sittings with a guess that could be measured.
        public var sittings: Int
        /// Questions in them.
        public var questions: Int
        /// Guesses above the range.
        public var tooHigh: Int
        /// Guesses below it.
        public var tooLow: Int
        /// The mean of the sittings; nil where there is none.
        public var score: Score?

        /// Sittings together.
        public init(_ sittings: [Sitting]) {
            self.sittings = sittings.count
            let asked = sittings.flatMap(\.questions)
            questions = asked.count
            tooHigh = asked.count { $0.verdict == .tooHigh }
            tooLow = asked.count { $0.verdict == .tooLow }
            guard !sittings.isEmpty else { return }
            let count = Double(sittings.count)
            score = Score(
                misplaced: sittings.reduce(0) { $0 + $1.score.misplaced } / count,
                noiseFloor: sittings.reduce(0) { $0 + $1.score.noiseFloor } / count)
        }

        /// Guesses within the range.
        public var within: Int { questions - tooHigh - tooLow }
    }

    /// One person.
    public struct Person: Sendable, Codable, Hashable {
        /// Who.
        public var listener: ListenerID
        /// Their sittings together.
        public var summary: Summary

        /// A person.
        public init(listener: ListenerID, summary: Summary) {
            self.listener = listener
            self.summary = summary
        }

        /// Whether they answered enough questions to be held against others.
        public var isComparable: Bool { summary.questions >= PerceptionGap.fewestQuestions }
    }

    /// What somebody guessed about.
    public struct Frame: Sendable, Codable, Hashable {
        /// The days.
        public var period: Period
        /// The calls of those days.
        public var scope: Scope

        /// A frame.
        public init(period: Period, scope: Scope) {
            self.period = period
            self.scope = scope
        }
    }

    /// One reason, over all who guessed it.
    public struct Reason: Sendable, Codable, Hashable {
        /// Its key.
        public var reason: String
        /// Its name for people, with those above it.
        public var label: String
        /// How often it was guessed.
        public var guesses: Int
        /// The mean guess, in 0...1.
        public var meanGuess: Double
        /// The mean of what was measured each time.
        public var meanMeasured: Double
        /// Guesses above the range.
        public var tooHigh: Int
        /// Guesses below it.
        public var tooLow: Int
        /// What it was guessed about, the earliest days first.
        public var frames: [Frame]

        /// A reason, from all its questions, each with what it was about; one or more.
        init(_ asked: [(frame: Frame, question: Question)]) {
            var seen: Set<Frame> = []
            frames = asked.map(\.frame).filter { seen.insert($0).inserted }
                .sorted { $0.period.start < $1.period.start }
            let questions = asked.map(\.question)
            let count = Double(max(1, questions.count))
            reason = questions.last?.reason ?? ""
            label = questions.last?.label ?? ""
            guesses = questions.count
            meanGuess = questions.reduce(0) { $0 + $1.guess } / count
            meanMeasured = questions.reduce(0) { $0 + $1.measured.value } / count
            tooHigh = questions.count { $0.verdict == .tooHigh }
            tooLow = questions.count { $0.verdict == .tooLow }
        }
    }

    /// The level of every range.
    public var level: Double
    /// The sittings that could be measured, the earliest first.
    public var sittings: [Sitting]
    /// Sealed guesses that could not: no draw led to the sitting, or too little was heard of its
    /// days.
    public var unmeasured: Int

    /// Gaps, from sittings in any order.
    public init(level: Double, sittings: [Sitting], unmeasured: Int) {
        self.level = level
        self.sittings = sittings.sorted {
            ($0.startedAt, $0.session) < ($1.startedAt, $1.session)
        }
        self.unmeasured = unmeasured
    }

    /// The sittings that guessed about some days and calls alone.
    public func about(_ frame: Frame) -> PerceptionGap {
        PerceptionGap(
            level: level, sittings: sittings.filter { $0.frame == frame }, unmeasured: 0)
    }

    /// All sittings together.
    public var team: Summary { Summary(sittings) }

    /// Everybody by name: an order that says nothing of how well they guess.
    public var people: [Person] {
        Dictionary(grouping: sittings, by: \.listener)
            .map { Person(listener: $0.key, summary: Summary($0.value)) }
            .sorted { $0.listener < $1.listener }
    }

    /// The reasons guessed, those that are most often out of range first, then by key.
    public var reasons: [Reason] {
        let asked = sittings.flatMap { sitting in
            sitting.questions.map { (frame: sitting.frame, question: $0) }
        }
        return Dictionary(grouping: asked, by: \.question.reason).values.map(Reason.init)
            .sorted {
                let (left, right) = ($0.tooHigh + $0.tooLow, $1.tooHigh + $1.tooLow)
                return left == right ? $0.reason < $1.reason : left > right
            }
    }

    /// The sittings of one person, the earliest first.
    public func history(of listener: ListenerID) -> [Sitting] {
        sittings.filter { $0.listener == listener }
    }
}
