using Azure;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>One row of table <c>Runs</c>.</summary>
internal sealed record RunRecord
{
    private const char Line = '\n';

    public required string Id { get; init; }

    public required RunState State { get; init; }

    public required DateOnly Origin { get; init; }

    /// <summary>Digest of what was asked: facts, settings, program and the origin wanted. The same question finds its run by it.</summary>
    public required string Request { get; init; }

    /// <summary>The origin asked for; null for the last complete day.</summary>
    public DateOnly? RequestedOrigin { get; init; }

    /// <summary>Digest of the facts.</summary>
    public required string Facts { get; init; }

    public required int Horizon { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When its tables were given up; null while they stand.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    /// <summary>When the rows of a run without tables were last cleared away.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>Version of the model that makes its forecasts.</summary>
    public string? Model { get; init; }

    /// <summary>Version that was the champion when it was planned first; null if none was.</summary>
    public string? Champion { get; init; }

    /// <summary>Version trained for it; null if none was.</summary>
    public string? Challenger { get; init; }

    /// <summary>What it decided between the two; null before it is planned.</summary>
    public PromotionOutcome? Promotion { get; init; }

    /// <summary>Why.</summary>
    public string? PromotionReason { get; init; }

    /// <summary>Areas' services whose demand runs away from its forecasts.</summary>
    public int Drifting { get; init; }

    public int Series { get; init; }

    /// <summary>Rows in the tables, each counted once.</summary>
    public int Rows { get; init; }

    public int DistrictsDone { get; init; }

    public int DistrictsTotal { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string? Message { get; init; }

    /// <summary>Version of the row this was read from.</summary>
    public ETag ETag { get; init; }

    /// <summary>Whether readers may read its tables: also while it is made once more, since that writes the same rows.</summary>
    public bool HasTables => PublishedAt is not null && RetiredAt is null;

    public RunStatus Status => new(Id, State, Origin, DistrictsDone, DistrictsTotal, Warnings, Message);

    public TableEntity ToEntity() => new(PublicTable.Runs.Partition, TableKey.Escape(Id))
    {
        ["Run"] = Id,
        ["State"] = State.ToString().ToLowerInvariant(),
        ["Origin"] = Day(Origin),
        ["Request"] = Request,
        ["RequestedOrigin"] = RequestedOrigin is { } requested ? Day(requested) : null,
        ["Facts"] = Facts,
        ["Horizon"] = Horizon,
        ["QueuedAt"] = QueuedAt,
        ["PlannedAt"] = PlannedAt,
        ["PublishedAt"] = PublishedAt,
        ["RetiredAt"] = RetiredAt,
        ["SweptAt"] = SweptAt,
        ["Model"] = Model,
        ["Series"] = Series,
        ["Rows"] = Rows,
        ["DistrictsDone"] = DistrictsDone,
        ["DistrictsTotal"] = DistrictsTotal,
        ["Warnings"] = string.Join(Line, Warnings),
        ["Message"] = Message,
        ["Champion"] = Champion,
        ["Challenger"] = Challenger,
        ["Promotion"] = Promotion?.ToString().ToLowerInvariant(),
        ["PromotionReason"] = PromotionReason,
        ["Drifting"] = Drifting,
    };

    public static RunRecord From(TableEntity entity) => new()
    {
        Id = entity.GetString("Run"),
        State = Enum.Parse<RunState>(entity.GetString("State"), ignoreCase: true),
        Origin = DayOf(entity, "Origin")!.Value,
        Request = entity.GetString("Request"),
        RequestedOrigin = DayOf(entity, "RequestedOrigin"),
        Facts = entity.GetString("Facts"),
        Horizon = entity.GetInt32("Horizon")!.Value,
        QueuedAt = entity.GetDateTimeOffset("QueuedAt")!.Value,
        PlannedAt = entity.GetDateTimeOffset("PlannedAt"),
        PublishedAt = entity.GetDateTimeOffset("PublishedAt"),
        RetiredAt = entity.GetDateTimeOffset("RetiredAt"),
        SweptAt = entity.GetDateTimeOffset("SweptAt"),
        Model = entity.GetString("Model"),
        Series = entity.GetInt32("Series")!.Value,
        Rows = entity.GetInt32("Rows")!.Value,
        DistrictsDone = entity.GetInt32("DistrictsDone")!.Value,
        DistrictsTotal = entity.GetInt32("DistrictsTotal")!.Value,
        Warnings = entity.GetString("Warnings").Split(Line, StringSplitOptions.RemoveEmptyEntries),
        Message = entity.GetString("Message"),
        Champion = entity.GetString("Champion"),
        Challenger = entity.GetString("Challenger"),
        Promotion = entity.GetString("Promotion") is { } promotion ? Enum.Parse<PromotionOutcome>(promotion, ignoreCase: true) : null,
        PromotionReason = entity.GetString("PromotionReason"),
        Drifting = entity.GetInt32("Drifting") ?? 0,
        ETag = entity.ETag,
    };

    /// <summary>A day as tables have it: midnight UTC.</summary>
    public static DateTimeOffset Day(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static DateOnly? DayOf(TableEntity entity, string column) =>
        entity.GetDateTimeOffset(column) is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
