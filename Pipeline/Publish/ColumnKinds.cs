using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>
/// The kinds of the public columns, by name: a name means the same in every table that has it. What no list names is text; docs/tables.md says so too, and a
/// test compares the two.
/// </summary>
internal static class ColumnKinds
{
    // What an instant's column is called.
    private const string InstantSuffix = "At";

    private static readonly FrozenSet<string> Days = FrozenSet.ToFrozenSet(
    [
        "AsOf", "Date", "DriftSince", "FirstDay", "From", "LastDay", "Origin", "To", "WorstDate",
        "Period", "PeriodEnd",
        "Start", "End",
    ]);

    private static readonly FrozenSet<string> Integers = FrozenSet.ToFrozenSet(
    [
        "Bytes", "Days", "DistrictsDone", "DistrictsTotal", "Duplicates", "Forecasts", "Horizon", "Kept", "Read", "Rejected", "Rows", "Seed", "Series",
        "Drifting",
        "Answers", "Communities", "Rank", "Siblings",
        "Comments", "Complaints", "HeldOut",
        "Controls", "CountAfter", "CountBefore", "Weeks",
        "Achieved", "Measures", "NoComparison", "NotAchieved", "TooEarly",
    ]);

    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(
    [
        "Bias", "Capacity", "Coverage80", "Coverage95", "Crps", "DriftSignal", "ExpectedCoverage80", "ExpectedCoverage95", "ExpectedDemand", "ExpectedMase",
        "ExpectedRmsse", "ExpectedShortage", "ExpectedSurplus", "ExpectedWape", "Lower80", "Lower95", "Mae", "Mase", "MatchRate", "Mean", "MeanError", "Median",
        "Members", "NaiveMase", "NaiveRmsse", "NaiveWape", "Population", "Rmsse", "Share", "ShareYearAgo", "ShortageProbability", "Skill", "TrainingSeconds",
        "TrendError", "TrendPoints", "Upper80", "Upper95", "Utilisation", "Wape", "WorstShortage",
        "CityAdjustedP", "CityGap", "Deviation", "Index", "Reference", "Reliability", "Satisfied", "SatisfiedLower95", "SatisfiedUpper95", "ShrunkIndex", "SourceAdjustedP",
        "SourceGap", "TrendP",
        "Eligible", "EligibleEstimated", "Participants", "Rate", "Reference2015", "Reference2024",
        "Basis", "Mismatch", "Value",
        "CentreLine", "ComplaintRate", "Dispersion", "LowerLimit", "ModelF1", "ModelPrecision", "ModelRecall", "ShareBefore", "UpperLimit", "Visits",
        "Budget", "ExtraCapacity", "MatchRateAfter", "MatchRateBefore", "NextUnitGain", "ProportionalRemoved", "ShortageAfter", "ShortageBefore", "ShortageRemoved", "Units", "Weight",
        "Demand", "DemandChange", "ShortageChange",
        "After", "Before", "ControlAfter", "ControlBefore", "Effect", "EffectLower95", "EffectUpper95", "HandbookEffect", "RelativeEffect", "RelativeLower95",
        "RelativeUpper95", "Target",
        "AchievedShare", "ExpectedLower95", "ExpectedUpper95", "Heterogeneity",
    ]);

    private static readonly FrozenSet<string> Flags = FrozenSet.ToFrozenSet(
    [
        "SourcesDisagree", "Suppressed", "OutOfControl",
    ]);

    public static ColumnKind Of(PublicTable table, string column) =>
        // The one exception: a run names the champion that it met, a model says whether it is the one.
        column == "Champion" ? (table == PublicTable.Models ? ColumnKind.Flag : ColumnKind.Text)
        : Numbers.Contains(column) ? ColumnKind.Number
        : Integers.Contains(column) ? ColumnKind.Integer
        : Days.Contains(column) ? ColumnKind.Day
        : Flags.Contains(column) ? ColumnKind.Flag
        : column.EndsWith(InstantSuffix, StringComparison.Ordinal) ? ColumnKind.Instant
        : ColumnKind.Text;
}
