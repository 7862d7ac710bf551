using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>One table that readers may read. Its columns are a contract: docs/tables.md says what each means.</summary>
/// <param name="Name">Name in the storage account.</param>
/// <param name="IsPerRun">Whether its rows are a run's: keys begin with the run, and rows are deleted with it.</param>
/// <param name="Partition">The one partition of its rows, where there is just one.</param>
/// <param name="Index">Table with the same rows keyed by service instead of area; null if there is none.</param>
/// <param name="HasAreas">Whether a reader may ask for the rows of one area.</param>
/// <param name="Columns">In the order that exports have.</param>
/// <param name="DayColumn">The column whose days a reader may ask for; null if there is none.</param>
internal sealed record PublicTable(
    string Name, bool IsPerRun, string? Partition, string? Index, bool HasAreas, IReadOnlyList<string> Columns, string? DayColumn = null)
{
    private static readonly string[] RunColumns = ["Run", "Origin", "Level", "Area", "AreaName", "Parent", "ServiceLevel", "Service", "ServiceName"];

    public static PublicTable Forecasts { get; } = new(
        StorageNames.ForecastsTable,
        true,
        null,
        StorageNames.ForecastsTable + "ByService",
        true,
        [
            "Run", "Origin", "Level", "Area", "AreaName", "Parent", "ServiceLevel", "Service", "ServiceName", "Date", "Horizon",
            "Mean", "Lower80", "Upper80", "Lower95", "Upper95", "Model", "Drivers", "Median",
        ],
        "Date");

    public static PublicTable SupplyDemand { get; } = new(
        StorageNames.SupplyDemandTable,
        true,
        null,
        StorageNames.SupplyDemandTable + "ByService",
        true,
        [
            "Run", "Origin", "Level", "Area", "AreaName", "Parent", "ServiceLevel", "Service", "ServiceName", "From", "To",
            "Capacity", "ExpectedDemand", "ExpectedShortage", "ExpectedSurplus", "ShortageProbability", "Utilisation", "MatchRate", "Status",
            "WorstDate", "WorstShortage",
        ]);

    public static PublicTable ForecastAccuracy { get; } = new(
        StorageNames.ForecastAccuracyTable,
        true,
        null,
        null,
        true,
        [
            "Run", "Level", "ServiceLevel", "Service", "ServiceName", "Horizons", "From", "To", "Forecasts",
            "Mase", "Wape", "Bias", "Coverage80", "Coverage95",
            "Area", "AreaName", "MeanError", "Mae", "Rmsse", "ExpectedMase", "ExpectedRmsse", "ExpectedWape", "ExpectedCoverage80", "ExpectedCoverage95",
            "Drift", "DriftSince", "DriftSignal", "Drifting",
        ]);

    public static PublicTable Uploads { get; } = new(
        StorageNames.UploadsTable,
        false,
        null,
        null,
        false,
        [
            "Path", "Dataset", "Status", "Read", "Kept", "Rejected", "Duplicates", "Reasons", "Message", "Quarantine",
            "FirstDay", "LastDay", "Bytes", "Encoding", "Mapping", "ModifiedAt", "IngestedAt",
        ]);

    public static PublicTable Runs { get; } = new(
        StorageNames.RunsTable,
        false,
        "run",
        null,
        false,
        [
            "Run", "State", "Origin", "Horizon", "Model", "Facts", "Series", "Rows", "DistrictsDone", "DistrictsTotal",
            "QueuedAt", "PlannedAt", "PublishedAt", "RetiredAt", "Warnings", "Message",
            "Champion", "Challenger", "Promotion", "PromotionReason", "Drifting",
        ],
        "Origin");

    public static PublicTable Models { get; } = new(
        StorageNames.ModelsTable,
        false,
        "model",
        null,
        false,
        [
            "Model", "Run", "CreatedAt", "Origin", "From", "To", "Series",
            "Mase", "NaiveMase", "Rmsse", "NaiveRmsse", "Wape", "NaiveWape", "Crps", "Coverage80", "Coverage95", "Importance", "Settings",
            "Champion", "PromotedAt", "Promotion", "ComparedWith", "Reason", "Skill", "Days", "Columns", "Problems", "TrainingSeconds", "CodeVersion", "Seed",
        ]);

    public static PublicTable Residents { get; } = Indicator(
        StorageNames.ResidentsTable, ["Group", "AsOf", "Population", "Members", "Share", "ShareYearAgo", "TrendPoints", "TrendError"]);

    public static PublicTable Satisfaction { get; } = Indicator(
        StorageNames.SatisfactionTable,
        [
            "Dimension", "Source", "PeriodKind", "Period", "PeriodEnd", "Answers", "Suppressed",
            "Mean", "Deviation", "Satisfied", "SatisfiedLower95", "SatisfiedUpper95", "Index", "Reference",
            "CityGap", "CityAdjustedP", "Standing", "ShrunkIndex", "Reliability", "Rank", "Siblings",
            "TrendPoints", "TrendError", "TrendP",
            "SourceGap", "SourceLowest", "SourceHighest", "SourceAdjustedP", "SourcesDisagree",
        ],
        "Period");

    public static PublicTable Participation { get; } = Indicator(
        StorageNames.ParticipationTable,
        [
            "Breakdown", "Category", "Period", "PeriodEnd", "Communities", "Participants", "Eligible", "EligibleEstimated", "Suppressed",
            "Rate", "Lower95", "Upper95", "Reference2015", "Reference2024", "CityGap", "CityAdjustedP", "Standing",
            "TrendPoints", "TrendError", "TrendP",
        ],
        "Period");

    public static PublicTable MatchDimensions { get; } = Indicator(
        StorageNames.MatchDimensionsTable, ["Dimension", "Measure", "Value", "Reference", "Mismatch", "Basis", "Suppressed", "From", "To"]);

    public static PublicTable FeedbackThemes { get; } = Indicator(
        StorageNames.FeedbackThemesTable,
        [
            "Theme", "Period", "PeriodEnd", "Comments", "Share", "ShareBefore", "Suppressed",
            "Complaints", "Visits", "ComplaintRate", "CentreLine", "LowerLimit", "UpperLimit", "Dispersion", "OutOfControl",
            "EmergingTerms", "ModelPrecision", "ModelRecall", "ModelF1", "HeldOut",
        ],
        "Period");

    public static PublicTable Improvements { get; } = Indicator(
        StorageNames.ImprovementsTable,
        [
            "Measure", "Start", "End", "Outcome", "Weeks", "From", "To", "CountBefore", "CountAfter", "Before", "After",
            "Controls", "ControlBefore", "ControlAfter", "Effect", "EffectLower95", "EffectUpper95",
            "RelativeEffect", "RelativeLower95", "RelativeUpper95", "HandbookEffect", "Target", "Verdict", "Suppressed",
            "Measures", "Achieved", "NotAchieved", "TooEarly", "NoComparison", "AchievedShare", "Heterogeneity", "ExpectedLower95", "ExpectedUpper95",
        ],
        dayColumn: "Start");

    public static PublicTable Allocations { get; } = Indicator(
        StorageNames.AllocationsTable,
        [
            "Resource", "Budget", "Units", "ExtraCapacity", "ExpectedDemand", "ShortageBefore", "ShortageAfter", "ShortageRemoved",
            "MatchRateBefore", "MatchRateAfter", "NextUnitGain", "ProportionalRemoved", "Weight",
        ]);

    public static PublicTable Scenarios { get; } = Indicator(
        StorageNames.ScenariosTable,
        [
            "Scenario", "Title", "Demand", "DemandChange", "Lower95", "Upper95",
            "Capacity", "ExpectedShortage", "ShortageChange", "MatchRate", "Status",
        ]);

    /// <summary>Those that indicators fill.</summary>
    public static IReadOnlyList<PublicTable> Indicators { get; } =
    [
        Residents,
        Satisfaction,
        Participation,
        MatchDimensions,
        FeedbackThemes,
        Improvements,
        Allocations,
        Scenarios,
    ];

    /// <summary>All of them, in the order that readers see.</summary>
    public static IReadOnlyList<PublicTable> All { get; } = [Forecasts, SupplyDemand, .. Indicators, ForecastAccuracy, Uploads, Runs, Models];

    /// <summary>The columns that are no run's, place's or service's.</summary>
    public IReadOnlyList<string> OwnColumns { get; } = [.. Columns.Except(RunColumns)];

    /// <summary>A table of a run with one row, or several, an area and service.</summary>
    private static PublicTable Indicator(string name, string[] columns, string? dayColumn = null) =>
        new(name, true, null, name + "ByService", true, [.. RunColumns, .. columns], dayColumn);

    /// <summary>The table itself and its index.</summary>
    public IEnumerable<string> Physical => Index is null ? [Name] : [Name, Index];
}
