extension English {
    var shareRangeFootnote: Footnote {
        Footnote(
            sentence: "The range of a share holds what the share of all calls may really be.",
            source: "Korn and Graubard 1998, with the effective number of calls")
    }

    var totalRangeFootnote: Footnote {
        Footnote(
            sentence: "The range of a total holds what a month of all calls may really cost.",
            source: "gamma range, Fay and Feuer 1997")
    }

    var orderFootnote: Footnote {
        Footnote(
            sentence:
                "A place is as sure as the totals leave it: each may lie anywhere in its range.",
            source: "probabilities of ranks of independent gamma totals")
    }

    var changeFootnote: Footnote {
        Footnote(
            sentence:
                "Growing and shrinking say that the difference is more than chance, with every pain "
                + "point of the page tested together so that about one such word in ten is wrong at "
                + "most, and that it is at least 1 of every 100 calls, or a quarter up or a fifth "
                + "down. Maybe says that about three in ten are wrong.",
            source:
                "arcsine test, Anscombe 1948; range by Newcombe 1998, method 10; false discoveries "
                + "by Benjamini and Hochberg 1995")
    }

    var trendFootnote: Footnote {
        Footnote(
            sentence:
                "Rising and falling say that the weeks drawn move steadily, more than chance and by "
                + "at least 1 of every 100 calls from the first to the last. Weeks in which nobody "
                + "listened are left out.",
            source: "Cochran and Armitage 1955; false discoveries by Benjamini and Hochberg 1995")
    }

    var burstFootnote: Footnote {
        Footnote(
            sentence:
                "A burst is a run of weeks in which it was heard about twice as often as usual.",
            source: "automaton of two states, Kleinberg 2003")
    }

    var alarmFootnote: Footnote {
        Footnote(
            sentence:
                "An alarm says that chance would bring as many calls in one week in less than 1 of "
                + "100 weeks, going by the eight weeks before last week; with 40 pain points expect "
                + "6 to 10 false ones a year.",
            source: "exact test of two rates, Przyborowski and Wilenski 1940")
    }

    var volumeAlarmFootnote: Footnote {
        Footnote(
            sentence:
                "The number of calls is an alarm where it lies above that of seven earlier weeks by "
                + "more than three times what they vary.",
            source: "EARS C2, Hutwagner et al. 2003")
    }

    var coverageFootnote: Footnote {
        Footnote(
            sentence:
                "What was heard in one or two calls only tells how much was not heard in any; the "
                + "number of kinds is a least one.",
            source:
                "coverage by Chao and Jost 2012, range by Esty 1983, kinds by Chao 1987, more calls "
                + "by Chao et al. 2009; by weights after Good and Turing")
    }

    var verdictFootnote: Footnote {
        Footnote(
            sentence:
                "A fix worked where all of the range of the difference lies below nought; nothing "
                + "else is called a success. As many days are taken after it settled as before it "
                + "shipped, at most twelve weeks.",
            source: "range by Newcombe 1998; calls needed by Fleiss, Levin and Paik 2003")
    }

    var courseFootnote: Footnote {
        Footnote(
            sentence:
                "Week by week, one straight line is drawn through the weeks before a fix shipped and "
                + "one through those after it settled: a step between them is more than where it was "
                + "heading anyway.",
            source:
                "segmented regression, Bernal et al. 2017; errors widened as Turner et al. 2020 "
                + "found needed, or Newey and West's of 1987 where these are wider")
    }

    var worthFootnote: Footnote {
        Footnote(
            sentence:
                "What a fix is worth is the part that should go away of the minutes a month, against "
                + "eight hours for each day of work.",
            source: "gamma distribution of the total")
    }

    var noveltyFootnote: Footnote {
        Footnote(
            sentence:
                "New is what was first heard in the last four weeks, after eight weeks of listening "
                + "or more; newly heard where under nine tenths of what there is to hear had been "
                + "heard by then. Emerging is what was in under 1 of 100 calls of the twelve weeks "
                + "before and is more than chance now. Quiet is what recurred in those and cannot "
                + "be half as frequent now.",
            source:
                "exact test of two rates; coverage by Chao and Jost 2012; false discoveries by "
                + "Benjamini and Hochberg 1995")
    }
}
