namespace CommunityDemand.Pipeline.Storage;

/// <summary>Names of containers, queues and tables: part of the public contract.</summary>
public static class StorageNames
{
    public const string UploadsContainer = "uploads";
    public const string QuarantineContainer = "quarantine";
    public const string FactsContainer = "facts";
    public const string ModelsContainer = "models";
    public const string ForecastsContainer = "forecasts";

    /// <summary>JSON mappings of foreign files onto the datasets.</summary>
    public const string MappingsContainer = "mappings";

    /// <summary>Working files of unfinished runs.</summary>
    public const string WorkContainer = "work";

    public const string ForecastQueue = "forecast-work";

    /// <summary>Queue of messages that the Functions host has set aside after the maximum number of failures.</summary>
    public const string ForecastPoisonQueue = ForecastQueue + "-poison";

    public const string AttentionTable = "Attention";
    public const string ForecastsTable = "Forecasts";
    public const string ForecastAccuracyTable = "ForecastAccuracy";
    public const string SupplyDemandTable = "SupplyDemand";
    public const string ResidentsTable = "Residents";
    public const string SatisfactionTable = "Satisfaction";
    public const string ParticipationTable = "Participation";
    public const string MatchDimensionsTable = "MatchDimensions";
    public const string FeedbackThemesTable = "FeedbackThemes";
    public const string ImprovementsTable = "Improvements";
    public const string AllocationsTable = "Allocations";
    public const string ScenariosTable = "Scenarios";
    public const string UploadsTable = "Uploads";
    public const string RunsTable = "Runs";
    public const string ModelsTable = "Models";

    /// <summary>Ledger of the uploads that count: the commit log of ingest. Internal.</summary>
    public const string LedgerTable = "Ledger";
}
